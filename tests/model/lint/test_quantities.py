"""L8 and L9: nothing to count, and quantities that nobody could count."""

from __future__ import annotations

import pytest

from tests.model.lint.questioning import asked

VAGUE = [
    ("We will recruit more women and younger people as wardens", "more"),
    ("Services will be significantly faster", "significantly"),
    ("Staff will be given appropriate training", "appropriate"),
    ("We will make further announcements", "further"),
    ("The Trust will improve waiting times", "improve"),
    ("VicTrack will reduce noise at night", "reduce"),
    ("The State will provide adequate funds", "adequate"),
    ("Several schools in Cork will be rebuilt", "Several"),
    ("The Ministry will fund a range of projects", "a range of"),
    ("A robust system of checks will be in place", "robust"),
    ("We will give better notice of roadworks", "better"),
    ("The railway will run a number of extra trains", "a number of"),
    ("We will give residents regular updates", "regular"),
    ("The County will act in a timely manner", "timely"),
    ("The college will offer greater choice", "greater"),
]
COUNTED = [
    "No student facing eviction shall wait more than two working days",
    "The hospital would hire two more consultants within six months",
    "We will bring a further 24 ambulances into service",
    "We will release a further £6m next year",
    "We will open a college of further education",
    "Punctuality will improve to 92 per cent",
    "We will reduce emissions by 40% by 2030",
    "The Board will increase the grant from $4m to $6m",
    "The Better Care Fund will pay for 40 beds",
    "The bus will run in the lower valley",
    "It further agreed to ask for a helicopter",
    "We will cut back the trees along the line",
    "We will pay at least 10 per cent more",
    "The trust will train one more midwife",
    "The centre will stay shut until further notice",
    "The Manager will raise the matter with the ombudsman on 4 May",
    "We will make reasonable adjustments for every claimant",
    "We will cut all fees for carers",
    "The library will hold the regular army's archive",
    "The Legislature will appropriate $5m for the dam",
]

UNCOUNTABLE = [
    ("We will support carers", "support"),
    ("The network will be working with the regulator", "working"),
    ("We will have a culture of openness", ""),
    ("The Government accepts this recommendation in full", ""),
    ("We will work with the Ministry", "work"),
    ("The Trust will learn from the inquiry", "learn"),
    ("The Board will consider the report", "consider"),
    ("We will continue to listen", "continue"),
    ("The shire will promote tourism", "promote"),
    ("The Department will tackle the backlog", "tackle"),
    ("We must be honest about stop and search", ""),
    ("The State will empower women", "empower"),
    ("The university will embed equality", "embed"),
]
COUNTABLE = [
    "We will publish all twelve inspection reports",
    "The Trust will hire 40 nurses",
    "The Minister will write to the Committee",
    "Every home will be visited twice",
    "Iarnród Éireann will reopen the station",
    "The Province will repay $3m",
    "We will cut fares by a third",
    "The Panchayat will dig two wells",
    "The Council will close the ward",
    "We will appoint a guardian",
    "The bank will refund every customer",
    "The force will fit sensors in all 36 cells",
]


@pytest.mark.parametrize(("quote", "words"), VAGUE)
def test_a_vague_quantity_is_asked_how_much(quote: str, words: str) -> None:
    assert asked(quote)["L9"] == words


@pytest.mark.parametrize("quote", COUNTED)
def test_a_quantity_that_is_counted_or_named_is_let_pass(quote: str) -> None:
    assert "L9" not in asked(quote)


@pytest.mark.parametrize(("quote", "words"), UNCOUNTABLE)
def test_an_act_nobody_could_check_is_asked_what_to_look_at(quote: str, words: str) -> None:
    assert asked(quote, testable=False)["L8"] == words


@pytest.mark.parametrize("quote", COUNTABLE)
def test_an_act_on_record_as_testable_is_let_pass(quote: str) -> None:
    assert "L8" not in asked(quote)


@pytest.mark.parametrize(("quote", "words"), UNCOUNTABLE)
def test_a_success_test_answers_what_could_be_looked_at(quote: str, words: str) -> None:
    assert "L8" not in asked(quote, testable=False, success_test="Survey above 80 %")
