"""The rules behind a candidate: the cues that found it and the guards that let it pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from commitrack.tui.rule_words import found_by, passed
from commitrack.tui.screens.candidate_facts import LABEL, fact_line


def rule_facts(cues: Sequence[str], width: int) -> Content:
    """Each rule with what it means, in lines of `width` cells; empty when no rule is named."""
    room = max(16, width - LABEL)
    return Content("\n").join([fact_line(*fact, room) for fact in _facts(cues)])


def _facts(cues: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for place, (name, meaning) in enumerate(found_by(cues)):
        yield "" if place else "Cue", name, meaning
    for place, (name, meaning) in enumerate(passed(cues)):
        yield "" if place else "Passed", name, meaning
