"""What can be wrong in a store: its pages, its schema, what refers to what, what is derived."""

from __future__ import annotations

import re
from collections.abc import Iterator

from commitrack.model.ids import commitment_id, statement_id
from commitrack.store import binding, engine, scrubbing, seal, sketches, staleness, tallies
from commitrack.store.engine import Connection
from commitrack.store.findings import MENDABLE, Finding, Level, Mend, either, some
from commitrack.store.genuine import Difference, Fault, differences, is_mendable, is_older
from commitrack.store.locking import immediate
from commitrack.store.snapshots import page_faults, page_faults_but_of
from commitrack.store.watching import Watch, unwatched

RESTORE = "commitrack restore puts a backup in its place"
_STALE_INDEX = re.compile(
    r"(?:row \S+ (?:missing|values differ) from|wrong # of entries in|non-unique entry in)"
    r" index (?P<name>\S+)"
)
_MOST = 20
"""Faults of the pages that are asked for."""


def pages(connection: Connection, *, full: bool, thorough: bool = True) -> Iterator[Finding]:
    """SQLite's own check of every page; in full, of every index against its table as well.

    Unless it is `thorough`, the pages of the history are left out, which are most of a large store.
    """
    if thorough:
        faults = page_faults(connection, indexes=full, limit=_MOST)
    else:
        faults = page_faults_but_of(connection, "changes")
    stale = [match["name"] for fault in faults if (match := _STALE_INDEX.fullmatch(fault))]
    if len(stale) < len(faults):
        others = [fault for fault in faults if not _STALE_INDEX.fullmatch(fault)]
        yield Finding("pages", Level.DAMAGED, some(others), RESTORE)
    elif stale:
        names = some(dict.fromkeys(stale))
        yield Finding(
            "pages",
            Level.WRONG,
            f"what these indexes say is not what their tables hold: {names}",
            f"{MENDABLE} builds them anew",
            Mend.ENTRIES,
        )
    else:
        if full:
            told = "every page is whole and every index agrees with its table"
        elif thorough:
            told = "every page is whole (--full compares the indexes)"
        else:
            told = (
                "every page of the record is whole "
                "(--full reads those of its history as well, and compares the indexes)"
            )
        yield Finding("pages", Level.OK, told)


def schema(connection: Connection) -> Iterator[Finding]:
    """The tables, indexes and triggers, held against those of the program that made them."""
    older = is_older(connection)
    found = differences(connection)
    yield from either(
        "schema",
        (finding for kind in _KINDS for finding in _of_kind(kind, found, older=older)),
        "tables, indexes, triggers and views are those of commitrack",
    )


_KINDS = ("table", "index", "trigger", "view")
_MENDED = {
    "index": (
        Mend.INDEXES,
        f"{MENDABLE} makes commitrack's anew, and takes away all others on its tables",
    ),
    "trigger": (Mend.TRIGGERS, f"{MENDABLE} makes commitrack's anew, and takes away all others"),
    "view": (Mend.VIEWS, f"{MENDABLE} makes them anew"),
}


def _of_kind(kind: str, found: tuple[Difference, ...], *, older: bool) -> Iterator[Finding]:
    for fault in Fault:
        parts = [one for one in found if (one.kind, one.fault) == (kind, fault)]
        names = [one.name for one in parts]
        if not names:
            continue
        many = kind if len(names) == 1 else {"index": "indexes"}.get(kind, f"{kind}s")
        if fault is Fault.BESIDE:
            words = f"{many} that another program made: {some(names)}"
            yield Finding("schema", Level.ADVICE, words, "harmless if you know of it")
            continue
        words = {
            Fault.MISSING: f"{many} missing: {some(names)}",
            Fault.CHANGED: f"{many} changed by another program: {some(names)}",
            Fault.FOREIGN: f"{many} of another program, which may change what is written: "
            f"{some(names)}",
        }[fault]
        if all(is_mendable(one, older=older) for one in parts):
            mend, way_out = _MENDED[kind]
            yield Finding("schema", Level.WRONG, words, way_out, mend)
        else:
            level = Level.DAMAGED if kind == "table" else Level.WRONG
            yield Finding("schema", level, words, RESTORE)


def journal(connection: Connection) -> Iterator[Finding]:
    """Whether the store keeps a write-ahead log, so that readers and writers do not wait."""
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if mode == "wal":
        yield Finding("journal", Level.OK, "a write-ahead log")
    else:
        yield Finding(
            "journal",
            Level.WRONG,
            f"another program has set the journal to {mode!r}: readers and writers wait for each "
            "other",
            f"{MENDABLE} sets it back",
            Mend.JOURNAL,
        )


def references(connection: Connection, *, thorough: bool = True) -> Iterator[Finding]:
    """Rows that refer to rows that are not there, and mentions of what is not on record.

    Unless it is `thorough`, of the sketches, which are derived, nothing is asked.
    """
    found = _dangling(connection, thorough=thorough)
    yield from either("references", found, "everything refers to what is there")


def _dangling(connection: Connection, *, thorough: bool) -> Iterator[Finding]:
    # A change refers to its transaction, of which there are few: SQLite would look each up anew.
    stray = seal.missing(connection)
    lost = [] if stray is None else [f"changes of transaction {stray} (to transactions)"]
    left_out = {"changes"} if thorough else {"changes", "sketches"}
    lost += [
        f"{row[0]} {row[1]} (to {row[2]})"
        for (name,) in connection.execute(
            "SELECT DISTINCT s.name FROM sqlite_schema s, pragma_foreign_key_list(s.name) "
            "WHERE s.type = 'table' AND s.rootpage > 0 ORDER BY s.rowid"
        ).fetchall()
        if name not in left_out
        for row in connection.execute(f'PRAGMA foreign_key_check("{_escaped(name)}")')
    ]
    if lost:
        yield Finding("references", Level.WRONG, f"to rows that are gone: {some(lost)}", RESTORE)
    orphans = [
        f"mention {row[0]} of {commitment_id(row[1])} in {statement_id(row[2])}"
        for row in connection.execute(
            "SELECT m.id, m.commitment, m.statement FROM mentions m "
            "LEFT JOIN statements s ON s.id = m.statement AND s.present = 1 "
            "LEFT JOIN commitments c ON c.id = m.commitment AND c.present = 1 "
            "WHERE m.present = 1 AND (s.id IS NULL OR c.id IS NULL) ORDER BY m.id"
        )
    ]
    if orphans:
        yield Finding(
            "references",
            Level.WRONG,
            f"orphans, whose statement or commitment is not on record: {some(orphans)}",
            "commitrack history shows what took it off the record, and undo brings it back",
        )


def _escaped(name: str) -> str:
    return name.replace('"', '""')


def quotes(connection: Connection) -> Iterator[Finding]:
    """Whether every quote still stands in its statement where its mention says."""
    yield from either("quotes", _misquoted(connection), "every quote stands where it is said to")


def _misquoted(connection: Connection) -> Iterator[Finding]:
    wrong: list[str] = []
    for number, text in connection.execute(
        "SELECT id, text FROM statements WHERE present = 1 ORDER BY id"
    ):
        for row in connection.execute(
            'SELECT id, commitment, start, "end", quote FROM mentions '
            "WHERE statement = ? AND present = 1",
            (number,),
        ):
            if text[row["start"] : row["end"]] != row["quote"]:
                place = f"characters {row['start']}–{row['end']} of {statement_id(number)}"
                wrong.append(f"{commitment_id(row['commitment'])} at {place}")
    if wrong:
        yield Finding(
            "quotes",
            Level.WRONG,
            f"not what the statement says there: {some(wrong)}",
            f"commitrack doctor --verify says since when; {RESTORE}",
        )


def words(connection: Connection, *, thorough: bool) -> Iterator[Finding]:
    """Whether the word index holds the words of the commitments.

    Comparing them needs the lock of a writer for as long as it takes; otherwise they are counted.
    """
    if thorough and _index_differs(connection):
        words = "the word index is not of the commitments' words: a search may miss some"
    elif not thorough and _index_lacks(connection):
        words = "the word index lacks commitments: a search may miss them"
    else:
        told = "the word index is that of the commitments"
        if not thorough:
            told = "the word index has every commitment (--full compares the words)"
        yield Finding("words", Level.OK, told)
        return
    yield Finding("words", Level.WRONG, words, f"{MENDABLE} builds it anew", Mend.WORDS)


def _index_differs(connection: Connection) -> bool:
    ask = "INSERT INTO commitments_fts (commitments_fts, rank) VALUES ('integrity-check', 1)"
    try:
        if connection.in_transaction:
            connection.execute(ask)
        else:
            with immediate(connection, keep=False):
                connection.execute(ask)
    except engine.DatabaseError as error:
        if (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_CORRUPT"):
            return True
        raise
    return False


def _index_lacks(connection: Connection) -> bool:
    counted = connection.execute(
        "SELECT (SELECT count(*) FROM commitments) - (SELECT count(*) FROM commitments_fts_docsize)"
    ).fetchone()
    return bool(counted[0])


def likenesses(connection: Connection) -> Iterator[Finding]:
    """Whether the sketches, by which versions are recognised, are those of the statements."""
    stale = [statement_id(number) for number in sketches.stale(connection)]
    if stale:
        yield Finding(
            "sketches",
            Level.WRONG,
            f"not those of their text, so that a new version may not be recognised: {some(stale)}",
            f"{MENDABLE} works them out anew",
            Mend.SKETCHES,
        )
    else:
        yield Finding("sketches", Level.OK, "those of the statements")


def counts(connection: Connection) -> Iterator[Finding]:
    """Whether the counts per value, which views and facets show, are those of the record."""
    wrong = tallies.wrong(connection)
    if wrong:
        yield Finding(
            "counts",
            Level.WRONG,
            f"the kept counts by {some(wrong)} are not those of the record",
            f"{MENDABLE} counts anew",
            Mend.COUNTS,
        )
    else:
        yield Finding("counts", Level.OK, "those of the record")


def days_of_staleness(connection: Connection) -> Iterator[Finding]:
    """Whether the days from which commitments are stale are those that the record gives."""
    wrong = staleness.wrong(connection)
    if wrong:
        yield Finding(
            "staleness",
            Level.WRONG,
            f"from when it is stale is kept wrongly for {wrong} "
            f"commitment{'' if wrong == 1 else 's'}",
            f"{MENDABLE} works it out anew",
            Mend.STALENESS,
        )
    else:
        yield Finding("staleness", Level.OK, "that of the record")


def history(connection: Connection, watch: Watch = unwatched) -> Iterator[Finding]:
    """Whether the chain of seals holds, and the record is what its history says."""
    found = seal.verify(connection, watch)
    if found.broken is None:
        count = f"{found.transactions} transaction{'' if found.transactions == 1 else 's'}"
        yield Finding("history", Level.OK, f"{count}, every seal fits")
    else:
        yield Finding(
            "history",
            Level.WRONG,
            f"transaction {found.broken} is the first whose record does not fit its seal: "
            f"{found.detail}",
            f"what follows it cannot be trusted; {RESTORE}, if one is from before",
        )


def purged(connection: Connection) -> Iterator[Finding]:
    """Whether what was erased from the record is out of the file as well; nothing when it is."""
    waiting = scrubbing.pending(connection)
    if waiting:
        yield Finding(
            "purged",
            Level.WRONG,
            "what was purged may still be in the file or its log",
            "commitrack purge finish cleans them",
        )


def imports(connection: Connection) -> Iterator[Finding]:
    """Whether every import came to its end; nothing when it did.

    What one that was cut short has brought in is whole, family by family.
    """
    for one in binding.unfinished(connection):
        yield Finding(
            "imports",
            Level.ADVICE,
            f"{one}, has not come to its end",
            "if it is not running any more, import the same file again, which brings the rest, or "
            f"take it back with commitrack undo {one.transaction}",
        )
