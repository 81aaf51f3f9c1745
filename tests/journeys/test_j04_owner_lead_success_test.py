"""J4: an officer says who leads it, by when, and what would count as done."""

from __future__ import annotations

import re

from tests.cli.harness import CommandLine
from tests.journeys.steps import prepare, triage


def test_the_page_has_owner_lead_dates_and_the_questions_still_open(run: CommandLine) -> None:
    number = prepare(run)
    page = run.ok("show", number).out
    lines = {
        line[2:15].strip(): line[15:].strip() for line in page.splitlines() if line[2:3] != " "
    }
    assert lines["owner"].startswith("NHS Confederation")
    assert lines["lead"] == "ann"
    assert lines["due"].startswith("2026-06-30")
    assert lines["original due"] == "2026-06-30"
    assert lines["success test"] == "board peer review options paper published"
    assert "S-0001 line 11, characters 1269–1492" in page
    assert "Along with its members, The NHS Confederation will explore" in page
    asked = re.findall(r"\bL\d+\b", page)
    assert "L1" not in asked
    assert "L2" in asked


def test_a_date_that_is_none_saves_nothing(run: CommandLine) -> None:
    _, number, _ = triage(run)
    before = run.ok("history", "--json").out
    outcome = run("set", number, "lead=ann", "due=2026-13-40")
    assert outcome.code == 2
    assert "2026-13-40 is not a date" in outcome.err
    assert run.ok("history", "--json").out == before
