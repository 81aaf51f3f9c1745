"""Groups are counted as the list has them, whatever the filter."""

from __future__ import annotations

from itertools import groupby
from random import Random

import pytest

from commitrack.model.columns import exact_group_of
from commitrack.query import FIELDS, parse
from commitrack.store import Lens, Store
from commitrack.store.compiling import COLUMNS
from tests.store.conftest import TODAY
from tests.store.odd_records import fill_oddly

LENS = Lens(TODAY, "ann")
GROUPABLE = [name for name, spec in FIELDS.items() if spec.groupable]


def _folded(value: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in value)


@pytest.mark.parametrize("text", ["", "is:open", "peer OR plan", "sort:-due limit:7", "id:<0"])
@pytest.mark.parametrize("field", GROUPABLE)
def test_the_sizes_of_groups_are_those_of_the_runs_of_the_list(
    store: Store, field: str, text: str
) -> None:
    fill_oddly(store, Random(11), 40)
    query = parse(f"{text} group:{field}")
    sizes = store.group_sizes(query, LENS)
    if field not in COLUMNS:
        assert sizes == ()
        return
    dossiers = store.dossiers(store.ids(query, LENS))
    runs = groupby(dossiers, lambda one: _folded(exact_group_of(one, field, TODAY)))
    assert [size for _, size in sizes] == [len(list(part)) for _, part in runs]
    if field in ("owner", "lead", "status"):
        runs = groupby(dossiers, lambda one: _folded(exact_group_of(one, field, TODAY)))
        assert [_folded(value or "") for value, _ in sizes] == [value for value, _ in runs]


def test_without_a_group_there_are_no_sizes(store: Store) -> None:
    assert store.group_sizes(parse("is:open"), LENS) == ()
