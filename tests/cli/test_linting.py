"""``lint``: what it shows, what it dismisses, and what it refuses by halves."""

from __future__ import annotations

import pytest

from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine

QUOTES = (
    "We will explore more options with our partners",
    "We will publish a plan",
    f"We will support {HOSTILE}",
)


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """Three candidates, the last of them hostile."""
    fill(run.store, *QUOTES)
    return run


def asked(run: CommandLine, identifier: str) -> list[str]:
    return [one["rule"] for one in run.ok("lint", identifier, "--json").json["lint"]]


def test_it_shows_the_questions_with_their_words_and_what_is_pinned_down(
    filled: CommandLine,
) -> None:
    shown = filled.ok("lint", "C-1").out.splitlines()
    assert "  asks         L1 By when?" in shown
    assert (
        "               L2 What decision will follow, and where will it be published? (“explore”)"
        in shown
    )
    assert "  testable     no: “explore” alone names nothing to check" in shown
    assert (
        "  specificity  1 of 6: who · open: what, by when, how much, for whom, how we would know"
        in shown
    )


def test_json_has_the_places_of_the_words(filled: CommandLine) -> None:
    found = filled.ok("lint", "C-1", "--json").json
    [explore] = [one for one in found["lint"] if one["rule"] == "L2"]
    [[start, end]] = explore["places"]
    assert QUOTES[0][start:end] == explore["words"] == "explore"
    assert found["wording"]["specificity"]["said"] == ["who"]
    assert filled.record("C-1")["lint"] == found["lint"]
    several = filled.ok("lint", "C-1", "C-2", "--json").json
    assert [one["id"] for one in several["commitments"]] == ["C-0001", "C-0002"]


def test_a_dismissed_question_is_listed_with_reason_and_by_whom(filled: CommandLine) -> None:
    before = asked(filled, "C-1")
    filled.ok("lint", "C-1", "--dismiss", "l2,L9", "--why", "minuted on 4 May")
    assert asked(filled, "C-1") == [rule for rule in before if rule not in ("L2", "L9")]
    shown = filled.ok("show", "C-1").out
    assert "L9 How much is that? – minuted on 4 May (ann, 2026-03-02)" in shown
    [first, _] = filled.record("C-1")["dismissed"]
    assert (first["rule"], first["reason"], first["by"]) == ("L2", "minuted on 4 May", "ann")
    assert first["fires"] and first["words"] == "explore"
    filled.ok("lint", "C-1", "--recall", "L2", "--recall", "L9")
    assert asked(filled, "C-1") == before


def test_several_at_once_are_one_change_and_one_undo(filled: CommandLine) -> None:
    done = filled.ok("lint", "-", "--dismiss", "L1", "--why", "told", stdin="C-1\nC-2 C-3\n")
    assert "question L1: asked → dismissed (told)" in done.err
    assert filled.listed("dismissed:L1") == ["C-0001", "C-0002", "C-0003"]
    filled.ok("undo")
    assert filled.listed("dismissed:any") == []


def test_one_that_is_not_asked_refuses_all(filled: CommandLine) -> None:
    refused = filled("lint", "C-1", "C-2", "--dismiss", "L2", "--why", "x")
    assert refused.code == 4
    assert "L2 is not asked of C-0002; open there: L1, L8" in refused.err
    assert filled.listed("dismissed:any") == []


def test_a_dry_run_changes_nothing(filled: CommandLine) -> None:
    filled.ok("lint", "C-1", "--dismiss", "L2", "--why", "x", "--dry-run")
    assert filled.listed("dismissed:any") == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("C-1", "--dismiss", "L2"), 4, "dismissing L2 needs a reason (--why)"),
        (("C-1", "--dismiss", "L15", "--why", "x"), 2, "--dismiss: no rule of the lint is called"),
        (("C-1", "--recall", ""), 2, "--recall: no rule of the lint is called ''"),
        (("C-1", "--recall", "L2"), 4, "L2 of C-0001 was not dismissed; dismissed there: none"),
        (("C-1", "--why", "x"), 2, "go with --dismiss or --recall"),
        (("C-1", "--dismiss", "L2", "--recall", "l2", "--why", "x"), 2, "at once"),
        (("C-9",), 3, "C-0009 does not exist"),
        ((), 2, "ID"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    filled: CommandLine, arguments: tuple[str, ...], code: int, words: str
) -> None:
    outcome = filled("lint", *arguments)
    assert outcome.code == code
    assert words in outcome.err
    assert filled.listed("dismissed:any") == []


def test_hostile_words_and_reasons_are_shown_harmless(filled: CommandLine) -> None:
    filled.ok("lint", "C-3", "--dismiss", "L3", "--why", HOSTILE.replace("\x00", ""))
    shown = filled.ok("lint", "C-3").out + filled.ok("show", "C-3").out
    assert "[/x]" in shown
    assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(shown)
