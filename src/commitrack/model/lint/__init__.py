"""Wording lint: a question for each weakness in a promise's words (domain: wording lint).

It reads the record alone (the quote and the fields), and is quick enough to be asked of whole
lists: one pass over the quote finds the words of all rules. `lint` says what fires, `asked` leaves
out what a person has dismissed.
"""

from commitrack.model.lint.asking import asked, dismissed, lint, places, read_rule, rule_of
from commitrack.model.lint.passage import Place
from commitrack.model.lint.rules import RULES, Finding, Rule, recurs
from commitrack.model.rule_ids import RULE_IDS

__all__ = [
    "RULES",
    "RULE_IDS",
    "Finding",
    "Place",
    "Rule",
    "asked",
    "dismissed",
    "lint",
    "places",
    "read_rule",
    "recurs",
    "rule_of",
]
