"""No key is met with silence: one that can do nothing here says why."""

from __future__ import annotations

from textual import events
from textual.app import App
from textual.widgets import Input

from commitrack.tui.asking import Explaining
from commitrack.tui.keymap import shown

_MOTIONS = frozenset({"up", "down", "left", "right", "pageup", "pagedown", "home", "end"})
"""Keys that move: where they do nothing there is nothing further, which is plain."""


def why_nothing(app: App[None], given: events.Key) -> str:
    """Why a key did nothing that went through all that could have taken it. Empty where that is
    plain: in a line to type in, and with a dialog in front of what the key may have been meant for.
    """
    screen = app.screen
    for node, bindings in screen._modal_binding_chain:
        for binding in bindings.key_to_bindings.get(given.key, ()):
            target, name, parameters = app._parse_action(binding.action, node)
            if isinstance(target, Explaining) and not target.check_action(name, parameters):
                return f"{binding.description}: {target.why_not(name, parameters)}"
    if screen.is_modal or isinstance(screen.focused, Input) or given.key in _MOTIONS:
        return ""
    written = given.character if given.is_printable and given.key != "space" else None
    return f"{written or shown(given.key)} does nothing here: ? shows keys"
