"""Asking in a dialog until what it answers is done: nothing is to be typed twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias, TypeVar

from textual.screen import Screen

from commitrack.model.actions import Action
from commitrack.tui.dialogs.base import Dialog

D = TypeVar("D", bound=Dialog)

Actions: TypeAlias = tuple[Action, ...] | None
Refused: TypeAlias = Callable[[str], None]
"""Is told why what a dialog answered could not be done."""


async def insist(
    screen: Screen[None],
    make: Callable[[], D],
    do: Callable[[D, Actions, Refused], Awaitable[None]],
) -> None:
    """Ask in a dialog, and do what it answers. Call it from a worker.

    When that is refused, because the disk is full, say, or the file gone, the dialog is there again
    as it was, and says why. `do` is given the dialog with its answer; it tells it that it is
    `saved` once that is done.
    """
    dialog = make()
    while True:
        answer = await screen.app.push_screen_wait(dialog)
        refusals: list[str] = []
        await do(dialog, answer, refusals.append)
        if not refusals:
            return
        before, dialog = dialog, make()
        dialog.take_over(before, refusals[-1])
