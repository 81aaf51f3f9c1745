"""The lint as a whole: what it asks, where it points, and that it is quick whatever it reads."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.firmness import firmness, why_testable
from commitrack.model.kinds import OwnerBasis, Strength
from commitrack.model.lint import RULE_IDS, RULES, lint
from commitrack.model.lint.passage import Passage
from commitrack.model.records import Commitment
from commitrack.model.specificity import answers
from tests.model.builders import TODAY
from tests.model.lint import (
    test_acts,
    test_dates,
    test_hedges,
    test_owners,
    test_quantities,
    test_verbs,
)
from tests.model.lint.questioning import asked, findings, lit

T = TypeVar("T")

SOUND = Commitment(
    title="Publish inspection reports",
    quote="The Trust will publish all twelve inspection reports on its website by 30 June 2026",
    owners=("Aldervale NHS Trust",),
    owner_basis=OwnerBasis.STATED,
    due=TODAY,
    due_text="by 30 June 2026",
    testable=True,
    strength=Strength.BINDING,
)
TABLES: dict[str, tuple[Sequence[object], Sequence[object]]] = {
    "L1": (test_dates.UNDATED, test_dates.DATED),
    "L2": (test_verbs.EXPLORING, test_verbs.NOT_EXPLORING),
    "L3": (test_verbs.PROCESS, test_verbs.NOT_PROCESS),
    "L4": (test_hedges.WEAK, test_hedges.NOT_WEAK),
    "L5": (test_owners.NOBODY, test_owners.SOMEBODY),
    "L6": (test_owners.OPEN_ENDED, test_owners.ONE_OWNER),
    "L7": (test_hedges.THIRD_PARTIES, test_hedges.NO_THIRD_PARTY),
    "L8": (test_quantities.UNCOUNTABLE, test_quantities.COUNTABLE),
    "L9": (test_quantities.VAGUE, test_quantities.COUNTED),
    "L10": (test_hedges.CONDITIONAL, test_hedges.UNCONDITIONAL),
    "L11": (test_dates.LOOSE, test_dates.RECURRENT),
    "L12": (test_acts.TWO_ACTS, test_acts.ONE_ACT),
    "L13": (test_acts.CONTINUING, test_acts.NEW),
    "L14": (test_acts.REFRAINING, test_acts.ACTING),
}
BEGINNINGS = (
    *("not ", "no ", "never ", "if ", "as if ", "once the ", "when it is ", "more ", "more than "),
    *("may ", "in may ", "9", "9,", "a further 9 ", "a", " ", "\n", "if\n", "will ", "to be "),
    *("will x and ", "will publish ", "and ", "with its and our ", "of the ", "'", "-", "a-", "a'"),
    *("where it is ", "who do not ", "subject to ", "by 3 ", "every ", "from 2024 ", "\u2019", "é"),
    *(
        "that that ",
        "continue the ",
        "improve the by ",
        "A ",
        "A. ",
        "so as far as ",
        "\x00",
        "\t \n",
    ),
)
LONG = 100_000


def test_a_quote_is_looked_through_once_for_all_that_is_told_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    meant = Passage.meant

    def counted(passage: Passage, by_word: Mapping[str, T]) -> list[tuple[T, int, int]]:
        read.append(passage.text)
        return meant(passage, by_word)

    monkeypatch.setattr(Passage, "meant", counted)
    quotes = [f"We will try to review all {n} reports of our partners by May" for n in range(200)]
    for quote in quotes:
        record = Commitment("x", quote, owners=("A", "B"), strength=Strength.FIRM, testable=True)
        assert lint(record) and firmness(record) and why_testable(record)
        assert answers(record).score == 3
    assert read == quotes


def test_a_sound_promise_is_asked_nothing() -> None:
    assert lint(SOUND) == ()


def test_the_rules_are_the_fourteen_of_the_domain_in_order() -> None:
    assert tuple(f"L{number}" for number in range(1, 15)) == RULE_IDS
    assert all(rule.question.endswith("?") and rule.name for rule in RULES)


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_rule_is_shown_on_a_dozen_sentences_either_way(rule: str) -> None:
    fires, silent = TABLES[rule]
    assert len(set(fires)) >= 12
    assert len(set(silent)) >= 12


def test_a_date_leaves_the_exploratory_verb_in_question() -> None:
    words = "We will explore a fourth bridge"
    assert set(asked(words, due=None)) == {"L1", "L2"}
    assert set(asked(words, due=TODAY)) == {"L2"}


def test_a_word_inside_another_word_fires_nothing() -> None:
    assert asked("The mighty Northering bridge will be gifted to the nation") == {}


def test_a_name_in_mid_sentence_fires_nothing() -> None:
    assert asked("The Better Care Fund will pay for Hope House by Friday") == {}
    assert asked("MORE NURSES WILL BE HIRED")["L9"] == "MORE"


def test_white_space_of_the_source_does_not_hide_a_phrase() -> None:
    assert asked("We will work\n   with the county")["L3"] == "work with"
    assert "L14" not in asked("We will reply no\nlater than Friday")


def test_the_places_are_those_of_the_quote_as_it_is_stored() -> None:
    quote = "  We ’ll\n\tnot  work\r\n  with more\u00a0men, nor with more women"
    assert lit(quote, "L9") == ["more", "more"]
    assert lit("We will  work\r\n  with them", "L3") == ["work\r\n  with"]
    assert lit("We won’t “explore”  it", "L14") == ["won’t"]


def test_words_out_of_a_field_are_lit_where_the_quote_has_them() -> None:
    quote = "Once  the staff\nare trained, we will open"
    assert lit(quote, "L10", condition="once the staff are trained") == [
        "Once  the staff\nare trained"
    ]
    assert findings(quote, condition="if asked")["L10"].places == ()


def test_the_seed_statement_is_asked_the_right_questions() -> None:
    explore = asked(
        "Along with its members, The NHS Confederation will explore how a process of board peer "
        "review might be set up to help trusts",
        due=None,
        testable=False,
        strength=Strength.EXPLORATORY,
    )
    assert set(explore) == {"L1", "L2", "L4", "L6", "L8"}


@given(
    st.lists(
        st.sampled_from([*BEGINNINGS, "We will explore", "publish", "by June", "“", ".", "The "])
        | st.text(max_size=6),
        max_size=24,
    )
)
def test_whatever_it_reads_every_place_lies_in_the_quote_and_is_in_order(words: list[str]) -> None:
    quote = "".join(words)
    for strength in (None, Strength.FIRM):
        found = lint(Commitment("x", quote, strength=strength))
        assert [one.rule for one in found] == [
            rule for rule in RULE_IDS if rule in {one.rule for one in found}
        ]
        for one in found:
            for start, end in one.places:
                assert 0 <= start < end <= len(quote)
                assert not quote[start].isspace() and not quote[end - 1].isspace()
            if one.places:
                start, end = one.places[0]
                assert one.words == " ".join(quote[start:end].split())
            assert list(one.places) == sorted(one.places)


@given(st.text())
def test_the_same_words_are_always_asked_the_same(quote: str) -> None:
    commitment = Commitment("x", quote)
    assert lint(commitment) == lint(commitment)


@pytest.mark.parametrize("beginning", BEGINNINGS, ids=repr)
def test_a_long_hostile_quote_takes_time_in_proportion_to_its_length(beginning: str) -> None:
    def seconds(length: int) -> float:
        """Of this thread, at best: others, and a search for rubbish, are not what is measured."""
        times = []
        for dots in range(3):  # another text each time: some of what is found is remembered
            commitment = Commitment("x", beginning * (length // len(beginning)) + "." * dots)
            started = time.thread_time()
            lint(commitment)
            times.append(time.thread_time() - started)
        return min(times)

    short = max(seconds(LONG // 10), 0.02)
    assert seconds(LONG) < 40 * short
