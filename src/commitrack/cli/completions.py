"""What the shell offers for an ID when the user presses the tab key."""

from __future__ import annotations

import contextlib

import click
from click.shell_completion import CompletionItem

from commitrack.model.errors import CommitrackError

_OFFERED = 200
"""More than a screen of suggestions helps nobody."""


def complete_ids(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Commitments whose ID begins as typed, newest last, each with its title; silent on errors."""
    del parameter
    from commitrack.cli.session import Session
    from commitrack.model.cleaning import clean_line
    from commitrack.model.ids import commitment_id
    from commitrack.query import parse

    session = context.find_root().obj
    if not isinstance(session, Session):
        session = Session()
    with contextlib.suppress(CommitrackError, OSError), session.store() as store:
        numbers = [
            number
            for number in store.ids(parse("sort:id"), session.lens)
            if commitment_id(number).startswith(incomplete.upper())
        ][:_OFFERED]
        return [
            CompletionItem(one.commitment.id, help=clean_line(one.commitment.title))
            for one in store.dossiers(numbers)
        ]
    return []
