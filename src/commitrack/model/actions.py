"""What a person can do to a commitment, as values.

An action says what is wanted; `commitrack.model.workflow.plan` decides whether the rules allow it
and what it changes. The same values come from the command line, the terminal UI and the demo.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from commitrack.model.frozen import dataclass, field
from commitrack.model.records import CheckResult, EvidenceKind, LinkType, SourceClass, Stance
from commitrack.model.status import RejectReason, Status

FieldValue: TypeAlias = str | int | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Accept:
    """Take a candidate on as a commitment to follow."""

    owners: tuple[str, ...] = ()
    """Who must deliver, when the statement did not say; empty keeps what is there."""
    lead: str | None = None
    due: date | None = None
    follow_up: date | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """Judge a candidate not to be a commitment; it stays in coverage."""

    reason: RejectReason
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Restore:
    """Bring a rejected candidate back to triage."""


@dataclass(frozen=True, slots=True)
class SetFields:
    """Set fields by name; see `commitrack.model.fields` for the names and their types."""

    values: Mapping[str, FieldValue]
    why: str | None = None
    announced: bool = True
    """For a move of the due date: the owner announced it (True) or we assume it (False)."""


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """File a piece of evidence."""

    title: str
    source: SourceClass
    kind: EvidenceKind = EvidenceKind.DOCUMENT
    stance: Stance = Stance.SUPPORTS
    url: str | None = None
    locator: str | None = None
    quote: str | None = None
    dated: date | None = None
    accessed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RetractEvidence:
    """Withdraw a piece of evidence, with a reason; it stays on file."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """Put on record that somebody looked, and what turned up."""

    result: CheckResult
    where: str
    next_follow_up: date | None = None
    """When to look again; None leaves it to the commitment's cadence."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LogSent:
    """Put on record that a letter which asks the owner was sent, by hand; nothing is sent here."""

    to: str | None = None
    """Whom it went to; None: the owner."""
    on: date | None = None
    """The day it was sent; None: today."""
    next_follow_up: date | None = None
    """When to look for the answer; None: `REPLY_DAYS` after it was sent."""
    note: str | None = None


REPLY_DAYS = 14
"""Days that an owner is given to answer a letter, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Move to another status; a closing becomes a proposal that waits for a second person."""

    status: Status
    why: str | None = None
    self_verify: bool = False
    other: int | None = None
    """For ``superseded``: the number of the later commitment that replaces this one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Put down that it is said to be done; a review decides."""

    note: str | None = None
    success_test: str | None = None


@dataclass(frozen=True, slots=True)
class Approve:
    """Decide a waiting review in favour."""

    note: str | None = None
    missing: str | None = None
    """What is missing: makes it partly delivered instead of delivered."""
    self_verify: bool = False


@dataclass(frozen=True, slots=True)
class SendBack:
    """Decide a waiting review against, with a note to whoever asked."""

    note: str


@dataclass(frozen=True, slots=True)
class Reopen:
    """Open a closed commitment again, with a reason; the closing stays visible."""

    why: str
    status: Status | None = None
    """OPEN or IN_PROGRESS; None chooses by whether there is evidence."""


@dataclass(frozen=True, slots=True)
class AddLink:
    """Relate this commitment to another one."""

    type: LinkType
    other: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DismissQuestion:
    """Dismiss a question of the wording lint, with the reason; it stays on file."""

    rule: str
    """The rule that asks it: ``L2``, in either case."""
    why: str


@dataclass(frozen=True, slots=True)
class RecallQuestion:
    """Have a question that was dismissed asked again."""

    rule: str


@dataclass(frozen=True, slots=True)
class DeclineLink:
    """Decide that this commitment does not say again what another one said."""

    other: int
    why: str


Action: TypeAlias = (
    Accept
    | Reject
    | Restore
    | SetFields
    | AddEvidence
    | RetractEvidence
    | RecordCheck
    | LogSent
    | SetStatus
    | Claim
    | Approve
    | SendBack
    | Reopen
    | AddLink
    | DismissQuestion
    | RecallQuestion
    | DeclineLink
)


@dataclass(frozen=True, slots=True)
class Edit:
    """An action on one commitment, and the version of it that the editor saw."""

    commitment: int
    action: Action
    seen: int | None = None
    """None means: whatever it is by now (a script that has not looked)."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an edit would change, for a look before it is made."""

    commitment: int
    title: str
    changes: tuple[tuple[str, str, str], ...] = field(default_factory=tuple)
    """(field, old, new) as people read them."""
    refusal: str | None = None
