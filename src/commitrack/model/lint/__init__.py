"""Wording lint: a question for each weakness in a promise's words (domain: wording lint).

It reads the record alone (the quote and the fields), and is quick enough to be asked of whole
lists: one pass over the quote finds the words of all rules.
"""

from commitrack.model.lint.asking import lint
from commitrack.model.lint.rules import RULE_IDS, RULES, Finding, Rule

__all__ = ["RULES", "RULE_IDS", "Finding", "Rule", "lint"]
