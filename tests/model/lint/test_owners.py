"""L5 and L6: nobody who acts, and owners without an end."""

from __future__ import annotations

import pytest

from commitrack.model.kinds import OwnerBasis
from tests.model.lint.questioning import asked

NOBODY = [
    ("A new fund will be set up", "will be set up"),
    ("Training will be provided to every officer", "will be provided"),
    ("The advice will be placed in the Library", "will be placed"),
    ("Two wards could be reopened", "could be reopened"),
    ("A dry dock is to be built at Quillhaven", "is to be built"),
    ("Repairs are expected to be finished in March", "are expected to be finished"),
    ("No minibus will be hired from outside", "will be hired"),
    ("Every claim must be answered within 21 days", "must be answered"),
    ("The levy shall be paid to the townships", "shall be paid"),
    ("A multi-agency team is being set up at Leame", "is being set up"),
    ("The scheme will now be extended to Leh", "will now be extended"),
    ("There will be a fifth nurse from May", ""),
    ("It is due to begin in summer", ""),
]
SOMEBODY = [
    "The Trust will set up a new fund",
    "We will train every officer",
    "I will place the advice in the Library",
    "A new fund will be set up by the Trust",
    "Training will be provided by Skills Ontario",
    "The levy shall be paid by the mill owners",
    "Tusla will open two centres",
    "The Collector will visit each village",
    "The City shall refund every season ticket",
    "Our engineers are rebuilding the gearbox",
    "The Secretary agreed to write to members",
    "RESOLVED: that the Clerk obtain three quotations",
]

OPEN_ENDED = [
    ("Along with its members, the Confederation will publish a charter", "with its members"),
    ("The Network and its members will publish a charter", "and its members"),
    ("We and our partners will open one desk", "and our partners"),
    ("The Forum, which is new, and its members will report", "and its members"),
    ("Together with our local partners the Trust will open a hub", "with our local partners"),
    ("The HSE and other agencies will visit every home", "and other agencies"),
    ("All partners will publish a plan", "All partners"),
    ("Partners across the county will share their records", "Partners across the county"),
    ("Everyone involved will sign the charter", "Everyone involved"),
    ("Both sides must keep talking", "Both sides"),
    ("All of us will report by May", "All of us"),
    ("Stakeholders will agree a timetable", "Stakeholders"),
    ("The ministry, alongside the states and its members, will fund it", "and its members"),
]
ONE_OWNER = [
    "We will write to every member by Friday",
    "We will publish a register of stakeholders",
    "The Trust will write to the council and its members",
    "The Board will meet with partners in June",
    "We will consult all partners by May",
    "The Department will publish a list of key agencies",
    "Everything will be published by the Trust",
    "The Agency will inspect both sides of the river",
    "The members' register will be published",
    "The Chair agreed to brief colleagues and partners",
    "The partners' desk will open in May",
    "All of them will be concluded by May",
    "All patients will be seen within a week",
    "We will pay all agencies within 30 days",
    "The Council will visit everyone on the list",
]


@pytest.mark.parametrize(("quote", "words"), NOBODY)
def test_an_act_without_an_actor_is_asked_who(quote: str, words: str) -> None:
    found = asked(quote, owners=(), owner_basis=OwnerBasis.UNSTATED)
    assert found["L5"] == words


@pytest.mark.parametrize("quote", [*SOMEBODY, *(quote for quote, _ in NOBODY)])
def test_an_owner_on_record_answers_who_whatever_the_voice(quote: str) -> None:
    assert "L5" not in asked(quote)


@pytest.mark.parametrize(("quote", "words"), OPEN_ENDED)
def test_an_open_ended_owner_is_asked_which_of_them(quote: str, words: str) -> None:
    assert asked(quote)["L6"] == words


@pytest.mark.parametrize("quote", ONE_OWNER)
def test_others_after_the_verb_do_not_own_the_promise(quote: str) -> None:
    assert "L6" not in asked(quote)


def test_two_owners_are_asked_which_of_them() -> None:
    both = asked("They will open one desk", owners=("Ferry Union", "Harbour Board"))
    assert both["L6"] == "Ferry Union and Harbour Board"
