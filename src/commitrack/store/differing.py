"""How a difference between two stores is told: the record, the field, and who said what when."""

from __future__ import annotations

from datetime import datetime

from commitrack.model.cleaning import clean_line
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.taking import Word
from commitrack.store.engine import Connection
from commitrack.store.since import Text

_SHOWN = 80
"""Characters of a value that are told."""
_PARTIES = frozenset({("parties", "parent"), ("parties", "successor")})


def label(here: Connection, table: str, row: int) -> str:
    """How people call a record here: ``C-0001``, ``party NHS Employers``, ``evidence 3``."""
    if table == "commitments":
        return commitment_id(row)
    if table == "statements":
        return statement_id(row)
    if table == "parties":
        return f"party {party(here, row)}"
    if table == "saved_views":
        named = here.execute("SELECT name FROM saved_views WHERE id = ?", (row,)).fetchone()
        return f"view @{clean_line(named['name'])}"
    of = here.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row,)).fetchone()
    named = f"{table.removesuffix('s').replace('_', ' ')} {row}"
    if of is None or "commitment" not in of.keys():  # noqa: SIM118 (a row is no mapping)
        return named
    return f"{commitment_id(of['commitment'])} {named}"


def party(connection: Connection, number: int | str) -> str:
    """The name of a party."""
    row = connection.execute("SELECT name FROM parties WHERE id = ?", (number,)).fetchone()
    return str(number) if row is None else clean_line(row["name"])


def shown(connection: Connection, table: str, field: str, value: Text) -> str:
    """A value of history as people read it, on the side that it is from."""
    if value in (None, "", "[]"):
        return "nothing"
    text = str(value)
    if (table, field) in _PARTIES:
        return party(connection, text)
    if field == "present":
        return "on record" if text == "1" else "taken back"
    line = clean_line(text)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def word(connection: Connection, table: str, row: int, field: str, value: str) -> Word:
    """What one side says, with who said so last."""
    commitment = row if table == "commitments" else None
    narrowed = "ch.commitment = ?4 AND" if commitment is not None else "?4 IS NULL AND"
    record, named = (
        ("commitment_parties", None)
        if field in ("owner", "partners")
        else (table, None if field == "record" else field)
    )
    found = connection.execute(
        "SELECT t.actor, t.at FROM changes ch JOIN transactions t ON t.id = ch.tx "
        f"WHERE {narrowed} ch.record = ?1 AND (?2 IS NULL OR ch.row = ?2) "
        "AND (?3 IS NULL OR ch.field = ?3) ORDER BY ch.id DESC LIMIT 1",
        (record, None if record != table else row, named, commitment),
    ).fetchone()
    if found is None:
        return Word(value, "nobody", None)
    return Word(value, clean_line(found["actor"]), datetime.fromisoformat(found["at"]))
