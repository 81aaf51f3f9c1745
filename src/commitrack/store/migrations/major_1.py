"""The schemas 1.0 and 1.1: the record, its history, and what a store knows of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.store import list_indexes, sketches, tallies

if TYPE_CHECKING:
    from sqlite_utils import Database


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


def m003_origins_and_merges(db: Database) -> None:
    """What a store must remember of others to meet their records again: see `identity`."""
    tables: dict[str, tuple[dict[str, type], set[str]]] = {
        # The identity, in another store, of a record that was taken over from it.
        "origins": ({"record": str, "row": int, "uid": str}, {"record", "row", "uid"}),
        # Each taking over: from which file and store, up to which of its transactions, and
        # which fields were left in conflict (a JSON array of pairs of an identity and a field).
        "merges": (
            {"source": str, "store": str, "head": str, "unsettled": str},
            {"source", "store", "head", "unsettled"},
        ),
    }
    for name, (columns, required) in tables.items():
        db.table(name).create(
            {"id": int, **columns, "present": int, "tx": int},
            pk="id",
            not_null={*required, "present", "tx"},
            defaults={"present": 1},
            foreign_keys=[("tx", "transactions", "id")],
            strict=True,
        )
    db.execute("CREATE UNIQUE INDEX one_origin ON origins (uid)")
    # A transaction is known to other stores by its seal.
    db.execute("CREATE INDEX transactions_hash ON transactions (hash)")


def m004_lists_at_scale(db: Database) -> None:
    """What lists need to stay instant: each sort and each view off an index that says it all."""
    list_indexes.lay(db)
    # Counts per value, kept by triggers and no part of the record: see `commitrack.store.tallies`.
    tallies.create(db.conn)
