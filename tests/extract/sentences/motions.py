"""Motions of councils, boards and commissions in Canada and the United States."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, commitment, recommendation

TOWN = "TOWN OF ALDER FALLS\nREGULAR COUNCIL MEETING MINUTES\nMay 11, 2026\n\n"
COUNTY = "MARSH COUNTY BOARD OF COMMISSIONERS\nMinutes, May 12, 2026\n\n"
SCHOOLS = "PINE HOLLOW SCHOOL DISTRICT\nMinutes of the Board of Education, May 12, 2026\n\n"


def town(fact: str, text: str, *items: Item) -> Case:
    """A case from the minutes of a town council in Canada."""
    return Case(fact, TOWN + text, items, publisher="Town of Alder Falls", date="2026-05-11")


def county(fact: str, text: str, *items: Item) -> Case:
    """A case from the minutes of a county board in the United States."""
    return Case(fact, COUNTY + text, items, publisher="Marsh County", date="2026-05-12")


def schools(fact: str, text: str, *items: Item) -> Case:
    """A case from the minutes of a school board in the United States."""
    return Case(
        fact, SCHOOLS + text, items, publisher="Pine Hollow School District", date="2026-05-12"
    )


CASES = [
    town(
        "a carried motion that staff report is for the staff to keep",
        "Moved by Councillor Brant, seconded by Councillor Osei,\n"
        "THAT staff report back on the cost of a second ice pad by September 30, 2026.\n"
        "CARRIED",
        commitment(
            "staff report back on the cost of a second ice pad by September 30, 2026",
            "staff",
            4,
            "2026-09-30",
        ),
    ),
    town(
        "a defeated motion binds nobody",
        "Moved by Councillor Roy, seconded by Councillor Singh,\n"
        "THAT the Town install speed humps on Cedar Street.\n"
        "DEFEATED",
    ),
    town(
        "a motion that was withdrawn leaves nothing behind",
        "Moved by Councillor Singh, seconded by Councillor Roy,\n"
        "THAT the Town close the Elm Street boat launch in winter.\n"
        "The motion was withdrawn with the consent of Council.",
    ),
    town(
        "a motion that only adopts the agenda is done when it is carried",
        "Moved by Councillor Osei, seconded by Councillor Brant,\n"
        "THAT the agenda be approved as circulated.\n"
        "CARRIED",
    ),
    town(
        "a carried motion names the town that it binds",
        "Moved by Councillor Lang, seconded by Councillor Singh,\n"
        "THAT the Town resurface the tennis courts at Riverside Park by August 31, 2026.\n"
        "CARRIED UNANIMOUSLY",
        commitment(
            "the Town resurface the tennis courts at Riverside Park by August 31, 2026",
            "Town of Alder Falls",
            4,
            "2026-08-31",
        ),
    ),
    town(
        "a council that calls on its province asks somebody else",
        "Moved by Councillor Brant, seconded by Councillor Lang,\n"
        "BE IT RESOLVED THAT Council call on the Province to restore funding for rural "
        "libraries.\n"
        "CARRIED",
        recommendation(
            "Council call on the Province to restore funding for rural libraries", "Province", 2
        ),
    ),
    town(
        "staff who are directed by their council are bound by it",
        "Council directed staff to prepare a by-law on overnight parking by June 8, 2026.",
        commitment(
            "Council directed staff to prepare a by-law on overnight parking by June 8, 2026",
            "staff",
            4,
            "2026-06-08",
        ),
    ),
    town(
        "a resolution with shall is binding without a date",
        "It was resolved that Council shall meet the elders of Stony Creek at the lodge before "
        "any tree is cut.",
        commitment(
            "Council shall meet the elders of Stony Creek at the lodge before any tree is cut",
            "Council",
            4,
        ),
    ),
    town(
        "what the mayor heard from the province is its promise and not the town's",
        "Mayor Pell reported that the Ministry of Transportation will widen Highway 9 next year. "
        "Council received the report for information.",
    ),
    town(
        "staff who will bring a report back have promised it themselves",
        "Staff will bring a revised fees by-law to Council in the fall. Staff will also post the "
        "current fees online by May 29.",
        commitment(
            "Staff will bring a revised fees by-law to Council in the fall",
            "Staff",
            4,
            "2026-11-30",
        ),
        commitment(
            "Staff will also post the current fees online by May 29", "Staff", 4, "2026-05-29"
        ),
    ),
    town(
        "a motion may set two bodies to work at once",
        "Moved by Councillor Roy, seconded by Councillor Osei,\n"
        "THAT the Fire Chief inspect the arena, and\n"
        "THAT the Treasurer set aside $40,000 for repairs.\n"
        "CARRIED",
        commitment("the Fire Chief inspect the arena", "Fire Chief", 4),
        commitment("the Treasurer set aside $40,000 for repairs", "Treasurer", 4),
    ),
    town(
        "a delegation that asks a council for money has been promised nothing",
        "Ms. Whitford, of the Lakeside Players, told Council that the theatre will close without "
        "a grant and that the company should be treated like any other charity.",
    ),
    county(
        "whereas clauses give reasons and only the resolving clause promises",
        "WHEREAS the Mill Creek bridge will reach the end of its life in 2031; and\n"
        "WHEREAS repairs would cost more than $4 million;\n"
        "NOW, THEREFORE, BE IT RESOLVED that Marsh County replace the bridge by the end of 2029.",
        commitment(
            "Marsh County replace the bridge by the end of 2029", "Marsh County", 4, "2029-12-31"
        ),
    ),
    county(
        "a motion told in one sentence binds when it is carried",
        "Commissioner Reyes moved, seconded by Commissioner Hart, that the County repave Willow "
        "Street by October 1, 2026. Motion carried 5-0.",
        commitment(
            "the County repave Willow Street by October 1, 2026", "Marsh County", 4, "2026-10-01"
        ),
    ),
    county(
        "a motion told in one sentence does not bind when it fails",
        "Commissioner Hart moved, seconded by Commissioner Dale, that the County sell the old "
        "jail. Motion failed 2-3.",
    ),
    county(
        "one commissioner who requests figures asks somebody else",
        "Commissioner Dale requested that the Sheriff provide overtime figures by June 1.",
        recommendation(
            "Commissioner Dale requested that the Sheriff provide overtime figures by June 1",
            "Sheriff",
            2,
            "2026-06-01",
        ),
    ),
    county(
        "an item tabled to a later day is not decided",
        "On motion of Mr. Boyd, seconded by Ms. Tran, the item was tabled to June 9. The Board "
        "recessed at noon.",
    ),
    county(
        "a resolution may commit to a share and not to a date",
        "Resolution 26-14. The Board hereby commits to reserve 10 percent of new units at Delmar "
        "Court for veterans.",
        commitment(
            "The Board hereby commits to reserve 10 percent of new units at Delmar Court for "
            "veterans",
            "Board",
            3,
        ),
    ),
    county(
        "a citizen's opinion in the record is not the board's",
        "PUBLIC COMMENT\nMr. Ortiz of Pike Road said the county should fix the culvert and that "
        "somebody will get hurt there one day.",
    ),
    county(
        "a motion with two acts and two owners is two items",
        "It was moved and seconded that the Highway Department post new weight limits on the Mill "
        "Creek bridge and that the Administrator report to the Board monthly. Motion carried on a "
        "voice vote.",
        commitment(
            "the Highway Department post new weight limits on the Mill Creek bridge",
            "Highway Department",
            4,
        ),
        commitment("the Administrator report to the Board monthly", "Administrator", 4),
    ),
    county(
        "a proclamation honours and promises nothing",
        "The Chair read a proclamation declaring May to be Older Americans Month. It says that a "
        "community is judged by how it will treat its elders.",
    ),
    schools(
        "what a superintendent says the district will do is its promise",
        "The Superintendent stated that the district will hire two bus drivers by August 15.",
        commitment(
            "the district will hire two bus drivers by August 15",
            "Pine Hollow School District",
            4,
            "2026-08-15",
        ),
    ),
    schools(
        "a board that agreed to a thing in open session is bound",
        "The Board agreed to hold one meeting each semester at the Ridge campus.",
        commitment(
            "The Board agreed to hold one meeting each semester at the Ridge campus", "Board", 4
        ),
    ),
    schools(
        "the calendar of meetings is a notice and no promise",
        "The meeting calendar was distributed. The June meeting will be held at the high school.",
    ),
    schools(
        "a question put by a trustee holds no promise however it is worded",
        "Trustee Fox asked whether the district would pay for the field trip and who would drive.",
    ),
    schools(
        "staff who are working on a thing are doing it now",
        "Mr. Albright noted the delay in opening the gym. District staff are working with the "
        "contractor to replace the floor.",
        commitment(
            "District staff are working with the contractor to replace the floor",
            "District staff",
            1,
        ),
    ),
    schools(
        "to adjourn is to have adjourned",
        "Moved by Trustee Lang, seconded by Trustee Fox, that the meeting be adjourned at 9:04 "
        "p.m. Motion carried.",
    ),
    schools(
        "a board that resolved not to do a thing is bound to refrain",
        "RESOLVED, that the Board shall not raise the price of school lunches.",
        commitment(
            "the Board shall not raise the price of school lunches", "Board", 4, None, "stated"
        ),
    ),
]
