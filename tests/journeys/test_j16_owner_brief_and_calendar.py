"""J16: the page on an owner with its child bodies, and a calendar that a move finds again."""

from __future__ import annotations

from typing import Any

import vobject

from tests.cli.harness import CommandLine
from tests.journeys.steps import EMPLOYERS, NETWORK, PEER_REVIEW, prepare


def slipped(run: CommandLine) -> str:
    """J6: a date that moved by half a year; the commitment's ID."""
    number = prepare(run)
    run.ok("set", number, "due=2026-12-31", "--why", "consultation extended")
    return number


def test_child_bodies_stand_under_their_parent_with_exact_quotes(run: CommandLine) -> None:
    slipped(run)
    data = run.ok("report", "owner", "NHS Confederation", "--json").json
    sections = {one["key"]: one for one in data["sections"]}
    bodies = [(row["body"], row["part_of"]) for row in sections["tree"]["rows"]]
    assert bodies == [
        ("NHS Confederation", None),
        ("· Mental Health Network", "NHS Confederation"),
        ("· NHS Employers", "NHS Confederation"),
    ]
    text = run.ok("statement", "show", "S-0001", "--json").json["text"]
    said = {row["quote"] for row in sections["promises"]["rows"]}
    assert said == {f"“{text[start:end]}”" for start, end in (NETWORK, PEER_REVIEW, EMPLOYERS)}
    slipped_row = next(row for row in sections["promises"]["rows"] if row["moves"])
    assert (slipped_row["original"], slipped_row["due"], slipped_row["slip"]) == (
        *("2026-06-30", "2026-12-31"),
        184,
    )


def test_a_move_keeps_its_uid_and_has_a_higher_sequence(run: CommandLine) -> None:
    number = slipped(run)
    first = _events(run)
    run.ok("set", number, "due=2027-01-31", "--why", "again")
    second = _events(run)
    assert set(first) == set(second)
    raised = [uid for uid in second if _sequence(second[uid]) > _sequence(first[uid])]
    assert len(raised) == 1
    assert str(second[raised[0]].dtstart.value) == "2027-01-31"
    assert all(
        second[uid].serialize() == first[uid].serialize() for uid in set(first) - set(raised)
    )


def test_reminders_say_nothing_when_there_is_nothing(run: CommandLine) -> None:
    slipped(run)
    quiet = run.ok("report", "agenda", "lead:nobody", "--quiet-if-empty")
    assert (quiet.out, quiet.err) == ("", "")
    assert run.ok("report", "agenda", "lead:nobody", "--ics", "--quiet-if-empty").out == ""
    assert run.ok("report", "agenda", "lead:nobody", "--fail-on", "--quiet-if-empty").code == 0
    loud = run("report", "agenda", "--fail-on", "--quiet-if-empty", "--today", "2026-05-31")
    assert (loud.code, "what is to be done" in loud.out.lower()) == (1, True)


def _events(run: CommandLine) -> dict[str, Any]:
    calendar = vobject.readOne(run.ok("report", "agenda", "--ics").out)
    return {one.uid.value: one for one in calendar.vevent_list}


def _sequence(event: Any) -> int:
    return int(event.sequence.value)
