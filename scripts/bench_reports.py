"""How long reports take on a large record, beside reading every open commitment of it whole."""

from __future__ import annotations

import gc
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from commitrack.query import parse
from commitrack.reports import CATALOGUE, FORMATS, XLSX, Argument, build, render, render_file
from commitrack.reports.appointments import appointments
from commitrack.reports.as_icalendar import as_icalendar
from commitrack.store import Lens, Store, open_store
from make_store import BODIES, fill
from measuring import Figure, paired

LENS = Lens(date(2026, 3, 2), "ann")
SUBJECTS = {
    Argument.QUERY: None,
    Argument.STATEMENT: "S-0001",
    Argument.COMMITMENT: "C-0001",
    Argument.PARTY: BODIES[0],
    Argument.PARTY_OR_IDS: BODIES[0],
}
LIMIT = 3_000
"""Milliseconds that any report may take at `NUMBER` commitments."""
NUMBER = 100_000
_BASELINE = "dossiers of all that is open"
_CHUNK = 500


@contextmanager
def filled(number: int) -> Iterator[Store]:
    """A store of so many commitments, built now."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        try:
            for _ in fill(store, number):
                pass
            yield store
        finally:
            store.close()


def reports(store: Store, commitments: int) -> list[Figure]:
    """Every report, built once for all, in processor time; the limit grows with the record."""
    limit = f"{max(LIMIT * commitments // NUMBER, 300)} ms"

    def every_open() -> None:
        numbers = store.ids(parse("is:open"), LENS)
        for first in range(0, len(numbers), _CHUNK):
            store.dossiers(numbers[first : first + _CHUNK])

    def built(name: str, subject: str | None) -> None:
        build(name, store, LENS, subject)

    with _without_searching_for_circles():
        figures = [
            paired(
                f"report {name}",
                lambda name=name, one=one: built(name, SUBJECTS[one.argument]),  # type: ignore[misc]
                _BASELINE,
                every_open,
                1,
                limit,
                clock=time.process_time,
            )
            for name, one in CATALOGUE.items()
        ]
        figures.append(
            paired(
                "report agenda --ics, written",
                lambda: as_icalendar(appointments(store, LENS)),
                _BASELINE,
                every_open,
                1,
                limit,
                clock=time.process_time,
            )
        )
    return figures


def rendered(store: Store, commitments: int) -> list[Figure]:
    """The longest report in every form, beside building it."""
    limit = f"{max(LIMIT * commitments // NUMBER, 300)} ms"
    report = build("lint", store, LENS)
    forms: dict[str, Callable[[], object]] = {
        "a terminal of 80": lambda: render(report, "text", width=80, colour=True),
        **{form: lambda form=form: render_file(report, form) for form in (*FORMATS, XLSX)},  # type: ignore[misc]
    }
    with _without_searching_for_circles():
        return [
            paired(
                f"report lint, drawn as {form}",
                draw,
                "built",
                lambda: build("lint", store, LENS),
                1,
                limit,
                clock=time.process_time,
            )
            for form, draw in forms.items()
        ]


def report_memory(store: Store, smaller: Store) -> Iterator[Figure]:
    """The most that each report holds at once, in megabytes, beside that of a tenth of the record:
    what is listed grows with it, and nothing may grow faster.
    """
    for name, one in CATALOGUE.items():
        most, less = (_most(name, each, SUBJECTS[one.argument]) for each in (store, smaller))
        yield Figure(f"report {name}, most memory (MB)", most, "of a tenth", less, "12×")


def _most(name: str, store: Store, subject: str | None) -> float:
    tracemalloc.start()
    try:
        build(name, store, LENS, subject)
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


@contextmanager
def _without_searching_for_circles() -> Iterator[None]:
    """As the command does it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
