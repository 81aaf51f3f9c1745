"""New families are made ready before the lock is taken: it comes to the same as looking at each
record under it, whatever others write meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, AddEvidence, AddLink, Approve, Claim, Edit, SetFields
from commitrack.model.records import LinkType, SourceClass
from commitrack.store import Store, open_store, parts, uniting
from commitrack.store.moving_in import MovingIn, Ready
from commitrack.store.since import Key
from commitrack.store.transacting import Writer
from tests.store.alike import differences, told
from tests.store.conftest import draft, propose, sign
from tests.store.test_exporting import exported
from tests.store.test_importing_in_parts import STATEMENTS, copied, grow, take, text


@pytest.fixture
def laptop(store: Store, place: Path, tmp_path: Path) -> Path:
    """A copy that went on by itself, with all that can be filed under a commitment; closed."""
    there = copied(place, tmp_path / "laptop.db")
    opened = open_store(there)
    grow(opened)
    first = 4
    opened.apply(
        [
            Edit(first, SetFields({"success_test": "The pier is there", "partners": ("Body 3",)})),
            Edit(first, AddEvidence("A report", SourceClass.OFFICIAL)),
            Edit(first, Claim()),
            Edit(first, Approve(self_verify=True)),
        ],
        sign("bob"),
    )
    newer = text(0) + " And one more."
    opened.add_statement(
        replace(draft(newer, "Statement 0, again"), previous=2),
        [propose(newer, "And one more")],
        {},
        sign("bob"),
    )
    opened.apply([Edit(22, Accept(owners=("Body 1",)))], sign("bob"))
    opened.apply([Edit(22, AddLink(LinkType.REPEATS, first))], sign("bob"))
    opened.close()
    return there


def test_what_was_made_ready_is_what_record_by_record_comes_to(
    store: Store, laptop: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_store(copied(place, tmp_path / "other.db"))
    odd: list[list[Key]] = []
    really = MovingIn.put

    def put(self: MovingIn, writer: Writer, ready: Ready) -> None:
        odd.extend(ready.odd)
        really(self, writer, ready)

    monkeypatch.setattr(MovingIn, "put", put)
    monkeypatch.setattr(parts, "_LONG", 60.0)  # however slow the machine, one part
    taken = take(store, laptop)
    assert not odd
    monkeypatch.setattr(uniting, "_TRIES", 0)
    assert take(other, laptop) == taken
    assert not differences(*told(exported(store), exported(other)))
    assert [one.commitment for one in store.dossiers(range(1, 99))] == [
        one.commitment for one in other.dossiers(range(1, 99))
    ]
    assert store.statement(8).previous == 2
    (review,) = store.dossier(4).reviews
    assert review.evidence == tuple(one.number for one in store.dossier(4).evidence) != ()
    other.close()
    assert store.verify().broken is None


def test_what_somebody_adds_before_the_lock_is_taken_is_met(
    store: Store, laptop: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bob = open_store(place)
    really = MovingIn.ready
    done: list[bool] = []

    def ready(self: MovingIn, families: Iterator[list[Key]], room: int) -> Ready | None:
        found = really(self, families, room)
        if not done:
            done.append(True)
            said = text(1)
            bob.add_statement(draft(said, "The same"), [propose(said, said[:20])], {}, sign("bob"))
        return found

    monkeypatch.setattr(MovingIn, "ready", ready)
    taken = take(store, laptop)
    bob.close()
    assert len(store.statement_numbers()) == 1 + STATEMENTS + 1
    assert taken.added["statements"] == STATEMENTS
    assert store.verify().broken is None


def test_whoever_is_too_busy_beside_it_is_met_record_by_record(
    store: Store, laptop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MovingIn, "stands", lambda *_: False)
    assert take(store, laptop).added["statements"] == STATEMENTS + 1
    assert not take(store, laptop).transaction
    assert store.verify().broken is None
