"""J9: the draft of a letter, sent by hand; logging it moves our clock, and nothing is ever sent."""

from __future__ import annotations

from pathlib import Path

from tests.cli.harness import CommandLine
from tests.journeys.steps import triage
from tests.reports.test_letter import ACCUSING

LATER = ("--today", "2026-06-15")


def test_from_the_list_to_the_letter_to_the_next_look(run: CommandLine, tmp_path: Path) -> None:
    kept = triage(run)
    late = run.ok("list", "is:chase", "--json", *LATER).json["commitments"]
    assert {one["id"] for one in late} == set(kept)
    assert {one["follow_up"] for one in late} == {"2026-05-31"}
    assert run.ok("list", "is:chase", *LATER).out.count("15 days past follow-up") == 3

    letter = tmp_path / "letter.md"
    drafted = run.ok("report", "chaser", "NHS Employers", "-o", str(letter), *LATER)
    assert f"commitrack sent {kept[2]}" in drafted.err
    text = " ".join(letter.read_text("utf-8").split())
    quote = " ".join(run.record(kept[2])["quote"].split())
    assert quote in text
    assert "NHS Confederation" in text
    assert "none recorded" in text
    assert "29 June 2026" in text
    assert not ACCUSING.search(text.replace(quote, ""))
    assert run.record(kept[2])["follow_up"] == "2026-05-31"

    refused = run("report", "chaser", "NHS Employers", "-o", str(letter), *LATER)
    assert (refused.code, "--force" in refused.err) == (4, True)

    run.ok("sent", kept[2], "--note", "by post", *LATER)
    record = run.record(kept[2])
    assert record["follow_up"] == "2026-06-29"
    assert record["status"] == "open"
    (letter_sent,) = record["checks"]
    assert (letter_sent["result"], letter_sent["on"]) == ("asked", "2026-06-15")
    history = run.ok("history", kept[2]).out
    assert "letter sent about" in history
    assert kept[2] not in run.listed("is:chase", *LATER)
    page = run.ok("report", "owner", "NHS Employers", *LATER).out
    assert "letter sent" in page

    run.ok("undo")
    assert run.record(kept[2])["follow_up"] == "2026-05-31"
    assert run.record(kept[2])["checks"] == []


def test_a_template_of_ones_own(run: CommandLine, tmp_path: Path) -> None:
    kept = triage(run)
    printed = run.ok("report", "chaser", "--print-template").out
    mine = tmp_path / "mine.txt"
    mine.write_text(printed.replace("Dear colleagues at $owner", "Dear $owner"), "utf-8")
    letter = run.ok("report", "chaser", kept[2], "--template", str(mine), *LATER).out
    assert "Dear NHS Employers," in letter
    mine.write_text("Dear $ownr", "utf-8")
    wrong = run("report", "chaser", kept[2], "--template", str(mine), *LATER)
    assert wrong.code == 2
    assert "line 1" in wrong.err
    assert wrong.err.count("\n") == 1
