"""Every row of the guide's page on deadlines is read as it says."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from commitrack.extract import deadlines
from commitrack.extract.flat import flatten
from commitrack.extract.reckoning import Reckoning

PAGE = (Path(__file__).parents[2] / "docs" / "deadlines.md").read_text(encoding="utf-8")
SAID_ON = datetime.date(2026, 2, 3)

_READ = re.compile(
    r"^\| (?P<words>[^|]+) \| (?P<day>\d{4}-\d\d-\d\d|–) \| (?P<kind>\w+) \|$", re.MULTILINE
)
_NONE = re.compile(r"^\| (?P<words>(?!words )[^|]+) \| (?P<why>[^|]{3,}) \|$", re.MULTILINE)
READ = [(row["words"], row["day"], row["kind"]) for row in _READ.finditer(PAGE)]
NONE = [row["words"] for row in _NONE.finditer(PAGE)]


def test_every_row_is_either_read_or_not() -> None:
    rows = re.findall(r"^\| (?!words )[^|]+ \|.*\|$", PAGE, re.MULTILINE)
    assert len(rows) == len(READ) + len(NONE)
    assert (len(READ), len(NONE)) >= (50, 5)


@pytest.mark.parametrize(("words", "day", "kind"), READ, ids=[row[0] for row in READ])
def test_a_row_gives_its_day(words: str, day: str, kind: str) -> None:
    flat = flatten(f"We will publish the plan {words}.")
    found = deadlines.best(deadlines.find(flat, 0, len(flat), Reckoning(SAID_ON)), SAID_ON)
    assert found is not None
    assert (found.text, str(found.date or "–"), found.kind) == (words, day, kind)


@pytest.mark.parametrize("words", NONE)
def test_a_row_without_a_deadline_has_none(words: str) -> None:
    flat = flatten(f"We will publish the plan {words}.")
    found = deadlines.find(flat, 0, len(flat), Reckoning(SAID_ON))
    assert deadlines.best(found, SAID_ON) is None
