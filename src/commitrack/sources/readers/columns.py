"""The order in which a page is read: column by column, below what stands across them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median

from commitrack.sources.readers.glyphs import Run

_LEAST_LINES = 4
"""Lines of a column; fewer may be a table, or chance."""
_FEW_LINES = 2
_LEAST_CHARACTERS = 18
"""Characters of a line of prose in the narrowest column."""
_FULL = 0.55
"""A column's lines reach over so much of its width; a table's cells do not."""
_GUTTER = 0.6
"""Line heights between two columns."""
_DEEPEST = 4


def reading_order(runs: list[Run], depth: int = 0) -> list[list[Run]]:
    """The runs in groups, in the order in which they are read; a group is one column's part."""
    if depth >= _DEEPEST or len(runs) < 2 * _FEW_LINES:
        return [runs] if runs else []
    best: tuple[int, list[tuple[list[Run], list[Run], list[Run]]]] = (0, [])
    for place in _gutters(runs):
        bands = list(_bands(runs, place))
        score = sum(_beside(left, right) for _, left, right in bands if left and right)
        if score > best[0]:
            best = (score, bands)
    if not best[0]:
        return [runs]
    found: list[list[Run]] = []
    for across, left, right in best[1]:
        if across:
            found.append(across)
        for column in (left, right):
            if column:
                found.extend(reading_order(column, depth + 1))
    return found


def _beside(left: list[Run], right: list[Run]) -> int:
    """How many runs of two columns have the other column beside them."""
    top = max(left[0].y, right[0].y) - right[0].size
    foot = min(left[-1].y, right[-1].y) + right[0].size
    return sum(top <= run.y <= foot for run in (*left, *right))


def _gutters(runs: list[Run]) -> Iterator[float]:
    """Places where many lines end on the left and many begin on the right."""
    starts = sorted(run.x0 for run in runs)
    seen: list[float] = []
    for at in starts:
        if seen and at - seen[-1] < 3:
            continue
        seen.append(at)
        same = sum(1 for start in starts if abs(start - at) < 3)
        if same >= _FEW_LINES and at - starts[0] > 60:
            yield at - 2


def _bands(runs: list[Run], place: float) -> Iterator[tuple[list[Run], list[Run], list[Run]]]:
    """From top to bottom: what crosses the gutter before a place, then the columns beside it.

    Where the two sides are not columns of prose, all of the band is taken as crossing.
    """
    across: list[Run] = []
    beside: list[Run] = []
    for run in sorted(runs, key=lambda one: one.y):
        crosses = run.table is not None and run.x0 < place < run.x1
        crosses = crosses or (run.x0 < place - 2 and run.x1 > place - _GUTTER * run.size)
        if not crosses:
            beside.append(run)
            continue
        if beside:
            if across or _are_columns(beside, place):
                yield from _settled(across, beside, place)
                across, beside = [], []
            else:
                across, beside = [*across, *beside], []
        across.append(run)
    yield from _settled(across, beside, place)


def _settled(
    across: list[Run], beside: list[Run], place: float
) -> Iterator[tuple[list[Run], list[Run], list[Run]]]:
    if _are_columns(beside, place):
        left = [run for run in beside if run.x0 < place]
        yield across, left, [run for run in beside if run.x0 >= place]
    elif across or beside:
        yield [*across, *beside], [], []


def _are_columns(beside: list[Run], place: float) -> bool:
    left = [run for run in beside if run.x0 < place]
    right = [run for run in beside if run.x0 >= place]
    if not left or not right:
        return False
    size = median(run.size for run in beside)
    if min(run.x0 for run in right) - max(run.x1 for run in left) < _GUTTER * size:
        return False
    counts = sorted((len(lines_of(left)), len(lines_of(right))))
    if counts[1] < _LEAST_LINES or counts[0] < _FEW_LINES:
        return False
    return _is_prose(left) and _is_prose(right)


def _is_prose(column: list[Run]) -> bool:
    lines = lines_of(column)
    width = max(run.x1 for run in column) - min(run.x0 for run in column)
    reach = median(line[-1].x1 - line[0].x0 for line in lines)
    length = median(sum(len(run.text) for run in line) for line in lines)
    return reach >= _FULL * width and length >= _LEAST_CHARACTERS


def lines_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs in lines: those on one baseline, from left to right; the lines from top to bottom."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: (one.y, one.x0)):
        last = lines[-1][0] if lines else None
        if (
            last is not None
            and run.table is None
            and last.table is None
            and run.y - last.y <= 0.4 * max(run.size, last.size)
        ):
            lines[-1].append(run)
        else:
            lines.append([run])
    for line in lines:
        line.sort(key=lambda one: one.x0)
    return lines
