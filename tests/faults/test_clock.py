"""A clock set back: the order of the record is that of its transactions, whatever a clock says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import Conflict
from commitrack.model.history import Signature
from commitrack.store import open_store
from tests.faults.conftest import Run
from tests.store.hands import sign

NOW = sign()


def at(moment: datetime, actor: str = "ann") -> Signature:
    """A signature by a clock that says this."""
    return replace(NOW, actor=actor, at=moment, today=moment.date())


@pytest.mark.parametrize(
    "back", [timedelta(seconds=1), timedelta(hours=1), timedelta(days=1), timedelta(days=20_000)]
)
def test_edits_by_a_clock_set_back_keep_their_order_and_their_chain(
    place: Path, back: timedelta
) -> None:
    store = open_store(place)
    seen = store.dossier(1).commitment.version
    store.apply([Edit(1, SetFields({"lead": "first"}))], at(NOW.at, "bob"))
    store.apply([Edit(1, SetFields({"lead": "second"}))], at(NOW.at - back, "bob"))
    assert [one.number for one in store.history(limit=2)] == [4, 3]
    assert store.history(limit=1)[0].at == NOW.at - back, "what the clock said is on record"
    with pytest.raises(Conflict, match="bob set it to second"):
        store.apply([Edit(1, SetFields({"lead": "third"}), seen)], at(NOW.at - 2 * back))
    assert store.feed(3) == (1,)
    store.undo(at(NOW.at - back, "bob"))
    assert store.dossier(1).commitment.lead == "first", "the last one is undone, not the latest"
    store.redo(at(NOW.at - back, "bob"))
    assert store.dossier(1).commitment.lead == "second"
    assert store.verify().broken is None
    store.close()


def test_a_run_on_a_day_before_the_last_one_reads_and_writes(run: Run, place: Path) -> None:
    assert run(place, "set", "C-1", "lead=bob").code == 0
    earlier = ("--today", "2019-01-31")
    for arguments in (
        ("set", "C-1", "topic=Housing"),
        ("list", "is:open"),
        ("report", "audit", "C-1"),
    ):
        done = run(place, *arguments, *earlier)
        assert done.code == 0, done.err
        assert "Traceback" not in done.err
    assert run(place, "undo", *earlier).code == 0
    assert run(place, "doctor", "--verify").code == 0


def test_a_clock_at_the_ends_of_the_calendar_is_taken_as_it_is(place: Path) -> None:
    store = open_store(place)
    for day in (date(1, 1, 1), date(9999, 12, 31), date(1970, 1, 1)):
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
        store.apply([Edit(2, SetFields({"note": str(day)}))], at(moment))
        assert store.history(2, limit=1)[0].at == moment
    assert store.verify().broken is None
    store.close()
