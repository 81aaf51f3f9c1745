"""Every bar of the dashboard counts exactly what the list behind it finds."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from commitrack.model.actions import Edit, SetFields
from commitrack.query import canonical, parse
from commitrack.reports import build
from commitrack.reports.frame import Counts
from commitrack.store import Lens, Store, open_store
from commitrack.tui.charts import Chart
from commitrack.tui.dashboard import Counted, Panel, panels
from tests.store.hands import TODAY, sign
from tests.store.random_stores import Step, make, steps

LENS = Lens(TODAY, "ann")


def listed(store: Store, query: str, lens: Lens = LENS) -> int:
    return len(store.ids(parse(query), lens))


def holds(store: Store, chart: Chart, lens: Lens = LENS) -> None:
    """Whether all that the chart says is what lists say."""
    assert not chart.counting
    for bar in chart.bars:
        assert bar.total == listed(store, bar.query, lens), bar
    for place, series in enumerate(chart.legend):
        assert chart.of_series(place) == listed(store, series.query, lens), series
    whole = " OR ".join(f"({bar.query})" for bar in chart.bars)
    if whole and chart.title != "Dates moved on, by owner":
        assert chart.total == listed(store, whole, lens)


@settings(max_examples=30, deadline=None)
@given(steps)
def test_a_bar_counts_what_the_list_behind_it_finds(todo: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        make(store, todo)
        for panel in panels().values():
            holds(store, panel.ask(store, LENS))
        store.close()


@pytest.mark.parametrize("day", [date.min, date.max, date(2024, 2, 29)])
@pytest.mark.parametrize("panel", panels().values(), ids=panels())
def test_it_can_be_asked_on_any_day(panel: Panel, day: date, tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.db", create=True)
    lens = Lens(day)
    holds(store, panel.ask(store, lens), lens)
    assert len(panel.waiting(lens).bars) >= 1
    store.close()


@pytest.mark.parametrize("panel", panels().values(), ids=panels())
def test_what_leads_to_a_list_is_in_the_language_and_says_so_while_it_is_counted(
    panel: Panel,
) -> None:
    waiting = panel.waiting(LENS)
    assert waiting.counting
    if isinstance(panel, Counted):
        assert len({*panel.queries(LENS)}) >= len(waiting.bars)
        for target in waiting.targets:
            assert parse(canonical(parse(target))) == parse(target)


def test_the_ages_of_what_is_overdue_are_those_of_the_report(tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.db", create=True)
    make(store, [("state", n, n, "open", TODAY) for n in range(6)])
    numbers = store.ids(parse("is:open"), LENS)
    for number, days in zip(numbers, (1, 30, 31, 90, 91, 181), strict=False):
        due = TODAY - timedelta(days=days)
        store.apply([Edit(number, SetFields({"due": due}))], sign())
    chart = panels()["ageing"].ask(store, LENS)
    (ageing,) = (
        one
        for one in build("overdue", store, LENS).sections
        if isinstance(one, Counts) and one.key == "ageing"
    )
    assert [bar.total for bar in chart.bars] == [count for _, count in ageing.parts]
    assert chart.total == listed(store, "is:overdue")
    store.close()
