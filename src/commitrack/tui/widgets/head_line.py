"""The line that says what a place shows: its name, what is told of it, and an aside if it fits."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

_APART = "  ·  "


class HeadLine(Static):
    """Leaves the aside out where there is no room for all of it, and cuts only what is told."""

    DEFAULT_CSS = """
    HeadLine { height: 1; padding: 0 1; background: $panel; }
    """

    def __init__(
        self,
        place: str,
        told: str = "",
        aside: str = "",
        *,
        id: str | None = None,  # noqa: A002 -- the framework's name
    ) -> None:
        super().__init__(id=id)
        self._place, self._told, self._aside = place, told, aside

    def tell(self, told: str, aside: str = "") -> None:
        """Tell something else of the place; the text is data, never markup."""
        self._told, self._aside = told, aside
        self.refresh()

    def on_resize(self) -> None:
        """See what fits the new width."""
        self.refresh()

    def render(self) -> VisualType:
        """The line."""
        told = f"  {self._told}" if self._told else ""
        aside = f"{_APART if told else '  '}{self._aside}" if self._aside else ""
        head = Content.assemble((self._place, "bold"), told)
        whole = Content.assemble(head, (aside, "$foreground 60%"))
        room = self.content_size.width
        line = whole if whole.cell_length <= room else head
        return line.truncate(room, ellipsis=True) if line.cell_length > room else line
