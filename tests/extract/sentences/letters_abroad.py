"""Letters of public bodies in Canada, New Zealand, India, South Africa and the United States."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, commitment, recommendation

LIVING = "Ministry of Senior Living"
FARMS = "Ministry for Rural Affairs"
TEXTILES = "Ministry of Handlooms"
CLINICS = "Federation of Rural Clinics"
NURSING = "State Board of Nursing Homes"


def canada(fact: str, text: str, *items: Item) -> Case:
    """A case from a letter of a provincial ministry in Canada."""
    return Case(fact, text, items, publisher=LIVING, speaker="Anne Tremblay", date="2026-05-04")


def new_zealand(fact: str, text: str, *items: Item) -> Case:
    """A case from a letter of a minister in New Zealand."""
    return Case(fact, text, items, publisher=FARMS, speaker="Hana Parata", date="2026-05-04")


def india(fact: str, text: str, *items: Item) -> Case:
    """A case from a letter of a ministry in New Delhi."""
    return Case(fact, text, items, publisher=TEXTILES, speaker="R. K. Menon", date="2026-05-04")


def south_africa(fact: str, text: str, *items: Item) -> Case:
    """A case from an open letter of a federation of clinics in South Africa."""
    return Case(fact, text, items, publisher=CLINICS, speaker="Thabo Nkosi", date="2026-05-04")


def states(fact: str, text: str, *items: Item) -> Case:
    """A case from a letter of a state board in America."""
    return Case(fact, text, items, publisher=NURSING, speaker="Carla Boone", date="2026-05-04")


CASES = [
    canada(
        "staff of a ministry follow up in their own name",
        "Thank you for writing about Maplewood Lodge. Ministry staff will follow up with you by "
        "May 29, 2026.",
        commitment(
            "Ministry staff will follow up with you by May 29, 2026",
            "Ministry staff",
            4,
            "2026-05-29",
        ),
    ),
    canada(
        "please be assured that stands outside what it assures",
        "Please be assured that your concerns will be shared with the inspector.",
        commitment("your concerns will be shared with the inspector", None, 3, None, "unstated"),
    ),
    canada(
        "what an inspector may do if a home fails is a power",
        "Should a home fail to comply, the inspector may issue an order, and a copy will then be "
        "posted at the entrance, as the Act requires.",
    ),
    canada(
        "the ministry that acts by a month acts by its last day",
        "We understand how worrying the closure has been. The Ministry will open 48 beds in "
        "Kenora by October 2026. Construction began last fall.",
        commitment(
            "The Ministry will open 48 beds in Kenora by October 2026", LIVING, 4, "2026-10-31"
        ),
    ),
    canada(
        "a federal decision is not the province's to promise",
        "As you may know, pensions are a federal responsibility. Ottawa has said that it will "
        "raise the supplement next year.",
    ),
    new_zealand(
        "a minister who has asked officials to report still asks them",
        "Tēnā koe Mr. Rangi\n\nI have asked officials to report to me by the end of June.",
        recommendation(
            "I have asked officials to report to me by the end of June",
            "officials",
            2,
            "2026-06-30",
        ),
    ),
    new_zealand(
        "a cabinet that has agreed to a thing is bound to it",
        "Cabinet has agreed to establish an independent inspector of farm labour.",
        commitment(
            "Cabinet has agreed to establish an independent inspector of farm labour",
            "Cabinet",
            4,
        ),
    ),
    new_zealand(
        "greetings and thanks in a letter promise nothing",
        "Kia ora koutou\n\nThank you for inviting me to speak at your field day. It was a "
        "pleasure to see so many young farmers. Ngā mihi nui.",
    ),
    new_zealand(
        "the second of two clauses may have a new owner",
        "The Ministry will fund the trial, and the Farm Advisory Service will run it.",
        commitment("The Ministry will fund the trial", FARMS, 3),
        commitment("the Farm Advisory Service will run it", "Farm Advisory Service", 3),
    ),
    new_zealand(
        "what farmers will find is for farmers to find",
        "Farmers will find the new form a good deal shorter. It should take about ten minutes.",
    ),
    india(
        "a matter that is under consideration is hardly promised",
        "Sir,\n\nI am directed to refer to your letter of 4 March 2026 and to say that the "
        "request for a yarn depot at Karimnagar is under consideration.",
        commitment(
            "the request for a yarn depot at Karimnagar is under consideration",
            None,
            1,
            None,
            "unstated",
        ),
    ),
    india(
        "necessary action in due course is a promise without act or day",
        "Your representation has been received. Necessary action will be taken in due course.",
        commitment("Necessary action will be taken in due course", None, 3, None, "unstated"),
    ),
    india(
        "an act done by an officer is owned by the officer",
        "The Development Commissioner will release the second instalment by 31 March 2027.",
        commitment(
            "The Development Commissioner will release the second instalment by 31 March 2027",
            "Development Commissioner",
            4,
            "2027-03-31",
        ),
    ),
    india(
        "a letter issued with approval was already approved",
        "This issues with the approval of the competent authority. A copy of the guidelines is "
        "enclosed for ready reference.",
    ),
    india(
        "weavers who are requested to apply are asked",
        "The Ministry has revised the scheme. We request every weavers' society to submit its "
        "accounts by 30 June 2026.",
        recommendation(
            "We request every weavers' society to submit its accounts by 30 June 2026",
            "every weavers' society",
            2,
            "2026-06-30",
        ),
    ),
    south_africa(
        "a federation and its members are owners together",
        "The Federation and its members will staff a telephone line at night.",
        commitment(
            "The Federation and its members will staff a telephone line at night",
            "Federation of Rural Clinics and its members",
            3,
        ),
    ),
    south_africa(
        "along with its members makes them partners and not owners",
        "Along with its members, the Federation will run 40 flu clinics by the end of July 2026.",
        commitment(
            "Along with its members, the Federation will run 40 flu clinics by the end of July "
            "2026",
            CLINICS,
            4,
            "2026-07-31",
        ),
    ),
    south_africa(
        "a province that is called upon is not bound by the call",
        "We call on the MEC for Health to reopen the pharmacy at Lusikisiki.",
        recommendation(
            "We call on the MEC for Health to reopen the pharmacy at Lusikisiki",
            "MEC for Health",
            2,
        ),
    ),
    south_africa(
        "a patient who waits is described and not promised",
        "On a normal day a patient at Lusikisiki will wait five hours, will be seen for five "
        "minutes and will go home without medicine.",
    ),
    south_africa(
        "a pledge to pay is firm without a date",
        "We pledge to pay the legal costs of any nurse who reports corruption.",
        commitment(
            "We pledge to pay the legal costs of any nurse who reports corruption", CLINICS, 3
        ),
    ),
    states(
        "a board posts what it says it will post by a day in July",
        "By July 15, 2026, we will post every inspection report online.",
        commitment(
            "By July 15, 2026, we will post every inspection report online",
            NURSING,
            4,
            "2026-07-15",
            "speaker",
        ),
    ),
    states(
        "an operator's plan of correction is the operator's",
        "The operator has submitted a plan of correction, in which it states that it will replace "
        "the boiler and retrain all staff. We are unable to comment further.",
    ),
    states(
        "a hearing within so many days is promised for the last of them",
        "The Board will hold a public hearing in Dayton within 45 days.",
        commitment(
            "The Board will hold a public hearing in Dayton within 45 days",
            NURSING,
            4,
            "2026-06-18",
        ),
    ),
    states(
        "homes that are strongly urged are told almost to act",
        "We strongly urge all nursing homes to test their generators.",
        recommendation(
            "We strongly urge all nursing homes to test their generators", "all nursing homes", 3
        ),
    ),
]
