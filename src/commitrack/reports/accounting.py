"""Every sentence of a statement accounted for: one decision each, and what it rests on.

The decision is the most pressing thing to be said of a sentence. What a person has said of it comes
before what the extractor made of it: an item that waits, one that was accepted or rejected, a
reading that found nothing; else the cue that was passed over, or that there was none.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, Reading, Statement
from commitrack.model.status import Status
from commitrack.reports.cells import bar

if TYPE_CHECKING:
    from commitrack.extract import Known, Sentence, Step
    from commitrack.store import ReadableStore

T = TypeVar("T")

Placed: TypeAlias = tuple[Mention, Commitment]
"""What stands in a statement, and where."""


class Decision(StrEnum):
    """What became of a sentence, the most pressing first: where several lie together, it shows."""

    CANDIDATE = "candidate"
    PASSED_OVER = "passed over"
    NO_CUE = "no cue"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    READ = "read"

    @property
    def by_person(self) -> bool:
        """Whether a person has decided; what only the extractor has said is undecided."""
        return self in (Decision.ACCEPTED, Decision.REJECTED, Decision.READ)


PROPOSED = "proposed"
"""How the verdict on a sentence begins in which the extractor finds an item today."""

GLYPHS: Mapping[Decision, str] = {
    Decision.CANDIDATE: "?",
    Decision.PASSED_OVER: "~",
    Decision.NO_CUE: "·",
    Decision.ACCEPTED: "●",
    Decision.REJECTED: "×",
    Decision.READ: "–",
}
"""One shape a decision, one cell wide."""


@dataclass(frozen=True, slots=True)
class Accounted:
    """A sentence, or a line apart (`number` None), and what became of it."""

    number: int | None
    start: int
    end: int
    line: int
    decision: Decision
    items: tuple[Placed, ...] = ()
    reading: Reading | None = None
    """Who has read it and found nothing, where that decided."""
    steps: tuple[Step, ...] = ()
    """The cues in it, each with the guards it met."""
    cues: tuple[str, ...] = ()
    verdict: str = ""
    """What the extractor makes of it today, in its own words."""

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The items that stand in it, each once."""
        return tuple({record.number: record for _, record in self.items}.values())

    @property
    def apart(self) -> bool:
        """Whether it is a heading or a footer in which nothing stands, and is not counted."""
        return self.number is None and not self.items

    @property
    def undecided(self) -> bool:
        """Whether it is a sentence that waits for a person."""
        return self.number is not None and not self.decision.by_person


@dataclass(frozen=True)
class Account:
    """A statement, sentence by sentence. Items outside every sentence come last."""

    statement: Statement
    sentences: tuple[Accounted, ...]

    @cached_property
    def numbered(self) -> tuple[Accounted, ...]:
        """The sentences that are counted."""
        return tuple(one for one in self.sentences if one.number is not None)

    @cached_property
    def counts(self) -> Mapping[Decision, int]:
        """How many sentences have each decision; they add up to all of them."""
        found = Counter(one.decision for one in self.numbered)
        return {decision: found[decision] for decision in Decision}

    @property
    def decided(self) -> int:
        """How many sentences a person has decided."""
        return sum(count for one, count in self.counts.items() if one.by_person)

    @property
    def share(self) -> int:
        """The part of the sentences that a person has decided, in whole percent, never rounded up.

        A statement without sentences is decided.
        """
        return 100 * self.decided // len(self.numbered) if self.numbered else 100

    @cached_property
    def items(self) -> tuple[Commitment, ...]:
        """Everything that was proposed, each item once, in the order of the text."""
        found = {one.number: one for each in self.sentences for one in each.commitments}
        return tuple(found.values())

    def undecided_from(self, place: int, step: int) -> int | None:
        """The index of the next undecided sentence (1), or the one before (-1), round at the ends;
        None when a person has decided every one.
        """
        found = [n for n, one in enumerate(self.sentences) if one.undecided]
        if not found:
            return None
        if step > 0:
            return next((n for n in found if n > place), found[0])
        return next((n for n in reversed(found) if n < place), found[-1])

    def at(self, offset: int) -> int:
        """The index of the sentence that holds a character, or of the last one before it."""
        found = 0
        for index, one in enumerate(self.sentences):
            if one.start <= offset:
                found = index
            if one.start <= offset < one.end:
                return index
        return found


def account(
    statement: Statement,
    sentences: Sequence[Sentence],
    mentions: Sequence[Placed],
    readings: Sequence[Reading],
) -> Account:
    """What became of every sentence; mentions and readings come in the order of the text."""
    found: list[Accounted] = []
    placed: set[int] = set()
    held = _sweep(sentences, mentions, lambda pair: (pair[0].start, pair[0].end))
    read = _sweep(sentences, readings, lambda one: (one.start, one.end))
    for one, here, by in zip(sentences, held, read, strict=True):
        placed.update(mention.number for mention, _ in here)
        found.append(_accounted(statement.text, one, here, by))
    for mention, record in mentions:
        if mention.number not in placed:
            line = statement.text.count("\n", 0, mention.start) + 1
            span = mention.start, mention.end
            found.append(Accounted(None, *span, line, decision_of(record), ((mention, record),)))
    return Account(statement, tuple(found))


def _sweep(
    sentences: Sequence[Sentence], spans: Sequence[T], where: Callable[[T], tuple[int, int]]
) -> Iterator[list[T]]:
    """For each sentence the spans that reach into it: one sweep over both."""
    coming = deque(spans)
    open_: list[T] = []
    for one in sentences:
        while coming and where(coming[0])[0] < one.end:
            open_.append(coming.popleft())
        open_ = [span for span in open_ if where(span)[1] > one.start]
        yield list(open_)


def _accounted(
    text: str, one: Sentence, here: Sequence[Placed], readings: Sequence[Reading]
) -> Accounted:
    reading = _read_by(text, one, readings)
    if here:
        decisions = {decision_of(record) for _, record in here}
        decision = next(each for each in Decision if each in decisions)
    elif reading is not None:
        decision = Decision.READ
    elif one.steps or one.verdict.startswith(PROPOSED):
        decision = Decision.PASSED_OVER
    else:
        decision = Decision.NO_CUE
    return Accounted(
        one.number,
        one.start,
        one.end,
        one.line,
        decision,
        tuple(here),
        reading if decision is Decision.READ else None,
        one.steps,
        one.cues,
        one.verdict,
    )


def _read_by(text: str, one: Sentence, readings: Sequence[Reading]) -> Reading | None:
    """The last of the readings that cover all the words of a sentence; None when some are left.

    A later extractor may draw its sentences otherwise: what counts is that every word was read.
    """
    at = one.start
    for reading in readings:
        if reading.start > at and text[at : reading.start].strip():
            return None
        at = max(at, reading.end)
    covered = readings and not text[at : one.end].strip()
    return readings[-1] if covered else None


def decision_of(record: Commitment) -> Decision:
    """What an item says of the sentence it stands in."""
    if record.status is Status.CANDIDATE:
        return Decision.CANDIDATE
    return Decision.REJECTED if record.status is Status.REJECTED else Decision.ACCEPTED


def shades(decisions: Sequence[Decision], width: int) -> tuple[Decision, ...]:
    """The decisions in `width` cells, in order; the most pressing of those that share a cell.

    Fewer sentences than cells take several cells each, so that the bar is as wide as it may be.
    """
    every = tuple(Decision)
    places = {decision: place for place, decision in enumerate(every)}
    return tuple(every[place] for place in bar([places[one] for one in decisions], width))


def read_account(store: ReadableStore, number: int) -> Account:
    """The account of a stored statement as it is now; `NotFound` when there is none."""
    statement = store.statement(number)
    return account(
        statement, sentences_of(statement), store.mentions(number), store.readings(number)
    )


_KEPT = 8
_lock = Lock()
_sentences: OrderedDict[tuple[object, ...], tuple[Sentence, ...]] = OrderedDict()


def sentences_of(statement: Statement) -> tuple[Sentence, ...]:
    """The sentences of a statement as the extractor draws them; kept, since its text never changes.

    They are kept by the text's hash, what is known of it and the version of the extractor.
    """
    from commitrack.extract import EXTRACTOR_VERSION, extract  # its tables take time to load

    known = known_of(statement)
    key = (statement.sha256, EXTRACTOR_VERSION, known)
    with _lock:
        found = _sentences.get(key)
        if found is not None:
            _sentences.move_to_end(key)
            return found
    found = extract(statement.text, known).sentences
    with _lock:
        _sentences[key] = found
        while len(_sentences) > _KEPT:
            _sentences.popitem(last=False)
    return found


def known_of(statement: Statement) -> Known:
    """What the record knows of a statement, as the extractor is told."""
    from commitrack.extract import Known

    return Known(statement.said_on, statement.publisher, statement.speaker)
