"""The schema a store must have, made from the migrations and the triggers, and what differs."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from commitrack.store import engine
from commitrack.store.engine import Connection


class Fault(StrEnum):
    """How a part of the schema differs."""

    MISSING = "missing"
    CHANGED = "changed"
    FOREIGN = "foreign"
    """It is not one of ours."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One part of the schema that is not what it must be."""

    kind: str
    """``table``, ``index``, ``trigger`` or ``view``."""
    name: str
    fault: Fault


_Part: TypeAlias = tuple[str, str]
"""The kind and the name of a part of a schema."""

_QUOTES = re.compile(r"[\"`\[\]]")


def differences(connection: Connection) -> tuple[Difference, ...]:
    """What of the store's schema is not as this program makes it.

    Only for a store of this very version of the schema: an older one is brought up to date first,
    and what a newer one has of its own is not known here.
    """
    with contextlib.closing(_model()) as model:
        wanted = _parts(model)
    found = _parts(connection)
    faults = [Difference(*part, Fault.MISSING) for part in wanted.keys() - found.keys()]
    faults += [Difference(*part, Fault.FOREIGN) for part in found.keys() - wanted.keys()]
    faults += [
        Difference(*part, Fault.CHANGED)
        for part in wanted.keys() & found.keys()
        if wanted[part] != found[part]
    ]
    return tuple(sorted(faults))


def index_sql() -> Mapping[str, str]:
    """The SQL that makes each index of ours, by its name."""
    with contextlib.closing(_model()) as model:
        rows = model.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        )
        return {row[0]: row[1] for row in rows}


def _model() -> Connection:
    """An empty store in memory, made as every store is made."""
    from commitrack.store.database import ImmediateDatabase  # brings in sqlite-utils: only here
    from commitrack.store.migrations import SCHEMA
    from commitrack.store.triggers import rebuild_triggers
    from commitrack.store.views import rebuild_views

    connection = engine.in_memory()
    SCHEMA.apply(ImmediateDatabase(connection))
    rebuild_triggers(connection)
    rebuild_views(connection)
    return connection


def _parts(connection: Connection) -> dict[_Part, tuple[object, ...]]:
    """Each part of a schema, by kind and name, as what makes two of them the same.

    A table is its columns and its references: how its SQL is written depends on the version of the
    library that wrote it. Anything else is its SQL, quotes and white space aside.
    """
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema "
        "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    return {
        (kind, name): _table(connection, name)
        if kind == "table" and not sql.upper().startswith("CREATE VIRTUAL")
        else (table, " ".join(_QUOTES.sub("", sql).split()))
        for kind, name, table, sql in rows
    }


def _table(connection: Connection, name: str) -> tuple[object, ...]:
    columns = connection.execute("SELECT * FROM pragma_table_xinfo(?)", (name,))
    references = connection.execute(
        'SELECT "from", "table", "to", on_update, on_delete FROM pragma_foreign_key_list(?)',
        (name,),
    )
    manners = connection.execute(
        "SELECT wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = ?", (name,)
    )
    return (
        tuple(map(tuple, columns)),
        tuple(sorted(map(tuple, references))),
        tuple(map(tuple, manners)),
    )
