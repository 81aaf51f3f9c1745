"""``lint``: the questions that wordings leave open, rule by rule, and how much could be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from commitrack.model.firmness import firmness, why_testable
from commitrack.model.kinds import Strength
from commitrack.model.lint import RULES, asked, dismissed, rule_of
from commitrack.model.records import Commitment, Dossier
from commitrack.model.specificity import Aspect, answers
from commitrack.model.status import Status
from commitrack.query import canonical
from commitrack.reports.frame import Column, Counts, Fact, Facts, Report, Row, Sort, Table
from commitrack.reports.heading import Head
from commitrack.reports.selecting import found, narrowed
from commitrack.store import Extent, Lens, ReadableStore

T = TypeVar("T")

OWN = "-is:rejected -is:closed"
"""The condition: what is proposed or followed up. What is closed needs no better wording."""

_QUESTIONS = (
    Column("heading", "question"),
    Column("rule", "rule", data_only=True),
    Column("question", "question", data_only=True),
    Column("id", "ID"),
    Column("words", "words"),
    Column("owner", "owner"),
    Column("status", "status"),
    Column("title", "title"),
)
_DISMISSED = (
    Column("rule", "rule"),
    Column("question", "question"),
    Column("id", "ID"),
    Column("words", "words"),
    Column("reason", "reason"),
    Column("by", "by"),
    Column("on", "on"),
)
_WORDINGS = (
    Column("id", "ID"),
    Column("strength", "strength"),
    Column("testable", "testable"),
    Column("score", "specificity", Sort.NUMBER, data_only=True),
    Column("says", "says"),
    Column("title", "title"),
)
_LEGEND = (
    "Each question is asked by a rule about the words, or about something that is missing. A "
    "commitment stands under every rule that asks it something.",
    "Dismissed: a person judged that the question need not be asked, and said why. It is not "
    "counted as asked.",
    "Verifiable: the words name an act or an amount that could be checked, or a success test "
    "says what would count as done.",
    "Specificity: how many of who, what, by when, how much, for whom and how we would know are "
    "said.",
)


def lint(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """What wordings leave open, rule by rule; `argument` is a query that narrows it down."""
    query = narrowed(store, OWN, argument)
    read = _Read()
    for one in found(store, lens, query, Extent.WORDS):
        read.add(one)
    return Head.of(store, lens, canonical(query)).over(
        "lint",
        "Wording: what is left open",
        _LEGEND,
        Facts("verifiable_share", "Verifiable", read.share),
        read.counts("verifiable", "What could be checked", read.verifiable, _VERIFIABLE),
        Table(
            "questions",
            "Questions, by rule",
            _QUESTIONS,
            tuple(row for rule in RULES for row in read.questions[rule.id]),
            group="heading",
            empty="nothing is asked",
        ),
        Table(
            "dismissed",
            "Dismissed",
            _DISMISSED,
            tuple(read.dismissed),
            empty="nothing is dismissed",
        ),
        Table("wordings", "How each is worded", _WORDINGS, tuple(read.wordings)),
        Counts(
            "by_rule",
            "Questions by rule",
            tuple((f"{rule.id} {rule.name}", len(read.questions[rule.id])) for rule in RULES),
            sum(map(len, read.questions.values())),
            "questions",
        ),
        read.counts(
            "by_questions", "How many questions each is asked", _told(read.asked, _band), _BANDS
        ),
        read.counts("by_strength", "By strength", _told(read.strengths, _strength), _STRENGTHS),
        read.counts("by_specificity", "By specificity", _told(read.scores, _score), _SCORES),
    )


class _Read:
    """What was read off the wordings so far. Commitments are let go of one by one: what is kept of
    each is what stands in the report.
    """

    def __init__(self) -> None:
        self.questions: dict[str, list[Row]] = {rule.id: [] for rule in RULES}
        self.dismissed: list[Row] = []
        self.wordings: list[Row] = []
        self.verifiable = Counter[str]()
        self.asked = Counter[int]()
        self.strengths = Counter[Strength | None]()
        self.scores = Counter[int]()

    def add(self, dossier: Dossier) -> None:
        """Read one more."""
        record = dossier.commitment
        number = record.id
        questions, said = asked(dossier), answers(record)
        if questions:
            told = (record.owner or None, _STATUSES[record.status], record.title)
            for finding in questions:
                row = (*_HEADINGS[finding.rule], number, finding.words or None, *told)
                self.questions[finding.rule].append(row)
        if dossier.dismissals:
            self.dismissed += _dismissals(dossier)
        firm, score = firmness(record), said.score
        strength = None if firm is None else str(firm)
        self.wordings.append(
            (number, strength, why_testable(record), score, str(said), record.title)
        )
        self.verifiable[_how(record)] += 1
        self.asked[len(questions)] += 1
        self.strengths[record.strength] += 1
        self.scores[score] += 1

    @property
    def share(self) -> tuple[Fact, ...]:
        """How much of it all could be checked."""
        every = len(self.wordings)
        verifiable = every - self.verifiable[_NOT]
        share = f"{100 * verifiable // every}%" if every else "nothing is on record"
        return (
            Fact("share", "% verifiable", share),
            Fact("verifiable", "commitments that could be checked", verifiable),
            Fact("commitments", "commitments proposed or followed up", every),
        )

    def counts(
        self, key: str, title: str, counted: Mapping[str, int], order: Sequence[str]
    ) -> Counts:
        """How many have each of these labels, in their order."""
        parts = tuple((label, counted[label]) for label in order)
        return Counts(key, title, parts, len(self.wordings))


_HEADINGS = {
    rule.id: (f"{rule.id} {rule.name}: {rule.question}", rule.id, rule.question) for rule in RULES
}
"""What a commitment stands under when a rule asks it its question."""
_STATUSES = {one: one.words for one in Status}


def _dismissals(dossier: Dossier) -> Iterator[Row]:
    """The dismissals of a commitment that stand, by rule."""
    for one, finding in dismissed(dossier):
        words = "not asked any more" if finding is None else finding.words or None
        question = rule_of(one.rule).question
        yield one.rule, question, dossier.commitment.id, words, one.reason, one.by, one.on


_WORDS, _TEST, _NOT = "by its words", "by its success test alone", "not as it stands"
_VERIFIABLE = (_WORDS, _TEST, _NOT)


def _how(record: Commitment) -> str:
    """How a commitment could be checked."""
    if record.testable:
        return _WORDS
    return _NOT if record.success_test is None else _TEST


def _told(counted: Mapping[T, int], label: Callable[[T], str]) -> Counter[str]:
    """How many have each label: what was counted is labelled once, and not each time."""
    told = Counter[str]()
    for what, number in counted.items():
        told[label(what)] += number
    return told


_LEAST = ((5, "5 or more"), (3, "3 or 4"), (1, "1 or 2"), (0, "none"))
"""How many questions a commitment is asked at least, and the label."""
_BANDS = tuple(label for _, label in reversed(_LEAST))


def _band(questions: int) -> str:
    return next(label for least, label in _LEAST if questions >= least)


def _strength(strength: Strength | None) -> str:
    return "none on record" if strength is None else f"{int(strength)} {strength.name.lower()}"


_STRENGTHS = tuple(map(_strength, (*reversed(Strength), None)))


def _score(score: int) -> str:
    return f"{score} of {len(Aspect)}"


_SCORES = tuple(map(_score, range(len(Aspect) + 1)))
