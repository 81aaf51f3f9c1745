"""What any store can do, in the words of the domain.

SQLite is the embedded engine; a shared server engine can take its place behind the same
conformance tests. Nothing outside this folder may assume which one it is talking to.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
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
from commitrack.store.filing import NO_ALIASES, Filing, Proposal, Revise
from commitrack.store.watching import Watch, unwatched

if TYPE_CHECKING:  # who only reads need not wait for what the others are spoken to in
    from datetime import date

    from commitrack.model.actions import Action, Edit, Preview
    from commitrack.model.erasure import Erasure
    from commitrack.model.history import (
        Dated,
        FieldChange,
        Receipt,
        Reversal,
        Signature,
        Transaction,
    )
    from commitrack.model.records import (
        Commitment,
        Dossier,
        Party,
    )
    from commitrack.model.sheets import RowOutcome, SheetRow
    from commitrack.model.standing import Body, Slipping, Standing
    from commitrack.model.statements import Copy, Mention, Reading, Statement, StatementDraft
    from commitrack.model.sweeps import Sweep
    from commitrack.model.taking import Side, TakenIn
    from commitrack.query import Query, SavedView
    from commitrack.store.staging import Staged


class Store(Protocol):
    """One open store, used by one thread at a time."""

    @property
    def place(self) -> str:
        """Where it lies, as the user would name it."""

    def root(self) -> str | None:
        """What names the record and its copies, and never changes; None when nothing is on it."""

    def close(self) -> None:
        """Let go of it. Nothing is pending: every write was a whole transaction."""

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

    # Asking

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

    # Writing: each call is one transaction, whole or not at all, unless it says otherwise

    def apply(self, edits: Sequence[Edit], by: Signature, watch: Watch = unwatched) -> Receipt:
        """Make these edits as one transaction, and tell `watch` how many are made: what that
        raises stops it, and nothing is written.

        Raises `Refused`, `BadInput` or `NotFound` from the rules, and `Conflict` when a field an
        edit changes was changed by somebody else after the version the edit saw. Then nothing
        is written. Edits that change nothing write no transaction (`Receipt.changed == 0`).
        """

    def preview(
        self, edits: Sequence[Edit], by: Signature, watch: Watch = unwatched
    ) -> tuple[Preview, ...]:
        """What `apply` would change, edit by edit, without writing."""

    def foresee(self, numbers: Sequence[int], actions: Sequence[Action], by: Signature) -> Sweep:
        """What `sweep` would make of these, by the rules; nothing is locked for it."""

    def sweep(
        self,
        numbers: Sequence[int],
        actions: Sequence[Action],
        by: Signature,
        *,
        seen: int | None = None,
        watch: Watch = unwatched,
    ) -> Sweep:
        """Do these actions, in order, to each of any number of commitments, as one transaction.

        What the rules refuse for one, or would overwrite what somebody changed after transaction
        `seen`, leaves that one as it is, and is told. `watch` is told how many are done: what that
        raises stops it, and nothing is written.
        """

    def add_statement(
        self,
        draft: StatementDraft,
        proposals: Sequence[Proposal],
        affiliations: Mapping[str, str],
        by: Signature,
        *,
        copy: Copy | None = None,
        revise: Revise | None = None,
        aliases: Mapping[str, str] = NO_ALIASES,
        even_erased: bool = False,
    ) -> Receipt:
        """Store a statement with its candidates; `affiliations` maps child bodies to parents.

        `aliases` maps the short names that the text introduces to full ones; a party on record by
        then gets them, unless another one has them.

        `copy` is the place it comes from, whatever statement it names; None: the draft's source.
        `revise` says what of the draft and the proposals is new; without it all of them are.
        Candidates that seem to say again what is on record get a suggested link to it.
        Raises `Conflict` when a statement with the same text is stored already, and `Refused` when
        one was erased, unless `even_erased` and a reason (`by.why`) say that this is meant.
        """

    def add_many(self, filings: Iterable[Filing], by: Signature) -> Iterator[Receipt]:
        """Put many statements on record, several in one transaction; a receipt for each of those.

        They are as `add_statement` would leave them, but no links are suggested. Between two
        transactions others may write: nobody waits for longer than one takes, which is well under
        a second. Nothing is written but by going on to the next receipt. Raises `Conflict` for a
        text that is stored already, `ValueError` for a quote that is not in its text; what was
        put on record by then stays.
        """

    def add_copy(self, copy: Copy, by: Signature) -> Receipt:
        """Put a further place on record where a stored statement's text was met.

        Raises `NotFound` when there is no such statement; writes nothing when that place is on
        record with the same bytes.
        """

    def propose(
        self,
        statement: int,
        proposal: Proposal,
        by: Signature,
        *,
        then: Sequence[Action] = (),
        overlapping: bool = False,
    ) -> Receipt:
        """Put one more candidate on record in a stored statement, with what is done to it at once.

        One that seems to say again what is on record gets a suggested link to it.
        Raises `Refused` for words in which another item stands, unless `overlapping`, and what
        the rules say of the actions in `then`; `ValueError` for a quote that is not the text.
        """

    def mark_read(
        self,
        statement: int,
        spans: Sequence[tuple[int, int]],
        by: Signature,
        *,
        note: str | None = None,
    ) -> Receipt:
        """Put on record that these stretches of a statement were read and promise nothing.

        Raises `Refused` where an item stands. What is marked already writes nothing.
        """

    def mark_unread(
        self, statement: int, spans: Sequence[tuple[int, int]], by: Signature
    ) -> Receipt:
        """Take back that these stretches were read; `Refused` where nobody marked them."""

    def set_party(self, name: str, values: Mapping[str, object], by: Signature) -> Receipt:
        """Create a party or change it: name, kind, parent, aliases, successor."""

    def merge_parties(self, source: str, into: str, by: Signature, *, keep: bool = True) -> Receipt:
        """Say that two parties are one: what names the first names the second from now on.

        The first's names become aliases of the second. With `keep` false nothing is written, and
        the receipt says what would be. Raises `NotFound` for a name that nobody has, `BadInput`
        when both are one already.
        """

    def save_views(
        self, views: Sequence[SavedView], by: Signature, *, replace: bool = False
    ) -> Receipt:
        """Put views of one's own on record, all of them or none, in their one spelling.

        Raises `QueryError` for a query that cannot be read or leads back to its own view,
        `Conflict` for a name that stands for something else, unless it is to `replace` that, and
        for a key that another view of one's own has.
        """

    def rename_view(self, name: str, new: str, by: Signature) -> Receipt:
        """Call a view of one's own by another name, in the views that name it too."""

    def drop_views(self, names: Sequence[str], by: Signature) -> Receipt:
        """Take views of one's own off the record; `Refused` while another one names any of them."""

    def file_rows(
        self, found: Sequence[SheetRow], by: Signature, name: str, *, keep: bool = True
    ) -> tuple[RowOutcome, ...]:
        """Put the rows of a sheet on record, all of them or none; what each came to.

        `BadRows` lists every row that the rules refuse. With `keep` false nothing is written.
        """

    def take_in(
        self,
        found: Staged,
        by: Signature,
        *,
        take: Side | None = None,
        keep: bool = True,
        even_erased: bool = False,
    ) -> TakenIn:
        """Take in what a staged file holds.

        A store that holds nothing takes it over whole, with its history. Otherwise the records of
        both meet by their identity: what is new is added, what was changed there only is taken,
        and what was changed on both sides stays as it is here unless `take` says whose word counts.
        With `keep` false nothing is written, and the answer says what would be.

        Much is written in several transactions, each of whole families, with a turn for others in
        between; they are told and undone as one. `Refused` when somebody undoes it meanwhile. One
        that was cut short is completed by the same again.

        What was erased here stays away and is told, unless `even_erased` and a reason (`by.why`)
        say that it is meant to come in anew.
        """

    def erase_statement(
        self, number: int, by: Signature, *, also: Sequence[str] = (), keep: bool = True
    ) -> Erasure:
        """Erase a statement for good, with every version of it and all that was made of it.

        `also` are words that are taken out of the rest of the record besides. It needs a reason
        (`by.why`), leaves tombstones, and cannot be undone. The bytes are still in the file until
        `scrub`. With `keep` false nothing is written. Raises `Refused` when it was erased before.
        """

    def erase_party(
        self, name: str, by: Signature, *, also: Sequence[str] = (), keep: bool = True
    ) -> Erasure:
        """Erase the names of a party wherever they stand, as `erase_statement` does.

        In statements they are blacked out, letter for letter; elsewhere "erased party 3" stands in
        their place. `also` are further ways in which it is named.
        """

    def unscrubbed(self) -> int:
        """How many erasures are waiting for `scrub`: their bytes may still be in the file."""

    def scrub(self) -> int:
        """Get what was erased out of the file and its log; how many erasures were waiting for it.

        Raises `StoreLocked` when another program is using the file for too long. It can be done
        again at any time.
        """

    def undo(
        self,
        by: Signature,
        transaction: int | None = None,
        *,
        rest: bool = False,
        watch: Watch = unwatched,
    ) -> Receipt:
        """Take back a transaction: the named one, or the actor's last that still stands.

        One that was done in parts is taken back whole, by the number of the first; `Refused` for
        the number of another part.

        Raises `Conflict` when a field was changed by a later transaction, `Refused` when there
        is nothing to take back or what is left would break the status rules. With `rest` the
        commitments that were changed since are left as they are (`Receipt.left`) and the rest is
        taken back. `watch` is told how far it has come: what that raises stops it, and nothing is
        written.
        """

    def preview_undo(
        self,
        by: Signature,
        transaction: int | None = None,
        *,
        rest: bool = False,
        most: int | None = None,
        watch: Watch = unwatched,
    ) -> Reversal:
        """What `undo` would change, without writing; raises what it would raise. With `most`, the
        first so many changes and how many `more` there would be.
        """

    def redo(self, by: Signature, *, watch: Watch = unwatched) -> Receipt:
        """Bring back what the actor's last undo took back, if nothing was written since."""

    def undoable(self, actor: str) -> Transaction | None:
        """What `undo` would take back, for saying so beforehand, without its changes."""

    def redoable(self, actor: str) -> Transaction | None:
        """What `redo` would bring back, without its changes."""
