"""Every command of the guide does what its page says: it runs, in order, with that exit code."""

from __future__ import annotations

import http.server
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.cli.harness import CommandLine, Outcome

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


def arguments_alone(command: str) -> list[str] | None:
    """What stands after ``commitrack`` on a line that asks nothing of a shell but to quote.

    Such lines, nine in ten, are run in the test's own process: starting a process for each would
    be most of the work of the tests of the guide. None for a line that needs a shell.
    """
    lexer = shlex.shlex(command, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words = list(lexer)
    if words[0] != "commitrack" or re.search(r"[$`*?~]", command):
        return None
    return None if any(re.fullmatch(r"[();<>|&]+", word) for word in words) else words[1:]


def in_a_shell(command: str) -> Outcome:
    """A line as the guide's reader types it."""
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


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


@pytest.fixture
def reader(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in the hands of a reader of the guide, with a home of the usual shape."""
    found = CommandLine(monkeypatch, tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(folder)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_the_guide_runs(page: Path, reader: CommandLine, example_org: str) -> None:
    for command, expected in commands(page.read_text(encoding="utf-8")):
        typed = command.replace("https://example.org", example_org)
        arguments = arguments_alone(typed)
        done = reader(*arguments) if arguments is not None else in_a_shell(typed)
        assert done.code == expected, f"$ {command}\n{done.out}{done.err}"
        assert "Traceback" not in done.err


def test_every_picture_of_the_guide_is_there() -> None:
    shown = {
        (page, found)
        for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
        for found in re.findall(
            r'(?:\]\(|src=")((?:\.\./)?screenshots/[^)"]+)', page.read_text("utf-8")
        )
    }
    assert len(shown) > 15
    assert [path for page, path in sorted(shown) if not (page.parent / path).is_file()] == []


def test_what_only_a_shell_can_do_is_left_to_a_shell() -> None:
    assert arguments_alone("commitrack list 'due:<2026-03' -q") == ["list", "due:<2026-03", "-q"]
    for line in (
        "cp one two",
        "commitrack export > record.jsonl",
        "commitrack list --format ids | commitrack set - lead=ann",
        'commitrack backup "$HOME/kept.db"',
        "commitrack add statements/*.md",
        "commitrack add 'statements/*.md'",
    ):
        assert arguments_alone(line) is None, line


def test_the_index_of_the_guide_names_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\(([\w-]+\.md)\)", index))
    assert named == {page.name for page in PAGES} - {"README.md"}
