"""The colours: a dark and a light theme, calm, with contrast enough for small text."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color, ColorParseError
from textual.theme import Theme

from commitrack.tui.legible import SHAPES, lifted

DARK = Theme(
    name="commitrack-dark",
    dark=True,
    primary="#6f9fd8",
    secondary="#8d9fb8",
    accent="#d7b46a",
    foreground="#d5dae2",
    background="#10141a",
    surface="#151a22",
    panel="#1d2430",
    success="#86c28b",
    warning="#e2b45c",
    error="#ee7f78",
    variables={
        "footer-key-foreground": "#d7b46a",
        "input-selection-background": "#6f9fd8 35%",
        "border": "#2b3442",
        "border-blurred": "#2b3442",
        "scrollbar": "#56637a",
        "scrollbar-hover": "#6f7e97",
        "scrollbar-active": "#6f9fd8",
        "scrollbar-background": "#151a22",
        "scrollbar-background-hover": "#151a22",
        "scrollbar-background-active": "#151a22",
    },
)

LIGHT = Theme(
    name="commitrack-light",
    dark=False,
    primary="#2c5f9e",
    secondary="#5b6b80",
    accent="#8a5a00",
    foreground="#20252c",
    background="#f3f1ec",
    surface="#fbfaf7",
    panel="#e6e3db",
    success="#2f7138",
    warning="#935f00",
    error="#b02a26",
    variables={
        "footer-key-foreground": "#8a5a00",
        "input-selection-background": "#2c5f9e 25%",
        "border": "#cfcabf",
        "border-blurred": "#cfcabf",
        "scrollbar": "#918b7e",
        "scrollbar-hover": "#777165",
        "scrollbar-active": "#2c5f9e",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
    },
)

THEMES = (DARK, LIGHT)

_SHORT = {"dark": DARK.name, "light": LIGHT.name, "terminal": "ansi-dark"}


def theme_name(setting: str) -> str:
    """The full name of a theme as the setting calls it: ``dark`` is ``commitrack-dark``.

    ``terminal`` is the one that draws in the terminal's own sixteen colours.
    """
    return _SHORT.get(setting, setting)


def setting_of(name: str) -> str:
    """What the setting calls a theme by its full name."""
    return next((short for short, full in _SHORT.items() if full == name), name)


def other_theme(name: str) -> str:
    """The theme to change to when the user wants it the other way: dark or light."""
    return DARK.name if name == LIGHT.name else LIGHT.name


_GROUNDS = ("background", "surface", "panel", "scrollbar-background")
"""What a scrollbar may stand on or beside."""


def seen(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables of a theme, with scrollbars that stand out from what they move on.

    They are drawn as paper without a letter, so that `legible` cannot know what they mean.
    """
    found = dict(variables)
    for name in ("scrollbar", "scrollbar-hover", "scrollbar-active"):
        try:
            bar, *grounds = (Color.parse(found[one]) for one in (name, *_GROUNDS))
        except (KeyError, ColorParseError):
            continue
        if any(one.ansi is not None for one in (bar, *grounds)):
            continue  # the terminal's own, which nobody here knows
        for ground in grounds:
            bar = lifted(bar, ground, SHAPES)
        found[name] = bar.hex
    return found
