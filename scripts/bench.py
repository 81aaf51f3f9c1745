"""Measure commitrack against baselines of the same run, and print the table.

Machines drift, so no figure here means anything by itself: each is the median of several runs and
is printed with its ratio to a baseline measured in between. Nothing is asserted.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench_extract import extraction, hostile, memory
from commitrack.demo import build_demo
from commitrack.intake.adding import Told
from commitrack.intake.many import Run, all_processors
from commitrack.model.actions import Edit, SetFields
from commitrack.model.history import Signature
from commitrack.query import parse
from commitrack.store import Lens, Store, open_store
from commitrack.store.engine import Connection, connect, set_pragmas
from measuring import Figure, paired, show

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "data" / "statements" / "nhs-confederation-west-london.txt"
TODAY = date(2026, 3, 2)
LENS = Lens(TODAY, "bench")
BY = Signature("bench", TODAY, datetime(2026, 3, 2, 9, tzinfo=UTC))
MANY = 100_000
DOCUMENTS = 100
STATUSES = ("candidate", "rejected", "open", "open", "in_progress", "stalled", "delivered")


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


def lists(folder: Path) -> list[Figure]:
    """Lists over many commitments, against counting every row."""
    place = folder / "many.db"
    store = open_store(place, create=True)
    connection = connect(place)
    _fill(connection)

    def scan() -> object:
        return connection.execute("SELECT count(*) FROM commitments WHERE +present = 1").fetchone()

    ids = store.ids(parse(""), LENS)
    middle = list(ids[MANY // 2 : MANY // 2 + 64])
    found = [
        paired(
            f"{text or 'everything'}: ids of {MANY:,}",
            lambda text=text: store.ids(parse(text), LENS),  # type: ignore[misc]
            "count every row",
            scan,
            7,
        )
        for text in ("is:overdue sort:due", "is:open sort:due", "status:stalled", "")
    ]
    found.append(
        paired("a page of 64 dossiers", lambda: store.dossiers(middle), "count every row", scan, 7)
    )
    store.close()
    connection.close()
    return found


def _fill(connection: Connection) -> None:
    """Synthetic commitments, put in behind the guards since only reading is measured."""
    triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO transactions (at, actor, client, action, hash) VALUES (?, 'b', 'b', 'b', 'b')",
        (datetime(2026, 1, 1, tzinfo=UTC).isoformat(),),
    )
    connection.executemany(
        "INSERT INTO commitments (title, quote, kind, status, owner_basis, due_precision, cadence,"
        " testable, ongoing, priority, tags, cues, visibility, tx, due, follow_up)"
        " VALUES (?, 'q', 'commitment', ?, 'stated', 'day', 90, 1, 0, 2, '[]', '[]', 'internal',"
        " 1, ?, ?)",
        (
            (
                f"Commitment {number}",
                STATUSES[number * 7919 % len(STATUSES)],
                None if number % 3 == 0 else _day(number * 31 % 420 - 20),
                _day(number * 17 % 400 - 10),
            )
            for number in range(MANY)
        ),
    )
    connection.execute("COMMIT")


def _day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def main() -> None:
    """Measure everything and print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = folder / "demo" / "record.db"
        store = open_store(place, create=True)
        build_demo(store, TODAY)
        figures = [*starts(place), *writes(store, place), *extraction()]
        figures += [*adding(folder), *lists(folder)]
        store.close()
    show("medians; only the ratios mean anything", figures)
    show("a megabyte of one thing over and over: the slowest, in processor time", hostile())
    print(memory())


if __name__ == "__main__":
    main()
