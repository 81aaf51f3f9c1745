"""Minutes of councils and boards in Britain and Ireland, and the actions that they set."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, commitment, recommendation

HEAD = "PENWORTH PARISH COUNCIL\nMinutes of the meeting held on 12 March 2026\n\n"
BOARD = "EAST CALDER HOSPITALS TRUST\nMinutes of the Board meeting held on 12 March 2026\n\n"
COUNTY = "KILBRACK COUNTY COUNCIL\nMinutes of the March meeting, held on 9 March 2026\n\n"


def parish(fact: str, text: str, *items: Item) -> Case:
    """A case from the minutes of an English parish council."""
    return Case(fact, HEAD + text, items, publisher="Penworth Parish Council", date="2026-03-12")


def board(fact: str, text: str, *items: Item) -> Case:
    """A case from the minutes of the board of a hospital trust."""
    return Case(
        fact, BOARD + text, items, publisher="East Calder Hospitals Trust", date="2026-03-12"
    )


def county(fact: str, text: str, *items: Item) -> Case:
    """A case from the minutes of an Irish county council."""
    return Case(fact, COUNTY + text, items, publisher="Kilbrack County Council", date="2026-03-09")


CASES = [
    parish(
        "an act resolved in the passive binds the council that resolved it",
        "RESOLVED that the bus shelter in Mill Lane be replaced by 31 July 2026.",
        commitment(
            "the bus shelter in Mill Lane be replaced by 31 July 2026",
            "Penworth Parish Council",
            4,
            "2026-07-31",
            "speaker",
        ),
    ),
    parish(
        "the officer who is the subject of a resolution is to do it",
        "41/26 Village hall\nMembers looked at the survey of the roof. RESOLVED that the Clerk "
        "obtain two further quotations for the work.",
        commitment("the Clerk obtain two further quotations for the work", "Clerk", 4),
    ),
    parish(
        "would after it was agreed that is a future act and not a doubtful one",
        "It was agreed that the Chairman would write to the bus company about the lost 8.05 "
        "service.",
        commitment(
            "the Chairman would write to the bus company about the lost 8.05 service",
            "Chairman",
            4,
        ),
    ),
    parish(
        "what was only noted is promised by nobody at the meeting",
        "44/26 Highways\nIt was noted that the County Council will resurface Church Road in May. "
        "The Clerk's report was received.",
    ),
    parish(
        "to resolve to note a report leaves nothing to be done",
        "RESOLVED to note the financial report to 28 February.",
    ),
    parish(
        "a matter considered and put off is not decided",
        "Members considered whether the allotment rents should be raised. No decision was "
        "reached, and the matter was deferred.",
    ),
    parish(
        "each numbered part of a resolution is an item, save the one that only notes",
        "RESOLVED\n"
        "(1) that the fence at the playing field be repaired;\n"
        "(2) that the Clerk write to the three residents who complained; and\n"
        "(3) that the report be noted.",
        commitment(
            "the fence at the playing field be repaired",
            "Penworth Parish Council",
            4,
            None,
            "speaker",
        ),
        commitment("the Clerk write to the three residents who complained", "Clerk", 4),
    ),
    parish(
        "resolved to takes the verb of resolving into the span",
        "RESOLVED to plant 40 native trees on the Green in November.",
        commitment(
            "RESOLVED to plant 40 native trees on the Green in November",
            "Penworth Parish Council",
            4,
            "2026-11-30",
        ),
    ),
    parish(
        "the name after action owns the passive that stands before it",
        "It was AGREED that the risk register would be updated before the next meeting. ACTION: "
        "Clerk.",
        commitment("the risk register would be updated before the next meeting", "Clerk", 4),
    ),
    parish(
        "what a visitor says of his own firm is the promise of another side",
        "Mr. Lacey, of Southern Rail Partners, said that the company would replace the footbridge "
        "by the summer. The Chairman thanked him for coming.",
    ),
    parish(
        "a member who asks when the council would act gets no promise by asking",
        "Public questions\nMrs. Amin asked when the Council would reply to the petition.",
    ),
    parish(
        "a thing suggested in discussion is not agreed",
        "It was suggested that the Council should buy a second mower. Opinions were divided.",
    ),
    parish(
        "the notice of the next meeting is a diary entry",
        "The next meeting will be held on Tuesday 14 April 2026 at 7.30 p.m. in the Village Hall.",
    ),
    parish(
        "apologies and the closing of a meeting are done as they are minuted",
        "Apologies were received from Cllr. Moss. There being no further business, the Chairman "
        "closed the meeting at 9.15 p.m.",
    ),
    parish(
        "a council that urges another body recommends",
        "The Council urged Highways West to lower the speed limit on the A391 to 40 mph.",
        recommendation(
            "The Council urged Highways West to lower the speed limit on the A391 to 40 mph",
            "Highways West",
            2,
        ),
    ),
    parish(
        "what had been agreed at an earlier meeting and was done is past",
        "Matters arising\nAt its January meeting the Council had agreed to repaint the railings. "
        "The Clerk reported that this had been done.",
    ),
    parish(
        "members who agree in principle bind themselves less",
        "Members agreed in principle to lease the pavilion to the cricket club.",
        commitment(
            "Members agreed in principle to lease the pavilion to the cricket club", "Members", 3
        ),
    ),
    parish(
        "a condition set by a committee lowers what it agreed by one",
        "The Committee agreed to pay for the minibus for a further year, subject to receipt of "
        "audited accounts.",
        commitment(
            "The Committee agreed to pay for the minibus for a further year, subject to receipt "
            "of audited accounts",
            "Committee",
            3,
        ),
    ),
    parish(
        "the word of a resolution may be a plain heading with a dash",
        "52/26 War memorial\nResolved – That the lettering on the war memorial be recut by 11 "
        "November 2026.",
        commitment(
            "the lettering on the war memorial be recut by 11 November 2026",
            "Penworth Parish Council",
            4,
            "2026-11-11",
            "speaker",
        ),
    ),
    board(
        "an officer who undertakes in a meeting owns the undertaking",
        "The Director of Finance undertook to circulate a breakdown of agency spending within two "
        "weeks.",
        commitment(
            "The Director of Finance undertook to circulate a breakdown of agency spending within "
            "two weeks",
            "Director of Finance",
            3,
            "2026-03-26",
            "stated",
        ),
    ),
    board(
        "he in a report is the officer who made it",
        "The Director of Estates reported that the survey was complete and that he would issue "
        "the tender documents by the end of April.",
        commitment(
            "he would issue the tender documents by the end of April",
            "Director of Estates",
            4,
            "2026-04-30",
            "antecedent",
        ),
    ),
    board(
        "agreed to governs the second infinitive as it does the first",
        "The Board agreed to commission an external review of the waiting list and to publish its "
        "findings.",
        commitment(
            "The Board agreed to commission an external review of the waiting list", "Board", 4
        ),
        commitment("to publish its findings", "Board", 4, None, "antecedent"),
    ),
    board(
        "a board that asks its director to report asks somebody else to act",
        "The Board asked the Medical Director to report on deaths from sepsis by the end of May.",
        recommendation(
            "The Board asked the Medical Director to report on deaths from sepsis by the end of "
            "May",
            "Medical Director",
            2,
            "2026-05-31",
        ),
    ),
    board(
        "a committee may request with that and a bare verb",
        "The Committee requested that the Chief Nurse provide a written update on falls within 28 "
        "days.",
        recommendation(
            "The Committee requested that the Chief Nurse provide a written update on falls "
            "within 28 days",
            "Chief Nurse",
            2,
            "2026-04-09",
        ),
    ),
    board(
        "members who agree that something was so decide nothing",
        "It was agreed that the visit to Ward 6 had been useful. The Board was assured that all "
        "fire doors had been checked.",
    ),
    board(
        "a forecast minuted from an officer is a prediction",
        "In answer to a question, the Director of Finance said that a deficit would be "
        "unavoidable and that cash would be tight in the summer.",
    ),
    board(
        "a tribute says would and promises nothing",
        "The Chair said that Mr. Ellery would be greatly missed by everyone who had worked with "
        "him.",
    ),
    county(
        "a proposal that was seconded and agreed is a promise of the council",
        "Proposed by Cllr. Ní Bhriain, seconded by Cllr. Devane and agreed that the Council would "
        "write to the Minister for Transport regarding the N86.",
        commitment(
            "the Council would write to the Minister for Transport regarding the N86",
            "Kilbrack County Council",
            4,
        ),
    ),
    county(
        "a thing that would reopen is reopened by the body that runs it",
        "The Director of Services informed members that the playground at Ballinree would reopen "
        "in May.",
        commitment(
            "the playground at Ballinree would reopen in May",
            "Kilbrack County Council",
            4,
            "2026-05-31",
            "inferred",
        ),
    ),
    county(
        "the chief executive of a county answers a motion with an undertaking",
        "Cllr. Furey tabled a motion on litter. In reply, the Chief Executive stated that the "
        "Council would provide 20 new bins on the promenade before the regatta.",
        commitment(
            "the Council would provide 20 new bins on the promenade before the regatta",
            "Kilbrack County Council",
            3,
        ),
    ),
    county(
        "what an agency had told the council belongs to the agency",
        "It was noted that Irish Water Services had confirmed that the main at Clonbeg would be "
        "replaced in 2027. Members welcomed the news.",
    ),
]
