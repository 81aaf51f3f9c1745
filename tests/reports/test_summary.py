"""``summary``: nothing but what is public, and what of it was put right."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import (
    AddEvidence,
    AddLink,
    Approve,
    Claim,
    DismissQuestion,
    RecordCheck,
    Reopen,
    RetractEvidence,
    SetFields,
)
from commitrack.model.errors import BadInput
from commitrack.model.records import CheckResult, LinkType, SourceClass
from commitrack.reports import FORMATS, Format, Report, build, render
from commitrack.store import Store
from tests.reports.conftest import LENS, accept, counts, do, propose, table

SECRETS = tuple(
    f"secret{n}"
    for n in (
        *("title", "lead", "reviewer", "note", "tag", "where", "checknote", "claimnote", "link"),
        *("dismissed", "internal", "locator", "path", "words", "approver", "claimer"),
    )
)


@pytest.fixture
def planted(store: Store) -> Store:
    """A public commitment with a secret in every internal field, and one that is all secret."""
    propose(store, "We will publish a plan", "We will keep secretinternal to ourselves")
    accept(store, 1, date(2026, 12, 1), date(2026, 6, 1))
    accept(store, 2, date(2026, 12, 1), date(2026, 6, 1))
    internal = {"lead": "secretlead", "reviewer": "secretreviewer", "note": "secretnote"}
    do(store, 1, SetFields({**internal, "tags": ("secrettag",), "visibility": "public"}))
    do(store, 2, SetFields({"title": "secrettitle"}))
    do(
        store,
        1,
        AddEvidence(
            "Board paper",
            SourceClass.OFFICIAL,
            url="/home/ann/secretpath.pdf",
            locator="secretlocator",
            quote="secretwords",
        ),
        AddEvidence("Press notice", SourceClass.SELF, url="https://example.org/a"),
        RecordCheck(CheckResult.FOUND, "secretwhere", note="secretchecknote"),
        DismissQuestion("L8", "secretdismissed"),
        AddLink(LinkType.REPEATS, 2, "secretlink"),
        Claim("secretclaimnote", "a plan is out"),
        by="secretclaimer",
    )
    do(store, 1, Approve(), by="secretapprover")
    return store


def summary(store: Store, query: str | None = None) -> Report:
    return build("summary", store, LENS, query)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_internal_is_in_any_form_of_it(planted: Store, form: Format) -> None:
    shown = render(summary(planted), form)
    assert [one for one in SECRETS if one in shown] == []
    assert planted.place not in shown
    assert "We will publish a plan" in shown


def test_who_verified_is_told_without_a_name(planted: Store) -> None:
    (row,) = table(summary(planted), "commitments")
    assert row["status"] == "delivered, verified by a second person 2026-03-02"
    assert "last checked 2026-03-02" in row["on_record"]
    assert counts(summary(planted), "by_status")["delivered"] == 1


def test_what_was_put_right_is_told_with_its_day(planted: Store) -> None:
    assert table(summary(planted), "corrections") == []
    do(planted, 1, RetractEvidence(2, "it was another plan"), Reopen("the plan was withdrawn"))
    told = [(row["id"], row["what"]) for row in table(summary(planted), "corrections")]
    assert told == [
        ("C-0001", "evidence retracted: Press notice: it was another plan"),
        ("C-0001", "opened again: it had been called delivered"),
    ]


@pytest.mark.parametrize(
    "query", ["lead:secretlead", "secretnote", "-tag:x", "is:mine", "owner:a OR has:lead", '"a b"']
)
def test_it_is_not_narrowed_by_what_it_does_not_show(planted: Store, query: str) -> None:
    with pytest.raises(BadInput, match="a summary for the public"):
        summary(planted, query)


@pytest.mark.parametrize("query", ["owner:any", "status:delivered", "is:closed", "C-0001"])
def test_it_is_narrowed_by_what_it_shows(planted: Store, query: str) -> None:
    assert len(table(summary(planted, query), "commitments")) == 1


def test_every_word_of_its_counts_is_defined(planted: Store) -> None:
    report = summary(planted)
    defined = {row["word"] for row in table(report, "definitions")}
    for key in ("by_kind", "by_status", "by_schedule", "by_assurance"):
        assert set(counts(report, key)) <= defined
