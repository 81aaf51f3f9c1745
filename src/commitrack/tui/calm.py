"""Painting a dialog once, though it is laid out twice as it opens."""

from __future__ import annotations

from typing import TypeVar

from textual import events

from commitrack.tui.beside import ClosedBeside

T = TypeVar("T")


class CalmModal(ClosedBeside[T]):
    """A dialog that is painted in a turn of the loop of its own, however often it is laid out.

    As it opens it is laid out twice in one turn, and would be painted twice in it, with all that is
    seen of the screen below.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ticking = False
        self._to_paint = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """It looks as it did, or as it was made."""
        event.refresh_styles = False

    def _on_timer_update(self) -> None:
        self._ticking = True
        super()._on_timer_update()
        if self._to_paint:
            self._compositor_refresh()
        self._ticking = False

    def _compositor_refresh(self) -> None:
        """Paint what has changed, if it is time; else soon."""
        self._to_paint = not self._ticking
        if self._ticking:
            super()._compositor_refresh()
        else:
            self._update_timer.resume()
