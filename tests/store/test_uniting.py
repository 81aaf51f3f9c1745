"""Another store is taken in field by field; nobody's word is lost without somebody deciding it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    DismissQuestion,
    Edit,
    RecordCheck,
    Reject,
    SetFields,
    SetStatus,
)
from commitrack.model.errors import BadInput, Conflict, Refused
from commitrack.model.records import CheckResult, Commitment, SourceClass
from commitrack.model.status import RejectReason, Status
from commitrack.model.taking import Side, TakenIn
from commitrack.query import parse
from commitrack.store import Lens, Store, open_store, parts
from commitrack.store.staging import staged
from commitrack.store.tables import RECORDS
from commitrack.store.uniting import COMPARED, LEFT_ALONE
from tests.store.conftest import TEXT, draft, fill, propose, sign
from tests.store.random_stores import Step, make, steps
from tests.store.test_exporting import exported

Take = Callable[..., TakenIn]


class Two:
    """Ann's store and Bob's, which is a copy of hers that went on by itself."""

    def __init__(self, folder: Path, place: Path) -> None:
        self.places = {"ann": place, "bob": folder / "bob.db"}
        shutil.copy(place, self.places["bob"])
        self.stores = {name: open_store(found) for name, found in self.places.items()}

    def edit(self, who: str, number: int, *actions: Action) -> None:
        self.stores[who].apply([Edit(number, one) for one in actions], sign(who))

    def take(self, who: str, side: Side | None = None, *, keep: bool = True) -> TakenIn:
        """Have somebody take in what the other one has."""
        other = "bob" if who == "ann" else "ann"
        with staged(self.places[other], f"{other}.db") as found:
            return self.stores[who].take_in(found, sign(who), take=side, keep=keep)

    @property
    def ann(self) -> Store:
        return self.stores["ann"]

    @property
    def bob(self) -> Store:
        return self.stores["bob"]

    def close(self) -> None:
        for one in self.stores.values():
            one.close()


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One transaction, as it is where nobody is in a hurry, however busy this machine is."""
    monkeypatch.setattr(parts, "_LONG", 60)


@pytest.fixture
def two(store: Store, accepted: int, place: Path, tmp_path: Path) -> Iterator[Two]:
    store.close()
    found = Two(tmp_path, place)
    yield found
    found.close()


def told(taken: TakenIn) -> list[tuple[str, str, str, str]]:
    return [(one.record, one.field, one.ours.value, one.theirs.value) for one in taken.differences]


def test_a_copy_that_did_nothing_brings_nothing(two: Two) -> None:
    before = exported(two.ann)
    assert two.take("ann") == TakenIn("bob.db")
    two.edit("ann", 1, SetFields({"lead": "ann"}))
    before = exported(two.ann)
    assert two.take("ann") == TakenIn("bob.db")
    assert exported(two.ann) == before


def test_fields_changed_there_only_are_taken_and_ours_are_kept(two: Two) -> None:
    two.edit("bob", 1, SetFields({"lead": "bob", "topic": "safety"}))
    two.edit("ann", 1, SetFields({"reviewer": "cleo"}))
    taken = two.take("ann")
    record = two.ann.dossier(1).commitment
    assert (record.lead, record.topic, record.reviewer) == ("bob", "safety", "cleo")
    assert (taken.changed, taken.differences, taken.added) == (2, (), {})
    assert two.ann.verify().broken is None


def test_it_is_one_transaction_signed_by_who_took_it_in_and_names_the_source(two: Two) -> None:
    before = two.ann.pulse().newest
    two.edit("bob", 1, SetFields({"lead": "bob"}))
    two.edit("bob", 2, Accept(owners=("Ferries Ltd",)))
    taken = two.take("ann")
    newest = two.ann.history()[0]
    assert (newest.number, newest.actor, newest.action) == (before + 1, "ann", "import bob.db")
    assert taken.transaction == newest.number
    assert record_of(two.ann, 2).status is Status.OPEN
    assert two.ann.dossier(1).commitment.version == newest.number


def record_of(store: Store, number: int) -> Commitment:
    return store.dossier(number).commitment


def test_new_records_are_added_under_numbers_of_their_own(two: Two) -> None:
    new = "Trains will run. Boats will sail. " + " ".join(f"Word {n} of it." for n in range(60))
    two.edit("ann", 1, AddEvidence("Ann's paper", SourceClass.OFFICIAL))
    for who, quote in (("ann", "Trains will run"), ("bob", "Boats will sail")):
        text = new if who == "bob" else f"Ann has: {new}"
        two.stores[who].add_statement(
            draft(text, f"{who}'s"), [propose(text, quote, f"{who}'s board")], {}, sign(who)
        )
    two.edit("bob", 4, Accept(), AddEvidence("Bob's paper", SourceClass.OFFICIAL))
    two.edit("bob", 4, SetStatus(Status.IN_PROGRESS))
    taken = two.take("ann")
    assert taken.added["statements"] == 1
    assert taken.added["commitments"] == 1
    assert [one.title for one in two.ann.statements()] == ["A statement", "ann's", "bob's"]
    came = two.ann.dossier(5)
    assert (came.commitment.quote, came.commitment.owners) == ("Boats will sail", ("bob's board",))
    assert [one.title for one in came.evidence] == ["Bob's paper"]
    assert came.source is not None
    assert came.source.number == 3
    statement = two.ann.statement(3)
    assert statement.text[came.mentions[0].start : came.mentions[0].end] == "Boats will sail"
    assert two.ann.alike(new)[0] == 3
    assert list(two.ann.ids(parse("boats"), Lens(date(2026, 3, 2)))) == [5]
    assert two.ann.verify().broken is None


def test_a_review_names_the_evidence_it_considered_by_its_number_here(two: Two) -> None:
    from commitrack.model.actions import Approve, Claim

    two.edit("ann", 1, AddEvidence("Ann's paper", SourceClass.OFFICIAL))
    two.edit("bob", 1, AddEvidence("Bob's paper", SourceClass.OFFICIAL))
    two.edit("bob", 1, Claim("done", "the plan is published"))
    two.bob.apply([Edit(1, Approve())], sign("cleo"))
    two.take("ann")
    (review,) = two.ann.dossier(1).reviews
    titles = {one.number: one.title for one in two.ann.dossier(1).evidence}
    assert [titles[number] for number in review.evidence] == ["Bob's paper"]


def test_the_same_file_a_second_time_does_nothing(two: Two) -> None:
    two.edit("bob", 1, SetFields({"lead": "bob"}), RecordCheck(CheckResult.NOTHING_FOUND, "site"))
    two.bob.add_statement(draft("Boats will sail.", "b"), [], {}, sign("bob"))
    assert two.take("ann").transaction
    before = exported(two.ann)
    assert two.take("ann") == TakenIn("bob.db")
    assert exported(two.ann) == before


def test_a_field_changed_on_both_sides_is_told_and_left(two: Two) -> None:
    two.edit("ann", 1, SetFields({"lead": "ann"}))
    two.edit("bob", 1, SetFields({"lead": "bob", "topic": "safety"}))
    taken = two.take("ann")
    assert told(taken) == [("C-0001", "lead", "ann", "bob")]
    (difference,) = taken.differences
    assert (difference.ours.who, difference.theirs.who) == ("ann", "bob")
    assert str(difference.theirs) == "bob (bob at 2026-03-02 09:00 UTC)"
    assert difference.taken is None
    record = record_of(two.ann, 1)
    assert (record.lead, record.topic) == ("ann", "safety")


def test_a_difference_is_told_until_somebody_decides(two: Two) -> None:
    two.edit("ann", 1, SetFields({"lead": "ann"}))
    two.edit("bob", 1, SetFields({"lead": "bob", "topic": "safety"}))
    two.take("ann")
    before = exported(two.ann)
    assert told(two.take("ann")) == [("C-0001", "lead", "ann", "bob")]
    assert exported(two.ann) == before
    taken = two.take("ann", Side.THEIRS)
    assert (record_of(two.ann, 1).lead, taken.unsettled) == ("bob", ())
    assert two.take("ann") == TakenIn("bob.db")


def test_ours_is_a_decision_too(two: Two) -> None:
    two.edit("ann", 1, SetFields({"lead": "ann"}))
    two.edit("bob", 1, SetFields({"lead": "bob"}))
    assert two.take("ann", Side.OURS).transaction
    assert record_of(two.ann, 1).lead == "ann"
    assert two.take("ann") == TakenIn("bob.db")
    two.edit("bob", 1, SetFields({"lead": "bert"}))
    assert told(two.take("ann")) == [("C-0001", "lead", "ann", "bert")]


def test_both_sides_saying_the_same_is_no_difference(two: Two) -> None:
    for who in ("ann", "bob"):
        two.edit(who, 1, SetFields({"lead": "cleo"}))
        two.edit(who, 2, Reject(RejectReason.NORM))
    assert two.take("ann").differences == ()


def test_a_status_is_taken_whole_or_not_at_all(two: Two) -> None:
    two.edit("ann", 2, Reject(RejectReason.NORM))
    two.edit("bob", 2, Accept(owners=("Ferries Ltd",)))
    taken = two.take("ann")
    assert ("C-0002", "status", "rejected", "open") in told(taken)
    record = record_of(two.ann, 2)
    assert (record.status, record.reason) == (Status.REJECTED, "norm")
    two.take("ann", Side.THEIRS)
    record = record_of(two.ann, 2)
    assert (record.status, record.reason) == (Status.OPEN, None)


def test_owners_are_one_field_whatever_rows_they_lie_in(two: Two) -> None:
    two.edit("bob", 1, SetFields({"owner": ("Ferries Ltd", "NHS Employers")}))
    assert two.take("ann").differences == ()
    assert record_of(two.ann, 1).owners == ("Ferries Ltd", "NHS Employers")
    two.edit("ann", 1, SetFields({"owner": ("Ann's board",)}))
    two.edit("bob", 1, SetFields({"owner": ("Bob's board",)}))
    assert told(two.take("ann")) == [("C-0001", "owner", "Ann's board", "Bob's board")]
    assert record_of(two.ann, 1).owners == ("Ann's board",)
    two.take("ann", Side.THEIRS)
    assert record_of(two.ann, 1).owners == ("Bob's board",)
    assert two.take("ann") == TakenIn("bob.db")


def test_going_back_and_forth_loses_nothing_and_quarrels_over_nothing(two: Two) -> None:
    two.edit("bob", 1, SetFields({"lead": "one"}))
    assert two.take("ann").changed == 1
    two.edit("bob", 1, SetFields({"lead": "two"}))
    two.edit("ann", 1, SetFields({"topic": "safety"}))
    assert two.take("bob").differences == ()
    assert (record_of(two.bob, 1).lead, record_of(two.bob, 1).topic) == ("two", "safety")
    assert two.take("ann").differences == ()
    assert record_of(two.ann, 1).lead == "two"
    two.edit("ann", 1, SetFields({"lead": "three"}))
    assert two.take("bob").differences == ()
    assert record_of(two.bob, 1).lead == "three"
    two.bob.add_statement(
        draft("Boats will sail.", "b"), [propose("Boats will sail.", "Boats")], {}, sign("bob")
    )
    two.take("ann")
    two.edit("ann", 4, SetFields({"lead": "ann"}))
    assert two.take("bob").added == {}
    assert record_of(two.bob, 4).lead == "ann"
    assert len(two.bob.statements()) == len(two.ann.statements()) == 2


def test_a_taking_in_is_undone_as_one_and_can_be_done_again(two: Two) -> None:
    two.edit("bob", 1, SetFields({"lead": "bob"}))
    two.bob.add_statement(
        draft("Boats will sail.", "b"),
        [propose("Boats will sail.", "Boats", "Ferries Ltd")],
        {},
        sign("bob"),
    )
    first = two.take("ann")
    with_it = two.ann.dossiers(range(1, 9)), two.ann.statements(), two.ann.parties()
    two.ann.undo(sign())
    assert record_of(two.ann, 1).lead is None
    assert len(two.ann.statements()) == 1
    again = two.take("ann")
    assert (again.added, again.changed) == (first.added, first.changed)
    assert [one.commitment.quote for one in two.ann.dossiers(range(1, 9))] == [
        one.commitment.quote for one in with_it[0]
    ]
    assert record_of(two.ann, 4).owners == ("Ferries Ltd",)
    two.ann.undo(sign())
    two.ann.redo(sign())
    assert two.take("ann") == TakenIn("bob.db")
    assert two.ann.verify().broken is None


def test_a_dry_run_says_the_same_and_writes_nothing(two: Two) -> None:
    two.edit("ann", 1, SetFields({"lead": "ann"}))
    two.edit("bob", 1, SetFields({"lead": "bob", "topic": "x"}))
    before = exported(two.ann)
    dry = two.take("ann", keep=False)
    assert exported(two.ann) == before
    assert dry.transaction == 0
    done = two.take("ann")
    assert (dry.added, dry.changed, dry.differences) == (done.added, done.changed, done.differences)


def test_what_was_taken_back_there_is_taken_back_here_unless_somebody_built_on_it(two: Two) -> None:
    two.bob.add_statement(
        draft("Boats will sail.", "b"), [propose("Boats will sail.", "Boats")], {}, sign("bob")
    )
    two.take("ann")
    two.bob.undo(sign("bob"))
    two.take("ann")
    assert len(two.ann.statements()) == 1
    two.bob.redo(sign("bob"))
    two.take("ann")
    assert len(two.ann.statements()) == 2
    two.edit("ann", 4, SetFields({"lead": "ann"}))
    two.bob.undo(sign("bob"))
    assert {("C-0004", "record", "on record", "taken back")} <= set(told(two.take("ann")))
    assert record_of(two.ann, 4).lead == "ann"


def test_what_was_taken_back_here_and_changed_there_is_a_difference(two: Two) -> None:
    two.bob.add_statement(
        draft("Boats will sail.", "b"), [propose("Boats will sail.", "Boats")], {}, sign("bob")
    )
    two.take("ann")
    two.take("bob")
    assert len(two.ann.statements()) == 2
    two.bob.undo(sign("bob"), two.bob.pulse().newest)
    two.bob.redo(sign("bob"))
    two.ann.undo(sign("ann"))
    two.edit("bob", 4, SetFields({"lead": "bob"}))
    two.take("ann")
    assert record_of(two.ann, 4).lead == "bob"


def test_a_text_that_was_taken_back_there_and_added_anew_stays(two: Two) -> None:
    boats = propose("Boats will sail.", "Boats", "Ferries Ltd")
    two.bob.add_statement(draft("Boats will sail.", "b"), [boats], {}, sign("bob"))
    two.take("ann")
    two.bob.undo(sign("bob"))
    two.bob.add_statement(draft("Boats will sail.", "b"), [boats], {}, sign("bob"))
    for who in ("ann", "bob", "ann"):
        assert two.take(who, Side.THEIRS).unsettled == ()
    for store in two.stores.values():
        assert len(store.statements()) == 2
    assert record_of(two.ann, 4).owners == ("Ferries Ltd",)
    assert promises(two.ann) == promises(two.bob)


def test_what_somebody_here_has_built_on_keeps_its_words_and_its_owners(two: Two) -> None:
    two.bob.add_statement(
        draft("Boats will sail. Trains will run.", "b"),
        [
            propose("Boats will sail. Trains will run.", "Boats will sail", "Ferries Ltd"),
            propose("Boats will sail. Trains will run.", "Trains will run", "Ferries Ltd"),
        ],
        {},
        sign("bob"),
    )
    two.take("ann")
    two.bob.undo(sign("bob"))
    two.edit("ann", 4, SetFields({"lead": "ann"}))
    before = two.ann.dossiers((4, 5))
    assert told(two.take("ann")) == [
        ("S-0002", "record", "on record", "taken back"),
        ("C-0004", "record", "on record", "taken back"),
    ]
    assert two.ann.dossiers((4, 5)) == before
    two.take("bob", Side.THEIRS)
    assert promises(two.ann) == promises(two.bob)


def test_what_was_built_on_what_fell_here_is_told_and_comes_whole(two: Two) -> None:
    two.ann.undo(sign("ann"), 2)
    two.ann.undo(sign("ann"), 1)
    two.edit("bob", 1, AddEvidence("Bob's paper", SourceClass.OFFICIAL))
    assert told(two.take("ann")) == [("S-0001", "record", "taken back", "changed")]
    assert two.ann.statements() == ()
    two.take("ann", Side.THEIRS)
    assert [one.title for one in two.ann.dossier(1).evidence] == ["Bob's paper"]
    assert promises(two.ann) == promises(two.bob)


def test_what_was_filed_meanwhile_comes_when_what_it_lies_under_is_back(two: Two) -> None:
    two.ann.undo(sign("ann"), 2)
    two.ann.undo(sign("ann"), 1)
    two.edit("bob", 1, AddEvidence("Bob's paper", SourceClass.OFFICIAL))
    two.edit("bob", 2, SetFields({"lead": "bob"}))
    two.take("ann")
    two.ann.redo(sign("ann"))
    two.take("ann", Side.THEIRS)
    assert [one.title for one in two.ann.dossier(1).evidence] == ["Bob's paper"]
    assert record_of(two.ann, 2).lead == "bob"


def test_what_was_off_the_record_there_at_first_and_is_on_it_now_comes(two: Two) -> None:
    two.bob.add_statement(draft("Boats will sail.", "b"), [], {}, sign("bob"))
    two.bob.undo(sign("bob"))
    two.edit("bob", 1, SetFields({"lead": "bob"}))
    two.take("ann")
    two.bob.undo(sign("bob"), two.bob.pulse().newest - 1)
    assert len(two.bob.statements()) == 2
    two.take("ann")
    assert len(two.ann.statements()) == 2


def test_an_owner_that_is_part_of_another_party_here_is_that_one(two: Two) -> None:
    two.ann.set_party("NHS Trusts", {}, sign("ann"))
    two.ann.merge_parties("NHS Employers", "NHS Trusts", sign("ann"))
    two.edit("bob", 2, SetFields({"owner": ("NHS Employers",)}))
    two.take("ann")
    assert record_of(two.ann, 2).owners == ("NHS Trusts",)


def test_two_parties_made_one_there_are_one_here_too(two: Two) -> None:
    two.bob.set_party("NHS Trusts", {}, sign("bob"))
    two.bob.merge_parties("NHS Employers", "NHS Trusts", sign("bob"))
    two.edit("ann", 2, SetFields({"owner": ("NHS Employers",)}))
    assert two.take("ann").differences == ()
    assert [record_of(two.ann, number).owners for number in (1, 2, 3)] == [("NHS Trusts",)] * 3
    assert "NHS Employers" not in {one.name for one in two.ann.parties()}


def test_what_went_round_by_a_third_store_is_known_again(two: Two, tmp_path: Path) -> None:
    shutil.copy(two.places["ann"], tmp_path / "cleo.db")
    two.edit("bob", 1, AddEvidence("Bob's paper", SourceClass.OFFICIAL))
    two.take("ann")
    cleo = open_store(tmp_path / "cleo.db")
    with staged(two.places["ann"], "ann.db") as found:
        cleo.take_in(found, sign("cleo"))
    cleo.close()
    with staged(tmp_path / "cleo.db", "cleo.db") as found:
        assert two.bob.take_in(found, sign("bob")) == TakenIn("cleo.db")
    assert len(two.bob.dossier(1).evidence) == 1


def test_a_party_that_goes_by_another_name_there_is_met_by_its_alias(two: Two) -> None:
    two.ann.set_party("Ferries Ltd", {}, sign("ann"))
    two.bob.set_party("Island Ferries", {"aliases": ("Ferries Ltd",)}, sign("bob"))
    assert ("party Ferries Ltd", "name", "Ferries Ltd", "Island Ferries") in told(two.take("ann"))
    two.take("ann", Side.THEIRS)
    assert "Ferries Ltd" not in {one.name for one in two.ann.parties()}
    assert two.ann.party("Ferries Ltd").name == "Island Ferries"


def test_two_reasons_for_setting_one_question_aside_are_told(two: Two) -> None:
    for who in ("ann", "bob"):
        two.edit(who, 1, DismissQuestion("L1", f"{who} says so"))
    assert ("reason", "ann says so", "bob says so") in {one[1:] for one in told(two.take("ann"))}


def test_questions_set_aside_and_sentences_read_meet(two: Two) -> None:
    for who in ("ann", "bob"):
        two.edit(who, 1, DismissQuestion("L1", "no date is needed"))
        two.stores[who].mark_read(1, [(22, 24)], sign(who))
    taken = two.take("ann")
    assert len(two.ann.dossier(1).dismissals) == 1
    assert len(two.ann.readings(1)) == 1
    assert taken.added == {}


def test_two_stores_that_never_met_meet_in_texts_names_and_places(tmp_path: Path) -> None:
    ann, bob = (open_store(tmp_path / f"{name}.db", create=True) for name in ("ann", "bob"))
    other = "Another text of ann's alone, with a plan in it."
    ann.add_statement(draft(other, "First"), [propose(other, "a plan")], {}, sign("ann"))
    for one in (ann, bob):
        fill(one)
    bob.apply([Edit(1, Accept()), Edit(2, Reject(RejectReason.NORM))], sign("bob"))
    bob.apply([Edit(1, AddEvidence("Bob's paper", SourceClass.OFFICIAL))], sign("bob"))
    bob.set_party("NHS Employers", {"aliases": ("NHSE",)}, sign("bob"))
    with staged(tmp_path / "bob.db") as found:
        taken = ann.take_in(found, sign("ann"))
    assert taken.differences == ()
    assert taken.added == {"evidence": 1}
    assert [one.title for one in ann.statements()] == ["First", "A statement"]
    assert ann.dossier(2).commitment.status is Status.OPEN
    assert ann.dossier(3).commitment.status is Status.REJECTED
    assert ann.party("NHSE").name == "NHS Employers"
    with staged(tmp_path / "bob.db") as found:
        assert ann.take_in(found, sign("ann")) == TakenIn(str(tmp_path / "bob.db"))
    bob.apply([Edit(1, SetFields({"lead": "bob"}))], sign("bob"))
    with staged(tmp_path / "bob.db") as found:
        assert ann.take_in(found, sign("ann")).changed == 1
    assert ann.dossier(2).commitment.lead == "bob"
    ann.close()
    bob.close()


def test_a_body_never_comes_to_stand_above_itself(two: Two) -> None:
    two.ann.set_party("A", {"parent": "B"}, sign())
    two.bob.set_party("B", {"parent": "A"}, sign("bob"))
    two.take("ann")
    parents = {one.name: one.parent for one in two.ann.parties()}
    assert (parents["A"], parents["B"]) == ("B", None)


def test_a_name_in_use_here_is_a_difference(two: Two) -> None:
    two.bob.set_party("NHS Employers", {"name": "The employers"}, sign("bob"))
    two.ann.set_party("The employers", {}, sign())
    assert told(two.take("ann")) == [
        ("party NHS Employers", "name", "NHS Employers", "The employers")
    ]
    assert told(two.take("ann", Side.THEIRS)) == told(two.take("ann"))


def test_what_the_rules_would_not_allow_is_told(two: Two) -> None:
    two.edit("ann", 3, SetFields({"owner": ()}))
    two.edit("bob", 3, Accept())
    assert two.take("ann").worries == ("C-0003: no owner",)


def test_nothing_is_taken_in_unsigned(two: Two) -> None:
    from commitrack.model.errors import CommitrackError

    two.edit("bob", 1, SetFields({"lead": "bob"}))
    with staged(two.places["bob"]) as found, pytest.raises(CommitrackError, match="--as NAME"):
        two.ann.take_in(found, sign(" "))
    with pytest.raises(Refused):
        two.ann.redo(sign())


def promises(store: Store) -> list[str]:
    """What two stores that agree say alike, whatever numbers they give it."""
    silent = ("number", "version")
    return sorted(
        str(
            (
                {name: now for name, now in asdict(one.commitment).items() if name not in silent},
                len(one.evidence),
                len(one.checks),
                len(one.reviews),
                len(one.links),
                len(one.dismissals),
            )
        )
        for one in store.dossiers(range(1, 60))
    )


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
    derandomize=True,
)
@given(before=steps, here=steps, there=steps)
def test_any_two_stores_come_to_agree(
    before: list[Step], here: list[Step], there: list[Step]
) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "ann.db"
        store = open_store(place, create=True)
        fill(store)
        make(store, before)
        store.close()
        two = Two(Path(folder), place)
        make(two.ann, here, 100)
        make(two.bob, there, 200)
        mine = exported(two.ann)
        dry = two.take("ann", keep=False)
        assert exported(two.ann) == mine
        taken = two.take("ann")
        assert (taken.added, taken.differences) == (dry.added, dry.differences)
        assert two.ann.verify().broken is None
        with_it = exported(two.ann)
        again = two.take("ann")
        assert (again.transaction, again.added, again.changed) == (0, {}, 0)
        assert told(again) == told(taken)
        assert exported(two.ann) == with_it
        settled = [two.take(who, Side.THEIRS) for who in ("ann", "bob", "ann")]
        assert settled[2].transaction == 0
        for one in (two.bob, two.ann):
            assert one.verify().broken is None
        if not any(one.unsettled for one in settled):
            assert promises(two.ann) == promises(two.bob)
        two.close()


def test_the_text_stays_what_it_was(two: Two) -> None:
    two.edit("bob", 1, SetFields({"lead": "bob"}))
    two.take("ann")
    assert two.ann.statement(1).text == TEXT


def test_what_stops_half_way_takes_nothing_in(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    two.edit("bob", 1, SetFields({"lead": "bob"}))
    two.bob.add_statement(draft("Boats will sail.", "b"), [], {}, sign("bob"))
    before = exported(two.ann)
    monkeypatch.setattr("commitrack.store.uniting.Uniting._end_note", broken)
    with pytest.raises(KeyboardInterrupt):
        two.take("ann")
    assert exported(two.ann) == before


def test_words_that_both_put_on_record_by_themselves_are_one_and_what_differs_is_told(
    two: Two,
) -> None:
    text = "Boats will sail. " + "And so on. " * 9
    for who, owner in (("ann", "Harbour Board"), ("bob", "Ferries Ltd")):
        proposal = propose(text, "Boats will sail", owner)
        two.stores[who].add_statement(draft(text, f"{who}'s"), [proposal], {}, sign(who))
    assert told(two.take("ann")) == [
        ("S-0002", "title", "ann's", "bob's"),
        ("C-0004", "owner", "Harbour Board", "Ferries Ltd"),
    ]
    two.edit("ann", 4, SetFields({"lead": "ann"}))
    assert [one[1] for one in told(two.take("ann", Side.THEIRS))] == ["title", "owner"]
    record = record_of(two.ann, 4)
    assert (record.owners, record.lead) == (("Ferries Ltd",), "ann")
    assert two.take("ann").differences == ()


def test_every_table_of_the_record_is_compared_or_left_alone_on_purpose() -> None:
    assert set(RECORDS) == COMPARED | LEFT_ALONE
    assert not COMPARED & LEFT_ALONE


@pytest.mark.parametrize("note", ["\x00", "None", "0"])
def test_no_value_is_taken_for_having_never_agreed(two: Two, note: str) -> None:
    text = "Boats will sail. " + "And so on. " * 9
    for who in ("ann", "bob"):
        proposal = propose(text, "Boats will sail")
        made = replace(proposal.commitment, note=note if who == "bob" else "ann's")
        two.stores[who].add_statement(
            draft(text, "The same"), [replace(proposal, commitment=made)], {}, sign(who)
        )
    assert [one[:2] for one in told(two.take("ann"))] == [("C-0004", "note")]


def test_a_taking_in_is_not_taken_back_in_part(two: Two) -> None:
    two.edit("bob", 1, SetFields({"lead": "bob"}))
    two.edit("bob", 2, SetFields({"lead": "bob"}))
    taken = two.take("ann")
    two.edit("ann", 1, SetFields({"lead": "ann"}))
    with pytest.raises(Conflict, match="changed since"):
        two.ann.undo(sign("ann"), taken.transaction, rest=True)


def test_what_was_erased_here_does_not_come_back_from_a_copy(two: Two) -> None:
    reason = replace(sign(), why="asked to")
    two.ann.erase_statement(1, reason)
    two.edit("bob", 1, SetFields({"lead": "bob"}), AddEvidence("Paper", SourceClass.OFFICIAL))
    two.edit("bob", 2, Accept(owners=("Ferries Ltd",)))
    two.take("ann", Side.THEIRS)
    assert two.ann.statements() == ()
    assert two.ann.dossiers(range(1, 9)) == ()
    assert TEXT not in "".join(exported(two.ann))
    assert two.ann.verify().broken is None


def test_a_text_that_was_erased_here_does_not_come_from_a_store_of_its_own(
    two: Two, tmp_path: Path
) -> None:
    two.ann.erase_statement(1, replace(sign(), why="asked to"))
    stranger = open_store(tmp_path / "stranger.db", create=True)
    fill(stranger)
    stranger.close()
    with staged(tmp_path / "stranger.db") as found:
        two.ann.take_in(found, sign(), take=Side.THEIRS)
    assert two.ann.statements() == ()
    assert two.ann.verify().broken is None


def test_the_names_of_a_party_that_was_erased_here_do_not_come_back_with_its_renaming(
    two: Two,
) -> None:
    two.ann.erase_party("NHS Employers", replace(sign(), why="asked to"))
    two.bob.set_party("NHS Employers", {"aliases": "NHSE"}, sign("bob"))
    two.take("ann", Side.THEIRS)
    assert not [one for one in two.ann.parties() if "NHSE" in (one.name, *one.aliases)]
    assert two.ann.verify().broken is None


def test_two_parties_erased_in_two_stores_stay_two(two: Two, tmp_path: Path) -> None:
    reason = replace(sign(), why="asked to")
    two.ann.erase_party("NHS Employers", reason)
    stranger = open_store(tmp_path / "stranger.db", create=True)
    text = "Trains will run."
    stranger.add_statement(
        draft(text), [propose(text, "Trains will run", "Jane Doe")], {}, sign("bob")
    )
    stranger.set_party("A B", {}, sign())
    erased = stranger.erase_party("Jane Doe", reason)
    stranger.close()
    for _ in range(2):
        with staged(tmp_path / "stranger.db") as found:
            two.ann.take_in(found, sign())
    named = [one.name for one in two.ann.parties() if one.name.startswith("erased party")]
    assert len(named) == len(set(named)) == 2
    assert f"erased party {erased.number} of " in " ".join(named)
    assert two.ann.verify().broken is None


def test_what_a_colleague_erased_is_taken_off_the_record_here(two: Two) -> None:
    two.bob.erase_statement(1, replace(sign("bob"), why="asked to"))
    two.take("ann")
    assert two.ann.statements() == ()
    assert two.ann.verify().broken is None


ORDER = replace(sign(), why="order 12/26")
BACK = replace(sign(), why="the court has lifted its order")


def test_what_was_erased_here_is_told_with_who_erased_it_when_and_why(two: Two) -> None:
    two.ann.erase_statement(1, ORDER)
    two.edit("bob", 1, SetFields({"lead": "bob"}))
    (kept,) = two.take("ann").kept_out
    assert (kept.record, kept.why) == (
        "S-0001",
        "S-0001 was erased on 2026-03-02 by ann: order 12/26",
    )


def test_what_was_erased_comes_in_anew_when_somebody_says_so_and_why(
    two: Two, tmp_path: Path
) -> None:
    two.ann.erase_statement(1, ORDER)
    two.edit("bob", 1, SetFields({"lead": "bob"}), AddEvidence("Paper", SourceClass.OFFICIAL))
    with staged(two.places["bob"], "bob.db") as found:
        with pytest.raises(BadInput, match="needs a reason"):
            two.ann.take_in(found, sign(), even_erased=True)
        taken = two.ann.take_in(found, BACK, even_erased=True)
        assert two.ann.take_in(found, sign()).transaction == 0
    assert [one.text for one in two.ann.statements()] == [TEXT]
    came = two.ann.dossier(4)
    assert (came.commitment.lead, [one.title for one in came.evidence]) == ("bob", ["Paper"])
    newest = two.ann.history()[0]
    assert (newest.number, newest.why) == (taken.transaction, BACK.why)
    assert newest.action == "import bob.db, with 1 that had been erased"
    assert two.ann.verify().broken is None
    two.ann.undo(sign(), taken.transaction)
    assert two.ann.statements() == ()


def test_a_text_with_a_name_that_was_erased_here_stays_out(two: Two) -> None:
    two.ann.erase_party("NHS Employers", ORDER)
    text = "NHS Employers will build a pier. " + "And so on. " * 9
    promise = propose(text, "NHS Employers will build a pier", "NHS Employers")
    two.bob.add_statement(draft(text), [promise], {}, sign("bob"))
    two.edit("bob", 1, SetFields({"note": "Ask NHS Employers about it"}))
    taken = two.take("ann")
    assert [(one.record, one.why) for one in taken.kept_out] == [
        ("S-0002", "erased party 1 was erased on 2026-03-02 by ann: order 12/26")
    ]
    assert len(two.ann.statements()) == 1
    assert record_of(two.ann, 1).note == "Ask erased party 1 about it"
    assert "NHS Employers" not in "".join(exported(two.ann))
    with staged(two.places["bob"], "bob.db") as found:
        assert two.ann.take_in(found, BACK, even_erased=True).kept_out == ()
    assert two.ann.statements()[-1].text == text
    assert record_of(two.ann, 4).owners == ("erased party 1",)
    assert two.ann.verify().broken is None
