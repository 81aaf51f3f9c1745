"""Coverage in the terminal: every sentence with its decision, why, and a key for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from commitrack.model.actions import Accept, Edit, Reject
from commitrack.model.status import RejectReason, Status
from commitrack.reports.accounting import Decision
from commitrack.store import Store
from commitrack.tui.dialogs import RejectDialog
from commitrack.tui.screens.choose_words import ChooseWordsScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.widgets.coverage_bar import CoverageBar
from commitrack.tui.widgets.sentence_list import SentenceList
from commitrack.tui.widgets.statement_text import StatementText
from tests.tui.dialogs.stores import HOSTILE_TEXT, Recorded, drawn, harmless, settle, sign

TEXT = (
    "Our year\n\n"
    "It rained on Monday. We will publish a plan. Will we mend the roof? "
    "The Harbour Board repairs the pier by 30 June 2026.\n\n"
    "It rained again."
)
PLAN = "We will publish a plan"
SIZES = ((80, 24), (120, 40))


@pytest.fixture
def record(tmp_path: Path) -> Recorded:
    """A statement of five sentences and a heading, with one candidate in the second."""
    recorded = Recorded(tmp_path)
    recorded.add(TEXT, [PLAN], "Our year")
    return recorded


@pytest.fixture
def store(record: Recorded) -> Iterator[Store]:
    """What another process sees of it."""
    opened = record.open()
    yield opened
    opened.close()


def number(screen: CoverageScreen) -> int | None:
    """The number of the sentence under the cursor."""
    one = screen.current
    return None if one is None else one.number


def decisions(screen: CoverageScreen) -> list[Decision]:
    """What became of each sentence, as the screen has it."""
    account = screen.account
    assert account is not None
    return [one.decision for one in account.numbered]


def on_top(pilot: Pilot[None], kind: type) -> bool:
    return isinstance(pilot.app.screen, kind)


@pytest.mark.parametrize("size", SIZES)
async def test_every_sentence_is_listed_with_a_glyph_and_counted(
    record: Recorded, size: tuple[int, int]
) -> None:
    screen = CoverageScreen(1)
    async with record.showing(screen, size=size) as pilot:
        shown = drawn(pilot)
    assert "0% decided, 5 of 5 left" in shown
    assert "? 1 candidate" in shown
    assert "~ 1 passed over" in shown
    assert "· 3 no cue" in shown
    assert " 1 · It rained on Mon" in shown
    assert " 2 ? We will publish" in shown
    assert " 3 ~ Will we mend" in shown
    bar = shown.split("\n")[1]
    assert set(bar) == set("·?~")
    assert len(bar) == size[0]


async def test_the_cue_and_the_guard_are_told_with_what_they_mean(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1, TEXT.index("Will we")), size=(120, 40)) as pilot:
        shown = drawn(pilot)
    assert "Sentence 3 of 5" in shown
    assert "will-verb  Will, with a verb of doing: the plain way to promise." in shown
    assert "will-noun  a name or a title" in shown
    assert "A last will, a political will, somebody called Will." in shown


async def test_a_candidate_is_told_with_the_guards_that_it_passed(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1, TEXT.index(PLAN)), size=(120, 40)) as pilot:
        shown = drawn(pilot)
    assert "C-0001" in shown
    assert "? candidate" in shown
    assert "passed    will-noun" in shown


async def test_where_there_is_no_cue_it_is_said(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        await pilot.press("j")
        await settle(pilot)
        assert "no words in it that undertake anything" in drawn(pilot)
        await pilot.press("g", "g")
        await settle(pilot)
        assert "A heading or a line apart" in drawn(pilot)


async def test_keys_step_through_what_nobody_has_decided(record: Recorded) -> None:
    screen = CoverageScreen(1)
    async with record.showing(screen) as pilot:
        found = [number(screen)]
        for key in ("n", "n", "n", "n", "n", "p", "p"):
            await pilot.press(key)
            await settle(pilot)
            found.append(number(screen))
    assert found == [None, 1, 2, 3, 4, 5, 4, 3]


async def test_reading_moves_on_and_a_second_time_takes_it_back(
    record: Recorded, store: Store
) -> None:
    screen = CoverageScreen(1)
    async with record.showing(screen) as pilot:
        await pilot.press("n", "r")
        await settle(pilot)
        assert number(screen) == 2
        assert decisions(screen)[0] is Decision.READ
        assert "20% decided, 4 of 5 left" in drawn(pilot)
        assert [(one.start, one.by) for one in store.readings(1)] == [(10, "ann")]
        await pilot.press("k")
        await settle(pilot)
        assert "by ann on 2026-03-02" in drawn(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert decisions(screen)[0] is Decision.NO_CUE
        assert number(screen) == 1
    assert store.readings(1) == ()


async def test_a_key_pressed_early_meets_the_next_sentence(record: Recorded, store: Store) -> None:
    screen = CoverageScreen(1, TEXT.index("Will we"))
    async with record.showing(screen) as pilot:
        await pilot.press("r", "r", "r")
        await settle(pilot)
        assert decisions(screen)[2:] == [Decision.READ] * 3
    assert len(store.readings(1)) == 3


async def test_reading_is_undone_and_redone(record: Recorded) -> None:
    screen = CoverageScreen(1)
    async with record.showing(screen) as pilot:
        await pilot.press("n", "r")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert decisions(screen)[0] is Decision.NO_CUE
        await pilot.press("U")
        await settle(pilot)
        assert decisions(screen)[0] is Decision.READ


async def test_what_holds_a_candidate_is_not_read_away(record: Recorded, store: Store) -> None:
    async with record.showing(CoverageScreen(1, TEXT.index(PLAN))) as pilot:
        assert "r Read" not in drawn(pilot)
        assert "a Accept" in drawn(pilot)
        await pilot.press("r")
        await settle(pilot)
    assert store.readings(1) == ()


async def test_a_candidate_is_accepted_or_rejected_where_it_stands(record: Recorded) -> None:
    screen = CoverageScreen(1, TEXT.index(PLAN))
    async with record.showing(screen) as pilot:
        await pilot.press("a")
        await settle(pilot)
        assert record.dossier(1).commitment.status is Status.OPEN
        assert number(screen) == 3
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("k", "x")
        await settle(pilot)
        assert on_top(pilot, RejectDialog)
        await pilot.press("n")
        await settle(pilot)
        assert decisions(screen)[1] is Decision.REJECTED
        await pilot.press("k")
        await settle(pilot)
        assert "(norm, by ann)" in drawn(pilot)
    assert record.dossier(1).commitment.status is Status.REJECTED


async def test_the_list_can_hold_the_undecided_alone(record: Recorded) -> None:
    screen = CoverageScreen(1)
    async with record.showing(screen) as pilot:
        await pilot.press("f")
        await settle(pilot)
        assert len(screen.list.rows) == 5
        assert "undecided only" in drawn(pilot)
        for _ in range(5):
            here = number(screen)
            await pilot.press("a" if here == 2 else "r")
            await settle(pilot)
            assert number(screen) != here
        assert "every sentence is decided" in drawn(pilot)
        assert "100% decided" in drawn(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert len(screen.list.rows) == 6


async def test_a_click_in_the_bar_or_in_the_text_goes_to_the_sentence(record: Recorded) -> None:
    screen = CoverageScreen(1)
    async with record.showing(screen, size=(100, 30)) as pilot:
        await pilot.click(CoverageBar, offset=(99, 0))
        await settle(pilot)
        assert number(screen) == 5
        await pilot.click("#coverage-text", offset=(4, 2))
        await settle(pilot)
        assert number(screen) == 1
        await pilot.click(SentenceList, offset=(8, 3))
        await settle(pilot)
        assert number(screen) == 3


async def test_what_others_do_shows_up_and_the_cursor_stays(record: Recorded) -> None:
    screen = CoverageScreen(1)
    async with record.showing(screen) as pilot:
        await pilot.press("n", "n", "n")
        record.do([Edit(1, Reject(RejectReason.OTHER, "not one"))], "bob")
        screen.reload()
        await settle(pilot)
        assert number(screen) == 3
        await pilot.press("k")
        await settle(pilot)
        assert "(other: not one, by bob)" in drawn(pilot)


async def test_without_a_statement_it_says_what_to_do(tmp_path: Path) -> None:
    async with Recorded(tmp_path).showing(CoverageScreen()) as pilot:
        assert "No statement is stored" in drawn(pilot)
        await pilot.press("n", "r", "m", "f", "a")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert not on_top(pilot, CoverageScreen)


async def test_other_statements_are_a_key_away(record: Recorded) -> None:
    record.add("It snowed.", [], "Snow")
    screen = CoverageScreen()
    async with record.showing(screen) as pilot:
        assert "S-0002" in drawn(pilot)
        await pilot.press("right_square_bracket")
        await settle(pilot)
        assert "S-0001" in drawn(pilot)
        await pilot.press("left_square_bracket")
        await settle(pilot)
        assert "It snowed." in drawn(pilot)


async def test_a_statement_taken_back_meanwhile_is_left(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1)) as pilot:
        store = record.open()
        store.undo(sign("ann"))
        store.close()
        pilot.app.screen.reload()  # type: ignore[attr-defined]
        await settle(pilot)
        assert not on_top(pilot, CoverageScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_statements_are_harmless(tmp_path: Path, size: tuple[int, int]) -> None:
    record = Recorded(tmp_path)
    record.add(HOSTILE_TEXT, [], HOSTILE_TEXT[:60])
    screen = CoverageScreen(1)
    async with record.showing(screen, size=size) as pilot:
        for key in ("n", "r", "k", "m", "s", "L", "H"):
            await pilot.press(key)
            await settle(pilot)
            assert harmless(drawn(pilot))
        assert "[/x]" in drawn(pilot)


async def test_wide_characters_keep_their_columns(tmp_path: Path) -> None:
    record = Recorded(tmp_path)
    text = "我們將公布計劃。\n\n😀 我們將公布計劃。We will mend the 屋頂 soon."
    record.add(text, [], "中文")
    async with record.showing(CoverageScreen(1), size=(100, 24)) as pilot:
        lines = drawn(pilot).split("\n")
        assert "我們將公布計劃" in lines[3]
        text_pane = pilot.app.screen.query_one("#coverage-text", StatementText)
        here = text.index("mend")
        cells = cell_len(text[text.index("😀") : here])
        await pilot.mouse_down(text_pane, offset=(2 + cells + 1, 2))
        await pilot.hover(text_pane, offset=(2 + cells + len("mend the 屋"), 2))
        await pilot.mouse_up(text_pane, offset=(2 + cells + len("mend the 屋"), 2))
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ChooseWordsScreen)
        assert text[slice(*screen.chosen)] == "mend the 屋"


async def test_thousands_of_sentences_are_listed_and_only_those_in_view_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Recorded(tmp_path)
    text = "\n\n".join(f"It rained on day {n}. It was a wet day." for n in range(2500))
    record.add(text, [], "Rain")
    screen = CoverageScreen(1)
    async with record.showing(screen) as pilot:
        assert len(screen.list.rows) == 5000
        drawn_rows: list[int] = []
        plain = SentenceList.render_line

        def counted(self: SentenceList, y: int) -> object:
            drawn_rows.append(y)
            return plain(self, y)

        monkeypatch.setattr(SentenceList, "render_line", counted)
        await pilot.press("end")
        await settle(pilot)
        assert number(screen) == 5000
        assert "It rained on day 2499." in drawn(pilot)
        assert max(drawn_rows) < 24
        await pilot.press("n")
        await settle(pilot)
        assert number(screen) == 1


async def test_a_sentence_of_three_thousand_characters_is_shown_and_can_be_chosen(
    tmp_path: Path,
) -> None:
    record = Recorded(tmp_path)
    text = "It rained and " + "rained and " * 290 + "we will mend the roof."
    assert len(text) > 3000
    record.add(text, [], "Rain")
    screen = CoverageScreen(1)
    async with record.showing(screen) as pilot:
        assert "too long to be a sentence" in drawn(pilot)
        await pilot.press("m")
        await settle(pilot)
        chosen = pilot.app.screen
        assert isinstance(chosen, ChooseWordsScreen)
        assert text[slice(*chosen.chosen)] == "we will mend the roof"
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"Ann", "enter")
        await settle(pilot)
    assert record.dossier(1).commitment.quote == text


async def test_it_is_a_key_away_from_the_inbox_the_statement_and_the_list(
    record: Recorded,
) -> None:
    inbox = InboxScreen()
    async with record.showing(inbox) as pilot:
        assert "·" in drawn(pilot).split("\n")[1][40:]  # the bar in the head line
        await pilot.press("C")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CoverageScreen)
        assert number(screen) == 2
        await pilot.press("escape")
        await settle(pilot)
        assert on_top(pilot, InboxScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert on_top(pilot, StatementScreen)
        await pilot.press("C")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CoverageScreen)
        assert number(screen) == 2
        await pilot.press("escape", "escape", "escape")
        await settle(pilot)
        await pilot.press("C")
        await settle(pilot)
        assert on_top(pilot, CoverageScreen)


async def test_it_is_found_in_the_palette(record: Recorded) -> None:
    async with record.showing(InboxScreen()) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("ctrl+p", *"coverage")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await settle(pilot)
        assert on_top(pilot, CoverageScreen)


async def test_the_bar_of_the_inbox_follows_decisions_and_opens_coverage(
    record: Recorded,
) -> None:
    record.add("We will mend it. It rained.", ["We will mend it"], "Roof")
    async with record.showing(InboxScreen()) as pilot:
        assert "●" not in drawn(pilot).split("\n")[0]
        record.do([Edit(1, Accept())], "bob")
        pilot.app.screen.reload()  # type: ignore[attr-defined]
        await settle(pilot)
        bar = pilot.app.screen.query_one(CoverageBar)
        await pilot.click(CoverageBar, offset=(bar.size.width - 1, 0))
        await settle(pilot)
        assert on_top(pilot, CoverageScreen)


async def test_dragging_over_words_chooses_them(record: Recorded) -> None:
    async with record.showing(CoverageScreen(1), size=(100, 30)) as pilot:
        text = pilot.app.screen.query_one("#coverage-text", StatementText)
        start = TEXT.index("rained on") - TEXT.index("It rained")
        await pilot.mouse_down(text, offset=(2 + start + 1, 2))
        await pilot.hover(text, offset=(2 + start + 7, 2))
        await pilot.mouse_up(text, offset=(2 + start + 7, 2))
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ChooseWordsScreen)
        assert TEXT[slice(*screen.chosen)] == "rained on"
