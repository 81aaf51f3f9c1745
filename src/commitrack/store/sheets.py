"""Rows of a sheet put on record, by the rules that hold for whoever types them in.

A sheet is one transaction, all or nothing. So what its rows come to is found out beforehand
(`sheet_plans`), and under the lock what is new is put in at once and of what is on record each
commitment is written once. What cannot be told beforehand is done row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from commitrack.model.actions import Edit, SetFields, SetStatus
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.history import Signature
from commitrack.model.records import Commitment, Dossier
from commitrack.model.sheets import BadRow, BadRows, RowOutcome, RowResult, SheetRow
from commitrack.model.workflow import Assign, AssignParties
from commitrack.store import editing, intaking, parties, previewing, rows, suggesting
from commitrack.store.columns import Column
from commitrack.store.engine import Connection
from commitrack.store.filing import Proposal
from commitrack.store.recalling import Recall
from commitrack.store.sheet_plans import (
    REFUSALS,
    Changed,
    New,
    Plan,
    Plans,
    candidate,
    differing,
    of_the_row,
    steps,
)
from commitrack.store.transacting import Writer


class Sheet:
    """The rows of a sheet, planned while others write."""

    def __init__(
        self, connection: Connection, found: Sequence[SheetRow], by: Signature, name: str
    ) -> None:
        self._connection = connection
        self._found = found
        self._by = by
        self._name = name
        self._plans = Plans(connection, found, by)
        self._recall = Recall(connection)
        self._recall.expect(_promises(found), {})
        self._new: list[tuple[int, Commitment, tuple[Column, ...]]] = []
        """New commitments with their numbers and columns, which are not on record yet."""
        self._parties: dict[str, tuple[int, str]] = {}
        """The number and the name of each party that was looked up."""

    def file(self, writer: Writer) -> tuple[RowOutcome, ...]:
        """Put every row on record; `BadRows` lists each that the rules refuse, and nothing is
        kept.
        """
        outcomes: list[RowOutcome] = []
        bad: list[BadRow] = []
        for row, plan in zip(self._found, self._plans.still(), strict=True):
            try:
                outcomes.append(self._file(writer, row, plan))
            except REFUSALS as error:
                bad.append(BadRow(row.line, str(error)))
        if bad:
            raise BadRows(bad, len(self._found), self._name)
        self._put_new(writer)
        new = [one.commitment for one in outcomes if one.result is RowResult.ADDED]
        if new:
            suggesting.suggest(writer, new, {}, self._recall)
        writer.action = f"import {self._name}"
        return tuple(outcomes)

    def _file(self, writer: Writer, row: SheetRow, plan: Plan) -> RowOutcome:
        if row.commitment is not None:
            if isinstance(plan, Changed):
                return self._change(writer, row, plan)
            if isinstance(plan, CommitrackError):
                raise plan
            return self._change_by_itself(writer, row, row.commitment)
        known = self._plans.known(row)
        if known is not None:
            return RowOutcome(row.line, RowResult.KNOWN, *known)
        if isinstance(plan, CommitrackError):
            raise plan
        if isinstance(plan, New):
            number, made = self._number(writer, plan)
        else:
            number, made = self._add_by_itself(writer, row)
        if row.statement is None:
            self._plans.note(row.quote, number, made.title)
        return RowOutcome(row.line, RowResult.ADDED, number, made.title, _facts(made))

    # What was planned

    def _number(self, writer: Writer, plan: New) -> tuple[int, Commitment]:
        """Give a new commitment its number, and its parties the names that they have on record."""
        if self._new:
            number = self._new[-1][0] + 1
        else:
            newest = "SELECT coalesce(max(id), 0) FROM commitments"
            number = self._connection.execute(newest).fetchone()[0] + 1
        made = plan.record
        owners, partners = self._named(writer, made.owners), self._named(writer, made.partners)
        if (owners, partners) != (made.owners, made.partners):
            made = replace(made, owners=owners, partners=partners)
        self._new.append((number, made, plan.columns))
        return number, made

    def _named(self, writer: Writer, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._party(writer, name)[1] for name in names))

    def _party(self, writer: Writer, name: str) -> tuple[int, str]:
        if name not in self._parties:
            number = parties.ensure(writer, name, editing.kind_of(name))
            called = self._connection.execute(
                "SELECT name FROM parties WHERE id = ?", (number,)
            ).fetchone()[0]
            self._parties[name] = self._parties[called] = (number, called)
        return self._parties[name]

    def _put_new(self, writer: Writer) -> None:
        """Put the new commitments that have their numbers on record, all at once."""
        new, self._new = self._new, []
        if not new:
            return
        names = ", ".join(f'"{name}"' for name in rows.COMMITMENT_COLUMNS)
        marks = ", ".join("?" * len(rows.COMMITMENT_COLUMNS))
        self._connection.executemany(
            f"INSERT INTO commitments (id, {names}, tx) VALUES (?, {marks}, {writer.number})",
            ((number, *columns) for number, _, columns in new),
        )
        self._connection.executemany(
            "INSERT INTO commitment_parties (commitment, party, role, position, tx) "
            f"VALUES (?, ?, ?, ?, {writer.number})",
            (
                (number, self._parties[name][0], role, position)
                for number, made, _ in new
                for role, named in (("owner", made.owners), ("partner", made.partners))
                for position, name in enumerate(named)
            ),
        )
        writer.touched.update(number for number, *_ in new)

    def _change(self, writer: Writer, row: SheetRow, plan: Changed) -> RowOutcome:
        """Write what a row changes of a commitment on record: its fields once, then the rest."""
        record, after = plan.before.commitment, plan.after
        editing.assign(writer, record.number, plan.changes)
        others = [change for change in plan.changes if not isinstance(change, Assign)]
        for change in others:
            editing.write(writer, record, change)
        if any(isinstance(change, AssignParties) for change in others):
            after = editing.require_dossier(self._connection, record.number)
        return _outcome(row, record.number, plan.before, after)

    # What has to be seen on record

    def _change_by_itself(self, writer: Writer, row: SheetRow, number: int) -> RowOutcome:
        before = editing.require_dossier(self._connection, number)
        for action in differing(row, before):
            self._edit(writer, number, action)
        return _outcome(row, number, before, editing.require_dossier(self._connection, number))

    def _add_by_itself(self, writer: Writer, row: SheetRow) -> tuple[int, Commitment]:
        """Make a candidate of the row's words, where they stand when it says where."""
        self._put_new(writer)
        record = candidate(row)
        if row.statement is not None and row.mention is not None:
            proposal = Proposal(record, row.mention)
            number = intaking.propose(
                writer, row.statement, proposal, (), self._by, overlapping=False
            )
        else:
            columns = {"statement": None, **rows.commitment_columns(record)}
            number = writer.insert("commitments", columns)
            writer.touched.add(number)
        for action in steps(row):
            self._edit(writer, number, action)
        return number, editing.require_dossier(self._connection, number).commitment

    def _edit(self, writer: Writer, number: int, action: SetFields | SetStatus) -> None:
        try:
            editing.make(writer, [Edit(number, action)], self._by)
        except CommitrackError as error:
            raise type(error)(of_the_row(str(error), number)) from None


def _promises(found: Iterable[SheetRow]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of the rows that are to be new, with the names of their owners."""
    for row in found:
        owners = row.values.get("owner")
        if row.commitment is None and isinstance(owners, tuple):
            yield row.quote, owners


def _outcome(row: SheetRow, number: int, before: Dossier, after: Dossier) -> RowOutcome:
    changes = previewing.changes(before, after)
    result = RowResult.CHANGED if changes else RowResult.SAME
    return RowOutcome(row.line, result, number, after.commitment.title, changes)


def _facts(made: Commitment) -> tuple[tuple[str, str, str], ...]:
    facts = (("status", made.status.words), ("owner", made.owner), ("due", made.due))
    return tuple((name, "", clean_line(str(value))) for name, value in facts if value)
