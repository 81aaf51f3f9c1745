"""Dismissals in the store: filed under their commitment, undone, seen by filters and previews."""

from __future__ import annotations

import pytest

from commitrack.model.actions import Action, DismissQuestion, Edit, RecallQuestion
from commitrack.model.errors import Conflict, Refused
from commitrack.model.lint import asked
from commitrack.query import parse
from commitrack.store import Lens, Store
from tests.store.conftest import Do, sign

DISMISS = DismissQuestion("L1", "the owner will say in May")
RECALL = RecallQuestion("L1")


def rules(store: Store, number: int = 1) -> list[str]:
    return [one.rule for one in asked(store.dossier(number))]


def found(store: Store, lens: Lens, query: str) -> list[int]:
    return list(store.ids(parse(query), lens))


def test_a_dismissal_is_kept_with_who_when_and_why(store: Store, do: Do) -> None:
    do(1, DISMISS, by="bob")
    [kept] = store.dossier(1).dismissals
    assert (kept.rule, kept.reason, kept.by) == ("L1", "the owner will say in May", "bob")
    assert str(kept.on) == "2026-03-02"
    assert "L1" not in rules(store)
    assert "L1" in rules(store, 2)


def test_the_version_of_the_commitment_moves_on(store: Store, do: Do) -> None:
    before = store.dossier(1).commitment.version
    receipt = do(1, DISMISS)
    assert receipt.commitments == (1,)
    assert store.dossier(1).commitment.version == receipt.transaction > before
    assert store.feed(before) == (1,)


def test_recalled_it_is_as_before_and_can_be_dismissed_anew(store: Store, do: Do) -> None:
    before = rules(store)
    do(1, DISMISS)
    do(1, RECALL)
    assert rules(store) == before
    assert store.dossier(1).dismissals == ()
    do(1, DismissQuestion("L1", "the owner has said"), by="bob")
    [kept] = store.dossier(1).dismissals
    assert (kept.reason, kept.by) == ("the owner has said", "bob")


@pytest.mark.parametrize("actions", [(DISMISS,), (DISMISS, RECALL), (DISMISS, RECALL, DISMISS)])
def test_each_step_is_undone_and_redone(store: Store, do: Do, actions: tuple[Action, ...]) -> None:
    states = [store.dossier(1).dismissals]
    for action in actions:
        do(1, action)
        states.append(store.dossier(1).dismissals)
    for state in reversed(states[:-1]):
        store.undo(sign())
        assert store.dossier(1).dismissals == state
    store.redo(sign())
    assert store.verify().broken is None


def test_an_older_dismissal_is_not_brought_back_over_a_newer_one(store: Store, do: Do) -> None:
    do(1, DISMISS)
    recalled = do(1, RECALL)
    do(1, DismissQuestion("L1", "newer"), by="bob")
    with pytest.raises(Conflict, match="bob"):
        store.undo(sign(), recalled.transaction)
    assert [one.reason for one in store.dossier(1).dismissals] == ["newer"]


def test_two_who_dismiss_at_once_are_told_of_one_another(store: Store, do: Do) -> None:
    seen = store.dossier(1).commitment.version
    do(1, DISMISS, by="bob", seen=seen)
    with pytest.raises(Refused, match="dismissed already, by bob"):
        do(1, DISMISS, seen=seen)


def test_one_refusal_among_many_writes_nothing(store: Store) -> None:
    edits = [Edit(1, DISMISS), Edit(2, DismissQuestion("L13", "x"))]
    with pytest.raises(Refused):
        store.apply(edits, sign())
    assert store.dossier(1).dismissals == ()


def test_a_preview_says_which_question_and_why(store: Store, do: Do) -> None:
    [shown] = store.preview([Edit(1, DISMISS)], sign())
    assert shown.changes == (("question L1", "asked", "dismissed (the owner will say in May)"),)
    do(1, DISMISS)
    [shown] = store.preview([Edit(1, RECALL)], sign())
    assert shown.changes == (("question L1", "dismissed (the owner will say in May)", "asked"),)


def test_the_history_tells_of_it(store: Store, do: Do) -> None:
    do(1, DISMISS)
    newest = store.history(1)[0]
    assert newest.action == "dismiss question L1 C-0001"
    assert {one.label for one in newest.changes} == {"dismissal 1"}
    assert ("reason", DISMISS.why) in {(one.field, one.new) for one in newest.changes}


def test_filters_see_what_is_asked_and_what_is_dismissed(store: Store, do: Do, lens: Lens) -> None:
    assert found(store, lens, "lint:L1") == [1, 2, 3]
    do(1, DISMISS)
    do(2, DismissQuestion("L8", "a photograph will do"))
    assert found(store, lens, "lint:L1") == [2, 3]
    assert found(store, lens, "dismissed:L1") == [1]
    assert found(store, lens, "dismissed:L1,l8") == [1, 2]
    assert found(store, lens, "dismissed:any") == [1, 2]
    assert found(store, lens, "dismissed:none") == [3]
    do(1, RECALL)
    assert found(store, lens, "dismissed:any lint:L8") == []
    assert found(store, lens, "lint:L1") == [1, 2, 3]
