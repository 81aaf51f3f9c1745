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


@dataclass
class Tally:
    """What a corpus gave: the counts of `pairs`, and each field judged on the matched pairs."""

    statements: int
    counts: Counter[str]
    right: Counter[str]
    judged: Counter[str]

    def share(self, field: str) -> float:
        """The share judged right; 1 when there was nothing to judge."""
        return self.right[field] / self.judged[field] if self.judged[field] else 1.0

    def precision(self, kind: str) -> float:
        return self.counts[f"matched {kind}"] / self.counts[f"predicted {kind}"]

    def recall(self, kind: str) -> float:
        return self.counts[f"matched {kind}"] / self.counts[f"gold {kind}"]

    def f1(self, kind: str) -> float:
        return f1(self.counts, kind)

    def deadlines_f1(self) -> float:
        """How well the words of deadlines are found on the matched pairs."""
        given = self.judged["deadline found"] + self.counts["deadlines"]
        return 2 * self.right["deadline found"] / given

    def judge(self, field: str, right: bool) -> None:
        self.judged[field] += 1
        self.right[field] += right


def tally(folder: Path = GOLD) -> Tally:
    """Score the extractor on every statement of a folder."""
    total = Tally(0, Counter(), Counter(), Counter())
    for one in statements(folder):
        matched, counts = pairs(one)
        total.statements += 1
        total.counts.update(counts)
        for mark, found in matched:
            _judge(total, mark, found)
        _traps(total, one)
    return total


def _judge(total: Tally, mark: dict[str, Any], found: Candidate) -> None:
    total.judge("owner", str(mark["owner"]).casefold() == str(found.owner).casefold())
    total.judge("owner basis", mark["owner_basis"] == found.owner_basis)
    total.judge("testable", mark["testable"] == found.testable)
    if mark["strength"] is not None:
        far = 9 if found.strength is None else abs(mark["strength"] - found.strength)
        total.judge("strength", far == 0)
        total.judge("strength within one", far <= 1)
    width = max(mark["end"], found.end) - min(mark["start"], found.start)
    common = min(mark["end"], found.end) - max(mark["start"], found.start)
    total.judged["overlap"] += width
    total.right["overlap"] += common
    due, want = found.deadline, mark["deadline"]
    total.counts["deadlines"] += want is not None
    if due is not None:
        total.judge("deadline found", want is not None and _share_words(want["text"], due.text))
    if want is not None:
        dated = due.date.isoformat() if due and due.date else None
        total.judge("deadline dated", due is not None and want["date"] == dated)


def _share_words(one: str, other: str) -> bool:
    one, other = " ".join(one.split()), " ".join(other.split())
    return one in other or other in one


def _traps(total: Tally, statement: Statement) -> None:
    """A trap is taken when an item that is none covers half of it."""
    found = extract(statement.text, statement.known()).candidates
    marked = [(item["start"], item["end"]) for item in statement.marks["items"]]
    for trap in statement.marks.get("traps", ()):
        start = statement.text.index(trap["quote"])
        end = start + len(trap["quote"])
        taken = any(
            min(end, one.end) - max(start, one.start) >= (end - start) / 2
            and not any(overlap(*mark, one) >= FOUND for mark in marked)
            for one in found
        )
        total.judge("trap avoided", not taken)
