"""What is too long is refused in one line, and nothing of it is stored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import BadInput, NotAStore
from commitrack.store import Store, limits
from commitrack.store.sqlite_store import SqliteStore
from tests.store.conftest import draft, sign

FITS, TOO_LONG = "x" * limits.WRITTEN, "x" * (limits.WRITTEN + 1)


def test_a_note_may_be_long_and_not_longer(store: Store) -> None:
    store.apply([Edit(1, SetFields({"success_test": FITS}))], sign())
    newest = store.pulse().newest
    with pytest.raises(BadInput, match="success_test: has 100,001 characters; at most 100,000"):
        store.apply([Edit(1, SetFields({"success_test": TOO_LONG}))], sign())
    assert store.dossier(1).commitment.success_test == FITS
    assert store.pulse().newest == newest


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (sign("x" * 201), "--as: has 201 characters"),
        (replace(sign(), why=TOO_LONG), "--why: has 100,001 characters"),
    ],
)
def test_a_signature_has_a_limit(store: Store, by: object, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        store.set_party("Harbour", {}, by)  # type: ignore[arg-type]


def test_a_title_of_a_statement_has_a_limit_and_its_text_another(store: Store) -> None:
    with pytest.raises(BadInput, match="title: has"):
        store.add_statement(draft("We will.", TOO_LONG), [], {}, sign())
    store.add_statement(draft(TOO_LONG), [], {}, sign())
    assert len(store.statements()) == 2


def test_a_value_that_no_store_would_hold_is_refused_by_sqlite_itself(
    store: Store, place: Path
) -> None:
    assert isinstance(store, SqliteStore)
    connection = store._connection
    with pytest.raises(NotAStore, match=r"damaged .*too big"), store._reading():
        connection.execute("SELECT length(zeroblob(?))", (limits.VALUE + 1,)).fetchone()
