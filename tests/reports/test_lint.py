"""Lint: every question under its rule, dismissed ones apart, and counts that add up."""

from __future__ import annotations

import pytest

from commitrack.model.actions import DismissQuestion, RecallQuestion, Reject, SetFields
from commitrack.model.errors import BadInput
from commitrack.model.lint import RULE_IDS, asked
from commitrack.model.status import RejectReason
from commitrack.reports import FORMATS, build, render
from commitrack.store import Store
from tests.reports.conftest import (
    HOSTILE,
    LENS,
    accept,
    as_data,
    counts,
    do,
    facts,
    propose,
    table,
)

QUOTES = (
    "We will explore more options with our partners",
    "We will publish a plan by 30 June 2026",
    "We hope to support carers",
    f"We will not {HOSTILE}",
)


@pytest.fixture
def worded(store: Store) -> Store:
    """Four promises: the second dated and with a success test, the fourth hostile."""
    propose(store, *QUOTES)
    accept(store, 1, None, None)
    do(store, 2, SetFields({"due": LENS.today, "success_test": "the plan is out"}))
    return store


def test_each_question_stands_under_its_rule_with_the_words(worded: Store) -> None:
    rows = table(build("lint", worded, LENS), "questions")
    found = {(row["rule"], row["id"], row["words"]) for row in rows}
    assert found == {
        (one.rule, dossier.commitment.id, one.words or None)
        for dossier in worded.dossiers((1, 2, 3, 4))
        for one in asked(dossier)
    }
    assert ("L2", "C-0001", "explore") in found
    assert ("L4", "C-0003", "hope") in found
    assert [row["rule"] for row in rows] == sorted(
        (row["rule"] for row in rows), key=RULE_IDS.index
    )


def test_the_counts_add_up_to_what_is_listed(worded: Store) -> None:
    report = build("lint", worded, LENS)
    rows = table(report, "questions")
    by_rule = counts(report, "by_rule")
    assert sum(by_rule.values()) == len(rows)
    for label, count in by_rule.items():
        assert count == sum(row["rule"] == label.split()[0] for row in rows)
    for key in ("verifiable", "by_questions", "by_strength", "by_specificity"):
        assert sum(counts(report, key).values()) == 4


def test_the_share_that_is_verifiable_counts_success_tests(worded: Store) -> None:
    report = build("lint", worded, LENS)
    assert counts(report, "verifiable") == {
        "by its words": 0,
        "by its success test alone": 1,
        "not as it stands": 3,
    }
    assert facts(report, "verifiable_share") == {
        "share": "25%",
        "verifiable": 1,
        "commitments": 4,
    }


def test_it_says_of_each_how_it_is_worded(worded: Store) -> None:
    rows = {row["id"]: row for row in table(build("lint", worded, LENS), "wordings")}
    assert len(rows) == 4
    assert rows["C-0002"]["testable"].startswith("by its success test")
    assert rows["C-0002"]["says"].startswith("3 of 6: who, by when, how we would know")
    assert rows["C-0002"]["score"] == 3


def test_a_dismissed_question_moves_to_the_dismissed_with_reason_and_by_whom(
    worded: Store,
) -> None:
    before = build("lint", worded, LENS)
    do(worded, 1, DismissQuestion("L2", "minuted"), by="bob")
    report = build("lint", worded, LENS)
    assert counts(report, "by_rule")["L2 exploratory verb"] == 0
    [row] = table(report, "dismissed")
    assert (row["id"], row["rule"], row["words"], row["reason"], row["by"]) == (
        "C-0001",
        "L2",
        "explore",
        "minuted",
        "bob",
    )
    do(worded, 1, RecallQuestion("L2"))
    assert build("lint", worded, LENS) == before


def test_a_dismissal_that_answers_nothing_any_more_says_so(worded: Store) -> None:
    do(worded, 1, DismissQuestion("L1", "they will say"), SetFields({"due": LENS.today}))
    [row] = table(build("lint", worded, LENS), "dismissed")
    assert row["words"] == "not asked any more"


def test_what_was_rejected_is_not_judged_by_its_wording(worded: Store) -> None:
    do(worded, 3, Reject(RejectReason.NORM))
    report = build("lint", worded, LENS)
    assert "C-0003" not in {row["id"] for row in table(report, "questions")}


def test_a_query_narrows_it_and_has_no_order_of_its_own(worded: Store) -> None:
    report = build("lint", worded, LENS, "lint:L4")
    assert {row["id"] for row in table(report, "questions")} == {"C-0003"}
    with pytest.raises(BadInput, match="own order"):
        build("lint", worded, LENS, "sort:id")


def test_an_empty_store_is_told_as_one(store: Store) -> None:
    report = build("lint", store, LENS)
    assert facts(report, "verifiable_share")["share"] == "nothing is on record"
    assert "nothing is asked" in render(report, "text")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_every_question_and_nothing_harmful(worded: Store, form: str) -> None:
    report = build("lint", worded, LENS)
    shown = render(report, form)  # type: ignore[arg-type]
    assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(shown)
    for number in (1, 3, 4):
        assert f"C-000{number}" in shown


def test_json_is_exact_and_the_same_twice(worded: Store) -> None:
    report = build("lint", worded, LENS)
    data = as_data(report)
    [questions] = [one for one in data["sections"] if one["key"] == "questions"]
    assert len(questions["rows"]) == questions["count"]
    assert as_data(build("lint", worded, LENS)) == data
