"""Keys in the order in which they were given, however quickly, each where it was meant.

Textual hands a key to the widget with the focus, which takes a letter at once. What is no letter
goes from there up to the app, from one queue to the next, before the binding that it stands for is
looked up; letters given meanwhile overtake it. So ``tab`` and ``ctrl+u`` came too late for whoever
types quickly or lets a program type. Here a key is carried all the way before the next one is
looked at. What is no letter waits until a form has heard of the letters before it, what follows it
until the form has heard of that, what follows a command until its dialog is there, and a command
until the list is there that it is about. What is typed for a dialog that does not come is let go.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from functools import cache, cached_property
from inspect import isawaitable
from time import monotonic

from textual import events
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker

from commitrack.tui.asking import Expecting, UnderWay, bound_to, is_asking
from commitrack.tui.ending import EndingApp
from commitrack.tui.silence import why_nothing
from commitrack.tui.unanswered import Given, Unanswered

_PATIENCE = 1.0
"""Seconds for which anything is waited for; it takes a few milliseconds on a machine that has time.
"""
_ANSWERS = 2
"""A widget may answer a message with one of its own, which is behind those that it has already."""
_MOMENT = 0.005
"""Seconds between two looks at what keys wait for."""
_ENTERING = 1.0
"""Seconds for which keys wait for a screen that has just come to the front."""
_ASKING = 10.0
"""Seconds after which nobody expects a dialog or a list any more: what was typed for it is let go,
since it would mean something else to what is there.
"""
_DOING = 0.3
"""Seconds for which keys wait for what a dialog has answered to be done."""
_TAKING = ("on_key", "handle_key", "key_")
"""How methods are called that Textual gives keys to."""
_NOW = frozenset({"ctrl+q"})
"""Keys that wait for nothing."""


class InOrderApp(EndingApp):
    """An app in which no key overtakes the one before it, nor the dialog that it opens."""

    _typed_in: Widget | None = None
    """The field that the last key went to, unless all around it has heard of that already."""
    _typed = False
    """Whether that was a letter."""
    _taking = False
    """Whether a key is being taken, or waits."""
    _front: Screen[object] | None = None
    """The screen that was in front at the last key; keys have waited for it."""
    _entered = 0.0
    """When it came to the front; 0 once it can take keys."""
    _expected = 0.0
    """Since when the next key has waited for what the screen has yet to show; 0 if it does not."""
    _under_way: UnderWay | None = None
    _latest: Given | None = None
    """The key that was given last."""
    _unanswered: Unanswered | None = None
    """The command before, if it opened nothing."""
    _wait: asyncio.Task[None] | None = None

    @cached_property
    def _given(self) -> deque[Given]:
        """Keys that wait for their turn."""
        return deque()

    def let_wait(self, worker: Worker[None]) -> None:
        """Let keys wait until this worker has asked what it has to ask, or is done."""
        self._under_way = UnderWay(worker, self.screen, monotonic())

    def on_mount(self) -> None:
        """Notice what is asked, whether or not a key comes meanwhile."""
        self.screen_change_signal.subscribe(self, self._note_asked, immediate=True)

    def _note_asked(self, screen: Screen[object]) -> None:
        if self._under_way is not None and screen is not self._under_way.screen:
            self._under_way.asked = True

    def say(self, message: str, *, warning: bool = False) -> None:
        """Show a notice. A warning while a command looks what to ask says that it asks nothing."""
        super().say(message, warning=warning)
        action = self._under_way
        if warning and self._latest is not None and action is not None and not action.asked:
            self._unanswered = Unanswered(self._latest, action.screen, told=True)

    # One after another

    async def on_event(self, event: events.Event) -> None:
        """Take keys, and what is pasted, in the order in which they come."""
        if not isinstance(event, Given) or event.is_forwarded:
            await super().on_event(event)
        elif isinstance(event, events.Key) and event.key in _NOW:
            await self._check_bindings(event.key, priority=True)
        else:
            self._given.append(event)
            if not self._taking:
                self._taking = True
                await self._take()

    async def _take(self) -> None:
        """Take the next one, if it need not wait, and then all that follow, each behind what those
        before it have asked of the app.
        """
        if not self._given:
            self._taking = False
        elif self._has_to_wait():
            self._wait = asyncio.create_task(self._wait_for_turn())
        else:
            try:
                if self._typed_in is None or (self._typed and _is_text(self._given[0])):
                    await self._give(self._given.popleft())
                else:
                    await self._let_hear(self._typed_in)
            finally:
                self.call_later(self._take)

    async def _wait_for_turn(self) -> None:
        try:
            while self._given and self._has_to_wait():
                await asyncio.sleep(_MOMENT)
        finally:
            self.call_later(self._take)  # whatever became of that, the next key has its turn

    def _has_to_wait(self) -> bool:
        """Whether what comes next is meant for something that is not there yet."""
        if not self.screen_stack:
            return False  # it ends
        screen, now = self.screen, monotonic()
        if screen is not self._front:
            self._front, self._entered = screen, now
        if self._entered and not _can_take_keys(screen) and now - self._entered < _ENTERING:
            return True
        self._entered = 0.0
        action = self._under_way
        if action is None or action.screen is not screen:
            return self._waits_for_what_comes(screen, now)
        if action.worker.is_finished:
            self._under_way = None
        elif action.asked:
            return self._waits_for_the_answer(action, now)
        elif now - action.since < _ASKING:
            return True
        else:
            self._under_way = None
            if self._wait is not None and not self._wait.done():
                self._given.clear()
        return False

    def _waits_for_what_comes(self, screen: Screen[object], now: float) -> bool:
        """Whether the next key is about what the screen has yet to show."""
        key = self._given[0] if self._given else None
        if not (
            isinstance(key, events.Key) and isinstance(screen, Expecting) and screen.awaits(key.key)
        ):
            self._expected = 0.0
            return False
        if not self._expected:
            self._expected = now
        elif now - self._expected >= _ASKING:
            self._given.clear()
        return True

    def _waits_for_the_answer(self, action: UnderWay, now: float) -> bool:
        """Whether to wait for what a dialog answered to be done; that may take long."""
        if self._wait is None or self._wait.done():
            action.since = now  # the first key that waits
            return True
        if now - action.since < _DOING:
            return True
        self._under_way = None
        return False

    async def _let_hear(self, field: Widget) -> None:
        """Wait until all that a field stands in has heard of what was typed there: it may be in the
        dark about a letter, or lead out of the field, which the app is told before the next key.
        """
        self._typed_in = None
        for node in field.ancestors_with_self:
            if node is not self:
                await _heard(node)

    # One by itself

    async def _give(self, event: Given) -> None:
        """Carry a key to its end, unless it was meant for what has not come."""
        self.app_focus = True
        if self._was_meant_for_nothing(event):
            return
        self._latest = event
        field = self.focused or self.screen
        if isinstance(event, events.Paste):
            field._forward_event(event)
            await _heard(field)
            return
        self.screen._clear_tooltip()
        if self.screen.is_modal or field.check_consume_key("a", "a"):
            if field is not self._typed_in:
                await _heard(field)  # that it was entered: it may have to select what it holds
            self._typed_in, self._typed = field, event.is_printable
        else:
            self._typed_in = None
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
            if not _looks_at_keys(type(node)):
                continue
            event.prevent_default(prevent=False)
            with node._context():
                for _, handle in node._get_dispatch_methods("on_key", event):
                    answer = handle(event)
                    if isawaitable(answer):
                        await answer
            if event._stop_propagation:
                return
        if await self._check_bindings(event.key):
            return
        if self._would_ask(event.key):
            self._unanswered = Unanswered(event, self.screen)
        why = why_nothing(self, event)
        if why:
            self.say(why)

    def _would_ask(self, key: str) -> bool:
        """Whether a key that has done nothing belongs to a command that asks something."""
        return any(is_asking(node, action) for node, action in bound_to(self.screen, key))

    def _was_meant_for_nothing(self, event: Given) -> bool:
        """Whether a key is let go, since it was typed for a dialog that did not come."""
        command = self._unanswered
        if command is None:
            return False
        if not command.takes(event, self.screen):
            self._unanswered = None
            return False
        if not command.told:
            command.told = True
            self.say("nothing to act on here: what was typed behind the command was let go")
        return True


def _is_text(given: Given) -> bool:
    """Whether this goes into what is typed, and does nothing else."""
    return isinstance(given, events.Paste) or given.is_printable


@cache
def _looks_at_keys(kind: type[DOMNode]) -> bool:
    """Whether a widget of this kind looks at keys itself; most leave them to their bindings."""
    for each in kind.__mro__:
        if each is not Widget and any(name.lstrip("_").startswith(_TAKING) for name in vars(each)):
            return True
        if any(issubclass(events.Key, one) for one in vars(each).get("_decorated_handlers", ())):
            return True
    return False


def _can_take_keys(screen: Screen[object]) -> bool:
    """Whether a screen has been made, and knows where typing begins."""
    return screen.is_mounted and (screen.focused is not None or not screen.focus_chain)


async def _heard(node: DOMNode) -> None:
    """Wait until a widget has done what it was told by now, unless it is there no more."""
    for _ in range(_ANSWERS):
        heard = asyncio.Event()
        if not node.call_later(heard.set):
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(heard.wait(), _PATIENCE)
