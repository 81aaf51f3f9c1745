"""Whether a store that came from elsewhere can be trusted and read, before anything is taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from commitrack.model.errors import NotAStore
from commitrack.store import reading, rows
from commitrack.store.engine import Connection, Row
from commitrack.store.seal import verify
from commitrack.store.tables import RECORDS

_PAGE = 256
_READERS: dict[str, Callable[[Row], object]] = {
    "statements": rows.statement,
    "copies": rows.copy,
    "readings": rows.reading,
    "saved_views": rows.saved_view,
}
"""How the rows of tables are read that no commitment brings with it."""


def require_trustworthy(connection: Connection, name: str) -> None:
    """Hold seals, history and values against each other; `NotAStore` names what is odd.

    Seals are no secret: somebody may have altered a store and sealed it anew. So every record is
    also read once, as it will be read from then on.
    """
    found = verify(connection)
    if found.broken is not None:
        raise NotAStore(f"{name} cannot be trusted: {found.detail}; nothing was imported")
    odd = _unknown(connection) or _misbound(connection) or _unreadable(connection)
    if odd is not None:
        raise NotAStore(f"{name} cannot be used: {odd}; nothing was imported")


def _unknown(connection: Connection) -> str | None:
    """A change of something that is no record."""
    row = connection.execute(
        "SELECT tx, record FROM changes WHERE record NOT IN "
        f"({', '.join('?' * len(RECORDS))}) LIMIT 1",
        RECORDS,
    ).fetchone()
    return None if row is None else f"transaction {row[0]} changes {row[1]!r}, which is no record"


def _misbound(connection: Connection) -> str | None:
    """A transaction that is bound to a later one, or to one that is bound itself."""
    row = connection.execute(
        "SELECT p.id, p.part_of FROM transactions p LEFT JOIN transactions t ON t.id = p.part_of "
        "WHERE p.part_of IS NOT NULL AND (t.id IS NULL OR t.id >= p.id OR t.part_of IS NOT NULL) "
        "ORDER BY p.id LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    return f"transaction {row[0]} cannot be part of transaction {row[1]}"


def _unreadable(connection: Connection) -> str | None:
    """A record whose values are none that the model knows."""
    for number, at in connection.execute("SELECT id, at FROM transactions ORDER BY id"):
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            moment = datetime.min  # noqa: DTZ901 (stands for none)
        if moment.tzinfo is None:
            return f"transaction {number} has no time that can be read"
    for table, read in _READERS.items():
        for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY id'):
            if (why := _attempt(read, row)) is not None:
                return f"{table} {row['id']} cannot be read ({why})"
    if (why := _attempt(reading.parties, connection)) is not None:
        return f"a party cannot be read ({why})"
    numbers = [row[0] for row in connection.execute("SELECT id FROM commitments ORDER BY id")]
    for first in range(0, len(numbers), _PAGE):
        page = numbers[first : first + _PAGE]
        if _attempt(reading.dossiers, connection, page) is None:
            continue
        for number in page:
            why = _attempt(reading.dossiers, connection, (number,))
            if why is not None:
                return f"commitment {number} cannot be read ({why})"
    return None


def _attempt(read: Callable[..., object], *values: object) -> str | None:
    """What goes wrong when something is read; None when nothing does."""
    try:
        read(*values)
    except NotAStore as found:  # as reading says of whatever a value is none of ours for
        error = found.__cause__ or found
        return str(error) or type(error).__name__
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        return str(error) or type(error).__name__
    return None
