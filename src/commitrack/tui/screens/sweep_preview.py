"""A look at what would become of very many commitments, while they are still being counted."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from commitrack.model.actions import Action, Edit, Preview
from commitrack.model.errors import CommitrackError
from commitrack.model.sweeps import Sweep
from commitrack.tui.gateway import Stale
from commitrack.tui.hand import Hand
from commitrack.tui.host import host_of
from commitrack.tui.screens.left import LeftScreen
from commitrack.tui.screens.look_through import LookThrough
from commitrack.tui.screens.preview import merged
from commitrack.tui.widgets.sweep_lines import SweepLines

_COUNTED, _LOOKED = "sweep count", "sweep look"
"""What is asked of the long lane and of the slow one."""
_SLICE = 500
"""Commitments that are counted at once; between two slices it can be stopped."""
_OFTEN = 0.1
"""Seconds between two words of how far the count has come."""


class SweepScreen(LookThrough[bool]):
    """Shows what would change where one scrolls to, counts all of it meanwhile, and asks.

    Whoever knows what they want need not wait for the count: what the rules refuse is left out
    either way.
    """

    DEFAULT_CSS = """
    SweepScreen { align: center middle; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "Yes", show=False),
        Binding("escape,n", "answer(False)", "No", show=False),
        Binding("r", "refused", "Refused", show=False),
    ]

    def __init__(self, hand: Hand, actions: Sequence[Action]) -> None:
        super().__init__()
        self._numbers = hand.numbers
        self._actions = tuple(actions)
        self._counted = Sweep()
        self._wanted: tuple[int, int] | None = None
        """Those that are being looked at, or will be next: the first, and how many."""
        self._told = 0.0

    def compose(self) -> ComposeResult:
        """The counts, the changes, and the answers."""
        with Vertical(classes="sheet -tall") as sheet:
            sheet.border_title = "Before it is done"
            yield Static(Content(self.summary()), classes="sheet--summary")
            yield SweepLines(self._numbers)
            with Horizontal(classes="sheet--buttons"):
                yield Static(Content(""), classes="sheet--keys")
                yield Button("Change", id="yes", compact=True)
                yield Button("Cancel", id="no", compact=True)

    def summary(self) -> str:
        """How many would change, how many not, and how many are refused, as far as is known."""
        total, found = len(self._numbers), self._counted
        done = found.total == total
        parts = [f"{found.changed:,} {f'of {total:,} ' if done else ''}will change"]
        if found.same:
            parts.append(f"{found.same:,} say so already")
        if found.refused:
            parts.append(f"{found.refused:,} are refused and will be left out")
        told = ", ".join(parts) + ". One undo takes it all back."
        if done:
            return told
        return f"{found.total:,} of {total:,} counted, {100 * found.total // total} %: {told}"

    def on_mount(self) -> None:
        """Enter says yes. Count."""
        yes = self.query_one("#yes", Button)
        yes.variant = "primary"
        yes.focus()
        self._tell()
        self._count()

    def on_unmount(self) -> None:
        """Nobody waits for the count any more."""
        for topic in (_COUNTED, _LOOKED):
            host_of(self).gateway.drop(topic)

    @work
    async def _count(self) -> None:
        """Count slice by slice, so that nothing is held up and it ends with the screen."""
        host, by = host_of(self), host_of(self).sign()
        for first in range(0, len(self._numbers), _SLICE):
            some = self._numbers[first : first + _SLICE]
            try:
                found = await host.gateway.long(
                    lambda store, some=some: store.foresee(some, self._actions, by),  # type: ignore[misc]
                    _COUNTED,
                )
            except Stale:
                return
            except CommitrackError as error:
                host.say(str(error), warning=True)
                return
            self._counted += found
            if time.monotonic() - self._told > _OFTEN:
                self._tell()
        self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        found, total = self._counted, len(self._numbers)
        self.query_one(".sheet--summary", Static).update(Content(self.summary()))
        refused = " · r refused" if found.refused else ""
        self.query_one(".sheet--keys", Static).update(
            Content(f"y yes · esc no · ↑ ↓ look through{refused}")
        )
        if found.total == total:
            yes = self.query_one("#yes", Button)
            yes.label = f"Change {found.changed:,}"
            if not found.changed:
                yes.disabled = True
                self.query_one("#no").focus()

    @on(SweepLines.Wanted)
    def look_at(self, event: SweepLines.Wanted) -> None:
        """Look at what has come into view."""
        looking = self._wanted is not None
        self._wanted = (event.first, event.size)
        if not looking:
            self._look_at()

    @work(group="look")
    async def _look_at(self) -> None:
        """One look after the other, always at where one is now."""
        host, by = host_of(self), host_of(self).sign()
        while self._wanted is not None:
            first, size = span = self._wanted
            some = self._numbers[first : first + size]
            edits = [Edit(number, action) for number in some for action in self._actions]
            try:
                found = await host.gateway.slow(
                    lambda store, edits=edits: store.preview(edits, by),  # type: ignore[misc]
                    _LOOKED,
                )
            except Stale:
                return
            except CommitrackError as error:
                self._wanted = None
                host.say(str(error), warning=True)
                return
            if self._wanted == span:
                self._wanted = None
            known = {one.commitment: one for one in merged(found)}
            self.query_one(SweepLines).found(
                first, [known.get(number) or Preview(number, "") for number in some]
            )

    def action_refused(self) -> None:
        """List what is refused, as far as it was counted."""
        if self._counted.refused:
            self.app.push_screen(LeftScreen(self._counted, "would be left as they are"))

    def action_answer(self, answer: bool) -> None:
        """Close with the answer; nothing to change is a no."""
        nothing = self._counted.total == len(self._numbers) and not self._counted.changed
        self.dismiss(answer and not nothing)

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        event.stop()
        self.action_answer(event.button.id == "yes")
