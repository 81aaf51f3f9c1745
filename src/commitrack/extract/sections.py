"""A statement of any length, read section by section, so that memory and time stay in proportion.

All but the longest statements are one section. A longer one is cut between paragraphs; its context
is that of its beginning, and who was named in one section is known in the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from commitrack.extract import pipeline
from commitrack.extract.result import Candidate, Extraction, Known, Sentence

SECTION = 1_000_000
"""Code points, at most: some 150,000 words."""
_BACK = 50_000
"""How far before that a place to cut is looked for."""


def extract(text: str, known: Known, *, explain: bool) -> Extraction:
    """Everything that a statement undertakes, recommends or wishes for."""
    if len(text) <= SECTION:
        return pipeline.read(text, known, explain=explain)[0]
    carried: pipeline.Carried | None = None
    whole: Extraction | None = None
    sentences: list[Sentence] = []
    candidates: list[Candidate] = []
    affiliations: dict[tuple[str, str], None] = {}
    aliases: dict[str, str] = {}
    line = number = 0
    for start, end in cuts(text):
        found, carried = pipeline.read(text[start:end], known, carried, explain=explain)
        whole = whole or found
        sentences += (_moved(one, start, line, number) for one in found.sentences)
        candidates += (_shifted(one, start) for one in found.candidates)
        affiliations |= dict.fromkeys(found.affiliations)
        # A section knows those before it, and spells a name as the section that introduced it.
        aliases = {short: aliases.get(short, full) for short, full in found.aliases}
        line += text.count("\n", start, end)
        number += sum(one.number is not None for one in found.sentences)
    if whole is None:
        raise RuntimeError("a long text has a first section")
    return replace(
        whole,
        sentences=tuple(sentences),
        candidates=tuple(candidates),
        affiliations=tuple(affiliations),
        aliases=tuple(aliases.items()),
    )


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where the sections of a text begin and end: between paragraphs, else lines, else words."""
    start = 0
    while len(text) - start > SECTION:
        limit = start + SECTION
        floor = limit - _BACK
        for mark in ("\n\n", "\n", " "):
            at = text.rfind(mark, floor, limit)
            if at >= 0:
                limit = at + len(mark)
                break
        yield start, limit
        start = limit
    yield start, len(text)


def _moved(one: Sentence, start: int, line: int, number: int) -> Sentence:
    return one._replace(
        number=None if one.number is None else one.number + number,
        start=one.start + start,
        end=one.end + start,
        line=one.line + line,
        steps=tuple(
            step._replace(start=step.start + start, end=step.end + start) for step in one.steps
        ),
    )


def _shifted(one: Candidate, start: int) -> Candidate:
    due = one.deadline
    return one._replace(
        start=one.start + start,
        end=one.end + start,
        deadline=due and due._replace(start=due.start + start, end=due.end + start),
    )
