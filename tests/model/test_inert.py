"""Text made inert for spreadsheets, Markdown and JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cells import cell_width
from commitrack.model.inert import csv_cell, json_text, markdown_text


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
