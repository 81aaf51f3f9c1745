"""From a candidate of the extractor to what the store is asked to put on record."""

from __future__ import annotations

import re

from commitrack.extract import EXTRACTOR_VERSION, Candidate, Deadline
from commitrack.intake.labels import MONTHS, label
from commitrack.model.cleaning import clean_line
from commitrack.model.kinds import OwnerBasis, Strength
from commitrack.model.records import Commitment
from commitrack.model.relocation import CONTEXT
from commitrack.model.statements import Mention, Precision
from commitrack.store import Proposal

_OF_A_THING = frozenset({OwnerBasis.INFERRED, OwnerBasis.UNSTATED})
"""The bases on which nobody is the subject of what is promised."""


def proposal(text: str, candidate: Candidate) -> Proposal:
    """What is put on record of a candidate that stands in `text`."""
    deadline = candidate.deadline
    due = deadline.date if deadline else None
    start, end = candidate.start, candidate.end
    return Proposal(
        Commitment(
            title=label(
                candidate.quote, candidate.kind, of_a_thing=candidate.owner_basis in _OF_A_THING
            ),
            quote=candidate.quote,
            kind=candidate.kind,
            owners=tuple(filter(None, map(clean_line, candidate.owners))),
            owner_basis=candidate.owner_basis,
            partners=tuple(filter(None, map(clean_line, candidate.partners))),
            due_original=due,
            due=due,
            due_text=clean_line(deadline.text) if deadline else None,
            due_precision=due_precision(deadline) if deadline else Precision.UNKNOWN,
            strength=None if candidate.strength is None else Strength(candidate.strength),
            testable=candidate.testable,
            ongoing=candidate.ongoing,
            condition=named(candidate.condition),
            cues=candidate.cues,
            confidence=candidate.confidence,
            extractor=EXTRACTOR_VERSION,
        ),
        Mention(
            statement=0,  # the store numbers the statement and writes it in
            start=start,
            end=end,
            quote=candidate.quote,
            before=text[max(0, start - CONTEXT) : start],
            after=text[end : end + CONTEXT],
        ),
    )


def named(words: str | None) -> str | None:
    """Words on one line; None when nothing is left of them."""
    return clean_line(words or "") or None


_TO_THE_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}\b(?! ?\d)"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}|end of|last day|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|days?|weeks?|fortnight|today|tomorrow|hours?|months|years)\b",
    re.IGNORECASE,
)
"""Words that name a day, or count from one: "within six months" is a day when today is known."""
_TO_THE_MONTH = re.compile(rf"\b(?:{MONTHS}|month)\b", re.IGNORECASE)


def due_precision(deadline: Deadline) -> Precision:
    """How exactly a deadline's words name its day: the coarser, the looser the promise."""
    if deadline.date is None:
        return Precision.UNKNOWN
    words = " ".join(deadline.text.split())
    if _TO_THE_DAY.search(words):
        return Precision.DAY
    return Precision.MONTH if _TO_THE_MONTH.search(words) else Precision.YEAR
