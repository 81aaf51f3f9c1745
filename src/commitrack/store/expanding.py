"""What ``@name`` stands for in a store: the built-in views, and those that people have saved."""

from __future__ import annotations

from commitrack.query import Query, SavedView, expand
from commitrack.query.views import arranged, texts
from commitrack.store.readable import ReadableStore


def every_view(store: ReadableStore) -> tuple[SavedView, ...]:
    """The views of a store in the order in which they are shown."""
    return arranged(store.views())


def expanded(store: ReadableStore, query: Query) -> Query:
    """A query with the views of the store in the place of their names; `QueryError` as `expand`."""
    return expand(query, texts(every_view(store)))
