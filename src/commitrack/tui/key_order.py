"""Keys in the order in which they were given, however quickly.

Textual hands a key to the widget with the focus, which takes a letter at once. What is no letter
goes from there up to the app, from one queue to the next, before the binding that it stands for is
looked up; letters given meanwhile overtake it. So ``tab`` and ``ctrl+u`` came too late for whoever
types quickly or lets a program type. In a dialog, and wherever else something is typed, a key is
carried all the way here before the next one is looked at, and what is no letter waits until the
form has heard of the letters before it.
"""

from __future__ import annotations

import asyncio
import contextlib
from inspect import isawaitable

from textual import events
from textual.dom import DOMNode
from textual.widget import Widget

from commitrack.tui.ending import EndingApp

_PATIENCE = 0.1
"""Seconds for which anything is waited for; it takes a few milliseconds."""
_ANSWERS = 2
"""A widget may answer a message with one of its own, which is behind those that it has already."""


class InOrderApp(EndingApp):
    """An app in which no letter overtakes the key before it."""

    _typed_in: Widget | None = None
    """Where the last key went, if it was carried."""
    _typed = False
    """Whether that was a letter."""

    async def on_event(self, event: events.Event) -> None:
        """Carry a key to its end in a dialog, and while something is typed."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        field = self.focused
        if field is None or not (self.screen.is_modal or field.check_consume_key("a", "a")):
            self._typed_in = None
            await super().on_event(event)
            return
        if field is not self._typed_in:
            await _heard(field)  # that it was entered: it may have to select what it holds
        elif self._typed and not event.is_printable:
            for node in field.ancestors_with_self:
                if node is not self:
                    await _heard(node)
        self._typed_in, self._typed = field, event.is_printable
        await self._carry(event, field)

    async def _carry(self, event: events.Key, field: Widget) -> None:
        """Offer a key to the bindings that come first, to the field, to what it stands in, and then
        to the other bindings.
        """
        event._set_forwarded()
        if await self._check_bindings(event.key, priority=True):
            return
        for node in field.ancestors_with_self:
            if node is self:
                break
            event.prevent_default(prevent=False)
            with node._context():
                for _, handle in node._get_dispatch_methods("on_key", event):
                    answer = handle(event)
                    if isawaitable(answer):
                        await answer
            if event._stop_propagation:
                return
        await self._check_bindings(event.key)


async def _heard(node: DOMNode) -> None:
    """Wait until a widget has done what it was told by now."""
    for _ in range(_ANSWERS):
        heard = asyncio.Event()
        node.call_later(heard.set)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(heard.wait(), _PATIENCE)
