"""Wrapping, lighting and centring the words of a statement."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from commitrack.model.cleaning import clean
from commitrack.tui.widgets.statement_text import (
    ASKED,
    FOCUS,
    MEASURE,
    Span,
    StatementText,
    flatten,
)
from commitrack.tui.widgets.wrapping import wrap
from tests.tui.dialogs.samples import HOSTILE

TEXTS = st.text(st.sampled_from("ab —“é網😀\u0301\n"), max_size=200)


@given(TEXTS, st.integers(2, 30))
def test_every_character_but_a_space_or_a_break_is_in_exactly_one_row(
    text: str, width: int
) -> None:
    rows = wrap(text, width)
    shown: set[int] = set()
    for start, end in zip(rows.starts, rows.ends, strict=True):
        assert not shown & set(range(start, end))
        shown |= set(range(start, end))
    left_out = {text[offset] for offset in range(len(text)) if offset not in shown}
    assert left_out <= {" ", "\n"}


@given(TEXTS, st.integers(2, 30))
def test_no_row_is_wider_than_the_width_in_cells(text: str, width: int) -> None:
    rows = wrap(text, width)
    for start, end in zip(rows.starts, rows.ends, strict=True):
        assert cell_len(text[start:end]) <= width


@given(TEXTS.filter(bool), st.integers(2, 30), st.data())
def test_an_offset_is_found_in_its_row(text: str, width: int, data: st.DataObject) -> None:
    rows = wrap(text, width)
    row = data.draw(st.integers(0, len(rows) - 1))
    if rows.starts[row] < rows.ends[row]:
        assert rows.row_of(rows.starts[row]) == row
        assert rows.row_of(rows.ends[row] - 1) == row


def test_rows_know_the_line_they_belong_to() -> None:
    rows = wrap("one two three\nfour", 7)
    assert [(rows.lines[row], rows.first_of_line(row)) for row in range(len(rows))] == [
        (1, True),
        (1, False),
        (2, True),
    ]


def test_the_words_asked_about_stand_out_of_the_focus() -> None:
    found = flatten([Span(0, 20, "open")], (5, 15), [(7, 9), (12, 15)])
    assert [(span.start, span.end, span.style) for span in found if span.style == ASKED] == [
        (7, 9, ASKED),
        (12, 15, ASKED),
    ]
    assert Span(9, 12, FOCUS) in found


def test_the_shorter_of_two_spans_wins_and_the_focus_over_all() -> None:
    spans = [Span(0, 20, "open"), Span(5, 10, "candidate")]
    assert flatten(spans, (8, 12)) == (
        Span(0, 5, "open"),
        Span(5, 8, "candidate"),
        Span(8, 10, FOCUS),
        Span(10, 12, FOCUS),
        Span(12, 20, "open"),
    )


class Showing(App[None]):
    """One statement."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[int] = []

    def compose(self) -> ComposeResult:
        yield StatementText()

    def on_statement_text_pressed(self, event: StatementText.Pressed) -> None:
        self.pressed.append(event.offset)


def row_of_focus(widget: StatementText) -> list[int]:
    """The rows in view that hold the brightest light."""
    return [
        y
        for y in range(widget.size.height)
        if any("▌" in segment.text for segment in widget.render_line(y))
    ]


async def test_the_focus_is_in_the_middle_at_once_and_after_a_resize() -> None:
    text = "\n".join(f"line {number} of many" for number in range(500))
    start = text.index("line 250")
    app = Showing()
    async with app.run_test(size=(40, 21)) as pilot:
        await pilot.pause()
        widget = app.query_one(StatementText)
        widget.show(text, [Span(start, start + 8, "candidate")], (start, start + 8))
        assert row_of_focus(widget) == [10]
        await pilot.resize_terminal(30, 11)
        await pilot.pause()
        assert row_of_focus(widget) == [5]


async def test_lit_words_are_bold_so_that_they_show_without_colour() -> None:
    app = Showing()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        widget = app.query_one(StatementText)
        widget.show("before words after", [], (7, 12))
        lit = [segment for segment in widget.render_line(0) if segment.text == "words"]
        assert lit[0].style is not None
        assert lit[0].style.bold
        assert lit[0].style.bgcolor is not None


async def test_offsets_hold_in_hostile_text() -> None:
    text = f"{HOSTILE}\n{HOSTILE} promise {HOSTILE}"
    start = text.index("promise")
    app = Showing()
    async with app.run_test(size=(120, 8)) as pilot:
        await pilot.pause()
        widget = app.query_one(StatementText)
        widget.show(text, [Span(start, start + 7, "open")], (start, start + 7))
        segments = [segment for y in range(8) for segment in widget.render_line(y)]
        assert "promise" in [segment.text for segment in segments]
        shown = "".join(segment.text for segment in segments)
        assert "[/x]" in shown
        assert not set(shown) & set("\x1b\x00\u202e\u202d")


async def test_a_click_tells_which_character_was_meant() -> None:
    app = Showing()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        app.query_one(StatementText).show("before words after", [], None)
        await pilot.click(StatementText, offset=(2 + 8, 0))
        assert app.pressed == [8]


@pytest.mark.parametrize("word", ["plain words", "“curly — words”", "網絡 words"])
def test_two_megabytes_are_wrapped_within_a_blink(word: str) -> None:
    text = clean((f"{word} " * 9 + "\n") * (2_000_000 // (9 * len(word))))
    begun = time.process_time()
    wrap(text, 76)
    assert time.process_time() - begun < 3


async def test_a_row_is_no_longer_than_the_eye_can_follow() -> None:
    app = Showing()
    async with app.run_test(size=(200, 9)) as pilot:
        await pilot.pause()
        widget = app.query_one(StatementText)
        widget.show("We will act. " * 60, [], None)
        shown = [widget.render_line(y).text.rstrip() for y in range(8)]
        assert 80 < max(map(cell_len, shown)) <= MEASURE + 2
        await pilot.click(StatementText, offset=(150, 0))
        assert app.pressed == []
