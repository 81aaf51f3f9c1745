"""Erased bytes are gone whoever else has the store open, and a kill leaves before or after."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, Edit, SetFields
from commitrack.model.errors import StoreLocked
from commitrack.store import Store, open_store
from commitrack.store.sqlite_store import SqliteStore
from tests.store.conftest import draft, propose, sign

ORDER = replace(sign(), why="court order 12/26")
SECRET = "Zyxwort"
TEXT = f"The {SECRET} Board will publish a plan by June."
ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return with_secret(tmp_path / "data" / "record.db")


def with_secret(path: Path) -> Path:
    """A store whose pages have held the secret in many places, now overwritten or not."""
    store = open_store(path, create=True)
    store.add_statement(draft(TEXT), [propose(TEXT, TEXT[:-1], f"{SECRET} Board")], {}, sign())
    other = "The Harbour Board will train its staff."
    store.add_statement(draft(other), [propose(other, other[:-1], "Harbour Board")], {}, sign())
    store.apply([Edit(1, Accept()), Edit(2, Accept())], sign())
    for number in range(40):
        store.apply([Edit(1, SetFields({"note": f"{number} {SECRET} " * 40}))], sign())
        store.apply([Edit(2, SetFields({"note": f"{number}"}))], sign())
    store.close()
    return path


def holds(place: Path) -> bool:
    return any(SECRET.encode() in path.read_bytes() for path in place.parent.iterdir())


def purge(place: Path) -> None:
    store = open_store(place)
    store.erase_statement(1, ORDER)
    store.scrub()
    store.close()


def _keep_open(place: Path, ready: Event, leave: Event) -> None:
    store = open_store(place)
    store.statements()
    ready.set()
    leave.wait(60)
    assert store.statement_numbers() == (2,)
    store.apply([Edit(2, SetFields({"lead": "bob"}))], sign("bob"))
    store.close()


def test_the_bytes_are_gone_though_another_process_has_the_store_open(place: Path) -> None:
    assert holds(place)
    context = multiprocessing.get_context("spawn")
    ready, leave = context.Event(), context.Event()
    other = context.Process(target=_keep_open, args=(place, ready, leave))
    other.start()
    assert ready.wait(60)
    purge(place)
    assert not holds(place)
    leave.set()
    other.join(60)
    assert other.exitcode == 0
    store = open_store(place)
    assert store.verify().broken is None
    assert store.dossier(2).commitment.lead == "bob"
    store.close()
    assert not holds(place)


def test_a_reader_that_holds_on_to_the_old_pages_is_named_and_a_rerun_finishes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.scrubbing.PATIENCE", 0.05)
    reader, store = open_store(place), open_store(place)
    assert isinstance(reader, SqliteStore)
    with reader._reading():
        assert reader.statement(1).text == TEXT
        store.erase_statement(1, ORDER)
        with pytest.raises(StoreLocked, match="run commitrack purge finish"):
            store.scrub()
        assert holds(place)
    assert store.unscrubbed() == 1
    assert store.scrub() == 1
    assert not holds(place)
    assert (store.unscrubbed(), store.scrub()) == (0, 0)
    reader.close()
    store.close()


def test_a_writer_beside_a_purge_loses_nothing(place: Path) -> None:
    stop = threading.Event()
    written: list[int] = []

    def write() -> None:
        store = open_store(place)
        while not stop.is_set() or len(written) < 5:
            store.apply([Edit(2, SetFields({"note": f"n{len(written)}"}))], sign("bob"))
            written.append(len(written))
        store.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        purge(place)
    finally:
        stop.set()
        writer.join(60)
    store = open_store(place)
    assert store.dossier(2).commitment.note == f"n{written[-1]}"
    assert store.verify().broken is None
    store.close()
    assert not holds(place)


PURGE_AND_DIE = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from commitrack.store import open_store, engine
from tests.faults.test_purging import ORDER
place, last = Path(sys.argv[1]), int(sys.argv[2])
store = open_store(place)
count = 0
def trace(sql):
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)
store._connection.set_trace_callback(trace)
store.erase_statement(1, ORDER)
store.scrub()
print(count)
"""


def _die(place: Path, step: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PURGE_AND_DIE, str(place), str(step)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )


def is_before_or_after(store: Store) -> bool:
    """Whether all of the statement is there; False when none of it is."""
    there = store.statement_numbers() == (1, 2)
    assert len(store.dossiers((1, 2))) == (2 if there else 1)
    if there:
        assert store.statement(1).text == TEXT
    assert store.verify().broken is None
    assert SECRET in repr(store.history()) or not there
    return there


def test_a_purge_killed_at_any_step_is_before_or_after_and_a_rerun_finishes(
    place: Path, tmp_path: Path
) -> None:
    whole = place.read_bytes()
    done = _die(place, 0)
    assert done.returncode == 0, done.stderr
    steps = int(done.stdout)
    seen = set()
    # A few places on the way, and every one around the end, where bytes leave the file.
    chosen = {1 + steps * part // 6 for part in range(6)} | set(range(steps - 12, steps + 1))
    for step in sorted(chosen):
        for path in place.parent.iterdir():
            path.unlink()
        place.write_bytes(whole)
        assert _die(place, step).returncode == -signal.SIGKILL
        store = open_store(place)
        before = is_before_or_after(store)
        seen.add(before)
        if before:
            store.erase_statement(1, ORDER)
        store.scrub()
        assert store.verify().broken is None
        store.close()
        assert not holds(place), step
    assert seen == {True, False}


def test_nothing_of_a_party_is_left_in_the_pages_either(place: Path) -> None:
    store = open_store(place)
    store.erase_party(f"{SECRET} Board", ORDER, also=(SECRET,))
    store.scrub()
    assert store.statement(1).text == "The ███████ █████ will publish a plan by June."
    assert store.verify().broken is None
    store.close()
    assert not holds(place)
