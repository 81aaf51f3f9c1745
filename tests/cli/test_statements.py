"""``add``, ``extract`` and ``statement``: what goes in, and what cannot."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.filling import HOSTILE
from tests.cli.harness import CommandLine
from tests.cli.test_lists import CONTROLS, STYLES

PROMISE = "The Trust will publish a plan by the end of March 2027."


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A statement in a file."""
    path = tmp_path / "letter.txt"
    path.write_text(f"{PROMISE}\n", "utf-8")
    return path


def _bad(folder: Path) -> dict[str, tuple[str, int, str]]:
    """Sources that are none: (what is given, exit code, what the line names)."""
    files = {
        "binary.txt": bytes(range(256)) * 20,
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "report.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "large.txt": b"word " * 13_000_000,
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "folder").mkdir()
    found = {name: (str(folder / name), 2, name) for name in (*files, "folder")}
    found["missing.txt"] = (str(folder / "missing.txt"), 3, "missing.txt")
    found["address"] = ("ftp://example.org/a", 2, "example.org")
    return found


@pytest.mark.parametrize("command", ["add", "extract"])
def test_what_is_no_statement_is_named_and_nothing_is_stored(
    run: CommandLine, tmp_path: Path, command: str
) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    for source, code, named in _bad(folder).values():
        outcome = run(command, source)
        assert outcome.code == code, (source, outcome.err)
        assert outcome.out == ""
        assert outcome.err.count("\n") == 1
        assert named in outcome.err
    assert not run.store.exists()


def test_one_bad_source_does_not_keep_the_others_back(
    run: CommandLine, letter: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Our plan\n\nWe will appoint a director.\n")
    empty = tmp_path / "empty"
    empty.mkdir()
    outcome = run("add", str(letter), str(tmp_path / "no.txt"), str(empty), str(other))
    assert outcome.code == 3
    assert "refused 2 of 4:" in outcome.err
    assert "added 2: S-0001–S-0002" in outcome.err
    titles = [one["title"] for one in run.ok("statement", "list", "--json").json["statements"]]
    assert len(titles) == 2
    assert titles[1] == "Our plan"
    assert len(run.ok("history", "--json").json["transactions"]) == 2


def test_options_say_what_the_text_does_not(run: CommandLine, letter: Path) -> None:
    run.ok(
        *("add", str(letter), "--date", "1 february 2026", "--publisher", "The Trust"),
        *("--speaker", "Ada Byron", "--title", "A letter"),
    )
    statement = run.ok("statement", "show", "S-1", "--json").json
    assert (statement["said_on"], statement["publisher"]) == ("2026-02-01", "The Trust")
    assert (statement["speaker"], statement["title"]) == ("Ada Byron", "A letter")
    assert run.listed("due:2027-03-31") == ["C-0001"]


def test_standard_input_is_a_source(run: CommandLine) -> None:
    run.ok(
        "add",
        "-",
        stdin=b"\xef\xbb\xbfWe will publish \x93a plan\x94.\r\n".replace(b"\x93", b"").replace(
            b"\x94", b""
        ),
    )
    statement = run.ok("statement", "show", "S-1", "--json").json
    assert statement["text"] == "We will publish a plan.\r\n"
    assert statement["source"] == "-"


def test_a_title_goes_with_one_source(run: CommandLine, letter: Path) -> None:
    assert run("add", str(letter), str(letter), "--title", "x").code == 2
    assert run("add", "-", "-").code == 2
    assert not run.store.exists()


def test_a_bad_date_stores_nothing(run: CommandLine, letter: Path) -> None:
    outcome = run("add", str(letter), "--date", "2026-02-30")
    assert outcome.code == 2
    assert "--date" in outcome.err
    assert not run.store.exists()


def test_a_read_only_store_is_code_6(
    run: CommandLine, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.ok("add", str(letter))
    content = run.store.read_bytes()
    # The superuser may write anything, so the question itself is answered here.
    monkeypatch.setattr("os.access", lambda _path, mode: mode != 2)
    assert run.ok("list").out
    for arguments in (("accept", "C-1"), ("undo",), ("party", "set", "X", "kind=group", "--new")):
        outcome = run(*arguments)
        assert outcome.code == 6
        assert "read-only" in outcome.err
        assert outcome.err.count("\n") == 1
    assert run.store.read_bytes() == content


def test_extraction_prints_one_object_for_each_statement(run: CommandLine, letter: Path) -> None:
    outcome = run.ok("extract", str(letter), "-", "--json", stdin="We will act by May 2026.")
    first, second = map(json.loads, outcome.out.splitlines())
    assert first["source"] == str(letter)
    assert first["sha256"] == hashlib.sha256(letter.read_bytes()).hexdigest()
    item = first["items"][0]
    assert f"{PROMISE}\n"[item["start"] : item["end"]] == item["quote"]
    assert second["source"] == "-"
    assert "explain" not in first
    assert not run.store.exists()


def test_extraction_can_explain_every_sentence(run: CommandLine, letter: Path) -> None:
    told = run.ok("extract", str(letter), "--explain", "--json", "--date", "2026-01-05").json
    assert told["date"] == "2026-01-05"
    assert [one["number"] for one in told["explain"]] == [1]
    assert "verdict" in run.ok("extract", str(letter), "--explain").out


def test_hostile_text_is_shown_harmlessly_everywhere(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(f"We will publish {HOSTILE} by March 2027. We will act {HOSTILE}.\n")
    run.ok("add", str(path), "--publisher", HOSTILE.replace("\0", ""), "--title", HOSTILE)
    run.ok("accept", "C-1", "--owner", HOSTILE.replace("\0", ""), "--lead", "[/x]\x1b[31m")
    stored = run.ok("statement", "show", "S-1", "--json").json["text"]
    assert stored == path.read_text("utf-8")
    for arguments in (
        *(("list",), ("show", "C-1"), ("history",), ("statement", "list"), ("party", "list")),
        *(("statement", "show", "S-1"), ("extract", str(path), "--explain"), ("review", "C-1")),
        *(("list", "--format", "csv"), ("list", "--json"), ("show", "C-1", "--json")),
        *(("history", "--json"), ("add", str(path)), ("set", "C-1", f"topic={HOSTILE}")),
    ):
        for terminal in (False, True):
            outcome = run(*arguments, terminal=terminal)
            assert outcome.code == 0, (arguments, outcome.err)
            text = outcome.out + outcome.err
            assert not CONTROLS.search(STYLES.sub("", text) if terminal else text), arguments


def test_who_said_it_and_where_is_kept_when_it_is_said(run: CommandLine, letter: Path) -> None:
    run.ok(
        *("add", str(letter), "--speaker", "Ada Quill", "--role", "Chair"),
        *("--occasion", "Annual meeting"),
    )
    page = run.ok("statement", "show", "S-1").out
    assert "Ada Quill, Chair" in page
    assert "Annual meeting" in page
    stored = run.ok("statement", "show", "S-1", "--json").json
    assert (stored["role"], stored["occasion"]) == ("Chair", "Annual meeting")
