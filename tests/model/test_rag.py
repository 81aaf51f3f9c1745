"""The traffic light: the first rule that matches wins, and the reason says which it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from commitrack.model.rag import GLYPHS, Colour, Rag, rag
from commitrack.model.records import DateMove, Dossier, Review
from commitrack.model.status import Status
from tests.model.builders import (
    TODAY,
    approval,
    bare,
    check,
    commitment,
    day,
    due_on,
    evidence,
    later_moves,
    pending,
    ready,
)


def light(dossier: Dossier) -> tuple[str, str]:
    """Colour and reason."""
    shown = rag(dossier, TODAY)
    return shown.colour.value, shown.reason


def progressing(moves: tuple[DateMove, ...] = (), **fields: Any) -> Dossier:
    """Green, but for what the fields say."""
    return Dossier(commitment(Status.IN_PROGRESS, **fields), evidence=(evidence(),), moves=moves)


def claimed(asked: int) -> Dossier:
    """A claim that was made so many days ago."""
    return Dossier(
        commitment(Status.CLAIMED),
        evidence=(evidence(),),
        reviews=(pending(asked_on=day(-asked)),),
    )


SELF_VERIFIED: Review = approval(Status.DELIVERED, decided_by="ann", self_verified=True)
FAR = day(400)
CASES = {
    "delivered": (ready(Status.DELIVERED), "BLUE", "delivered"),
    "delivered late is delivered": (
        replace(
            ready(Status.DELIVERED),
            commitment=due_on(day(-300), Status.DELIVERED, closed_on=TODAY),
            moves=later_moves(5, day(-300)),
        ),
        "BLUE",
        "delivered",
    ),
    "self-verified": (
        replace(ready(Status.DELIVERED), reviews=(SELF_VERIFIED,)),
        "BLUE",
        "delivered (self-verified)",
    ),
    "not delivered": (ready(Status.NOT_DELIVERED), "RED", "not delivered"),
    "overdue": (Dossier(due_on(day(-1))), "RED", "overdue by 1 day"),
    "overdue wins over moves": (
        Dossier(commitment(due_original=day(-9), due=day(-5)), moves=later_moves(4, day(-9))),
        "RED",
        "overdue by 5 days",
    ),
    "overdue while stalled": (
        Dossier(due_on(day(-5), Status.STALLED)),
        "RED",
        "overdue by 5 days",
    ),
    "three moves": (
        progressing(later_moves(3, FAR), due=FAR, due_original=FAR),
        "RED",
        "date moved 3 times",
    ),
    "two moves": (
        progressing(later_moves(2, FAR), due=FAR, due_original=FAR),
        "AMBER",
        "date moved 2 times",
    ),
    "moved once": (
        progressing(later_moves(1, FAR), due=FAR, due_original=FAR),
        "AMBER",
        "date moved once",
    ),
    "slipped 180 days": (
        progressing(due=day(220), due_original=day(40)),
        "RED",
        "slipped ≥ 180 days (+180)",
    ),
    "slipped 179 days": (progressing(due=day(219), due_original=day(40)), "GREEN", "in progress"),
    "stalled": (bare(Status.STALLED), "AMBER", "stalled"),
    "claim waiting 15 days": (claimed(15), "AMBER", "claim waiting 15 days"),
    "claim waiting 14 days": (claimed(14), "GREY", "claimed"),
    "follow-up past": (progressing(follow_up=day(-1)), "AMBER", "follow-up 1 day past"),
    "follow-up today": (progressing(follow_up=TODAY), "AMBER", "follow-up today"),
    "follow-up tomorrow": (progressing(follow_up=day(1)), "GREEN", "in progress"),
    "due today": (progressing(due=TODAY, due_original=TODAY), "AMBER", "due today"),
    "due tomorrow": (progressing(due=day(1)), "AMBER", "due in 1 day"),
    "due in 28 days": (progressing(due=day(28)), "AMBER", "due in 28 days"),
    "due in 29 days": (progressing(due=day(29)), "GREEN", "in progress"),
    "partly delivered": (ready(Status.PARTLY_DELIVERED), "AMBER", "partly delivered"),
    "in progress": (progressing(), "GREEN", "in progress"),
    "in progress, kept fresh by a check": (
        replace(progressing(), evidence=(evidence(accessed_on=day(-91)),), checks=(check(),)),
        "GREEN",
        "in progress",
    ),
    "in progress, stale": (
        replace(progressing(), evidence=(evidence(accessed_on=day(-91)),)),
        "GREY",
        f"in progress, nothing recorded since {day(-91)}",
    ),
    "in progress, all retracted": (
        replace(progressing(), evidence=(evidence(retracted="x"),)),
        "GREY",
        "in progress",
    ),
    "open": (bare(Status.OPEN), "GREY", "open"),
    "candidate with a past date": (Dossier(due_on(day(-9), Status.CANDIDATE)), "GREY", "candidate"),
    "rejected": (bare(Status.REJECTED), "GREY", "rejected"),
    "withdrawn": (ready(Status.WITHDRAWN), "GREY", "withdrawn"),
    "superseded": (ready(Status.SUPERSEDED), "GREY", "superseded"),
    "unverifiable": (ready(Status.UNVERIFIABLE), "GREY", "unverifiable"),
}


@pytest.mark.parametrize(("dossier", "colour", "reason"), CASES.values(), ids=CASES)
def test_the_light_and_its_reason(dossier: Dossier, colour: str, reason: str) -> None:
    assert light(dossier) == (colour, reason)


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_light(status: Status) -> None:
    assert light(ready(status))[1]


def test_every_colour_has_a_shape_of_its_own() -> None:
    assert set(GLYPHS) == set(Colour)
    assert len(set(GLYPHS.values())) == len(Colour)


def test_a_light_prints_as_glyph_word_and_reason() -> None:
    assert str(Rag(Colour.RED, "overdue by 1 day")) == "▲ RED overdue by 1 day"
