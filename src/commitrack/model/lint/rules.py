"""The fourteen rules of the wording lint: what each looks for, and the question it asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from commitrack.model.frozen import dataclass
from commitrack.model.kinds import Strength
from commitrack.model.lint.passage import Place
from commitrack.model.lint.wordings import CLUES
from commitrack.model.records import Commitment


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired, the words that fired it, and the question to ask."""

    rule: str
    question: str
    words: str = ""
    """The first of the words; "" when the weakness is that something is missing."""
    places: tuple[Place, ...] = ()
    """Where the words stand in the quote, in order; empty when they come from another field."""


class Reading:
    """A commitment as the rules see it: its fields, and where its quote says what."""

    __slots__ = ("commitment", "passage", "places")

    def __init__(self, commitment: Commitment) -> None:
        self.commitment = commitment
        self.places = CLUES.read(commitment.quote)
        self.passage = self.places.passage

    def words(self, words: str) -> Answer:
        """Words out of a field, with their place when the quote has them."""
        place = self.passage.find(words)
        return words, () if place is None else (place,)


Answer: TypeAlias = tuple[str, Sequence[Place]]
"""The words that fire a rule ("" when something is missing), and where they stand."""
Test: TypeAlias = Callable[[Reading], Answer | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the lint."""

    id: str
    name: str
    """The weakness, in a few words."""
    question: str
    clears: str
    """What clears it, besides a person who sets it aside."""
    test: Test | None = None
    """What it looks at; without one it fires on its own words, wherever the quote has them."""


def _shown(reading: Reading, places: Sequence[Place]) -> Answer | None:
    return (reading.passage.says(places[0]), places) if places else None


def times(reading: Reading) -> Sequence[Place]:
    """Words of the quote that say when, for a record without a deadline.

    What the extractor passed over is background ("in July 2021 we found"), except a day on which
    something begins and a recurrence; of a quote that was typed in, nobody has read the deadline.
    """
    found = [*reading.places["starts"], *reading.places["recurs"]]
    if reading.commitment.extractor is None:
        found += reading.places["by then"]
    return sorted(found)


def _no_date(reading: Reading) -> Answer | None:
    commitment = reading.commitment
    if commitment.due is not None or commitment.due_text or times(reading):
        return None
    # A promise not to act has no day by which it is done; L14 asks how long it holds.
    return None if reading.places["L14"] else ("", ())


def _weak_modal(reading: Reading) -> Answer | None:
    found, might = reading.places["L4 tries"], reading.places["L4 might"]
    if might and (reading.commitment.strength or 0) < Strength.FIRM:
        # "The minister said it would publish" is a firm promise, reported: the words were "will".
        found = sorted((*found, *might))
    return _shown(reading, found)


def _no_actor(reading: Reading) -> Answer | None:
    if reading.commitment.owners:
        return None
    return _shown(reading, reading.places["L5"]) or ("", ())


def _shared_owner(reading: Reading) -> Answer | None:
    owners = reading.commitment.owners
    found = reading.places["L6"]
    if found:
        ends = reading.places["subject ends"]
        before_the_verb = ends[0][0] if ends else 0
        found = [place for place in found if place[1] <= before_the_verb]
    if found:
        return _shown(reading, found)
    return (reading.commitment.owner, _names(reading)) if len(owners) > 1 else None


def _names(reading: Reading) -> Sequence[Place]:
    """Where the owners are named in the quote, as far as they are."""
    found = map(reading.passage.find, reading.commitment.owners)
    return sorted(place for place in found if place is not None)


def _nothing_to_count(reading: Reading) -> Answer | None:
    commitment = reading.commitment
    if commitment.testable or commitment.success_test is not None:
        return None
    return _shown(reading, reading.places["L8"][:1]) or ("", ())


def _conditional(reading: Reading) -> Answer | None:
    condition = reading.commitment.condition
    if condition:
        return reading.words(condition)
    return _shown(reading, reading.places["L10"])


def _loose_date(reading: Reading) -> Answer | None:
    commitment = reading.commitment
    if commitment.due is not None:
        return None
    if commitment.due_text:
        return None if recurs(commitment.due_text) else reading.words(commitment.due_text)
    return None if reading.places["recurs"] else _shown(reading, times(reading))


def recurs(words: str) -> bool:
    """Whether words name a recurrence, which says when again and again: no loose date."""
    return bool(CLUES.read(words)["recurs"])


RULES = (
    Rule("L1", "no date", "By when?", "a due date, or its date in words", _no_date),
    Rule(
        "L2",
        "exploratory verb",
        "What decision will follow, and where will it be published?",
        "",
    ),
    Rule("L3", "process verb", "What will exist that does not now?", ""),
    Rule("L4", "weak modal", "Will it be done, or might it be?", "", _weak_modal),
    Rule("L5", "no actor, or passive", "Who will do it?", "an owner", _no_actor),
    Rule("L6", "shared or open-ended owner", "Which of them answers for it?", "", _shared_owner),
    Rule("L7", "depends on a third party", "What if the others do not act?", ""),
    Rule(
        "L8",
        "nothing to count or look at",
        "What could be counted or looked at?",
        "a success test",
        _nothing_to_count,
    ),
    Rule("L9", "vague quantity", "How much is that?", ""),
    Rule("L10", "conditional", "Who decides whether the condition is met?", "", _conditional),
    Rule("L11", "relative or event date", "Which day is that?", "a due date", _loose_date),
    Rule("L12", "two actions", "Are these two promises? Split them?", ""),
    Rule("L13", "continues what is", "What would change?", ""),
    Rule("L14", "promises not to act", "Until when?", ""),
)
"""Every rule, in the order it is asked."""
