"""Two people changed the same field: who, when and what, and whose value is to stand."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import Clash, Conflict


class ConflictScreen(ModalScreen[bool]):
    """Shows every clashing field and asks. True overwrites theirs; escape keeps theirs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k,escape", "answer(False)", "Keep theirs", show=False),
        Binding("o", "answer(True)", "Overwrite with mine", show=False),
    ]

    def __init__(self, conflict: Conflict) -> None:
        super().__init__()
        self._conflict = conflict

    def compose(self) -> ComposeResult:
        """The clashes, and the two answers."""
        with Vertical(classes="sheet -warning") as sheet:
            sheet.border_title = "Changed by somebody else meanwhile"
            yield Static(
                Content("You and somebody else changed the same thing. Nothing was written yet."),
                classes="sheet--summary",
            )
            with VerticalScroll(classes="sheet--lines", can_focus=False):
                for clash in self._conflict.clashes:
                    yield from self._sides(clash)
                if not self._conflict.clashes:
                    yield Static(Content(clean_line(str(self._conflict))))
            with Horizontal(classes="sheet--buttons"):
                yield Static(Content("k, esc keep theirs · o overwrite"), classes="sheet--keys")
                yield Button("Keep theirs", id="keep", compact=True, variant="primary")
                yield Button("Overwrite with mine", id="overwrite", compact=True)

    @staticmethod
    def _sides(clash: Clash) -> ComposeResult:
        """What the field is called, then what it says by whom, each wrapped under itself."""
        yield Static(Content.styled(f"{clash.record} {clash.field.replace('_', ' ')}", "bold"))
        when = f"{clash.when:%Y-%m-%d %H:%M} UTC"
        by = (f"   {clean_line(clash.who)}, {when}", "$text-muted")
        for label, value, aside in (("theirs", clash.theirs, by), ("yours", clash.yours, ("", ""))):
            yield Horizontal(
                Static(Content(label), classes="sheet--label"),
                Static(
                    Content.assemble(clean_line(value) or "nothing", aside), classes="sheet--value"
                ),
                classes="sheet--side",
            )

    def on_mount(self) -> None:
        """The careful answer is the one that enter gives."""
        self.query_one("#keep").focus()

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        event.stop()
        self.dismiss(event.button.id == "overwrite")
