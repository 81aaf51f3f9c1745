"""The guide's page of reports shows what the commands print."""

from __future__ import annotations

import report_examples


def test_the_page_is_what_the_reports_say_of_the_demo() -> None:
    assert report_examples.PAGE.read_text(encoding="utf-8") == report_examples.page(), (
        "make reports"
    )


def test_every_report_has_an_example() -> None:
    assert report_examples.left_out() == set()
