"""What any store can do, in the words of the domain.

SQLite is the embedded engine; a shared server engine can take its place behind the same
conformance tests. Nothing outside this folder may assume which one it is talking to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from commitrack.store.filing import NO_ALIASES, Filing, Proposal, Revise
from commitrack.store.readable import ReadableStore
from commitrack.store.watching import Watch, unwatched

if TYPE_CHECKING:  # who only reads need not wait for what the others are spoken to in
    from commitrack.model.actions import Action, Edit, Preview
    from commitrack.model.erasure import Erasure
    from commitrack.model.history import (
        Receipt,
        Reversal,
        Signature,
        Transaction,
    )
    from commitrack.model.sheets import RowOutcome, SheetRow
    from commitrack.model.statements import Copy, StatementDraft
    from commitrack.model.sweeps import Sweep
    from commitrack.model.taking import Side, TakenIn
    from commitrack.query import SavedView
    from commitrack.store.staging import Staged


class Store(ReadableStore, Protocol):
    """One open store, to be asked and to be written.

    Each call that writes is one transaction, whole or not at all, unless it says otherwise.
    """

    @property
    def written(self) -> Sequence[int]:
        """The numbers of the transactions that were written through this one, in their order."""

    def close(self) -> None:
        """Let go of it. Nothing is pending: every write was a whole transaction."""

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
        keep: bool = True,
    ) -> Receipt:
        """Put one more candidate on record in a stored statement, with what is done to it at once.

        One that seems to say again what is on record gets a suggested link to it. Without `keep`
        all is judged and nothing written.
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
