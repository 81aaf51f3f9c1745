"""Taking back and bringing back: a new transaction that restores field by field.

A transaction stands until another one undoes it; undoing an undo brings it back. Rows are never
deleted: what was put on record is marked as not present, and back again.
"""

from __future__ import annotations

import json
from datetime import datetime

from commitrack.model.errors import Clash, Conflict, NotFound, Refused
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.integrity import bears, problems
from commitrack.model.status import TRIAGE
from commitrack.store import binding, merging, tombstones
from commitrack.store.engine import Connection, IntegrityError, Row
from commitrack.store.reading import dossiers
from commitrack.store.transacting import Writer

_GONE = (
    "(EXISTS (SELECT 1 FROM tombstones s JOIN erasures e ON e.id = s.erasure "
    "WHERE s.record = ch.record AND s.row = ch.row AND e.subject <> 'party') "
    "OR EXISTS (SELECT 1 FROM tombstones s "
    "WHERE s.record = 'commitments' AND s.row = ch.commitment) "
    "OR EXISTS (SELECT 1 FROM tombstones s WHERE s.record = 'statements' AND s.row = ch.statement))"
)
"""A change of a record that was erased since: there is nothing to take back or to bring back. A
party that lost its names is still a party.
"""

_SOMETHING_LEFT = (
    "(NOT EXISTS (SELECT 1 FROM erasures e WHERE e.tx = t.id) "
    "AND (NOT EXISTS (SELECT 1 FROM erasures) OR EXISTS "
    "(SELECT 1 FROM changes ch WHERE ch.tx IN (SELECT t.id UNION ALL SELECT p.id FROM transactions "
    f"p WHERE p.part_of = t.id) AND NOT {_GONE})))"
)
"""A transaction is no erasure, and not everything was erased that it did, or what is bound to it.
"""

_STANDS = (
    "NOT EXISTS (SELECT 1 FROM transactions u WHERE u.undoes = coalesce(t.part_of, t.id) "
    "AND NOT EXISTS (SELECT 1 FROM transactions r WHERE r.undoes = u.id))"
)
"""A transaction stands unless an undo of it stands; an undo falls when it is itself undone. What is
bound to another one stands and falls with it.
"""


def last_standing(connection: Connection, actor: str) -> int | None:
    """The actor's last edit that still stands: what a plain undo takes back."""
    row = connection.execute(
        "SELECT coalesce(t.part_of, t.id) FROM transactions t "
        f"WHERE t.actor = ? AND t.undoes IS NULL AND {_STANDS} "
        f"AND {_SOMETHING_LEFT} ORDER BY t.id DESC LIMIT 1",
        (actor,),
    ).fetchone()
    return None if row is None else int(row[0])


def last_undo(connection: Connection, actor: str) -> int | None:
    """The actor's last undo that still stands, unless the actor has edited since."""
    row = connection.execute(
        "SELECT t.id FROM transactions t JOIN transactions o ON o.id = t.undoes "
        "WHERE t.actor = ? AND o.undoes IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM transactions r WHERE r.undoes = t.id) "
        "AND t.id > coalesce((SELECT max(e.id) FROM transactions e WHERE e.actor = t.actor "
        "AND e.undoes IS NULL), 0) ORDER BY t.id DESC LIMIT 1",
        (actor,),
    ).fetchone()
    return None if row is None else int(row[0])


def require_undoable(connection: Connection, number: int) -> Row:
    """The transaction to take back; refuses one that does not exist or is taken back already.

    One that is bound to another is not taken back by itself: what came in together goes together.
    """
    row: Row | None = connection.execute(
        f"SELECT t.*, {_STANDS} AS stands, {_SOMETHING_LEFT} AS something_left "
        "FROM transactions t WHERE t.id = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise NotFound(f"there is no transaction {number} (commitrack history)")
    if row["part_of"] is not None:
        raise Refused(
            f"transaction {number} is part of transaction {row['part_of']}, which is undone whole: "
            f"commitrack undo {row['part_of']}"
        )
    if tombstones.by_transaction(connection, number):
        raise Refused(
            f"transaction {number} ({row['action']}) cannot be undone: it erased for good"
        )
    if not row["something_left"]:
        raise Refused(f"what transaction {number} ({row['action']}) did has been erased for good")
    if not row["stands"]:
        raise Refused(f"transaction {number} ({row['action']}) is undone already")
    return row


def reverse(writer: Writer, number: int, *, rest: bool = False) -> tuple[Clash, ...]:
    """Restore every field that a transaction changed, or refuse the whole of it.

    What is bound to the transaction goes with it, the newest first, and in one transaction however
    many they are: taken back in parts, an undo could be refused when half of it was done.

    With `rest`, a commitment of which a field was changed since is left as it is, and the rest is
    restored: what is left so. A commitment is never half restored; nor is a statement.
    """
    connection = writer.connection
    changes = connection.execute(
        "SELECT ch.record, ch.row, ch.field, ch.old, ch.new, ch.commitment FROM json_each(?) j "
        f"CROSS JOIN changes ch ON ch.tx = j.value WHERE NOT {_GONE} ORDER BY ch.id DESC",
        (json.dumps(binding.all_of(connection, number)),),
    ).fetchall()
    touched = {row["commitment"] for row in changes if row["commitment"] is not None}
    # To look at everything about a hundred thousand commitments takes longer than to restore them.
    judged = {
        row["commitment"]
        for row in changes
        if row["commitment"] is not None
        and bears(row["record"], row["field"], row["old"], row["new"])
    }
    naming = touched | _naming_one_of(connection, changes)
    before = _problems(connection, judged) | merging.left_behind(connection, naming)
    parts = _parts(changes) if rest else [changes]
    clashes: list[Clash] = []
    try:
        for part in parts:
            clashes += _restore(writer, part, number, alone=len(parts) > 1)
    except IntegrityError as error:
        what = next((_ONE_OF_A_KIND[key] for key in _ONE_OF_A_KIND if key in str(error)), None)
        if what is None:
            raise
        raise Refused(
            f"undoing transaction {number} would bring back {what}: undo what came after it first"
        ) from None
    if clashes and (len(parts) == 1 or not writer.changes()):
        words = "; ".join(str(clash) for clash in clashes[:3])
        more = f" and {len(clashes) - 3} more" if len(clashes) > 3 else ""
        way_out = "" if rest or len(_parts(changes)) == 1 else ". --rest takes back the rest"
        raise Conflict(
            f"changed since, so it cannot be undone: {words}{more}{way_out}", tuple(clashes)
        )
    writer.touched.update(touched)
    worse = (_problems(connection, judged) | merging.left_behind(connection, naming)) - before
    if worse:
        raise Refused(
            f"undoing transaction {number} would leave {', '.join(sorted(worse))}; "
            "undo what came after it first"
        )
    return tuple(clashes)


def _naming_one_of(connection: Connection, changes: list[Row]) -> set[int]:
    """The commitments that name a party which these changes took off the record or put on it.

    The transaction itself may have touched none of them: they came to name it later.
    """
    parties = {
        row["row"] for row in changes if row["record"] == "parties" and row["field"] == "present"
    }
    found = connection.execute(
        "SELECT DISTINCT cp.commitment FROM json_each(?) p "
        "CROSS JOIN commitment_parties cp ON cp.party = p.value WHERE cp.present = 1",
        (json.dumps(sorted(parties)),),
    )
    return {row[0] for row in found}


_ONE_OF_A_KIND = {
    "statements.sha256": "a text that was stored anew",
    "parties.name": "a party of whose name there is another one",
}
"""What there is only one of on record, by the columns that say so."""


def _parts(changes: list[Row]) -> list[list[Row]]:
    """What can be restored without the rest: each commitment, and each party.

    What came in with a statement, from another store, or with a merge of parties, belongs together.
    """
    if any(
        (row["record"] == "statements" and row["field"] == "present")
        or (row["record"] == "parties" and row["field"] == "present" and row["old"] is not None)
        or row["record"] == "merges"
        for row in changes
    ):
        return [changes]
    parts: dict[tuple[str, int], list[Row]] = {}
    for row in changes:
        about = row["commitment"]
        key = (row["record"], row["row"]) if about is None else ("commitments", about)
        parts.setdefault(key, []).append(row)
    # A party that came in goes after the commitments that name it.
    return sorted(parts.values(), key=lambda part: part[0]["record"] == "parties")


def _restore(writer: Writer, changes: list[Row], number: int, *, alone: bool) -> list[Clash]:
    """Restore what these changes changed, newest first; what was changed since is no success.

    A part that stands `alone` is left as it was then.
    """
    if not alone:
        return _restored(writer, changes, number)
    _ = writer.number  # begun before the savepoint, or it would be taken back with it
    writer.connection.execute("SAVEPOINT part")
    clashes = _restored(writer, changes, number)
    if clashes:
        writer.connection.execute("ROLLBACK TO part")
    writer.connection.execute("RELEASE part")
    return clashes


def _restored(writer: Writer, changes: list[Row], number: int) -> list[Clash]:
    connection = writer.connection
    inserted = {
        (row["record"], row["row"])
        for row in changes
        if row["field"] == "present" and row["old"] is None
    }
    clashes: list[Clash] = []
    brought_in: list[int] = []
    for change in changes:
        key = (change["record"], change["row"])
        if key in inserted:
            if change["field"] == "present" and key[0] == "parties":
                brought_in.append(key[1])
            elif change["field"] == "present":
                clashes += _later_edits(connection, key, number)
                writer.update(*key, {"present": 0})
            continue
        clash = _moved_on(connection, change, number)
        if clash is not None:
            clashes.append(clash)
            continue
        writer.change(*key, {change["field"]: change["old"]})
    for party in remove_unnamed(writer, brought_in):
        clashes += _later_edits(connection, ("parties", party), number)
    return clashes


def _problems(connection: Connection, numbers: set[int]) -> set[str]:
    """The problems of these commitments; of what is in triage nothing is asked."""
    asked = connection.execute(
        "SELECT c.id FROM json_each(?) j CROSS JOIN commitments c ON c.id = j.value "
        f"WHERE c.status NOT IN ({', '.join('?' * len(TRIAGE))}) ORDER BY c.id",
        (json.dumps(sorted(numbers)), *TRIAGE),
    ).fetchall()
    return {
        f"{dossier.commitment.id} {problem}"
        for dossier in dossiers(connection, [row[0] for row in asked])
        for problem in problems(dossier)
    }


def _label(record: str, row: int) -> str:
    if record == "commitments":
        return commitment_id(row)
    return statement_id(row) if record == "statements" else f"{record.replace('_', ' ')} {row}"


def _moved_on(connection: Connection, change: Row, number: int) -> Clash | None:
    record, row, field = change["record"], change["row"], change["field"]
    now = connection.execute(
        f'SELECT CAST("{field}" AS TEXT) FROM "{record}" WHERE id = ?', (row,)
    ).fetchone()[0]
    if now == change["new"]:
        return None
    who, when = connection.execute(
        "SELECT t.actor, t.at FROM changes ch JOIN transactions t ON t.id = ch.tx "
        "WHERE ch.record = ? AND ch.row = ? AND ch.field = ? AND ch.tx >= ? "
        "ORDER BY ch.id DESC LIMIT 1",
        (record, row, field, number),
    ).fetchone()
    return Clash(
        _label(record, row), field, who, datetime.fromisoformat(when), str(now), str(change["old"])
    )


def remove_unnamed(writer: Writer, parties: list[int]) -> list[int]:
    """Take parties off the record, unless what stays on record names them; those taken off.

    Removing a body can free its parent, so this goes round until nothing moves.
    """
    left, removed = list(parties), list[int]()
    while free := [party for party in left if not _named(writer.connection, party)]:
        for party in free:
            writer.update("parties", party, {"present": 0})
        removed += free
        left = [party for party in left if party not in free]
    return removed


def named_since(connection: Connection, number: int) -> list[str]:
    """What names the parties that a transaction put on record: as long as it does, they stay."""
    found = connection.execute(
        "SELECT p.id, p.name FROM json_each(?) j CROSS JOIN changes ch ON ch.tx = j.value "
        "JOIN parties p ON p.id = ch.row WHERE ch.record = 'parties' AND ch.field = 'present' "
        "AND ch.old IS NULL AND p.present = 1",
        (json.dumps(binding.all_of(connection, number)),),
    ).fetchall()
    return [
        f"{by} names {party['name']!r}"
        for party in found
        for by in _naming(connection, party["id"])
    ]


def _naming(connection: Connection, party: int) -> list[str]:
    """The first commitment, or the first body, that names a party."""
    commitments = connection.execute(
        "SELECT commitment FROM commitment_parties WHERE party = ? AND present = 1 "
        "ORDER BY commitment LIMIT 1",
        (party,),
    ).fetchall()
    bodies = connection.execute(
        "SELECT name FROM parties WHERE (parent = ?1 OR successor = ?1) AND present = 1 "
        "ORDER BY id LIMIT 1",
        (party,),
    ).fetchall()
    return [commitment_id(row[0]) for row in commitments] or [repr(row[0]) for row in bodies]


def _named(connection: Connection, party: int) -> bool:
    found = connection.execute(
        "SELECT 1 FROM commitment_parties WHERE party = ?1 AND present = 1 UNION ALL "
        "SELECT 1 FROM parties WHERE (parent = ?1 OR successor = ?1) AND present = 1 LIMIT 1",
        (party,),
    ).fetchone()
    return found is not None


def _later_edits(connection: Connection, key: tuple[str, int], number: int) -> list[Clash]:
    """Later edits, by transactions that stand, of a record or of what is filed under it."""
    record, row = key
    column = {"commitments": "commitment", "statements": "statement"}.get(record)
    below = f"OR ch.{column} = ?2" if column else ""
    found = connection.execute(
        "SELECT t.actor, t.at, ch.field, ch.new FROM changes ch "
        "JOIN transactions t ON t.id = ch.tx "
        f"WHERE ((ch.record = ?1 AND ch.row = ?2) {below}) AND ch.tx > ?3 "
        f"AND t.part_of IS NOT ?3 AND t.undoes IS NULL AND {_STANDS} ORDER BY ch.id LIMIT 3",
        (record, row, number),
    ).fetchall()
    if record == "statements":
        found += _newer_versions(connection, row)
    return [
        Clash(_label(*key), field, who, datetime.fromisoformat(when), str(new), "nothing")
        for who, when, field, new in found
    ]


def _newer_versions(connection: Connection, statement: int) -> list[tuple[str, str, str, str]]:
    """The versions that were added of a statement since: without it they would hang in the air."""
    return [
        (row["fetched_by"], row["fetched_at"], "next version", statement_id(row["id"]))
        for row in connection.execute(
            "SELECT id, fetched_by, fetched_at FROM statements WHERE previous = ? AND present = 1",
            (statement,),
        )
    ]
