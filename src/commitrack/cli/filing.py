"""``evidence`` and ``check``: filing what was found."""

from __future__ import annotations

import click

from commitrack.cli.base import Command, Group
from commitrack.cli.naming import COUNT, id_argument, ids_argument, read_ids
from commitrack.cli.pages import evidence_lines
from commitrack.cli.performing import Manner, bulk_options, perform
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.wire import evidence_json
from commitrack.model.actions import AddEvidence, RecordCheck, RetractEvidence
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.ids import commitment_id
from commitrack.model.inert import json_text
from commitrack.model.records import CheckResult, EvidenceKind, SourceClass, Stance


@click.group(cls=Group)
def evidence() -> None:
    """Evidence: the records that bear on a commitment."""


@evidence.command()
@ids_argument
@click.option(
    "--source",
    required=True,
    type=click.Choice([one.value for one in SourceClass]),
    help="Who stands behind it.",
)
@click.option("--date", "dated", metavar="DATE", help="The date it bears, if it bears one.")
@click.option("--title", required=True, metavar="TEXT", help="What it is called.")
@click.option(
    "--kind",
    type=click.Choice([one.value for one in EvidenceKind]),
    default=EvidenceKind.DOCUMENT.value,
    show_default=True,
    help="Its form.",
)
@click.option(
    "--stance",
    type=click.Choice([one.value for one in Stance]),
    default=Stance.SUPPORTS.value,
    show_default=True,
    help="What it does to the promise.",
)
@click.option("--url", metavar="URL", help="Where it is: an address or a path.")
@click.option("--locator", metavar="TEXT", help="Where in it: a page, a paragraph.")
@click.option("--quote", metavar="TEXT", help="Its words.")
@click.option("--accessed", metavar="DATE", help="When you read it; default: today.")
@bulk_options
@click.pass_obj
def add(
    session: Session,
    ids: tuple[str, ...],
    source: str,
    dated: str | None,
    title: str,
    kind: str,
    stance: str,
    url: str | None,
    locator: str | None,
    quote: str | None,
    accessed: str | None,
    *,
    manner: Manner,
) -> None:
    """File a piece of evidence. It never changes a status by itself."""
    action = AddEvidence(
        title=title,
        source=SourceClass(source),
        kind=EvidenceKind(kind),
        stance=Stance(stance),
        url=url,
        locator=locator,
        quote=quote,
        dated=session.day("--date", dated, past=True),
        accessed_on=session.day("--accessed", accessed, past=True),
    )
    perform(session, read_ids(ids), [action], manner=manner)


@evidence.command()
@id_argument
@click.argument("which", metavar="NUMBER", type=COUNT)
@click.option("--why", required=True, metavar="TEXT", help="Why it does not stand.")
@bulk_options
@click.pass_obj
def retract(session: Session, number: int, which: int, why: str, *, manner: Manner) -> None:
    """Withdraw a piece of evidence by its number; it stays on file."""
    perform(session, [number], [RetractEvidence(which, why)], why=why, manner=manner)


@evidence.command("list")
@id_argument
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def list_evidence(session: Session, number: int, *, as_data: bool) -> None:
    """List a commitment's evidence, retracted pieces included."""
    with session.store() as store:
        dossier = store.dossier(number)
    if as_data:
        pieces = [evidence_json(piece) for piece in dossier.evidence]
        put(json_text({"version": 1, "id": commitment_id(number), "evidence": pieces}))
        return
    for line in evidence_lines(dossier):
        put(clean_line(line))
    if not dossier.evidence:
        say(f"{commitment_id(number)} has no evidence on file")


@click.command(cls=Command)
@ids_argument
@click.option("--found", is_flag=True, help="There was movement.")
@click.option("--nothing-found", is_flag=True, help="Nothing to see.")
@click.option("--no-reply", is_flag=True, help="Asked, no answer.")
@click.option("--where", required=True, metavar="TEXT", help="Where you looked, whom you asked.")
@click.option("--next", "coming", metavar="DATE", help="When to look again; default: the cadence.")
@click.option("--note", metavar="TEXT", help="What the next reader should know.")
@bulk_options
@click.pass_obj
def check(
    session: Session,
    ids: tuple[str, ...],
    where: str,
    coming: str | None,
    note: str | None,
    *,
    found: bool,
    nothing_found: bool,
    no_reply: bool,
    manner: Manner,
) -> None:
    """Record that somebody looked for movement, and what turned up."""
    said = {
        CheckResult.FOUND: found,
        CheckResult.NOTHING_FOUND: nothing_found,
        CheckResult.NO_REPLY: no_reply,
    }
    results = [result for result, given in said.items() if given]
    if len(results) != 1:
        asked = "one of the three" if results else "what turned up"
        raise BadInput(f"{asked}: --found, --nothing-found or --no-reply")
    action = RecordCheck(results[0], where, session.day("--next", coming), note)
    perform(session, read_ids(ids), [action], manner=manner)
