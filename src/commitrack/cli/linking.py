"""``link``: how commitments bear on another one, and what becomes of links that are suggested."""

from __future__ import annotations

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_ids, complete_ids_and_links
from commitrack.cli.naming import read_ids
from commitrack.cli.performing import Manner, bulk_options, perform
from commitrack.cli.session import Session
from commitrack.model.actions import AddLink, DeclineLink
from commitrack.model.errors import BadInput
from commitrack.model.fields import did_you_mean
from commitrack.model.ids import parse_commitment_id
from commitrack.model.records import LinkType

_SHAPE = "link takes ID TYPE ID, as in C-0009 weakens C-0002, or ID --decline ID --why TEXT"


@click.command(cls=Command)
@click.argument(
    "words",
    nargs=-1,
    required=True,
    metavar="ID… [TYPE ID]",
    shell_complete=complete_ids_and_links,
)
@click.option("--note", metavar="TEXT", help="Why they are related.")
@click.option(
    "--decline",
    "declined",
    metavar="ID",
    shell_complete=complete_ids,
    help="Decide against a suggested link; it is not suggested again.",
)
@click.option("--why", metavar="TEXT", help="The reason; needed to decline.")
@bulk_options
@click.pass_obj
def link(
    session: Session,
    words: tuple[str, ...],
    note: str | None,
    declined: str | None,
    why: str | None,
    *,
    manner: Manner,
) -> None:
    """Relate commitments to another one, or decline a link that was suggested.

    \b
    commitrack link C-0009 weakens C-0002
    commitrack link C-0009 --decline C-0002 --why "another review"

    What was suggested between the two is confirmed by linking them. "commitrack report drift"
    shows what is suggested. Several may stand before TYPE; "-" reads them from standard input.
    """
    if declined is not None:
        if note is not None or any(_folded(word) in _NAMES for word in words):
            raise BadInput("--decline goes without TYPE, ID and --note: it links nothing")
        decline = DeclineLink(parse_commitment_id(declined), why or "")
        perform(session, read_ids(words), [decline], why=why, manner=manner)
        return
    if len(words) < 3:
        raise BadInput(_SHAPE)
    if why is not None:
        raise BadInput("--why goes with --decline; a link takes --note")
    *ids, type_, other = words
    action = AddLink(_type(type_), parse_commitment_id(other), note)
    perform(session, read_ids(ids), [action], manner=manner)


_NAMES = [one.value for one in LinkType]


def _folded(text: str) -> str:
    return text.strip().lower().replace(" ", "_").replace("-", "_")


def _type(text: str) -> LinkType:
    word = _folded(text)
    if word not in _NAMES:
        raise BadInput(
            f"no link is called {text!r}; there are {', '.join(_NAMES)}{did_you_mean(word, _NAMES)}"
        )
    return LinkType(word)
