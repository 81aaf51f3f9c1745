"""The places where a statement's very text was met."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from commitrack.model.errors import NotFound
from commitrack.model.statements import Copy
from commitrack.store import Store, open_store
from tests.store.conftest import draft, sign

SCHEMA_1_0 = Path(__file__).parent / "fixtures" / "schema-1.0.db"
LETTER = replace(draft(), source="letter.txt")
HERE = Copy(0, "letter.txt", "text/plain", sign().at, "ann", bytes_sha256="ab")
WEB = replace(
    HERE,
    statement=1,
    source="http://example.org/a",
    bytes_sha256="cd",
    url="http://example.org/b",
    redirects=("http://example.org/a",),
    http_status=200,
)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "data" / "record.db", create=True)
    yield opened
    opened.close()


def test_a_statement_is_stored_with_its_first_place_in_one_transaction(empty: Store) -> None:
    empty.add_statement(LETTER, [], {}, sign(), copy=HERE)
    assert empty.copies(1) == (replace(HERE, statement=1, number=1),)
    assert len(empty.history()) == 1


def test_without_a_place_the_drafts_source_is_the_first(empty: Store) -> None:
    empty.add_statement(draft(), [], {}, sign())
    (first,) = empty.copies(1)
    assert (first.source, first.bytes_sha256, first.by) == (draft().source, None, sign().actor)


def test_a_statement_is_found_by_the_bytes_of_any_of_its_places(empty: Store) -> None:
    empty.add_statement(LETTER, [], {}, sign(), copy=HERE)
    empty.add_copy(WEB, sign())
    for sha256 in ("ab", "cd"):
        found = empty.statement_by_bytes(sha256)
        assert found is not None
        assert found.number == 1
    assert empty.statement_by_bytes("ef") is None


def test_a_further_place_is_a_transaction_that_can_be_undone(empty: Store) -> None:
    empty.add_statement(LETTER, [], {}, sign(), copy=HERE)
    receipt = empty.add_copy(WEB, sign())
    assert receipt.action == "met S-0001 again"
    assert empty.copies(1)[1] == replace(WEB, number=2)
    assert {one.label for one in empty.history()[0].changes} == {"place 2"}
    empty.undo(sign())
    assert len(empty.copies(1)) == 1
    assert empty.statement_by_bytes("cd") is None
    assert empty.verify().broken is None


def test_the_same_place_twice_writes_nothing(empty: Store) -> None:
    empty.add_statement(LETTER, [], {}, sign(), copy=HERE)
    assert empty.add_copy(replace(HERE, statement=1), sign()).changed == 0
    assert len(empty.history()) == 1


def test_a_place_of_a_statement_that_is_not_there_is_refused(empty: Store) -> None:
    with pytest.raises(NotFound, match="S-0001"):
        empty.add_copy(WEB, sign())
    assert empty.history() == ()


def test_with_the_statement_its_places_are_taken_back(empty: Store) -> None:
    empty.add_statement(LETTER, [], {}, sign(), copy=HERE)
    empty.undo(sign())
    assert empty.statement_by_bytes("ab") is None
    assert empty.copies(1) == ()
    empty.redo(sign())
    assert len(empty.copies(1)) == 1


def test_a_statement_from_before_places_were_kept_has_the_one_it_came_from(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    shutil.copy(SCHEMA_1_0, place)
    store = open_store(place)
    statement = store.statement(1)
    (first,) = store.copies(1)
    assert (first.number, first.source) == (0, statement.source)
    store.add_copy(WEB, sign())
    assert [one.source for one in store.copies(1)] == [statement.source, WEB.source]
    assert store.verify().broken is None
    store.close()
