"""Answers of several sentences, where a promise stands among findings, regrets and forecasts."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, commitment, recommendation

TRANSIT = "Department for Transit"
COUNCIL = "Harrowdale Council"


def department(fact: str, text: str, *items: Item) -> Case:
    """A case from the answer of a department to a committee."""
    return Case(fact, text, items, publisher=TRANSIT, date="2026-07-06")


def council(fact: str, text: str, *items: Item) -> Case:
    """A case from the answer of a council to an ombudsman."""
    return Case(fact, text, items, publisher=COUNCIL, date="2026-07-06")


CASES = [
    department(
        "a promise is followed by a forecast of what it will bring",
        "The Department will publish fares data every month. This will give passengers a better "
        "idea of what they are paying for.",
        commitment("The Department will publish fares data every month", TRANSIT, 3),
    ),
    department(
        "an acceptance may depend on a spending review",
        "The Government accepts this recommendation, subject to the outcome of the Spending "
        "Review.",
        commitment(
            "The Government accepts this recommendation, subject to the outcome of the Spending "
            "Review",
            "Government",
            3,
        ),
    ),
    department(
        "a recognition of need stands before a promise and is none",
        "The Government recognises the need to improve access to stations. By the end of 2027 the "
        "Department will install lifts at 12 stations.",
        commitment(
            "By the end of 2027 the Department will install lifts at 12 stations",
            TRANSIT,
            4,
            "2027-12-31",
        ),
    ),
    department(
        "a minister's words to the house are reported for his own side",
        "The Secretary of State told the House on 2 July that the Department would reopen the "
        "Ashby line by 2030.",
        commitment("the Department would reopen the Ashby line by 2030", TRANSIT, 4, "2030-12-31"),
    ),
    department(
        "what two bodies agreed that one of them will do is its promise",
        "The Department and Northern Lines have agreed that Northern Lines will refund season "
        "tickets by 31 August 2026.",
        commitment(
            "Northern Lines will refund season tickets by 31 August 2026",
            "Northern Lines",
            4,
            "2026-08-31",
        ),
    ),
    department(
        "no decision and no timetable is no promise",
        "No decision has been taken on the future of ticket offices, and it would be wrong to "
        "speculate. Ministers have not ruled anything out.",
    ),
    department(
        "an industry's own plan is told as news",
        "Operators have said that they will bring forward proposals of their own. The Department "
        "welcomes that.",
    ),
    department(
        "a fact about the past can be as long as a promise",
        "Between 2019 and 2024 the Department spent £38 million on the programme, which was "
        "expected to finish in 2022 and which, in the view of the auditors, should never have "
        "been started.",
    ),
    department(
        "a because belongs to the promise that it explains",
        "The Department will not publish the draft because it contains commercial prices.",
        commitment(
            "The Department will not publish the draft because it contains commercial prices",
            TRANSIT,
            3,
        ),
    ),
    department(
        "an although before the promise stays outside it",
        "Although costs have risen, the Department will finish the Ashby viaduct by mid-2028.",
        commitment(
            "the Department will finish the Ashby viaduct by mid-2028", TRANSIT, 4, "2028-08-31"
        ),
    ),
    department(
        "a however before the promise stays outside it",
        "We do not agree that a new regulator is needed. However, we will double the budget of "
        "the Passenger Panel.",
        commitment("we will double the budget of the Passenger Panel", TRANSIT, 3),
    ),
    department(
        "so that says what a promise is for and makes none",
        "We will number every platform seat so that blind passengers will be able to find theirs.",
        commitment(
            "We will number every platform seat so that blind passengers will be able to find "
            "theirs",
            TRANSIT,
            3,
        ),
    ),
    department(
        "it is our intention that is an intention",
        "It is our intention to legislate in the second half of 2027.",
        commitment(
            "It is our intention to legislate in the second half of 2027",
            TRANSIT,
            2,
            "2027-12-31",
        ),
    ),
    department(
        "two recommendations in one sentence have two verbs and one addressee",
        "Train companies must publish their cancellation figures and should refund every "
        "cancelled journey.",
        recommendation(
            "Train companies must publish their cancellation figures", "Train companies", 3
        ),
        recommendation("should refund every cancelled journey", "Train companies", 2),
    ),
    department(
        "a promise of officials may be made in the passive with by",
        "The draft guidance will be circulated by officials within three weeks.",
        commitment(
            "The draft guidance will be circulated by officials within three weeks",
            "officials",
            4,
            "2026-07-27",
            "agent",
        ),
    ),
    department(
        "a consultation that closed is over though its reply is promised",
        "The consultation closed on 1 May 2026. We will publish our response later this year.",
        commitment("We will publish our response later this year", TRANSIT, 4, "2026-12-31"),
    ),
    department(
        "evidence told to a committee is the witness's",
        "Mr. Vance told the Committee that buses in the valley will disappear unless the grant is "
        "doubled, and that ministers should be ashamed.",
    ),
    department(
        "to look at the case for a thing is to explore it",
        "The Department will look at the case for a second tunnel.",
        commitment("The Department will look at the case for a second tunnel", TRANSIT, 1),
    ),
    council(
        "an ombudsman may recommend a list under one lead-in",
        "The Ombudsman recommends that the Council:\n\n"
        "• apologise to Mrs. T. in writing\n"
        "• pay her £300\n\n"
        "The Council accepts both recommendations.",
        recommendation("apologise to Mrs. T. in writing", COUNCIL, 2),
        recommendation("pay her £300", COUNCIL, 2),
        commitment("The Council accepts both recommendations", COUNCIL, 4, None, "stated"),
    ),
    council(
        "within four weeks of a decision counts from an event",
        "Within four weeks of the final decision the Council should apologise to Mr. B.",
        recommendation(
            "Within four weeks of the final decision the Council should apologise to Mr. B",
            COUNCIL,
            2,
        ),
    ),
    council(
        "an apology already given is no remedy to come",
        "The Council has already apologised to Mr. B. and has refunded his court costs. It "
        "regrets the time that this took.",
    ),
    council(
        "what the law lets a council do is not what it will do",
        "Under the Act a council may recover an overpayment, and it will normally write to the "
        "tenant first. That is what happened here.",
    ),
    council(
        "the council shall in an agreed remedy binds",
        "We have considered the draft report. The Council shall remove the charge from Mr. B.'s "
        "account.",
        commitment(
            "The Council shall remove the charge from Mr. B.'s account", COUNCIL, 4, None, "stated"
        ),
    ),
    council(
        "the head of a service takes on a named duty with a date",
        "We are sorry that nobody rang back. The Head of Revenues will telephone Mr. B. by 10 "
        "July 2026 and offer him a plan for the arrears.",
        commitment(
            "The Head of Revenues will telephone Mr. B. by 10 July 2026",
            "Head of Revenues",
            4,
            "2026-07-10",
        ),
        commitment("offer him a plan for the arrears", "Head of Revenues", 3, None, "antecedent"),
    ),
    council(
        "a neighbour's complaint tells what he thinks should happen",
        "Mr. B. complained that the hedge should have been cut and that the Council would not "
        "listen.",
    ),
    council(
        "if requested is a condition of the tenant's making",
        "If a tenant asks, we will send the decision in large print.",
        commitment(
            "If a tenant asks, we will send the decision in large print",
            COUNCIL,
            2,
            None,
            "speaker",
        ),
    ),
]
