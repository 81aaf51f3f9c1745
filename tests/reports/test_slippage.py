"""Slippage: from the first date, move by move, to now (J6)."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import SetFields
from commitrack.reports import build, render
from commitrack.store import Store
from tests.reports.conftest import EARLY, LENS, accept, counts, do, facts, propose, table

FIRST = date(2026, 6, 30)
LATER = date(2026, 5, 1)


@pytest.fixture
def moved(store: Store) -> Store:
    """One that moved once by 184 days, one twice, one back, one undated, one not at all."""
    propose(store, "We will publish", "We will train", "We will open", owners=("NHS",))
    propose(store, "We will mend", "We will stay", owners=("Trust",))
    for number in range(1, 6):
        accept(store, number, FIRST, LATER)
    move(store, 1, date(2026, 12, 31), "consultation extended")
    move(store, 2, date(2026, 7, 10), "late", on=EARLY)
    move(store, 2, date(2026, 7, 30), "later", by="bob", announced=False)
    move(store, 3, date(2026, 7, 30), "late", on=EARLY)
    move(store, 3, FIRST, "caught up")
    move(store, 4, None, "they say: in due course")
    return store


def move(
    store: Store,
    number: int,
    to: date | None,
    why: str,
    *,
    by: str = "ann",
    on: date = LENS.today,
    announced: bool = True,
) -> None:
    do(store, number, SetFields({"due": to}, why=why, announced=announced), by=by, on=on)


def test_a_move_is_told_from_the_first_date_to_the_present_one(moved: Store) -> None:
    report = build("slippage", moved, LENS)
    row = table(report, "items")[0]
    assert (row["id"], row["original"], row["due"]) == ("C-0001", FIRST, date(2026, 12, 31))
    assert (row["days"], row["moves"]) == (184, 1)
    assert row["rag"].startswith("▲ RED slipped ≥ 180 days")
    steps = [step for step in table(report, "steps") if step["item"].startswith("C-0001 ")]
    assert [(step["step"], step["date"], step["days"]) for step in steps] == [
        ("first due", FIRST, None),
        ("move 1", date(2026, 12, 31), 184),
        ("now, after 1 move", date(2026, 12, 31), 184),
    ]
    assert (steps[1]["reason"], steps[1]["by"]) == ("consultation extended", "ann")
    shown = render(report, "text")
    for words in ("2026-06-30", "2026-12-31", "+184", "1 move", "consultation extended", "ann"):
        assert words in shown


def test_every_move_is_a_step_with_who_and_whose_date(moved: Store) -> None:
    steps = table(build("slippage", moved, LENS), "steps")
    second = [step for step in steps if step["item"].startswith("C-0002 ")]
    assert [step["days"] for step in second] == [None, 10, 20, 30]
    assert (second[2]["by"], second[2]["announced"]) == ("bob", "assumed")
    assert (second[1]["by"], second[1]["on"], second[1]["announced"]) == ("ann", EARLY, "announced")


def test_a_date_taken_away_is_listed_last_and_left_out_of_sums(moved: Store) -> None:
    report = build("slippage", moved, LENS)
    row = table(report, "items")[-1]
    assert (row["id"], row["due"], row["days"]) == ("C-0004", None, None)
    steps = [step["step"] for step in table(report, "steps") if step["item"].startswith("C-0004 ")]
    assert steps[1] == "move 1: date taken away"


def test_one_whose_date_never_moved_is_not_listed(moved: Store) -> None:
    assert "C-0005" not in render(build("slippage", moved, LENS), "text")


def test_the_totals_are_those_of_the_items(moved: Store) -> None:
    report = build("slippage", moved, LENS)
    told = facts(report, "totals")
    assert (told["items"], told["moves"]) == (4, 6)
    assert (told["days"], told["median"]) == ("+214", "+30")
    assert told["worst"] == "+184 (C-0001)"
    assert counts(report, "direction") == {
        "later than first due": 2,
        "back on the first date": 1,
        "earlier than first due": 0,
        "date taken away": 1,
    }


def test_the_worst_owner_comes_first(moved: Store) -> None:
    rows = table(build("slippage", moved, LENS), "owners")
    assert [(row["owner"], row["items"], row["days"], row["median"]) for row in rows] == [
        ("NHS", 3, 214, 30),
        ("Trust", 1, 0, None),
    ]


def test_a_median_between_two_days_is_told_with_its_half(store: Store) -> None:
    propose(store, "We will publish", "We will train")
    for number, to in ((1, date(2026, 7, 1)), (2, date(2026, 7, 2))):
        accept(store, number, FIRST, LATER)
        move(store, number, to, "late")
    assert facts(build("slippage", store, LENS), "totals")["median"] == "+1.5"


def test_a_store_where_no_date_moved_says_so(store: Store) -> None:
    propose(store, "We will publish")
    accept(store, 1, FIRST, LATER)
    report = build("slippage", store, LENS)
    assert "no date has moved" in render(report, "text")
    assert facts(report, "totals") == {
        "items": 0,
        "moves": 0,
        "days": None,
        "median": None,
        "worst": None,
    }
