"""The table of deadlines: real sentences, the words that bound the act, and the day they allow."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import pytest

from commitrack.extract import deadlines
from commitrack.extract.flat import flatten
from commitrack.extract.reckoning import Reckoning

TABLE = Path(__file__).parent / "deadline_table"


@dataclass(frozen=True)
class Row:
    """One line of the table: ``today | sentence | day kind | fact``."""

    today: datetime.date | None
    sentence: str
    words: str | None
    answer: str
    fact: str


def rows() -> list[Row]:
    found = []
    for path in sorted(TABLE.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            today, marked, answer, fact = (part.strip() for part in line.split(" | "))
            before, bracket, rest = marked.partition("[")
            words, _, after = rest.partition("]")
            found.append(
                Row(
                    None if today == "none" else datetime.date.fromisoformat(today),
                    before + words + after,
                    words if bracket else None,
                    answer,
                    fact,
                )
            )
    return found


ROWS = rows()


def test_the_table_is_large_and_every_fact_has_its_own_name() -> None:
    assert len(ROWS) > 400
    facts = [row.fact for row in ROWS]
    assert sorted({fact for fact in facts if facts.count(fact) > 1}) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_deadline_is_read(row: Row) -> None:
    flat = flatten(row.sentence)
    found = deadlines.best(deadlines.find(flat, 0, len(flat), Reckoning(row.today)), row.today)
    if row.words is None:
        assert found is None
        return
    assert found is not None
    assert found.text == row.words == flat[found.start : found.end]
    assert f"{found.date or '-'} {found.kind}" == row.answer
