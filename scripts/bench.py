"""Measure commitrack against baselines of the same run, and print the table.

Machines drift, so no figure here means anything by itself: each is the median of several runs and
is printed with its ratio to a baseline measured in between. Nothing is asserted.

What is to stay within so many milliseconds is judged by the pace of this machine: see `measuring`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from bench_adding import adding
from bench_beside import COMING, beside
from bench_extract import extraction, hostile, memory
from bench_reports import NUMBER, filled, rendered, report_memory, reports
from bench_site import PUBLISHED, site
from bench_store import SCALE, large, scale
from bench_tui import tui
from commitrack.demo import build_demo
from commitrack.model.actions import Edit, SetFields
from commitrack.model.history import Signature
from commitrack.store import Store, open_store
from commitrack.store.engine import connect, set_pragmas
from measuring import Figure, Tables, paired

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "data" / "statements" / "nhs-confederation-west-london.txt"
TODAY = date(2026, 3, 2)
BY = Signature("bench", TODAY, datetime(2026, 3, 2, 9, tzinfo=UTC))


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


def main() -> None:
    """Measure everything and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--commitments", type=int, default=SCALE, help="how many are in the large store"
    )
    parser.add_argument("--store", type=Path, help="the large store, if it is built; is written to")
    given = parser.parse_args()
    show = Tables().show
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = folder / "demo" / "record.db"
        store = open_store(place, create=True)
        build_demo(store, TODAY)
        figures = [*starts(place), *writes(store, place), *extraction()]
        figures += adding(folder, BY)
        store.close()
    show("medians; only the ratios mean anything", figures)
    with large(given.commitments, given.store) as place:
        show(f"the terminal UI on a store of {given.commitments:,}", tui(place))
        show(f"a store of {given.commitments:,}", scale(given.commitments, place))
    with tempfile.TemporaryDirectory() as name:
        show("beside an import", beside(Path(name), min(given.commitments, COMING)))
    reported = min(given.commitments, NUMBER)
    with filled(reported) as store, filled(max(reported // 10, 1)) as smaller:
        show(f"reports on {reported:,} commitments, processor time", reports(store, reported))
        show("the longest of them drawn, processor time", rendered(store, reported))
        show("what they hold meanwhile", report_memory(store, smaller))
    show("the public page; one run each", site(min(PUBLISHED, given.commitments // 5)))
    show("a megabyte of one thing over and over: the slowest, in processor time", hostile())
    print(memory())


if __name__ == "__main__":
    main()
