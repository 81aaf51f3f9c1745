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


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "We will publish a plan by June 2026 that says how we will save water by 2030.",
            "2026-06-30",
        ),
        ("We will publish the plan, which starts on 1 April 2026, in March.", "2026-03-31"),
        ("We will publish the plan, which will run until 2030, by June.", "2026-06-30"),
        ("We will write to those who joined before 1 April 2026.", None),
        ("We will consider whether the target should be met by 2028.", None),
        ("We will ensure that every school has a nurse by September 2027.", "2027-09-30"),
        ("We will publish a plan to reach net zero by 2050 by the end of May.", "2026-05-31"),
        ("By the end of May, we will publish a plan to reach net zero by 2050.", "2026-05-31"),
        ("We will open 20 homes in 2026/27 and 30 in 2027/28.", "2027-03-31"),
        ("We must, by 31 March 2027, publish the review.", None),
        ("We will publish the advice it was given in May.", None),
        ("A further £6m will be provided in 2027.", "2027-12-31"),
        ("We will open the ward, provided that the roof is mended in 2027.", None),
        ("The Trust must, by 31 March 2027, publish its review.", "2027-03-31"),
        ("The Trust should by 31 March 2027 publish its review.", "2027-03-31"),
    ],
)
def test_the_time_of_the_act_is_the_one_that_counts(text: str, date: str | None) -> None:
    found = extract(text, TRUST).candidates
    deadline = found[0].deadline if found[0].kind != "aspiration" else None
    assert (str(deadline.date) if deadline and deadline.date else None) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("By June, we will open the ward.", "2026-06-30"),
        ("Within 28 days we will open the ward.", "2026-03-03"),
        ("Later this year, the Board will consider the plan.", "2026-12-31"),
        ("If the roof is mended in May, we will open the ward.", None),
        ("After the election in May, we will open the ward.", None),
        ("Following the review in March, we will open the ward by June.", "2026-06-30"),
        ("Subject to approval in March, the ward will be opened by June.", "2026-06-30"),
        ("When the bridge opens in 2027, we will cut the toll.", "2027-12-31"),
        ("When the bridge opens in 2027, we will cut the toll by 2028.", "2028-12-31"),
    ],
)
def test_a_time_put_first_bounds_the_act_unless_it_dates_a_condition(
    text: str, date: str | None
) -> None:
    assert due(text) == date


def test_what_runs_from_a_start_to_come_is_not_counted_from_the_statement() -> None:
    deadline = only("From April, every patient will be offered a scan within two weeks.").deadline
    assert deadline is not None
    assert (deadline.text, deadline.date) == ("within two weeks", None)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "We will close the ward by May and open a new one by June.",
            ["2026-05-31", "2026-06-30"],
        ),
        (
            "By June we will:\n\n- publish the plan;\n- open the ward by 1 May.\n",
            ["2026-06-30", "2026-05-01"],
        ),
        (
            "We will:\n\n- publish the plan by June;\n- open the ward.\n",
            ["2026-06-30", "None"],
        ),
        (
            "We will, within six weeks:\n\n- publish the plan;\n- meet every month.\n",
            ["2026-03-17", "None"],
        ),
    ],
)
def test_each_act_has_its_own_time_before_that_of_its_lead_in(text: str, dates: list[str]) -> None:
    found = extract(text, TRUST).candidates
    assert [str(one.deadline.date if one.deadline else None) for one in found] == dates


@pytest.mark.parametrize(
    "text",
    [
        "We will not close the ward before April 2027.",
        "We will not close any ward until 2028.",
        "We will keep the ward open through 2027.",
        "From April 2026, we will open the ward at night.",
    ],
)
def test_a_day_that_bounds_no_act_is_no_deadline(text: str) -> None:
    assert only(text).deadline is None


def test_a_vague_time_may_look_like_a_dependent_clause() -> None:
    deadline = only(
        "The Trust intends to change its rules when parliamentary time allows."
    ).deadline
    assert deadline is not None
    assert (deadline.text, deadline.kind) == ("when parliamentary time allows", "vague")


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
