"""Times, each beside the baseline that it was measured with, and how they are printed."""

from __future__ import annotations

import statistics
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
    """What it is to stay within: ``3 ms``, or ``2×`` of the baseline."""

    @property
    def ratio(self) -> float:
        """How many times the baseline it took."""
        return self.ms / self.baseline_ms

    @property
    def judged(self) -> str:
        """The limit, and a word when it is not kept."""
        kept = all(
            self.ratio <= float(one[:-1]) if one.endswith("×") else self.ms <= float(one[:-3])
            for one in filter(None, self.limit.split(", "))
        )
        return self.limit if kept else f"{self.limit}: over"


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
    """Time both in turn, so that drift meets both, and take the medians.

    What runs in this process alone may be timed by the seconds that its processor worked for it:
    ``time.process_time``.
    """
    run()
    other()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for kept, measured in zip(times, (run, other), strict=True):
            begun = clock()
            measured()
            kept.append((clock() - begun) * 1000)
    medians = map(statistics.median, times)
    return Figure(what, next(medians), baseline, next(medians), limit)


def show(title: str, figures: Iterable[Figure]) -> None:
    """Print figures as a table."""
    table = Table(title=title, title_justify="left")
    for column, side in (("measured", "left"), ("ms", "right"), ("baseline", "left")):
        table.add_column(column, justify="right" if side == "right" else "left")
    table.add_column("ms", justify="right")
    table.add_column("ratio", justify="right")
    table.add_column("limit", justify="right")
    for figure in figures:
        table.add_row(
            figure.what,
            f"{figure.ms:.2f}",
            figure.baseline,
            f"{figure.baseline_ms:.2f}",
            f"{figure.ratio:.1f}×",
            figure.judged,
        )
    Console(width=120).print(table)
