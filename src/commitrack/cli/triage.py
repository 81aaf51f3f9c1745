"""``accept`` and ``reject``: what becomes of candidates."""

from __future__ import annotations

import click

from commitrack.cli.base import Command
from commitrack.cli.naming import ids_argument, read_ids
from commitrack.cli.performing import Manner, bulk_options, perform
from commitrack.cli.session import Session
from commitrack.model.actions import Accept, Reject
from commitrack.model.errors import BadInput
from commitrack.model.fields import parse_field
from commitrack.model.status import RejectReason


@click.command(cls=Command)
@ids_argument
@click.option(
    "--owner", "owners", multiple=True, metavar="NAME", help="Who must deliver; repeatable."
)
@click.option("--lead", metavar="NAME", help="Our own officer.")
@click.option("--due", metavar="DATE", help="The owner's date, in figures or words.")
@click.option(
    "--follow-up", metavar="DATE", help="When we look again; default: today and the cadence."
)
@bulk_options
@click.pass_obj
def accept(
    session: Session,
    ids: tuple[str, ...],
    owners: tuple[str, ...],
    lead: str | None,
    due: str | None,
    follow_up: str | None,
    *,
    manner: Manner,
) -> None:
    """Take candidates on as commitments to follow."""
    action = Accept(
        owners=_names(session, owners),
        lead=_lead(session, lead),
        due=session.day("--due", due),
        follow_up=session.day("--follow-up", follow_up),
    )
    perform(session, read_ids(ids), [action], manner=manner)


def _names(session: Session, owners: tuple[str, ...]) -> tuple[str, ...]:
    if not all(map(str.strip, owners)):
        raise BadInput("--owner is empty: say who must deliver, or leave it away")
    found = parse_field("owner", ";".join(owners), session.today)
    return found if isinstance(found, tuple) else ()


def _lead(session: Session, name: str | None) -> str | None:
    found = parse_field("lead", name or "", session.today)
    return found if isinstance(found, str) else None


@click.command(cls=Command)
@ids_argument
@click.option(
    "--why",
    required=True,
    type=click.Choice([reason.value for reason in RejectReason]),
    help="Why it is not a commitment.",
)
@click.option("--note", metavar="TEXT", help="More words about the reason.")
@bulk_options
@click.pass_obj
def reject(
    session: Session,
    ids: tuple[str, ...],
    why: str,
    note: str | None,
    *,
    manner: Manner,
) -> None:
    """Judge candidates not to be commitments. They stay in the coverage report."""
    action = Reject(RejectReason(why), note)
    perform(session, read_ids(ids), [action], why=why, manner=manner)
