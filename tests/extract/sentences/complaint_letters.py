"""Replies to complaints and other letters of chief executives, in plain and careful English."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, aspiration, commitment, recommendation


def trust(fact: str, text: str, *items: Item) -> Case:
    """A case from a letter of the chief executive of an English hospital trust."""
    return Case(
        fact,
        text,
        items,
        publisher="Wexcombe Hospitals Trust",
        speaker="Ruth Ogilvie",
        date="2026-06-01",
    )


def utility(fact: str, text: str, *items: Item) -> Case:
    """A case from a letter of a water company in Australia."""
    return Case(
        fact,
        text,
        items,
        publisher="Murrindal Water",
        speaker="Jayden Kostas",
        date="2026-06-01",
    )


CASES = [
    trust(
        "an apology followed by a promise is one item",
        "I am sorry that you were left waiting in a corridor. We will repay the cost of your taxi.",
        commitment(
            "We will repay the cost of your taxi", "Wexcombe Hospitals Trust", 3, None, "speaker"
        ),
    ),
    trust(
        "a contracted will is a will",
        "We'll send you a copy of the notes by 15 June 2026.",
        commitment(
            "We'll send you a copy of the notes by 15 June 2026",
            "Wexcombe Hospitals Trust",
            4,
            "2026-06-15",
            "speaker",
        ),
    ),
    trust(
        "a contracted will not is a promise to refrain",
        "We won't charge you for the missed appointment.",
        commitment("We won't charge you for the missed appointment", "Wexcombe Hospitals Trust", 3),
    ),
    trust(
        "lessons that must be learned are not yet learned",
        "Your mother deserved better. We need to listen when a daughter tells us that something "
        "is wrong.",
        aspiration(
            "We need to listen when a daughter tells us that something is wrong",
            "Wexcombe Hospitals Trust",
        ),
    ),
    trust(
        "training that will be given has no giver in the passive",
        "All reception staff will be trained in the use of the hearing loop by the end of July.",
        commitment(
            "All reception staff will be trained in the use of the hearing loop by the end of July",
            None,
            4,
            "2026-07-31",
            "unstated",
        ),
    ),
    trust(
        "the agent of a passive is the one who acts",
        "Your complaint about the parking charge will be answered by our facilities team.",
        commitment(
            "Your complaint about the parking charge will be answered by our facilities team",
            "facilities team",
            3,
            None,
            "agent",
        ),
    ),
    trust(
        "what has been done since is no promise",
        "Since your visit the ward has appointed a second housekeeper, the broken lift has been "
        "repaired and the sister in charge has spoken to every nurse on the shift.",
    ),
    trust(
        "how long the queue will be is only how things are",
        "As I explained on the telephone, a patient who arrives by ambulance will always be seen "
        "before one who walks in, as is the practice in every emergency department.",
    ),
    trust(
        "a person named in a letter may own the promise",
        "Dr. Samuel Oyelaran, the Medical Director, will telephone you within seven days.",
        commitment(
            "Dr. Samuel Oyelaran, the Medical Director, will telephone you within seven days",
            "Dr. Samuel Oyelaran",
            4,
            "2026-06-08",
        ),
    ),
    trust(
        "to say that one hopes for something is to wish",
        "We hope that you will feel able to use the clinic again.",
        aspiration(
            "We hope that you will feel able to use the clinic again", "Wexcombe Hospitals Trust"
        ),
    ),
    trust(
        "the right to go to the ombudsman is information",
        "If you are not satisfied with this reply you can ask the Ombudsman to look at your "
        "complaint. The Ombudsman will usually expect you to do so within a year.",
    ),
    trust(
        "anyone who is told where to send evidence is advised",
        "Anyone with further evidence should send it to the address above by 30 June 2026.",
        recommendation(
            "Anyone with further evidence should send it to the address above by 30 June 2026",
            "Anyone with further evidence",
            2,
            "2026-06-30",
        ),
    ),
    trust(
        "we undertake is firm whatever its date",
        "We undertake to publish the waiting times for every clinic by the end of September.",
        commitment(
            "We undertake to publish the waiting times for every clinic by the end of September",
            "Wexcombe Hospitals Trust",
            3,
            "2026-09-30",
        ),
    ),
    trust(
        "to look into something is to explore it",
        "We will look into the cost of a second changing room.",
        commitment(
            "We will look into the cost of a second changing room", "Wexcombe Hospitals Trust", 1
        ),
    ),
    trust(
        "never again, said of oneself, is a promise to refrain",
        "We will never again discharge a patient at night without telling the family.",
        commitment(
            "We will never again discharge a patient at night without telling the family",
            "Wexcombe Hospitals Trust",
            3,
        ),
    ),
    trust(
        "two promises joined by and are two items in one sentence",
        "I will ask the matron to meet you and I will chair the meeting myself.",
        commitment("I will ask the matron to meet you", "Wexcombe Hospitals Trust", 3),
        commitment("I will chair the meeting myself", "Wexcombe Hospitals Trust", 3),
    ),
    trust(
        "the family's own words in a letter are theirs",
        "You wrote that nobody will ever be held to account and that we will hide behind "
        "procedure. I understand why you feel that.",
    ),
    trust(
        "to accept the findings of a report is not to promise anything",
        "We accept the findings of the independent investigator without reservation.",
    ),
    trust(
        "an investigation under way is at work now and its end is promised",
        "The Trust is looking at the records of all 14 patients. A report will be shared with you "
        "within 12 weeks.",
        commitment(
            "The Trust is looking at the records of all 14 patients",
            "Wexcombe Hospitals Trust",
            1,
        ),
        commitment("A report will be shared with you within 12 weeks", None, 4, "2026-08-24"),
    ),
    utility(
        "a credit that will be applied is promised by nobody in particular",
        "A credit of $180 will be applied to your account within five business days.",
        commitment(
            "A credit of $180 will be applied to your account within five business days",
            None,
            4,
            "2026-06-08",
            "unstated",
        ),
    ),
    utility(
        "a crew of the company is the owner when it is the subject",
        "Our crew will replace the meter on 9 June 2026.",
        commitment("Our crew will replace the meter on 9 June 2026", "crew", 4, "2026-06-09"),
    ),
    utility(
        "rain permitting, as it were, is a condition",
        "If the weather allows, we will reseal the driveway on 12 June 2026.",
        commitment(
            "If the weather allows, we will reseal the driveway on 12 June 2026",
            "Murrindal Water",
            3,
            "2026-06-12",
        ),
    ),
    utility(
        "a company that aims to do better aims and no more",
        "We aim to clear the backlog of emails within two weeks.",
        commitment(
            "We aim to clear the backlog of emails within two weeks",
            "Murrindal Water",
            2,
            "2026-06-15",
        ),
    ),
    utility(
        "committed to with a noun is an intention",
        "We are committed to better service in the hills.",
        commitment("We are committed to better service in the hills", "Murrindal Water", 2),
    ),
    utility(
        "customers who receive are given and do not act",
        "Every household on Ridge Road will receive a $50 rebate.",
        commitment(
            "Every household on Ridge Road will receive a $50 rebate", None, 3, None, "unstated"
        ),
    ),
    utility(
        "what the water will taste like is a forecast",
        "You may notice that the water will taste a little of chlorine for a day or so. This is "
        "normal and it will pass.",
    ),
    utility(
        "we will continue to is an intention that is already being kept",
        "We will continue to deliver bottled water to Ridge Road until the main is repaired.",
        commitment(
            "We will continue to deliver bottled water to Ridge Road until the main is repaired",
            "Murrindal Water",
            2,
        ),
    ),
    utility(
        "a regret that we cannot is no promise",
        "Unfortunately we cannot move the pumping station, and we will not be able to reduce the "
        "noise any further. We appreciate your patience.",
    ),
    utility(
        "a feedback form invites and does not promise",
        "Thank you for taking the time to write. Your call may be recorded, and a short survey "
        "will usually follow it.",
    ),
]
