"""The figures beside a body, in any width."""

from __future__ import annotations

import pytest

from commitrack.model.standing import Standing
from commitrack.tui.widgets.owner_columns import FIGURES, cells, fitting, headings


@pytest.mark.parametrize("width", [78, 80, 88, 120])
def test_every_figure_has_room_from_78_cells_on(width: int) -> None:
    chosen = fitting(width)
    assert len(chosen) == len(FIGURES)
    drawn = "".join(text for text, _ in headings(chosen))
    assert all(word in drawn for word in ("open", "delivered", "disputed", "contact"))
    assert width - len(drawn) >= 22


def test_the_most_wanted_figures_come_first_where_there_is_little_room() -> None:
    assert [one.heading for one in fitting(60)] == ["open", "overdue", "last contact"]


def test_a_number_that_has_no_room_is_told_in_thousands() -> None:
    figures = fitting(78)
    drawn = cells(figures, Standing(open=123_456, overdue=99_999))
    assert [text.strip() for text, _ in drawn[:2]] == ["123k", "99,999"]
    assert all(len(text) == one.width for (text, _), one in zip(drawn, figures, strict=True))
