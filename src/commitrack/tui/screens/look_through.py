"""Looking through lines with keys, while the buttons below keep those that answer."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from commitrack.tui.widgets.prose_pane import ProsePane

T = TypeVar("T")


class LookThrough(ModalScreen[T]):
    """A sheet with one pane of lines, which never has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"look('{to}')", "Scroll", show=False)
        for keys, to in (
            ("up,k", "up"),
            ("down,j", "down"),
            ("pageup", "page_up"),
            ("pagedown,space", "page_down"),
            ("home", "home"),
            ("end,G", "end"),
        )
    ]

    def action_look(self, to: str) -> None:
        """Scroll the lines."""
        getattr(self.query_one(ProsePane), f"scroll_{to}")(animate=False)
