"""Anything can be taken back, and brought back, unless somebody built on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from commitrack.model.actions import (
    Accept,
    AddEvidence,
    Approve,
    Claim,
    Edit,
    RecordCheck,
    Reject,
    SetFields,
    SetStatus,
)
from commitrack.model.errors import Conflict, NotFound, Refused
from commitrack.model.records import CheckResult, PartyKind, SourceClass
from commitrack.model.status import RejectReason, Status
from commitrack.query import Query
from commitrack.store import Lens, Store, editing, open_store, undoing
from commitrack.store.engine import Connection
from commitrack.store.transacting import Writer
from tests.store.conftest import Do, draft, sign


def visible(store: Store) -> object:
    """Everything a reader can see, versions aside."""
    numbers = list(store.ids(Query(), Lens(date(2026, 3, 2))))
    return [
        (
            {**{f: getattr(d.commitment, f) for f in d.commitment.__slots__}, "version": 0},
            d.evidence,
            d.checks,
            d.moves,
            d.reviews,
            d.links,
        )
        for d in store.dossiers(numbers)
    ], [s.id for s in store.statements()]


PAPER = AddEvidence("a paper", SourceClass.OFFICIAL)
STEPS = {
    "reject": (2, (Reject(RejectReason.NORM),)),
    "set": (1, (SetFields({"lead": "ann", "due": date(2026, 6, 30), "tags": ("a", "b")}),)),
    "owner": (1, (SetFields({"owner": ("All trusts", "The Board")}),)),
    "evidence": (1, (PAPER,)),
    "check": (1, (RecordCheck(CheckResult.NOTHING_FOUND, "their site"),)),
    "progress": (1, (PAPER, SetStatus(Status.IN_PROGRESS))),
    "claim": (1, (PAPER, Claim(success_test="it is out"))),
    "close": (1, (PAPER, Claim(success_test="it is out"), Approve(self_verify=True))),
}


@pytest.mark.parametrize("step", STEPS)
def test_undo_restores_what_was_visible_and_redo_brings_it_back(
    store: Store, do: Do, accepted: int, step: str
) -> None:
    number, actions = STEPS[step]
    before = visible(store)
    do(number, *actions)
    after = visible(store)
    store.undo(sign())
    assert visible(store) == before
    store.redo(sign())
    assert visible(store) == after
    assert store.verify().broken is None


def test_history_shows_the_edit_and_its_undo(store: Store, do: Do, accepted: int) -> None:
    do(accepted, SetFields({"lead": "bob"}))
    store.undo(sign())
    undo, edit, *_ = store.history(accepted)
    assert undo.undoes == edit.number
    assert edit.undone_by == undo.number
    assert undo.action == "undo set lead C-0001"


def test_undo_walks_back_and_redo_walks_forward(store: Store, do: Do, accepted: int) -> None:
    for name in ("ann", "bob", "carys"):
        do(accepted, SetFields({"lead": name}))

    def lead() -> str | None:
        return store.dossier(accepted).commitment.lead

    store.undo(sign())
    store.undo(sign())
    assert lead() == "ann"
    store.redo(sign())
    assert lead() == "bob"
    store.redo(sign())
    assert lead() == "carys"
    with pytest.raises(Refused, match="nothing to redo"):
        store.redo(sign())


def test_a_new_edit_ends_redoing(store: Store, do: Do, accepted: int) -> None:
    do(accepted, SetFields({"lead": "bob"}))
    store.undo(sign())
    do(accepted, SetFields({"topic": "safety"}))
    assert store.redoable("ann") is None


def test_undo_takes_back_ones_own_edits_only(store: Store, do: Do, accepted: int) -> None:
    do(accepted, SetFields({"lead": "ann"}))
    do(accepted, SetFields({"topic": "safety"}), by="bob")
    store.undo(sign("ann"))
    commitment = store.dossier(accepted).commitment
    assert (commitment.lead, commitment.topic) == (None, "safety")


def test_a_field_somebody_changed_since_is_not_undone(store: Store, do: Do, accepted: int) -> None:
    do(accepted, SetFields({"lead": "ann"}))
    do(accepted, SetFields({"lead": "bob"}), by="bob")
    with pytest.raises(Conflict, match="bob set it to bob"):
        store.undo(sign("ann"))
    assert store.dossier(accepted).commitment.lead == "bob"


def test_evidence_that_a_status_rests_on_is_not_taken_back_alone(
    store: Store, do: Do, accepted: int
) -> None:
    filed = do(accepted, PAPER)
    do(accepted, SetStatus(Status.IN_PROGRESS))
    with pytest.raises(Refused, match="in progress without evidence"):
        store.undo(sign(), filed.transaction)


def test_adding_a_statement_can_be_undone_until_somebody_works_on_it(store: Store, do: Do) -> None:
    store.undo(sign())
    assert visible(store) == ([], [])
    assert store.parties() == ()
    store.redo(sign())
    do(1, Accept(), by="bob")
    with pytest.raises(Conflict, match="changed since"):
        store.undo(sign("ann"), 1)


def test_ids_are_never_reused_after_an_undo(store: Store) -> None:
    from tests.store.conftest import fill

    store.undo(sign())
    fill(store)
    assert [one.id for one in store.statements()] == ["S-0002"]
    assert list(store.ids(Query(), Lens(date(2026, 3, 2)))) == [4, 5, 6]


def test_a_party_that_others_name_by_now_stays(store: Store, do: Do) -> None:
    do(1, Accept())
    named = do(2, Accept(owners=("All trusts",)))
    do(1, SetFields({"owner": ("All trusts",)}))
    store.undo(sign(), named.transaction)
    assert store.dossier(1).commitment.owners == ("All trusts",)
    assert "All trusts" in [party.name for party in store.parties()]


def test_five_hundred_edits_are_one_undo(store: Store, do: Do, accepted: int) -> None:
    edits = [Edit(accepted, SetFields({"note": f"{n}"})) for n in range(500)]
    store.apply(edits, sign())
    store.undo(sign())
    assert store.dossier(accepted).commitment.note is None


def test_the_same_transaction_is_not_undone_twice(store: Store, do: Do, accepted: int) -> None:
    receipt = do(accepted, SetFields({"lead": "bob"}))
    store.undo(sign(), receipt.transaction)
    with pytest.raises(Refused, match="undone already"):
        store.undo(sign(), receipt.transaction)


def test_an_unknown_transaction_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="no transaction 99"):
        store.undo(sign(), 99)


def test_undoable_says_what_would_be_taken_back(store: Store, do: Do, accepted: int) -> None:
    coming = store.undoable("ann")
    assert coming is not None and coming.action == "accept C-0001"
    assert (coming.changes, coming.more) == ((), 2)
    assert store.undoable("nobody") is None


# Looking first, and leaving what others have changed since


def test_looking_ahead_says_what_an_undo_would_change_and_changes_nothing(
    store: Store, do: Do, accepted: int
) -> None:
    done = do(accepted, SetFields({"lead": "bob", "topic": "ferries"}))
    before = visible(store), len(store.history())
    coming = store.preview_undo(sign())
    assert coming.target.number == done.transaction
    assert coming.target.undone_by is None
    assert [(one.field, one.old, one.new) for one in coming.undo.changes] == [
        ("lead", "bob", None),
        ("topic", "ferries", None),
    ]
    assert (coming.commitments, coming.left) == ((1,), ())
    assert (visible(store), len(store.history())) == before


def test_looking_ahead_refuses_what_the_undo_would_refuse(
    store: Store, do: Do, accepted: int
) -> None:
    do(accepted, SetFields({"lead": "ann"}))
    do(accepted, SetFields({"lead": "bob"}), by="bob")
    with pytest.raises(Conflict, match="bob set it to bob"):
        store.preview_undo(sign("ann"))
    with pytest.raises(Refused, match="nothing to undo"):
        store.preview_undo(sign("nobody"))


def bulk(store: Store) -> int:
    edits = [Edit(n, SetFields({"lead": "ann", "topic": "ferries"})) for n in (1, 2, 3)]
    return store.apply(edits, sign()).transaction


def leads(store: Store) -> list[tuple[str | None, str | None]]:
    return [(one.commitment.lead, one.commitment.topic) for one in store.dossiers((1, 2, 3))]


def test_of_a_bulk_edit_the_rest_is_taken_back_and_a_colleagues_edit_kept(
    store: Store, do: Do, accepted: int
) -> None:
    number = bulk(store)
    do(2, SetFields({"lead": "bob"}), by="bob")
    with pytest.raises(Conflict, match=r"C-0002 lead: bob set it to bob .*\. --rest"):
        store.undo(sign(), number)
    coming = store.preview_undo(sign(), number, rest=True)
    assert [str(one).split(":")[0] for one in coming.left] == ["C-0002 lead"]
    done = store.undo(sign(), number, rest=True)
    assert leads(store) == [(None, None), ("bob", "ferries"), (None, None)]
    assert [clash.who for clash in done.left] == ["bob"]
    assert store.verify().broken is None
    store.redo(sign())
    assert leads(store) == [("ann", "ferries"), ("bob", "ferries"), ("ann", "ferries")]


def test_when_everything_was_changed_since_there_is_no_rest(
    store: Store, do: Do, accepted: int
) -> None:
    number = bulk(store)
    for one in (1, 2, 3):
        do(one, SetFields({"lead": "bob"}), by="bob")
    before = visible(store), len(store.history())
    with pytest.raises(Conflict, match="cannot be undone"):
        store.undo(sign(), number, rest=True)
    assert (visible(store), len(store.history())) == before


def test_a_statement_is_not_taken_back_in_part(store: Store, do: Do) -> None:
    do(1, Accept(), by="bob")
    with pytest.raises(Conflict, match="changed since"):
        store.undo(sign(), 1, rest=True)


def test_a_date_and_its_move_are_left_or_restored_together(
    store: Store, do: Do, accepted: int
) -> None:
    do(1, SetFields({"due": date(2026, 6, 30)}))
    do(2, Accept(owners=("All trusts",)), SetFields({"due": date(2026, 6, 30)}))
    moved = store.apply(
        [Edit(n, SetFields({"due": date(2026, 9, 1)}, "late")) for n in (1, 2)], sign()
    )
    do(2, SetFields({"due": date(2026, 12, 1)}, "later"), by="bob")
    store.undo(sign(), moved.transaction, rest=True)
    first, second = store.dossiers((1, 2))
    assert (first.commitment.due, len(first.moves)) == (date(2026, 6, 30), 0)
    assert (second.commitment.due, len(second.moves)) == (date(2026, 12, 1), 2)


def test_an_undo_outlives_the_process_that_made_the_edit(
    store: Store, do: Do, accepted: int, place: Path
) -> None:
    do(accepted, SetFields({"lead": "bob"}))
    store.close()
    again = open_store(place)
    again.undo(sign())
    again.close()
    third = open_store(place)
    third.redo(sign())
    assert third.dossier(accepted).commitment.lead == "bob"
    third.close()


def test_what_is_on_record_again_is_not_brought_back_beside_it(store: Store) -> None:
    from tests.store.conftest import fill

    undone = store.undo(sign())
    fill(store)
    with pytest.raises(Refused, match="would bring back a party of whose name there is another"):
        store.undo(sign(), undone.transaction)
    store.undo(sign())
    store.add_statement(draft(), [], {}, sign())
    with pytest.raises(Refused, match="would bring back a text that was stored anew"):
        store.undo(sign(), undone.transaction)
    store.set_party("Pier", {}, sign())
    undone = store.undo(sign())
    store.set_party("Pier", {}, sign())
    with pytest.raises(Refused, match="a party of whose name there is another one"):
        store.undo(sign(), undone.transaction)
    assert store.verify().broken is None


def test_a_party_that_was_put_on_record_by_itself_is_taken_back(store: Store) -> None:
    made = store.set_party("Harbour Board", {"kind": PartyKind.GROUP}, sign())
    assert len(store.preview_undo(sign(), made.transaction).undo.changes) == 1
    store.undo(sign(), made.transaction)
    assert "Harbour Board" not in {one.name for one in store.parties()}


@pytest.mark.parametrize("dry", [True, False])
def test_a_party_that_somebody_names_by_now_stays_and_it_is_said_who(
    store: Store, dry: bool
) -> None:
    made = store.set_party("Harbour Board", {}, sign())
    store.apply([Edit(2, SetFields({"owner": ("Harbour Board",)}))], sign("bob"))
    undo = store.preview_undo if dry else store.undo
    said = r"cannot be undone while C-0002 names 'Harbour Board': undo that first"
    with pytest.raises(Conflict, match=said):
        undo(sign(), made.transaction)
    store.undo(sign("bob"))
    store.set_party("Pilots", {"parent": "Harbour Board"}, sign("bob"))
    with pytest.raises(Conflict, match="while 'Pilots' names 'Harbour Board'"):
        undo(sign(), made.transaction)


def test_many_edits_and_their_undo_have_room_for_the_pages_of_many_rows(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def notes(make: Callable[..., object]) -> Callable[..., object]:
        def noting(writer: Writer, *given: object, **named: object) -> object:
            seen.append(room(writer.connection))
            return make(writer, *given, **named)

        return noting

    def room(connection: Connection) -> int:
        return int(connection.execute("PRAGMA cache_size").fetchone()[0])

    monkeypatch.setattr("commitrack.store.sqlite_store._MANY", 2)
    monkeypatch.setattr(editing, "make", notes(editing.make))
    monkeypatch.setattr(undoing, "reverse", notes(undoing.reverse))
    number = bulk(store)
    store.apply([Edit(1, SetFields({"note": "one"}))], sign())
    store.undo(sign())
    store.undo(sign(), number)
    ours, usual = -256 * 1024, seen[1]
    assert seen == [ours, usual, ours, ours]
    assert usual != ours
