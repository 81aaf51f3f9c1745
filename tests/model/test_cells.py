"""Widths on a terminal: what is told at a glance is what Unicode says of each character."""

from __future__ import annotations

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cells import cell_width, is_even


def width_of(char: str) -> int:
    wide = unicodedata.east_asian_width(char) in "WF"
    return 1 + wide - (unicodedata.category(char) in ("Mn", "Me", "Cf"))


def test_every_character_that_needs_no_look_takes_one_cell() -> None:
    even = [char for char in map(chr, range(sys.maxunicode + 1)) if is_even(char)]
    assert {width_of(char) for char in even} == {1}
    assert set("aé£“”‘’–—•…·") <= set(even)


@given(st.text())
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    assert cell_width(text) == sum(map(width_of, text))
