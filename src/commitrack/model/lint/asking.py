"""Asking the rules about a commitment, less the questions that a person has dismissed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commitrack.model.errors import BadInput
from commitrack.model.lint.passage import Place
from commitrack.model.lint.rules import RULES, Finding, Reading, Rule
from commitrack.model.records import Commitment, Dismissal, Dossier

BY_ID = {rule.id: rule for rule in RULES}
"""Every rule by its id."""


_TESTS = [(rule, rule.test) for rule in RULES]


def lint(commitment: Commitment) -> tuple[Finding, ...]:
    """Everything the wording leaves open, dismissed or not, in the order of the rules.

    The quote never changes, so a rule about the words fires for good; a rule about something
    missing (a date, an owner, a test) is cleared when the officer supplies it.
    """
    reading = Reading(commitment)
    said = reading.places
    found = []
    for rule, test in _TESTS:
        if test is not None:
            answer = test(reading)
            if answer is None:
                continue
            words, places = answer
        else:
            places = said[rule.id]
            if not places:
                continue
            words = reading.passage.says(places[0])
        found.append(Finding(rule.id, rule.question, words, tuple(places)))
    return tuple(found)


def asked(dossier: Dossier) -> tuple[Finding, ...]:
    """The questions that are asked: those that fire and that nobody has dismissed."""
    found = lint(dossier.commitment)
    if not dossier.dismissals:
        return found
    dismissed = {one.rule for one in dossier.dismissals}
    return tuple(one for one in found if one.rule not in dismissed)


def dismissed(dossier: Dossier) -> Iterator[tuple[Dismissal, Finding | None]]:
    """The dismissals that stand, in the order of the rules, with what they answer.

    None when the rule does not fire any more: a date has been set since, say.
    """
    if not dossier.dismissals:
        return
    found = {one.rule: one for one in lint(dossier.commitment)}
    order = list(BY_ID)
    for one in sorted(dossier.dismissals, key=lambda each: order.index(each.rule)):
        yield one, found.get(one.rule)


def places(findings: Iterable[Finding]) -> tuple[Place, ...]:
    """Where the words of these findings stand, in order, with no place inside another."""
    merged: list[Place] = []
    for start, end in sorted(place for one in findings for place in one.places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def read_rule(typed: str) -> str:
    """The id of a rule as typed, in either case; `BadInput` when there is no such rule."""
    name = typed.strip().upper()
    if name not in BY_ID:
        raise BadInput(
            f"no rule of the lint is called {typed.strip()!r}: there are L1 to L{len(RULES)}"
        )
    return name


def rule_of(rule: str) -> Rule:
    """The rule with an id."""
    return BY_ID[rule]
