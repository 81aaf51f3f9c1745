"""Longer pieces of minutes, where what was decided stands among what was only said."""

from __future__ import annotations

from tests.extract.sentences.case import Case, commitment, recommendation

CASES = [
    Case(
        "a Scottish community council decides among reports and thanks",
        "GLENBURN COMMUNITY COUNCIL\n"
        "Minute of meeting held in the Old School on Tuesday 2 June 2026\n\n"
        "4. Police report\n"
        "PC Laing reported two break-ins. He said that patrols would increase over the "
        "holidays.\n\n"
        "5. Picnic area\n"
        "The bins had been full every weekend. It was agreed that the Secretary would ask the "
        "Council for a larger bin.\n\n"
        "6. AOCB\n"
        "None.",
        (
            commitment(
                "the Secretary would ask the Council for a larger bin",
                "Secretary",
                4,
                None,
                "stated",
            ),
        ),
        publisher="Glenburn Community Council",
        date="2026-06-02",
    ),
    Case(
        "a Welsh health board resolves to do two things in one paragraph",
        "DYFFRYN HEALTH BOARD\nMinutes, 21 May 2026\n\n"
        "26/58 Waiting times\n"
        "The Chief Operating Officer presented the report. Members noted that lists would grow if "
        "theatres closed. The Board RESOLVED to open a fourth theatre at Llanwen by 1 October "
        "2026 and to publish the list of cancelled operations.",
        (
            commitment(
                "The Board RESOLVED to open a fourth theatre at Llanwen by 1 October 2026",
                "Dyffryn Health Board",
                4,
                "2026-10-01",
            ),
            commitment(
                "to publish the list of cancelled operations",
                "Dyffryn Health Board",
                4,
                None,
                "antecedent",
            ),
        ),
        publisher="Dyffryn Health Board",
        date="2026-05-21",
    ),
    Case(
        "an English scrutiny panel asks, hears and sets one action",
        "Place Scrutiny Panel – 14 January 2026\n\n"
        "Members questioned the contractor about missed collections. Ms. Roper of Binco said that "
        "a new round would start when the vehicles arrived.\n"
        "The report was noted.\n\n"
        "Action: Head of Waste to send members the complaints data by 28 January 2026.",
        (
            commitment(
                "Head of Waste to send members the complaints data by 28 January 2026",
                "Head of Waste",
                4,
                "2026-01-28",
                "stated",
            ),
        ),
        publisher="Thornbridge Borough Council",
        date="2026-01-14",
    ),
    Case(
        "a school's governors learn, thank and agree to a visit",
        "St. Brannock's School\nGoverning Board: minutes of 24 March 2026\n\n"
        "5.1 The Head reported that numbers had fallen to 204 and would fall further as the new "
        "school filled.\n"
        "5.2 Governors thanked the kitchen staff.\n"
        "5.3 Agreed that the Chair would visit the nursery before the end of April.\n"
        "5.4 The safeguarding policy was received.",
        (
            commitment(
                "the Chair would visit the nursery before the end of April",
                "Chair",
                4,
                "2026-04-30",
            ),
        ),
        publisher="St. Brannock's School",
        date="2026-03-24",
    ),
    Case(
        "an Irish education board notes one matter and decides another",
        "Minutes of Education Board meeting held on Thursday 16 April 2026\n\n"
        "3. Matters arising\n"
        "The CE confirmed that the lease had been signed.\n\n"
        "4. Buildings\n"
        "It was noted that the Department would reply in May. On the proposal of Ms. Keane, "
        "seconded by Mr. Daly, it was agreed that the Board would fund a new prefab at Scoil "
        "Bhríde.",
        (
            commitment(
                "the Board would fund a new prefab at Scoil Bhríde",
                "Carrow Education and Training Board",
                4,
            ),
        ),
        publisher="Carrow Education and Training Board",
        date="2026-04-16",
    ),
    Case(
        "an Australian shire moves, carries and loses on one page",
        "MINUTES – ORDINARY COUNCIL MEETING – 19 MAY 2026\n\n"
        "10.1 Saleyards\n"
        "Moved Cr Hale, seconded Cr Ito:\n"
        "That Council repair the loading ramp at the saleyards by 31 August 2026.\n"
        "CARRIED 7/2\n\n"
        "10.2 Town clock\n"
        "Moved Cr Ito, seconded Cr Hale:\n"
        "That Council remove the town clock.\n"
        "LOST 3/6",
        (
            commitment(
                "Council repair the loading ramp at the saleyards by 31 August 2026",
                "Gungarra Shire Council",
                4,
                "2026-08-31",
            ),
        ),
        publisher="Gungarra Shire Council",
        date="2026-05-19",
    ),
    Case(
        "a New Zealand committee receives one report and acts on the next",
        "Infrastructure Committee\nMinutes, 9 June 2026\n\n"
        "Moved Cr Tamihana, seconded Cr Wells\n"
        "That the Committee:\n"
        "a) receives the report on the Awatere bridge;\n"
        "b) funds a temporary ford from the roading reserve.\n"
        "CARRIED",
        (
            commitment(
                "funds a temporary ford from the roading reserve", "Committee", 4, None, "lead-in"
            ),
        ),
        publisher="Kaihu District Council",
        date="2026-06-09",
    ),
    Case(
        "a Canadian library board sets its staff one task and asks the city another",
        "LIBRARY BOARD MINUTES – March 18, 2026\n\n"
        "Moved by J. Beaulieu, seconded by T. Ahmed,\n"
        "THAT staff extend Sunday hours at the Eastgate branch by September 13, 2026; and\n"
        "THAT the Board request the City to repair the parking lot.\n"
        "CARRIED",
        (
            commitment(
                "staff extend Sunday hours at the Eastgate branch by September 13, 2026",
                "staff",
                4,
                "2026-09-13",
            ),
            recommendation("the Board request the City to repair the parking lot", "City", 2),
        ),
        publisher="Port Lorne Public Library Board",
        date="2026-03-18",
    ),
    Case(
        "an American city council hears the public before it acts",
        "CITY OF HARLAN SPRINGS\nCity Council Minutes – April 7, 2026\n\n"
        "PUBLIC HEARING. Ms. Dunn said traffic will get worse. Mr. Cole asked who would pay.\n\n"
        "Councilmember Price moved, and Councilmember Soto seconded, that the City install a "
        "signal at Fifth and Main by November 30, 2026. The motion passed 6-1.",
        (
            commitment(
                "the City install a signal at Fifth and Main by November 30, 2026",
                "City of Harlan Springs",
                4,
                "2026-11-30",
            ),
        ),
        publisher="City of Harlan Springs",
        date="2026-04-07",
    ),
    Case(
        "a housing co-operative's members hear three things and decide one",
        "Linden Court Co-operative – minutes of the annual meeting, 28 February 2026\n\n"
        "The Treasurer reported a surplus of $8,200. A member asked if rents would go up. The "
        "President replied that no increase was planned.\n"
        "RESOLVED that the Board paint the stairwells by July 31, 2026.",
        (
            commitment(
                "the Board paint the stairwells by July 31, 2026",
                "Board",
                4,
                "2026-07-31",
                "stated",
            ),
        ),
        publisher="Linden Court Co-operative",
        date="2026-02-28",
    ),
    Case(
        "an Indian gram sabha resolves in the passive",
        "PROCEEDINGS OF THE GRAM SABHA, 14 APRIL 2026\n\n"
        "The accounts were read out. Villagers complained that the tank would run dry by May.\n"
        "RESOLVED that the school well be deepened by 31 May 2026.",
        (
            commitment(
                "the school well be deepened by 31 May 2026",
                "Kottur Gram Sabha",
                4,
                "2026-05-31",
                "speaker",
            ),
        ),
        publisher="Kottur Gram Sabha",
        date="2026-04-14",
    ),
    Case(
        "a South African portfolio committee resolves for its municipality",
        "PORTFOLIO COMMITTEE: WATER\nMINUTES, 11 MAY 2026\n\n"
        "The Committee heard that the pump at Nkandeni would be delivered late. Members were "
        "concerned.\n\n"
        "RESOLVED\n"
        "(1) That the Director of Water Services send tankers to Nkandeni within seven days.\n"
        "(2) That the report be noted.",
        (
            commitment(
                "the Director of Water Services send tankers to Nkandeni within seven days",
                "Director of Water Services",
                4,
                "2026-05-18",
            ),
        ),
        publisher="Umvoti Local Municipality",
        date="2026-05-11",
    ),
    Case(
        "a page of minutes may decide nothing at all",
        "BURY LANE ALLOTMENTS COMMITTEE\nNotes, 3 May 2026\n\n"
        "1. Mr. Patel was in the chair.\n"
        "2. The water had been turned on.\n"
        "3. Members wondered whether the council would ever mend the gate.\n"
        "4. It was felt that slugs would be bad this year.\n"
        "5. The next meeting will be on 7 June, weather permitting.",
        publisher="Bury Lane Allotments Committee",
        date="2026-05-03",
    ),
    Case(
        "an action log closes two actions and leaves one open",
        "Audit and Risk Committee\nAction log, 12 February 2026\n\n"
        "Ref | Action | Owner | Due | Status\n"
        "14 | Circulate the fraud policy | Head of Audit | 30 November 2025 | Closed\n"
        "15 | Check the payroll for duplicates | Head of Finance | 15 January 2026 | Complete\n"
        "16 | Write to the regulator about the delay | Company Secretary | 27 February 2026 | Open",
        (
            commitment(
                "Write to the regulator about the delay",
                "Company Secretary",
                4,
                "2026-02-27",
                "stated",
            ),
        ),
        publisher="Severnside Housing Group",
        date="2026-02-12",
    ),
]
