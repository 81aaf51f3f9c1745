"""What to copy to the clipboard: one key for each form it can have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from commitrack.model.cleaning import clean_line
from commitrack.model.records import Dossier
from commitrack.tui.citing import KINDS, copied
from commitrack.tui.dialogs.named_list import Named, NamedList
from commitrack.tui.sheet import Sheet


class CopyDialog(Sheet[str | None]):
    """Shows each form of what is copied; answers with the key of one, or None."""

    DEFAULT_CSS = """
    CopyDialog {
        align: center middle;
        & > Vertical {
            width: 78; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $primary; border-title-style: bold; padding: 0 1;
        }
        & OptionList { height: auto; background: transparent; border: none; padding: 0; }
        & #copy-keys { color: $foreground 60%; margin-top: 1; }
    }
    """
    CSS = "CopyDialog { background: $background 60%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,y", "answer('')", "Cancel", show=False),
        *(Binding(key, f"answer('{key}')", name, show=False) for key, (name, _) in KINDS.items()),
    ]

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        super().__init__()
        self._dossiers = tuple(dossiers)

    def compose(self) -> ComposeResult:
        """The forms, each with how the first commitment looks in it."""
        with Vertical() as frame:
            more = len(self._dossiers) - 1
            frame.border_title = f"Copy {self._dossiers[0].commitment.id}" + (
                f" and {more:,} more" if more else ""
            )
            yield NamedList(
                [
                    Named(f"{key}  {name:<9} ", self._shown(key), id=key, name_style="")
                    for key, (name, _) in KINDS.items()
                ]
            )
            yield Static(
                Content("a letter, ⏎ or a click copies · esc or a click beside cancels"),
                id="copy-keys",
            )

    def _shown(self, key: str) -> str:
        text = clean_line(copied(key, self._dossiers[:1]))
        return text if len(text) <= 180 else f"{text[:179]}…"

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click takes a form."""
        event.stop()
        self.dismiss(event.option_id)

    def action_answer(self, key: str) -> None:
        """Close with the answer."""
        self.dismiss(key or None)
