"""Joint statements, agreements and communiqués, where we are several bodies."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "we in a joint statement is every body that signed",
        "Ardlow Council and Ardlow Police have today signed an agreement on knife crime. We "
        "will share our records of every incident near a school.",
        (
            commitment(
                "We will share our records of every incident near a school",
                "Ardlow Council and Ardlow Police",
                3,
                basis="speaker",
            ),
        ),
        publisher="Ardlow Council and Ardlow Police",
    ),
    Case(
        "one party that is named acts alone",
        "Ardlow Police will put an officer in each of the six high schools by 1 September 2026.",
        (
            commitment(
                "Ardlow Police will put an officer in each of the six high schools by 1 "
                "September 2026",
                "Ardlow Police",
                4,
                "2026-09-01",
                "stated",
            ),
        ),
        publisher="Ardlow Council and Ardlow Police",
    ),
    Case(
        "two parties joined by and act together",
        "Ardlow Council and Ardlow Police will open a joint control room in 2027.",
        (
            commitment(
                "Ardlow Council and Ardlow Police will open a joint control room in 2027",
                "Ardlow Council and Ardlow Police",
                4,
                "2027-12-31",
                "stated",
            ),
        ),
        publisher="Ardlow Council and Ardlow Police",
    ),
    Case(
        "both is every party to the statement",
        "Both institutions will honour every offer that they have made.",
        (
            commitment(
                "Both institutions will honour every offer that they have made",
                "University of Merse and Merse College",
                3,
                basis="stated",
            ),
        ),
        publisher="University of Merse and Merse College",
    ),
    Case(
        "neither party is both of them refraining",
        "The merger was approved by both governing bodies in March. Neither institution will "
        "make compulsory redundancies.",
        (
            commitment(
                "Neither institution will make compulsory redundancies",
                "University of Merse and Merse College",
                3,
                basis="stated",
            ),
        ),
        publisher="University of Merse and Merse College",
    ),
    Case(
        "agreed that introduces the act of one party",
        "We have agreed that Merse College will hand its library to the county by 31 July 2027.",
        (
            commitment(
                "Merse College will hand its library to the county by 31 July 2027",
                "Merse College",
                4,
                "2027-07-31",
                "stated",
            ),
        ),
        publisher="University of Merse and Merse College",
    ),
    Case(
        "two sides that discussed and noted have undertaken nothing",
        "The two sides discussed wages, hours and pensions. They noted that the talks had been "
        "frank.",
        publisher="Harbour Employers and Dockers’ Association",
    ),
    Case(
        "the parties shall is the voice of an agreement",
        "The parties shall meet every quarter. The agreement was signed at Skelling by both "
        "chairs.",
        (commitment("The parties shall meet every quarter", "parties", 4, basis="stated"),),
    ),
    Case(
        "a joint call on others is a recommendation",
        "We call on the Government to publish its flood plan by the end of the year.",
        (
            recommendation(
                "We call on the Government to publish its flood plan by the end of the year",
                "Government",
                2,
                "2026-12-31",
            ),
        ),
        publisher="Leamside Farmers and Leamside Anglers",
        date="2026-10-05",
    ),
    Case(
        "ministers who underlined and recalled have undertaken nothing",
        "Ministers underlined the importance of open shipping lanes. They recalled their "
        "statement of 12 March and welcomed the progress made.",
    ),
    Case(
        "ministers who reaffirmed a commitment to a verb restate it",
        "Ministers reaffirmed their commitment to end the trade in shark fins by 2029.",
        (
            commitment(
                "their commitment to end the trade in shark fins by 2029",
                "Ministers",
                3,
                "2029-12-31",
            ),
        ),
    ),
    Case(
        "a shared wish is an aspiration of both",
        "We want every young person in Ardlow to feel safe on the way home.",
        (
            aspiration(
                "We want every young person in Ardlow to feel safe on the way home",
                "Ardlow Council and Ardlow Police",
            ),
        ),
        publisher="Ardlow Council and Ardlow Police",
    ),
    Case(
        "a joint we must is a duty of both",
        "Three teenagers have died in two years. We must not let it become normal.",
        (aspiration("We must not let it become normal", "Ardlow Council and Ardlow Police"),),
        publisher="Ardlow Council and Ardlow Police",
    ),
    Case(
        "the two chief executives are owners in themselves",
        "Our two chief executives will chair the new board in turn.",
        (
            commitment(
                "Our two chief executives will chair the new board in turn",
                "two chief executives",
                3,
                basis="stated",
            ),
        ),
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
    ),
    Case(
        "what an agreement does not change is a negation of fact",
        "This agreement does not affect the rights of either trust. Each remains responsible "
        "for its own patients.",
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
    ),
    Case(
        "partners who are developing have only begun",
        "The trusts are developing a single waiting list for hip and knee operations.",
        (
            commitment(
                "The trusts are developing a single waiting list for hip and knee operations",
                "trusts",
                1,
            ),
        ),
    ),
    Case(
        "a party to a joint statement may plan and another give",
        "Leam Hospitals Trust plans to close its laundry. Merse Hospitals Trust will take on "
        "all 31 of its staff.",
        (
            commitment(
                "Leam Hospitals Trust plans to close its laundry", "Leam Hospitals Trust", 2
            ),
            commitment(
                "Merse Hospitals Trust will take on all 31 of its staff", "Merse Hospitals Trust", 3
            ),
        ),
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
    ),
    Case(
        "the owner of a passive is its agent",
        "The costs of the bridge will be shared equally. The design will be drawn up by Ardlow "
        "Council.",
        (
            commitment("The costs of the bridge will be shared equally", None, 3, basis="unstated"),
            commitment(
                "The design will be drawn up by Ardlow Council", "Ardlow Council", 3, basis="agent"
            ),
        ),
        publisher="Ardlow Council and Fenwick District Council",
    ),
    Case(
        "a joint statement's belief that a thing will help is a prediction",
        "We believe that this agreement will bring our two islands closer. It will be "
        "remembered for a long time.",
        publisher="Government of Ness and Government of Sula",
    ),
    Case(
        "two governments undertake in the third person",
        "The two Governments undertake to remove all fishing fees for small boats from each "
        "other’s waters.",
        (
            commitment(
                "The two Governments undertake to remove all fishing fees for small boats from "
                "each other’s waters",
                "Government of Ness and Government of Sula",
                3,
            ),
        ),
        publisher="Government of Ness and Government of Sula",
    ),
    Case(
        "leaders who expressed hope wished",
        "We hope that other islands will join us.",
        (
            aspiration(
                "We hope that other islands will join us",
                "Government of Ness and Government of Sula",
            ),
        ),
        publisher="Government of Ness and Government of Sula",
    ),
    Case(
        "a union and an employer agree and each keeps its part",
        "The Dockers’ Association will suspend its ballot. Harbour Employers will pay the back "
        "pay within 28 days.",
        (
            commitment(
                "The Dockers’ Association will suspend its ballot", "Dockers’ Association", 3
            ),
            commitment(
                "Harbour Employers will pay the back pay within 28 days",
                "Harbour Employers",
                4,
                "2026-05-12",
            ),
        ),
        publisher="Harbour Employers and Dockers’ Association",
        date="2026-04-14",
    ),
    Case(
        "a condition on both parties is kept in the promise",
        "Once the court has approved the settlement, we will publish it in full.",
        (
            commitment(
                "Once the court has approved the settlement, we will publish it in full",
                "Harbour Employers and Dockers’ Association",
                2,
                basis="speaker",
            ),
        ),
        publisher="Harbour Employers and Dockers’ Association",
    ),
    Case(
        "a party that accepts a recommendation in full is bound and in principle less so",
        "Leam Hospitals Trust accepts the first recommendation in full. Merse Hospitals Trust "
        "accepts the second recommendation in principle.",
        (
            commitment(
                "Leam Hospitals Trust accepts the first recommendation in full",
                "Leam Hospitals Trust",
                4,
            ),
            commitment(
                "Merse Hospitals Trust accepts the second recommendation in principle",
                "Merse Hospitals Trust",
                3,
            ),
        ),
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
    ),
    Case(
        "agreeing with the importance of a thing undertakes nothing",
        "Both trusts agree with the importance of early diagnosis. They do not accept the third "
        "recommendation.",
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
    ),
    Case(
        "considered and discussed at a summit is history",
        "The two sides considered whether the treaty should be extended. They exchanged views "
        "on fishing and thanked their hosts.",
        publisher="Government of Ness and Government of Sula",
    ),
    Case(
        "the shared work so far is history",
        "Since 2019 the two trusts have shared a laboratory, a pharmacy and a fleet of 12 vans.",
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
    ),
    Case(
        "what a third body will decide is not ours to promise",
        "The Competition Authority will decide in the autumn whether the merger may go ahead.",
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
        date="2026-05-11",
    ),
    Case(
        "joint condolences are no promise",
        "Our hearts go out to the families. No words will ease their loss.",
        publisher="Ardlow Council and Ardlow Police",
    ),
    Case(
        "a warning about others is a prediction",
        "Without action, the last of the oyster beds will be gone in ten years.",
        publisher="Leamside Farmers and Leamside Anglers",
    ),
    Case(
        "early in a year ends with April",
        "The two trusts will publish a joint plan for stroke care in early 2027.",
        (
            commitment(
                "The two trusts will publish a joint plan for stroke care in early 2027",
                "Leam Hospitals Trust and Merse Hospitals Trust",
                4,
                "2027-04-30",
            ),
        ),
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
    ),
    Case(
        "the first half of a year ends with June",
        "Ardlow Police will train 40 school liaison officers in the first half of 2027.",
        (
            commitment(
                "Ardlow Police will train 40 school liaison officers in the first half of 2027",
                "Ardlow Police",
                4,
                "2027-06-30",
            ),
        ),
        publisher="Ardlow Council and Ardlow Police",
    ),
    Case(
        "no later than names the last day",
        "We will meet again no later than 15 June 2027.",
        (
            commitment(
                "We will meet again no later than 15 June 2027",
                "Government of Ness and Government of Sula",
                4,
                "2027-06-15",
            ),
        ),
        publisher="Government of Ness and Government of Sula",
    ),
    Case(
        "a proviso on a joint promise lowers it",
        "We will open the border post on Sundays, provided that enough customs officers volunteer.",
        (
            commitment(
                "We will open the border post on Sundays, provided that enough customs officers "
                "volunteer",
                "Government of Ness and Government of Sula",
                2,
            ),
        ),
        publisher="Government of Ness and Government of Sula",
    ),
    Case(
        "a shared hope has two owners",
        "Both trusts hope that nobody will have to travel more than an hour for a scan.",
        (
            aspiration(
                "Both trusts hope that nobody will have to travel more than an hour for a scan",
                "Leam Hospitals Trust and Merse Hospitals Trust",
            ),
        ),
        publisher="Leam Hospitals Trust and Merse Hospitals Trust",
    ),
]
