"""Drafts: what was typed and not saved, each in a small file until it is.

They lie in the XDG state folder, in a folder for each store, readable by their owner alone: not in
the store, since they are one person's and on no record. The names of folders and files are digests
and tell nothing. A draft is forgotten after `LIFE`, and when anything is erased from its store.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from commitrack.homes import at_home
from commitrack.model.frozen import dataclass

LIFE = timedelta(days=7)
"""How long a draft is kept after it was last typed in."""
_MOST = 1_000_000
"""Characters of a draft; no field of the record takes as much."""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, by the names of the fields, and when."""

    values: Mapping[str, str]
    at: datetime
    """The moment, in UTC."""


def wall_clock() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of all drafts, whether it exists or not."""
    folder = environment.get("XDG_STATE_HOME", "")
    base = Path(folder) if Path(folder).is_absolute() else Path.home() / ".local" / "state"
    return base / "commitrack" / "drafts"


def draft_name(kind: str, *about: str) -> str:
    """The name of the draft that a dialog of a kind keeps about something."""
    return _digest("\0".join((kind, *about)))


class DraftFolder:
    """The drafts of one store. Its methods read and write files: call them in a thread."""

    def __init__(
        self,
        store: Path,
        base: Path | None = None,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        """`base` is the folder of all drafts; None for the one of whoever is logged in."""
        self._base = state_folder() if base is None else base
        self._store = at_home(store).absolute()
        self._now = now

    @cached_property
    def _folder(self) -> Path:
        return self._base / _digest(str(self._store))

    def load(self) -> dict[str, Draft]:
        """The drafts by their names. What is too old is deleted, of other stores as well."""
        for folder in _entries(self._base):
            for file in _entries(folder):
                self._age_out(file)
        found = {}
        for file in _entries(self._folder):
            draft = _read(file) if file.suffix == ".json" else None
            if draft is not None:
                found[file.stem] = draft
        return found

    def find(self, name: str) -> Draft | None:
        """The draft of this name, if there is one."""
        return _read(self._folder / f"{name}.json")

    def _age_out(self, file: Path) -> None:
        with contextlib.suppress(OSError):
            written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            if self._now() - written > LIFE:
                file.unlink()

    def save(self, name: str, draft: Draft) -> None:
        """Put a draft in the place of the one before, whole or not at all; `OSError` if it fails.

        One that is longer than any field may be is not kept.
        """
        if sum(map(len, draft.values.values())) > _MOST:
            return
        text = json.dumps(
            {"version": _VERSION, "at": draft.at.isoformat(), "values": dict(draft.values)}
        )
        import tempfile  # seldom wanted, and slow to load

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, fresh = tempfile.mkstemp(prefix=".", dir=self._folder)  # readable by us alone
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(fresh).replace(self._folder / f"{name}.json")
        finally:
            Path(fresh).unlink(missing_ok=True)

    def drop(self, name: str) -> None:
        """Forget a draft."""
        (self._folder / f"{name}.json").unlink(missing_ok=True)

    def clear(self) -> int:
        """Forget every draft of the store; how many there were."""
        files = list(_entries(self._folder))
        for file in files:
            file.unlink(missing_ok=True)
        return len(files)


def _entries(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(folder.iterdir())


def _read(file: Path) -> Draft | None:
    """A draft; None for a file that is none, whoever put it there."""
    try:
        if file.stat().st_size > 12 * _MOST:  # a character takes up to twelve as an escape
            return None
        found = json.loads(file.read_text(encoding="ascii"))
        at, values = datetime.fromisoformat(found["at"]), found["values"]
        if found["version"] != _VERSION or at.tzinfo is None:
            return None
        return Draft({str(name): str(value) for name, value in values.items()}, at)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _digest(text: str) -> str:
    import hashlib  # slow to load, and nobody waits for a draft

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
