"""Taking back and bringing back: a new transaction that restores field by field.

A transaction stands until another one undoes it; undoing an undo brings it back. Rows are never
deleted: what was put on record is marked as not present, and back again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from commitrack.model.errors import Clash, Conflict, Refused
from commitrack.model.ids import commitment_id
from commitrack.model.integrity import problems
from commitrack.model.status import TRIAGE
from commitrack.store import binding, built_on, merging, reverting
from commitrack.store.engine import Connection, IntegrityError, Row
from commitrack.store.reading import dossiers
from commitrack.store.reverting import Reverting, label
from commitrack.store.since import Key
from commitrack.store.transacting import Writer
from commitrack.store.watching import Watch, unwatched

_TOGETHER = 500
"""Commitments that are judged together."""


def reverse(
    writer: Writer, number: int, *, rest: bool = False, watch: Watch = unwatched
) -> tuple[Clash, ...]:
    """Restore every field that a transaction changed, or refuse the whole of it.

    What is bound to the transaction goes with it, and in one transaction however many they are:
    taken back in parts, an undo could be refused when half of it was done.

    With `rest`, a commitment of which a field was changed since is left as it is, and the rest is
    restored: what is left so. A commitment is never half restored; nor is a statement.
    """
    watch("looking what it changed", 0, 0)
    with reverting.staged(writer.connection, number) as work:
        return _reverse(writer, number, work, rest=rest, watch=watch)


def _reverse(
    writer: Writer, number: int, work: Reverting, *, rest: bool, watch: Watch
) -> tuple[Clash, ...]:
    connection = writer.connection
    touched, judged = work.touched(), work.judged()
    naming = touched | _naming_one_of(connection, work.one_by_one)
    names = work.concerns("parties", "commitment_parties")

    def lacking() -> set[str]:
        left = merging.left_behind(connection, naming) if names else set()
        return left | _problems(connection, judged, watch)

    before = lacking()
    watch("looking what was built on it", 0, 0)
    found = work.clashes()
    clashes = [clash for _, clash in found]
    apart = rest and not work.is_one()
    try:
        if apart:
            work.leave(key for key, _ in found)
        if apart or not clashes:
            work.restore(writer, watch)
            for part in _parts(work.one_by_one) if apart else [work.one_by_one]:
                clashes += _restore(writer, part, number, alone=apart)
    except IntegrityError as error:
        what = next((_ONE_OF_A_KIND[key] for key in _ONE_OF_A_KIND if key in str(error)), None)
        if what is None:
            raise
        raise Refused(
            f"undoing transaction {number} would bring back {what}: undo what came after it first"
        ) from None
    if clashes and not (apart and writer.changes()):
        words = "; ".join(str(clash) for clash in clashes[:3])
        more = f" and {len(clashes) - 3} more" if len(clashes) > 3 else ""
        way_out = "" if rest or work.is_one() else ". --rest takes back the rest"
        raise Conflict(
            f"changed since, so it cannot be undone: {words}{more}{way_out}", tuple(clashes)
        )
    writer.touched.update(touched)
    worse = lacking() - before
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
    """What can be restored without the rest: each commitment, and each party."""
    parts: dict[Key, list[Row]] = {}
    for row in changes:
        parts.setdefault(label(row["record"], row["row"], row["commitment"]), []).append(row)
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
                clashes += built_on.later_edits(connection, key, number, change["commitment"])
                writer.update(*key, {"present": 0})
            continue
        clash = built_on.moved_on(connection, change, number)
        if clash is not None:
            clashes.append(clash)
            continue
        writer.change(*key, {change["field"]: change["old"]})
    removed = remove_unnamed(writer, brought_in)
    for party in built_on.parties_edited(connection, removed, number):
        clashes += built_on.later_edits(connection, ("parties", party), number)
    return clashes


def _problems(connection: Connection, numbers: set[int], watch: Watch) -> set[str]:
    """The problems of these commitments; of what is in triage nothing is asked."""
    asked = connection.execute(
        "SELECT c.id FROM json_each(?) j CROSS JOIN commitments c ON c.id = j.value "
        f"WHERE c.status NOT IN ({', '.join('?' * len(TRIAGE))}) ORDER BY c.id",
        (json.dumps(sorted(numbers)), *TRIAGE),
    ).fetchall()
    found: set[str] = set()
    for first in range(0, len(asked), _TOGETHER):
        watch("judging what is left", first, len(asked))
        some = [row[0] for row in asked[first : first + _TOGETHER]]
        for dossier in dossiers(connection, some):
            found.update(f"{dossier.commitment.id} {problem}" for problem in problems(dossier))
    return found


def remove_unnamed(writer: Writer, parties: list[int]) -> list[int]:
    """Take parties off the record, unless what stays on record names them; those taken off.

    Removing a body can free its parent, so this goes round until nothing moves.
    """
    connection = writer.connection
    left, removed = list(parties), list[int]()
    while free := sorted({*left} - _named(connection, left)):
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


def _named(connection: Connection, parties: Iterable[int]) -> set[int]:
    """Those of these parties that a commitment or a body on record names."""
    found = connection.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM commitment_parties "
        "WHERE party = value AND present = 1) OR value IN (SELECT parent FROM parties "
        "WHERE present = 1 UNION SELECT successor FROM parties WHERE present = 1)",
        (json.dumps(list(parties)),),
    )
    return {row[0] for row in found}
