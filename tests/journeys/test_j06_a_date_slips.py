"""J6: a date moves, openly."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import begin


def test_a_move_needs_a_reason_and_stays_visible(run: CommandLine) -> None:
    number = begin(run)
    before = run.ok("history", "--json").out
    refused = run("set", number, "due=2026-12-31")
    assert refused.code == 4
    assert "needs a reason" in refused.err
    assert run.ok("history", "--json").out == before

    run.ok("set", number, "due=2026-12-31", "--why", "consultation extended", "--as", "ann")
    record = run.record(number)
    assert (record["due_original"], record["due"]) == ("2026-06-30", "2026-12-31")
    assert record["slippage"] == {"days": 184, "moves": 1}
    assert record["rag"]["colour"] == "RED"
    assert "slipped ≥ 180 days" in record["rag"]["reason"]
    page = run.ok("show", number).out
    assert "RED slipped ≥ 180 days" in page

    report = run.ok("report", "slippage").out
    for words in ("2026-06-30", "2026-12-31", "+184", "consultation extended", "ann"):
        assert words in report
