"""Press releases of councils, police, hospitals and water companies in Britain and Ireland."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "a spokesperson's we is the body spoken for",
        "A burst main left 900 homes without water overnight. A spokesperson for Calder Vale "
        "Water said: “We will repair the main on Station Road by Friday 13 March.”",
        (
            commitment(
                "We will repair the main on Station Road by Friday 13 March",
                "Calder Vale Water",
                4,
                "2026-03-13",
                "speaker",
            ),
        ),
        publisher="Calder Vale Water",
        date="2026-03-09",
    ),
    Case(
        "no jobs will be lost is an undertaking that names nobody",
        "Councillors approved the merger of the two highways depots last night. No jobs will be "
        "lost.",
        (commitment("No jobs will be lost", None, 3, basis="unstated"),),
        publisher="Fenwick District Council",
    ),
    Case(
        "what an illness will do is a prediction",
        "Dr. Ruth Hale, the director of public health, said: “Cases will rise before they fall. "
        "Most people who catch the virus will recover at home within a week.”",
        publisher="Fenwick District Council",
    ),
    Case(
        "residents who are urged to act are the ones advised",
        "Fire crews are at the scene of a blaze at a recycling plant in Marsh Lane. Residents "
        "are urged to keep their windows and doors closed.",
        (
            recommendation(
                "Residents are urged to keep their windows and doors closed", "Residents", 2
            ),
        ),
        publisher="Calderdown Fire and Rescue Service",
    ),
    Case(
        "what a scheme has always done for callers is no new promise",
        "Under the Fixline scheme, which has run since 2009, a caller who reports a pothole "
        "will be given a reference number and a date for the repair.",
        publisher="Fenwick District Council",
    ),
    Case(
        "set to reopen is an intention of the body that says so",
        "Brightwater leisure pool is set to reopen in September. It closed in 2024 when cracks "
        "were found in the roof.",
        (
            commitment(
                "Brightwater leisure pool is set to reopen in September",
                "Brightwater Borough Council",
                2,
                "2026-09-30",
                "inferred",
            ),
        ),
        publisher="Brightwater Borough Council",
        date="2026-06-15",
    ),
    Case(
        "a council that is to do a thing has undertaken it",
        "Fenwick District Council is to plant 4,000 trees along the Holme bypass. The road "
        "opened in 1994 and has had no planting since.",
        (
            commitment(
                "Fenwick District Council is to plant 4,000 trees along the Holme bypass",
                "Fenwick District Council",
                3,
                basis="stated",
            ),
        ),
        publisher="Fenwick District Council",
    ),
    Case(
        "a sum that is being invested is work under way",
        "The Trust is investing £3m in two operating theatres at St. Brannock’s. Waiting times "
        "there were the longest in the region last year.",
        (
            commitment(
                "The Trust is investing £3m in two operating theatres at St. Brannock’s",
                "Holme and Calder Hospitals Trust",
                1,
                basis="stated",
            ),
        ),
        publisher="Holme and Calder Hospitals Trust",
    ),
    Case(
        "what will be rolled out by a date has no owner in the passive",
        "Body-worn cameras will be rolled out to every custody suite by the end of June. The "
        "pilot at Armitage Road reduced complaints by a fifth.",
        (
            commitment(
                "Body-worn cameras will be rolled out to every custody suite by the end of June",
                None,
                4,
                "2026-06-30",
            ),
        ),
        publisher="West Holme Police",
        date="2026-02-11",
    ),
    Case(
        "delays that drivers will see are a prediction",
        "Resurfacing of Calder Bridge began this morning. Drivers will see some delays at peak "
        "times.",
        publisher="Fenwick District Council",
    ),
    Case(
        "a day from which something holds is its start and no deadline",
        "From Monday 8 June, the walk-in centre at Holme will open until 8pm. It closed at 5pm "
        "during the pandemic.",
        (
            commitment(
                "From Monday 8 June, the walk-in centre at Holme will open until 8pm",
                "Holme and Calder Hospitals Trust",
                3,
                None,
                "inferred",
            ),
        ),
        publisher="Holme and Calder Hospitals Trust",
        date="2026-06-02",
    ),
    Case(
        "nobody will be turned away is a promise to refrain",
        "Temperatures fell to minus six last night. The night shelter on Cross Street has 40 "
        "beds, and nobody will be turned away.",
        (commitment("nobody will be turned away", None, 3, basis="unstated"),),
        publisher="Brightwater Borough Council",
    ),
    Case(
        "a hope for a bereaved family is a wish of the force",
        "Chief Superintendent Anna Roe said: “I hope that the family get the answers they have "
        "waited eleven years for.”",
        (
            aspiration(
                "I hope that the family get the answers they have waited eleven years for",
                "West Holme Police",
            ),
        ),
        publisher="West Holme Police",
        speaker="Anna Roe",
    ),
    Case(
        "sympathy and thanks are polite formulas",
        "“Our thoughts are with the young man’s family this evening,” said Inspector Tom Dacre. "
        "“I would like to thank everybody who stopped to help.”",
        publisher="West Holme Police",
        speaker="Tom Dacre",
    ),
    Case(
        "a defendant's day in court is nobody's promise",
        "A 34-year-old man from Marsh Lane has been charged with burglary. He will appear "
        "before Fenwick magistrates on 3 June.",
        publisher="West Holme Police",
        date="2026-05-20",
    ),
    Case(
        "officers who will patrol are the ones to act",
        "Two men were robbed near the market hall last week. Extra officers will patrol the "
        "market every evening.",
        (
            commitment(
                "Extra officers will patrol the market every evening",
                "Extra officers",
                3,
                basis="stated",
            ),
        ),
        publisher="West Holme Police",
    ),
    Case(
        "a witness who should call is advised to",
        "The driver of the van died at the scene. Anyone with information about the collision "
        "should call 101.",
        (
            recommendation(
                "Anyone with information about the collision should call 101",
                "Anyone with information about the collision",
                2,
            ),
        ),
        publisher="West Holme Police",
    ),
    Case(
        "officers asking for footage advise its owners",
        "Detectives are asking anyone with dash-cam footage to contact the incident room by 9 "
        "June.",
        (
            recommendation(
                "Detectives are asking anyone with dash-cam footage to contact the incident "
                "room by 9 June",
                "anyone with dash-cam footage",
                2,
                "2026-06-09",
            ),
        ),
        publisher="West Holme Police",
        date="2026-06-01",
    ),
    Case(
        "must have of a past event is a guess",
        "“Somebody must have heard the crash,” said PC Lena Frew. “The noise will have carried "
        "for half a mile.”",
        publisher="West Holme Police",
    ),
    Case(
        "a sum that patients will receive is owed by nobody named",
        "An error in our letters of 4 March meant that 212 patients were charged twice. Each of "
        "them will receive a full refund within 14 days.",
        (
            commitment(
                "Each of them will receive a full refund within 14 days", None, 4, "2026-04-01"
            ),
        ),
        publisher="Holme and Calder Hospitals Trust",
        date="2026-03-18",
    ),
    Case(
        "have committed to with a verb is a pledge however old",
        "Last year’s storms sent sewage into the bathing water at Sandle Bay on 19 days. We "
        "have committed to ending all spills there by 2028.",
        (
            commitment(
                "We have committed to ending all spills there by 2028",
                "Calder Vale Water",
                3,
                "2028-12-31",
            ),
        ),
        publisher="Calder Vale Water",
        date="2026-04-14",
    ),
    Case(
        "our pledge to with a verb is an undertaking in a noun",
        "Bills will be frozen for 40,000 households. Our pledge to help every customer in debt "
        "remains in place.",
        (
            commitment("Bills will be frozen for 40,000 households", None, 3, basis="unstated"),
            commitment(
                "Our pledge to help every customer in debt remains in place",
                "Calder Vale Water",
                3,
                basis="speaker",
            ),
        ),
        publisher="Calder Vale Water",
    ),
    Case(
        "pledges with no verb after them are a subject and no undertaking",
        "The company’s net zero pledges were praised by the regulator in its annual assessment.",
        publisher="Calder Vale Water",
    ),
    Case(
        "work that will begin is begun by the body that says so",
        "Work will begin on the new footbridge in January. The old one was washed away in Storm "
        "Ines.",
        (
            commitment(
                "Work will begin on the new footbridge in January",
                "Fenwick District Council",
                4,
                "2027-01-31",
                "inferred",
            ),
        ),
        publisher="Fenwick District Council",
        date="2026-11-09",
    ),
    Case(
        "construction that is expected to start is intended",
        "Planning permission for the new fire station was granted on Tuesday. Construction is "
        "expected to start in spring 2027.",
        (
            commitment(
                "Construction is expected to start in spring 2027",
                "Calderdown Fire and Rescue Service",
                2,
                "2027-05-31",
                "inferred",
            ),
        ),
        publisher="Calderdown Fire and Rescue Service",
        date="2026-10-22",
    ),
    Case(
        "a council's own must is a duty and no promise",
        "Councillor Maeve Tierney said: “We must do better by families who live in mouldy "
        "flats. Nobody should have to bring up a baby in one.”",
        (
            aspiration(
                "We must do better by families who live in mouldy flats", "Ballymore County Council"
            ),
            aspiration("Nobody should have to bring up a baby in one", None),
        ),
        publisher="Ballymore County Council",
        speaker="Maeve Tierney",
    ),
    Case(
        "an Irish council asks one thing of owners and spares them another",
        "Ballymore County Council has lifted the do not swim notice at Derrin Strand. Dog "
        "owners are asked to keep their pets off the beach between 11am and 7pm. Nobody will be "
        "fined for a first offence.",
        (
            recommendation(
                "Dog owners are asked to keep their pets off the beach between 11am and 7pm",
                "Dog owners",
                2,
            ),
            commitment("Nobody will be fined for a first offence", None, 3),
        ),
        publisher="Ballymore County Council",
        date="2026-06-26",
    ),
    Case(
        "it in the next sentence is the company before it",
        "Calder Vale Water has apologised to 11,000 customers in Sandle. It will credit £30 to "
        "each of their accounts by 30 September.",
        (
            commitment(
                "It will credit £30 to each of their accounts by 30 September",
                "Calder Vale Water",
                4,
                "2026-09-30",
                "antecedent",
            ),
        ),
        publisher="Calder Vale Water",
        date="2026-08-27",
    ),
    Case(
        "a second verb with its own object is a second promise",
        "The Trust will recruit 14 midwives and open a second birthing pool at Holme.",
        (
            commitment("The Trust will recruit 14 midwives", "Holme and Calder Hospitals Trust", 3),
            commitment(
                "open a second birthing pool at Holme", "Holme and Calder Hospitals Trust", 3
            ),
        ),
        publisher="Holme and Calder Hospitals Trust",
    ),
    Case(
        "two verbs with one object are one promise",
        "The council will design and build 60 flats on the old cattle market.",
        (
            commitment(
                "The council will design and build 60 flats on the old cattle market",
                "Brightwater Borough Council",
                3,
            ),
        ),
        publisher="Brightwater Borough Council",
    ),
    Case(
        "an approval still to come lowers a dated will by one",
        "Subject to the approval of the full council, the tip at Marsh Lane will be closed on "
        "30 April 2027.",
        (
            commitment(
                "Subject to the approval of the full council, the tip at Marsh Lane will be "
                "closed on 30 April 2027",
                None,
                3,
                "2027-04-30",
            ),
        ),
        publisher="Brightwater Borough Council",
        date="2026-12-01",
    ),
    Case(
        "no plans to and unable to are no undertakings",
        "A council spokesperson said: “We have no plans to sell the town hall. We will not be "
        "able to comment on the offer while talks go on.”",
        publisher="Brightwater Borough Council",
    ),
    Case(
        "what a regulator has said that it will do is the other side's",
        "The Water Standards Office has said that it will publish its findings in the spring. "
        "Calder Vale Water has given inspectors every document they asked for.",
        publisher="Calder Vale Water",
        date="2026-01-20",
    ),
]
