"""What is one transaction, however much it is, keeps an officer from writing for a moment only."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from commitrack.model.actions import Edit, SetFields
from commitrack.store import Filing, Store, open_store
from commitrack.store.staging import staged
from measuring import empty_python, pace_of
from tests.faults.processes import LONGEST, start
from tests.faults.test_many_writers import BUSY
from tests.faults.test_taking_in import LIMIT
from tests.store.hands import draft, propose, sign

MANY, FEW = 4_000, 60
"""Commitments that are written at once; in the slice, as many as are written in no time."""
ROWS = 2_000
"""Rows of a sheet in the whole run."""
Figure = Callable[[str], None]


def family(filled: Path, folder: Path, count: int) -> Path:
    """A copy of the store in which one statement of so many commitments is new."""
    place = folder / "laptop.db"
    shutil.copy(filled, place)
    sentences = [f"It will build pier {number} of the harbour" for number in range(count)]
    text = f"The council says. {'. '.join(sentences)}."
    store = open_store(place)
    filing = Filing(draft(text), tuple(propose(text, one, "Harbour Board") for one in sentences))
    for _ in store.add_many([filing], sign("bob")):
        pass
    store.close()
    return place


def edits_beside(place: Path, store: Store, *what: object) -> list[float]:
    """The seconds of every edit of an officer, for as long as somebody else writes much."""
    writer = start("long_writer", place, *what)
    assert writer.stdout is not None
    assert writer.stdin is not None
    waited: list[float] = []
    try:
        assert writer.stdout.readline() == "ready\n", writer.communicate()[1]
        writer.stdin.write("go\n")
        writer.stdin.flush()
        while writer.poll() is None or not waited:
            at = time.monotonic()
            store.apply([Edit(2, SetFields({"note": f"edit {len(waited)}"}))], sign("officer"))
            waited.append(time.monotonic() - at)
        _, complaints = writer.communicate(timeout=LONGEST)
    finally:
        writer.kill()
    assert (writer.returncode, complaints) == (0, "")
    assert store.dossier(2).commitment.note == f"edit {len(waited) - 1}"
    assert store.verify().broken is None
    return waited


def judge(what: str, waited: list[float], load: float, figure: Figure, *, whole: bool) -> None:
    """Say how long an officer waited at the most; in the whole run it is judged as well, by the
    pace of the machine: what is one transaction is so much work, and cannot be done in parts.
    """
    busy = f"; not judged, since others kept the machine busy (load {load:.1f})"
    figure(
        f"{what}: {len(waited)} edits of an officer beside it, the longest "
        f"{max(waited) * 1000:.0f} ms" + busy * (load > BUSY)
    )
    if whole and load <= BUSY:
        assert max(waited) < LIMIT * pace_of(empty_python())


def _load() -> float:
    return os.getloadavg()[0] / (os.cpu_count() or 1)


def test_an_officer_edits_beside_a_statement_of_many_commitments_that_comes_in(
    filled: Path, place: Path, tmp_path: Path, whole: bool, figure: Figure
) -> None:
    count = MANY if whole else FEW
    laptop = family(filled, tmp_path, count)
    load = _load()
    store = open_store(place)
    waited = edits_beside(place, store, "import", laptop)
    assert len(store.mentions(2)) == count
    store.close()
    judge(f"an import of a statement of {count} commitments", waited, load, figure, whole=whole)


def test_an_officer_edits_beside_a_sheet(place: Path, whole: bool, figure: Figure) -> None:
    count = ROWS if whole else FEW
    load = _load()
    store = open_store(place)
    before = len(store.dossiers(range(1, 2 * MANY)))
    waited = edits_beside(place, store, "sheet", count)
    assert len(store.dossiers(range(1, 2 * MANY))) == before + count
    store.close()
    judge(f"a sheet of {count} rows", waited, load, figure, whole=whole)


def test_an_officer_edits_beside_the_undo_of_an_import(
    filled: Path, place: Path, tmp_path: Path, whole: bool, figure: Figure
) -> None:
    count = MANY if whole else FEW
    store = open_store(place)
    with staged(family(filled, tmp_path, count), "laptop.db") as found:
        taken = store.take_in(found, sign("writer"))
    assert len(store.mentions(2)) == count
    load = _load()
    waited = edits_beside(place, store, "undo", taken.transaction)
    assert store.statement_numbers() == (1,)
    store.close()
    judge(f"the undo of an import of {count} commitments", waited, load, figure, whole=whole)
