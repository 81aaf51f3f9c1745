"""The settings file: TOML that people write by hand, so that comments and order are theirs.

It is read with Python's own parser. To change one setting, the lines of its statement are replaced
and no others: which they are is found by asking the parser where the statement ends.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from commitrack.model.errors import BadInput, Conflict

Names: TypeAlias = tuple[str, ...]
"""The table, if it stands in one, and the name of a setting: ``("keys", "status")``."""


class _Statement(NamedTuple):
    """A setting, or the heading of a table, and the lines that it takes: from, to before."""

    first: int
    end: int
    names: Names
    heading: bool


class Filed(NamedTuple):
    """What the file says, and where."""

    path: Path
    values: Mapping[str, object]
    lines: Sequence[str]

    def place(self, *names: str) -> str:
        """Where a setting stands, for people and editors: ``config.toml:3``."""
        for one in _statements(self.lines):
            if one.names and names[: len(one.names)] == one.names:
                if one.heading and one.names != names:
                    continue  # a line of the table says it more nearly
                return f"{self.path}:{one.first + 1}"
        return str(self.path)


def read(path: Path) -> Filed:
    """What the file says; nothing when there is none. `BadInput` names what keeps it from it."""
    lines = _lines(path)
    return Filed(path, _parsed(path, lines), lines)


def assign(path: Path, names: Names, literal: str) -> None:
    """Write a setting, whose value is given as TOML, leaving every other line as it is."""
    lines = _lines(path)
    found = _find(lines, names)
    if found is None:
        at, before = _room_for(lines, names)
        lines[at:at] = [*before, f"{names[-1]} = {literal}"]
    else:
        left = lines[found.first].partition("=")[0].rstrip()
        comment = _comment(lines[found.first : found.end])
        lines[found.first : found.end] = [f"{left} = {literal}{comment}"]
    _write(path, lines)


def remove(path: Path, names: Names) -> bool:
    """Take a setting out of the file; False when it was not there."""
    lines = _lines(path)
    found = _find(lines, names)
    if found is None:
        return False
    del lines[found.first : found.end]
    _write(path, lines)
    return True


def create(path: Path, text: str) -> None:
    """Write a new file; `Conflict` when there is one."""
    if path.exists():
        raise Conflict(f"{path} exists already: nothing changed (commitrack config show)")
    _write(path, text.splitlines())


def _statements(lines: Sequence[str]) -> Iterator[_Statement]:
    """The statements of a file, in order. What cannot be read is passed over line by line."""
    table: Names = ()
    n = 0
    while n < len(lines):
        plain = lines[n].strip()
        end = n + 1
        if not plain or plain.startswith("#"):
            n = end
            continue
        heading = plain.startswith("[")
        while end < len(lines) and not heading and _loaded(lines[n:end]) is None:
            end += 1
        found = _loaded(lines[n:end])
        if found is None:
            n += 1
            continue
        names = _names(found)
        if heading:
            table = names
            yield _Statement(n, end, table, heading=True)
        else:
            yield _Statement(n, end, (*table, *names), heading=False)
        n = end


def _loaded(lines: Sequence[str]) -> dict[str, object] | None:
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return None


def _names(found: Mapping[str, object]) -> Names:
    """What a statement is about: ``a.b = 1`` is about ``("a", "b")``."""
    names: list[str] = []
    value: object = found
    while isinstance(value, dict) and len(value) == 1:
        ((name, value),) = value.items()
        names.append(str(name))
    return tuple(names)


def _find(lines: Sequence[str], names: Names) -> _Statement | None:
    return next((one for one in _statements(lines) if one.names == names and not one.heading), None)


def _comment(lines: Sequence[str]) -> str:
    """The comment behind a value, with the white space before it; empty when there is none."""
    value = _loaded(lines)
    *above, last = lines
    for found in re.finditer(r"\s*#", last):
        if _loaded([*above, last[: found.start()]]) == value:
            return last[found.start() :]
    return ""


def _room_for(lines: Sequence[str], names: Names) -> tuple[int, list[str]]:
    """Where a new setting goes, and what must stand before it: its table, if there is none.

    It goes where the file speaks of it in a comment, else after the last one of its table.
    """
    statements = list(_statements(lines))
    headings = [one for one in statements if one.heading]
    table = names[:-1]
    if table:
        own = [one for one in statements if one.names[: len(table)] == table]
        if not own or not any(one.heading for one in own):
            gap = [""] if lines and lines[-1].strip() else []
            return len(lines), [*gap, f"[{'.'.join(table)}]"]
        return max(one.end for one in own), []
    end = headings[0].first if headings else len(lines)
    spoken_of = re.compile(rf"\s*#\s*{re.escape(names[-1])}\s*=")
    for n, line in enumerate(lines[:end]):
        if spoken_of.match(line):
            return n + 1, []
    above = [one.end for one in statements if one.end <= end]
    return (max(above) if above else end), []


def _lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}") from None
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        from commitrack.model.encodings import no_utf8

        raise BadInput(f"{path} {no_utf8(data)}") from None
    return lines if lines[-1] else lines[:-1]


def _parsed(path: Path, lines: Sequence[str]) -> dict[str, object]:
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} is not valid TOML: {error}") from None


def _write(path: Path, lines: Sequence[str]) -> None:
    """Replace the file whole, so that a reader never meets half of it; a link stays a link."""
    _parsed(path, lines)
    target = path.resolve()
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes("".join(f"{line}\n" for line in lines).encode())
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        from commitrack.outputs import unwritten  # only who cannot write needs it

        raise unwritten(str(path), error) from None
