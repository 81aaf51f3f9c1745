"""Dismissing a question of the lint, and having it asked again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.actions import DismissQuestion, RecallQuestion, SetFields
from commitrack.model.errors import BadInput, Refused
from commitrack.model.lint import asked, dismissed, lint
from commitrack.model.records import Dismissal, Dossier
from commitrack.model.status import Status
from commitrack.model.workflow import describe
from tests.model.builders import ANN, BOB, TODAY, bare
from tests.model.interpreter import do

QUOTE = "We will explore more options with our partners"
OPEN = bare(Status.OPEN, quote=QUOTE)


def rules(dossier: Dossier) -> list[str]:
    return [one.rule for one in asked(dossier)]


def test_a_dismissed_question_is_asked_no_more_and_keeps_its_reason() -> None:
    after = do(OPEN, DismissQuestion("l2", "  the decision is\nminuted "), ANN)
    assert rules(OPEN) == ["L1", "L2", "L7", "L8", "L9"]
    assert rules(after) == ["L1", "L7", "L8", "L9"]
    assert after.dismissals == (Dismissal("L2", "the decision is minuted", TODAY, "ann", 1),)
    [(dismissal, finding)] = dismissed(after)
    assert (dismissal.rule, finding and finding.words) == ("L2", "explore")


def test_dismissing_changes_nothing_about_what_fires() -> None:
    after = do(OPEN, DismissQuestion("L2", "minuted"), ANN)
    assert lint(after.commitment) == lint(OPEN.commitment)


@given(st.permutations(["L1", "L2", "L7", "L8", "L9"]))
def test_dismissed_then_recalled_is_as_before(order: list[str]) -> None:
    dossier = OPEN
    for rule in order:
        dossier = do(dossier, DismissQuestion(rule, "told"), ANN)
    assert asked(dossier) == ()
    assert [one.rule for one, _ in dismissed(dossier)] == ["L1", "L2", "L7", "L8", "L9"]
    for rule in reversed(order):
        dossier = do(dossier, RecallQuestion(rule), BOB)
    assert dossier == OPEN


def test_a_dismissal_without_a_reason_is_refused_with_the_need_named() -> None:
    with pytest.raises(Refused, match="dismissing L2 needs a reason") as refusal:
        do(OPEN, DismissQuestion("L2", " "), ANN)
    assert refusal.value.needs == ("reason",)


def test_a_question_that_is_not_asked_is_not_dismissed() -> None:
    with pytest.raises(Refused, match="L13 is not asked of C-0001; open there: L1, L2, L7, L8, L9"):
        do(OPEN, DismissQuestion("L13", "no"), ANN)


def test_a_second_dismissal_is_refused_with_the_first_named() -> None:
    after = do(OPEN, DismissQuestion("L2", "minuted"), ANN)
    with pytest.raises(Refused, match="dismissed already, by ann on 2026-03-02: minuted"):
        do(after, DismissQuestion("L2", "again"), BOB)


def test_what_was_not_dismissed_is_not_recalled() -> None:
    with pytest.raises(Refused, match="L2 of C-0001 was not dismissed; dismissed there: none"):
        do(OPEN, RecallQuestion("L2"), ANN)


@pytest.mark.parametrize("rule", ["L15", "L0", "", "explore", "L2,L3", "\x1b[31m"])
def test_a_rule_that_is_none_is_bad_input(rule: str) -> None:
    with pytest.raises(BadInput, match="there are L1 to L14"):
        do(OPEN, DismissQuestion(rule, "x"), ANN)
    with pytest.raises(BadInput, match="there are L1 to L14"):
        do(OPEN, RecallQuestion(rule), ANN)


def test_a_dismissal_outlives_what_it_answered() -> None:
    after = do(OPEN, DismissQuestion("L1", "the owner will say"), ANN)
    dated = do(after, SetFields({"due": TODAY}), ANN)
    assert "L1" not in rules(dated)
    assert list(dismissed(dated)) == [(dated.dismissals[0], None)]
    assert do(dated, RecallQuestion("L1"), ANN).dismissals == ()


def test_history_names_the_question() -> None:
    assert describe(DismissQuestion(" l2", "x")) == "dismiss question L2"
    assert describe(RecallQuestion("L2")) == "recall question L2"
