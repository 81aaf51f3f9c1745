"""``link``: how one commitment bears on another, and what becomes of links that are suggested."""

from __future__ import annotations

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_ids, complete_links
from commitrack.cli.naming import id_argument
from commitrack.cli.performing import perform
from commitrack.cli.session import Session
from commitrack.model.actions import AddLink, DeclineLink
from commitrack.model.errors import BadInput
from commitrack.model.fields import did_you_mean
from commitrack.model.ids import parse_commitment_id
from commitrack.model.records import LinkType


@click.command(cls=Command)
@id_argument
@click.argument("type_", metavar="[TYPE]", required=False, shell_complete=complete_links)
@click.argument("other", metavar="[ID]", required=False, shell_complete=complete_ids)
@click.option("--note", metavar="TEXT", help="Why they are related.")
@click.option(
    "--decline",
    "declined",
    metavar="ID",
    shell_complete=complete_ids,
    help="Decide against a suggested link; it is not suggested again.",
)
@click.option("--why", metavar="TEXT", help="The reason; needed to decline.")
@click.pass_obj
def link(
    session: Session,
    number: int,
    type_: str | None,
    other: str | None,
    note: str | None,
    declined: str | None,
    why: str | None,
) -> None:
    """Relate a commitment to another one, or decline a link that was suggested.

    \b
    commitrack link C-0009 weakens C-0002
    commitrack link C-0009 --decline C-0002 --why "another review"

    What was suggested between the two is confirmed by linking them. "commitrack report drift"
    shows what is suggested.
    """
    if declined is not None:
        if type_ is not None or note is not None:
            raise BadInput("--decline goes without TYPE, ID and --note: it links nothing")
        action = DeclineLink(parse_commitment_id(declined), why or "")
        perform(session, [number], [action], why=why)
        return
    if type_ is None or other is None:
        raise BadInput(
            "link takes ID TYPE ID, as in C-0009 weakens C-0002, or ID --decline ID --why TEXT"
        )
    if why is not None:
        raise BadInput("--why goes with --decline; a link takes --note")
    perform(session, [number], [AddLink(_type(type_), parse_commitment_id(other), note)])


def _type(text: str) -> LinkType:
    word = text.strip().lower().replace(" ", "_").replace("-", "_")
    names = [one.value for one in LinkType]
    if word not in names:
        raise BadInput(
            f"no link is called {text!r}{did_you_mean(word, names)}; there are {', '.join(names)}"
        )
    return LinkType(word)
