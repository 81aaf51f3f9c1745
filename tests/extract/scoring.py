"""A small scorer: pairs proposed items with marked ones of the same kind by overlap."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commitrack.extract import Candidate, Known, extract

GOLD = Path(__file__).parent.parent / "gold"
UNSEEN = Path(__file__).parent / "unseen"
"""Statements that were marked before the extractor was run on them."""
FOUND = 0.5


@dataclass(frozen=True)
class Statement:
    name: str
    text: str
    marks: dict[str, Any]

    def known(self) -> Known:
        date = self.marks["date"]
        return Known(
            date=datetime.date.fromisoformat(date) if date else None,
            publisher=self.marks["publisher"],
            speaker=self.marks["speaker"],
        )


def statements(folder: Path = GOLD) -> list[Statement]:
    return [
        Statement(
            path.stem,
            path.read_bytes().decode("utf-8-sig"),
            json.loads(path.with_suffix(".json").read_text("utf-8")),
        )
        for path in sorted(folder.glob("*.txt"))
    ]


def overlap(start: int, end: int, one: Candidate) -> float:
    """Intersection over union of two spans."""
    common = max(0, min(end, one.end) - max(start, one.start))
    return common / (max(end, one.end) - min(start, one.start))


def pairs(statement: Statement) -> tuple[list[tuple[dict[str, Any], Candidate]], Counter[str]]:
    """The matched pairs of one statement, and the counts by kind that precision needs."""
    found = list(extract(statement.text, statement.known()).candidates)
    counts = Counter(f"predicted {one.kind}" for one in found)
    counts.update(f"gold {item['kind']}" for item in statement.marks["items"])
    ranked = sorted(
        (-overlap(item["start"], item["end"], one), index, other)
        for index, item in enumerate(statement.marks["items"])
        for other, one in enumerate(found)
        if item["kind"] == one.kind and overlap(item["start"], item["end"], one) >= FOUND
    )
    taken: dict[int, int] = {}
    for _, index, other in ranked:
        if index not in taken and other not in taken.values():
            taken[index] = other
    matched = [(statement.marks["items"][index], found[other]) for index, other in taken.items()]
    counts.update(f"matched {one.kind}" for _, one in matched)
    return matched, counts


def f1(counts: Counter[str], kind: str) -> float:
    return 2 * counts[f"matched {kind}"] / (counts[f"gold {kind}"] + counts[f"predicted {kind}"])
