"""How firmly a promise binds, with the words that say so; and whether anybody could check it.

The extractor reads both off the statement and the record keeps them. Here the words that decided
are found again in the quote, so that a person can judge them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from commitrack.model.kinds import Strength
from commitrack.model.lint.clues import Clue, Clues
from commitrack.model.lint.grammar import BE, UNDERTAKES
from commitrack.model.lint.limits import CONDITIONS
from commitrack.model.lint.passage import Passage, Place, passage_of
from commitrack.model.lint.verbs import CONTINUES, EXPLORES, PROCESS, VAGUE_ACTS
from commitrack.model.records import Commitment

_BINDS = (
    Clue("shall shan't guarantee guarantees guaranteed resolved resolves accept accepts accepted"),
    Clue(
        "agreed agrees agree decided",
        then=r"(?= (?:[a-z]+ly |in principle |in full )?(?:to|that)\b)",
    ),
    Clue("agreed agrees agree"),
)
_FIRM = (
    Clue("will won't must we'll i'll they'll it'll you'll he'll she'll"),
    Clue(
        "would",
        but_not=r" (?:also |strongly ){0,2}(?:advise|urge|encourage|ask|recommend|like)",
    ),
    Clue("strongly", then=r" [a-z]+"),
    Clue("going", then=r" to"),
    Clue("is are", then=r" to"),
    Clue("pledge pledges pledged promise promises promised undertake undertakes undertook"),
    Clue("commit commits committed vow vows vowed commitment undertaking"),
)
_INTENDS = (
    Clue(
        "plan plans planning planned intend intends intending intended intention", then=r"(?= to\b)"
    ),
    Clue("aim aims aiming propose proposes proposing proposed expects expected", then=r"(?= to\b)"),
    Clue("due set scheduled committed", then=r"(?= to\b)", after=BE),
    Clue(
        "should recommend recommends recommended advise advises advised urge urges urged ask asks"
    ),
    Clue("need needs ought", then=r"(?= to\b)"),
    Clue("call calls called calling", then=r" (?:up)?on"),
    *CONTINUES,
    *PROCESS,
)
_WONDERS = (
    *EXPLORES,
    Clue("encourage encourages consider seek seeks seeking"),
    Clue("would", then=r" (?:very much |also )?(?:like|love) to see"),
    Clue(
        "is are am was were we're they're it's i'm",
        then=r" (?:not )?(?:also |now |[a-z]+ly )?(?:being [a-z]+|[a-z-]+ing)",
    ),
)
_ADVERBS = r"(?: (?:not|never|also|now|then|again|all|each|[a-z]+ly)){0,2}"
_FEW_WORDS = r" [a-z][\w'-]*(?: [\w'%\u00a3$\u20ac,-]+){0,2}"
_ACTS = (
    Clue(
        "will would shall must should won't shan't we'll i'll they'll it'll",
        then=f"{_ADVERBS}{_FEW_WORDS}",
    ),
    Clue("to", then=_FEW_WORDS, after=rf"{UNDERTAKES} "),
)
_ASKED_ACTS = (Clue("to", then=_FEW_WORDS),)
_READ = Clues(
    {
        "4": _BINDS,
        "3": _FIRM,
        "2": _INTENDS,
        "1": _WONDERS,
        "hedge": CONDITIONS,
        "act": _ACTS,
        "asked": _ASKED_ACTS,
        "vague": VAGUE_ACTS,
    }
)


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firmly a promise binds, and the words that decided it."""

    strength: Strength
    words: str
    """The verb or modal; "" when the quote takes it from a lead-in."""
    dated: str | None = None
    """The date that makes "will" binding."""
    hedge: str | None = None
    """The words that lowered it by a step."""
    places: tuple[Place, ...] = ()
    """Where the words stand in the quote."""

    def __str__(self) -> str:
        """``2 intended: “will”, lowered by “subject to funding”``."""
        said = f"“{self.words}”" if self.words else "from the words before it"
        if self.dated:
            said += f" with a date, “{self.dated}”"
        if self.hedge:
            said += f", lowered by “{self.hedge}”"
        return f"{int(self.strength)} {self.strength.name.lower()}: {said}"


def firmness(commitment: Commitment) -> Firmness | None:
    """The strength on record and the words that decided it; None when none is recorded.

    A hedge lowers what the verb says by one step, and a date makes "will" binding (domain:
    strength); so the words of the step above, or below, are looked for as well.
    """
    if commitment.strength is None:
        return None
    strength = Strength(commitment.strength)
    passage, found = _read(commitment.quote)
    hedge = commitment.condition or _first(passage, found.get("hedge"))
    steps = _steps(strength, hedged=bool(hedge), wonders="1" in found)
    step = next((one for one in steps if one in found), None)
    if step is None:
        return Firmness(strength, "")
    place = found[step][0]
    return Firmness(
        strength,
        passage.says(place),
        dated=_date_of(commitment) if (step, strength) == ("3", Strength.BINDING) else None,
        hedge=hedge if int(step) == strength + 1 else None,
        places=(place,),
    )


@lru_cache(maxsize=64)
def _read(quote: str) -> tuple[Passage, Mapping[str, Sequence[Place]]]:
    """What was found in a quote, which is asked first how firm and then how testable it is."""
    passage = passage_of(quote)
    return passage, _READ.read(passage)


@cache
def _steps(strength: Strength, *, hedged: bool, wonders: bool) -> tuple[str, ...]:
    """The steps whose words may have decided a strength, the likeliest first."""
    steps = [str(int(strength))]
    if hedged and strength < Strength.BINDING:
        steps.insert(strength is Strength.EXPLORATORY and wonders, str(strength + 1))
    if strength is Strength.BINDING:
        steps.append(str(int(Strength.FIRM)))
    return (*steps, *(one for one in "4321" if one not in steps))


def _date_of(commitment: Commitment) -> str | None:
    return commitment.due_text or (None if commitment.due is None else commitment.due.isoformat())


def _first(passage: Passage, places: Sequence[Place] | None) -> str | None:
    return passage.says(places[0]) if places else None


def why_testable(commitment: Commitment) -> str:
    """Whether somebody could check it, and why: ``yes: “publish the plan” can be checked``."""
    passage, found = _read(commitment.quote)
    if commitment.testable:
        act = _act(commitment, passage, found)
        return f"yes: “{act}” can be checked" if act else "yes: it names what can be checked"
    vague = _first(passage, found.get("vague"))
    why = f"“{vague}” alone names nothing to check" if vague else "it names nothing to check"
    if commitment.success_test is not None:
        return f"by its success test: {why}"
    return f"no: {why}"


def _act(
    commitment: Commitment, passage: Passage, found: Mapping[str, Sequence[Place]]
) -> str | None:
    """The first words of what is to be done: of a bullet its own, of advice what is advised."""
    if "lead-in" in commitment.cues:
        return _whole(passage.text.split()[:3])
    asked = found.get("asked") if "addressee" in commitment.cues else None
    said = _first(passage, asked or found.get("act"))
    if said is None:
        return None
    words = said.split()[1:]
    while len(words) > 1 and words[0].lower() in _BEFORE_THE_VERB:
        del words[0]
    return _whole(words)


def _whole(words: list[str]) -> str:
    """The words without a last one that only leads on: "fit out a" is "fit out"."""
    while len(words) > 1 and _LEADS_ON.fullmatch(words[-1]):
        del words[-1]
    return " ".join(words).rstrip(",;:.")


_LEADS_ON = re.compile(
    r"an?|the|its|our|their|his|her|my|your|this|these|that|every|each|all|any|some|no|and|or|of|to"
    r"|by|in|on|at|for|from|with|within|over|into|under|as|than|how|whether|if|where|when|who|which"
    r"|there|more",
    re.IGNORECASE,
)
_BEFORE_THE_VERB = frozenset({"not", "never", "also", "now", "then", "again", "all", "each"})
