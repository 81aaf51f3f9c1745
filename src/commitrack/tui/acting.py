"""From a dialog to the record: which commitments, what to ask, a look beforehand, one edit.

The screen that lists commitments hands the numbers over; every function here runs in a worker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from textual.screen import Screen

from commitrack.model.actions import Accept, Action, Edit
from commitrack.model.errors import CommitrackError
from commitrack.model.history import Receipt
from commitrack.model.records import Dossier
from commitrack.model.status import Status
from commitrack.store import Store
from commitrack.tui import dialogs
from commitrack.tui.command import NOT_SAID_BEFORE
from commitrack.tui.commands import SaidBefore
from commitrack.tui.hand import Hand
from commitrack.tui.host import Host
from commitrack.tui.insisting import Actions, Refused, insist
from commitrack.tui.long_work import long_work
from commitrack.tui.screens.preview import PreviewScreen
from commitrack.tui.sweeping import MANY, sweep

Dossiers: TypeAlias = tuple[Dossier, ...]
Ask: TypeAlias = Callable[[Host, Dossiers, tuple[str, ...]], dialogs.Dialog]
"""Makes the dialog about some commitments; the last argument is the names on record."""

ASK: dict[str, Ask] = {
    "status": lambda host, them, names: dialogs.StatusDialog(
        them, host.lens.today, host.lens.actor, parties=names
    ),
    "owner": lambda host, them, names: dialogs.OwnerDialog(
        them, host.lens.today, host.lens.actor, parties=names
    ),
    "accept": lambda host, them, names: dialogs.AcceptDialog(
        them, host.lens.today, host.lens.actor, parties=names
    ),
    "dates": lambda host, them, _: dialogs.DatesDialog(them, host.lens.today, host.lens.actor),
    "evidence": lambda host, them, _: dialogs.EvidenceDialog(
        them, host.lens.today, host.lens.actor
    ),
    "retract": lambda host, them, _: dialogs.RetractDialog(them, host.lens.today, host.lens.actor),
    "link": lambda host, them, _: dialogs.LinkDialog(them, host.lens.today, host.lens.actor),
    "sent": lambda host, them, _: dialogs.SentDialog(them, host.lens.today, host.lens.actor),
    "check": lambda host, them, _: dialogs.CheckDialog(them, host.lens.today, host.lens.actor),
    "note": lambda host, them, _: dialogs.NoteDialog(them, host.lens.today, host.lens.actor),
    "edit": lambda host, them, _: dialogs.EditDialog(them, host.lens.today, host.lens.actor),
    "wording": lambda host, them, _: dialogs.WordingDialog(them, host.lens.today, host.lens.actor),
    "reject": lambda host, them, _: dialogs.RejectDialog(them, host.lens.today, host.lens.actor),
    "reopen": lambda host, them, _: dialogs.ReopenDialog(them, host.lens.today, host.lens.actor),
    "sign_off": lambda host, them, _: dialogs.ReviewDialog(them, host.lens.today, host.lens.actor),
}
"""The dialog of each command that has one, by the command's id."""


async def act(
    host: Host, screen: Screen[None], command: str, numbers: Sequence[int]
) -> Receipt | None:
    """Ask what a command needs to know and do it to these commitments, as one transaction."""
    try:
        hand, names = await host.gateway.fast(lambda store: _gather(store, command, numbers))
    except CommitrackError as error:
        host.say(str(error), warning=True)
        return None
    if not hand.dossiers:
        host.say("what this was about is not on record any more", warning=True)
        return None
    if command == "accept" and _ready(hand.dossiers):
        return await carry_out(host, screen, hand, (Accept(),))

    def make() -> dialogs.Dialog:
        dialog = ASK[command](host, hand.dossiers, names)
        dialog.count = len(hand.numbers)
        return dialog

    return await ask(host, screen, hand, make)


async def ask(
    host: Host, screen: Screen[None], hand: Hand, make: Callable[[], dialogs.Dialog]
) -> Receipt | None:
    """Do to the commitments in hand what a dialog answers; its draft stays until that is done."""
    receipt: Receipt | None = None

    async def do(dialog: dialogs.Dialog, actions: Actions, refused: Refused) -> None:
        nonlocal receipt
        if actions:
            receipt = await carry_out(host, screen, hand, actions, refused=refused)
            if receipt is not None:
                dialog.saved()

    await insist(screen, make, do)
    return receipt


async def compare(host: Host, screen: Screen[None], numbers: Sequence[int]) -> Receipt | None:
    """Show the first of these that seems to say an earlier promise again beside that one."""

    def gather(store: Store) -> tuple[Dossier, Dossier] | None:
        found = [one for one in store.dossiers(numbers[:1]) if one.open_suggestions]
        return next(((one, store.dossier(one.open_suggestions[0].other)) for one in found), None)

    try:
        pair = await host.gateway.fast(gather)
    except CommitrackError as error:
        host.say(str(error), warning=True)
        return None
    if pair is None:  # somebody has settled it meanwhile
        host.say(f"{SaidBefore.name}: {NOT_SAID_BEFORE}", warning=True)
        return None
    later, earlier = pair
    about = (later,), host.lens.today, host.lens.actor
    return await ask(
        host, screen, Hand.of(later), lambda: dialogs.LikenessDialog(*about, earlier=earlier)
    )


async def carry_out(
    host: Host,
    screen: Screen[None],
    hand: Hand,
    actions: tuple[Action, ...],
    *,
    refused: Callable[[str], None] | None = None,
) -> Receipt | None:
    """Apply the actions to each; several commitments are previewed first, very many as they are
    looked at.
    """
    if len(hand.numbers) > MANY:
        return await sweep(host, screen, hand, actions, refused=refused)
    edits = [Edit(number, action, hand.seen) for number in hand.numbers for action in actions]
    if len(hand.numbers) > 1:
        by = host.sign()
        previews = await long_work(
            host,
            screen,
            "Looking what would change",
            lambda store, told: store.preview(edits, by, told),
        )
        if previews is None:
            return None
        chosen = await screen.app.push_screen_wait(PreviewScreen(previews))
        if not chosen:
            return None
        edits = [edit for edit in edits if edit.commitment in chosen]
    return await host.apply(edits, refused=refused)


def _gather(store: Store, command: str, numbers: Sequence[int]) -> tuple[Hand, tuple[str, ...]]:
    """The commitments as they are now, and the names to complete from where names are typed."""
    names: tuple[str, ...] = ()
    if command in ("status", "owner", "accept"):
        names = tuple(party.name for party in store.parties())
    return Hand.take(store, numbers), names


def _ready(them: Dossiers) -> bool:
    """Whether candidates can be accepted as they are: somebody is named who must deliver."""
    return all(one.commitment.status is Status.CANDIDATE and one.commitment.owners for one in them)
