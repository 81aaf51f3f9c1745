"""The record as it stood on a day: what was seen then is what is told of it later."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.model.actions import Edit, SetFields
from commitrack.model.records import Dossier
from commitrack.query import parse
from commitrack.store import Lens, Store, open_store
from tests.store.hands import sign
from tests.store.random_stores import START, Step, make, steps

TODAY = START.date()
A_DAY = 24 * 60

_RENAMES = frozenset({"merge", "rename", "party"})
"""Steps after which a body is called otherwise, on every day."""

courses = st.lists(
    steps.map(lambda todo: [one for one in todo if one[0] not in _RENAMES]), min_size=2, max_size=4
)


def seen(store: Store) -> dict[int, Dossier]:
    """What is on file now, as far as `Store.earlier` tells it."""
    numbers = store.ids(parse(""), Lens(TODAY))
    return {one.commitment.number: told(one) for one in store.dossiers(numbers)}


def told(dossier: Dossier) -> Dossier:
    """The part of a dossier that is told of a day that has passed; versions go on."""
    return Dossier(
        replace(dossier.commitment, version=0),
        evidence=dossier.evidence,
        checks=dossier.checks,
        moves=dossier.moves,
        reviews=dossier.reviews,
    )


@settings(max_examples=25)
@given(courses)
def test_what_was_seen_at_the_end_of_a_day_is_told_ever_after(course: list[list[Step]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        try:
            days = []
            for place, todo in enumerate([[("state", 0, 0, "A", TODAY)], *course]):
                make(store, todo, begin=place * A_DAY)
                days.append((TODAY + timedelta(days=place), seen(store)))
            numbers = list(store.ids(parse(""), Lens(TODAY)))
            for day, then in days:
                found = {number: told(one) for number, one in store.earlier(numbers, day).items()}
                assert found == {number: then[number] for number in numbers if number in then}
        finally:
            store.close()


def test_before_the_record_began_there_was_nothing(store: Store) -> None:
    assert store.earlier([1, 2], TODAY - timedelta(days=400)) == {}
    assert store.earlier([], TODAY) == {}


def test_a_change_of_today_is_taken_off_yesterday(store: Store) -> None:
    now = store.dossier(1).commitment
    by = sign()
    late = replace(by, at=by.at + timedelta(days=3), today=by.today + timedelta(days=3))
    store.apply([Edit(1, SetFields({"lead": "zoe", "priority": 1}))], late)
    then = store.earlier([1], by.today)[1].commitment
    assert (then.lead, then.priority) == (now.lead, now.priority)
