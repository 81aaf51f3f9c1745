"""Answers of management to audits and committees in Canada, the United States and elsewhere."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, commitment, recommendation

FISHERIES = "Department of Inland Fisheries"
VETERANS = "Office of Veterans Housing"
ARCHIVES = "Department of National Archives"
WATER = "Ministry of Rural Water"
HEALTH = "Department of Community Health"


def canada(fact: str, text: str, *items: Item) -> Case:
    """A case from the response of a Canadian department to an audit."""
    return Case(fact, text, items, publisher=FISHERIES, date="2026-05-04")


def states(fact: str, text: str, *items: Item) -> Case:
    """A case from the comments of an American agency on an audit."""
    return Case(fact, text, items, publisher=VETERANS, date="2026-05-04")


def australia(fact: str, text: str, *items: Item) -> Case:
    """A case from the response of an Australian department to an inquiry."""
    return Case(fact, text, items, publisher=ARCHIVES, date="2026-05-04")


def india(fact: str, text: str, *items: Item) -> Case:
    """A case from the action-taken notes of an Indian ministry."""
    return Case(fact, text, items, publisher=WATER, date="2026-05-04")


def south_africa(fact: str, text: str, *items: Item) -> Case:
    """A case from the response of a South African department to its auditors."""
    return Case(fact, text, items, publisher=HEALTH, date="2026-05-04")


CASES = [
    canada(
        "agreed with a stop is an acceptance in one word",
        "Response of the Department: Agreed. The Department will update its manual by March 31, "
        "2027.",
        commitment("Agreed", FISHERIES, 4, None, "speaker"),
        commitment(
            "The Department will update its manual by March 31, 2027", FISHERIES, 4, "2027-03-31"
        ),
    ),
    canada(
        "the auditor's recommendation comes before the department's answer",
        "Recommendation. The Department should track every vessel inspection.\n\n"
        "Response. Agreed. The Department will put a tracking system in place by the end of 2027.",
        recommendation("The Department should track every vessel inspection", FISHERIES, 2),
        commitment("Agreed", FISHERIES, 4),
        commitment(
            "The Department will put a tracking system in place by the end of 2027",
            FISHERIES,
            4,
            "2027-12-31",
        ),
    ),
    canada(
        "to agree with a recommendation is to accept it",
        "The Department agrees with the recommendation.",
        commitment("The Department agrees with the recommendation", FISHERIES, 4),
    ),
    canada(
        "a department that agrees with observations has agreed to nothing",
        "The Department agrees with the observations made in paragraphs 4.12 to 4.19 and "
        "appreciates the work of the audit team.",
    ),
    canada(
        "a branch of a department acts in its own name",
        "The Compliance Branch will audit ten hatcheries by December 31, 2026.",
        commitment(
            "The Compliance Branch will audit ten hatcheries by December 31, 2026",
            "Compliance Branch",
            4,
            "2026-12-31",
        ),
    ),
    canada(
        "a department that is developing a thing has not finished it",
        "The Department is developing a training program for new inspectors.",
        commitment(
            "The Department is developing a training program for new inspectors", FISHERIES, 1
        ),
    ),
    canada(
        "over a number of months from the date is a deadline",
        "Over the next 18 months, the Department will replace its licensing system.",
        commitment(
            "Over the next 18 months, the Department will replace its licensing system",
            FISHERIES,
            4,
            "2027-11-04",
        ),
    ),
    canada(
        "a plan may be promised by two bodies together",
        "The Department and the Northern Chiefs Council will co-develop a salmon plan by spring "
        "2027.",
        commitment(
            "The Department and the Northern Chiefs Council will co-develop a salmon plan by "
            "spring 2027",
            "Department of Inland Fisheries and Northern Chiefs Council",
            4,
            "2027-05-31",
        ),
    ),
    canada(
        "what was found about the past is an audit finding",
        "We found that the Department had not inspected 40 per cent of hatcheries and that "
        "managers believed the backlog would clear itself.",
    ),
    canada(
        "what stocks will do is a model's opinion",
        "According to the model, stocks in the lower river will recover by 2035 if fishing stops.",
    ),
    states(
        "we concur is how an American agency accepts",
        "We concur with this recommendation. We will issue revised guidance by September 30, 2026.",
        commitment("We concur with this recommendation", VETERANS, 4, None, "speaker"),
        commitment(
            "We will issue revised guidance by September 30, 2026", VETERANS, 4, "2026-09-30"
        ),
    ),
    states(
        "management that agrees with a recommendation accepts it",
        "Management agrees with this recommendation.",
        commitment("Management agrees with this recommendation", "Management", 4),
    ),
    states(
        "management that agrees with a finding accepts no act",
        "Management agrees with this finding and appreciates the professionalism of the auditors.",
    ),
    states(
        "an agency that does not concur promises nothing",
        "The Office does not concur. The controls in place already meet the standard.",
    ),
    states(
        "an auditor's should is addressed to the head of the agency",
        "The Director should establish a deadline for answering every application.",
        recommendation(
            "The Director should establish a deadline for answering every application",
            "Director",
            2,
        ),
    ),
    states(
        "work that will be verified by an inspector is the inspector's to do",
        "All 1,140 repairs will be verified by an independent inspector.",
        commitment(
            "All 1,140 repairs will be verified by an independent inspector",
            "independent inspector",
            3,
            None,
            "agent",
        ),
    ),
    states(
        "no later than is a day like any other",
        "The Office will close all open work orders no later than August 14, 2026.",
        commitment(
            "The Office will close all open work orders no later than August 14, 2026",
            VETERANS,
            4,
            "2026-08-14",
        ),
    ),
    states(
        "within so many days runs from the statement",
        "The Chief Financial Officer will reconcile the accounts within 60 days.",
        commitment(
            "The Chief Financial Officer will reconcile the accounts within 60 days",
            "Chief Financial Officer",
            4,
            "2026-07-03",
        ),
    ),
    states(
        "contingent on money is a condition",
        "Contingent on funding, the Office will hire 12 inspectors.",
        commitment("Contingent on funding, the Office will hire 12 inspectors", VETERANS, 2),
    ),
    states(
        "a statute that requires is background",
        "The Act requires the Office to inspect each unit annually, and a unit that fails will be "
        "reinspected within 30 days, as has been the rule since 1998.",
    ),
    states(
        "a process described in an audit is how things work",
        "Under the current process, an applicant will first receive a number, and a caseworker "
        "will then verify the discharge papers.",
    ),
    australia(
        "supported is an acceptance in one word",
        "Recommendation 3\nThe Department should digitise the shipping registers.\n\n"
        "Response\nSupported.",
        recommendation("The Department should digitise the shipping registers", ARCHIVES, 2),
        commitment("Supported", ARCHIVES, 4, None, "speaker"),
    ),
    australia(
        "agreed in principle is less than agreed",
        "Recommendation 4\nThe Department should open its reading room on Saturdays.\n\n"
        "Response\nAgreed in principle.",
        recommendation("The Department should open its reading room on Saturdays", ARCHIVES, 2),
        commitment("Agreed in principle", ARCHIVES, 3, None, "speaker"),
    ),
    australia(
        "noted as the whole of an answer accepts nothing",
        "Recommendation 5\nThe Department should lend originals to schools.\n\nResponse\nNoted.",
        recommendation("The Department should lend originals to schools", ARCHIVES, 2),
    ),
    australia(
        "not supported is a refusal",
        "Recommendation 6\nThe Department should charge for copies.\n\nResponse\nNot supported.",
        recommendation("The Department should charge for copies", ARCHIVES, 2),
    ),
    australia(
        "the Australian Government in full is its own name",
        "The Australian Government will fund the program until a national body is established.",
        commitment(
            "The Australian Government will fund the program until a national body is established",
            "Australian Government",
            3,
        ),
    ),
    australia(
        "a matter for the states is theirs",
        "This is a matter for state and territory governments. The Department understands that "
        "Victoria will legislate in 2027.",
    ),
    australia(
        "a thing that is being considered in government is being considered",
        "The Department is considering the scope of a national register of private collections.",
        commitment(
            "The Department is considering the scope of a national register of private collections",
            ARCHIVES,
            1,
        ),
    ),
    australia(
        "will seek to is exploratory whatever the verb after it",
        "The Department will seek to extend the pilot to Hobart.",
        commitment("The Department will seek to extend the pilot to Hobart", ARCHIVES, 1),
    ),
    india(
        "action that is being taken has no taker",
        "The observations of the Committee have been noted. Action is being taken to fill the "
        "vacant posts.",
        commitment("Action is being taken to fill the vacant posts", None, 1, None, "unstated"),
    ),
    india(
        "a committee that recommends to a ministry in the plural is one body",
        "The Committee recommend that the Ministry complete the survey of hand pumps within six "
        "months.",
        recommendation(
            "The Committee recommend that the Ministry complete the survey of hand pumps within "
            "six months",
            WATER,
            2,
            "2026-11-04",
        ),
    ),
    india(
        "a ministry that undertakes to lay a report has undertaken it",
        "The Ministry undertakes to lay the audited accounts before both Houses by 31 December "
        "2026.",
        commitment(
            "The Ministry undertakes to lay the audited accounts before both Houses by 31 "
            "December 2026",
            WATER,
            3,
            "2026-12-31",
        ),
    ),
    india(
        "crores that were released were released",
        "An amount of Rs. 412 crore was released to the States in 2024-25, and 1.2 lakh "
        "households have been given tap connections.",
    ),
    india(
        "the states, which hold the subject, are asked and not bound",
        "State Governments should furnish utilisation certificates by 30 September 2026.",
        recommendation(
            "State Governments should furnish utilisation certificates by 30 September 2026",
            "State Governments",
            2,
            "2026-09-30",
        ),
    ),
    india(
        "a ministry may promise for its minister",
        "The Minister of State shall lay a statement on the mission every quarter.",
        commitment(
            "The Minister of State shall lay a statement on the mission every quarter",
            "Minister of State",
            4,
        ),
    ),
    south_africa(
        "a department that will fill posts by the end of a financial year has till March",
        "The Department will fill 240 nursing posts by the end of the 2026/27 financial year.",
        commitment(
            "The Department will fill 240 nursing posts by the end of the 2026/27 financial year",
            HEALTH,
            4,
            "2027-03-31",
        ),
    ),
    south_africa(
        "the accounting officer answers for himself",
        "The Accounting Officer will table the annual report in Parliament by 30 September 2026.",
        commitment(
            "The Accounting Officer will table the annual report in Parliament by 30 September "
            "2026",
            "Accounting Officer",
            4,
            "2026-09-30",
        ),
    ),
    south_africa(
        "clinics that will not be closed are kept by a promise",
        "No clinic in the Overberg will be closed.",
        commitment("No clinic in the Overberg will be closed", None, 3, None, "unstated"),
    ),
    south_africa(
        "load shedding that will continue is a forecast",
        "The Department notes that load shedding will probably continue and that some clinics "
        "will be affected.",
    ),
]
