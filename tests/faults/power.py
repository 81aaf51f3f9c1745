"""What a power cut may leave of the files that a program writes.

A program is run under ``strace``, which writes down what it asks of the system, in order. From that
follows, for every moment, what is on the disk for certain (what was forced there) and what may be
or may not be, piece by piece and in any order: each write since, none of it, or some of its
sectors. Names are kept in the order in which they were given, as file systems with a journal do,
up to any of those that were not forced there yet.

The method is that of T. S. Pillai and others, "All File Systems Are Not Created Equal" (OSDI 2014).
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

from tests.faults.processes import LONGEST, ROOT, environment

_UNTOLD = ("sendfile", "copy_file_range", "writev", "pwritev", "renameat2")
"""What might be asked too, and is not understood here: none of it may pass unseen."""
_TRACED = (
    *("openat", "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "unlink"),
    *("unlinkat", "rmdir", "link", "linkat", "mkdir", "sync", *_UNTOLD),
)
_SECTOR = 512
_LOST_ANYWAY = "-shm"
"""SQLite's index of its log lies in memory that is shared through a file; it is made anew."""

_CALL = re.compile(r"\d+ +(?P<name>\w+)\((?P<of>.*)\) += (?P<result>\d+)")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HELD = re.compile(r"<((?:\\x[0-9a-f]{2}|[^>\\])*)>")


@cache
def strace() -> str | None:
    """Where it is; None where there is none, or where programs may not be looked at."""
    found = shutil.which("strace")
    looks = found and subprocess.run([found, "-o", os.devnull, "true"], check=False)
    return found if looks and looks.returncode == 0 else None


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that the program asked for and got."""

    name: str
    paths: tuple[Path, ...] = ()
    data: bytes = b""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """The power gone at one moment."""

    said: str
    """What the program had said by then."""
    ended: bool
    """Whether it had ended."""
    left: Path
    """The folder that is left, for as long as this cut is looked at."""


@dataclass(slots=True)
class _File:
    """What of a file is on the disk, and what was written to it since."""

    sure: bytearray
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Bytes and where they go; None for a file that is made to end there."""
    length: int = 0
    """How long it is for whoever reads it, power or not."""
    is_folder: bool = False

    def force(self) -> None:
        for at, data in self.pending:
            _apply(self.sure, at, data)
        self.pending.clear()

    def left(self, chance: random.Random, keep: float) -> bytes:
        """What may be left of it."""
        found = bytearray(self.sure)
        for at, data in self.pending:
            if chance.random() < keep:
                _apply(found, at, data)
            elif data is not None and chance.random() < 0.3:
                for piece in range(0, len(data), _SECTOR):
                    if chance.random() < 0.5:
                        _apply(found, at + piece, data[piece : piece + _SECTOR])
        return bytes(found)


_Names: TypeAlias = dict[Path, "_File | None"]
"""What is done to names at once: what each leads to from then on; None for one taken away."""


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    if data is None:
        del content[at:]
    else:
        content[at : at + len(data)] = data


def traced(folder: Path, *program: str) -> list[Call]:
    """Run a program of these tests, or ``commitrack``, and tell what it did to the files in the
    folder, and what it said.
    """
    tracer = strace()
    assert tracer is not None
    log = folder.with_name(f"{folder.name}.trace")
    done = subprocess.run(
        [
            *(tracer, "-f", "-y", "-xx", "-s", "100000000", "-o", str(log)),
            *("-e", f"trace={','.join(_TRACED)}", "--", sys.executable, "-m", *program),
        ],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        env=environment(COMMITRACK_TODAY="2026-03-02", COMMITRACK_ACTOR="ann", NO_COLOR="1"),
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    calls: list[Call] = []
    with log.open(encoding="ascii") as lines:
        for line in lines:
            assert "<unfinished" not in line, "only a program of one thread has one order"
            match = _CALL.match(line)
            if match is not None:
                calls += _read(match["name"], match["of"], folder)
    log.unlink()
    return calls


def _read(name: str, of: str, folder: Path) -> Iterator[Call]:
    """What a line of the log says, when it is about the folder or is said to the reader."""
    texts = [bytes.fromhex(one.replace("\\x", "")) for one in _BYTES.findall(of)]
    held = [_plain(one) for one in _HELD.findall(re.sub(_BYTES, '""', of))]
    if name == "write" and of.startswith("1<"):
        yield Call("said", data=texts[0])
        return
    if name == "sync":
        yield Call(name)
        return
    if name in ("pwrite64", "write", "ftruncate", "fsync", "fdatasync"):
        path = Path(held[0])
        if not path.is_relative_to(folder) or path.name.endswith(_LOST_ANYWAY):
            return
        at = int(of.rpartition(", ")[2]) if name in ("pwrite64", "ftruncate") else -1
        yield Call(name, (path,), texts[0] if texts else b"", at)
        return
    paths = tuple(Path(one.decode()) for one in (texts or map(str.encode, held)))
    if name == "unlinkat":
        paths = (Path(held[0]) / paths[0],)
    if not any(one.is_relative_to(folder) for one in paths):
        return
    assert name not in _UNTOLD, f"{name} writes to {paths}, and what it writes is not told"
    if name == "openat" and "O_CREAT" not in of:
        return
    if not paths[-1].name.endswith(_LOST_ANYWAY):
        yield Call("truncate" if "O_TRUNC" in of else name, paths)


def _plain(text: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda one: chr(int(one[1], 16)), text)


class Disk:
    """The files of a folder while the calls of a program go by, and what a power cut leaves."""

    def __init__(self, folder: Path) -> None:
        """The folder as it is now is on the disk for certain."""
        self._folder = folder
        self._live = {folder: _File(bytearray(), is_folder=True)}
        for path in folder.rglob("*"):
            content = b"" if path.is_dir() else path.read_bytes()
            self._live[path] = _File(
                bytearray(content), length=len(content), is_folder=path.is_dir()
            )
        self._sure = dict(self._live)
        self._given: list[_Names] = []
        """What was done to names since their folder was forced to the disk."""

    def goes_on(self, call: Call) -> None:
        """One more call is done."""
        match call.name:
            case "pwrite64" | "write" | "ftruncate":
                self._write(call)
            case "fsync" | "fdatasync":
                self._force(call.paths[0])
            case "openat" | "truncate":
                (path,) = call.paths[-1:]
                if path not in self._live:
                    self._name({path: _File(bytearray())})
                elif call.name == "truncate":
                    self._live[path].pending.append((0, None))
                    self._live[path].length = 0
            case "rename":
                one, other = call.paths
                self._name({other: self._live[one], one: None})
            case "link" | "linkat":
                one, other = call.paths
                self._name({other: self._live[one]})
            case "unlink" | "unlinkat" | "rmdir":
                self._name({call.paths[0]: None})
            case "mkdir":
                self._name({call.paths[0]: _File(bytearray(), is_folder=True)})
            case "sync":
                for path in tuple(self._live):
                    self._force(path)

    def _write(self, call: Call) -> None:
        written = self._live.get(call.paths[0])
        if written is None:  # its name is gone: nobody finds it after a cut
            return
        if call.name == "ftruncate":
            written.pending.append((call.at, None))
            written.length = call.at
        else:
            at = written.length if call.at < 0 else call.at  # what is written plainly is new
            written.pending.append((at, call.data))
            written.length = max(written.length, at + len(call.data))

    def _name(self, names: _Names) -> None:
        self._given.append(names)
        _give(self._live, names)

    def _force(self, path: Path) -> None:
        if path not in self._live:  # its name is gone
            return
        self._live[path].force()
        its = [n for n, names in enumerate(self._given, 1) if next(iter(names)).parent == path]
        for names in self._given[: max(its, default=0)]:  # in order: those before them too
            _give(self._sure, names)
        del self._given[: max(its, default=0)]

    def cut(self, to: Path, chance: random.Random) -> None:
        """Put what may be left after a power cut at this moment into an empty folder."""
        names = dict(self._sure)
        for given in self._given[: chance.randint(0, len(self._given))]:
            _give(names, given)
        keep = chance.choice((0.0, 0.5, 0.9, 1.0))
        left: dict[int, bytes] = {}
        for path, file in sorted(names.items()):
            copy = to / path.relative_to(self._folder)
            if file.is_folder:
                copy.mkdir(exist_ok=True, mode=0o700)
                continue
            found = left.setdefault(id(file), file.left(chance, keep))
            copy.write_bytes(found)
            copy.chmod(0o600)
            if path.name.endswith("-wal") and chance.random() < 0.5:
                index = copy.with_name(copy.name.replace("-wal", _LOST_ANYWAY))
                index.write_bytes(chance.randbytes(32768))


def _give(names: dict[Path, _File], given: _Names) -> None:
    for path, file in given.items():
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def cuts(
    folder: Path, calls: list[Call], many: int, chance: random.Random, work: Path
) -> Iterator[Cut]:
    """Cut the power at so many moments of a run, the last of them its end.

    The folder is as it was before the run.
    """
    moments = sorted((*chance.choices(range(len(calls)), k=many - 1), len(calls)))
    disk, said, done = Disk(folder), "", 0
    for number, moment in enumerate(moments):
        for call in calls[done:moment]:
            if call.name == "said":
                said += call.data.decode()
            else:
                disk.goes_on(call)
        done = moment
        left = work / f"left-{number}"
        left.mkdir()
        disk.cut(left, chance)
        yield Cut(said, moment == len(calls), left)
        shutil.rmtree(left)
