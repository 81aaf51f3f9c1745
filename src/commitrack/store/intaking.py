"""Putting a statement on record with what it seems to promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commitrack.model.actions import Accept, Action, Edit, SetFields
from commitrack.model.errors import Conflict, Refused
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.kinds import Kind
from commitrack.model.statements import Mention, StatementDraft
from commitrack.store import (
    editing,
    erasing,
    parties,
    readings,
    rows,
    sections,
    sketches,
    tombstones,
)
from commitrack.store.columns import Column, to_column
from commitrack.store.engine import Connection
from commitrack.store.filing import Proposal, Revision
from commitrack.store.transacting import Writer

if TYPE_CHECKING:  # brings in much that who only reads has no use for
    from commitrack.store.recalling import Recall


def require_new(
    connection: Connection, draft: StatementDraft, readmits: Signature | None = None
) -> bool:
    """Refuse a text that is stored already, or was erased; whether somebody `readmits` the latter.

    Whoever does says why.
    """
    stored = connection.execute(
        "SELECT id FROM statements WHERE sha256 = ? AND present = 1", (draft.sha256,)
    ).fetchone()
    if stored is not None:
        raise Conflict(f"this text is already stored as {statement_id(stored[0])}")
    erased = tombstones.of_text(connection, draft.sha256)
    if erased is not None and readmits is None:
        raise Refused(
            f"this very text does not come back: {erased} (remove it where it lies; --even-erased "
            "with a reason takes it in all the same)",
            ("erased",),
        )
    if erased is not None and readmits is not None:
        erasing.require_reason(readmits, "taking in what had been erased")
    return erased is not None


def add(
    writer: Writer,
    draft: StatementDraft,
    revision: Revision,
    affiliations: Mapping[str, str],
    by: Signature,
    recall: Recall,
) -> int:
    """Store the statement, its candidates, and what of the version before stands in it again.

    Every quote is held against the text before anything is written: a mention that does not
    say what the text says is a bug, and is never stored. The promises on record that its own ones
    resemble are told by `recall`. The statement's number.
    """
    mentions = [one.mention for one in revision.proposals]
    require_quotes(draft, (*mentions, *(found for _, found in revision.mentions)))
    number = writer.insert(
        "statements", {**statement_columns(draft, by), "previous": to_column(revision.previous)}
    )
    sketches.keep(writer.connection, number, draft.text)
    for commitment, mention in revision.mentions:
        _mention(writer, number, commitment, mention)
    readings.carry(writer, number, revision.readings)
    proposed = {_put(writer, number, one): one.rewords for one in revision.proposals}
    for child, parent in affiliations.items():
        parties.affiliate(writer, child, parent)
    if draft.publisher:
        parties.ensure(writer, draft.publisher)
    link(writer, proposed, {new: old for new, old in proposed.items() if old is not None}, recall)
    writer.action = f"add {statement_id(number)}"
    if revision.previous is not None:
        writer.action += f", a new version of {statement_id(revision.previous)}"
    return number


def promises(
    proposals: Iterable[Proposal], then: Iterable[Action] = ()
) -> Iterator[tuple[str, Sequence[str]]]:
    """The quotes of those proposals that promise something, with the names of their owners; as they
    will be when the actions are done to them at once.
    """
    values = {
        name: value
        for action in then
        if isinstance(action, SetFields)
        for name, value in action.values.items()
    }
    for record in (one.commitment for one in proposals):
        owners = values.get("owner", record.owners)
        if values.get("kind", record.kind) != Kind.RECOMMENDATION and isinstance(owners, tuple):
            yield record.quote, owners


def link(writer: Writer, new: Iterable[int], reworded: Mapping[int, int], recall: Recall) -> None:
    """Propose links from new commitments to those that they seem to say again."""
    from commitrack.store import suggesting

    suggesting.suggest(writer, new, reworded, recall)


def require_quotes(draft: StatementDraft, mentions: Iterable[Mention]) -> None:
    """Refuse a mention that does not say what the text says there; it is a bug."""
    for mention in mentions:
        if draft.text[mention.start : mention.end] != mention.quote:
            raise ValueError(f"the quote at {mention.start}–{mention.end} is not in the text")


def statement_columns(draft: StatementDraft, by: Signature) -> dict[str, Column]:
    """The columns of a new statement, but for the one before it and its transaction."""
    names = (
        *("text", "sha256", "title", "publisher", "speaker", "role", "occasion", "said_on"),
        *("precision", "source", "media_type", "encoding"),
    )
    return {
        **{name: to_column(getattr(draft, name)) for name in names},
        "pages": to_column(draft.pages) if draft.pages else None,
        "fetched_at": to_column(by.at),
        "fetched_by": by.actor,
    }


def propose(
    writer: Writer,
    statement: int,
    proposal: Proposal,
    then: Sequence[Action],
    by: Signature,
    *,
    overlapping: bool,
) -> int:
    """Put one candidate on record in a stored statement; its number.

    What is done to it at once (`then`: fields set, accepted) belongs to the same transaction. Words
    in which another item stands are refused unless `overlapping` says that this is meant. Where
    somebody had read that nothing is promised, that reading is taken back.
    """
    text = sections.require_statement(writer.connection, statement)
    mention = proposal.mention
    start, end = mention.start, mention.end
    sections.require_within(statement, text, start, end)
    if text[start:end] != mention.quote:
        raise ValueError(f"the quote at {start}–{end} is not in the text")
    if not overlapping:
        for other, commitment in sections.overlapping(writer.connection, statement, start, end):
            raise Refused(
                f"characters {start}–{end} overlap {commitment_id(commitment)} at "
                f"{other.start}–{other.end} (--overlapping makes a second item of them)",
                ("overlapping",),
            )
    readings.withdraw(writer, statement, start, end)
    number = _put(writer, statement, proposal)
    editing.make(writer, [Edit(number, action) for action in then], by)
    accepted = any(isinstance(action, Accept) for action in then)
    verb = "propose and accept" if accepted else "propose"
    writer.action = f"{verb} {commitment_id(number)} in {statement_id(statement)}"
    return number


def _put(writer: Writer, statement: int, proposal: Proposal) -> int:
    record = proposal.commitment
    number = writer.insert(
        "commitments", {"statement": statement, **rows.commitment_columns(record)}
    )
    _mention(writer, statement, number, proposal.mention)
    editing.assign_parties(writer, number, "owner", record.owners)
    editing.assign_parties(writer, number, "partner", record.partners)
    return number


def _mention(writer: Writer, statement: int, commitment: int, mention: Mention) -> None:
    writer.touched.add(commitment)
    writer.insert(
        "mentions",
        {
            "commitment": commitment,
            "statement": statement,
            "start": mention.start,
            "end": mention.end,
            "quote": mention.quote,
            "before": mention.before,
            "after": mention.after,
            "role": mention.role.value,
        },
    )
