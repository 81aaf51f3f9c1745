"""Parties that are one: noticed, looked at, merged and taken back from the command line."""

from __future__ import annotations

import shlex

import pytest

from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine

AGENCY = "National Patient Safety Agency"


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """One body under two names, which own one and two commitments."""
    fill(run.store, "We will act", owner="NPSA")
    fill(run.store, "We will publish a plan", "We will train", owner=AGENCY)
    return run


def _parties(run: CommandLine) -> dict[str, list[str]]:
    found = run.ok("party", "list", "--json").json["parties"]
    return {one["name"]: one["aliases"] for one in found}


def test_two_names_of_one_body_are_shown_with_the_command_that_merges_them(
    filled: CommandLine,
) -> None:
    command = f"commitrack party merge NPSA '{AGENCY}'"
    shown = filled.ok("party", "list", "--alike").out
    assert "the initials of the other's name" in shown
    assert command in shown
    (pair,) = filled.ok("party", "list", "--alike", "--json").json["alike"]
    assert pair == {
        "party": "NPSA",
        "other": AGENCY,
        "why": "the initials of the other's name",
        "command": command,
    }
    filled.ok(*shlex.split(pair["command"])[1:])
    assert filled.ok("party", "list", "--alike").err == (
        "no two parties have names that are alike\n"
    )
    assert filled.ok("party", "list", "--alike", "--json").json["alike"] == []


def test_a_merge_says_what_it_did_and_how_to_take_it_back(filled: CommandLine) -> None:
    done = filled.ok("party", "merge", "npsa", AGENCY, "--why", "the letter says so")
    assert done.out == ""
    assert done.err == (
        f"done: party merge NPSA into {AGENCY} · undo with: commitrack undo\n"
        f"  {AGENCY} instead of NPSA: C-0001\n"
    )
    assert _parties(filled) == {AGENCY: ["NPSA"], "NHS Confederation": []}
    assert filled.record("C-1")["owners"] == [AGENCY]
    assert filled.listed("owner:=NPSA") == ["C-0001", "C-0002", "C-0003"]
    newest = filled.ok("history", "C-1", "--json").json["transactions"][0]
    assert newest["why"] == "the letter says so"
    filled.ok("undo")
    assert _parties(filled) == {AGENCY: [], "NPSA": [], "NHS Confederation": []}
    assert filled.record("C-1")["owners"] == ["NPSA"]
    assert filled.ok("doctor", "--verify").code == 0


def test_a_dry_run_shows_a_merge_and_makes_none(filled: CommandLine) -> None:
    before = filled.ok("history", "--json").out
    shown = filled.ok("party", "merge", AGENCY, "NPSA", "--dry-run").err
    assert shown == (
        f"{AGENCY} would become another name of NPSA\n"
        f"  NPSA instead of {AGENCY}: C-0002, C-0003\n"
        "dry run: nothing changed\n"
    )
    assert filled.ok("history", "--json").out == before


def test_of_many_commitments_the_first_are_named(run: CommandLine) -> None:
    fill(run.store, *(f"We will open centre {n}" for n in range(12)), owner="NPSA")
    assert "C-0010 and 2 more" in run.ok("party", "merge", "NPSA", "NHS Confederation").err


def test_the_command_for_names_that_a_shell_would_misread_works(run: CommandLine) -> None:
    fill(run.store, "We will act", owner="--x $(ls) 'Ward' Board")
    fill(run.store, "We will publish", owner="--x $(ls) Ward Board")
    (pair,) = run.ok("party", "list", "--alike", "--json").json["alike"]
    run.ok(*shlex.split(pair["command"])[1:])
    assert len(_parties(run)) == 2


def test_a_hostile_name_is_shown_as_plain_text(run: CommandLine) -> None:
    fill(run.store, "We will act", owner=HOSTILE)
    fill(run.store, "We will publish", owner=f"{HOSTILE}.")
    shown = run.ok("party", "list", "--alike").out
    told = run.ok("party", "merge", HOSTILE, "NHS Confederation").err
    for text in (shown, told):
        assert "[/x]" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
