"""J2 at the command line: the inbox is emptied, and what is accepted has our own clock."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import triage


def test_three_are_open_and_no_candidate_is_left(run: CommandLine) -> None:
    kept = triage(run)
    assert run.listed("is:candidate") == []
    found = run.ok("list", "is:open", "--json").json["commitments"]
    assert sorted(one["id"] for one in found) == sorted(kept)
    assert {one["follow_up"] for one in found} == {"2026-05-31"}


def test_a_mistaken_accept_is_taken_back_by_name(run: CommandLine) -> None:
    kept = triage(run)
    run.ok("undo")
    told = run.ok("undo").err
    assert f"undo accept {', '.join(sorted(kept))}" in told
    assert run.listed("is:open") == []
    assert set(kept) <= set(run.listed("is:candidate"))


def test_all_three_are_to_be_chased_when_their_follow_up_has_passed(run: CommandLine) -> None:
    kept = triage(run)
    later = ("--today", "2026-06-15")
    assert sorted(run.listed("is:chase", *later)) == sorted(kept)
    assert run.ok("list", "is:chase", *later).out.count("15 days past follow-up") == 3
