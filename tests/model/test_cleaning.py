"""Text is shown harmlessly, and offsets into it still hold."""

from __future__ import annotations

from unicodedata import bidirectional, category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cleaning import clean, clean_line
from commitrack.model.inert import csv_cell, json_text, markdown_text

HOSTILE = "a\x1b[31mred\x1b]0;title\x07\x9b2J\u202egnp.exe\x00\r\nend\x7f"


@given(st.text())
def test_cleaning_never_changes_the_length(text: str) -> None:
    assert len(clean(text)) == len(text)


BIDI = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u061c\u200e\u200f\ufff9\ufffa\ufffb" + "".join(map(chr, range(0x206A, 0x2070)))
"""What reorders or annotates and is no control by its category."""


def obeyed(char: str) -> bool:
    """Whether a terminal, or a reader's eye, would act on a character rather than show it."""
    return (
        (category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n")
        or bidirectional(char) in BIDI
        or char in MARKS
    )


def test_of_all_characters_there_are_none_is_left_that_would_be_obeyed() -> None:
    everything = "".join(map(chr, range(0x110000)))
    for shown in (clean(everything), clean_line(everything), json_text(everything)):
        assert [f"{ord(char):04x}" for char in shown if obeyed(char)] == []
    for char in filter(obeyed, everything):
        assert not any(map(obeyed, csv_cell(char) + markdown_text(char)))


ESCAPES = st.lists(
    st.sampled_from(
        ["\x1b", "\x1b[", "\x1b]", "\x9b", "\x07", "\x1b\\", "31m", "0;t", "\u202e", "\r"]
    )
    | st.text(),
).map("".join)


@given(ESCAPES)
def test_nothing_a_terminal_would_obey_is_left(text: str) -> None:
    for show in (clean, clean_line, csv_cell, markdown_text, json_text):
        assert not any(map(obeyed, show(text)))


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


def test_an_escape_sequence_is_taken_out_of_a_line_whole() -> None:
    assert clean_line(HOSTILE) == "ared\ufffdgnp.exe\ufffd end\ufffd"


@pytest.mark.parametrize("text", ["plain", "naïve – “quoted” 中文", "[/x] [@click=app.quit]x[/]"])
def test_ordinary_text_is_shown_as_it_is(text: str) -> None:
    assert clean(text) == clean_line(text) == text
