"""How much a promise pins down: who, what, by when, how much, for whom, how we would know."""

from __future__ import annotations

import re

from commitrack.model.records import Commitment

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b|\b(?:{_MONTHS})\s+\d{{1,2}}\b(?!\d)"
    r"|\b(?:19|20)\d\d(?:[-/–]\d{2,4})*\b|\bQ[1-4]\b",
    re.IGNORECASE,
)
"""Numbers that say when, which is another question than how much."""
_AMOUNT = re.compile(
    r"[£$€]|\d|\bper cent\b|\b(?:all|every|each|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"\b(?:patients?|people|residents?|staff|pupils?|students?|tenants?|passengers?|families|"
    r"children|customers?|households?|members|trusts|women|workers|communities|users)\b",
    re.IGNORECASE,
)


def specificity(commitment: Commitment) -> int:
    """Score 0 to 6, a point for each question the words or the record answer (domain: lint)."""
    return sum(
        (
            bool(commitment.owners),
            commitment.testable,
            commitment.due is not None,
            _names_an_amount(commitment),
            commitment.beneficiary is not None or _FOR_WHOM.search(commitment.quote) is not None,
            commitment.success_test is not None,
        )
    )


def _names_an_amount(commitment: Commitment) -> bool:
    words = commitment.quote
    if commitment.due_text:
        words = words.replace(commitment.due_text, " ")
    return _AMOUNT.search(_DATE.sub(" ", words)) is not None
