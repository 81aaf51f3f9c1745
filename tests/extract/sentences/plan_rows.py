"""Rows of action plans: tables with their columns in many orders, and actions with their leads."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, commitment, recommendation

COUNCIL = "Brayford Borough Council"
HOUSING = "Cedar Park Housing Association"


def borough(fact: str, text: str, *items: Item) -> Case:
    """A case from an action plan of an English borough."""
    return Case(fact, text, items, publisher=COUNCIL, date="2026-04-01")


def housing(fact: str, text: str, *items: Item) -> Case:
    """A case from an action plan of a housing association in Scotland."""
    return Case(fact, text, items, publisher=HOUSING, date="2026-04-01")


CASES = [
    borough(
        "a table of action, lead and date gives all three to each row",
        "Action | Lead | Date\n"
        "Resurface Castle Street | Head of Highways | 30 September 2026\n"
        "Plant 200 street trees | Parks Manager | March 2027",
        commitment("Resurface Castle Street", "Head of Highways", 4, "2026-09-30", "stated"),
        commitment("Plant 200 street trees", "Parks Manager", 4, "2027-03-31", "stated"),
    ),
    borough(
        "a table may put the date first and the act last",
        "By when | Who | Action\n"
        "31 May 2026 | Licensing Manager | Write to every taxi driver about the new badge",
        commitment(
            "Write to every taxi driver about the new badge", "Licensing Manager", 4, "2026-05-31"
        ),
    ),
    borough(
        "a dash for the date leaves the row without one",
        "Action | Responsible | Timescale\n"
        "Replace the locks in the Guildhall | Facilities Manager | –",
        commitment("Replace the locks in the Guildhall", "Facilities Manager", 3),
    ),
    borough(
        "a quarter of a financial year ends on its last day",
        "Action | Owner | Target date\n"
        "Launch the repairs app | Head of Digital | Q3 2026/27\n"
        "Retender the parking contract | Head of Procurement | Q4 2026/27",
        commitment("Launch the repairs app", "Head of Digital", 4, "2026-12-31"),
        commitment("Retender the parking contract", "Head of Procurement", 4, "2027-03-31"),
    ),
    borough(
        "a season in a date column is the end of that season",
        "Action | Owner | When\n"
        "Survey users of the leisure centre | Leisure Manager | Autumn 2026\n"
        "Open the splash park | Leisure Manager | Summer 2027",
        commitment("Survey users of the leisure centre", "Leisure Manager", 4, "2026-11-30"),
        commitment("Open the splash park", "Leisure Manager", 4, "2027-08-31"),
    ),
    borough(
        "dates in a table come as days, months, and parts of a year",
        "Task | Lead officer | Completion\n"
        "Move the archive to Dean House | Borough Archivist | End March 2027\n"
        "Scan the parish registers | Borough Archivist | Mid-2028\n"
        "Repair the strongroom door | Building Surveyor | 15/05/2026",
        commitment("Move the archive to Dean House", "Borough Archivist", 4, "2027-03-31"),
        commitment("Scan the parish registers", "Borough Archivist", 4, "2028-08-31"),
        commitment("Repair the strongroom door", "Building Surveyor", 4, "2026-05-15"),
    ),
    borough(
        "a row that says done is history",
        "Action | Owner | Status\n"
        "Paint the bandstand | Parks Manager | Done\n"
        "Repair the fountain | Parks Manager | Completed January 2026",
    ),
    borough(
        "a table of figures has no actions in it",
        "Ward | Bins missed | Complaints\nAbbey | 41 | 12\nCastle | 19 | 3\nWill Street | 8 | 0",
    ),
    borough(
        "a table with leading and trailing bars is the same table",
        "| Ref | Action | Owner | Deadline |\n"
        "|-----|--------|-------|----------|\n"
        "| A1 | Publish the tree strategy | Head of Planning | 31 July 2026 |\n"
        "| A2 | Train all members of the licensing committee | Monitoring Officer | June 2026 |",
        commitment("Publish the tree strategy", "Head of Planning", 4, "2026-07-31", "stated"),
        commitment(
            "Train all members of the licensing committee",
            "Monitoring Officer",
            4,
            "2026-06-30",
            "stated",
        ),
    ),
    borough(
        "the recommendation in a row and the answer to it are two items",
        "No. | Recommendation | Response\n"
        "1 | The Council should publish its vacancy rate | "
        "The Council will publish its vacancy rate "
        "by 31 May 2026",
        recommendation("The Council should publish its vacancy rate", COUNCIL, 2),
        commitment(
            "The Council will publish its vacancy rate by 31 May 2026", COUNCIL, 4, "2026-05-31"
        ),
    ),
    borough(
        "annually in a date column recurs",
        "Action | Owner | When\nInspect every playground | Parks Manager | Annually",
        commitment("Inspect every playground", "Parks Manager", 3),
    ),
    borough(
        "a row may name two owners",
        "Action | Owner | When\n"
        "Agree a protocol for rough sleepers in severe weather | Head of Housing and Community "
        "Safety Manager | October 2026",
        commitment(
            "Agree a protocol for rough sleepers in severe weather",
            "Head of Housing and Community Safety Manager",
            4,
            "2026-10-31",
        ),
    ),
    borough(
        "a risk register tells what might go wrong",
        "Risk | Likelihood | Impact\n"
        "Costs will exceed the budget | High | Severe\n"
        "The contractor will fail | Low | Severe",
    ),
    housing(
        "actions for a named body are acts of that body",
        "Actions for the Association:\n\n"
        "1. Publish the fire risk assessment of every tower by 31 May 2026\n"
        "2. Fit sprinklers in the bin stores",
        commitment(
            "Publish the fire risk assessment of every tower by 31 May 2026",
            HOUSING,
            4,
            "2026-05-31",
        ),
        commitment("Fit sprinklers in the bin stores", HOUSING, 3),
    ),
    housing(
        "our promises is a heading whose bullets are promises",
        "Our promises to tenants\n\n"
        "• We will answer the telephone in person.\n"
        "• We will never enter your home without notice.",
        commitment("We will answer the telephone in person", HOUSING, 3, None, "speaker"),
        commitment("We will never enter your home without notice", HOUSING, 3, None, "speaker"),
    ),
    housing(
        "a tenant who will get something is given it",
        "Every tenant in Alder Court will get a new front door by the end of 2026.",
        commitment(
            "Every tenant in Alder Court will get a new front door by the end of 2026",
            None,
            4,
            "2026-12-31",
            "unstated",
        ),
    ),
    housing(
        "works that will start are started by the landlord",
        "Work on the lifts at Alder Court will start on 11 May 2026.",
        commitment(
            "Work on the lifts at Alder Court will start on 11 May 2026",
            HOUSING,
            4,
            "2026-05-11",
            "inferred",
        ),
    ),
    housing(
        "no tenant will be is a promise not to do it to any",
        "No tenant will be moved against their wishes.",
        commitment("No tenant will be moved against their wishes", None, 3, None, "unstated"),
    ),
    housing(
        "a long sentence with its parentheses is one item to the last word",
        "The Association will replace the cladding on Alder Court (which was fitted in 2009, "
        "before the present rules) with brick, at no cost to any leaseholder, by the end of March "
        "2028.",
        commitment(
            "The Association will replace the cladding on Alder Court (which was fitted in 2009, "
            "before the present rules) with brick, at no cost to any leaseholder, by the end of "
            "March 2028",
            HOUSING,
            4,
            "2028-03-31",
        ),
    ),
    housing(
        "a rule of the tenancy agreement is in force already",
        "Under the tenancy agreement a tenant must give 28 days' notice, and the deposit will "
        "then be returned less any arrears, as it has been since 2018.",
    ),
    housing(
        "the cost of a plan is an estimate",
        "The programme will cost £3.1 million over four years. It will mean some noise and a good "
        "deal of dust.",
    ),
    housing(
        "staff of the landlord act for themselves when they are the subject",
        "Housing officers will visit every tenant over 80 by the end of the month.",
        commitment(
            "Housing officers will visit every tenant over 80 by the end of the month",
            "Housing officers",
            4,
            "2026-04-30",
        ),
    ),
    housing(
        "a promise may hang from a date and a condition at once",
        "Once the survey is complete, we will publish a programme of repairs by 31 August 2026.",
        commitment(
            "Once the survey is complete, we will publish a programme of repairs by 31 August 2026",
            HOUSING,
            3,
            "2026-08-31",
        ),
    ),
    housing(
        "working with others towards a thing is an intention",
        "We will work with the fire service to agree a plan for wheelchair users.",
        commitment(
            "We will work with the fire service to agree a plan for wheelchair users", HOUSING, 2
        ),
    ),
]
