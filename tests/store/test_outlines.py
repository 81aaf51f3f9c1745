"""Statements in a list: right beside the statements themselves, by page, and off the indexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from commitrack.model.status import Stage, Status
from commitrack.store import Outline, Store, open_store
from commitrack.store.engine import connect
from commitrack.store.outlines import PAGE_SQL, counting_sql
from make_store import fill


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("outlines") / "record.db"
    store = open_store(place, create=True)
    list(fill(store, 400))
    store.close()
    yield place


@pytest.fixture(scope="module")
def big(filled: Path) -> Iterator[Store]:
    store = open_store(filled)
    yield store
    store.close()


def plain(store: Store, number: int) -> Outline:
    statement = store.statement(number)
    records = {one.number: one for _, one in store.mentions(number)}.values()
    stages = Counter(one.status.stage for one in records)
    rejected = sum(one.status is Status.REJECTED for one in records)
    return Outline(
        number,
        statement.title,
        statement.publisher or statement.speaker or "",
        statement.said_on,
        statement.precision,
        store.versions(number),
        stages[Stage.TRIAGE] - rejected,
        rejected,
        stages[Stage.OPEN],
        stages[Stage.CLOSED],
    )


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_pages_follow_each_other_from_the_newest_and_tell_what_became_of_each(
    big: Store, size: int
) -> None:
    found: list[Outline] = []
    while page := big.outlines(found[-1].number if found else None, size):
        assert len(page) <= size
        found += page
    assert found == [plain(big, number) for number in reversed(big.statement_numbers())]
    assert sum(one.found for one in found) > 100


def test_only_the_statements_of_a_page_are_looked_at(filled: Path) -> None:
    connection = connect(filled)
    for sql, values in ((PAGE_SQL, (9, 5)), (counting_sql(3), (1, 2, 3))):
        steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert not any(step.startswith("SCAN") for step in steps), steps
        assert not any("ORDER BY" in step for step in steps), steps
    connection.close()
