"""The same is done to any number of commitments; what is refused for one is left, and told."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import AddEvidence, AddLink, Edit, SetFields, SetStatus
from commitrack.model.errors import CommitrackError
from commitrack.model.records import LinkType, SourceClass
from commitrack.model.status import Status
from commitrack.model.sweeps import Sweep
from commitrack.query import Query
from commitrack.store import Lens, Store, reverting, sweeping
from commitrack.store.sqlite_store import SqliteStore
from make_store import fill
from tests.store.conftest import sign

MANY = 1_200
LENS = Lens(date(2026, 3, 2))
ZOE = SetFields({"lead": "zoe"})
STALL = (SetFields({"note": "asked"}), SetStatus(Status.STALLED, "no money"))


@pytest.fixture
def many(store: Store) -> Store:
    """A store of more commitments than are read together, in every status."""
    for _ in fill(store, MANY):
        pass
    return store


def numbers(store: Store) -> tuple[int, ...]:
    return tuple(store.ids(Query(), LENS))


def version(store: Store, number: int) -> int:
    return store.dossier(number).commitment.version


def test_all_are_changed_in_one_transaction_and_one_undo_takes_it_back(many: Store) -> None:
    before = {one: many.dossier(one).commitment.lead for one in (1, 600, MANY)}
    count = len(many.history())
    told: list[tuple[str, int, int]] = []
    every = numbers(many)
    found = many.sweep(every, [ZOE], sign("ann"), watch=lambda *far: told.append(far))
    assert found.receipt is not None
    assert (found.changed, found.refused, found.total) == (len(every), 0, len(every))
    assert found.receipt.action == f"set lead on {len(every)} commitments"
    assert told == [*(("changing", at, len(every)) for at in (0, 500, 1_000)), ("sealing", 0, 0)]
    assert len(many.history()) == count + 1
    assert {version(many, one) for one in numbers(many)} == {found.receipt.transaction}
    assert many.verify().broken is None
    many.undo(sign("ann"))
    assert {one: many.dossier(one).commitment.lead for one in before} == before


def test_what_the_rules_refuse_is_left_as_it_was_with_nothing_of_it_done(many: Store) -> None:
    before = {one: many.dossier(one) for one in numbers(many)}
    foreseen = many.foresee(numbers(many), STALL, sign("ann"))
    found = many.sweep(numbers(many), STALL, sign("ann"))
    assert (foreseen.changed, foreseen.same, foreseen.refused) == (
        found.changed,
        found.same,
        found.refused,
    )
    assert foreseen.refusals == found.refusals
    assert 0 < found.changed < len(before)
    refused = {one.commitment: one.refusal for one in found.refusals}
    assert len(refused) == found.refused
    for number, was in before.items():
        now = many.dossier(number)
        if number in refused:
            assert now == was, "of what is refused nothing is done, and its version stays"
            assert "stalled" in str(refused[number])
        else:
            assert (now.commitment.status, now.commitment.note) == (Status.STALLED, "asked")


def test_what_somebody_changed_meanwhile_is_left_and_told(many: Store) -> None:
    seen = many.pulse().newest
    many.apply([Edit(7, SetFields({"lead": "bob"}))], sign("bob"))
    many.apply([Edit(8, SetFields({"note": "hello"}))], sign("bob"))
    found = many.sweep((7, 8, 9), [ZOE], sign("ann"), seen=seen)
    assert found.changed == 2, "another field merges"
    assert [one.commitment for one in found.refusals] == [7]
    assert "bob" in str(found.refusals[0].refusal)
    assert many.dossier(7).commitment.lead == "bob"
    assert many.dossier(8).commitment.note == "hello"


def test_nothing_to_change_writes_no_transaction(many: Store) -> None:
    many.sweep((1, 2), [ZOE], sign("ann"))
    newest = many.pulse().newest
    found = many.sweep((1, 2), [ZOE], sign("ann"))
    assert found.same == 2
    assert found.receipt is not None
    assert not found.receipt.changed
    refused = many.sweep(numbers(many)[:20], [SetStatus(Status.CANDIDATE)] * 2, sign("ann"))
    assert refused.changed == 0
    assert many.pulse().newest == newest


def test_stopping_it_writes_nothing(many: Store) -> None:
    newest, leads = many.pulse().newest, many.facets()["lead"]

    def stop(_what: str, done: int, _total: int) -> None:
        if done:
            raise CommitrackError("stopped")

    with pytest.raises(CommitrackError, match="stopped"):
        many.sweep(numbers(many), [ZOE], sign("ann"), watch=stop)
    assert many.pulse().newest == newest
    assert many.facets()["lead"] == leads


def test_one_that_is_gone_is_told(many: Store) -> None:
    found = many.sweep((1, 999_999), [ZOE], sign("ann"))
    assert (found.changed, found.refused) == (1, 1)
    assert "not on record" in str(found.refusals[0].refusal)
    assert many.foresee((999_999,), [ZOE], sign("ann")).refused == 1


def test_a_few_are_named(many: Store) -> None:
    found = many.sweep((3, 1), [ZOE], sign("ann"))
    assert found.receipt is not None
    assert found.receipt.action == "set lead C-0003, C-0001"


def test_what_is_filed_and_linked_is_filed_and_linked_for_each(many: Store) -> None:
    paper = AddEvidence("a paper", SourceClass.OFFICIAL)
    found = many.sweep((1, 2, 3), [paper, AddLink(LinkType.DEPENDS_ON, 2)], sign("ann"), seen=0)
    assert [one.commitment for one in found.refusals] == [2], "none depends on itself"
    for number in (1, 3):
        dossier = many.dossier(number)
        assert dossier.evidence[-1].title == "a paper"
        assert (dossier.links[-1].type, dossier.links[-1].other) == (LinkType.DEPENDS_ON, 2)


def test_of_very_many_refusals_the_first_are_told_and_all_are_counted(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "TOLD", 5)
    found = many.foresee(numbers(many), STALL, sign("ann"))
    assert found.refused > 5
    assert len(found.refusals) == 5


def test_two_counts_add_up() -> None:
    one, other = Sweep(1, 2, 3), Sweep(10, 20, 30)
    assert (one + other).total == 66


def test_an_undo_says_how_far_it_has_come_and_can_be_stopped(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reverting, "_SLICE", 500)
    every = numbers(many)
    paper = AddEvidence("a paper", SourceClass.OFFICIAL)
    many.sweep(every, [ZOE, paper], sign("ann"))
    newest = many.pulse().newest
    told: list[tuple[str, int, int]] = []

    def note(what: str, done: int, total: int) -> None:
        told.append((what, done, total))
        if len(told) == stop_at:
            raise CommitrackError("stopped")

    stop_at = 0
    many.preview_undo(sign("ann"), watch=note)
    total = 2 * len(every)
    assert [done for what, done, of in told if what == "restoring" and of == total] == [
        *(0, 500, 1_000, len(every), len(every) + 500, len(every) + 1_000)
    ]
    for at in range(1, len(told) + 1):
        stop_at = at
        told.clear()
        with pytest.raises(CommitrackError, match="stopped"):
            many.undo(sign("ann"), watch=note)
        assert many.pulse().newest == newest
    assert many.dossier(1).commitment.lead == "zoe"
    stop_at = 0
    many.undo(sign("ann"), watch=note)
    assert many.dossier(1).commitment.lead != "zoe"
    told.clear()
    many.redo(sign("ann"), watch=note)
    assert many.dossier(1).commitment.lead == "zoe"
    assert many.dossier(1).evidence[-1].title == "a paper"
    assert "restoring" in {what for what, _, _ in told}


def test_a_slice_of_an_undo_finds_what_to_restore_by_its_key(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reverting, "_SLICE", 500)
    assert isinstance(many, SqliteStore)
    connection = many._connection
    many.sweep(numbers(many), [ZOE], sign("ann"))
    done: list[str] = []
    plans: list[list[str]] = []

    def look(what: str, *_: int) -> None:
        connection.set_trace_callback(None)
        slices = [sql for sql in done if "undo_moved m" in sql and sql.startswith("UPDATE")]
        if what == "restoring" and slices:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {slices[-1]}")
            plans.append([row["detail"] for row in plan])
        connection.set_trace_callback(done.append)

    many.undo(sign("ann"), watch=look)
    connection.set_trace_callback(None)
    assert plans
    for plan in plans:
        assert "SEARCH m USING PRIMARY KEY (record=? AND row=?)" in plan
        assert not [step for step in plan if step.startswith(("SCAN h", "SCAN m"))]


def test_what_is_left_is_judged_a_part_at_a_time(many: Store) -> None:
    candidates = [
        one
        for one in numbers(many)
        if many.dossier(one).commitment.status in (Status.OPEN, Status.IN_PROGRESS)
    ]
    many.sweep(candidates, [SetFields({"due": None}, why="x")], sign("ann"))
    told: list[tuple[str, int, int]] = []
    many.undo(sign("ann"), watch=lambda *far: told.append(far))
    judging = [(done, of) for what, done, of in told if what == "judging what is left"]
    assert judging[0][0] == 0
    assert all(done % 500 == 0 for done, _ in judging)
