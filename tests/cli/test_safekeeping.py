"""``backup``, ``restore`` and ``doctor``: what they print, and how they end."""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine, isolated
from tests.store.damage import content, flip


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """A store with an accepted commitment."""
    fill(run.store, "We will act", "We will publish")
    run.ok("accept", "C-1")
    return run


def kept(run: CommandLine) -> list[Path]:
    folder = run.store.with_name("record.db.backups")
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_backup_prints_its_path_and_nothing_else_on_standard_output(
    filled: CommandLine,
) -> None:
    done = filled.ok("backup")
    (path,) = kept(filled)
    assert done.out == f"{path}\n"
    assert "2 transactions" in done.err
    assert "every seal fits" in done.err
    assert path.name.startswith("record.2026-03-02T")


def test_a_backup_goes_where_one_says(filled: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    filled.ok("backup", str(folder))
    filled.ok("backup", str(folder / "mine.db"))
    assert len(list(folder.iterdir())) == 2
    refused = filled("backup", str(folder / "mine.db"))
    assert (refused.code, refused.out) == (4, "")
    assert "never overwrites" in refused.err


def test_keep_removes_the_older_ones_and_says_which(filled: CommandLine) -> None:
    first = filled.ok("backup").out.strip()
    filled.ok("backup", "--keep", "2")
    done = filled.ok("backup", "--keep", "2", "--json")
    assert done.json["removed"] == [first]
    assert f"removed: {first}" in done.err
    assert done.json["transactions"] == 2
    assert done.json["broken_transaction"] is None
    assert len(kept(filled)) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("backup", ""), "an empty path"),
        (("backup", "--keep", "0"), "--keep"),
        (("backup", "--keep", "1", "--list"), "not with --list"),
        (("backup", "nowhere/x.db"), "is no folder"),
        (("restore", " "), "an empty path"),
        (("restore",), "BACKUP"),
        (("backup", "--today", "never"), "--today"),
        (("restore", "x.db", "--today", "never"), "--today"),
        (("doctor", "--today", "never"), "--today"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(
    filled: CommandLine, arguments: tuple[str, ...], words: str
) -> None:
    done = filled(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert kept(filled) == []


def test_the_list_shows_what_is_there_the_newest_first(filled: CommandLine) -> None:
    assert "no backup of this store" in filled.ok("backup", "--list").err
    made = filled.ok("backup").out.strip()
    filled.ok("accept", "C-2")
    filled.ok("restore", made)
    listing = filled.ok("backup", "--list", "--json").json
    assert [one["before"] for one in listing["backups"]] == ["restore", None]
    assert [one["transactions"] for one in listing["backups"]] == [3, 2]
    assert made in filled.ok("backup", "--list").out


def test_a_restore_brings_back_what_was_and_says_where_the_rest_is(filled: CommandLine) -> None:
    before = filled.record("C-1"), filled.ok("history", "--json").json
    made = filled.ok("backup").out.strip()
    filled.ok("set", "C-1", "lead=bob")
    later = content(filled.store)
    assert "nothing changed" in filled.ok("restore", made, "--dry-run").err
    assert content(filled.store) == later
    done = filled.ok("restore", made, "--json")
    assert (filled.record("C-1"), filled.ok("history", "--json").json) == before
    assert content(Path(done.json["set_aside"])) == later
    assert done.json["set_aside"] in done.err


def test_restoring_says_in_one_line_why_not(filled: CommandLine, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("minutes " * 999, "utf-8")
    other = tmp_path / "other.db"
    fill(other, "We will think")
    newer = tmp_path / "newer.db"
    shutil.copy(filled.ok("backup").out.strip(), newer)
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99000")
    connection.close()
    for path, code in ((notes, 8), (other, 4), (newer, 7), (tmp_path / "none.db", 3)):
        done = filled("restore", str(path))
        assert (done.code, done.out, done.err.count("\n")) == (code, "", 1)
        assert str(path) in done.err


def test_a_damaged_store_gets_no_backup_and_code_8(filled: CommandLine) -> None:
    with filled.store.open("r+b") as file:
        file.truncate(5 * 4096)
    done = filled("backup")
    assert (done.code, done.out, done.err.count("\n")) == (8, "", 2)
    assert kept(filled) == []


def test_an_altered_history_is_backed_up_with_code_1(filled: CommandLine) -> None:
    older = Path(filled.ok("backup").out.strip())
    connection = sqlite3.connect(filled.store, isolation_level=None)
    connection.execute("DROP TRIGGER changes_update_refused")
    connection.execute("UPDATE changes SET new = 'x' WHERE id = 5")
    connection.close()
    done = filled("backup", "--keep", "1")
    assert done.code == 1
    assert "transaction 1 does not fit its seal" in done.err
    assert (Path(done.out.strip()).exists(), older.exists()) == (True, True)


def test_the_doctor_of_a_good_store_ends_with_0(filled: CommandLine) -> None:
    filled.ok("backup")
    done = filled.ok("doctor", "--full")
    assert "2 transactions, every seal fits" in done.out
    assert done.err == ""
    assert filled.ok("doctor", "--json").json["worst"] in ("ok", "advice")


def test_the_doctor_says_what_is_wrong_before_and_after_mending(filled: CommandLine) -> None:
    connection = sqlite3.connect(filled.store)
    connection.execute("DROP TRIGGER commitments_kept")
    connection.close()
    found = filled("doctor")
    assert found.code == 1
    assert "trigger missing: commitments_kept" in found.out
    assert "commitrack doctor --fix" in found.out
    assert "commitrack: schema: trigger missing: commitments_kept" in found.err
    mended = filled("doctor", "--fix")
    assert mended.code == 0
    was, then, *_ = mended.out.splitlines()
    assert was.split(maxsplit=1) == ["was", "trigger missing: commitments_kept"]
    assert then.split(maxsplit=1) == ["mended", "made commitments_kept"]
    assert filled.ok("doctor", "--fix", "--json").json["mended"] == []


def test_the_doctors_json_names_each_thing_and_the_way_out(filled: CommandLine) -> None:
    connection = sqlite3.connect(filled.store)
    connection.execute("DROP INDEX one_text")
    connection.close()
    done = filled("doctor", "--json")
    assert done.code == 1
    assert done.json["worst"] == "wrong"
    (wrong,) = [one for one in done.json["findings"] if one["level"] == "wrong"]
    assert (wrong["check"], wrong["mendable"]) == ("schema", True)
    assert "one_text" in wrong["words"]
    assert "--fix" in wrong["way_out"]
    fixed = filled.ok("doctor", "--fix", "--json").json
    assert [(one["mend"], one["done"]) for one in fixed["mended"]] == [("indexes", True)]


def test_damage_is_code_8_and_the_way_out_is_the_newest_backup(filled: CommandLine) -> None:
    before = content(filled.store)
    backup = filled.ok("backup").out.strip()
    flip(filled.store, 0)
    done = filled("doctor", "--fix")
    assert done.code == 8
    assert f"commitrack restore {backup}" in done.out
    filled.ok("restore", backup)
    assert content(filled.store) == before
    assert filled.ok("doctor", "--full").code == 0


@pytest.mark.parametrize(
    "command",
    [("list",), ("set", "C-1", "lead=bob"), ("report", "weekly"), ("add", "-"), ("backup",)],
)
def test_whoever_meets_the_damage_is_told_of_the_newest_backup(
    filled: CommandLine, command: tuple[str, ...]
) -> None:
    backup = filled.ok("backup").out.strip()
    flip(filled.store, 0)
    done = filled(*command)
    assert (done.code, done.out) == (8, "")
    assert done.err.splitlines()[1:] == [
        f"  the newest backup is of 2026-03-02: commitrack restore {backup}"
    ]
    filled.ok("restore", backup)
    assert "restore" not in filled(*command).err


def test_the_way_back_of_a_store_elsewhere_names_it(filled: CommandLine, tmp_path: Path) -> None:
    """Else the backup would be put in the place of another store."""
    elsewhere = tmp_path / "of the board.db"
    shutil.copy(filled.store, elsewhere)
    backup = filled.ok("backup", "--store", str(elsewhere)).out.strip()
    flip(elsewhere, 0)
    told = filled("list", "--store", str(elsewhere)).err
    assert f": commitrack --store '{elsewhere}' restore '{backup}'\n" in told
    command = shlex.split(told.split(": commitrack ")[-1])
    filled.ok(*command)
    assert filled.ok("list", "--store", str(elsewhere)).code == 0


def test_what_a_restore_put_aside_is_the_last_to_be_told_of(filled: CommandLine) -> None:
    backup = filled.ok("backup").out.strip()
    filled.ok("set", "C-1", "lead=bob")
    filled.ok("restore", backup)
    assert len(kept(filled)) == 2
    flip(filled.store, 0)
    assert f"commitrack restore {backup}\n" in filled("list").err
    assert f"commitrack restore {backup}\n" in filled("doctor").out
    Path(backup).unlink()
    assert "before-restore.db\n" in filled("list").err


def test_an_emptied_store_with_backups_is_not_taken_for_a_new_one(filled: CommandLine) -> None:
    backup = filled.ok("backup").out.strip()
    filled.store.write_bytes(b"")
    done = filled("list")
    assert (done.code, "is empty" in done.err) == (8, True)
    assert f"commitrack restore {backup}" in done.err


def test_without_a_backup_it_is_said_how_one_from_elsewhere_comes_back(
    filled: CommandLine,
) -> None:
    flip(filled.store, 0)
    done = filled("list")
    assert "no backup of it lies in" in done.err
    assert "commitrack restore FILE" in done.err


def test_the_damage_of_another_file_does_not_lead_to_a_restore(
    filled: CommandLine, tmp_path: Path
) -> None:
    filled.ok("backup")
    other = tmp_path / "other.db"
    other.write_bytes(filled.store.read_bytes())
    flip(other, 0)
    done = filled("restore", str(other))
    assert (done.code, done.err.count("\n")) == (8, 1)


def test_nothing_hostile_reaches_the_terminal(run: CommandLine) -> None:
    fill(run.store, HOSTILE, owner="\x1b[31mred")
    connection = sqlite3.connect(run.store)
    connection.execute(
        'CREATE TRIGGER "\x1b]0;x\x07\u202e" AFTER INSERT ON transactions BEGIN SELECT 1; END'
    )
    connection.close()
    done = run("doctor", "--fix")
    for text in (done.out, done.err):
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_without_a_store_there_is_nothing_to_back_up_or_examine(run: CommandLine) -> None:
    for command in ("backup", "doctor"):
        done = run(command)
        assert (done.code, done.err.count("\n")) == (3, 1)
    assert not run.store.parent.exists()


WITHOUT_ROOM = """
import resource, sys
from commitrack.cli.running import run
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_limit_on_the_size_of_files_is_code_6_and_leaves_nothing(
    filled: CommandLine, command: str
) -> None:
    backup = filled.ok("backup").out.strip()
    filled.ok("accept", "C-2")
    before = content(filled.store)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ROOM, command, *([backup] if command == "restore" else [])],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (6, "", 1), done.stderr
    assert "no room for a copy" in done.stderr
    assert content(filled.store) == before
    assert [str(path) for path in kept(filled)] == [backup]
    assert not list(filled.store.parent.glob(".*"))


def _small_disks() -> bool:
    program = shutil.which("unshare")
    tried = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]
    return program is not None and subprocess.run(tried, capture_output=True).returncode == 0


@pytest.mark.skipif(not _small_disks(), reason="this machine lets nobody mount a small disk")
def test_a_full_disk_is_code_6_and_leaves_nothing_on_it(
    filled: CommandLine, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=200k tmpfs "$1" || exit 99\n'
        '"$2" -m commitrack backup "$1"; code=$?\n'
        'ls -A "$1"; exit $code'
    )
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", str(disk), sys.executable],
        env={"PATH": os.environ["PATH"], **isolated(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (6, ""), done.stderr
    assert done.stderr.count("\n") == 1
    assert f"{disk} has no room for a copy" in done.stderr


@pytest.mark.skipif(not _small_disks(), reason="this machine lets nobody mount a small disk")
@pytest.mark.parametrize("copies", [1.1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 8])
def test_a_restore_on_a_disk_with_too_little_room_changes_nothing(
    filled: CommandLine, tmp_path: Path, copies: float
) -> None:
    """Room for the store, and then for one more copy, two, three …: all of it happens or none."""
    backup = filled.ok("backup", str(tmp_path / "b.db")).out.strip()
    filled.ok("accept", "C-2")
    old, new = content(filled.store), content(Path(backup))
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=$4k tmpfs "$1" && cp "$3" "$1/record.db" || exit 99\n'
        '"$2" -m commitrack --store "$1/record.db" restore "$5"; code=$?\n'
        'find "$1" -name "*.part" -printf "forsaken: %p\\n" >&2\n'
        'cp "$1"/record.db* "$6"; exit $code'
    )
    after = tmp_path / "after"
    after.mkdir()
    room = str(int(filled.store.stat().st_size * copies / 1024))
    wanted = [str(disk), sys.executable, str(filled.store), room, backup, str(after)]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", *wanted],
        env={"PATH": os.environ["PATH"], **isolated(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in {1.1: (6,), 8: (0,)}.get(copies, (0, 6)), done.stderr
    assert "forsaken: " not in done.stderr
    assert content(after / "record.db") == (new if done.returncode == 0 else old)


def test_the_doctor_names_the_store_in_its_ways_out_where_it_is_not_the_usual(
    filled: CommandLine, tmp_path: Path
) -> None:
    other = tmp_path / "my other.db"
    shutil.copy(filled.store, other)
    other.chmod(0o644)
    assert " → commitrack doctor --fix" not in filled.ok("doctor").out
    assert " → commitrack backup makes one" in filled.ok("doctor").out
    done = filled("--store", str(other), "doctor")
    assert f" → commitrack --store '{other}' doctor --fix makes it private" in done.out
    assert f" → commitrack --store '{other}' backup makes one" in done.out
    ways = [
        one["way_out"] for one in filled("--store", str(other), "doctor", "--json").json["findings"]
    ]
    assert f"commitrack --store '{other}' backup makes one" in ways
