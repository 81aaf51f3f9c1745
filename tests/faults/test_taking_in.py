"""Another store is taken in while an officer works, and killed at any moment of it."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from commitrack.model.actions import Edit, SetFields
from commitrack.store import Filing, Store, open_store
from commitrack.store.examining import examine
from commitrack.store.staging import staged
from tests.faults.conftest import COMMITMENTS
from tests.faults.processes import LONGEST, kill, start
from tests.faults.test_many_writers import BUSY
from tests.store.alike import differences, told
from tests.store.hands import draft, propose, sign
from tests.store.test_exporting import exported

SENTENCES = tuple(f"will build pier {n}" for n in range(20))
STATEMENTS, STATEMENTS_IN_A_SLICE = 300, 12
SMALL = 3_000
"""Rows in a part: a family, so that there are many parts to be killed between."""
KILLS, KILLS_IN_A_SLICE = 40, 4
LIMIT = 2.0
"""Seconds that no edit of an officer may take."""


def filings(count: int) -> Iterator[Filing]:
    """So many statements, each with twenty promises of its own."""
    for number in range(count):
        text = f"Council {number} says. " + " ".join(f"It {one} of {number}." for one in SENTENCES)
        yield Filing(
            draft(text, f"Statement {number}"),
            tuple(propose(text, f"It {one} of {number}", f"Council {number}") for one in SENTENCES),
        )


def grown(filled: Path, folder: Path, count: int) -> Path:
    """A copy of the store that has gone on by itself: much is new, and one field has moved."""
    place = folder / "laptop.db"
    shutil.copy(filled, place)
    store = open_store(place)
    for _ in store.add_many(filings(count), sign("bob")):
        pass
    store.apply([Edit(1, SetFields({"topic": "harbours"}))], sign("bob"))
    store.close()
    return place


def new_statements(store: Store) -> int:
    """How many came in, each of which must have all of its promises and their owners."""
    numbers = store.statement_numbers()[1:]
    for number in numbers:
        found = store.mentions(number)
        assert len(found) == len(SENTENCES)
        assert all(commitment.owners for _, commitment in found)
    return len(numbers)


def test_an_officer_edits_beside_an_import_of_another_store(
    filled: Path, place: Path, tmp_path: Path, whole: bool, figure: Callable[[str], None]
) -> None:
    """What is judged here is how many of the edits got in between; how long they took, in full."""
    count = STATEMENTS if whole else STATEMENTS_IN_A_SLICE
    laptop = grown(filled, tmp_path, count)
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    store = open_store(place)
    taker = start("taker", place, laptop, 0 if whole else SMALL)
    assert taker.stdout is not None
    waited: list[float] = []
    try:
        assert taker.stdout.readline() == "1\n", taker.communicate()[1]
        while taker.poll() is None:
            at = time.monotonic()
            store.apply([Edit(2, SetFields({"note": f"edit {len(waited)}"}))], sign("officer"))
            waited.append(time.monotonic() - at)
        _, complaints = taker.communicate(timeout=LONGEST)
    finally:
        taker.kill()
    assert (taker.returncode, complaints) == (0, "")
    (import_,) = [one for one in store.history() if one.actor == "taker"]
    turns = _turns(place, import_.number, import_.parts)
    assert turns >= len(import_.parts) // 2, f"{turns} turns in {len(import_.parts)} gaps"
    assert store.dossier(2).commitment.note == f"edit {len(waited) - 1}"
    assert store.dossier(1).commitment.topic == "harbours"
    assert new_statements(store) == count
    assert store.verify().broken is None
    store.close()
    figure(
        f"an import of {count * len(SENTENCES)} commitments in {len(import_.parts) + 1} "
        f"transactions: {len(waited)} edits of an officer beside it, the longest "
        f"{max(waited) * 1000:.0f} ms; between {turns} of the transactions somebody else wrote"
        + (f"; not judged, since others kept the machine busy (load {load:.1f})" * (load > BUSY))
    )
    if whole and load <= BUSY:
        assert max(waited) < LIMIT


def _turns(place: Path, first: int, parts: tuple[int, ...]) -> int:
    """Between how many of the transactions of an import somebody else wrote."""
    numbers = (first, *parts)
    return sum(after - before > 1 for before, after in zip(numbers, parts, strict=False))


def test_an_import_that_is_killed_leaves_whole_families_and_is_completed_by_the_next(
    filled: Path, tmp_path: Path, whole: bool, seed: int, figure: Callable[[str], None]
) -> None:
    chance = random.Random(seed)
    laptop = grown(filled, tmp_path, STATEMENTS_IN_A_SLICE)
    there = open_store(laptop)
    expected = exported(there)
    there.close()
    cut = 0
    for round_ in range(KILLS if whole else KILLS_IN_A_SLICE):
        where = f"COMMITRACK_FAULT_SEED={seed}, kill {round_}"
        place = tmp_path / str(round_) / "record.db"
        place.parent.mkdir()
        shutil.copy(filled, place)
        heard = _take_until_killed(place, laptop, chance)
        with closing(sqlite3.connect(place)) as connection:
            assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        found = [one for one in examine(place).findings if one.check == "imports"]
        store = open_store(place)
        try:
            (import_,) = [one for one in store.history() if one.actor == "taker"]
            written = len(import_.parts) + 1
            assert heard <= written <= heard + 1, where
            assert bool(found) == import_.unfinished, where
            new_statements(store)
            assert store.verify().broken is None, where
            with staged(laptop, "laptop.db") as file:
                again = store.take_in(file, sign())
                assert store.take_in(file, sign()).transaction == 0, where
            assert bool(again.completed) == bool(found), where
            assert new_statements(store) == STATEMENTS_IN_A_SLICE, where
            assert not differences(*told(exported(store), expected)), where
            assert len(store.dossiers(range(1, 999))) == COMMITMENTS + 240, where
            assert store.verify().broken is None, where
        finally:
            store.close()
        assert not [one for one in examine(place).findings if one.check == "imports"], where
        cut += bool(found)
    assert cut or not whole
    figure(
        f"kill -9 of an import: {KILLS} times, {cut} of them between two of its transactions; "
        f"whole families each time, and the next import brought the rest (seed {seed})"
    )


def _take_until_killed(place: Path, laptop: Path, chance: random.Random) -> int:
    """Kill an import after some part, or a moment later; how many parts it had reported."""
    taker = start("taker", place, laptop, SMALL)
    assert taker.stdout is not None
    heard = 0
    for _ in range(chance.randint(1, 9)):
        line = taker.stdout.readline()
        heard = int(line or heard)
    with contextlib.suppress(subprocess.TimeoutExpired):
        taker.wait(chance.choice((0, chance.uniform(0, 0.1))))
    said, complaints = kill(taker)
    assert not complaints
    return int(said[-1]) if said else heard
