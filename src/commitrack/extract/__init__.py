"""Find the commitments, recommendations and aspirations in a statement.

Offline and deterministic: the same text and the same :class:`Known` always give the same
:class:`Extraction`. The text is never changed; every quote is a slice of it.
"""

from __future__ import annotations

from commitrack.extract.report import as_json
from commitrack.extract.result import (
    EXTRACTOR_VERSION,
    Candidate,
    Deadline,
    Extraction,
    Known,
    Sentence,
    Step,
)

__all__ = [
    "EXTRACTOR_VERSION",
    "Candidate",
    "Deadline",
    "Extraction",
    "Known",
    "Sentence",
    "Step",
    "as_json",
    "extract",
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
