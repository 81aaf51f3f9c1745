"""One family of errors, whose messages are ready for the user."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from commitrack.model import errors
from commitrack.model.errors import Clash, CommitrackError, Conflict, Refused, StoreError


@pytest.mark.parametrize(
    "kind",
    [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)],
)
def test_every_error_is_of_the_family_and_prints_its_message(kind: type[Exception]) -> None:
    assert issubclass(kind, CommitrackError)
    assert str(kind("C-0001 needs evidence")) == "C-0001 needs evidence"


def test_a_refusal_carries_what_is_missing() -> None:
    assert Refused("no").needs == ()
    assert Refused("no", ("evidence",)).needs == ("evidence",)


def test_a_conflict_carries_its_clashes_and_each_reads_as_a_sentence() -> None:
    clash = Clash("C-0001", "lead", "bob", datetime(2026, 3, 2, 9, 5, tzinfo=UTC), "ann", "cat")
    assert Conflict("stop", (clash,)).clashes == (clash,)
    assert str(clash) == "C-0001 lead: bob set it to ann at 2026-03-02 09:05 UTC"


@pytest.mark.parametrize(
    "name",
    ["StoreLocked", "StoreFull", "StoreReadOnly", "StoreMisplaced", "StoreTooNew", "NotAStore"],
)
def test_trouble_with_the_store_is_a_store_error(name: str) -> None:
    assert issubclass(getattr(errors, name), StoreError)
