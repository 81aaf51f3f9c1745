"""Charts are never wider than asked, show their parts as parts of the whole, and need no colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from commitrack.tui.charts import Bar, Chart, Drawing, Kind, Series, draw
from commitrack.tui.charts.blocks import across, eighths, portions, upward
from commitrack.tui.charts.drawing import COUNTING, height
from tests.tui.building import HOSTILE

VALUES = st.integers(0, 10) | st.integers(0, 10**12) | st.sampled_from([0, 1, 1_000_000, 2**62])
WIDTHS = st.integers(20, 160)
TWO = (Series("verified", "█", query="a"), Series("unverified", "▒", query="b"))
LABELS = st.sampled_from(
    ["open", "in progress", "Überseeamt für Häfen", "港湾局", "🚢", HOSTILE, ""]
)


@st.composite
def charts(draw_: st.DrawFn, kind: Kind) -> Chart:
    """A chart of a kind with any values, stacked or not, all of it counted or not."""
    series = draw_(st.sampled_from([(Series(""),), TWO]))
    values = st.tuples(*(VALUES for _ in series))
    bars = [
        Bar(label, f"query {place}", found, glyph="▲", aside=aside)
        for place, (label, found, aside) in enumerate(
            draw_(
                st.lists(
                    st.tuples(LABELS, st.none() | values, st.sampled_from(["", "+184 d"])),
                    min_size=1,
                    max_size=14,
                )
            )
        )
    ]
    whole = kind is Kind.BARS and draw_(st.booleans())
    return Chart(draw_(LABELS) or "Title", tuple(bars), kind, series, "none at all", whole)


def text(drawing: Drawing) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in drawing.lines]


@given(st.one_of(charts(Kind.BARS), charts(Kind.COLUMNS)), WIDTHS, st.integers(0, 20))
def test_no_line_is_wider_than_asked_and_every_chart_keeps_its_height(
    chart: Chart, width: int, cursor: int
) -> None:
    lit = cursor if cursor < len(chart.targets) else None
    drawing = draw(chart, width, lit)
    assert len(drawing.lines) == height(chart)
    for line in text(drawing):
        assert cell_len(line) <= width
        assert line.isprintable()
    for spot in drawing.spots:
        assert 0 <= spot.left < spot.right <= width
        assert spot.row < len(drawing.lines)


@given(st.one_of(charts(Kind.BARS), charts(Kind.COLUMNS)), WIDTHS)
def test_every_target_can_be_clicked_unless_there_is_nothing(chart: Chart, width: int) -> None:
    found = {spot.target for spot in draw(chart, width).spots}
    bars = set(range(len(chart.bars)))
    assert not found if chart.is_empty else bars <= found | {n for n in bars if n >= width - 2}


@given(st.lists(VALUES, max_size=12), st.integers(0, 200))
def test_portions_add_up_and_leave_out_nothing_there_is_room_for(
    values: list[int], cells: int
) -> None:
    found = portions(values, cells)
    assert sum(found) == (cells if sum(values) else 0)
    assert all(part >= 0 for part in found)
    if cells >= sum(map(bool, values)):
        assert all(bool(value) == bool(part) for value, part in zip(values, found, strict=True))


@given(VALUES, VALUES, st.integers(0, 160))
def test_a_bar_is_to_an_eighth_as_long_as_its_share(value: int, most: int, cells: int) -> None:
    most = max(value, most)
    bar = across(value, most, cells)
    assert len(bar) <= cells
    assert len(upward(value, most, cells)) == len(bar)
    if value and cells:
        assert bar
        exact = value * cells * 8 / most
        assert (
            eighths(value, most, cells) == 1
            or abs(eighths(value, most, cells) - exact) < 1 + exact / 2**40
        )
    else:
        assert not bar


@given(charts(Kind.BARS), WIDTHS)
def test_a_bar_of_the_whole_has_every_part_in_its_own_texture(chart: Chart, width: int) -> None:
    if chart.whole and chart.total:
        (line,) = text(draw(chart, width))[1:2]
        assert line.count("▲") == width - 2


def test_bars_stand_beside_their_names_and_counts() -> None:
    chart = Chart(
        "Status", (Bar("open", "", (8,)), Bar("stalled", "", (4,)), Bar("lost", "", (0,)))
    )
    assert [line.rstrip() for line in text(draw(chart, 30, 1))] == [
        "Status                     12",
        " open    ██████████████████ 8",
        "▌stalled █████████          4",
        " lost                       0",
    ]


def test_columns_stack_their_parts_and_say_what_is_lit() -> None:
    bars = (Bar("Jan", "", (4, 4), name="January"), Bar("Feb", "", (0, 4), name="February"))
    chart = Chart("Done", bars, Kind.COLUMNS, TWO)
    drawn = text(draw(chart, 60, 0))
    assert drawn[0].split() == ["Done", "January:", "4", "verified,", "4", "unverified"]
    assert [line.replace(" ", "") for line in drawn[1:]] == [
        "8",
        "▒▒▒▒▒▒",
        "▒▒▒▒▒▒4",
        "██████▒▒▒▒▒▒",
        "██████▒▒▒▒▒▒",
        "██████▒▒▒▒▒▒",
        "JanFeb",
        "█verified4▒unverified8",
    ]


def test_what_is_not_counted_yet_says_so_quietly() -> None:
    chart = Chart("Status", (Bar("open", "", (8,)), Bar("stalled", "", None)))
    drawn = text(draw(chart, 40))
    assert COUNTING in drawn[0]
    assert drawn[2].rstrip().endswith("·")


def test_nothing_at_all_says_what_that_means() -> None:
    for kind in Kind:
        chart = Chart("Late", (Bar("1–30", "", (0,)),), kind, empty="Nothing is late")
        assert "Nothing is late" in text(draw(chart, 40))[1]


def test_a_bar_that_does_not_fit_its_series_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Chart("Odd", (Bar("one", "", (1, 2)),))
