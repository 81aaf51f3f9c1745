"""What became of some fields of many commitments is told at once, as their histories tell it."""

from __future__ import annotations

from pathlib import Path

from commitrack.model.actions import Accept, SetFields
from commitrack.store import Store
from commitrack.store.engine import connect
from commitrack.store.pasts import question
from tests.store.conftest import Do

FIELDS = {"commitments": ("status", "title"), "commitment_parties": ("party",)}


def test_it_tells_what_each_history_tells_of_these_fields_and_nothing_else(
    store: Store, do: Do
) -> None:
    do(1, Accept(owners=("Ash Trust",), lead="ann"))
    do(1, SetFields({"title": "Another name", "topic": "ferries"}))
    do(2, SetFields({"note": "nobody asked for it"}))
    told = store.pasts((1, 2, 99), FIELDS)
    assert set(told) == {1, 2}
    for number, changes in told.items():
        whole = [
            (one.at, change)
            for one in reversed(store.history(number))
            for change in one.changes
            if change.field in FIELDS.get(change.table, ())
        ]
        assert [(one.at, one.change) for one in changes] == whole
    assert [one.change.new for one in told[1] if one.change.field == "title"][1:] == [
        "Another name"
    ]
    assert "Ash Trust" in {one.change.new for one in told[1]}


def test_to_ask_for_no_field_or_of_nobody_is_to_be_told_nothing(store: Store) -> None:
    assert store.pasts((1, 2), {}) == {}
    assert store.pasts((), FIELDS) == {}


def test_the_whole_history_is_never_read(store: Store, place: Path) -> None:
    sql, values = question((1, 2), FIELDS)
    with connect(place) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert plan[0].startswith("SEARCH ch USING INDEX idx_changes_commitment_tx (commitment=?")
    assert plan[1].startswith("SEARCH t USING INTEGER PRIMARY KEY")
