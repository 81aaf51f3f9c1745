"""How a document reckons its days: the order of day and month, and the end of its year."""

from __future__ import annotations

import datetime

import pytest

from commitrack.extract import Known, extract
from commitrack.extract.reckoning import JUNE, MARCH, SEPTEMBER, month_first, year_end

DAY = datetime.date(2026, 2, 3)


def due(text: str, publisher: str = "Loxmere Council") -> str | None:
    found = extract(text, Known(date=DAY, publisher=publisher)).candidates
    deadline = found[-1].deadline
    return str(deadline.date) if deadline and deadline.date else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will reply by 3/4/2026.", False),
        ("We met on 27/1/2026. We will reply by 3/4/2026.", False),
        ("We met on 1/27/2026. We will reply by 3/4/2026.", True),
        ("We met on January 27, 2026. We will reply by 3/4/2026.", True),
        ("We met on 27 January 2026. We will reply by 3/4/2026.", False),
        ("We met on 1/27/26 and 1/28/26, not 27/1/26. We will reply by 3/4/26.", True),
        ("We met on 27 January 2026 and January 28, 2026. We will reply by 3/4/26.", False),
        ("The ratio is 13/14. We will reply by 3/4/2026.", False),
        ("See sections 1.27.3 and 1.27.30a. We will reply by 3/4/2026.", False),
    ],
)
def test_the_order_of_day_and_month_comes_from_the_document(text: str, expected: bool) -> None:
    assert month_first(text) is expected
    assert due(text) == ("2026-03-04" if expected else "2026-04-03")


def test_a_date_that_can_be_read_one_way_only_is_read_so_in_either_order() -> None:
    text = "We met on 1/27/2026 and 1/28/2026. We will reply by 30/4/2026."
    assert due(text) == "2026-04-30"


@pytest.mark.parametrize(
    ("text", "publisher", "month"),
    [
        ("We will act.", "Loxmere Council", MARCH),
        ("We will act.", "Australian Rivers Agency", JUNE),
        ("We will act.", "New Zealand Harbour Board", JUNE),
        ("We will act.", "US Department of Tunnels", SEPTEMBER),
        ("Our visitors come from New Zealand.", "Loxmere Council", MARCH),
        ("In the financial year ending 31 December 2025 we grew.", "Loxmere plc", 12),
        ("The fiscal year ends on June 30.", "Loxmere County", JUNE),
        ("The reporting year, which ended on 30 June, was dry.", "Loxmere Rivers", JUNE),
        ("Accounts for the year ended 30 June 2025.", "Loxmere Rivers", JUNE),
        ("The academic year ends on 31 July.", "Loxmere College", MARCH),
        ("The financial year to 5 April 2026 was hard.", "Loxmere Council", MARCH),
        (
            "The financial year ending 31 July 2025, unlike the financial year ended"
            " 31 December 2024, was good.",
            "Loxmere College",
            MARCH,
        ),
    ],
)
def test_a_financial_year_ends_where_the_document_or_its_law_says(
    text: str, publisher: str, month: int
) -> None:
    assert year_end(text, publisher) == month


@pytest.mark.parametrize(
    ("publisher", "words", "date"),
    [
        ("Loxmere Council", "by the end of the financial year", "2026-03-31"),
        ("Australian Rivers Agency", "by the end of the financial year", "2026-06-30"),
        ("Australian Rivers Agency", "in 2026-27", "2027-06-30"),
        ("Australian Rivers Agency", "in Q1 2026-27", "2026-09-30"),
        ("US Department of Tunnels", "by the end of FY 2027", "2027-09-30"),
        ("US Department of Tunnels", "in the first quarter of fiscal year 2027", "2026-12-31"),
        ("Loxmere Council", "in the first quarter of fiscal year 2027", "2026-06-30"),
    ],
)
def test_a_financial_year_is_counted_by_its_end(publisher: str, words: str, date: str) -> None:
    assert due(f"We will publish the report {words}.", publisher) == date


def test_only_a_known_day_dates_relative_words() -> None:
    text = "Annual report\nMarch 2026\n\nThe Council met. We will publish the plan next month.\n"
    found = extract(text, Known(publisher="Loxmere Council"))
    assert found.date_precision == "month"
    deadline = found.candidates[0].deadline
    assert deadline is not None
    assert (deadline.date, deadline.kind) == (None, "relative")


@pytest.mark.parametrize(("month", "date"), [("February", None), ("March", "2026-03-31")])
def test_a_time_over_before_the_month_of_the_statement_is_background(
    month: str, date: str | None
) -> None:
    text = f"Annual report\nMarch 2026\n\nThe Council met. We will publish it in {month} 2026.\n"
    deadline = extract(text, Known(publisher="Loxmere Council")).candidates[0].deadline
    assert (str(deadline.date) if deadline else None) == date


def test_a_year_with_both_its_numbers_does_not_end_with_december() -> None:
    text = "In the year ended 31 December 2025 we grew. We will publish the plan {}."
    assert due(text.format("by the end of the financial year")) == "2026-12-31"
    assert due(text.format("in 2026-27")) == "2027-03-31"
