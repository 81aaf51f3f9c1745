"""Everyday wordings in news, speeches, letters, minutes and answers."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, aspiration, commitment, recommendation

BODY = "Saltmere Harbour Trust"
DAY = "2026-03-02"


def said(fact: str, text: str, *items: Item) -> Case:
    """A case from a statement of a harbour trust."""
    return Case(fact, text, items, publisher=BODY, date=DAY)


def told(fact: str, text: str, *items: Item) -> Case:
    """A case from a newspaper."""
    return Case(fact, text, items, publisher="The Saltmere Post", date=DAY)


def minuted(fact: str, text: str, *items: Item) -> Case:
    """A case from the minutes of a council."""
    return Case(
        fact, f"Minutes of the meeting\n\n{text}", items, publisher="Leam Town Council", date=DAY
    )


def written(fact: str, text: str, *items: Item) -> Case:
    """A case from an ombudsman's letter to a water company."""
    head = "Water Ombudsman\n\nTo: Mr Pugh, Chief Executive, Dyfed Water plc\n\nDear Mr Pugh\n\n"
    return Case(fact, head + text, items, publisher="Water Ombudsman", date=DAY)


CASES = [
    told(
        "it is the company that was named beside what it does",
        "The water company, Severnside, which has been fined twice, said it was sorry. It has "
        "agreed to pay £500 to each household and is to replace a mile of sewer.",
        commitment("It has agreed to pay £500 to each household", "Severnside", 4),
        commitment("is to replace a mile of sewer", "Severnside", 3),
    ),
    told(
        "he is the person who was named beside a post",
        "The MP for Castlebridge, Dan Whitlock, has undertaken to raise the matter in the House. "
        "He will meet the minister on 24 March.",
        commitment(
            "The MP for Castlebridge, Dan Whitlock, has undertaken to raise the matter in the "
            "House",
            "Dan Whitlock",
            3,
        ),
        commitment("He will meet the minister on 24 March", "Dan Whitlock", 4, "2026-03-24"),
    ),
    told("that others will promise again is foretold", '"They will promise it again," he said.'),
    told(
        "what people are expected to do is foretold",
        "Insurers are expected to raise premiums in the area.",
    ),
    told(
        "would is a will when who said it stands behind it",
        "The association would go to court, its secretary added.",
        commitment("The association would go to court", "association", 3),
    ),
    told(
        "what is said has who said it cut off, be it with has",
        "Traders will be given sheds by Friday, Governor Ada Quill has announced.",
        commitment("Traders will be given sheds by Friday", None, 4, "2026-03-06"),
    ),
    told(
        "a clause within a relative clause does not govern the cue",
        "Traders who lost their stalls when fire swept through the market will be given sheds.",
        commitment(
            "Traders who lost their stalls when fire swept through the market will be given sheds",
            None,
            3,
        ),
    ),
    told(
        "whoever has said something is somebody, whatever its name",
        "The Northern Rivers Swimming Project said it would withdraw its complaint in May.",
        commitment(
            "it would withdraw its complaint in May",
            "Northern Rivers Swimming Project",
            4,
            "2026-05-31",
        ),
    ),
    said(
        "what the speaker said before that it would do is history",
        "When I took this job I said that I would listen first.",
    ),
    said(
        "what comes into service is brought there",
        "From June, forty new routes will come into service.",
        commitment("From June, forty new routes will come into service", BODY, 3),
    ),
    said(
        "to come back on a day to come is no turn of a speech",
        "I'll come back to you next year.",
        commitment("I'll come back to you next year", BODY, 4, "2027-12-31"),
    ),
    said("to hand back to the chair is one", "I'll hand back to the Chair for questions."),
    said("what will not insult the hearers is manners", "I will not insult you with a promise."),
    said(
        "it is my hope tells of the speaker's hope",
        "County councils have written to us. It is my hope that we can extend the scheme.",
        aspiration("It is my hope that we can extend the scheme", BODY),
    ),
    said(
        "a noun behind an article is no act of the body before it",
        "I'd like to see every council with a plan on the shelf.",
        aspiration("I'd like to see every council with a plan on the shelf", BODY),
    ),
    said(
        "each of two promises in one sentence ends where the other begins",
        "We will meet again in May, and each of our members commits to reporting in public.",
        commitment("We will meet again in May", BODY, 4, "2026-05-31"),
        commitment("each of our members commits to reporting in public", "each of our members", 3),
    ),
    said(
        "the present of a timetable is a promise",
        "The new clinic opens in May, and results from all six wards will be posted.",
        commitment("The new clinic opens in May", BODY, 4, "2026-05-31"),
        commitment("results from all six wards will be posted", None, 3),
    ),
    said(
        "an office that opens is opened by whoever speaks",
        "The office opens in May.",
        commitment("The office opens in May", BODY, 4, "2026-05-31"),
    ),
    said("what is open at some hours promises nothing", "Our office is open from 9am to 5pm."),
    said("a date in everybody's diary promises nothing", "The autumn term starts in September."),
    said(
        "a draft that goes to the trustees is sent there",
        "A draft will go to the trustees in May.",
        commitment("A draft will go to the trustees in May", BODY, 4, "2026-05-31"),
    ),
    said(
        "scaffolding goes up because somebody puts it up",
        "Scaffolding will go up by 12 June.",
        commitment("Scaffolding will go up by 12 June", BODY, 4, "2026-06-12"),
    ),
    said("prices go up by themselves", "Prices will go up by 12 June."),
    said(
        "officers who will be there are sent there",
        "Our officers will be there all evening.",
        commitment("Our officers will be there all evening", "officers", 3),
    ),
    said(
        "nor will turns subject and verb round",
        "Nor will we be signing any such agreement.",
        commitment("Nor will we be signing any such agreement", BODY, 3),
    ),
    said("what the speaker will have to do is no choice", "We will have to close the ward."),
    said(
        "a target for something to be reached is a plan",
        "Our aim is for one in five of our managers to be women by 2028.",
        commitment(
            "Our aim is for one in five of our managers to be women by 2028",
            BODY,
            2,
            "2028-12-31",
        ),
    ),
    said(
        "what takes the place of a thing is not who puts it there",
        "Gas boilers will be replaced by heat pumps.",
        commitment("Gas boilers will be replaced by heat pumps", None, 3),
    ),
    said(
        "who serves a place is not who does what is done there",
        "Cases will be heard at Holt, which is served by an hourly bus.",
        commitment("Cases will be heard at Holt, which is served by an hourly bus", None, 3),
    ),
    said(
        "we are to be told is what the speaker expects of others",
        "We expect to hear from the regulator within a fortnight.",
    ),
    said("nothing is promised of what is not considered", "No new levy is under consideration."),
    said(
        "an assurance may be given to whomever it concerns",
        "I'm giving our communities my personal assurance that we'll report every six months.",
        commitment(
            "I'm giving our communities my personal assurance that we'll report every six months",
            BODY,
            3,
        ),
    ),
    said(
        "bullets below is and a colon are work in hand",
        "Saltmere Harbour Trust is:\n\n- installing a second pump\n- the owner of both piers",
        commitment("installing a second pump", BODY, 1),
    ),
    said(
        "I can tell you that says it in the speaker's own name",
        "I can tell you today that the contract will be let by 18 December.",
        commitment("the contract will be let by 18 December", None, 4, "2026-12-18"),
    ),
    said(
        "a phrase put first may have no comma",
        "After the season we'll review the siren network.",
        commitment("After the season we'll review the siren network", BODY, 1),
    ),
    said(
        "that no one will be let in is a promise",
        "No one will be let back into the yard until it is safe.",
        commitment("No one will be let back into the yard until it is safe", None, 3),
    ),
    said(
        "no household will have something done to it",
        "No household will have its supply restricted.",
        commitment("No household will have its supply restricted", None, 3),
    ),
    said(
        "in a speech to the universities means the universities",
        "And to the universities, you need to pay their fares home.",
        recommendation("you need to pay their fares home", "universities", 2),
    ),
    said(
        "we would, however, ask asks",
        "We would, however, ask the council to settle its grants by October.",
        recommendation(
            "We would, however, ask the council to settle its grants by October",
            "council",
            2,
            "2026-10-31",
        ),
    ),
    said(
        "anyone who feels unwell is somebody who can be told",
        "Anyone feeling unwell should call the helpline.",
        recommendation(
            "Anyone feeling unwell should call the helpline", "Anyone feeling unwell", 2
        ),
    ),
    said(
        "what is to be hoped is a hope of nobody by name",
        "It is to be hoped that no other family will have to hear it.",
        aspiration("It is to be hoped that no other family will have to hear it", None),
    ),
    said("that nobody needs to explain it asks for nothing", "Nobody needs to explain this to me."),
    told(
        "it is the union that has said so",
        "The nurses' union said it would call off its strike.",
        commitment("it would call off its strike", "nurses' union", 3),
    ),
    told(
        "who speaks by post and name speaks for the body named before",
        "Mercy Valley Health will keep the unit open. “We will recruit two midwives,” said Chief "
        "Executive Ada Bell-Ong. Mercy Valley is exploring a partnership.",
        commitment("Mercy Valley Health will keep the unit open", "Mercy Valley Health", 3),
        commitment("We will recruit two midwives", "Mercy Valley Health", 3),
        commitment("Mercy Valley is exploring a partnership", "Mercy Valley Health", 1),
    ),
    said(
        "words set in part a pledge from its act",
        "The Trust stands by its pledge, made in 2023, to dredge the bar by 2035.",
        commitment("its pledge, made in 2023, to dredge the bar by 2035", BODY, 3, "2035-12-31"),
    ),
    said(
        "the end of sign-in makes no noun of the will behind it",
        "Two-step sign-in will be switched on in May.",
        commitment("Two-step sign-in will be switched on in May", None, 4, "2026-05-31"),
    ),
    said("what people should notice is foreseen", "Patients should notice a difference by May."),
    said(
        "services that return on a day are brought back",
        "Late buses will return to Route 4 on 12 January.",
        commitment("Late buses will return to Route 4 on 12 January", BODY, 4, "2027-01-12"),
    ),
    said(
        "a verb in the third person is not of the whether before it",
        "The Trust is studying whether to extend the quay and expects to report in May.",
        commitment("The Trust is studying whether to extend the quay", BODY, 1),
        commitment("expects to report in May", BODY, 2, "2026-05-31"),
    ),
    said(
        "what a charter says stands already",
        "Under the Trust's charter, the harbour master shall report every quarter.",
    ),
    said("what will not solve everything is foretold", "Extra staff will not solve everything."),
    said(
        "a new service that will tell customers something is made to",
        "A new text service will tell berth holders when the bar is open.",
        commitment("A new text service will tell berth holders when the bar is open", BODY, 3),
    ),
    said(
        "already in a relative clause makes no habit of the act",
        "Drivers who are already in post will be trained by October.",
        commitment(
            "Drivers who are already in post will be trained by October", None, 4, "2026-10-31"
        ),
    ),
    said(
        "the director of a service is an officer and not a service",
        "The Director of Children's Services will report to the panel in May.",
        commitment(
            "The Director of Children's Services will report to the panel in May",
            "Director of Children's Services",
            4,
            "2026-05-31",
        ),
    ),
    said(
        "who speaks a language is not who prints the menu",
        "Menus will be printed in the five languages most often spoken by our patients.",
        commitment(
            "Menus will be printed in the five languages most often spoken by our patients",
            None,
            3,
        ),
    ),
    minuted(
        "what it was agreed to do is for the meeting, whoever spoke before",
        "The Senior Ranger reported on the gates. It was agreed that signs would be put up.",
        commitment("signs would be put up", "Leam Town Council", 4),
    ),
    minuted(
        "agreed in capitals has no other subject",
        "AGREED to look into a shared service with the Water Company.",
        commitment(
            "AGREED to look into a shared service with the Water Company", "Leam Town Council", 1
        ),
    ),
    written(
        "you is the body that a letter is written to",
        "You should tell your staff that a file is not closed because it has been lost.",
        recommendation(
            "You should tell your staff that a file is not closed because it has been lost",
            "Dyfed Water plc",
            2,
        ),
    ),
    written(
        "how the hearer may answer is no recommendation",
        "If you disagree with the decision, you must let me know within fourteen days.",
    ),
    written(
        "the company is the one that is written to and not the Water Ombudsman",
        "I recommend that the company review its procedure, and that it publish the review.",
        recommendation("I recommend that the company review its procedure", "Dyfed Water plc", 2),
        recommendation("it publish the review", "Dyfed Water plc", 2),
    ),
    told(
        "what was confirmed is cut off from that it was",
        "The Health Executive is to buy a second scanner, it was confirmed this week.",
        commitment("The Health Executive is to buy a second scanner", "Health Executive", 3),
    ),
    told(
        "what people will go on doing is foretold",
        "Until then patients will continue to travel to Cork.",
    ),
    said(
        "the second verb of a body may be has and a participle",
        "Our members will not ring the bell until they have been asked, and the Trust has sought "
        "a meeting.",
        commitment("Our members will not ring the bell until they have been asked", "members", 3),
    ),
    said(
        "what is told to somebody is said in the speaker's own name",
        "We've told them we'll go quietly.",
        commitment("we'll go quietly", BODY, 3),
    ),
    said(
        "the first thing is told in full behind that",
        "The first is that we'll be back on every ward in May.",
        commitment("we'll be back on every ward in May", BODY, 4, "2026-05-31"),
    ),
    said(
        "to decide against doing it binds",
        "The committee has decided against raising the fees.",
        commitment("The committee has decided against raising the fees", "committee", 4),
    ),
    said(
        "a body that is set up acts when it is called it",
        "The community liaison group is being revived. It'll meet every second month.",
        commitment("The community liaison group is being revived", None, 1),
        commitment("It'll meet every second month", BODY, 3),
    ),
    said(
        "fees that will not change are held",
        "Parking charges at the quay will not change.",
        commitment("Parking charges at the quay will not change", BODY, 3),
    ),
    said(
        "to write to somebody and ask is to ask",
        "I have written to the Home Secretary, asking her to make the training compulsory.",
        recommendation(
            "I have written to the Home Secretary, asking her to make the training compulsory",
            "Home Secretary",
            2,
        ),
    ),
    said(
        "a nurse who will be on duty is put there",
        "From June, a nurse will be on duty in each of our yards.",
        commitment("From June, a nurse will be on duty in each of our yards", "nurse", 3),
    ),
    said(
        "you have my word gives it",
        "You have my word that we will publish the letter.",
        commitment("You have my word that we will publish the letter", BODY, 3),
    ),
    said("not to speculate is manners", "I am not going to speculate while the police are here."),
    said(
        "a board of governors is a body's own",
        "The Board of Governors has undertaken to replace the boilers.",
        commitment(
            "The Board of Governors has undertaken to replace the boilers",
            "Board of Governors",
            3,
        ),
    ),
    said(
        "what should be, with luck, is foreseen",
        "All being well, pupils should be back in January.",
    ),
    said(
        "a map that goes online is put there",
        "The map will go online in November.",
        commitment("The map will go online in November", BODY, 4, "2026-11-30"),
    ),
    said(
        "nobody who does it will face a penalty",
        "Staff will be able to speak up, and nobody who does so will face a penalty.",
        commitment("Staff will be able to speak up", None, 3),
        commitment("nobody who does so will face a penalty", None, 3),
    ),
    said(
        "every appliance will carry what it is given",
        "By the end of July, every appliance will carry the new radios.",
        commitment(
            "By the end of July, every appliance will carry the new radios",
            BODY,
            4,
            "2026-07-31",
        ),
    ),
    said(
        "berths that remain shut are kept shut",
        "Berth 5 will remain shut until it is safe.",
        commitment("Berth 5 will remain shut until it is safe", BODY, 3),
    ),
    said(
        "to like to be able to is a wish",
        "We would like to be able to fund showers at the worst grounds.",
        aspiration("We would like to be able to fund showers at the worst grounds", BODY),
    ),
    said(
        "craft are handled by people",
        "Pleasure craft must keep at least 100 metres away.",
        recommendation("Pleasure craft must keep at least 100 metres away", "Pleasure craft", 3),
    ),
    written(
        "the hearer of a letter may be directed",
        "You are hereby directed to:\n\n(i) suspend all payments; and\n\n(ii) keep the letters.",
        recommendation("suspend all payments", "Dyfed Water plc", 3),
        recommendation("keep the letters", "Dyfed Water plc", 3),
    ),
    minuted(
        "what another body will do, as somebody reports, is in its diary",
        "Ms Wu said the Rotary Club will give $20,000.",
    ),
    minuted(
        "who moved a resolution may stand within it",
        "RESOLVED, on a motion by Cllr Okafor, that Sunday hours be restored by 10 January 2027.",
        commitment(
            "Sunday hours be restored by 10 January 2027", "Leam Town Council", 4, "2027-01-10"
        ),
    ),
    told(
        "what is called for to be done is asked of whoever can",
        "Cllr Ada Quill called for the works at Rathbeg to be upgraded.",
        recommendation("Cllr Ada Quill called for the works at Rathbeg to be upgraded", None, 2),
    ),
    told(
        "the library is the one whose name ends so",
        "The State Library Association met. The Tolland Public Library will stop charging fines. "
        "The library is considering longer hours.",
        commitment(
            "The Tolland Public Library will stop charging fines", "Tolland Public Library", 3
        ),
        commitment("The library is considering longer hours", "Tolland Public Library", 1),
    ),
    said(
        "as at present tells what is done already",
        "As at present, an applicant who is refused will be given reasons in writing.",
    ),
    said(
        "what an ordinance has long required is not asked for now",
        "Dogs must be kept on a leash, as a county ordinance has required since 1998.",
    ),
    said(
        "an aside may stand within is doing",
        "We are, however, looking into the pumps.",
        commitment("We are, however, looking into the pumps", BODY, 1),
    ),
    said(
        "to be eligible is to be let have",
        "Berth holders will be eligible from May.",
        commitment("Berth holders will be eligible from May", "Berth holders", 3),
    ),
    said(
        "a team that books may be the agent",
        "Those patients will be contacted by our booking team in November.",
        commitment(
            "Those patients will be contacted by our booking team in November",
            "booking team",
            4,
            "2026-11-30",
        ),
    ),
    said(
        "a report laid before a parliament is due when it is",
        "The report will be laid before the Assembly in January 2027.",
        commitment(
            "The report will be laid before the Assembly in January 2027", None, 4, "2027-01-31"
        ),
    ),
    said(
        "to work with somebody is less than to do it, in a list too",
        "We will:\n\n- work with the colleges on a course\n- buy a boat",
        commitment("work with the colleges on a course", BODY, 2),
        commitment("buy a boat", BODY, 3),
    ),
    said(
        "work that gets under way is begun by whoever speaks",
        "Work to replace the last sluice will get under way on 20 April.",
        commitment(
            "Work to replace the last sluice will get under way on 20 April",
            BODY,
            4,
            "2026-04-20",
        ),
    ),
    said(
        "the end of what is set in begins no clause",
        "The project, paid for with loans and grants, will be carried out in three phases.",
        commitment(
            "The project, paid for with loans and grants, will be carried out in three phases",
            None,
            3,
        ),
    ),
    said(
        "priorities put down as a list are plans",
        "In the year ahead our priorities are to:\n\n- dredge the bar\n- pay every member of staff",
        commitment("dredge the bar", BODY, 2, "2027-03-02"),
        commitment("pay every member of staff", BODY, 2, "2027-03-02"),
    ),
    said(
        "to intend that something will be so is a plan",
        "We intend that by 2029 the two figures will match.",
        commitment("We intend that by 2029 the two figures will match", BODY, 2, "2029-12-31"),
    ),
    said(
        "none of our vans will do what we decide that they do not",
        "By Christmas none of our vans will run on diesel.",
        commitment("By Christmas none of our vans will run on diesel", BODY, 4, "2026-12-25"),
    ),
    said(
        "to commit to one doing and to another makes two",
        "The Trust commits to towing wrecks away, and to publishing a list of them.",
        commitment("The Trust commits to towing wrecks away", BODY, 3),
        commitment("to publishing a list of them", BODY, 3),
    ),
    said(
        "who should be in post by a day is foreseen",
        "A chair should be in post by October.",
    ),
    said(
        "farmers upstream are farmers",
        "Farmers upstream need to play their part.",
        recommendation("Farmers upstream need to play their part", "Farmers upstream", 2),
    ),
    Case(
        "a recommendation that is accepted is taken on by who answers",
        "Recommendation No. 3\n\nReply of the Government\n\nThe recommendation of the Committee "
        "is accepted. A safety audit is proposed to be undertaken in March 2027.",
        (
            commitment("The recommendation of the Committee is accepted", "Ministry of Water", 4),
            commitment(
                "A safety audit is proposed to be undertaken in March 2027", None, 2, "2027-03-31"
            ),
        ),
        publisher="Ministry of Water",
        date=DAY,
    ),
    minuted(
        "who is to get something done is named in the resolution",
        "It was agreed that Mr Farquhar get three quotes for the memorial.",
        commitment("Mr Farquhar get three quotes for the memorial", "Mr Farquhar", 4),
    ),
    minuted(
        "in minutes, who was asked still is",
        "The Secretary was asked to write to the developer.",
        recommendation("The Secretary was asked to write to the developer", "Secretary", 2),
    ),
    said(
        "who believes it may be told behind it",
        "The cost will be met from reserves, the auditors believe.",
    ),
    said(
        "what somebody tells the speaker is not the speaker's to keep",
        "Staff tell us they will leave if nothing changes.",
    ),
    said("to grieve is no undertaking", "Each of us will grieve in our own way."),
    said("that others should know better asks nothing of them", "They should know better."),
    minuted(
        "who volunteers in a meeting takes the action on",
        "Cllr Bergstrom volunteered to review the accounts.",
        commitment("Cllr Bergstrom volunteered to review the accounts", "Cllr Bergstrom", 3),
    ),
    minuted(
        "a consensus to act is a resolution",
        "Consensus was to hold two listening sessions in the spring.",
        commitment(
            "Consensus was to hold two listening sessions in the spring",
            "Leam Town Council",
            4,
            "2026-05-31",
        ),
    ),
    minuted(
        "what it would not do is left out where it was said before",
        "Cllr Rao asked whether the hall would close. The Clerk said it would not, but hours may "
        "be shorter.",
    ),
    minuted("a call to order calls nobody to order", "1. Call to order. The Chair did so at 6.31."),
    minuted(
        "who moved a motion does not stand between the meeting and its resolution",
        "Proposed by Cllr Rao, seconded by Cllr Pugh and RESOLVED to accept the quotation from "
        "Acme.",
        commitment("RESOLVED to accept the quotation from Acme", "Leam Town Council", 4),
    ),
    minuted(
        "agreed, subject to something, is agreed with a condition",
        "Agreed, subject to legal advice, to extend the cemetery.",
        commitment(
            "Agreed, subject to legal advice, to extend the cemetery", "Leam Town Council", 3
        ),
    ),
    Case(
        "the parts of a question to a minister tell nobody anything",
        "To ask the Minister of Water:\n\n(a) the steps being taken; and\n\n"
        "(b) by when safe water will be provided?",
        publisher="Ministry of Water",
        date=DAY,
    ),
    Case(
        "a ministry of two fields is one ministry",
        "The Ministry proposes to amend the guidelines.",
        (
            commitment(
                "The Ministry proposes to amend the guidelines",
                "Ministry of Rural Development and Water Resources",
                2,
            ),
        ),
        publisher="Ministry of Rural Development and Water Resources",
        date=DAY,
    ),
    Case(
        "farmers and graziers are one of the bodies of a joint statement",
        "The Association promises to tell its members.",
        (
            commitment(
                "The Association promises to tell its members",
                "Farmers and Graziers Association",
                3,
            ),
        ),
        publisher="Selwick Moor Authority, Farmers and Graziers Association and Brack Police",
        date=DAY,
    ),
    said(
        "behind a preposition that points to something and opens no clause",
        "Berth holders who paid more than that will not be asked for the rest.",
        commitment("Berth holders who paid more than that will not be asked for the rest", None, 3),
    ),
    said(
        "what a code that is named binds to is no new demand",
        "A gift worth more than £50 must be declared within 28 days under the Conduct Code.",
    ),
    said(
        "what a statute binds to is no new demand, wherever it is named",
        "We welcome three new members; under Statute 14 they shall hold office for three years.",
    ),
    said(
        "what a law of some year requires is no new demand",
        "Owners must tell us about unsafe cladding, as the Act of 2022 requires.",
    ),
    minuted(
        "what is resolved under a law that is named is new",
        "RESOLVED that the Council shall publish the order under the Harbours Act by 1 May 2026.",
        commitment(
            "the Council shall publish the order under the Harbours Act by 1 May 2026",
            "Leam Town Council",
            4,
            "2026-05-01",
        ),
    ),
    said(
        "what somebody wrote to the speaker is none of the speaker's words",
        "In March the union wrote to us to say that its members will support the new rota.",
    ),
    said(
        "whichever is sooner bounds an act",
        "The moorings will be repaired by 1 June or after the race, whichever is sooner.",
        commitment(
            "The moorings will be repaired by 1 June or after the race, whichever is sooner",
            None,
            4,
            "2026-06-01",
        ),
    ),
    said(
        "what a county council has said it will do is not the speaker's own",
        "The county council has said it will resurface the road.",
    ),
    said("one trader speaks for nobody else", '"We will sue," said one trader.'),
    said(
        "somebody who is said to run a shop speaks for nobody else",
        '"We will sue the trust," said Amanda Cole, who runs a fish shop on the quay.',
    ),
    said(
        "what some people have told us is theirs",
        'Some people have told us: "We will never come back."',
    ),
    said(
        "a spokeswoman speaks for the statement's own body",
        '"We will publish the report in May," said a spokeswoman.',
        commitment("We will publish the report in May", BODY, 4, "2026-05-31"),
    ),
    said(
        "readers who should note something have nothing to do",
        "Masters should note that the channel is narrow. Residents should be aware of the tide.",
    ),
    said(
        "what somebody is always required to do is a rule",
        "Masters are required to report any spill.",
    ),
    said(
        "what somebody is required to do by a day is asked of them",
        "All tenants are required to send us a plan by 1 May 2026.",
        recommendation(
            "All tenants are required to send us a plan by 1 May 2026",
            "All tenants",
            3,
            "2026-05-01",
        ),
    ),
    said(
        "what another body is to do is in its diary",
        "Network Coast is to replace its signals next year.",
    ),
    said(
        "what the speaker was told to do is another's demand",
        "The trust was told that it must sell the yard. We were told that we should dredge.",
    ),
    said(
        "an office that is called Of and what it looks after is another body",
        "Ofwat will set the price in December.",
    ),
    said(
        "whichever way something goes, it will be decided",
        "The board will decide by 1 May 2026, and we will publish its decision whichever way it "
        "goes.",
        commitment("The board will decide by 1 May 2026", "board", 4, "2026-05-01"),
        commitment("we will publish its decision whichever way it goes", BODY, 3),
    ),
    said(
        "that no pupil will miss something is promised",
        "No pupil will miss an examination because of the closure.",
        commitment("No pupil will miss an examination because of the closure", None, 3),
    ),
    said(
        "whoever will get money back is promised it",
        "Everyone who has bought a permit will get their £60 back.",
        commitment("Everyone who has bought a permit will get their £60 back", None, 3),
    ),
    said(
        "what is taken goes to whoever it is given to",
        "The proceeds of the sale will go to the Lifeboat Fund.",
        commitment(
            "The proceeds of the sale will go to the Lifeboat Fund", BODY, 3, basis="inferred"
        ),
    ),
    said(
        "a report goes to a committee whose name has capitals",
        "A report on the berths will go to the Harbour Infrastructure Committee in June.",
        commitment(
            "A report on the berths will go to the Harbour Infrastructure Committee in June",
            BODY,
            4,
            "2026-06-30",
            "inferred",
        ),
    ),
    said(
        "figures that appear by a day are put there",
        "The figures will appear on our website by 1 May 2026.",
        commitment(
            "The figures will appear on our website by 1 May 2026",
            BODY,
            4,
            "2026-05-01",
            "inferred",
        ),
    ),
    said("what will end up somewhere is foretold", "Half of all bottles will end up in the bin."),
    said(
        "what would close without something is no plan",
        "Without it, small harbours across the country are going to close.",
    ),
    said(
        "nevertheless stands between a subject and its verb",
        "I nevertheless intend to raise the matter with the Board.",
        commitment("I nevertheless intend to raise the matter with the Board", BODY, 2),
    ),
    said(
        "what the speaker once promised is not promised now, whoever acts",
        "In 2024 we promised that the papers would be returned to the family by Easter.",
    ),
    said(
        "a demand that is called a rule stands already",
        "Night staff must check every mat, a rule that has been in force since 1 July.",
    ),
    said(
        "what nobody should need to do is foretold",
        "Residents shouldn't need to do anything before the meters arrive.",
    ),
    said(
        "what the speaker believes that others should do is asked of them",
        "We believe that commissioners should make such a summary compulsory.",
        recommendation(
            "commissioners should make such a summary compulsory",
            "commissioners",
            2,
        ),
    ),
    minuted(
        "what somebody wished to be recorded is nothing to do",
        "HL wished it to be recorded that the biscuits were good.",
    ),
    Case(
        "initials mean whoever is present with them",
        "Minutes of the meeting\n\nPresent: Mair Bevan (Chair), Dr Tom Verrall, Sandra Pell.\n\n"
        "ACTION: SP to ask the supplier for prices by 28 November 2026.",
        (
            commitment(
                "SP to ask the supplier for prices by 28 November 2026",
                "Sandra Pell",
                4,
                "2026-11-28",
            ),
        ),
        publisher="Oak Bank Surgery Patient Group",
        date=DAY,
    ),
    Case(
        "a group's papers mean the body it belongs to by a word of its name",
        "Minutes of the meeting\n\nIt was AGREED that the Surgery publish its waiting times.",
        (commitment("the Surgery publish its waiting times", "Oak Bank Surgery", 4),),
        publisher="Oak Bank Surgery Patient Group",
        date=DAY,
    ),
    Case(
        "the company that an airport is goes by what it is",
        "The airport company will double the landing charge at night.",
        (
            commitment(
                "The airport company will double the landing charge at night",
                "Harle Valley Airport",
                3,
            ),
        ),
        publisher="Harle Valley Airport",
        date=DAY,
    ),
    Case(
        "commissioners are others than the one who writes",
        "Commissioners should publish what they spend.",
        (recommendation("Commissioners should publish what they spend", "Commissioners", 2),),
        publisher="Police and Crime Commissioner for East Mercote",
        date=DAY,
    ),
]
