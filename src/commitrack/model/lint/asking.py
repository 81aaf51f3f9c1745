"""Asking the rules about a commitment, less what a person has set aside."""

from __future__ import annotations

from commitrack.model.lint.rules import RULES, Finding, Reading
from commitrack.model.records import Commitment


def lint(commitment: Commitment) -> tuple[Finding, ...]:
    """Ask what the wording leaves open, in the order of the rules.

    The quote never changes, so a rule about the words stays asked until a person sets it aside; a
    rule about something missing (a date, an owner, a test) is cleared when the officer supplies it.
    """
    reading = Reading(commitment)
    found = []
    for rule in RULES:
        answer = rule.test(reading)
        if answer is not None:
            words, places = answer
            found.append(Finding(rule.id, rule.question, words, tuple(places)))
    return tuple(found)
