"""J11: what is overdue, and by which clock."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.steps import A, B, C, D, E, F


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
