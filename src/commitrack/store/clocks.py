"""Queries that ask for nothing but what is open and for its two dates.

The indexes of the open dates hold all that they ask, and one holds it in their order.
"""

from __future__ import annotations

from commitrack.query import And, Day, DayRange, Field, Node, Not, Or, Query, Text, bounds
from commitrack.store.asking import Lens
from commitrack.store.sql import ALL_STALE, Sql, all_open_before, all_open_between

_OPEN = frozenset({"open", "chase", "due-today", "due-soon"})
_CLOCKS = frozenset({"due", "follow_up"})


def only_dated(node: Node, lens: Lens) -> Sql | None:
    """The numbers of a query for what is overdue or stale, or for what is open and has one of its
    dates between certain days; None for any other.

    At a million commitments half of them may be overdue: to look each up once more takes far
    longer. And to be due or to be followed up this week are two stretches of two indexes.
    """
    match node:
        case Field("is", (Text("overdue"),)):
            return all_open_before(lens.today.isoformat(), "due", "follow_up")
        case Field("is", (Text("stale"),)):
            return Sql(ALL_STALE, (lens.today.isoformat(),))
        case And((Field("is", (Text("open"),)), Or((Field() as one, Field() as other)))):
            return _between(one, other, lens)
    return None


def _between(one: Field, other: Field, lens: Lens) -> Sql | None:
    days = {
        field.name: bounds(value, lens.today)
        for field in (one, other)
        for value in field.values
        if len(field.values) == 1 and isinstance(value, Day | DayRange)
    }
    if days.keys() != _CLOCKS:
        return None
    return all_open_between(
        {name: (first.isoformat(), last.isoformat()) for name, (first, last) in days.items()}
    )


def clock_of(query: Query) -> str | None:
    """The date by which a query orders what is open, when it asks for nothing else but dates.

    The index of that date holds all of it, in this very order.
    """
    keys = [one.field for one in query.sort]
    alone = len(keys) == 1 and keys[0] in _CLOCKS and query.group is None
    return keys[0] if alone and _open_states(query.where) else None


def index(query: Query, *, ordered: bool) -> str:
    """The index for a query that asks what is open by its dates, or by its lead, and nothing else.

    It holds all that such a query asks. SQLite, without statistics, would rather look up every open
    commitment by its status.
    """
    if _of_one_lead(query.where):
        return "INDEXED BY open_by_lead "
    clock = clock_of(query) if ordered else None
    states = _open_states(query.where)
    if clock is None and states and states != ("open",):
        clock = "follow_up" if "chase" in states else "due"
    return "" if clock is None else f"INDEXED BY open_by_{clock} "


def _of_one_lead(node: Node) -> bool:
    """Whether a node asks what is open and led by somebody, and for nothing else."""
    match node:
        case And((Field() as one, Field() as other)):
            pair = (one, other) if one.name == "is" and one.values == _IS_OPEN else (other, one)
            state, lead = pair
            return (state.name, state.values) == ("is", _IS_OPEN) and (
                (lead.name, lead.values) == ("is", _IS_MINE)
                or (lead.name == "lead" and all(isinstance(value, Text) for value in lead.values))
            )
    return False


_IS_OPEN = (Text("open", exact=True),)
_IS_MINE = (Text("mine", exact=True),)


def _open_states(node: Node) -> tuple[str, ...]:
    """What a query asks of being open when it asks for that, perhaps for dates, and nothing else.

    A date that it asks for besides counts as a state.
    """
    parts = node.parts if isinstance(node, And) else (node,)
    states = [
        one.text
        for part in parts
        if isinstance(part, Field) and part.name == "is" and len(part.values) == 1
        for one in part.values
        if isinstance(one, Text) and one.text in _OPEN
    ]
    if not states or not all(map(_asks_the_clocks, parts)):
        return ()
    return (*states, "dated") if len(parts) > 1 else tuple(states)


def _asks_the_clocks(node: Node) -> bool:
    """Whether a node asks for nothing but being open and the two dates."""
    match node:
        case And(parts) | Or(parts):
            return all(map(_asks_the_clocks, parts))
        case Not(part):
            return _asks_the_clocks(part)
        case Field("is", values):
            return all(isinstance(one, Text) and one.text in _OPEN for one in values)
        case Field("has" | "no", values):
            return all(isinstance(one, Text) and one.text in _CLOCKS for one in values)
        case Field(name):
            return name in _CLOCKS
    return False
