"""Rendered lines become pieces in styles of ours, and nothing but words is left of other codes."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.rag import GLYPHS, Colour
from commitrack.reports.as_console import as_console
from commitrack.reports.frame import Column, Counts, Report, Sort, Table
from commitrack.tui.ansi import _STYLES, ANSI_STYLES, pieces
from commitrack.tui.preview_text import MOST, preview_lines


def test_colours_become_styles_and_end_where_they_are_taken_back() -> None:
    assert pieces("  a \x1b[1;31m▲ RED\x1b[0m late") == (
        ("  a ", "prose--plain"),
        ("▲ RED", "rag--red"),
        (" late", "prose--plain"),
    )


def test_every_colour_that_a_report_is_drawn_in_has_a_style() -> None:
    lights = [f"{sign} light" for sign in GLYPHS.values()]
    table = Table(
        "t", "Lights", (Column("l", "RAG", sort=Sort.LIGHT),), tuple((one,) for one in lights)
    )
    parts = tuple((one.value.upper(), 1) for one in Colour)
    counts = Counts("c", "By RAG", parts, len(parts))
    drawn = Report("r", "R", date(2026, 3, 2), "s", "", (), (table, counts))
    told = as_console(drawn, 80, colour=True)
    codes = {
        int(one) for found in re.findall(r"\x1b\[([0-9;]+)m", told) for one in found.split(";")
    }
    assert codes - {0, 36} <= set(_STYLES)
    styles = {text.strip(): style for line in told.splitlines() for text, style in pieces(line)}
    assert [styles[one] for one in lights if one.startswith("◆")] == ["rag--blue"]


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
