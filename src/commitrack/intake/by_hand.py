"""An item whose words a person chose in a stored statement."""

from __future__ import annotations

import re
from dataclasses import replace

from commitrack.extract import Candidate, Known, read_span
from commitrack.intake.proposing import proposal
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.statements import Statement
from commitrack.store import Proposal

_SHOWN = 60
"""Characters of what was looked for that an error repeats."""
_PLACES = 5
"""Places that an error names; the rest is counted."""


def by_hand(statement: Statement, start: int, end: int) -> Proposal:
    """The item that these characters of a statement would be, read by the extractor's own rules.

    `BadInput` for a stretch that is not in the text, or in which no words stand. The extractor did
    not propose it, so nothing is said of how sure it is.
    """
    text = statement.text
    if not 0 <= start < end <= len(text):
        raise BadInput(
            f"{start}–{end} is no stretch of {statement.id}, whose text has {len(text)} characters"
        )
    made = proposal(text, _read(statement, start, end))
    return replace(made, commitment=replace(made.commitment, confidence=None))


def _read(statement: Statement, start: int, end: int) -> Candidate:
    """What the extractor's rules say of these characters of a statement."""
    known = Known(statement.said_on, statement.publisher, statement.speaker)
    try:
        return read_span(statement.text, start, end, known)
    except ValueError:
        raise BadInput(f"no words stand at {start}–{end} of {statement.id}") from None


def find_words(statement: Statement, words: str) -> tuple[int, int]:
    """Where these words stand in a statement, white space aside; `BadInput` unless exactly once."""
    parts = words.split()
    if not parts:
        raise BadInput("no words to look for")
    shown = clean_line(words)
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    found = [
        match.span() for match in re.finditer(r"\s+".join(map(re.escape, parts)), statement.text)
    ]
    if not found:
        raise BadInput(f"“{shown}” does not stand in {statement.id} (check capitals and marks)")
    if len(found) > 1:
        places = ", ".join(
            f"{start}–{end} (line {statement.text.count(chr(10), 0, start) + 1})"
            for start, end in found[:_PLACES]
        )
        more = len(found) - _PLACES
        rest = f" and {more} more" if more > 0 else ""
        raise BadInput(
            f"“{shown}” stands in {statement.id} {len(found)} times, at {places}{rest}: "
            "say which with --span"
        )
    return found[0]
