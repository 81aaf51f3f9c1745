"""A short name that a text introduces is an alias when it names one body wherever it stands."""

from __future__ import annotations

import pytest

from commitrack.extract import Known, extract, sections

AGENCY = "National Patient Safety Agency"


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        (f"We met the {AGENCY} (NPSA).", (("NPSA", AGENCY),)),
        (f"We met the {AGENCY} (the “NPSA”).", (("NPSA", AGENCY),)),
        (f"The {AGENCY}'s (NPSA) report is out.", (("NPSA", AGENCY),)),
        (
            "The National Centre for Social Research (NatCen) will help.",
            (("NatCen", "National Centre for Social Research"),),
        ),
        (
            "The Integrated Care Boards (ICBs) will meet.",
            (("ICBs", "Integrated Care Boards"),),
        ),
        (
            "The Care Quality Commission (CQC) and NHS England (NHSE) met.",
            (("CQC", "Care Quality Commission"), ("NHSE", "NHS England")),
        ),
        (
            "We met the Department for Digital, Culture, Media and Sport (DCMS) in May.",
            (("DCMS", "Department for Digital, Culture, Media and Sport"),),
        ),
        (
            "The Office of Communications (Ofcom) met.",
            (("Ofcom", "Office of Communications"),),
        ),
        (
            "The Department for Environment, Food and Rural Affairs (Defra) met.",
            (("Defra", "Department for Environment, Food and Rural Affairs"),),
        ),
        (
            "The Office for Standards in Education (Ofsted) met.",
            (("Ofsted", "Office for Standards in Education"),),
        ),
        ("The Citizens for Better Buses (CBB) met.", (("CBB", "Citizens for Better Buses"),)),
        (
            "The Children’s Homes Association (CHA) will publish a list.",
            (("CHA", "Children’s Homes Association"),),
        ),
    ],
)
def test_a_short_name_in_brackets_stands_for_the_name_before_it(
    text: str, aliases: tuple[tuple[str, str], ...]
) -> None:
    assert extract(text).aliases == aliases


@pytest.mark.parametrize(
    "text",
    [
        "The Loxmere Hospitals NHS Trust (the Trust) met.",
        "THE LOXMERE HOSPITALS TRUST (TRUST) met.",
        "The Department for Wards (the Department) met.",
        "The Loxmere Trust Board (Board) met.",
        "Mara Pole (MP) spoke.",
        "Colin Barry Edwards (CBE) spoke.",
        "Present: Tomasz Arkwright-Bello (TAB), Chair.",
        "We met Ferry Users, Dock Staff and Sailors (FUDS).",
        "The Widget Company (UK) met.",
        "The Office of the Clerk (Clerk) met.",
        "The Loxmere Board (Mara) met.",
        "The Widget Company (NPSA) met.",
        "The BBC Board Committee (BBC) met.",
        "The Welsh Local Health Boards (LHBs) met.",
        "We met the care boards (ICBs).",
        f"We met the {AGENCY}. The NPSA will act.",
    ],
)
def test_what_names_nobody_by_itself_is_no_alias(text: str) -> None:
    assert extract(text).aliases == ()


def test_a_short_name_of_two_bodies_is_no_alias_of_either() -> None:
    text = "The Ferry Users Board (FUB) met the Fell Union Branch (FUB). The FUB will act."
    assert extract(text).aliases == ()


def test_a_short_name_that_means_the_publisher_is_no_alias_of_another() -> None:
    text = "We met the Ferry Users Board (FUB)."
    assert extract(text, Known(publisher="Fell Union Branch")).aliases == ()


def test_a_short_name_introduced_twice_is_one_alias() -> None:
    text = f"The {AGENCY} (NPSA) met. Later the {AGENCY} (NPSA) left."
    assert extract(text).aliases == (("NPSA", AGENCY),)


def test_sections_have_the_aliases_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    pause = "It rained all day.\n\n" * 40
    text = (
        f"The Children’s Homes Association (CHA) met the {AGENCY} (NPSA).\n\n{pause}"
        "The Ferry Users Board (FUB) met.\n\n"
        f"{pause}The Fell Union Branch (FUB) met.\n\n{pause}"
    )
    whole = extract(text).aliases
    assert whole == (("CHA", "Children’s Homes Association"), ("NPSA", AGENCY))
    monkeypatch.setattr(sections, "SECTION", 600)
    monkeypatch.setattr(sections, "_BACK", 300)
    assert extract(text).aliases == whole


def test_a_short_name_of_a_body_with_a_list_in_its_name_stands_for_all_of_it() -> None:
    text = (
        "The Department for Environment, Food and Rural Affairs (DEFRA) will publish a plan. "
        "DEFRA will train its staff."
    )
    owners = [one.owner for one in extract(text).candidates]
    assert owners == ["Department for Environment, Food and Rural Affairs"] * 2
