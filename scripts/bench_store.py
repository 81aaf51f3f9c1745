"""Measure the store at scale, each figure against the plain `sqlite3` module on the same question.

The baseline asks the same store, or writes the same rows, with the least code that can: what ours
takes longer is what rules, history, seals and records cost.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from commitrack.model.actions import Edit, SetFields
from commitrack.model.history import Signature
from commitrack.query import FIELDS, Query, expand, parse
from commitrack.query.views import BUILT_IN
from commitrack.store import Lens, Store, open_store
from commitrack.store.compiling import compile_query
from commitrack.store.derived import MODEL_FIELDS
from commitrack.store.engine import connect
from commitrack.store.seal import seal
from make_store import IN_ONE, TODAY, filings, fill
from measuring import Figure, Tables, paired, took

LENS = Lens(TODAY, "ann")
BY = Signature("bench", TODAY, datetime(2026, 3, 2, 9, tzinfo=UTC))
_VIEWS = {one.name: expand(parse(one.query), {}) for one in BUILT_IN}
_SORTS = tuple(
    f"{down}{name}"
    for name, spec in FIELDS.items()
    if spec.sortable and name not in MODEL_FIELDS
    for down in ("", "-")
)

_USUAL = ("due", "-title", "owner")
"""The sorts by which a view is measured as a whole list; by every sort, only everything is."""

SCALE = 1_000_000
"""Commitments in the store that is measured when nobody says otherwise."""


@contextmanager
def large(number: int, place: Path | None) -> Iterator[Path]:
    """The store at `place`, or one of so many commitments that is built now and thrown away."""
    if place is not None:
        yield place
        return
    with tempfile.TemporaryDirectory() as name:
        built = Path(name) / "scale.db"
        store = open_store(built, create=True)
        for _ in fill(store, number):
            pass
        store.close()
        yield built


def scale(number: int = SCALE, place: Path | None = None) -> list[Figure]:
    """All figures: of a store of so many commitments that is built now, or of one at `place`."""
    with tempfile.TemporaryDirectory() as name:
        figures = importing(Path(name), min(number, 20_000))
    with large(number, place) as found:
        return [*at_scale(found), *figures]


def at_scale(place: Path) -> list[Figure]:
    """Everything that is asked of a large store, and small writes to it."""
    figures = [*_starts(place)]
    store = open_store(place)
    plain = sqlite3.connect(place)
    plain.row_factory = sqlite3.Row
    try:
        number = store.counts({"all": parse("")}, LENS)["all"]
        middle = number // 2
        figures += [
            _opening(place),
            *_pages(store, plain, middle),
            *_lists(store, plain),
            *_counts(store, plain),
            *_words(store, plain),
            _edit(store, place),
            _adding(store, place),
            _undo(store, place, number),
            _undo_of_moves(store, number),
        ]
    finally:
        plain.close()
        store.close()
    return figures


def _command(*words: str) -> Callable[[], object]:
    return lambda: subprocess.run(words, check=True, capture_output=True)


def _starts(place: Path) -> Iterator[Figure]:
    """A whole process, against `sqlite-utils` fetching one page of the same file."""
    program = Path(sys.executable)
    at = ("--store", str(place), "--today", TODAY.isoformat())
    ours = str(program.with_name("commitrack"))
    other = _command(
        str(program.with_name("sqlite-utils")), "rows", str(place), "commitments", "--limit", "50"
    )
    for words in (
        ("list", "is:overdue", "--limit", "50"),
        ("list", "is:overdue", "--format", "ids"),
        ("history", "--limit", "3"),
    ):
        yield paired(
            f"commitrack {' '.join(words)}",
            _command(ours, *at, *words),
            "sqlite-utils rows",
            other,
            9,
            "100 ms, 1×" if words[0] == "list" and "--limit" in words else "",
        )
    check = _command(
        str(program.with_name("sqlite-utils")), "query", str(place), "PRAGMA quick_check"
    )
    yield paired("commitrack doctor", _command(ours, *at, "doctor"), "quick_check", check, 1)


def _opening(place: Path) -> Figure:
    """Opening, and the records of the first page of what is open."""

    def ours() -> None:
        store = open_store(place)
        store.dossiers(store.page(_VIEWS["open"], LENS))
        store.close()

    def plain() -> None:
        connection = connect(place)
        sql, values = compile_query(connection, _VIEWS["open"], LENS, limit=64)
        numbers = [row[0] for row in connection.execute(sql, values)]
        _dossiers(connection, numbers)
        connection.close()

    what = "open, and the records of the first page"
    return paired(what, ours, "sqlite3, same SQL", plain, 15, "2×")


_FILED = (
    *("mentions", "commitment_parties", "dismissals", "evidence", "checks", "date_moves"),
    "reviews",
)


def _dossiers(connection: sqlite3.Connection, numbers: list[int]) -> None:
    """The rows that a page of records is made of, and nothing made of them."""
    marks = ",".join("?" * len(numbers))
    connection.execute(f"SELECT * FROM commitments WHERE id IN ({marks})", numbers).fetchall()
    for table in _FILED:
        connection.execute(
            f"SELECT * FROM {table} WHERE commitment IN ({marks})", numbers
        ).fetchall()
    for table in ("links", "suggestions"):
        for end in ("commitment", "other"):
            connection.execute(
                f"SELECT * FROM {table} WHERE {end} IN ({marks})", numbers
            ).fetchall()
    connection.execute(
        "SELECT id, title, said_on, precision, publisher, speaker, role, source FROM statements "
        f"WHERE id IN (SELECT statement FROM commitments WHERE id IN ({marks}))",
        numbers,
    ).fetchall()


def _pages(store: Store, plain: sqlite3.Connection, middle: int) -> Iterator[Figure]:
    """A page out of the middle: of everything by date, and of any view by any sort at its worst."""
    query = parse("sort:due")
    sql, values = compile_query(plain, query, LENS, limit=64)
    store.page(query, LENS, middle)
    yield paired(
        "everything by date: a page from the middle",
        lambda: store.page(query, LENS, middle),
        "sqlite3, OFFSET",
        lambda: plain.execute(f"{sql} OFFSET {middle}", values).fetchall(),
        9,
        "3 ms",
    )
    numbers = store.page(query, LENS, middle)
    yield paired(
        "the records of that page",
        lambda: store.dossiers(numbers),
        "sqlite3, same SQL",
        lambda: _dossiers(plain, list(numbers)),
        15,
    )


def _lists(store: Store, plain: sqlite3.Connection) -> Iterator[Figure]:
    """Every view by every sort: its first page unopened, and then any page of it, opened.

    How long it takes to open one, the whole of it in order, is measured of the usual sorts only.
    """
    firsts: list[tuple[float, str]] = []
    wholes: list[tuple[float, str]] = []
    others: list[tuple[float, str]] = []
    for name, sort in itertools.product(_VIEWS, _SORTS):
        query = Query(_VIEWS[name].where, parse(f"sort:{sort}").sort)
        what = f"@{name} sort:{sort}"
        firsts.append((_often(lambda query=query: store.page(query, LENS)), what))  # type: ignore[misc]
        whole = took(lambda query=query: store.ids(query, LENS))  # type: ignore[misc]
        if name == "all" or sort in _USUAL:
            wholes.append((whole, what))
        length = len(store.ids(query, LENS))
        others.append(
            (_often(lambda query=query, at=length // 2: store.page(query, LENS, at)), what)  # type: ignore[misc]
        )
    for title, times, limit in (
        ("any page of an opened list", others, "3 ms"),
        ("first page, unopened", firsts, ""),
        ("opening: the whole list in order", wholes, ""),
    ):
        ms, what = max(times)
        query = Query(_VIEWS[what.split()[0][1:]].where, parse(what.split()[1]).sort)
        sql, values = compile_query(plain, query, LENS, limit=64 if times is firsts else None)
        baseline = took(lambda sql=sql, values=values: plain.execute(sql, values).fetchall())  # type: ignore[misc]
        middle = statistics.median(one for one, _ in times)
        within = sum(one <= 3 for one, _ in times)
        yield Figure(
            f"{title}: slowest of {len(times)} ({what}; median {middle:.1f} ms, "
            f"{within} within 3 ms)",
            ms,
            "sqlite3, same SQL",
            baseline,
            limit,
        )


def _counts(store: Store, plain: sqlite3.Connection) -> Iterator[Figure]:
    def grouped() -> None:
        for view in _VIEWS.values():
            sql, values = compile_query(plain, view, LENS, ordered=False)
            plain.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()
        for field in store.facets():
            plain.execute(
                f"SELECT {field}, count(*) FROM commitments WHERE present = 1 GROUP BY 1"
            ).fetchall()

    def ours() -> None:
        store.counts(_VIEWS, LENS)
        store.facets()

    what = "counts of all views and facets"
    yield paired(what, ours, "sqlite3, counting rows", grouped, 5, "150 ms")


def _words(store: Store, plain: sqlite3.Connection) -> Iterator[Figure]:
    for text in ("night shelters", "ombud", '"cancer patients"', "libr millb"):
        query = parse(text)
        found = store.counts({"n": query}, LENS)["n"]
        match = compile_query(plain, query, LENS)[1][0]
        yield paired(
            f"word search: {text} ({found:,} found), first page",
            lambda query=query: store.page(query, LENS),  # type: ignore[misc]
            "sqlite3, MATCH",
            lambda match=match: plain.execute(  # type: ignore[misc]
                "SELECT rowid FROM commitments_fts WHERE commitments_fts MATCH ? LIMIT 64", (match,)
            ).fetchall(),
            9,
            "50 ms",
        )
        yield paired(
            f"word search: {text}, counted",
            lambda query=query: store.counts({"n": query}, LENS),  # type: ignore[misc]
            "sqlite3, MATCH",
            lambda match=match: plain.execute(  # type: ignore[misc]
                "SELECT count(*) FROM commitments_fts WHERE commitments_fts MATCH ?", (match,)
            ).fetchall(),
            9,
            "50 ms",
        )


def _edit(store: Store, place: Path) -> Figure:
    """One field with its history and seal, against the same SQL by hand on the same store."""
    count = iter(range(1_000_000))
    plain = connect(place)
    plain.execute("PRAGMA synchronous = FULL")

    def edit() -> None:
        store.apply([Edit(1, SetFields({"note": f"note {next(count)}"}))], BY)

    def by_hand() -> None:
        plain.execute("BEGIN IMMEDIATE")
        tx = _transaction(plain)
        plain.execute(
            "UPDATE commitments SET note = ?, tx = ? WHERE id = 2", (f"note {next(count)}", tx)
        )
        plain.execute("UPDATE transactions SET action = 'set note C-0002' WHERE id = ?", (tx,))
        plain.execute("UPDATE transactions SET hash = ? WHERE id = ?", (seal(plain, tx), tx))
        plain.execute("COMMIT")

    try:
        what = "one edit: rules, history, words, seal"
        return paired(what, edit, "sqlite3, same SQL", by_hand, 99, "3×")
    finally:
        plain.close()


def _adding(store: Store, place: Path) -> Figure:
    """How long others wait for the lock while a statement comes in whose promises are held against
    all on record, beside all the time that it takes.
    """
    waits = [0.0]
    ended = threading.Event()

    def knock() -> None:
        with contextlib.closing(sqlite3.connect(place, timeout=60, isolation_level=None)) as other:
            while not ended.is_set():
                waits.append(took(lambda: other.executescript("BEGIN IMMEDIATE; ROLLBACK")))

    (filing,) = filings(IN_ONE, seed=store.pulse().newest)
    other = threading.Thread(target=knock)
    other.start()
    try:
        ms = took(lambda: store.add_statement(filing.draft, filing.proposals, {}, BY))
    finally:
        ended.set()
        other.join()
    store.undo(BY)
    what = f"the wait beside a statement of {len(filing.proposals)} promises that is added"
    return Figure(what, max(waits), "all of the adding", ms, "2 s")


def _transaction(plain: sqlite3.Connection) -> int:
    begun = plain.execute(
        "INSERT INTO transactions (at, actor, client, action) "
        "VALUES ('2026-03-02T09:00:00+00:00', 'bench', 'cli', '')"
    )
    return int(begun.lastrowid or 0)


@contextmanager
def _scratch(place: Path) -> Iterator[sqlite3.Connection]:
    """A small store beside it, with the same schema, triggers and settings, to write to by hand."""
    scratch = place.with_name("by-hand.db")
    store = open_store(scratch, create=True)
    list(store.add_many(filings(1), BY))
    store.close()
    plain = sqlite3.connect(scratch, isolation_level=None)
    plain.execute("PRAGMA synchronous = FULL")
    try:
        yield plain
    finally:
        plain.close()
        for file in place.parent.glob("by-hand.db*"):
            file.unlink()


def _undo(store: Store, place: Path, number: int) -> Figure:
    """Taking back one bulk edit of a hundred thousand rows, against as many updates by hand."""
    many = min(100_000, number)
    edits = [Edit(one, SetFields({"beneficiary": "everybody"})) for one in range(1, many + 1)]
    receipt = store.apply(edits, BY)
    ms = took(lambda: store.undo(BY, receipt.transaction))
    with _scratch(place) as plain:
        plain.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, beneficiary TEXT, tx INTEGER)")
        plain.execute(
            "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO rows SELECT i, 'everybody', 1 FROM n",
            (many,),
        )

        def by_hand() -> None:
            plain.execute("BEGIN")
            tx = _transaction(plain)
            for one in range(1, many + 1):
                plain.execute("UPDATE rows SET beneficiary = NULL, tx = ? WHERE id = ?", (tx, one))
                plain.execute(
                    "INSERT INTO changes (tx, record, row, field, old, new, commitment) "
                    "VALUES (?1, 'commitments', ?2, 'beneficiary', 'everybody', NULL, ?2)",
                    (tx, one),
                )
            plain.execute("COMMIT")

        baseline = took(by_hand)
    what = f"undo of a bulk edit of {many:,} rows"
    return Figure(what, ms, "sqlite3, row by row", baseline, "10000 ms")


def _undo_of_moves(store: Store, number: int) -> Figure:
    """Taking back the move of as many due dates, against the undo of a field that is in no index.

    Each move is filed with its reason, so that two rows go back for each: the limit is that of a
    bulk edit of as many rows.
    """
    found = store.ids(parse("is:open due:>2026-06-30"), LENS)[: min(100_000, number)]

    def undone(**values: object) -> float:
        edits = [Edit(one, SetFields(values, "as announced")) for one in found]  # type: ignore[arg-type]
        receipt = store.apply(edits, BY)
        return took(lambda: store.undo(BY, receipt.transaction))

    plain = undone(beneficiary="somebody")
    ms = undone(due=TODAY + timedelta(days=3_000))
    what = f"undo of {len(found):,} moves of due dates ({2 * len(found):,} rows)"
    return Figure(what, ms, "undo of a plain field", plain, "20000 ms")


def importing(folder: Path, number: int) -> list[Figure]:
    """The bulk import, against the plain module putting the same rows in, history and all."""
    staged = list(filings(number))
    store = open_store(folder / "imported.db", create=True)
    ms = took(lambda: list(store.add_many(staged, BY)))
    store.close()
    source = sqlite3.connect(folder / "imported.db")
    tables = [
        *("transactions", "statements", "copies", "parties", "commitments", "mentions"),
        *("commitment_parties", "evidence", "checks", "reviews", "changes", "sketches"),
    ]
    contents = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    source.close()
    open_store(folder / "plain.db", create=True).close()
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    for (name,) in plain.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE 'words_%'"
    ).fetchall():
        plain.execute(f'DROP TRIGGER "{name}"')

    def by_hand() -> None:
        plain.execute("BEGIN")
        for table, rows in contents.items():
            if rows:
                marks = ",".join("?" * len(rows[0]))
                plain.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        plain.execute("COMMIT")

    baseline = took(by_hand)
    plain.close()
    # A row is a row of a table, be it of the record, of its history or of the sketches; what
    # indexes, tallies and the word index hold is not counted.
    everything = sum(map(len, contents.values()))
    record = sum(len(contents[table]) for table in tables[1:-2])
    rate = everything / (ms / 1000)
    return [
        Figure(
            f"bulk import: {rate:,.0f} rows a second ({number:,} commitments with what is filed "
            f"are {record:,} rows, and {everything - record:,} of history and sketches)",
            ms,
            "sqlite3, same rows",
            baseline,
            f"{everything / 25:.0f} ms",
        )
    ]


def _often(run: Callable[[], object]) -> float:
    """The median of three runs."""
    return statistics.median(took(run) for _ in range(3))


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--commitments", type=int, default=SCALE, help="how many to put in")
    parser.add_argument("--store", type=Path, help="measure this one, which is written to")
    given = parser.parse_args()
    Tables().show("the store at scale", scale(given.commitments, given.store))


if __name__ == "__main__":
    main()
