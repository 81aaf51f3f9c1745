"""What waits for a second person: right beside the records themselves, and off the indexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from commitrack.model.actions import AddEvidence, Edit, RecordCheck, Reopen, SetStatus
from commitrack.model.assurance import disputed
from commitrack.model.history import Signature
from commitrack.model.records import CheckResult, Dossier, SourceClass, Stance
from commitrack.model.status import Stage, Status
from commitrack.query import parse
from commitrack.store import Lens, Store, open_store
from commitrack.store.engine import connect
from commitrack.store.signing_off import DISPUTED_SQL, PENDING_SQL
from make_store import TODAY, fill

BY = Signature("ann", TODAY, datetime(2026, 3, 2, 9, tzinfo=UTC))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Claims, proposals and disputes; some of the disputes are over, as the closing is undone."""
    place = tmp_path_factory.mktemp("signing-off") / "record.db"
    store = open_store(place, create=True)
    list(fill(store, 800))
    everything = store.dossiers(store.ids(parse(""), Lens(TODAY)))
    closed = [one for one in everything if one.commitment.status is Status.DELIVERED][:12]
    against = AddEvidence("It is shut", SourceClass.DIRECT, stance=Stance.DISPUTES)
    store.apply([Edit(one.commitment.number, against) for one in closed], BY)
    store.apply([Edit(one.commitment.number, Reopen("shut")) for one in closed[:3]], BY)
    still = [one for one in everything if one.commitment.status is Status.OPEN][:9]
    for one in still:
        number = one.commitment.number
        looked = Edit(number, RecordCheck(CheckResult.NOTHING_FOUND, "the site"))
        store.apply([looked, Edit(number, SetStatus(Status.NOT_DELIVERED, "too late"))], BY)
    store.apply([Edit(one.commitment.number, against) for one in still[:2]], BY)
    store.close()
    return place


@pytest.fixture(scope="module")
def store(place: Path) -> Iterator[Store]:
    store = open_store(place)
    yield store
    store.close()


def kind(dossier: Dossier) -> str | None:
    """What one of them waits for, from the record alone."""
    if dossier.pending_review is not None:
        return "claim" if dossier.commitment.status is Status.CLAIMED else "proposal"
    closed = dossier.commitment.status.stage is Stage.CLOSED
    return "dispute" if closed and disputed(dossier) else None


def order(dossier: Dossier) -> tuple[bool, date, int]:
    review = dossier.pending_review
    asked = date.min if review is None else review.asked_on
    return review is None, asked, dossier.commitment.number


def test_all_that_waits_is_told_in_order_and_by_kind(store: Store) -> None:
    waiting = [one for one in store.dossiers(store.ids(parse(""), Lens(TODAY))) if kind(one)]
    found = store.sign_offs()
    assert list(found.numbers) == [one.commitment.number for one in sorted(waiting, key=order)]
    assert Counter(map(kind, waiting)) == {
        "claim": found.claims,
        "proposal": found.proposals,
        "dispute": found.disputes,
    }
    assert found.claims > 9
    assert (found.proposals, found.disputes) == (9, 9)
    assert sorted(found.numbers) == sorted(store.ids(parse("is:review"), Lens(TODAY)))


def test_nothing_but_what_waits_is_looked_at(place: Path) -> None:
    connection = connect(place)
    for sql in (PENDING_SQL, DISPUTED_SQL):
        steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert not any(step.startswith("SCAN c") for step in steps), steps
        assert not any(" BY" in step for step in steps if "B-TREE" in step), steps
    connection.close()
