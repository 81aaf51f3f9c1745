"""``report``: on a terminal, in a pipe, in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commitrack.model.cells import cell_width
from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine
from tests.cli.test_lists import CONTROLS


@pytest.fixture
def late(run: CommandLine) -> CommandLine:
    """Two commitments, one of them overdue."""
    fill(run.store, "We will publish a plan", HOSTILE)
    run.ok("accept", "C-1", "C-2", "--due", "2026-02-01", "--today", "2026-01-05")
    run.ok("set", "C-2", "due=2027-01-01", "--why", "agreed with them")
    return run


def test_without_a_name_the_reports_are_listed(late: CommandLine) -> None:
    listed = late.ok("report").out
    for name in ("coverage", "overdue", "slippage", "lint", "audit"):
        assert name in listed


def test_the_same_question_gives_the_same_bytes(late: CommandLine) -> None:
    for form in ("text", "md", "csv", "json", "html"):
        first = late.ok("report", "overdue", "--format", form).out
        assert first.endswith("\n")
        assert not first.endswith("\n\n")
        assert late.ok("report", "overdue", "--format", form).out == first
        assert not CONTROLS.search(first)


def test_a_letter_is_folded_between_words_on_a_terminal_and_nowhere_else(
    late: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("report", "chaser", "C-1", "--today", "2026-03-02")
    whole = late.ok(*asked).out
    assert max(map(cell_width, whole.splitlines())) > 60
    monkeypatch.setattr("commitrack.cli.reporting.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    folded = late.ok(*asked).out
    assert max(map(cell_width, folded.splitlines())) <= 60
    assert folded.split() == whole.split()
    assert "\n    “" in folded
    assert not CONTROLS.search(folded)


def test_a_file_gets_the_format_of_its_suffix(late: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "late.json"
    outcome = late.ok("report", "overdue", "-o", str(path))
    assert outcome.out == ""
    assert str(path) in outcome.err
    assert path.read_text("utf-8") == late.ok("report", "overdue", "--json").out
    assert json.loads(path.read_text("utf-8"))["title"]
    late.ok("report", "overdue", "--output", str(path), "--format", "md", "--force")
    assert path.read_text("utf-8") == late.ok("report", "overdue", "--format", "md").out
    assert [one.name for one in tmp_path.glob(".late*")] == []


@pytest.mark.parametrize("name", ["late.pdf", "late.ics", "late.docx"])
def test_a_suffix_of_no_form_is_refused_unless_a_form_is_said(
    late: CommandLine, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    outcome = late("report", "overdue", "-o", str(path))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert f"no report is written as {path.suffix}" in outcome.err
    assert ".html" in outcome.err
    assert "--format" in outcome.err
    assert not path.exists()
    late.ok("report", "overdue", "-o", str(path), "--format", "md")
    assert path.read_text("utf-8") == late.ok("report", "overdue", "--format", "md").out


def test_a_calendar_has_no_other_form(late: CommandLine) -> None:
    for said in (("--format", "csv"), ("--json",)):
        outcome = late("report", "agenda", "--ics", *said)
        assert (outcome.code, outcome.out) == (2, "")
        assert "--ics and --format" in outcome.err


def test_a_report_never_writes_over_a_database(late: CommandLine, tmp_path: Path) -> None:
    late.ok("backup", str(tmp_path / "copy.db"))
    for path in (late.store, tmp_path / "copy.db", Path(f"{late.store}-wal")):
        before = path.read_bytes() if path.exists() else None
        outcome = late("report", "overdue", "--format", "md", "-o", str(path), "--force")
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
        assert f"{path} is a database" in outcome.err
        assert (path.read_bytes() if path.exists() else None) == before
    assert late.listed()


def test_a_device_is_written_to_and_not_replaced(late: CommandLine) -> None:
    late.ok("report", "overdue", "-o", "/dev/null")
    assert Path("/dev/null").is_char_device()


def test_a_file_that_cannot_be_written_is_named(late: CommandLine, tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "late.md", tmp_path):
        outcome = late("report", "overdue", "-o", str(path))
        assert outcome.code == 2
        assert str(path) in outcome.err
        assert outcome.err.count("\n") == 1


def test_a_negated_condition_is_no_option(late: CommandLine, tmp_path: Path) -> None:
    report = late.ok("report", "overdue", "-owner:NHS Employers").out
    assert "C-0001" not in report
    assert "C-0001" in late.ok("report", "overdue", "owner:NHS Employers").out


def test_a_terminal_gets_the_same_facts(late: CommandLine) -> None:
    shown = late("report", "overdue", terminal=True)
    assert shown.code == 0
    assert "C-0001" in shown.out


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("overdu",), 3, "did you mean 'overdue'?"),
        (("coverage",), 2, "S-ID"),
        (("coverage", "S-1", "S-2"), 2, "one S-ID"),
        (("coverage", "S-99"), 3, "S-0099"),
        (("coverage", "C-1"), 2, "C-1"),
        (("audit", "C-99"), 3, "C-0099"),
        (("overdue", "sort:due"), 2, "sort:"),
        (("overdue", "--formt", "md"), 2, "--format"),
        (("overdue", "--json", "--format", "md"), 2, "--format"),
    ],
)
def test_a_wrong_turn_is_one_line(
    late: CommandLine, arguments: tuple[str, ...], code: int, named: str
) -> None:
    outcome = late("report", *arguments)
    assert outcome.code == code
    assert outcome.out == ""
    assert named in outcome.err
    assert outcome.err.count("\n") == 1
