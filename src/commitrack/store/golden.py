"""The schema as it must be: compared before the first write to a store.

A file can come from anybody. A trigger that commitrack did not make would run with every write, and
one that is missing would leave writes unguarded or unrecorded; so nothing is written to a store
whose schema is not, word for word, the one that this program makes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from commitrack.model.errors import NotAStore
from commitrack.store.engine import Connection
from commitrack.store.version import NEWEST, SchemaVersion

GOLDEN = Path(__file__).with_name("golden.sql")
"""The newest schema, as ``make schema`` writes it."""

OLDER: Mapping[SchemaVersion, str] = {
    SchemaVersion(1, 0): "a34b9896f46141f3e74d694eb864490cc74e6303547f4eb5b7b9e59ab89f27a5",
    SchemaVersion(1, 1): "6168e8c3fc42eda23dba2865cccce3b0a78b39f21491bddf706012a995f8e821",
}
"""The digests of released schemas, which are checked before a store is brought up to date."""

Schema: TypeAlias = dict[tuple[str, str], str]
"""What a schema is made of: the SQL of each object by its type and its name."""

_SHADOWS = frozenset({"data", "idx", "docsize", "config", "content"})
"""Tables that a word index makes for itself, in the words of its version of SQLite."""


def read(connection: Connection) -> Schema:
    """The schema of an open store, but for what SQLite makes by itself."""
    found = {
        (kind, name): " ".join(sql.split())
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema")
        if sql is not None and not name.startswith("sqlite_")
    }
    indexes = [name for (kind, name), sql in found.items() if " USING FTS5 " in f" {sql.upper()} "]
    for name in indexes:
        for shadow in _SHADOWS:
            found.pop(("table", f"{name}_{shadow}"), None)
    return found


def written(schema: Schema) -> str:
    """A schema as text, an object a line, in order."""
    return "".join(f"{sql};\n" for _, sql in sorted(schema.items()))


def digest(schema: Schema) -> str:
    """The digest of a schema, for `OLDER`."""
    return hashlib.sha256(written(schema).encode()).hexdigest()


@cache
def _golden() -> frozenset[str]:
    return frozenset(GOLDEN.read_text(encoding="utf-8").splitlines())


def differences(connection: Connection) -> tuple[str, ...]:
    """How the schema of a store of the newest version is not what it should be."""
    schema = read(connection)
    lines = {f"{sql};": f"{kind} {name!r}" for (kind, name), sql in schema.items()}
    odd = [f"{what} is not commitrack's" for line, what in lines.items() if line not in _golden()]
    missing = [f"missing: {line[:60]}…" for line in sorted(_golden() - lines.keys())]
    return (*sorted(odd), *missing)


def require(connection: Connection, place: str) -> None:
    """Refuse to write to a store whose schema is not as it was made.

    Of a newer minor version this program does not know the schema: that one is taken as it is.
    """
    stamp = int(connection.execute("PRAGMA user_version").fetchone()[0])
    version = SchemaVersion.read(stamp)
    if version > NEWEST:
        return
    if version == NEWEST:
        found = differences(connection)
    elif digest(read(connection)) == OLDER.get(version):
        found = ()
    else:
        found = (f"it is not the schema of version {version.major}.{version.minor}",)
    if found:
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        raise NotAStore(
            f"the schema of {place} was altered by another program: {'; '.join(found[:3])}{more}. "
            "Nothing was written (commitrack doctor says how to mend it)"
        )
