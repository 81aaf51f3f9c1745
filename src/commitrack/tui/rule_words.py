"""What the rules that decided are called, and what they mean, in a sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from commitrack.extract import BY_HAND
from commitrack.extract.rules import RuleSort, meaning, rules

_OWN = {BY_HAND: "A person chose these words in the statement."}


def told(name: str) -> str:
    """What a rule means; nothing for a name that no rule has any more.

    A rule that says by which word it was met is looked up without it: "governed: said".
    """
    return _OWN.get(name) or meaning(name) or meaning(name.partition(":")[0]) or ""


@cache
def guards_of(cue: str) -> tuple[str, ...]:
    """The guards that a cue has to pass, in their order; none for what is no cue."""
    found = (one for one in rules() if one.sort is RuleSort.CUE and one.name == cue)
    return next((one.guards for one in found), ())


def found_by(cues: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The rules that made an item, each with its meaning."""
    return ((cue, told(cue)) for cue in cues)


def passed(cues: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The guards that let an item pass, each once, with its meaning; none when a person chose."""
    if BY_HAND in cues:
        return
    for guard in dict.fromkeys(guard for cue in cues for guard in guards_of(cue)):
        yield guard, told(guard)
