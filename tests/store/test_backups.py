"""A backup is a whole store, proved before it gets its name; whatever goes wrong leaves none."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from commitrack.model.errors import (
    BadInput,
    CommitrackError,
    Conflict,
    NotAStore,
    NotFound,
    StoreReadOnly,
)
from commitrack.store import Store, open_store
from commitrack.store.backups import Made, back_up, back_up_before, folder_of, listed
from commitrack.store.opening import as_it_is
from commitrack.store.snapshots import Proof, copy, one_moment, prove
from commitrack.store.watching import Watch
from tests.store.conftest import Do, draft, fill, propose, sign
from tests.store.damage import PAGE, content, cut, flip

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def make(place: Path, days: int = 0, keep: int | None = None) -> Made:
    return back_up(place, None, AT + timedelta(days=days), keep=keep)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_the_whole_store_in_a_private_file_with_its_date(
    store: Store, place: Path, accepted: int
) -> None:
    made = make(place)
    assert made.path == place.parent / "record.db.backups" / "record.2026-03-02T090000Z.db"
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert names(made.path.parent) == [made.path.name]
    assert (made.snapshot.newest, made.snapshot.whole) == (2, True)
    assert content(made.path) == content(place)
    again = open_store(made.path)
    assert again.dossier(1) == store.dossier(1)
    assert again.verify().broken is None
    again.close()


@pytest.mark.made_anew
def test_what_stands_in_the_write_ahead_log_alone_is_in_the_backup(
    new_store: Store, place: Path
) -> None:
    assert place.with_name("record.db-wal").stat().st_size
    assert content(make(place).path) == content(place)


def test_a_backup_is_of_one_moment_whoever_writes_meanwhile(
    store: Store, place: Path, tmp_path: Path, do: Do, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.snapshots._STEP", 1)
    before = content(place)
    target = tmp_path / "copy.db"
    target.touch()
    with as_it_is(place) as connection, one_moment(connection):
        store.set_party("All trusts", {}, sign("bob"))  # nobody is kept from writing
        copy(connection, str(place), target)
    assert content(target) == before
    assert content(place) != before


def test_a_writer_in_the_middle_of_a_transaction_holds_no_backup_up(
    store: Store, place: Path
) -> None:
    writer = sqlite3.connect(place, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert make(place).snapshot.newest == 1
    writer.execute("ROLLBACK")
    writer.close()


def test_a_file_of_ones_own_name_is_never_written_over(store: Store, place: Path) -> None:
    mine = place.parent / "mine.db"
    assert back_up(place, mine, AT).path == mine
    before = mine.read_bytes()
    with pytest.raises(Conflict, match="exists already"):
        back_up(place, mine, AT)
    assert mine.read_bytes() == before
    with pytest.raises(Conflict, match="exists already"):
        back_up(place, place, AT)
    assert names(place.parent) == ["mine.db", "record.db", "record.db-shm", "record.db-wal"]


def test_a_name_that_is_taken_while_the_copy_is_made_is_left_alone(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = place.parent / "mine.db"
    really = prove

    def slow(path: Path, proof: Proof, watch: Watch) -> object:
        target.write_text("somebody else's", "utf-8")
        return really(path, proof, watch)

    monkeypatch.setattr("commitrack.store.backups.prove", slow)
    with pytest.raises(Conflict, match="exists already"):
        back_up(place, target, AT)
    assert target.read_text("utf-8") == "somebody else's"
    assert not list(place.parent.glob(".*"))


def test_two_backups_of_one_second_have_two_names(store: Store, place: Path) -> None:
    first, second = make(place), make(place)
    assert second.path.name == "record.2026-03-02T090000Z_2.db"
    assert [one.path for one in listed(place)] == [second.path, first.path]


def test_a_folder_that_is_not_there_is_named(store: Store, place: Path) -> None:
    with pytest.raises(BadInput, match="is no folder"):
        back_up(place, place.parent / "nowhere" / "x.db", AT)
    with pytest.raises(NotFound, match="there is no store"):
        back_up(place.parent / "other.db", None, AT)


def test_a_folder_that_cannot_be_made_is_named(store: Store, place: Path) -> None:
    folder_of(place).write_text("in the way", "utf-8")
    with pytest.raises(StoreReadOnly, match="is in the way: it is no folder"):
        make(place)


def test_keep_removes_the_oldest_of_this_stores_own_and_nothing_else(
    store: Store, place: Path, tmp_path: Path
) -> None:
    folder = folder_of(place)
    old = [make(place, day).path for day in range(3)]
    other = tmp_path / "other" / "record.db"
    stranger = open_store(other, create=True)
    stranger.set_party("Somebody else's", {}, sign())
    stranger.close()
    kept = [
        back_up(other, folder / "record.2020-01-01T000000Z.db", AT).path,
        back_up_before(place, "schema-9.9"),
        folder / "record.2020-01-02T000000Z.db",
        folder / "record.2020-01-03T000000Z.db",
        folder / "record.2020-01-04T000000Z.db",
        folder / "notes.db",
    ]
    kept[2].write_text("not a store", "utf-8")
    kept[3].symlink_to(old[0])
    kept[4].mkdir()
    kept[5].write_bytes(old[0].read_bytes())
    made = make(place, 3, keep=2)
    assert sorted(made.removed) == sorted(old[:2])
    assert {path for path in kept if os.path.lexists(path)} == set(kept)
    assert [one.path for one in listed(place) if one.before is None] == [made.path, old[2]]


def test_the_backup_just_made_stays_though_the_clock_was_set_back(
    store: Store, place: Path
) -> None:
    later = make(place, 5).path
    made = make(place, 0, keep=1)
    assert made.removed == (later,)
    assert made.path.exists()


def test_keep_counts_in_a_folder_and_not_for_a_named_file(store: Store, place: Path) -> None:
    with pytest.raises(BadInput, match="names a file"):
        back_up(place, place.parent / "mine.db", AT, keep=1)
    assert not (place.parent / "mine.db").exists()


@pytest.mark.parametrize("where", ["bit", "cut"])
def test_a_damaged_store_gets_no_backup_and_keeps_the_older_ones(
    store: Store, place: Path, where: str
) -> None:
    older = make(place).path
    store.close()
    if where == "bit":
        flip(place, 3 * PAGE)
    else:
        cut(place, 5)
    with pytest.raises(NotAStore, match="damaged"):
        make(place, 1, keep=1)
    assert names(folder_of(place)) == [older.name]


def test_no_flipped_bit_gets_into_a_backup_that_is_called_whole(
    store: Store, place: Path, tmp_path: Path
) -> None:
    """Whatever page is hit: no backup is made, or it says that its history does not hold, or the
    record in it is what it was.
    """
    record = content(place)
    store.close()
    original = place.read_bytes()
    outcomes = set()
    for page in range(len(original) // PAGE):
        for offset in (5, PAGE - 3):
            place.write_bytes(original)
            flip(place, page * PAGE + offset)
            try:
                made = make(place, page)
            except CommitrackError:
                outcomes.add("refused")
                continue
            if made.snapshot.whole:
                assert content(made.path) == record
                outcomes.add("harmless")
            else:
                outcomes.add("told")
    assert "refused" in outcomes


def test_an_altered_history_is_backed_up_and_told_and_nothing_older_makes_way(
    store: Store, place: Path
) -> None:
    older = make(place).path
    alter(place)
    made = make(place, 1, keep=1)
    assert made.snapshot.verification is not None
    assert made.snapshot.verification.broken == 1
    assert (made.removed, older.exists()) == ((), True)


def alter(place: Path) -> None:
    """Rewrite history with another program, past the triggers."""
    with shell(place) as connection:
        connection.execute("DROP TRIGGER changes_update_refused")
        connection.execute("UPDATE changes SET new = 'x' WHERE id = 5")


@contextmanager
def shell(place: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def test_a_backup_by_itself_is_named_for_what_comes_and_used_again(
    store: Store, place: Path
) -> None:
    first = back_up_before(place, "purge")
    assert first.name.endswith(".before-purge.db")
    assert back_up_before(place, "purge") == first
    store.set_party("All trusts", {}, sign())
    second = back_up_before(place, "purge")
    assert second != first
    assert content(second) == content(place)
    assert [one.before for one in listed(place)] == ["purge", "purge"]


def test_one_that_was_damaged_since_is_not_used_again(store: Store, place: Path) -> None:
    first = back_up_before(place, "purge")
    flip(first, 3 * PAGE)
    assert back_up_before(place, "purge") != first


def test_a_store_without_any_transaction_is_backed_up_and_prunes_nothing(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    open_store(place, create=True).close()
    first = make(place).path
    assert make(place, 1, keep=1).removed == ()
    assert first.exists()


def test_a_backup_through_a_symbolic_link_lies_beside_the_real_store(
    store: Store, place: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(place)
    assert back_up(link, None, AT).path.parent == folder_of(place)


def test_what_a_dead_process_left_is_cleared_and_a_living_ones_is_not(
    store: Store, place: Path
) -> None:
    folder = folder_of(place)
    folder.mkdir()
    dead = folder / ".record.2026-03-01T090000Z.db.99999999-0123abcd.part"
    living = folder / f".record.2026-03-01T090000Z.db.{os.getpid()}-0123abcd.part"
    foreign = folder / ".letters.99999999-0123abcd.part"
    for path in (dead, living, foreign):
        path.touch()
    make(place)
    assert [path.exists() for path in (dead, living, foreign)] == [False, True, True]


def test_a_store_of_an_older_schema_is_backed_up_as_it_is(tmp_path: Path) -> None:
    old = Path(__file__).parent / "fixtures" / "schema-1.0.db"
    place = tmp_path / "record.db"
    place.write_bytes(old.read_bytes())
    made = make(place)
    assert (made.snapshot.schema.minor, made.snapshot.whole) == (0, True)
    assert not list(folder_of(place).glob("*before*"))


def test_another_store_with_the_same_name_is_another_store(
    store: Store, place: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "record.db"
    stranger = open_store(other, create=True)
    fill(stranger)
    text = "We will say more."
    stranger.add_statement(draft(text, "B"), [propose(text, "We will say more")], {}, sign("bob"))
    stranger.close()
    shared = tmp_path / "shared"
    shared.mkdir()
    back_up(place, shared, AT)
    back_up(other, shared, AT)
    assert len(names(shared)) == 2


def test_whose_group_may_use_the_store_may_use_its_folder_of_backups(
    store: Store, place: Path
) -> None:
    place.chmod(0o660)
    made = make(place).path
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o770
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can give a folder away")
@pytest.mark.parametrize("through", ["folder", "link"])
def test_nothing_is_put_in_a_folder_of_somebody_elses(
    store: Store, place: Path, tmp_path: Path, through: str
) -> None:
    folder = tmp_path / "trap" if through == "link" else folder_of(place)
    folder.mkdir()
    os.chown(folder, 12345, -1)
    if through == "link":
        folder_of(place).symlink_to(folder)
    with pytest.raises(StoreReadOnly, match="belongs to another user"):
        make(place)
    assert names(folder) == []


def test_a_folder_that_may_not_be_used_is_named(
    store: Store, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(StoreReadOnly, match=f"{tmp_path} cannot be written .Permission denied"):
        back_up(place, tmp_path, AT)


def test_a_view_in_the_place_of_a_table_is_never_asked(store: Store, place: Path) -> None:
    """One that never ends would hold everybody up."""
    with shell(place) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("ALTER TABLE transactions RENAME TO t2")
        connection.execute(
            "CREATE VIEW transactions AS WITH RECURSIVE n(id, hash, at) AS "
            "(VALUES (1, 1, 1) UNION ALL SELECT id + 1, 1, 1 FROM n) SELECT * FROM n"
        )
    store.close()
    with pytest.raises(NotAStore, match="transactions is no table"):
        make(place)
