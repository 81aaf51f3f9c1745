"""Putting queries together: a user's with a view's, and ``@name`` with what it stands for."""

from __future__ import annotations

from collections.abc import Mapping

from commitrack.model.frozen import replace
from commitrack.query.errors import QueryError, nearest_name, quoted
from commitrack.query.nodes import And, Field, Ids, Node, Not, Or, Query, View, conjoin, disjoin
from commitrack.query.parser import MAX_DEPTH, MAX_TERMS, parse

MAX_VIEWS = 20
"""Views inside each other."""

MAX_LEVELS = 3 * MAX_DEPTH
"""Levels of the expanded tree; one level of parentheses can be two of the tree."""


_WAY_OUT = "@overdue -lead:ann"


def combine(first: Query, second: Query) -> Query:
    """What meets both. Each condition stays whole: an OR in one never reaches into the other.

    Where both say how to show the result, `first` (the user's) wins over `second` (the view's).
    `expand` both before: an unknown ``@name`` in `second` could not be shown in its own text.
    """
    return replace(_filled(first, second), where=conjoin((first.where, second.where)))


def expand(query: Query, views: Mapping[str, str]) -> Query:
    """The query with every ``@name`` replaced by the condition of the view of that name.

    `views` gives each view's text; case does not matter. Directives the query lacks come from
    the views it names, first one first, unless negated. `QueryError` for an unknown view, one
    that refers to itself, one whose own text is wrong, and for more conditions than a query holds.
    """
    return _Expansion({name.lower(): text for name, text in views.items()}).whole(query)


class _Expansion:
    """One run of `expand`; it counts, because views that name views can grow without bound."""

    def __init__(self, views: Mapping[str, str]) -> None:
        self._views = views
        self._terms = 0

    def whole(self, query: Query, trail: tuple[str, ...] = (), level: int = 0) -> Query:
        """The query expanded; `trail` is the views that led here, `level` how deep they stand."""
        shown = query
        named: list[Query] = []
        where = self._node(query.where, query, trail, named, level)
        for view in named:
            shown = _filled(shown, view)
        return replace(shown, where=where)

    def _node(
        self, node: Node, query: Query, trail: tuple[str, ...], named: list[Query], level: int
    ) -> Node:
        if level > MAX_LEVELS:
            raise _too_much(f"more than {MAX_LEVELS} levels", query)
        below = level + 1
        match node:
            case And(parts):
                return conjoin(self._node(part, query, trail, named, below) for part in parts)
            case Or(parts):
                return disjoin(self._node(part, query, trail, named, below) for part in parts)
            case Not(part):
                return Not(self._node(part, query, trail, [], below))
            case View():
                view = self._view(node, query, trail, level)
                named.append(view)
                return view.where
            case _:
                self._count(node, query)
                return node

    def _view(self, node: View, query: Query, trail: tuple[str, ...], level: int) -> Query:
        width = len(node.name) + 1
        text = self._views.get(node.name)
        if text is None:
            near = nearest_name(node.name, self._views)
            way_out = f': did you mean "{near}"?' if near else "; commitrack view list names them"
            message = f"unknown view {quoted(node.name)}{way_out}"
            example = f"@{near or next(iter(self._views), 'overdue')}"
            raise QueryError(message, query.text, node.at, width, example=example)
        if node.name in trail:
            circle = " → ".join(
                f"@{name}" for name in (*trail[trail.index(node.name) :], node.name)
            )
            message = f"a view refers to itself: {circle}"
            raise QueryError(message, query.text, node.at, width, example=_WAY_OUT)
        if len(trail) >= MAX_VIEWS:
            message = f"more than {MAX_VIEWS} views inside each other"
            raise QueryError(message, query.text, node.at, width, example=_WAY_OUT)
        return self.whole(self._parsed(node.name, text), (*trail, node.name), level)

    @staticmethod
    def _parsed(name: str, text: str) -> Query:
        try:
            return parse(text)
        except QueryError as error:
            message = f"in the view @{name}: {error.message}"
            raise QueryError(
                message, error.text, error.position, error.width, example=error.example
            ) from None

    def _count(self, node: Node, query: Query) -> None:
        match node:
            case Field(_, values):
                self._terms += len(values)
            case Ids(_, numbers):
                self._terms += len(numbers)
            case _:
                self._terms += 1
        if self._terms > MAX_TERMS:
            raise _too_much(f"more than {MAX_TERMS} conditions", query)


def _too_much(what: str, query: Query) -> QueryError:
    message = f"{what}, with those of the views"
    return QueryError(message, query.text, 0, len(query.text), example=_WAY_OUT)


def _filled(query: Query, other: Query) -> Query:
    """`query` with the directives it lacks taken from `other`."""
    return replace(
        query,
        sort=query.sort or other.sort,
        group=query.group if query.group is not None else other.group,
        limit=query.limit if query.limit is not None else other.limit,
        cols=query.cols or other.cols,
    )
