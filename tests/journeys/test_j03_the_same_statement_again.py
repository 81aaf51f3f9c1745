"""J3 at the command line: the same statement changes nothing, a changed one is a new version."""

from __future__ import annotations

from pathlib import Path

from tests.cli.harness import CommandLine
from tests.journeys.steps import EMPLOYERS, NETWORK, PEER_REVIEW, SEED, triage

IN_FRONT = "This is a corrected copy.\n"


def add_copy(run: CommandLine, in_front: str = IN_FRONT) -> str:
    """A copy of the statement with a sentence put in front; what adding it said."""
    copy = run.home / "copy.txt"
    copy.write_text(in_front + SEED.read_text("utf-8"), "utf-8")
    return run.ok("add", str(copy)).err


def test_the_same_file_changes_nothing(run: CommandLine) -> None:
    triage(run)
    before = run.ok("history", "--json").out
    again = run("add", str(SEED))
    assert again.code == 0
    assert "already stored as S-0001" in again.err
    assert run.ok("history", "--json").out == before


def test_a_copy_with_a_sentence_in_front_is_a_new_version(run: CommandLine) -> None:
    kept = triage(run)
    rejected = run.listed("status:rejected")
    told = add_copy(run)
    assert "stored as S-0002, a new version of S-0001" in told
    assert "3 commitments found again; 3 rejected before and not proposed again" in told
    statement = run.ok("statement", "show", "S-0002", "--json").json
    assert statement["previous"] == "S-0001"
    shift = len(IN_FRONT)
    places = {one["commitment"]: (one["start"], one["end"]) for one in statement["mentions"]}
    for number, (start, end) in zip(kept, (NETWORK, PEER_REVIEW, EMPLOYERS), strict=True):
        assert places[number] == (start + shift, end + shift)
        assert statement["text"][start + shift : end + shift] == run.record(number)["quote"]
    assert set(places) == {*kept, *rejected}
    assert run.listed("is:candidate") == []
    assert run.listed("is:open") == sorted(kept)


def test_coverage_of_the_new_version_says_what_was_decided(run: CommandLine) -> None:
    kept = triage(run)
    add_copy(run)
    sections = run.ok("report", "coverage", "S-0002", "--format", "json").json["sections"]
    rows = [row for section in sections for row in section.get("rows", []) if "line" in row]
    decisions = " ".join(row["decision"] for row in rows)
    assert all(f"accepted {number}" in decisions for number in kept)
    assert decisions.count("rejected C-") == 3
    assert "candidate" not in decisions
    assert sum(isinstance(row["sentence"], int) for row in rows) == 16


def test_only_what_is_new_waits_for_a_decision(run: CommandLine) -> None:
    triage(run)
    told = add_copy(run, "We will publish a summary of this by May 2027. ")
    assert "proposed 1 commitment" in told
    (number,) = run.listed("is:candidate")
    assert run.record(number)["quote"] == "We will publish a summary of this by May 2027"


def test_undo_takes_all_of_it_back(run: CommandLine) -> None:
    kept = triage(run)
    before = [run.record(number)["mentions"] for number in kept]
    add_copy(run)
    run.ok("undo")
    assert [run.record(number)["mentions"] for number in kept] == before
    assert run("statement", "show", "S-0002").code == 3
    add_copy(run)
    assert run.listed("is:candidate") == []
    assert run.ok("doctor", "--verify").code == 0


def test_what_changed_is_shown_sentence_by_sentence(run: CommandLine, tmp_path: Path) -> None:
    triage(run)
    add_copy(run)
    compared = run.ok("statement", "compare", "S-0002")
    assert compared.out == "+ This is a corrected copy.\n"
    assert "1 sentence differs" in compared.err
