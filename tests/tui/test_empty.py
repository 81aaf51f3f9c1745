"""What an empty list says: it fits the narrowest terminal, and tells by which rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commitrack.model.house import House, living_by
from commitrack.tui.empty import _VIEWS, NO_STATEMENTS, empty_words
from commitrack.tui.state import ViewState, view_named
from commitrack.tui.widgets.commitment_table import CommitmentTable
from commitrack.tui.widgets.drawn_table import HEADER
from tests.tui.scenes import SIZES, Scene, opened

WIDTH = 80 - 4
"""Cells: a terminal of eighty with the margins of the list."""


@pytest.mark.parametrize("words", [NO_STATEMENTS, *_VIEWS.values()])
def test_title_and_hint_are_never_cut_off(words: tuple[str, str]) -> None:
    assert max(map(len, words)) <= WIDTH


def test_what_is_soon_is_told_in_the_days_that_were_settled() -> None:
    state = ViewState(view=view_named("soon"))
    assert empty_words(state, 5)[1] == "No due date within 28 days"
    with living_by(House(due_soon=14)):
        assert empty_words(state, 5)[1] == "No due date within 14 days"


def test_a_filter_that_finds_nothing_names_the_view_and_the_way_out() -> None:
    state = ViewState(view=view_named("open"), filter="zzz")
    assert empty_words(state, 5) == (
        "Nothing in “All open” matches the filter",
        "esc takes the filter off",
    )


def test_an_empty_store_says_how_to_begin_whatever_view_is_shown() -> None:
    assert empty_words(ViewState(view=view_named("closed"), filter="x"), 0) == NO_STATEMENTS


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_an_empty_list_says_the_whole_of_it_in_any_terminal(
    size: tuple[int, int], worlds: Callable[[str], Path]
) -> None:
    async with opened(Scene("empty", (), size), worlds("empty")) as pilot:
        table = pilot.app.screen.query_one(CommitmentTable)
        drawn = "\n".join(table.render_line(y).text for y in range(HEADER, table.size.height))
        assert " ".join(drawn.split()) == " ".join(NO_STATEMENTS)
