"""Service notices and answers to common questions: libraries, bins, trains, water, clinics, tax."""

from tests.extract.sentences.case import Case, commitment, recommendation

CASES = [
    Case(
        "a library that will be closed on a day has no owner",
        "Sandle Library will be closed on Monday 25 May 2026. Books can be returned through the "
        "letter box.",
        (commitment("Sandle Library will be closed on Monday 25 May 2026", None, 4, "2026-05-25"),),
        publisher="Leamside Libraries",
    ),
    Case(
        "bins that will be collected on another day are promised for it",
        "Bins due on Christmas Day will be collected on Monday 28 December.",
        (
            commitment(
                "Bins due on Christmas Day will be collected on Monday 28 December",
                None,
                4,
                "2026-12-28",
            ),
        ),
        publisher="Fenwick District Council",
        date="2026-12-04",
    ),
    Case(
        "buses that will replace trains are the operator's to lay on",
        "Engineers have found a crack in Holme viaduct. Buses will replace trains between Holme "
        "and Sandle on Sunday 14 June.",
        (
            commitment(
                "Buses will replace trains between Holme and Sandle on Sunday 14 June",
                "North Vale Rail",
                4,
                "2026-06-14",
                "inferred",
            ),
        ),
        publisher="North Vale Rail",
        date="2026-06-08",
    ),
    Case(
        "passengers should allow more time and that is advice",
        "Trains are busier than usual this week. Passengers should allow an extra 20 minutes.",
        (recommendation("Passengers should allow an extra 20 minutes", "Passengers", 2),),
        publisher="North Vale Rail",
    ),
    Case(
        "an apology for inconvenience and thanks for patience are formulas",
        "We apologise for any inconvenience that this may cause. Thank you for your patience.",
        publisher="North Vale Rail",
    ),
    Case(
        "a question and its answer are one promise",
        "Will I have to pay for the first visit? No. Nobody will be charged for a first visit.",
        (commitment("Nobody will be charged for a first visit", None, 3, basis="unstated"),),
        publisher="Leam Hospitals Trust",
    ),
    Case(
        "what a customer will need to hand is how it works",
        "You will need your account number and a recent bill. Calls cost the same as a local call.",
        publisher="Calder Vale Water",
    ),
    Case(
        "how loud the work will be is a prediction",
        "Will the work be noisy? Yes, and the first week will be the loudest.",
        publisher="Calder Vale Water",
    ),
    Case(
        "when we expect to finish is an intention",
        "How long will it take? We expect to finish by 30 October 2026.",
        (
            commitment(
                "We expect to finish by 30 October 2026",
                "Calder Vale Water",
                2,
                "2026-10-30",
                "speaker",
            ),
        ),
        publisher="Calder Vale Water",
    ),
    Case(
        "we won't share is a promise to refrain",
        "Your answers are anonymous. We won’t share them with your landlord.",
        (
            commitment(
                "We won’t share them with your landlord", "Leamside Libraries", 3, basis="speaker"
            ),
        ),
        publisher="Leamside Libraries",
    ),
    Case(
        "a crew that will return tomorrow has a day",
        "The valve was closed at 2pm. Our crew will return tomorrow.",
        (commitment("Our crew will return tomorrow", "crew", 4, "2026-04-09"),),
        publisher="Calder Vale Water",
        date="2026-04-08",
    ),
    Case(
        "a repair within hours runs from the notice",
        "We will restore your supply within 48 hours. Bottled water is free at Leam town hall.",
        (
            commitment(
                "We will restore your supply within 48 hours",
                "Calder Vale Water",
                4,
                "2026-02-12",
                "speaker",
            ),
        ),
        publisher="Calder Vale Water",
        date="2026-02-10",
    ),
    Case(
        "a relative time with no date of notice stays unresolved",
        "We will fit the new meters over the next six weeks.",
        (commitment("We will fit the new meters over the next six weeks", "Calder Vale Water", 4),),
        publisher="Calder Vale Water",
    ),
    Case(
        "a visit within days of a report runs from the report",
        "A surveyor will visit within five working days of a report.",
        (
            commitment(
                "A surveyor will visit within five working days of a report",
                "surveyor",
                4,
                basis="stated",
            ),
        ),
        publisher="Hearthside Housing",
    ),
    Case(
        "working days leave out the weekend",
        "We will answer your objection within 10 working days.",
        (
            commitment(
                "We will answer your objection within 10 working days",
                "Fenwick District Council",
                4,
                "2026-03-16",
            ),
        ),
        publisher="Fenwick District Council",
        date="2026-03-02",
    ),
    Case(
        "the end of next month is its last day",
        "We will repaint the reading room by the end of next month.",
        (
            commitment(
                "We will repaint the reading room by the end of next month",
                "Leamside Libraries",
                4,
                "2027-02-28",
                "speaker",
            ),
        ),
        publisher="Leamside Libraries",
        date="2027-01-11",
    ),
    Case(
        "shortly is a time with no day",
        "We will publish the new timetable shortly.",
        (commitment("We will publish the new timetable shortly", "North Vale Rail", 3),),
        publisher="North Vale Rail",
    ),
    Case(
        "not until a day is a promise to wait with no deadline",
        "We will not cut any hedge until the nesting season has ended.",
        (
            commitment(
                "We will not cut any hedge until the nesting season has ended", "North Vale Rail", 3
            ),
        ),
        publisher="North Vale Rail",
    ),
    Case(
        "a promise with unless keeps its exception",
        "Unless the river rises again, we will reopen the towpath on 1 May.",
        (
            commitment(
                "Unless the river rises again, we will reopen the towpath on 1 May",
                "Leamside Canals",
                3,
                "2026-05-01",
            ),
        ),
        publisher="Leamside Canals",
        date="2026-04-21",
    ),
    Case(
        "a rescheduling if it rains is conditional",
        "If it rains, we will hold the concert in the town hall.",
        (
            commitment(
                "If it rains, we will hold the concert in the town hall", "Leam Town Council", 2
            ),
        ),
        publisher="Leam Town Council",
    ),
    Case(
        "as in previous years marks a practice",
        "As in previous years, the lake will be drained in the first week of January for cleaning.",
        publisher="Leam Town Council",
    ),
    Case(
        "parents are asked to and are the ones addressed",
        "Holme Primary has a case of measles. Parents are asked to check their children’s "
        "vaccination records.",
        (
            recommendation(
                "Parents are asked to check their children’s vaccination records", "Parents", 2
            ),
        ),
        publisher="Fenwick District Council",
    ),
    Case(
        "a clinic recommends to those at risk",
        "We recommend that anyone over 65 have a flu jab before the end of November.",
        (
            recommendation(
                "We recommend that anyone over 65 have a flu jab before the end of November",
                "anyone over 65",
                2,
                "2026-11-30",
            ),
        ),
        publisher="Leam Hospitals Trust",
        date="2026-09-22",
    ),
    Case(
        "advice not to is advice",
        "Swimmers are advised not to enter the water at Sandle Bay. The lifeguard station opens "
        "at 10am.",
        (
            recommendation(
                "Swimmers are advised not to enter the water at Sandle Bay", "Swimmers", 2
            ),
        ),
        publisher="Leam Town Council",
    ),
    Case(
        "a tax office's customers should file by a day",
        "Sole traders should file their return by January 31, 2027. Paper forms are no longer "
        "issued.",
        (
            recommendation(
                "Sole traders should file their return by January 31, 2027",
                "Sole traders",
                2,
                "2027-01-31",
            ),
        ),
        publisher="State Revenue Office",
    ),
    Case(
        "need to in the negative tells nobody to act",
        "You do not need to apply. Letters have been sent to everybody on the list.",
        publisher="State Revenue Office",
    ),
    Case(
        "a fee that will not be raised is a promise to refrain",
        "The fee for a parking permit will not be raised. It has stood at $85 since 2018.",
        (commitment("The fee for a parking permit will not be raised", None, 3),),
        publisher="City of Fort Marlow",
    ),
    Case(
        "an agent in the passive is the one to act",
        "The new lampposts will be put up by our contractor.",
        (
            commitment(
                "The new lampposts will be put up by our contractor", "contractor", 3, basis="agent"
            ),
        ),
        publisher="Fenwick District Council",
    ),
    Case(
        "a South African outage notice names the day and the hours",
        "The reservoir will be cleaned on Wednesday, 10 June 2026, between 09:00 and 15:00. "
        "Residents are encouraged to store water.",
        (
            commitment(
                "The reservoir will be cleaned on Wednesday, 10 June 2026, between 09:00 and 15:00",
                None,
                4,
                "2026-06-10",
            ),
            recommendation("Residents are encouraged to store water", "Residents", 1),
        ),
        publisher="Umlazana Water",
    ),
    Case(
        "the past tense of a service that was cut is past",
        "The 14 bus was withdrawn on 3 April. The stop in Mill Lane is no longer in use.",
        publisher="Leamside Buses",
    ),
    Case(
        "the office hours as they stand are no promise",
        "Our office is open from 9am to 5pm, Monday to Friday. The car park has 40 spaces.",
        publisher="Leam Town Council",
    ),
    Case(
        "a text that comes after an order is how the service works",
        "Under our current system, a borrower who asks for a book will be sent a text when it "
        "arrives.",
        publisher="Leamside Libraries",
    ),
    Case(
        "how long a road will be slow is a prediction",
        "Traffic will be heavier than normal near the stadium. Journeys may take longer.",
        publisher="Leam Town Council",
    ),
    Case(
        "why am I getting this letter is a question",
        "Why have I been sent this letter? What will happen if I ignore it? Who should I call?",
        publisher="State Revenue Office",
    ),
    Case(
        "may and might promise nothing",
        "We may ask you for proof of address. A librarian might be able to help.",
        publisher="Leamside Libraries",
    ),
    Case(
        "a thing done already leaves nothing to do",
        "The leak in Mill Lane has been repaired. All customers have been reconnected.",
        publisher="Calder Vale Water",
    ),
    Case(
        "a weekday without a date is the next one",
        "We will empty all garden waste bins by Friday.",
        (
            commitment(
                "We will empty all garden waste bins by Friday",
                "Fenwick District Council",
                4,
                "2026-10-16",
            ),
        ),
        publisher="Fenwick District Council",
        date="2026-10-12",
    ),
    Case(
        "a fortnight is fourteen days",
        "We will reply to the appeal within a fortnight.",
        (
            commitment(
                "We will reply to the appeal within a fortnight",
                "Fenwick District Council",
                4,
                "2026-10-26",
            ),
        ),
        publisher="Fenwick District Council",
        date="2026-10-12",
    ),
    Case(
        "an hour of a named day is due on that day",
        "We will reopen the slipway by 5pm on 12 June 2026.",
        (
            commitment(
                "We will reopen the slipway by 5pm on 12 June 2026",
                "Leam Town Council",
                4,
                "2026-06-12",
            ),
        ),
        publisher="Leam Town Council",
    ),
    Case(
        "a month that has passed this year is next year's",
        "We will resurface the car park in February.",
        (
            commitment(
                "We will resurface the car park in February", "Leam Town Council", 4, "2027-02-28"
            ),
        ),
        publisher="Leam Town Council",
        date="2026-11-03",
    ),
    Case(
        "every evening recurs and has no last day",
        "Wardens will lock the park gates every evening.",
        (
            commitment(
                "Wardens will lock the park gates every evening", "Wardens", 3, basis="stated"
            ),
        ),
        publisher="Leam Town Council",
    ),
]
