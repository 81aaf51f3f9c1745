"""What is judged of many at once is what is judged of each whole dossier."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.model.assurance import stale
from commitrack.model.lint import asked
from commitrack.model.rag import rag
from commitrack.query import parse
from commitrack.store import Extent, Lens, Verification, open_store
from tests.store.random_stores import START, Step, make, steps

days = st.integers(-40, 400).map(lambda n: START.date() + timedelta(days=n))


@settings(max_examples=30)
@given(steps, days)
def test_light_schedule_and_staleness_are_the_same(todo: list[Step], today: date) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        try:
            make(store, [("state", 0, 0, "A", START.date()), *todo])
            numbers = store.ids(parse(""), Lens(today))
            whole = {one.commitment.number: one for one in store.dossiers(numbers)}
            found = store.dossiers(numbers, Extent.STANDING)
            assert [one.commitment.number for one in found] == list(numbers)
            for one in found:
                same = whole[one.commitment.number]
                assert one.commitment == same.commitment
                assert rag(one, today) == rag(same, today)
                assert stale(one, today) == stale(same, today)
            for one in store.dossiers(numbers, Extent.WORDS):
                assert asked(one) == asked(whole[one.commitment.number])
            lights = Counter(
                (one.commitment.status, rag(one, today).colour) for one in whole.values()
            )
            for lens in (Lens(today), Lens(today + timedelta(days=3))):
                assert lights == store.breakdown(parse(""), lens, ("status", "rag"), today)
            for number in numbers:
                assert store.verify(number) == Verification(len(store.history(number)), None)
        finally:
            store.close()
