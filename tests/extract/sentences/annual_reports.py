"""Annual reports of charities, companies, funds, trusts and public bodies."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "what an annual report says was done is no promise",
        "We answered 94,000 calls in the year, 6,000 more than in 2024–25. Two new shops "
        "opened, in Sandle and Holme.",
        publisher="Sandle Lifeline",
    ),
    Case(
        "forward-looking words that are listed are not used",
        "Words such as “will”, “intend” and “expect” mark forward-looking statements. Actual "
        "results may differ from them.",
        publisher="Calder Vale Water plc",
    ),
    Case(
        "a chair's prediction of the market is no promise",
        "Next year will be harder. Energy prices will stay high, and demand will be slow to "
        "recover.",
        publisher="Calder Vale Water plc",
        date="2026-05-20",
    ),
    Case(
        "a dividend that will be paid has a day and no owner",
        "The final dividend of 12.4p a share will be paid on 4 September 2026.",
        (
            commitment(
                "The final dividend of 12.4p a share will be paid on 4 September 2026",
                None,
                4,
                "2026-09-04",
            ),
        ),
        publisher="Calder Vale Water plc",
    ),
    Case(
        "a future perfect is a will with a date",
        "By 2030 we will have replaced every boiler in our homes. The last coal fire went out "
        "in 1998.",
        (
            commitment(
                "By 2030 we will have replaced every boiler in our homes",
                "Hearthside Housing",
                4,
                "2030-12-31",
                "speaker",
            ),
        ),
        publisher="Hearthside Housing",
    ),
    Case(
        "a sum over years ahead runs from the date of the report",
        "We will spend £90m on damp and mould over the next three years.",
        (
            commitment(
                "We will spend £90m on damp and mould over the next three years",
                "Hearthside Housing",
                4,
                "2029-09-30",
                "speaker",
            ),
        ),
        publisher="Hearthside Housing",
        date="2026-09-30",
    ),
    Case(
        "an aim is an intention",
        "We aim to halve the number of empty homes by March 2028. It stood at 212 at the year end.",
        (
            commitment(
                "We aim to halve the number of empty homes by March 2028",
                "Hearthside Housing",
                2,
                "2028-03-31",
            ),
        ),
        publisher="Hearthside Housing",
    ),
    Case(
        "being committed to a noun is an intention",
        "The company is committed to fair pay. The median gap between women and men was 4.1 per "
        "cent.",
        (
            commitment(
                "The company is committed to fair pay", "Calder Vale Water plc", 2, basis="stated"
            ),
        ),
        publisher="Calder Vale Water plc",
    ),
    Case(
        "a board that has resolved to is bound",
        "The Board has resolved to sell the head office in Leam Street.",
        (
            commitment(
                "The Board has resolved to sell the head office in Leam Street",
                "Board",
                4,
                basis="stated",
            ),
        ),
        publisher="Hearthside Housing",
    ),
    Case(
        "trustees who agreed that a thing will be done are quoted from the act",
        "In June the trustees agreed that the charity will leave the Harbour Street shop by 31 "
        "December 2026.",
        (
            commitment(
                "the charity will leave the Harbour Street shop by 31 December 2026",
                "Sandle Lifeline",
                4,
                "2026-12-31",
                "stated",
            ),
        ),
        publisher="Sandle Lifeline",
    ),
    Case(
        "will continue to is an intention",
        "We will continue to publish every serious case review. Fourteen were published this year.",
        (
            commitment(
                "We will continue to publish every serious case review", "Sandle Lifeline", 2
            ),
        ),
        publisher="Sandle Lifeline",
    ),
    Case(
        "will support is an intention",
        "The Trust will support local schools that want to plant an orchard.",
        (
            commitment(
                "The Trust will support local schools that want to plant an orchard",
                "Leamside Woodland Trust",
                2,
            ),
        ),
        publisher="Leamside Woodland Trust",
    ),
    Case(
        "a hedge where funds allow lowers an aim",
        "Subject to funding, the Trust aims to open the Mill Lane wood to the public in spring "
        "2028.",
        (
            commitment(
                "Subject to funding, the Trust aims to open the Mill Lane wood to the public in "
                "spring 2028",
                "Leamside Woodland Trust",
                1,
                "2028-05-31",
            ),
        ),
        publisher="Leamside Woodland Trust",
    ),
    Case(
        "a policy in force for years is a habit",
        "Since 2016 every complaint that cannot be settled in ten days will be passed to a "
        "director, and that rule was kept all year.",
        publisher="Hearthside Housing",
    ),
    Case(
        "a guarantee binds",
        "We guarantee that no tenant will lose their home because of universal credit arrears.",
        (
            commitment(
                "We guarantee that no tenant will lose their home because of universal credit "
                "arrears",
                "Hearthside Housing",
                4,
            ),
        ),
        publisher="Hearthside Housing",
    ),
    Case(
        "a team that is piloting has begun",
        "Our repairs team is piloting evening appointments in two towns.",
        (
            commitment(
                "Our repairs team is piloting evening appointments in two towns",
                "repairs team",
                1,
                basis="stated",
            ),
        ),
        publisher="Hearthside Housing",
    ),
    Case(
        "a commitment to with a verb survives as a noun",
        "Our commitment to pay the living wage to every contractor stands. Three suppliers were "
        "dropped for paying less.",
        (
            commitment(
                "Our commitment to pay the living wage to every contractor stands",
                "Calder Vale Water plc",
                3,
                basis="speaker",
            ),
        ),
        publisher="Calder Vale Water plc",
    ),
    Case(
        "commitments in the accounts are a noun",
        "Capital commitments at the year end were £14.2m. Lease commitments fell to £3.1m.",
        publisher="Calder Vale Water plc",
    ),
    Case(
        "what a risk might do is hypothetical",
        "A second dry summer would cost the company about £6m. Were the reservoir to fail, the "
        "loss would be far greater.",
        publisher="Calder Vale Water plc",
    ),
    Case(
        "thanks to the auditors are thanks",
        "We thank our auditors, Grieve & Lunt, who have served since 2011. They have audited 15 "
        "sets of accounts.",
        publisher="Calder Vale Water plc",
    ),
    Case(
        "an annual report to tenants tells them what to do",
        "Tenants who see mould should report it at once. We fixed 1,100 cases in the year.",
        (
            recommendation(
                "Tenants who see mould should report it at once", "Tenants who see mould", 2
            ),
        ),
        publisher="Hearthside Housing",
    ),
    Case(
        "a fund that will vote against is promising",
        "The Fund will vote against the chair of Orme Mining at its meeting on 14 May 2026.",
        (
            commitment(
                "The Fund will vote against the chair of Orme Mining at its meeting on 14 May 2026",
                "Merse Pension Fund",
                4,
                "2026-05-14",
            ),
        ),
        publisher="Merse Pension Fund",
    ),
    Case(
        "a fund asks companies in the active voice",
        "We ask every company that we own to publish its tax by country. Nine of them already do.",
        (
            recommendation(
                "We ask every company that we own to publish its tax by country",
                "every company that we own",
                2,
            ),
        ),
        publisher="Merse Pension Fund",
    ),
    Case(
        "a regulator's report recommends and the addressee is inside the clause",
        "We recommend that the Department raise the levy by January 2028. It was last raised in "
        "2012.",
        (
            recommendation(
                "We recommend that the Department raise the levy by January 2028",
                "Department",
                2,
                "2028-01-31",
            ),
        ),
        publisher="Office for Taxi Standards",
    ),
    Case(
        "an Indian company spends by the end of its financial year",
        "The Company will install rooftop solar at all nine plants by the end of the financial "
        "year 2027-28.",
        (
            commitment(
                "The Company will install rooftop solar at all nine plants by the end of the "
                "financial year 2027-28",
                "Sahyadri Cements Limited",
                4,
                "2028-03-31",
                "stated",
            ),
        ),
        publisher="Sahyadri Cements Limited",
    ),
    Case(
        "a South African company's hope is a wish",
        "We hope that the rail corridor will one day carry fruit again.",
        (
            aspiration(
                "We hope that the rail corridor will one day carry fruit again",
                "Karoo Citrus Limited",
            ),
        ),
        publisher="Karoo Citrus Limited",
    ),
    Case(
        "an Australian company joins two promises with and",
        "We will close the Yallara kiln and retrain all 46 of its operators.",
        (
            commitment("We will close the Yallara kiln", "Yallara Bricks", 3, basis="speaker"),
            commitment("retrain all 46 of its operators", "Yallara Bricks", 3, basis="speaker"),
        ),
        publisher="Yallara Bricks",
    ),
    Case(
        "an American foundation's quarter of the calendar year ends its promise",
        "The Foundation will open applications for rural clinics in Q2 2027.",
        (
            commitment(
                "The Foundation will open applications for rural clinics in Q2 2027",
                "Hollis Family Foundation",
                4,
                "2027-06-30",
            ),
        ),
        publisher="Hollis Family Foundation",
    ),
    Case(
        "a Canadian corporation's must about itself is a duty",
        "We must earn back the trust of northern communities. Two of our ferries were late on "
        "every trip in August.",
        (
            aspiration(
                "We must earn back the trust of northern communities",
                "Northern Ferries Corporation",
            ),
        ),
        publisher="Northern Ferries Corporation",
    ),
    Case(
        "a meeting that was held is over",
        "The annual general meeting was held in Leam on 3 July. Members asked about bonuses, "
        "and the chair answered.",
        publisher="Calder Vale Water plc",
    ),
    Case(
        "a proverb about promises promises nothing",
        "It is easy to promise and hard to deliver. This report is about what was delivered.",
        publisher="Calder Vale Water plc",
    ),
    Case(
        "a definition in an annual report is a definition",
        "A serious incident is one in which a tenant is hurt or will need to move out. There "
        "were nine.",
        publisher="Hearthside Housing",
    ),
    Case(
        "what the pension scheme will pay out is an estimate",
        "The actuary estimates that the scheme will pay £4m a year by 2040. Its assets were £61m.",
        publisher="Calder Vale Water plc",
    ),
    Case(
        "the will of a donor is a paper",
        "Mrs. Ada Penrose left us her house in her will. Gifts in wills made up a third of our "
        "income.",
        publisher="Sandle Lifeline",
    ),
    Case(
        "a strategy that will be key is a prediction",
        "Strong partnerships will be key to the years ahead. Nobody can say how long the "
        "recovery will take.",
        publisher="Sandle Lifeline",
    ),
    Case(
        "a promise that was kept is past",
        "We promised in 2022 to plant a million trees. The millionth was planted on 9 March.",
        publisher="Leamside Woodland Trust",
    ),
]
