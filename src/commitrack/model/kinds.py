"""What was said: the kind of an item and how firmly it binds (domain: kinds, strength)."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What an item in a statement is. Only commitments enter delivery counts."""

    COMMITMENT = "commitment"
    """Somebody undertakes to act: could one later ask "did you?"."""
    RECOMMENDATION = "recommendation"
    """Somebody else is told or asked to act."""
    ASPIRATION = "aspiration"
    """A wish, value, hope or duty with no undertaking."""


class Strength(IntEnum):
    """How firmly the words bind, from their verbs and hedges."""

    EXPLORATORY = 1
    INTENDED = 2
    FIRM = 3
    BINDING = 4


class Confidence(StrEnum):
    """How sure the extractor is of a candidate. Low goes to review; it is never hidden."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class OwnerBasis(StrEnum):
    """Why a party is held to be the owner of an item."""

    STATED = "stated"
    SPEAKER = "speaker"
    LEAD_IN = "lead-in"
    ANTECEDENT = "antecedent"
    AGENT = "agent"
    INFERRED = "inferred"
    UNSTATED = "unstated"
