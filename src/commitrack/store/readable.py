"""What any store can be asked, in the words of the domain.

Who only shows the record (a report, the public page) is given no more than this.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from commitrack.store.asking import (
    PAGE,
    Birth,
    DayCount,
    Extent,
    Lens,
    Outline,
    Pulse,
    Ring,
    SignOffs,
    StatementOrder,
    Verification,
)

if TYPE_CHECKING:  # who only reads need not wait for what the others are spoken to in
    from datetime import date

    from commitrack.model.history import (
        Dated,
        FieldChange,
        Transaction,
    )
    from commitrack.model.records import (
        Commitment,
        Dossier,
        Party,
    )
    from commitrack.model.standing import Body, Slipping, Standing
    from commitrack.model.statements import Copy, Mention, Reading, Statement
    from commitrack.query import Query, SavedView


class ReadableStore(Protocol):
    """One open store, used by one thread at a time: the questions, none of which changes it."""

    @property
    def place(self) -> str:
        """Where it lies, as the user would name it."""

    def root(self) -> str | None:
        """What names the record and its copies, and never changes; None when nothing is on it."""

    def interrupt(self) -> None:
        """Stop the question that another thread is asking of this store, which raises there."""

    def pulse(self) -> Pulse:
        """Whether anything has happened, in microseconds.

        Raises `StoreMoved` once the store is not at its place any more, and `StoreTooNew` once a
        newer commitrack has made it its own.
        """

    def outdated(self) -> bool:
        """Whether it must be opened anew to go on: it is not at its place any more, or may be
        written now and could not when it was opened.
        """

    def ids(self, query: Query, lens: Lens) -> Sequence[int]:
        """Numbers of the commitments a query finds, in its order."""

    def page(self, query: Query, lens: Lens, first: int = 0, size: int = PAGE) -> Sequence[int]:
        """The numbers of one page of what a query finds, from place `first` (0 is the first) on.

        The first page of a list comes at once; going further finds the whole list, which is held
        until the record changes, and any page of it is at hand then.
        """

    def place_of(self, query: Query, lens: Lens, number: int) -> int | None:
        """Where a commitment stands in what a query finds, from 0; None when it is not found.

        The whole list is found for it, and held.
        """

    def among(self, query: Query, lens: Lens, numbers: Sequence[int]) -> Sequence[int]:
        """Those of these commitments that a query finds, in its order."""

    def counts(self, queries: Mapping[str, Query], lens: Lens) -> dict[str, int]:
        """How many commitments each query finds."""

    def breakdown(
        self, query: Query, lens: Lens, fields: Sequence[str], day: date | None = None
    ) -> Mapping[tuple[str | int | None, ...], int]:
        """How many of what a query finds have each combination of values of these fields.

        Of ``statement``, ``status``, ``kind`` and ``rag``, the light by its word, as of a `day`;
        without one, of the lens's.
        """

    def group_sizes(self, query: Query, lens: Lens) -> tuple[tuple[str | None, int], ...]:
        """The groups of what a query finds, in its order: the value of each, None for none, and
        how many it has. Empty without a group, and for one that only the model knows.
        """

    def days(self, first: date, last: date) -> dict[date, DayCount]:
        """How many open commitments have one of their two dates on each day, from the first to the
        last of these; days on which none has are left out.
        """

    def rings(
        self, first: date, last: date, *, after: Ring | None = None, limit: int = PAGE
    ) -> tuple[Ring, ...]:
        """Those dates, by day and then by number; a page of them, behind `after`."""

    def split(self, within: Query, parts: Mapping[str, Query], lens: Lens) -> dict[str, int]:
        """How many of what `within` finds each of the parts finds, too: one pass over all of it.

        A part may say again what `within` says: that is not asked twice.
        """

    def facets(self) -> dict[str, dict[str | None, int]]:
        """How many commitments have each value of each field that has few; None for no value."""

    def values(
        self, field: str, query: Query, lens: Lens, typed: str = "", limit: int = PAGE
    ) -> tuple[str, ...]:
        """The values that a field has among what a query finds, the most frequent first.

        Of the fields in `commitrack.query.completing.STORED`; with `typed`, those with a word that
        begins so.
        """

    def dossiers(
        self, numbers: Sequence[int], extent: Extent = Extent.WHOLE
    ) -> tuple[Dossier, ...]:
        """The dossiers of these commitments, in this order; absent numbers are skipped.

        Of many at once, only the `extent` that is needed is read.
        """

    def dossier(self, number: int) -> Dossier:
        """One dossier; `NotFound` when there is no such commitment."""

    def earlier(self, numbers: Sequence[int], day: date) -> Mapping[int, Dossier]:
        """The dossiers of these commitments as they stood at the end of a day, by number.

        What was not on record then is left out, and so are links and what a statement says.
        """

    def births(self, numbers: Sequence[int]) -> Mapping[int, Birth]:
        """How each of these commitments came on record, and what it is called for good."""

    def statements(self, since: date | None = None) -> tuple[Statement, ...]:
        """Every statement, by number, or those that came in after the day `since`."""

    def statement(self, number: int) -> Statement:
        """One statement with its text; `NotFound` when there is none."""

    def statement_numbers(self) -> tuple[int, ...]:
        """The numbers of all statements, in order, without their texts."""

    def statement_order(
        self, order: StatementOrder = StatementOrder.NUMBER, *, backwards: bool = False
    ) -> tuple[int, ...]:
        """The numbers of all statements in an order, or the other way round."""

    def statements_with(self, words: Sequence[str], first: int, last: int) -> tuple[int, ...]:
        """Which of the statements numbered from `first` to `last` have all these words, each as a
        part of any word of the title, the text, or the name of who published or said it. Capitals
        make no difference.
        """

    def sign_offs(self) -> SignOffs:
        """What waits for a second person: closings that nobody has decided, the one that was asked
        for first in front, and behind them closings that evidence disputes.
        """

    def mention_counts(self) -> Mapping[int, int]:
        """How often each statement mentions what is on record; one that never does is left out."""
        ...

    def outlines(self, numbers: Sequence[int]) -> tuple[Outline, ...]:
        """These statements without their texts, in this order; those there are."""

    def statement_by_hash(self, sha256: str) -> Statement | None:
        """The statement with exactly this text, if it is stored."""

    def statement_by_bytes(self, sha256: str) -> Statement | None:
        """The statement that came from exactly these bytes, if one is stored."""

    def copies(self, statement: int) -> tuple[Copy, ...]:
        """Where a statement's text was met, the place it was added from first."""

    def alike(self, text: str) -> tuple[int, ...]:
        """Numbers of the statements that the text is mostly the same as, the likest first; of
        equals, the newest. Quick however many are stored.
        """

    def versions(self, statement: int) -> tuple[int, ...]:
        """The numbers of every version of a statement, itself included, the oldest first."""

    def mentions(self, statement: int) -> tuple[tuple[Mention, Commitment], ...]:
        """What a statement mentions, in the order of the text."""

    def readings(self, statement: int) -> tuple[Reading, ...]:
        """What of a statement was read and promises nothing, in the order of the text."""

    def parties(self) -> tuple[Party, ...]:
        """Every party, by name, with how many commitments it owns."""

    def party(self, name: str) -> Party:
        """The party with this name or alias, case aside; `NotFound` names near ones."""

    def bodies(self) -> tuple[Body, ...]:
        """Every party by name with its place in the tree of parties, without what it owns."""

    def meant(self, words: str) -> tuple[int, ...]:
        """Numbers of the parties that ``owner:`` with these words means, child bodies included."""

    def standing(self, bodies: Sequence[int], lens: Lens) -> Standing:
        """How these parties stand together; what two of them own counts once."""

    def slipping(self, limit: int) -> tuple[Slipping, ...]:
        """The owners whose dates have moved on by most days in all, the worst first."""

    def views(self) -> tuple[SavedView, ...]:
        """The views that people have saved, by name."""

    def history(
        self,
        commitment: int | None = None,
        *,
        limit: int | None = None,
        before: int | None = None,
        actor: str | None = None,
        most: int | None = None,
    ) -> tuple[Transaction, ...]:
        """Transactions with their changes, newest first: of one commitment, or of all.

        With `before`, those that are older than that one; with `actor`, those of somebody, case
        aside. With `most`, each comes with its first so many changes and says how many `more` it
        made: an import may have made a million.
        """

    def days_on_record(self, numbers: Sequence[int]) -> Mapping[int, tuple[date, date]]:
        """The day on which each of these commitments came on record, and the day of its last
        change, as ``created:`` and ``changed:`` ask for them; absent numbers are left out.
        """

    def changes(self, transaction: int) -> Iterator[FieldChange]:
        """Every change that a transaction made, in order: some are read at a time, on demand."""

    def pasts(
        self,
        numbers: Sequence[int],
        fields: Mapping[str, Collection[str]],
        *,
        since_birth: bool = False,
    ) -> Mapping[int, tuple[Dated, ...]]:
        """What happened to these fields, by table, of these commitments: each one's, oldest first.

        A reference to a party is read by its name of today. With `since_birth` what a commitment
        came on record with is left out, which is far quicker of many that nobody has touched.
        """

    def follows(self, pulse: Pulse) -> bool:
        """Whether the record has gone on from there; False once a backup was restored meanwhile."""

    def feed(self, after: int) -> tuple[int, ...]:
        """Numbers of the commitments touched by transactions newer than `after`."""

    def verify(self, commitment: int | None = None) -> Verification:
        """Walk the hash chain from the first transaction to the newest.

        Of a `commitment`, only the transactions that touched it are held against their seals.
        """

    def export(self) -> Generator[str, None, None]:
        """Everything as lines of JSON, of one moment: the format is in the guide. Close it."""
