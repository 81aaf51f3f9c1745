"""Responses to inquiries, committees and ombudsmen in Britain and Ireland."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, aspiration, commitment, recommendation

ROADS = "Department for Roads"
PORTS = "National Ports Authority"
CITY = "Elmstead City Council"


def government(fact: str, text: str, *items: Item) -> Case:
    """A case from a response of the Government to a committee or an inquiry."""
    return Case(fact, text, items, publisher=ROADS, date="2026-02-10")


def irish(fact: str, text: str, *items: Item) -> Case:
    """A case from the response of an Irish authority to an audit."""
    return Case(fact, text, items, publisher=PORTS, date="2026-02-10")


def city(fact: str, text: str, *items: Item) -> Case:
    """A case from the response of an English city to the ombudsman."""
    return Case(fact, text, items, publisher=CITY, date="2026-02-10")


CASES = [
    government(
        "an accepted recommendation is a promise of its own",
        "The Government accepts this recommendation.",
        commitment("The Government accepts this recommendation", "Government", 4, None, "stated"),
    ),
    government(
        "acceptance in principle is a step below acceptance",
        "The Government accepts this recommendation in principle.",
        commitment("The Government accepts this recommendation in principle", "Government", 3),
    ),
    government(
        "a recommendation that is not accepted leaves nothing",
        "The Government does not accept this recommendation. It believes that the present law is "
        "clear enough.",
    ),
    government(
        "to agree with the importance of a thing is not to agree to do it",
        "The Government agrees with the importance of lighting rural junctions and welcomes the "
        "Committee's interest in the subject.",
    ),
    government(
        "a response that notes a recommendation has not accepted it",
        "The Government notes this recommendation and thanks the Committee for its work.",
    ),
    government(
        "a recommendation and the answer to it are both items",
        "Recommendation 5: The Department should publish a map of every closed bridge.\n\n"
        "Response: Accepted. The Department will publish the map by 30 June 2026.",
        recommendation("The Department should publish a map of every closed bridge", ROADS, 2),
        commitment("Accepted", ROADS, 4, None, "speaker"),
        commitment("The Department will publish the map by 30 June 2026", ROADS, 4, "2026-06-30"),
    ),
    government(
        "the second verb after an acceptance belongs to whoever accepted",
        "The Government accepts this recommendation and will amend the Highway Code in autumn "
        "2026.",
        commitment("The Government accepts this recommendation", "Government", 4),
        commitment(
            "will amend the Highway Code in autumn 2026",
            "Government",
            4,
            "2026-11-30",
            "antecedent",
        ),
    ),
    government(
        "a committee that recommends names its addressee after that",
        "We recommend that National Roads repair every flooded underpass within six months.",
        recommendation(
            "We recommend that National Roads repair every flooded underpass within six months",
            "National Roads",
            2,
            "2026-08-10",
        ),
    ),
    government(
        "strongly makes a recommendation as strong as must",
        "We strongly recommend that the Department abolish the booking fee.",
        recommendation(
            "We strongly recommend that the Department abolish the booking fee", ROADS, 3
        ),
    ),
    government(
        "a thing that there should be is recommended to nobody by name",
        "There should be a single telephone number for reporting potholes.",
        recommendation("There should be a single telephone number for reporting potholes", None, 2),
    ),
    government(
        "regulations that will be laid have no named layer",
        "Regulations will be laid before Parliament in the second half of 2026.",
        commitment(
            "Regulations will be laid before Parliament in the second half of 2026",
            None,
            4,
            "2026-12-31",
            "unstated",
        ),
    ),
    government(
        "a minister may be promised by a response",
        "The Minister for Roads will make a statement to the House before the summer recess.",
        commitment(
            "The Minister for Roads will make a statement to the House before the summer recess",
            "Minister for Roads",
            3,
        ),
    ),
    government(
        "officials at work are at work now",
        "Officials are drafting guidance for parish councils.",
        commitment("Officials are drafting guidance for parish councils", "Officials", 1),
    ),
    government(
        "under consideration is as weak as a promise can be",
        "A ban on pavement parking outside schools is under consideration.",
        commitment(
            "A ban on pavement parking outside schools is under consideration",
            None,
            1,
            None,
            "unstated",
        ),
    ),
    government(
        "a date on which we expect to decide is an intention",
        "We expect to announce the outcome of the review by the end of 2026.",
        commitment(
            "We expect to announce the outcome of the review by the end of 2026",
            ROADS,
            2,
            "2026-12-31",
        ),
    ),
    government(
        "evidence that stays with its hearers is praise",
        "The evidence of the bereaved families will stay with everyone who heard it. No response "
        "can make up for what they have lost.",
    ),
    government(
        "the cost of a refused proposal is a supposition",
        "A second inspectorate would cost £12 million a year and would duplicate the work of the "
        "first.",
    ),
    government(
        "how drivers will be told is embedded in another question",
        "The Committee asked how drivers will be told of a closure and what signs will be used. "
        "Both points are covered in the existing manual.",
    ),
    irish(
        "an authority that accepts does so in the present",
        "The Authority accepts the recommendation of the Comptroller.",
        commitment("The Authority accepts the recommendation of the Comptroller", PORTS, 4),
    ),
    irish(
        "a harbour master may be given a duty by the authority's response",
        "The Rossmore Harbour Master will keep a log of every near miss.",
        commitment(
            "The Rossmore Harbour Master will keep a log of every near miss",
            "Rossmore Harbour Master",
            3,
        ),
    ),
    irish(
        "plans to with a quarter is an intention with a day",
        "The Authority plans to commission a new radar in Q2 2027.",
        commitment(
            "The Authority plans to commission a new radar in Q2 2027", PORTS, 2, "2027-06-30"
        ),
    ),
    irish(
        "the agent after by is the owner of what will be done",
        "The quay wall will be inspected by Rossmore County Council in late 2026.",
        commitment(
            "The quay wall will be inspected by Rossmore County Council in late 2026",
            "Rossmore County Council",
            4,
            "2026-12-31",
            "agent",
        ),
    ),
    irish(
        "a finding that is accepted binds nobody to act",
        "The Authority accepts the finding that invoices were paid twice in 2024.",
    ),
    irish(
        "a pledge of a body in the perfect still stands",
        "The Authority has pledged to keep the Rossmore ferry free for islanders.",
        commitment(
            "The Authority has pledged to keep the Rossmore ferry free for islanders", PORTS, 3
        ),
    ),
    irish(
        "a union's warning in a response is the union's",
        "The unions have warned that crews will leave and that the service will collapse by 2027.",
    ),
    city(
        "the city apologises and then promises",
        "The Council is sorry for the distress it caused to Ms. K. It will pay her £750 within "
        "four weeks.",
        commitment("It will pay her £750 within four weeks", CITY, 4, "2026-03-10", "antecedent"),
    ),
    city(
        "an ombudsman's shall is a recommendation of full strength",
        "Recommendation 2: The Council shall rewrite its letters to parents within three "
        "months.\n\n"
        "Council response: We accept this recommendation.",
        recommendation(
            "The Council shall rewrite its letters to parents within three months",
            CITY,
            3,
            "2026-05-10",
        ),
        commitment("We accept this recommendation", CITY, 4, None, "speaker"),
    ),
    city(
        "we agree with an opinion is not we agree to an act",
        "We agree that Ms. K's letters were answered late and that the delay was unkind.",
    ),
    city(
        "a remedy already paid is past",
        "The Council paid the sum that the Ombudsman recommended on 14 January 2026.",
    ),
    city(
        "a council that has agreed to a remedy is bound to it",
        "The Council has agreed to write off the debt of £1,212.",
        commitment("The Council has agreed to write off the debt of £1,212", CITY, 4),
    ),
    city(
        "we should have is a regret",
        "We should have told Ms. K about the panel. The officer ought to have rung her back.",
    ),
    city(
        "children who should feel safe are wished well",
        "Every child in our care should feel safe on the way to school.",
        aspiration("Every child in our care should feel safe on the way to school", None),
    ),
]
