"""L12, L13 and L14: two acts in one, nothing new, and promises not to act."""

from __future__ import annotations

import pytest

from tests.model.lint.questioning import asked

TWO_ACTS = [
    ("We will rewrite the rota and publish the results", "and publish"),
    ("The Trust will appoint a guardian and review the policy", "and review"),
    ("The Minister will visit Galway and open the new wing", "and open"),
    ("The City will repair 40 miles of pipe and will replace the pumps", "and will replace"),
    ("The Board agreed to close the unit and build a smaller one", "and build"),
    ("We will write to every school and publish the replies", "and publish"),
    ("Recruit 40 nurses and train 12 midwives", "and train"),
    ("We shall lay regulations, and publish guidance", "and publish"),
    ("The Province will fund two clinics and shall report on them yearly", "and shall report"),
    ("The council will consult tenants and then set up a panel", "and then set up"),
    ("Queensland Rail will restore the stop and provide a shelter", "and provide"),
    ("The Collector will hold a camp in each village and send the list to Delhi", "and send"),
]
ONE_ACT = [
    "We will publish the audit and report of the committee",
    "The Trust will open wards in Harrowmere and Stennick",
    "We will publish the names and addresses of both firms",
    "The Fund will pay for a scheme to train and recruit nurses",
    "We will publish a guide that helps carers plan and build support",
    "The Board will meet on 4 and 5 May",
    "Landlords should stop and think before they evict anyone",
    "The bank will refund the fee and the interest",
    "We will fund the research and development centre",
    "The report will say how schools open and close",
    "The Trust will appoint a nurse who can assess and open cases",
    "The Agency will inspect the work and drive shafts",
    "We will write to members and staff",
]

CONTINUING = [
    ("We will continue to pay the fees of every student member", "continue to"),
    ("The Department continues to monitor the site", "continues to"),
    ("The Trust is continuing to recruit", "continuing to"),
    ("We will continue working with the union", "continue working"),
    ("The HSE will continue with its plan", "continue with"),
    ("Caltrans will carry on inspecting the bridge", "carry on inspecting"),
    ("We will keep pressing for a second line", "keep pressing"),
    ("The Ministry remains committed to the scheme", "remains committed"),
    ("The shire will continue its programme of repairs", "continue its"),
    ("The Board will maintain its focus on safety", "maintain its"),
    ("We will continue our work in Nunavut", "continue our"),
    ("Both sides must keep talking", "keep talking"),
]
NEW = [
    "We will discontinue the charge in May",
    "The Board will fund continuing professional development",
    "The State will pay for continuing healthcare",
    "We will not continue with the plan",
    "The scheme will continue until March 2027",
    "We will continue the subsidy for a further two years",
    "The clinic will open in May",
    "The King's Hall will keep evening classes",
    "We will end the continued use of cells for children",
    "The Council will maintain 40 miles of road",
    "The ferry will carry on-board medics",
    "The committee will keep minutes",
    "We will publish a continuity plan",
]

REFRAINING = [
    ("In the meantime ticket offices at the 40 stations will not be closed", "not"),
    ("No new wood-burning stove will be permitted in any building", "No"),
    ("promotion boards will never again sit with only one sex", "never"),
    ("We won’t close a single branch", "won’t"),
    ("The Council is not closing the library", "not"),
    ("We will no longer charge for parking", "no"),
    ("A woman who asks for a caesarean will not be refused one", "not"),
    ("The bank agreed not to sell the debts", "not to sell"),
    ("None of this cost will be passed on to customers", "None"),
    ("Nobody who comes to the door will be turned away", "Nobody"),
    ("Neither the State nor the tribe will drill there", "Neither"),
    ("There will be no charge for the test", "no"),
    ("The firm will refrain from evictions", "refrain from"),
    ("The Ministry cannot and will not release the tape", "cannot"),
]
ACTING = [
    "that the Clerk invite tenders no later than 30 April 2026",
    "Both foundations pledge to spend no less than €3m every year",
    "The form will be no longer than four pages",
    "We will publish not only the figures but the reasons",
    "We will close D Wing, which has no working showers",
    "We shall sell our shares in any company that has not answered",
    "The note will be circulated",
    "Parishes that do not yet have a warden will write to the county",
    "We will act if the firm does not reply by May",
    "The clinic will be offered at no cost to patients",
    "The Department will fund not-for-profit providers",
    "The Government will legislate to end no-fault evictions",
    "We will decide whether or not to appeal by June",
    "The Board will put a librarian, not a volunteer, behind every desk",
    "We will open No. 10 to schools",
    "Where a home cannot be made safe the Council will offer another",
    "We want every nurse to say that a ward is not safe",
    "She will answer to the trustees and not to the chief executive",
    "We will answer anyone who can show that it does not work",
    "The Agency will write to people who have told it that they cannot read print",
]


@pytest.mark.parametrize(("quote", "words"), TWO_ACTS)
def test_two_acts_in_one_promise_are_asked_to_be_split(quote: str, words: str) -> None:
    assert asked(quote)["L12"] == words


@pytest.mark.parametrize("quote", ONE_ACT)
def test_two_things_or_an_act_inside_another_are_one_promise(quote: str) -> None:
    assert "L12" not in asked(quote)


@pytest.mark.parametrize(("quote", "words"), CONTINUING)
def test_what_goes_on_as_before_is_asked_what_would_change(quote: str, words: str) -> None:
    assert asked(quote)["L13"] == words


@pytest.mark.parametrize("quote", NEW)
def test_an_end_a_bound_or_a_name_is_no_mere_continuing(quote: str) -> None:
    assert "L13" not in asked(quote)


@pytest.mark.parametrize(("quote", "words"), REFRAINING)
def test_a_promise_not_to_act_is_asked_until_when(quote: str, words: str) -> None:
    assert asked(quote)["L14"] == words


@pytest.mark.parametrize("quote", ACTING)
def test_a_negation_beside_the_promise_is_let_pass(quote: str) -> None:
    assert "L14" not in asked(quote)
