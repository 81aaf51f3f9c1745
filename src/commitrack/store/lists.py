"""Lists held in order, so that any page of one is at hand wherever it begins.

SQLite finds what a list holds off an index quickly, but puts hundreds of thousands of numbers in
order slowly. Each order of the whole record is read off indexes instead, and kept; the list is that
order with what it does not hold left out. All of it holds for one moment of the record.
"""

from __future__ import annotations

import contextlib
import json
from array import array
from collections import OrderedDict
from collections.abc import Generator, Mapping, Sequence
from itertools import compress, islice
from typing import TYPE_CHECKING, TypeAlias

from commitrack.query import Everything, Query, Sort
from commitrack.store import orders
from commitrack.store.asking import Lens
from commitrack.store.clocks import clock_of
from commitrack.store.compiling import (
    COLUMNS,
    asks_the_model,
    compile_query,
    condition,
    gathers,
    ordering,
)
from commitrack.store.engine import Connection, OperationalError
from commitrack.store.later import Later
from commitrack.store.orders import Numbers
from commitrack.store.sql import EVERYTHING
from commitrack.store.stages import keeps_to_lead

if TYPE_CHECKING:
    from commitrack.store import field_terms
else:
    field_terms = Later("field_terms")

_FEW = 50_000
"""So few numbers are looked up and put in order as quickly as the first of them are met."""
_SEVERAL = 30_000
"""So few are put in order as quickly as everything is read in order."""
_SHORT = 1_000
"""The longest beginning of a list that is looked for without the rest."""
_HELD = 4
_ORDERS = 2
"""How many lists and orders are kept: eight megabytes for each at a million."""

_STRIDE = 2_000
"""Steps of SQLite's own machine, after each of which it is asked whether to go on."""
_STRIDES = 20
"""How long a beginning is looked for along an order: two or three milliseconds."""

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

        The first page of a list is read off an index at once; to go further the list is held, and
        so it is when the model must be asked, which takes as long for a page as for all of it.
        """
        held = self._held(query, lens)
        if held is None and first == 0 and not asks_the_model(query.where):
            wanted = size if query.limit is None else min(size, query.limit)
            return self._beginning(query, lens, wanted)
        return (self.ids(query, lens) if held is None else held)[first : first + size]

    def place_of(self, query: Query, lens: Lens, number: int) -> int | None:
        """Where a number stands in what a query finds, from 0; None when it does not."""
        try:
            return self.ids(query, lens).index(number)
        except ValueError:
            return None

    def among(self, query: Query, lens: Lens, numbers: Sequence[int]) -> Numbers:
        """Those of some numbers that a query finds, in its order."""
        held = self._held(query, lens)
        if held is None and (query.limit is not None or asks_the_model(query.where)):
            held = self.ids(query, lens)
        if held is not None:
            wanted = frozenset(numbers)
            return array("q", (number for number in held if number in wanted))
        where = condition(self._connection, query, lens)
        met = self._connection.execute(
            "SELECT c.id FROM json_each(?) j CROSS JOIN commitments c ON c.id = j.value "
            f"WHERE c.present = 1 AND {where.text}",
            (json.dumps(list(numbers)), *where.values),
        ).fetchall()
        return self._arranged(array("q", (row[0] for row in met)), query, lens)

    def lengths(self, queries: Mapping[str, Query], lens: Lens) -> dict[str, int]:
        """How many numbers each of these queries finds whose list is held."""
        held = {name: self._held(query, lens) for name, query in queries.items()}
        return {name: len(found) for name, found in held.items() if found is not None}

    def _held(self, query: Query, lens: Lens) -> Numbers | None:
        newest = self._connection.execute("SELECT max(id) FROM transactions").fetchone()[0]
        signal = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if self._moment != (newest, signal):
            self._moment = (newest, signal)
            self._lists.clear()
            self._orders.clear()
        return self._lists.get((query, lens))

    def _find(self, query: Query, lens: Lens) -> Numbers:
        if query.limit is not None and query.limit <= _SHORT:
            return self._beginning(query, lens, query.limit)
        key = _key(query)
        if key is None or query.limit is not None:
            return self._ask(query, lens)
        if query.where == Everything():
            return self._order(key)
        if clock_of(query):
            return self._ask(query, lens)
        found = self._ask(query, lens, ordered=False)
        if key == Sort("id"):
            return array("q", sorted(found))
        if len(found) < _SEVERAL and key not in self._orders:
            return self._arranged(found, query, lens)
        order = self._order(key)
        marks = self._marks(found)
        return array("q", compress(order, map(marks.__getitem__, order)))

    def _order(self, key: Sort) -> Numbers:
        order = self._orders.get(key)
        if order is None:
            order = orders.whole(self._connection, key)
            _keep(self._orders, key, order, _ORDERS)
        return order

    def _beginning(self, query: Query, lens: Lens, size: int) -> Numbers:
        """The first numbers of a list: along the order when they are soon met there."""
        key = _key(query)
        if key is None or asks_the_model(query.where):
            return self._ask(query, lens, limit=size)
        if key == Sort("id") and (query.where == Everything() or gathers(query.where)):
            return self._ask(query, lens, limit=size)
        met = self._meet(query, lens, key, size)
        if met is not None:
            return met
        found = self._ask(query, lens, ordered=False)
        if len(found) < _FEW:
            return self._arranged(found, query, lens, size)
        marks = self._marks(found)
        with contextlib.closing(self._along(key)) as order:
            return array("q", islice((number for number in order if marks[number]), size))

    def _arranged(
        self, found: Numbers, query: Query, lens: Lens, size: int | None = None
    ) -> Numbers:
        """A few numbers in order. Left to itself SQLite might go along an index to meet them."""
        order, values = ordering(self._connection, query, lens)
        rows = self._connection.execute(
            "SELECT c.id FROM json_each(?) j CROSS JOIN commitments c ON c.id = j.value "
            f"ORDER BY {order} LIMIT ?",
            (json.dumps(sorted(found)), *values, -1 if size is None else size),
        )
        return array("q", (row[0] for row in rows))

    def _meet(self, query: Query, lens: Lens, key: Sort, size: int) -> Numbers | None:
        """The first numbers that are met along an order; None when that takes too long."""
        where = condition(self._connection, query, lens)
        if key.field == "lead" and self._has_one_lead(query, lens):
            key = Sort("id", key.descending)
        met: Numbers = array("q")
        patience = _Patience(met)
        self._connection.set_progress_handler(patience.ends, _STRIDE)
        try:
            for run in orders.runs(self._connection, key, query.where):
                sql, values = run.sql(where, size - len(met))
                met.extend(row[0] for row in self._connection.execute(sql, values))
                if len(met) == size:
                    return met
                if patience.ends():
                    return None
        except OperationalError:
            if not patience.ended:  # it was somebody else who had enough
                raise
            return None
        finally:
            self._connection.set_progress_handler(None, 0)
        return met

    def _has_one_lead(self, query: Query, lens: Lens) -> bool:
        """Whether all that a query finds has the same lead, so that an order by it is by number.

        All that others lead may stand before it, or behind it, in the order by lead.
        """
        who = keeps_to_lead(query.where)
        if who is None:
            return False
        found = field_terms.names(self._connection, "lead", who, lens)
        return len({one.encode().lower() for one in found}) <= 1

    def _marks(self, found: Numbers) -> bytearray:
        """What was found, by number."""
        highest = self._connection.execute("SELECT max(id) FROM commitments").fetchone()[0]
        marks = bytearray((highest or 0) + 1)
        for number in found:
            marks[number] = 1
        return marks

    def _along(self, key: Sort) -> Generator[int, None, None]:
        """Everything in an order, as far as it is asked for."""
        held = self._orders.get(key)
        if held is not None:
            yield from held
            return
        cursor = self._connection.cursor()
        cursor.row_factory = None
        with contextlib.closing(cursor):
            for run in orders.runs(self._connection, key):
                for (number,) in cursor.execute(*run.sql(EVERYTHING, None)):
                    yield number

    def _ask(
        self, query: Query, lens: Lens, *, ordered: bool = True, limit: int | None = None
    ) -> Numbers:
        sql, values = compile_query(self._connection, query, lens, ordered=ordered, limit=limit)
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return array("q", (number for (number,) in cursor.execute(sql, values)))


class _Patience:
    """Counts the strides of a search, and says when there were enough.

    Each number that was met is worth another one: a search that finds something now and then is
    sooner at its end than one that begins anew.
    """

    def __init__(self, met: Numbers) -> None:
        self._met = met
        self._strides = 0

    def ends(self) -> bool:
        """Count one more; whether it was the last."""
        self._strides += 1
        return self.ended

    @property
    def ended(self) -> bool:
        """Whether there were enough."""
        return self._strides >= _STRIDES + len(self._met)


def _key(query: Query) -> Sort | None:
    """The one field by which a list is ordered; None when it is ordered in another way."""
    if len(query.sort) > 1 or query.group is not None:
        return None
    key = query.sort[0] if query.sort else Sort("id")
    return key if key.field in COLUMNS else None


def _keep(shelf: OrderedDict, key: object, numbers: Numbers, most: int) -> None:  # type: ignore[type-arg]
    """Keep numbers, and drop what was put there first when there are too many."""
    shelf[key] = numbers
    while len(shelf) > most:
        shelf.popitem(last=False)
