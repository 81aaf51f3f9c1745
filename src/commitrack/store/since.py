"""What two stores know of each other, and what one has changed since.

The seals say it: what both histories begin with is known to both, and each merge on record says up
to which seal of the other it went. What a store took over from the other is known there as well.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from commitrack.store import binding
from commitrack.store.engine import Connection, Row

Key: TypeAlias = tuple[str, int]
"""A record: its table and its number."""
Text: TypeAlias = str | None
"""A value as history holds it."""


_GATHERED = ("parties", "aliases")
"""What an import may make of both sides, so that the other one does not know what came of it."""


@dataclass(slots=True)
class Moved:
    """A field on one side: what the other side knows of it, and what it is by now."""

    base: Text
    now: Text
    never: bool = False
    """Whether both sides have never agreed on it, so that there is nothing that it moved from."""

    @property
    def moved(self) -> bool:
        """Whether it is something else than the other side knows."""
        return self.never or self.base != self.now


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What of one store's history another one knows."""

    until: int
    """Every transaction up to this one, and …"""
    besides: frozenset[int]
    """… these, in which it took over what the other one had."""

    def covers(self, transaction: int) -> bool:
        """Whether a transaction is known."""
        return transaction <= self.until or transaction in self.besides


def common(here: Connection, there: Connection) -> int:
    """The last transaction with which both histories begin; 0 when they have none in common.

    A seal stands for all before it, so the first difference is found by halving.
    """
    low, high = 0, min(newest(here), newest(there))
    while low < high:
        middle = (low + high + 1) // 2
        if _seal(here, middle) == _seal(there, middle):
            low = middle
        else:
            high = middle - 1
    return low


def newest(connection: Connection) -> int:
    """The number of the newest transaction; 0 when there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM transactions").fetchone()[0])


def _seal(connection: Connection, number: int) -> Text:
    row = connection.execute("SELECT hash FROM transactions WHERE id = ?", (number,)).fetchone()
    return None if row is None else row[0]


def known(of: Connection, to: Connection, shared: int) -> Knowledge:
    """What of a store's history the other one knows; `shared` is where both part."""
    until, besides = shared, set[int]()
    for (seal,) in to.execute(
        "SELECT head FROM merges WHERE present = 1 AND unfinished IS NOT 1"
    ).fetchall():
        until = max(until, _number(of, seal) or 0)
    for row in of.execute("SELECT tx, began, head FROM merges WHERE present = 1").fetchall():
        if _number(to, row["head"]) is not None:
            besides.add(row["tx"])
            if row["began"] is not None:
                besides.update(binding.all_of(of, row["began"]))
    return Knowledge(until, frozenset(besides))


def _number(connection: Connection, seal: str) -> int | None:
    row = connection.execute("SELECT id FROM transactions WHERE hash = ?", (seal,)).fetchone()
    return None if row is None else int(row[0])


def has(connection: Connection, seal: str) -> bool:
    """Whether a store's history holds the transaction of a seal."""
    return _number(connection, seal) is not None


def moves(
    connection: Connection,
    knowledge: Knowledge,
    wanted: Callable[[Row], bool],
    joined: Callable[[Row], bool] = lambda _: True,
) -> dict[Key, dict[str, Moved]]:
    """The fields that a side has written since, of the records whose changes are wanted.

    A record that began since then and is on the other side nevertheless has met one there: how it
    was put on record is what both have in common, unless `joined` says otherwise of its beginning.
    """
    found: dict[Key, dict[str, Moved]] = {}
    began: dict[Key, int] = {}
    for row in connection.execute(
        "SELECT tx, record, row, field, old, new, commitment FROM changes WHERE tx > ? ORDER BY id",
        (knowledge.until,),
    ):
        if not wanted(row):
            continue
        key = (row["record"], row["row"])
        fields = found.setdefault(key, {})
        if row["field"] == "present" and row["old"] is None and joined(row):
            began[key] = row["tx"]
            for moved in fields.values():
                moved.base = moved.now
        first = row["field"] not in fields and row["old"] is None and began.get(key) == row["tx"]
        came = row["tx"] in knowledge.besides and (row["record"], row["field"]) != _GATHERED
        if first or came:
            fields[row["field"]] = Moved(row["new"], row["new"])
        elif row["field"] in fields:
            fields[row["field"]].now = row["new"]
        else:
            fields[row["field"]] = Moved(row["old"], row["new"])
    return found


Waiting: TypeAlias = tuple[str, int, str]
"""A field that was left in conflict: the table, the number there, and the name."""


def waiting(here: Connection, there: Connection) -> frozenset[Waiting]:
    """The fields that the last merge of that store left in conflict."""
    for row in here.execute(
        "SELECT head, unsettled FROM merges WHERE present = 1 AND unfinished IS NOT 1 "
        "ORDER BY id DESC"
    ).fetchall():
        if _number(there, row["head"]) is not None:
            return frozenset(tuple(one) for one in json.loads(row["unsettled"]))
    return frozenset()
