"""J10: nobody signs off their own claim in passing."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import claim


def test_the_claimer_cannot_approve(run: CommandLine) -> None:
    number = claim(run)
    refused = run("review", number, "--approve", "--as", "ann")
    assert refused.code == 4
    assert "claimed by ann; needs another person" in refused.err
    assert run.record(number)["status"] == "claimed"
    assert run.listed("status:delivered") == []


def test_self_verification_is_said_and_printed_ever_after(run: CommandLine) -> None:
    number = claim(run)
    run.ok("review", number, "--approve", "--self-verify", "--as", "ann")
    assert "delivered (self-verified)" in run.ok("show", number).out
    assert run.record(number)["assurance"] == "official"
