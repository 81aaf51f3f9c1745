"""What a write did, as JSON: one shape for every command that changes the record."""

from __future__ import annotations

from collections.abc import Sequence

from commitrack.cli.streams import put
from commitrack.cli.wire import VERSION, Json
from commitrack.model.actions import Preview
from commitrack.model.history import Receipt
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.inert import json_text


def put_receipt(
    receipt: Receipt | None, previews: Sequence[Preview] = (), *, dry_run: bool = False
) -> None:
    """Print the receipt of a write, or what one would do; None: there was nothing to write."""
    if receipt is None:
        numbers: Sequence[int] = [one.commitment for one in previews]
    else:
        numbers = receipt.commitments
    put(
        json_text(
            {
                "version": VERSION,
                "dry_run": dry_run,
                "transaction": receipt.transaction
                if receipt and receipt.changed and not dry_run
                else None,
                "action": None if receipt is None else receipt.action,
                "changed": 0 if receipt is None else receipt.changed,
                "commitments": [commitment_id(number) for number in numbers],
                "statement": None
                if receipt is None or receipt.statement is None
                else statement_id(receipt.statement),
                "proposed": None
                if receipt is None or receipt.proposed is None
                else commitment_id(receipt.proposed),
                "changes": [change for one in previews for change in _changes(one)],
                "refused": [
                    {"commitment": commitment_id(one.commitment), "why": one.refusal}
                    for one in previews
                    if one.refusal is not None
                ],
                "left": [str(clash) for clash in (receipt.left if receipt else ())],
            }
        )
    )


def _changes(preview: Preview) -> list[Json]:
    identifier = commitment_id(preview.commitment)
    return [
        {"commitment": identifier, "field": name, "old": old, "new": new}
        for name, old, new in preview.changes
    ]
