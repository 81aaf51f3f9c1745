"""What a cue is: words that may make an item, and how the clause around them is read."""

from __future__ import annotations

from enum import StrEnum

from commitrack.model.frozen import dataclass
from commitrack.model.kinds import Kind, Strength

DEMANDED = frozenset({"must-verb", "should-verb", "need-verb", "may-kindly"})
"""The cues by which somebody is told what to do, rather than asked or advised."""


class Shape(StrEnum):
    """How the words around a cue are read."""

    MODAL = "modal"
    """A verb follows: will, would, must, should."""
    INFINITIVE = "infinitive"
    """The pattern ends in "to" and a verb follows: plan to, pledge to."""
    CONTENT = "content"
    """A clause follows that is part of the item: guarantee that, hope that."""
    PROGRESSIVE = "progressive"
    """The pattern holds the verb: is exploring."""
    PASSIVE_STATE = "passive-state"
    """The pattern holds everything: is under consideration."""
    NOMINAL = "nominal"
    """A possessor, a noun and a verb: our pledge to publish."""
    ACCEPTANCE = "acceptance"
    """Accepts a recommendation or a request."""
    ADDRESS = "address"
    """Somebody else is asked: urge X to, recommend that X."""
    WISH = "wish"
    """Whatever follows is wished for: want."""
    COMMITTED = "committed"
    """Is committed to a thing or to doing it."""


class Whose(StrEnum):
    """Where the owner of a commitment is found."""

    SUBJECT = "subject"
    """Whoever the clause is about."""
    WORDS = "words"
    """In the words of the cue: "our intention", "the Council's plan"."""
    AGENT = "agent"
    """Behind "by": what is said to be done has no owner of its own."""
    WORDS_OR_AGENT = "words-or-agent"
    """In the words of the cue when they say "our", else behind "by"."""
    NAMED_OR_SPEAKER = "named-or-speaker"
    """A body that is named, or else whoever speaks: "the office opens in May"."""
    AGENT_OR_SPEAKER = "agent-or-speaker"
    """Behind "by", or else whoever speaks."""
    SUBJECT_OR_SPEAKER = "subject-or-speaker"
    """Whoever the clause is about, or else whoever speaks: "You have my word"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table."""

    name: str
    doc: str
    """What the words say, in a sentence."""
    example: str
    """A sentence in which the cue is found and decides."""
    signs: str
    """Small letters, "|" between, of which some stand wherever the cue does: most sentences have
    few, and looking for them is much quicker than searching for the pattern.
    """
    pattern: str
    kind: Kind
    strength: Strength | None
    shape: Shape
    guards: tuple[str, ...] = ()
    whose: Whose = Whose.SUBJECT
    by_verb: bool = False
    """Whether its verb says how firm it is: to explore a thing is less than to do it."""
    by_day: bool = False
    """Whether a day to do it by makes it binding."""
    once: bool = False
    """Whether it is done with once, though its words are those of a state or of work in hand."""
