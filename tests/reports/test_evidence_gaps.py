"""Gaps in the evidence: closed on a word, gone stale, or a file that is not there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from commitrack.model.actions import (
    AddEvidence,
    Approve,
    Claim,
    RecordCheck,
    RetractEvidence,
    SetStatus,
)
from commitrack.model.records import CheckResult, SourceClass
from commitrack.model.status import Status
from commitrack.reports import build
from commitrack.reports.evidence_gaps import Place, place_of
from commitrack.store import Lens, Store
from tests.reports.conftest import EARLY, LENS, TODAY, accept, counts, do, propose, table

LATER = date(2026, 5, 1)
WORD = AddEvidence("Their letter", SourceClass.SELF, dated=EARLY, accessed_on=EARLY)
VISIT = AddEvidence("Visit", SourceClass.DIRECT, dated=EARLY, accessed_on=EARLY)


@pytest.fixture
def worked(store: Store) -> Store:
    """Delivered on their word; delivered after a visit; two in progress."""
    propose(store, *(f"We will open ward {letter}" for letter in "ABCD"))
    for number in range(1, 5):
        accept(store, number, LATER, LATER)
        do(store, number, WORD, on=EARLY)
    do(store, 2, VISIT, on=EARLY)
    for number in (1, 2):
        do(store, number, Claim(success_test="patients are in it"), on=EARLY)
        do(store, number, Approve(), by="bob", on=EARLY)
    for number in (3, 4):
        do(store, number, SetStatus(Status.IN_PROGRESS), on=EARLY)
    return store


def test_a_delivery_on_the_owners_word_is_named_though_it_was_approved(worked: Store) -> None:
    report = build("evidence-gaps", worked, LENS)
    (row,) = table(report, "on_word")
    assert (row["id"], row["rests_on"], row["reviewer"]) == ("C-0001", "the owner's word", "bob")
    assert counts(report, "rests_on") == {
        "no evidence": 0,
        "the owner's word": 1,
        "others than the owner": 1,
    }


def test_evidence_that_was_retracted_bears_nothing(worked: Store) -> None:
    do(worked, 2, RetractEvidence(5, "another ward"))
    report = build("evidence-gaps", worked, LENS)
    assert [row["id"] for row in table(report, "on_word")] == ["C-0001", "C-0002"]


def test_what_is_in_progress_goes_stale_after_its_cadence_and_a_look_mends_it(
    worked: Store,
) -> None:
    on_the_day = Lens(EARLY + timedelta(days=90), "ann")
    assert table(build("evidence-gaps", worked, on_the_day), "stale") == []
    do(worked, 4, RecordCheck(CheckResult.FOUND, "their site", LATER), on=TODAY)
    report = build("evidence-gaps", worked, Lens(EARLY + timedelta(days=91), "ann"))
    (row,) = table(report, "stale")
    assert (row["id"], row["looked"], row["days"], row["cadence"]) == ("C-0003", EARLY, 91, 90)
    assert counts(report, "learnt") == {"never": 0, "too long ago": 1, "in time": 1}


def test_a_file_that_is_gone_is_named_and_every_piece_is_counted(worked: Store) -> None:
    folder = Path(worked.place).parent
    (folder / "there.pdf").write_bytes(b"%PDF")
    for url in ("there.pdf", "gone.pdf", "https://a.example/b.pdf", (folder / "x").as_uri()):
        do(worked, 3, AddEvidence(f"At {url[:4]}", SourceClass.OFFICIAL, dated=EARLY, url=url))
    report = build("evidence-gaps", worked, LENS)
    assert [row["file"] for row in table(report, "files")] == [
        "gone.pdf",
        (folder / "x").as_uri(),
    ]
    assert counts(report, "places") == {
        "a file that is not there": 2,
        "a file": 1,
        "an address": 1,
        "no address is given": 5,
    }


@pytest.mark.parametrize(
    "address",
    ["http://a.b/c", "https://a.b", "www.cqc.org.uk", "cqc.org.uk/reports/1", "doi:10.1/2"],
)
def test_an_address_on_the_web_is_never_looked_for_on_the_disk(
    address: str, tmp_path: Path
) -> None:
    assert place_of(address, tmp_path) is Place.WEB


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "~nobody-of-this-name/x"])
def test_a_name_that_no_file_can_have_is_not_there(name: str, tmp_path: Path) -> None:
    assert place_of(name, tmp_path) is Place.MISSING
