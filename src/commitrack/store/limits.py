"""How much fits: caps on what people write, so that no single value makes the record unwieldy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from commitrack.model.errors import BadInput
from commitrack.store.engine import Connection, limit_length
from commitrack.store.later import Later

if TYPE_CHECKING:
    from commitrack.model.history import Signature
    from commitrack.store import free_text
    from commitrack.store.columns import Column
else:
    free_text = Later("free_text")

WRITTEN = 100_000
"""Characters in a note, a reason, an address or whatever else a person has written: a long chapter.
The text of a statement and what is quoted of it are no such thing; the sources cap those.
"""

VALUE = 320_000_000
"""Bytes in any value at all: five for each character of the longest text that is read."""


def set_limits(connection: Connection) -> None:
    """Have SQLite refuse what no store of ours would hold, whoever wrote the file."""
    limit_length(connection, VALUE)


def require_fits(table: str, columns: Mapping[str, Column]) -> None:
    """`BadInput` for a value that a person has written and that is too long."""
    for name, value in columns.items():
        if isinstance(value, str) and len(value) > WRITTEN and name in free_text.searched(table):
            raise BadInput(f"{name}: has {len(value):,} characters; at most {WRITTEN:,} fit")


def require_signature(by: Signature) -> None:
    """`BadInput` for a name or a reason that is too long."""
    from commitrack.model.fields import NAME_LIMIT  # brings in every action: for writers only

    if len(by.actor) > NAME_LIMIT:
        raise BadInput(f"--as: has {len(by.actor):,} characters; at most {NAME_LIMIT} fit")
    if len(by.why or "") > WRITTEN:
        raise BadInput(f"--why: has {len(by.why or ''):,} characters; at most {WRITTEN:,} fit")
