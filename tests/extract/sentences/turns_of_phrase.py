"""Turns of phrase that carry an undertaking, or only seem to."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, aspiration, commitment, recommendation

BODY = "Saltmere Harbour Trust"


def said(fact: str, text: str, *items: Item) -> Case:
    """A case from a statement of a harbour trust."""
    return Case(fact, text, items, publisher=BODY, date="2026-03-02")


CASES = [
    said(
        "words set in between do not part an intention from its act",
        "It is our intention, subject to the agreement of the lenders, to open the quay in May.",
        commitment(
            "It is our intention, subject to the agreement of the lenders, to open the quay in May",
            BODY,
            1,
            "2026-05-31",
        ),
    ),
    said(
        "work under way is explored or prepared and not yet done",
        "Work is under way to find a new harbour master.",
        commitment("Work is under way to find a new harbour master", None, 1),
    ),
    said(
        "who would like their grandchildren to do well has a wish",
        "We would both like our grandchildren to swim here.",
        aspiration("We would both like our grandchildren to swim here", BODY),
    ),
    said(
        "longing is a wish",
        "We long for the day when the pier is whole again.",
        aspiration("We long for the day when the pier is whole again", BODY),
    ),
    said(
        "being urged is being asked",
        "Skippers are being urged to check their radios.",
        recommendation("Skippers are being urged to check their radios", "skippers", 2),
    ),
    said(
        "how a thing is to be regarded is nothing to deliver",
        "Seagrass must be treated as a nursery and not as a nuisance.",
    ),
    said(
        "what all must wear is asked of them",
        "Lifejackets must be worn by all persons on open decks.",
        recommendation("Lifejackets must be worn by all persons on open decks", "all persons", 3),
    ),
    said(
        "a service to be laid on is promised by whoever lays it on",
        "A mobile clinic will call at the quay every Tuesday.",
        commitment("A mobile clinic will call at the quay every Tuesday", BODY, 3),
    ),
    said(
        "the two of us begin a clause of their own",
        "A nursery will be opened by February 2027, and the two of us intend to run it together.",
        commitment("A nursery will be opened by February 2027", None, 4, "2027-02-28"),
        commitment("the two of us intend to run it together", BODY, 2),
    ),
    said(
        "a committee that meets in public is still the one that will decide",
        "Our pilotage committee, under a new chair, meets in public and will consider the offer.",
        commitment("will consider the offer", "pilotage committee", 1),
    ),
    said(
        "none of us is all of us with a not",
        "None of us will deal with a supplier that charges for jobs.",
        commitment("None of us will deal with a supplier that charges for jobs", BODY, 3),
    ),
    said(
        "what is not announced tonight is only left unsaid",
        "I am not going to announce a new target tonight.",
    ),
    said("a well that runs dry is no act", "Our well is going to run dry."),
    said(
        "a promise that was kept is history",
        "We promised you last spring that we would not cut berths, and we did not.",
    ),
    said(
        "a habit goes on over an and",
        "Boots will normally be hosed down at the scene and kit will be bagged by the last crew "
        "to leave.",
    ),
    said(
        "just like every other year tells a habit",
        "Skippers who need diesel will fill out a form, just like every other year.",
    ),
    said(
        "by text message says how and not who",
        "The results will be sent by text message.",
        commitment("The results will be sent by text message", None, 3),
    ),
    said(
        "store by store says in turn and not who",
        "The results will be published store by store.",
        commitment("The results will be published store by store", None, 3),
    ),
    said(
        "weather permitting takes something back",
        "We will reopen the slipway in May, weather permitting.",
        commitment("We will reopen the slipway in May, weather permitting", BODY, 3, "2026-05-31"),
    ),
    said(
        "a county shortened to Co. ends no sentence",
        "We will publish the review of the quays in Co. Clare by May.",
        commitment(
            "We will publish the review of the quays in Co. Clare by May", BODY, 4, "2026-05-31"
        ),
    ),
    said(
        "nobody joins in order to act, which is no line of an action list",
        "Nobody joins the Trust in order to be handed a list of rules.",
    ),
    said(
        "it is proposed names no one",
        "It is proposed, if reserves permit, to restore the grant from April 2027.",
        commitment(
            "It is proposed, if reserves permit, to restore the grant from April 2027", None, 1
        ),
    ),
    said(
        "a working group that is to report has been asked to",
        "A working group chaired by an outsider is to report by 30 June 2026.",
        commitment(
            "A working group chaired by an outsider is to report by 30 June 2026",
            "working group chaired by an outsider",
            4,
            "2026-06-30",
        ),
    ),
    said(
        "our lawyer acts for us",
        "Our solicitor is drafting a new lease.",
        commitment("Our solicitor is drafting a new lease", "solicitor", 1),
    ),
    said(
        "before an act bounds the one that comes first",
        "We will test the wells before breaking ground.",
        commitment("We will test the wells before breaking ground", BODY, 3),
    ),
    Case(
        "an action marked as done is no action any more",
        "Minutes of the meeting of the Board\n\nActions\n\n"
        "JB to inspect the fire doors (done 30 January)",
        publisher=BODY,
        date="2026-03-02",
    ),
    Case(
        "a half-closed quay says nothing of whether the action is done",
        "Minutes of the meeting of the Board\n\nActions\n\n"
        "JB to reopen the half-closed quay by 1 May 2026",
        (commitment("JB to reopen the half-closed quay by 1 May 2026", "JB", 4, "2026-05-01"),),
        publisher=BODY,
        date="2026-03-02",
    ),
]
