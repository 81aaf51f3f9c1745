"""How firmly a promise binds, with the words that say so; and whether anybody could check it.

The extractor reads both off the statement and the record keeps them. Here the words that decided
are found again in the quote, so that a person can judge them.
"""

from __future__ import annotations

from functools import cache

from commitrack.model.frozen import dataclass
from commitrack.model.kinds import Strength
from commitrack.model.lint.clues import Found
from commitrack.model.lint.passage import Place
from commitrack.model.lint.wordings import CLUES
from commitrack.model.records import Commitment


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
        return f"{_STEPS[self.strength]}: {said}"


_STEPS = {one: f"{int(one)} {one.name.lower()}" for one in Strength}
_NAMES = {int(one): f"step {int(one)}" for one in Strength}
"""What the words of a step are found under."""


def firmness(commitment: Commitment) -> Firmness | None:
    """The strength on record and the words that decided it; None when none is recorded.

    A hedge lowers what the verb says by one step, and a date makes "will" binding (domain:
    strength); so the words of the step above, or below, are looked for as well.
    """
    if commitment.strength is None:
        return None
    strength = commitment.strength
    found = CLUES.read(commitment.quote)
    hedge = commitment.condition or _first(found, "L10")
    wonders = bool(hedge) and strength is Strength.EXPLORATORY and bool(found["step 1"])
    for step in _steps(strength, bool(hedge), wonders):
        places = found[_NAMES[step]]
        if places:
            break
    else:
        return Firmness(strength, "")
    return Firmness(
        strength,
        found.passage.says(places[0]),
        dated=_date_of(commitment) if step == 3 and strength is Strength.BINDING else None,
        hedge=hedge if step == strength + 1 else None,
        places=(places[0],),
    )


@cache
def _steps(strength: Strength, hedged: bool, wonders: bool) -> tuple[int, ...]:
    """The steps whose words may have decided a strength, the likeliest first."""
    steps = [int(strength)]
    if hedged and strength < Strength.BINDING:
        steps.insert(wonders, strength + 1)
    if strength is Strength.BINDING:
        steps.append(int(Strength.FIRM))
    return (*steps, *(int(one) for one in reversed(Strength) if one not in steps))


def _date_of(commitment: Commitment) -> str | None:
    return commitment.due_text or (None if commitment.due is None else commitment.due.isoformat())


def _first(found: Found, name: str) -> str | None:
    places = found[name]
    return found.passage.says(places[0]) if places else None


def why_testable(commitment: Commitment) -> str:
    """Whether somebody could check it, and why: ``yes: “publish the plan” can be checked``."""
    found = CLUES.read(commitment.quote)
    if commitment.testable:
        act = _act(commitment, found)
        return f"yes: “{act}” can be checked" if act else "yes: it names what can be checked"
    vague = _first(found, "L8")
    why = f"“{vague}” alone names nothing to check" if vague else "it names nothing to check"
    if commitment.success_test is not None:
        return f"by its success test: {why}"
    return f"no: {why}"


def _act(commitment: Commitment, found: Found) -> str | None:
    """The first words of what is to be done: of a bullet its own, of advice what is advised."""
    if "lead-in" in commitment.cues:
        return _whole(found.passage.text.split()[:3])
    asked = _first(found, "asked act") if "addressee" in commitment.cues else None
    said = asked or _first(found, "act")
    if said is None:
        return None
    words = said.split()[1:]
    while len(words) > 1 and words[0].lower() in _BEFORE_THE_VERB:
        del words[0]
    return _whole(words)


def _whole(words: list[str]) -> str:
    """The words without a last one that only leads on: "fit out a" is "fit out"."""
    while len(words) > 1 and words[-1].lower() in _LEADS_ON:
        del words[-1]
    return " ".join(words).rstrip(",;:.")


_LEADS_ON = frozenset(
    {
        *("a", "an", "the", "its", "our", "their", "his", "her", "my", "your", "this", "these"),
        *("that", "every", "each", "all", "any", "some", "no", "and", "or", "of", "to", "by", "in"),
        *("on", "at", "for", "from", "with", "within", "over", "into", "under", "as", "than"),
        *("how", "whether", "if", "where", "when", "who", "which", "there", "more"),
    }
)
_BEFORE_THE_VERB = frozenset({"not", "never", "also", "now", "then", "again", "all", "each"})
