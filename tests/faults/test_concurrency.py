"""Several processes, a killed one, a full disk: nothing is lost and nothing is half done."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, Edit, SetFields
from commitrack.model.errors import StoreFull, StoreLocked
from commitrack.query import parse
from commitrack.store import Lens, open_store
from commitrack.store.sqlite_store import SqliteStore
from tests.store.conftest import TODAY, fill, sign

EDITS = 25
WRITERS = 4


def _open(place: Path, start: object) -> None:
    start.wait()  # type: ignore[attr-defined]
    open_store(place, create=True).close()


def _write(place: Path, name: str) -> None:
    store = open_store(place)
    for number in range(EDITS):
        store.apply([Edit(1, SetFields({"note": f"{name} {number}"}))], sign(name))
    store.close()


def _run(jobs: list[multiprocessing.Process]) -> None:
    for job in jobs:
        job.start()
    for job in jobs:
        job.join(60)
    assert [job.exitcode for job in jobs] == [0] * len(jobs)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A filled store, closed."""
    path = tmp_path / "data" / "record.db"
    store = open_store(path, create=True)
    fill(store)
    store.apply([Edit(1, Accept())], sign())
    store.close()
    return path


def test_processes_that_create_the_same_store_all_find_it(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(WRITERS)
    path = tmp_path / "new" / "record.db"
    _run([context.Process(target=_open, args=(path, start)) for _ in range(WRITERS)])  # type: ignore[misc]


def test_no_edit_of_several_writers_is_lost(place: Path) -> None:
    context = multiprocessing.get_context("spawn")
    _run([context.Process(target=_write, args=(place, f"w{n}")) for n in range(WRITERS)])  # type: ignore[misc]
    store = open_store(place)
    assert len(store.history(1)) == 2 + WRITERS * EDITS
    assert store.verify().broken is None
    store.close()


WRITE_UNTIL_KILLED = """
import sys
from pathlib import Path
from commitrack.model.actions import Edit, SetFields
from commitrack.store import open_store
from tests.store.conftest import sign
store = open_store(Path(sys.argv[1]))
number = 0
while True:
    batch = [Edit(n, SetFields({"note": f"{number} {n}"})) for n in (1, 2, 3)]
    store.apply(batch, sign())
    number += 1
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_whole_transactions_only(place: Path) -> None:
    root = Path(__file__).parents[2]
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, str(place)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(5)]
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    store = open_store(place)
    notes = {(d.commitment.note or "").split()[0] for d in store.dossiers((1, 2, 3))}
    assert len(notes) == 1, "a batch of three was torn apart"
    assert int(notes.pop()) >= int(said[-1]) - 1, "a write that was reported is gone"
    assert store.verify().broken is None
    store.close()


def test_a_full_disk_changes_nothing_and_is_named(place: Path) -> None:
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


def test_a_writer_gives_up_on_a_lock_that_is_held(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.locking.PATIENCE", 0.05)
    holder, writer = open_store(place), open_store(place)
    assert isinstance(holder, SqliteStore)
    holder._connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked, match="locked by another process"):
        writer.apply([Edit(1, SetFields({"lead": "ann"}))], sign())
    assert list(writer.ids(parse("is:open"), Lens(TODAY))) == [1], "reading goes on"
    holder._connection.execute("ROLLBACK")
    writer.apply([Edit(1, SetFields({"lead": "ann"}))], sign())
    holder.close()
    writer.close()


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


WRITE_WITHOUT_ROOM = """
import resource, signal, sys
from commitrack.cli.running import run
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
sys.exit(run(["--store", sys.argv[1], "--as", "ann", "set", "C-1", "note=x"]))
"""


def test_a_disk_without_room_for_the_log_is_code_6_and_one_line(place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITE_WITHOUT_ROOM, str(place)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 6, done.stderr
    assert done.stderr.count("\n") == 1
    assert "nothing was written" in done.stderr
    store = open_store(place)
    assert store.dossier(1).commitment.note is None
    assert store.verify().broken is None
    store.close()
