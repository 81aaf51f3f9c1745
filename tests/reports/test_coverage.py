"""Coverage: every sentence, and what became of it (J1)."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from commitrack.intake import Known, add, read
from commitrack.model.actions import Accept, Reject
from commitrack.model.errors import BadInput, NotFound
from commitrack.model.kinds import Kind
from commitrack.model.status import RejectReason
from commitrack.reports import build, render
from commitrack.store import Store
from tests.reports.conftest import LENS, counts, do, facts, propose, sign, table

SEED = Path(__file__).parents[2] / "data" / "statements" / "nhs-confederation-west-london.txt"


@pytest.fixture
def seeded(store: Store) -> Store:
    add(store, read(str(SEED), io.BytesIO()), Known(), sign())
    return store


def sentences(store: Store) -> list[tuple[int, str]]:
    rows = table(build("coverage", store, LENS, "S-0001"), "sentences")
    return [(row["sentence"], row["decision"]) for row in rows if row["sentence"] is not None]


def number_at(store: Store, start: int) -> int:
    return next(item.number for one, item in store.mentions(1) if one.start == start)


def test_the_seed_has_fifteen_sentences_each_with_a_decision_or_no_cue(seeded: Store) -> None:
    found = sentences(seeded)
    assert [number for number, _ in found] == list(range(1, 16))
    assert all(words.startswith(("candidate C-", "no cue", "passed over (")) for _, words in found)


def test_lines_apart_have_no_number_and_are_not_counted(seeded: Store) -> None:
    report = build("coverage", seeded, LENS, "S-0001")
    apart = [row["text"] for row in table(report, "sentences") if row["sentence"] is None]
    assert apart == ["Source", "The NHS Confederation"]
    assert sum(counts(report, "sentences_by_decision").values()) == 15


def test_the_statement_is_told_with_what_is_unknown(seeded: Store) -> None:
    told = facts(build("coverage", seeded, LENS, "S-0001"), "statement")
    assert told["date"] == "date unknown"
    assert told["sha256"].startswith("1b566616")
    assert told["characters"] == 2720


def test_sentences_and_lines_are_told_whole_and_in_their_place(seeded: Store) -> None:
    rows = table(build("coverage", seeded, LENS, "S-0001"), "sentences")
    text = SEED.read_text("utf-8")
    assert all(row["text"] in text.splitlines()[row["line"] - 1] for row in rows)


def test_decisions_are_told_with_the_reason_and_by_whom(seeded: Store) -> None:
    accepted, rejected = number_at(seeded, 1269), number_at(seeded, 669)
    do(seeded, accepted, Accept())
    do(seeded, rejected, Reject(RejectReason.PREDICTION, "just talk"), by="bob")
    words = dict(sentences(seeded))
    assert words[8] == f"accepted C-{accepted:04d}"
    assert words[5] == f"rejected C-{rejected:04d} (prediction: just talk, by bob)"


def test_what_is_no_commitment_is_labelled_as_what_it_is(seeded: Store) -> None:
    words = dict(sentences(seeded))
    for mention, item in seeded.mentions(1):
        if item.kind is not Kind.COMMITMENT:
            assert f"{item.id} {item.kind.value}" in " ".join(words.values()), mention


def test_the_share_decided_counts_sentences_in_which_something_was_proposed(seeded: Store) -> None:
    proposed = {item.number for _, item in seeded.mentions(1)}
    before = facts(build("coverage", seeded, LENS, "S-0001"), "decided")
    assert (before["share"], before["decided"]) == ("0%", 0)
    for number in sorted(proposed):
        do(seeded, number, Reject(RejectReason.OTHER))
    after = facts(build("coverage", seeded, LENS, "S-0001"), "decided")
    assert (after["share"], after["decided"]) == ("100%", after["proposed"])


def test_what_somebody_read_is_told_with_who_and_when(seeded: Store) -> None:
    seeded.mark_read(1, [(0, 480)], sign("bob"), note="only weather")
    words = dict(sentences(seeded))
    assert words[1] == "read (nothing promised: only weather, by bob on 2026-03-02)"
    told = facts(build("coverage", seeded, LENS, "S-0001"), "decided")
    assert told["decided_of_all"] + told["undecided"] == 15


def test_what_was_passed_over_is_told_with_the_cue_and_the_reason(seeded: Store) -> None:
    words = dict(sentences(seeded))
    assert words[10] == "passed over (will-verb: inside a clause with that-relative)"


def test_on_a_terminal_a_bar_shows_the_sentences_in_their_order(seeded: Store) -> None:
    do(seeded, number_at(seeded, 1269), Accept())
    shown = render(build("coverage", seeded, LENS, "S-0001"), "text", width=80)
    bars = [line.strip() for line in shown.splitlines() if set(line.strip()) == set("?~·●")]
    assert [len(bar) for bar in bars] == [60]
    assert bars[0][28:32] == "●●●●"  # the eighth of fifteen sentences
    assert "? candidate  ~ passed over  · no cue  ● accepted" in shown


def test_a_closed_commitment_is_told_with_its_status(store: Store) -> None:
    from commitrack.model.actions import RecordCheck, SetStatus
    from commitrack.model.records import CheckResult
    from commitrack.model.status import Status

    propose(store, "We will publish a plan.")
    do(
        store,
        1,
        Accept(),
        RecordCheck(CheckResult.NO_REPLY, "letter"),
        SetStatus(Status.NOT_DELIVERED, "they conceded", self_verify=True),
    )
    assert dict(sentences(store))[1] == "accepted C-0001 (not delivered)"


def test_an_item_outside_every_sentence_is_not_lost(store: Store) -> None:
    propose(store, "A HEADING", "We will publish a plan.")
    report = build("coverage", store, LENS, "S-0001")
    assert sum(counts(report, "items").values()) == 2
    assert any("C-0001" in row["decision"] for row in table(report, "sentences"))


def test_a_statement_without_promises_is_whole(store: Store) -> None:
    add(store, read("-", io.BytesIO(b"It rained on Monday.")), Known(), sign())
    report = build("coverage", store, LENS, "S-0001")
    assert facts(report, "decided")["share"] == "nothing was proposed"


@pytest.mark.parametrize(
    ("argument", "error"), [(None, BadInput), ("X-1", BadInput), ("S-0009", NotFound)]
)
def test_a_statement_that_is_not_there_is_refused(
    seeded: Store, argument: str | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        build("coverage", seeded, LENS, argument)


def test_no_line_of_it_claims_an_absence(seeded: Store) -> None:
    shown = render(build("coverage", seeded, LENS, "S-0001"), "text").lower()
    assert "nothing was done" not in shown
