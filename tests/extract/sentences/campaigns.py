"""Press releases of charities, unions, professional bodies and campaigns."""

from tests.extract.sentences.case import Case, aspiration, commitment, recommendation

CASES = [
    Case(
        "a charity's must to ministers is the strongest advice",
        "Rough sleeping has risen for the third year. Ministers must end the freeze on housing "
        "benefit.",
        (recommendation("Ministers must end the freeze on housing benefit", "Ministers", 3),),
        publisher="Shelterbridge",
    ),
    Case(
        "ought to is should",
        "Every council ought to keep a register of empty homes. Eleven do.",
        (
            recommendation(
                "Every council ought to keep a register of empty homes", "Every council", 2
            ),
        ),
        publisher="Shelterbridge",
    ),
    Case(
        "a government's pledge that is welcomed is the other side's",
        "We welcome the Government’s pledge to build 20,000 social homes. The last such pledge "
        "was not kept.",
        publisher="Shelterbridge",
    ),
    Case(
        "what a government has promised a charity is the other side's",
        "Ministers have told us that they will publish the strategy in May. We have heard that "
        "before.",
        publisher="Shelterbridge",
    ),
    Case(
        "we are calling for somebody to act is a recommendation",
        "We are calling for the Treasury to restore the hardship fund by April 2027.",
        (
            recommendation(
                "We are calling for the Treasury to restore the hardship fund by April 2027",
                "Treasury",
                2,
                "2027-04-30",
            ),
        ),
        publisher="Shelterbridge",
    ),
    Case(
        "to ask that a minister do a thing is to recommend it",
        "We ask that the minister meet the families.",
        (recommendation("We ask that the minister meet the families", "minister", 2),),
        publisher="Shelterbridge",
    ),
    Case(
        "should consider is mild",
        "Landlords should consider longer tenancies. The average lasts 19 months.",
        (recommendation("Landlords should consider longer tenancies", "Landlords", 1),),
        publisher="Shelterbridge",
    ),
    Case(
        "should review whether is mild",
        "The regulator should review whether its fines are high enough.",
        (
            recommendation(
                "The regulator should review whether its fines are high enough", "regulator", 1
            ),
        ),
        publisher="Shelterbridge",
    ),
    Case(
        "a thing that should be scrapped is addressed to nobody",
        "The bedroom charge should be scrapped. It costs more to collect than it raises.",
        (recommendation("The bedroom charge should be scrapped", None, 2),),
        publisher="Shelterbridge",
    ),
    Case(
        "a charity's own promise follows its demand",
        "Councils must open their night shelters now. For its part, Shelterbridge will fund 200 "
        "beds.",
        (
            recommendation("Councils must open their night shelters now", "Councils", 3),
            commitment("Shelterbridge will fund 200 beds", "Shelterbridge", 3, basis="stated"),
        ),
        publisher="Shelterbridge",
    ),
    Case(
        "nobody should have to choose is a wish for people",
        "Nobody should have to choose between heating and eating.",
        (aspiration("Nobody should have to choose between heating and eating", None),),
        publisher="Shelterbridge",
    ),
    Case(
        "volunteers who need to feel valued are wished so",
        "Volunteers need to feel that their work counts. Two in five leave within a year.",
        (aspiration("Volunteers need to feel that their work counts", None),),
        publisher="Shelterbridge",
    ),
    Case(
        "an appeal to people with a spare room asks them to act",
        "We urge anyone with a spare room to contact us before the end of October.",
        (
            recommendation(
                "We urge anyone with a spare room to contact us before the end of October",
                "anyone with a spare room",
                2,
                "2026-10-31",
            ),
        ),
        publisher="Shelterbridge",
        date="2026-09-28",
    ),
    Case(
        "a union that will ballot by a day is bound by it",
        "Talks broke down on Friday. The Guild will ballot its 41,000 members by 20 November.",
        (
            commitment(
                "The Guild will ballot its 41,000 members by 20 November",
                "Guild of Teachers",
                4,
                "2026-11-20",
                "stated",
            ),
        ),
        publisher="Guild of Teachers",
        date="2026-10-12",
    ),
    Case(
        "members who are advised not to act are the ones addressed",
        "Members are strongly advised not to sign the new contract.",
        (
            recommendation(
                "Members are strongly advised not to sign the new contract", "Members", 3
            ),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "a union's threat is a promise on a condition",
        "If the minister will not talk to us, we will take the matter to court.",
        (
            commitment(
                "If the minister will not talk to us, we will take the matter to court",
                "Guild of Teachers",
                2,
                basis="speaker",
            ),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "what a cut will do to children is a prediction",
        "These cuts will hurt the poorest pupils first. Class sizes will rise and good teachers "
        "will leave.",
        publisher="Guild of Teachers",
    ),
    Case(
        "what employers would not say is no promise",
        "The employers would not say whether they will improve the offer. Talks ended at midnight.",
        publisher="Guild of Teachers",
    ),
    Case(
        "a union encourages its members mildly",
        "We encourage members to keep a diary of the hours they work.",
        (
            recommendation(
                "We encourage members to keep a diary of the hours they work", "members", 1
            ),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "a demand in two verbs on one employer is two",
        "The academy trust must withdraw the redundancies and publish its accounts.",
        (
            recommendation("The academy trust must withdraw the redundancies", "academy trust", 3),
            recommendation("publish its accounts", "academy trust", 3),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "one must with two objects is one",
        "The academy trust must publish its accounts and its minutes.",
        (
            recommendation(
                "The academy trust must publish its accounts and its minutes", "academy trust", 3
            ),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "he is the secretary of the sentence before",
        "The Schools Secretary has not replied to any of our letters. He should withdraw the "
        "circular.",
        (recommendation("He should withdraw the circular", "Schools Secretary", 2),),
        publisher="Guild of Teachers",
    ),
    Case(
        "a college of physicians recommends by a noun",
        "Our recommendations have been ignored for a decade. The recommendation on staffing was "
        "made in 2014.",
        publisher="College of Rural Physicians",
    ),
    Case(
        "every member will be able to is a right that names nobody",
        "Every member will be able to see a lawyer free of charge.",
        (
            commitment(
                "Every member will be able to see a lawyer free of charge",
                None,
                3,
                basis="unstated",
            ),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "a helpline that we will be opening is a will",
        "We will be opening a legal helpline on 5 January 2027.",
        (
            commitment(
                "We will be opening a legal helpline on 5 January 2027",
                "Guild of Teachers",
                4,
                "2027-01-05",
                "speaker",
            ),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "a union that is exploring has only begun",
        "We are exploring a merger with two smaller unions.",
        (
            commitment(
                "We are exploring a merger with two smaller unions",
                "Guild of Teachers",
                1,
                basis="speaker",
            ),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "the general secretary's person is her body",
        "“I will not sign that agreement,” said general secretary Joan Rusk.",
        (commitment("I will not sign that agreement", "Guild of Teachers", 3, basis="speaker"),),
        publisher="Guild of Teachers",
        speaker="Joan Rusk",
    ),
    Case(
        "a wish for how rivers should be asks nobody to act",
        "We would like to see every river open to swimmers.",
        (aspiration("We would like to see every river open to swimmers", "Rivers for All"),),
        publisher="Rivers for All",
    ),
    Case(
        "American advocates urge the Senate",
        "The Farm Alliance urges the Senate to pass the Clean Wells Act without delay.",
        (
            recommendation(
                "The Farm Alliance urges the Senate to pass the Clean Wells Act without delay",
                "Senate",
                2,
            ),
        ),
        publisher="Farm Alliance",
    ),
    Case(
        "an American nonprofit's plans end with the year",
        "Later this year, we will open a second free clinic in Dunning.",
        (
            commitment(
                "Later this year, we will open a second free clinic in Dunning",
                "Open Door Clinics",
                4,
                "2026-12-31",
                "speaker",
            ),
        ),
        publisher="Open Door Clinics",
        date="2026-02-19",
    ),
    Case(
        "an Indian association tells the ministry what to do",
        "The Ministry should release the pending wages of anganwadi workers. Some have not been "
        "paid since April.",
        (
            recommendation(
                "The Ministry should release the pending wages of anganwadi workers", "Ministry", 2
            ),
        ),
        publisher="All Odara Workers’ Sabha",
    ),
    Case(
        "a South African federation will march and asks marchers",
        "The Federation will march to the Union Buildings on 24 February 2027. Marchers are "
        "urged to carry water.",
        (
            commitment(
                "The Federation will march to the Union Buildings on 24 February 2027",
                "Federation of Farm Workers",
                4,
                "2027-02-24",
                "stated",
            ),
            recommendation("Marchers are urged to carry water", "Marchers", 2),
        ),
        publisher="Federation of Farm Workers",
    ),
    Case(
        "a rhetorical question to ministers is no advice",
        "How many more children must die before ministers listen? When will they learn?",
        publisher="Shelterbridge",
    ),
    Case(
        "a charity's history is history",
        "Founded in 1966, Shelterbridge ran its first hostel from a church hall in Leam. It now "
        "runs 26.",
        publisher="Shelterbridge",
    ),
    Case(
        "a survey's finding about what people expect is a finding",
        "Three in five teachers expect that they will leave within five years. One in ten plans "
        "to retire early.",
        publisher="Guild of Teachers",
    ),
    Case(
        "a cause that would help is hypothetical",
        "A cap on rents would help 2 million families. It would cost the Treasury nothing.",
        publisher="Shelterbridge",
    ),
    Case(
        "congratulating the winners promises nothing",
        "Congratulations to every member who stood. The results will surprise nobody who saw "
        "the hustings.",
        publisher="Guild of Teachers",
    ),
    Case(
        "a movement's need is its own duty",
        "We need to win back the trust of young members.",
        (aspiration("We need to win back the trust of young members", "Guild of Teachers"),),
        publisher="Guild of Teachers",
    ),
    Case(
        "a dream of a country is a wish",
        "We want to live in a country where no child goes to school hungry.",
        (
            aspiration(
                "We want to live in a country where no child goes to school hungry", "Shelterbridge"
            ),
        ),
        publisher="Shelterbridge",
    ),
    Case(
        "every tenant should know is a wish for a state of mind",
        "Every tenant should know whom to call when the heating fails.",
        (aspiration("Every tenant should know whom to call when the heating fails", None),),
        publisher="Shelterbridge",
    ),
    Case(
        "a promise that runs for the length of a dispute has no day",
        "We will pay strike pay of £60 a day for as long as the dispute lasts.",
        (
            commitment(
                "We will pay strike pay of £60 a day for as long as the dispute lasts",
                "Guild of Teachers",
                3,
            ),
        ),
        publisher="Guild of Teachers",
    ),
    Case(
        "late in a year ends with December",
        "We intend to open a hostel in Merton Cross in late 2027.",
        (
            commitment(
                "We intend to open a hostel in Merton Cross in late 2027",
                "Shelterbridge",
                2,
                "2027-12-31",
            ),
        ),
        publisher="Shelterbridge",
    ),
]
