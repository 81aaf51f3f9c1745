"""The gold corpus: floors a little under what is measured, so that a rule cannot quietly break."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.extract.scoring import Statement, f1, pairs, statements

FLOORS = {"commitment": 0.97, "recommendation": 0.96, "aspiration": 0.95}


@pytest.fixture(scope="module")
def scored() -> tuple[list[tuple[dict[str, object], object]], Counter[str]]:
    counts: Counter[str] = Counter()
    matched: list[tuple[dict[str, object], object]] = []
    for statement in statements():
        some, more = pairs(statement)
        matched += some
        counts += more
    return matched, counts


@pytest.mark.parametrize("kind", FLOORS)
def test_f1_stays_above_its_floor(kind: str, scored: tuple[object, Counter[str]]) -> None:
    assert f1(scored[1], kind) >= FLOORS[kind]


def test_commitments_are_proposed_precisely(scored: tuple[object, Counter[str]]) -> None:
    counts = scored[1]
    assert counts["matched commitment"] / counts["predicted commitment"] >= 0.97


@pytest.mark.parametrize(
    ("name", "floor"), [("strength", 0.97), ("owner_basis", 0.96), ("testable", 0.94)]
)
def test_fields_stay_above_their_floor(
    name: str, floor: float, scored: tuple[list[tuple[dict[str, object], object]], object]
) -> None:
    matched = scored[0]
    right = sum(item[name] == getattr(one, name) for item, one in matched)
    assert right / len(matched) >= floor


def test_dates_of_deadlines_stay_above_their_floor(
    scored: tuple[list[tuple[dict[str, dict[str, str]], object]], object],
) -> None:
    due = [(item["deadline"], one) for item, one in scored[0] if item["deadline"]]
    right = 0
    for want, one in due:
        found = getattr(one, "deadline", None)
        date = found.date.isoformat() if found and found.date else None
        right += found is not None and date == want["date"]
    assert right / len(due) >= 0.97


EMPTY = [one for one in statements() if not one.marks["items"]]


@pytest.mark.parametrize("one", EMPTY, ids=lambda one: one.name)
def test_a_statement_without_marks_gives_nothing(one: Statement) -> None:
    assert pairs(one)[1].total() == 0
