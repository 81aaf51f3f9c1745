"""Views on the command line: saved, used in lists and reports, handed on and taken in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """Three candidates, of which the second is accepted; the third is hostile."""
    fill(run.store, "We will publish a plan", "We will train all staff", HOSTILE)
    run.ok("accept", "C-2", "--due", "2026-03-01")
    return run


def names(run: CommandLine) -> list[str]:
    return [one["name"] for one in run.ok("view", "list", "--json").json["views"] if one["saved"]]


def test_the_built_in_views_are_there_before_any_store(run: CommandLine) -> None:
    views = run.ok("view", "list", "--json").json["views"]
    assert {one["name"] for one in views} >= {
        *("inbox", "overdue", "chase", "soon", "mine", "review", "stale", "undated", "open"),
        "closed",
    }
    assert all(one["description"] and not one["saved"] for one in views)


def test_what_is_due_soon_is_described_by_the_days_that_are_settled(run: CommandLine) -> None:
    for settled, words in (("10", "due within 10 days"), ("1", "due within 1 day")):
        run.ok("config", "set", "due_soon", settled)
        views = run.ok("view", "list", "--json").json["views"]
        assert {one["name"]: one["description"] for one in views}["soon"] == words


def test_a_saved_view_is_used_in_a_list_and_composed_with_more(filled: CommandLine) -> None:
    done = filled.ok("view", "save", "weekly", "is:open", "sort:-id", "--description", "for Monday")
    assert done.err == "done: save view @weekly · undo with: commitrack undo\n"
    assert filled.listed("@weekly") == filled.listed("is:open", "sort:-id")
    composed = filled.listed("@weekly", "-owner:trusts", "sort:due", "limit:1")
    assert composed == filled.listed("is:open", "-owner:trusts", "sort:due", "limit:1")
    row = next(line for line in filled.ok("view", "list").out.splitlines() if "@weekly" in line)
    assert "yours" in row
    assert "for Monday" in row


def test_a_view_narrows_a_report(filled: CommandLine) -> None:
    filled.ok("view", "save", "late", "is:overdue limit:1")
    for typed in ("@overdue", "@late"):
        whole = filled.ok("report", "overdue", "is:overdue", "--json").json
        assert filled.ok("report", "overdue", typed, "--json").json["sections"] == whole["sections"]
    assert filled("report", "overdue", "@lat").code == 2


def test_a_view_named_wrongly_is_told_with_the_nearest(filled: CommandLine) -> None:
    filled.ok("view", "save", "weekly", "is:open")
    outcome = filled("list", "is:open", "@wekly")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        'commitrack: unknown view "wekly": did you mean "weekly"?',
        "  is:open @wekly",
        "          ^^^^^^",
        "  for example @weekly",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("save", "weekly", "is:closed"), 4, "@weekly is there already"),
        (("save", "other", "is:open", "--key", "4"), 4, "the key 4 is that of @weekly"),
        (("save", "other", "--key", "0"), 2, "one of 1 to 9"),
        (("save", "overdue", "is:open"), 2, "@overdue is built in"),
        (("save", "2nd", "is:open"), 2, "cannot be called"),
        (("save", "other", "is:opne"), 2, "did you mean"),
        (("save", "round", "@round"), 2, "refers to itself"),
        (("rename", "weekly", "user"), 4, "@user is there already"),
        (("rename", "wekly", "x"), 3, "did you mean @weekly"),
        (("delete", "weekly"), 4, "@weekly is named by @user"),
        (("delete", "overdue"), 4, "@overdue is built in"),
        (("export", "wekly"), 3, "saved here: @user, @weekly"),
        (("import", "nowhere.toml"), 3, "there is no file nowhere.toml"),
        (("import", "a", "--keep", "--replace"), 2, "say different things"),
    ],
)
def test_what_goes_wrong_changes_nothing(
    filled: CommandLine, arguments: tuple[str, ...], code: int, said: str
) -> None:
    filled.ok("view", "save", "weekly", "is:open", "--key", "4")
    filled.ok("view", "save", "user", "-@weekly")
    before = filled.ok("view", "list", "--json").out
    outcome = filled("view", *arguments)
    assert (outcome.code, said in outcome.err) == (code, True), outcome.err
    assert filled.ok("view", "list", "--json").out == before


def test_a_key_and_a_description_are_changed_without_the_query(filled: CommandLine) -> None:
    filled.ok("view", "save", "weekly", "-is:closed", "--key", "3")
    told = filled.ok("view", "save", "weekly", "--replace", "--key", "5", "--description", "x")
    assert "the key 5 was that of @chase, which has none now" in told.err
    views = {one["name"]: one for one in filled.ok("view", "list", "--json").json["views"]}
    assert views["weekly"]["query"] == "-is:closed"
    assert (views["weekly"]["hotkey"], views["weekly"]["description"]) == ("5", "x")
    assert (views["overdue"]["hotkey"], views["chase"]["hotkey"]) == ("3", None)


def test_views_are_renamed_and_deleted_and_that_is_taken_back(filled: CommandLine) -> None:
    filled.ok("view", "save", "weekly", "is:open")
    filled.ok("view", "rename", "@weekly", "monday")
    assert names(filled) == ["monday"]
    filled.ok("view", "delete", "monday")
    assert names(filled) == []
    filled.ok("undo")
    filled.ok("undo")
    assert names(filled) == ["weekly"]


def test_views_go_out_as_a_file_and_come_in_elsewhere(filled: CommandLine, tmp_path: Path) -> None:
    filled.ok("view", "save", "weekly", "is:open", "--key", "4", "--description", "for Monday")
    filled.ok("view", "save", "late", "@overdue lead:ann")
    file = tmp_path / "views.toml"
    filled.ok("view", "export", "-o", str(file))
    assert filled.ok("view", "export").out == file.read_text(encoding="utf-8")
    filled.ok("view", "delete", "weekly", "late")
    before = filled.ok("view", "import", str(file), "--dry-run")
    assert "@weekly would come in: is:open" in before.err
    assert names(filled) == []
    filled.ok("view", "import", "-", stdin=file.read_bytes())
    assert names(filled) == ["late", "weekly"]
    assert "here already" in filled.ok("view", "import", str(file)).err


def test_what_clashes_is_listed_and_nothing_comes_in_until_it_is_decided(
    filled: CommandLine, tmp_path: Path
) -> None:
    filled.ok("view", "save", "weekly", "is:open")
    filled.ok("view", "save", "mine2", "is:mine", "--key", "4")
    file = tmp_path / "views.toml"
    file.write_text(
        '[views.weekly]\nquery = "is:closed"\n[views.new]\nquery = "no:due"\nhotkey = "4"\n',
        encoding="utf-8",
    )
    outcome = filled("view", "import", str(file))
    assert outcome.code == 4
    assert "@weekly here: is:open" in outcome.err
    assert "there: is:closed" in outcome.err
    assert names(filled) == ["mine2", "weekly"]
    kept = filled.ok("view", "import", str(file), "--keep")
    assert "@new comes without its key 4, which is @mine2's" in kept.err
    assert filled.listed("@weekly") == filled.listed("is:open")
    filled.ok("view", "import", str(file), "--replace")
    assert filled.listed("@weekly") == filled.listed("is:closed")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"[views.a]\nquery = 3\n", b"x" * 1_000_001])
def test_a_file_that_holds_no_views_is_refused(
    filled: CommandLine, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "views.toml"
    file.write_bytes(content)
    outcome = filled("view", "import", str(file))
    assert outcome.code == 2
    assert outcome.err.startswith(f"commitrack: {file}: ")
    assert outcome.err.count("\n") == 1


def test_views_are_never_written_over_a_database(filled: CommandLine) -> None:
    filled.ok("view", "save", "weekly", "is:open")
    before = filled.store.read_bytes()
    outcome = filled("view", "export", "-o", str(filled.store))
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{filled.store} is a database" in outcome.err
    assert filled.store.read_bytes() == before


def test_views_in_utf16_are_told_what_makes_utf8_of_them(
    filled: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "views.toml"
    file.write_text('[views.weekly]\nquery = "is:open"\n', encoding="utf-16")
    told = filled("view", "import", str(file)).err
    assert "is UTF-16 and not UTF-8: save it as UTF-8, as in iconv -f UTF-16 -t UTF-8" in told
