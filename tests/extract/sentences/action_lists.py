"""Action lists and logs at the end of a meeting, in the many shapes that they take."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, commitment, recommendation

PRESENT = (
    "Steering Group\nNotes of the meeting on 5 May 2026\n"
    "Present: Morag Dunbar (MD), Convener; Ian Petrie (IP), Treasurer; Aisha Karim (AK).\n\n"
)
LOG = "Audit Committee\nMinutes of the meeting held on 5 May 2026\n\n"


def group(fact: str, text: str, *items: Item) -> Case:
    """A case from the notes of a group whose members are known by their initials."""
    return Case(
        fact, PRESENT + text, items, publisher="Strathmuir Community Trust", date="2026-05-05"
    )


def log(fact: str, text: str, *items: Item) -> Case:
    """A case from the action log of a committee."""
    return Case(fact, LOG + text, items, publisher="Tarwin Regional Council", date="2026-05-05")


CASES = [
    group(
        "initials in an action are those of somebody named as present",
        "3. Hall repairs\nTwo slates had come down.\nACTION: IP to ask the roofer for a price by "
        "22 May.",
        commitment(
            "IP to ask the roofer for a price by 22 May", "Ian Petrie", 4, "2026-05-22", "stated"
        ),
    ),
    group(
        "an action without a date is firm and no more",
        "4. Website\nAction: AK to correct the opening hours on the website.",
        commitment("AK to correct the opening hours on the website", "Aisha Karim", 3),
    ),
    group(
        "two people may share one action",
        "5. Signs\nACTION: MD and AK to agree the wording of the notice for the jetty.",
        commitment(
            "MD and AK to agree the wording of the notice for the jetty",
            "Morag Dunbar and Aisha Karim",
            3,
        ),
    ),
    group(
        "an action may wait for another to be finished",
        "6. Lease\nACTION: IP to sign the lease once the solicitor has approved it.",
        commitment(
            "IP to sign the lease once the solicitor has approved it",
            "Ian Petrie",
            2,
            None,
            "stated",
        ),
    ),
    group(
        "initials with will are as good as initials with to",
        "7. Gala day\nMD will book the marquee by 29 May 2026.",
        commitment("MD will book the marquee by 29 May 2026", "Morag Dunbar", 4, "2026-05-29"),
    ),
    group(
        "a member who agreed to do a thing is bound by the minute",
        "8. Newsletter\nAK agreed to edit the summer newsletter.",
        commitment("AK agreed to edit the summer newsletter", "Aisha Karim", 4, None, "stated"),
    ),
    group(
        "the second verb of an action is an action of its own",
        "9. Insurance\nACTION: IP to renew the policy and send a copy to the Convener.",
        commitment("IP to renew the policy", "Ian Petrie", 3),
        commitment("send a copy to the Convener", "Ian Petrie", 3, None, "antecedent"),
    ),
    group(
        "actions reported as done are no longer actions",
        "2. Actions from the last meeting\nIP had paid the invoice from Lomond Joinery. AK had "
        "written to the school. Both actions are closed.",
    ),
    group(
        "initials that reported something have promised nothing",
        "10. Funds\nIP reported a balance of £8,412. MD thanked the volunteers for a splendid "
        "winter.",
    ),
    log(
        "full names stand before to in a list of actions",
        "ACTIONS\n"
        "Sarah O'Dowd to draft the terms of reference.\n"
        "Tom Byrne to invite the external auditor to give a talk.",
        commitment("Sarah O'Dowd to draft the terms of reference", "Sarah O'Dowd", 3),
        commitment("Tom Byrne to invite the external auditor to give a talk", "Tom Byrne", 3),
    ),
    log(
        "a row of an action log is an item unless its status is complete",
        "Action | Owner | Due\n"
        "Circulate the revised lone working policy | HR Manager | 30 June 2026\n"
        "Invite the fire officer to the next meeting | Company Secretary | Complete",
        commitment(
            "Circulate the revised lone working policy", "HR Manager", 4, "2026-06-30", "stated"
        ),
    ),
    log(
        "the owner may stand in the first column of a log",
        "Who | What | By when\n"
        "Director Corporate | Tender the contract for internal audit | 31 July 2026\n"
        "Chief Financial Officer | Reissue the purchasing card guidelines | 15 May 2026",
        commitment(
            "Tender the contract for internal audit",
            "Director Corporate",
            4,
            "2026-07-31",
            "stated",
        ),
        commitment(
            "Reissue the purchasing card guidelines",
            "Chief Financial Officer",
            4,
            "2026-05-15",
            "stated",
        ),
    ),
    log(
        "a log with a column for the number has the act in the second",
        "No. | Action | Responsible officer | Date due\n"
        "7.1 | Publish the gifts register on the website | Governance Manager | 1 June 2026",
        commitment(
            "Publish the gifts register on the website", "Governance Manager", 4, "2026-06-01"
        ),
    ),
    log(
        "a row whose date is to be confirmed has no deadline",
        "Action | Owner | Due\nTest the backup generator | Facilities Manager | To be confirmed",
        commitment("Test the backup generator", "Facilities Manager", 3),
    ),
    log(
        "a role stands before to as a name does",
        "Action: Manager Parks to inspect the pontoon at Cutler's Reach within ten working days.",
        commitment(
            "Manager Parks to inspect the pontoon at Cutler's Reach within ten working days",
            "Manager Parks",
            4,
            "2026-05-19",
            "stated",
        ),
    ),
    log(
        "a resolution of an Australian committee speaks in the present tense",
        "Moved: Cr Vlahos\nSeconded: Cr Nguyen\n"
        "That Council:\n"
        "1. notes the report; and\n"
        "2. holds a public meeting on the Riverbank plan by 30 June 2026.\n"
        "CARRIED UNANIMOUSLY",
        commitment(
            "holds a public meeting on the Riverbank plan by 30 June 2026",
            "Tarwin Regional Council",
            4,
            "2026-06-30",
            "lead-in",
        ),
    ),
    log(
        "officers who took a question on notice and answered it owe nothing more",
        "The Manager Finance tabled the answer to the question that had been taken on notice in "
        "March. The Committee thanked him.",
    ),
    log(
        "a standing item says how the agenda is made and not what will be done",
        "Standing items\nAs at every meeting, members will be asked to declare any conflict of "
        "interest before the first item is called.",
    ),
    Case(
        "a board in New Zealand resolves that it does a thing",
        "Kauri Bay Local Board – minutes, 14 April 2026\n\nResolved\n"
        "That the Board meets the cost of the Matariki breakfast from its discretionary fund.\n"
        "Carried",
        (
            commitment(
                "the Board meets the cost of the Matariki breakfast from its discretionary fund",
                "Kauri Bay Local Board",
                4,
            ),
        ),
        publisher="Kauri Bay Local Board",
        date="2026-04-14",
    ),
    Case(
        "to take cognisance of a letter is only to note it",
        "MINUTES OF THE ORDINARY COUNCIL MEETING, 26 FEBRUARY 2026\n\nRESOLVED\n"
        "(a) That the Municipal Manager submit a report on the sewage spillage in Thandeka Street "
        "within 30 days;\n"
        "(b) That cognisance be taken of the letter from the residents.",
        (
            commitment(
                "the Municipal Manager submit a report on the sewage spillage in Thandeka Street "
                "within 30 days",
                "Municipal Manager",
                4,
                "2026-03-28",
            ),
        ),
        publisher="Umhlanzeni Local Municipality",
        date="2026-02-26",
    ),
    Case(
        "a governing body that resolves that a fee shall not rise binds itself",
        "Minutes of the Governing Body, 18 June 2026\n\nItem 6. The Governing Body resolved that "
        "the hostel fee shall not be increased for students admitted on a scholarship.",
        (
            commitment(
                "the hostel fee shall not be increased for students admitted on a scholarship",
                "Governing Body",
                4,
            ),
        ),
        publisher="Panwar Engineering College",
        date="2026-06-18",
    ),
    Case(
        "a principal who assured members has promised them",
        "Minutes of the Governing Body, 18 June 2026\n\nThe report of the Warden was noted. The "
        "Principal informed the members that the library would remain open until 10 p.m. during "
        "examinations. He requested the Public Works Department to repair the compound wall at "
        "the earliest.",
        (
            commitment(
                "the library would remain open until 10 p.m. during examinations",
                "Panwar Engineering College",
                3,
                None,
                "inferred",
            ),
            recommendation(
                "He requested the Public Works Department to repair the compound wall at the "
                "earliest",
                "Public Works Department",
                2,
            ),
        ),
        publisher="Panwar Engineering College",
        date="2026-06-18",
    ),
]
