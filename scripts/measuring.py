"""Times, each beside the baseline that it was measured with, and how they are printed.

A limit in milliseconds was set on a machine on which an empty Python takes 12 ms, and means as much
work on any other: on one that is half as fast it is twice as long. So each table says how fast the
machine was while its figures were taken, and judges them by that. A limit in seconds is what a
person will wait, on whatever machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A median and the baseline it was measured beside, both in milliseconds."""

    what: str
    ms: float
    baseline: str
    baseline_ms: float
    limit: str = ""
    """What it is to stay within: ``3 ms`` by the pace of the machine, ``2 s`` by any clock,
    ``5 MB``, or ``2×`` of the baseline; several after commas.
    """

    empty_ms: float | None = None
    """An empty Python, measured in turn with it; None: as the table says."""

    @property
    def ratio(self) -> float:
        """How many times the baseline it took."""
        return self.ms / self.baseline_ms

    def judged(self, pace: float) -> str:
        """The limit, as long as it is at such a pace, and a word when it is not kept.

        What had its own pace measured is judged by that.
        """
        pace = pace if self.empty_ms is None else pace_of(self.empty_ms)
        limits = self.limit.split(", ") if self.limit else []
        told = ", ".join(_at(pace, one) for one in limits)
        return told if all(self._keeps(one, pace) for one in limits) else f"{told}: over"

    def _keeps(self, limit: str, pace: float) -> bool:
        if limit.endswith("×"):
            return self.ratio <= float(limit.removesuffix("×"))
        number, unit = limit.split()
        return self.ms <= float(number) * {"ms": pace, "s": 1000, "MB": 1}[unit]


def _at(pace: float, limit: str) -> str:
    number, _, unit = limit.partition(" ")
    if unit != "ms" or pace == 1:
        return limit
    return f"{limit} ({float(number) * pace:.3g})"


REFERENCE = 12.0
"""Milliseconds of an empty Python on the machine for which the limits in milliseconds were set."""
_RUNS = 25
_FEWEST = 9
"""Of an empty Python, for a figure of its own."""


def empty_python(runs: int = _RUNS) -> float:
    """How many milliseconds an empty Python takes here and now."""
    command = (sys.executable, "-c", "pass")
    return statistics.median(
        took(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(runs)
    )


def pace_of(empty: float) -> float:
    """How many times as long as on that machine things take where an empty Python takes so many
    milliseconds; on a faster machine no limit is shorter.
    """
    return max(empty / REFERENCE, 1.0)


def took(run: Callable[[], object]) -> float:
    """How many milliseconds it takes, once."""
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000


def paired(
    what: str,
    run: Callable[[], object],
    baseline: str,
    other: Callable[[], object],
    runs: int,
    limit: str = "",
    clock: Callable[[], float] = time.perf_counter,
) -> Figure:
    """Time both in turn, so that drift meets both, and take the medians; with a limit in
    milliseconds an empty Python as well.

    What runs in this process alone may be timed by the seconds that its processor worked for it:
    ``time.process_time``.
    """
    run()
    other()
    times: tuple[list[float], list[float]] = ([], [])
    empty: list[float] = []
    for _ in range(runs):
        if " ms" in limit:
            empty.append(empty_python(max(1, _FEWEST // runs)))
        for kept, measured in zip(times, (run, other), strict=True):
            begun = clock()
            measured()
            kept.append((clock() - begun) * 1000)
    medians = map(statistics.median, times)
    pace = statistics.median(empty) if empty else None
    return Figure(what, next(medians), baseline, next(medians), limit, pace)


class Tables:
    """Prints one table of figures after the other, each with the pace of the machine meanwhile."""

    def __init__(self) -> None:
        self._empty = empty_python()

    def show(self, title: str, figures: Iterable[Figure]) -> None:
        """Print a table; its figures are judged by the better of the paces before and after."""
        taken = list(figures)
        before, self._empty = self._empty, empty_python()
        empty = min(before, self._empty)
        Console(width=120).print(_table(title, taken, empty))


def _table(title: str, figures: Iterable[Figure], empty: float) -> Table:
    pace = pace_of(empty)
    table = Table(
        title=title,
        title_justify="left",
        caption=f"an empty Python took {empty:.1f} ms meanwhile: 100 ms are {100 * pace:.0f} here",
        caption_justify="left",
    )
    for column, side in (("measured", "left"), ("ms", "right"), ("baseline", "left")):
        table.add_column(column, justify="right" if side == "right" else "left")
    for column in ("ms", "ratio", "limit"):
        table.add_column(column, justify="right")
    for figure in figures:
        table.add_row(
            figure.what,
            f"{figure.ms:.2f}",
            figure.baseline,
            f"{figure.baseline_ms:.2f}",
            f"{figure.ratio:.1f}×",
            figure.judged(pace),
        )
    return table
