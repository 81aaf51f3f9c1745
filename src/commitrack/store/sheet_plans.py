"""What the rows of a sheet come to, found out before anybody has to wait for it.

The rules are pure functions of a commitment and what is asked of it, so they are asked while others
write. What is planned so holds as long as the commitment is what it was then; of a new one nothing
else is asked but whether its words are on record by now.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from commitrack.model.actions import FieldValue, SetFields, SetStatus
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id
from commitrack.model.records import TITLE_LIMIT, Commitment, Dossier
from commitrack.model.sheets import SheetRow
from commitrack.model.status import Status
from commitrack.model.workflow import Assign, AssignParties, Change, File, plan
from commitrack.store import rows
from commitrack.store.columns import Column
from commitrack.store.engine import Connection
from commitrack.store.limits import require_fits
from commitrack.store.reading import dossiers
from commitrack.store.since import newest

REFUSALS = (Refused, BadInput, NotFound)
"""What makes a row a bad one."""
_FIELD_OF_ROLE = {"owner": "owners", "partner": "partners"}


@dataclass(frozen=True, slots=True)
class New:
    """A commitment that a row puts on record."""

    record: Commitment
    """As it is to be, with the names of its owners as the sheet has them."""
    columns: tuple[Column, ...]
    """The values of `rows.COMMITMENT_COLUMNS`."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a row changes of a commitment on record, perhaps nothing."""

    before: Dossier
    after: Dossier
    """As it is to be, with the names of its owners as the sheet has them."""
    changes: tuple[Change, ...]


Plan = New | Changed | Refused | BadInput | NotFound | None
"""What a row comes to, or why it is refused; None when that has to be seen on record."""


class Plans:
    """The plans of a sheet, and what they rest on."""

    def __init__(self, connection: Connection, found: Sequence[SheetRow], by: Signature) -> None:
        self._connection = connection
        self._by = by
        self.seen = newest(connection)
        """The newest transaction when they were made."""
        self._known = self._on_record(found, 0)
        self._dossiers = {
            one.commitment.number: one
            for one in dossiers(
                connection, sorted({row.commitment for row in found if row.commitment is not None})
            )
        }
        self._plans = [self._plan(row) for row in found]
        self._found = found

    def still(self) -> list[Plan]:
        """The plans that hold, under the lock: those of what others have changed are made anew."""
        moved = self._moved()
        twice = _repeated(self._found)
        self._dossiers |= {
            one.commitment.number: one for one in dossiers(self._connection, sorted(moved))
        }
        now = self._on_record(self._found, self.seen)
        still = {quote: one for quote, one in self._known.items() if self._is_on_record(one[0])}
        self._known = now | still
        return [
            None
            if row.commitment in twice
            else self._plan(row)
            if row.commitment in moved
            else planned
            for row, planned in zip(self._found, self._plans, strict=True)
        ]

    def known(self, row: SheetRow) -> tuple[int, str] | None:
        """The number and title of a commitment on record in the very words of a row."""
        if row.statement is None:
            return self._known.get(row.quote)
        one = self._connection.execute(
            "SELECT id, title FROM commitments WHERE quote = ? AND statement = ? AND present = 1",
            (row.quote, row.statement),
        ).fetchone()
        return None if one is None else (one["id"], one["title"])

    def note(self, quote: str, number: int, title: str) -> None:
        """Note that words are on record by now."""
        self._known.setdefault(quote, (number, title))

    def _on_record(self, found: Sequence[SheetRow], after: int) -> dict[str, tuple[int, str]]:
        """What stands in no statement and has the words of a row, of what was touched since."""
        wanted = {row.quote for row in found if row.commitment is None and row.statement is None}
        if not wanted:
            return {}
        known: dict[str, tuple[int, str]] = {}
        index = "list_by_tx" if after else "list_by_statement"
        for number, title, quote in self._connection.execute(
            f"SELECT id, title, quote FROM commitments INDEXED BY {index} "
            "WHERE present = 1 AND statement IS NULL AND tx > ? ORDER BY id",
            (after,),
        ):
            if quote in wanted:
                known.setdefault(quote, (number, title))
        return known

    def _is_on_record(self, number: int) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM commitments WHERE id = ? AND present = 1", (number,)
        ).fetchone()
        return found is not None

    def _moved(self) -> set[int]:
        """The commitments that are not what they were when it was planned what to do to them.

        They go by the names of their owners, which may have become other ones.
        """
        if newest(self._connection) == self.seen:
            return set()
        renamed = self._connection.execute(
            "SELECT 1 FROM changes WHERE tx > ? AND record = 'parties' LIMIT 1", (self.seen,)
        ).fetchone()
        if renamed is not None:
            return set(self._dossiers)
        now = dict(
            self._connection.execute(
                "SELECT id, tx FROM commitments WHERE present = 1 "
                "AND id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(self._dossiers)),),
            ).fetchall()
        )
        return {
            number
            for number, one in self._dossiers.items()
            if now.get(number) != one.commitment.version
        }

    def _plan(self, row: SheetRow) -> Plan:
        try:
            if row.commitment is None:
                return None if row.statement is not None else _new(row, self._by)
            before = self._dossiers.get(row.commitment)
            return None if before is None else _changed(row, before, self._by)
        except REFUSALS as error:
            return error


def candidate(row: SheetRow) -> Commitment:
    """The candidate that a row's words make."""
    title = str(row.values.get("title") or clean_line(row.quote))
    if len(title) > TITLE_LIMIT:
        title = f"{title[: TITLE_LIMIT - 1].rstrip()}…"
    return Commitment(title=title, quote=row.quote)


def steps(row: SheetRow) -> list[SetFields | SetStatus]:
    """What is done to a new candidate, on the way that the rules know to the status of its row."""
    values = {name: value for name, value in row.values.items() if value not in (None, ())}
    found: list[SetFields | SetStatus] = [SetFields(values, row.why)] if values else []
    if row.status is None or row.status is Status.CANDIDATE:
        return found
    if row.status not in (Status.OPEN, Status.REJECTED):
        found.append(SetStatus(Status.OPEN))
    return [*found, SetStatus(row.status, row.why)]


def differing(row: SheetRow, before: Dossier) -> list[SetFields | SetStatus]:
    """What is done to a commitment on record, where the row differs; `Refused` for other words."""
    record = before.commitment
    if row.quote and _one_line(row.quote) != _one_line(record.quote):
        raise Refused(f"{record.id} is in other words, and a quote never changes")
    values = {name: new for name, new in row.values.items() if not _stands(before, name, new)}
    found: list[SetFields | SetStatus] = [SetFields(values, row.why)] if values else []
    if row.status not in (None, record.status):
        found.append(SetStatus(row.status or Status.OPEN, row.why))
    return found


def of_the_row(words: str, number: int) -> str:
    """A refusal without the number of a commitment that will never have been there."""
    return words.removeprefix(f"{commitment_id(number)}: ")


def _new(row: SheetRow, by: Signature) -> Plan:
    done = _done(Dossier(candidate(row)), steps(row), by)
    if done is None or any(isinstance(change, File) for change in done[1]):
        return None
    columns = rows.commitment_columns(done[0].commitment)
    require_fits("commitments", columns)
    return New(done[0].commitment, tuple(columns.values()))


def _changed(row: SheetRow, before: Dossier, by: Signature) -> Plan:
    done = _done(before, differing(row, before), by)
    return None if done is None else Changed(before, *done)


def _done(
    dossier: Dossier, actions: Sequence[SetFields | SetStatus], by: Signature
) -> tuple[Dossier, tuple[Change, ...]] | None:
    """A commitment to which actions are done one after the other; None when the rules would have
    to look at more than its fields for the next one.
    """
    every: list[Change] = []
    for action in actions:
        if any(isinstance(change, File) for change in every):
            return None
        number = dossier.commitment.number
        try:
            changes = plan(dossier, action, by)
        except REFUSALS as error:
            raise type(error)(of_the_row(str(error), number)) from None
        values: dict[str, Any] = {}  # of the types that the rules give to the fields
        for change in changes:
            match change:
                case Assign(field, value):
                    values[field] = value
                case AssignParties(role, names):
                    values[_FIELD_OF_ROLE[role.value]] = names
                case File():
                    pass
                case _:
                    return None
        dossier = replace(dossier, commitment=replace(dossier.commitment, **values))
        every += changes
    return dossier, tuple(every)


def _repeated(found: Sequence[SheetRow]) -> set[int]:
    """The commitments that more than one row is about."""
    times = Counter(row.commitment for row in found if row.commitment is not None)
    return {number for number, many in times.items() if many > 1}


def _stands(dossier: Dossier, name: str, new: FieldValue) -> bool:
    """Whether a field holds this already; owners may be written as a list shows them."""
    record = dossier.commitment
    if name == "owner":
        return new in (record.owners, (record.owner,))
    return bool(new == getattr(record, name))


def _one_line(text: str) -> str:
    return " ".join(clean_line(text).split())
