"""News stories in which several sides are quoted, and each speaks for itself."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "each side in a dispute speaks for its own body",
        "Brightwater Council says it will close the museum in October. The Friends of the "
        "Museum said: “We will take the council to court.”",
        (
            commitment(
                "it will close the museum in October",
                "Brightwater Council",
                4,
                "2026-10-31",
                "antecedent",
            ),
            commitment(
                "We will take the council to court", "Friends of the Museum", 3, basis="speaker"
            ),
        ),
        publisher="Brightwater Gazette",
        date="2026-06-18",
    ),
    Case(
        "the announcement that trails a promise stays out of it",
        "Two rural bus routes will be kept, Penhallam County Council announced yesterday. A "
        "petition against the cuts had 6,000 names.",
        (commitment("Two rural bus routes will be kept", None, 3),),
        publisher="West Penhallam Times",
    ),
    Case(
        "a minister's she is the minister in the story",
        "The Health Minister visited the hospital on Monday. She said she would publish the "
        "review before the end of May.",
        (
            commitment(
                "she would publish the review before the end of May",
                "Health Minister",
                4,
                "2026-05-31",
                "antecedent",
            ),
        ),
        publisher="Evening Sentinel",
        date="2026-04-14",
    ),
    Case(
        "an analyst's forecast is nobody's promise",
        "Analysts at Pell & Grieve said house prices will fall by four per cent next year. They "
        "had predicted a rise.",
        publisher="Evening Sentinel",
        date="2026-04-14",
    ),
    Case(
        "a bystander's view of what will happen is a prediction",
        "“They’ll never finish it,” said Ron Pascoe, who runs the kiosk. “My grandchildren will "
        "be drawing their pensions.”",
        publisher="Evening Sentinel",
    ),
    Case(
        "what an opponent fears that they will do is not their promise",
        "Campaigners fear that the council will sell the playing field. The council did not "
        "reply to questions.",
        publisher="West Penhallam Times",
    ),
    Case(
        "a union that will strike on a day has committed itself",
        "The Rail Staff Union will strike on 12 December, its leader confirmed.",
        (
            commitment(
                "The Rail Staff Union will strike on 12 December",
                "Rail Staff Union",
                4,
                "2026-12-12",
            ),
        ),
        publisher="Evening Sentinel",
        date="2026-11-24",
    ),
    Case(
        "an opposition member tells the minister what to do",
        "Opposition spokesman Jarlath Keane said the minister must apologise. “She should "
        "correct the record,” he added.",
        (
            recommendation("the minister must apologise", "minister", 3),
            recommendation("She should correct the record", "minister", 2),
        ),
        publisher="Irish Courier",
    ),
    Case(
        "a company that declines to say has promised nothing",
        "A spokeswoman for Northgate Homes declined to say whether it would repay the money. "
        "She would not say when work will restart.",
        publisher="Evening Sentinel",
    ),
    Case(
        "a body that had promised and did not is past",
        "The company had promised that the flats would be ready by Christmas 2024. Residents "
        "are still in hotels.",
        publisher="Evening Sentinel",
    ),
    Case(
        "we in a story is the body of whoever is quoted",
        "Councillor Dilip Rao, leader of Harrow Vale Council, said: “We’re going to resurface "
        "every road on the estate.” Residents were not convinced.",
        (
            commitment(
                "We’re going to resurface every road on the estate",
                "Harrow Vale Council",
                3,
                basis="speaker",
            ),
        ),
        publisher="Harrow Vale Mercury",
    ),
    Case(
        "a campaign's must and its own need are told apart",
        "“The Justice Ministry must reopen the case,” said Sonia Lund of the group Justice for "
        "Darren. “We need to know what happened to him.”",
        (
            recommendation("The Justice Ministry must reopen the case", "Justice Ministry", 3),
            aspiration("We need to know what happened to him", "Justice for Darren"),
        ),
        publisher="Evening Sentinel",
    ),
    Case(
        "a spokesman who says officials are considering has only begun",
        "A Treasury spokesman said officials were considering a lower rate for small pubs.",
        (
            commitment(
                "officials were considering a lower rate for small pubs",
                "officials",
                1,
                basis="stated",
            ),
        ),
        publisher="Evening Sentinel",
    ),
    Case(
        "a hospital's apology and its deadline stand apart",
        "“We are truly sorry,” a spokesperson for Marston General Hospital said. “We will "
        "finish our investigation by 31 May.”",
        (
            commitment(
                "We will finish our investigation by 31 May",
                "Marston General Hospital",
                4,
                "2026-05-31",
                "speaker",
            ),
        ),
        publisher="Evening Sentinel",
        date="2026-04-02",
    ),
    Case(
        "a charity is calling for another to act",
        "The charity Wheels for All is calling for the council to lower the kerbs in Fore Street.",
        (
            recommendation(
                "The charity Wheels for All is calling for the council to lower the kerbs in "
                "Fore Street",
                "council",
                2,
            ),
        ),
        publisher="West Penhallam Times",
    ),
    Case(
        "would like in a story is a mild wish for others to act",
        "“We would like to see the council put in a crossing,” said head teacher Ewa Nowak. “A "
        "boy was hit there in May.”",
        (recommendation("We would like to see the council put in a crossing", "council", 1),),
        publisher="West Penhallam Times",
    ),
    Case(
        "an offer with a condition in a quotation keeps it",
        "“If the employer withdraws the notices, we will call off the strike,” said Bernie "
        "Walsh of the Dockers’ Association.",
        (
            commitment(
                "If the employer withdraws the notices, we will call off the strike",
                "Dockers’ Association",
                2,
                basis="speaker",
            ),
        ),
        publisher="Irish Courier",
    ),
    Case(
        "an airline's entitlement has a receiver and no owner",
        "Skelling Air cancelled 41 flights on Sunday. Every passenger will get a full refund, a "
        "spokesman said.",
        (commitment("Every passenger will get a full refund", None, 3, basis="unstated"),),
        publisher="Irish Courier",
    ),
    Case(
        "who will give evidence and when is a diary",
        "The inquest continues. The pathologist, who will give evidence on Thursday, was not in "
        "court.",
        publisher="Irish Courier",
        date="2026-03-03",
    ),
    Case(
        "a judge's reasons promise nothing",
        "Sentencing him to six years, Judge Patricia Oyelowo said: “You will have a long time "
        "to think about what you did.”",
        publisher="Evening Sentinel",
    ),
    Case(
        "a headline figure of cost is a prediction",
        "The tunnel will cost £1.4bn. That would buy 60,000 council houses’ worth of insulation.",
        publisher="Evening Sentinel",
    ),
    Case(
        "people cited as believing that something should be are not named to act",
        "Asked whether the pier should be rebuilt, two thirds of readers said yes.",
        publisher="West Penhallam Times",
    ),
    Case(
        "a wish in a quotation is the body's",
        "“We hope to see families back on the beach,” said Mia Trego of the Harbour Commissioners.",
        (aspiration("We hope to see families back on the beach", "Harbour Commissioners"),),
        publisher="West Penhallam Times",
    ),
    Case(
        "a promise reported in the past tense of one's own side is a promise",
        "Chief executive Owen Tarrant told shareholders that Calder Vale Water would pay no "
        "dividend next year.",
        (
            commitment(
                "Calder Vale Water would pay no dividend next year",
                "Calder Vale Water",
                4,
                "2027-12-31",
                "stated",
            ),
        ),
        publisher="Evening Sentinel",
        date="2026-07-16",
    ),
    Case(
        "a refusal to undertake is none",
        "“I cannot promise that there will be no more floods,” the mayor said. “Nobody can.”",
        publisher="Evening Sentinel",
    ),
    Case(
        "an intention in reported speech is an intention",
        "The Marine Agency said it intended to tow the wreck to Skelling by the end of the month.",
        (
            commitment(
                "it intended to tow the wreck to Skelling by the end of the month",
                "Marine Agency",
                2,
                "2026-02-28",
                "antecedent",
            ),
        ),
        publisher="Irish Courier",
        date="2026-02-05",
    ),
    Case(
        "a superintendent's we is her school district",
        "“We will hire a nurse for every school,” said Carla Voss, superintendent of the "
        "Dunning School District.",
        (
            commitment(
                "We will hire a nurse for every school",
                "Dunning School District",
                3,
                basis="speaker",
            ),
        ),
        publisher="Dunning Daily Herald",
    ),
    Case(
        "an American lawmaker asks the agency and not himself",
        "Sen. Walt Brandt urged the Forest Bureau to close the mine. “The bureau should have "
        "acted in 2019,” he said.",
        (
            recommendation(
                "Sen. Walt Brandt urged the Forest Bureau to close the mine", "Forest Bureau", 2
            ),
        ),
        publisher="Dunning Daily Herald",
    ),
    Case(
        "an Indian story has a commissioner promise in reported speech",
        "Municipal Commissioner R. Iyer said the corporation would desilt all 218 drains by May "
        "31. Residents of Ward 14 were sceptical.",
        (
            commitment(
                "the corporation would desilt all 218 drains by May 31",
                "corporation",
                4,
                "2026-05-31",
                "stated",
            ),
        ),
        publisher="Deccan Morning Post",
        date="2026-04-20",
    ),
    Case(
        "an Indian opposition party's charge is not a plan",
        "The Opposition alleged that the government will hand over the land to a private "
        "company. The Chief Minister called the charge baseless.",
        publisher="Deccan Morning Post",
    ),
    Case(
        "a complaint and a promise in one paragraph have one promiser",
        "“They never listen,” said grazier Col Hanrahan. “We will not build the dam,” said "
        "Priya Nair of the River Basin Authority.",
        (commitment("We will not build the dam", "River Basin Authority", 3, basis="speaker"),),
        publisher="Western Plains Advocate",
    ),
    Case(
        "it in a South African story is the utility that said so",
        "Umlazana Water said it would repair the reservoir within 21 days. Residents were not "
        "impressed.",
        (
            commitment(
                "it would repair the reservoir within 21 days",
                "Umlazana Water",
                4,
                "2026-03-25",
                "antecedent",
            ),
        ),
        publisher="Umlazana Herald",
        date="2026-03-04",
    ),
    Case(
        "a Canadian chief says who must act and that it will",
        "“Ottawa must clean up the river,” said Chief Marlene Beardy of Otter Lake First "
        "Nation. “We will test the water ourselves every month.”",
        (
            recommendation("Ottawa must clean up the river", "Ottawa", 3),
            commitment(
                "We will test the water ourselves every month",
                "Otter Lake First Nation",
                3,
                basis="speaker",
            ),
        ),
        publisher="Northern Chronicle",
    ),
    Case(
        "a proverb and a gibe are neither promise nor advice",
        "“Boys will be boys, they told me,” she said. “That will be the day.”",
        publisher="Northern Chronicle",
    ),
]
