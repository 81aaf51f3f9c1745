"""What is judged of many at once is what is judged of each whole dossier."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.model.actions import DismissQuestion, Edit
from commitrack.model.assurance import stale
from commitrack.model.firmness import firmness, why_testable
from commitrack.model.kinds import Strength
from commitrack.model.lint import asked, dismissed
from commitrack.model.rag import rag
from commitrack.model.schedule import late_clocks
from commitrack.model.specificity import answers
from commitrack.query import parse
from commitrack.reports.wording import next_step, on_record
from commitrack.store import Extent, Lens, Store, Verification, open_store
from commitrack.store.engine import connect
from commitrack.store.wordings import questions
from tests.store.conftest import draft, propose, sign
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
            for one in store.dossiers(numbers, Extent.CLOCKS):
                same = whole[one.commitment.number]
                assert late_clocks(one.commitment, today) == late_clocks(same.commitment, today)
                assert (on_record(one), next_step(one, today)) == (
                    on_record(same),
                    next_step(same, today),
                )
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


def test_a_wording_is_judged_the_same_of_what_is_read_for_it_alone(store: Store) -> None:
    text = "We and ours will publish 12 plans by March 2027, subject to funding. We may help all."
    record = replace(
        propose(text, "We and ours will publish 12 plans by March 2027").commitment,
        owners=("The Ash Trust", "members of The Ash Trust", "Elm"),
        partners=("Oak",),
        beneficiary="tenants",
        success_test="The plans are there.",
        due=date(2027, 3, 31),
        due_text="by March 2027",
        strength=Strength.BINDING,
        testable=True,
        condition="subject to funding",
        cues=("we will", "lead-in"),
        extractor="4",
    )
    plain = propose(text, "We may help all")
    store.add_statement(
        draft(text, "Plans"),
        [replace(propose(text, record.quote), commitment=record), plain],
        {},
        sign(),
    )
    numbers = store.ids(parse(""), Lens(START.date()))
    store.apply([Edit(numbers[-1], DismissQuestion("L1", "agreed"))], sign())
    whole = store.dossiers(numbers)
    for one, same in zip(store.dossiers(numbers, Extent.WORDS), whole, strict=True):
        for told in (asked, lambda each: list(dismissed(each))):
            assert told(one) == told(same)
        for judged in (
            answers,
            firmness,
            why_testable,
            attrgetter("id", "title", "status", "owner"),
        ):
            assert judged(one.commitment) == judged(same.commitment)


@pytest.mark.parametrize("number", [1, 500])
def test_what_a_wording_is_judged_by_is_found_by_indexes(filled_once: Path, number: int) -> None:
    with closing(connect(filled_once, writable=False)) as connection:
        for sql in questions(number):
            plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", tuple(range(number)))
            steps = [row["detail"] for row in plan]
            assert steps
            assert not [step for step in steps if step.startswith("SCAN")]
