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
                    yield Static(self._lines(clash))
                if not self._conflict.clashes:
                    yield Static(Content(clean_line(str(self._conflict))))
            with Horizontal(classes="sheet--buttons"):
                yield Static(Content("k keep theirs · o overwrite"), classes="sheet--keys")
                yield Button("Keep theirs", id="keep", compact=True, variant="primary")
                yield Button("Overwrite with mine", id="overwrite", compact=True)

    @staticmethod
    def _lines(clash: Clash) -> Content:
        when = f"{clash.when:%Y-%m-%d %H:%M} UTC"
        return Content.assemble(
            (f"{clash.record} {clash.field.replace('_', ' ')}\n", "bold"),
            ("  theirs  ", "$text-muted"),
            clean_line(clash.theirs) or "nothing",
            (f"   {clean_line(clash.who)}, {when}\n", "$text-muted"),
            ("  yours   ", "$text-muted"),
            clean_line(clash.yours) or "nothing",
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
