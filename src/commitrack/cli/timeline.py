"""``history``, ``undo`` and ``redo``: what was done, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator

import click

from commitrack.cli.base import Command
from commitrack.cli.session import Session
from commitrack.cli.streams import as_json, put, say
from commitrack.cli.wire import VERSION, transaction_json
from commitrack.model.cleaning import clean_line
from commitrack.model.history import FieldChange, Transaction
from commitrack.model.ids import commitment_id, parse_commitment_id

_LONGEST = 400
"""Characters of a value in the history; JSON has the whole."""
_SILENT = frozenset({"present", "commitment", "statement"})
"""Columns that hold records together and say nothing to a reader."""


@click.command(cls=Command)
@click.argument("which", metavar="[ID]", required=False)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@click.option("--json", "as_data", is_flag=True, help="As JSON, with every value whole.")
@click.pass_obj
def history(session: Session, which: str | None, limit: int | None, *, as_data: bool) -> None:
    """Who changed what, when and why: of one commitment, or of everything; newest first."""
    number = None if which is None else parse_commitment_id(which)
    with session.store() as store:
        if number is not None:
            store.dossier(number)
        past = store.history(number, limit=limit)
    if as_data:
        put(
            as_json(
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
    yield (
        f"{one.number}  {one.at:%Y-%m-%d %H:%M} UTC  {clean_line(one.actor)} ({one.client})  "
        f"{clean_line(one.action)}{why}{undone}"
    )
    for change in one.changes:
        if change.field not in _SILENT and not _is_a_beginning(change):
            yield f"      {_change(change)}"


def _is_a_beginning(change: FieldChange) -> bool:
    """Whether a new record merely begins empty: a list without members, a flag that is not set."""
    return change.old is None and str(change.new) in ("", "0", "[]")


def _change(change: FieldChange) -> str:
    old = "" if change.old in (None, "") else f"{_short(change.old)} → "
    new = "nothing" if change.new in (None, "") else _short(change.new)
    return f"{change.label} {change.field}: {old}{new}"


def _short(value: object) -> str:
    text = clean_line(str(value)[: 2 * _LONGEST])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… (--json has the whole)"


@click.command(cls=Command)
@click.argument("number", metavar="[TXN]", required=False, type=click.IntRange(min=1))
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
