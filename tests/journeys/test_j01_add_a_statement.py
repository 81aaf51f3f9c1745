"""J1: a statement goes in, and what it promises comes out, to the character."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import EMPLOYERS, NETWORK, PEER_REVIEW, SEED

DIGEST = "1b566616bb56515272b7aa3d2c43a076915df960a17b2d2f16e04feb72d8aae3"
TRAPS = (
    "is action that will lead to improvements",
    "will only be of value if",
    "must be backed up by a culture",
)


def test_the_seed_goes_in_and_its_three_commitments_come_out(run: CommandLine) -> None:
    added = run.ok("add", str(SEED), "--as", "ann")
    assert added.out.startswith("S-0001")
    assert DIGEST in added.out
    assert "date unknown" in added.out

    statement = run.ok("statement", "show", "S-0001", "--json").json
    assert statement["sha256"] == DIGEST
    assert statement["said_on"] is None
    assert statement["precision"] == "unknown"
    assert statement["fetched_by"] == "ann"
    assert statement["text"] == SEED.read_text("utf-8")

    found = run.ok("list", "statement:S-0001", "--json").json["commitments"]
    kinds = {one["id"]: one["kind"] for one in found}
    assert {one["status"] for one in found} == {"candidate"}
    assert all(one["due"] is None for one in found)
    spans = {(one["start"], one["end"]): kinds[one["commitment"]] for one in statement["mentions"]}
    commitments = [span for span, kind in spans.items() if kind == "commitment"]
    assert commitments == [NETWORK, PEER_REVIEW, EMPLOYERS]
    assert spans.get((1931, 2022), "recommendation") == "recommendation"
    assert spans.get((516, 665), "aspiration") == "aspiration"
    assert not [one for one in found for trap in TRAPS if trap in one["quote"]]


def test_coverage_lists_every_sentence_with_a_decision_or_no_cue(run: CommandLine) -> None:
    run.ok("add", str(SEED))
    report = run.ok("report", "coverage", "S-0001").out
    assert "no cue" in report
    sentences = [
        row
        for section in run.ok("report", "coverage", "S-0001", "--format", "json").json["sections"]
        for row in section.get("rows", [])
        if isinstance(row.get("sentence"), int)
    ]
    assert [row["sentence"] for row in sentences] == list(range(1, 16))


def test_the_same_file_again_changes_nothing(run: CommandLine) -> None:
    run.ok("add", str(SEED))
    before = run.ok("history", "--json").out
    again = run.ok("add", str(SEED))
    assert "already stored as S-0001" in again.err
    assert run.ok("history", "--json").out == before
