"""Rendered lines become pieces in styles of ours, and nothing but words is left of other codes."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from commitrack.reports.frame import Column, Report, Table
from commitrack.tui.ansi import ANSI_STYLES, pieces
from commitrack.tui.preview_text import MOST, preview_lines


def test_colours_become_styles_and_end_where_they_are_taken_back() -> None:
    assert pieces("  a \x1b[1;31m▲ RED\x1b[0m late") == (
        ("  a ", "prose--plain"),
        ("▲ RED", "rag--red"),
        (" late", "prose--plain"),
    )


@given(st.text())
def test_no_other_code_reaches_the_terminal(text: str) -> None:
    found = pieces(text.replace("\n", " "))
    assert {style for _, style in found} <= ANSI_STYLES
    assert not set("".join(words for words, _ in found)) & set("\x1b\x00\x07\u202e\x9b")


def report(rows: int) -> Report:
    table = Table("t", "Things", (Column("n", "N"),), tuple((f"row {n}",) for n in range(rows)))
    return Report("things", "Things", date(2026, 3, 2), "s", "", (), (table,))


def test_a_long_table_shows_its_beginning_and_says_of_how_much() -> None:
    lines = "\n".join(preview_lines(report(MOST + 1), 80))
    assert f"the first {MOST} of {MOST + 1} rows" in lines
    assert f"row {MOST - 1}" in lines
    assert f"row {MOST}\n" not in f"{lines}\n"
    assert f"({MOST})" not in lines


def test_a_short_one_is_whole() -> None:
    lines = "\n".join(preview_lines(report(3), 80))
    assert "Things (3)" in lines
    assert "row 2" in lines
