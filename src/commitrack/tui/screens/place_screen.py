"""A place one works in: what every one of them does besides its own work."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.actions import parse
from textual.widgets import Input

from commitrack.tui.asking import bound_to
from commitrack.tui.in_sight import InSightScreen
from commitrack.tui.messages import RecordChanged
from commitrack.tui.workplaces import START

_LOOKING_UP = frozenset({"reload", "list", "month"})
"""The groups of workers that look up what a place lists."""


class PlaceScreen(InSightScreen):
    """Stays as it was left, hears what others did, and leads back to where one starts.

    It shows a `PlaceBar` as its first line. What happens to the record while another place is in
    front it looks up when somebody comes back: nine places would otherwise all ask at each edit.
    """

    AUTO_FOCUS = ""
    """It says itself where typing begins: by itself that may be a line to find in, before the rules
    hide it, and a key given at once would be typed there."""

    CHOOSING: ClassVar[frozenset[str]] = frozenset()
    """Actions that choose what is listed, or how: they need not wait until something else is."""

    def __init__(self) -> None:
        super().__init__()
        self._missed = False
        """Whether the record was changed while another place was in front."""

    def awaits(self, key: str) -> bool:
        """Whether a key is about what is still being looked up: a command that has nothing to act
        on until then, or any, where something else has been asked for than is listed. Nobody need
        wait with a key until a place shows what it lists.
        """
        if isinstance(self.focused, Input) or not (self.coming or self._looks_up):
            return False
        node, action = next(bound_to(self, key), (self.app, ""))
        _, name, parameters = parse(action)
        if self.coming:
            return node is not self.app and name not in self.CHOOSING
        return node is self and not self.check_action(name, parameters)

    @property
    def coming(self) -> bool:
        """Whether somebody has asked for something else than is listed yet: on what is in view
        until then, no command was meant to act.
        """
        return False

    @property
    def _looks_up(self) -> bool:
        return any(
            one.node is self and one.group in _LOOKING_UP and not one.is_finished
            for one in self.workers
        )

    def reload(self) -> object:
        """Look the record up anew, and keep the cursor where it is."""
        raise NotImplementedError

    @on(RecordChanged)
    def hear(self) -> None:
        """The record was changed, here or by another process."""
        if self in self.app.screen_stack:
            self.reload()
        else:
            self._missed = True

    @on(events.ScreenResume)
    def catch_up(self, event: events.ScreenResume) -> None:
        """Look up what was missed."""
        event.refresh_styles = False  # it looks as it did; what a theme changes is done elsewhere
        if self._missed:
            self._missed = False
            self.reload()

    @on(events.ScreenSuspend)
    def stand_back(self) -> None:
        """What lies over it shows the notices now, and not both of them."""
        for rack in self.query("ToastRack"):
            if rack.display:
                rack.display = False

    def action_back(self) -> None:
        """Leave; what lies under all others leads to where one starts."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.switch_mode(START.id)
