"""Letters of ministers, regulators and other heads of public bodies."""

from __future__ import annotations

from tests.extract.sentences.case import Case, Item, aspiration, commitment, recommendation


def ports(fact: str, text: str, *items: Item) -> Case:
    """A case from a letter of a minister in Britain."""
    return Case(
        fact,
        text,
        items,
        publisher="Department for Ports",
        speaker="Hester Adomako",
        date="2026-04-20",
    )


def regulator(fact: str, text: str, *items: Item) -> Case:
    """A case from a letter of the head of a regulator in Ireland."""
    return Case(
        fact,
        text,
        items,
        publisher="Energy Markets Authority",
        speaker="Conall Whelan",
        date="2026-04-20",
    )


CASES = [
    ports(
        "I in a letter is the minister's department",
        "Dear Chair,\n\nI will write to the Committee again by 30 June 2026.",
        commitment(
            "I will write to the Committee again by 30 June 2026",
            "Department for Ports",
            4,
            "2026-06-30",
            "speaker",
        ),
    ),
    ports(
        "I can confirm that stands outside the promise that it introduces",
        "I can confirm that the Department will publish the advice in full.",
        commitment(
            "the Department will publish the advice in full",
            "Department for Ports",
            3,
            None,
            "stated",
        ),
    ),
    ports(
        "my officials act for themselves",
        "My officials will meet yours within the next fortnight.",
        commitment(
            "My officials will meet yours within the next fortnight", "officials", 4, "2026-05-04"
        ),
    ),
    ports(
        "to look forward to a visit is politeness",
        "Thank you for your letter of 2 April. I look forward to visiting Saltmere and to seeing "
        "what the team there will show me.",
    ),
    ports(
        "a letter that encloses a copy has done so",
        "I am copying this letter to the Chief Executive of the Harbours Agency and placing a "
        "copy in the Library of the House.",
    ),
    ports(
        "will not be able to is no promise to refrain",
        "I am afraid that I will not be able to attend your conference in September.",
    ),
    ports(
        "a promise to refrain is a promise",
        "We will not sell the freehold of any trust port without the consent of its board.",
        commitment(
            "We will not sell the freehold of any trust port without the consent of its board",
            "Department for Ports",
            3,
        ),
    ),
    ports(
        "no plans to is not a promise not to",
        "You asked about the levy on small boats. The Government has no plans to introduce one.",
    ),
    ports(
        "the condition before a promise belongs to it and weakens it",
        "Subject to the agreement of the Treasury, we will extend the grant to fishing harbours.",
        commitment(
            "Subject to the agreement of the Treasury, we will extend the grant to fishing "
            "harbours",
            "Department for Ports",
            2,
        ),
    ),
    ports(
        "what would be done if the law were different is not promised",
        "If Parliament were to give us that power, we would use it sparingly.",
    ),
    ports(
        "to consider with care is to explore",
        "The Department will consider the Committee's suggestion of a single permit.",
        commitment(
            "The Department will consider the Committee's suggestion of a single permit",
            "Department for Ports",
            1,
        ),
    ),
    ports(
        "a minister who intends to legislate by a year intends and no more",
        "We intend to bring forward legislation by 2028.",
        commitment(
            "We intend to bring forward legislation by 2028",
            "Department for Ports",
            2,
            "2028-12-31",
        ),
    ),
    ports(
        "a pledge keeps its strength when it bears a date",
        "I promise to reply in full by 15 May 2026.",
        commitment(
            "I promise to reply in full by 15 May 2026",
            "Department for Ports",
            3,
            "2026-05-15",
            "speaker",
        ),
    ),
    ports(
        "in due course is a time and no day",
        "The Government will publish its response in due course.",
        commitment("The Government will publish its response in due course", "Government", 3),
    ),
    ports(
        "what an agency will do may be said in the letter of its minister",
        "The Harbours Agency will dredge the approach to Saltmere in the second half of 2027.",
        commitment(
            "The Harbours Agency will dredge the approach to Saltmere in the second half of 2027",
            "Harbours Agency",
            4,
            "2027-12-31",
            "stated",
        ),
    ),
    ports(
        "an abbreviation is the body whose name it followed",
        "I have discussed this with the Harbours Agency (HA). HA will survey the wreck next month.",
        commitment("HA will survey the wreck next month", "Harbours Agency", 4, "2026-05-31"),
    ),
    ports(
        "our commitment to do a thing is a promise in the shape of a noun",
        "Our commitment to replace the Saltmere lock by 2030 remains in place.",
        commitment(
            "Our commitment to replace the Saltmere lock by 2030 remains in place",
            "Department for Ports",
            3,
            "2030-12-31",
        ),
    ),
    ports(
        "commitments that are only mentioned are not made",
        "I recognise the strength of feeling about our climate commitments, and I am grateful for "
        "the care with which the Committee has looked at them.",
    ),
    ports(
        "a minister who urges owners to act recommends",
        "I would urge every owner of a laid-up vessel to check its moorings.",
        recommendation(
            "I would urge every owner of a laid-up vessel to check its moorings",
            "every owner of a laid-up vessel",
            2,
        ),
    ),
    ports(
        "we must do better is a wish and no plan",
        "The inquiry found that warnings had been ignored for a decade. We must do better than "
        "this.",
        aspiration("We must do better than this", "Department for Ports"),
    ),
    ports(
        "a promise made last year and named again is made again",
        "The Department committed last year to fund a second lifeboat station on the Saltmere "
        "shore.",
        commitment(
            "The Department committed last year to fund a second lifeboat station on the Saltmere "
            "shore",
            "Department for Ports",
            3,
        ),
    ),
    ports(
        "how something will be done is a question and not an answer",
        "You asked how the fund will be shared between the four nations and whether small ports "
        "will be told of it in time. Those are fair questions.",
    ),
    regulator(
        "we shall is binding without any date",
        "We shall refund every customer who was charged twice.",
        commitment(
            "We shall refund every customer who was charged twice", "Energy Markets Authority", 4
        ),
    ),
    regulator(
        "a guarantee is as binding as shall",
        "The Authority guarantees that no household will lose its supply during the dispute.",
        commitment(
            "The Authority guarantees that no household will lose its supply during the dispute",
            "Energy Markets Authority",
            4,
        ),
    ),
    regulator(
        "a regulator that says what suppliers must do recommends with all its force",
        "Suppliers must repay any credit balance over €50 by the end of Q3 2026.",
        recommendation(
            "Suppliers must repay any credit balance over €50 by the end of Q3 2026",
            "Suppliers",
            3,
            "2026-09-30",
        ),
    ),
    regulator(
        "rules that already bind a firm are not laid on it again",
        "As you know, under the Code in force since 2021 a supplier must answer a complaint "
        "within ten days, and an unanswered complaint will then be passed to us.",
    ),
    regulator(
        "a regulator at work on its review is doing something now",
        "The Authority is reviewing the way in which standing charges are set.",
        commitment(
            "The Authority is reviewing the way in which standing charges are set",
            "Energy Markets Authority",
            1,
            None,
            "stated",
        ),
    ),
    regulator(
        "a decision that is due is expected and not assured",
        "A decision on the tariff is due to be published in early 2027.",
        commitment(
            "A decision on the tariff is due to be published in early 2027", None, 2, "2027-04-30"
        ),
    ),
    regulator(
        "prices that will rise are foretold",
        "Wholesale prices will remain high this winter, and some households will find it hard to "
        "pay.",
    ),
    regulator(
        "please do not hesitate is how a letter ends",
        "Should you have any questions, please do not hesitate to contact my office. I would be "
        "happy to discuss the matter at your convenience.",
    ),
    regulator(
        "it is the body that was last the subject",
        "The Authority met the three network companies on 14 April. It will set a new cap on "
        "connection charges within 90 days.",
        commitment(
            "It will set a new cap on connection charges within 90 days",
            "Energy Markets Authority",
            4,
            "2026-07-19",
            "antecedent",
        ),
    ),
    regulator(
        "the licence holder's own assurance is the promise of another side",
        "Glenmore Power has told us that it will restore every supply by Christmas. We have no "
        "view on whether it can.",
    ),
]
