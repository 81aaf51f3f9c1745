"""The schema, version by version. A released migration is frozen: it is never edited again.

The triggers are not part of a migration: `commitrack.store.triggers` builds them anew from the
tables that are there, since changing a table can drop them silently.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from commitrack.store import sketches, tallies

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA = Migrations("commitrack")


@SCHEMA()
def m001_the_record(db: Database) -> None:
    """Statements, commitments, what is filed under them, and the history of it all."""
    db.table("transactions").create(
        {
            "id": int,
            "at": str,
            "actor": str,
            "client": str,
            "action": str,
            "why": str,
            "undoes": int,
            "hash": str,
        },
        pk="id",
        not_null={"at", "actor", "client", "action"},
        foreign_keys=[("undoes", "transactions", "id")],
        strict=True,
    )
    db.table("changes").create(
        {
            "id": int,
            "tx": int,
            "record": str,
            "row": int,
            "field": str,
            "old": str,
            "new": str,
            "commitment": int,
            "statement": int,
        },
        pk="id",
        not_null={"tx", "record", "row", "field"},
        foreign_keys=[("tx", "transactions", "id")],
        strict=True,
    )
    db.table("statements").create(
        {
            "id": int,
            "text": str,
            "sha256": str,
            "title": str,
            "publisher": str,
            "speaker": str,
            "role": str,
            "occasion": str,
            "said_on": str,
            "precision": str,
            "source": str,
            "media_type": str,
            "encoding": str,
            "previous": int,
            "fetched_at": str,
            "fetched_by": str,
            "present": int,
            "tx": int,
        },
        pk="id",
        not_null={"text", "sha256", "title", "precision", "source", "present", "tx"},
        defaults={"present": 1},
        foreign_keys=[("previous", "statements", "id"), ("tx", "transactions", "id")],
        strict=True,
    )
    db.table("parties").create(
        {
            "id": int,
            "name": str,
            "kind": str,
            "parent": int,
            "aliases": str,
            "successor": int,
            "present": int,
            "tx": int,
        },
        pk="id",
        not_null={"name", "kind", "aliases", "present", "tx"},
        defaults={"present": 1},
        foreign_keys=[
            ("parent", "parties", "id"),
            ("successor", "parties", "id"),
            ("tx", "transactions", "id"),
        ],
        strict=True,
    )
    db.table("commitments").create(
        {
            "id": int,
            "statement": int,
            "title": str,
            "quote": str,
            "kind": str,
            "status": str,
            "reason": str,
            "owner_basis": str,
            "beneficiary": str,
            "lead": str,
            "reviewer": str,
            "success_test": str,
            "due_original": str,
            "due": str,
            "due_text": str,
            "due_precision": str,
            "follow_up": str,
            "cadence": int,
            "last_checked": str,
            "strength": int,
            "testable": int,
            "ongoing": int,
            "condition": str,
            "priority": int,
            "topic": str,
            "tags": str,
            "note": str,
            "cues": str,
            "confidence": str,
            "extractor": str,
            "visibility": str,
            "closed_on": str,
            "present": int,
            "tx": int,
        },
        pk="id",
        not_null={
            *("title", "quote", "kind", "status", "owner_basis", "due_precision", "cadence"),
            *("testable", "ongoing", "priority", "tags", "cues", "visibility", "present", "tx"),
        },
        defaults={"present": 1},
        foreign_keys=[("statement", "statements", "id"), ("tx", "transactions", "id")],
        strict=True,
    )
    _filed_under_a_commitment(db)
    _indexes(db)
    db.table("commitments").enable_fts(
        ["title", "quote", "success_test", "note"],
        tokenize="unicode61 remove_diacritics 2",
        create_triggers=False,
    )


def _filed_under_a_commitment(db: Database) -> None:
    tables: dict[str, tuple[dict[str, type], set[str]]] = {
        "mentions": (
            {
                "statement": int,
                "start": int,
                "end": int,
                "quote": str,
                "before": str,
                "after": str,
                "role": str,
            },
            {"statement", "start", "end", "quote", "before", "after", "role"},
        ),
        "commitment_parties": (
            {"party": int, "role": str, "position": int},
            {"party", "role", "position"},
        ),
        "evidence": (
            {
                "title": str,
                "source": str,
                "kind": str,
                "stance": str,
                "url": str,
                "locator": str,
                "quote": str,
                "dated": str,
                "accessed_on": str,
                "added_by": str,
                "retracted": str,
            },
            {"title", "source", "kind", "stance", "added_by"},
        ),
        "checks": (
            {"result": str, "where": str, "on": str, "by": str, "note": str, "next": str},
            {"result", "where", "on", "by"},
        ),
        "date_moves": (
            {"old": str, "new": str, "reason": str, "on": str, "by": str, "announced": int},
            {"old", "reason", "on", "by", "announced"},
        ),
        "reviews": (
            {
                "proposed": str,
                "asked_by": str,
                "asked_on": str,
                "asked_note": str,
                "decision": str,
                "decided_by": str,
                "decided_on": str,
                "reason": str,
                "evidence": str,
                "self_verified": int,
            },
            {"proposed", "asked_by", "asked_on", "evidence", "self_verified"},
        ),
        "links": ({"type": str, "other": int, "by": str, "note": str}, {"type", "other", "by"}),
    }
    references = {
        "mentions": [("statement", "statements", "id")],
        "commitment_parties": [("party", "parties", "id")],
        "links": [("other", "commitments", "id")],
    }
    for name, (columns, required) in tables.items():
        db.table(name).create(
            {"id": int, "commitment": int, **columns, "present": int, "tx": int},
            pk="id",
            not_null={"commitment", "present", "tx", *required},
            defaults={"present": 1},
            foreign_keys=[
                ("commitment", "commitments", "id"),
                ("tx", "transactions", "id"),
                *references.get(name, []),
            ],
            strict=True,
        )
        db.table(name).create_index(["commitment"])


def _indexes(db: Database) -> None:
    db.table("changes").create_index(["tx"])
    db.table("changes").create_index(["commitment", "tx"])
    db.table("transactions").create_index(["undoes"])
    db.table("mentions").create_index(["statement", "start"])
    db.table("commitment_parties").create_index(["party", "role", "commitment"])
    db.table("links").create_index(["other"])
    for columns in (
        ("statement", "id"),
        ("status", "id"),
        ("due", "id"),
        ("follow_up", "id"),
        ("lead", "id"),
        ("tx",),
    ):
        db.table("commitments").create_index(list(columns))
    db.execute("CREATE UNIQUE INDEX one_text ON statements (sha256) WHERE present = 1")
    db.execute("CREATE UNIQUE INDEX one_name ON parties (name COLLATE NOCASE) WHERE present = 1")
    for column in ("due", "follow_up"):
        db.execute(
            f"CREATE INDEX open_by_{column} ON commitments ({column}, id) WHERE present = 1 "
            "AND status IN ('open', 'in_progress', 'stalled', 'claimed')"
        )


@SCHEMA()
def m002_versions_copies_and_readings(db: Database) -> None:
    """What statements need to be followed over versions, and read to the last sentence."""
    # The pages of a paged document, as a JSON array of where each begins in the text.
    db.execute("ALTER TABLE statements ADD COLUMN pages TEXT")
    db.execute("CREATE INDEX statements_previous ON statements (previous)")
    references = {"statement": "statements", "commitment": "commitments", "other": "commitments"}
    tables: dict[str, tuple[dict[str, type], set[str]]] = {
        # Every place where the very same text was met: the file it was added from comes first.
        "copies": (
            {
                "statement": int,
                "source": str,
                "bytes_sha256": str,
                "media_type": str,
                "url": str,
                "redirects": str,
                "http_status": int,
                "at": str,
                "by": str,
            },
            {"statement", "source", "media_type", "at", "by"},
        ),
        # Sentences that a person has read and found to promise nothing.
        "readings": (
            {"statement": int, "start": int, "end": int, "on": str, "by": str, "note": str},
            {"statement", "start", "end", "on", "by"},
        ),
        # Questions of the wording lint that a person has set aside, with a reason.
        "dismissals": (
            {"commitment": int, "rule": str, "reason": str, "on": str, "by": str},
            {"commitment", "rule", "reason", "on", "by"},
        ),
        # Links that the tool proposes between a later promise and an earlier one.
        "suggestions": (
            {
                "commitment": int,
                "other": int,
                "type": str,
                "score": int,
                "decision": str,
                "reason": str,
                "decided_on": str,
                "decided_by": str,
            },
            {"commitment", "other", "type", "score"},
        ),
    }
    for name, (columns, required) in tables.items():
        db.table(name).create(
            {"id": int, **columns, "present": int, "tx": int},
            pk="id",
            not_null={*required, "present", "tx"},
            defaults={"present": 1},
            foreign_keys=[
                *((column, references[column], "id") for column in columns if column in references),
                ("tx", "transactions", "id"),
            ],
            strict=True,
        )
    db.table("copies").create_index(["statement"])
    db.table("copies").create_index(["bytes_sha256"])
    db.table("readings").create_index(["statement", "start"])
    db.table("dismissals").create_index(["commitment"])
    db.table("suggestions").create_index(["commitment"])
    db.table("suggestions").create_index(["other"])
    # Worked out from the texts, and so no part of the record: see `commitrack.store.sketches`.
    sketches.create(db.conn)


@SCHEMA()
def m003_lists_at_scale(db: Database) -> None:
    """What lists need to stay instant: each sort and each view off an index that says it all."""
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
    # Counts per value, kept by triggers and no part of the record: see `commitrack.store.tallies`.
    tallies.create(db.conn)


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
