"""``add`` with many sources: folders, patterns, addresses, and what is said of them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import CommandLine, Outcome
from tests.cli.test_lists import CONTROLS
from tests.sources.serving import redirect, response, serving

LETTER = "The Trust will publish plan {} by the end of March 2027.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five letters, one of them bad, one twice, and something else."""
    found = tmp_path / "in"
    (found / "older").mkdir(parents=True)
    for name in ("a.txt", "b.md", "older/c.txt"):
        (found / name).write_text(LETTER.format(name), "utf-8")
    (found / "copy.txt").write_text(LETTER.format("a.txt"), "utf-8")
    (found / "empty.txt").touch()
    (found / ".hidden").touch()
    (found / "photo.png").touch()
    return found


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


def objects(outcome: Outcome) -> list[Any]:
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_a_folder_goes_in_with_a_line_each_and_a_summary(run: CommandLine, folder: Path) -> None:
    outcome = run("add", "--recursive", str(folder))
    assert outcome.code == 2
    assert [line[:6] for line in outcome.out.splitlines()] == [
        "S-0001",
        "S-0002",
        "S-0001",
        "S-0003",
    ]
    assert outcome.err.splitlines() == [
        "added 3: S-0001–S-0003; proposed 3 commitments",
        "same text found elsewhere 1:",
        f"  {folder}/copy.txt: the same text as S-0001",
        "refused 1 of 5:",
        f"  {folder}/empty.txt is empty: there is no statement in it",
        "left out 2: 1 hidden, 1 of a format that is not read",
        "  next: commitrack list status:candidate, then accept or reject",
    ]


def test_the_same_folder_again_changes_nothing(run: CommandLine, folder: Path) -> None:
    run("add", str(folder))
    before = run.ok("history", "--json").out
    outcome = run("add", str(folder))
    assert "already stored 3" in outcome.err
    assert "added" not in outcome.err
    assert run.ok("history", "--json").out == before


def test_without_recursive_the_folders_in_a_folder_are_counted(
    run: CommandLine, folder: Path
) -> None:
    assert "1 folder (--recursive takes it in)" in run("add", str(folder)).err


def test_a_quoted_pattern_is_filled_in(run: CommandLine, folder: Path) -> None:
    outcome = run.ok("add", f"{folder}/**/[bc].*")
    assert "added 2: S-0001–S-0002" in outcome.err


def test_json_is_an_object_for_each_source_and_a_summary(run: CommandLine, folder: Path) -> None:
    outcome = run("add", "-r", str(folder), f"{folder}/no.txt", "--json")
    assert outcome.code == 2, "that of the first failure"
    *each, last = objects(outcome)
    assert [(Path(one["source"]).name, one["result"], one["statement"]) for one in each] == [
        ("a.txt", "added", "S-0001"),
        ("b.md", "added", "S-0002"),
        ("copy.txt", "same_text_elsewhere", "S-0001"),
        ("empty.txt", "refused", None),
        ("c.txt", "added", "S-0003"),
        ("no.txt", "refused", None),
    ]
    assert each[0]["proposed"] == {"commitment": 1}
    assert each[0]["bytes_sha256"] == each[2]["bytes_sha256"]
    assert each[5]["error"]["code"] == 3
    assert last["summary"] == {
        "sources": 6,
        "added": 3,
        "new_version": 0,
        "already_stored": 0,
        "same_text_elsewhere": 1,
        "refused": 2,
        "not_reached": 0,
        "proposed": {"commitment": 3},
        "left_out": {"hidden": 1, "junk": 0, "format": 1, "folder": 0, "link": 0, "special": 0},
        "interrupted": False,
        "dry_run": False,
    }


def test_one_source_as_json_ends_in_a_summary_too(run: CommandLine, folder: Path) -> None:
    first, last = objects(run.ok("add", f"{folder}/a.txt", "--json"))
    assert (first["result"], last["summary"]["added"]) == ("added", 1)


def test_a_dry_run_stores_nothing_and_says_what_it_would(run: CommandLine, folder: Path) -> None:
    outcome = run("add", "--dry-run", str(folder))
    assert outcome.code == 2
    assert [line[:9] for line in outcome.out.splitlines()] == ["would add"] * 2
    assert "would add 2; proposed 2 commitments" in outcome.err
    assert f"copy.txt: the same text as {folder}/a.txt" in outcome.err
    assert "nothing was stored" in outcome.err
    assert not run.store.exists()
    run("add", str(folder))
    assert "already stored 3" in run("add", "--dry-run", str(folder)).err


def test_a_folder_without_a_statement_is_refused(run: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = run("add", str(tmp_path / "empty"))
    assert outcome.code == 2
    assert outcome.err == f"commitrack: {tmp_path}/empty holds no file that is read\n"


def test_a_title_goes_with_one_source_also_in_a_folder(run: CommandLine, folder: Path) -> None:
    assert run("add", str(folder), "--title", "x").code == 2
    assert not run.store.exists()


def test_a_bar_is_drawn_on_a_terminal_and_nowhere_else(run: CommandLine, folder: Path) -> None:
    piped = run("add", "--dry-run", str(folder))
    assert "\x1b" not in piped.out + piped.err
    drawn = run("add", "--dry-run", str(folder), terminal=True)
    assert "/4" in drawn.err
    assert "would add 2" in drawn.err
    assert "\x1b" not in drawn.out
    assert len(drawn.out.splitlines()) == 2


def test_an_address_is_added_with_how_it_was_fetched(run: CommandLine) -> None:
    with serving() as site:
        last = site("/b.txt", response(LETTER.format(1).encode(), "200 OK", "X-A: b"))
        first = site("/a", redirect("/b.txt"))
        outcome = run.ok("add", first)
        assert f"{first} sends on to {last}\n" in outcome.err
        again = run.ok("add", first)
        assert "already stored as S-0001; nothing changed" in again.err
        assert "already stored" in run.ok("add", last).err, "the same place, asked directly"
    page = run.ok("statement", "show", "S-1").out
    assert f"source     {first}" in page
    assert f"UTC from {last}; status 200; sent on by {first}; bytes " in page
    (place,) = run.ok("statement", "show", "S-1", "--json").json["copies"]
    assert (place["source"], place["url"], place["http_status"]) == (first, last, 200)
    assert place["redirects"] == [first]
    assert len(run.ok("history", "--json").json["transactions"]) == 1


def test_the_same_text_at_an_address_is_another_place(run: CommandLine, folder: Path) -> None:
    run.ok("add", f"{folder}/a.txt")
    with serving() as site:
        address = site("/a.txt", response((folder / "a.txt").read_bytes()))
        assert "the same text as S-0001" in run.ok("add", address).err
    page = run.ok("statement", "show", "S-1").out
    assert re.search(rf"also at +{address} \(text/plain\), met ", page)
    run.ok("undo")
    assert "also at" not in run.ok("statement", "show", "S-1").out


@pytest.mark.parametrize(
    ("status", "code"), [("404 Not Found", 3), ("500 Broken", 1), ("403 Forbidden", 1)]
)
def test_an_address_that_fails_is_one_line_and_a_code(
    run: CommandLine, status: str, code: int
) -> None:
    with serving() as site:
        outcome = run("add", site("/a", response(b"no", status)))
    assert outcome.code == code
    assert outcome.err.count("\n") == 1
    assert status in outcome.err
    assert not run.store.exists()


def test_a_password_in_an_address_is_nowhere_to_be_seen(run: CommandLine, folder: Path) -> None:
    address = "https://ann:secret@example.org/a"
    for arguments in ((address,), (address, str(folder)), (address, str(folder), "--json")):
        outcome = run("add", *arguments)
        assert outcome.code == 2
        assert "https://example.org/a" in outcome.err
        assert "secret" not in outcome.out + outcome.err


def test_addresses_and_folders_go_together(run: CommandLine, folder: Path) -> None:
    with serving() as site:
        good = site("/x.txt", response(LETTER.format("x").encode()))
        outcome = run("add", good, f"{site.address}/gone.txt", f"{folder}/a.txt", "--json")
    assert outcome.code == 3
    assert [one.get("result") for one in objects(outcome)] == ["added", "refused", "added", None]
    assert objects(outcome)[0]["fetch"]["final_url"] == good


def test_names_of_files_are_shown_harmlessly(run: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n, name in enumerate(("a\x1b[31m\nb.txt", "[:x].txt", "\udcff.txt")):
        (folder / name).write_text(LETTER.format(n), "utf-8")
        (folder / f"empty {name}").touch()
    for arguments in (("add",), ("add", "--dry-run"), ("add",)):
        for terminal in (False, True):
            outcome = run(*arguments, str(folder), terminal=terminal)
            text = outcome.out + outcome.err
            assert "a\x1b" not in text
            assert terminal or not CONTROLS.search(text), "a bar has controls of its own"
            assert "3 of 6" in outcome.err
    *each, _ = objects(run("add", "--json", str(folder)))
    assert [one["source"].removeprefix(f"{folder}/") for one in each] == [
        "[:x].txt",
        "a\x1b[31m\nb.txt",
        "empty [:x].txt",
        "empty a\x1b[31m\nb.txt",
        "empty ?.txt",
        "?.txt",
    ]


def test_a_page_says_its_own_encoding_however_its_server_declares_it(run: CommandLine) -> None:
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Café plan</title></head>'
        "<body><main><h1>Café plan</h1><p>We will open a café by the end of March 2027.</p></main>"
        "</body></html>"
    )
    with serving() as site:
        for path, charset, body in (
            ("/a", "utf-8", page.encode()),
            ("/b", "no-such-charset", page.replace("open", "close").encode()),
            ("/c", "utf-8", page.replace("open", "move").replace("utf-8", "").encode("cp1252")),
        ):
            declared = f"Content-Type: text/html; charset={charset}"
            run.ok("add", site(path, response(body, "200 OK", declared)))
    for identifier in ("S-1", "S-2", "S-3"):
        statement = run.ok("statement", "show", identifier, "--json").json
        assert "a café by the end" in statement["text"], statement["source"]
        assert statement["media_type"] == "text/html"


def test_what_is_no_statement_at_an_address_is_refused_by_its_type(run: CommandLine) -> None:
    with serving() as site:
        picture = response(b"anything", "200 OK", "Content-Type: image/png")
        outcome = run("add", site("/logo", picture))
    assert outcome.code == 2
    assert "is a picture" in outcome.err


@pytest.mark.parametrize(("stored", "said"), [(0, "nothing was written"), (1, "added before is")])
def test_a_disk_that_is_full_half_way_says_what_is_stored(
    run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stored: int, said: str
) -> None:
    from commitrack.intake import adding, many
    from commitrack.model.errors import StoreFull

    put, left = adding.put, [stored]

    def full(*arguments: Any) -> Any:
        if not left[0]:
            raise StoreFull("no room left on the disk of record.db; nothing was written")
        left[0] -= 1
        return put(*arguments)

    monkeypatch.setattr(many, "put", full)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"The Board will mend pier {name}.", "utf-8")
    outcome = run("add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--jobs", "1")
    assert outcome.code == 6
    assert said in outcome.err.splitlines()[-1]
    assert ("nothing was written" in outcome.err) is (stored == 0)
    assert f"stopped: {2 - stored} of 2 left" in outcome.err
