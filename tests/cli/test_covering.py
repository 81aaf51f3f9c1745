"""``propose`` and ``statement read``: what the extractor left to a person, by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import CommandLine

TEXT = (
    "It rained on Monday. We will publish a plan. "
    "The Harbour Board repairs the roof by 30 June 2026. "
    "We believe that we will act. It rained again, and the rain was wet.\n"
)
MEND = "The Harbour Board repairs the roof by 30 June 2026"


@pytest.fixture
def stored(run: CommandLine, tmp_path: Path) -> CommandLine:
    """A store with one statement of five sentences, of which the second is a candidate."""
    path = tmp_path / "rain.txt"
    path.write_text(TEXT, encoding="utf-8")
    run.ok("add", str(path), "--publisher", "Harrow Ferries", "--date", "2026-02-01")
    return run


def decisions(run: CommandLine) -> list[str]:
    report = run.ok("report", "coverage", "S-0001", "--format", "json").json
    table = next(one for one in report["sections"] if one["key"] == "sentences")
    return [row["decision"] for row in table["rows"] if row["sentence"] is not None]


def test_sentences_are_marked_as_read_by_their_numbers(stored: CommandLine) -> None:
    told = stored.ok("statement", "read", "S-0001", "--sentence", "1,4-5", "--note", "the weather")
    assert "done: read 3 sentences of S-0001 · undo with: commitrack undo" in told.err
    words = "read (nothing promised: the weather, by ann on 2026-03-02)"
    found = decisions(stored)
    assert [found[0], *found[3:]] == [words] * 3
    stored.ok("undo")
    assert not any(one.startswith("read") for one in decisions(stored))


def test_a_reading_is_taken_back(stored: CommandLine) -> None:
    stored.ok("statement", "read", "S-0001", "--sentence", "1", "--sentence", "5")
    stored.ok("statement", "read", "1", "--sentence", "1", "--take-back")
    found = decisions(stored)
    assert (found[0], found[4][:4]) == ("no cue", "read")


def test_what_is_read_already_changes_nothing(stored: CommandLine) -> None:
    stored.ok("statement", "read", "S-0001", "--sentence", "1")
    assert "nothing changed" in stored.ok("statement", "read", "S-0001", "--sentence", "1").err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--sentence", "6"), 3, "S-0001 has no sentence 6: they go from 1 to 5"),
        (("--sentence", "0"), 3, "no sentence 0"),
        (("--sentence", "4-2"), 2, "runs backwards"),
        (("--sentence", "two"), 2, "'two' is not N or N-N"),
        (("--sentence", ""), 2, "is not N or N-N"),
        (("--sentence", "1-2"), 4, "“We will publish a plan” is C-0001: accept or reject"),
        (("--sentence", "1", "--take-back"), 4, "is not marked as read"),
        (("--sentence", "1", "--take-back", "--note", "x"), 2, "not with --take-back"),
        ((), 2, "--sentence"),
    ],
)
def test_sentences_that_cannot_be_read_are_refused_whole(
    stored: CommandLine, words: tuple[str, ...], code: int, told: str
) -> None:
    before = decisions(stored)
    outcome = stored("statement", "read", "S-0001", *words)
    assert outcome.code == code
    assert told in outcome.err
    assert "Traceback" not in outcome.err
    assert decisions(stored) == before


def test_a_sentence_becomes_a_candidate_by_its_number(stored: CommandLine) -> None:
    told = stored.ok("propose", "S-0001", "--sentence", "3")
    assert told.out.startswith("C-0002")
    assert "done: propose C-0002 in S-0001" in told.err
    record = stored.record("C-0002")
    assert (record["quote"], record["owner"], record["due"], record["status"]) == (
        MEND,
        "Harbour Board",
        "2026-06-30",
        "candidate",
    )
    assert "by-hand" in record["cues"]
    assert decisions(stored)[2] == "candidate C-0002"


def test_what_it_says_again_is_told_at_once(stored: CommandLine) -> None:
    stored.ok("propose", "S-0001", "--sentence", "3", "--accept")
    later = "Nobody knew why.\n\nThe roof is repaired by the Harbour Board in 2027.\n"
    stored.ok("add", "-", "--publisher", "Harbour Board", stdin=later)
    words = ("--words", "The roof is repaired by the Harbour Board in 2027")
    told = stored.ok("propose", "S-0002", *words, "--owner", "Harbour Board")
    assert told.out.startswith("C-0003")
    assert "  like: C-0003 delays C-0002? (due later" in told.err
    assert stored.listed("has:suggestion") == ["C-0002", "C-0003"]


def test_words_are_chosen_by_characters_or_by_themselves(stored: CommandLine) -> None:
    start = TEXT.index("rain was")
    stored.ok("propose", "S-0001", "--span", f"{start}-{start + 12}", "--kind", "aspiration")
    stored.ok("propose", "S-0001", "--words", "we will  act")
    first, second = stored.record("C-0002"), stored.record("C-0003")
    assert (first["quote"], first["kind"]) == ("rain was wet", "aspiration")
    assert (second["quote"], second["owner"]) == ("we will act", "Harrow Ferries")


def test_what_is_said_goes_before_what_is_read_and_accepting_is_one_undo(
    stored: CommandLine,
) -> None:
    before = stored.ok("list", "--json").out
    stored.ok(
        *("propose", "S-0001", "--sentence", "3", "--owner", "Ann", "--owner", "Bob Ltd"),
        *("--due", "1 may", "--accept"),
    )
    record = stored.record("C-0002")
    assert (record["owners"], record["due_original"], record["status"]) == (
        ["Ann", "Bob Ltd"],
        "2026-05-01",
        "open",
    )
    stored.ok("undo")
    assert stored.ok("list", "--json").out == before


def test_a_dry_run_says_what_it_would_be_and_stores_nothing(stored: CommandLine) -> None:
    told = stored.ok("propose", "S-0001", "--sentence", "3", "--dry-run")
    assert "commitment; owner Harbour Board; due 2026-06-30 (“by 30 June 2026”)" in told.err
    assert stored("show", "C-0002").code == 3


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "one of --sentence, --span and --words"),
        (("--sentence", "1", "--span", "1-2"), 2, "one of --sentence, --span and --words"),
        (("--sentence", "9"), 3, "they go from 1 to 5"),
        (("--span", "5"), 2, "is not N-N"),
        (
            ("--span", "5-9999"),
            2,
            f"5–9999 is no stretch of S-0001, whose text has {len(TEXT)} characters",
        ),
        (("--span", "9-5"), 2, "no stretch"),
        (("--span", "20-21"), 2, "no words stand at 20–21"),
        (("--words", "It rained"), 2, "2 times, at 0–9 (line 1), 126–135 (line 1): say which"),
        (("--words", "It snowed"), 2, "“It snowed” does not stand in S-0001"),
        (("--words", " "), 2, "no words to look for"),
        (("--words", "publish a plan"), 4, "overlap C-0001 at 21–43"),
        (("--words", "the rain was wet", "--accept"), 4, "who must deliver? (--owner NAME)"),
        (("--sentence", "3", "--due", "soonish"), 2, "--due"),
        (("--sentence", "3", "--kind", "vow"), 2, "vow"),
    ],
)
def test_words_that_cannot_be_proposed_are_refused_in_a_dry_run_too_and_nothing_is_stored(
    stored: CommandLine, words: tuple[str, ...], code: int, told: str
) -> None:
    before = stored.ok("history", "--json").out
    for asked in ((), ("--dry-run",)):
        outcome = stored("propose", "S-0001", *words, *asked)
        assert (outcome.code, outcome.out) == (code, "")
        assert told in outcome.err
        assert "Traceback" not in outcome.err
        assert stored.ok("history", "--json").out == before


def test_a_second_item_in_the_same_words_has_to_be_meant(stored: CommandLine) -> None:
    stored.ok("propose", "S-0001", "--words", "publish a plan", "--overlapping")
    assert stored.record("C-0002")["quote"] == "publish a plan"
