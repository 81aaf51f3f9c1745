"""``history``, ``undo`` and ``redo``: what was done, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_ids
from commitrack.cli.naming import COUNT
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.wire import VERSION, transaction_json
from commitrack.model.cleaning import clean_line
from commitrack.model.history import Transaction
from commitrack.model.ids import commitment_id, parse_commitment_id
from commitrack.model.inert import json_text
from commitrack.reports.change_lines import change_lines


@click.command(cls=Command)
@click.argument("which", metavar="[ID]", required=False, shell_complete=complete_ids)
@click.option("--limit", type=COUNT, metavar="N", help="At most so many.")
@click.option("--json", "as_data", is_flag=True, help="As JSON, with every value whole.")
@click.pass_obj
def history(session: Session, which: str | None, limit: int | None, *, as_data: bool) -> None:
    """Who changed what, when and why: of one commitment, or of everything; newest first.

    A line begins with + for a new record, whose main fields it tells; --json has every field.
    """
    number = None if which is None else parse_commitment_id(which)
    with session.store() as store:
        if number is not None:
            store.dossier(number)
        past = store.history(number, limit=limit)
    if as_data:
        put(
            json_text(
                {
                    "version": VERSION,
                    "commitment": None if number is None else commitment_id(number),
                    "transactions": [transaction_json(one) for one in past],
                }
            )
        )
        return
    for transaction in past:
        for line in _transaction(transaction):
            put(line)


def _transaction(one: Transaction) -> Iterator[str]:
    undone = f" [undone by {one.undone_by}]" if one.undone_by is not None else ""
    why = f": {clean_line(one.why)}" if one.why else ""
    at = one.at.isoformat(" ", "minutes")[:16]
    yield (
        f"{one.number}  {at} UTC  {clean_line(one.actor)} ({one.client})  "
        f"{clean_line(one.action)}{why}{undone}"
    )
    for line in change_lines(one, limit=None):
        yield f"      {line}"


@click.command(cls=Command)
@click.argument("number", metavar="[TXN]", required=False, type=COUNT)
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.pass_obj
def undo(session: Session, number: int | None, why: str | None) -> None:
    """Take back your last change, or the transaction with this number (commitrack history)."""
    with session.store() as store:
        receipt = store.undo(session.signature(why), number)
    say(f"done: {clean_line(receipt.action)} · bring back with: commitrack redo")


@click.command(cls=Command)
@click.pass_obj
def redo(session: Session) -> None:
    """Bring back what your last undo took back."""
    with session.store() as store:
        receipt = store.redo(session.signature())
    say(f"done: {clean_line(receipt.action)} · undo with: commitrack undo")
