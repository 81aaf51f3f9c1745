"""What is put on record: a statement with what is promised in it, and where that stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from commitrack.model.frozen import dataclass, field

if TYPE_CHECKING:  # who only reads need not wait for what the others are spoken to in
    from commitrack.model.records import Check, Commitment, DateMove, Evidence, Review
    from commitrack.model.statements import Mention, Reading, StatementDraft
    from commitrack.store.protocol import Store

NO_ALIASES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate commitment and where it stands in its statement, not yet stored."""

    commitment: Commitment
    mention: Mention
    rewords: int | None = None
    """The commitment of the version before that it seems to put in other words."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What a statement is stored as, once it has been held against what is on record."""

    proposals: tuple[Proposal, ...]
    """What is new in it."""
    previous: int | None = None
    """The statement that it is a new version of."""
    mentions: tuple[tuple[int, Mention], ...] = ()
    """Commitments on record that stand in it again, and where."""
    readings: tuple[Reading, ...] = ()
    """Sentences that somebody has read in the version before and that stand in it as they were."""


Revise: TypeAlias = "Callable[[Store], Revision]"
"""Holds a statement against the record. It is called inside the write transaction, and so judges by
the present record, not by what somebody saw a minute ago; it asks, and never writes.
"""


@dataclass(frozen=True, slots=True)
class Filing:
    """A statement with what is promised in it, one of many that are put on record at once."""

    draft: StatementDraft
    proposals: Sequence[Proposal] = ()
    filed: Mapping[int, Sequence[Evidence | Check | DateMove | Review]] = field(
        default_factory=dict
    )
    """What is on file about a proposal already, by its place among the proposals, from 0."""
