"""``facets``: what a query could be narrowed by, and how many each choice would leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from commitrack.cli.completions import complete_facet, complete_query
from commitrack.cli.conditions import QueryCommand
from commitrack.cli.naming import COUNT
from commitrack.cli.session import Session
from commitrack.cli.shell_words import as_typed
from commitrack.cli.streams import put, say
from commitrack.cli.tables import put_table
from commitrack.model.errors import BadInput
from commitrack.model.fields import did_you_mean
from commitrack.query import FIELDS, Query, canonical, conjoin, expand, find_field, parse
from commitrack.query.completing import choices, slot_at
from commitrack.query.views import texts
from commitrack.store import Store
from commitrack.store.expanding import every_view, expanded

USUAL = ("is", "status", "kind", "owner", "lead", "topic", "tag", "strength", "due", "no")
"""The fields that are shown when nobody names any: none of them asks the model."""
_USUAL = ", ".join((*USUAL, "view"))
_VALUES = 12
"""Values of a field that are shown when nobody says how many: the most frequent."""


@click.command(cls=QueryCommand)
@click.argument(
    "words", nargs=-1, metavar="[QUERY]…", type=click.UNPROCESSED, shell_complete=complete_query
)
@click.option(
    "--by",
    "names",
    metavar="FIELD,…",
    shell_complete=complete_facet,
    help=f"The fields to look at; default: {_USUAL}.",
)
@click.option("--limit", type=COUNT, metavar="N", default=_VALUES, help="Values of each field.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def facets(
    session: Session, words: tuple[str, ...], names: str | None, limit: int, *, as_data: bool
) -> None:
    """Show how many commitments each further condition would leave of what a query finds.

    \b
    commitrack facets is:open
    commitrack facets is:open --by owner,rag,view

    What would leave none is not shown.
    """
    query = replace(parse(as_typed(words)), sort=(), group=None, cols=())
    wanted = _fields(names)
    with session.store() as store:
        query = replace(expanded(store, query), limit=None)
        count = store.counts({"": query}, session.lens)[""]
        found = [(name, list(_left(session, store, query, name, limit))) for name in wanted]
    if as_data:
        _put_json(session, query, count, found)
        return
    rows = [[name, term, f"{left:,}"] for name, values in found for term, left in values]
    if rows:
        put_table(["facet", "condition", "left"], rows)
    say(f"of {count:,}")


def _fields(names: str | None) -> tuple[str, ...]:
    if names is None:
        return (*USUAL, "view")
    found = []
    for typed in names.split(","):
        word = typed.strip().lower()
        spec = find_field(word)
        name = word if spec is None else spec.name
        if name != "view" and (spec is None or name in ("text", "title", "quote", "id")):
            near = did_you_mean(name, [*FIELDS, "view"]) or f"; usual ones are {_USUAL}"
            raise BadInput(f"there are no facets by {typed.strip()!r}{near}")
        found.append(name)
    return tuple(dict.fromkeys(found))


def _left(
    session: Session, store: Store, query: Query, name: str, limit: int
) -> Iterator[tuple[str, int]]:
    """The conditions by a field that leave anything, and how many each leaves."""
    views = every_view(store)
    typed = "@" if name == "view" else f"{name}:"
    slot = slot_at(typed, len(typed))
    asked = slot.asks
    stored = () if asked is None else store.values(asked, query, session.lens, limit=limit)
    offered = choices(slot, [(one, "") for one in stored], views)
    terms = [one.text if name == "view" else f"{name}:{one.text}" for one in offered]
    queries = {
        term: Query(conjoin((query.where, expand(parse(term), texts(views)).where)))
        for term in terms
    }
    counts = store.counts(queries, session.lens)
    left = [(term, counts[term]) for term in terms if counts[term]]
    yield from left[:limit]


def _put_json(
    session: Session, query: Query, count: int, found: Sequence[tuple[str, list[tuple[str, int]]]]
) -> None:
    from commitrack.cli.wire import VERSION
    from commitrack.model.inert import json_text

    put(
        json_text(
            {
                "version": VERSION,
                "query": canonical(query),
                "today": session.today.isoformat(),
                "count": count,
                "facets": [
                    {
                        "field": name,
                        "values": [{"condition": term, "left": left} for term, left in values],
                    }
                    for name, values in found
                ],
            }
        )
    )
