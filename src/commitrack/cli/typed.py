"""Commands that an answer names, as one types them for the store that was asked.

What is copied from an answer about one store and typed must not work on another.
"""

from __future__ import annotations

import click

from commitrack.cli.falling_back import on_store
from commitrack.cli.session import Session


def typed(command: str) -> str:
    """The command behind the name of the program, and behind the store where it is not the usual.

    Outside of a command there is no store that was asked.
    """
    context = click.get_current_context(silent=True)
    session = None if context is None else context.find_object(Session)
    return f"commitrack {command}" if session is None else on_store(session.place, command)
