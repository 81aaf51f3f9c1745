"""From the tree of bodies to the record: renaming, placing and merging them. Run in a worker."""

from __future__ import annotations

from dataclasses import replace

from textual.screen import Screen

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.history import Receipt
from commitrack.model.ids import commitment_id
from commitrack.model.records import Party
from commitrack.store import Store
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.party import MergeDialog, PartyDialog
from commitrack.tui.host import Host
from commitrack.tui.insisting import Actions, Refused, insist
from commitrack.tui.refusals import on_screen

_TOLD = 10
"""Commitments that are named before two parties are merged; the rest is counted."""


async def edit_party(host: Host, screen: Screen[None], name: str) -> Receipt | None:
    """Ask what is to be changed of a party, and change it."""
    gathered = await _gather(host, name)
    if gathered is None:
        return None
    party, names = gathered
    receipt: Receipt | None = None

    async def do(dialog: PartyDialog, _: Actions, refused: Refused) -> None:
        nonlocal receipt
        values = dialog.values
        if values:
            receipt = await host.record(
                lambda store, by: store.set_party(party.name, values, by), refused=refused
            )
            if receipt is not None:
                dialog.saved()

    lens = host.lens
    await insist(screen, lambda: PartyDialog(party, names, lens.today, lens.actor), do)
    return receipt


async def merge_party(host: Host, screen: Screen[None], name: str) -> Receipt | None:
    """Ask which party another one is, show what that changes, and make them one."""
    gathered = await _gather(host, name)
    if gathered is None:
        return None
    party, names = gathered
    receipt: Receipt | None = None

    async def do(dialog: MergeDialog, _: Actions, refused: Refused) -> None:
        nonlocal receipt
        if dialog.into is not None:
            receipt = await _merge(host, screen, party, dialog.into, dialog.why, refused)
            if receipt is not None:
                dialog.saved()

    lens = host.lens
    await insist(screen, lambda: MergeDialog(party, names, lens.today, lens.actor), do)
    return receipt


async def _merge(
    host: Host, screen: Screen[None], party: Party, into: str, why: str | None, refused: Refused
) -> Receipt | None:
    """Show what it changes that two parties are one, and make them one."""
    try:
        coming = await host.gateway.fast(
            lambda store: store.merge_parties(party.name, into, host.sign(why), keep=False)
        )
    except CommitrackError as error:
        refused(on_screen(error))
        return None
    sure = await screen.app.push_screen_wait(
        ConfirmDialog(
            f"{clean_line(party.name)} is {clean_line(into)}?",
            _told(party, into, coming),
            yes="Merge",
        )
    )
    if not sure:
        return None
    return await host.record(
        lambda store, by: store.merge_parties(party.name, into, replace(by, why=why)),
        refused=refused,
    )


def _told(party: Party, into: str, coming: Receipt) -> list[str]:
    """What a merge would change, in lines."""
    ids = [commitment_id(number) for number in coming.commitments]
    more = f" and {len(ids) - _TOLD:,} more" if len(ids) > _TOLD else ""
    names = "; ".join(map(clean_line, (party.name, *party.aliases)))
    whose = f"Named instead of it: {', '.join(ids[:_TOLD])}{more}" if ids else ""
    return [
        f"Other names of {clean_line(into)} from now on: {names}",
        whose or "No commitment names it",
        "What statements say stays as it was written.",
    ]


async def _gather(host: Host, name: str) -> tuple[Party, tuple[str, ...]] | None:
    def ask(store: Store) -> tuple[Party, tuple[str, ...]]:
        return store.party(name), tuple(one.name for one in store.bodies())

    try:
        return await host.gateway.fast(ask)
    except CommitrackError as error:
        host.say(on_screen(error), warning=True)
        return None
