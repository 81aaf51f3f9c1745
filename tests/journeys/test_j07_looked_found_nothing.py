"""J7: looking and finding nothing is a record, not a verdict."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import triage


def test_the_absence_is_told_with_who_looked_and_when(run: CommandLine) -> None:
    number, _, _ = triage(run)
    run.ok(
        *("check", number, "--nothing-found", "--where", "CQC site, board papers"),
        *("--next", "2026-06-01", "--as", "ann"),
    )
    record = run.record(number)
    assert (record["status"], record["follow_up"]) == ("open", "2026-06-01")
    page = run.ok("show", number).out
    assert "none recorded, last checked 2026-03-02 by ann" in page
    reports = [page, run.ok("list").out, run.ok("report", "overdue").out]
    reports += [run.ok("report", "audit", number).out, run.ok("report", "coverage", "S-0001").out]
    for text in reports:
        assert "nothing was done" not in text.lower()
        assert "no action" not in text.lower()
