"""The page on reminders: what cron, systemd and Windows are told to run does run."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.filling import fill
from tests.cli.harness import CommandLine

PAGE = (Path(__file__).parents[2] / "docs" / "reminders.md").read_text("utf-8")
FIELD = re.compile(r"(?:\*|\d+(?:-\d+)?)(?:,\d+)*")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def scheduled() -> list[str]:
    """Every command that something is told to run."""
    found = [line.split(maxsplit=5)[5] for block in blocks("crontab") for line in lines(block)]
    found += re.findall(r"^ExecStart=(.*)$", "".join(blocks("ini")), re.MULTILINE)
    found += re.findall(r'/TR "(.*?)"', "".join(blocks("bat")))
    return found


def lines(block: str) -> list[str]:
    return [line for line in block.splitlines() if line]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CommandLine:
    found = CommandLine(monkeypatch, tmp_path)
    fill(found.store, "We will publish a plan")
    found.ok("accept", "C-1", "--lead", "ann", "--due", "2026-03-10")
    monkeypatch.chdir(tmp_path)
    return found


def test_four_jobs_are_told() -> None:
    assert len(scheduled()) == 4


@pytest.mark.parametrize("command", scheduled())
def test_every_job_runs(run: CommandLine, tmp_path: Path, command: str) -> None:
    program, *words = shlex.split(command)
    assert program == "commitrack"
    shutil.copy(run.store, tmp_path / "record.db")
    for _ in range(2):  # the second morning finds the files of the first
        outcome = run.ok(*words)
        if "-o" in words:
            assert (tmp_path / words[words.index("-o") + 1]).stat().st_size
        else:
            assert "C-0001" in outcome.out


def test_lines_of_cron_have_five_fields_and_no_bare_percent_sign() -> None:
    for line in (line for block in blocks("crontab") for line in lines(block)):
        *fields, command = line.split(maxsplit=5)
        assert all(FIELD.fullmatch(one) for one in fields)
        assert "%" not in command.replace(r"\%", "")


def test_units_of_systemd_are_whole() -> None:
    service, timer = (configparser.ConfigParser(interpolation=None) for _ in range(2))
    first, second = blocks("ini")
    service.read_string(first)
    timer.read_string(second)
    assert service["Service"]["Type"] == "oneshot"
    assert timer["Timer"]["OnCalendar"] == "Mon..Fri 07:30"
    assert timer["Install"]["WantedBy"] == "timers.target"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_reads_the_day(tmp_path: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "calendar", "Mon..Fri 07:30"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Normalized form" in done.stdout
