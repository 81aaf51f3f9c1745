"""kill -9 at any moment: what was acknowledged is there, nothing is half done, the chain whole."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

from commitrack.store import open_store
from tests.faults.processes import kill, start
from tests.faults.writer import BATCH, states

KILLS, KILLS_IN_A_SLICE = 200, 8
KILLS_OF_ONE_STORE = 20


def newest_step(place: Path) -> int:
    """The step that the newest transaction of the writer is signed with."""
    connection = sqlite3.connect(place)
    with contextlib.closing(connection):
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        found = connection.execute(
            "SELECT why, (SELECT count(*) FROM transactions WHERE actor = 'writer') "
            "FROM transactions WHERE actor = 'writer' ORDER BY id DESC LIMIT 1"
        ).fetchone()
    if found is None:
        return 0
    assert int(found[0]) == found[1], "a step is missing, or was done twice"
    return int(found[1])


def test_a_killed_writer_loses_nothing_and_leaves_nothing_half_done(
    filled: Path, tmp_path: Path, whole: bool, seed: int, figure: Callable[[str], None]
) -> None:
    chance = random.Random(seed)
    steps = 0
    unacknowledged = 0
    for round_ in range(KILLS if whole else KILLS_IN_A_SLICE):
        place = tmp_path / str(round_ // KILLS_OF_ONE_STORE) / "record.db"
        if not place.exists():
            place.parent.mkdir()
            shutil.copy(filled, place)
            done = 0
        where = f"COMMITRACK_FAULT_SEED={seed}, kill {round_}"
        acknowledged = _write_until_killed(place, seed, done, chance)
        found = newest_step(place)
        assert acknowledged <= found <= acknowledged + 1, where
        expected = states(seed, found)[-1]
        store = open_store(place)
        try:
            notes = [one.commitment.note for one in store.dossiers(BATCH)]
            assert notes == [expected.note] * len(BATCH), where
            assert len(store.statement_numbers()) == 1 + expected.statements, where
            assert store.verify().broken is None, where
        finally:
            store.close()
        unacknowledged += found - acknowledged
        steps += found - done
        done = found
    figure(
        f"kill -9: {KILLS} times among {steps} transactions, {unacknowledged} of them killed "
        f"between the commit and its report; nothing lost, none half done (seed {seed})"
    )


def _write_until_killed(place: Path, seed: int, done: int, chance: random.Random) -> int:
    """Kill a writer at some moment between its start and its thirtieth step or so; the last step
    that it reported.
    """
    writer = start("writer", place, seed, done)
    assert writer.stdout is not None
    heard = done
    for _ in range(chance.choice((0, 1, chance.randint(2, 30)))):
        heard = int(writer.stdout.readline())
    with contextlib.suppress(subprocess.TimeoutExpired):
        writer.wait(chance.uniform(0, 0.02 if heard > done else 0.3))
        raise AssertionError(writer.communicate()[1])
    said, complaints = kill(writer)
    assert not complaints
    return int(said[-1]) if said else heard
