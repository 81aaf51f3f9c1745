"""Putting a statement on record with what it seems to promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commitrack.model.errors import Conflict
from commitrack.model.history import Signature
from commitrack.model.ids import statement_id
from commitrack.model.records import StatementDraft
from commitrack.store import editing, parties, rows
from commitrack.store.protocol import Proposal
from commitrack.store.rows import to_column
from commitrack.store.transacting import Writer


def add(
    writer: Writer,
    draft: StatementDraft,
    proposals: Sequence[Proposal],
    affiliations: Mapping[str, str],
    by: Signature,
) -> int:
    """Store the statement and its candidates; the statement's number.

    Every quote is held against the text before anything is written: a mention that does not
    say what the text says is a bug, and is never stored.
    """
    stored = writer.connection.execute(
        "SELECT id FROM statements WHERE sha256 = ? AND present = 1", (draft.sha256,)
    ).fetchone()
    if stored is not None:
        raise Conflict(f"this text is already stored as {statement_id(stored[0])}")
    for proposal in proposals:
        mention = proposal.mention
        if draft.text[mention.start : mention.end] != mention.quote:
            raise ValueError(f"the quote at {mention.start}–{mention.end} is not in the text")
    number = writer.insert("statements", _columns(draft, by))
    for proposal in proposals:
        _propose(writer, number, proposal)
    for child, parent in affiliations.items():
        parties.affiliate(writer, child, parent)
    if draft.publisher:
        parties.ensure(writer, draft.publisher)
    writer.action = f"add {statement_id(number)}"
    return number


def _columns(draft: StatementDraft, by: Signature) -> dict[str, rows.Column]:
    names = (
        *("text", "sha256", "title", "publisher", "speaker", "role", "occasion", "said_on"),
        *("precision", "source", "media_type", "encoding", "previous"),
    )
    return {
        **{name: to_column(getattr(draft, name)) for name in names},
        "pages": to_column(draft.pages) if draft.pages else None,
        "fetched_at": to_column(by.at),
        "fetched_by": by.actor,
    }


def _propose(writer: Writer, statement: int, proposal: Proposal) -> None:
    record, mention = proposal.commitment, proposal.mention
    number = writer.insert(
        "commitments", {"statement": statement, **rows.commitment_columns(record)}
    )
    writer.touched.add(number)
    writer.insert(
        "mentions",
        {
            "commitment": number,
            "statement": statement,
            "start": mention.start,
            "end": mention.end,
            "quote": mention.quote,
            "before": mention.before,
            "after": mention.after,
            "role": mention.role.value,
        },
    )
    editing.assign_parties(writer, number, "owner", record.owners)
    editing.assign_parties(writer, number, "partner", record.partners)
