"""Erasing from the command line: shown first, confirmed by typing, and told what is left to do."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from commitrack.drafts import Draft, DraftFolder
from commitrack.model.history import Signature
from commitrack.store import open_store
from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine

ORDER = ("--why", "order 12/26")


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    fill(run.store, "We will act on the matter of the ferries", "We will train", owner="Ada Quill")
    return run


def test_a_dry_run_says_what_would_go_and_erases_nothing(filled: CommandLine) -> None:
    before = filled.ok("history", "--json").out
    shown = filled.ok("purge", "statement", "S-1", *ORDER, "--dry-run")
    assert shown.out == ""
    assert "commitments  C-0001, C-0002" in shown.err
    assert "parties      Ada Quill, NHS Confederation: nothing else names them" in shown.err
    assert "The text came from here, where it may still lie:\n  l.txt" in shown.err
    assert shown.err.endswith("dry run: nothing erased\n")
    assert filled.ok("history", "--json").out == before


def test_without_anybody_to_ask_nothing_is_erased(filled: CommandLine) -> None:
    refused = filled("purge", "statement", "S-1", *ORDER)
    assert refused.code == 4
    assert refused.err.endswith("nothing was erased: say --yes where nobody can be asked\n")
    assert filled.ok("statement", "show", "S-1").code == 0


@pytest.mark.parametrize(("typed", "code"), [("s-0001\n", 0), ("yes\n", 1), ("\n\nno\n", 1)])
def test_what_is_to_go_is_typed(filled: CommandLine, typed: str, code: int) -> None:
    done = filled("purge", "statement", "S-1", *ORDER, stdin=typed, terminal=True)
    assert done.code == code, done.err
    assert "To erase, type S-0001" in done.err
    assert filled("statement", "show", "S-1").code == (0 if code else 3)


def test_an_erased_statement_says_so_ever_after(filled: CommandLine) -> None:
    done = filled.ok("purge", "statement", "S-1", *ORDER, "--yes")
    assert "erased: S-0001, for good (transaction 2)" in done.err
    assert "the file and its log hold it no more" in done.err
    for command in (("show", "C-1"), ("statement", "show", "S-1"), ("history", "C-1")):
        gone = filled(*command)
        assert gone.code == 3
        assert "S-0001 was erased on 2026-03-02 by ann: order 12/26" in gone.err
    assert filled("purge", "statement", "S-1", *ORDER, "--yes").code == 4
    assert "every seal fits" in filled.ok("doctor", "--verify").out
    told = filled.ok("history").out
    assert "erase S-0001: order 12/26" in told
    assert "+ erasure 1  counts: statements 1, commitments 2" in told


def test_drafts_of_the_store_go_with_what_is_erased(filled: CommandLine) -> None:
    drafts = DraftFolder(filled.store, filled.home / "state" / "commitrack" / "drafts")
    drafts.save("one", Draft({"note": "Ada Quill said"}, datetime(2026, 3, 2, tzinfo=UTC)))
    filled.ok("purge", "party", "Ada Quill", *ORDER, "--dry-run")
    assert drafts.clear() == 1
    drafts.save("one", Draft({"note": "Ada Quill said"}, datetime(2026, 3, 2, tzinfo=UTC)))
    done = filled.ok("purge", "party", "Ada Quill", *ORDER, "--yes")
    assert "1 of your drafts, typed in the UI and not saved, went as well" in done.err
    assert drafts.clear() == 0


def test_an_erased_party_stays_without_its_name(filled: CommandLine) -> None:
    done = filled.ok("purge", "party", "ada quill", *ORDER, "--yes", "--also", "Ms Quill")
    assert "looked for   Ada Quill, Ms Quill" in done.err
    record = filled.record("C-1")
    assert record["owners"] == ["erased party 1"]
    assert "Quill" not in filled.ok("history", "--json").out


def test_a_purge_that_was_interrupted_is_told_by_the_doctor_and_finished(
    filled: CommandLine,
) -> None:
    day = date(2026, 3, 2)
    store = open_store(filled.store)
    store.erase_statement(1, Signature("ann", day, datetime.now(UTC), why="order 12/26"))
    store.close()
    told = filled("doctor")
    assert (told.code, "commitrack purge finish" in told.out) == (1, True)
    assert filled.ok("purge", "finish").err == "the file and its log are clean\n"
    assert "commitrack purge finish" not in filled.ok("doctor").out


def test_finishing_is_harmless_when_there_is_nothing_to_finish(filled: CommandLine) -> None:
    assert filled.ok("purge", "finish").err == "nothing to finish: the file is clean\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("statement", "S-9", *ORDER, "--yes"), 3, "S-0009 does not exist"),
        (("statement", "C-1", *ORDER), 2, "a statement ID looks like S-0003"),
        (("statement", "S-1"), 2, "Missing option '--why'"),
        (("statement", "S-1", "--why", " ", "--yes"), 2, "--why: must not be empty"),
        (("statement", "S-1", *ORDER, "--also", " ", "--yes"), 2, "--also is empty"),
        (("party", "Nobody", *ORDER, "--yes"), 3, "no party is called 'Nobody'"),
    ],
)
def test_what_cannot_be_erased_is_one_line(
    filled: CommandLine, arguments: tuple[str, ...], code: int, said: str
) -> None:
    refused = filled("purge", *arguments)
    assert refused.code == code
    assert said in refused.err
    assert refused.err.count("\n") == 1


def test_hostile_names_are_shown_harmlessly_and_erased(run: CommandLine) -> None:
    fill(run.store, f"We will {HOSTILE}", owner="Ada\x1b[31m Quill")
    name = run.ok("party", "list", "--json").json["parties"][0]["name"]
    done = run.ok("purge", "party", name, *ORDER, "--yes")
    assert "\x1b" not in done.err
    done = run.ok("purge", "statement", "S-1", *ORDER, "--yes")
    assert "\x1b" not in done.err
    assert b"gnp" not in run.store.read_bytes()
