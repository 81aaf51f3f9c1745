"""Erasing a statement for good, with all that was made of it.

First everything that goes is taken off the record, as any edit would; that is written down. Then
the guards are lifted, and the words are taken out of the rows and out of their history.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from commitrack.model.erasure import Both, Erasure, Names, Subject, Words, erased_party
from commitrack.model.errors import NotFound, Refused
from commitrack.model.ids import statement_id
from commitrack.store import free_text, sketches, tombstones, undoing
from commitrack.store.engine import Connection
from commitrack.store.erasing import Rows, party_name, set_stones, sources_of
from commitrack.store.redacting import Redactor
from commitrack.store.transacting import Writer
from commitrack.store.triggers import guards_lifted

_CHAIN = (
    "WITH RECURSIVE chain(id) AS (VALUES (?) UNION SELECT s.id FROM statements s JOIN chain c "
    "JOIN statements h ON h.id = c.id "
    "WHERE s.id = h.previous OR s.previous = h.id OR s.sha256 = h.sha256) "
    "SELECT id FROM chain ORDER BY id"
)
"""Every version of a statement and every row with the very same text, undone ones too: what is
undone is off the record, but its text is still in the file.
"""

_UNDER_A_COMMITMENT = (
    *("mentions", "commitment_parties", "evidence", "checks", "date_moves", "reviews"),
    "dismissals",
)
_BETWEEN_TWO = ("links", "suggestions")


def erase(writer: Writer, number: int, also: Iterable[str]) -> Erasure:
    """Erase a statement in all its versions, with what was made of it; `also` are further words."""
    connection = writer.connection
    chain = [row[0] for row in connection.execute(_CHAIN, (number,))]
    _require_statement(connection, number, chain)
    gone = _filed(connection, chain)
    sources = sources_of(connection, chain)
    stored = [
        connection.execute("SELECT * FROM statements WHERE id = ?", (one,)).fetchone()
        for one in chain
    ]
    arrivals = _arrivals(connection, gone)
    writer.action = f"erase {statement_id(number)}"
    _take_off(writer, gone)
    orphans = _unnamed(writer, arrivals, chain)
    names = [party_name(connection, one) for one in orphans]
    redactor = Redactor(writer)
    alone, others = _touching(connection, gone, arrivals)
    with guards_lifted(connection):
        redactor.blank(gone, free_text.VERBATIM)
        redactor.blank(gone, free_text.DESCRIPTIONS)
        for one in orphans:
            redactor.put("parties", one, {"name": erased_party(one), "aliases": "[]"})
        kept = (
            row[0]
            for row in connection.execute("SELECT text FROM statements WHERE text <> '' ORDER BY 1")
        )
        redactor.take_out(Both(Words((one["text"] for one in stored), kept), Names(also)))
        redactor.silence(alone - {writer.number})
        sketches.forget(connection, chain)
        stones = {
            "parties": orphans,
            **{table: gone[table] for table in ("statements", "commitments", *_BETWEEN_TWO)},
        }
        counts = _counts(gone, redactor, orphans)
        shared = _reasons(connection, others - {writer.number})
        guessable = set_stones(writer, redactor, Subject.STATEMENT, number, stones, counts)
    return Erasure(
        Subject.STATEMENT,
        number,
        writer.number,
        counts,
        statements=tuple(chain),
        commitments=tuple(gone["commitments"]),
        parties=tuple(names),
        spellings=tuple(also),
        hashes=tuple(dict.fromkeys(one["sha256"] for one in stored)),
        arrivals=tuple((one["id"], one["fetched_at"]) for one in stored),
        sources=sources,
        shared=shared,
        guessable=guessable,
    )


def _require_statement(connection: Connection, number: int, chain: Collection[int]) -> None:
    known = connection.execute("SELECT 1 FROM statements WHERE id = ?", (number,)).fetchone()
    if known is None:
        raise NotFound(f"{statement_id(number)} does not exist (commitrack statement list)")
    if tombstones.erased(connection, "statements").issuperset(chain):
        raise Refused(str(tombstones.of(connection, "statements", number)), ("erased",))


def _filed(connection: Connection, chain: Collection[int]) -> dict[str, list[int]]:
    """The rows of everything that was made of these statements."""

    def ids(table: str, condition: str, numbers: Collection[int]) -> list[int]:
        found = connection.execute(
            f"SELECT id FROM {table} WHERE {condition} ORDER BY id", (json.dumps(list(numbers)),)
        )
        return [row[0] for row in found]

    among = "IN (SELECT value FROM json_each(?1))"
    numbers = ids("commitments", f"statement {among}", chain)
    filed = {"statements": list(chain), "commitments": numbers}
    for table in ("copies", "readings"):
        filed[table] = ids(table, f"statement {among}", chain)
    for table in _UNDER_A_COMMITMENT:
        filed[table] = ids(table, f"commitment {among}", numbers)
    for table in _BETWEEN_TWO:
        filed[table] = ids(table, f"commitment {among} OR other {among}", numbers)
    # A commitment of another statement may stand in one of these again.
    strays = ids("mentions", f"statement {among}", chain)
    filed["mentions"] = sorted({*filed["mentions"], *strays})
    return filed


def _arrivals(connection: Connection, gone: Rows) -> set[int]:
    """The transactions that put the statements and the commitments on record."""
    return {
        row[0]
        for table in ("statements", "commitments")
        for row in connection.execute(
            "SELECT DISTINCT tx FROM changes WHERE record = ? AND field = 'present' "
            "AND old IS NULL AND row IN (SELECT value FROM json_each(?))",
            (table, json.dumps(list(gone[table]))),
        )
    }


def _take_off(writer: Writer, gone: Rows) -> None:
    """Take everything off the record that is still on it."""
    connection = writer.connection
    for table, numbers in gone.items():
        for number in numbers:
            writer.update(table, number, {"present": 0})
            if table in _BETWEEN_TWO:
                ends = connection.execute(
                    f"SELECT commitment, other FROM {table} WHERE id = ?", (number,)
                ).fetchone()
                writer.touched.update(ends)
            elif table == "mentions":
                writer.touched.update(
                    connection.execute(
                        "SELECT commitment FROM mentions WHERE id = ?", (number,)
                    ).fetchone()
                )
    writer.touched.update(gone["commitments"])


def _unnamed(writer: Writer, arrivals: Collection[int], chain: Collection[int]) -> list[int]:
    """Take off the parties that came in with what goes, and that nothing else names or describes.

    Their names are the statement's words.
    """
    connection = writer.connection
    marks = json.dumps(sorted(arrivals))
    candidates = [
        row[0]
        for row in connection.execute(
            "SELECT p.id FROM parties p WHERE p.id IN (SELECT row FROM changes "
            "WHERE record = 'parties' AND tx IN (SELECT value FROM json_each(?1))) "
            "AND NOT EXISTS (SELECT 1 FROM changes ch WHERE ch.record = 'parties' "
            "AND ch.row = p.id AND ch.field <> 'present' "
            "AND ch.tx NOT IN (SELECT value FROM json_each(?1))) "
            "AND NOT EXISTS (SELECT 1 FROM parties o, json_each(o.aliases) a WHERE o.present = 1 "
            "AND o.id <> p.id AND a.value = p.name COLLATE NOCASE) "
            "AND NOT EXISTS (SELECT 1 FROM statements s WHERE s.present = 1 "
            "AND s.publisher = p.name COLLATE NOCASE "
            "AND s.id NOT IN (SELECT value FROM json_each(?2))) ORDER BY p.id",
            (marks, json.dumps(sorted(chain))),
        )
    ]
    return undoing.remove_unnamed(writer, candidates)


def _touching(
    connection: Connection, gone: Rows, arrivals: Collection[int]
) -> tuple[set[int], set[int]]:
    """The transactions that did nothing but to what goes, and those that did other things besides.

    The reasons of the first speak of what goes alone; so does that of putting it on record.
    """
    marks = {table: set(numbers) for table, numbers in gone.items()}
    near = {
        row[0]
        for column, table in (("commitment", "commitments"), ("statement", "statements"))
        for row in connection.execute(
            f"SELECT DISTINCT tx FROM changes WHERE {column} IN (SELECT value FROM json_each(?))",
            (json.dumps(list(gone[table])),),
        )
    }
    alone = {
        number
        for number in near
        if number in arrivals
        or all(
            row["row"] in marks.get(row["record"], ())
            for row in connection.execute(
                "SELECT DISTINCT record, row FROM changes WHERE tx = ?", (number,)
            )
        )
    }
    return alone, near - alone


def _reasons(connection: Connection, transactions: Collection[int]) -> tuple[tuple[int, str], ...]:
    found = connection.execute(
        "SELECT id, why FROM transactions WHERE why IS NOT NULL "
        "AND id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(sorted(transactions)),),
    )
    return tuple((row["id"], row["why"]) for row in found)


def _counts(
    gone: Rows, redactor: Redactor, orphans: Collection[int]
) -> tuple[tuple[str, int], ...]:
    words = {"commitment_parties": "roles of parties", "date_moves": "date moves"}
    words |= {"suggestions": "suggested links", "copies": "places where it was met"}
    found = {words.get(table, table): len(numbers) for table, numbers in gone.items()}
    found["parties that nothing else names"] = len(orphans)
    found |= redactor.counts
    return tuple((what, count) for what, count in found.items() if count)
