"""Every command of the guide does what its page says: it runs, in order, with that exit code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
SEED = ROOT / "data" / "statements" / "nhs-confederation-west-london.txt"

FIXTURES = ROOT / "tests" / "sources" / "fixtures"

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"! exit (\d+)")

LETTER = "Harrow Ferries will publish its timetable by 30 June 2026.\nWe hope passengers like it.\n"
MINUTES = "# Harbour board\n\nIt was AGREED that the Clerk would write to members by 12 May 2026.\n"


def commands(page: str) -> list[tuple[str, int]]:
    """The commands of a page with the exit code each must have."""
    found: list[tuple[str, int]] = []
    for block in _BLOCK.findall(page):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], 0))
            elif expected := _EXIT.fullmatch(line):
                found[-1] = (found[-1][0], int(expected[1]))
            else:
                raise AssertionError(f"neither a command nor an exit code: {line!r}")
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_the_guide_runs(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    shutil.copy(SEED, folder)
    for fixture in FIXTURES.glob("buses.*"):
        shutil.copy(fixture, folder)
    (folder / "harrow-letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "harrow-minutes.md").write_text(MINUTES, encoding="utf-8")
    environment = {
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COMMITRACK_TODAY": "2026-03-02",
        "COMMITRACK_ACTOR": "ann",
        "LC_ALL": "C.UTF-8",
    }
    for command, expected in commands(page.read_text(encoding="utf-8")):
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == expected, f"$ {command}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr


def test_the_index_of_the_guide_names_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\(([\w-]+\.md)\)", index))
    assert named == {page.name for page in PAGES} - {"README.md"}
