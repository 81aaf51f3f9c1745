"""Whether the schema of a file is what commitrack made of it.

Whoever can write to the file can hang a trigger on our tables, take one of ours away, put a view in
the place of a table or let the text of an index lie. None of it may work on the record through our
own hands: before the first write, and again whenever the schema has changed, it is held against the
golden schema and the triggers that our own code makes. Views and tables that others add beside ours
are left alone, since nothing of ours asks them anything. An older store is held against the digests
of its released schema before it is brought up to date. The doctor asks the same, and names and
mends what differs.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import NotAStore
from commitrack.store.engine import Connection
from commitrack.store.tables import HISTORY, RECORDS
from commitrack.store.triggers import trigger_sql
from commitrack.store.version import NEWEST, SchemaVersion, require_known
from commitrack.store.views import VIEWS

GOLDEN = Path(__file__).with_name("schema.sql")
"""The newest tables and indexes, as ``make schema`` writes them."""

RELEASED = Path(__file__).with_name("released.json")
"""The digest of every part of each released schema, for stores that are yet to be brought up to
date; ``make schema`` writes it from the fixtures of the tests.
"""

_INDEX_OF_WORDS = "commitments_fts"
_SHADOWS = tuple(f"{_INDEX_OF_WORDS}_{part}" for part in ("data", "idx", "docsize", "config"))
"""Tables that the word index makes for itself; their text is SQLite's own affair."""

_FURTHER = ("sketches", "staleness", "tallies", "unscrubbed", "_sqlite_migrations")
"""Tables of ours that hold nothing of the record."""

_QUOTES = re.compile(r"[\"`\[\]]")
_TOLD = 5
"""Parts that are told when a store is refused; the doctor names all."""
_END = ";\n\n"
_NAMED = re.compile(r'CREATE (?:UNIQUE |VIRTUAL )?(?P<sort>TABLE|INDEX|VIEW) "?(?P<name>\w+)"?')

Name = tuple[str, str]
"""What sort of thing it is, and what it is called."""


class Fault(StrEnum):
    """How a part of the schema differs."""

    MISSING = "missing"
    CHANGED = "changed"
    FOREIGN = "foreign"
    """It is not one of ours, and hangs on what is ours or goes by a name of ours."""
    BESIDE = "beside"
    """It is not one of ours, and nothing of ours asks it anything."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One part of the schema that is not what it must be."""

    kind: str
    """``table``, ``index``, ``trigger`` or ``view``."""
    name: str
    fault: Fault
    table: str = ""
    """What it hangs on."""

    def __str__(self) -> str:
        name = f"{self.kind} {clean_line(self.name)}"
        return {
            Fault.MISSING: f"{name} is missing",
            Fault.CHANGED: f"{name} says something else",
            Fault.FOREIGN: f"{name} on {clean_line(self.table)} is not ours",
            Fault.BESIDE: f"{name} is not ours",
        }[self.fault]


class SchemaWatch:
    """Holds a store's schema against ours before the first write, and when it has changed since."""

    def __init__(self) -> None:
        self._found: int | None = None
        """The state of the schema, as SQLite counts them, that was last found to be ours."""

    def require_genuine(self, connection: Connection, place: str) -> None:
        """Raise `NotAStore` when somebody else has changed the schema, before anything is written.

        `StoreTooNew` when a newer commitrack has made the store its own since it was opened here.
        """
        schema = int(connection.execute("PRAGMA schema_version").fetchone()[0])
        if schema == self._found:
            return
        require_known(_version(connection), place)
        found = [one for one in differences(connection) if one.fault is not Fault.BESIDE]
        if found:
            way_out = (
                "commitrack doctor --fix mends it"
                if all(is_mendable(one, older=False) for one in found)
                else "It can still be read, and commitrack doctor says more"
            )
            raise NotAStore(
                f"{place} is not as commitrack made it: {_named(found)}; nothing was written. "
                f"{way_out}"
            )
        self._found = schema


def require_released(connection: Connection, place: str) -> None:
    """Raise `NotAStore` when an older store is not as the commitrack of its time made it."""
    version = _version(connection)
    if version not in _released():
        raise NotAStore(
            f"{place} is not as commitrack made it: there is no schema of version "
            f"{version.major}.{version.minor}. Nothing was written; commitrack restore puts a "
            "backup in its place"
        )
    found = [one for one in differences(connection) if one.fault is not Fault.BESIDE]
    if found:
        way_out = (
            "commitrack doctor --fix takes away what is not ours"
            if all(is_mendable(one, older=True) for one in found)
            else "commitrack doctor names all of it, and commitrack restore puts a backup in its "
            "place"
        )
        raise NotAStore(
            f"{place} is not as commitrack made it, and is not brought up to date: "
            f"{_named(found)}. Nothing was written; {way_out}"
        )


def _named(found: Sequence[Difference]) -> str:
    """The first few of what differs, in words."""
    more = f", and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    return "; ".join(map(str, found[:_TOLD])) + more


def is_mendable(one: Difference, *, older: bool) -> bool:
    """Whether the doctor can make it what it was without touching the record.

    What an older commitrack made is not made anew by this one.
    """
    if one.fault is Fault.FOREIGN:
        return one.kind in ("index", "trigger")
    return one.kind in ("index", "trigger", "view") and not older


def differences(connection: Connection) -> tuple[Difference, ...]:
    """What of the schema is not as the commitrack that made it makes it.

    Of a store of a newer minor version only the triggers can be judged, by its own columns; of one
    that there never was, nothing.
    """
    version = _version(connection)
    if version < NEWEST:
        expected, is_right = dict(_released().get(version, {})), _has_digest
    else:
        expected = dict(_golden()) if version == NEWEST else {}
        expected.update({("trigger", sql.split(" ", 3)[2]): sql for sql in trigger_sql(connection)})
        is_right = _says_the_same
    ours = _ours() | {name.lower() for _, name in expected}
    found = []
    for sort, name, table, sql in connection.execute(
        # In a damaged file they may be bytes.
        "SELECT CAST(type AS TEXT), CAST(name AS TEXT), CAST(tbl_name AS TEXT), CAST(sql AS TEXT) "
        "FROM sqlite_schema"
    ):
        if (name in _SHADOWS and sort == "table") or (sql is None and sort == "index"):
            continue
        if (sort, name) in expected:
            if not is_right(sql, expected.pop((sort, name))):
                found.append(Difference(sort, name, Fault.CHANGED, table))
        elif sort != "trigger" and version > NEWEST:
            continue
        elif {table.lower(), name.lower()} & ours:
            found.append(Difference(sort, name, Fault.FOREIGN, table))
        elif not name.startswith("sqlite_"):
            found.append(Difference(sort, name, Fault.BESIDE, table))
    found += [Difference(*name, Fault.MISSING) for name in expected]
    return tuple(sorted(found))


def index_sql() -> Mapping[str, str]:
    """The SQL that makes each index of ours, by its name."""
    return {name: sql for (sort, name), sql in _golden().items() if sort == "index"}


def is_older(connection: Connection) -> bool:
    """Whether a store is yet to be brought up to date."""
    return _version(connection) < NEWEST


def _version(connection: Connection) -> SchemaVersion:
    return SchemaVersion.read(int(connection.execute("PRAGMA user_version").fetchone()[0]))


def released_parts(connection: Connection) -> dict[str, str]:
    """The digest of each part of a released schema, by its kind and name, for `RELEASED`."""
    return {
        f"{sort} {name}": _digest(sql)
        for sort, name, table, sql in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
            "ORDER BY type, name"
        )
        if {name.lower(), table.lower()} & _ours() and not (name in _SHADOWS and sort == "table")
    }


@cache
def _ours() -> frozenset[str]:
    return frozenset({*HISTORY, *RECORDS, *_SHADOWS, _INDEX_OF_WORDS, *_FURTHER, *VIEWS})


@cache
def _released() -> Mapping[SchemaVersion, Mapping[Name, str]]:
    return {
        SchemaVersion(*map(int, version.split("."))): {
            (name.split(" ")[0], name.split(" ")[1]): digest for name, digest in parts.items()
        }
        for version, parts in json.loads(RELEASED.read_text(encoding="utf-8")).items()
    }


def released() -> frozenset[SchemaVersion]:
    """The older versions that are known."""
    return frozenset(_released())


def golden_text(connection: Connection) -> str:
    """The tables and indexes of a store that nobody else has touched, in the form of `GOLDEN`."""
    made = [
        row[0]
        for row in connection.execute(
            "SELECT sql, name FROM sqlite_schema WHERE type IN ('table', 'index', 'view') "
            "AND sql IS NOT NULL ORDER BY type DESC, name"
        )
        if row[1] not in _SHADOWS
    ]
    return _END.join((*made, ""))


@cache
def _golden() -> dict[Name, str]:
    golden = {}
    for sql in GOLDEN.read_text(encoding="utf-8").split(_END):
        named = _NAMED.match(sql)
        if named:
            golden[named["sort"].lower(), named["name"]] = sql
    return golden


def _says_the_same(sql: str | None, wanted: str) -> bool:
    """Nearly always to the letter; only what is not is looked at more closely."""
    return sql == wanted or _plain(sql) == _plain(wanted)


def _has_digest(sql: str | None, wanted: str) -> bool:
    return _digest(sql) == wanted


def _digest(sql: str | None) -> str:
    return hashlib.sha256(_plain(sql).encode()).hexdigest()


def _plain(sql: str | None) -> str:
    """SQL without its quotes and its white space, which differ between versions of a library."""
    sql = sql or ""
    return " ".join(_QUOTES.sub("", sql).split())
