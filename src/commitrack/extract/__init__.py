"""Find the commitments, recommendations and aspirations in a statement.

Offline and deterministic: the same text and the same :class:`Known` always give the same
:class:`Extraction`. The text is never changed; every quote is a slice of it.
"""

from __future__ import annotations

from commitrack.extract.pipeline import EXTRACTOR_VERSION, extract
from commitrack.extract.report import as_json
from commitrack.extract.result import Candidate, Deadline, Extraction, Known, Sentence

__all__ = [
    "EXTRACTOR_VERSION",
    "Candidate",
    "Deadline",
    "Extraction",
    "Known",
    "Sentence",
    "as_json",
    "extract",
]
