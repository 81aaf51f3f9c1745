"""Making edits: the rules judge, the versions are compared, the changes are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from commitrack.model.actions import Action, Edit, SetFields, SetStatus
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import Clash, Conflict, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id
from commitrack.model.records import Commitment, Dismissal, Dossier, Link, PartyKind
from commitrack.model.status import Stage
from commitrack.model.workflow import (
    Assign,
    AssignParties,
    Change,
    DecideReview,
    DecideSuggestion,
    File,
    Recall,
    Retract,
    describe,
    plan,
)
from commitrack.store import parties, rows, tombstones
from commitrack.store.columns import to_column
from commitrack.store.engine import Connection
from commitrack.store.reading import dossiers
from commitrack.store.transacting import Writer
from commitrack.store.watching import Watch, unwatched

_TOGETHER = 500
"""Edits whose commitments are read together: to read each by itself takes most of a bulk edit."""


def require_dossier(connection: Connection, number: int) -> Dossier:
    """One dossier; `NotFound` says what the newest commitment is."""
    found = dossiers(connection, (number,))
    if found:
        return found[0]
    erased = tombstones.of(connection, "commitments", number)
    if erased is not None:
        raise NotFound(f"{commitment_id(number)} is gone: {erased}")
    newest = connection.execute("SELECT max(id) FROM commitments WHERE present = 1").fetchone()[0]
    known = f"the newest is {commitment_id(newest)}" if newest else "the store holds none"
    raise NotFound(f"{commitment_id(number)} does not exist ({known})")


def make(writer: Writer, edits: Sequence[Edit], by: Signature, watch: Watch = unwatched) -> None:
    """Make every edit in order, inside the writer's transaction, and tell how many are made."""
    for done, (edit, read) in enumerate(_with_dossiers(writer, edits)):
        if done % _TOGETHER == 0:
            watch("changing", done, len(edits))
        dossier = read or require_dossier(writer.connection, edit.commitment)
        make_one(writer, dossier, edit, by)
    numbers = list(dict.fromkeys(edit.commitment for edit in edits))
    writer.action = named([edit.action for edit in edits], numbers, len(numbers))


def make_one(writer: Writer, dossier: Dossier, edit: Edit, by: Signature) -> None:
    """Make one edit of a commitment that was just read, inside the writer's transaction."""
    seen = None if edit.commitment in writer.touched else edit.seen
    try:
        changes = plan(dossier, edit.action, by)
    except Refused:
        # The rules may object only to what somebody else made of it meanwhile: say that first.
        _require_unchanged(writer.connection, dossier.commitment, seen, _meant(edit.action))
        raise
    _require_unchanged(writer.connection, dossier.commitment, seen, changes)
    for together, some in groupby(changes, lambda one: isinstance(one, Assign)):
        if together:
            assign(writer, dossier.commitment.number, some)
        else:
            for change in some:
                write(writer, dossier.commitment, change)


def _with_dossiers(writer: Writer, edits: Sequence[Edit]) -> Iterator[tuple[Edit, Dossier | None]]:
    """Each edit with the dossier of its commitment, read with those of many others.

    None for one that has to be read when its turn has come: an edit before it has touched it.
    """
    for first in range(0, len(edits), _TOGETHER):
        some = edits[first : first + _TOGETHER]
        numbers = {edit.commitment for edit in some} - writer.touched if len(some) > 1 else ()
        read = {one.commitment.number: one for one in dossiers(writer.connection, sorted(numbers))}
        for edit in some:
            touched = edit.commitment in writer.touched
            yield edit, None if touched else read.get(edit.commitment)


def named(actions: Iterable[Action], numbers: Sequence[int], count: int) -> str:
    """What was done to so many, in a few words: ``accept C-0001``, ``set lead on 500 commitments``.

    Of many commitments the `numbers` of a few are enough.
    """
    what = ", ".join(dict.fromkeys(describe(action) for action in actions))
    if count <= 3:
        return f"{what} {', '.join(commitment_id(number) for number in numbers)}"
    return f"{what} on {count} commitments"


def assign(writer: Writer, commitment: int, changes: Iterable[Change]) -> None:
    """Give the fields of a commitment their values, all at once."""
    columns = {one.field: to_column(one.value) for one in changes if isinstance(one, Assign)}
    if columns and writer.update("commitments", commitment, columns):
        writer.touched.add(commitment)


def write(writer: Writer, commitment: Commitment, change: Change) -> None:
    """Write one change, and mark the commitments whose version moves on."""
    number = commitment.number
    begun = writer.connection.total_changes
    match change:
        case Assign():
            assign(writer, number, (change,))
        case AssignParties(role, names):
            assign_parties(writer, number, role.value, names)
        case File(Link() as link):
            require_dossier(writer.connection, link.other)
            require_dossier(writer.connection, link.source)
            writer.insert("links", {"commitment": link.source, **rows.filed(link)[1]})
            writer.touched.update((link.source, link.other))
        case File(Dismissal() as dismissal):
            _dismiss(writer, number, dismissal)
        case File(record):
            table, columns = rows.filed(record)
            writer.insert(table, {"commitment": number, **columns})
        case Retract(evidence, reason):
            writer.update("evidence", evidence, {"retracted": reason})
        case Recall(dismissal):
            writer.update("dismissals", dismissal, {"present": 0})
        case DecideReview():
            writer.update(
                "reviews",
                change.review,
                {
                    "proposed": change.proposed.value,
                    "decision": change.decision.value,
                    "decided_by": change.by,
                    "decided_on": to_column(change.on),
                    "reason": change.reason,
                    "evidence": to_column(change.evidence),
                    "self_verified": int(change.self_verified),
                },
            )
        case DecideSuggestion():
            writer.update(
                "suggestions",
                change.suggestion,
                {
                    "decision": change.judgement.value,
                    "reason": change.reason,
                    "decided_by": change.by,
                    "decided_on": to_column(change.on),
                },
            )
            writer.touched.update(_ends(writer.connection, change.suggestion))
    if writer.connection.total_changes != begun:
        writer.touched.add(number)


def _dismiss(writer: Writer, commitment: int, dismissal: Dismissal) -> None:
    """Put a dismissal on record: one row for each rule, which a recall has marked as gone.

    So an undo that would bring an older dismissal back meets a newer one as a conflict.
    """
    table, columns = rows.filed(dismissal)
    before = writer.connection.execute(
        "SELECT id FROM dismissals WHERE commitment = ? AND rule = ?", (commitment, dismissal.rule)
    ).fetchone()
    if before is None:
        writer.insert(table, {"commitment": commitment, **columns})
    else:
        writer.update(table, before["id"], {**columns, "present": 1})


def _ends(connection: Connection, suggestion: int) -> tuple[int, int]:
    """The two commitments that a suggestion is about: both show it."""
    row = connection.execute(
        "SELECT commitment, other FROM suggestions WHERE id = ?", (suggestion,)
    ).fetchone()
    return row[0], row[1]


def assign_parties(writer: Writer, commitment: int, role: str, names: Sequence[str]) -> None:
    """Give a commitment these parties in this role and order; rows are reused, never deleted."""
    place_parties(
        writer, commitment, role, [parties.ensure(writer, name, kind_of(name)) for name in names]
    )


def place_parties(writer: Writer, commitment: int, role: str, numbers: Sequence[int]) -> None:
    """As `assign_parties`, with the numbers of parties on record; the first of two counts."""
    wanted = list(dict.fromkeys(numbers))
    existing = {
        row["party"]: row
        for row in writer.connection.execute(
            "SELECT * FROM commitment_parties WHERE commitment = ? AND role = ?",
            (commitment, role),
        ).fetchall()
    }
    for party, row in existing.items():
        if party not in wanted:
            writer.update("commitment_parties", row["id"], {"present": 0})
    for position, party in enumerate(wanted):
        if party in existing:
            writer.update(
                "commitment_parties", existing[party]["id"], {"present": 1, "position": position}
            )
        else:
            writer.insert(
                "commitment_parties",
                {"commitment": commitment, "party": party, "role": role, "position": position},
            )


def kind_of(name: str) -> PartyKind:
    """What an unknown party is taken to be: "all trusts" is no name but a group of bodies."""
    return PartyKind.ORGANISATION if name[:1].isupper() else PartyKind.GROUP


def _meant(action: Action) -> tuple[Change, ...]:
    """The fields that an action names, for comparing when the rules allow no plan of it."""
    match action:
        case SetFields(values=values):
            return tuple(Assign(name, value) for name, value in values.items())
        case SetStatus(status=status) if status.stage is not Stage.CLOSED:
            return (Assign("status", status),)
        case _:
            return ()


_FIELD_OF_ROLE = {"owner": "owner", "partner": "partners"}


def _require_unchanged(
    connection: Connection, commitment: Commitment, seen: int | None, changes: Sequence[Change]
) -> None:
    """Refuse to overwrite a field that moved on after the version the editor saw.

    Edits of other fields merge: only the fields this edit assigns are compared. None for `seen`
    is an editor who did not look, and means what they say whatever stood there.
    """
    if seen is None or commitment.version <= seen:
        return
    clashes = []
    for change in changes:
        if isinstance(change, Assign):
            name, yours = change.field, to_column(change.value)
            clash = _newest_change(connection, "commitments", commitment.number, name, seen)
            if clash is not None and clash[2] != (None if yours is None else str(yours)):
                clashes.append(_clash(commitment, name, clash, yours))
        elif isinstance(change, AssignParties):
            row = connection.execute(
                "SELECT t.actor, t.at FROM changes ch JOIN transactions t ON t.id = ch.tx "
                "JOIN commitment_parties cp ON cp.id = ch.row "
                "WHERE ch.record = 'commitment_parties' AND ch.commitment = ? AND cp.role = ? "
                "AND ch.tx > ? ORDER BY ch.id DESC LIMIT 1",
                (commitment.number, change.role.value, seen),
            ).fetchone()
            theirs = commitment.owners if change.role == "owner" else commitment.partners
            if row is not None and theirs != change.names:
                clashes.append(
                    _clash(
                        commitment,
                        _FIELD_OF_ROLE[change.role.value],
                        (row[0], row[1], "; ".join(theirs)),
                        "; ".join(change.names),
                    )
                )
        elif isinstance(change, DecideReview):
            clash = _newest_change(connection, "reviews", change.review, "decision", seen)
            if clash is not None:
                clashes.append(_clash(commitment, "review", clash, change.decision.value))
        elif isinstance(change, DecideSuggestion):
            row, yours = change.suggestion, change.judgement.value
            clash = _newest_change(connection, "suggestions", row, "decision", seen)
            if clash is not None and clash[2] != yours:
                clashes.append(_clash(commitment, "suggested link", clash, yours))
    if clashes:
        words = "; ".join(str(clash) for clash in clashes)
        raise Conflict(f"{words}. Nothing was written", tuple(clashes))


def _newest_change(
    connection: Connection, record: str, row: int, field: str, seen: int
) -> tuple[str, str, str | None] | None:
    found = connection.execute(
        "SELECT t.actor, t.at, ch.new FROM changes ch JOIN transactions t ON t.id = ch.tx "
        "WHERE ch.record = ? AND ch.row = ? AND ch.field = ? AND ch.tx > ? "
        "ORDER BY ch.id DESC LIMIT 1",
        (record, row, field, seen),
    ).fetchone()
    return None if found is None else (found[0], found[1], found[2])


def _clash(
    commitment: Commitment, field: str, theirs: tuple[str, str, str | None], yours: object
) -> Clash:
    who, when, value = theirs
    return Clash(
        record=commitment.id,
        field=field,
        who=who,
        when=datetime.fromisoformat(when),
        theirs=clean_line(value) if value else "nothing",
        yours=clean_line(str(yours)) if yours not in (None, "") else "nothing",
    )
