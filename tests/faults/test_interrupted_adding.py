"""Adding a folder is interrupted or killed: what is stored is whole, and the rest goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from commitrack.store import open_store
from tests.cli.harness import isolated

LETTERS = 30
SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "sta", "ve", "dor", "pin", "gal")

ADD_WITHOUT_HEAD_START = """
import sys
from commitrack.cli.running import run
from commitrack.intake import workers
if __name__ == "__main__":
    workers.ALONE_SECONDS = 0.0
    sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Letters with a few promises each, about things of their own."""
    found = tmp_path / "in"
    found.mkdir()
    for n in range(LETTERS):
        text = "\n\n".join(_promise(n * 1009 + part * 101) for part in range(6))
        (found / f"{n:02}.txt").write_text(text, "utf-8")
    return found


def _promise(number: int) -> str:
    first, second, third = ("".join(SYLLABLES[int(d)] for d in f"{number + k}") for k in (1, 2, 3))
    return f"The {first.title()} Trust will publish its {second} of {third} by the end of May 2027."


@pytest.fixture
def adding(tmp_path: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The command, in a process group of its own, as a terminal would start it."""
    program = tmp_path / "program.py"
    program.write_text(ADD_WITHOUT_HEAD_START, "utf-8")
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-u", str(program), "add", "--json", "--jobs", "2", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, **isolated(tmp_path), "PYTHONPATH": str(root / "src")},
    )
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _stored(tmp_path: Path) -> list[str]:
    store = open_store(tmp_path / "data" / "commitrack" / "record.db")
    try:
        assert store.verify().broken is None
        assert len(store.history()) == len(store.statements())
        return [one.source for one in store.statements()]
    finally:
        store.close()


def _go_on(tmp_path: Path, folder: Path) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-m", "commitrack", "add", "--json", str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, **isolated(tmp_path)},
    )
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])["summary"]
    return found


def _all(folder: Path) -> list[str]:
    return sorted(map(str, folder.iterdir()))


def test_an_interrupt_ends_it_with_the_summary_so_far(
    tmp_path: Path, folder: Path, adding: subprocess.Popen[str]
) -> None:
    assert adding.stdout is not None
    assert adding.stderr is not None
    said = [adding.stdout.readline() for _ in range(3)]
    os.killpg(adding.pid, signal.SIGINT)  # as Ctrl-C does: to every process at once
    rest, complaints = adding.communicate(timeout=60)
    *objects, last = map(json.loads, [*said, *rest.splitlines()])
    assert adding.returncode == 130
    assert last["summary"]["interrupted"]
    assert 3 <= last["summary"]["added"] < LETTERS
    assert last["summary"]["not_reached"] == LETTERS - last["summary"]["added"]
    assert "the same command goes on from here" in complaints
    assert "Traceback" not in complaints
    assert _stored(tmp_path) == _all(folder)[: last["summary"]["added"]]
    assert len(objects) <= last["summary"]["added"]
    summary = _go_on(tmp_path, folder)
    assert summary["already_stored"] == last["summary"]["added"]
    assert summary["added"] == LETTERS - last["summary"]["added"]
    assert _stored(tmp_path) == _all(folder)


def test_a_killed_run_leaves_whole_statements_and_goes_on(
    tmp_path: Path, folder: Path, adding: subprocess.Popen[str]
) -> None:
    assert adding.stdout is not None
    for _ in range(5):
        adding.stdout.readline()
    os.kill(adding.pid, signal.SIGKILL)
    adding.stdout.read()  # ends when the last process that could write to it has
    adding.communicate()
    stored = _stored(tmp_path)
    assert len(stored) >= 5
    assert stored == _all(folder)[: len(stored)]
    assert _go_on(tmp_path, folder)["already_stored"] == len(stored)
    assert _stored(tmp_path) == _all(folder)
