"""The doctor finds what is wrong, names it and the way out, and mends what is derived."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, RecordCheck
from commitrack.model.errors import CommitrackError, NotAStore, NotFound, StoreTooNew
from commitrack.model.records import CheckResult
from commitrack.store import Store, sketches
from commitrack.store.backups import back_up, folder_of
from commitrack.store.examining import Mended, examine, mend
from commitrack.store.file_checks import has_reset_bug
from commitrack.store.findings import Finding, Level, Mend
from commitrack.store.version import NEWEST
from tests.store.conftest import Do, draft, sign
from tests.store.damage import PAGE, content, cut, flip

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@contextmanager
def shell(place: Path) -> Iterator[sqlite3.Connection]:
    """Another program with the file open."""
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def past_the_guards(place: Path, sql: str, *triggers: str) -> None:
    """Change a store with another program, and leave the schema as it was."""
    with shell(place) as connection:
        kept = []
        for name in triggers:
            row = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,))
            kept.append(row.fetchone()[0])
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql)
        for trigger in kept:
            connection.execute(trigger)


def wrong(place: Path, *, full: bool = False) -> list[Finding]:
    found = examine(place, full=full)
    return [one for one in found.findings if one.level in (Level.WRONG, Level.DAMAGED)]


def one(place: Path, check: str, *, full: bool = False) -> Finding:
    (found,) = wrong(place, full=full)
    assert found.check == check, found
    return found


def mends(place: Path, *, full: bool = False) -> list[Mended]:
    """Mend, and hold the record against what it was."""
    before = content(place)
    done = list(mend(examine(place, full=full)))
    assert content(place) == before, "the record is never touched"
    return done


def test_a_good_store_has_nothing_wrong_however_closely_one_looks(
    store: Store, place: Path, accepted: int
) -> None:
    store.set_party("All trusts", {}, sign())
    store.undo(sign())
    for full in (False, True):
        assert wrong(place, full=full) == []
    assert mends(place, full=True) == []
    checks = [finding.check for finding in examine(place, full=True).findings]
    assert checks == [
        *("access", "sqlite", "pages", "schema", "journal", "references", "quotes", "words"),
        *("sketches", "counts", "staleness", "history", "leftovers", "backups"),
    ]


def test_what_was_undone_leaves_no_orphans(store: Store, place: Path) -> None:
    store.undo(sign())
    assert store.statements() == ()
    assert wrong(place, full=True) == []


def test_looking_changes_nothing(store: Store, place: Path) -> None:
    store.close()
    before = place.read_bytes(), sorted(place.parent.iterdir())
    examine(place, full=True)
    assert (place.read_bytes(), sorted(place.parent.iterdir())) == before


@pytest.mark.parametrize("mode", [0o644, 0o606, 0o666])
def test_a_store_that_others_can_read_is_told_and_made_private(
    store: Store, place: Path, mode: int
) -> None:
    back_up(place, None, AT).path.chmod(mode)
    place.chmod(mode)
    found = one(place, "access")
    assert str(place) in found.words
    (done,) = mends(place)
    assert done.done
    assert f"{mode:04o} → {mode & 0o770:04o}" in done.detail
    assert wrong(place) == []
    assert all(stat.S_IMODE(path.stat().st_mode) & 7 == 0 for path in place.parent.rglob("*"))


def test_a_folder_that_all_may_write_is_told_with_the_command_that_closes_it(
    store: Store, place: Path
) -> None:
    place.parent.chmod(0o777)
    found = one(place, "access")
    assert str(place.parent) in found.words
    assert (found.mend, found.way_out) == (None, f"chmod o-w '{place.parent}'")
    place.parent.chmod(0o1777)
    assert wrong(place) == []


def test_unfinished_copies_are_told_and_removed_and_others_files_are_not(
    store: Store, place: Path
) -> None:
    folder_of(place).mkdir(0o700)
    gone = [
        place.parent / ".record.db.99999999-0123abcd.part",
        folder_of(place) / ".record.2026-03-01T090000Z.db.99999999-0123abcd.part",
    ]
    gone.append(place.parent / f".{gone[0].name}.99999999-4567cdef.part-wal")
    stays = [
        place.parent / ".letters.db.99999999-0123abcd.part",
        place.parent / f".record.db.{os.getpid()}-0123abcd.part",
    ]
    for path in (*gone, *stays):
        path.touch()
    (done,) = mends(place)
    assert all(str(path) in done.words for path in gone)
    assert [path.exists() for path in (*gone, *stays)] == [False] * 3 + [True] * 2


@pytest.mark.parametrize("name", ["commitments_kept", "words_updated", "changes_bound"])
def test_a_missing_trigger_is_named_and_made_anew(store: Store, place: Path, name: str) -> None:
    with shell(place) as connection:
        connection.execute(f"DROP TRIGGER {name}")
    assert one(place, "schema").words == f"trigger missing: {name}"
    (done,) = mends(place)
    assert (done.done, done.detail) == (True, f"made {name}")
    assert wrong(place) == []


def test_a_trigger_that_was_changed_is_named_and_made_anew(store: Store, place: Path) -> None:
    with shell(place) as connection:
        connection.execute("DROP TRIGGER commitments_kept")
        connection.execute(
            "CREATE TRIGGER commitments_kept BEFORE DELETE ON commitments BEGIN SELECT 1; END"
        )
    assert one(place, "schema").words == "trigger changed by another program: commitments_kept"
    assert mends(place)[0].done
    assert wrong(place) == []


@pytest.mark.parametrize("name", ["evil", 'e"v; DROP TABLE checks; --', "\x1b]0;x\x07"])
def test_another_programs_trigger_is_named_and_taken_away(
    store: Store, place: Path, name: str
) -> None:
    with shell(place) as connection:
        quoted = name.replace('"', '""')
        connection.execute(
            f'CREATE TRIGGER "{quoted}" AFTER INSERT ON transactions BEGIN SELECT 1; END'
        )
    assert name in one(place, "schema").words
    assert mends(place)[0].detail == f"took away {name}"
    assert wrong(place) == []


def test_a_missing_index_is_named_and_made_anew(store: Store, place: Path) -> None:
    with shell(place) as connection:
        connection.execute("DROP INDEX one_text")
    assert one(place, "schema").words == "index missing: one_text"
    assert mends(place)[0].done
    assert wrong(place) == []


def test_an_index_that_cannot_be_made_is_told_and_the_rest_is_mended(
    store: Store, place: Path
) -> None:
    with shell(place) as connection:
        connection.execute("DROP INDEX one_name")
        connection.execute("DROP TRIGGER commitments_kept")
    store.close()
    twin = "UPDATE parties SET name = (SELECT min(name) FROM parties)"
    past_the_guards(place, twin, "parties_update_bound", "parties_updated")
    done = {each.mend: each for each in mends(place)}
    assert not done[Mend.INDEXES].done
    assert "UNIQUE constraint failed" in done[Mend.INDEXES].detail
    assert done[Mend.TRIGGERS].done


def test_other_programs_tables_and_views_are_advice(store: Store, place: Path) -> None:
    with shell(place) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
        connection.execute("CREATE VIEW hits AS SELECT * FROM songs")
    assert wrong(place) == []
    advice = [f.words for f in examine(place).findings if f.check == "schema"]
    assert advice == [
        "table that another program made: songs",
        "view that another program made: hits",
    ]
    assert mends(place) == []


def test_a_missing_table_is_damage_and_the_way_out_is_a_backup(store: Store, place: Path) -> None:
    with shell(place) as connection:
        connection.execute("DROP TABLE dismissals")
    found = wrong(place)[0]
    assert found.level is Level.DAMAGED
    assert found.words == "table missing: dismissals"
    assert "restore" in found.way_out


def test_an_index_that_lies_is_found_in_full_and_built_anew(store: Store, place: Path) -> None:
    """As a bug of the engine, or of the disk, could leave it: a row that its index lacks."""
    with shell(place) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'present = 1', 'present = 0') "
            "WHERE name = 'one_text'"
        )
        connection.execute("PRAGMA writable_schema = RESET")
    with shell(place) as connection:
        connection.execute("REINDEX one_text")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'present = 0', 'present = 1') "
            "WHERE name = 'one_text'"
        )
        connection.execute("PRAGMA writable_schema = RESET")
    store.close()
    found = one(place, "pages", full=True)
    assert (found.mend, "one_text" in found.words) == (Mend.ENTRIES, True)
    assert mends(place, full=True)[0].done
    assert wrong(place, full=True) == []


def test_a_stale_word_index_is_found_and_built_anew(store: Store, place: Path, do: Do) -> None:
    past_the_guards(
        place,
        "UPDATE commitments SET note = 'zebra' WHERE id = 1",
        *("commitments_update_bound", "commitments_updated", "words_updated"),
    )
    assert one(place, "words").mend is Mend.WORDS
    assert mends(place)[0].done
    assert wrong(place) == []
    with shell(place) as connection:
        ask = "SELECT rowid FROM commitments_fts WHERE commitments_fts MATCH 'zebra'"
        assert connection.execute(ask).fetchall() == [(1,)]


def test_in_a_large_store_the_words_are_counted_and_compared_in_full(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.examining._SMALL", 0)
    past_the_guards(
        place,
        "UPDATE commitments SET note = 'zebra' WHERE id = 1",
        *("commitments_update_bound", "commitments_updated", "words_updated"),
    )
    assert wrong(place) == []
    assert "--full compares the words" in str(examine(place).findings)
    assert "words" in [f.check for f in wrong(place, full=True)]
    with shell(place) as connection:
        connection.execute("INSERT INTO commitments_fts (commitments_fts) VALUES ('delete-all')")
    assert one(place, "words").mend is Mend.WORDS


def test_a_stale_sketch_is_found_and_worked_out_anew(store: Store, place: Path) -> None:
    text = " ".join(f"We will publish plan {n} of the trust by the end of {n}." for n in range(60))
    store.add_statement(draft(text, "Long"), [], {}, sign())
    with shell(place) as connection:
        connection.execute("DELETE FROM sketches WHERE statement = 2 AND hash % 2")
    assert "S-0002" in one(place, "sketches").words
    assert mends(place)[0].done
    assert wrong(place) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sketches SET hash = hash + 1 WHERE hash = (SELECT min(hash) FROM sketches)",
        "UPDATE sketches SET statement = 1 WHERE hash = (SELECT min(hash) FROM sketches)",
        "INSERT INTO sketches VALUES (7, 99)",
        "INSERT INTO sketches VALUES (7, 1)",
        "DELETE FROM sketches",
    ],
)
def test_a_sketch_with_any_other_hash_is_stale(store: Store, place: Path, change: str) -> None:
    text = "We will publish a plan for every ward. " + "Each of its staff will be trained. " * 9
    store.add_statement(
        draft(text + "And that is all there is to say of it.", "Two"), (), {}, sign()
    )
    connection = sqlite3.connect(place)
    assert sketches.stale(connection) == ()
    connection.execute(change)
    assert sketches.stale(connection) != ()
    sketches.rebuild(connection, sketches.stale(connection))
    assert sketches.stale(connection) == ()
    connection.close()


def test_looking_at_the_sketches_takes_twice_as_long_for_twice_as_many(
    store: Store, place: Path
) -> None:
    def steps() -> int:
        """Hundreds of steps of SQLite's machine."""
        counted = [0]

        def count() -> int:
            counted[0] += 1
            return 0

        with shell(place) as connection:
            connection.set_progress_handler(count, 100)
            assert sketches.stale(connection) == ()
        return counted[0]

    def add(first: int, last: int) -> None:
        for one in range(first, last):
            text = " ".join(f"In {one} we will build pier {n} of {one}." for n in range(60))
            store.add_statement(draft(text), [], {}, sign())

    add(0, 20)
    before = steps()
    add(20, 40)
    assert steps() < 3 * before


def test_counts_that_went_astray_are_found_and_counted_anew(store: Store, place: Path) -> None:
    with shell(place) as connection:
        connection.execute("UPDATE tallies SET count = count + 1 WHERE field = 'status'")
    assert "by status are not" in one(place, "counts").words
    assert mends(place)[0].done
    assert wrong(place) == []
    assert store.facets()["status"] == {"candidate": 3}


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM staleness",
        "UPDATE staleness SET day = '2030-01-01'",
        "INSERT INTO staleness VALUES (77, '2026-01-01')",
    ],
)
def test_days_of_staleness_that_went_astray_are_found_and_worked_out_anew(
    store: Store, place: Path, accepted: int, change: str
) -> None:
    looked = RecordCheck(CheckResult.NOTHING_FOUND, "board papers")
    store.apply([Edit(accepted, looked)], sign())
    with shell(place) as connection:
        connection.execute(change)
    assert "kept wrongly for 1 commitment" in one(place, "staleness").words
    assert mends(place)[0].done
    assert wrong(place) == []


def test_a_journal_of_another_kind_is_found_and_set_back(store: Store, place: Path) -> None:
    store.close()
    with shell(place) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    assert "'delete'" in one(place, "journal").words
    assert mends(place)[0].done
    assert wrong(place) == []


def test_a_quote_that_its_statement_does_not_hold_is_named_with_its_place(
    store: Store, place: Path
) -> None:
    past_the_guards(
        place,
        "UPDATE mentions SET quote = 'We may publish a plan' WHERE id = 1",
        *("mentions_update_bound", "mentions_fixed", "mentions_updated"),
    )
    found = one(place, "quotes")
    assert "C-0001 at characters 0–22 of S-0001" in found.words
    assert found.mend is None


def test_a_mention_of_what_is_not_on_record_is_an_orphan(store: Store, place: Path) -> None:
    past_the_guards(
        place,
        "UPDATE commitments SET present = 0 WHERE id = 2",
        *("commitments_update_bound", "commitments_updated"),
    )
    assert "mention 2 of C-0002 in S-0001" in one(place, "references").words


def test_a_reference_to_a_row_that_is_gone_is_named(store: Store, place: Path) -> None:
    with shell(place) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
    past_the_guards(place, "DELETE FROM parties WHERE id = 1", "parties_kept")
    assert "(to parties)" in one(place, "references").words


def test_the_chain_is_walked_when_asked(store: Store, place: Path) -> None:
    past_the_guards(place, "UPDATE changes SET new = 'x' WHERE id = 5", "changes_update_refused")
    assert wrong(place) == []
    (found,) = [f for f in examine(place, verify=True).findings if f.level is Level.WRONG]
    assert found.words.startswith("transaction 1 is the first")
    assert mends(place, full=True) == [], "what was altered is never covered up"


def test_a_damaged_page_is_damage_and_nothing_is_written_to_such_a_store(
    store: Store, place: Path
) -> None:
    store.close()
    flip(place, 3 * PAGE)
    found = examine(place)
    assert found.worst is Level.DAMAGED
    damaged = place.read_bytes()
    list(mend(found))
    assert place.read_bytes() == damaged


def root_of(place: Path, name: str) -> int:
    """Where the first page of a table or an index begins in the file."""
    with shell(place) as connection:
        ask = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return (int(connection.execute(ask, (name,)).fetchone()[0]) - 1) * PAGE


def test_in_a_large_store_the_pages_of_the_history_are_left_to_a_full_look(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.examining._SMALL", 0)
    store.close()
    history, record = root_of(place, "idx_changes_commitment_tx"), root_of(place, "list_by_title")
    flip(place, history)
    assert wrong(place) == []
    assert "--full reads those of its history as well" in str(examine(place).findings)
    assert one(place, "pages", full=True).level is Level.DAMAGED
    flip(place, history)
    flip(place, record)
    assert one(place, "pages").level is Level.DAMAGED


def test_changes_of_a_transaction_that_is_gone_are_found_without_a_full_look(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.examining._SMALL", 0)
    with shell(place) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
    past_the_guards(
        place,
        "INSERT INTO changes (tx, record, row, field) VALUES (99, 'commitments', 1, 'note')",
        "changes_bound",
    )
    assert "changes of transaction 99 (to transactions)" in one(place, "references").words


def test_the_doctor_says_what_it_looks_at_and_how_far_it_is(store: Store, place: Path) -> None:
    told: list[tuple[str, int, int]] = []
    examine(place, verify=True, watch=lambda *seen: told.append(seen))
    assert [what for what, _, total in told if not total][:2] == [
        "looking at pages",
        "looking at schema",
    ]
    assert ("walking the history", 0, 1) in told
    assert told[-1][0] == "holding the record against its history"


@pytest.mark.parametrize("how", ["header", "short", "empty"])
def test_a_store_that_cannot_be_opened_is_told_with_the_backup_to_restore(
    store: Store, place: Path, how: str
) -> None:
    backup = back_up(place, None, AT).path
    store.close()
    {"header": lambda: flip(place, 0), "short": lambda: cut(place, 40)}.get(
        how, lambda: place.write_bytes(b"")
    )()
    found = one(place, "pages")
    assert found.level is Level.DAMAGED
    assert str(backup) in found.way_out or "restore" in found.way_out


def test_no_flipped_bit_makes_the_doctor_stumble(store: Store, place: Path) -> None:
    store.close()
    original = place.read_bytes()
    seen: set[Level | None] = set()
    for page in range(len(original) // PAGE):
        for offset in (7, PAGE - 9):
            place.write_bytes(original)
            flip(place, page * PAGE + offset)
            try:
                seen.add(examine(place, verify=True).worst)
            except CommitrackError:
                seen.add(None)
    assert Level.DAMAGED in seen


def test_what_is_no_store_is_refused_as_everywhere(store: Store, place: Path) -> None:
    with pytest.raises(NotFound):
        examine(place.parent / "none.db")
    notes = place.parent / "notes.txt"
    notes.write_text("minutes " * 999, "utf-8")
    with pytest.raises(NotAStore):
        examine(notes)
    with shell(place) as connection:
        connection.execute("PRAGMA user_version = 99000")
    with pytest.raises(StoreTooNew):
        examine(place)


def test_an_older_schema_is_told_and_left_for_an_ordinary_command(tmp_path: Path) -> None:
    old = Path(__file__).parent / "fixtures" / "schema-1.0.db"
    place = tmp_path / "record.db"
    place.write_bytes(old.read_bytes())
    place.chmod(0o600)
    assert wrong(place, full=True) == []
    assert "after a backup" in str(examine(place).findings)
    assert mends(place) == []


def test_a_newer_minor_schema_is_not_held_against_what_this_one_knows(
    store: Store, place: Path
) -> None:
    with shell(place) as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST.stamp + 7}")
        connection.execute("CREATE TRIGGER later AFTER INSERT ON checks BEGIN SELECT 1; END")
    assert wrong(place, full=True) == []


def test_how_far_the_store_has_gone_on_since_its_backup_is_told(
    store: Store, place: Path, do: Do
) -> None:
    assert "there is none in" in str(examine(place).findings[-1])
    back_up(place, None, AT)
    store.set_party("All trusts", {}, sign())
    assert "2026-03-02 09:00 UTC, 1 transaction ago" in examine(place).findings[-1].words


def test_a_store_that_may_not_be_written_is_examined_all_the_same(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    really = os.access
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK and really(str(path), mode))
    before = sorted(place.parent.iterdir())
    assert wrong(place, full=True) == []
    assert sorted(place.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("version", "has"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
    ],
)
def test_which_versions_of_sqlite_have_the_reset_bug(version: tuple[int, ...], has: bool) -> None:
    assert has_reset_bug(version) is has


def test_a_mend_that_does_not_help_is_taken_back(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(place) as connection:
        connection.execute("DROP TRIGGER commitments_kept")

    def half(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TRIGGER commitments_updated")

    monkeypatch.setattr("commitrack.store.mending.rebuild_triggers", half)
    (done,) = mends(place)
    assert (done.done, "did not help" in done.detail) == (False, True)
    assert one(place, "schema").words == "trigger missing: commitments_kept"
