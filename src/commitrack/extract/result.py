"""What the extractor is told and what it returns: plain values, with offsets in code points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from commitrack.model.frozen import dataclass

if TYPE_CHECKING:
    import datetime

    from commitrack.model.kinds import Confidence, Kind, OwnerBasis

EXTRACTOR_VERSION = "6"
"""Changes whenever the same text may give other candidates."""

BY_HAND = "by-hand"
"""The cue of an item whose words were chosen by a person."""

DeadlineKind = Literal["fixed", "relative", "vague", "recurrent"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows about a statement; it overrides what is found in the text."""

    date: datetime.date | None = None
    publisher: str | None = None
    speaker: str | None = None


class Deadline(NamedTuple):
    """The words which bound an act in time, and the last day they allow when that can be known.

    ``text`` is ``statement[start:end]``; ``date`` is None for vague and recurrent words, and for
    relative ones which cannot be resolved.
    """

    text: str
    date: datetime.date | None
    kind: DeadlineKind
    start: int
    end: int


class Candidate(NamedTuple):
    """One proposed item: one owner, one action, and why it was proposed.

    ``quote`` is ``statement[start:end]``. ``owner`` is None exactly when the words name nobody;
    ``owners`` are the same parties one by one, by names that stand alone, the first owner first.
    ``strength`` is None for aspirations; ``cues`` names the cues and guards that decided.
    """

    start: int
    end: int
    quote: str
    kind: Kind
    owner: str | None
    owners: tuple[str, ...]
    owner_text: str | None
    owner_basis: OwnerBasis
    partners: tuple[str, ...]
    strength: int | None
    testable: bool
    ongoing: bool
    condition: str | None
    deadline: Deadline | None
    confidence: Confidence
    cues: tuple[str, ...]


class Step(NamedTuple):
    """A cue that was found in a sentence, and what became of it.

    ``passed`` names the guards that let it pass; ``guard`` is the one that held it back, with its
    ``reason``, and None when it became an item. Names are those of :mod:`commitrack.extract.rules`.
    """

    cue: str
    start: int
    end: int
    passed: tuple[str, ...]
    guard: str | None = None
    reason: str | None = None


class Sentence(NamedTuple):
    """A sentence, or a heading or footer line (``number`` None), and what was decided about it.

    ``cues`` are the names of the rules that decided, ``steps`` every cue in it with its guards.
    """

    number: int | None
    start: int
    end: int
    line: int
    cues: tuple[str, ...]
    verdict: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one statement. ``affiliations`` are (child body, parent body) pairs.

    ``aliases`` are (short name, full name) pairs, of names which the text itself introduces so:
    "the National Patient Safety Agency (NPSA)".
    """

    publisher: str | None
    speaker: str | None
    role: str | None
    date: datetime.date | None
    date_precision: str
    genre: str
    sentences: tuple[Sentence, ...]
    candidates: tuple[Candidate, ...]
    affiliations: tuple[tuple[str, str], ...]
    aliases: tuple[tuple[str, str], ...] = ()
