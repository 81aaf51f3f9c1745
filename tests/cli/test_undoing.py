"""Taking back from the command line: any transaction, looked at first, never over a colleague's."""

from __future__ import annotations

import pytest

from tests.cli.filling import fill
from tests.cli.harness import CommandLine


@pytest.fixture
def edited(run: CommandLine) -> CommandLine:
    """Transaction 3 is ann's edit of two commitments; bob has changed one of them since."""
    fill(run.store, "We will act", "We will train")
    run.ok("accept", "C-1", "C-2", "--yes")
    run.ok("set", "C-1", "C-2", "topic=safety", "--yes")
    run.ok("set", "C-2", "topic=quality", "--as", "bob")
    return run


def topics(run: CommandLine) -> list[str | None]:
    return [run.record(one)["topic"] for one in ("C-1", "C-2")]


def test_a_dry_run_is_a_readable_diff(edited: CommandLine) -> None:
    before = edited.ok("history", "--json").out
    shown = edited.ok("undo", "4", "--dry-run").err
    assert shown.startswith("takes back 4, set topic C-0002, by bob at 2026-03-02 ")
    assert shown.endswith("  C-0002 topic: quality → safety\ndry run: nothing changed\n")
    assert edited.ok("history", "--json").out == before


def test_what_a_colleague_changed_since_is_named_and_kept(edited: CommandLine) -> None:
    for more in ((), ("--dry-run",)):
        refused = edited("undo", "3", *more)
        assert refused.code == 4
        assert "C-0002 topic: bob set it to quality" in refused.err
        assert refused.err.endswith("--rest takes back the rest\n")
    assert topics(edited) == ["safety", "quality"]


def test_the_rest_is_taken_back_on_request(edited: CommandLine) -> None:
    done = edited.ok("undo", "3", "--rest")
    assert "  C-0001 topic: safety → none\n" in done.err
    assert done.err.count("  left as it is: C-0002 topic: bob set it to quality") == 2
    assert topics(edited) == [None, "quality"]


def test_the_plain_undo_says_one_line(edited: CommandLine) -> None:
    done = edited.ok("undo", "--as", "bob")
    assert done.err == "done: undo set topic C-0002 · bring back with: commitrack redo\n"


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("n\n", 1)])
def test_on_a_terminal_somebody_elses_work_is_asked_about(
    edited: CommandLine, typed: str, code: int
) -> None:
    done = edited("undo", "4", stdin=typed, terminal=True)
    assert done.code == code
    assert "C-0002 topic: quality → safety" in done.err
    assert "Take it back?" in done.err
    assert topics(edited) == ["safety", "quality" if code else "safety"]


def test_nobody_is_asked_about_ones_own_small_change(edited: CommandLine) -> None:
    done = edited("undo", "--as", "bob", terminal=True)
    assert (done.code, "?" in done.err) == (0, False)


def test_of_a_long_preview_the_first_lines_are_shown(run: CommandLine) -> None:
    fill(run.store, *(f"We will open centre {number}" for number in range(14)))
    run.ok("accept", *(f"C-{number}" for number in range(1, 15)), "--yes")
    assert "more lines (--dry-run shows all)" in run.ok("undo", "2").err
    assert "more lines" not in run.ok("undo", "3", "--dry-run").err


def test_of_a_long_transaction_the_history_tells_the_beginning_and_how_much_more(
    edited: CommandLine,
) -> None:
    told = edited.ok("history", "--changes", "1").out.splitlines()
    place = next(n for n, line in enumerate(told) if line.startswith("3  "))
    assert told[place + 1 : place + 3] == [
        "      C-0001 topic: none → safety",
        "      … and 1 more changes (--changes 0 for all)",
    ]
    whole = edited.ok("history", "--changes", "0").out
    assert whole == edited.ok("history").out
    assert "more changes" not in whole


def test_the_history_is_read_page_by_page(
    edited: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, data = edited.ok("history").out, edited.ok("history", "--json").out
    monkeypatch.setattr("commitrack.cli.timeline._PAGE", 1)
    assert edited.ok("history").out == whole
    assert edited.ok("history", "--json").out == data
    two = edited.ok("history", "--limit", "2", "--json").json["transactions"]
    assert [one["number"] for one in two] == [4, 3]
    assert len(edited.ok("history", "C-2", "--limit", "3", "--json").json["transactions"]) == 3


def test_the_history_of_what_somebody_did_is_theirs_alone(edited: CommandLine) -> None:
    data = edited.ok("history", "--by", "BOB", "--json").json["transactions"]
    assert [one["number"] for one in data] == [4]
    assert "by bob" not in edited.ok("history", "--by", "ann").out
    nobody = edited.ok("history", "--by", "nobody")
    assert (nobody.out, nobody.err) == ("", "no change by nobody is on record\n")
