"""What the rules refuse, in words that fit a screen."""

from __future__ import annotations

from commitrack.model.patterns import late

_COMMAND = late(r"\s*\((?:or )?(?:--|commitrack )[^)]*\)")
"""The way out that a refusal names for the command line; a screen offers its own."""


def on_screen(refusal: Exception | str) -> str:
    """The message of an error, without advice on what to type at a command line."""
    return _COMMAND.sub("", str(refusal))
