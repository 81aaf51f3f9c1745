"""Measure the terminal UI from the outside, in a real pseudo-terminal, beside its peers.

    python scripts/bench_tui.py [--store PATH] [--commitments NUMBER]

Each figure is the median of several, and is printed with its ratio to a baseline of the same run: a
minimal Textual application, and visidata on a hundred thousand lines where it is installed
(in an environment of its own, with `vd` on the path; it is no dependency, because nothing of ours
needs it and it is under the GPL). Nothing in the store is changed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bench_store import SCALE, large
from commitrack.store import open_store
from heartbeat import read_turns
from make_store import TODAY, fill
from measuring import Figure, Tables
from terminal import Terminal, Unseen

RUNS = 5
"""Starts of each program, after one that warms up."""
PRESSES = 20
"""Presses of each key, after one that warms up."""
FEW = 1_000
"""Commitments in the small store that a start is held against."""
_LINES = 100_000
"""Lines of the sheet that visidata is given."""
_HELD = 24
"""Presses of a held key: as many as there are rows on the screen, about."""
_RATE = 30.0
"""Presses a second of a held key."""

_HERE = Path(__file__).resolve().parent
_MINIMAL = (sys.executable, str(_HERE / "minimal_app.py"))
_LISTED = r"C-\d+ [^\n]*\n[^\n]*C-\d+ "
"""What the screen shows once the list is there: commitments on lines below each other."""
_LINE = r"row (\d+)\b"

PLACES = {
    "f3": "Inbox",
    "f4": "Reviews",
    "f5": "Agenda",
    "f6": "Statements",
    "f7": "Owners",
    "f8": "Dashboard",
    "f9": "Reports",
    "f10": "History",
}
"""The keys that lead to places, and the places."""


def tui(place: Path) -> list[Figure]:
    """All figures of the UI on a store."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = folder / "small.db"
        store = open_store(small, create=True)
        for _ in fill(store, FEW):
            pass
        store.close()
        bench = _Bench(place, small, _visidata(folder))
        return [
            *bench.starts(),
            *bench.keys(),
            *bench.places(),
            *bench.beats(folder / "turns.jsonl"),
        ]


def _visidata(folder: Path) -> tuple[str, ...] | None:
    """The command that opens a sheet in visidata, where it is installed."""
    beside = Path(sys.executable).with_name("vd")
    program = str(beside) if beside.exists() else shutil.which("vd")
    if program is None:
        return None
    sheet = folder / "sheet.csv"
    lines = (f"row {at},something,{at * 7},2026-03-02,open" for at in range(_LINES))
    sheet.write_text("name,what,number,day,status\n" + "\n".join(lines), encoding="utf-8")
    return (program, "-N", str(sheet))


class _Bench:
    """Measures each program on its own screen."""

    def __init__(self, place: Path, small: Path, peer: tuple[str, ...] | None) -> None:
        self._place = place
        self._small = small
        self._peer = peer
        self._minimal_key = 0.0
        self._minimal_start = 0.0
        self._minimal_memory = 0.0

    # Starting

    def starts(self) -> Iterator[Figure]:
        """From the start of the process to a screen that one can work on."""
        programs = {
            "minimal": (_MINIMAL, "pressed 0 times"),
            "large": (_commitrack(self._place), _LISTED),
            "small": (_commitrack(self._small), _LISTED),
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        for run in range(RUNS + 1):
            for name, (command, ready) in programs.items():
                with Terminal(command) as terminal:
                    took = terminal.wait(ready)
                    if run:
                        times[name].append(took)
                    if name == "minimal":
                        self._minimal_memory = terminal.memory()
        minimal, large, few = (statistics.median(times[name]) for name in programs)
        self._minimal_start = minimal
        yield Figure("start, until usable", large, "minimal Textual app", minimal, "1.5×")
        yield Figure("start, until usable", large, f"on {FEW:,} commitments", few, "1.1×")

    # Keys

    def keys(self) -> Iterator[Figure]:
        """From a key to what it shows, and the memory that is held."""
        with Terminal(_MINIMAL) as terminal:
            terminal.wait("pressed 0 times")
            self._minimal_key = minimal = _presses(terminal, "x")
        peer = self._peer_keys()
        with Terminal(_commitrack(self._place)) as terminal:
            terminal.wait(_LISTED)
            terminal.settle(1.0)
            terminal.press("home")
            terminal.settle()
            at_rest = terminal.memory()
            down = _presses(terminal, "down")
            page = _presses(terminal, "pagedown")
            terminal.press("home")
            terminal.settle()
            lags = sorted(terminal.held("down", _HELD, _RATE, _row))
            held = lags[round(0.95 * (len(lags) - 1))]
            terminal.press("home")
            terminal.settle()
            sort = _presses(terminal, ">", 5, whole=True)
            echo, result = self._filter(terminal)
            filtered = terminal.memory()
        name = "minimal Textual app"
        yield Figure("down", down, f"{name}, a key", minimal, "2×")
        if peer is not None:
            yield Figure("down", down, "visidata", peer[0], "0.6×")
            yield Figure("page down", page, "visidata", peer[1], "0.75×")
        else:
            yield Figure("page down; visidata: not installed", page, f"{name}, a key", minimal)
        yield Figure(f"down held at {_RATE:g}/s: lag, 95th percentile", held, "down", down, "3×")
        yield Figure("sort by another column", sort, "down", down, "10×")
        yield Figure("a letter in the filter: echo", echo, f"{name}, a key", minimal, "2×")
        yield Figure("a letter in the filter: result", result, "down", down, "200 ms")
        memory = self._minimal_memory
        yield Figure("memory of its own, at rest (MiB)", at_rest, name, memory, "2.5×")
        yield Figure("memory of its own, after filters (MiB)", filtered, name, memory, "4.5×")

    def _peer_keys(self) -> tuple[float, float] | None:
        if self._peer is None:
            return None
        with Terminal(self._peer) as terminal:
            terminal.wait(_LINE)
            terminal.settle(1.0)
            return _presses(terminal, "down"), _presses(terminal, "pagedown")

    @staticmethod
    def _filter(terminal: Terminal) -> tuple[float, float]:
        """The echo of a letter, and the time to the list that it leads to."""
        echoes: list[float] = []
        results: list[float] = []
        for word in ("repai", "libra", "counc"):
            terminal.wait(None, terminal.press("/"))
            terminal.settle()
            for letter in word:
                at = terminal.press(letter)
                echoes.append(terminal.wait(None, at))
                terminal.settle()
                results.append((terminal.painted - at) * 1000)
            for _ in range(2):
                terminal.press("escape")
                terminal.settle()
        return statistics.median(echoes), statistics.median(results)

    # Places

    def places(self) -> Iterator[Figure]:
        """Going to each place for the first time, and once more."""
        first: dict[str, float] = {}
        again: dict[str, float] = {}
        with Terminal(_commitrack(self._place)) as terminal:
            terminal.wait(_LISTED)
            terminal.settle(2.0)
            for found in (first, again):
                for key in PLACES:
                    found[key] = terminal.wait(None, terminal.press(key))
                    with suppress(Unseen):  # one that is still counting is never quiet
                        terminal.settle()
        for key, name in PLACES.items():
            what = f"{key.upper()} {name}, first"
            yield Figure(what, first[key], "minimal Textual app, start", self._minimal_start)
            what = f"{key.upper()} {name}, again"
            yield Figure(what, again[key], "minimal Textual app, a key", self._minimal_key)

    # The loop

    def beats(self, log: Path) -> Iterator[Figure]:
        """How long the loop was held up at most, going through all places and a filter."""
        command = (sys.executable, str(_HERE / "heartbeat.py"), str(log))
        with Terminal((*command, *_words(self._place))) as terminal:
            terminal.wait(_LISTED)
            terminal.settle(1.0)
            for key in (*PLACES, "f2", *PLACES, "f2", ">", ">", "G", "home", "/", *"repair"):
                terminal.press(key)
                with suppress(Unseen):
                    terminal.settle()
            begun = terminal.started
        turns = [one for one in read_turns(log) if one.ended > begun + self._minimal_start / 1000]
        worked = max((one.worked for one in turns), default=0.0)
        took = max((one.took for one in turns), default=0.0)
        baseline = "a key, minimal app"
        what = "the loop held up, at most: its own work"
        yield Figure(what, worked, baseline, self._minimal_key, "50 ms")
        yield Figure("the same by the clock", took, baseline, self._minimal_key)


def _words(place: Path) -> tuple[str, ...]:
    return ("--store", str(place), "--today", TODAY.isoformat(), "--as", "ann")


def _commitrack(place: Path) -> tuple[str, ...]:
    return (str(Path(sys.executable).with_name("commitrack")), *_words(place))


def _presses(terminal: Terminal, key: str, number: int = PRESSES, *, whole: bool = False) -> float:
    """The median time from a press to the first screenful that it changes; with `whole`, to the
    last.
    """
    times = []
    for _ in range(number + 1):
        at = terminal.press(key)
        first = terminal.wait(None, at)
        terminal.settle()
        times.append((terminal.painted - at) * 1000 if whole else first)
    return statistics.median(times[1:])


def _row(text: str) -> int | None:
    """On which line of the screen the cursor of the list is."""
    found = (at for at, line in enumerate(text.split("\n")) if re.search(r"▌.?C-\d", line))
    return next(found, None)


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--commitments", type=int, default=SCALE, help="how many to put in")
    parser.add_argument("--store", type=Path, help="measure this one")
    given = parser.parse_args()
    with large(given.commitments, given.store) as place:
        Tables().show("the terminal UI", tui(place))


if __name__ == "__main__":
    main()
