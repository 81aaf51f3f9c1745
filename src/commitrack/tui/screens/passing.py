"""A screen about one thing, which somebody may erase while it is looked at."""

from __future__ import annotations

from typing import TypeVar

from textual import events, on
from textual.screen import Screen

from commitrack.model.errors import CommitrackError
from commitrack.tui.host import host_of

T = TypeVar("T")


class PassingScreen(Screen[T]):
    """Closes when what it shows is not to be had any more: erased words are not for reading.

    With another screen in front it closes once that has gone.
    """

    def __init__(self) -> None:
        super().__init__()
        self._outlived = False
        """Whether what it shows was not to be had, while another screen was in front."""

    def reload(self) -> object:
        """Look up anew what it shows."""
        raise NotImplementedError

    def leave(self, why: CommitrackError) -> None:
        """Close, and say why, if it is in front."""
        in_front = self.app.screen is self
        self._outlived = not in_front
        if in_front:
            host_of(self).say(str(why), warning=True)
            self.dismiss()

    @on(events.ScreenResume)
    def look_again(self) -> None:
        """It is in front again."""
        if self._outlived:
            self._outlived = False
            self.reload()
