"""Measure commitrack against baselines of the same run, and print the table.

Machines drift, so no figure here means anything by itself: each is the median of several runs and
is printed with its ratio to a baseline measured in between. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bench_extract import extraction, hostile, memory
from bench_reports import NUMBER, filled, report_memory, reports
from bench_site import PUBLISHED, site
from bench_store import SCALE, scale
from commitrack.demo import build_demo
from commitrack.intake.adding import Told
from commitrack.intake.many import Run, all_processors
from commitrack.model.actions import Edit, SetFields
from commitrack.model.history import Signature
from commitrack.store import Store, open_store
from commitrack.store.engine import connect, set_pragmas
from measuring import Figure, paired, show

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "data" / "statements" / "nhs-confederation-west-london.txt"
TODAY = date(2026, 3, 2)
BY = Signature("bench", TODAY, datetime(2026, 3, 2, 9, tzinfo=UTC))
DOCUMENTS = 100


def command(*words: str) -> Callable[[], object]:
    """A whole process, from start to end."""
    return lambda: subprocess.run(words, check=True, capture_output=True)


def starts(place: Path) -> list[Figure]:
    """What a command costs, against an empty Python."""
    program = str(Path(sys.executable).with_name("commitrack"))
    empty = command(sys.executable, "-c", "pass")
    at = ("--store", str(place), "--today", TODAY.isoformat())
    return [
        paired(what, command(program, *words), "python -c pass", empty, 9)
        for what, words in (
            ("commitrack --version", ("--version",)),
            ("commitrack extract SEED --json", ("extract", str(SEED), "--json")),
            ("commitrack list is:overdue, demo store", (*at, "list", "is:overdue")),
        )
    ]


def writes(store: Store, place: Path) -> list[Figure]:
    """An edit with its history and seal, against a bare durable UPDATE."""
    plain = connect(_plain(place))
    set_pragmas(plain)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, note TEXT)")
    plain.execute("INSERT INTO notes VALUES (1, '')")
    count = iter(range(1_000_000))

    def edit() -> None:
        store.apply([Edit(1, SetFields({"note": f"{next(count)}"}))], BY)

    def update() -> None:
        plain.execute("UPDATE notes SET note = ? WHERE id = 1", (f"{next(count)}",))

    return [paired("one edit: rules, history, seal, commit", edit, "bare UPDATE", update, 200)]


def _plain(place: Path) -> Path:
    path = place.with_name("plain.db")
    path.touch()
    return path


def adding(folder: Path) -> list[Figure]:
    """Many documents with every processor, against one; few enough to be quick."""
    sources = folder / "sources"
    sources.mkdir()
    text = SEED.read_text(encoding="utf-8")
    for number in range(DOCUMENTS):
        parts = [text] * 4 + [f"We will publish report {number} by March 2027."]
        (sources / f"{number:03}.txt").write_text("\n\n".join(parts), encoding="utf-8")
    paths = tuple(map(str, sorted(sources.iterdir())))
    count = iter(range(1_000))

    def add(processes: int) -> None:
        shelf = _Shelf(open_store(folder / f"added-{next(count)}" / "record.db", create=True))
        try:
            for _ in Run(paths, {}, shelf, Told(), BY, io.BytesIO(), processes):
                pass
        finally:
            shelf.store.close()

    processors = all_processors()
    return [
        paired(
            f"add {DOCUMENTS} documents with {processors} processors",
            lambda: add(processors),
            "with one",
            lambda: add(1),
            3,
        )
    ]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A store that is open already."""

    store: Store

    def look(self) -> Store:
        """The store."""
        return self.store

    def open(self) -> Store:
        """The store."""
        return self.store


def main() -> None:
    """Measure everything and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--commitments", type=int, default=SCALE, help="how many are in the large store"
    )
    parser.add_argument("--store", type=Path, help="the large store, if it is built; is written to")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = folder / "demo" / "record.db"
        store = open_store(place, create=True)
        build_demo(store, TODAY)
        figures = [*starts(place), *writes(store, place), *extraction()]
        figures += adding(folder)
        store.close()
    show("medians; only the ratios mean anything", figures)
    show(f"a store of {given.commitments:,}", scale(given.commitments, given.store))
    reported = min(given.commitments, NUMBER)
    with filled(reported) as store:
        show(f"reports on {reported:,} commitments, processor time", reports(store, reported))
        print(report_memory(store))
    show("the public page; one run each", site(min(PUBLISHED, given.commitments // 5)))
    show("a megabyte of one thing over and over: the slowest, in processor time", hostile())
    print(memory())


if __name__ == "__main__":
    main()
