"""Two parties that a person says are one: whatever names the first names the second."""

from __future__ import annotations

import json

from commitrack.model.errors import BadInput
from commitrack.model.ids import commitment_id
from commitrack.store import parties
from commitrack.store.editing import place_parties
from commitrack.store.engine import Connection, Row
from commitrack.store.transacting import Writer

_RELATIONS = ("parent", "successor")


def merge(writer: Writer, source: str, into: str) -> None:
    """Make the party called `source` one with the one called `into`, which keeps its name.

    Commitments and bodies that name the first name the second; the first's names become aliases,
    and it goes off the record. Statements keep the words in which they name their publisher.
    """
    connection = writer.connection
    gone = _row(connection, parties.require(connection, source))
    kept = _row(connection, parties.require(connection, into))
    if gone["id"] == kept["id"]:
        raise BadInput(f"{source!r} and {into!r} are one party already: {kept['name']!r}")
    hand_over(writer, gone["id"], kept["id"])
    writer.update("parties", gone["id"], {"present": 0})
    writer.update("parties", kept["id"], {"aliases": _aliases(gone, kept)})
    writer.action = f"party merge {gone['name']} into {kept['name']}"


def hand_over(writer: Writer, gone: int, kept: int) -> None:
    """Have whatever names one party name another one."""
    _hand_over_commitments(writer, gone, kept)
    for relation in _RELATIONS:
        _hand_over_relation(
            writer, relation, _row(writer.connection, gone), _row(writer.connection, kept)
        )


def _row(connection: Connection, number: int) -> Row:
    found: Row = connection.execute("SELECT * FROM parties WHERE id = ?", (number,)).fetchone()
    return found


def _aliases(gone: Row, kept: Row) -> str:
    """The aliases of the party that stays, then the names of the one that goes."""
    names: dict[str, str] = {}
    for name in (*json.loads(kept["aliases"]), gone["name"], *json.loads(gone["aliases"])):
        if name.casefold() != kept["name"].casefold():
            names.setdefault(name.casefold(), name)
    return json.dumps(list(names.values()), ensure_ascii=False)


def _hand_over_commitments(writer: Writer, gone: int, kept: int) -> None:
    """Give the commitments of one party to the other, in its place; named twice, it counts once."""
    named = writer.connection.execute(
        "SELECT DISTINCT commitment, role FROM commitment_parties "
        "WHERE party = ? AND present = 1 ORDER BY commitment, role",
        (gone,),
    ).fetchall()
    for commitment, role in named:
        numbers = [
            row["party"]
            for row in writer.connection.execute(
                "SELECT party FROM commitment_parties WHERE commitment = ? AND role = ? "
                "AND present = 1 ORDER BY position, id",
                (commitment, role),
            )
        ]
        place_parties(
            writer, commitment, role, [kept if number == gone else number for number in numbers]
        )
        writer.touched.add(commitment)


def _hand_over_relation(writer: Writer, relation: str, gone: Row, kept: Row) -> None:
    """Have bodies whose parent (or successor) goes name the one that stays, and no circle made.

    The one that stays takes over what the other says of its own parent when it has none, or when
    its own stands below the other: two that become one stand where the upper one stood.
    """
    connection = writer.connection
    above = kept[relation]
    if above is None or leads(connection, "parties", relation, above, gone["id"]):
        above = gone[relation]
    if above is not None and leads(connection, "parties", relation, above, kept["id"]):
        above = None
    for (number,) in connection.execute(
        f'SELECT id FROM parties WHERE "{relation}" = ? AND present = 1 AND id <> ?',
        (gone["id"], kept["id"]),
    ).fetchall():
        writer.update("parties", number, {relation: kept["id"]})
    writer.update("parties", kept["id"], {relation: above})


def leads(connection: Connection, table: str, relation: str, start: int, goal: int) -> bool:
    """Whether one comes from a record to another by going from parent to parent, say."""
    found = connection.execute(
        "WITH RECURSIVE above(id) AS (VALUES (?) UNION "
        f'SELECT p."{relation}" FROM "{table}" p JOIN above ON p.id = above.id '
        f'WHERE p."{relation}" IS NOT NULL) SELECT 1 FROM above WHERE id = ?',
        (start, goal),
    ).fetchone()
    return found is not None


def left_behind(connection: Connection, commitments: set[int]) -> set[str]:
    """What names a party that is off the record, of these commitments and of all bodies.

    Bringing back an edit from before a merge could name a party that is no more, and taking back a
    merge could leave a party whose name has become another one's.
    """
    found = {
        f"{commitment_id(number)} with {name!r}, which is no party any more"
        for number, name in connection.execute(
            "SELECT cp.commitment, p.name FROM commitment_parties cp "
            "JOIN parties p ON p.id = cp.party JOIN json_each(?) c ON c.value = cp.commitment "
            "WHERE cp.present = 1 AND p.present = 0",
            (json.dumps(sorted(commitments)),),
        )
    }
    found |= {
        f"{below!r} with {name!r}, which is no party any more"
        for below, name in connection.execute(
            "SELECT below.name, p.name FROM parties below "
            "JOIN parties p ON p.id = below.parent OR p.id = below.successor "
            "WHERE below.present = 1 AND p.present = 0"
        )
    }
    return found | {
        f"{name!r} as a party and as another name of {other!r}"
        for name, other in connection.execute(
            "SELECT p.name, o.name FROM parties o, json_each(o.aliases) a "
            "JOIN parties p ON p.name = a.value COLLATE NOCASE AND p.present = 1 AND p.id <> o.id "
            "WHERE o.present = 1 AND o.aliases <> '[]'"
        )
    }
