"""A store that another process is writing is read all the same; a writer waits, then says who."""

from __future__ import annotations

import os
import pwd
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import StoreLocked
from commitrack.query import parse
from commitrack.store import Lens, locking, open_store, queueing
from commitrack.store.engine import PATIENCE, connect
from commitrack.store.lock_owner import LOCKS, name_holder
from commitrack.store.queueing import turn
from tests.faults.processes import commitrack, start
from tests.store.hands import TODAY, sign

EDIT = [Edit(1, SetFields({"lead": "ann"}))]
LATER = time.monotonic() + 600


@pytest.fixture
def holder(place: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the write lock until the test is over."""
    with start("holder", place) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n", process.communicate()[1]
        yield process
        process.kill()


def test_a_writer_waits_then_says_who_writes_and_exits_with_5(
    place: Path, holder: subprocess.Popen[str]
) -> None:
    done = commitrack(place, "set", "C-1", "lead=ann")
    assert done.returncode == 5
    assert done.stderr.count("\n") == 1
    assert str(place) in done.stderr
    if LOCKS.exists():
        me = pwd.getpwuid(os.getuid()).pw_name
        assert f"is locked by process {holder.pid} of {me} (" in done.stderr
        assert "tests.faults.holder" in done.stderr
    assert commitrack(place, "list", "--format", "ids").stdout.startswith("C-0001")
    store = open_store(place)
    assert store.dossier(1).commitment.lead is None
    store.close()


def test_a_writer_that_is_let_in_while_it_waits_writes(
    place: Path, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(place)
    knocks = []

    def let_go(_: float) -> None:
        knocks.append(holder.stdin)
        if len(knocks) == 3:
            holder.communicate("")

    monkeypatch.setattr(
        "commitrack.store.locking.time", SimpleNamespace(monotonic=time.monotonic, sleep=let_go)
    )
    with closing(store):
        store.apply(EDIT, sign())
        assert store.dossier(1).commitment.lead == "ann"
    assert len(knocks) == 3


def test_the_lock_of_ones_own_process_is_not_told_as_another_ones(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.locking.PATIENCE", 0.05)
    holder = sqlite3.connect(place, isolation_level=None)
    writer = open_store(place)
    with closing(holder), closing(writer):
        holder.execute("BEGIN IMMEDIATE")
        assert name_holder(place) is None
        with pytest.raises(StoreLocked, match="locked by another process"):
            writer.apply(EDIT, sign())
        assert len(writer.ids(parse("is:open"), Lens(TODAY))) == 10, "reading goes on"
        holder.execute("ROLLBACK")
        writer.apply(EDIT, sign())


@pytest.mark.parametrize(
    "locks",
    [
        "",
        "nonsense\n1: POSIX  ADVISORY  WRITE\n",
        "1: POSIX  ADVISORY  WRITE 0 {device} 120 120\n",
        "1: POSIX  ADVISORY  WRITE 99 {device} 121 121\n1: POSIX  ADVISORY  READ 99 {device} 0 EOF",
    ],
)
def test_where_the_system_does_not_say_nobody_is_named(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locks: str
) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("SELECT 1 FROM commitments").fetchone()
        found = place.with_name(f"{place.name}-shm").stat()
        device = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}:{found.st_ino}"
        listed = tmp_path / "locks"
        listed.write_text(locks.format(device=device), "ascii")
        monkeypatch.setattr("commitrack.store.lock_owner.LOCKS", listed)
        assert name_holder(place) is None
        if locks:
            named = "1: POSIX  ADVISORY  WRITE 999999999 {device} 120 120\n"
            listed.write_text(named.format(device=device), "ascii")
            assert name_holder(place) == "process 999999999"


def test_who_cannot_have_its_turn_in_time_goes_on_without_and_leaves_the_queue(
    tmp_path: Path,
) -> None:
    with ExitStack() as first:
        first.enter_context(turn(tmp_path, LATER))
        with turn(tmp_path, 0.0):
            pass
    threads = [one for one in threading.enumerate() if one.name == "commitrack-queue"]
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()
    with turn(tmp_path, LATER):
        pass


def test_the_next_in_the_queue_goes_when_the_one_before_has_gone(tmp_path: Path) -> None:
    order = []
    before = ExitStack()
    before.enter_context(turn(tmp_path, LATER))
    waiting = threading.Event()

    def stand() -> None:
        waiting.set()
        with turn(tmp_path, LATER):
            order.append("second")

    thread = threading.Thread(target=stand)
    thread.start()
    waiting.wait()
    order.append("first")
    before.close()
    thread.join(PATIENCE)
    assert order == ["first", "second"]


def test_the_next_one_is_woken_when_the_one_before_has_written_and_does_not_knock(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    knocked: list[float] = []
    monkeypatch.setattr("commitrack.store.locking.time.sleep", knocked.append)
    other = open_store(place)
    queued = threading.Event()
    really = queueing._Waiting.wait

    def wait(self: queueing._Waiting, until: float) -> None:
        queued.set()
        really(self, until)

    monkeypatch.setattr(queueing._Waiting, "wait", wait)
    with closing(connect(place)) as mine:
        with locking.immediate(mine):
            thread = threading.Thread(target=lambda: other.apply(EDIT, sign("bob")))
            thread.start()
            assert queued.wait(PATIENCE)
        thread.join(PATIENCE)
    assert other.dossier(1).commitment.lead == "ann"
    other.close()
    assert not knocked


def test_a_folder_that_may_not_be_looked_into_has_no_queue(tmp_path: Path) -> None:
    with turn(tmp_path / "absent", 0.0):
        pass
