"""Parties whose names say that they are probably one are shown in pairs; the rest are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.alike import alike
from commitrack.model.records import Party

AGENCY = "National Patient Safety Agency"


def parties(*names: str) -> list[Party]:
    return [Party(name, number=number) for number, name in enumerate(names, 1)]


def pairs(*found: Party) -> list[tuple[str, str, str]]:
    return [(one.source.name, one.into.name, one.why) for one in alike(found)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ward Board", "The Ward Board"),
        ("Ward & Bed Board", "the ward and bed board"),
        ("St. John's Trust", "St Johns Trust"),
        ("Children’s Trust", "Children's  Trust"),
        ("Co-operative Group", "Co operative Group"),
    ],
)
def test_names_that_differ_only_in_how_they_are_written_are_alike(one: str, other: str) -> None:
    assert pairs(*parties(one, other)) == [(other, one, "the same name")]


@pytest.mark.parametrize(
    ("short", "full"),
    [("NPSA", AGENCY), ("DoH", "Department of Health"), ("HSE", "Health and Safety Executive")],
)
def test_a_name_that_is_the_initials_of_another_is_alike(short: str, full: str) -> None:
    why = "the initials of the other's name"
    assert pairs(*parties(full, short)) == [(short, full, why)]
    assert pairs(*parties(short, full)) == [(short, full, why)]


def test_initials_of_two_names_are_shown_with_both() -> None:
    found = pairs(*parties("NPSA", AGENCY, "North Port Sailing Academy"))
    assert [(one, other) for one, other, _ in found] == [
        ("NPSA", AGENCY),
        ("NPSA", "North Port Sailing Academy"),
    ]


def test_an_alias_that_is_the_name_of_another_is_alike() -> None:
    one = Party(AGENCY, aliases=("The NatPSA",), number=1)
    assert pairs(one, Party("NatPSA", number=2)) == [
        ("NatPSA", AGENCY, "an alias is the other's name")
    ]
    other = Party("Safety Agency", aliases=("natpsa",), number=2)
    assert pairs(one, other) == [("Safety Agency", AGENCY, "they share an alias")]


def test_the_one_that_owns_most_keeps_its_name() -> None:
    one, other = Party("Ward Board", number=1, owned=1), Party("The Ward Board", number=2, owned=5)
    assert pairs(one, other) == [("Ward Board", "The Ward Board", "the same name")]


@pytest.mark.parametrize(
    "names",
    [
        (),
        ("Ward Board",),
        ("Ward Board", "Ward Boards"),
        ("DH", "Department of Health"),
        ("Ant", "Ada Norma Trust"),
        ("Ward Trust", "Bed Trust"),
    ],
)
def test_what_only_seems_alike_is_left_out(names: tuple[str, ...]) -> None:
    assert alike(parties(*names)) == ()


@given(st.lists(st.text(max_size=8), unique_by=str.casefold, max_size=12))
def test_a_pair_is_two_parties_and_is_shown_once(names: list[str]) -> None:
    found = alike(parties(*names))
    assert all(one.source != one.into for one in found)
    assert len({frozenset((one.source.name, one.into.name)) for one in found}) == len(found)
