"""J5: nothing is in progress without evidence of it."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import add_evidence, prepare


def test_progress_is_refused_until_there_is_evidence(run: CommandLine) -> None:
    number = prepare(run)
    before = run.ok("history", "--json").out
    refused = run("status", number, "in_progress")
    assert refused.code == 4
    assert "needs evidence" in refused.err
    assert run.ok("history", "--json").out == before

    add_evidence(run, number)
    run.ok("status", number, "in_progress")
    record = run.record(number)
    assert (record["status"], record["assurance"]) == ("in_progress", "official")
    piece = record["evidence"][0]
    assert (piece["dated"], piece["locator"]) == ("2026-02-20", "p. 4")

    history = run.ok("history", number).out
    assert f"add evidence {number}" in history
    assert f"{number} status: open → in progress" in history
