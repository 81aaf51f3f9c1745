"""What an empty list says fits the narrowest terminal that the screens are made for."""

from __future__ import annotations

import pytest

from commitrack.tui.empty import _VIEWS, NO_STATEMENTS

WIDTH = 80 - 4
"""Cells: a terminal of eighty with the margins of the list."""


@pytest.mark.parametrize("words", [NO_STATEMENTS, *_VIEWS.values()])
def test_title_and_hint_are_never_cut_off(words: tuple[str, str]) -> None:
    assert max(map(len, words)) <= WIDTH
