"""What the rows of a sheet come to is found out before the lock is taken: it comes to the same as
doing them one by one under it, whatever others write meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, Edit, SetFields
from commitrack.model.history import Signature
from commitrack.model.sheets import BadRows, RowOutcome, RowResult, SheetRow
from commitrack.model.status import Status
from commitrack.store import Store, open_store
from commitrack.store.sheet_plans import Plans
from commitrack.store.sqlite_store import SqliteStore
from commitrack.store.transacting import Writer
from tests.store.conftest import sign
from tests.store.test_importing_in_parts import copied

ROWS = (
    SheetRow(2, commitment=1, values={"lead": "ann", "due": date(2026, 9, 1)}, why="as they said"),
    SheetRow(3, commitment=2, values={"owner": ("the harbour board", "Nobody Yet")}),
    SheetRow(4, commitment=3, values={"topic": "harbours"}, status=Status.REJECTED, why="norm"),
    SheetRow(5, quote="We will mend the pier", values={"owner": ("Harbour Board",)}),
    SheetRow(6, quote="We will mend the pier"),
    SheetRow(
        *(7, None, "We will mend the quay"),
        values={"owner": ("harbour board",), "due": date(2026, 6, 30), "partners": ("The Port",)},
        status=Status.OPEN,
    ),
    SheetRow(8, commitment=1, values={"note": "a second row about it"}),
    SheetRow(9, quote="Trains will be better", status=Status.REJECTED, why="duplicate"),
)
"""One of each kind of row: changed, new, known by the row before, twice about one."""


@pytest.fixture(autouse=True)
def opened(store: Store) -> None:
    edits = [Edit(n, Accept(owners=("Harbour Board",), due=date(2026, 5, 1))) for n in (1, 2)]
    store.apply(edits, sign())


@pytest.fixture
def bob(place: Path) -> Iterator[Store]:
    """The same store, at another desk."""
    opened = open_store(place)
    yield opened
    opened.close()


Happen = Callable[[Callable[[], object]], None]


@pytest.fixture
def before_the_lock(monkeypatch: pytest.MonkeyPatch) -> Happen:
    """Have something happen when a sheet is planned and not written yet."""

    def plan(happen: Callable[[], object]) -> None:
        really = SqliteStore._writing

        def writing(
            self: SqliteStore, by: Signature, **more: bool
        ) -> AbstractContextManager[Writer]:
            monkeypatch.setattr(SqliteStore, "_writing", really)
            happen()
            return really(self, by, **more)

        monkeypatch.setattr(SqliteStore, "_writing", writing)

    return plan


def file(store: Store, *rows: SheetRow) -> Sequence[RowOutcome]:
    return store.file_rows(rows, sign(), "plan.csv")


def test_what_was_planned_is_what_row_by_row_comes_to(
    store: Store, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_store(copied(place, tmp_path / "other.db"))
    outcomes = file(store, *ROWS)
    monkeypatch.setattr(Plans, "_plan", lambda *_: None)
    assert file(other, *ROWS) == outcomes
    assert [one.result for one in outcomes] == [
        *(RowResult.CHANGED, RowResult.CHANGED, RowResult.CHANGED, RowResult.ADDED),
        *(RowResult.KNOWN, RowResult.ADDED, RowResult.CHANGED, RowResult.ADDED),
    ]
    ours, theirs = store.dossiers(range(1, 99)), other.dossiers(range(1, 99))
    assert [one.commitment for one in ours] == [one.commitment for one in theirs]
    assert [one.moves for one in ours] == [one.moves for one in theirs]
    assert {one.name for one in store.parties()} == {one.name for one in other.parties()}
    assert store.verify().broken is None
    store.undo(sign())
    assert len(store.dossiers(range(1, 99))) == 3
    other.close()


def test_what_somebody_changed_meanwhile_is_planned_anew(
    store: Store, bob: Store, before_the_lock: Happen
) -> None:
    before_the_lock(lambda: bob.apply([Edit(1, SetFields({"lead": "bob"}))], sign("bob")))
    (outcome,) = file(store, SheetRow(2, commitment=1, values={"lead": "ann"}))
    assert outcome.changes == (("lead", "bob", "ann"),)


def test_what_somebody_refused_meanwhile_is_refused(
    store: Store, bob: Store, before_the_lock: Happen
) -> None:
    before_the_lock(lambda: bob.undo(sign()))
    with pytest.raises(BadRows, match=r"line 2: C-0001 is candidate and cannot become in progress"):
        file(store, SheetRow(2, commitment=1, status=Status.IN_PROGRESS))


def test_words_that_somebody_put_on_record_meanwhile_are_known(
    store: Store, bob: Store, before_the_lock: Happen
) -> None:
    row = SheetRow(2, quote="We will mend the pier")
    before_the_lock(lambda: file(bob, row))
    (outcome,) = file(store, row)
    assert (outcome.result, outcome.commitment) == (RowResult.KNOWN, 4)


def test_words_that_were_taken_back_meanwhile_are_new(
    store: Store, bob: Store, before_the_lock: Happen
) -> None:
    row = SheetRow(2, quote="We will mend the pier")
    file(store, row)
    before_the_lock(lambda: bob.undo(sign()))
    (outcome,) = file(store, row)
    assert (outcome.result, outcome.commitment) == (RowResult.ADDED, 5)


def test_a_body_that_was_called_otherwise_meanwhile_is_told_by_its_new_name(
    store: Store, bob: Store, before_the_lock: Happen
) -> None:
    before_the_lock(lambda: bob.set_party("Harbour Board", {"name": "The Port"}, sign("bob")))
    (outcome,) = file(store, SheetRow(2, commitment=1, values={"owner": ("The Port",)}))
    assert outcome.result is RowResult.SAME
