"""What every report says of itself: the day, the store and the filter it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from commitrack.reports.frame import Report, Section
from commitrack.store import Lens, ReadableStore


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a report, before anybody knows what stands below it."""

    as_of: date
    store: str
    filter: str

    @classmethod
    def of(cls, store: ReadableStore, lens: Lens, filter: str) -> Head:  # noqa: A002 (it is one)
        """The head of what a store says, asked through this lens, of what the filter finds."""
        return cls(lens.today, store.place, filter)

    def over(self, name: str, title: str, legend: tuple[str, ...], *sections: Section) -> Report:
        """The whole report: this head over its sections, and the legend below them."""
        return Report(name, title, self.as_of, self.store, self.filter, legend, sections)
