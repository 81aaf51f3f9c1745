"""A restored store is the backup, the store that was there is kept, and others may have it open."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import (
    BadInput,
    CommitrackError,
    NotAStore,
    NotFound,
    Refused,
    StoreLocked,
    StoreTooNew,
)
from commitrack.store import Store, open_store, restoring
from commitrack.store.backups import back_up, folder_of
from commitrack.store.restoring import restore
from commitrack.store.version import NEWEST
from tests.store.conftest import sign
from tests.store.damage import PAGE, content, cut, flip

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def backup(store: Store, place: Path) -> Path:
    """A backup of the store; afterwards the store went on."""
    made = back_up(place, None, AT).path
    store.set_party("All trusts", {}, sign("bob"))
    return made


def litter(place: Path) -> list[str]:
    """Unfinished files around a store."""
    return [path.name for path in place.parent.rglob(".*")]


def test_a_restored_store_is_the_backup_and_goes_on(
    store: Store, place: Path, backup: Path
) -> None:
    store.close()
    done = restore(backup, place)
    assert content(place) == content(backup)
    assert (done.snapshot.newest, done.damaged) == (1, False)
    again = open_store(place)
    again.set_party("Trusts", {}, sign())
    assert again.verify().broken is None
    again.close()
    assert litter(place) == []


def test_the_store_that_was_there_is_kept_whole_and_can_be_had_back(
    store: Store, place: Path, backup: Path
) -> None:
    before = content(place)
    done = restore(backup, place)
    assert done.aside is not None
    assert stat.S_IMODE(done.aside.stat().st_mode) == 0o600
    assert content(done.aside) == before
    restore(done.aside, place)
    assert content(place) == before


def test_who_has_the_store_open_sees_the_restored_one_and_goes_on(
    store: Store, place: Path, backup: Path
) -> None:
    seen = store.pulse()
    restore(backup, place)
    assert store.pulse() != seen
    assert not store.follows(seen)
    assert store.follows(store.pulse())
    assert len(store.history()) == 1
    store.set_party("Trusts", {}, sign())
    assert store.verify().broken is None
    other = open_store(place)
    assert len(other.history()) == 2
    other.close()


def test_who_is_in_the_middle_of_reading_reads_to_the_end_what_was_there(
    store: Store, place: Path, backup: Path
) -> None:
    reader = sqlite3.connect(place, isolation_level=None)
    reader.execute("BEGIN")
    ask = "SELECT max(id) FROM transactions"
    assert reader.execute(ask).fetchone() == (2,)
    restore(backup, place)
    assert reader.execute(ask).fetchone() == (2,)
    reader.execute("COMMIT")
    assert reader.execute(ask).fetchone() == (1,)
    reader.close()


def test_it_waits_for_a_writer_and_then_gives_up_and_nothing_is_changed(
    store: Store, place: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.engine.PATIENCE", 0.05)
    before = content(place)
    writer = sqlite3.connect(place, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked, match="locked by another process"):
        restore(backup, place)
    writer.execute("ROLLBACK")
    writer.close()
    assert content(place) == before
    assert [path.name for path in folder_of(place).iterdir()] == [backup.name]


def test_what_is_written_after_the_store_was_saved_is_saved_as_well(
    store: Store, place: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = restoring._copy_over
    late = ["The last word"]

    def copy_over(*arguments: object) -> None:
        if late:
            store.set_party(late.pop(), {}, sign("bob"))
        really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(restoring, "_copy_over", copy_over)
    done = restore(backup, place)
    assert done.aside is not None
    assert "The last word" in str(content(done.aside)["parties"])
    assert content(place) == content(backup)
    assert len(list(folder_of(place).iterdir())) == 2, "the copy that lacks it is gone"


def test_a_store_that_never_rests_is_left_alone(
    store: Store, place: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = restoring._copy_over
    number = iter(range(100))

    def copy_over(*arguments: object) -> None:
        store.set_party(f"Trust {next(number)}", {}, sign("bob"))
        really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(restoring, "_copy_over", copy_over)
    with pytest.raises(StoreLocked, match="written to all the time"):
        restore(backup, place)
    assert len(store.history()) == 2 + restoring._ATTEMPTS
    assert [path.name for path in folder_of(place).iterdir()] == [backup.name]


def test_nothing_is_a_backup_that_does_not_prove_to_be_one(
    store: Store, place: Path, backup: Path, tmp_path: Path
) -> None:
    def made(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    whole = backup.read_bytes()
    songs = tmp_path / "songs.db"
    connection = sqlite3.connect(songs)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    newer = made("newer.db", whole)
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99000")
    connection.close()
    bare = made("bare.db", whole)
    connection = sqlite3.connect(bare)
    connection.executescript("DROP TABLE checks")
    connection.close()
    half, bit = made("half.db", whole), made("bit.db", whole)
    cut(half, 40)
    flip(bit, 3 * PAGE)
    expected: list[tuple[Path, type[CommitrackError], str]] = [
        (tmp_path / "none.db", NotFound, "no backup at"),
        (tmp_path, BadInput, "is a folder: name the backup in it"),
        (made("empty.db", b""), NotAStore, "not a commitrack store"),
        (made("notes.txt", b"minutes " * 999), NotAStore, "not a database"),
        (songs, NotAStore, "not a commitrack store"),
        (newer, StoreTooNew, r"schema 99\.0"),
        (half, NotAStore, "damaged"),
        (bit, NotAStore, "damaged"),
        (bare, NotAStore, "checks"),
        (place, BadInput, "is the store itself"),
    ]
    before = content(place)
    for path, error, words in expected:
        with pytest.raises(error, match=words) as told:
            restore(path, place)
        assert ".part" not in str(told.value)
        assert content(place) == before
    assert litter(place) == []
    assert [path.name for path in folder_of(place).iterdir()] == [backup.name]


def test_a_backup_with_an_altered_history_needs_to_be_meant(
    store: Store, place: Path, backup: Path
) -> None:
    connection = sqlite3.connect(backup, isolation_level=None)
    sql = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'changes_update_refused'"
    ).fetchone()[0]
    connection.execute("DROP TRIGGER changes_update_refused")
    connection.execute("UPDATE changes SET new = 'x' WHERE id = 5")
    connection.execute(sql)
    connection.close()
    with pytest.raises(Refused, match=r"was altered .*--anyway"):
        restore(backup, place)
    restore(backup, place, anyway=True)
    assert store.verify().broken == 1


def test_a_backup_with_triggers_of_its_own_needs_to_be_meant(
    store: Store, place: Path, backup: Path
) -> None:
    connection = sqlite3.connect(backup, isolation_level=None)
    connection.execute("CREATE TRIGGER evil AFTER INSERT ON transactions BEGIN SELECT 1; END")
    connection.close()
    with pytest.raises(Refused, match=r"triggers .*\(evil\)"):
        restore(backup, place)


def test_a_backup_of_another_store_needs_to_be_meant(
    store: Store, place: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    stranger = open_store(other, create=True)
    stranger.set_party("Somebody else's", {}, sign())
    with pytest.raises(Refused, match="but of another store"):
        restore(other, place)
    done = restore(other, place, anyway=True)
    assert content(place) == content(other), "its write-ahead log included"
    assert done.aside is not None
    stranger.close()


def test_a_look_beforehand_proves_the_backup_and_changes_nothing(
    store: Store, place: Path, backup: Path, tmp_path: Path
) -> None:
    before = content(place)
    assert restore(backup, place, keep=False).snapshot.newest == 1
    assert content(place) == before
    assert [path.name for path in folder_of(place).iterdir()] == [backup.name]
    nowhere = tmp_path / "not" / "yet" / "record.db"
    restore(backup, nowhere, keep=False)
    assert not (tmp_path / "not").exists()


def test_where_no_store_is_the_backup_becomes_one(
    store: Store, place: Path, backup: Path, tmp_path: Path
) -> None:
    fresh = tmp_path / "new" / "record.db"
    assert restore(backup, fresh).aside is None
    assert content(fresh) == content(backup)
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o600
    assert stat.S_IMODE(fresh.parent.stat().st_mode) == 0o700


def spoil(place: Path) -> None:
    """Destroy the header of a store that is at rest."""
    flip(place, 0)
    flip(place, 18)


def test_a_store_damaged_beyond_opening_is_put_aside_as_it_is(
    store: Store, place: Path, backup: Path
) -> None:
    store.close()
    place.chmod(0o660)
    spoil(place)
    damaged = place.read_bytes()
    done = restore(backup, place)
    assert done.damaged
    assert done.aside is not None
    assert done.aside.read_bytes() == damaged
    assert content(place) == content(backup)
    assert stat.S_IMODE(place.stat().st_mode) == 0o660, "who could use the store still can"
    assert litter(place) == []


@pytest.mark.parametrize("pages", [1, 20, 60])
def test_a_store_cut_short_is_put_aside_as_it_is(
    store: Store, place: Path, backup: Path, pages: int
) -> None:
    store.close()
    cut(place, pages)
    damaged = place.read_bytes()
    done = restore(backup, place)
    assert done.damaged
    assert done.aside is not None
    assert done.aside.read_bytes() == damaged
    assert content(place) == content(backup)


def test_a_backup_with_pages_of_another_size_takes_the_stores_place(
    store: Store, place: Path, backup: Path
) -> None:
    """As another program's VACUUM may leave it: SQLite cannot write it over the store."""
    connection = sqlite3.connect(backup, isolation_level=None)
    for sql in ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 8192", "VACUUM"):
        connection.execute(sql)
    connection.close()
    before = content(place)
    store.close()
    done = restore(backup, place)
    assert done.aside is not None
    assert (content(done.aside), done.damaged) == (before, False)
    assert content(place) == content(backup)
    with place.open("rb") as file:
        assert file.read(20)[18:] == b"\x02\x02", "it keeps a write-ahead log again"


def test_a_store_with_a_damaged_page_is_kept_page_by_page(
    store: Store, place: Path, backup: Path
) -> None:
    store.close()
    flip(place, 3 * PAGE)
    damaged = place.read_bytes()
    done = restore(backup, place)
    assert done.damaged
    assert done.aside is not None
    assert done.aside.read_bytes()[PAGE:] == damaged[PAGE:]
    assert content(place) == content(backup)


@pytest.mark.made_anew
def test_what_the_log_of_a_damaged_store_holds_is_kept(new_store: Store, place: Path) -> None:
    """As after a crash: the file is worth nothing, and the log holds it all."""
    backup = back_up(place, None, AT).path
    before = content(place)
    log = place.with_name("record.db-wal").read_bytes()
    new_store.close()
    place.write_bytes(b"not a database at all" * 1000)
    place.with_name("record.db-wal").write_bytes(log)
    done = restore(backup, place)
    assert done.aside is not None
    assert content(done.aside) == before
    assert content(place) == content(backup)


def test_an_empty_file_and_its_log_are_put_aside_unopened(
    store: Store, place: Path, backup: Path
) -> None:
    log = place.with_name("record.db-wal").read_bytes()
    store.close()
    place.write_bytes(b"")
    place.with_name("record.db-wal").write_bytes(log)
    done = restore(backup, place)
    assert done.aside is not None
    assert done.aside.with_name(f"{done.aside.name}-wal").read_bytes() == log
    assert content(place) == content(backup)


def test_the_log_of_a_store_that_is_gone_is_not_taken_for_the_restored_ones(
    store: Store, place: Path, backup: Path
) -> None:
    log = place.with_name("record.db-wal").read_bytes()
    store.close()
    place.unlink()
    place.with_name("record.db-wal").write_bytes(log)
    restore(backup, place)
    assert content(place) == content(backup)
    kept = list(folder_of(place).glob("*-wal"))
    assert [path.read_bytes() for path in kept] == [log]


HOLD = """
import sys
from commitrack.store import open_store
store = open_store(sys.argv[1])
store.history()
print("open", flush=True)
sys.stdin.read()
"""


def test_a_damaged_store_that_another_process_has_open_is_left_alone(
    store: Store, place: Path, backup: Path
) -> None:
    store.close()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    spoil(place)
    damaged = place.read_bytes()
    try:
        with pytest.raises(StoreLocked, match="another program still has it open"):
            restore(backup, place)
        assert place.read_bytes() == damaged
        assert [path.name for path in folder_of(place).iterdir()] == [backup.name]
    finally:
        holder.communicate("")
    assert restore(backup, place).damaged


def test_another_programs_database_is_never_written_over(
    store: Store, place: Path, backup: Path, tmp_path: Path
) -> None:
    songs = tmp_path / "songs.db"
    connection = sqlite3.connect(songs)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    before = songs.read_bytes()
    with pytest.raises(NotAStore, match="not written over"):
        restore(backup, songs)
    assert songs.read_bytes() == before


def test_a_store_of_a_newer_version_can_be_taken_back_to_its_backup(
    store: Store, place: Path, backup: Path
) -> None:
    store.close()
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA user_version = 99000")
    connection.close()
    done = restore(backup, place)
    assert content(place) == content(backup)
    assert done.aside is not None
    with pytest.raises(StoreTooNew):
        open_store(done.aside)


def test_a_backup_of_an_older_version_is_brought_up_to_date_before_it_takes_the_place(
    tmp_path: Path,
) -> None:
    old = Path(__file__).parent / "fixtures" / "schema-1.0.db"
    before = old.read_bytes()
    place = tmp_path / "record.db"
    store = open_store(place, create=True)
    done = restore(old, place)
    assert done.snapshot.schema == NEWEST
    assert store.dossier(2).evidence[0].title == "Board paper 7"
    store.set_party("All trusts", {}, sign())
    assert store.verify().broken is None
    store.close()
    assert old.read_bytes() == before
    assert [path.name for path in folder_of(place).iterdir()] == [
        str(done.aside and done.aside.name)
    ]


def test_an_older_backup_that_is_damaged_is_refused_before_anything_is_done_to_it(
    store: Store, place: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.db"
    shutil.copy(Path(__file__).parent / "fixtures" / "schema-1.0.db", old)
    flip(old, 3 * PAGE)
    before = content(place)
    with pytest.raises(NotAStore, match=r"old\.db is"):
        restore(old, place, anyway=True)
    assert content(place) == before
    assert litter(place) == []


def test_a_backup_beside_which_nothing_may_appear_is_left_as_it_is(
    store: Store, place: Path, backup: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(backup, alone / "b.db")
    restore(alone / "b.db", place)
    assert os.listdir(alone) == ["b.db"]  # noqa: PTH208 (names)


def test_versions_seen_before_a_restore_do_not_hide_what_was_written_after_it(
    store: Store, place: Path, backup: Path
) -> None:
    restore(backup, place)
    store.apply([Edit(1, SetFields({"lead": "bob"}))], sign("bob"))
    assert store.dossier(1).commitment.version == 2
    assert store.verify().broken is None
