"""A chart as plain values: what it is about, its bars, and what each of them leads to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How the bars lie."""

    BARS = "bars"
    """One below the other, each with its name before it."""
    COLUMNS = "columns"
    """Side by side, as time goes on."""


@dataclass(frozen=True, slots=True)
class Series:
    """What a part of a stacked bar stands for; all of it together is a target of its own."""

    name: str
    glyph: str = "█"
    """Its texture, one cell wide: ``█`` can be shown to an eighth of a cell."""
    style: str = "chart--bar"
    query: str = ""
    """What lists all of it."""
    total: int | None = None
    """How many that lists, where a column leaves out what another series has there already."""
    said: str = ""
    """What a part of a bar is called in a sentence; empty as the series is."""

    @property
    def called(self) -> str:
        """What a part of a bar is called in a sentence."""
        return self.said or self.name


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, how many in each series, and the query that lists exactly those."""

    label: str
    query: str
    values: tuple[int, ...] | None = None
    """One for each series; None while they are counted."""
    style: str = ""
    """How it is drawn where it is not stacked; empty as its series is."""
    glyph: str = ""
    """What stands for it in a bar of the whole."""
    aside: str = ""
    """What else is to be known of it."""
    name: str = ""
    """Its name in a sentence, where the label is short: ``March 2026``."""

    @property
    def total(self) -> int | None:
        """How many in all; None while they are counted."""
        return None if self.values is None else sum(self.values)

    @property
    def called(self) -> str:
        """Its name in a sentence."""
        return self.name or self.label


ONE = (Series(""),)
"""The series of a chart that is not stacked."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What a pane shows. The targets are its bars, then its series when there are several."""

    title: str
    bars: tuple[Bar, ...]
    kind: Kind = Kind.BARS
    series: tuple[Series, ...] = ONE
    empty: str = ""
    """What to say when every bar is nought."""
    whole: bool = False
    """Whether one bar of all of them together stands above them."""
    sum: int | None = None
    """How many there are in all, where some stand in several bars."""

    def __post_init__(self) -> None:
        if any(one.values is not None and len(one.values) != len(self.series) for one in self.bars):
            raise ValueError(f"a bar of {self.title} does not fit its series")

    @property
    def counting(self) -> bool:
        """Whether some of it is not counted yet."""
        return any(one.values is None for one in self.bars)

    @property
    def total(self) -> int:
        """How many in all bars, as far as they are counted."""
        return sum(one.total or 0 for one in self.bars) if self.sum is None else self.sum

    @property
    def is_empty(self) -> bool:
        """Whether everything is counted, and there is nothing."""
        return not self.counting and not self.total

    @property
    def targets(self) -> tuple[str, ...]:
        """The query of each target."""
        return (*(one.query for one in self.bars), *(one.query for one in self.legend))

    @property
    def legend(self) -> tuple[Series, ...]:
        """The series that are told apart below the chart."""
        return self.series if len(self.series) > 1 else ()

    def of_series(self, place: int) -> int:
        """How many of one series in all bars."""
        known = self.series[place].total
        if known is not None:
            return known
        return sum(one.values[place] for one in self.bars if one.values is not None)
