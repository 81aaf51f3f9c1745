"""What the browse screen shows, as one immutable value, and the query it stands for."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from commitrack.model.frozen import dataclass, field, replace
from commitrack.query import (
    BUILT_IN_VIEWS,
    And,
    Field,
    Node,
    Not,
    Or,
    Query,
    QueryError,
    SavedView,
    Sort,
    Text,
    combine,
    expand,
    parse,
)
from commitrack.query.views import built_in, texts

_COUNTED = {
    "inbox": "in the inbox",
    "closed": "closed",
    "all": "in all",
    "review": "awaiting sign-off",
    "undated": "without a date",
    "mine": "of yours",
    "open": "open",
    "chase": "to chase",
}


GROUPS = ("owner", "lead", "status")
"""What a list is grouped by, one after the other, with a key; a query may group by more."""


def view_named(name: str, views: Sequence[SavedView] = BUILT_IN_VIEWS) -> SavedView:
    """The saved view with this name; `StopIteration` when there is none."""
    return next(view for view in views if view.name == name)


OPENING_VIEW = view_named("open")
"""What the browse screen shows first."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """Which commitments are listed, in which order, and which of them are in hand."""

    view: SavedView = OPENING_VIEW
    views: tuple[SavedView, ...] = field(default_factory=built_in)
    """Every view there is, in the order in which they are shown."""
    filter: str = ""
    """What the user typed on top of the view; always a query that can be read."""
    sort: Sort | None = None
    """The column the user chose to sort by; None leaves it to the filter or the view."""
    group: str | None = None
    """The field the user chose to group by, empty for none; None leaves that to them, too."""
    cursor: int | None = None
    """The number of the commitment under the cursor."""
    marked: frozenset[int] = frozenset()
    """Numbers of the marked commitments, all of them in the list, unless `every` one is."""
    every: bool = False
    """Whether everything in the list is marked but what was `spared`: it may be a million."""
    spared: frozenset[int] = frozenset()

    @property
    def query(self) -> Query:
        """The query that lists what this state shows."""
        query = query_of(self.view, self.filter, self.views)
        if self.group is not None:
            query = replace(query, group=self.group or None)
        return query if self.sort is None else replace(query, sort=(self.sort,))

    @property
    def order(self) -> Sort | None:
        """The first key of the order the list is in, for the mark in the table's header."""
        return next(iter(self.query.sort), None)

    def sorted_by(self, field: str) -> ViewState:
        """Sorted by a column: ascending first, then descending, then in the view's own order."""
        if self.sort is None or self.sort.field != field:
            order = self.order
            upwards = order is not None and order.field == field and not order.descending
            return replace(self, sort=Sort(field, upwards))
        return replace(self, sort=None if self.sort.descending else Sort(field, descending=True))

    def reversed(self) -> ViewState:
        """The same order, the other way round."""
        order = self.order or Sort("id")
        return replace(self, sort=Sort(order.field, not order.descending))

    def grouped(self) -> ViewState:
        """In the next of the groups there are to choose from, and after the last without any."""
        now = self.query.group
        at = GROUPS.index(now) + 1 if now in GROUPS else 0
        return replace(self, group=GROUPS[at] if at < len(GROUPS) else "")

    def has_marked(self, number: int) -> bool:
        """Whether a commitment in the list is marked."""
        return number not in self.spared if self.every else number in self.marked

    def marks(self, count: int) -> int:
        """How many of a list of so many are marked."""
        return count - len(self.spared) if self.every else len(self.marked)

    def toggled(self, numbers: frozenset[int]) -> ViewState:
        """Mark these commitments, or unmark them when all of them are marked."""
        if self.every:
            spared = self.spared - numbers if numbers & self.spared else self.spared | numbers
            return replace(self, spared=spared)
        if numbers <= self.marked:
            return replace(self, marked=self.marked - numbers)
        return replace(self, marked=self.marked | numbers)

    def marking(self, numbers: frozenset[int]) -> ViewState:
        """Mark those of a range that are not marked; unmark all of it when none is left."""
        fresh = frozenset(number for number in numbers if not self.has_marked(number))
        return self.toggled(fresh or numbers)

    def marking_every(self) -> ViewState:
        """Mark everything in the list, or unmark it when everything is marked."""
        if self.every and not self.spared:
            return self.unmarked()
        return replace(self.unmarked(), every=True)

    def unmarked(self) -> ViewState:
        """Without a mark."""
        return replace(self, marked=frozenset(), every=False, spared=frozenset())


def query_of(view: SavedView, typed: str, views: Sequence[SavedView] = BUILT_IN_VIEWS) -> Query:
    """What `typed` finds within a view; `QueryError` when it cannot be read."""
    known = texts(views)
    asked = expand(parse(typed), known)
    return combine(asked, expand(parse(view.query), known))


def with_views(state: ViewState, views: tuple[SavedView, ...]) -> ViewState:
    """The state with other views to choose from; one that is gone gives way to the first shown."""
    named = {view.name: view for view in views}
    return replace(state, views=views, view=named.get(state.view.name) or named[OPENING_VIEW.name])


def counted(views: Sequence[SavedView]) -> tuple[dict[str, Query], ...]:
    """What to count of the views, by name: first what is soon counted, then what takes longer.

    A view that cannot be read, since words in it were erased, is not counted.
    """
    quick: dict[str, Query] = {}
    slow: dict[str, Query] = {}
    for view in views:
        with contextlib.suppress(QueryError):
            query = query_of(view, "", views)
            (slow if _takes_long(query.where) else quick)[view.name] = query
    return tuple(part for part in (quick, slow) if part)


def _takes_long(node: Node) -> bool:
    match node:
        case And(parts) | Or(parts):
            return any(map(_takes_long, parts))
        case Not(part):
            return _takes_long(part)
        case Field("is", values):
            return Text("stale", exact=True) in values
        case Field(name):
            return name in ("assurance", "specificity", "lint", "tag", "maker")
    return False


def count_words(view: SavedView, count: int) -> str:
    """How many a view lists, in words: ``3 overdue``, ``12 in the inbox``."""
    words = _COUNTED.get(view.name, view.title[:1].lower() + view.title[1:])
    return f"{count:,} {words}"
