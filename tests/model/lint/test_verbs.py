"""L2 and L3: verbs of exploring and of process, and the same words as something else."""

from __future__ import annotations

import pytest

from tests.model.lint.questioning import asked

EXPLORING = [
    ("The Confederation will explore how peer review might be set up", "explore"),
    ("The Tánaiste said the Department would consider a statutory levy", "consider"),
    ("We are looking at a levy on empty homes", "looking at"),
    ("Our two chief executives will review the register every six months", "review"),
    ("Review the rota for night shifts", "Review"),
    ("The Investment Committee is reviewing both contracts", "reviewing"),
    ("The Ministry will examine the Commission's findings", "examine"),
    ("The Premier agreed to discuss it with the First Nations", "discuss"),
    ("VicRoads will look into the drainage at the junction", "look into"),
    ("The request will be considered by the board in May", "considered"),
    ("Officials are assessing whether the scheme can be widened", "assessing whether"),
    ("The Panchayat will study the feasibility of a second borewell", "study the feasibility"),
    ("A dry dock at Quillhaven is under consideration", "under consideration"),
    ("We are in talks with the health board about a visiting nurse", "talks with"),
    (
        "The Trust will give careful consideration to the coroner's points",
        "give careful consideration",
    ),
    ("Council staff will reflect on the feedback", "reflect on"),
]
NOT_EXPLORING = [
    "The first review will be published in the second half of 2026",
    "We will publish the independent review of the fire in full",
    "We will publish a discussion paper by March",
    "The peer review programme will start in every trust",
    "Paramedics will assess every caller within four hours",
    "Doctors will examine every patient before discharge",
    "We will look after every veteran who asks",
    "The Agency will review all 61,000 decisions by 31 May",
    "The Auditor will examine our 14 online services",
    "The committee considers that the fee must be repaid, and will repay it",
    "The Department will seek judicial review of the ruling",
    "We will investigate the death and report in May",
    "The shire will fund the Explore Gippsland trail",
    "We will open a study centre in Nagpur",
    "The survey will be reviewed-by-peers before release",
    "The agency will test and evaluate 40 water samples a week",
]

PROCESS = [
    ("The Network will be working with the Commission to cut waits", "working with"),
    ("We will work closely with county councils", "work closely with"),
    ("We will support carers through the winter", "support"),
    ("NHS Employers will be embarking on its goal of a fairer workplace", "embarking on"),
    ("The Board agreed to promote a culture of openness", "promote"),
    ("to help trusts learn from each other", "help"),
    ("Help small farmers adapt", "Help"),
    ("Transport for NSW is working towards level boarding", "working towards"),
    ("The Province will encourage employers to take apprentices", "encourage"),
    ("The Department will engage with rural communities", "engage with"),
    ("We shall champion the rights of tenants", "champion"),
    ("HSE West will raise awareness of sepsis", "raise awareness"),
    ("The Agency will focus on prevention", "focus on"),
    ("The ministry pledged to tackle loneliness", "tackle"),
    ("The District will strengthen ties with the tribe", "strengthen"),
    ("We will build on the progress of the pilot", "build on the"),
]
NOT_PROCESS = [
    "By the autumn we will have a single front door for student support",
    "The Board agreed to appoint a second safety champion",
    "The Department intends to extend the scheme, if the evaluation supports it",
    "We will open a family support centre in every town",
    "We will hire 40 support workers",
    "The fund will pay £2m to help families move",
    "We will publish the address of every polling place",
    "The county will write to anyone who supports the bridge",
    "We will hold a workshop with parents in June",
    "The State will print a work-with-children form in Hindi",
    "We will close the help desk and open two offices",
    "The council will promote-by-mail no events",
    "We will replace the working group with a board",
    "Staff who work with children will be vetted by May",
]


@pytest.mark.parametrize(("quote", "words"), EXPLORING)
def test_an_exploratory_verb_is_asked_for_its_decision(quote: str, words: str) -> None:
    assert asked(quote)["L2"] == words


@pytest.mark.parametrize("quote", NOT_EXPLORING)
def test_a_review_that_is_a_thing_explores_nothing(quote: str) -> None:
    assert "L2" not in asked(quote)


@pytest.mark.parametrize(("quote", "words"), PROCESS)
def test_a_process_verb_is_asked_what_will_exist(quote: str, words: str) -> None:
    assert asked(quote)["L3"] == words


@pytest.mark.parametrize("quote", NOT_PROCESS)
def test_a_word_of_process_beside_a_concrete_act_is_let_pass(quote: str) -> None:
    assert "L3" not in asked(quote)
