"""Deciding on candidates, one after another, so that a key pressed early meets the next one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date

from commitrack.model.actions import Accept, Action, Edit
from commitrack.model.records import Dossier
from commitrack.tui.acting import ask, compare
from commitrack.tui.asking import asks
from commitrack.tui.dialogs import (
    AcceptDialog,
    DatesDialog,
    Dialog,
    EditDialog,
    OwnerDialog,
    RejectDialog,
    WordingDialog,
)
from commitrack.tui.hand import Hand
from commitrack.tui.host import Host, host_of
from commitrack.tui.screens.candidate_list import CandidateList
from commitrack.tui.screens.place_screen import PlaceScreen


class DecidingScreen(PlaceScreen):
    """Decides on the candidate under the cursor of a list, which is then looked up anew."""

    def __init__(self) -> None:
        super().__init__()
        self._deciding = asyncio.Lock()
        self._touched: Sequence[int] = ()
        """What an undo took back: the cursor goes to the first of these that waits."""

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def candidates(self) -> CandidateList:
        """The list on the left."""
        return self.query_one(CandidateList)

    async def _load(self) -> None:
        """Look up what waits, and keep the cursor where it is."""
        raise NotImplementedError

    @asks("decide")
    async def action_accept(self) -> None:
        """Accept, asking who must deliver when nobody is named."""
        async with self._deciding:
            dossier = self.candidates.current
            if dossier is None:
                return
            if dossier.commitment.owners:
                await self._apply(dossier, (Accept(),))
            else:
                parties = await self._parties()
                about = self._about(dossier)
                await self._ask(dossier, lambda: AcceptDialog(*about, parties=parties))

    @asks("decide")
    async def action_owner(self) -> None:
        """Say who must deliver."""
        async with self._deciding:
            dossier = self.candidates.current
            if dossier is not None:
                parties = await self._parties()
                about = self._about(dossier)
                await self._ask(dossier, lambda: OwnerDialog(*about, parties=parties))

    @asks("decide")
    async def action_reject(self) -> None:
        """Reject, asking why."""
        await self._ask_about_current(RejectDialog)

    @asks("decide")
    async def action_edit(self) -> None:
        """Change its fields before it is decided."""
        await self._ask_about_current(EditDialog)

    @asks("decide")
    async def action_dates(self) -> None:
        """Correct its dates."""
        await self._ask_about_current(DatesDialog)

    @asks("decide")
    async def action_wording(self) -> None:
        """Dismiss a question about its wording, or have one asked again."""
        await self._ask_about_current(WordingDialog)

    @asks("decide")
    async def action_undo(self) -> None:
        """Take back the last decision, and go to what it was about."""
        async with self._deciding:
            receipt = await self._host.undo()
            if receipt is not None:
                self._touched = receipt.commitments
                await self._load()

    @asks("decide")
    async def action_redo(self) -> None:
        """Bring back what the last undo took back."""
        async with self._deciding:
            if await self._host.redo() is not None:
                await self._load()

    @asks("decide")
    async def action_compare(self) -> None:
        """Hold it beside the promise that it seems to say again."""
        async with self._deciding:
            dossier = self.candidates.current
            if dossier is not None and dossier.open_suggestions:
                await compare(self._host, self, (dossier.commitment.number,))
                await self._load()

    async def _ask_about_current(self, kind: type[Dialog]) -> None:
        async with self._deciding:
            dossier = self.candidates.current
            if dossier is not None:
                await self._ask(dossier, lambda: kind(*self._about(dossier)))

    async def _ask(self, dossier: Dossier, make: Callable[[], Dialog]) -> None:
        if await ask(self._host, self, Hand.of(dossier), make) is not None:
            await self._load()

    def _about(self, dossier: Dossier) -> tuple[tuple[Dossier, ...], date, str]:
        lens = self._host.lens
        return (dossier,), lens.today, lens.actor

    async def _parties(self) -> tuple[str, ...]:
        parties = await self._host.gateway.fast(lambda store: store.parties())
        return tuple(party.name for party in parties)

    async def _apply(self, dossier: Dossier, actions: Sequence[Action]) -> bool:
        """Whether it was written."""
        commitment = dossier.commitment
        receipt = await self._host.apply(
            [Edit(commitment.number, action, seen=commitment.version) for action in actions]
        )
        if receipt is not None:
            await self._load()
        return receipt is not None
