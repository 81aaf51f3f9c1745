"""The guide's page of forty filters says what they find."""

from __future__ import annotations

import pytest

import filter_examples
from commitrack.query import canonical, parse
from commitrack.query.examples import EXAMPLES

QUERIES = [example.query for _, examples in EXAMPLES for example in examples]


@pytest.fixture(scope="module")
def page() -> str:
    return filter_examples.page()


def test_the_page_is_what_the_filters_find(page: str) -> None:
    assert filter_examples.PAGE.read_text(encoding="utf-8") == page, "make filters"


def test_there_are_forty_and_each_finds_some_and_not_all(page: str) -> None:
    assert len(set(QUERIES)) == 40
    assert page.count("   finds C-") == 40
    assert all(page.count(f"'{query}'") == 1 for query in QUERIES)
    assert f"finds {', '.join(f'C-{n:04}' for n in range(1, 13))}\n" not in page


@pytest.mark.parametrize("query", QUERIES)
def test_an_example_is_written_as_it_would_be_kept(query: str) -> None:
    again = canonical(parse(query))
    assert parse(again) == parse(query)
