"""``sent``: a letter went out, by hand, and when to look for the answer. Nothing is ever sent."""

from __future__ import annotations

import click

from commitrack.cli.base import Command
from commitrack.cli.naming import ids_argument, read_ids
from commitrack.cli.performing import Manner, bulk_options, perform
from commitrack.cli.session import Session
from commitrack.model.actions import REPLY_DAYS, LogSent
from commitrack.model.errors import BadInput


@click.command(cls=Command)
@ids_argument
@click.option("--to", metavar="NAME", help="Whom it went to; default: the owner.")
@click.option("--on", metavar="DATE", help="When it was sent; default: today.")
@click.option(
    "--next",
    "coming",
    metavar="DATE",
    help=f"When to look for the answer; default: {REPLY_DAYS} days after it was sent.",
)
@click.option("--note", metavar="TEXT", help="What the next reader should know.")
@bulk_options
@click.pass_obj
def sent(
    session: Session,
    ids: tuple[str, ...],
    to: str | None,
    on: str | None,
    coming: str | None,
    note: str | None,
    *,
    manner: Manner,
) -> None:
    """Log that you sent a letter about commitments, and move their follow-up.

    It is for letters that `report chaser` drafts. Nothing is sent from here, and nothing counts
    as learnt: when anybody last looked stays as it is.
    """
    if to is not None and not to.strip():
        raise BadInput("--to is empty: say who it went to, or leave it away for the owner")
    action = LogSent(to, session.day("--on", on, past=True), session.day("--next", coming), note)
    perform(session, read_ids(ids), [action], manner=manner)
