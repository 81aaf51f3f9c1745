"""Press releases from America, Canada, Australia, New Zealand, India and South Africa."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "an American city opens centers on a named day",
        "An excessive heat warning is in effect for Fort Marlow. The City will open six cooling "
        "centers on Thursday, July 9.",
        (
            commitment(
                "The City will open six cooling centers on Thursday, July 9",
                "City of Fort Marlow",
                4,
                "2026-07-09",
                "stated",
            ),
        ),
        publisher="City of Fort Marlow",
        date="2026-07-07",
    ),
    Case(
        "an American date has its month before its day",
        "The Department of Transit settled the lawsuit last month. It will install ramps at all "
        "83 stations by December 31, 2029.",
        (
            commitment(
                "It will install ramps at all 83 stations by December 31, 2029",
                "Department of Transit",
                4,
                "2029-12-31",
                "antecedent",
            ),
        ),
        publisher="Department of Transit",
    ),
    Case(
        "a street that will be closed has no owner",
        "Elm Street will be closed to traffic between Third and Fifth Avenues. The sinkhole "
        "opened Tuesday night.",
        (
            commitment(
                "Elm Street will be closed to traffic between Third and Fifth Avenues", None, 3
            ),
        ),
        publisher="City of Fort Marlow",
    ),
    Case(
        "a recall tells consumers what to do",
        "The Lakeland Department of Agriculture announced a recall of 4,000 pounds of ground "
        "beef. Consumers should not eat it.",
        (recommendation("Consumers should not eat it", "Consumers", 2),),
        publisher="Lakeland Department of Agriculture",
    ),
    Case(
        "a sheriff's advice to drivers is in the passive",
        "Ice has been reported on Interstate 14 north of Dunning. Motorists are advised to "
        "avoid the bridge.",
        (recommendation("Motorists are advised to avoid the bridge", "Motorists", 2),),
        publisher="Dunning County Sheriff’s Office",
    ),
    Case(
        "an agency that encourages asks mildly",
        "The agency encourages ranchers to report any sick cattle to their veterinarian.",
        (
            recommendation(
                "The agency encourages ranchers to report any sick cattle to their veterinarian",
                "ranchers",
                1,
            ),
        ),
        publisher="Lakeland Department of Agriculture",
    ),
    Case(
        "an American grant that schools will receive is owed by nobody named",
        "Governor Ruth Castellano signed the budget on Friday. Rural school districts will "
        "receive $18 million for new buses.",
        (
            commitment(
                "Rural school districts will receive $18 million for new buses",
                None,
                3,
                basis="unstated",
            ),
        ),
        publisher="Office of the Governor",
    ),
    Case(
        "what a law requires of landlords is standing law",
        "Under the Tenant Protection Act, landlords must return a deposit within 30 days. The "
        "Attorney General’s Office settled 41 cases last year.",
        publisher="Office of the Attorney General",
    ),
    Case(
        "the will of the voters is a noun",
        "“The will of the voters is clear,” said Commissioner Dale Houck. “Turnout was the "
        "highest since 1992.”",
        publisher="Dunning County",
    ),
    Case(
        "a transit agency's plan to hire is an intention",
        "Ridership is back to nine tenths of its level before the pandemic. Metro plans to hire "
        "120 bus operators by the end of 2026.",
        (
            commitment(
                "Metro plans to hire 120 bus operators by the end of 2026",
                "Fort Marlow Metro",
                2,
                "2026-12-31",
                "stated",
            ),
        ),
        publisher="Fort Marlow Metro",
    ),
    Case(
        "shall in an agency's own order to itself binds",
        "The consent decree was approved on Monday. The Department shall appoint an independent "
        "monitor within 60 days.",
        (
            commitment(
                "The Department shall appoint an independent monitor within 60 days",
                "Fort Marlow Police Department",
                4,
                "2026-05-29",
                "stated",
            ),
        ),
        publisher="Fort Marlow Police Department",
        date="2026-03-30",
    ),
    Case(
        "an American mayor's wish for a neighborhood is a wish",
        "“We want Eastside to have a grocery store again,” Mayor Luis Ferrer said.",
        (aspiration("We want Eastside to have a grocery store again", "City of Fort Marlow"),),
        publisher="City of Fort Marlow",
        speaker="Luis Ferrer",
    ),
    Case(
        "a Canadian agency says what it will do by a day",
        "Parks Northern has completed its survey of the Kettle Trail. The agency will reopen "
        "the lower section on September 1, 2026.",
        (
            commitment(
                "The agency will reopen the lower section on September 1, 2026",
                "Parks Northern",
                4,
                "2026-09-01",
                "stated",
            ),
        ),
        publisher="Parks Northern",
    ),
    Case(
        "a Canadian fiscal year ends in March",
        "The Government of Canada owes veterans an answer. Veterans Services will clear the "
        "backlog of 6,200 claims by the end of the fiscal year.",
        (
            commitment(
                "Veterans Services will clear the backlog of 6,200 claims by the end of the "
                "fiscal year",
                "Veterans Services",
                4,
                "2027-03-31",
                "stated",
            ),
        ),
        publisher="Veterans Services",
        date="2026-10-19",
    ),
    Case(
        "a Canadian minister is proud and pleased and promises nothing",
        "“I am pleased to be here in Moosomin Falls,” said the Honourable Claire Thibodeau. "
        "“Our Government is proud of what this community has built.”",
        publisher="Department of Northern Communities",
        speaker="Claire Thibodeau",
    ),
    Case(
        "Canadian boil-water advice speaks to residents",
        "E. coli was found in two samples on Sunday. Residents of Fox Harbour must boil their "
        "water for one minute before drinking it.",
        (
            recommendation(
                "Residents of Fox Harbour must boil their water for one minute before drinking it",
                "Residents of Fox Harbour",
                3,
            ),
        ),
        publisher="Northern Health Authority",
    ),
    Case(
        "if an emergency were declared is hypothetical",
        "If an evacuation order were issued, buses would leave from the arena. No order is in "
        "effect.",
        publisher="Northern Health Authority",
    ),
    Case(
        "an Australian minister's funding goes to clinics in the passive",
        "“Regional patients have waited long enough,” Minister Joanna Prowse said. “An extra "
        "$42 million will be spent on cancer clinics in Dubbington and Orrange.”",
        (
            commitment(
                "An extra $42 million will be spent on cancer clinics in Dubbington and Orrange",
                None,
                3,
            ),
        ),
        publisher="Department of Regional Health",
        speaker="Joanna Prowse",
    ),
    Case(
        "an Australian agency has begun a review",
        "The Department is reviewing the speed limit on the Barkly Road. Three people died "
        "there in January.",
        (
            commitment(
                "The Department is reviewing the speed limit on the Barkly Road",
                "Department of Roads and Freight",
                1,
                basis="stated",
            ),
        ),
        publisher="Department of Roads and Freight",
    ),
    Case(
        "an Australian fire service tells people to leave and says when it met",
        "The fire is burning towards Wattle Flat. People in Wattle Flat should leave now. The "
        "State Controller met at 4am.",
        (recommendation("People in Wattle Flat should leave now", "People in Wattle Flat", 2),),
        publisher="Rural Fire Authority",
    ),
    Case(
        "an Australian body's hedge takes one from a will",
        "Where possible, the Authority will give farmers 48 hours’ notice of a back burn.",
        (
            commitment(
                "Where possible, the Authority will give farmers 48 hours’ notice of a back burn",
                "Rural Fire Authority",
                2,
            ),
        ),
        publisher="Rural Fire Authority",
    ),
    Case(
        "a Kiwi council will work with others and that is an intention",
        "Te Awahou District Council will work with Ngāti Hau to restore the wetland at Lake Rere.",
        (
            commitment(
                "Te Awahou District Council will work with Ngāti Hau to restore the wetland at "
                "Lake Rere",
                "Te Awahou District Council",
                2,
            ),
        ),
        publisher="Te Awahou District Council",
    ),
    Case(
        "a New Zealand spokesperson speaks in reported speech for the agency",
        "A spokesperson said the agency would refund 312 drivers by 30 June 2026. The cameras "
        "on State Highway 9 were switched off in March.",
        (
            commitment(
                "the agency would refund 312 drivers by 30 June 2026",
                "Land Transport Office",
                4,
                "2026-06-30",
                "stated",
            ),
        ),
        publisher="Land Transport Office",
    ),
    Case(
        "a New Zealand forecast is a prediction",
        "Rain will ease to showers by Saturday morning. Rivers in the Tararua foothills are "
        "expected to peak overnight.",
        publisher="Te Awahou District Council",
        date="2026-08-06",
    ),
    Case(
        "an Indian ministry's scheme will be extended in the passive",
        "The Union Minister reviewed the Jal Jeevika scheme today. The scheme will be extended "
        "to 45 more districts by 31st March 2027.",
        (
            commitment(
                "The scheme will be extended to 45 more districts by 31st March 2027",
                None,
                4,
                "2027-03-31",
            ),
        ),
        publisher="Ministry of Village Water",
    ),
    Case(
        "an Indian release says where the information was given",
        "This information was given by the Minister of State for Village Water, Shri Anand "
        "Kulkarni, in a written reply in the Lok Sabha today.",
        publisher="Ministry of Village Water",
    ),
    Case(
        "an Indian sum in lakh crore is spent over years",
        "The Ministry will spend Rs. 1.2 lakh crore on canals over the next five years.",
        (
            commitment(
                "The Ministry will spend Rs. 1.2 lakh crore on canals over the next five years",
                "Ministry of Irrigation Works",
                4,
                "2031-06-09",
                "stated",
            ),
        ),
        publisher="Ministry of Irrigation Works",
        date="2026-06-09",
    ),
    Case(
        "the Indian Centre asks the States",
        "The Minister urged all States and Union Territories to appoint dam safety officers "
        "before the monsoon.",
        (
            recommendation(
                "The Minister urged all States and Union Territories to appoint dam safety "
                "officers before the monsoon",
                "all States and Union Territories",
                2,
            ),
        ),
        publisher="Ministry of Irrigation Works",
    ),
    Case(
        "an Indian project that has been completed leaves nothing to do",
        "The Minister said that 82 per cent of the work had been completed and that 3,400 km of "
        "pipeline had been laid.",
        publisher="Ministry of Irrigation Works",
    ),
    Case(
        "a South African utility repairs a line by an hour of a day",
        "Lightning damaged two pylons near Vryfontein on Sunday. Technicians will restore "
        "supply by 18:00 on Tuesday, 17 February 2026.",
        (
            commitment(
                "Technicians will restore supply by 18:00 on Tuesday, 17 February 2026",
                "Technicians",
                4,
                "2026-02-17",
            ),
        ),
        publisher="Karoo Power",
    ),
    Case(
        "a South African utility asks customers to use less",
        "Dam levels have fallen to 31 per cent. Customers are requested to use no more than 50 "
        "litres a day.",
        (
            recommendation(
                "Customers are requested to use no more than 50 litres a day", "Customers", 2
            ),
        ),
        publisher="Umlazana Water",
    ),
    Case(
        "a South African utility refrains in so many words",
        "Umlazana Water will not cut off any household before 1 April.",
        (
            commitment(
                "Umlazana Water will not cut off any household before 1 April", "Umlazana Water", 3
            ),
        ),
        publisher="Umlazana Water",
        date="2026-02-03",
    ),
    Case(
        "load reduction as usual is how the system works",
        "As has been the practice since 2020, areas with overloaded transformers will be "
        "switched off between 05:00 and 07:00.",
        publisher="Karoo Power",
    ),
    Case(
        "a South African department condemns and commends",
        "The Department condemns the attack on its officials in the strongest terms. The MEC "
        "for Roads has commended the community for its calm.",
        publisher="Department of Roads, Eastern Region",
    ),
]
