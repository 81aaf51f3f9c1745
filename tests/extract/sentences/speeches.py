"""Speeches: ministers, mayors, chairs, union leaders and a vice-chancellor."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "going to is a will",
        "People ask me what has changed since the flood. We are going to build a wall from the "
        "pier to the lifeboat station.",
        (
            commitment(
                "We are going to build a wall from the pier to the lifeboat station",
                "Department for Coasts",
                3,
                basis="speaker",
            ),
        ),
        publisher="Department for Coasts",
        speaker="Orla Prentice",
    ),
    Case(
        "a speaker who will come to a point later promises nothing",
        "Thank you, Chair. I shall not detain you long. I will come to the question of pay in a "
        "moment.",
        publisher="Department for Schools",
        speaker="Miles Adeyemi",
    ),
    Case(
        "what the audience will remember is a prediction",
        "Many of you will remember the winter of 2010. Some of you will have walked to work in it.",
        publisher="Department for Schools",
        speaker="Miles Adeyemi",
    ),
    Case(
        "a rhetorical question is no undertaking",
        "Will we meet the target? Nobody in this hall can say. Should we stop trying? Of course "
        "not.",
        publisher="Department for Schools",
        speaker="Miles Adeyemi",
    ),
    Case(
        "I can announce that is not part of the promise",
        "I can announce today that the Government will abolish the fee for birth certificates "
        "in January. It has stood at £12.50 since 2019.",
        (
            commitment(
                "the Government will abolish the fee for birth certificates in January",
                "Government",
                4,
                "2027-01-31",
                "stated",
            ),
        ),
        publisher="Department for Records",
        speaker="Celia Marchmont",
        date="2026-10-06",
    ),
    Case(
        "we want is a wish",
        "We want every child in this city to be able to swim by the time they leave primary "
        "school.",
        (
            aspiration(
                "We want every child in this city to be able to swim by the time they leave "
                "primary school",
                "Caldmouth City Council",
            ),
        ),
        publisher="Caldmouth City Council",
        speaker="Grace Ohene",
    ),
    Case(
        "a vision is a wish in a noun",
        "Our vision is a city where nobody sleeps in a doorway. Last winter 41 people did.",
        (
            aspiration(
                "Our vision is a city where nobody sleeps in a doorway", "Caldmouth City Council"
            ),
        ),
        publisher="Caldmouth City Council",
        speaker="Grace Ohene",
    ),
    Case(
        "an ambition to be the best is a wish",
        "Our ambition is to be the fairest employer in the north. We were fined for "
        "underpayment as recently as 2021.",
        (
            aspiration(
                "Our ambition is to be the fairest employer in the north", "Caldmouth City Council"
            ),
        ),
        publisher="Caldmouth City Council",
        speaker="Grace Ohene",
    ),
    Case(
        "people who should feel safe are wished so and not told to act",
        "Women should feel safe on the last bus home. Three in five told us that they do not.",
        (aspiration("Women should feel safe on the last bus home", None),),
        publisher="Caldmouth City Council",
        speaker="Grace Ohene",
    ),
    Case(
        "a need of the speaker's own side is a duty",
        "Every pound counts this year. We need to get better at spending it.",
        (aspiration("We need to get better at spending it", "Caldmouth Hospitals Trust"),),
        publisher="Caldmouth Hospitals Trust",
        speaker="Piers Landor",
    ),
    Case(
        "a need that others have to meet is a recommendation",
        "Employers need to offer flexible hours from the first day of a job. Too many wait to "
        "be asked.",
        (
            recommendation(
                "Employers need to offer flexible hours from the first day of a job", "Employers", 2
            ),
        ),
        publisher="Department for Work",
        speaker="Ifan Pugh",
    ),
    Case(
        "a promise to the hall is a pledge of the body",
        "I promise you that no school in this county will close while I am its leader.",
        (
            commitment(
                "I promise you that no school in this county will close while I am its leader",
                "Penhallam County Council",
                3,
                basis="speaker",
            ),
        ),
        publisher="Penhallam County Council",
        speaker="Harriet Boase",
    ),
    Case(
        "a promise made by those before is past",
        "The last administration promised that the road would be finished in 2022. It was not, "
        "and I am sorry.",
        publisher="Penhallam County Council",
        speaker="Harriet Boase",
    ),
    Case(
        "what would have been done is hypothetical",
        "If we had been asked, we would have said no. Had the pier stood for another year, it "
        "would have been listed.",
        publisher="Penhallam County Council",
        speaker="Harriet Boase",
    ),
    Case(
        "a contracted will is a will in a speech too",
        "You asked for a night bus, and you’ve waited long enough. We’ll start it on 4 September.",
        (commitment("We’ll start it on 4 September", "Penhallam County Council", 4, "2026-09-04"),),
        publisher="Penhallam County Council",
        speaker="Harriet Boase",
        date="2026-07-10",
    ),
    Case(
        "won't is a promise to refrain",
        "Parking at the beach has always been free. We won’t put in a single meter.",
        (commitment("We won’t put in a single meter", "Penhallam County Council", 3),),
        publisher="Penhallam County Council",
        speaker="Harriet Boase",
    ),
    Case(
        "the noun and the name Will are no verbs",
        "Will Trevanion taught three generations to row. He left the gig club £400 in his will, "
        "and the will to win besides.",
        publisher="Penhallam County Council",
        speaker="Harriet Boase",
    ),
    Case(
        "must of inference is no duty",
        "You must be tired after that climb. This must be the finest view in the county.",
        publisher="Penhallam County Council",
        speaker="Harriet Boase",
    ),
    Case(
        "a union's strong urging is the strongest advice",
        "Conference, we strongly urge the minister to withdraw the bill. It was drafted in a week.",
        (recommendation("we strongly urge the minister to withdraw the bill", "minister", 3),),
        publisher="National Union of Warehouse Workers",
        speaker="Dean Okoro",
    ),
    Case(
        "a call on two verbs is two recommendations",
        "We call on the bank to reopen its branch in Merton Cross and restore the cash machine "
        "at the hospital.",
        (
            recommendation("We call on the bank to reopen its branch in Merton Cross", "bank", 2),
            recommendation("restore the cash machine at the hospital", "bank", 2),
        ),
        publisher="National Union of Warehouse Workers",
        speaker="Dean Okoro",
    ),
    Case(
        "it is time for somebody else to act is advice",
        "It is time for the regulator to publish the names of the worst landlords. Tenants have "
        "waited eight years.",
        (
            recommendation(
                "It is time for the regulator to publish the names of the worst landlords",
                "regulator",
                2,
            ),
        ),
        publisher="Shelterbridge",
        speaker="Amina Rourke",
    ),
    Case(
        "there should be asks for a thing of nobody named",
        "There should be a public inquiry into the fire. The families have asked for one three "
        "times.",
        (recommendation("There should be a public inquiry into the fire", None, 2),),
        publisher="Shelterbridge",
        speaker="Amina Rourke",
    ),
    Case(
        "there must be asks more strongly",
        "Forty homes stand empty on that estate. There must be an independent audit of the "
        "contract.",
        (recommendation("There must be an independent audit of the contract", None, 3),),
        publisher="Shelterbridge",
        speaker="Amina Rourke",
    ),
    Case(
        "what should have been done is a finding",
        "The alarms should have been tested. The families ought to have been told.",
        publisher="Shelterbridge",
        speaker="Amina Rourke",
    ),
    Case(
        "an invitation is the mildest advice",
        "We invite every parish council to nominate a tree warden by 31 October 2026.",
        (
            recommendation(
                "We invite every parish council to nominate a tree warden by 31 October 2026",
                "every parish council",
                1,
                "2026-10-31",
            ),
        ),
        publisher="Department for Woodlands",
        speaker="Rhona Baird",
    ),
    Case(
        "we would like to see others act is mild advice",
        "We would like to see the supermarkets publish what they pay for milk.",
        (
            recommendation(
                "We would like to see the supermarkets publish what they pay for milk",
                "supermarkets",
                1,
            ),
        ),
        publisher="Guild of Upland Farmers",
        speaker="Huw Bevan",
    ),
    Case(
        "a minister who is looking at a thing has only begun",
        "I have heard what you said about the ferry fares. We are looking at a cap for islanders.",
        (
            commitment(
                "We are looking at a cap for islanders", "Department for Coasts", 1, basis="speaker"
            ),
        ),
        publisher="Department for Coasts",
        speaker="Orla Prentice",
    ),
    Case(
        "a will to consider is only exploring",
        "Several of you have asked for a second crossing. We will consider the case for one.",
        (commitment("We will consider the case for one", "Department for Coasts", 1),),
        publisher="Department for Coasts",
        speaker="Orla Prentice",
    ),
    Case(
        "a fronted concession is not part of the promise",
        "Although money is tight, we will pay the living wage to every carer.",
        (commitment("we will pay the living wage to every carer", "Caldmouth City Council", 3),),
        publisher="Caldmouth City Council",
        speaker="Grace Ohene",
    ),
    Case(
        "how and whether we will are embedded questions",
        "You will want to know how we will pay for it. I cannot tell you tonight whether we "
        "will borrow.",
        publisher="Caldmouth City Council",
        speaker="Grace Ohene",
    ),
    Case(
        "an Indian minister counts in crore and gives a day",
        "Brothers and sisters, our Government will lay piped water to 2.4 crore rural homes by "
        "15 August 2027. Seventy years is too long to carry a pot on your head.",
        (
            commitment(
                "our Government will lay piped water to 2.4 crore rural homes by 15 August 2027",
                "Government",
                4,
                "2027-08-15",
                "stated",
            ),
        ),
        publisher="Ministry of Village Water",
        speaker="Shri Anand Kulkarni",
    ),
    Case(
        "a South African mayor undertakes and then asks",
        "Fellow residents, the City will repair all 1,200 broken streetlights before the end of "
        "November. We ask ward committees to report every cable theft.",
        (
            commitment(
                "the City will repair all 1,200 broken streetlights before the end of November",
                "City of Umlazana",
                4,
                "2026-11-30",
                "stated",
            ),
            recommendation(
                "We ask ward committees to report every cable theft", "ward committees", 2
            ),
        ),
        publisher="City of Umlazana",
        speaker="Thandeka Mabaso",
        date="2026-09-14",
    ),
    Case(
        "a New Zealand minister's shall binds",
        "Kia ora koutou. The Crown shall return the lake bed to the iwi. It was taken in 1912 "
        "without payment.",
        (commitment("The Crown shall return the lake bed to the iwi", "Crown", 4),),
        publisher="Office for Treaty Settlements",
        speaker="Aroha Tipene",
    ),
    Case(
        "an Australian premier's commitments stand in one sentence each",
        "We’ll deliver 300 new buses by the end of 2028. We’ll build them here.",
        (
            commitment(
                "We’ll deliver 300 new buses by the end of 2028",
                "Office of the Premier",
                4,
                "2028-12-31",
            ),
            commitment("We’ll build them here", "Office of the Premier", 3),
        ),
        publisher="Office of the Premier",
        speaker="Dale Whitcombe",
    ),
    Case(
        "an American mayor restates a pledge of last year",
        "Last year we pledged to replace every lead pipe in this city by 2030. We have replaced "
        "9,000.",
        (
            commitment(
                "Last year we pledged to replace every lead pipe in this city by 2030",
                "City of Fort Marlow",
                3,
                "2030-12-31",
            ),
        ),
        publisher="City of Fort Marlow",
        speaker="Luis Ferrer",
    ),
    Case(
        "looking forward and being proud are courtesies",
        "I look forward to working with all of you. We are proud of what this union has become.",
        publisher="National Union of Warehouse Workers",
        speaker="Dean Okoro",
    ),
]
