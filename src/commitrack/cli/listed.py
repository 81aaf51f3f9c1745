"""Carrying out ``list``, however its arguments were understood. Knows no parser of them."""

from __future__ import annotations

from collections.abc import Sequence

from commitrack.cli.list_forms import Listing
from commitrack.cli.session import Session
from commitrack.cli.shell_words import as_typed
from commitrack.cli.streams import on_terminal, say
from commitrack.model import columns
from commitrack.model.frozen import dataclass, replace
from commitrack.query import Query, parse
from commitrack.store.expanding import expanded

SCREENFUL = 50
"""Commitments shown on a terminal when nobody says how many."""


@dataclass(frozen=True, slots=True)
class ListWish:
    """What is to be listed, and how."""

    words: Sequence[str]
    form: str = "table"
    limit: int | None = None
    """At most so many; 0: all. None: a screenful on a terminal, all in a pipe."""
    cols: str | None = None
    sort: str | None = None
    group: str | None = None
    only_count: bool = False


def put_list(session: Session, wish: ListWish) -> int:
    """Print what is wished for, and return how many commitments that are."""
    query = _query(wish)
    if wish.limit is not None:
        query = replace(query, limit=wish.limit or None)
    table = wish.form == "table" and on_terminal() and not wish.only_count
    with session.store() as store:
        query = expanded(store, query)
        if query.limit is None and wish.limit is None and table:
            query = replace(query, limit=SCREENFUL)
        if not query.cols:
            query = replace(query, cols=session.settings.columns())
        if wish.only_count:
            every = replace(query, limit=None)
            return Listing(session, store, every, ()).put_count(as_data=wish.form == "json")
        numbers = store.ids(query, session.lens)
        listing = Listing(session, store, query, numbers)
        listing.put(wish.form)
        found = listing.found
    _talk(len(numbers), found)
    return len(numbers)


def _query(wish: ListWish) -> Query:
    """The query that the words make, with what options say in place of its own directives."""
    query = parse(as_typed(wish.words))
    if wish.sort is not None:
        query = replace(query, sort=parse(f"sort:{wish.sort}").sort)
    if wish.group is not None:
        query = replace(query, group=parse(f"group:{wish.group}").group)
    if wish.cols is not None:
        query = replace(query, cols=columns.named(wish.cols.split(",")))
    return query


def _talk(shown: int, found: int) -> None:
    """Say how many there are when the output alone does not."""
    if not shown:
        say("no commitment matches")
    elif found > shown:
        say(f"{shown:,} of {found:,} shown; --limit 0 for all")
