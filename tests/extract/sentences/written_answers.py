"""Written answers in the parliaments of six countries."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "a question to a minister promises nothing",
        "To ask the Secretary of State for Coasts, whether she will publish the survey of "
        "Sandle pier; and what steps she is taking to repair it.",
        publisher="Department for Coasts",
    ),
    Case(
        "a department that will respond in due course is firm with no day",
        "The Department will respond to the consultation in due course. It received 4,112 replies.",
        (
            commitment(
                "The Department will respond to the consultation in due course",
                "Department for Coasts",
                3,
                basis="stated",
            ),
        ),
        publisher="Department for Coasts",
    ),
    Case(
        "a reference to an earlier answer is no answer",
        "I refer the hon. Member to the answer that I gave on 3 March to Question 41188. The "
        "position has not changed.",
        publisher="Department for Coasts",
        speaker="Orla Prentice",
    ),
    Case(
        "figures that are not held and cost too much are no promise",
        "The information is not held centrally and could be obtained only at disproportionate "
        "cost.",
        publisher="Department for Coasts",
    ),
    Case(
        "a minister's I will is the department's",
        "I will write to the hon. Member by 30 April and place a copy of my letter in the Library.",
        (
            commitment(
                "I will write to the hon. Member by 30 April",
                "Department for Coasts",
                4,
                "2026-04-30",
                "speaker",
            ),
            commitment(
                "place a copy of my letter in the Library",
                "Department for Coasts",
                3,
                basis="speaker",
            ),
        ),
        publisher="Department for Coasts",
        speaker="Orla Prentice",
        date="2026-03-24",
    ),
    Case(
        "a review that will report is the department's to deliver",
        "The review of pier safety will report by summer 2027.",
        (
            commitment(
                "The review of pier safety will report by summer 2027",
                "Department for Coasts",
                4,
                "2027-08-31",
                "inferred",
            ),
        ),
        publisher="Department for Coasts",
    ),
    Case(
        "officials who are assessing have only begun",
        "Officials are assessing the cost of a new lifeboat station at Ness. No decision has "
        "been made.",
        (
            commitment(
                "Officials are assessing the cost of a new lifeboat station at Ness",
                "Officials",
                1,
                basis="stated",
            ),
        ),
        publisher="Department for Coasts",
    ),
    Case(
        "no plans to in an answer is no undertaking",
        "The Government has no plans to change the law on metal detecting. The current rules "
        "came into force in 1996.",
        publisher="Department for Records",
    ),
    Case(
        "not intending to is no undertaking",
        "We do not intend to reopen the scheme. It closed to new claims in 2023.",
        publisher="Department for Records",
    ),
    Case(
        "it would be for a court is no undertaking",
        "It would not be appropriate for ministers to comment on a live case. Whether the trust "
        "broke the law would be for a court to decide.",
        publisher="Department of Hospitals",
    ),
    Case(
        "how a benefit is claimed is standing practice",
        "Under the Regulations of 2013, a claim that is made on paper will be acknowledged "
        "within ten days.",
        publisher="Department for Work",
    ),
    Case(
        "a future bill is brought forward in a session with no date",
        "The Government will bring forward legislation when parliamentary time allows.",
        (
            commitment(
                "The Government will bring forward legislation when parliamentary time allows",
                "Government",
                2,
                basis="stated",
            ),
        ),
        publisher="Department for Work",
    ),
    Case(
        "regulations that will be laid by a month have no owner",
        "Regulations will be laid before Parliament by the end of November.",
        (
            commitment(
                "Regulations will be laid before Parliament by the end of November",
                None,
                4,
                "2026-11-30",
            ),
        ),
        publisher="Department for Work",
        date="2026-09-08",
    ),
    Case(
        "a commitment of the Government with its verb has been restated",
        "The Government’s commitment to build six new prisons by 2031 has not changed.",
        (
            commitment(
                "The Government’s commitment to build six new prisons by 2031 has not changed",
                "Government",
                3,
                "2031-12-31",
            ),
        ),
        publisher="Ministry of Prisons",
    ),
    Case(
        "money that was provided is past and money that will be is not",
        "In 2024–25 the Department provided £11m for flood wardens. A further £6m will be "
        "provided in 2027.",
        (commitment("A further £6m will be provided in 2027", None, 4, "2027-12-31"),),
        publisher="Department for Coasts",
    ),
    Case(
        "an embedded so that is the purpose of a promise",
        "We will publish the timetable so that passengers can plan ahead.",
        (
            commitment(
                "We will publish the timetable so that passengers can plan ahead",
                "Department for Railways",
                3,
            ),
        ),
        publisher="Department for Railways",
    ),
    Case(
        "a minister tells operators what they should do",
        "Train operators should refund every passenger who was stranded. Most have done so.",
        (
            recommendation(
                "Train operators should refund every passenger who was stranded",
                "Train operators",
                2,
            ),
        ),
        publisher="Department for Railways",
    ),
    Case(
        "a member who suggested that ministers should is not the minister",
        "The hon. Member suggested in May that fares should be frozen. Fares have risen by less "
        "than inflation in each of the last two years.",
        publisher="Department for Railways",
    ),
    Case(
        "an Irish minister has asked a body to act",
        "I have asked the Roads Agency to examine the junction at Kilbrack before the end of "
        "March.",
        (
            recommendation(
                "I have asked the Roads Agency to examine the junction at Kilbrack before the "
                "end of March",
                "Roads Agency",
                2,
                "2027-03-31",
            ),
        ),
        publisher="Department of Local Transport",
        speaker="Fionn Carty",
        date="2026-12-02",
    ),
    Case(
        "an Irish deputy's question asks if the minister will",
        "Deputy Siobhán Mulcahy asked the Minister for Local Transport if he will reopen the "
        "station at Kilbrack, and if he will make a statement on the matter.",
        publisher="Department of Local Transport",
    ),
    Case(
        "an Irish answer expects works to be finished",
        "My Department has approved funding of €3.4 million for the school. The works are "
        "expected to be completed in Q3 2027.",
        (commitment("The works are expected to be completed in Q3 2027", None, 2, "2027-09-30"),),
        publisher="Department of Schools",
        speaker="Fionn Carty",
    ),
    Case(
        "an Irish minister hopes and does not promise",
        "I hope to see the new college open its doors. I thank the Deputy for raising the matter.",
        (aspiration("I hope to see the new college open its doors", "Department of Schools"),),
        publisher="Department of Schools",
        speaker="Fionn Carty",
    ),
    Case(
        "an Indian question in parts asks whether the Government proposes",
        "(a) whether the Government proposes to set up more seed banks; (b) if so, the details "
        "thereof; and (c) the time by which they will be opened?",
        publisher="Ministry of Farm Research",
    ),
    Case(
        "an Indian answer says what has been sanctioned and what will be opened",
        "A total of 61 seed banks have been sanctioned so far. Twelve more seed banks will be "
        "opened in Odara by 31 December 2027.",
        (
            commitment(
                "Twelve more seed banks will be opened in Odara by 31 December 2027",
                None,
                4,
                "2027-12-31",
            ),
        ),
        publisher="Ministry of Farm Research",
    ),
    Case(
        "an Indian ministry proposes and that is an intention",
        "Yes, Sir. The Ministry proposes to set up a seed laboratory at Rampura during 2027.",
        (
            commitment(
                "The Ministry proposes to set up a seed laboratory at Rampura during 2027",
                "Ministry of Farm Research",
                2,
                "2027-12-31",
            ),
        ),
        publisher="Ministry of Farm Research",
    ),
    Case(
        "agriculture is a subject of the states is how a system works",
        "Agriculture is a State subject. States implement the scheme through their own "
        "departments, and the Centre releases funds in two instalments.",
        publisher="Ministry of Farm Research",
    ),
    Case(
        "a Canadian answer has the department consult in the future",
        "The department will consult Indigenous governments before it changes the quota.",
        (
            commitment(
                "The department will consult Indigenous governments before it changes the quota",
                "Department of Northern Fisheries",
                3,
            ),
        ),
        publisher="Department of Northern Fisheries",
    ),
    Case(
        "an Australian answer will table a report by a day",
        "The Minister representing the Minister for Rivers: The Government will table the audit "
        "by 14 August 2026.",
        (
            commitment(
                "The Government will table the audit by 14 August 2026",
                "Government",
                4,
                "2026-08-14",
            ),
        ),
        publisher="Department of Rivers",
    ),
    Case(
        "a question taken on notice is only taken",
        "Senator, I took that question on notice at the hearing in May. The answer to the first "
        "part is no.",
        publisher="Department of Rivers",
    ),
    Case(
        "a New Zealand minister has been advised and advises nobody",
        "I am advised that 14 applications were declined in the 2025 year. I am further advised "
        "that none was appealed.",
        publisher="Office for Rural Schools",
    ),
    Case(
        "a New Zealand minister expects officials to report in a month",
        "Officials will report to me in October on the cost of school buses.",
        (
            commitment(
                "Officials will report to me in October on the cost of school buses",
                "Officials",
                4,
                "2026-10-31",
            ),
        ),
        publisher="Office for Rural Schools",
        date="2026-08-19",
    ),
    Case(
        "a hypothetical power that ministers would use is no promise",
        "We would use the power only if every other course had failed. It has never been used.",
        publisher="Department of Hospitals",
    ),
    Case(
        "a table of figures with a total is no promise",
        "The number of inspections in each of the last three years was 411, 397 and 402.",
        publisher="Department of Hospitals",
    ),
    Case(
        "responsibility that lies elsewhere is no undertaking",
        "Decisions about the repair of village halls are a matter for local authorities. How "
        "they are made is set out in the guidance of 2019.",
        publisher="Department of Hospitals",
    ),
    Case(
        "an assessment that was made last year is past",
        "The Department assessed the scheme in 2025 and found that it should have been better "
        "advertised.",
        publisher="Department for Railways",
    ),
]
