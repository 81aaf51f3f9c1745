"""Triage by keyboard: what is lit, what a key does, and where the cursor goes then."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from commitrack.intake import by_hand
from commitrack.model.actions import Accept, Edit
from commitrack.model.records import Dossier
from commitrack.model.status import Status
from commitrack.tui.dialogs import AcceptDialog, RejectDialog, WordingDialog
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.widgets.statement_text import StatementText
from tests.tui.dialogs.stores import (
    HOSTILE_PROMISE,
    HOSTILE_TEXT,
    PROMISES,
    TEXT,
    Recorded,
    drawn,
    harmless,
    settle,
    sign,
)


@pytest.fixture
def record(tmp_path: Path) -> Recorded:
    """A statement with three candidates, the last without an owner."""
    recorded = Recorded(tmp_path)
    recorded.add(TEXT, PROMISES, "The chair's words")
    return recorded


def current(screen: InboxScreen) -> Dossier:
    """The candidate under the cursor."""
    dossier = screen.candidates.current
    assert dossier is not None
    return dossier


def on_top(pilot: Pilot[None], kind: type) -> bool:
    """Whether a screen of this kind is shown."""
    return isinstance(pilot.app.screen, kind)


def underlined(pilot: Pilot[None]) -> list[str]:
    """The words of the statement that are underlined."""
    text = pilot.app.screen.query_one(StatementText)
    strips = [text.render_line(row) for row in range(text.size.height)]
    return [one.text for strip in strips for one in strip if one.style and one.style.underline]


async def test_the_words_are_lit_beside_the_cue_and_the_questions(record: Recorded) -> None:
    async with record.showing(InboxScreen()) as pilot:
        shown = drawn(pilot)
    assert "▌" in shown
    assert "3 of 3 left in S-0001" in shown
    assert "will-verb" in shown
    assert "? L11    Which day is that?  “by June”" in shown
    assert "Fellside Trust  who speaks" in shown


async def test_one_key_accepts_and_the_cursor_goes_on(record: Recorded) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.press("a")
        await settle(pilot)
        assert current(screen).commitment.number == 2
        assert "2 of 3 left in S-0001" in drawn(pilot)
    accepted = record.dossier(1).commitment
    assert accepted.status is Status.OPEN
    assert str(accepted.follow_up) == "2026-05-31"


async def test_without_an_owner_accepting_asks_who_must_deliver(record: Recorded) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.press("j", "j", "a")
        await settle(pilot)
        assert on_top(pilot, AcceptDialog)
        await pilot.press(*"Estates", "enter")
        await settle(pilot)
        assert on_top(pilot, InboxScreen)
    assert record.dossier(3).commitment.owners == ("Estates",)


async def test_a_reason_is_one_more_key(record: Recorded) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.press("j", "x")
        await settle(pilot)
        assert on_top(pilot, RejectDialog)
        await pilot.press("n")
        await settle(pilot)
        assert current(screen).commitment.number == 3
    rejected = record.dossier(2).commitment
    assert (rejected.status, rejected.reason) == (Status.REJECTED, "norm")


async def test_the_words_that_leave_a_question_open_are_underlined(record: Recorded) -> None:
    async with record.showing(InboxScreen()) as pilot:
        await pilot.press("j")
        await settle(pilot)
        assert underlined(pilot) == ["review"]


async def test_a_question_is_dismissed_with_its_reason_and_undone(record: Recorded) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.press("j", "w")
        await settle(pilot)
        assert on_top(pilot, WordingDialog)
        await pilot.press("down", "space", "down", "down", *"minuted", "enter")
        await settle(pilot)
        assert current(screen).commitment.number == 2
        assert underlined(pilot) == []
        assert "× L2" in drawn(pilot)
        assert [one.reason for one in record.dossier(2).dismissals] == ["minuted"]
        await pilot.press("u")
        await settle(pilot)
        assert current(screen).commitment.number == 2
        assert underlined(pilot) == ["review"]
    assert record.dossier(2).dismissals == ()


async def test_undo_brings_the_candidate_back_under_the_cursor(record: Recorded) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.press("a")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert current(screen).commitment.number == 1
        await pilot.press("U")
        await settle(pilot)
        assert current(screen).commitment.number == 2
    assert record.dossier(1).commitment.status is Status.OPEN


async def test_fields_are_edited_without_deciding(record: Recorded) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.press("E")
        await settle(pilot)
        await pilot.press("end", *" 2026", "enter")
        await settle(pilot)
        assert current(screen).commitment.title == f"{PROMISES[0]} 2026"
    assert record.dossier(1).commitment.status is Status.CANDIDATE


async def test_when_all_are_decided_it_says_so(record: Recorded) -> None:
    async with record.showing(InboxScreen()) as pilot:
        for _ in range(2):
            await pilot.press("a")
            await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert "Nothing waits for a decision" in drawn(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert "1 of 3 left in S-0001" in drawn(pilot)


async def test_another_process_is_followed_without_losing_the_cursor(record: Recorded) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.press("j", "j")
        record.do([Edit(1, Accept())], "bob")
        screen.reload()
        await settle(pilot)
        assert current(screen).commitment.number == 3
        assert "2 of 3 left" in drawn(pilot)


async def test_enter_reads_the_statement_and_escape_comes_back(record: Recorded) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.press("j", "enter")
        await settle(pilot)
        assert on_top(pilot, StatementScreen)
        shown = drawn(pilot)
        assert "date unknown" in shown
        assert "2 of 3  line 5" in shown
        await pilot.press("n")
        await settle(pilot)
        assert "3 of 3  line 7" in drawn(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert on_top(pilot, InboxScreen)


async def test_a_click_goes_to_a_candidate_and_a_double_click_reads_its_statement(
    record: Recorded,
) -> None:
    screen = InboxScreen()
    async with record.showing(screen) as pilot:
        await pilot.click("#inbox-list", offset=(4, 2))
        await settle(pilot)
        assert current(screen).commitment.number == 2
        await pilot.click("#inbox-list", offset=(4, 0))
        await settle(pilot)
        assert current(screen).commitment.number == 2
        assert on_top(pilot, InboxScreen)
        await pilot.click("#inbox-list", offset=(4, 3), times=2)
        await settle(pilot)
        assert on_top(pilot, StatementScreen)
        assert "3 of 3" in drawn(pilot)


async def test_with_nothing_left_no_key_offers_to_decide(record: Recorded) -> None:
    async with record.showing(InboxScreen()) as pilot:
        assert "a Accept" in drawn(pilot)
        for _ in range(2):
            await pilot.press("a")
            await settle(pilot)
        await pilot.press("x", "o")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Nothing waits for a decision" in drawn(pilot)
        assert "a Accept" not in drawn(pilot)
        assert "u Undo" in drawn(pilot)


async def test_hostile_statements_are_harmless(tmp_path: Path) -> None:
    record = Recorded(tmp_path)
    record.add(HOSTILE_TEXT, [HOSTILE_PROMISE], HOSTILE_TEXT[:60])
    async with record.showing(InboxScreen()) as pilot:
        shown = drawn(pilot)
        assert "[/x]" in shown
        assert harmless(shown)
        await pilot.press("enter")
        await settle(pilot)
        assert "[/x]" in drawn(pilot)
        assert harmless(drawn(pilot))


async def test_where_a_statement_has_pages_the_words_name_theirs(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path)
    recorded.add(TEXT, PROMISES, "A report", pages=(0, TEXT.index(PROMISES[1])))
    async with recorded.showing(InboxScreen()) as pilot:
        await pilot.press("j", "enter")
        await settle(pilot)
        assert "2 of 3  page 2, line 5" in drawn(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert "1 of 3  page 1, line 3" in drawn(pilot)


async def test_words_that_a_person_chose_are_said_to_be_so(record: Recorded) -> None:
    store = record.open()
    statement = store.statement(1)
    start = TEXT.index("staff have carried it")
    store.propose(1, by_hand(statement, start, start + 21), sign("bob"))
    store.close()
    async with record.showing(InboxScreen(), size=(100, 40)) as pilot:
        await pilot.press("j")
        await settle(pilot)
        shown = drawn(pilot)
    assert "Found by by-hand" in shown
    assert "Cue      by-hand  A person chose these words in the statement." in shown
    assert "Passed" not in shown


async def test_candidates_come_in_the_order_of_the_text(tmp_path: Path) -> None:
    record = Recorded(tmp_path)
    record.add(TEXT, tuple(reversed(PROMISES)), "The chair's words")
    screen = InboxScreen()
    async with record.showing(screen):
        assert [one for one in screen.candidates.rows if one is not None] == [3, 2, 1]
