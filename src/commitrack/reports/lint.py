"""``lint``: the questions that wordings leave open, rule by rule, and how much could be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from commitrack.model.firmness import firmness, why_testable
from commitrack.model.kinds import Strength
from commitrack.model.lint import RULES, Finding, Rule, asked, dismissed, rule_of
from commitrack.model.records import Dossier
from commitrack.model.specificity import Aspect, Specificity, answers
from commitrack.reports.frame import Column, Counts, Fact, Facts, Report, Row, Sort, Table
from commitrack.reports.selecting import select
from commitrack.store import Lens, Store

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
_BANDS = ((0, 0, "none"), (1, 2, "1 or 2"), (3, 4, "3 or 4"), (5, len(RULES), "5 or more"))
"""How many questions a commitment is asked: from, to, and the label."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A commitment with the questions it is asked."""

    dossier: Dossier
    questions: tuple[Finding, ...]
    strength: str | None
    said: Specificity


def lint(store: Store, lens: Lens, argument: str | None = None) -> Report:
    """What wordings leave open, rule by rule; `argument` is a query that narrows it down."""
    chosen = select(store, lens, OWN, argument, whole=True)
    items = sorted(
        map(_item, chosen.dossiers),
        key=lambda item: item.dossier.commitment.number,
    )
    rows = tuple(row for rule in RULES for row in _asked(rule, items))
    return chosen.head.over(
        "lint",
        "Wording: what is left open",
        _LEGEND,
        Facts("verifiable_share", "Verifiable", _share(items)),
        Counts("verifiable", "What could be checked", _verifiable(items), len(items)),
        Table(
            "questions",
            "Questions, by rule",
            _QUESTIONS,
            rows,
            group="heading",
            empty="nothing is asked",
        ),
        Table(
            "dismissed",
            "Dismissed",
            _DISMISSED,
            tuple(_dismissals(items)),
            empty="nothing is dismissed",
        ),
        Table("wordings", "How each is worded", _WORDINGS, tuple(map(_wording, items))),
        Counts("by_rule", "Questions by rule", _by_rule(items), len(rows), "questions"),
        Counts("by_questions", "How many questions each is asked", _bands(items), len(items)),
        Counts("by_strength", "By strength", _by_strength(items), len(items)),
        Counts("by_specificity", "By specificity", _by_specificity(items), len(items)),
    )


def _item(dossier: Dossier) -> _Item:
    """Everything that is read off the words, once."""
    record = dossier.commitment
    firm = firmness(record)
    strength = None if firm is None else str(firm)
    return _Item(dossier, asked(dossier), strength, answers(record))


def _heading(rule: Rule) -> str:
    return f"{rule.id} {rule.name}: {rule.question}"


def _asked(rule: Rule, items: Sequence[_Item]) -> Iterator[Row]:
    """The commitments that a rule asks its question, by number."""
    for item in items:
        for finding in item.questions:
            if finding.rule == rule.id:
                record = item.dossier.commitment
                yield (
                    _heading(rule),
                    rule.id,
                    rule.question,
                    record.id,
                    finding.words or None,
                    record.owner or None,
                    record.status.words,
                    record.title,
                )


def _dismissals(items: Sequence[_Item]) -> Iterator[Row]:
    """The dismissals that stand, by commitment and rule."""
    for item in items:
        for one, finding in dismissed(item.dossier):
            words = "not asked any more" if finding is None else finding.words or None
            question = rule_of(one.rule).question
            yield one.rule, question, item.dossier.commitment.id, words, one.reason, one.by, one.on


def _wording(item: _Item) -> Row:
    """How firmly a commitment binds, whether anybody could check it, and what it pins down."""
    record = item.dossier.commitment
    return (
        record.id,
        item.strength,
        why_testable(record),
        item.said.score,
        str(item.said),
        record.title,
    )


def _share(items: Sequence[_Item]) -> tuple[Fact, ...]:
    verifiable = sum(_how(item) is not _NOT for item in items)
    share = f"{100 * verifiable // len(items)}%" if items else "nothing is on record"
    return (
        Fact("share", "% verifiable", share),
        Fact("verifiable", "commitments that could be checked", verifiable),
        Fact("commitments", "commitments proposed or followed up", len(items)),
    )


_WORDS, _TEST, _NOT = "by its words", "by its success test alone", "not as it stands"


def _how(item: _Item) -> str:
    """How a commitment could be checked."""
    record = item.dossier.commitment
    if record.testable:
        return _WORDS
    return _NOT if record.success_test is None else _TEST


def _verifiable(items: Sequence[_Item]) -> tuple[tuple[str, int], ...]:
    found = Counter(map(_how, items))
    return tuple((how, found[how]) for how in (_WORDS, _TEST, _NOT))


def _by_rule(items: Sequence[_Item]) -> tuple[tuple[str, int], ...]:
    found = Counter(finding.rule for item in items for finding in item.questions)
    return tuple((f"{rule.id} {rule.name}", found[rule.id]) for rule in RULES)


def _bands(items: Sequence[_Item]) -> tuple[tuple[str, int], ...]:
    counts = [len(item.questions) for item in items]
    return tuple(
        (label, sum(low <= count <= high for count in counts)) for low, high, label in _BANDS
    )


def _by_strength(items: Sequence[_Item]) -> tuple[tuple[str, int], ...]:
    found = Counter(item.dossier.commitment.strength for item in items)
    steps = [(f"{int(step)} {step.name.lower()}", found[step]) for step in reversed(Strength)]
    return (*steps, ("none on record", found[None]))


def _by_specificity(items: Sequence[_Item]) -> tuple[tuple[str, int], ...]:
    found = Counter(item.said.score for item in items)
    return tuple((f"{score} of {len(Aspect)}", found[score]) for score in range(len(Aspect) + 1))
