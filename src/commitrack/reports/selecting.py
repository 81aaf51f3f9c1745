"""Which commitments a report is about: its own condition and the reader's, both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from commitrack.model.errors import BadInput
from commitrack.model.records import Dossier
from commitrack.query import Query, canonical, combine, parse
from commitrack.reports.heading import Head
from commitrack.store import Extent, Lens, ReadableStore
from commitrack.store.expanding import expanded

_CHUNK = 500
"""Dossiers read at once."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The commitments found, and the head of the report on them."""

    dossiers: tuple[Dossier, ...]
    head: Head
    """With the filter that found them, in its one spelling."""


def select(
    store: ReadableStore,
    lens: Lens,
    own: str,
    readers: str | None,
    extent: Extent = Extent.STANDING,
) -> Selection:
    """The commitments that meet the report's `own` condition and the reader's query.

    Each stays whole: an OR in one never reaches into the other. A report has its own order, so
    ``sort:``, ``group:``, ``limit:`` and ``cols:`` in the reader's query are `BadInput`.
    """
    query = narrowed(store, own, readers)
    head = Head.of(store, lens, canonical(query))
    return Selection(tuple(found(store, lens, query, extent)), head)


def narrowed(store: ReadableStore, own: str, readers: str | None) -> Query:
    """The report's condition and the reader's in one query; see `select`."""
    asked = parse(readers or "")
    if asked.sort or asked.group is not None or asked.limit is not None or asked.cols:
        raise BadInput(
            "a report has its own order and columns: leave out sort:, group:, limit: and cols:, "
            "or use list"
        )
    both = combine(expanded(store, asked), parse(own))
    return Query(where=both.where)


def found(
    store: ReadableStore, lens: Lens, query: Query, extent: Extent = Extent.STANDING
) -> Iterator[Dossier]:
    """The commitments that a query finds, by number, each read so far as a report needs it.

    They are read some at a time: who lets go of one before the next need not hold them all.
    """
    return read(store, sorted(store.ids(query, lens)), extent)


def read(
    store: ReadableStore, numbers: Sequence[int], extent: Extent = Extent.STANDING
) -> Iterator[Dossier]:
    """These commitments, read some at a time."""
    for first in range(0, len(numbers), _CHUNK):
        yield from store.dossiers(numbers[first : first + _CHUNK], extent)
