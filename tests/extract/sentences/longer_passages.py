"""Passages of three or four sentences, in which promises stand among much else."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "a police statement thanks, promises and appeals",
        "We know how shocked people in Marsh Lane are tonight. Officers will stay in the area "
        "until the search is over. We are reviewing hours of footage from local shops. Anyone "
        "who was in the park at 4pm should speak to us.",
        (
            commitment(
                "Officers will stay in the area until the search is over",
                "Officers",
                3,
                basis="stated",
            ),
            commitment(
                "We are reviewing hours of footage from local shops",
                "West Holme Police",
                1,
                basis="speaker",
            ),
            recommendation(
                "Anyone who was in the park at 4pm should speak to us",
                "Anyone who was in the park at 4pm",
                2,
            ),
        ),
        publisher="West Holme Police",
    ),
    Case(
        "a water company explains, apologises and pays",
        "The burst happened at 3am on a main that was laid in 1931. It left 14,000 people "
        "without water for two days, and we are sorry. We will pay £50 to every household that "
        "was cut off. The main will be replaced by 30 November 2026.",
        (
            commitment(
                "We will pay £50 to every household that was cut off",
                "Calder Vale Water",
                3,
                basis="speaker",
            ),
            commitment(
                "The main will be replaced by 30 November 2026", None, 4, "2026-11-30", "unstated"
            ),
        ),
        publisher="Calder Vale Water",
    ),
    Case(
        "a hospital answers an inspection with a past, a promise and a duty",
        "Inspectors found that patients waited too long for pain relief. Since then we have "
        "hired nine nurses. We will open a second triage room in January. We must never again "
        "leave a patient alone in a corridor.",
        (
            commitment(
                "We will open a second triage room in January",
                "Leam Hospitals Trust",
                4,
                "2027-01-31",
                "speaker",
            ),
            aspiration(
                "We must never again leave a patient alone in a corridor", "Leam Hospitals Trust"
            ),
        ),
        publisher="Leam Hospitals Trust",
        date="2026-10-08",
    ),
    Case(
        "an American police chief announces a rule and asks for patience",
        "Last Thursday, one of our officers shot a man on Pine Street. The Department will "
        "release the video within 30 days. Chief Ana Duarte said the officer is on leave. She "
        "urged the public to let investigators finish their work.",
        (
            commitment(
                "The Department will release the video within 30 days",
                "Fort Marlow Police Department",
                4,
                "2026-05-11",
                "stated",
            ),
            recommendation(
                "She urged the public to let investigators finish their work", "public", 2
            ),
        ),
        publisher="Fort Marlow Police Department",
        date="2026-04-11",
    ),
    Case(
        "an Indian ministry's release mixes what was done with what will be",
        "The Minister flagged off the first solar train at Rampura today. As many as 112 "
        "stations have been electrified since 2021. The remaining 38 stations will be "
        "electrified by 30 June 2027. She appealed to passengers to keep the coaches clean.",
        (
            commitment(
                "The remaining 38 stations will be electrified by 30 June 2027",
                None,
                4,
                "2027-06-30",
                "unstated",
            ),
            recommendation("She appealed to passengers to keep the coaches clean", "passengers", 2),
        ),
        publisher="Ministry of Hill Railways",
    ),
    Case(
        "an Australian minister blames, funds and builds",
        "The former government left this highway in ruins. We’re fixing it. We will resurface "
        "all 212 kilometres by the end of 2028.",
        (
            commitment("We’re fixing it", "Department of Roads and Freight", 1, basis="speaker"),
            commitment(
                "We will resurface all 212 kilometres by the end of 2028",
                "Department of Roads and Freight",
                4,
                "2028-12-31",
                "speaker",
            ),
        ),
        publisher="Department of Roads and Freight",
        speaker="Kel Anders",
    ),
    Case(
        "a Canadian utility speaks of a storm that is past and of crews to come",
        "Freezing rain brought down more than 300 poles on Sunday. Power is back on for nine "
        "customers in ten. We will send a second crew to the islands on Thursday. Customers "
        "should stay at least ten metres from any fallen line.",
        (
            commitment(
                "We will send a second crew to the islands on Thursday",
                "Maritime Hydro",
                4,
                "2026-01-15",
                "speaker",
            ),
            recommendation(
                "Customers should stay at least ten metres from any fallen line", "Customers", 2
            ),
        ),
        publisher="Maritime Hydro",
        date="2026-01-12",
    ),
    Case(
        "a South African department reports, intends and calls",
        "Pass rates rose in seven of the nine districts. The Department intends to build 14 new "
        "schools in Umlazana. Work on two of them started in May. The MEC called on parents to "
        "register their children early.",
        (
            commitment(
                "The Department intends to build 14 new schools in Umlazana",
                "Department of Schooling",
                2,
                basis="stated",
            ),
            recommendation(
                "The MEC called on parents to register their children early", "parents", 2
            ),
        ),
        publisher="Department of Schooling",
    ),
    Case(
        "it after a law and a possession is still the council",
        "Under the Building Act, owners must strengthen their buildings by 2034. The council "
        "owns eleven such buildings. It will strengthen the library before the end of 2027.",
        (
            commitment(
                "It will strengthen the library before the end of 2027",
                "Te Awahou District Council",
                4,
                "2027-12-31",
                "antecedent",
            ),
        ),
        publisher="Te Awahou District Council",
    ),
    Case(
        "an Irish minister's speech praises, promises and hopes",
        "The volunteers of Kilbrack have cut turf for their neighbours for sixty winters. I was "
        "proud to open their hall. My Department will pay for a new roof. I hope it will see "
        "another sixty winters.",
        (
            commitment("My Department will pay for a new roof", "Department of Local Transport", 3),
            aspiration("I hope it will see another sixty winters", "Department of Local Transport"),
        ),
        publisher="Department of Local Transport",
        speaker="Fionn Carty",
    ),
    Case(
        "a news story lets three sides speak",
        "Brightwater Council will sell the market hall in March, its leader said. Traders said "
        "they had not been told. “We will chain ourselves to the doors,” said Nan Pask of the "
        "Market Traders’ Guild. The Historic Halls Society urged the council to think again.",
        (
            commitment(
                "Brightwater Council will sell the market hall in March",
                "Brightwater Council",
                4,
                "2026-03-31",
                "stated",
            ),
            commitment(
                "We will chain ourselves to the doors", "Market Traders’ Guild", 3, basis="speaker"
            ),
            recommendation(
                "The Historic Halls Society urged the council to think again",
                "Brightwater Council",
                2,
            ),
        ),
        publisher="Brightwater Gazette",
        date="2026-01-28",
    ),
    Case(
        "a news story of a closure has one promise and two opinions",
        "The bank’s last branch in Merton Cross shut its doors on Friday. “It will be the death "
        "of the high street,” said baker Tessa Lowe. A spokesperson for Severn Union Bank said: "
        "“We will keep the cash machine.” Councillors doubt that it will last.",
        (commitment("We will keep the cash machine", "Severn Union Bank", 3, basis="speaker"),),
        publisher="West Penhallam Times",
    ),
    Case(
        "a union leader's statement forecasts, refuses and demands",
        "The company says that the depot will close in June. Ninety families will lose a wage. "
        "We will not negotiate over the heads of our members. The owners must meet us in Holme.",
        (
            commitment(
                "We will not negotiate over the heads of our members",
                "National Union of Warehouse Workers",
                3,
                basis="speaker",
            ),
            recommendation("The owners must meet us in Holme", "owners", 3),
        ),
        publisher="National Union of Warehouse Workers",
    ),
    Case(
        "an annual report's chair thanks, counts and commits",
        "My thanks go to our 900 volunteers. They gave 61,000 hours in the year. We plan to pay "
        "their bus fares from our own funds.",
        (
            commitment(
                "We plan to pay their bus fares from our own funds",
                "Sandle Lifeline",
                2,
                basis="speaker",
            ),
        ),
        publisher="Sandle Lifeline",
    ),
    Case(
        "a school system's notice has a reason, a rule and a plan",
        "Two boilers failed at Dunning High over the weekend. Classes will be held online on "
        "Tuesday, January 20, 2026. Every student will receive a free lunch. Parents may call "
        "the front desk.",
        (
            commitment(
                "Classes will be held online on Tuesday, January 20, 2026",
                None,
                4,
                "2026-01-20",
                "unstated",
            ),
            commitment("Every student will receive a free lunch", None, 3, basis="unstated"),
        ),
        publisher="Dunning School District",
    ),
    Case(
        "a written answer gives two facts and a promise",
        "Sandle pier was built in 1871 and is owned by the town council. The Department has "
        "given £2m towards its repair since 2020. The Department will pay for a survey by 31 "
        "March 2027.",
        (
            commitment(
                "The Department will pay for a survey by 31 March 2027",
                "Department for Coasts",
                4,
                "2027-03-31",
                "stated",
            ),
        ),
        publisher="Department for Coasts",
    ),
    Case(
        "a memorial speech promises nothing in four sentences",
        "She taught in this hall for forty years. Nobody who sat in her classes will forget "
        "her. She must have marked a hundred thousand essays. If she were here, she would tell "
        "me to sit down.",
        publisher="Department for Schools",
        speaker="Miles Adeyemi",
    ),
    Case(
        "a weather statement promises nothing in four sentences",
        "Winds will reach 110 km/h on the coast tonight. Seas will be very rough. The warning "
        "was issued at 6pm.",
        publisher="Maritime Hydro",
    ),
    Case(
        "a trial that is reported promises nothing in four sentences",
        "The jury will retire on Thursday. The defendant said that he would never have hurt "
        "her. His barrister asked whether anyone could be sure. The judge thanked the jurors "
        "for their patience.",
        publisher="Irish Courier",
    ),
    Case(
        "a market report promises nothing in four sentences",
        "Shares in Orme Mining fell by a tenth. Traders expect that they will fall further. A "
        "weaker currency will push up the price of fuel. Analysts had thought that rates would "
        "be cut.",
        publisher="Evening Sentinel",
    ),
    Case(
        "a report of a debate promises nothing in four sentences",
        "Members debated whether the fee should be raised. Some feared that tenants would "
        "leave. Others asked how the gap would be closed. The motion was lost by two votes.",
        publisher="Leam Town Council",
    ),
    Case(
        "an American school board hopes, hires and asks",
        "Enrollment fell again this fall. We hope to see those families come back. The Board "
        "will hire three bus drivers by August 15, 2026. Voters should read the budget before "
        "they judge it.",
        (
            aspiration("We hope to see those families come back", "Dunning School District"),
            commitment(
                "The Board will hire three bus drivers by August 15, 2026", "Board", 4, "2026-08-15"
            ),
            recommendation("Voters should read the budget before they judge it", "Voters", 2),
        ),
        publisher="Dunning School District",
    ),
    Case(
        "a port authority closes a berth and spares ships a charge",
        "Storm Ines tore the fenders from Berth 4. Berth 4 will be closed until it has been "
        "made safe. No ship will be charged for waiting. The Authority thanks its pilots, who "
        "worked through the night.",
        (
            commitment(
                "Berth 4 will be closed until it has been made safe", None, 3, basis="unstated"
            ),
            commitment("No ship will be charged for waiting", None, 3, basis="unstated"),
        ),
        publisher="Skelling Port Authority",
    ),
    Case(
        "a vice-chancellor accepts, appoints and wishes",
        "Dr. Amara Kent’s report makes hard reading. The University accepts all of her "
        "recommendations in full. It will appoint a student advocate by 30 September 2026. We "
        "want every student to know that we will listen.",
        (
            commitment(
                "The University accepts all of her recommendations in full",
                "University of Merse",
                4,
            ),
            commitment(
                "It will appoint a student advocate by 30 September 2026",
                "University of Merse",
                4,
                "2026-09-30",
                "antecedent",
            ),
            aspiration("We want every student to know that we will listen", "University of Merse"),
        ),
        publisher="University of Merse",
    ),
]
