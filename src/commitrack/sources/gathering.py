"""What the words of a command name: files, folders, patterns, addresses and standard input.

Nothing is read here, only looked for. What a folder holds besides statements is left out and
counted; what somebody names by itself never is.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from commitrack.model.errors import BadInput, CommitrackError, NotFound
from commitrack.sources.addresses import secrets_in, without_secrets
from commitrack.sources.formats import SUFFIXES
from commitrack.sources.places import absolute, is_address
from commitrack.sources.understanding import STDIN, shown

LIMIT_FOUND = 100_000
"""The most files that one command takes up: more is a mistake, such as adding a whole disk."""


class TooMany(BadInput):
    """More files were found than one command takes up; none of them is taken."""


class LeftOut(StrEnum):
    """Why something in a folder is not taken for a statement. The value is its name in JSON."""

    HIDDEN = "hidden"
    JUNK = "junk"
    FORMAT = "format"
    FOLDER = "folder"
    LINK = "link"
    SPECIAL = "special"


_TOLD = {
    LeftOut.HIDDEN: ("hidden", "hidden"),
    LeftOut.JUNK: ("left by another program", "left by other programs"),
    LeftOut.FORMAT: ("of a format that is not read", "of formats that are not read"),
    LeftOut.FOLDER: ("folder (--recursive takes it in)", "folders (--recursive takes them in)"),
    LeftOut.LINK: ("link to a folder", "links to folders"),
    LeftOut.SPECIAL: ("pipe or device", "pipes or devices"),
}
"""The reasons in words, of one and of several."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found, in order: that of the words, and by name within each folder."""

    sources: tuple[str, ...]
    """What was found, and in their places the words that name nothing."""
    left_out: tuple[tuple[str, LeftOut], ...] = ()
    """Paths that were passed over, each with why."""
    failures: Mapping[str, CommitrackError] = field(default_factory=dict)
    """What is wrong with each source that names nothing, or is a folder closed to us."""


def gather(words: Iterable[str], *, recursive: bool = False) -> Gathered:
    """Find what the words name.

    A folder stands for the files in it, and with `recursive` for all below it. A word with ``*``,
    ``?`` or ``[`` that is not itself a file is a pattern, in which ``**`` spans folders. The same
    file is found once, however many words lead to it. Raises `TooMany`.
    """
    found = _Finder(recursive)
    for word in words:
        try:
            found.take(word)
        except TooMany:
            raise
        except CommitrackError as error:
            found.fail(word, error)
    return Gathered(tuple(found.sources), tuple(found.left_out), found.failures)


@dataclass(slots=True)
class _Finder:
    recursive: bool
    sources: list[str] = field(default_factory=list)
    left_out: list[tuple[str, LeftOut]] = field(default_factory=list)
    failures: dict[str, CommitrackError] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    """Where the sources lie that must not be brought in again."""
    taken: int = 0
    """How often a folder or a pattern led to a file that is read, seen before or not."""

    def take(self, word: str) -> None:
        """Take one word of the command."""
        if is_address(word) and word != without_secrets(word):
            self.fail(without_secrets(word), secrets_in(word))
        elif word == STDIN or is_address(word):
            self._add_once(word, word)
        elif _is_folder(word):
            self._take_folder(word)
        elif glob.has_magic(word) and not os.path.lexists(word):
            self._take_pattern(word)
        else:
            self._add_once(word, absolute(word))

    def fail(self, source: str, error: CommitrackError) -> None:
        """Note what is wrong with a source, in its place among the others."""
        self.sources.append(source)
        self.failures[source] = error

    def _take_folder(self, word: str) -> None:
        taken, skipped = self.taken, len(self.left_out)
        self._walk(word)
        if self.taken == taken:
            raise BadInput(f"{shown(word)} holds no file that is read{self._skipped(skipped)}")

    def _walk(self, folder: str) -> None:
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda one: one.name)
        except OSError as error:
            raise BadInput(f"{shown(folder)} cannot be read: {error.strerror or error}") from None
        for entry in entries:
            why = self._against(entry)
            if why is not None:
                self.left_out.append((entry.path, why))
            elif not _leads_to_folder(entry):
                self._add(entry.path)
            else:
                try:
                    self._walk(entry.path)
                except TooMany:
                    raise
                except BadInput as error:  # one folder that is closed to us, among others
                    self.fail(entry.path, error)

    def _against(self, entry: os.DirEntry[str]) -> LeftOut | None:
        """Why an entry of a folder is left out; None when it is taken."""
        if entry.name.startswith("."):
            return LeftOut.HIDDEN
        if _is_junk(entry.name):
            return LeftOut.JUNK
        if _leads_to_folder(entry):
            if entry.is_symlink():
                return LeftOut.LINK  # it may lead back to where we are
            return None if self.recursive else LeftOut.FOLDER
        return _format_against(entry.path) or _kind_against(entry)

    def _take_pattern(self, word: str) -> None:
        base, pattern = _split(word)
        try:
            matches = sorted(one for one in base.glob(str(pattern)) if not one.is_dir())
        except (OSError, ValueError) as error:
            raise BadInput(f"{shown(word)} is not a pattern: {error}") from None
        if not matches:
            raise NotFound(f"nothing matches {shown(word)}")
        taken, skipped = self.taken, len(self.left_out)
        for match in matches:
            why = _parts_against(match.relative_to(base), pattern) or _format_against(str(match))
            if why is not None:
                self.left_out.append((str(match), why))
            else:
                self._add(str(match))
        if self.taken == taken:
            raise BadInput(f"{shown(word)} matches no file that is read{self._skipped(skipped)}")

    def _add(self, path: str) -> None:
        """Take a file that a folder or a pattern led to."""
        self.taken += 1
        if len(self.seen) >= LIMIT_FOUND:
            raise TooMany(f"there are more than {LIMIT_FOUND:,} files: name fewer at a time")
        self._add_once(path, absolute(path))

    def _add_once(self, source: str, place: str) -> None:
        if place not in self.seen:
            self.seen.add(place)
            self.sources.append(source)

    def _skipped(self, since: int) -> str:
        told = count_left_out(why for _, why in self.left_out[since:])
        return f": left out {told}" if told else ""


def count_left_out(reasons: Iterable[LeftOut]) -> str:
    """The reasons with how often each was met: ``2 hidden, 1 link to a folder``."""
    counts = Counter(reasons)
    return ", ".join(
        f"{counts[one]} {_TOLD[one][counts[one] > 1]}" for one in LeftOut if counts[one]
    )


def _split(word: str) -> tuple[Path, Path]:
    """A pattern as the folder it begins in and what is to match below that."""
    parts = Path(word).parts
    fixed = next(n for n, part in enumerate(parts) if glob.has_magic(part))
    below = Path(*parts[fixed:])
    return Path(*parts[:fixed]), below / "*" if below.name == "**" else below


def _parts_against(below: Path, pattern: Path) -> LeftOut | None:
    """Why a match is left out by its name or a folder's on the way; ``.*`` asks for hidden ones."""
    if any(_is_junk(part) for part in below.parts):
        return LeftOut.JUNK
    asked = any(part.startswith(".") for part in pattern.parts)
    hidden = any(part.startswith(".") for part in below.parts)
    return LeftOut.HIDDEN if hidden and not asked else None


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False  # it is told when it is read


_JUNK_NAMES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r"})
_JUNK_ENDS = ("~", ".tmp", ".temp", ".swp", ".swo", ".bak", ".part", ".crdownload", ".lnk", ".url")
_JUNK_BEGINNINGS = ("~$", ".~", "._")
"""Locks and leftovers of office programs, editors, browsers and other systems' folders."""


def _is_junk(name: str) -> bool:
    folded = name.casefold()
    return (
        folded in _JUNK_NAMES or folded.endswith(_JUNK_ENDS) or folded.startswith(_JUNK_BEGINNINGS)
    )


def _format_against(path: str) -> LeftOut | None:
    suffix = Path(path).suffix.lower()
    return LeftOut.FORMAT if suffix and suffix not in SUFFIXES else None


def _kind_against(entry: os.DirEntry[str]) -> LeftOut | None:
    """A link that leads nowhere is taken: somebody meant a statement by it."""
    return None if entry.is_symlink() or entry.is_file() else LeftOut.SPECIAL


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link that leads back to itself, say: told when it is read
