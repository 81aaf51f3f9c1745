"""The prose of plans: times, hedges and subjects of every kind."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, aspiration, commitment, recommendation

COUNTY = "Fenwick County Council"


def plan(fact: str, text: str, *items: Item) -> Case:
    """A case from the delivery plan of an English county."""
    return Case(fact, text, items, publisher=COUNTY, date="2026-04-27")


CASES = [
    plan(
        "this financial year ends with its last day in March",
        "We will train 90 more drivers this financial year.",
        commitment("We will train 90 more drivers this financial year", COUNTY, 4, "2027-03-31"),
    ),
    plan(
        "a time that runs from each inspection has no day of its own",
        "We will publish each report within 14 days of the inspection.",
        commitment("We will publish each report within 14 days of the inspection", COUNTY, 4),
    ),
    plan(
        "at least once a year recurs and does not bound",
        "The Council will meet every tenants' group at least once a year.",
        commitment("The Council will meet every tenants' group at least once a year", COUNTY, 3),
    ),
    plan(
        "as soon as possible is a time and no day",
        "The footpath at Sallow Weir is closed after the flood. We will reopen it as soon as "
        "possible.",
        commitment("We will reopen it as soon as possible", COUNTY, 3),
    ),
    plan(
        "not before a day is no deadline",
        "We will not sell the site before 1 June 2027.",
        commitment("We will not sell the site before 1 June 2027", COUNTY, 3),
    ),
    plan(
        "the coming months are too vague to count",
        "The Council will publish a map of the new routes in the coming months.",
        commitment(
            "The Council will publish a map of the new routes in the coming months", COUNTY, 3
        ),
    ),
    plan(
        "will be opening is will open",
        "We will be opening a second hub in early 2027.",
        commitment("We will be opening a second hub in early 2027", COUNTY, 4, "2027-04-30"),
    ),
    plan(
        "will be working with others is an intention",
        "We will be working with Fenwick College to place 30 apprentices.",
        commitment("We will be working with Fenwick College to place 30 apprentices", COUNTY, 2),
    ),
    plan(
        "our aim is to is an aim in the shape of a noun",
        "Our aim is to open the hub by spring 2027.",
        commitment("Our aim is to open the hub by spring 2027", COUNTY, 2, "2027-05-31"),
    ),
    plan(
        "a hub that will have a thing is given it by whoever builds it",
        "The new hub will have a crèche and 40 desks.",
        commitment("The new hub will have a crèche and 40 desks", COUNTY, 3, None, "inferred"),
    ),
    plan(
        "a helpline that will launch is launched by its council",
        "A helpline for carers will launch on 1 June 2026.",
        commitment(
            "A helpline for carers will launch on 1 June 2026",
            COUNTY,
            4,
            "2026-06-01",
            "inferred",
        ),
    ),
    plan(
        "volunteers after by are the owners of the work",
        "The garden will be kept by volunteers from the Rotary Club.",
        commitment(
            "The garden will be kept by volunteers from the Rotary Club",
            "volunteers from the Rotary Club",
            3,
            None,
            "agent",
        ),
    ),
    plan(
        "what a thing will mean to people is a forecast of its effect",
        "The new timetable will mean shorter waits and will make the town a better place to live.",
    ),
    plan(
        "a recruitment that has begun is progress and one that goes on is a promise",
        "We have begun to map every drain in the county. We are recruiting two surveyors.",
        commitment("We are recruiting two surveyors", COUNTY, 1),
    ),
    plan(
        "to review a scheme every year is still only to review it",
        "We will review the charges annually.",
        commitment("We will review the charges annually", COUNTY, 1),
    ),
    plan(
        "a promise may be broken into by dashes",
        "The Council will publish – in plain English, and free of charge – a guide for carers.",
        commitment(
            "The Council will publish – in plain English, and free of charge – a guide for carers",
            COUNTY,
            3,
        ),
    ),
    plan(
        "the leader who is quoted in a plan speaks for the council",
        "“We will plant a tree for every child born in the county,” said Ada Moyes, Leader of the "
        "Council.",
        commitment(
            "We will plant a tree for every child born in the county",
            COUNTY,
            3,
            None,
            "speaker",
        ),
    ),
    plan(
        "we call on the government to may lead a list",
        "We call on the Government to:\n\n"
        "• restore the bus grant\n"
        "• publish the rural housing review by 30 September 2026",
        recommendation("restore the bus grant", "Government", 2),
        recommendation(
            "publish the rural housing review by 30 September 2026",
            "Government",
            2,
            "2026-09-30",
        ),
    ),
    plan(
        "a bullet may put its date first",
        "The Council will:\n\n"
        "1. open a night shelter; and\n"
        "2. by 1 December 2026, house every rough sleeper over 60.",
        commitment("open a night shelter", COUNTY, 3),
        commitment(
            "by 1 December 2026, house every rough sleeper over 60", COUNTY, 4, "2026-12-01"
        ),
    ),
    plan(
        "a cleft sentence says what matters and not what will be done",
        "It is the quiet work of volunteers that will keep these libraries alive. What matters is "
        "whether people will use them.",
    ),
    plan(
        "a rhetorical question answers nothing",
        "Will this plan solve everything? Can one council change the weather?",
    ),
    plan(
        "pensioners who will no longer pay are freed by a promise",
        "From a survey of 900 residents we learned what parking costs the old. We will no longer "
        "charge anybody over 75 for a permit.",
        commitment("We will no longer charge anybody over 75 for a permit", COUNTY, 3),
    ),
    plan(
        "schools that ought to act are advised to",
        "Every school ought to appoint a governor for road safety.",
        recommendation(
            "Every school ought to appoint a governor for road safety", "Every school", 2
        ),
    ),
    plan(
        "growth that depends on others is a condition of success",
        "Success will depend on the goodwill of landlords, and it will only come if rents stop "
        "rising.",
    ),
    plan(
        "replies that will be published by the council are its own to publish",
        "The consultation is open to everyone. All replies will be published by the Council in "
        "autumn 2026.",
        commitment(
            "All replies will be published by the Council in autumn 2026",
            COUNTY,
            4,
            "2026-11-30",
            "agent",
        ),
    ),
    plan(
        "we want is a wish even in a plan",
        "We want every child in Fenwick to learn to swim.",
        aspiration("We want every child in Fenwick to learn to swim", COUNTY),
    ),
    plan(
        "as now is the mark of a practice that stands",
        "As now, bins will be collected every fortnight and glass will be taken with the paper.",
    ),
    plan(
        "a hedge in the middle of a promise lowers it",
        "We will, where practicable, bury new cables under the verge.",
        commitment("We will, where practicable, bury new cables under the verge", COUNTY, 2),
    ),
    plan(
        "a short form learned from brackets stands for the whole name",
        "Fenwick and District Bus Partnership (FDBP) met in March. FDBP will run a Sunday service "
        "this summer.",
        commitment(
            "FDBP will run a Sunday service this summer",
            "Fenwick and District Bus Partnership",
            4,
            "2026-08-31",
        ),
    ),
    plan(
        "they are the last people who were the subject",
        "Park rangers cover the whole of the Sallow valley. They will clear every footpath by the "
        "end of May.",
        commitment(
            "They will clear every footpath by the end of May",
            "Park rangers",
            4,
            "2026-05-31",
            "antecedent",
        ),
    ),
]
