"""Doing the same to more commitments than anybody looks at one by one: a look, then one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.screen import Screen

from commitrack.model.actions import Action
from commitrack.model.errors import CommitrackError
from commitrack.model.history import Receipt
from commitrack.model.sweeps import Sweep
from commitrack.tui.action_words import action_words
from commitrack.tui.gateway import Stale
from commitrack.tui.hand import Hand
from commitrack.tui.host import Host
from commitrack.tui.refusals import on_screen
from commitrack.tui.screens.left import LeftScreen
from commitrack.tui.screens.sweep_preview import SweepScreen

MANY = 500
"""Commitments up to which every change is previewed at once, before anybody is asked."""


async def sweep(
    host: Host,
    screen: Screen[None],
    hand: Hand,
    actions: Sequence[Action],
    *,
    refused: Callable[[str], None] | None = None,
) -> Receipt | None:
    """Show what would become of those in hand, and do it as one transaction, one undo.

    Those that are left as they are, are listed with the reasons. Why nothing could be written is
    told to `refused`; without it, as a notice.
    """
    if not await screen.app.push_screen_wait(SweepScreen(hand, actions)):
        return None
    by = host.sign()
    try:
        found = await host.write(
            lambda store, watch: store.sweep(
                hand.numbers, actions, by, seen=hand.seen, watch=watch
            ),
            f"Changing {len(hand.numbers):,}",
        )
    except Stale:
        host.say("stopped: nothing was changed")
        return None
    except CommitrackError as error:
        if refused is None:
            host.say(on_screen(error), warning=True)
        else:
            refused(on_screen(error))
        return None
    host.say(_told(found), warning=not found.changed)
    if found.refused:
        screen.app.push_screen(LeftScreen(found, "are left as they are"))
    return found.receipt if found.changed else None


def _told(found: Sweep) -> str:
    left = f"{found.refused:,} are left as they are" if found.refused else ""
    if not found.changed or found.receipt is None:
        return f"nothing changed: {left or 'the record says so already'}"
    return " · ".join(filter(None, (action_words(found.receipt.action), left, "u takes it back")))
