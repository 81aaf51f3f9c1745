"""J11: what is overdue, and by which clock."""

from __future__ import annotations

import pytest

from tests.cli.filling import fill
from tests.cli.harness import CommandLine

SIX = tuple(f"We will deliver project {letter}" for letter in "ABCDEF")
A, B, C, D, E, F = (f"C-000{n}" for n in range(1, 7))


@pytest.fixture
def six(run: CommandLine) -> CommandLine:
    """Six commitments, accepted on 2026-01-05 and followed up until today."""
    fill(run.store, *SIX)
    early = ("--today", "2026-01-05")
    later = "2026-05-01"
    run.ok("accept", A, "--due", "2026-03-01", "--follow-up", later, *early)
    run.ok("accept", B, "--due", "2026-03-02", "--follow-up", later, *early)
    run.ok("accept", C, "--due", "2026-03-03", "--follow-up", "2026-03-01", *early)
    run.ok("accept", D, "--follow-up", later, *early)
    for number in (E, F):
        run.ok("accept", number, "--due", "2026-02-10", "--follow-up", "2026-02-10", *early)
    run.ok(
        *("evidence", "add", E, "--source", "direct", "--date", "2026-01-04", "--title", "Visit"),
        *early,
    )
    run.ok("claim", E, "--test", "project is open", *early)
    run.ok("review", E, "--approve", "--as", "bob", *early)
    run.ok("check", F, "--no-reply", "--where", "letter", "--next", "2026-02-10", *early)
    run.ok("status", F, "stalled", "--why", "no reply", *early)
    return run


def test_exactly_those_whose_clock_ran_out_are_listed(six: CommandLine) -> None:
    assert sorted(six.listed("is:overdue")) == [A, C, F]
    assert sorted(six.listed("@overdue")) == [A, C, F]
    assert sorted(six.listed("overdue:due")) == [A, F]
    assert sorted(six.listed("overdue:chase")) == [C, F]


def test_each_is_told_with_its_clock_and_days(six: CommandLine) -> None:
    rows = {line[:6]: line for line in six.ok("list", "is:overdue").out.splitlines()[1:]}
    assert "1 day past due" in rows[A]
    assert "past follow-up" not in rows[A]
    assert "1 day past follow-up" in rows[C]
    assert "20 days past due, 20 days past follow-up" in rows[F]
    late = {
        one["id"]: [(clock["clock"], clock["days"]) for clock in one["late"]]
        for one in six.ok("list", "is:overdue", "--json").json["commitments"]
    }
    assert late == {A: [("due", 1)], C: [("chase", 1)], F: [("due", 20), ("chase", 20)]}


def test_the_report_agrees_with_the_list(six: CommandLine) -> None:
    report = six.ok("report", "overdue").out
    assert all(number in report for number in (A, C, F))
    assert not any(number in report for number in (B, D, E))
