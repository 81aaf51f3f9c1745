"""What others have built on what a transaction did, so that it cannot be taken back any more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from commitrack.model.errors import Clash
from commitrack.model.ids import commitment_id, statement_id
from commitrack.store.engine import Connection, Row
from commitrack.store.since import Key
from commitrack.store.standing import STANDS

COUNTS = f"t.part_of IS NOT ?1 AND t.undoes IS NULL AND {STANDS}"
"""An edit ``t`` after transaction ``?1`` that stands and is no part of that one."""


def moved_on(connection: Connection, change: Row, number: int) -> Clash | None:
    """Who has changed a field since, if it is not any more what a change has made of it."""
    record, row, field = change["record"], change["row"], change["field"]
    now = connection.execute(
        f'SELECT CAST("{field}" AS TEXT) FROM "{record}" WHERE id = ?', (row,)
    ).fetchone()[0]
    return None if now == change["new"] else moved_to(connection, change, number, now)


def moved_to(connection: Connection, change: Row, number: int, now: str | None) -> Clash:
    """Who has made something else of a field than a change of transaction `number` did."""
    # There is an index for the changes of a commitment, and none for those of a record.
    under = "AND ch.commitment = ?5 " if change["commitment"] is not None else ""
    who, when = connection.execute(
        "SELECT t.actor, t.at FROM changes ch JOIN transactions t ON t.id = ch.tx "
        f"WHERE ch.record = ?1 AND ch.row = ?2 AND ch.field = ?3 AND ch.tx >= ?4 {under}"
        "ORDER BY ch.id DESC LIMIT 1",
        (*(change["record"], change["row"], change["field"], number),)
        + ((change["commitment"],) if under else ()),
    ).fetchone()
    key = (change["record"], change["row"])
    return _clash(key, change["field"], who, when, str(now), str(change["old"]))


def later_edits(
    connection: Connection, key: Key, number: int, commitment: int | None = None
) -> list[Clash]:
    """Later edits, by transactions that stand, of a record or of what is filed under it.

    They are found sooner when it is said which commitment it is filed under.
    """
    record, row = key
    about = "ch.record = ?2 AND ch.row = ?3"
    if record == "commitments":
        about, commitment = "ch.commitment = ?4", row
    elif record == "statements":
        about = f"({about} OR ch.statement = ?3)"
    elif commitment is not None:
        about += " AND ch.commitment = ?4"
    # The changes of a commitment are looked up; for others what was done since is looked through.
    read = (
        ("transactions t", "changes ch") if commitment is None else ("changes ch", "transactions t")
    )
    found = connection.execute(
        f"SELECT t.actor, t.at, ch.field, ch.new FROM {' CROSS JOIN '.join(read)} ON ch.tx = t.id "
        f"WHERE {about} AND ch.tx > ?1 AND t.id > ?1 AND {COUNTS} ORDER BY ch.id LIMIT 3",
        (number, record, row, *(() if commitment is None else (commitment,))),
    ).fetchall()
    return [_clash(key, field, who, when, str(new), "nothing") for who, when, field, new in found]


def parties_edited(connection: Connection, parties: Iterable[int], number: int) -> list[int]:
    """Those of these parties that were edited since, by transactions that stand."""
    found = connection.execute(
        "SELECT DISTINCT ch.row FROM transactions t CROSS JOIN changes ch ON ch.tx = t.id "
        f"WHERE t.id > ?1 AND {COUNTS} AND ch.record = 'parties' "
        "AND ch.row IN (SELECT value FROM json_each(?2)) ORDER BY ch.row",
        (number, json.dumps(list(parties))),
    )
    return [row[0] for row in found]


def newer_versions(connection: Connection, statement: int, besides: Iterable[int]) -> list[Clash]:
    """The versions that were added of a statement since: without it they would hang in the air.

    But for those that go with it.
    """
    gone = set(besides)
    return [
        _clash(
            ("statements", statement),
            *("next version", row["fetched_by"], row["fetched_at"]),
            *(statement_id(row["id"]), "nothing"),
        )
        for row in connection.execute(
            "SELECT id, fetched_by, fetched_at FROM statements WHERE previous = ? AND present = 1",
            (statement,),
        )
        if row["id"] not in gone
    ]


def _clash(key: Key, field: str, who: str, when: str, theirs: str, yours: str) -> Clash:
    return Clash(_label(*key), field, who, datetime.fromisoformat(when), theirs, yours)


def _label(record: str, row: int) -> str:
    if record == "commitments":
        return commitment_id(row)
    return statement_id(row) if record == "statements" else f"{record.replace('_', ' ')} {row}"
