"""J8 at the command line: a weaker promise is told, and linked only when somebody says so."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import prepare

LATER = "The NHS Confederation hopes to look at options for board peer review by the end of 2027."


def say_it_again(run: CommandLine) -> tuple[str, str]:
    """After J4: the later statement is stored; the IDs of the later and the earlier promise."""
    earlier = prepare(run)
    run.ok("add", "-", stdin=LATER)
    (later,) = run.listed("statement:S-0002")
    return later, earlier


def pairs(run: CommandLine, *query: str) -> list[dict[str, object]]:
    sections = run.ok("report", "drift", *query, "--format", "json").json["sections"]
    rows: list[dict[str, object]] = sections[0]["rows"]
    return rows


def test_the_report_suggests_the_pair_and_marks_what_changed(run: CommandLine) -> None:
    later, earlier = say_it_again(run)
    (pair,) = pairs(run)
    assert (pair["later"], pair["earlier"], pair["state"]) == (later, earlier, "suggested")
    assert pair["type"] == "weakens"
    assert pair["days"] == 549
    assert pair["change"] == "weaker: will explore → hopes to look at, due later (+549 days)"
    report = run.ok("report", "drift").out
    assert "The NHS Confederation [will explore] how a process of board peer review" in report
    assert "[hopes to look at] options for board peer review [by the end of 2027]" in report


def test_adding_it_says_so_at_once(run: CommandLine) -> None:
    earlier = prepare(run)
    page = run.ok("add", "-", stdin=LATER).out
    assert f"weakens {earlier}? (weaker: will explore → hopes to look at" in page


def test_nothing_is_linked_until_it_is_confirmed(run: CommandLine) -> None:
    later, earlier = say_it_again(run)
    assert run.listed("link:weakens") == []
    assert run.listed("is:drifted") == []
    assert run.listed("has:suggestion") == sorted((earlier, later))
    run.ok("link", later, "weakens", earlier)
    assert run.listed("link:weakens") == sorted((earlier, later))
    assert run.listed("is:drifted") == [earlier]
    assert run.listed("has:suggestion") == []
    (pair,) = pairs(run)
    assert pair["state"] == "confirmed"
    told = run.ok("history", later).out
    assert "link weakens" in told
    run.ok("undo")
    assert run.listed("link:weakens") == []
    assert run.listed("has:suggestion") == sorted((earlier, later))


def test_a_declined_link_does_not_come_back(run: CommandLine) -> None:
    later, earlier = say_it_again(run)
    refused = run("link", later, "--decline", earlier)
    assert refused.code == 4
    assert "needs a reason" in refused.err
    run.ok("link", later, "--decline", earlier, "--why", "another review")
    assert pairs(run) == []
    assert run.listed("has:suggestion") == []
    # Not even by a new version of the statement it was made in.
    run.ok("add", "-", "--version-of", "S-0002", stdin=f"Corrected. {LATER}")
    assert pairs(run) == []
    assert "declined by ann 2026-03-02: another review" in run.ok("show", later).out


def test_the_report_takes_a_query_and_every_format_has_the_pair(run: CommandLine) -> None:
    later, _ = say_it_again(run)
    assert len(pairs(run, "lead:ann")) == 1
    assert pairs(run, "lead:bob") == []
    for form in ("text", "md", "csv", "html"):
        assert later in run.ok("report", "drift", "--format", form).out
