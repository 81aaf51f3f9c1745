"""Many processes at one record: no edit is lost, nobody waits long, other fields merge."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import Conflict
from commitrack.store import open_store
from measuring import empty_python, pace_of
from tests.faults.counter import ROWS
from tests.faults.processes import LONGEST, commitrack, start
from tests.store.hands import sign

WRITERS = 8
EDITS, EDITS_IN_A_SLICE = 1000, 15
TYPICAL_LIMIT, WORST_LIMIT = 0.1, 1.0
"""Seconds: no more than one edit in a hundred takes longer than the first, by the pace of the
machine, and none than the second, which is what a person will wait.
"""

BUSY = 1.0
"""Running processes for each processor, above which the figures tell of other programs."""


def _run(place: Path, writers: int, edits: int) -> list[tuple[float, int]]:
    """Let writers loose at once; the seconds and the tries of every edit."""
    running = [start("counter", place, f"w{n}", edits) for n in range(writers)]
    try:
        for one in running:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n", one.communicate()[1]
        for one in running:
            assert one.stdin is not None
            one.stdin.write("go\n")
            one.stdin.flush()
        took = []
        for one in running:
            said, complaints = one.communicate(timeout=LONGEST + edits)
            assert (one.returncode, complaints) == (0, "")
            took += [line.split() for line in said.splitlines()]
    finally:
        for one in running:
            one.kill()
    return sorted((float(seconds), int(tries)) for seconds, tries in took)


def test_no_edit_of_eight_writers_is_lost_and_none_waits_long(
    place: Path, whole: bool, figure: Callable[[str], None]
) -> None:
    edits = EDITS if whole else EDITS_IN_A_SLICE
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    empty = empty_python()
    alone = _run(place, 1, edits // 5)
    took = _run(place, WRITERS, edits)
    store = open_store(place)
    try:
        counted = [
            int((store.dossier(number).commitment.note or "0").split()[0])
            for number in range(1, ROWS + 1)
        ]
        assert sum(counted) == len(took) + len(alone) == WRITERS * edits + edits // 5
        found = store.verify()
        assert (found.transactions, found.broken) == (2 + sum(counted), None)
    finally:
        store.close()
    one, middle, typical, worst = (
        alone[len(alone) // 2][0],
        *(took[int(len(took) * share)][0] for share in (0.5, 0.99)),
        took[-1][0],
    )
    figure(
        f"{WRITERS} processes x {edits} read-modify-write edits of the same {ROWS} rows: "
        f"p50 {middle * 1000:.1f} ms, p99 {typical * 1000:.1f} ms, worst {worst * 1000:.0f} ms; "
        f"p50 of one writer alone {one * 1000:.1f} ms, so that each of the eight in turn is "
        f"{middle / one / WRITERS:.1f}, {typical / one / WRITERS:.1f} and "
        f"{worst / one / WRITERS:.1f} times as slow; "
        f"an empty Python takes {empty:.0f} ms; "
        f"{sum(tries - 1 for _, tries in took)} conflicts read and written again; nothing lost"
        + (f"; not judged, since others kept the machine busy (load {load:.1f})" * (load > BUSY))
    )
    if whole and load <= BUSY:
        assert typical < TYPICAL_LIMIT * pace_of(empty)
        assert worst < WORST_LIMIT


def test_processes_merge_other_fields_and_are_told_of_the_same_one(place: Path) -> None:
    """Two officers hold the same version: another field merges, the same one is told."""
    mine = open_store(place)
    seen = mine.dossier(1).commitment.version
    assert commitrack(place, "set", "C-1", "lead=bob", "--as", "bob").returncode == 0
    mine.apply([Edit(1, SetFields({"topic": "Housing"}), seen)], sign())
    merged = mine.dossier(1).commitment
    assert (merged.lead, merged.topic) == ("bob", "Housing")
    before = len(mine.history())
    with pytest.raises(Conflict) as caught:
        mine.apply([Edit(1, SetFields({"lead": "carys", "note": "mine"}), seen)], sign())
    (clash,) = caught.value.clashes
    assert (clash.field, clash.who, clash.theirs, clash.yours) == ("lead", "bob", "bob", "carys")
    assert str(clash).startswith("C-0001 lead: bob set it to bob at 2026-03-02 ")
    assert (mine.dossier(1).commitment.note, len(mine.history())) == (None, before)
    mine.close()


def test_the_pulse_shows_that_another_process_wrote(place: Path) -> None:
    mine, other = open_store(place), open_store(place)
    before = mine.pulse()
    assert mine.pulse() == before
    other.apply([Edit(1, SetFields({"lead": "bob"}))], sign("bob"))
    after = mine.pulse()
    assert after != before
    assert mine.feed(before.newest) == (1,)
    mine.close()
    other.close()
