"""Text is shown harmlessly, and offsets into it still hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cleaning import clean, clean_line

HOSTILE = "a\x1b[31mred\x1b]0;title\x07\x9b2J\u202egnp.exe\x00\r\nend\x7f"


@given(st.text())
def test_cleaning_never_changes_the_length(text: str) -> None:
    assert len(clean(text)) == len(text)


@given(st.text())
def test_nothing_a_terminal_would_obey_is_left(text: str) -> None:
    for shown in (clean(text), clean_line(text)):
        assert not any(
            (ord(char) < 32 and char != "\n") or 0x7F <= ord(char) <= 0x9F for char in shown
        )


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


def test_an_escape_sequence_is_taken_out_of_a_line_whole() -> None:
    assert clean_line(HOSTILE) == "ared\ufffdgnp.exe\ufffd end\ufffd"


@pytest.mark.parametrize("text", ["plain", "naïve – “quoted” 中文", "[/x] [@click=app.quit]x[/]"])
def test_ordinary_text_is_shown_as_it_is(text: str) -> None:
    assert clean(text) == clean_line(text) == text
