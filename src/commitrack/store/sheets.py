"""Rows of a sheet put on record, by the rules that hold for whoever types them in."""

from __future__ import annotations

from collections.abc import Sequence

from commitrack.model.actions import Edit, FieldValue, SetFields, SetStatus
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, CommitrackError, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id
from commitrack.model.records import TITLE_LIMIT, Commitment, Dossier
from commitrack.model.sheets import BadRow, BadRows, RowOutcome, RowResult, SheetRow
from commitrack.model.status import Status
from commitrack.store import editing, intaking, previewing, rows, suggesting
from commitrack.store.filing import Proposal
from commitrack.store.transacting import Writer


def file_rows(
    writer: Writer, found: Sequence[SheetRow], by: Signature, name: str
) -> tuple[RowOutcome, ...]:
    """Put every row on record; `BadRows` lists each that the rules refuse, and nothing is kept."""
    outcomes: list[RowOutcome] = []
    bad: list[BadRow] = []
    for row in found:
        try:
            outcomes.append(_file(writer, row, by))
        except (Refused, BadInput, NotFound) as error:
            bad.append(BadRow(row.line, str(error)))
    if bad:
        raise BadRows(bad, len(found), name)
    new = [one.commitment for one in outcomes if one.result is RowResult.ADDED]
    if new:
        suggesting.suggest(writer, new, {})
    writer.action = f"import {name}"
    return tuple(outcomes)


def _file(writer: Writer, row: SheetRow, by: Signature) -> RowOutcome:
    if row.commitment is not None:
        return _change(writer, row, row.commitment, by)
    known = writer.connection.execute(
        "SELECT id, title FROM commitments WHERE quote = ? AND statement IS ? AND present = 1",
        (row.quote, row.statement),
    ).fetchone()
    if known is not None:
        return RowOutcome(row.line, RowResult.KNOWN, known["id"], known["title"])
    number = _put(writer, row, by)
    values = {name: value for name, value in row.values.items() if value not in (None, ())}
    if values:
        _edit(writer, number, SetFields(values, row.why), by)
    if row.status not in (None, Status.CANDIDATE):
        _reach(writer, number, row, by)
    made = editing.require_dossier(writer.connection, number).commitment
    return RowOutcome(row.line, RowResult.ADDED, number, made.title, _facts(made))


def _put(writer: Writer, row: SheetRow, by: Signature) -> int:
    """Make a candidate of the row's words, where they stand when it says where."""
    title = str(row.values.get("title") or clean_line(row.quote))
    if len(title) > TITLE_LIMIT:
        title = f"{title[: TITLE_LIMIT - 1].rstrip()}…"
    record = Commitment(title=title, quote=row.quote)
    if row.statement is not None and row.mention is not None:
        proposal = Proposal(record, row.mention)
        return intaking.propose(writer, row.statement, proposal, (), by, overlapping=False)
    number = writer.insert("commitments", {"statement": None, **rows.commitment_columns(record)})
    writer.touched.add(number)
    return number


def _reach(writer: Writer, number: int, row: SheetRow, by: Signature) -> None:
    """Take a new candidate to the status that the row names, on the way that the rules know."""
    status = row.status or Status.CANDIDATE
    if status not in (Status.OPEN, Status.REJECTED):
        _edit(writer, number, SetStatus(Status.OPEN), by)
    _edit(writer, number, SetStatus(status, row.why), by)


def _change(writer: Writer, row: SheetRow, number: int, by: Signature) -> RowOutcome:
    """Change the fields of a commitment on record in which the row differs."""
    before = editing.require_dossier(writer.connection, number)
    if row.quote and _one_line(row.quote) != _one_line(before.commitment.quote):
        raise Refused(f"{commitment_id(number)} is in other words, and a quote never changes")
    values = {name: new for name, new in row.values.items() if not _stands(before, name, new)}
    if values:
        _edit(writer, number, SetFields(values, row.why), by)
    if row.status not in (None, before.commitment.status):
        _edit(writer, number, SetStatus(row.status or Status.OPEN, row.why), by)
    after = editing.require_dossier(writer.connection, number)
    changes = previewing.changes(before, after)
    return RowOutcome(
        row.line,
        RowResult.CHANGED if changes else RowResult.SAME,
        number,
        after.commitment.title,
        changes,
    )


def _edit(writer: Writer, number: int, action: SetFields | SetStatus, by: Signature) -> None:
    try:
        editing.make(writer, [Edit(number, action)], by)
    except CommitrackError as error:
        raise type(error)(_of_the_row(str(error), number)) from None


def _of_the_row(words: str, number: int) -> str:
    """A refusal without the number of a commitment that will never have been there."""
    return words.removeprefix(f"{commitment_id(number)}: ")


def _stands(dossier: Dossier, name: str, new: FieldValue) -> bool:
    """Whether a field holds this already; owners may be written as a list shows them."""
    record = dossier.commitment
    if name == "owner":
        return new in (record.owners, (record.owner,))
    return bool(new == getattr(record, name))


def _one_line(text: str) -> str:
    return " ".join(clean_line(text).split())


def _facts(made: Commitment) -> tuple[tuple[str, str, str], ...]:
    facts = (("status", made.status.words), ("owner", made.owner), ("due", made.due))
    return tuple((name, "", clean_line(str(value))) for name, value in facts if value)
