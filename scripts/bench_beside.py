"""Measure how long an officer waits who edits while another store is taken in."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from commitrack.model.actions import Edit, SetFields
from commitrack.model.history import Signature
from commitrack.store import Store, open_store
from make_store import TODAY, fill
from measuring import Figure

COMING = 20_000
"""Commitments that come in; with their history they are about a million rows."""
HERE = 1_000
OFFICER = Signature("officer", TODAY, datetime(2026, 3, 2, 9, tzinfo=UTC))
_ALONE = 200
"""Edits that are made before anything comes in."""


def beside(folder: Path, number: int = COMING) -> list[Figure]:
    """The longest of all edits beside an import, against the longest of some that are alone."""
    here, other = folder / "here.db", folder / "other.db"
    rows = _filled(other, number, seed=7)
    _filled(here, HERE, seed=8)
    store = open_store(here)
    try:
        edit = _edits(store)
        alone = max(edit() for _ in range(_ALONE))
        program = str(Path(sys.executable).with_name("commitrack"))
        command = (program, "--store", str(here), "--as", "taker", "import", str(other))
        quiet = subprocess.DEVNULL
        begun = time.perf_counter()
        with subprocess.Popen(command, stdout=quiet, stderr=quiet) as taker:
            waits = [0.0]
            while taker.poll() is None:
                waits.append(edit())
        if taker.returncode:
            raise SystemExit(f"the import ended with {taker.returncode}")
        seconds = time.perf_counter() - begun
    finally:
        store.close()
    what = (
        f"the longest of {len(waits) - 1:,} edits beside an import of {number:,} commitments, "
        f"{rows:,} rows, in {seconds:.0f} s"
    )
    return [Figure(what, max(waits), "the longest of 200 alone", alone, "2 s")]


def _filled(place: Path, number: int, seed: int) -> int:
    """Make a store of so many commitments; how many rows it has, history and all."""
    store = open_store(place, create=True)
    for _ in fill(store, number, seed):
        pass
    store.close()
    with contextlib.closing(sqlite3.connect(place)) as plain:
        tables = [
            name
            for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith(("sqlite_", "commitments_fts", "_sqlite", "tallies"))
        ]
        return sum(plain.execute(f'SELECT count(*) FROM "{one}"').fetchone()[0] for one in tables)


def _edits(store: Store) -> Callable[[], float]:
    """An edit that differs each time, and says how many milliseconds it took."""
    numbers = count()

    def edit() -> float:
        begun = time.perf_counter()
        store.apply([Edit(1, SetFields({"note": f"looked at {next(numbers)}"}))], OFFICER)
        return (time.perf_counter() - begun) * 1000

    return edit
