"""Examining a store without changing it; mending what can be without touching the record."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from commitrack.homes import at_home
from commitrack.model.errors import CommitrackError, NotAStore
from commitrack.store import file_checks, mending, record_checks
from commitrack.store.backups import fallback
from commitrack.store.engine import READING_ERRORS, Connection, explain
from commitrack.store.findings import Examination, Finding, Level, Mend
from commitrack.store.genuine import released
from commitrack.store.opening import as_it_is
from commitrack.store.snapshots import look
from commitrack.store.version import NEWEST, SchemaVersion
from commitrack.store.watching import Watch, unwatched

_SMALL = 20_000
"""Commitments up to which everything derived is compared unasked: a moment's work."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was tried for one kind of finding."""

    mend: Mend
    words: str
    """What had been found."""
    done: bool
    detail: str
    """What was done, or why nothing was."""


def examine(
    place: Path, *, verify: bool = False, full: bool = False, watch: Watch = unwatched
) -> Examination:
    """Look at everything that can be wrong with a store; nothing is changed.

    `verify` walks the chain of seals as well; `full` does, holds every index against its table, and
    compares everything derived however large the store is. The pages of a large store's
    history are left to it. `watch` is told what is looked at. Raises `NotFound`, `StoreTooNew`,
    `StoreLocked`, `StoreReadOnly`, and `NotAStore` for a file that is none and has no backups.
    """
    place = at_home(place).resolve()
    try:
        with as_it_is(place) as connection:
            return _examined(connection, place, watch, verify=verify or full, full=full)
    except NotAStore as error:
        backup = fallback(place)
        if backup is None:
            raise
        way_out = f"commitrack restore {shlex.quote(str(backup.path))}"
        found = (
            Finding("pages", Level.DAMAGED, str(error), way_out),
            *file_checks.access(place),
            *file_checks.safety(place, None),
        )
        return Examination(place, None, None, found)


def _examined(
    connection: Connection, place: Path, watch: Watch, *, verify: bool, full: bool
) -> Examination:
    found: list[Finding] = [*file_checks.access(place), *file_checks.library()]
    try:
        now = look(connection, str(place))
    except READING_ERRORS as error:
        if not _is_damage(error):
            raise
        found += [_unreadable("pages", error, place), *file_checks.safety(place, None)]
        return Examination(place, None, None, tuple(found))
    for name, check in _checks(connection, place, now.schema, watch, verify=verify, full=full):
        if any(one.level is Level.DAMAGED for one in found):
            break  # what is read from damaged pages means nothing
        watch(f"looking at {name}", 0, 0)
        try:
            found += check()
        except READING_ERRORS as error:
            if not _is_damage(error):
                raise
            found.append(_unreadable(name, error, place))
        except (AttributeError, TypeError, ValueError):
            words = f"{place} holds what no commitrack ever wrote"
            found.append(Finding(name, Level.DAMAGED, words, record_checks.RESTORE))
    found += file_checks.rubbish(place)
    found += file_checks.safety(place, now.newest)
    return Examination(place, now.schema, now.newest, tuple(found))


def _is_damage(error: Exception) -> bool:
    return isinstance(explain(error, ""), NotAStore)


def _unreadable(check: str, error: Exception, place: Path) -> Finding:
    words = f"{place} is damaged ({error})"
    return Finding(check, Level.DAMAGED, words, record_checks.RESTORE)


_Check = tuple[str, Callable[[], Iterator[Finding]]]


def _checks(
    connection: Connection,
    place: Path,
    schema: SchemaVersion,
    watch: Watch,
    *,
    verify: bool,
    full: bool,
) -> Iterator[_Check]:
    """What is looked at inside, in an order in which each relies on those before."""
    writable = os.access(place, os.W_OK) and os.access(place.parent, os.W_OK)
    thorough = full or _is_small(connection)
    yield "pages", lambda: record_checks.pages(connection, full=full, thorough=thorough)
    if schema < NEWEST:
        yield "schema", lambda: _old(connection, schema)
    elif schema == NEWEST:
        yield "schema", lambda: record_checks.schema(connection)
    else:
        yield "schema", lambda: _newer(schema)
    if writable:
        yield "journal", lambda: record_checks.journal(connection)
    yield "references", lambda: record_checks.references(connection, thorough=thorough)
    yield "quotes", lambda: record_checks.quotes(connection)
    if schema >= NEWEST:
        yield "words", lambda: record_checks.words(connection, thorough=thorough and writable)
        if thorough:
            yield "sketches", lambda: record_checks.likenesses(connection)
            yield "counts", lambda: record_checks.counts(connection)
            yield "staleness", lambda: record_checks.days_of_staleness(connection)
        yield "purged", lambda: record_checks.purged(connection)
        yield "imports", lambda: record_checks.imports(connection)
    if verify and schema >= NEWEST:
        yield "history", lambda: record_checks.history(connection, watch)


def _is_small(connection: Connection) -> bool:
    try:
        count = connection.execute("SELECT max(id) FROM commitments").fetchone()[0]
        return (count or 0) <= _SMALL
    except (*READING_ERRORS, TypeError):
        return True  # it is damaged: the check of all its pages will say where


def _old(connection: Connection, schema: SchemaVersion) -> Iterator[Finding]:
    if schema in released():
        yield from (one for one in record_checks.schema(connection) if one.level is not Level.OK)
    yield Finding(
        "schema",
        Level.ADVICE,
        f"of version {schema.major}.{schema.minor}; this commitrack writes "
        f"{NEWEST.major}.{NEWEST.minor}",
        "any other command brings it up to date, after a backup; its history can be walked then",
    )


def _newer(schema: SchemaVersion) -> Iterator[Finding]:
    yield Finding(
        "schema",
        Level.ADVICE,
        f"of the newer version {schema.major}.{schema.minor}: it can be used, and is not compared",
        "upgrade commitrack",
    )


def mend(examination: Examination) -> Iterator[Mended]:
    """Mend what was found and can be mended, one thing after the other.

    Each is one transaction, in which it is looked at again: what is not right afterwards is taken
    back. In a damaged store nothing is written.
    """
    damaged = examination.worst is Level.DAMAGED
    for kind in Mend:
        found = [one.words for one in examination.findings if one.mend is kind]
        if not found or (damaged and kind not in (Mend.ACCESS, Mend.LEFTOVERS)):
            continue
        try:
            detail, done = mending.mend(examination.place, kind), True
        except (CommitrackError, OSError) as error:
            detail, done = str(error), False
        yield Mended(kind, "; ".join(found), done, detail)
