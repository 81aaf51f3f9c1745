"""What is judged of many at once is what is judged of each whole dossier."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.model.assurance import stale
from commitrack.model.rag import rag
from commitrack.model.schedule import late_clocks, schedule
from commitrack.query import parse
from commitrack.store import Lens, Verification, open_store
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
            for kind in (store.judged, store.standings):
                found = list(kind(numbers))
                assert {one.commitment.number for one in found} == set(whole)
                for one in found:
                    record, same = one.commitment, whole[one.commitment.number]
                    assert rag(one, today) == rag(same, today)
                    assert schedule(record, today) == schedule(same.commitment, today)
                    assert late_clocks(record, today) == late_clocks(same.commitment, today)
                    assert stale(one, today) == stale(same, today)
            for number in numbers:
                assert store.verify(number) == Verification(len(store.history(number)), None)
        finally:
            store.close()
