"""Making edits from the command line: looked at first when there are many, told afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar, cast

import click

from commitrack.cli.receipts import put_receipt
from commitrack.cli.session import Session
from commitrack.cli.streams import may_ask, say
from commitrack.cli.typed import typed
from commitrack.model.actions import Action, Edit, Preview
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, CommitrackError, NotFound, Refused
from commitrack.model.history import Receipt, Signature
from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier
from commitrack.model.workflow import plan
from commitrack.store import Store

_PREVIEWED = 10
"""Commitments a preview spells out; the rest is counted."""
_CHUNK = 500
"""Dossiers read at once."""
_TOLD = 3
"""Commitments whose new state is told after an edit."""

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Manner:
    """How an edit of several commitments is made."""

    dry_run: bool = False
    """Show what would change, and change nothing."""
    yes: bool = False
    """Do not ask."""
    as_data: bool = False
    """Print the receipt as JSON."""

    @property
    def said(self) -> bool:
        """Whether any of it was said on the command line."""
        return self.dry_run or self.yes or self.as_data


def bulk_options(command: F) -> F:
    """The options of commands that edit commitments; the command takes them as its `manner`."""

    @wraps(command)
    def in_manner(
        *arguments: object, dry_run: bool, yes: bool, as_data: bool, **options: object
    ) -> object:
        return command(*arguments, manner=Manner(dry_run, yes, as_data), **options)

    for option in (
        click.option("--json", "as_data", is_flag=True, help="What was changed, as JSON."),
        click.option("--yes", is_flag=True, help="Do not ask before a bulk edit."),
        click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing."),
    ):
        in_manner = option(in_manner)
    return cast(F, in_manner)


def perform(
    session: Session,
    numbers: Sequence[int],
    actions: Sequence[Action],
    *,
    why: str | None = None,
    manner: Manner = Manner(),
) -> None:
    """Do the same to every commitment, as one transaction, and say what was done.

    An unknown ID or a refusal changes nothing at all, and every one of them is told. Several
    commitments are previewed first, and on a terminal somebody is asked.
    """
    if not numbers:
        if manner.as_data:
            put_receipt(None, dry_run=manner.dry_run)
        say("no IDs to work on: nothing changed")
        return
    with session.store() as store:
        seen = _require_all(store, numbers)
        asks = len(numbers) > 1 and not manner.yes and not manner.dry_run and may_ask()
        edits = [
            # A version was seen only by somebody who was shown it and asked; without that the
            # command line says what shall be, and two of them must not refuse one another.
            Edit(number, action, seen[number] if asks else None)
            for number in numbers
            for action in actions
        ]
        previews: list[Preview] = []
        if manner.dry_run or manner.as_data or len(numbers) > 1:
            previews = _merged(store.preview(edits, session.signature(why)))
            if manner.dry_run and manner.as_data:
                put_receipt(None, previews, dry_run=True)
            elif manner.dry_run or len(numbers) > 1:
                _show(previews, whole=manner.dry_run)
            _require_allowed(store, actions, previews, session.signature(why))
            if manner.dry_run:
                say("dry run: nothing changed")
                return
            if asks:
                _ask(len(numbers))
        receipt = store.apply(edits, session.signature(why))
        if manner.as_data:
            put_receipt(receipt, previews)
        _tell(store, receipt, numbers)


def _ask(count: int) -> None:
    """Let somebody stop before many commitments are changed."""
    if not click.confirm(f"Change {count} commitments?", err=True):
        raise CommitrackError("stopped: nothing changed")


def _require_all(store: Store, numbers: Sequence[int]) -> dict[int, int]:
    """The versions of the commitments; `NotFound` names every one that does not exist."""
    found = {
        dossier.commitment.number: dossier.commitment.version
        for first in range(0, len(numbers), _CHUNK)
        for dossier in store.dossiers(numbers[first : first + _CHUNK])
    }
    missing = [number for number in numbers if number not in found]
    if len(missing) == 1:
        store.dossier(missing[0])  # says what became of it
    if missing:
        raise NotFound(
            f"{', '.join(map(commitment_id, missing))} are not on record: nothing changed"
        )
    return found


def _merged(previews: Sequence[Preview]) -> list[Preview]:
    """One preview for each commitment, whatever number of actions it takes."""
    merged: dict[int, Preview] = {}
    for one in previews:
        before = merged.get(one.commitment)
        merged[one.commitment] = (
            one
            if before is None
            else Preview(
                one.commitment,
                before.title,
                before.changes + one.changes,
                before.refusal or one.refusal,
            )
        )
    return list(merged.values())


def _require_allowed(
    store: Store, actions: Sequence[Action], previews: Sequence[Preview], by: Signature
) -> None:
    """Stop at a refusal before anybody is asked, with the very error that the rules raise; of
    several, all are told.

    The rules are asked again, since a preview keeps the words alone; nothing is written for it.
    """
    refused = [one for one in previews if one.refusal is not None]
    if not refused:
        return
    error = _refusal(store.dossier(refused[0].commitment), actions, by)
    if len(refused) == 1:
        raise error or Refused(refused[0].refusal or "")
    words = "; ".join(one.refusal or "" for one in refused)
    kind = BadInput if isinstance(error, BadInput) else Refused
    raise kind(f"{len(refused)} of {len(previews)} refused, nothing changed: {words}")


def _refusal(dossier: Dossier, actions: Sequence[Action], by: Signature) -> CommitrackError | None:
    try:
        for action in actions:
            plan(dossier, action, by)
    except CommitrackError as error:
        return error
    return None


def _show(previews: Sequence[Preview], *, whole: bool) -> None:
    shown = previews if whole else previews[:_PREVIEWED]
    for one in shown:
        say(f"{commitment_id(one.commitment)}  {clean_line(one.title)}")
        if one.refusal is not None:
            say(f"  refused: {clean_line(one.refusal)}")
        elif not one.changes:
            say("  no change")
        for name, old, new in one.changes:
            say(f"  {name}: {old} → {new}")
    if len(previews) > len(shown):
        say(f"… and {len(previews) - len(shown)} more (--dry-run shows all)")


def _tell(store: Store, receipt: Receipt, numbers: Sequence[int]) -> None:
    if not receipt.changed:
        say("nothing changed: the record says so already")
        return
    say(f"done: {clean_line(receipt.action)} · undo with: {typed('undo')}")
    if len(numbers) <= _TOLD:
        for dossier in store.dossiers(numbers):
            say(f"  {_state(dossier)}")


def _state(dossier: Dossier) -> str:
    """Where a commitment stands now, in one line."""
    record = dossier.commitment
    parts = [f"{record.id} is {record.status.words}"]
    if record.due is not None:
        parts.append(f"due {record.due}")
    if record.follow_up is not None and record.closed_on is None:
        parts.append(f"follow-up {record.follow_up}")
    pending = dossier.pending_review
    if pending is not None:
        parts.append(
            f"{pending.proposed.words}? waits for a second person ({typed(f'review {record.id}')})"
        )
    return ", ".join(parts)
