"""Drift: every promise that was said again, side by side, with counts that add up."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import AddLink, DeclineLink, SetFields
from commitrack.model.records import LinkType
from commitrack.reports import FORMATS, build, render
from commitrack.store import Store
from tests.reports.conftest import HOSTILE, LENS, counts, do, propose, table

OLD = "The Trust will publish a review of night staffing on all its wards by June 2026"
NEW = "The Trust hopes to publish its review of night staffing on some wards"
CLOSE = "The Trust will publish a review of night staffing on all its wards by June 2029"


@pytest.fixture
def drifted(store: Store) -> Store:
    """One promise, two that say it again, and one that says something else."""
    propose(store, OLD)
    do(store, 1, SetFields({"due": date(2026, 6, 30)}))
    propose(store, NEW)
    propose(store, f"{CLOSE} {HOSTILE}")
    propose(store, "The Trust will open a car park")
    return store


def test_a_pair_is_told_with_what_changed(drifted: Store) -> None:
    rows = table(build("drift", drifted, LENS), "pairs")
    assert [(row["later"], row["type"], row["earlier"]) for row in rows] == [
        ("C-0002", "weakens", "C-0001"),
        ("C-0003", "delays", "C-0001"),
    ]
    assert rows[0]["change"] == (
        "weaker: will publish → hopes to publish, narrower: all → some, date dropped"
    )
    assert {row["state"] for row in rows} == {"suggested"}


def test_the_words_stand_side_by_side_with_marks(drifted: Store) -> None:
    sides = table(build("drift", drifted, LENS), "sides")
    words = {row["pair"]: row for row in sides if row["what"] == "words"}
    pair = words["C-0002 weakens C-0001?"]
    assert pair["earlier"].startswith("“The Trust [will publish] [a] review")
    assert "on [all] [its] wards [by June 2026]" in pair["earlier"]
    assert pair["later"].startswith("“The Trust [hopes to publish] ")
    assert "on [some] wards" in pair["later"]


def test_what_is_confirmed_stays_and_what_is_declined_goes(drifted: Store) -> None:
    do(drifted, 2, AddLink(LinkType.NARROWS, 1))
    do(drifted, 3, DeclineLink(1, "another review"))
    report = build("drift", drifted, LENS)
    (row,) = table(report, "pairs")
    assert (row["state"], row["type"], row["by"]) == ("confirmed", "narrows", "ann")
    assert counts(report, "states") == {"suggested": 0, "confirmed": 1}
    assert counts(report, "types")["narrows"] == 1


def test_other_links_are_no_drift(drifted: Store) -> None:
    do(drifted, 4, AddLink(LinkType.DEPENDS_ON, 1))
    assert len(table(build("drift", drifted, LENS), "pairs")) == 2


def test_a_query_that_either_end_meets_finds_the_pair(drifted: Store) -> None:
    for query in ("id:C-0002", "id:C-0001 OR id:C-0002"):
        found = {row["later"] for row in table(build("drift", drifted, LENS, query), "pairs")}
        assert "C-0002" in found
    assert table(build("drift", drifted, LENS, "id:C-0004"), "pairs") == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_harmless_and_the_same_twice(drifted: Store, form: str) -> None:
    first = render(build("drift", drifted, LENS), form)  # type: ignore[arg-type]
    assert first == render(build("drift", drifted, LENS), form)  # type: ignore[arg-type]
    if form != "json":
        assert not set(first) & set("\x1b\x00\x07\u202e")


def test_without_any_it_says_so(store: Store) -> None:
    propose(store, OLD)
    assert "no promise said again" in render(build("drift", store, LENS), "text")
