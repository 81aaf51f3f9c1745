"""The indexes off which lists are read, as migrations 4, 6, 8 and 9 lay them: frozen with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def lay(db: Database) -> None:
    """Put an index for each sort and each view in the place of the first ones."""
    for name in ("status", "due", "follow_up", "lead", "statement"):
        db.execute(f"DROP INDEX idx_commitments_{name}_id")
    db.execute("DROP INDEX idx_commitments_tx")
    for name in ("due", "follow_up"):
        db.execute(f"DROP INDEX open_by_{name}")
    # Every list asks for what is present, so that column comes first; the number of the row is
    # the last column of every index, so that ties come in its order.
    nocase = {f"{name} COLLATE NOCASE": name for name in ("title", "lead", "reviewer", "topic")}
    plain = (
        *("status", "kind", "due", "follow_up", "last_checked", "due_original", "tx"),
        *("strength", "testable", "priority", "statement", "visibility", "confidence"),
    )
    for column, name in (*nocase.items(), *zip(plain, plain, strict=True)):
        db.execute(f"CREATE INDEX list_by_{name} ON commitments (present, {column})")
    db.execute("CREATE INDEX list_by_id ON commitments (present)")
    for first, second in (("due", "follow_up"), ("follow_up", "due")):
        db.execute(
            f"CREATE INDEX open_by_{first} ON commitments (present, {first}, id, {second}, status) "
            "WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed')"
        )
    # Where an item stands, who owns it, whether anything about it waits: without its rows.
    db.execute("DROP INDEX idx_mentions_commitment")
    db.execute("CREATE INDEX places ON mentions (commitment, statement, present, start)")
    db.execute("DROP INDEX idx_commitment_parties_commitment")
    db.execute(
        "CREATE INDEX places_of_parties ON commitment_parties "
        "(commitment, role, present, position, party)"
    )
    db.execute(
        "CREATE INDEX waiting_reviews ON reviews (commitment, present, decision) "
        "WHERE present = 1 AND decision IS NULL"
    )
    db.execute(
        "CREATE INDEX objections ON evidence (commitment, present, retracted, stance) "
        "WHERE present = 1 AND retracted IS NULL AND stance IN ('disputes', 'withdraws')"
    )
    _tell_the_planner(db)
    # The word index anew, with the beginnings of words, which is what people type.
    db.execute("DROP TABLE commitments_fts")
    db.execute(
        "CREATE VIRTUAL TABLE commitments_fts USING fts5 (title, quote, success_test, note, "
        "content='commitments', prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
    )
    db.execute("INSERT INTO commitments_fts (commitments_fts) VALUES ('rebuild')")


def _tell_the_planner(db: Database) -> None:
    """Say what a large store looks like, so that every store is asked in the same good way.

    SQLite would guess that ten rows are present. For each index: how many rows it has, then how
    many of them share its first column, its first two, and so on.
    """
    everything, open_ones = 1_000_000, 500_000
    shared = {
        "title": 2,
        "statement": 40,
        "due": 500,
        "due_original": 500,
        "tx": 1_000,
        **dict.fromkeys(("lead", "reviewer", "topic", "follow_up", "last_checked"), 1_000),
        "status": 80_000,
        "strength": 200_000,
        "kind": 330_000,
        "priority": 330_000,
        **dict.fromkeys(("testable", "visibility", "confidence"), 400_000),
    }
    shapes = {
        "list_by_id": f"{everything} {everything}",
        **{f"list_by_{name}": f"{everything} {everything} {n}" for name, n in shared.items()},
        **dict.fromkeys(("open_by_due", "open_by_follow_up"), f"{open_ones} {open_ones} 500 1 1 1"),
    }
    db.execute("ANALYZE sqlite_schema")  # makes the table of statistics; it reads no rows
    for index, shape in shapes.items():
        db.execute("DELETE FROM sqlite_stat1 WHERE idx = ?", (index,))
        db.execute("INSERT INTO sqlite_stat1 VALUES ('commitments', ?, ?)", (index, shape))
    db.execute("ANALYZE sqlite_schema")  # and now it is read


def lay_orders(db: Database) -> None:
    """Put an index under the orders by slip, by moves and by maker."""
    db.execute(
        "CREATE INDEX list_by_slip ON commitments "
        "(present, julianday(due) - julianday(due_original))"
    )
    # The texts stand before these columns in their rows: without an index all are gone through.
    db.execute("CREATE INDEX makers ON statements (coalesce(publisher, speaker) COLLATE NOCASE)")
    db.execute("CREATE INDEX put_off ON date_moves (commitment) WHERE present = 1 AND new > old")
    # Without this SQLite would take the newest index for any question.
    db.execute(
        "INSERT INTO sqlite_stat1 VALUES ('commitments', 'list_by_slip', '1000000 1000000 1000')"
    )
    db.execute("ANALYZE sqlite_schema")


def lay_own_and_stale(db: Database) -> None:
    """Put an index under what is open by its lead, and under when anything was last learnt."""
    db.execute(
        "CREATE INDEX open_by_lead ON commitments (present, lead COLLATE NOCASE, due, id, status) "
        "WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed')"
    )
    db.execute(
        "CREATE INDEX open_by_cadence ON commitments (present, cadence, id, status) "
        "WHERE present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed')"
    )
    db.execute(
        "CREATE INDEX learnt ON evidence (commitment, present, retracted, accessed_on, dated) "
        "WHERE present = 1 AND retracted IS NULL"
    )
    db.execute('CREATE INDEX looked ON checks (commitment, present, "on") WHERE present = 1')
    shapes = {"open_by_lead": "500 500 50 1 1 1", "open_by_cadence": "500 500 500 1 1"}
    for index, shape in shapes.items():
        scaled = " ".join(str(int(n) * 1000) if int(n) > 1 else n for n in shape.split())
        db.execute("INSERT INTO sqlite_stat1 VALUES ('commitments', ?, ?)", (index, scaled))
    db.execute("ANALYZE sqlite_schema")


def lay_seldom(db: Database) -> None:
    """Put an index under an order whose beginning few in a stage have, and under the oldest news.

    Candidates have no lead yet, and what is closed has no follow-up: a list of them by such a field
    would go through all that others have before it came to the first.
    """
    # When anything was last learnt is kept elsewhere now.
    for name in ("open_by_cadence", "learnt", "looked"):
        db.execute(f"DROP INDEX {name}")
    db.execute("DELETE FROM sqlite_stat1 WHERE idx = 'open_by_cadence'")
    triage, closed = "status = 'candidate'", _CLOSED
    seldom = {
        **{f"triage_by_{name}": (_NOCASE.format(name), triage) for name in _NAMES},
        "triage_by_follow_up": ("follow_up", triage),
        "open_by_reviewer": (_NOCASE.format("reviewer"), _OPEN),
        "closed_by_follow_up": ("follow_up", closed),
        "undated_by_original": ("due_original", "due IS NULL"),
    }
    for index, (column, which) in seldom.items():
        name = column.split()[0]
        db.execute(
            f"CREATE INDEX {index} ON commitments (present, {column}) "
            f"WHERE present = 1 AND {which} AND {name} IS NOT NULL"
        )
        db.execute("INSERT INTO sqlite_stat1 VALUES ('commitments', ?, '10000 10000 10')", (index,))
    # A bulk edit touches one stage, and leaves what is newest, or oldest, to it alone.
    whole = {
        "triage_by_tx": ("tx", triage),
        "open_by_tx": ("tx", _OPEN),
        "closed_by_tx": ("tx", closed),
        "open_by_original": ("due_original", _OPEN),
    }
    for index, (column, which) in whole.items():
        db.execute(
            f"CREATE INDEX {index} ON commitments (present, {column}, id, status) "
            f"WHERE present = 1 AND {which}"
        )
        shape = "500000 500000 500 1 1"
        db.execute("INSERT INTO sqlite_stat1 VALUES ('commitments', ?, ?)", (index, shape))
    db.execute("ANALYZE sqlite_schema")


_NAMES = ("lead", "reviewer", "topic")
_NOCASE = "{} COLLATE NOCASE"
_OPEN = "status IN ('open', 'in_progress', 'stalled', 'claimed')"
_CLOSED = (
    "status IN ('delivered', 'partly_delivered', 'not_delivered', 'withdrawn', "
    "'superseded', 'unverifiable')"
)
