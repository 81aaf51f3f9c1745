"""Whether the schema of a file is what commitrack made of it.

Whoever can write to the file can hang a trigger on our tables, take one of ours away, put a view in
the place of a table or let the text of an index lie. None of it may work on the record through our
own hands: before the first write, and again whenever the schema has changed, it is held against the
golden schema and the triggers that our own code makes. Views and tables that others add beside ours
are left alone, since nothing of ours asks them anything. An older store is held against the digest
of its released schema before it is brought up to date.

What differs in every detail, and how it is mended, is for the doctor: see `commitrack.store.shape`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
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

OLDER: Mapping[SchemaVersion, str] = {
    SchemaVersion(1, 0): "0a021efb5368942d66fcab4de643256948bbe8b56588fa8b2e8a12304f2cf3a6",
    SchemaVersion(1, 1): "778e74a331237a4b373b95de7d3209f2ee82d102cda3311691edb921a6dc1d08",
    SchemaVersion(2, 0): "ceeea563d2baf6d3cd8ab8ec2a9d9a5fe88a5e502cfccb0634e7416284688bae",
}
"""The digests of released schemas, for stores that are yet to be brought up to date."""

_INDEX_OF_WORDS = "commitments_fts"
_SHADOWS = tuple(f"{_INDEX_OF_WORDS}_{part}" for part in ("data", "idx", "docsize", "config"))
"""Tables that the word index makes for itself; their text is SQLite's own affair."""

_FURTHER = ("sketches", "tallies", "unscrubbed", "_sqlite_migrations")
"""Tables of ours that hold nothing of the record."""

_QUOTES = re.compile(r"[\"`\[\]]")
_END = ";\n\n"
_NAMED = re.compile(r'CREATE (?:UNIQUE |VIRTUAL )?(?P<sort>TABLE|INDEX|VIEW) "?(?P<name>\w+)"?')

_MENDED = ("index", "trigger", "view")
"""What the doctor makes anew when it is missing or changed."""

Name = tuple[str, str]
"""What sort of thing it is, and what it is called."""


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
        found = strangers(connection)
        if found:
            more = f", and {len(found) - 1} more" if len(found) > 1 else ""
            way_out = (
                "commitrack doctor --fix mends it"
                if all(one.mendable for one in found)
                else "It can still be read, and commitrack doctor says more"
            )
            raise NotAStore(
                f"{place} is not as commitrack made it: {found[0].words}{more}; nothing was "
                f"written. {way_out}"
            )
        self._found = schema


def require_released(connection: Connection, place: str) -> None:
    """Raise `NotAStore` when an older store is not as the commitrack of its time made it."""
    version = _version(connection)
    if digest(connection) != OLDER.get(version):
        raise NotAStore(
            f"{place} is not as commitrack made it: what it has is not the schema of version "
            f"{version.major}.{version.minor}. Nothing was written; commitrack restore puts a "
            "backup in its place"
        )


@dataclass(frozen=True, slots=True)
class Stranger:
    """A part of the schema that is not ours, or not as it was, or missing."""

    words: str
    """What it is, in a few words for a person."""
    mendable: bool
    """Whether the doctor can make it what it was without touching the record."""


def strangers(connection: Connection) -> list[Stranger]:
    """What of the schema is not ours, or is missing.

    In a store of a newer minor version only the triggers can be judged, by its own columns.
    """
    newer = _version(connection) > NEWEST
    expected = {} if newer else dict(_golden())
    expected.update({("trigger", sql.split(" ", 3)[2]): sql for sql in trigger_sql(connection)})
    ours = {name.lower() for name in (*HISTORY, *RECORDS, *_SHADOWS)}
    ours |= {name.lower() for _, name in expected}
    found = []
    for sort, name, table, sql in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    ):
        if name in _SHADOWS and sort == "table":
            continue
        if (sort, name) in expected:
            if not _same(sql, expected.pop((sort, name))):
                words = f"{sort} {clean_line(name)} says something else"
                found.append(Stranger(words, sort in _MENDED))
        elif newer and sort != "trigger":
            continue
        elif table.lower() in ours or name.lower() in ours:
            words = f"{sort} {clean_line(name)} on {clean_line(table)} is not ours"
            found.append(Stranger(words, sort == "trigger"))
    gone = [Stranger(f"{sort} {name} is missing", sort in _MENDED) for sort, name in expected]
    return found + gone


def _version(connection: Connection) -> SchemaVersion:
    return SchemaVersion.read(int(connection.execute("PRAGMA user_version").fetchone()[0]))


def digest(connection: Connection) -> str:
    """The digest of all that stands on our tables or has their names, for `OLDER`."""
    ours = {*HISTORY, *RECORDS, _INDEX_OF_WORDS, *_FURTHER, *VIEWS}
    made = sorted(
        (sort, name, _plain(sql))
        for sort, name, table, sql in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        )
        if {name.lower(), table.lower()} & ours or (table in _SHADOWS and sort != "table")
    )
    return hashlib.sha256(repr(made).encode()).hexdigest()


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


def _same(found: str | None, expected: str) -> bool:
    """Whether it is the same SQL; its quotes and its white space differ between versions of a
    library.
    """
    return found == expected or _plain(found or "") == _plain(expected)


def _plain(sql: str) -> str:
    return " ".join(_QUOTES.sub("", sql).split())
