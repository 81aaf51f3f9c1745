"""Making a commitment of chosen words: by keyboard alone, by mouse alone, and never unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from commitrack.model.kinds import Kind
from commitrack.model.status import Status
from commitrack.tui.dialogs import ProposeDialog
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.screens.choose_words import ChooseWordsScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.widgets.statement_text import StatementText
from tests.tui.dialogs.samples import HOSTILE
from tests.tui.dialogs.stores import Recorded, drawn, harmless, settle

TEXT = (
    "It rained, and we believe that the Harbour Board will repair the pier by 30 June 2026; "
    "so be it. It rained again; we talked. We will publish a plan."
)
CLAUSE = "the Harbour Board will repair the pier by 30 June 2026"
PLAN = "We will publish a plan"
SIZES = ((80, 24), (120, 40))


@pytest.fixture
def record(tmp_path: Path) -> Recorded:
    """A statement with a belief, some rain, and a candidate at its end."""
    recorded = Recorded(tmp_path)
    recorded.add(TEXT, [PLAN], "The pier")
    return recorded


def chosen(pilot: Pilot[None]) -> str:
    """The words that are chosen."""
    screen = pilot.app.screen
    assert isinstance(screen, ChooseWordsScreen)
    return TEXT[slice(*screen.chosen)]


def on_top(pilot: Pilot[None], kind: type) -> bool:
    return isinstance(pilot.app.screen, kind)


def last_action(record: Recorded) -> str:
    """What was done last."""
    store = record.open()
    try:
        return store.history(limit=1)[0].action
    finally:
        store.close()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_sentence_s_own_clause_is_chosen_and_read(
    record: Recorded, size: tuple[int, int]
) -> None:
    async with record.showing(CoverageScreen(1), size=size) as pilot:
        await press(pilot, "m")
        assert chosen(pilot) == CLAUSE
        shown = drawn(pilot)
    assert "11 words, 54 characters" in shown
    assert "Read as  commitment, binding · testable" in shown
    assert "Owner    Harbour Board" in shown
    assert "By when  2026-06-30  “by 30 June 2026”" in shown


async def test_the_edges_are_moved_by_keys_and_the_reading_follows(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        await press(pilot, "m", "h")
        assert chosen(pilot) == f"that {CLAUSE}"
        await press(pilot, "l", "l")
        assert chosen(pilot) == CLAUSE.removeprefix("the ")
        await press(pilot, "left")
        assert chosen(pilot) == CLAUSE
        await press(pilot, *["H"] * 4)
        assert chosen(pilot) == "the Harbour Board will repair the pier"
        assert "no date is named" in drawn(pilot)
        await press(pilot, *["L"] * 4)
        assert "2026-06-30" in drawn(pilot)
        await press(pilot, "J")
        assert chosen(pilot) == f"{CLAUSE}; so be it"
        await press(pilot, "K", "k")
        assert chosen(pilot) == f"and we believe that {CLAUSE}"
        await press(pilot, "s")
        assert chosen(pilot) == TEXT[: TEXT.index(" It rained again")]
        await press(pilot, "c")
        assert chosen(pilot) == CLAUSE


async def test_it_is_saved_by_keys_alone_as_it_was_read(record: Recorded) -> None:
    screen = CoverageScreen(1)
    async with record.showing(screen) as pilot:
        await press(pilot, "m", "enter")
        assert on_top(pilot, ProposeDialog)
        await press(pilot, "enter")
        assert on_top(pilot, CoverageScreen)
        assert last_action(record) == "propose C-0002 in S-0001"
        assert screen.current is not None
        assert [one.number for one in screen.current.commitments] == [2]
    made = record.dossier(2)
    assert made.commitment.quote == CLAUSE
    assert made.commitment.status is Status.CANDIDATE
    assert made.commitment.owners == ("Harbour Board",)
    assert str(made.commitment.due_original) == "2026-06-30"
    assert made.commitment.cues[0] == "by-hand"
    assert made.commitment.confidence is None
    assert (made.mentions[0].start, made.mentions[0].end) == (
        TEXT.index(CLAUSE),
        TEXT.index(CLAUSE) + len(CLAUSE),
    )


async def test_what_is_typed_goes_before_what_was_read_and_is_one_undo(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        await press(pilot, "m", "enter", "r", "tab", "end", *"; Bob Ltd", "tab")
        await press(pilot, "ctrl+u", *"1 may", "tab", "right", "enter")
        record_now = record.dossier(2).commitment
        assert record_now.kind is Kind.RECOMMENDATION
        assert record_now.owners == ("Harbour Board", "Bob Ltd")
        assert str(record_now.due) == "2026-05-01"
        assert record_now.status is Status.OPEN
        await press(pilot, "u")
        assert last_action(record) == "undo propose and accept C-0002 in S-0001"
    store = record.open()
    assert len(store.mentions(1)) == 1
    store.close()


async def test_accepting_at_once_asks_who_must_deliver(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1, TEXT.index("It rained again"))) as pilot:
        await press(pilot, "m", "enter", "tab", "tab", "right", "enter")
        assert on_top(pilot, ProposeDialog)
        assert "needs an owner: who must deliver?" in drawn(pilot)
        await press(pilot, *"Ann", "enter")
        assert on_top(pilot, CoverageScreen)
    assert record.dossier(2).commitment.status is Status.OPEN


async def test_it_is_made_by_mouse_alone(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1), size=(120, 40)) as pilot:
        await click_footer(pilot, "Make")
        assert on_top(pilot, ChooseWordsScreen)
        text = pilot.app.screen.query_one(StatementText)
        margin = 4
        start, end = TEXT.index("the Harbour"), TEXT.index(" by 30 June") - 1
        await pilot.mouse_down(text, offset=(margin + start + 1, 0))
        await pilot.hover(text, offset=(margin + start + 20, 0))
        await settle(pilot)
        assert chosen(pilot) == "the Harbour Board will"  # while the button is still down
        await pilot.hover(text, offset=(margin + end, 0))
        await pilot.mouse_up(text, offset=(margin + end, 0))
        await settle(pilot)
        assert chosen(pilot) == "the Harbour Board will repair the pier"
        await click_footer(pilot, "Save")
        await pilot.click(Button)
        await settle(pilot)
        assert on_top(pilot, CoverageScreen)
    assert record.dossier(2).commitment.quote == "the Harbour Board will repair the pier"


async def click_footer(pilot: Pilot[None], name: str) -> None:
    """Click a command in the footer."""
    line = drawn(pilot).split("\n")[-1]
    await pilot.click("ScreenKeys", offset=(line.index(name), 0))
    await settle(pilot)


async def test_words_of_another_item_are_said_to_be_so_and_asked_about(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1, TEXT.index(PLAN))) as pilot:
        await press(pilot, "m")
        assert "! C-0001 stands in them already" in drawn(pilot)
        await press(pilot, "enter")
        assert on_top(pilot, ConfirmDialog)
        await press(pilot, "n")
        assert on_top(pilot, ChooseWordsScreen)
        await press(pilot, "enter", "y", "enter")
        assert on_top(pilot, CoverageScreen)
    assert record.dossier(2).commitment.quote == PLAN


async def test_words_left_as_they_were_chosen_first_are_left_at_once(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        await press(pilot, "m", "L", "H", "escape")
        assert on_top(pilot, CoverageScreen)


async def test_words_chosen_by_hand_are_not_given_up_unasked(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        await press(pilot, "m", "L", "escape")
        assert on_top(pilot, ConfirmDialog)
        await press(pilot, "escape")
        assert on_top(pilot, ChooseWordsScreen)
        await press(pilot, "escape", "y")
        assert on_top(pilot, CoverageScreen)


async def test_what_was_typed_is_there_again_after_going_back_to_the_words(
    record: Recorded,
) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        await press(pilot, "m", "enter", "tab", "end", *" and Bob", "escape")
        assert on_top(pilot, ChooseWordsScreen)
        await press(pilot, "enter")
        assert "Harbour Board and Bob" in drawn(pilot)
        await press(pilot, "escape", "escape")
        assert on_top(pilot, ConfirmDialog)


async def test_a_title_too_long_is_said_below_its_field(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        await press(pilot, "m", "enter", "shift+tab", "end")
        await pilot.press(*"x" * 80)
        await press(pilot, "enter")
        assert on_top(pilot, ProposeDialog)
        assert "at most 80 fit" in drawn(pilot)


async def test_what_others_proposed_meanwhile_is_not_overwritten(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        await press(pilot, "m")
        async with record.showing(CoverageScreen(1)) as other:
            await press(other, "m", "enter", "enter")
        await press(pilot, "enter", "enter")
        assert on_top(pilot, ChooseWordsScreen)
    assert last_action(record) == "propose C-0002 in S-0001"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_harmless(tmp_path: Path, size: tuple[int, int]) -> None:
    record = Recorded(tmp_path)
    record.add(f"We will mend {HOSTILE} soon.", [], HOSTILE)
    async with record.showing(CoverageScreen(1), size=size) as pilot:
        await press(pilot, "m")
        assert harmless(drawn(pilot))
        assert "[/x]" in drawn(pilot)
        await press(pilot, "enter")
        assert harmless(drawn(pilot))
        await press(pilot, *"Ann")
        await press(pilot, "enter")
        assert on_top(pilot, CoverageScreen)
        assert harmless(drawn(pilot))
    assert HOSTILE[:4] in record.dossier(1).commitment.quote
