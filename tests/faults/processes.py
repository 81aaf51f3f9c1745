"""Starting, killing and asking real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST = 60.0
"""Seconds after which a process that should have ended is a failure."""


def environment(**more: str) -> dict[str, str]:
    """An environment in which the programs of these tests are found."""
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", **more}


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    """Start one of the programs beside this file; it may be killed."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.faults.{program}", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        cwd=ROOT,
    )


def kill(process: subprocess.Popen[str]) -> tuple[list[str], str]:
    """Kill it as nothing can be caught; whole lines of what it said, and what it complained of.

    Lines that came with one that was read before wait in the stream, where only the stream itself
    finds them: communicating with the process would lose them.
    """
    process.send_signal(signal.SIGKILL)
    process.wait(LONGEST)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdin, process.stdout, process.stderr:
        said, complaints = process.stdout.read(), process.stderr.read()
    return [line for line in said.splitlines(keepends=True) if line.endswith("\n")], complaints


def commitrack(
    place: Path, *arguments: str, before: tuple[str, ...] = (), stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the command on a store, as a process of its own, perhaps by way of another program."""
    return subprocess.run(
        [*before, sys.executable, "-m", "commitrack", "--store", str(place), *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        env=environment(COMMITRACK_TODAY="2026-03-02", COMMITRACK_ACTOR="ann", NO_COLOR="1"),
    )
