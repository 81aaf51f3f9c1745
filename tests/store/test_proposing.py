"""One more candidate in a stored statement: exact, whole, and never over another unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from commitrack.model.actions import Accept, SetFields
from commitrack.model.errors import Conflict, NotFound, Refused
from commitrack.model.records import Commitment
from commitrack.model.statements import Mention
from commitrack.model.status import Status
from commitrack.store import Proposal, Store
from tests.store.conftest import draft, propose, sign

RAIN = "It rained on Monday. We mend the roof in May. It rained again."
MEND = "We mend the roof in May"


@pytest.fixture
def statement(store: Store) -> int:
    """The number of a statement in which nothing was proposed."""
    receipt = store.add_statement(draft(RAIN, "Rain"), [], {}, sign())
    assert receipt.statement is not None
    return receipt.statement


def test_a_candidate_is_put_on_record_where_it_stands(store: Store, statement: int) -> None:
    receipt = store.propose(statement, propose(RAIN, MEND, "Roof Board"), sign("bob"))
    assert receipt.action == "propose C-0004 in S-0002"
    assert (receipt.commitments, receipt.statement) == ((4,), statement)
    ((mention, commitment),) = store.mentions(statement)
    assert RAIN[mention.start : mention.end] == MEND == commitment.quote
    assert (commitment.status, commitment.owners) == (Status.CANDIDATE, ("Roof Board",))
    assert store.dossier(4).source is not None


def test_what_is_done_to_it_at_once_belongs_to_the_same_undo(store: Store, statement: int) -> None:
    then = (SetFields({"owner": ("Roof Board",)}), Accept(due=date(2026, 5, 31)))
    receipt = store.propose(statement, propose(RAIN, MEND), sign(), then=then)
    assert receipt.action == "propose and accept C-0004 in S-0002"
    record = store.dossier(4).commitment
    assert (record.status, record.owners, record.due_original) == (
        Status.OPEN,
        ("Roof Board",),
        date(2026, 5, 31),
    )
    store.undo(sign())
    assert store.mentions(statement) == ()
    with pytest.raises(NotFound):
        store.dossier(4)
    store.redo(sign())
    again = store.dossier(4).commitment
    assert replace(again, version=record.version) == record
    assert store.verify().broken is None


def test_what_the_rules_refuse_leaves_nothing_behind(store: Store, statement: int) -> None:
    before = store.history()
    with pytest.raises(Refused, match="needs an owner"):
        store.propose(statement, propose(RAIN, MEND), sign(), then=(Accept(),))
    assert store.history() == before
    assert store.mentions(statement) == ()


def test_words_of_another_item_are_refused_unless_that_is_meant(
    store: Store, statement: int
) -> None:
    store.propose(statement, propose(RAIN, MEND), sign())
    inner = propose(RAIN, "mend the roof")
    with pytest.raises(Refused, match="overlap C-0004 at 21–44") as refusal:
        store.propose(statement, inner, sign())
    assert refusal.value.needs == ("overlapping",)
    store.propose(statement, inner, sign(), overlapping=True)
    assert [mention.quote for mention, _ in store.mentions(statement)] == [MEND, "mend the roof"]


def test_words_beside_another_item_are_free(store: Store, statement: int) -> None:
    store.propose(statement, propose(RAIN, "We mend"), sign())
    store.propose(statement, propose(RAIN, " the roof"), sign())
    assert len(store.mentions(statement)) == 2


def test_a_reading_that_said_otherwise_is_taken_back_with_it(store: Store, statement: int) -> None:
    store.mark_read(statement, [(0, 20), (21, 45)], sign())
    store.propose(statement, propose(RAIN, MEND), sign())
    assert [one.start for one in store.readings(statement)] == [0]
    store.undo(sign())
    assert [one.start for one in store.readings(statement)] == [0, 21]


def test_a_quote_that_is_not_the_text_is_never_stored(store: Store, statement: int) -> None:
    made_up = Proposal(Commitment("x", "We paint"), Mention(0, 21, 29, "We paint"))
    with pytest.raises(ValueError, match="not in the text"):
        store.propose(statement, made_up, sign())
    assert store.mentions(statement) == ()


def test_a_statement_with_a_later_candidate_is_not_undone_away(
    store: Store, statement: int
) -> None:
    added = store.history(limit=1)[0].number
    store.propose(statement, propose(RAIN, MEND), sign())
    with pytest.raises(Conflict, match="changed since"):
        store.undo(sign(), added)
