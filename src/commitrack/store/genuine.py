"""Whether the schema of a file is what commitrack made of it.

Whoever can write to the file can hang a trigger on our tables, take one of ours away, put a view in
the place of a table or let the text of an index lie. None of it may work on the record through our
own hands: before the first write, and again whenever the schema has changed, it is held against the
golden schema and the triggers that our own code makes. Views and tables that others add beside ours
are left alone, since nothing of ours asks them anything.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import NotAStore
from commitrack.store.engine import Connection
from commitrack.store.triggers import RECORDS, trigger_sql
from commitrack.store.version import NEWEST, SchemaVersion, require_known

GOLDEN = Path(__file__).with_name("schema.sql")

_HISTORY = ("transactions", "changes")
_INDEX_OF_WORDS = "commitments_fts"
_SHADOWS = tuple(f"{_INDEX_OF_WORDS}_{part}" for part in ("data", "idx", "docsize", "config"))
"""Tables that the word index makes for itself; their text is SQLite's own affair."""

_END = ";\n\n"
_NAMED = re.compile(r'CREATE (?:UNIQUE |VIRTUAL )?(?P<sort>TABLE|INDEX|VIEW) "?(?P<name>\w+)"?')

Name = tuple[str, str]
"""What sort of thing it is, and what it is called."""


def require_tables(connection: Connection, place: str) -> None:
    """Raise `NotAStore` unless every table of ours is a table, before any of them is asked.

    A view in the place of a table could say anything, or never end.
    """
    tables = {
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        )
    }
    for name in (*_HISTORY, *RECORDS):
        if name not in tables:
            raise NotAStore(
                f"{place} is damaged: it has no table {name}, or something in its place"
            )


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
            raise NotAStore(
                f"{place} is not as commitrack made it: {found[0]}{more}; nothing was written. "
                "It can still be read"
            )
        self._found = schema


def strangers(connection: Connection) -> list[str]:
    """What of the schema is not ours, or is missing, each in a few words for a person.

    In a store of a newer minor version only the triggers can be judged, by its own columns.
    """
    newer = _version(connection) > NEWEST
    expected = {} if newer else dict(_golden())
    expected.update({("trigger", sql.split(" ", 3)[2]): sql for sql in trigger_sql(connection)})
    ours = {name.lower() for name in (*_HISTORY, *RECORDS, *_SHADOWS)}
    ours |= {name.lower() for _, name in expected}
    found = []
    for sort, name, table, sql in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    ):
        if name in _SHADOWS and sort == "table":
            continue
        if (sort, name) in expected:
            if not _same(sql, expected.pop((sort, name))):
                found.append(f"{sort} {clean_line(name)} says something else")
        elif newer and sort != "trigger":
            continue
        elif table.lower() in ours or name.lower() in ours:
            found.append(f"{sort} {clean_line(name)} on {clean_line(table)} is not ours")
    return found + [f"{sort} {name} is missing" for sort, name in expected]


def _version(connection: Connection) -> SchemaVersion:
    return SchemaVersion.read(int(connection.execute("PRAGMA user_version").fetchone()[0]))


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
    """Whether it is the same SQL; its white space may differ between versions of a library."""
    return found == expected or (found or "").split() == expected.split()
