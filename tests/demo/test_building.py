"""The demo always shows every status, something overdue, due this week and waiting."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from commitrack.demo import Built, build_demo
from commitrack.demo.dating import fill_in
from commitrack.model.integrity import problems
from commitrack.model.status import Status
from commitrack.query import parse
from commitrack.store import Lens, Store, open_store

DAYS = (date(2026, 3, 2), date(2028, 2, 29), date(2030, 12, 28))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Store, Built, date]:
    """The demo as it stands on several days: a Monday, a leap day, the end of a year."""
    place = tmp_path_factory.mktemp("demo") / "record.db"
    store = open_store(place, create=True)
    return store, build_demo(store, request.param), request.param


def test_the_story_fits_the_statements_and_the_rules(demo: tuple[Store, Built, date]) -> None:
    _, built, _ = demo
    assert built.missed == []
    assert built.refused == []
    assert built.statements >= 21


def test_every_status_is_there(demo: tuple[Store, Built, date]) -> None:
    store, _, today = demo
    dossiers = store.dossiers(store.ids(parse("kind:commitment"), Lens(today)))
    found = Counter(dossier.commitment.status for dossier in dossiers)
    assert set(found) == set(Status)
    assert sum(found.values()) >= 150


@pytest.mark.parametrize(
    "text",
    [
        "overdue:due",
        "overdue:chase",
        "is:due-today",
        "is:open due:today..+7d",
        "is:review",
        "is:candidate",
        "is:stale",
        "moves:>=3",
        "slip:>=180",
        "rag:red",
        "rag:amber",
        "rag:green",
        "rag:blue",
        "link:supersedes",
        "has:suggestion",
    ],
)
def test_there_is_always_something(demo: tuple[Store, Built, date], text: str) -> None:
    store, _, today = demo
    assert store.ids(parse(text), Lens(today)), text


def test_the_demo_is_a_sound_record(demo: tuple[Store, Built, date]) -> None:
    store, _, today = demo
    dossiers = store.dossiers(store.ids(parse(""), Lens(today)))
    assert [dossier.commitment.id for dossier in dossiers if problems(dossier)] == []
    assert store.verify().broken is None


def test_nothing_in_the_demo_was_done_after_today(demo: tuple[Store, Built, date]) -> None:
    store, _, today = demo
    assert all(transaction.at.date() <= today for transaction in store.history())


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("by {date:+0d}", "by 2 March 2026"),
        ("by {date:-2d}", "by 28 February 2026"),
        ("in {month:+60d}", "in May 2026"),
        ("before {year:+400d}", "before 2027"),
        ("{date:soon} {x}", "{date:soon} {x}"),
    ],
)
def test_a_placeholder_becomes_the_day_it_stands_for(text: str, filled: str) -> None:
    assert fill_in(text, date(2026, 3, 2)) == filled


def test_the_demo_files_are_read_from_a_folder(tmp_path: Path) -> None:
    from commitrack.demo.script import data_folder

    assert (data_folder() / "statements").is_dir()
