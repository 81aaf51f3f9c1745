"""Everything on record in the order of a field, read off indexes from end to end.

An order is one run or several, one after the other: what each holds, and in which order it is read.
Where a field stands in the row, its index is the one run. What stands elsewhere (who owns a
commitment, who made it) has a run for each value, and one for what has none, which comes last in
either direction. Nothing has to be put in order as a whole, so a first page comes at once.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from commitrack.model.status import CLOSED, OPEN, Status
from commitrack.query import Node, Sort
from commitrack.store.compiling import COLUMNS, FIRST_OWNER, PLACE
from commitrack.store.engine import Connection
from commitrack.store.sql import EVERYTHING, IS_CLOSED, IS_OPEN, Sql, number_list
from commitrack.store.stages import keeps_to, keeps_undated

Numbers: TypeAlias = "array[int]"


class Run(NamedTuple):
    """Some commitments, ``c``, and the order in which they are read."""

    tables: str
    condition: str
    order: str
    values: tuple[object, ...] = ()

    def sql(self, where: Sql, limit: int | None) -> tuple[str, tuple[object, ...]]:
        """The SELECT of the numbers that also meet a condition, or of the first of them."""
        text = (
            f"SELECT c.id FROM {self.tables} WHERE c.present = 1 AND {self.condition} "
            f"AND {where.text} ORDER BY {self.order} LIMIT ?"
        )
        return text, (*self.values, *where.values, -1 if limit is None else limit)


def runs(connection: Connection, key: Sort, where: Node | None = None) -> Iterator[Run]:
    """The runs of an order, each worked out when it is asked for.

    What cannot meet the condition `where` may be left out of them.
    """
    statuses = frozenset(Status) if where is None else keeps_to(where)
    if key.field == "status":
        return _by_status(key, statuses)
    undated = where is not None and keeps_undated(where)
    if key.field == "slip" and undated:
        return iter((_undated_run(key),))
    seldom = _seldom(key.field, statuses, undated=undated)
    if seldom is not None:
        return _few_first(key, *seldom)
    for stage in _STAGES:
        if statuses <= stage.statuses and key.field in stage.whole:
            return iter((_stage_run(key, stage),))
    return _WORKED_OUT.get(key.field, _read_off)(connection, key)


class _Stage(NamedTuple):
    """Commitments in some statuses, and the orders for which they have an index of their own."""

    name: str
    statuses: frozenset[Status]
    condition: str
    whole: Mapping[str, str]
    """Orders that hold all of them, and what each index is called after."""
    seldom: frozenset[str]
    """Orders by what few of them have: the index holds those alone."""


_STAGES = (
    _Stage(
        "triage",
        frozenset({Status.CANDIDATE}),
        "c.status = 'candidate'",
        {"changed": "tx"},
        frozenset({"lead", "reviewer", "topic", "follow_up"}),
    ),
    _Stage(
        "open",
        OPEN,
        IS_OPEN,
        {"due": "due", "follow_up": "follow_up", "changed": "tx", "original": "original"},
        frozenset({"reviewer"}),
    ),
    _Stage("closed", CLOSED, IS_CLOSED, {"changed": "tx"}, frozenset({"follow_up"})),
)


def _stage_run(key: Sort, stage: _Stage) -> Run:
    """What is in a stage, off an index that holds nothing else."""
    way = _direction(key)
    return Run(
        f"commitments c INDEXED BY {stage.name}_by_{stage.whole[key.field]}",
        stage.condition,
        f"{COLUMNS[key.field]} {way} NULLS LAST, c.id {way}",
    )


def _seldom(field: str, statuses: frozenset[Status], *, undated: bool) -> tuple[str, str] | None:
    """The index of those in a stage that have a value of a field which few of them have, and what
    they have in common; None where there is no such index.
    """
    if field == "original" and undated:
        return "undated_by_original", "c.due IS NULL"
    for stage in _STAGES:
        if field in stage.seldom and statuses <= stage.statuses:
            return f"{stage.name}_by_{field}", stage.condition
    return None


def _few_first(key: Sort, index: str, condition: str) -> Iterator[Run]:
    """The few that have a value off their own index, then the rest by their numbers."""
    way = _direction(key)
    column = COLUMNS[key.field]
    plain = column.removesuffix(" COLLATE NOCASE")
    yield Run(
        f"commitments c INDEXED BY {index}",
        f"{condition} AND {plain} IS NOT NULL",
        f"{column} {way}, c.id {way}",
    )
    yield Run(
        f"commitments c INDEXED BY list_by_{_INDEXES.get(key.field, key.field)}",
        f"{column} IS NULL",
        f"c.id {way}",
    )


def _undated_run(key: Sort) -> Run:
    """What has no due date has not slipped: all of it stands at the end of the index."""
    slip = COLUMNS["slip"]
    return Run(
        "commitments c INDEXED BY list_by_slip", f"{slip} IS NULL", f"c.id {_direction(key)}"
    )


def whole(connection: Connection, key: Sort) -> Numbers:
    """Everything, in order."""
    if key.field == "owner":
        return _all_by_owner(connection, key)
    found: Numbers = array("q")
    cursor = connection.cursor()
    cursor.row_factory = None
    for run in _by_maker_whole(connection, key) if key.field == "maker" else runs(connection, key):
        sql, values = run.sql(EVERYTHING, None)
        found.extend(number for (number,) in cursor.execute(sql, values))
    return found


def _direction(key: Sort) -> str:
    return "DESC" if key.descending else "ASC"


def _read_off(connection: Connection, key: Sort) -> Iterator[Run]:
    """One run: the index of the field, forwards or backwards."""
    del connection
    way = _direction(key)
    index = _INDEXES.get(key.field, key.field)
    order = "" if index == "id" else f"{COLUMNS[key.field]} {way} NULLS LAST, "
    yield Run(f"commitments c INDEXED BY list_by_{index}", "1", f"{order}c.id {way}")


_INDEXES = {
    "checked": "last_checked",
    "original": "due_original",
    "changed": "tx",
    "created": "id",
}
"""The indexes that are not called after the field."""


def _by_status(key: Sort, statuses: Iterable[Status]) -> Iterator[Run]:
    """Status by status: of several at once SQLite would put everything in order."""
    for status in sorted(statuses, reverse=key.descending):
        yield Run(
            "commitments c INDEXED BY list_by_status",
            f"c.status = '{status.value}'",
            f"c.id {_direction(key)}",
        )


def _by_confidence(connection: Connection, key: Sort) -> Iterator[Run]:
    del connection
    levels = ["'high'", "'medium'", "'low'"]
    for level in (*(levels if key.descending else reversed(levels)), "NULL"):
        yield Run(
            "commitments c INDEXED BY list_by_confidence",
            f"c.confidence IS {level}",
            f"c.id {_direction(key)}",
        )


def _by_statement(connection: Connection, key: Sort) -> Iterator[Run]:
    """Statement by statement, each in the order of its text, whichever way they go."""
    del connection
    yield Run(
        "commitments c INDEXED BY list_by_statement",
        "1",
        f"c.statement {_direction(key)} NULLS LAST, {PLACE} ASC NULLS LAST, c.id",
    )


def _by_moves(connection: Connection, key: Sort) -> Iterator[Run]:
    """How often a date was put off: most commitments never were."""
    moved: defaultdict[int, list[int]] = defaultdict(list)

    def often() -> Iterator[Run]:
        for number, times in connection.execute(
            "SELECT m.commitment, count(*) FROM date_moves m INDEXED BY put_off "
            "WHERE m.present = 1 AND m.new > m.old GROUP BY m.commitment"
        ):
            moved[times].append(number)
        for times in sorted(moved, reverse=key.descending):
            yield _these(moved[times], key)

    if key.descending:
        yield from often()
    yield Run(
        "commitments c INDEXED BY list_by_id",
        "NOT EXISTS (SELECT 1 FROM date_moves m INDEXED BY put_off WHERE m.commitment = c.id "
        "AND m.present = 1 AND m.new > m.old)",
        f"c.id {_direction(key)}",
    )
    if not key.descending:
        yield from often()


def _these(numbers: Iterable[int], key: Sort) -> Run:
    return Run(
        "commitments c",
        "c.id IN (SELECT value FROM json_each(?))",
        f"c.id {_direction(key)}",
        (json.dumps(list(numbers)),),
    )


_MAKER = "coalesce(s.publisher, s.speaker) COLLATE NOCASE"
_OF_STATEMENTS = "c.statement IN (SELECT value FROM json_each(?))"
_AT_ONCE = 25
"""Statements of one maker whose commitments are about as many as are looked through at once."""


def _by_maker(connection: Connection, key: Sort) -> Iterator[Run]:
    """Maker by maker, through the statements of each, some of the numbers at a time.

    To put all of a maker's commitments in the order of their numbers takes too long for a page.
    """
    for statements in _of_makers(connection, key):
        ends = [0, *_ends(connection, statements), _NO_END]
        spans = list(pairwise(ends))
        for first, end in reversed(spans) if key.descending else spans:
            yield _of_statements(key, statements, first, end)
    yield _of_nobody(key)


def _by_maker_whole(connection: Connection, key: Sort) -> Iterator[Run]:
    """The same with one run for each maker."""
    for statements in _of_makers(connection, key):
        yield _of_statements(key, statements, 0, _NO_END)
    yield _of_nobody(key)


_NO_END = 2**63 - 1


def _of_makers(connection: Connection, key: Sort) -> Iterator[list[int]]:
    """The statements of each maker, maker by maker, from one to the next along their index."""
    way, beyond = _direction(key), "<" if key.descending else ">"
    ask = f"SELECT {_MAKER} FROM statements s INDEXED BY makers WHERE {_MAKER} "
    order = f" ORDER BY {_MAKER} {way} LIMIT 1"
    found = connection.execute(f"{ask} IS NOT NULL{order}").fetchone()
    while found is not None:
        yield [
            row[0]
            for row in connection.execute(
                f"SELECT s.id FROM statements s INDEXED BY makers WHERE {_MAKER} = ? ORDER BY s.id",
                (found[0],),
            )
        ]
        found = connection.execute(f"{ask} {beyond} ?{order}", (found[0],)).fetchone()


def _ends(connection: Connection, statements: list[int]) -> list[int]:
    """Numbers of commitments between which lie about as many as are looked through at once."""
    begin = connection.execute(
        "SELECT DISTINCT (SELECT min(c.id) FROM commitments c INDEXED BY list_by_statement "
        "WHERE c.present = 1 AND c.statement = j.value) AS first FROM json_each(?) j "
        "WHERE first IS NOT NULL ORDER BY first",
        (json.dumps(statements[_AT_ONCE::_AT_ONCE]),),
    )
    return [row[0] for row in begin]


def _of_statements(key: Sort, statements: list[int], first: int, end: int) -> Run:
    return Run(
        "commitments c INDEXED BY list_by_statement",
        f"{_OF_STATEMENTS} AND c.id >= ? AND c.id < ?",
        f"c.id {_direction(key)}",
        (json.dumps(statements), first, end),
    )


def _of_nobody(key: Sort) -> Run:
    nobody = f"SELECT s.id FROM statements s WHERE {_MAKER} IS NULL"
    return Run(
        "commitments c INDEXED BY list_by_statement",
        f"(c.statement IS NULL OR c.statement IN ({nobody}))",
        f"c.id {_direction(key)}",
    )


_OWNED = "f.commitment = c.id AND f.role = 'owner' AND f.present = 1"
_OWNERS = "SELECT 1 FROM commitment_parties f INDEXED BY places_of_parties WHERE " + _OWNED


def _by_owner(connection: Connection, key: Sort) -> Iterator[Run]:
    """Owner by owner; who comes first among several owners counts."""
    way = _direction(key)
    for parties in _owners(connection, key):
        who = f"= {parties[0]}" if len(parties) == 1 else f"IN ({number_list(parties)})"
        yield Run(
            "commitment_parties cp INDEXED BY idx_commitment_parties_party_role_commitment "
            "CROSS JOIN commitments c ON c.id = cp.commitment",
            f"cp.party {who} AND cp.role = 'owner' AND cp.id = ({FIRST_OWNER.format('f.id')})",
            f"cp.commitment {way}",
        )
    yield Run("commitments c INDEXED BY list_by_id", f"NOT EXISTS ({_OWNERS})", f"c.id {way}")


def _owners(connection: Connection, key: Sort) -> list[list[int]]:
    """The parties by name, those whose names differ in nothing that counts together."""
    found = connection.execute(
        "SELECT json_group_array(p.id) FROM parties p GROUP BY p.name COLLATE NOCASE "
        f"ORDER BY p.name COLLATE NOCASE {_direction(key)}"
    )
    return [json.loads(row[0]) for row in found]


def _all_by_owner(connection: Connection, key: Sort) -> Numbers:
    """Everything by owner, in one pass over who owns what: to look up each takes ten times that."""
    everything = whole(connection, Sort("id", key.descending))
    owners = _owners(connection, key)
    ranks = {party: rank for rank, parties in enumerate(owners) for party in parties}
    unseen = bytearray(max(everything, default=0) + 1)
    for number in everything:
        unseen[number] = 1
    owned = [array("q") for _ in owners]
    cursor = connection.cursor()
    cursor.row_factory = None
    for number, party in cursor.execute(
        "SELECT f.commitment, f.party FROM commitment_parties f INDEXED BY places_of_parties "
        "WHERE f.role = 'owner' AND f.present = 1 "
        f"ORDER BY f.commitment {_direction(key)}, f.position, f.party"
    ):
        if unseen[number]:
            unseen[number] = 0
            owned[ranks[party]].append(number)
    found: Numbers = array("q")
    for numbers in owned:
        found.extend(numbers)
    found.extend(number for number in everything if unseen[number])
    return found


_WORKED_OUT: Mapping[str, Callable[[Connection, Sort], Iterator[Run]]] = {
    "confidence": _by_confidence,
    "statement": _by_statement,
    "moves": _by_moves,
    "maker": _by_maker,
    "owner": _by_owner,
}
"""The orders that are more than the index of a column."""
