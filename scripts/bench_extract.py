"""Measure the extractor: its speed, its growth with length, its memory, and its worst texts."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
import tomllib
from dataclasses import replace
from pathlib import Path

from commitrack.extract import extract
from measuring import Figure, paired

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
HOSTILE = ROOT / "tests" / "extract" / "hostile.toml"
MEGABYTE = 1_000_000
PACE = 10
"""Sentences in a millisecond, at least."""
WORDS = re.compile(r"\w+")
_SLOWEST = 8


def _gold() -> list[str]:
    return [path.read_bytes().decode("utf-8-sig") for path in sorted(GOLD.glob("*.txt"))]


def extraction() -> list[Figure]:
    """Reading the annotated statements, against finding their words by a regular expression."""
    texts = _gold()
    joined = "\n\n".join(texts * 4)
    count = sum(one.number is not None for one in extract(joined).sentences)
    single = sum(one.number is not None for text in texts for one in extract(text).sentences)

    def by_regex() -> object:
        return WORDS.findall(joined)

    return [
        paired(
            f"extract {single:,} sentences in {len(texts)} statements",
            lambda: [extract(text, explain=False) for text in texts],
            "four times their words by regex",
            by_regex,
            7,
            clock=time.process_time,
        ),
        paired(
            f"extract {count:,} sentences as one statement",
            lambda: extract(joined, explain=False),
            "their words by regex",
            by_regex,
            7,
            f"{count // PACE} ms",
            time.process_time,
        ),
        paired(
            "the same, with what decided each sentence",
            lambda: extract(joined),
            "without",
            lambda: extract(joined, explain=False),
            5,
            clock=time.process_time,
        ),
        paired(
            "a statement of twice the length",
            lambda: extract(joined + "\n\n" + joined, explain=False),
            "of its length",
            lambda: extract(joined, explain=False),
            5,
            clock=time.process_time,
        ),
    ]


def hostile() -> list[Figure]:
    """The slowest of the hostile texts: a megabyte of each, against half a megabyte.

    It is to take no more than a second, or the pace of any statement when it is itself more
    sentences than are read in a second.
    """
    units: dict[str, str] = tomllib.loads(HOSTILE.read_text(encoding="utf-8"))
    extract("We will read this first.")
    figures = [
        Figure(name, _taken(unit, MEGABYTE), "half of it", _taken(unit, MEGABYTE // 2))
        for name, unit in units.items()
    ]
    slowest = sorted(figures, key=lambda one: -one.ms)[:_SLOWEST]
    return [_judged(one, units[one.what]) for one in slowest]


def _judged(figure: Figure, unit: str) -> Figure:
    """The figure with how many sentences, headings and rows the text is, and with its limit."""
    count = len(extract(unit * (MEGABYTE // len(unit))).sentences)
    return replace(
        figure,
        what=f"{figure.what}: {count:,} sentences",
        limit=f"{max(1000, count // PACE)} ms",
    )


def _taken(unit: str, length: int) -> float:
    text = unit * (length // len(unit))
    begun = time.process_time()
    extract(text, explain=False)
    return (time.process_time() - begun) * 1000


def memory() -> str:
    """What reading ten megabytes takes at its peak, in a process of its own."""
    peaks = [
        int(
            subprocess.run(
                (sys.executable, __file__, str(size)), check=True, capture_output=True, text=True
            ).stdout
        )
        for size in (0, 1, 10)
    ]
    bare, one, ten = peaks
    return (
        f"memory at its peak, beyond the {bare} MB of an idle program: "
        f"{one - bare} MB for a statement of 1 MB, {ten - bare} MB for one of 10 MB"
    )


def _peak(size: int) -> int:
    """Megabytes, by the account of Linux, and elsewhere by that of `resource`, in bytes.

    What `resource` says on Linux holds the memory of the program that started this one, too.
    """
    base = "\n\n".join(_gold())
    text = (base + "\n\n") * (size * MEGABYTE // len(base))
    extract(text or "We will act.", explain=False)
    account = Path("/proc/self/status")
    if account.exists():
        line = next(one for one in account.read_text().splitlines() if one.startswith("VmHWM:"))
        return int(line.split()[1]) // 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


if __name__ == "__main__":
    print(_peak(int(sys.argv[1])))
