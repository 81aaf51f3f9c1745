"""The figures beside a body, in any width."""

from __future__ import annotations

import pytest

from commitrack.model.standing import Standing
from commitrack.tui.widgets.owner_columns import (
    FIGURES,
    cells,
    fitting,
    has_shares,
    headings,
    shares,
)


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


def test_a_vast_terminal_shows_a_sign_for_each_commitment() -> None:
    assert has_shares(198)
    assert not has_shares(158)
    drawn = shares(Standing(owned=7, open=4, overdue=1, delivered=2))
    assert "".join(text for text, _ in drawn).strip() == "✓✓!○○○·"
    assert shares(None) == []


def test_the_signs_of_many_are_shares_and_none_is_lost() -> None:
    drawn = shares(Standing(owned=10_000, open=9_000, overdue=1, delivered=500))
    row = "".join(text for text, _ in drawn).strip()
    assert row.count("!") == 1
    assert row.count("✓") in (1, 2)
    assert row.count("○") > 30
    assert len(row) == len("".join(text for text, _ in shares(Standing(owned=99, open=99))).strip())
