"""The record for other programs: SQL views whose columns a person can read.

Like the triggers they are no part of a migration: they are made anew from here whenever the schema
moves on. They show what is on record, not what was taken back, and can be read by anything that
opens a SQLite file. A change of a view needs a new minor version of the schema.
"""

from __future__ import annotations

from collections.abc import Mapping

from commitrack.store.engine import Connection


def _id(letter: str, column: str) -> str:
    """A number as people write it: ``C-0001``."""
    return f"CASE WHEN {column} IS NOT NULL THEN printf('{letter}-%04d', {column}) END"


def _parties(role: str) -> str:
    """The parties of a commitment in a role, in order."""
    return (
        "(SELECT group_concat(name, '; ') FROM (SELECT p.name FROM commitment_parties cp "
        "JOIN parties p ON p.id = cp.party WHERE cp.commitment = c.id AND cp.present = 1 "
        f"AND cp.role = '{role}' ORDER BY cp.position, cp.id))"
    )


VIEWS: Mapping[str, str] = {
    "register": (
        f"SELECT {_id('C', 'c.id')} AS commitment, c.title, c.kind, "
        "replace(c.status, '_', ' ') AS status, c.reason, "
        f"{_parties('owner')} AS owner, {_parties('partner')} AS partners, c.beneficiary, "
        "c.lead, c.reviewer, c.due, c.due_original AS first_due, c.due_text AS due_in_words, "
        "c.follow_up, c.last_checked, c.success_test, c.priority, c.topic, "
        "(SELECT group_concat(value, ' ') FROM json_each(c.tags)) AS tags, "
        "(SELECT count(*) FROM evidence e WHERE e.commitment = c.id AND e.present = 1 "
        "AND e.retracted IS NULL) AS evidence, "
        "(SELECT count(*) FROM date_moves m WHERE m.commitment = c.id AND m.present = 1) "
        "AS date_moves, "
        f"c.quote, {_id('S', 'c.statement')} AS statement, "
        "coalesce(s.speaker, s.publisher) AS said_by, s.said_on, c.note, c.visibility, c.closed_on "
        "FROM commitments c LEFT JOIN statements s ON s.id = c.statement WHERE c.present = 1"
    ),
    "statement_list": (
        f"SELECT {_id('S', 's.id')} AS statement, s.title, s.publisher, s.speaker, s.role, "
        "s.occasion, s.said_on, s.precision, s.source, s.media_type, "
        f"{_id('S', 's.previous')} AS new_version_of, s.fetched_at AS added_at, "
        "s.fetched_by AS added_by, length(s.text) AS characters, "
        "(SELECT count(*) FROM commitments c WHERE c.statement = s.id AND c.present = 1) AS items, "
        "s.text FROM statements s WHERE s.present = 1"
    ),
    "party_list": (
        "SELECT p.name, p.kind, above.name AS part_of, "
        "(SELECT group_concat(value, '; ') FROM json_each(p.aliases)) AS also_called, "
        "after.name AS successor, "
        "(SELECT count(DISTINCT cp.commitment) FROM commitment_parties cp "
        "JOIN commitments c ON c.id = cp.commitment WHERE cp.party = p.id AND cp.role = 'owner' "
        "AND cp.present = 1 AND c.present = 1 AND c.status <> 'rejected') AS owns "
        "FROM parties p LEFT JOIN parties above ON above.id = p.parent "
        "LEFT JOIN parties after ON after.id = p.successor WHERE p.present = 1"
    ),
    "evidence_list": (
        f"SELECT {_id('C', 'e.commitment')} AS commitment, c.title AS of_commitment, e.title, "
        "e.source, e.kind, e.stance, e.dated, e.url, e.locator, e.quote, e.accessed_on, "
        "e.added_by, e.retracted FROM evidence e JOIN commitments c ON c.id = e.commitment "
        "WHERE e.present = 1 AND c.present = 1"
    ),
    "check_list": (
        f"SELECT {_id('C', 'k.commitment')} AS commitment, c.title AS of_commitment, "
        "replace(k.result, '_', ' ') AS result, k.\"where\" AS looked_at, k.\"on\" AS looked_on, "
        'k."by" AS looked_by, k.note, k.next AS next_look '
        "FROM checks k JOIN commitments c ON c.id = k.commitment "
        "WHERE k.present = 1 AND c.present = 1"
    ),
    "date_move_list": (
        f"SELECT {_id('C', 'm.commitment')} AS commitment, c.title AS of_commitment, "
        "m.old AS moved_from, m.new AS moved_to, "
        "CAST(julianday(m.new) - julianday(m.old) AS INTEGER) AS days, m.reason, "
        "CASE m.announced WHEN 1 THEN 'the owner' ELSE 'us' END AS said_by, "
        'm."on" AS noted_on, m."by" AS noted_by '
        "FROM date_moves m JOIN commitments c ON c.id = m.commitment "
        "WHERE m.present = 1 AND c.present = 1"
    ),
    "review_list": (
        f"SELECT {_id('C', 'r.commitment')} AS commitment, c.title AS of_commitment, "
        "replace(r.proposed, '_', ' ') AS proposed, r.asked_by, r.asked_on, r.asked_note, "
        "replace(r.decision, '_', ' ') AS decision, r.decided_by, r.decided_on, r.reason, "
        "CASE r.self_verified WHEN 1 THEN 'yes' ELSE 'no' END AS self_verified "
        "FROM reviews r JOIN commitments c ON c.id = r.commitment "
        "WHERE r.present = 1 AND c.present = 1"
    ),
    "history": (
        'SELECT t.id AS "transaction", t.at, t.actor AS who, t.client, t.action, t.why, '
        f"{_id('C', 'ch.commitment')} AS commitment, {_id('S', 'ch.statement')} AS statement, "
        "ch.record, ch.row, ch.field, ch.old, ch.new, t.undoes, t.part_of "
        "FROM changes ch JOIN transactions t ON t.id = ch.tx"
    ),
}
"""Each view and what it selects."""


def drop_views(connection: Connection) -> None:
    """Drop the views, which would stand in the way of a change of a table; others' are left."""
    for name in VIEWS:
        connection.execute(f'DROP VIEW IF EXISTS "{name}"')


def rebuild_views(connection: Connection) -> None:
    """Make the views anew; inside the caller's transaction."""
    drop_views(connection)
    for name, select in VIEWS.items():
        connection.execute(f'CREATE VIEW "{name}" AS {select}')


def datasette() -> str:
    """What Datasette can be told of a store: titles, descriptions, facets and ready queries."""
    from importlib.resources import files  # nobody else is to wait for it

    return files("commitrack.store").joinpath("datasette.json").read_text("utf-8")
