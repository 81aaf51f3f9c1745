"""``claim``, ``review`` and ``reopen``: sign-off by a second person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from commitrack.cli.base import Command
from commitrack.cli.naming import ids_argument, read_ids
from commitrack.cli.pages import Line, evidence_lines, put_page, status_line, title_of
from commitrack.cli.performing import Manner, bulk_options, perform
from commitrack.cli.session import Session
from commitrack.cli.showing import put_dossiers
from commitrack.cli.streams import put, say
from commitrack.model.actions import Action, Approve, Claim, Reopen, SendBack
from commitrack.model.errors import BadInput
from commitrack.model.records import Dossier
from commitrack.model.status import Status


@click.command(cls=Command)
@ids_argument
@click.option("--test", "success_test", metavar="TEXT", help="The success test, when none is set.")
@click.option("--note", metavar="TEXT", help="A word to whoever reviews it.")
@bulk_options
@click.pass_obj
def claim(
    session: Session,
    ids: tuple[str, ...],
    success_test: str | None,
    note: str | None,
    *,
    manner: Manner,
) -> None:
    """Put down that it is said to be done; a second person decides (commitrack review)."""
    perform(session, read_ids(ids), [Claim(note, success_test)], why=note, manner=manner)


@click.command(cls=Command)
@ids_argument
@click.option("--approve", is_flag=True, help="The evidence meets the success test.")
@click.option(
    "--send-back", metavar="NOTE", help="It does not; say what is missing to whoever asked."
)
@click.option("--partly", metavar="MISSING", help="Approve as partly delivered: what is missing.")
@click.option("--self-verify", is_flag=True, help="Approve your own claim; printed ever after.")
@click.option("--note", metavar="TEXT", help="Why it is approved.")
@bulk_options
@click.pass_obj
def review(
    session: Session,
    ids: tuple[str, ...],
    send_back: str | None,
    partly: str | None,
    note: str | None,
    *,
    approve: bool,
    self_verify: bool,
    manner: Manner,
) -> None:
    """Approve what waits for a second person, or send it back.

    Without a decision it shows what waits: the claim, the success test and the evidence.
    """
    if approve + (send_back is not None) + (partly is not None) > 1:
        raise BadInput("one decision at a time: --approve, --send-back or --partly")
    for option, words in (("--send-back", send_back), ("--partly", partly)):
        if words is not None and not words.strip():
            raise BadInput(f"{option}: say what is missing")
    action: Action
    if send_back is not None:
        action = SendBack(send_back)
    elif approve or partly is not None:
        action = Approve(note, partly, self_verify)
    else:
        if self_verify or note is not None:
            raise BadInput("--note and --self-verify go with --approve or --partly")
        if manner.dry_run or manner.yes:
            raise BadInput(
                "--dry-run and --yes go with a decision: --approve, --send-back, --partly"
            )
        _show_all(session, read_ids(ids), as_data=manner.as_data)
        return
    perform(session, read_ids(ids), [action], why=send_back or partly or note, manner=manner)


def _show_all(session: Session, numbers: Sequence[int], *, as_data: bool) -> None:
    """What waits, of each; as JSON the records, whose last review says it."""
    with session.store() as store:
        dossiers = [store.dossier(number) for number in numbers]
    if as_data:
        put_dossiers(session, dossiers)
        return
    for n, dossier in enumerate(dossiers):
        if n:
            put("")
        _show(session, dossier)


def _show(session: Session, dossier: Dossier) -> None:
    put_page(title_of(dossier), _waiting(dossier))
    pending = dossier.pending_review
    if pending is None:
        say(f"{dossier.commitment.id} has nothing that waits for a review")
    elif pending.asked_by.casefold() == session.actor.casefold():
        say(f"asked by {pending.asked_by}: another person must decide, or --self-verify")


def _waiting(dossier: Dossier) -> Iterator[Line]:
    record = dossier.commitment
    yield "status", status_line(dossier)
    yield "quote", f"“{record.quote}”"
    pending = dossier.pending_review
    if pending is not None:
        note = f": {pending.asked_note}" if pending.asked_note else ""
        yield (
            "proposed",
            f"{pending.proposed.words}, by {pending.asked_by} {pending.asked_on}{note}",
        )
    yield "success test", record.success_test or "none"
    pieces = list(evidence_lines(dossier))
    yield "evidence", pieces[0] if pieces else "none on file"
    for piece in pieces[1:]:
        yield "", piece


@click.command(cls=Command)
@ids_argument
@click.option("--why", required=True, metavar="TEXT", help="The reason.")
@click.option(
    "--to",
    type=click.Choice([Status.OPEN.value, Status.IN_PROGRESS.value]),
    help="The status; default: in_progress when there is evidence, else open.",
)
@bulk_options
@click.pass_obj
def reopen(
    session: Session, ids: tuple[str, ...], why: str, to: str | None, *, manner: Manner
) -> None:
    """Open closed commitments again; the closing stays visible."""
    action = Reopen(why, None if to is None else Status(to))
    perform(session, read_ids(ids), [action], why=why, manner=manner)
