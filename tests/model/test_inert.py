"""Text made inert for spreadsheets, Markdown and JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cells import cell_width
from commitrack.model.inert import Flow, csv_cell, json_pieces, json_text, markdown_text


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\x1b[31m=1"])
def test_a_formula_stands_behind_an_apostrophe(begins: str) -> None:
    assert csv_cell(begins).startswith("'")


def test_a_plain_cell_stays_as_it_is() -> None:
    assert csv_cell("Publish a plan = done") == "Publish a plan = done"


@given(st.text())
def test_json_is_exact_and_holds_no_control(text: str) -> None:
    written = json_text({"text": text})
    assert json.loads(written)["text"] == text
    assert all(char == "\n" or char.isprintable() or ord(char) > 0x9F for char in written)


@given(st.text())
def test_no_markup_is_left_bare_in_markdown(text: str) -> None:
    written = markdown_text(text)
    bare = written.replace("\\\\", "").replace("\\[", "").replace("\\<", "").replace("\\|", "")
    assert not set(bare) & set("[<|\n")


@pytest.mark.parametrize(("text", "cells"), [("plan", 4), ("計画", 4), ("e\u0301", 1), ("", 0)])
def test_width_is_counted_in_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


_VALUES = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(_VALUES, max_size=4), st.lists(_VALUES, max_size=3))
def test_json_in_pieces_is_the_same_json(elements: list[object], inner: list[object]) -> None:
    whole = {"before": inner, "flow": elements, "deep": {"flow": inner}, "after": None}
    flows = {**whole, "flow": Flow(elements), "deep": {"flow": Flow(inner)}}
    assert "".join(json_pieces(flows)) == json_text(whole)


def test_of_a_flow_no_more_is_asked_than_is_written() -> None:
    left = iter(range(9))
    pieces = json_pieces({"flow": Flow(left)})
    assert next(piece for piece in pieces if piece == "1")
    assert next(left) == 2
