"""What names a record: the same in every copy, whatever is done to it later."""

from __future__ import annotations

from pathlib import Path

from commitrack.model.actions import SetFields
from commitrack.store import Store, open_store
from tests.store.conftest import Do


def test_the_name_of_a_record_never_changes(store: Store, do: Do, tmp_path: Path) -> None:
    name = store.root()
    assert name
    do(1, SetFields({"topic": "ferries"}))
    assert store.root() == name
    other = open_store(tmp_path / "other.db", create=True)
    assert other.root() is None
    other.close()
