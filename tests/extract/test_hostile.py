"""Texts made to be slow to read are read like any other.

How long each takes, and whether twice the length takes twice as long, is measured by `make bench`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract import extract

UNITS: dict[str, str] = tomllib.loads(
    (Path(__file__).parent / "hostile.toml").read_text(encoding="utf-8")
)
LENGTH = 40_000


@pytest.mark.parametrize("name", UNITS)
def test_one_thing_over_and_over_is_read_to_its_end(name: str) -> None:
    unit = UNITS[name]
    text = unit * (LENGTH // len(unit)) + "\n\nWe will publish the plan by May 2026."
    found = extract(text, explain=False).candidates
    assert all(one.quote == text[one.start : one.end] for one in found)


@given(st.lists(st.sampled_from(sorted(UNITS.values())), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_mixture_over_and_over_is_read_to_its_end(units: list[str]) -> None:
    unit = "".join(units)
    text = unit * (4_000 // len(unit))
    found = extract(text).candidates
    assert all(one.quote == text[one.start : one.end] for one in found)
