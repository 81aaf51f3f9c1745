"""Where the cues of the table stand in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from commitrack.extract.cues import CUES, Cue


def signs(cue: Cue) -> tuple[str, ...]:
    """Letters, small ones, of which at least one stands wherever the cue does."""
    return tuple(cue.signs.split("|"))


@cache
def _compiled() -> tuple[tuple[Cue, re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((cue, re.compile(cue.pattern), signs(cue)) for cue in CUES)


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue where it stands."""

    cue: Cue
    start: int
    end: int
    verb: str = ""
    verb_start: int = -1
    owner_end: int = -1


def hits(flat: str, start: int, end: int, limit: int = 16) -> list[Hit]:
    """The cues in a sentence in order, none inside another; at most ``limit``."""
    found: list[Hit] = []
    words = flat[start:end].casefold()
    for cue, pattern, letters in _compiled():
        if not any(sign in words for sign in letters):
            continue
        for match in pattern.finditer(flat, start, end):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            groups = match.groupdict()
            found.append(
                Hit(
                    cue,
                    match.start(),
                    match.end(),
                    groups.get("verb") or "",
                    match.start("verb") if groups.get("verb") else -1,
                    match.end("owner") if groups.get("owner") else -1,
                )
            )
            if len(found) >= 4 * limit:
                break
    return sorted(found, key=lambda one: one.start)[:limit]


@cache
def named(name: str) -> Cue:
    """The row with this name."""
    return next(cue for cue in CUES if cue.name == name)
