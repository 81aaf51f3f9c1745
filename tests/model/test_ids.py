"""Identifiers as people write and read them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.errors import BadInput
from commitrack.model.ids import (
    commitment_id,
    parse_commitment_id,
    parse_statement_id,
    statement_id,
)

NUMBERS = st.integers(0, 10**18 - 1)


def test_an_id_has_four_digits_or_as_many_as_it_needs() -> None:
    assert commitment_id(1) == "C-0001"
    assert statement_id(12) == "S-0012"
    assert commitment_id(123456) == "C-123456"


@given(NUMBERS)
def test_what_is_written_is_read_back(number: int) -> None:
    assert parse_commitment_id(commitment_id(number)) == number
    assert parse_statement_id(statement_id(number)) == number


@pytest.mark.parametrize("typed", ["C-0012", "c-12", "C12", "12", " 0012 ", "\tc-0012\n"])
def test_an_id_may_be_typed_loosely(typed: str) -> None:
    assert parse_commitment_id(typed) == 12


@pytest.mark.parametrize(
    "typed", ["", "C", "C-", "S-0001", "C--1", "C-1.5", "-1", "C-1x", "C-١", "9" * 19, "[/x]", "²"]
)
@pytest.mark.parametrize("parse", [parse_commitment_id])
def test_anything_else_is_refused_with_an_example(parse: Callable[[str], int], typed: str) -> None:
    with pytest.raises(BadInput, match="a commitment ID looks like C-0012"):
        parse(typed)


def test_the_id_of_a_commitment_is_not_one_of_a_statement() -> None:
    with pytest.raises(BadInput, match="'C-0001' is not an ID here: a statement ID looks like"):
        parse_statement_id("C-0001")


@given(st.text())
def test_a_refusal_is_one_line_without_controls(typed: str) -> None:
    try:
        parse_commitment_id(typed)
    except BadInput as error:
        assert str(error).isprintable()
