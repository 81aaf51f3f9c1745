"""What the words mean that are shown to the public (domain: status, derived, kinds, strength)."""

from __future__ import annotations

from collections.abc import Mapping

from commitrack.model.assurance import Assurance
from commitrack.model.kinds import Kind, Strength
from commitrack.model.records import SourceClass, Stance
from commitrack.model.schedule import Schedule
from commitrack.model.status import Status

STATUSES: Mapping[Status, str] = {
    Status.OPEN: "on the record; no action is recorded yet",
    Status.IN_PROGRESS: "at least one piece of evidence shows action toward it",
    Status.STALLED: "a check found no movement, or its owner said that it is paused",
    Status.CLAIMED: "said to be done; nobody has reviewed that yet",
    Status.DELIVERED: "a second person found that the evidence meets the test of success",
    Status.PARTLY_DELIVERED: "closed materially short of what was promised, with a real result",
    Status.NOT_DELIVERED: "the date passed, or the owner conceded that it will not be done",
    Status.WITHDRAWN: "the owner dropped it in public",
    Status.SUPERSEDED: "a later commitment has taken its place",
    Status.UNVERIFIABLE: "nobody could apply a test to it, and asking the owner did not help",
}
"""A judgement of people, never derived from dates."""

SCHEDULES: Mapping[Schedule, str] = {
    Schedule.NO_DATE: "no date was given; it is never called overdue",
    Schedule.FUTURE: "the date lies ahead",
    Schedule.DUE_SOON: "the date is near",
    Schedule.DUE_TODAY: "the date is the day of this edition; that is not overdue",
    Schedule.OVERDUE: "the date has passed, and it is still open",
    Schedule.MET: "delivered, in full or in part, by the first date",
    Schedule.MET_LATE: "delivered, in full or in part, after the first date",
    Schedule.MISSED: "it had a date, and was closed undelivered",
}
"""How a commitment stands against its dates; a closed one against its first."""

ASSURANCES: Mapping[Assurance, str] = {
    Assurance.NONE: "nothing on record supports it",
    Assurance.SELF: "it rests on the owner’s own word",
    Assurance.OFFICIAL: "an official record supports it",
    Assurance.INDEPENDENT: "a source independent of the owner supports it",
    Assurance.DIRECT: "somebody of ours saw it",
    Assurance.VERIFIED: "a second person has verified its delivery",
}
"""The best that the record holds in support, whatever the owner says."""

SOURCES: Mapping[SourceClass, str] = {
    SourceClass.SELF: "the owner",
    SourceClass.OFFICIAL: "an official record",
    SourceClass.INDEPENDENT: "an independent source",
    SourceClass.DIRECT: "seen by ourselves",
}
"""Who stands behind a piece of evidence."""

STANCES: Mapping[Stance, str] = {
    Stance.SUPPORTS: "supports it",
    Stance.PARTIAL: "supports a part",
    Stance.DISPUTES: "disputes it",
    Stance.WITHDRAWS: "says that it is dropped",
}
"""What a piece of evidence does to the claim that a commitment was kept."""

KINDS: Mapping[Kind, str] = {
    Kind.COMMITMENT: "somebody undertakes to act",
    Kind.RECOMMENDATION: "somebody is told or asked to act",
    Kind.ASPIRATION: "a hope, an aim or a duty with no undertaking",
}
"""Only commitments are counted as delivered or not."""

STRENGTHS: Mapping[Strength, str] = {
    Strength.BINDING: "the words bind without reserve",
    Strength.FIRM: "the words say plainly that it will be done",
    Strength.INTENDED: "the words speak of a plan, an aim or an intention",
    Strength.EXPLORATORY: "the words promise to look at it",
}
"""How firmly the words bind."""

NOT_SHOWN = (
    "Commitments that are on file and not public, and words that nobody has accepted as one.",
    "Who of us follows a commitment up, when we look again, and what we have noted for ourselves.",
    "Who put something on the record, asked for a closing, or decided on one.",
    "Papers without a public address: they are named here, and neither linked nor quoted.",
    "Any judgement of intent: a date that passed is a date that passed.",
)
"""What the pages leave out, and say that they do."""
