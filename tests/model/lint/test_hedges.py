"""L4, L7 and L10: weak modals, third parties and conditions."""

from __future__ import annotations

import pytest

from commitrack.model.kinds import Strength
from tests.model.lint.questioning import asked

WEAK = [
    ("We aim to buy all of our electricity from renewable sources", "aim"),
    ("We hope to reopen the baths in the spring", "hope"),
    ("We will seek to recruit forty nurses", "seek"),
    ("The panel may ask for any recording", "may"),
    ("Two wards could be reopened", "could"),
    ("The form\nmight be shortened", "might"),
    ("The Council would like to plant 500 trees", "would"),
    ("The Minister aspires to halve the queue", "aspires"),
    ("We will try to answer within a week", "try"),
    ("The Taoiseach said he wants to end the practice", "wants"),
    ("Repairs are expected to be finished in March", "expected"),
    ("It is hoped that the first students can start next year", "hoped"),
    ("The Confederation will explore how a process might be set up", "might"),
    ("We will use our best endeavours to open by Easter", "endeavours"),
    ("The School Board will do everything it can to keep the bus", "do everything it can"),
    ("Amtrak is looking to restore the stop", "looking"),
]
NOT_WEAK = [
    "We will reopen the baths by 4 May 2026",
    "We will reopen the baths in May",
    "The report will be published by the end of May",
    "They will receive one more letter in May 2026",
    "We will fund a campaign aimed at young drivers",
    "We will publish advice on what parents could do",
    "The Home Office will write to everyone who may be affected",
    "Hope House will open on 1 July",
    "I would urge the Agency to order a relief ship now",
    "We would also encourage landlords to set one up",
    "The home will not seek to reopen admissions",
    "The board will adopt the aims and objectives of the charter",
    "We will house people seeking asylum",
    "The shire will seek planning consent in June",
    "The bank will repay customers so that none would lose out",
    "The Department will pay for trains that would otherwise be cancelled",
    "The tribunal will publish every case in which costs might be awarded",
]

THIRD_PARTIES = [
    ("The programme will be delivered through our partners", "through our partners"),
    ("The opening depends on the county council", "depends on"),
    (
        "We will publish our plan once the national guidance has been approved",
        "once the national guidance has been approved",
    ),
    ("The Trust will build a hub in partnership with the university", "in partnership with"),
    ("We will start work subject to planning permission", "subject to planning permission"),
    ("The line will reopen pending a decision of the regulator", "pending"),
    ("We rely on the states to run the register", "rely on"),
    ("With the agreement of the union we will change the rota", "With the agreement of"),
    ("The scheme will start if the Treasury agrees", "if the Treasury agrees"),
    ("We will act when the grant is confirmed by Ottawa", "when the grant is confirmed"),
    ("The ferry will sail in collaboration with the islands", "in collaboration with"),
    ("Delivery is dependent on federal money", "dependent on"),
    ("The lane will open provided that the landowner agrees", "provided that the landowner agrees"),
    ("Work will begin with the consent of the Traditional Owners", "with the consent of"),
]
NO_THIRD_PARTY = [
    "We will publish the plan by June",
    "We will write to our partners in May",
    "Partners will receive a letter",
    "The Pending Tray café will open in June",
    "We will open a reliance desk",
    "The Trust will close the ward once",
    "We will train the staff before the ward opens",
    "All data is subject to audit, and we will publish the audit",
    "The board will meet when the clock strikes nine",
    "We will sell the shares in any company that has not answered",
    "The Department will fund a partnership manager",
    "The council will pay dependants a grant",
    "The fee will be waived if the patient is a child",
]

CONDITIONAL = [
    ("We’ll suspend the ban if there is a written offer on the table", "if"),
    ("Subject to planning consent, the Fund will pay for ice plants", "Subject to"),
    ("We will, where possible, give twelve months’ notice", "where possible"),
    ("The clinic will open unless staffing falls short", "unless"),
    ("We will fund it provided that the match is found", "provided that"),
    (
        "As far as is reasonably practicable the Board will publish minutes",
        "As far as is reasonably practicable",
    ),
    ("The Government accepts this recommendation in principle", "in principle"),
    ("The lane will be built when resources allow", "when resources allow"),
    ("Weather permitting, the bridge will open on Monday", "Weather permitting"),
    ("The grant will be paid on condition that the hall stays open", "condition that"),
    ("Should Parliament agree, the levy will end", "Should Parliament"),
    ("Help will be given wherever necessary", "wherever necessary"),
    ("The Ministry will reopen the mine in the event that prices recover", "in the event that"),
    ("We will keep the route as long as it pays", "long as"),
]
UNCONDITIONAL = [
    "We will look at it as if it were new",
    "We will ask the regulator if the rule applies",
    "The line will run even if numbers fall",
    "We will publish it by May if not sooner",
    "The Board will see if a second shift pays",
    "Where the old mill stood we will build forty homes",
    "We will teach the subject to every pupil",
    "The principal will write to parents",
    "We should publish by May",
    "We will pay for counselling for as long as it is wanted",
    "The Court will hear any subject to whom the Act applies",
    "The iffy cladding will be replaced",
    "We will decide if the fee is fair and publish why",
    "The contract was provided to members, and will be published",
]


@pytest.mark.parametrize(("quote", "words"), WEAK)
def test_a_weak_modal_or_a_mere_attempt_is_asked_about(quote: str, words: str) -> None:
    assert asked(quote)["L4"] == words


@pytest.mark.parametrize("quote", NOT_WEAK)
def test_might_in_a_clause_of_its_own_weakens_no_promise(quote: str) -> None:
    assert "L4" not in asked(quote)


@pytest.mark.parametrize("strength", [Strength.FIRM, Strength.BINDING])
def test_the_would_of_a_reported_promise_is_no_weak_modal(strength: Strength) -> None:
    reported = "it would train 90 more this financial year"
    assert "L4" not in asked(reported, strength=strength)
    assert asked(reported, strength=Strength.EXPLORATORY)["L4"] == "would"
    assert asked(reported)["L4"] == "would"


def test_aims_and_hopes_are_weak_whatever_the_strength() -> None:
    assert asked("We will aim to close the gap", strength=Strength.FIRM)["L4"] == "aim"


@pytest.mark.parametrize(("quote", "words"), THIRD_PARTIES)
def test_what_hangs_on_others_is_asked_what_if_they_do_not_act(quote: str, words: str) -> None:
    assert asked(quote)["L7"] == words


@pytest.mark.parametrize("quote", NO_THIRD_PARTY)
def test_others_who_are_only_named_hold_nothing_up(quote: str) -> None:
    assert "L7" not in asked(quote)


@pytest.mark.parametrize(("quote", "words"), CONDITIONAL)
def test_a_condition_is_asked_who_judges_it(quote: str, words: str) -> None:
    assert asked(quote)["L10"] == words


@pytest.mark.parametrize("quote", UNCONDITIONAL)
def test_if_for_whether_and_as_if_are_no_conditions(quote: str) -> None:
    assert "L10" not in asked(quote)


def test_the_condition_that_was_found_is_quoted() -> None:
    found = asked("Once the staff are trained we will open", condition="Once the staff are trained")
    assert found["L10"] == "Once the staff are trained"
