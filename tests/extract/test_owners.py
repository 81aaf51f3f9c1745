"""Who must act, and on what basis that is held."""

from __future__ import annotations

import pytest

from commitrack.extract import Candidate, Known, extract
from commitrack.model.kinds import OwnerBasis

TRUST = Known(publisher="Loxmere Hospitals Trust")


def only(text: str, known: Known = TRUST) -> Candidate:
    found = extract(text, known).candidates
    assert len(found) == 1, [one.quote for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "owner", "basis"),
    [
        ("We will publish the plan.", "Loxmere Hospitals Trust", OwnerBasis.SPEAKER),
        ("The Trust will publish the plan.", "Loxmere Hospitals Trust", OwnerBasis.STATED),
        ("LHT will publish the plan.", "Loxmere Hospitals Trust", OwnerBasis.STATED),
        ("Our board will publish the plan.", "board", OwnerBasis.STATED),
        ("The plan will be published in May.", None, OwnerBasis.UNSTATED),
        (
            "The plan will be published by the Fairness Commission.",
            "Fairness Commission",
            OwnerBasis.AGENT,
        ),
        ("Every patient will receive a letter.", None, OwnerBasis.UNSTATED),
        ("The fund will pay for six new wards.", "Loxmere Hospitals Trust", OwnerBasis.INFERRED),
        ("Our pledge to open the ward stands.", "Loxmere Hospitals Trust", OwnerBasis.SPEAKER),
        ("Ministers should publish the plan.", "Ministers", OwnerBasis.STATED),
        ("We urge the council to open the ward.", "council", OwnerBasis.STATED),
        ("The plan should be published.", None, OwnerBasis.UNSTATED),
        ("A ward at Quillby is under consideration.", None, OwnerBasis.UNSTATED),
    ],
)
def test_the_owner_and_its_basis(text: str, owner: str | None, basis: OwnerBasis) -> None:
    one = only(text)
    assert (one.owner, one.owner_basis) == (owner, basis)


def test_a_pronoun_takes_the_nearest_subject() -> None:
    found = extract("The Trust welcomes the report. It will publish a plan.", TRUST).candidates
    assert [(one.owner, one.owner_text, one.owner_basis) for one in found] == [
        ("Loxmere Hospitals Trust", "It", OwnerBasis.ANTECEDENT)
    ]


def test_a_joined_verb_takes_the_first_subject() -> None:
    found = extract("The Trust will open a new ward and publish its plan.", TRUST).candidates
    assert [one.quote for one in found] == ["The Trust will open a new ward", "publish its plan"]
    assert found[1].owner_basis is OwnerBasis.ANTECEDENT
    assert found[1].owner == "Loxmere Hospitals Trust"


def test_verbs_inside_an_infinitive_are_not_split_off() -> None:
    text = "We will explore how a review might help wards learn from each other and drive change."
    assert only(text).quote == text[:-1]


def test_a_bullet_takes_the_owner_of_its_lead_in() -> None:
    found = extract(
        "The Trust will:\n\n• publish a plan;\n• open a ward by 2028.", TRUST
    ).candidates
    assert [one.quote for one in found] == ["publish a plan", "open a ward by 2028"]
    assert {one.owner_basis for one in found} == {OwnerBasis.LEAD_IN}
    assert {one.owner for one in found} == {"Loxmere Hospitals Trust"}


def test_an_abbreviation_goes_to_the_name_it_was_defined_for() -> None:
    text = "We met the Office of Ward Standards (OWS). The OWS should inspect every ward."
    assert only(text).owner == "Office of Ward Standards"


def test_a_quoted_speaker_and_not_the_paper_owns() -> None:
    text = (
        "Loxmere Courier\n\nMara Vane, chief executive of Quillby Hospitals Trust, said: "
        "“We will open the ward.”\n"
    )
    one = only(text, Known(publisher="Loxmere Courier"))
    assert one.owner == "Quillby Hospitals Trust"


def test_a_resolution_belongs_to_the_body() -> None:
    text = (
        "Minutes of the Council\n\nPresent: five members.\n\n"
        "The Clerk reported. It was NOTED.\n\nRESOLVED that the lights be replaced by 2028."
    )
    one = only(text, Known(publisher="Loxmere Town Council"))
    assert (one.quote, one.strength) == ("the lights be replaced by 2028", 4)
    assert (one.owner, one.owner_basis) == ("Loxmere Town Council", OwnerBasis.SPEAKER)


def test_a_row_of_an_action_table() -> None:
    text = "Action | Lead | By when\nReplace the lights | Fleet Manager | Q3 2026/27\n"
    one = only(text)
    assert (one.quote, one.owner) == ("Replace the lights", "Fleet Manager")
    assert one.deadline is not None
    assert str(one.deadline.date) == "2026-12-31"


def test_partners_are_named() -> None:
    text = "We will explore it with the Care Commission and the Beck Trust."
    assert only(text).partners == ("Care Commission", "Beck Trust")


def test_part_of_is_an_affiliation() -> None:
    found = extract("Ward Employers, part of the Ward Confederation, met.").affiliations
    assert found == (("Ward Employers", "Ward Confederation"),)


SHORT = """
This statement is by Ostrey County Council, Bellfold Haulage Ltd and the Leame Health Board.
"""


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The County Council should pay for it.", ("Ostrey County Council",)),
        ("The Health Board should pay for it.", ("Leame Health Board",)),
        ("Bellfold should mend the road.", ("Bellfold Haulage Ltd",)),
        (
            "The County Council and the Health Board will publish a list.",
            ("Ostrey County Council", "Leame Health Board"),
        ),
        (
            "Neither the County Council nor Bellfold will charge for it.",
            ("Ostrey County Council", "Bellfold Haulage Ltd"),
        ),
        ("Shops, banks and bus drivers should learn a sign.", ("Shops", "banks", "bus drivers")),
        (
            "The Trust and its branches will hold a meeting.",
            ("Loxmere Hospitals Trust", "branches of Loxmere Hospitals Trust"),
        ),
        (
            "The Trust and its members will hold a meeting.",
            ("Loxmere Hospitals Trust", "members of Loxmere Hospitals Trust"),
        ),
        ("The board will publish the plan.", ("board of Loxmere Hospitals Trust",)),
        (
            "The Trust has named a Director of Wards. The Director will publish the plan.",
            ("Director of Wards at Loxmere Hospitals Trust",),
        ),
        (
            "From next month inspectors will visit a ward.",
            ("inspectors of Loxmere Hospitals Trust",),
        ),
        ("No family will be fined by us without a visit first.", ("Loxmere Hospitals Trust",)),
        ("The line will be answered by a person.", ()),
        ("It will be tested by a firm that did not build it.", ("firm that did not build it",)),
    ],
)
def test_owners_stand_alone_one_by_one(text: str, owners: tuple[str, ...]) -> None:
    found = extract(SHORT + text, TRUST).candidates
    assert [one.owners for one in found] == [owners]


def test_the_company_is_the_publisher_that_trades() -> None:
    known = Known(publisher="Fellgate Electricity Networks")
    found = extract("The company will visit every home. Barrow Water will not.", known).candidates
    assert found[0].owner == "Fellgate Electricity Networks"


def test_the_pronoun_of_one_who_is_asked_means_the_body_and_not_the_speaker() -> None:
    text = (
        "We met the Ward Agency. I recommend that the Agency reopen the case. "
        "I recommend that it pay interest."
    )
    found = extract(text, TRUST).candidates
    assert [one.owner for one in found] == ["Ward Agency", "Ward Agency"]


def test_a_speaker_named_again_keeps_the_body() -> None:
    text = "“We lost time,” said Mara Vane, our chief executive. “We will open the ward.”"
    found = extract(
        text, Known(publisher="Loxmere Hospitals Trust", speaker="Mara Vane")
    ).candidates
    assert [one.owner for one in found] == ["Loxmere Hospitals Trust"]


def test_a_part_of_the_body_is_affiliated_to_it() -> None:
    found = extract("The board will publish the plan.", TRUST).affiliations
    assert found == (("board of Loxmere Hospitals Trust", "Loxmere Hospitals Trust"),)


def test_another_bodys_plans_are_no_promise_of_the_speakers() -> None:
    text = "We met the Office of Ward Standards. The Office will inspect every ward in May."
    assert extract(text, TRUST).candidates == ()


def test_a_partnership_speaks_for_its_members() -> None:
    text = "The Office of Ward Standards will inspect every ward in May."
    known = Known(publisher="Loxmere Health and Care Partnership")
    assert only(text, known).owner == "Office of Ward Standards"
