"""What the detail pane says of a commitment, and what it never says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from commitrack.model.kinds import Kind, Strength
from commitrack.model.records import (
    Check,
    CheckResult,
    Commitment,
    DateMove,
    Decision,
    Dismissal,
    Dossier,
    Evidence,
    Link,
    LinkType,
    Review,
    Source,
    SourceClass,
    Stance,
)
from commitrack.model.statements import Mention, Precision
from commitrack.model.status import Status
from commitrack.tui.excerpt import Excerpt
from commitrack.tui.widgets.dossier_lines import dossier_lines
from tests.tui.building import HOSTILE, TODAY, day

COMMITMENT = Commitment(
    "Publish a plan",
    "We will explore a plan.",
    status=Status.OPEN,
    owners=("NHS Employers",),
    lead="ann",
    due=day(-12),
    due_original=day(-200),
    follow_up=day(90),
    number=12,
)
SOURCE = Source(1, "A statement", date(2026, 2, 1), Precision.MONTH, "NHS", "Jo Bell", "chief", "-")
DOSSIER = Dossier(
    COMMITMENT,
    mentions=(Mention(1, 10, 33, COMMITMENT.quote, "and so ", " for all"),),
    moves=(DateMove(day(-200), day(-12), "consultation extended", day(-201), "ann"),),
    source=SOURCE,
    parents={"NHS Employers": "NHS Confederation"},
)


def text(dossier: Dossier, excerpt: Excerpt | None = None, width: int = 70) -> str:
    lines = dossier_lines(dossier, excerpt, TODAY, width)
    return "\n".join("".join(piece for piece, _ in line).rstrip() for line in lines)


def test_owner_maker_and_lead_stand_on_lines_of_their_own() -> None:
    lines = text(DOSSIER).split("\n")
    assert "Owner     NHS Employers, part of NHS Confederation" in lines
    assert "Lead      ann" in lines
    assert "Said by   Jo Bell, chief" in lines
    assert "In        S-0001 A statement, 2026-02" in lines


def test_dates_show_the_clock_the_first_date_and_the_slip() -> None:
    shown = text(DOSSIER)
    assert "Due       2026-02-18  12 days late" in shown
    assert "first   2025-08-14  +188 days, moved 1×" in shown
    assert "Follow-up 2026-05-31  in 90 days" in shown
    assert "2025-08-14 → 2026-02-18 +188 days: consultation extended · ann" in shown


def test_the_light_comes_with_its_reason() -> None:
    assert "▲ RED overdue by 12 days" in text(DOSSIER)


def test_nothing_found_is_never_nothing_done() -> None:
    assert "none recorded, no check recorded" in text(DOSSIER)
    check = Check(CheckResult.NOTHING_FOUND, "their site", day(-3), "bob")
    shown = text(replace(DOSSIER, checks=(check,)))
    assert "none recorded, last checked 2026-02-27 by bob" in shown
    assert "2026-02-27 nothing found, their site · bob" in shown


def test_the_words_are_lit_between_their_surroundings() -> None:
    excerpt = Excerpt("Before. ", COMMITMENT.quote, " After.", 11)
    lines = dossier_lines(DOSSIER, excerpt, TODAY, 70)
    quoted = ("prose--quote", "prose--asked")
    lit = "".join(piece for line in lines for piece, style in line if style in quoted)
    assert lit == COMMITMENT.quote
    assert "line 11" in text(DOSSIER, excerpt)
    assert "…so We will explore a plan. for…" in text(DOSSIER)


def test_the_wording_is_asked_about_with_the_words_that_raise_it() -> None:
    assert "“explore”  L2" in text(DOSSIER)


def test_the_words_that_raise_a_question_are_set_off_in_the_quote() -> None:
    assert asked_words(DOSSIER) == ["explore"]
    told = replace(
        DOSSIER,
        dismissals=tuple(Dismissal(rule, "minuted", TODAY, "bob") for rule in ("L2", "L8")),
    )
    assert asked_words(told) == []
    assert "× What decision will follow, and where will it be published?" in text(told)
    assert "L2 dismissed: minuted · bob" in " ".join(text(told).split())


def test_words_of_another_length_than_the_quote_are_not_set_off() -> None:
    other = replace(DOSSIER, mentions=(Mention(1, 10, 33, "We may explore it"),))
    assert asked_words(other) == []


def test_it_says_how_the_promise_is_worded() -> None:
    strong = replace(DOSSIER, commitment=replace(COMMITMENT, strength=Strength.EXPLORATORY))
    shown = text(strong)
    assert "Strength  1 exploratory: “explore”" in shown
    assert "Testable  no: “explore” alone names nothing to check" in shown
    assert "Says      2 of 6: who, by when · open: what, how much, for whom," in shown


def test_what_is_closed_is_asked_nothing() -> None:
    closed = replace(DOSSIER, commitment=replace(COMMITMENT, status=Status.DELIVERED))
    assert "leaves open" not in text(closed)
    assert asked_words(closed) == []


def asked_words(dossier: Dossier) -> list[str]:
    lines = dossier_lines(dossier, None, TODAY, 70)
    return [piece for line in lines for piece, style in line if style == "prose--asked"]


def test_a_waiting_review_names_who_may_not_decide_it() -> None:
    review = Review(Status.DELIVERED, "ann", day(-1), "it is out")
    commitment = replace(COMMITMENT, status=Status.CLAIMED)
    shown = text(replace(DOSSIER, commitment=commitment, reviews=(review,)))
    assert "delivered? asked by ann on 2026-03-01: it is out" in shown
    assert "Needs a person other than ann." in shown


def test_a_closed_one_shows_its_sign_off_and_no_open_questions() -> None:
    review = Review(
        Status.DELIVERED,
        "ann",
        day(-2),
        decision=Decision.APPROVED,
        decided_by="bob",
        decided_on=day(-1),
        self_verified=True,
    )
    commitment = replace(COMMITMENT, status=Status.DELIVERED, closed_on=day(-1))
    shown = text(replace(DOSSIER, commitment=commitment, reviews=(review,)))
    assert "delivered (self-verified) by bob, 2026-03-01" in shown
    assert "Closed    2026-03-01" in shown
    assert "met late" in shown
    assert "leaves open" not in shown


def test_evidence_shows_its_class_stance_place_and_retraction() -> None:
    pieces = (
        Evidence("Board paper", SourceClass.OFFICIAL, dated=day(-9), locator="p. 4", quote="Done."),
        Evidence("A blog", SourceClass.SELF, stance=Stance.DISPUTES),
        Evidence("A mistake", SourceClass.SELF, retracted="the wrong body"),
    )
    shown = text(replace(DOSSIER, evidence=pieces))
    assert "+ Board paper  official · document · 2026-02-21 · p. 4" in shown
    assert "− A blog  self · document · disputes" in shown
    assert "× A mistake  retracted: the wrong body" in shown
    assert "disputed" in shown


def test_a_dossier_full_of_hostile_text_is_harmless_at_every_width() -> None:
    commitment = replace(
        COMMITMENT,
        title=HOSTILE,
        quote=HOSTILE,
        owners=(HOSTILE,),
        partners=(HOSTILE,),
        lead=HOSTILE,
        reviewer=HOSTILE,
        topic=HOSTILE,
        tags=(HOSTILE,),
        note=HOSTILE,
        reason=HOSTILE,
        success_test=HOSTILE,
        due_text=HOSTILE,
        kind=Kind.ASPIRATION,
    )
    dossier = Dossier(
        commitment,
        evidence=(Evidence(HOSTILE, SourceClass.SELF, url=HOSTILE, locator=HOSTILE),),
        checks=(Check(CheckResult.FOUND, HOSTILE, TODAY, HOSTILE, HOSTILE),),
        moves=(DateMove(day(1), None, HOSTILE, TODAY, HOSTILE),),
        links=(Link(LinkType.WEAKENS, 12, 3, HOSTILE, HOSTILE),),
        source=replace(SOURCE, title=HOSTILE, speaker=HOSTILE, role=HOSTILE),
        parents={HOSTILE: HOSTILE},
    )
    for width in (20, 40, 100):
        shown = text(dossier, Excerpt(HOSTILE, HOSTILE, HOSTILE), width)
        assert not any(char in shown for char in "\x1b\x00\x07\u202e")


@given(st.integers(20, 140), st.sampled_from(Status))
def test_no_line_is_wider_than_the_pane(width: int, status: Status) -> None:
    dossier = replace(DOSSIER, commitment=replace(COMMITMENT, status=status))
    lines = dossier_lines(dossier, None, TODAY, width)
    assert all(cell_len("".join(piece for piece, _ in line)) <= width for line in lines)
