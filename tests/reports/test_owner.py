"""``owner``: the body and its parts, and every promise in its own words."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import AddEvidence, LogSent, RecordCheck
from commitrack.model.errors import BadInput, NotFound
from commitrack.model.records import CheckResult, SourceClass
from commitrack.reports import CATALOGUE, build
from commitrack.store import Store
from tests.reports.conftest import LENS, accept, counts, do, facts, propose, sign, table


@pytest.fixture
def bodies(store: Store) -> Store:
    """The Board with two parts, one of which has a part; and a body of the like name."""
    propose(store, "We will publish a plan", owners=("Harbour Board",))
    propose(store, "We will train crews", owners=("Ferries Ltd",))
    propose(store, "We will dredge", owners=("Dredging",))
    propose(store, "We will sing", owners=("Harbour Board Choir",))
    for number in (1, 2, 3, 4):
        accept(store, number, date(2026, 2, 1), date(2026, 6, 1))
    store.set_party("Ferries Ltd", {"parent": "Harbour Board", "aliases": ("HBF",)}, sign())
    store.set_party("Dredging", {"parent": "Ferries Ltd"}, sign())
    return store


def test_parts_stand_under_what_they_are_part_of(bodies: Store) -> None:
    report = build("owner", bodies, LENS, "harbour board")
    rows = [(row["body"], row["open"], row["late"]) for row in table(report, "tree")]
    assert rows == [("Harbour Board", 1, 1), ("· Ferries Ltd", 1, 1), ("· · Dredging", 1, 1)]
    assert counts(report, "by_status")["open"] == 3
    assert report.filter.endswith('owner:="Harbour Board",="Ferries Ltd",=Dredging')


def test_the_words_stand_as_they_were_said(bodies: Store) -> None:
    rows = table(build("owner", bodies, LENS, "Harbour Board"), "promises")
    assert [row["quote"] for row in rows] == [
        *("“We will publish a plan”", "“We will train crews”", "“We will dredge”")
    ]
    assert rows[0]["said_in"] == "Letter, date unknown"


def test_a_part_has_a_page_of_its_own_by_an_alias(bodies: Store) -> None:
    report = build("owner", bodies, LENS, "HBF")
    assert facts(report, "party")["part_of"] == "Harbour Board"
    assert len(table(report, "promises")) == 2


def test_parts_of_one_another_stand_once(bodies: Store) -> None:
    bodies.set_party("Staff", {"parent": "Dredging"}, sign())
    assert len(table(build("owner", bodies, LENS, "Harbour Board"), "tree")) == 4


def test_evidence_questions_and_the_last_contact(bodies: Store) -> None:
    do(bodies, 1, AddEvidence("Paper 7", SourceClass.OFFICIAL, quote="it was agreed"))
    do(bodies, 1, RecordCheck(CheckResult.NOTHING_FOUND, "their site"), LogSent())
    report = build("owner", bodies, LENS, "Harbour Board")
    (piece,) = table(report, "evidence")
    assert (piece["title"], piece["quote"]) == ("Paper 7", "it was agreed")
    assert {row["rule"] for row in table(report, "questions")} >= {"L8"}
    contact = table(report, "contacts")[0]
    assert (contact["on"], contact["result"]) == (LENS.today, "letter sent")


def test_a_query_narrows_it(bodies: Store) -> None:
    narrowed = CATALOGUE["owner"].narrowed
    assert narrowed is not None
    report = narrowed(bodies, LENS, "Harbour Board", "dredge OR sing")
    assert [row["id"] for row in table(report, "promises")] == ["C-0003"]


def test_a_name_that_nobody_has_is_told_with_the_nearest(bodies: Store) -> None:
    with pytest.raises(NotFound, match="Harbour Board"):
        build("owner", bodies, LENS, "Harbour Bord")
    with pytest.raises(BadInput, match="whose page"):
        build("owner", bodies, LENS, None)
