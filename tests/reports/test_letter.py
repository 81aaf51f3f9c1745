"""Letters: the exact words, our record and a question; and a template that runs nothing."""

from __future__ import annotations

import re
from datetime import date

import pytest

from commitrack.model.actions import RecordCheck, SetFields
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.records import CheckResult
from commitrack.reports import build
from commitrack.reports.chaser import letters_of
from commitrack.reports.letter import (
    DEFAULT,
    NAMES,
    NAMES_OF_EACH,
    as_markdown,
    as_plain,
    template_of,
)
from commitrack.store import Store
from tests.reports.conftest import HOSTILE, LENS, TODAY, accept, do, facts, propose, table

ACCUSING = re.compile(
    r"fail|broke|late\b|overdue|nothing was done|no action|missed|neglect", re.IGNORECASE
)


@pytest.fixture
def asked(store: Store) -> Store:
    """Two of one owner, of which one is to be looked at; one of another owner."""
    propose(store, "We will publish a plan", "We will train staff")
    propose(store, "We will dredge", owners=("Harbour Board",))
    accept(store, 1, date(2026, 2, 1), date(2026, 3, 2))
    accept(store, 2, date(2027, 2, 1), date(2027, 3, 1))
    accept(store, 3, None, date(2026, 3, 1))
    do(store, 1, RecordCheck(CheckResult.NOTHING_FOUND, "their site", date(2026, 3, 2)), by="zoe")
    return store


def plain(store: Store, argument: str, template: str = DEFAULT) -> str:
    return as_plain(letters_of(store, LENS, argument).letters, template_of(template))


def test_a_letter_to_an_owner_is_about_what_has_come_up(asked: Store) -> None:
    letter = plain(asked, "NHS Employers")
    assert "“We will publish a plan”" in letter
    assert "We will train staff" not in letter
    assert "Date given: 1 February 2026" in letter
    assert "open; evidence: none recorded, last checked 2026-03-02" in letter
    assert "by 16 March 2026" in letter
    assert "zoe" not in letter
    assert not ACCUSING.search(letter)


def test_ids_make_a_letter_to_each_owner(asked: Store) -> None:
    drafted = letters_of(asked, LENS, "C-3 C-2 C-1 C-2")
    assert [(one.owner, len(one.promises)) for one in drafted.letters] == [
        ("Harbour Board", 1),
        ("NHS Employers", 2),
    ]
    assert as_markdown(drafted.letters, template_of(DEFAULT)).count("\n---\n") == 1


def test_a_moved_date_is_told_with_the_first_one(asked: Store) -> None:
    do(asked, 1, SetFields({"due": date(2026, 2, 20)}, why="strike"))
    assert "20 February 2026; first given as 1 February 2026" in plain(asked, "C-1")


def test_nothing_to_ask_and_what_is_not_open_is_told(asked: Store) -> None:
    with pytest.raises(NotFound, match="nothing is to be asked of NHS Employers"):
        early = LENS.__class__(date(2026, 1, 6), "ann")
        letters_of(asked, early, "NHS Employers")
    propose(asked, "We may look")
    with pytest.raises(Refused, match="C-0004 is candidate"):
        plain(asked, "C-4")
    with pytest.raises(BadInput, match="cannot be asked for"):
        letters_of(asked, LENS, "C-1", reply_by=TODAY)


def test_the_report_says_the_same_as_data(asked: Store) -> None:
    report = build("chaser", asked, LENS, "NHS Employers")
    assert facts(report, "letter")["reply_by"] == date(2026, 3, 16)
    assert [row["id"] for row in table(report, "asked")] == ["C-0001"]


def test_hostile_words_are_harmless_in_both_forms(store: Store) -> None:
    propose(store, f"We will {HOSTILE} act", owners=(f"Body {HOSTILE}",))
    accept(store, 1, None, date(2026, 3, 1))
    letters = letters_of(store, LENS, "C-1").letters
    written = as_plain(letters, template_of(DEFAULT))
    marked = as_markdown(letters, template_of(DEFAULT))
    for text in (written, marked):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert r"\<b\>" in marked


def test_plain_text_has_no_signs_of_markdown(asked: Store) -> None:
    letter = plain(asked, "C-1")
    assert "\n    “We will publish a plan”\n" in letter
    assert not re.search(r"^[>#*]", letter, re.MULTILINE)


def test_every_name_can_stand_in_a_template(asked: Store) -> None:
    text = " ".join(f"${name}" for name in NAMES)
    each = " ".join(f"${{{name}}}" for name in NAMES_OF_EACH)
    letter = plain(asked, "C-1", f"{text} $$5\n$promises\n{each}\n$end\n")
    assert "$5" in letter
    assert letter.count("$") == 1


@pytest.mark.parametrize(
    ("template", "wrong"),
    [
        ("Dear $ownr", r"line 1: there is no \$ownr; there are .*did you mean 'owner'"),
        ("\n$quote", r"line 2: \$quote is of one promise"),
        ("a\nit costs $ 5", r"line 2: a dollar sign alone is written \$\$"),
        ("$promises\nx", "one line"),
        ("$end\n$promises", "one line"),
        ("$promises\n$promises\n$end", "one line"),
        ("$promises\n$nobody\n$end", r"line 2: there is no \$nobody"),
        ("${owner.__class__}", "line 1: a dollar sign alone"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(template: str, wrong: str) -> None:
    with pytest.raises(BadInput, match=wrong):
        template_of(template)


def test_a_value_that_looks_like_a_name_is_only_a_value(store: Store) -> None:
    propose(store, "We will pay $owner and ${from}")
    accept(store, 1, None, date(2026, 3, 1))
    assert "“We will pay $owner and ${from}”" in plain(store, "C-1")
