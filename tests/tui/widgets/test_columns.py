"""The columns: which fit, and what they say of a commitment."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from commitrack.model import columns
from commitrack.model.records import Commitment, Dossier
from commitrack.model.status import Status
from commitrack.tui.widgets.columns import COLUMNS, GAP, fit
from tests.tui.building import HOSTILE, TODAY, day


def cell(name: str, width: int, **fields: object) -> str:
    column = next(one for one in COLUMNS if one.name == name)
    dossier = Dossier(Commitment("A title", "A quote", **fields))  # type: ignore[arg-type]
    return "".join(text for text, _ in column.draw(dossier, TODAY, width))


@given(st.integers(10, 400), st.integers(6, 9))
def test_the_columns_never_take_more_than_the_width(width: int, id_width: int) -> None:
    fitted = fit(width, id_width)
    assert sum(one.width for one in fitted) + GAP * (len(fitted) - 1) <= max(width, id_width + 2)
    assert {one.column.name for one in fitted} >= {"id", "title"}


@given(st.integers(20, 300))
def test_a_wider_table_never_shows_fewer_columns(width: int) -> None:
    assert len(fit(width + 1, 6)) >= len(fit(width, 6))


def test_eighty_columns_show_who_and_when_and_how_it_stands() -> None:
    names = [one.column.name for one in fit(77, 6)]
    assert names == ["id", "status", "rag", "title", "owner", "due"]


@pytest.mark.parametrize(
    ("due", "status", "narrow", "wide"),
    [
        (day(-12), Status.OPEN, "12 d late", "2026-02-18 12 d late"),
        (day(0), Status.OPEN, "2026-03-02", "2026-03-02"),
        (day(-12), Status.DELIVERED, "2026-02-18", "2026-02-18"),
        (None, Status.OPEN, "no date", "no date"),
    ],
)
def test_the_due_column_says_how_late(
    due: date | None, status: Status, narrow: str, wide: str
) -> None:
    assert cell("due", 10, due=due, status=status) == narrow
    assert cell("due", 20, due=due, status=status) == wide


@pytest.mark.parametrize(
    ("due", "follow_up", "narrow", "wide"),
    [
        (None, day(-15), "chase 15 d", "no date chase 15 d"),
        (day(1), day(-1), "chase 1 d", "2026-03-03 chase 1 d"),
        (None, day(-120), "chase 120d", "no date chase 120 d"),
        (None, day(0), "no date", "no date"),
        (day(-30), day(-30), "30 d late", "2026-01-31 30 d late"),
    ],
)
def test_without_a_column_for_the_follow_up_the_due_column_says_when_only_it_has_passed(
    due: date | None, follow_up: date, narrow: str, wide: str
) -> None:
    fields = {"due": due, "follow_up": follow_up, "status": Status.OPEN}
    assert cell("due", 10, **fields) == narrow
    assert cell("due", 21, **fields) == wide


def test_a_late_follow_up_is_told_once_where_it_has_a_column() -> None:
    dossier = Dossier(Commitment("A title", "A quote", status=Status.OPEN, follow_up=day(-15)))
    cells = {
        one.column.name: "".join(text for text, _ in one.column.draw(dossier, TODAY, one.width))
        for one in fit(170, 6)
    }
    assert (cells["due"], "15 d past" in cells["follow_up"]) == ("no date", True)


def test_the_follow_up_column_has_its_own_words_and_ends_with_closing() -> None:
    assert cell("follow_up", 10, follow_up=day(-5), status=Status.OPEN) == "5 d past"
    assert cell("follow_up", 10, follow_up=day(-5), status=Status.DELIVERED) == "—"


def test_a_status_is_a_glyph_and_a_word_and_a_light_a_shape() -> None:
    assert cell("status", 18, status=Status.PARTLY_DELIVERED) == "½ partly delivered"
    assert cell("status", 13, status=Status.PARTLY_DELIVERED) == "½ partly del…"
    assert cell("rag", 3, status=Status.OPEN, due=day(-1)) == " ▲"
    assert cell("rag", 7, status=Status.OPEN, due=day(-1)) == "▲ RED"


@pytest.mark.parametrize("name", [column.name for column in COLUMNS])
def test_no_cell_is_markup_or_drives_the_terminal(name: str) -> None:
    shown = cell(name, 30, owners=(HOSTILE,), lead=HOSTILE)
    assert not any(char in shown for char in "\x1b\x00\n\u202e")
    assert cell_len(shown) > 0


CHOICES = st.lists(st.sampled_from([*columns.COLUMNS]), max_size=8, unique=True)


@given(st.integers(10, 300), st.integers(6, 9), CHOICES)
def test_chosen_columns_stand_in_their_order_within_the_width(
    width: int, id_width: int, chosen: list[str]
) -> None:
    fitted = fit(width, id_width, chosen)
    assert sum(one.width for one in fitted) + GAP * (len(fitted) - 1) <= max(width, id_width + 2)
    names = [one.column.name for one in fitted]
    assert {"id", "title"} <= set(names)
    if chosen:
        order = [name for name in chosen if name in names]
        assert [name for name in names if name in chosen] == order


def test_a_wide_table_shows_all_that_was_chosen() -> None:
    chosen = ["topic", "id", "due", "success_test", "rag", "title", "tag"]
    assert [one.column.name for one in fit(200, 6, chosen)] == chosen


def test_a_chosen_field_says_what_a_list_says_of_it() -> None:
    dossier = Dossier(Commitment("A title", "A quote", topic=HOSTILE, tags=("a", "b")))
    by_name = {one.column.name: one.column for one in fit(200, 6, ["topic", "tag", "note"])}
    said = {
        name: "".join(text for text, _ in column.draw(dossier, TODAY, 20))
        for name, column in by_name.items()
    }
    assert (said["tag"], said["note"]) == ("a b", "—")
    assert "\x1b" not in said["topic"]
    assert by_name["topic"].field == "topic"
    assert by_name["note"].field == ""  # nothing can be sorted by it
