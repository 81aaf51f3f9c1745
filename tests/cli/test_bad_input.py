"""Every wrong turn: one line that names it, the right exit code, nothing changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from commitrack.cli.exits import exit_code
from commitrack.model.errors import (
    BadInput,
    Conflict,
    NotAStore,
    NotFound,
    Refused,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreMisplaced,
    StoreMoved,
    StoreReadOnly,
    StoreTooNew,
)
from tests.cli.filling import fill
from tests.cli.harness import CommandLine


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """One candidate and one open commitment."""
    fill(run.store, "We will publish a plan", "We will train all staff")
    run.ok("accept", "C-1")
    return run


WRONG: tuple[tuple[tuple[str, ...], int, str], ...] = (
    (("show", "C-99"), 3, "C-0099"),
    (("show", "X-1"), 2, "'X-1'"),
    (("show", "S-1"), 2, "'S-1'"),
    (("show",), 2, "ID"),
    (("history", "C-99"), 3, "C-0099"),
    (("statement", "show", "S-99"), 3, "S-0099"),
    (("undo", "999"), 3, "999"),
    (("undo", "9" * 30), 2, "9" * 30),
    (("history", "--limit", "9" * 30), 2, "--limit"),
    (("list", "--limit", "9" * 30), 2, "--limit"),
    (("show", "C-" + "9" * 5000), 2, "999…"),
    (("undo", "first"), 2, "first"),
    (("backup", "~nobody-at-all/b.db"), 2, "no home is known here for ~nobody-at-all"),
    (("restore", "~nobody-at-all/b.db"), 2, "~nobody-at-all/b.db"),
    (("export", "-o", "~nobody-at-all/x"), 2, "~nobody-at-all/x"),
    (("import", "~nobody-at-all/x"), 2, "~nobody-at-all/x"),
    (("publish", "~nobody-at-all/site"), 2, "~nobody-at-all/site"),
    (("report", "overdue", "-o", "~nobody-at-all/x"), 2, "~nobody-at-all/x"),
    (("view", "import", "~nobody-at-all/x"), 2, "~nobody-at-all/x"),
    (("config", "set", "store", "~nobody-at-all/x"), 2, "~nobody-at-all/x"),
    (("redo",), 4, "nothing to redo"),
    (("accept", "C-1"), 4, "C-0001"),
    (("set", "C-1", "due=2026-13-40"), 2, "2026-13-40"),
    (("set", "C-1", "due=2026-02-30"), 2, "2026-02-30"),
    (("set", "C-1", "due=May 32"), 2, "May 32"),
    (("set", "C-1", "due="), 0, ""),
    (("set", "C-1", "follow_up="), 4, "follow-up"),
    (("set", "C-1", "lede=ann"), 2, "did you mean 'lead'?"),
    (("set", "C-1", "status=open"), 2, "it moves with commitrack status ID NEW"),
    (("set", "C-1", "quote=x"), 2, "stay as they were said"),
    (("set", "C-1", "lead=bob", "--assumed"), 2, "give due=DATE"),
    (("status", "C-1", "open", "--by", "C-2"), 2, "goes with superseded, not with open"),
    (("set", "C-1"), 2, "nothing to set"),
    (("set", "lead=ann"), 2, "no ID"),
    (("set", "C-1", "lead=a", "lead=b"), 2, "twice"),
    (("status", "C-1", "opne"), 2, "did you mean 'open'?"),
    (("status", "C-1", "done"), 2, "'done'"),
    (("status", "C-1", "delivered"), 4, "cannot become delivered"),
    (("status", "C-1", "claimed"), 4, "success test"),
    (("check", "C-1", "--where", "x"), 2, "--nothing-found"),
    (("check", "C-1", "--found", "--where", "x", "--next", "2025-01-01"), 2, "2025-01-01"),
    (("check", "C-1", "--found", "--no-reply", "--where", "x"), 2, "one of the three"),
    (("check", "C-2", "--found", "--where", "x"), 4, "C-0002"),
    (("review", "C-1", "--approve"), 4, "nothing to review"),
    (("review", "C-1", "--approve", "--partly", "x"), 2, "one decision"),
    (("review", "C-1", "--send-back", " "), 2, "--send-back"),
    (("review", "C-1", "--partly", ""), 2, "--partly"),
    (("reopen", "C-1", "--why", "x"), 4, "not closed"),
    (("reject", "C-2"), 2, "--why"),
    (("reject", "C-2", "--why", "boring"), 2, "boring"),
    (("link", "C-1", "weakens", "C-1"), 2, "itself"),
    (("link", "C-1", "weakens", "C-99"), 3, "C-0099"),
    (("link", "C-1", "likes", "C-2"), 2, "likes"),
    (("link", "C-1", "weaken", "C-2"), 2, "did you mean 'weakens'?"),
    (("link", "C-1"), 2, "--decline"),
    (("link", "C-1", "weakens"), 2, "ID TYPE ID"),
    (("link", "C-1", "weakens", "C-2", "--why", "x"), 2, "--note"),
    (("link", "C-1", "weakens", "C-2", "--decline", "C-2"), 2, "links nothing"),
    (("link", "C-1", "--decline", "C-2", "--why", "x"), 3, "none is"),
    (("link", "C-1", "--decline", "C-99", "--why", "x"), 3, "C-0099"),
    (("statement", "versions", "S-99"), 3, "S-0099"),
    (("statement", "compare", "S-1"), 2, "no version before it"),
    (("statement", "compare", "S-1", "S-99"), 3, "S-0099"),
    (("statement", "compare", "C-1"), 2, "S-0003"),
    (("report", "drift", "sort:due"), 2, "sort:"),
    (("evidence", "retract", "C-1", "7", "--why", "x"), 3, "7"),
    (("party", "set", "Nobody", "kind=group"), 3, "Nobody"),
    (("party", "set", "Nobody", "kind=group"), 3, "--new puts one on record"),
    (("party", "set", "NHS Employers", "kind=club"), 2, "club"),
    (("party", "set", "NHS Employers", "kind=person", "kind=group"), 2, "twice"),
    (("party", "set", "", "kind=person", "--new"), 2, "NAME"),
    (("party", "set", "\u202e\x1b", "kind=person", "--new"), 2, "NAME"),
    (("party", "set", "x" * 201, "kind=person", "--new"), 2, "201"),
    (("party", "set", "NHS Employers", "aliases=-; -"), 2, "aliases"),
    (("set", "C-1", f"owner={'x' * 201}"), 2, "201"),
    (("set", "C-1", f"tags={'x' * 81}"), 2, "81"),
    (("set", "C-1", "lead=\udcff"), 2, "no text"),
    (("accept", "C-2", "--lead", "x" * 81), 2, "lead"),
    (("party", "set", "NHS Employers", "size=9"), 2, "size"),
    (("party", "set", "NHS Confederation", "parent=NHS Employers"), 2, "parent"),
    (("party", "merge", "NHS Employer", "NHS Confederation"), 3, "did you mean 'NHS Employers'"),
    (("party", "merge", "NHS Employers", "Nobody"), 3, "Nobody"),
    (("party", "merge", "NHS Employers", "nhs employers"), 2, "one party already"),
    (("party", "merge", "NHS Employers"), 2, "INTO"),
    (("party", "merge", "", "NHS Employers"), 2, "FROM"),
    (("party", "merge", "NHS Employers", "\udcff"), 2, "INTO"),
    (("list", "due:2026-13"), 2, "2026-13"),
    (("list", "is:open", "("), 2, "("),
    (("list", "--limit", "-1"), 2, "--limit"),
    (("list", "--format", "pdf"), 2, "pdf"),
    (("list", "--json", "--format", "csv"), 2, "--format"),
    (("list", "--today", "soon"), 2, "soon"),
    (("list", "--as", "\x1b[31m"), 2, "--as"),
    (("lst",), 2, "did you mean 'list'?"),
    (("evidence",), 2, "It takes one of add, list, retract"),
    (("purge",), 2, "finish, party, statement"),
    (("facets", "--by", "colour"), 2, "usual ones are is, status"),
    (("evidence", "ad"), 2, "did you mean 'add'?"),
    (("completion", "tcsh"), 2, "tcsh"),
    (("config", "set", "colour", "red"), 2, "colour"),
    (("demo",), 2, "terminal"),
    (("demo", "--keep", ""), 2, "--keep"),
)


@pytest.mark.parametrize(("arguments", "code", "named"), WRONG)
def test_a_wrong_turn_is_one_line(
    filled: CommandLine, arguments: tuple[str, ...], code: int, named: str
) -> None:
    before = filled.ok("history", "--json").out
    outcome = filled(*arguments)
    assert outcome.code == code, outcome.err
    if code == 0:
        return
    assert outcome.out == ""
    assert outcome.err.startswith("commitrack: ")
    assert named in outcome.err
    caret = "^" in outcome.err
    assert outcome.err.count("\n") == (4 if caret else 1)
    assert "\x1b" not in outcome.err
    assert filled.ok("history", "--json").out == before


def test_reading_without_a_store_says_how_to_begin(run: CommandLine) -> None:
    for arguments in (("list",), ("show", "C-1"), ("history",), ("undo",), ("party", "list")):
        outcome = run(*arguments)
        assert outcome.code == 3
        assert outcome.err.count("\n") == 1
        assert str(run.store) in outcome.err
        assert "commitrack add FILE" in outcome.err
        assert "commitrack demo" in outcome.err
    assert not run.store.parent.exists()


@pytest.mark.fault
def test_a_file_that_is_no_store_is_code_8(run: CommandLine, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a database at all, but long enough to look at\n" * 40)
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    for place in (text, other):
        content = place.read_bytes()
        outcome = run("--store", str(place), "list")
        assert outcome.code == 8
        assert outcome.err.count("\n") == 1
        assert str(place) in outcome.err
        assert place.read_bytes() == content


@pytest.mark.fault
def test_a_store_of_a_newer_schema_is_code_7(filled: CommandLine) -> None:
    connection = sqlite3.connect(filled.store)
    connection.execute("PRAGMA user_version = 99000")
    connection.commit()
    connection.close()
    outcome = filled("list")
    assert outcome.code == 7
    assert "upgrade commitrack" in outcome.err


@pytest.mark.fault
def test_a_store_that_another_process_writes_is_code_5(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.engine.PATIENCE", 0.01)
    monkeypatch.setattr("commitrack.store.locking.PATIENCE", 0.01, raising=False)
    connection = sqlite3.connect(filled.store, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        outcome = filled("set", "C-1", "lead=ann")
        assert filled("list").code == 0
    finally:
        connection.close()
    assert outcome.code == 5
    assert "locked" in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadInput("x"), 2),
        (NotFound("x"), 3),
        (Refused("x"), 4),
        (Conflict("x"), 4),
        (StoreLocked("x"), 5),
        (StoreFull("x"), 6),
        (StoreReadOnly("x"), 6),
        (StoreMisplaced("x"), 6),
        (StoreMoved("x"), 6),
        (StoreTooNew("x"), 7),
        (NotAStore("x"), 8),
        (StoreError("x"), 1),
        (ValueError("x"), 1),
    ],
)
def test_every_error_has_its_code(error: Exception, code: int) -> None:
    assert exit_code(error) == code


def test_a_store_that_is_a_folder_is_usage(run: CommandLine, tmp_path: Path) -> None:
    outcome = run("--store", str(tmp_path), "list")
    assert outcome.code == 2
    assert "is a folder" in outcome.err


def test_an_unexpected_failure_is_one_line_and_a_way_to_see_more(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("\x1b[31mboom")

    monkeypatch.setattr("commitrack.cli.listed._query", broken)
    outcome = filled("list")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    assert "RuntimeError: boom" in outcome.err
    assert "Traceback" not in outcome.err
    monkeypatch.setenv("COMMITRACK_DEBUG", "1")
    assert "Traceback" in filled("list").err


@pytest.mark.fault
def test_an_empty_file_is_no_store_until_somebody_writes(run: CommandLine, tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.touch(mode=0o644)
    for arguments in (("list",), ("show", "C-1"), ("undo",), ("history",)):
        outcome = run("--store", str(place), *arguments)
        assert outcome.code == 8
        assert f"{place} is empty" in outcome.err
        assert outcome.err.count("\n") == 1
        assert place.read_bytes() == b""
        assert sorted(place.parent.glob("notes.txt*")) == [place]
    run.ok("--store", str(place), "add", "-", stdin="We will publish a plan by May 2027.")
    assert place.stat().st_mode & 0o777 == 0o600


def test_a_question_ends_what_is_said(run: CommandLine, tmp_path: Path) -> None:
    """Else "did you mean 'x'?" with more behind it reads as if that were meant, too."""
    fill(run.store, "We will publish the plan")
    sheet = tmp_path / "plan.csv"
    sheet.write_text("ID,Tilte\nC-1,x\n", "utf-8")
    for arguments in (
        ("import", str(sheet)),
        ("status", "C-1", "delivred"),
        ("link", "C-1", "repeat", "C-1"),
        ("config", "set", "dates", "ymd"),
        ("party", "set", "NHS Employer", "kind=person"),
        ("help", "qurey"),
    ):
        told = run(*arguments).err.rstrip("\n")
        assert "did you mean " in told
        rest = told.rpartition("?")[2]
        assert not rest or (rest.startswith(" (") and rest.endswith(")")), told


def test_help_knows_its_topics_when_it_asks_what_was_meant(run: CommandLine) -> None:
    assert "did you mean 'query'?" in run("help", "qurey").err


def test_an_error_of_another_store_names_it_in_the_commands_that_help(
    run: CommandLine, tmp_path: Path
) -> None:
    other = tmp_path / "my other.db"
    fill(other, "We will publish the plan")
    named = f"commitrack --store '{other}' "
    for arguments, hint in (
        (("undo", "99"), "history"),
        (("view", "delete", "none"), "view list"),
        (("restore", "none.db"), "backup --list"),
    ):
        assert f"{named}{hint}" in run("--store", str(other), *arguments).err
    missing = tmp_path / "none.db"
    assert f"`commitrack --store {missing} add FILE`" in run("--store", str(missing), "list").err
    fill(run.store, "We will publish the plan")
    assert "(commitrack history)" in run("--store", str(run.store), "undo", "99").err
    assert "(commitrack history)" in run("undo", "99").err


def test_of_many_words_that_are_no_ids_a_few_are_named(run: CommandLine) -> None:
    fill(run.store, "We will publish the plan")
    done = run("accept", "-", stdin=" ".join(f"word{n}" for n in range(5_000)))
    assert done.code == 2
    assert done.err.startswith("commitrack: 5000 are no IDs here: 'word0', 'word1', ")
    assert done.err.endswith("'word9' and 4990 more\n")


@pytest.mark.parametrize("command", [("list",), ("list", ""), ("facets",), ("report", "weekly")])
def test_what_is_asked_and_is_no_text_is_no_damage_of_the_store(
    run: CommandLine, command: tuple[str, ...]
) -> None:
    fill(run.store, "We will publish the plan")
    done = run(*command, "\udcff")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "bytes that are no text" in done.err
