"""Killed at any step of a backup, a restore or a migration: the old state stands, or the new."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


IN_A_SLICE = 3
"""Every how many steps one is killed, but in the whole fault run."""


@pytest.mark.fault
@pytest.mark.parametrize("scene", ["backup", "restore", "damaged", "log", "migrate"])
def test_whoever_is_killed_at_any_step_leaves_nothing_half_done(
    scene: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    stride = 1 if pytestconfig.getoption("--whole") else IN_A_SLICE
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed", scene, str(tmp_path), str(stride)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 10, "the steps were not found"
