"""The date of a statement is what the statement says of itself, or unknown: never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.extract import extract

DAY = date(2026, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2026\n\nWe will act.",
        "Statement of 3 May 2026\n\nWe will act.",
        "Published: 2026-05-03\n\nWe will act.",
        "For immediate release: 3 May 2026\n\nWe will act.",
        "LONDON, 3 May 2026 - The Council will act.",
        "Minutes of the Board, held on 3 May 2026 at 7.00 p.m.\n\nAGREED to act.",
        "Response to the Inquiry\nApproved by the Board on 3 May 2026\n\nWe will act.",
    ],
)
def test_a_statement_that_dates_itself_has_that_date(text: str) -> None:
    assert extract(text).date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "We will publish a plan by 30 June 2026.",
        "We will open the clinic on 2026-06-30.",
        "The Trust will open a clinic by 30 June 2026\nIt will be staffed.",
        "The fire on 3 May 2026 was a tragedy.\nWe will act.",
        "The report published on 3 May 2026 was harsh.\n\nWe will act.",
        "Open by 30 June 2026\n\nWe will act.",
    ],
)
def test_a_date_in_what_is_said_never_dates_the_statement(text: str) -> None:
    extraction = extract(text)
    assert (extraction.date, extraction.date_precision) == (None, "unknown")
