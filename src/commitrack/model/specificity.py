"""How much a promise pins down: who, what, by when, how much, for whom, how we would know."""

from __future__ import annotations

import re

from commitrack.model.records import Commitment

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
            _AMOUNT.search(commitment.quote) is not None,
            commitment.beneficiary is not None or _FOR_WHOM.search(commitment.quote) is not None,
            commitment.success_test is not None,
        )
    )
