"""The beginnings that several stories share."""

from __future__ import annotations

from pathlib import Path

from tests.cli.filling import fill
from tests.cli.harness import CommandLine

SEED = Path(__file__).parents[2] / "data" / "statements" / "nhs-confederation-west-london.txt"
"""The statement that every story begins with."""

NETWORK, PEER_REVIEW, EMPLOYERS = (669, 878), (1269, 1492), (1496, 1702)
"""Where its three commitments stand."""

WISH, ADVICE = (516, 665), (1931, 2022)
"""Where it first wishes for something, before every commitment, and where it advises."""

A, B, C, D, E, F = (f"C-000{n}" for n in range(1, 7))
"""The six commitments of J11."""


def add_seed(run: CommandLine) -> None:
    """J1: the statement is stored."""
    run.ok("add", str(SEED), "--as", "ann")


def at(run: CommandLine, span: tuple[int, int]) -> str:
    """The ID of what stands at these characters of the first statement."""
    mentions = run.ok("statement", "show", "S-0001", "--json").json["mentions"]
    return next(str(one["commitment"]) for one in mentions if (one["start"], one["end"]) == span)


def triage(run: CommandLine) -> tuple[str, str, str]:
    """J2: the three commitments are accepted and the rest is rejected; the three IDs."""
    add_seed(run)
    kept = (at(run, NETWORK), at(run, PEER_REVIEW), at(run, EMPLOYERS))
    run.ok("accept", *kept)
    rest = run.listed("is:candidate")
    if rest:
        run.ok("reject", *rest, "--why", "other", "--note", "not for us")
    return kept


def prepare(run: CommandLine) -> str:
    """J4: lead, success test and a first date; the commitment's ID."""
    _, number, _ = triage(run)
    run.ok(
        *("set", number, "lead=ann", "due=2026-06-30"),
        "success_test=board peer review options paper published",
    )
    return number


def add_evidence(run: CommandLine, number: str, title: str = "Board papers") -> None:
    """An official document that bears on a commitment."""
    run.ok(
        *("evidence", "add", number, "--source", "official", "--date", "2026-02-20"),
        *("--title", title, "--locator", "p. 4", "--quote", "The board agreed to look at it"),
    )


def begin(run: CommandLine) -> str:
    """J5: evidence, and in progress; the commitment's ID."""
    number = prepare(run)
    add_evidence(run, number)
    run.ok("status", number, "in_progress")
    return number


def claim(run: CommandLine) -> str:
    """J10: ann claims it; the commitment's ID."""
    number = begin(run)
    run.ok("claim", number, "--as", "ann")
    return number


def six_against_their_dates(run: CommandLine) -> None:
    """J11: six commitments, accepted on 2026-01-05 and followed up until today.

    A due yesterday; B due today; C due tomorrow, follow-up yesterday; D no due date; E due last
    month, delivered; F due and follow-up last month, stalled.
    """
    fill(run.store, *(f"We will deliver project {letter}" for letter in "ABCDEF"))
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
