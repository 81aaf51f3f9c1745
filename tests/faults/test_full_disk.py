"""No room left: nothing of the edit is written, one line says so; with room again it goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import StoreFull
from commitrack.store import open_store
from commitrack.store.sqlite_store import SqliteStore
from tests.faults.filler import ROOM_AGAIN
from tests.faults.mounting import can_mount, on_small_disk
from tests.faults.processes import LONGEST, ROOT, environment
from tests.store.hands import sign

FILL = """
cp "$1" "$2/record.db"
"$3" -m tests.faults.filler "$2/record.db" "$4"
"""
ROOM = range(60, 260, 20)
"""Kilobytes beside the store and the ballast: the disk is full at another point of an edit each."""
ROOM_IN_A_SLICE = range(100, 101)


@pytest.mark.parametrize("manner", ["shared", "alone"])
def test_a_disk_filled_to_the_brim_keeps_every_edit_that_was_reported(
    filled: Path, tmp_path: Path, whole: bool, figure: Callable[[str], None], manner: str
) -> None:
    if not can_mount():
        pytest.skip("this machine mounts nothing for us: the limits of size below stand for it")
    edits = 0
    for room in ROOM if whole else ROOM_IN_A_SLICE:
        told = _fill(filled, tmp_path, (filled.stat().st_size + ROOM_AGAIN) // 1024 + room, manner)
        assert told["code"] == 6, told
        assert told["complaint"].count("\n") == 1, told
        assert "nothing was written" in told["complaint"]
        assert told["read"] == told["edits"], "what was reported is there, and no more"
        assert (told["list_code"], told["list_complaint"]) == (0, ""), "it is read all the same"
        assert told["broken"] is None
        assert told["after"] == 0, "with room again it goes on"
        edits += told["edits"]
    figure(
        f"disk full: a tmpfs filled {len(ROOM)} times ({manner}), {edits} edits before, all kept"
    )


def _fill(filled: Path, tmp_path: Path, kilobytes: int, manner: str) -> dict[str, Any]:
    disk = tmp_path / "disk"
    disk.mkdir(exist_ok=True)
    arguments = (FILL, "sh", str(filled), str(disk), sys.executable, manner)
    done = subprocess.run(
        [*on_small_disk(disk, kilobytes), *arguments],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        cwd=ROOT,
        env=environment(),
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_store_that_may_grow_no_further_changes_nothing_and_goes_on(place: Path) -> None:
    store = open_store(place)
    assert isinstance(store, SqliteStore)
    connection = store._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFull, match="no room left"):
        for number in range(200):
            store.apply([Edit(1, SetFields({"note": f"{number} " + "x" * 3900}))], sign())
    kept = store.dossier(1).commitment.note
    connection.execute("PRAGMA max_page_count = 1000000")
    store.apply([Edit(1, SetFields({"lead": "ann"}))], sign())
    assert store.dossier(1).commitment.note == kept
    assert store.verify().broken is None
    store.close()


WRITE_WITHOUT_ROOM = """
import resource, signal, sys
from commitrack.cli.running import run
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
sys.exit(run(["--store", sys.argv[1], "--as", "ann", "set", "C-1", "note=x"]))
"""


@pytest.mark.parametrize("size", [0, 2000, 40_000])
def test_a_limit_on_the_size_of_files_is_code_6_and_one_line(place: Path, size: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITE_WITHOUT_ROOM.format(size=size), str(place)],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 6, done.stderr
    assert done.stderr.count("\n") == 1
    assert "nothing was written" in done.stderr
    store = open_store(place)
    assert store.dossier(1).commitment.note is None
    assert store.verify().broken is None
    store.close()
