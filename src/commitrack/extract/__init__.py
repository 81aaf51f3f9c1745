"""Find the commitments, recommendations and aspirations in a statement.

Offline and deterministic: the same text and the same :class:`Known` always give the same
:class:`Extraction`. The text is never changed; every quote is a slice of it.
"""

from __future__ import annotations

from commitrack.extract.report import as_json
from commitrack.extract.result import (
    BY_HAND,
    EXTRACTOR_VERSION,
    Candidate,
    Deadline,
    Extraction,
    Known,
    Sentence,
    Step,
)

__all__ = [
    "BY_HAND",
    "EXTRACTOR_VERSION",
    "Candidate",
    "Deadline",
    "Extraction",
    "Known",
    "Sentence",
    "Step",
    "as_json",
    "extract",
    "own_clause",
    "read_span",
]

_NOTHING_KNOWN = Known()


def extract(text: str, known: Known = _NOTHING_KNOWN, *, explain: bool = True) -> Extraction:
    """Everything that ``text`` undertakes, recommends or wishes for.

    Any string is accepted. What the caller knows overrides what is found; what is neither known nor
    found is None. Without ``explain`` the sentences are left out, which a long text has many of.
    The rules are loaded on the first call, since compiling them takes a while.
    """
    from commitrack.extract import sections

    return sections.extract(text, known, explain=explain)


def read_span(text: str, start: int, end: int, known: Known = _NOTHING_KNOWN) -> Candidate:
    """What ``text[start:end]`` would be as an item, when a person says that it is one.

    Kind, owner, deadline and strength are read by the extractor's own rules, its guards aside;
    the cue is ``by-hand``. ``ValueError`` when no words stand there.
    """
    from commitrack.extract import chosen

    return chosen.read_span(text, start, end, known)


def own_clause(text: str, start: int, end: int, known: Known = _NOTHING_KNOWN) -> tuple[int, int]:
    """The words by which the sentence at ``text[start:end]`` would be quoted as an item."""
    from commitrack.extract import chosen

    return chosen.own_clause(text, start, end, known)
