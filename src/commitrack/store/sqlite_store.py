"""The embedded engine: `Store` on one SQLite connection."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.model.frozen import replace
from commitrack.store import counting, reading, tallies
from commitrack.store.archive import Archive
from commitrack.store.asking import (
    PAGE,
    DayCount,
    Extent,
    Lens,
    Pulse,
    Ring,
    SignOffs,
)
from commitrack.store.chronicle import Chronicle
from commitrack.store.compiling import compile_query
from commitrack.store.engine import Connection, translated
from commitrack.store.exchange import Exchange
from commitrack.store.filing import NO_ALIASES, Filing, Proposal, Revise, Revision
from commitrack.store.later import Later
from commitrack.store.lists import Lists
from commitrack.store.purging import Purging
from commitrack.store.surveying import Surveying
from commitrack.store.taking_back import TakingBack
from commitrack.store.watching import Watch, unwatched

if TYPE_CHECKING:
    from datetime import date

    from commitrack.model.actions import Action, Edit, Preview
    from commitrack.model.history import Receipt, Signature
    from commitrack.model.records import Dossier, Party
    from commitrack.model.statements import Copy, StatementDraft
    from commitrack.model.sweeps import Sweep
    from commitrack.query import Query, SavedView
    from commitrack.store import (
        bulk,
        calendar,
        copying,
        editing,
        grouping,
        identity,
        intaking,
        memory,
        merging,
        offering,
        parties,
        previewing,
        recalling,
        saving,
        signing_off,
        sweeping,
    )
else:
    bulk = Later("bulk")
    calendar = Later("calendar")
    copying = Later("copying")
    editing = Later("editing")
    grouping = Later("grouping")
    identity = Later("identity")
    intaking = Later("intaking")
    memory = Later("memory")
    merging = Later("merging")
    offering = Later("offering")
    parties = Later("parties")
    previewing = Later("previewing")
    recalling = Later("recalling")
    saving = Later("saving")
    signing_off = Later("signing_off")
    sweeping = Later("sweeping")

_MANY = 500
"""Edits whose pages would not find room in the memory that is enough for a few."""


class SqliteStore(Archive, Chronicle, TakingBack, Purging, Surveying, Exchange):
    """One open store on SQLite, used by one thread at a time."""

    def __init__(self, path: Path, connection: Connection, *, writable: bool = True) -> None:
        super().__init__(path, connection, writable=writable)
        self._lists = Lists(connection)

    def interrupt(self) -> None:
        """Stop the running question; it raises `engine.Interrupted` in its thread."""
        self._connection.interrupt()

    def pulse(self) -> Pulse:
        """The newest transaction, and SQLite's counter of other connections' commits."""
        with self._reading():
            self._require_usable()
            signal = self._connection.execute("PRAGMA data_version").fetchone()[0]
            newest = self._connection.execute(
                "SELECT id, hash FROM transactions ORDER BY id DESC LIMIT 1"
            ).fetchone()
        return Pulse(0, signal) if newest is None else Pulse(newest[0], signal, newest[1])

    def root(self) -> str | None:
        """See `Store.root`: the seal of the first transaction."""
        with self._reading():
            return identity.root(self._connection)

    def ids(self, query: Query, lens: Lens) -> Sequence[int]:
        """See `Store.ids`; an array, eight bytes a number."""
        with self._reading() as written:
            if written:
                sql, values = compile_query(self._connection, query, lens)
                return array("q", (row[0] for row in self._connection.execute(sql, values)))
            return self._lists.ids(query, lens)

    def page(self, query: Query, lens: Lens, first: int = 0, size: int = PAGE) -> Sequence[int]:
        """See `Store.page`."""
        with self._reading():
            return self._lists.page(query, lens, first, size)

    def place_of(self, query: Query, lens: Lens, number: int) -> int | None:
        """See `Store.place_of`."""
        with self._reading():
            return self._lists.place_of(query, lens, number)

    def among(self, query: Query, lens: Lens, numbers: Sequence[int]) -> Sequence[int]:
        """See `Store.among`."""
        with self._reading():
            return self._lists.among(query, lens, numbers)

    def counts(self, queries: Mapping[str, Query], lens: Lens) -> dict[str, int]:
        """See `Store.counts`."""
        with self._reading() as written:
            held = {} if written else self._lists.lengths(queries, lens)
            return {
                name: held[name] if name in held else counting.count(self._connection, query, lens)
                for name, query in queries.items()
            }

    def breakdown(
        self, query: Query, lens: Lens, fields: Sequence[str], day: date | None = None
    ) -> Mapping[tuple[str | int | None, ...], int]:
        """See `Store.breakdown`."""
        with self._reading():
            return counting.breakdown(self._connection, query, lens, fields, day)

    def group_sizes(self, query: Query, lens: Lens) -> tuple[tuple[str | None, int], ...]:
        """See `Store.group_sizes`."""
        with self._reading():
            return grouping.sizes(self._connection, query, lens)

    def days(self, first: date, last: date) -> dict[date, DayCount]:
        """See `Store.days`."""
        with self._reading():
            return calendar.days(self._connection, first, last)

    def rings(
        self, first: date, last: date, *, after: Ring | None = None, limit: int = PAGE
    ) -> tuple[Ring, ...]:
        """See `Store.rings`."""
        with self._reading():
            return calendar.rings(self._connection, first, last, after, limit)

    def facets(self) -> dict[str, dict[str | None, int]]:
        """See `Store.facets`."""
        with self._reading():
            return {field: tallies.of(self._connection, field) for field in tallies.TALLIED}

    def values(
        self, field: str, query: Query, lens: Lens, typed: str = "", limit: int = PAGE
    ) -> tuple[str, ...]:
        """See `Store.values`."""
        with self._reading():
            return offering.values(self._connection, field, query, lens, typed, limit)

    def dossiers(
        self, numbers: Sequence[int], extent: Extent = Extent.WHOLE
    ) -> tuple[Dossier, ...]:
        """See `Store.dossiers`."""
        with self._reading():
            return reading.dossiers(self._connection, numbers, extent)

    def dossier(self, number: int) -> Dossier:
        """See `Store.dossier`."""
        with self._reading():
            return editing.require_dossier(self._connection, number)

    def sign_offs(self) -> SignOffs:
        """See `Store.sign_offs`."""
        with self._reading():
            return signing_off.queue(self._connection)

    def parties(self) -> tuple[Party, ...]:
        """See `Store.parties`."""
        with self._reading():
            return tuple(reading.parties(self._connection))

    def party(self, name: str) -> Party:
        """See `Store.party`."""
        with self._reading():
            number = parties.require(self._connection, name)
            return reading.parties(self._connection, "AND p.id = ?", (number,))[0]

    def views(self) -> tuple[SavedView, ...]:
        """See `Store.views`."""
        with self._reading():
            return saving.standing(self._connection)

    def apply(self, edits: Sequence[Edit], by: Signature, watch: Watch = unwatched) -> Receipt:
        """See `Store.apply`."""
        with self._room_for(edits), self._writing(by) as writer:
            editing.make(writer, edits, by, watch)
        return self._receipt(writer)

    def preview(
        self, edits: Sequence[Edit], by: Signature, watch: Watch = unwatched
    ) -> tuple[Preview, ...]:
        """See `Store.preview`; runs the real thing and takes it back."""
        with self._room_for(edits), self._writing(by, keep=False) as writer:
            return previewing.preview(writer, edits, by, watch)

    def foresee(self, numbers: Sequence[int], actions: Sequence[Action], by: Signature) -> Sweep:
        """See `Store.foresee`."""
        with self._reading():
            return sweeping.foresee(self._connection, numbers, actions, by)

    def sweep(
        self,
        numbers: Sequence[int],
        actions: Sequence[Action],
        by: Signature,
        *,
        seen: int | None = None,
        watch: Watch = unwatched,
    ) -> Sweep:
        """See `Store.sweep`."""
        with memory.roomy(self._connection), self._writing(by) as writer:
            found = sweeping.sweep(writer, numbers, actions, by, seen, watch)
        return replace(found, receipt=self._receipt(writer))

    def _room_for(self, edits: Sequence[Edit]) -> AbstractContextManager[None]:
        return memory.roomy(self._connection) if len(edits) > _MANY else nullcontext()

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
        """See `Store.add_statement`."""
        with self._reading():
            recall = recalling.Recall(self._connection)
            recall.expect(intaking.promises(proposals), affiliations)
        with self._writing(by) as writer:
            back = intaking.require_new(self._connection, draft, by if even_erased else None)
            revision = revise(self) if revise else Revision(tuple(proposals), draft.previous)
            number = intaking.add(writer, draft, revision, affiliations, by, recall)
            parties.learn(writer, aliases)
            copying.put(writer, number, copy or copying.first(draft, by))
            writer.action += ", a text that had been erased" * back
        return self._receipt(writer, statement=number)

    def add_many(self, filings: Iterable[Filing], by: Signature) -> Iterator[Receipt]:
        """See `Store.add_many`."""
        pace = bulk.pace()
        with memory.roomy(self._connection):
            for batch in bulk.batches(self._connection, filings, by, pace):
                with translated(self.place):
                    batch.settle()
                pace.wait()
                with self._writing(by) as writer:
                    begun = time.monotonic()
                    batch.put(writer)
                pace.took(time.monotonic() - begun)
                yield replace(self._receipt(writer), commitments=batch.numbers)

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
        """See `Store.propose`."""
        with self._reading():
            recall = recalling.Recall(self._connection)
            recall.expect(intaking.promises([proposal], then), {})
        with self._writing(by, keep=keep) as writer:
            number = intaking.propose(
                writer, statement, proposal, then, by, overlapping=overlapping
            )
            intaking.link(writer, [number], {}, recall)
        receipt = self._receipt(writer, statement=statement, proposed=number)
        return receipt if keep else replace(receipt, transaction=0)

    def save_views(
        self, views: Sequence[SavedView], by: Signature, *, replace: bool = False
    ) -> Receipt:
        """See `Store.save_views`."""
        with self._writing(by) as writer:
            saving.save(writer, views, replace=replace)
        return self._receipt(writer)

    def rename_view(self, name: str, new: str, by: Signature) -> Receipt:
        """See `Store.rename_view`."""
        with self._writing(by) as writer:
            saving.rename(writer, name, new)
        return self._receipt(writer)

    def drop_views(self, names: Sequence[str], by: Signature) -> Receipt:
        """See `Store.drop_views`."""
        with self._writing(by) as writer:
            saving.drop(writer, names)
        return self._receipt(writer)

    def set_party(self, name: str, values: Mapping[str, object], by: Signature) -> Receipt:
        """See `Store.set_party`."""
        with self._writing(by) as writer:
            parties.change(writer, name, values)
            writer.action = f"party {name}"
        return self._receipt(writer)

    def merge_parties(self, source: str, into: str, by: Signature, *, keep: bool = True) -> Receipt:
        """See `Store.merge_parties`; a dry look runs the real thing and takes it back."""
        with self._writing(by, keep=keep) as writer:
            merging.merge(writer, source, into)
        receipt = self._receipt(writer)
        return receipt if keep else replace(receipt, transaction=0)
