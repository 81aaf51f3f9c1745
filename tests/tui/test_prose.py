"""Styled text in lines of a width: nothing is wider, nothing is lost, nothing drives a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from commitrack.tui.prose import Line, Prose, fitted
from tests.tui.building import HOSTILE


def plain(line: Line) -> str:
    return "".join(text for text, _ in line)


def test_a_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert fitted("overdue", 7) == "overdue"
    assert fitted("overdue", 9) == "overdue  "
    assert fitted("overdue", 5) == "over…"
    assert fitted("overdue", 0) == ""


@given(st.text(max_size=40), st.integers(1, 30))
def test_a_fitted_text_takes_exactly_its_width(text: str, width: int) -> None:
    assert cell_len(fitted(text, width)) == width


def test_a_field_wraps_under_itself() -> None:
    prose = Prose(24)
    prose.field("Owner", ("NHS Employers, part of", ""), (" the NHS Confederation", "x"))
    first, *rest = [plain(line) for line in prose.lines]
    assert first.startswith("Owner   NHS")
    assert all(line.startswith(" " * 8) for line in rest)


def test_pieces_keep_their_styles_over_a_wrap() -> None:
    prose = Prose(12)
    prose.paragraph(("one two ", "a"), ("three four five", "b"))
    assert {style for line in prose.lines for _, style in line} == {"a", "b"}
    assert " ".join(plain(line) for line in prose.lines) == "one two three four five"


def test_what_is_written_is_cleaned() -> None:
    prose = Prose(60)
    prose.heading(HOSTILE)
    prose.paragraph((HOSTILE, ""))
    prose.bullet(("?", ""), (HOSTILE, ""))
    assert not any(char in plain(line) for line in prose.lines for char in "\x1b\x00\u202e")


@given(st.text(max_size=120), st.text(max_size=120), st.integers(8, 60))
def test_no_line_is_wider_than_the_pane(label: str, text: str, width: int) -> None:
    prose = Prose(width)
    prose.paragraph((label, ""), (text, "x"))
    prose.field(label[:8].replace("\n", " "), (text, ""))
    prose.bullet(("?", ""), (text, ""))
    prose.heading(text.replace("\n", " "), "12")
    assert all(cell_len(plain(line)) <= width for line in prose.lines)
