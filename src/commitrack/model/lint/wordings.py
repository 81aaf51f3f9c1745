"""Everything that is looked for in the words of a promise, by what it is a clue to.

What is asked of every wording stands in one table; what only some have to be asked, in tables of
its own, which are not read for the others.
"""

from __future__ import annotations

from commitrack.model.lint import binding, limits, times, verbs
from commitrack.model.lint.clues import Clues

CLUES = Clues(
    {
        "L2": verbs.EXPLORES,
        "L3": verbs.PROCESS,
        "L4 tries": verbs.TRIES,
        "L4 might": verbs.WEAK_MODALS,
        "L6": limits.OPEN_OWNERS,
        "L7": limits.DEPENDS,
        "L8": verbs.VAGUE_ACTS,
        "L9": limits.VAGUE,
        "L10": limits.CONDITIONS,
        "L12": verbs.FURTHER_ACTS,
        "L13": verbs.CONTINUES,
        "L14": limits.NEGATIONS,
        "step 4": binding.BINDS,
        "step 3": binding.FIRM,
        "step 2": binding.INTENDS,
        "step 1": binding.WONDERS,
        "act": binding.ACTS,
    },
    {"L5": verbs.PASSIVES},
    {"subject ends": verbs.SUBJECT_ENDS},
    {"starts": times.STARTS, "recurs": times.RECURS},
    {"by then": times.BY_THEN},
    {"asked act": binding.ASKED_ACTS},
)
