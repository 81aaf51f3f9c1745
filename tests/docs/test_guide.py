"""Every command of the guide does what its page says: it runs, in order, with that exit code."""

from __future__ import annotations

import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
SEED = ROOT / "data" / "statements" / "nhs-confederation-west-london.txt"

FIXTURES = ROOT / "tests" / "sources" / "fixtures"

_BLOCK = re.compile(r"^ *```console\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"! exit (\d+)")

LETTER = "Harrow Ferries will publish its timetable by 30 June 2026.\nWe hope passengers like it.\n"
MINUTES = "# Harbour board\n\nIt was AGREED that the Clerk would write to members by 12 May 2026.\n"


def commands(page: str) -> list[tuple[str, int]]:
    """The commands of a page with the exit code each must have."""
    found: list[tuple[str, int]] = []
    for block in _BLOCK.findall(page):
        for line in map(str.strip, block.splitlines()):
            if line.startswith("$ "):
                found.append((line[2:], 0))
            elif expected := _EXIT.fullmatch(line):
                found[-1] = (found[-1][0], int(expected[1]))
            else:
                raise AssertionError(f"neither a command nor an exit code: {line!r}")
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the guide's reader stands: the statements its pages speak of lie here."""
    found = tmp_path / "work"
    (found / "statements" / "2026").mkdir(parents=True)
    shutil.copy(SEED, found)
    shutil.copy(ROOT / "data" / "portfolio.csv", found)
    for fixture in FIXTURES.glob("buses.*"):
        shutil.copy(fixture, found)
    (found / "harrow-letter.txt").write_text(LETTER, encoding="utf-8")
    (found / "harrow-minutes.md").write_text(MINUTES, encoding="utf-8")
    for name in ("buses.md", "2026/libraries.txt", "2026/lidos.txt"):
        text = f"# {name}\n\nWe will publish a plan for {name} by March 2027.\n"
        (found / "statements" / name).write_text(text, encoding="utf-8")
    return found


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the test looks at what the commands say."""


@pytest.fixture
def example_org(folder: Path) -> Iterator[str]:
    """What answers for https://example.org: the same folder, served on loopback."""
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_the_guide_runs(
    page: Path, tmp_path: Path, folder: Path, example_org: str
) -> None:
    environment = {
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COMMITRACK_TODAY": "2026-03-02",
        "COMMITRACK_ACTOR": "ann",
        "LC_ALL": "C.UTF-8",
    }
    for command, expected in commands(page.read_text(encoding="utf-8")):
        done = subprocess.run(
            ["sh", "-c", command.replace("https://example.org", example_org)],
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
