"""``propose`` and ``statement read``: the sentences that the extractor left to a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_statement_ids
from commitrack.cli.naming import Whole
from commitrack.cli.receipts import put_receipt
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.typed import typed
from commitrack.cli.versions import likes
from commitrack.model.actions import Accept, Action, FieldValue, SetFields
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.fields import parse_field
from commitrack.model.ids import parse_statement_id
from commitrack.model.kinds import Kind, OwnerBasis
from commitrack.model.records import Commitment
from commitrack.model.statements import Statement

if TYPE_CHECKING:
    from commitrack.extract import Sentence

_NUMBERS = re.compile(r"\s*(\d{1,9})\s*(?:[-–]\s*(\d{1,9})\s*)?", re.ASCII)
_SPAN = re.compile(r"\s*(\d{1,18})\s*[-–]\s*(\d{1,18})\s*", re.ASCII)


@click.command("read", cls=Command)
@click.argument("identifier", metavar="ID", shell_complete=complete_statement_ids)
@click.option(
    "--sentence",
    "sentences",
    multiple=True,
    required=True,
    metavar="N,N-N",
    help="Which sentences, by their numbers in the coverage report.",
)
@click.option("--note", metavar="TEXT", help="What is worth knowing about them.")
@click.option("--take-back", is_flag=True, help="Say that they have yet to be read.")
@click.option("--json", "as_data", is_flag=True, help="What was changed, as JSON.")
@click.pass_obj
def mark_read(
    session: Session,
    identifier: str,
    sentences: tuple[str, ...],
    note: str | None,
    *,
    take_back: bool,
    as_data: bool,
) -> None:
    """Put on record that you have read sentences and that they promise nothing.

    A sentence in which something is proposed is decided by accepting or rejecting that.
    """
    if take_back and note is not None:
        raise BadInput("--note goes with reading, not with --take-back")
    words = parse_field("note", note or "", session.today)
    with session.store() as store:
        found = store.statement(parse_statement_id(identifier))
        spans = [(one.start, one.end) for one in _chosen(found, sentences)]
        by = session.signature()
        if take_back:
            receipt = store.mark_unread(found.number, spans, by)
        else:
            kept = words if isinstance(words, str) else None
            receipt = store.mark_read(found.number, spans, by, note=kept)
    if as_data:
        put_receipt(receipt)
    if not receipt.changed:
        say("nothing changed: the record says so already")
        return
    say(f"done: {receipt.action} · undo with: {typed('undo')}")


@click.command(cls=Command)
@click.argument("identifier", metavar="ID", shell_complete=complete_statement_ids)
@click.option("--sentence", type=Whole(min=1), metavar="N", help="A sentence's own words.")
@click.option("--span", metavar="N-N", help="From which character to which, as coverage counts.")
@click.option("--words", metavar="TEXT", help="The very words, if they stand there once.")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in Kind]), help="What it is; read if left out."
)
@click.option(
    "--owner", "owners", multiple=True, metavar="NAME", help="Who must deliver; repeatable."
)
@click.option("--due", metavar="DATE", help="The owner's date, in figures or words.")
@click.option("--accept", is_flag=True, help="Take it on at once.")
@click.option("--overlapping", is_flag=True, help="Even where another item stands in the words.")
@click.option("--dry-run", is_flag=True, help="Show what it would be, and store nothing.")
@click.option("--json", "as_data", is_flag=True, help="What was changed, as JSON.")
@click.pass_obj
def propose(
    session: Session,
    identifier: str,
    sentence: int | None,
    span: str | None,
    words: str | None,
    kind: str | None,
    owners: tuple[str, ...],
    due: str | None,
    *,
    accept: bool,
    overlapping: bool,
    dry_run: bool,
    as_data: bool,
) -> None:
    """Make a candidate of words in a stored statement, which the extractor did not propose.

    Say which words with one of --sentence, --span and --words. Kind, owner, date and strength are
    read from them as the extractor reads them, unless you say otherwise.
    """
    from commitrack.intake import by_hand

    if sum(one is not None for one in (sentence, span, words)) != 1:
        raise BadInput("say which words with one of --sentence, --span and --words")
    values = _values(session, kind, owners, due)
    with session.store() as store:
        found = store.statement(parse_statement_id(identifier))
        made = by_hand(found, *_stretch(found, sentence, span, words))
        then: list[Action] = [SetFields(values)] if values else []
        if accept:
            then.append(Accept())
        try:
            receipt = store.propose(
                found.number,
                made,
                session.signature(),
                then=then,
                overlapping=overlapping,
                keep=not dry_run,
            )
        except Refused as refusal:
            if "owner" in refusal.needs:
                raise Refused(
                    "the words name nobody: who must deliver? (--owner NAME)", refusal.needs
                ) from None
            raise
        if dry_run:
            if as_data:
                put_receipt(None, dry_run=True)
            _tell(made.commitment, values)
            say("dry run: nothing was stored")
            return
        if receipt.proposed is None:
            raise RuntimeError("what was proposed has a number")
        record = store.dossier(receipt.proposed).commitment
        said_before = list(likes(store, (record.number,)))
    if as_data:
        put_receipt(receipt)
    else:
        put(f"{record.id}  {clean_line(record.title)}")
    _tell(record, {})
    for name, words in said_before:
        say(f"  {name}: {words}")
    say(f"done: {receipt.action} · undo with: {typed('undo')}")


def _values(
    session: Session, kind: str | None, owners: Sequence[str], due: str | None
) -> dict[str, FieldValue]:
    """What the options say of the item, in place of what is read."""
    values: dict[str, FieldValue] = {}
    if kind is not None:
        values["kind"] = kind
    if owners:
        values["owner"] = parse_field("owner", ";".join(owners), session.today)
    if due is not None:
        values["due"] = session.day("--due", due)
    return values


def _stretch(
    found: Statement, sentence: int | None, span: str | None, words: str | None
) -> tuple[int, int]:
    from commitrack.intake import find_words

    if sentence is not None:
        return _clause(found, sentence)
    if span is not None:
        ends = _SPAN.fullmatch(span)
        if ends is None:
            raise BadInput(f"--span {span!r} is not N-N, such as 669-878")
        return int(ends[1]), int(ends[2])
    return find_words(found, words or "")


def _clause(found: Statement, number: int) -> tuple[int, int]:
    """The words by which a sentence would be quoted."""
    from commitrack.extract import own_clause
    from commitrack.reports.accounting import known_of

    (one,) = _chosen(found, (str(number),))
    return own_clause(found.text, one.start, one.end, known_of(found))


def _chosen(found: Statement, words: Sequence[str]) -> list[Sentence]:
    """The sentences that ``4,7-9`` names, each once; `BadInput` for one that is not there."""
    from commitrack.reports.accounting import sentences_of

    numbered = {one.number: one for one in sentences_of(found) if one.number is not None}
    chosen: dict[int, Sentence] = {}
    for word in ",".join(words).split(","):
        ends = _NUMBERS.fullmatch(word)
        if ends is None:
            raise BadInput(f"--sentence {word.strip()!r} is not N or N-N, such as 4,7-9")
        first, last = int(ends[1]), int(ends[2] or ends[1])
        for number in (first, last):
            if number not in numbered:
                raise NotFound(f"{found.id} has no sentence {number}: {_how_many(len(numbered))}")
        if last < first:
            raise BadInput(f"--sentence {word.strip()!r} runs backwards")
        chosen.update({number: numbered[number] for number in range(first, last + 1)})
    return list(chosen.values())


def _how_many(count: int) -> str:
    if not count:
        return "it has none, only headings and lines apart"
    return "it has one" if count == 1 else f"they go from 1 to {count}"


def _tell(record: Commitment, values: dict[str, FieldValue]) -> None:
    """What was read of the words, or is said of them, in a few lines."""
    kind = values.get("kind", record.kind.value)
    owners = values.get("owner", record.owners)
    names = " and ".join(owners) if isinstance(owners, tuple) else ""
    plain = record.owner_basis in (OwnerBasis.STATED, OwnerBasis.UNSTATED)
    stated = plain or "owner" in values
    basis = "" if stated or not names else f" (by {record.owner_basis.value})"
    due = values.get("due", record.due)
    said = f" (“{record.due_text}”)" if record.due_text and "due" not in values else ""
    say(f"  “{record.quote}”")
    strength = "" if record.strength is None else f", {record.strength.name.lower()}"
    say(f"  {kind}{strength}; owner {names or 'unstated'}{basis}; due {due or 'unstated'}{said}")
