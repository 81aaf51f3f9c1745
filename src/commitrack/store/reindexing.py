"""What is worked out from the record and kept beside it, made anew when rows came in by themselves.

Whatever is kept by a trigger, or beside a write, and is no part of an export has to be named here.
"""

from __future__ import annotations

from commitrack.store import sketches, staleness, tallies
from commitrack.store.engine import Connection


def reindex(connection: Connection) -> None:
    """Make the word index, the sketches, the counts and the days anew where rows were put as is."""
    connection.execute("INSERT INTO commitments_fts (commitments_fts) VALUES ('rebuild')")
    for (number,) in connection.execute(
        "SELECT id FROM statements WHERE id NOT IN (SELECT statement FROM sketches) ORDER BY id"
    ).fetchall():
        row = connection.execute("SELECT text FROM statements WHERE id = ?", (number,)).fetchone()
        sketches.keep(connection, number, row["text"])
    tallies.recount(connection)
    staleness.work_out(connection)
