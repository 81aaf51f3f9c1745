"""The records commitrack keeps (domain: records). Plain, frozen values: no storage in sight."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from commitrack.model.frozen import dataclass, field
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.kinds import Confidence, Kind, OwnerBasis, Strength
from commitrack.model.statements import Mention, Precision
from commitrack.model.status import Status

DEFAULT_CADENCE = 90
"""Days between two looks at a commitment when nobody chose otherwise (domain: assurance)."""

TITLE_LIMIT = 80
"""Characters of a commitment's title; the quote stays the authority."""


class PartyKind(StrEnum):
    """What a party is."""

    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Party:
    """A body, a person or a group that promises, acts or benefits."""

    name: str
    kind: PartyKind = PartyKind.ORGANISATION
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    successor: str | None = None
    number: int = 0
    version: int = 0
    owned: int = 0
    """How many commitments it owns, itself alone; filled in by lists."""


class SourceClass(StrEnum):
    """Who stands behind a piece of evidence."""

    SELF = "self"
    OFFICIAL = "official"
    INDEPENDENT = "independent"
    DIRECT = "direct"


class Stance(StrEnum):
    """What a piece of evidence does to the claim that the commitment was kept."""

    SUPPORTS = "supports"
    PARTIAL = "partial"
    DISPUTES = "disputes"
    WITHDRAWS = "withdraws"


class EvidenceKind(StrEnum):
    """The form a piece of evidence takes."""

    DOCUMENT = "document"
    DATA = "data"
    STATEMENT = "statement"
    VISIT = "visit"
    REPLY = "reply"
    PRESS = "press"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record that bears on a commitment. Retracted with a reason, never deleted."""

    title: str
    source: SourceClass
    kind: EvidenceKind = EvidenceKind.DOCUMENT
    stance: Stance = Stance.SUPPORTS
    url: str | None = None
    locator: str | None = None
    quote: str | None = None
    dated: date | None = None
    accessed_on: date | None = None
    added_by: str = ""
    retracted: str | None = None
    """The reason it was retracted; None while it stands."""
    number: int = 0


class CheckResult(StrEnum):
    """What a look for movement turned up."""

    FOUND = "found"
    NOTHING_FOUND = "nothing_found"
    NO_REPLY = "no_reply"
    ASKED = "asked"
    """The owner was asked, in a letter that somebody sent by hand: nothing was learnt by that."""


@dataclass(frozen=True, slots=True)
class Check:
    """Somebody looked, somewhere, on a day."""

    result: CheckResult
    where: str
    on: date
    by: str
    note: str | None = None
    next_follow_up: date | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class DateMove:
    """The owner's date moved, for a reason, on a day."""

    old: date
    new: date | None
    reason: str
    on: date
    by: str
    announced: bool = True
    """True when the owner announced it, False when we assumed it."""
    number: int = 0

    @property
    def days(self) -> int | None:
        """How far the date moved, in days; positive is later; None when it was removed."""
        return None if self.new is None else (self.new - self.old).days


class Decision(StrEnum):
    """How a review was decided."""

    APPROVED = "approved"
    SENT_BACK = "sent_back"


@dataclass(frozen=True, slots=True)
class Review:
    """A closing somebody proposed, and what the second person decided."""

    proposed: Status
    asked_by: str
    asked_on: date
    asked_note: str | None = None
    decision: Decision | None = None
    """None while it waits."""
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str | None = None
    evidence: tuple[int, ...] = ()
    """Numbers of the evidence that stood when it was decided."""
    self_verified: bool = False
    number: int = 0


class LinkType(StrEnum):
    """How one commitment bears on another."""

    REPEATS = "repeats"
    WEAKENS = "weakens"
    STRENGTHENS = "strengthens"
    DELAYS = "delays"
    NARROWS = "narrows"
    SUPERSEDES = "supersedes"
    CONTRADICTS = "contradicts"
    PART_OF = "part_of"
    DEPENDS_ON = "depends_on"

    @property
    def words(self) -> str:
        """How it reads between two IDs: ``C-0007 depends on C-0002``."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two commitments, confirmed by a person: `source` `type` `other`."""

    type: LinkType
    source: int
    other: int
    by: str
    note: str | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A question of the wording lint that a person has dismissed, with the reason."""

    rule: str
    """The rule that asks it: ``L2``."""
    reason: str
    on: date
    by: str
    number: int = 0


class Judgement(StrEnum):
    """What a person made of a suggested link."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A link that the tool proposes: `source` seems to say again what `other` said before."""

    type: LinkType
    source: int
    """The later promise."""
    other: int
    """The earlier one."""
    score: int
    """How alike they are, in percent."""
    judgement: Judgement | None = None
    """None while nobody has decided."""
    reason: str | None = None
    by: str | None = None
    on: date | None = None
    number: int = 0


class Visibility(StrEnum):
    """Who may see a commitment in published pages."""

    INTERNAL = "internal"
    PUBLIC = "public"


def members_of(body: str) -> str:
    """The party that "X and its members" names beside X."""
    return f"members of {body}"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise on the record: who must do what by when, and how that stands."""

    title: str
    quote: str
    kind: Kind = Kind.COMMITMENT
    status: Status = Status.CANDIDATE
    reason: str | None = None
    """Why it has its status: a reject reason, what stalled it, what is missing."""
    owners: tuple[str, ...] = ()
    """Who must deliver, first owner first."""
    owner_basis: OwnerBasis = OwnerBasis.UNSTATED
    partners: tuple[str, ...] = ()
    beneficiary: str | None = None
    lead: str | None = None
    reviewer: str | None = None
    success_test: str | None = None
    due_original: date | None = None
    due: date | None = None
    due_text: str | None = None
    due_precision: Precision = Precision.UNKNOWN
    follow_up: date | None = None
    cadence: int = DEFAULT_CADENCE
    last_checked: date | None = None
    strength: Strength | None = None
    testable: bool = False
    ongoing: bool = False
    condition: str | None = None
    priority: int = 2
    topic: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    cues: tuple[str, ...] = ()
    confidence: Confidence | None = None
    extractor: str | None = None
    visibility: Visibility = Visibility.INTERNAL
    closed_on: date | None = None
    number: int = 0
    version: int = 0
    """The transaction that last touched it, children included: the optimistic version."""

    @property
    def id(self) -> str:
        """The commitment's ID, ``C-0001``."""
        return commitment_id(self.number)

    @property
    def owner(self) -> str:
        """The owners in one line, or an empty string when nobody is named."""
        if len(self.owners) < 2:
            return self.owners[0] if self.owners else ""
        names = [
            "its members" if place == 1 and name == members_of(self.owners[0]) else name
            for place, name in enumerate(self.owners)
        ]
        return " and ".join(names)


@dataclass(frozen=True, slots=True)
class Source:
    """What a commitment's row needs of its statement without carrying the text."""

    number: int
    title: str
    said_on: date | None
    precision: Precision
    publisher: str | None
    speaker: str | None
    role: str | None
    origin: str

    @property
    def id(self) -> str:
        """The statement's ID, ``S-0001``."""
        return statement_id(self.number)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything on file about one commitment, except the history of its fields."""

    commitment: Commitment
    mentions: tuple[Mention, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    checks: tuple[Check, ...] = ()
    moves: tuple[DateMove, ...] = ()
    reviews: tuple[Review, ...] = ()
    links: tuple[Link, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    """Links proposed from it and to it, decided or not."""
    source: Source | None = None
    parents: dict[str, str] = field(default_factory=dict)
    """Parent body of each owner that has one."""

    @property
    def standing_evidence(self) -> tuple[Evidence, ...]:
        """The evidence that has not been retracted."""
        return tuple(piece for piece in self.evidence if piece.retracted is None)

    @property
    def looks(self) -> tuple[Check, ...]:
        """The checks by which something was learnt, if only that there is nothing to see; a letter
        that went out is none.
        """
        return tuple(one for one in self.checks if one.result is not CheckResult.ASKED)

    @property
    def letters(self) -> tuple[Check, ...]:
        """When the owner was asked in a letter."""
        return tuple(one for one in self.checks if one.result is CheckResult.ASKED)

    @property
    def open_suggestions(self) -> tuple[Suggestion, ...]:
        """The links proposed from it that wait for a decision: what it seems to say again.

        What is rejected is no promise, and so repeats none.
        """
        if self.commitment.status is Status.REJECTED:
            return ()
        mine = self.commitment.number
        return tuple(
            one for one in self.suggestions if one.source == mine and one.judgement is None
        )

    @property
    def pending_review(self) -> Review | None:
        """The review that waits for a decision, if one does."""
        return next((one for one in reversed(self.reviews) if one.decision is None), None)

    @property
    def closing_review(self) -> Review | None:
        """The approval that the present closed status rests on."""
        for one in reversed(self.reviews):
            if one.decision is Decision.APPROVED and one.proposed is self.commitment.status:
                return one
        return None
