"""What happened, day by day: a slip of the pen never was, and what readers saw changed is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    Approve,
    Claim,
    Edit,
    LogSent,
    RecordCheck,
    Reopen,
    RetractEvidence,
    SetFields,
)
from commitrack.model.publicity import published
from commitrack.model.records import CheckResult, SourceClass
from commitrack.site.past import FIELDS, LOOKED, Past, past
from commitrack.store import Store, open_store
from tests.reports.conftest import propose, sign

DAY = date(2026, 2, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A record with one commitment, accepted on the first of February and public from the third."""
    opened = open_store(tmp_path / "record.db", create=True)
    propose(opened, "We will publish the plan by May")
    do(opened, 0, Accept(due=date(2026, 5, 1)))
    do(opened, 2, SetFields({"visibility": "public", "success_test": "it is out"}))
    yield opened
    opened.close()


def do(store: Store, later: int, *actions: Action, by: str = "ann") -> None:
    """Do this to it, so many days after the first of February."""
    for action in actions:
        store.apply([Edit(1, action)], sign(by, DAY + timedelta(days=later)))


def happened(store: Store) -> Past:
    """What a page would say happened."""
    shown = published(store.dossier(1))
    assert shown is not None
    return past(shown, store.pasts((1,), FIELDS)[1])


def told(store: Store, *, corrections: bool = False) -> list[tuple[int, str]]:
    """The events, by days after the first of February; of corrections only those."""
    return [
        ((one.on - DAY).days, one.words)
        for one in happened(store).events
        if one.correction or not corrections
    ]


def test_it_is_taken_on_the_record_and_published(store: Store) -> None:
    assert told(store) == [(0, "taken on the record"), (2, "published")]
    assert happened(store).since == DAY + timedelta(days=2)


def test_what_is_done_and_taken_back_on_one_day_never_was(store: Store) -> None:
    before = told(store)
    do(store, 5, SetFields({"title": "A slip", "success_test": "something else"}))
    store.undo(sign("ann", DAY + timedelta(days=5)))
    assert told(store) == before


def test_what_readers_saw_and_find_changed_is_a_correction(store: Store) -> None:
    do(store, 5, SetFields({"title": "Another title", "success_test": "it is on the web"}))
    do(store, 6, SetFields({"owner": ("Ash Trust",), "kind": "aspiration"}))
    assert told(store, corrections=True) == [
        (5, "title changed: “We will publish the plan by May” became “Another title”"),
        (5, "what would count as done changed: “it is out” became “it is on the web”"),
        (6, "kind changed: “commitment” became “aspiration”"),
        (6, "owner changed: “NHS Employers” became “Ash Trust”"),
    ]


def test_what_changed_before_it_was_published_is_nobodys_business(store: Store) -> None:
    do(store, 1, SetFields({"note": "x"}))
    assert told(store, corrections=True) == []
    assert not any("We will" in words for _, words in told(store))


def test_what_changed_while_it_was_taken_down_is_told_when_it_is_back(store: Store) -> None:
    do(store, 4, SetFields({"visibility": "internal"}))
    do(store, 5, SetFields({"success_test": "a draft that nobody is to see"}))
    do(store, 6, SetFields({"success_test": "it is on the web"}))
    do(store, 8, SetFields({"visibility": "public"}))
    assert told(store)[2:] == [
        (4, "taken down"),
        (8, "published again"),
        (8, "what would count as done changed: “it is out” became “it is on the web”"),
    ]
    assert "draft" not in str(told(store))


def test_evidence_and_its_retraction_and_looks_are_told_and_letters_are_not(store: Store) -> None:
    do(store, 3, AddEvidence("The plan", SourceClass.OFFICIAL, url="https://example.org/plan"))
    do(store, 4, RecordCheck(CheckResult.NOTHING_FOUND, "their pages"))
    do(store, 5, RetractEvidence(1, "another plan"))
    do(store, 6, LogSent())
    assert told(store)[2:] == [
        (3, "evidence put on record: The plan, document, official source"),
        (4, "looked, and found nothing"),
        (5, "evidence retracted: The plan, document, official source (another plan)"),
    ]
    assert [words for _, words in told(store, corrections=True)] == [told(store)[-1][1]]


def test_a_move_of_the_date_is_told_with_its_reason_and_is_no_correction(store: Store) -> None:
    do(store, 3, SetFields({"due": date(2026, 8, 1)}, "the consultation was extended"))
    do(store, 4, SetFields({"due": date(2026, 7, 1)}, "as we think", announced=False))
    do(store, 5, SetFields({"due": None}, "no date any more"))
    assert told(store)[2:] == [
        (
            3,
            "date moved from 1 May 2026 to 1 August 2026, 92 days later, announced by the owner: "
            "the consultation was extended",
        ),
        (
            4,
            "date moved from 1 August 2026 to 1 July 2026, 31 days earlier, assumed, not "
            "announced: as we think",
        ),
        (5, "date 1 July 2026 taken away, announced by the owner: no date any more"),
    ]
    assert told(store, corrections=True) == []


def test_a_closing_says_who_approved_it_in_so_far_as_it_was_a_second_person(store: Store) -> None:
    do(store, 3, AddEvidence("The plan", SourceClass.OFFICIAL), Claim("done"))
    do(store, 4, Approve("seen"), by="bob")
    assert told(store)[-1] == (4, "closed as delivered, approved by a second person")
    do(store, 9, Reopen("it was withdrawn"))
    assert told(store)[-1] == (9, "opened again: was delivered, now in progress")
    assert told(store, corrections=True) == [told(store)[-1]]
    do(store, 10, Claim())
    do(store, 11, Approve(self_verify=True))
    assert told(store)[-1] == (11, "closed as delivered, self-verified")
    assert not any(name in str(told(store)) for name in ("ann", "bob"))


def test_every_result_of_a_look_has_its_words() -> None:
    assert set(LOOKED) == set(CheckResult) - {CheckResult.ASKED}
