"""J12: a second person sends a claim back, and later approves it."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import add_evidence, claim


def test_sent_back_then_approved_and_both_decisions_stay(run: CommandLine) -> None:
    number = claim(run)
    waiting = run.ok("review", number, "--as", "bob").out
    assert "board peer review might be set up" in waiting
    assert "board peer review options paper published" in waiting
    assert "Board papers" in waiting

    run.ok("review", number, "--send-back", "the paper is a draft", "--as", "bob")
    record = run.record(number)
    assert record["status"] == "in_progress"
    assert record["reason"] == "sent back by bob: the paper is a draft"

    add_evidence(run, number, "The paper, as published")
    run.ok("claim", number, "--as", "ann")
    run.ok("review", number, "--approve", "--as", "bob")
    record = run.record(number)
    assert (record["status"], record["assurance"]) == ("delivered", "verified")
    assert record["rag"]["colour"] == "BLUE"

    page = run.ok("show", number).out
    assert "delivered, verified by bob 2026-03-02" in page
    assert "sent back by bob 2026-03-02: the paper is a draft" in page
    history = run.ok("history", number).out
    assert f"send back {number}" in history
    assert f"approve {number}" in history
