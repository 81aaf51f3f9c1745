"""Looking about in a list: going to an ID, a quick look, copying, columns, and the panes' sizes."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from textual import on
from textual.screen import ModalScreen

from commitrack.model.errors import CommitrackError, NotFound
from commitrack.model.ids import commitment_id
from commitrack.tui.asking import asks
from commitrack.tui.gateway import Stale
from commitrack.tui.host import host_of
from commitrack.tui.records import fetch_excerpts
from commitrack.tui.screens.marking import MarkingScreen
from commitrack.tui.state import ViewState, view_named
from commitrack.tui.widgets.detail import DetailPane

T = TypeVar("T")

_STEP = 5
_LEAST, _MOST = 20, 80
"""Hundredths of the room that the record takes: by how many a key changes them, and the bounds."""
_WIDE, _NARROW = 40, 45
"""The same at first, where the record stands beside the list and where it stands below."""
_COPIED = 1_000
"""Commitments that are copied at once; terminals take no more than so much text."""
_AIM = "aim"


class LookingScreen(MarkingScreen):
    """A list beside a record, both as large as one likes."""

    def __init__(self) -> None:
        super().__init__()
        self._shares = {"wide": _WIDE, "narrow": _NARROW}
        self._resized = False

    # Going to an ID

    @asks("act", exclusive=True)
    async def action_jump(self) -> None:
        """Go to a commitment by its ID: in this list, or among all."""
        from commitrack.tui.dialogs.jump import JumpDialog

        host = host_of(self)
        dialog = JumpDialog(host.lens.today, host.lens.actor)
        await self._ask_in(dialog)
        number = dialog.number
        if number is None:
            return
        shown = self.shown
        try:
            here = await host.gateway.slow(
                lambda store: store.among(shown.query, shown.lens, (number,)), _AIM
            )
            if not here:
                await host.gateway.fast(lambda store: store.dossier(number))
        except Stale:
            return
        except NotFound:
            host.say(f"there is no {commitment_id(number)}", warning=True)
            return
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        if not here:
            host.say(f"{commitment_id(number)} is not in this list: it is shown among all")
            self.forget_filter()
            everything = view_named("all", self.state.views)
            self.state = ViewState(view=everything, views=self.state.views)
        self.ask_again(replace(self.state, cursor=number))
        self.table.focus()

    def forget_filter(self) -> None:
        """Nothing is filtered any more."""

    async def _ask_in(self, dialog: ModalScreen[T]) -> T | None:
        return await self.app.push_screen_wait(dialog)

    # A quick look, and copying

    @asks("act", exclusive=True)
    async def action_peek(self) -> None:
        """Show the whole record under the cursor over everything else."""
        from commitrack.tui.screens.peek import PeekScreen

        host, dossier = host_of(self), self.at_hand
        if dossier is None:
            return
        number = dossier.commitment.number
        try:
            await fetch_excerpts(host.gateway, self.shelf, (number,))
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        await self._ask_in(PeekScreen(dossier, self.shelf.excerpt(number), host.lens.today))

    @asks("act", exclusive=True)
    async def action_copy(self) -> None:
        """Copy what is in hand to the clipboard of the terminal, in a form that is asked for."""
        from commitrack.tui.citing import KINDS, copied
        from commitrack.tui.dialogs.copying import CopyDialog

        host = host_of(self)
        try:
            numbers = await self.in_hand()
            if not numbers:
                return
            if len(numbers) > _COPIED:
                host.say(f"{len(numbers):,} are marked: at most {_COPIED:,} are copied at once")
                return
            dossiers = await host.gateway.fast(lambda store: store.dossiers(numbers))
        except Stale:
            return
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        kind = await self._ask_in(CopyDialog(dossiers)) if dossiers else None
        if kind is not None:
            self.app.copy_to_clipboard(copied(kind, dossiers))
            which = dossiers[0].commitment.id if len(dossiers) == 1 else f"{len(dossiers):,}"
            host.say(f"copied: {KINDS[kind][0]} of {which}")

    @asks("act", exclusive=True)
    async def action_columns(self) -> None:
        """Choose the columns of the list and their order."""
        from commitrack.tui.dialogs.columns import ColumnsDialog

        chosen = await self._ask_in(ColumnsDialog(self.table.columns))
        if chosen is not None:
            self.table.show_columns(chosen)

    # Handing on

    @asks("publish")
    async def action_publish(self) -> None:
        """Write the public page; one may go on meanwhile."""
        from commitrack.tui.publishing import publish_pages

        await publish_pages(host_of(self), self)

    # The panes

    @property
    def _layout(self) -> str:
        return "narrow" if self.has_class("-narrow") else "wide"

    def action_more_record(self) -> None:
        """Move the edge so that the record has more."""
        self._set_share(self._shares[self._layout] + _STEP)

    def action_more_list(self) -> None:
        """Move it so that the list has more."""
        self._set_share(self._shares[self._layout] - _STEP)

    def _set_share(self, share: int) -> None:
        self._shares[self._layout] = max(_LEAST, min(_MOST, share))
        self._resized = True
        self.lay_out_panes()

    def lay_out_panes(self) -> None:
        """Give the record its share, which the style sheet has until somebody changed it."""
        if not self._resized:
            return
        styles = self.query_one(DetailPane).styles
        share = f"{self._shares[self._layout]}%"
        for rule in ("width", "min_width", "max_width", "height"):
            styles.clear_rule(rule)  # of the other layout
        if self.has_class("-zoom-record"):
            return  # it has all the room
        if self._layout == "narrow":
            styles.height = share
        else:
            styles.width, styles.min_width, styles.max_width = share, 20, "100%"

    def on_resize(self) -> None:
        """Another layout has shares of its own."""
        self.call_after_refresh(self.lay_out_panes)

    @on(DetailPane.Dragged)
    def drag(self, event: DetailPane.Dragged) -> None:
        """The edge follows the pointer."""
        region = self.query_one("#work").region
        if self._layout == "narrow":
            size, left = region.height, region.bottom - event.y
        else:
            size, left = region.width, region.right - event.x
        self._set_share(round(100 * left / max(1, size)))

    def action_zoom(self) -> None:
        """Give the pane with the keys all the room, or bring the others back."""
        if not self.unzoom():
            record = isinstance(self.focused, DetailPane)
            self.add_class("-zoom-record" if record else "-zoom-list")
            self.lay_out_panes()

    def unzoom(self) -> bool:
        """Bring the other panes back; False when they are there."""
        zoomed = self.has_class("-zoom-record") or self.has_class("-zoom-list")
        self.remove_class("-zoom-record", "-zoom-list")
        self.lay_out_panes()
        return zoomed
