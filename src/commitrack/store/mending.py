"""Mending what is derived from the record or lies around it. The record itself is never touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from commitrack.model.errors import StoreError
from commitrack.store import file_checks, record_checks, sketches, staleness, tallies
from commitrack.store.engine import Connection, translated
from commitrack.store.findings import Finding, Mend, some
from commitrack.store.genuine import (
    Difference,
    Fault,
    differences,
    index_sql,
    is_mendable,
    is_older,
)
from commitrack.store.locking import immediate
from commitrack.store.opening import as_it_is
from commitrack.store.triggers import rebuild_triggers
from commitrack.store.views import rebuild_views


def mend(place: Path, kind: Mend) -> str:
    """Mend one thing; what was done. Raises a `CommitrackError` when it could not be, and then
    nothing was.
    """
    if kind is Mend.ACCESS:
        return _make_private(place)
    if kind is Mend.LEFTOVERS:
        return _remove_leftovers(place)
    with as_it_is(place) as connection:
        if kind is Mend.JOURNAL:
            return _set_journal(connection)
        by, check = _INSIDE[kind]
        with translated(str(place)), immediate(connection):
            done = by(connection)
            left = [one for one in check(connection) if one.mend is kind]
            if left:
                raise StoreError(f"it did not help, and was taken back: {left[0].words}")
            return done


def _make_private(place: Path) -> str:
    changed = []
    for path in file_checks.private_files(place):
        mode = path.stat().st_mode & 0o7777
        if mode & 0o007:
            path.chmod(mode & ~0o007)
            changed.append(f"{path} {mode:04o} → {mode & ~0o007:04o}")
    return some(changed)


def _remove_leftovers(place: Path) -> str:
    removed = []
    for path in file_checks.forsaken(place):
        path.unlink(missing_ok=True)
        removed.append(str(path))
    return f"removed {some(removed)}"


def _set_journal(connection: Connection) -> str:
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise StoreError(f"SQLite keeps the journal {mode!r}")
    return "the journal is a write-ahead log"


def _build_entries(connection: Connection) -> str:
    connection.execute("REINDEX")
    return "every index was built anew from its table"


def _make_indexes(connection: Connection) -> str:
    wanted = index_sql()
    odd = _odd(connection, "index")
    for one in odd:
        connection.execute(f"DROP INDEX IF EXISTS {_quoted(one.name)}")
        if one.fault is not Fault.FOREIGN:
            connection.execute(wanted[one.name])
    return _told(odd)


def _make_triggers(connection: Connection) -> str:
    odd = _odd(connection, "trigger")
    if is_older(connection):  # its own are made anew when it is brought up to date
        for one in odd:
            connection.execute(f"DROP TRIGGER {_quoted(one.name)}")
    else:
        rebuild_triggers(connection)
    return _told(odd)


def _odd(connection: Connection, kind: str) -> list[Difference]:
    return [
        one
        for one in differences(connection)
        if one.kind == kind
        and one.fault is not Fault.BESIDE
        and is_mendable(one, older=is_older(connection))
    ]


def _quoted(name: str) -> str:
    """A name as SQL has it; another program may have called something anything."""
    return '"' + name.replace('"', '""') + '"'


def _told(odd: Sequence[Difference]) -> str:
    away = some(one.name for one in odd if one.fault is Fault.FOREIGN)
    made = some(one.name for one in odd if one.fault is not Fault.FOREIGN)
    return " · ".join(
        words for words in (f"made {made}" * bool(made), f"took away {away}" * bool(away)) if words
    )


def _make_views(connection: Connection) -> str:
    odd = _odd(connection, "view")
    rebuild_views(connection)
    return f"made {some(one.name for one in odd)}"


def _build_words(connection: Connection) -> str:
    connection.execute("INSERT INTO commitments_fts (commitments_fts) VALUES ('rebuild')")
    return "the word index was built anew"


def _make_sketches(connection: Connection) -> str:
    odd = sketches.stale(connection)
    sketches.rebuild(connection, odd)
    return f"{len(odd)} worked out anew"


def _count_anew(connection: Connection) -> str:
    wrong = tallies.wrong(connection)
    tallies.recount(connection)
    return f"counted anew by {some(wrong)}"


def _work_out_what_is_stale(connection: Connection) -> str:
    wrong = staleness.wrong(connection)
    staleness.work_out(connection)
    return f"worked out anew for {wrong}"


_INSIDE: dict[
    Mend, tuple[Callable[[Connection], str], Callable[[Connection], Iterator[Finding]]]
] = {
    Mend.ENTRIES: (_build_entries, lambda connection: record_checks.pages(connection, full=True)),
    Mend.INDEXES: (_make_indexes, record_checks.schema),
    Mend.TRIGGERS: (_make_triggers, record_checks.schema),
    Mend.VIEWS: (_make_views, record_checks.schema),
    Mend.WORDS: (_build_words, lambda connection: record_checks.words(connection, thorough=True)),
    Mend.SKETCHES: (_make_sketches, record_checks.likenesses),
    Mend.COUNTS: (_count_anew, record_checks.counts),
    Mend.STALENESS: (_work_out_what_is_stale, record_checks.days_of_staleness),
}
