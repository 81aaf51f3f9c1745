"""From when a commitment is stale, as triggers keep it, is what the model says of its record."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commitrack.model.actions import (
    Accept,
    AddEvidence,
    Edit,
    RecordCheck,
    RetractEvidence,
    SetFields,
    SetStatus,
)
from commitrack.model.assurance import stale
from commitrack.model.errors import CommitrackError
from commitrack.model.records import CheckResult, SourceClass
from commitrack.model.status import OPEN, Status
from commitrack.query import parse
from commitrack.store import Lens, Store, open_store, staleness
from commitrack.store.engine import connect
from tests.store.conftest import TODAY, Do, sign
from tests.store.random_stores import make, perform, step
from tests.store.random_stores import sign as sign_at

STALE = parse("is:stale")

cadences = st.tuples(st.just("cadence"), st.integers(0, 5), st.sampled_from((1, 30, 90, 9_000)))
retractions = st.tuples(st.just("retract"), st.integers(0, 5), st.integers(1, 3))
doings = st.lists(step | cadences | retractions, min_size=4, max_size=20)


def do_one(store: Store, moment: int, doing: tuple[object, ...]) -> None:
    match doing:
        case ("cadence", int(first), int(days)):
            store.apply([Edit(1 + first, SetFields({"cadence": days}))], sign_at(moment, first))
        case ("retract", int(first), int(piece)):
            edit = Edit(1 + first, RetractEvidence(piece, "it was a draft"))
            store.apply([edit], sign_at(moment, first))
        case _:
            perform(store, doing, sign_at(moment, moment))  # type: ignore[arg-type]


def require_what_the_model_says(store: Store, place: Path) -> None:
    """On the days around each turn, what is listed, counted and met as stale is what is stale."""
    opened = connect(place, writable=False)
    assert staleness.wrong(opened) == 0
    turns = {row[0] for row in opened.execute("SELECT day FROM staleness")}
    opened.close()
    days = {date.fromisoformat(turn) + timedelta(n) for turn in turns for n in (-1, 0)}
    every = store.dossiers(store.ids(parse(""), Lens(TODAY, "ann")))
    for today in sorted(days | {TODAY}):
        lens = Lens(today, "ann")
        expected = [
            one.commitment.number
            for one in every
            if one.commitment.status in OPEN and stale(one, today)
        ]
        assert list(store.ids(STALE, lens)) == expected
        assert store.counts({"n": STALE}, lens) == {"n": len(expected)}
        assert list(store.page(parse("is:stale sort:-lead"), lens, 0, 50)) == list(
            store.ids(parse("is:stale sort:-lead"), lens)
        )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(doings)
def test_what_is_stale_follows_whatever_is_done(todo: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.db"
        store = open_store(place, create=True)
        try:
            make(store, [("state", 0, 0, "a plan", TODAY), ("accept", 0, 0, "", TODAY)])
            for moment, doing in enumerate(todo, start=2):
                with contextlib.suppress(CommitrackError):
                    do_one(store, moment, doing)
            require_what_the_model_says(store, place)
        finally:
            store.close()


def test_it_is_stale_on_the_day_after_its_cadence_and_no_longer_once_somebody_looks(
    store: Store, do: Do
) -> None:
    do(1, Accept())
    do(1, SetFields({"cadence": 30}))
    seen = TODAY - timedelta(30)
    do(1, AddEvidence("Board paper", SourceClass.OFFICIAL, dated=seen, accessed_on=seen))
    assert list(store.ids(STALE, Lens(TODAY, "ann"))) == []
    assert list(store.ids(STALE, Lens(TODAY + timedelta(1), "ann"))) == [1]
    do(1, RecordCheck(CheckResult.NOTHING_FOUND, "board papers"))
    assert list(store.ids(STALE, Lens(TODAY + timedelta(1), "ann"))) == []
    store.undo(sign())
    assert list(store.ids(STALE, Lens(TODAY + timedelta(1), "ann"))) == [1]


def test_what_is_closed_is_not_stale_until_it_is_opened_again(
    store: Store, do: Do, place: Path
) -> None:
    do(1, Accept())
    seen = TODAY - timedelta(400)
    do(1, AddEvidence("Board paper", SourceClass.OFFICIAL, dated=seen, accessed_on=seen))
    late = Lens(TODAY, "ann")
    assert list(store.ids(STALE, late)) == [1]
    do(1, SetStatus(Status.UNVERIFIABLE, "nothing is published", self_verify=True))
    assert list(store.ids(STALE, late)) == []
    store.undo(sign())
    assert list(store.ids(STALE, late)) == [1]
    require_what_the_model_says(store, place)
