"""The dialog of the questions about a wording: ticked they are dismissed, unticked asked again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commitrack.model.actions import DismissQuestion, RecallQuestion
from commitrack.model.records import Dismissal, Dossier
from commitrack.tui.dialogs import WordingDialog
from tests.tui.dialogs.samples import HOSTILE, TODAY, Asking, dossier
from tests.tui.dialogs.test_answers import Unanswered, answer, shown


def without(*rules: str, why: str = "told") -> Dossier:
    """A dossier of which these questions were dismissed."""
    gone = tuple(Dismissal(rule, why, TODAY, "bob", n) for n, rule in enumerate(rules, 1))
    return replace(dossier(), dismissals=gone)


def about(*dossiers: Dossier) -> WordingDialog:
    return WordingDialog(dossiers, TODAY, "ann")


async def test_a_tick_and_a_reason_dismiss() -> None:
    given = await answer(
        about(dossier()), "down", "space", *["down"] * 4, "=minuted in May", "enter"
    )
    assert given == (DismissQuestion("L2", "minuted in May"),)


async def test_without_a_reason_it_says_what_is_missing_and_stays_open() -> None:
    with pytest.raises(Unanswered, match="Why need it not be asked"):
        await answer(about(dossier()), "space", "enter")


async def test_the_tick_taken_off_recalls_and_needs_no_reason() -> None:
    given = await answer(about(without("L1")), "space", "enter")
    assert given == (RecallQuestion("L1"),)


async def test_both_at_once_are_one_answer() -> None:
    given = await answer(
        about(without("L1")), "space", "down", "space", *["down"] * 4, "=minuted", "enter"
    )
    assert given == (RecallQuestion("L1"), DismissQuestion("L2", "minuted"))


async def test_nothing_changed_answers_nothing() -> None:
    assert await answer(about(without("L2")), "space", "space", "enter") is None


async def test_it_shows_who_dismissed_a_question_and_why() -> None:
    with pytest.raises(Unanswered, match="dismissed by bob, 2026-03-02: told"):
        await answer(about(without("L2")), "space", "down", "space", "enter")


async def test_of_several_it_shows_the_questions_they_have_in_common() -> None:
    plain = dossier(number=3, quote="The Trust will hire 40 nurses", testable=True)
    given = await answer(about(dossier(), plain), "space", "down", "=told us", "enter")
    assert given == (DismissQuestion("L1", "told us"),)


async def test_with_no_question_in_common_it_says_so() -> None:
    sound = dossier(number=3, quote="The Trust will hire 40 nurses", testable=True, due=TODAY)
    with pytest.raises(Unanswered, match=r"leaves no question open[^S]*esc closes"):
        dialog = about(sound)
        app = Asking(dialog)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            raise Unanswered(shown(dialog))
    assert await answer(about(dossier(), sound), "enter") is None


async def test_every_question_can_be_reached_at_80_by_24() -> None:
    everything = dossier(
        owners=(),
        quote=(
            "All partners may continue to explore more options and support carers, if possible, "
            "with our partners, and will not close it and publish a plan before the recess"
        ),
        due_text="before the recess",
    )
    dialog = about(everything)
    app = Asking(dialog)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert len(dialog._flags) >= 10
        for _ in dialog._flags:
            await pilot.press("down")
        await pilot.press(*"told")
        await pilot.pause()
        assert app.screen.focused is not None
        assert app.screen.region.contains_region(app.screen.focused.region)
        assert dialog._reason.text == "told"


async def test_hostile_words_and_reasons_are_shown_harmlessly() -> None:
    record = without("L1", why=HOSTILE)
    quote = f"We will explore if {HOSTILE}"
    hostile = replace(record, commitment=replace(record.commitment, quote=quote, condition=HOSTILE))
    app = Asking(about(hostile))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn = "\n".join(
            "".join(segment.text for segment in strip)
            for strip in app.screen._compositor.render_strips()
        )
    assert "[/x]" in drawn
    assert not set(drawn) & set("\x1b\x00\x07\u202e\u202d\u2069")
