"""``coverage``: every sentence of a statement, and what became of it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from commitrack.model.errors import BadInput
from commitrack.model.ids import parse_statement_id, statement_id
from commitrack.model.kinds import Kind
from commitrack.model.records import Commitment, Mention, Statement
from commitrack.model.status import Stage, Status
from commitrack.reports.frame import Column, Counts, Fact, Facts, Report, Row, Sort, Table
from commitrack.reports.wording import said_on
from commitrack.store import Lens, Store

if TYPE_CHECKING:
    from commitrack.extract import Sentence

_Placed: TypeAlias = tuple[Mention, Commitment]
"""What stands in a statement, and where."""


class Decision(StrEnum):
    """What became of a sentence; where several items stand in one, the least settled counts."""

    CANDIDATE = "candidate"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NO_CUE = "no cue"


_COLUMNS = (
    Column("sentence", "#", Sort.NUMBER),
    Column("line", "line", Sort.NUMBER),
    Column("decision", "decision"),
    Column("text", "words"),
)
_LEGEND = (
    "Accepted: taken on as a commitment to follow. Candidate: proposed, nobody has decided. "
    "Rejected: read and judged not to be one, with the reason and by whom.",
    "No cue: the extractor found no words that undertake anything, or passed over those it found "
    "for the reason given.",
    "Headings and footers stand without a number and are not counted.",
    "% decided: of the sentences in which something was proposed, those where all of it is "
    "accepted or rejected.",
)


def coverage(store: Store, lens: Lens, argument: str | None = None) -> Report:
    """What became of every sentence of the statement whose ID is the `argument`."""
    if argument is None:
        raise BadInput("coverage of which statement? name one, such as S-0001")
    statement = store.statement(parse_statement_id(argument))
    found = _sentences(store, statement)
    numbered = [one for one in found if one.number is not None]
    items = {one.number: one for sentence in found for one in sentence.items}
    return Report(
        name="coverage",
        title=f"Coverage of {statement.id}",
        as_of=lens.today,
        store=store.place,
        filter=f"statement:{statement.id}",
        legend=_LEGEND,
        sections=(
            Facts("statement", "Statement", _facts(statement)),
            Table("sentences", "Sentences and other lines", _COLUMNS, tuple(map(_row, found))),
            Counts(
                "sentences_by_decision", "Sentences", _counted(numbered), len(numbered), "sentences"
            ),
            Counts(
                "items", "Items proposed", _by_status(list(items.values())), len(items), "items"
            ),
            Facts("decided", "Decided", _decided(numbered)),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, or a line without a number, and the items that stand in it."""

    number: int | None
    line: int
    text: str
    decision: Decision
    words: str
    items: tuple[Commitment, ...]


def _sentences(store: Store, statement: Statement) -> list[_Sentence]:
    """Every sentence with what stands in it; what stands in none comes last."""
    from commitrack.extract import Known, extract  # its tables cost time; only this report needs it

    text = statement.text
    known = Known(statement.said_on, statement.publisher, statement.speaker)
    read = extract(text, known).sentences
    mentions = store.mentions(statement.number)
    placed: set[int] = set()
    found: list[_Sentence] = []
    for one, here in zip(read, _placed(read, mentions), strict=True):
        placed.update(mention.number for mention, _ in here)
        verdict = None if here else _passed_over(one.verdict)
        found.append(
            _sentence(store, one.number, one.line, text[one.start : one.end], here, verdict)
        )
    for mention, record in mentions:
        if mention.number not in placed:
            line = text.count("\n", 0, mention.start) + 1
            found.append(_sentence(store, None, line, mention.quote, [(mention, record)], None))
    return found


def _placed(sentences: Sequence[Sentence], mentions: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """For each sentence the mentions that stand in it, or in part of it: one sweep over both."""
    coming = deque(mentions)
    open_: list[_Placed] = []
    for one in sentences:
        while coming and coming[0][0].start < one.end:
            open_.append(coming.popleft())
        open_ = [pair for pair in open_ if pair[0].end > one.start]
        yield list(open_)


def _passed_over(verdict: str) -> str:
    """Why nothing is proposed: the extractor's verdict, unless it only says "no cue" again."""
    if verdict in ("", Decision.NO_CUE):
        return Decision.NO_CUE.value
    if verdict.startswith("proposed"):
        return f"{Decision.NO_CUE} when it was added; today's extractor would propose it"
    return f"{Decision.NO_CUE} ({verdict})"


def _sentence(
    store: Store,
    number: int | None,
    line: int,
    text: str,
    here: Sequence[_Placed],
    verdict: str | None,
) -> _Sentence:
    items = tuple({record.number: record for _, record in here}.values())
    decisions = {_decision(record) for record in items}
    decision = next((one for one in Decision if one in decisions), Decision.NO_CUE)
    words = verdict or "; ".join(_item_words(store, record) for record in items)
    if number is None and not items:
        words = "heading or footer"
    return _Sentence(number, line, text, decision, words, items)


def _decision(record: Commitment) -> Decision:
    if record.status is Status.CANDIDATE:
        return Decision.CANDIDATE
    return Decision.REJECTED if record.status is Status.REJECTED else Decision.ACCEPTED


def _item_words(store: Store, record: Commitment) -> str:
    """``accepted C-0001``; a kind that is no commitment is labelled as what it is."""
    words = f"{_decision(record)} {record.id}"
    if record.kind is not Kind.COMMITMENT:
        words += f" {record.kind}"
    if record.status is Status.REJECTED:
        return (
            f"{words} ({record.reason or 'no reason recorded'}, by {_rejected_by(store, record)})"
        )
    if record.status.stage is not Stage.TRIAGE and record.status is not Status.OPEN:
        words += f" ({record.status.words})"
    return words


def _rejected_by(store: Store, record: Commitment) -> str:
    """Whoever last set the status; the history knows, the record does not."""
    for transaction in store.history(record.number):
        for change in transaction.changes:
            if (change.table, change.field) == ("commitments", "status"):
                return transaction.actor
    return "an unknown person"


def _row(one: _Sentence) -> Row:
    return one.number, one.line, one.words, one.text


def _facts(statement: Statement) -> tuple[Fact, ...]:
    previous = statement.previous
    return (
        Fact("id", "ID", statement.id),
        Fact("title", "title", statement.title),
        Fact("publisher", "publisher", statement.publisher or "publisher unknown"),
        Fact("speaker", "speaker", statement.speaker or "speaker unknown"),
        Fact("role", "role", statement.role or "role unknown"),
        Fact("occasion", "occasion", statement.occasion),
        Fact("date", "date", said_on(statement.said_on, statement.precision)),
        Fact("sha256", "sha256", statement.sha256),
        Fact("characters", "characters", len(statement.text)),
        Fact("source", "source", statement.source),
        Fact("fetched_by", "added by", statement.fetched_by),
        Fact("previous", "previous version", None if previous is None else statement_id(previous)),
    )


def _counted(sentences: list[_Sentence]) -> tuple[tuple[str, int], ...]:
    found = Counter(one.decision for one in sentences)
    order = (Decision.ACCEPTED, Decision.REJECTED, Decision.CANDIDATE, Decision.NO_CUE)
    return tuple((one.value, found[one]) for one in order)


def _by_status(items: list[Commitment]) -> tuple[tuple[str, int], ...]:
    found = Counter(map(_decision, items))
    order = (Decision.ACCEPTED, Decision.REJECTED, Decision.CANDIDATE)
    return tuple((one.value, found[one]) for one in order)


def _decided(sentences: list[_Sentence]) -> tuple[Fact, ...]:
    proposed = [one for one in sentences if one.items]
    waiting = sum(one.decision is Decision.CANDIDATE for one in proposed)
    decided = len(proposed) - waiting
    share = f"{100 * decided // len(proposed)}%" if proposed else "nothing was proposed"
    return (
        Fact("share", "% decided", share),
        Fact("decided", "sentences decided", decided),
        Fact("proposed", "sentences in which something was proposed", len(proposed)),
    )
