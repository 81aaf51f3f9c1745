"""Groups are counted as the list has them, whatever the filter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from random import Random

import pytest

from commitrack.model.columns import exact_group_of
from commitrack.query import FIELDS, parse
from commitrack.store import Lens, Store, open_store
from commitrack.store.compiling import COLUMNS
from tests.store.conftest import TODAY
from tests.store.odd_records import fill_oddly

LENS = Lens(TODAY, "ann")
GROUPABLE = [name for name, spec in FIELDS.items() if spec.groupable]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of odd records; only to be asked."""
    store = open_store(tmp_path_factory.mktemp("odd") / "record.db", create=True)
    fill_oddly(store, Random(11), 40)
    yield store
    store.close()


def _folded(value: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in value)


@pytest.mark.parametrize("text", ["", "is:open", "peer OR plan", "sort:-due limit:7", "id:<0"])
@pytest.mark.parametrize("field", GROUPABLE)
def test_the_sizes_of_groups_are_those_of_the_runs_of_the_list(
    odd: Store, field: str, text: str
) -> None:
    query = parse(f"{text} group:{field}")
    sizes = odd.group_sizes(query, LENS)
    if field not in COLUMNS:
        assert sizes == ()
        return
    dossiers = odd.dossiers(odd.ids(query, LENS))
    runs = groupby(dossiers, lambda one: _folded(exact_group_of(one, field, TODAY)))
    assert [size for _, size in sizes] == [len(list(part)) for _, part in runs]
    if field in ("owner", "lead", "status"):
        runs = groupby(dossiers, lambda one: _folded(exact_group_of(one, field, TODAY)))
        assert [_folded(value or "") for value, _ in sizes] == [value for value, _ in runs]


def test_without_a_group_there_are_no_sizes(odd: Store) -> None:
    assert odd.group_sizes(parse("is:open"), LENS) == ()
