"""``history``, ``undo`` and ``redo``: what was done, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_ids
from commitrack.cli.naming import COUNT, Whole
from commitrack.cli.receipts import put_receipt
from commitrack.cli.session import Session
from commitrack.cli.streams import may_ask, put, put_piece, say
from commitrack.cli.typed import typed
from commitrack.cli.wire import VERSION, transaction_json
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.history import FieldChange, Receipt, Reversal, Transaction
from commitrack.model.ids import commitment_id, parse_commitment_id
from commitrack.model.inert import Flow, json_pieces
from commitrack.reports.change_lines import change_lines, lines_of
from commitrack.store import Store

_CHANGES = 1_000
"""Changes that are told of a transaction unless more are asked for."""
_PAGE = 50
"""Transactions that are read at once."""
_SHOWN = 10
"""Lines of a preview, unless the whole of it is asked for."""


@click.command(cls=Command)
@click.argument("which", metavar="[ID]", required=False, shell_complete=complete_ids)
@click.option("--limit", type=COUNT, metavar="N", help="At most so many.")
@click.option("--by", "doer", metavar="NAME", help="What somebody did, and nobody else.")
@click.option(
    "--changes",
    "most",
    type=Whole(min=0),
    default=_CHANGES,
    show_default=True,
    metavar="N",
    help="Of each, at most so many changes; 0 for all.",
)
@click.option("--json", "as_data", is_flag=True, help="As JSON, with every value whole.")
@click.pass_obj
def history(
    session: Session,
    which: str | None,
    limit: int | None,
    doer: str | None,
    most: int,
    *,
    as_data: bool,
) -> None:
    """Who changed what, when and why: of one commitment, or of everything; newest first.

    A line begins with + for a new record, whose main fields it tells; --json has every field of
    every change.
    """
    number = None if which is None else parse_commitment_id(which)
    with session.store() as store:
        if number is not None:
            store.dossier(number)
        if as_data:
            _put_data(store, number, limit, doer)
            return
        transaction = None
        for transaction in _past(store, number, limit, most or None, doer):
            for line in _transaction(transaction, _changes(store, transaction, number)):
                put(line)
            if most and transaction.more:
                put(f"      … and {transaction.more:,} more changes (--changes 0 for all)")
        if transaction is None:
            by = "" if doer is None else f" by {clean_line(doer)}"
            say(f"no change{by} is on record")


def _past(
    store: Store, number: int | None, limit: int | None, most: int | None, actor: str | None
) -> Iterator[Transaction]:
    """The transactions, newest first, a few in memory at a time.

    Where all changes are asked for, those of the whole record come without any: see `_changes`.
    """
    before, left = None, limit
    if most is None and number is None:
        most = 0
    while found := store.history(
        number,
        limit=_PAGE if left is None else min(_PAGE, left),
        before=before,
        actor=actor,
        most=most,
    ):
        yield from found
        before = found[-1].number
        left = None if left is None else left - len(found)
        if left == 0:
            return


def _changes(store: Store, one: Transaction, number: int | None) -> Iterable[FieldChange]:
    """The changes of a transaction that came with it, or else all of them, read on demand."""
    return store.changes(one.number) if number is None and not one.changes else one.changes


def _put_data(store: Store, number: int | None, limit: int | None, actor: str | None) -> None:
    """Print the transactions as one JSON document, change by change: none is kept."""
    past = (
        transaction_json(one, _changes(store, one, number))
        for one in _past(store, number, limit, None, actor)
    )
    told = {
        "version": VERSION,
        "commitment": None if number is None else commitment_id(number),
        "transactions": Flow(past),
    }
    for piece in json_pieces(told):
        put_piece(piece)
    put("")


def _transaction(one: Transaction, changes: Iterable[FieldChange]) -> Iterator[str]:
    undone = f" [undone by {one.undone_by}]" if one.undone_by is not None else ""
    parts = f" [{len(one.parts) + 1} parts, to {one.parts[-1]}]" if one.parts else ""
    unfinished = " [not finished]" if one.unfinished else ""
    why = f": {clean_line(one.why)}" if one.why else ""
    at = one.at.isoformat(" ", "minutes")[:16]
    yield (
        f"{one.number}  {at} UTC  {clean_line(one.actor)} "
        f"({clean_line(one.client)})  "
        f"{clean_line(one.action)}{why}{parts}{unfinished}{undone}"
    )
    for line in lines_of(changes, limit=None):
        yield f"      {line}"


@click.command(cls=Command)
@click.argument("number", metavar="[TXN]", required=False, type=COUNT)
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--rest", is_flag=True, help="Leave the commitments that were changed since as they are."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_data", is_flag=True, help="What was changed, as JSON.")
@click.pass_obj
def undo(
    session: Session,
    number: int | None,
    why: str | None,
    *,
    dry_run: bool,
    rest: bool,
    yes: bool,
    as_data: bool,
) -> None:
    """Take back your last change, or the transaction with this number (commitrack history).

    What others have changed since is never overwritten: the undo is refused then, or with --rest
    takes back the rest.
    """
    by = session.signature(why)
    asks, named = not yes and not dry_run and may_ask(), number is not None
    with session.store() as store:
        if dry_run or asks or named:
            # Looking takes as long as doing: one's own last change, unasked, is just taken back.
            coming = store.preview_undo(by, number, rest=rest, most=None if dry_run else _CHANGES)
            number = coming.target.number
            asks = asks and _worth_asking(coming, session.actor)
            if dry_run or asks or named:
                _show(coming, whole=dry_run)
        if dry_run:
            if as_data:
                put_receipt(_planned(coming), dry_run=True)
            say("dry run: nothing changed")
            return
        if asks and not click.confirm("Take it back?", err=True):
            raise CommitrackError("stopped: nothing changed")
        receipt = store.undo(by, number, rest=rest)
    if as_data:
        put_receipt(receipt)
    say(f"done: {clean_line(receipt.action)} · bring back with: {typed('redo')}")
    for clash in receipt.left:
        say(f"  left as it is: {clean_line(str(clash))}")


def _planned(coming: Reversal) -> Receipt:
    """What an undo would be told as."""
    changed = len(coming.undo.changes)
    return Receipt(0, coming.undo.action, coming.commitments, changed=changed, left=coming.left)


def _worth_asking(coming: Reversal, actor: str) -> bool:
    """Many commitments, or what somebody else has done, are worth a second look."""
    return len(coming.commitments) > 1 or coming.target.actor != actor


def _show(coming: Reversal, *, whole: bool) -> None:
    target = coming.target
    at = target.at.isoformat(" ", "minutes")[:16]
    say(
        f"takes back {target.number}, {clean_line(target.action)}, by {clean_line(target.actor)} "
        f"at {at} UTC"
    )
    lines = change_lines(coming.undo)
    shown = lines if whole else lines[:_SHOWN]
    for line in shown:
        say(f"  {line}")
    if coming.undo.more:
        count = len(coming.undo.changes) + coming.undo.more
        say(f"  … of {count:,} changes (--dry-run shows all)")
    elif len(lines) > len(shown):
        say(f"  … and {len(lines) - len(shown)} more lines (--dry-run shows all)")
    for clash in coming.left:
        say(f"  left as it is: {clean_line(str(clash))}")


@click.command(cls=Command)
@click.option("--json", "as_data", is_flag=True, help="What was changed, as JSON.")
@click.pass_obj
def redo(session: Session, *, as_data: bool) -> None:
    """Bring back what your last undo took back."""
    with session.store() as store:
        receipt = store.redo(session.signature())
    if as_data:
        put_receipt(receipt)
    say(f"done: {clean_line(receipt.action)} · undo with: {typed('undo')}")
