"""Many statements put on record at once, with all that is filed under their commitments.

Rows are staged in memory first, where nobody has to wait for it, and then put in table by table,
each with one statement of SQL. The triggers guard and write history as for any other change: taking
them off would be no faster. Whoever else writes waits for one batch, never for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from commitrack.model.errors import Conflict
from commitrack.model.history import Signature
from commitrack.model.ids import statement_id
from commitrack.model.likeness import sketch
from commitrack.model.records import Commitment
from commitrack.model.statements import StatementDraft
from commitrack.store import copying, editing, intaking, parties, rows, sketches
from commitrack.store.columns import Column, to_column
from commitrack.store.engine import Connection
from commitrack.store.filing import Filing
from commitrack.store.limits import require_fits
from commitrack.store.pacing import Pace
from commitrack.store.transacting import Writer

BATCH = 4_000
"""Commitments in one transaction: some tenths of a second, in which others cannot write."""
_LEAST = 250
"""Commitments below which a transaction is not made smaller: to commit takes most of its time."""
_LONG = 1.0
"""Seconds of one transaction after which the next one is made smaller."""

_MENTION = ("start", "end", "quote", "before", "after", "role")
_REFERENCES = {"statement": "statements", "commitment": "commitments"}
"""Columns that are staged as a place among the staged rows of another table."""


class Batch:
    """Some statements, staged as rows of a memory table for each table of the record."""

    def __init__(self, connection: Connection, by: Signature) -> None:
        self._connection = connection
        self._by = by
        self._rows: dict[str, list[tuple[Column, ...]]] = {}
        self._columns: dict[str, tuple[str, ...]] = {}
        self.numbers: tuple[int, ...] = ()
        """The numbers of its commitments, once they are on record."""
        self._sketches: list[tuple[int, int]] = []
        self._names: dict[str, None] = {}
        self._named: list[tuple[int, str, Sequence[str]]] = []
        self._drafts: dict[str, StatementDraft] = {}

    @property
    def size(self) -> int:
        """How many commitments are staged."""
        return len(self._rows.get("commitments", ()))

    @property
    def empty(self) -> bool:
        """Whether nothing is staged."""
        return not self._drafts

    def stage(self, filing: Filing) -> None:
        """Stage a statement and all that is filed under it, once its quotes are those of its text.

        Raises `ValueError` for a quote that is not in the text, `Conflict` for a text that is
        staged already.
        """
        draft = filing.draft
        intaking.require_quotes(draft, (one.mention for one in filing.proposals))
        if draft.sha256 in self._drafts:
            raise Conflict(f"{draft.title!r} is there twice, word for word")
        self._drafts[draft.sha256] = draft
        statement = len(self._drafts)
        self._put("statements", intaking.statement_columns(draft, self._by))
        self._put(
            "copies",
            {"statement": statement, **rows.copy_columns(copying.first(draft, self._by))},
        )
        self._sketches += ((number, statement) for number in sketch(draft.text))
        for place, proposal in enumerate(filing.proposals):
            number = self._commitment(statement, proposal.commitment)
            mention = {name: to_column(getattr(proposal.mention, name)) for name in _MENTION}
            self._put("mentions", {"commitment": number, "statement": statement, **mention})
            for record in filing.filed.get(place, ()):
                table, columns = rows.filed(record)
                self._put(table, {"commitment": number, **columns})
        if draft.publisher:
            self._names[draft.publisher] = None

    def _commitment(self, statement: int, record: Commitment) -> int:
        plain = tuple(map(to_column, _COMMITMENT(record)))
        require_fits("commitments", dict(zip(rows.COMMITMENT_COLUMNS, plain, strict=True)))
        staged = self._rows.setdefault("commitments", [])
        self._columns.setdefault("commitments", ("statement", *rows.COMMITMENT_COLUMNS))
        staged.append((statement, *plain))
        for role, names in (("owner", record.owners), ("partner", record.partners)):
            if names:
                self._named.append((len(staged), role, names))
                self._names.update(dict.fromkeys(names))
        return len(staged)

    def _put(self, table: str, columns: Mapping[str, Column]) -> None:
        require_fits(table, columns)
        self._columns.setdefault(table, tuple(columns))
        self._rows.setdefault(table, []).append(tuple(columns.values()))

    def settle(self) -> None:
        """Move what is staged into memory tables of SQLite, so that the lock is held briefly."""
        for table, staged in self._rows.items():
            names = ", ".join(f'"{name}"' for name in self._columns[table])
            marks = ", ".join("?" * len(self._columns[table]))
            self._connection.execute(f'DROP TABLE IF EXISTS temp."staged_{table}"')
            self._connection.execute(f'CREATE TEMP TABLE "staged_{table}" ({names})')
            self._connection.execute("BEGIN")
            self._connection.executemany(
                f'INSERT INTO temp."staged_{table}" VALUES ({marks})', staged
            )
            self._connection.execute("COMMIT")

    def put(self, writer: Writer) -> None:
        """Put everything on record, inside the writer's transaction.

        Raises `Conflict` when one of the texts is on record already.
        """
        for draft in self._drafts.values():
            intaking.require_new(self._connection, draft)
        numbers = {
            name: parties.ensure(writer, name, editing.kind_of(name)) for name in self._names
        }
        before = {
            table: self._connection.execute(f'SELECT max(id) FROM "{table}"').fetchone()[0] or 0
            for table in self._rows
        }
        for table in self._rows:
            self._move(table, before, writer.number)
        self._place_parties(numbers, before.get("commitments", 0), writer.number)
        self._keep_sketches(before["statements"])
        writer.action = self._action(before["statements"])
        first = before.get("commitments", 0) + 1
        self.numbers = tuple(range(first, first + self.size))

    def _move(self, table: str, before: Mapping[str, int], transaction: int) -> None:
        names = ", ".join(f'"{name}"' for name in self._columns[table])
        values = ", ".join(
            f'"{name}" + {before[_REFERENCES[name]]}' if name in _REFERENCES else f'"{name}"'
            for name in self._columns[table]
        )
        self._connection.execute(
            f'INSERT INTO "{table}" (id, tx, {names}) SELECT rowid + ?, ?, {values} '
            f'FROM temp."staged_{table}" ORDER BY rowid',
            (before[table], transaction),
        )

    def _place_parties(self, numbers: Mapping[str, int], before: int, transaction: int) -> None:
        """Who owns and shares each commitment; of two names of one party the first counts."""
        self._connection.executemany(
            "INSERT INTO commitment_parties (commitment, party, role, position, tx) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                (before + number, party, role, position, transaction)
                for number, role, names in self._named
                for position, party in enumerate(dict.fromkeys(numbers[name] for name in names))
            ),
        )

    def _keep_sketches(self, before: int) -> None:
        pairs = ((number, before + statement) for number, statement in self._sketches)
        sketches.put(self._connection, pairs)

    def _action(self, before: int) -> str:
        first, last = before + 1, before + len(self._drafts)
        named = statement_id(first) + (f" to {statement_id(last)}" if last > first else "")
        return f"add {named}, {self.size} commitments"


_COMMITMENT = attrgetter(*rows.COMMITMENT_COLUMNS)


def pace() -> Pace:
    """How many commitments go into one transaction."""
    return Pace(BATCH, _LEAST, _LONG)


def batches(
    connection: Connection, filings: Iterable[Filing], by: Signature, pace: Pace
) -> Iterator[Batch]:
    """The filings, staged batch by batch; each is full before the next one is begun."""
    batch = Batch(connection, by)
    for filing in filings:
        batch.stage(filing)
        if batch.size >= pace.size:
            yield batch
            batch = Batch(connection, by)
    if not batch.empty:
        yield batch
