"""Which of the times in a clause bounds its act, and whether the clause is read to its end."""

from __future__ import annotations

import datetime

import pytest

from commitrack.extract import Candidate, Known, extract

TRUST = Known(date=datetime.date(2026, 2, 3), publisher="Loxmere Hospitals Trust")


def only(text: str) -> Candidate:
    found = extract(text, TRUST).candidates
    assert len(found) == 1, [one.quote for one in found]
    return found[0]


def due(text: str) -> str | None:
    deadline = only(text).deadline
    return str(deadline.date) if deadline and deadline.date else None


@pytest.mark.parametrize(
    "text",
    [
        "We will consult on a duty of that kind by 10 July 2026.",
        "We will assess every child who has waited for two years by 10 July 2026.",
        "We will train all porters, with trainers who are disabled, by 10 July 2026.",
        "We will pay for filters in every room that faces the road by 10 July 2026.",
    ],
)
def test_a_day_at_the_end_bounds_the_whole(text: str) -> None:
    assert due(text) == "2026-07-10"


@pytest.mark.parametrize(
    "text",
    [
        "We will help every patient who must be seen by 10 July 2026.",
        "We will sell our shares in any firm that has not answered by 10 July 2026.",
        "We will put right any fault that the panel finds within 28 days.",
    ],
)
def test_a_time_inside_a_relative_clause_stays_there(text: str) -> None:
    assert due(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("We will inspect every home within six weeks.", "2026-03-17"),
        ("A letter will be sent to each of those homes within four weeks.", "2026-03-03"),
        ("Every complaint will be answered within four weeks.", None),
        ("We will visit any patient who asks within four weeks.", None),
        ("Every ward should have a bed ready within six hours.", None),
    ],
)
def test_a_time_runs_anew_only_from_what_comes_up_again(text: str, date: str | None) -> None:
    found = extract(text, TRUST).candidates
    deadline = found[0].deadline if found else None
    assert (str(deadline.date) if deadline and deadline.date else None) == date


def test_once_a_year_is_no_condition() -> None:
    one = only("We will visit every ward at least once a year.")
    assert (one.condition, one.strength) == (None, 3)


def test_every_weekday_recurs() -> None:
    deadline = only("We will send the list to the Council every Friday.").deadline
    assert deadline is not None
    assert (deadline.text, deadline.kind) == ("every Friday", "recurrent")


def test_a_quoted_title_does_not_end_the_clause() -> None:
    text = "Staff will be trained in the use of the “This Is Me” leaflet."
    assert only(text).quote == text[:-1]


def test_an_item_ends_before_but_and_not_at_a_joined_adjective() -> None:
    text = "Staff need to feel able to report in an open and kind culture but this will cost money."
    assert only(text).quote == "Staff need to feel able to report in an open and kind culture"


def test_a_joined_verb_with_a_question_behind_it_is_an_item() -> None:
    found = extract("We will meet again in May and report on what has been done.", TRUST)
    assert [one.quote for one in found.candidates] == [
        "We will meet again in May",
        "report on what has been done",
    ]


def test_a_numbered_paragraph_is_no_bullet_of_the_one_before() -> None:
    text = (
        "5. We will therefore:\n(i) open a ward;\n(ii) close a ward.\n\n"
        "6. I am minded to ask, and we will consult on it.\n"
    )
    quotes = [one.quote for one in extract(text, TRUST).candidates]
    assert quotes == ["open a ward", "close a ward", "we will consult on it"]
