"""Lists held in order, so that any page of one is at hand wherever it begins.

SQLite finds what a list holds off an index quickly, but puts hundreds of thousands of numbers in
order slowly. Each order of the whole record is read off its own index instead, and kept; the list
is that order with what it does not hold left out. All of it holds for one moment of the record.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from itertools import compress
from typing import TypeAlias

from commitrack.query import Everything, Query, Sort
from commitrack.store.compiling import READ_OFF, compile_query
from commitrack.store.engine import Connection
from commitrack.store.protocol import Lens

_FEW = 5_000
"""So few numbers SQLite puts in order itself as quickly."""
_HELD = 4
_ORDERS = 2
"""How many lists and orders are kept: eight megabytes for each at a million."""

Numbers: TypeAlias = "array[int]"
_Moment: TypeAlias = tuple[int, int]


class Lists:
    """The lists that one connection has been asked for, as long as the record stays as it is."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._moment: _Moment | None = None
        self._lists: OrderedDict[tuple[Query, Lens], Numbers] = OrderedDict()
        self._orders: OrderedDict[Sort, Numbers] = OrderedDict()

    def ids(self, query: Query, lens: Lens) -> Numbers:
        """The numbers that a query finds, in its order; inside the caller's transaction."""
        held = self._held(query, lens)
        if held is None:
            held = self._find(query, lens)
            _keep(self._lists, (query, lens), held, _HELD)
        return held

    def page(self, query: Query, lens: Lens, first: int, size: int) -> Sequence[int]:
        """The numbers from place `first` on, as many as `size`.

        The first page of a list is read off an index at once; to go further the list is held.
        """
        held = self._held(query, lens)
        if held is None and first == 0:
            wanted = size if query.limit is None else min(size, query.limit)
            sql, values = compile_query(self._connection, query, lens, limit=wanted)
            return array("q", (row[0] for row in self._connection.execute(sql, values)))
        return (self.ids(query, lens) if held is None else held)[first : first + size]

    def _held(self, query: Query, lens: Lens) -> Numbers | None:
        newest = self._connection.execute("SELECT max(id) FROM transactions").fetchone()[0]
        signal = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if self._moment != (newest, signal):
            self._moment = (newest, signal)
            self._lists.clear()
            self._orders.clear()
        return self._lists.get((query, lens))

    def _find(self, query: Query, lens: Lens) -> Numbers:
        simple = len(query.sort) <= 1 and query.group is None and query.limit is None
        key = query.sort[0] if query.sort else Sort("id")
        if not simple or key.field not in READ_OFF:
            return self._ask(query, lens, ordered=True)
        if query.where == Everything():
            return self._order(key, lens)
        found = self._ask(query, lens, ordered=False)
        if key == Sort("id"):
            return array("q", sorted(found))
        if len(found) < _FEW:
            return self._ask(query, lens, ordered=True)
        return _arrange(found, self._order(key, lens))

    def _order(self, key: Sort, lens: Lens) -> Numbers:
        order = self._orders.get(key)
        if order is None:
            order = self._ask(Query(sort=(key,)), lens, ordered=True)
            _keep(self._orders, key, order, _ORDERS)
        return order

    def _ask(self, query: Query, lens: Lens, *, ordered: bool) -> Numbers:
        sql, values = compile_query(self._connection, query, lens, ordered=ordered)
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return array("q", (number for (number,) in cursor.execute(sql, values)))


def _arrange(found: Numbers, order: Numbers) -> Numbers:
    """What was found, as it comes in an order of everything."""
    marks = bytearray(max(order) + 1)
    for number in found:
        marks[number] = 1
    return array("q", compress(order, map(marks.__getitem__, order)))


def _keep(shelf: OrderedDict, key: object, numbers: Numbers, most: int) -> None:  # type: ignore[type-arg]
    """Keep numbers, and drop what was put there first when there are too many."""
    shelf[key] = numbers
    while len(shelf) > most:
        shelf.popitem(last=False)
