"""``export`` and ``import`` from the command line: whole files, plain words, right exit codes."""

from __future__ import annotations

import gzip
import json
import shutil
import stat
from pathlib import Path

import pytest

from commitrack.store import parts
from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """A candidate and an open commitment."""
    fill(run.store, "We will publish a plan", f"We will train {HOSTILE}")
    run.ok("accept", "C-1")
    return run


@pytest.fixture
def copy(filled: CommandLine, tmp_path: Path) -> str:
    """A colleague's copy of the store, in which something was done."""
    place = tmp_path / "bob.db"
    shutil.copy(filled.store, place)
    filled.ok("--store", str(place), "set", "C-1", "lead=bob", "topic=safety", "--as", "bob")
    return str(place)


def test_everything_goes_out_and_into_a_fresh_store_as_it_was(
    filled: CommandLine, tmp_path: Path
) -> None:
    out = filled.ok("export")
    assert out.err == ""
    path = tmp_path / "record.jsonl"
    done = filled.ok("export", "-o", str(path))
    assert done.out == ""
    assert path.read_text("utf-8") == out.out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    other = ("--store", str(tmp_path / "new" / "other.db"))
    told = filled.ok(*other, "import", str(path)).err
    assert "everything of" in told
    assert "1 statement, 2 commitments, 2 parties, 2 transactions of history" in told
    assert filled.ok(*other, "export").out == out.out
    assert "every seal fits" in filled.ok(*other, "doctor", "--verify").out
    assert filled.ok(*other, "history").out == filled.ok("history").out


def test_an_export_is_harmless_on_a_terminal_and_exact(filled: CommandLine) -> None:
    out = filled.ok("export").out
    assert not any(char in out for char in ("\x1b", "\x9b", "\u202e", "\x00"))
    quotes = [json.loads(line).get("quote") for line in out.splitlines()]
    assert f"We will train {HOSTILE}" in quotes


def test_it_is_read_from_a_pipe_as_well(filled: CommandLine, tmp_path: Path) -> None:
    out = filled.ok("export").out
    other = ("--store", str(tmp_path / "other.db"))
    filled.ok(*other, "import", "-", stdin=out)
    assert filled.ok(*other, "export").out == out


def test_the_schema_is_printed_without_a_store(run: CommandLine) -> None:
    assert run.ok("export", "--schema").json["$schema"].startswith("https://json-schema.org")
    assert not run.store.exists()


def test_an_export_never_writes_over_the_store(filled: CommandLine, tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(filled.store)
    before = filled.store.read_bytes()
    for path in (filled.store, link):
        outcome = filled("export", "-o", str(path))
        assert (outcome.code, outcome.out) == (2, "")
        assert "is a database, such as the store itself" in outcome.err
    assert filled.store.read_bytes() == before


def test_a_schema_is_not_said_to_be_written_to_a_file(run: CommandLine, tmp_path: Path) -> None:
    for option in ("--schema", "--datasette"):
        outcome = run("export", option, "-o", str(tmp_path / "schema.json"))
        assert (outcome.code, outcome.out) == (2, "")
        assert f"{option} prints" in outcome.err
    assert run("export", "--schema", "--datasette").code == 2
    assert not (tmp_path / "schema.json").exists()


def test_an_export_that_cannot_be_written_leaves_what_was_there(
    filled: CommandLine, tmp_path: Path
) -> None:
    outcome = filled("export", "-o", str(tmp_path / "no" / "folder.jsonl"))
    assert outcome.code == 2
    assert "cannot be written" in outcome.err
    assert filled.ok("export", "-o", "/dev/null").out == ""


def test_a_dry_run_makes_no_store(filled: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    filled.ok("export", "-o", str(path))
    fresh = tmp_path / "fresh.db"
    told = filled.ok("--store", str(fresh), "import", str(path), "--dry-run").err
    assert "would be done: everything of" in told
    assert "dry run: nothing changed" in told
    assert not fresh.exists()


def test_a_file_that_is_refused_makes_no_store(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_text('{"line": "header"}\n')
    outcome = run("import", str(path))
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert str(path) in outcome.err
    assert not run.store.exists()


@pytest.mark.parametrize(
    ("spoil", "code", "words"),
    [
        (lambda text: text.replace('"version": 2', '"version": 9'), 7, "upgrade commitrack"),
        (lambda text: text.replace('"actor": "ann"', '"actor": "eve"'), 8, "does not fit its seal"),
        (lambda text: text[: len(text) // 2], 2, "nothing was imported"),
        (lambda text: text.replace('"id": 1', '"id": "1"', 1), 2, "line 2"),
        (lambda text: "x" * 1_000_000, 2, "line 1 is not a line of an export"),
    ],
)
def test_a_bad_file_is_one_line_and_changes_nothing(
    filled: CommandLine, tmp_path: Path, spoil: object, code: int, words: str
) -> None:
    path = tmp_path / "bad.jsonl"
    assert callable(spoil)
    path.write_text(spoil(filled.ok("export").out), "utf-8")
    before = filled.ok("export").out
    outcome = filled("import", str(path), "--take", "theirs")
    assert outcome.code == code, outcome.err
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert filled.ok("export").out == before


def test_a_colleagues_store_is_taken_in_as_one_change(filled: CommandLine, copy: str) -> None:
    told = filled.ok("import", copy, "--why", "back from leave").err
    assert "2 fields taken · undo with: commitrack undo" in told
    record = filled.record("C-1")
    assert (record["lead"], record["topic"]) == ("bob", "safety")
    newest = filled.ok("history", "--limit", "1").out
    assert f"import {copy}: back from leave" in newest
    assert "ann (cli)" in newest
    assert "nothing new" in filled.ok("import", copy).err
    filled.ok("undo")
    assert filled.record("C-1")["lead"] is None


def test_an_import_in_parts_is_one_in_what_is_told(
    filled: CommandLine, copy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is cut short says so, and how to go on."""
    filled.ok("--store", copy, "set", "C-2", "lead=bob", "--as", "bob")
    really = parts.Parts.finish
    monkeypatch.setattr(parts, "MOST", 1)

    def cut(self: parts.Parts) -> None:
        really(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(parts.Parts, "finish", cut)
    assert filled("import", copy).code != 0
    monkeypatch.setattr(parts.Parts, "finish", really)
    number = int(filled.ok("history", "--limit", "1").out.split()[0])
    assert f"import {copy} [not finished]\n" in filled.ok("history", "--limit", "1").out
    looked = filled.ok("doctor").out
    assert f"transaction {number}, has not come to its end" in looked
    assert f"commitrack undo {number}" in " ".join(looked.split())
    done = filled.ok("import", copy, "--json")
    assert (done.json["parts"], done.json["completed"]) == (2, [number])
    assert "1 field taken in 2 parts · undo with: commitrack undo" in done.err
    assert f"the import of transaction {number}, which was cut short, is complete" in done.err
    told = filled.ok("history", "--limit", "2").out
    assert f"import {copy} [2 parts, to {number + 2}]\n" in told
    assert "not finished" not in told
    assert "has not come" not in filled.ok("doctor").out
    assert (filled.record("C-1")["lead"], filled.record("C-2")["lead"]) == ("bob", "bob")
    refused = filled("undo", str(number + 2))
    assert (refused.code, refused.err.count("\n")) == (4, 1)
    assert f"commitrack undo {number + 1}" in refused.err
    filled.ok("undo")
    filled.ok("undo")
    assert (filled.record("C-1")["lead"], filled.record("C-2")["lead"]) == (None, None)


def test_a_difference_names_who_said_what_when_and_waits(filled: CommandLine, copy: str) -> None:
    filled.ok("set", "C-1", "lead=cleo", "--as", "cleo")
    told = filled.ok("import", copy, "--dry-run").err
    assert "C-0001 lead: here cleo (cleo at 2026-03-02" in told
    assert "there bob (bob at 2026-03-02" in told
    assert filled.record("C-1")["topic"] is None
    told = filled.ok("import", copy).err
    assert "1 difference left as here" in told
    assert filled.record("C-1")["lead"] == "cleo"
    data = filled.ok("import", copy, "--take", "theirs", "--json").json
    assert data["differences"][0]["theirs"]["who"] == "bob"
    assert data["differences"][0]["taken"] == "theirs"
    assert filled.record("C-1")["lead"] == "bob"
    assert "nothing new" in filled.ok("import", copy).err


def test_an_export_of_a_colleague_does_the_same_as_the_store(
    filled: CommandLine, copy: str, tmp_path: Path
) -> None:
    path = tmp_path / "bob.jsonl"
    filled.ok("--store", copy, "export", "-o", str(path))
    filled.ok("import", str(path))
    assert filled.record("C-1")["lead"] == "bob"
    assert "nothing new" in filled.ok("import", copy).err


def test_a_store_imported_into_itself_changes_nothing(filled: CommandLine) -> None:
    before = filled.ok("export").out
    assert "nothing new" in filled.ok("import", str(filled.store)).err
    assert filled.ok("export").out == before


def test_what_was_purged_here_is_named_and_comes_back_on_purpose_only(
    filled: CommandLine, copy: str
) -> None:
    filled.ok("purge", "statement", "S-1", "--why", "order 12/26", "--yes")
    told = filled.ok("import", copy, "--take", "theirs").err
    assert "S-0001 there stays out: S-0001 was erased on 2026-03-02 by ann: order 12/26" in told
    assert "1 record that was erased here: to let in what is meant to come back" in told
    assert filled("show", "C-1").code == 3
    refused = filled("import", copy, "--even-erased")
    assert (refused.code, "--even-erased goes with --why" in refused.err) == (2, True)
    data = filled.ok("import", copy, "--even-erased", "--why", "order lifted", "--json").json
    assert data["kept_out"] == []
    assert "that had been erased: order lifted" in filled.ok("history", "--limit", "1").out
    assert filled.ok("statement", "list").out
    again = filled.ok("import", copy).err
    assert "stays out" not in again


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("piped", [True, False])
def test_an_export_in_another_unicode_is_told_what_it_is_and_what_makes_utf8_of_it(
    filled: CommandLine, tmp_path: Path, codec: str, piped: bool
) -> None:
    """As Windows writes what is sent to a file with ``>``."""
    path = tmp_path / "record.jsonl"
    path.write_bytes(filled.ok("export").out.encode(codec))
    other = ("--store", str(tmp_path / "other.db"), "import")
    done = filled(*other, "-", stdin=path.read_bytes()) if piped else filled(*other, str(path))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    name = (
        codec.upper() if codec in ("utf-16", "utf-32") else codec.upper()[:-3] + codec.upper()[-2:]
    )
    assert f": is {name}, and an export is UTF-8: iconv -f {name} -t UTF-8 FILE | " in done.err
    assert done.err.endswith("; nothing was imported\n")


def test_a_mark_in_front_of_an_export_does_no_harm(filled: CommandLine, tmp_path: Path) -> None:
    out = filled.ok("export").out
    other = ("--store", str(tmp_path / "other.db"))
    filled.ok(*other, "import", "-", stdin=out.encode("utf-8-sig"))
    assert filled.ok(*other, "export").out == out


def test_an_export_that_was_renamed_while_compressed_is_told_to_be_unpacked(
    filled: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "record.jsonl"
    path.write_bytes(gzip.compress(filled.ok("export").out.encode()))
    done = filled("import", str(path))
    assert done.code == 2
    assert "is compressed: gunzip -c FILE | commitrack import -; nothing was imported" in done.err
