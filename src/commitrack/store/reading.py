"""Reading the record: rows by primary key, put together into dossiers."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from commitrack.model.records import Dossier, Party, PartyKind
from commitrack.store import rows
from commitrack.store.asking import Extent
from commitrack.store.engine import Connection, Row, file_of, sound
from commitrack.store.later import Later
from commitrack.store.sql import SUGGESTION_COUNTS

if TYPE_CHECKING:
    from commitrack.store import wordings
else:
    wordings = Later("wordings")

T = TypeVar("T")

_BATCH = 500
"""Keys in one IN list; SQLite takes 32,766, but a page is 64 and bulk edits go in slices."""


def dossiers(
    connection: Connection, numbers: Sequence[int], extent: Extent = Extent.WHOLE
) -> tuple[Dossier, ...]:
    """The dossiers of these commitments, in this order; absent numbers are skipped."""
    found: dict[int, Dossier] = {}
    with sound(str(file_of(connection))):
        for first in range(0, len(numbers), _BATCH):
            for dossier in _batch(connection, numbers[first : first + _BATCH], extent):
                found[dossier.commitment.number] = dossier
    return tuple(found[number] for number in numbers if number in found)


def _batch(connection: Connection, numbers: Sequence[int], extent: Extent) -> list[Dossier]:
    marks = ",".join("?" * len(numbers))

    def children(table: str, make: Callable[[Row], T]) -> dict[int, list[T]]:
        grouped: dict[int, list[T]] = defaultdict(list)
        for row in connection.execute(
            f"SELECT * FROM {table} WHERE commitment IN ({marks}) AND present = 1 ORDER BY id",
            tuple(numbers),
        ):
            grouped[row["commitment"]].append(make(row))
        return grouped

    if extent is Extent.WORDS:
        dismissals = children("dismissals", rows.dismissal)
        return [
            Dossier(one, dismissals=tuple(dismissals.get(one.number, ())))
            for one in wordings.narrow(connection, numbers)
        ]
    if extent is Extent.CLOCKS:
        evidence = children("evidence", rows.evidence)
        checks = children("checks", rows.check)
        reviews = children("reviews", rows.review)
        return [
            Dossier(
                one,
                evidence=tuple(evidence.get(one.number, ())),
                checks=tuple(checks.get(one.number, ())),
                reviews=tuple(reviews.get(one.number, ())),
            )
            for one in wordings.narrow(connection, numbers)
        ]
    base = connection.execute(
        f"SELECT statement, {rows.COMMITMENT} FROM commitments "
        f"WHERE id IN ({marks}) AND present = 1",
        tuple(numbers),
    ).fetchall()

    names: dict[tuple[int, str], list[str]] = defaultdict(list)
    parents: dict[int, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(
        "SELECT cp.commitment, cp.role, p.name, above.name AS parent "
        "FROM commitment_parties cp JOIN parties p ON p.id = cp.party "
        "LEFT JOIN parties above ON above.id = p.parent "
        f"WHERE cp.commitment IN ({marks}) AND cp.present = 1 ORDER BY cp.position, cp.id",
        tuple(numbers),
    ):
        names[row["commitment"], row["role"]].append(row["name"])
        if row["parent"] is not None and row["role"] == "owner":
            parents[row["commitment"]][row["name"]] = row["parent"]
    commitments = {
        row["id"]: rows.commitment(row[1:], names[row["id"], "owner"], names[row["id"], "partner"])
        for row in base
    }
    statements = {row["statement"] for row in base} - {None}
    sources = {
        row["id"]: rows.source(row)
        for row in connection.execute(
            "SELECT id, title, said_on, precision, publisher, speaker, role, source "
            f"FROM statements WHERE id IN ({','.join('?' * len(statements))})",
            tuple(statements),
        )
    }
    evidence = children("evidence", rows.evidence)
    checks = children("checks", rows.check)
    moves = children("date_moves", rows.date_move)
    reviews = children("reviews", rows.review)
    if extent is Extent.STANDING:
        return [
            Dossier(
                commitments[number],
                evidence=tuple(evidence.get(number, ())),
                checks=tuple(checks.get(number, ())),
                moves=tuple(moves.get(number, ())),
                reviews=tuple(reviews.get(number, ())),
                source=sources.get(row["statement"]),
                parents=parents[number],
            )
            for row in base
            for number in (row["id"],)
        ]
    links = _at_both_ends(connection, "links", rows.link, numbers)
    suggestions = _at_both_ends(
        connection, "suggestions", rows.suggestion, numbers, SUGGESTION_COUNTS
    )
    dismissals = children("dismissals", rows.dismissal)
    mentions = children("mentions", rows.mention)
    return [
        Dossier(
            commitments[number],
            mentions=tuple(mentions[number]),
            evidence=tuple(evidence[number]),
            checks=tuple(checks[number]),
            moves=tuple(moves[number]),
            reviews=tuple(reviews[number]),
            links=tuple(links[number]),
            dismissals=tuple(dismissals[number]),
            suggestions=tuple(suggestions[number]),
            source=sources.get(row["statement"]),
            parents=parents[number],
        )
        for row in base
        for number in (row["id"],)
    ]


def _at_both_ends(
    connection: Connection,
    table: str,
    make: Callable[[Row], T],
    numbers: Sequence[int],
    condition: str = "1",
) -> dict[int, list[T]]:
    """What relates two commitments and meets a condition on ``s``, under each that is wanted.

    The two ends are looked up one by one, so that each is read off its own index.
    """
    grouped: dict[int, list[T]] = defaultdict(list)
    wanted = set(numbers)
    marks = ",".join("?" * len(numbers))
    for row in connection.execute(
        f"SELECT s.* FROM {table} s WHERE s.present = 1 AND {condition} AND s.id IN ("
        f"SELECT id FROM {table} WHERE commitment IN ({marks}) UNION "
        f"SELECT id FROM {table} WHERE other IN ({marks})) ORDER BY s.id",
        (*numbers, *numbers),
    ):
        for end in {row["commitment"], row["other"]} & wanted:
            grouped[end].append(make(row))
    return grouped


def parties(connection: Connection, where: str = "", values: Sequence[object] = ()) -> list[Party]:
    """Parties by name, each with how many accepted commitments it owns."""
    return [
        Party(
            name=row["name"],
            kind=PartyKind(row["kind"]),
            parent=row["above"],
            aliases=tuple(json.loads(row["aliases"])),
            successor=row["after"],
            number=row["id"],
            version=row["tx"],
            owned=row["owned"],
        )
        for row in connection.execute(
            "SELECT p.*, above.name AS above, after.name AS after, "
            "(SELECT count(DISTINCT cp.commitment) FROM commitment_parties cp "
            "JOIN commitments c ON c.id = cp.commitment WHERE cp.party = p.id "
            "AND cp.role = 'owner' AND cp.present = 1 AND c.present = 1 "
            "AND c.status <> 'rejected') AS owned "
            "FROM parties p LEFT JOIN parties above ON above.id = p.parent "
            "LEFT JOIN parties after ON after.id = p.successor "
            f"WHERE p.present = 1 {where} ORDER BY p.name COLLATE NOCASE, p.id",
            tuple(values),
        )
    ]
