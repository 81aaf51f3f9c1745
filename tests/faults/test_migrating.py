"""Bringing a store up to date: cut short anywhere, by four at once, beside older programs."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import StoreTooNew
from commitrack.model.history import Transaction
from commitrack.store import open_store
from commitrack.store.sqlite_store import SqliteStore
from commitrack.store.version import NEWEST, SchemaVersion
from tests.faults.migrator import NEVER
from tests.faults.processes import kill, start
from tests.store.hands import sign

OLD = sorted((Path(__file__).parents[1] / "store" / "fixtures").glob("schema-*.db"))
KILLS_IN_A_SLICE = 4
MIGRATORS = 4


@pytest.fixture(params=[*OLD, None], ids=lambda one: one.stem if one else "new")
def begun(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Path]:
    """Lays a store of an older schema, or none at all, into a folder of the given name."""

    def lay(name: str) -> Path:
        place = tmp_path / name / "record.db"
        place.parent.mkdir(mode=0o700)
        if request.param is not None:
            shutil.copy(request.param, place)
        return place

    return lay


@pytest.fixture
def migrators() -> Iterator[list[subprocess.Popen[str]]]:
    """Processes that open whatever store they are told to."""
    processes = [start("migrator") for _ in range(MIGRATORS)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    yield processes
    for process in processes:
        kill(process)


def begin(process: subprocess.Popen[str], place: Path, step: int = NEVER) -> None:
    """Have it open the store and die before that step."""
    assert process.stdin is not None
    process.stdin.write(f"{place} {step}\n")
    process.stdin.flush()


def outcome(process: subprocess.Popen[str]) -> str:
    """How many steps the opening took, or "killed"."""
    assert process.stdout is not None
    return process.stdout.readline().rstrip()


def record(place: Path) -> tuple[tuple[Transaction, ...], int]:
    """The whole history of a store that must be sound, and its version."""
    store = open_store(place, create=True)
    assert isinstance(store, SqliteStore)
    try:
        assert store.verify().broken is None
        connection = store._connection
        assert connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        store.set_party("A body", {"kind": "person"}, sign())  # the schema is ours, and works
        return store.history()[1:], version
    finally:
        store.close()


def test_a_migration_killed_before_any_step_is_done_by_whoever_opens_next(
    begun: Callable[[str], Path],
    migrators: list[subprocess.Popen[str]],
    whole: bool,
    seed: int,
    figure: Callable[[str], None],
) -> None:
    migrator = migrators[0]
    untouched = begun("untouched")
    begin(migrator, untouched)
    steps = int(outcome(migrator))
    expected = record(untouched)
    assert expected[1] == NEWEST.stamp
    killed = range(1, steps + 1)
    for step in killed if whole else sorted(random.Random(seed).sample(killed, KILLS_IN_A_SLICE)):
        place = begun(f"step-{step}")
        begin(migrator, place, step)
        assert outcome(migrator) == "killed", f"it did not die at step {step} of {steps}"
        assert record(place) == expected, f"killed before step {step} of {steps}"
        shutil.rmtree(place.parent)
    figure(f"a migration of {steps} steps, killed before each of them; the next one did it whole")


def test_four_processes_that_bring_one_store_up_to_date_at_once_all_find_it(
    begun: Callable[[str], Path], migrators: list[subprocess.Popen[str]]
) -> None:
    place = begun("shared")
    for process in migrators:
        begin(process, place)
    assert all(int(outcome(process)) for process in migrators)
    assert record(place)[1] == NEWEST.stamp


def test_of_four_that_begin_at_once_one_is_killed_and_the_rest_do_it(
    begun: Callable[[str], Path],
    migrators: list[subprocess.Popen[str]],
    whole: bool,
    seed: int,
) -> None:
    chance = random.Random(seed)
    for attempt in range(40 if whole else 2):
        place = begun(f"attempt-{attempt}")
        step = chance.randint(2, 400)
        for number, process in enumerate(migrators):
            begin(process, place, NEVER if number else step)
        ends = [outcome(process) for process in migrators]
        assert all(end.isdecimal() for end in ends[1:]), f"{ends}, step {step}"
        assert record(place)[1] == NEWEST.stamp


@pytest.fixture
def newer(place: Path) -> Callable[[SchemaVersion], None]:
    """Has a process of a newer commitrack bring the store up to date and add to it."""

    def run(version: SchemaVersion) -> None:
        process = start("newer", place, *version)
        _, complaints = process.communicate()
        assert (process.returncode, complaints) == (0, "")

    return run


def test_two_versions_of_one_major_schema_write_side_by_side(
    place: Path, newer: Callable[[SchemaVersion], None]
) -> None:
    store = open_store(place)
    store.apply([Edit(1, SetFields({"lead": "ann"}))], sign())
    minor = SchemaVersion(NEWEST.major, NEWEST.minor + 1)
    newer(minor)
    store.apply([Edit(1, SetFields({"note": "after"}))], sign())
    newer(minor)
    store.apply([Edit(2, SetFields({"note": "again"}))], sign())
    assert (store.dossier(1).commitment.lead, store.dossier(1).commitment.note) == ("new", "after")
    assert store.verify().broken is None
    store.close()
    again = open_store(place)
    again.undo(sign())
    assert again.verify().broken is None
    again.close()


def test_a_program_that_has_a_store_open_stops_when_a_newer_major_one_takes_it_over(
    place: Path, newer: Callable[[SchemaVersion], None]
) -> None:
    store = open_store(place)
    store.apply([Edit(1, SetFields({"lead": "ann"}))], sign())
    newer(SchemaVersion(NEWEST.major + 1, 0))
    with pytest.raises(StoreTooNew, match="upgrade commitrack"):
        store.apply([Edit(1, SetFields({"lead": "late"}))], sign())
    store.close()
    with contextlib.closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT lead FROM commitments WHERE id = 1").fetchone() == (
            "new",
        )
