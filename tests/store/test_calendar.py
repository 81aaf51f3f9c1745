"""Which days ring: right beside a plain count, by page, and off the indexes of the open dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.schedule import Clock
from commitrack.model.status import Stage
from commitrack.query import parse
from commitrack.store import DayCount, Lens, Ring, Store, open_store
from commitrack.store.calendar import counting_sql, ringing_sql
from commitrack.store.engine import connect
from make_store import fill
from tests.store.conftest import TODAY

DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
CLOCKS = tuple(Clock)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("calendar") / "record.db"
    store = open_store(place, create=True)
    list(fill(store, 400))
    store.close()
    yield place


@pytest.fixture(scope="module")
def big(filled: Path) -> Iterator[Store]:
    store = open_store(filled)
    yield store
    store.close()


@pytest.fixture(scope="module")
def plain(big: Store) -> list[Ring]:
    """Every clock of what is open, by day, number and clock."""
    numbers = big.ids(parse(""), Lens(TODAY))
    found = [
        Ring(day, clock, one.commitment.number)
        for one in big.dossiers(numbers)
        if one.commitment.status.stage is Stage.OPEN
        for clock, day in zip(CLOCKS, (one.commitment.due, one.commitment.follow_up), strict=True)
        if day is not None
    ]
    return sorted(found, key=lambda one: (one.day, one.number, CLOCKS.index(one.clock)))


@given(first=DAYS, last=DAYS)
def test_a_day_has_the_counts_of_what_is_open_and_has_its_dates_there(
    big: Store, plain: list[Ring], first: date, last: date
) -> None:
    wanted = Counter((one.day, one.clock) for one in plain if first <= one.day <= last)
    days = {day for day, _ in wanted}
    assert big.days(first, last) == {
        day: DayCount(wanted[day, Clock.DUE], wanted[day, Clock.CHASE]) for day in days
    }


@given(first=DAYS, last=DAYS, size=st.integers(1, 40))
def test_pages_of_what_rings_follow_each_other_without_a_gap(
    big: Store, plain: list[Ring], first: date, last: date, size: int
) -> None:
    wanted = [one for one in plain if first <= one.day <= last][: 3 * size]
    found: list[Ring] = []
    while len(found) < len(wanted):
        page = big.rings(first, last, after=found[-1] if found else None, limit=size)
        assert page
        found += page
    assert found[: len(wanted)] == wanted


def test_the_record_has_clocks_of_both_kinds_and_days_with_both(plain: list[Ring]) -> None:
    assert {one.clock for one in plain} == set(Clock)
    assert len(plain) > 100


@pytest.mark.parametrize("column", ["due", "follow_up"])
def test_only_the_days_that_are_asked_for_are_read_off_an_index(filled: Path, column: str) -> None:
    connection = connect(filled)
    asked = {
        counting_sql(column): ("2026-03-01", "2026-03-31"),
        ringing_sql(column, further=False): ("2026-03-01", "2026-03-31", 10),
        ringing_sql(column, further=True): ("2026-03-01", "2026-03-31", "2026-03-02", 7, 10),
    }
    for sql, values in asked.items():
        steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert len(steps) == 1, steps
        assert f"COVERING INDEX open_by_{column} (present=? AND " in steps[0]
    connection.close()
