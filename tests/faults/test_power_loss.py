"""A power cut at any moment: what was acknowledged is on the disk, nothing is half done."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.store import open_store
from commitrack.store.backups import back_up, folder_of, listed
from commitrack.store.snapshots import Proof, prove
from tests.faults.conftest import Run
from tests.faults.power import Call, Cut, Disk, cuts, strace, traced
from tests.faults.processes import commitrack
from tests.faults.test_killed_writers import newest_step
from tests.faults.test_purging import holds, is_before_or_after, with_secret
from tests.faults.writer import BATCH, states
from tests.store.damage import content
from tests.store.hands import sign

needs_strace = pytest.mark.skipif(strace() is None, reason="strace tells what is written when")

CUTS, CUTS_IN_A_SLICE = 100, 8
STEPS, STEPS_IN_A_SLICE = 160, 12
"""Transactions: in a whole run the log is moved to the store several times."""
SCHEMA_1 = Path(__file__).parents[1] / "store" / "fixtures" / "schema-1.0.db"


class Power:
    """Runs programs on a folder, and cuts the power again and again."""

    def __init__(self, work: Path, many: int, seed: int) -> None:
        self.many = many
        self.calls: list[Call] = []
        """What the last program did."""
        self._work = work
        self._chance = random.Random(seed)

    def cut(self, folder: Path, *program: str) -> Iterator[Cut]:
        """Run it, put the folder back as it was, and tell what cuts leave of it."""
        before = shutil.copytree(folder, self._work / "before")
        self.calls = traced(folder, *program)
        shutil.rmtree(folder)
        before.rename(folder)
        yield from cuts(folder, self.calls, self.many, self._chance, self._work)


@pytest.fixture
def power(tmp_path: Path, whole: bool, seed: int) -> Power:
    return Power(tmp_path, CUTS if whole else CUTS_IN_A_SLICE, seed)


def verified(place: Path) -> None:
    store = open_store(place)
    try:
        assert store.verify().broken is None
    finally:
        store.close()


@needs_strace
def test_what_a_writer_was_told_is_kept_through_a_power_cut(
    place: Path, power: Power, whole: bool, seed: int, figure: Callable[[str], None]
) -> None:
    steps = STEPS if whole else STEPS_IN_A_SLICE
    power.many *= 4
    writer = ("tests.faults.writer", str(place), str(seed), "0", str(steps))
    lost = 0
    for number, cut in enumerate(power.cut(place.parent, *writer)):
        where = f"COMMITRACK_FAULT_SEED={seed}, cut {number}"
        acknowledged = int(cut.said.split()[-1]) if cut.said else 0
        left = cut.left / place.name
        store = open_store(left)
        try:
            found = newest_step(left)
            assert acknowledged <= found <= acknowledged + 1, where
            expected = states(seed, found)[-1]
            notes = [one.commitment.note for one in store.dossiers(BATCH)]
            assert notes == [expected.note] * len(BATCH), where
            assert store.verify().broken is None, where
        finally:
            store.close()
        lost += found - acknowledged
    forced = sum(call.name in ("fsync", "fdatasync") for call in power.calls)
    figure(
        f"power cut {power.many} times in {steps} transactions ({len(power.calls)} calls, {forced} "
        f"of which force something to the disk), {lost} of them between the commit and its report; "
        f"nothing lost, none half done (seed {seed})"
    )


@needs_strace
def test_a_backup_that_was_reported_is_kept_and_no_other_is_less_than_whole(
    place: Path, power: Power
) -> None:
    record = content(place)
    for cut in power.cut(place.parent, "commitrack", "--store", str(place), "backup"):
        left = cut.left / place.name
        for path in folder_of(left).glob("[!.]*"):
            assert prove(path, Proof.WHOLE).whole
            assert content(path) == record
        assert listed(left) or not cut.ended
        verified(left)


@needs_strace
def test_a_restore_that_the_power_cuts_is_before_or_after_and_keeps_what_was_there(
    place: Path, power: Power
) -> None:
    backup = place.with_name("mine.db")
    back_up(place, backup, datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    store = open_store(place)
    store.set_party("All trusts", {}, sign("bob"))
    store.close()
    old, new = content(place), content(backup)
    program = ("commitrack", "--store", str(place), "restore", str(backup))
    for cut in power.cut(place.parent, *program):
        left = cut.left / place.name
        verified(left)
        found = content(left)
        assert found == new or (found == old and not cut.ended)
        if found == new:
            assert any(content(one.path) == old for one in listed(left)), "the old one is kept"


@needs_strace
def test_what_was_erased_and_reported_does_not_come_back_with_a_power_cut(
    tmp_path: Path, power: Power
) -> None:
    place = with_secret(tmp_path / "secret" / "record.db")
    words = ("purge", "statement", "S-0001", "--why", "a court order", "--yes")
    for cut in power.cut(place.parent, "commitrack", "--store", str(place), *words):
        left = cut.left / place.name
        assert not (cut.ended and holds(left))
        store = open_store(left)
        try:
            assert not is_before_or_after(store) or not cut.ended
            if not store.unscrubbed() and holds(left):
                assert store.statement_numbers() == (1, 2), "either it is there, or to be finished"
        finally:
            store.close()


@needs_strace
def test_a_store_whose_upgrade_the_power_cuts_is_whole_and_is_brought_up_to_date(
    tmp_path: Path, power: Power
) -> None:
    place = tmp_path / "old" / "record.db"
    place.parent.mkdir()
    shutil.copy(SCHEMA_1, place)
    for cut in power.cut(place.parent, "commitrack", "--store", str(place), "history"):
        left = cut.left / place.name
        for path in folder_of(left).glob("[!.]*"):
            assert prove(path, Proof.WHOLE).schema.minor == 0
        verified(left)
        assert len(listed(left)) == 1, "one backup, however often it was tried"


@needs_strace
@pytest.mark.parametrize(
    "words", [("export", "--force"), ("report", "summary", "--format", "md", "--force")]
)
def test_a_file_that_is_written_over_is_the_old_one_or_the_new_one(
    words: tuple[str, ...], place: Path, power: Power
) -> None:
    written = place.with_name("written.txt")
    program = (*words, "-o", str(written))
    assert commitrack(place, *program).returncode == 0
    old, new = b"what was there before", written.read_bytes()
    written.write_bytes(old)
    for cut in power.cut(place.parent, "commitrack", "--store", str(place), *program):
        found = (cut.left / written.name).read_bytes()
        assert found == new or (found == old and not cut.ended)


@needs_strace
def test_pages_that_the_power_cuts_are_completed_when_they_are_published_again(
    place: Path, power: Power, run: Run
) -> None:
    store = open_store(place)
    store.apply([Edit(n, SetFields({"visibility": "public"})) for n in BATCH], sign())
    store.close()
    whole = place.with_name("whole")
    assert run(place, "publish", str(whole)).code == 0
    program = ("commitrack", "--store", str(place), "publish", str(place.with_name("site")))
    for cut in power.cut(place.parent, *program):
        site = cut.left / "site"
        assert run(cut.left / place.name, "publish", str(site)).code == 0
        assert files(site) == files(cut.left / whole.name)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# What the cuts themselves are made of: what they spare, the tests above would not see


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file that is on the disk for certain."""
    path = tmp_path / "folder"
    path.mkdir()
    (path / "one").write_bytes(b"old")
    return path


@pytest.mark.parametrize(
    ("done", "left"),
    [
        ([], [{"one": b"old"}]),
        ([("pwrite64", b"new", "one")], [{"one": b"old"}, {"one": b"new"}]),
        ([("pwrite64", b"new", "one"), ("fdatasync", b"", "one")], [{"one": b"new"}]),
        ([("openat", b"", "two")], [{"one": b"old"}, {"one": b"old", "two": b""}]),
        ([("openat", b"", "two"), ("fsync", b"", "")], [{"one": b"old", "two": b""}]),
        ([("rename", b"", "one", "two")], [{"one": b"old"}, {"two": b"old"}]),
        ([("unlink", b"", "one")], [{"one": b"old"}, {}]),
        (
            [("openat", b"", "two"), ("write", b"new", "two"), ("rename", b"", "two", "one")],
            [
                *({"one": b"old"}, {"one": b"old", "two": b""}, {"one": b"old", "two": b"new"}),
                *({"one": b""}, {"one": b"new"}),
            ],
        ),
    ],
)
def test_a_cut_may_lose_whatever_was_not_forced_to_the_disk(
    done: list[tuple[str, bytes, str]], left: list[dict[str, bytes]], folder: Path, tmp_path: Path
) -> None:
    disk = Disk(folder)
    for name, data, *names in done:
        paths = tuple(folder / one if one else folder for one in names)
        disk.goes_on(Call(name, paths, data, 0 if name == "pwrite64" else -1))
    found = []
    for number in range(200):
        to = tmp_path / str(number)
        to.mkdir()
        disk.cut(to, random.Random(number))
        if files(to) not in found:
            found.append(files(to))
    assert all(one in found for one in left)
    assert all(one in left for one in found)


def test_a_write_that_the_power_cuts_may_be_there_in_part(folder: Path, tmp_path: Path) -> None:
    disk = Disk(folder)
    disk.goes_on(Call("pwrite64", (folder / "one",), b"x" * 2048))
    found = set()
    for number in range(200):
        to = tmp_path / str(number)
        to.mkdir()
        disk.cut(to, random.Random(number))
        found.add((to / "one").read_bytes().count(b"x"))
    assert {0, 512, 1024, 1536, 2048} <= found
