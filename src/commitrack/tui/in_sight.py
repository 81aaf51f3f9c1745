"""Keys are heard by what is seen: a pane that is hidden hands them on, and gets them back."""

from __future__ import annotations

from textual import events, on
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from commitrack.tui.painting import SparingScreen


class InSightScreen(SparingScreen):
    """Something in sight has the focus, as long as anything there can have it.

    What had it is hidden by a key, by a narrower terminal, or since it is empty. Keys that nobody
    hears look as if the program had hung.
    """

    def __init__(self) -> None:
        super().__init__()
        self._out_of_sight: Widget | None = None
        """What had the focus when it was hidden, or was to have it: a list with nothing in it."""

    @on(events.Mount)
    def watch_the_layout(self) -> None:
        """See what comes into sight, and what goes."""
        self.screen_layout_refresh_signal.subscribe(self, self._give_back, immediate=True)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Remember what is hidden and has the focus, or is to have it after something hidden. What
        is in sight gets it instead.
        """
        if self.focused is not None and not _is_in_sight(self.focused):
            self._out_of_sight = self.focused
            if widget is None or not _is_in_sight(widget):
                if widget is not None:
                    self._out_of_sight = widget
                widget = self._stand_in()
        super().set_focus(widget, scroll_visible, from_app_focus)

    def _stand_in(self) -> Widget | None:
        """The first pane in sight; a line to type in would take commands for a text."""
        panes = (one for one in self.focus_chain if not isinstance(one, Input))
        return next(filter(_is_in_sight, panes), None)

    def _give_back(self, _: Screen[object]) -> None:
        """What was hidden has the focus again when it is in sight, unless something else has it."""
        widget = self._out_of_sight
        if widget is None or not self.app.app_focus or not _is_in_sight(widget):
            return
        self._out_of_sight = None
        if self.focused is None:
            self.set_focus(widget)


def _is_in_sight(widget: Widget) -> bool:
    return widget.is_attached and all(one.display for one in widget.ancestors_with_self)
