"""The folder of a site: written a page at a time, each whole, and in an order that breaks no link.

What changed is written beside the pages first (`STAGE`). Then the pages take their places: new
ones first, so that whatever comes to lead to them finds them; then the changed ones, from the
leaves to the overview; what is no longer published goes last, when nothing leads to it any more. A
run that is cut short leaves old pages and new ones, all whole, and the next run completes it.

`MANIFEST` names the pages that are ours. Nothing else in the folder is ever touched.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import Refused
from commitrack.model.frozen import dataclass
from commitrack.outputs import unwritten
from commitrack.site.links import is_ours

MANIFEST = ".commitrack-site.json"
STAGE = ".commitrack-new"
_MARK = "commitrack site"
_FORM = 1
_FEW = 100
"""Pages up to which each is brought to the disk for itself; more are brought there all at once."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many pages a run made new, changed, left as they were and took away."""

    new: int
    changed: int
    unchanged: int
    removed: int


class Folder:
    """A folder to publish into, held for the time of a run; with `keep` false nothing is written.

    Raises `Refused` for a folder that holds anything and no site of ours, and when another run is
    writing into it.
    """

    def __init__(self, place: Path, *, keep: bool = True) -> None:
        self._place = place
        self._keep = keep
        self._lock: int | None = None
        self._old: dict[str, str] = {}
        self._pages: dict[str, str] = {}
        """The pages of this run by their paths, with the hash of each."""
        self._staged: list[str] = []
        self._new: set[str] = set()
        self._ways: set[Path] = set()
        """Folders that are there, and lead nowhere else."""

    def __enter__(self) -> Folder:
        with _told(self._place):
            if self._place.exists() and not self._place.is_dir():
                raise Refused(f"{self._place} is a file: name a folder to publish into")
            if self._keep:
                self._place.mkdir(parents=True, exist_ok=True)
                self._hold()
            if self._place.exists():
                self._old = self._manifest()
            if self._keep:
                shutil.rmtree(self._stage, ignore_errors=True)
                self._stage.mkdir()
        return self

    def __exit__(self, *_: object) -> None:
        if self._keep:
            shutil.rmtree(self._stage, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)

    def begin_again(self) -> None:
        """Forget the pages of this run, as if none had been written."""
        self._pages.clear()
        self._staged.clear()
        self._new.clear()
        self._ways.clear()
        if self._keep:
            shutil.rmtree(self._stage, ignore_errors=True)
            self._stage.mkdir()

    def write(self, path: str, text: str) -> None:
        """Make the page at a path; one that lies there already need not be written first."""
        with _told(self._place / path):
            self._require_room(path)
            content = text.encode()
            digest = hashlib.sha256(content).hexdigest()
            there = _digest(self._place / path)
            if there != digest and self._keep:
                stage = self._stage / path
                self._folder_of(stage)
                stage.write_bytes(content)
            self._note(path, digest, there)

    @contextlib.contextmanager
    def written(self, path: str) -> Iterator[Page]:
        """A page that is written piece by piece, because it may be too long to hold."""
        stage = self._stage / path
        with _told(self._place / path):
            self._require_room(path)
            if self._keep:
                self._folder_of(stage)
            with contextlib.closing(Page(stage if self._keep else None)) as page:
                yield page
            there = _digest(self._place / path)
            self._note(path, page.digest, there)
            if there == page.digest:
                stage.unlink(missing_ok=True)

    def settle(self) -> Outcome:
        """Put the pages in their places, the last that was written last, and take away the rest."""
        gone = [path for path in self._old if path not in self._pages]
        changed = [path for path in self._staged if path not in self._new]
        new = [path for path in self._staged if path in self._new]
        outcome = Outcome(len(new), len(changed), len(self._pages) - len(self._staged), len(gone))
        if not self._keep:
            return outcome
        with _told(self._place):
            self._bring_to_disk(self._staged)
            if self._old != self._pages:
                self._put_manifest({**self._old, **self._pages})
            for path in (*new, *changed):
                target = self._place / path
                target.parent.mkdir(exist_ok=True)
                (self._stage / path).replace(target)
            for path in gone:
                self._require_no_detour((self._place / path).parent)
                (self._place / path).unlink(missing_ok=True)
            for folder in sorted({Path(path).parent for path in gone} - {Path()}):
                with contextlib.suppress(OSError):  # whoever put something there keeps it
                    (self._place / folder).rmdir()
            if gone:
                self._put_manifest(self._pages)
            self._force_names()
        return outcome

    @property
    def _stage(self) -> Path:
        return self._place / STAGE

    def _hold(self) -> None:
        """Keep other runs out for as long as this one lasts; the kernel lets go of whoever dies."""
        self._lock = os.open(self._place, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._lock)
            self._lock = None
            raise Refused(
                f"another commitrack is publishing into {self._place}: try again when it is done"
            ) from None
        except OSError:  # a file system that knows no such locks
            pass

    def _manifest(self) -> dict[str, str]:
        path = self._place / MANIFEST
        if not path.exists():
            if any(one.name != STAGE for one in self._place.iterdir()):
                raise Refused(
                    f"{self._place} holds other things and no site of commitrack: name a new or an "
                    "empty folder"
                )
            return {}
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            pages = found["pages"]
            sound = found[_MARK] == _FORM and all(
                isinstance(one, str) and is_ours(one) and isinstance(digest, str)
                for one, digest in pages.items()
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            sound = False
        if not sound:
            raise Refused(
                f"{path} does not say which pages are ours: publish into a new or an empty folder"
            )
        return dict(pages)

    def _put_manifest(self, pages: dict[str, str]) -> None:
        told = {_MARK: _FORM, "pages": dict(sorted(pages.items()))}
        fresh = self._stage / MANIFEST
        with fresh.open("w", encoding="utf-8", newline="") as file:
            file.write(f"{json.dumps(told, indent=0)}\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._place / MANIFEST)
        self._force_names()

    def _force_names(self) -> None:
        """No page may outlive a power cut that the manifest does not."""
        if self._lock is not None:
            with contextlib.suppress(OSError):  # a file system that cannot
                os.fsync(self._lock)

    def _require_room(self, path: str) -> None:
        """Refuse a path that no page has, and a folder that somebody has made lead elsewhere."""
        if not is_ours(path) or path in self._pages:
            raise ValueError(f"{path} is no page of a site, or is written twice")
        self._require_no_detour((self._place / path).parent)

    def _require_no_detour(self, parent: Path) -> None:
        if parent in self._ways or parent == self._place:
            return
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            raise Refused(f"{parent} is no folder of ours: move it away")
        self._ways.add(parent)

    def _folder_of(self, stage: Path) -> None:
        if stage.parent not in self._ways:
            stage.parent.mkdir(exist_ok=True)
            self._ways.add(stage.parent)

    def _note(self, path: str, digest: str, there: str | None) -> None:
        """Put a page down as ours; what lies there already is to be ours, or to be the same."""
        self._pages[path] = digest
        if there == digest:
            return
        if there is None and not os.path.lexists(self._place / path):
            self._new.add(path)
        elif path not in self._old:
            raise Refused(
                f"{self._place / path} is not one of our pages: move it away, or publish into "
                "another folder"
            )
        self._staged.append(path)

    def _bring_to_disk(self, paths: list[str]) -> None:
        """A page whose name outlives a power cut must not be empty after it."""
        if len(paths) > _FEW:
            os.sync()
            return
        for path in paths:
            place = os.open(self._stage / path, os.O_RDONLY | os.O_CLOEXEC)
            try:
                os.fsync(place)
            finally:
                os.close(place)


class Page:
    """A page as it is being written: to its stage, or nowhere when nothing is to be kept."""

    def __init__(self, stage: Path | None) -> None:
        self._hash = hashlib.sha256()
        self._file = None if stage is None else stage.open("wb")

    @property
    def digest(self) -> str:
        """The SHA-256 of what was written."""
        return self._hash.hexdigest()

    def write(self, text: str) -> None:
        """Add a piece."""
        content = text.encode()
        self._hash.update(content)
        if self._file is not None:
            self._file.write(content)

    def close(self) -> None:
        """End it."""
        if self._file is not None:
            self._file.close()


def _digest(path: Path) -> str | None:
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _told(place: Path) -> Iterator[None]:
    """An error of the system as one line that names the place."""
    try:
        yield
    except OSError as error:
        raise unwritten(clean_line(str(error.filename or place)), error) from None
