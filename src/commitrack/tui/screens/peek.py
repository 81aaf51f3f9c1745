"""A quick look at a whole record, over whatever is shown."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from commitrack.model.errors import CommitrackError
from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier
from commitrack.tui.excerpt import Excerpt
from commitrack.tui.host import host_of
from commitrack.tui.messages import RecordChanged
from commitrack.tui.records import Shelf, fetch, fetch_excerpts
from commitrack.tui.sheet import Sheet
from commitrack.tui.widgets.detail import DetailPane


class PeekScreen(Sheet[None]):
    """Shows a dossier on most of the screen, with nothing of it cut; the same key closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,p,space,enter", "dismiss", "Close", show=False),
    ]

    def __init__(self, dossier: Dossier, excerpt: Excerpt | None, today: date) -> None:
        super().__init__()
        self._shown = dossier, excerpt, today

    @on(RecordChanged)
    @work(exclusive=True)
    async def follow(self) -> None:
        """Show it as it is now; close when it is gone: erased words are not for reading."""
        host, shelf = host_of(self), Shelf()
        number = self._shown[0].commitment.number
        try:
            await fetch(host.gateway, shelf, (number,))
            await fetch_excerpts(host.gateway, shelf, (number,))
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        dossier = shelf.get(number)
        if dossier is None:
            host.say(f"{commitment_id(number)} is gone", warning=True)
            self.dismiss()
            return
        shown = dossier, shelf.excerpt(number), host.lens.today
        if shown != self._shown:
            self._shown = shown
            self.query_one(DetailPane).show(*shown)

    def compose(self) -> ComposeResult:
        """The record in a frame."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = self._shown[0].commitment.id
            sheet.border_subtitle = "esc or a click here closes"
            yield DetailPane(id="peek")

    def on_mount(self) -> None:
        """Show it from its top, and let the keys scroll it."""
        pane = self.query_one(DetailPane)
        pane.show(*self._shown)
        pane.focus()
