"""Everything the rules look for in a quote, by rule."""

from __future__ import annotations

from commitrack.model.lint import limits, times, verbs
from commitrack.model.lint.clues import Clues

LOOKED_FOR = Clues(
    {
        "L2": verbs.EXPLORES,
        "L3": verbs.PROCESS,
        "L4 tries": verbs.TRIES,
        "L4 might": verbs.WEAK_MODALS,
        "L5": verbs.PASSIVES,
        "L6": limits.OPEN_OWNERS,
        "L7": limits.DEPENDS,
        "L8": verbs.VAGUE_ACTS,
        "L9": limits.VAGUE,
        "L10": limits.CONDITIONS,
        "L12": verbs.FURTHER_ACTS,
        "L13": verbs.CONTINUES,
        "L14": limits.NEGATIONS,
        "subject ends": verbs.SUBJECT_ENDS,
        "starts": times.STARTS,
        "recurs": times.RECURS,
        "by then": times.BY_THEN,
    }
)
"""What the rules look for, all of it in one pass over a quote."""

RECURRENCES = Clues({"recurs": times.RECURS})
"""Whether words say when again and again, asked of a deadline's words by themselves."""
