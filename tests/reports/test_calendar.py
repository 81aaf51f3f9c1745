"""The agenda as a calendar, read by another library than the one that writes it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from commitrack.model.actions import AddEvidence, Approve, Claim, Reopen, SetFields
from commitrack.model.cleaning import clean_line
from commitrack.model.records import SourceClass
from commitrack.query import parse
from commitrack.reports.appointments import Appointment, appointments
from commitrack.reports.as_icalendar import as_icalendar
from commitrack.store import Lens, Store, open_store
from commitrack.store.staging import staged
from tests.reports.conftest import HOSTILE, LENS, TODAY, accept, do, propose, sign
from tests.reports.test_every_table_adds_up import filled
from tests.store.random_stores import START, Step, steps


def events(store: Store, lens: Lens = LENS, query: str | None = None) -> dict[str, Any]:
    """The events of the calendar by their UIDs, as the other library reads them."""
    text = as_icalendar(appointments(store, lens, query))
    found = vobject.readOne(text)
    assert found.version.value == "2.0"
    assert found.prodid.value
    made = getattr(found, "vevent_list", [])
    by_uid = {one.uid.value: one for one in made}
    assert len(by_uid) == len(made)
    return by_uid


def event(store: Store, clock: str) -> Any:
    (found,) = (one for uid, one in events(store).items() if uid.startswith(clock))
    return found


@pytest.fixture
def one(store: Store) -> Store:
    """One commitment with both clocks."""
    propose(store, "We will publish a plan; in it, all of us, with a \\ and “words” " * 3)
    accept(store, 1, date(2026, 6, 1), date(2026, 4, 1))
    return store


def test_each_clock_is_an_event_of_a_whole_day(one: Store) -> None:
    due, again = event(one, "due/"), event(one, "follow-up/")
    assert due.dtstart.value == date(2026, 6, 1)
    assert due.dtend.value == date(2026, 6, 2)
    assert again.dtstart.value == date(2026, 4, 1)
    assert due.summary.value.startswith("Due: We will publish a plan; in it, all of us")
    assert "C-0001" in due.description.value
    assert due.status.value == "CONFIRMED"


def test_lines_are_as_the_standard_says(one: Store) -> None:
    text = as_icalendar(appointments(one, LENS)).encode()
    assert text.endswith(b"END:VCALENDAR\r\n")
    lines = text.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert as_icalendar(appointments(one, LENS)).encode() == text


def test_a_move_keeps_the_uid_and_raises_the_sequence(one: Store) -> None:
    before = {uid: int(one_.sequence.value) for uid, one_ in events(one).items()}
    do(one, 1, SetFields({"due": date(2026, 9, 1)}, why="strike"))
    after = {uid: int(one_.sequence.value) for uid, one_ in events(one).items()}
    assert set(after) == set(before)
    raised = {uid for uid in after if after[uid] > before[uid]}
    assert {uid.partition("/")[0] for uid in raised} == {"due"}
    assert event(one, "due/").dtstart.value == date(2026, 9, 1)


def test_undoing_a_move_raises_it_once_more(one: Store) -> None:
    do(one, 1, SetFields({"due": date(2026, 9, 1)}, why="strike"))
    moved = int(event(one, "due/").sequence.value)
    one.undo(sign())
    assert int(event(one, "due/").sequence.value) > moved
    assert event(one, "due/").dtstart.value == date(2026, 6, 1)


def test_what_is_closed_is_cancelled_and_what_is_opened_again_is_not(one: Store) -> None:
    open_ = int(event(one, "due/").sequence.value)
    do(one, 1, AddEvidence("Paper", SourceClass.SELF), Claim(success_test="it is out"))
    do(one, 1, Approve(), by="bob")
    closed = event(one, "due/")
    assert closed.status.value == "CANCELLED"
    assert int(closed.sequence.value) > open_
    do(one, 1, Reopen("it is gone again"))
    again = event(one, "due/")
    assert again.status.value == "CONFIRMED"
    assert int(again.sequence.value) > int(closed.sequence.value)


def test_a_date_that_is_taken_away_is_cancelled_on_its_day(one: Store) -> None:
    do(one, 1, SetFields({"due": None}, why="withdrawn"))
    assert event(one, "due/").status.value == "CANCELLED"
    assert event(one, "due/").dtstart.value == date(2026, 6, 1)
    gone = int(event(one, "due/").sequence.value)
    do(one, 1, SetFields({"due": date(2026, 7, 1)}, why="taken up again"))
    assert int(event(one, "due/").sequence.value) > gone


def test_what_was_never_open_has_none_and_what_is_long_gone_neither(one: Store) -> None:
    propose(one, "We may look")
    do(one, 2, SetFields({"due": date(2026, 6, 1)}))
    assert len(events(one)) == 2
    do(one, 1, AddEvidence("Paper", SourceClass.SELF), Claim(success_test="it is out"))
    do(one, 1, Approve(), by="bob")
    assert len(events(one, Lens(TODAY + timedelta(days=91)))) == 0


def test_a_query_narrows_it_and_hostile_words_are_only_words(one: Store) -> None:
    propose(one, f"We will {HOSTILE}\r\nEND:VEVENT act")
    accept(one, 2, date(2026, 6, 1), None)
    found = events(one, query="C-0002")
    assert {uid.partition("/")[0] for uid in found} == {"due", "follow-up"}
    assert len(events(one)) == 4
    for only in found.values():
        assert not any(ord(char) < 32 and char != "\n" for char in only.description.value)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@given(words, st.lists(words, max_size=3), st.dates(), st.integers(0, (1 << 31) - 1))
def test_whatever_the_words_two_other_libraries_read_them_as_they_are(
    title: str, notes: list[str], day: date, sequence: int
) -> None:
    at = datetime(2026, 3, 2, 9, 5, 7, tzinfo=UTC)
    text = as_icalendar(
        [Appointment("due/1@x", sequence, day, at, False, title, tuple(notes), "Due")]
    )
    told = "\n".join(map(clean_line, notes))
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    theirs: Any = Calendar.from_ical(text).events[0]
    assert (theirs["SUMMARY"], theirs["DESCRIPTION"]) == (clean_line(title), told)
    assert (theirs["UID"], theirs["SEQUENCE"]) == ("due/1@x", sequence)
    assert (theirs.start, theirs["DTSTAMP"].dt) == (day, at)
    assert not theirs.errors
    other = vobject.readOne(text).vevent
    assert (other.summary.value, other.description.value) == (clean_line(title), told)
    assert other.dtstart.value == day


def test_a_store_that_takes_a_commitment_over_tells_it_with_a_higher_sequence(
    one: Store, tmp_path: Path
) -> None:
    do(one, 1, SetFields({"due": date(2026, 9, 1)}, why="strike"))
    do(one, 1, SetFields({"due": date(2026, 10, 1)}, why="strike again"))
    theirs = {uid: int(told.sequence.value) for uid, told in events(one).items()}
    other = open_store(tmp_path / "other.db", create=True)
    propose(other, "We will mend the roof")
    accept(other, 1, date(2026, 6, 1), None)
    ours = {uid: int(told.sequence.value) for uid, told in events(other).items()}
    with staged(Path(one.place), "one.db") as found:
        other.take_in(found, sign("bob", TODAY + timedelta(days=1)))
    united = {uid: int(told.sequence.value) for uid, told in events(other).items()}
    assert set(united) == {*theirs, *ours}
    assert all(united[uid] > told for uid, told in theirs.items())
    assert all(united[uid] == told for uid, told in ours.items())
    with staged(Path(one.place), "one.db") as found:
        other.take_in(found, sign("bob", TODAY + timedelta(days=2)))
    again = {uid: int(told.sequence.value) for uid, told in events(other).items()}
    assert again == united
    other.close()


@settings(max_examples=25)
@given(steps, steps)
def test_whatever_happens_no_sequence_falls_and_a_change_raises_it(
    first: list[Step], second: list[Step]
) -> None:
    lens = Lens(START.date() + timedelta(days=8), "ann")

    def told(store: Store) -> dict[str, Appointment]:
        return {one.uid: one for one in appointments(store, lens)}

    with filled(first) as store:
        from tests.store.random_stores import make

        before = told(store)
        make(store, second, begin=3 * 24 * 60)
        for uid, now in told(store).items():
            was = before.get(uid)
            if was is not None:
                assert now.sequence >= was.sequence
                if (now.day, now.cancelled) != (was.day, was.cancelled):
                    assert now.sequence > was.sequence
        live = {one.uid for one in told(store).values() if not one.cancelled}
        open_ = store.dossiers(store.ids(parse("is:open"), lens))
        clocks = sum(
            (one.commitment.due is not None) + (one.commitment.follow_up is not None)
            for one in open_
        )
        assert len(live) == clocks
