"""What waits for a second person, in the order in which it is decided, without the records."""

from __future__ import annotations

from array import array

from commitrack.model.status import Status
from commitrack.store.asking import SignOffs
from commitrack.store.engine import Connection
from commitrack.store.flag_terms import DISPUTED
from commitrack.store.sql import IS_CLOSED

PENDING_SQL = (
    "SELECT r.commitment, c.status, r.asked_on, max(r.id) "
    "FROM reviews r INDEXED BY waiting_reviews CROSS JOIN commitments c ON c.id = r.commitment "
    "WHERE r.present = 1 AND r.decision IS NULL AND c.present = 1 GROUP BY r.commitment"
)
"""The closings that nobody has decided, each with the newest time that it was asked for."""
DISPUTED_SQL = (
    "SELECT DISTINCT o.commitment FROM evidence o INDEXED BY objections "
    "CROSS JOIN commitments c ON c.id = o.commitment "
    "WHERE o.present = 1 AND o.retracted IS NULL AND o.stance IN ('disputes', 'withdraws') "
    f"AND c.present = 1 AND {IS_CLOSED} AND {DISPUTED} ORDER BY o.commitment"
)
"""The closings that stand and that an objection disputes which no review has weighed."""


def queue(connection: Connection) -> SignOffs:
    """All of it: a number of each, and how many there are of each kind."""
    asked: list[tuple[str, int]] = []
    claims = 0
    for number, status, day, _ in connection.execute(PENDING_SQL):
        asked.append((day, number))
        claims += status == Status.CLAIMED
    pending = {number for _, number in asked}
    disputed = [row[0] for row in connection.execute(DISPUTED_SQL) if row[0] not in pending]
    return SignOffs(
        array("q", (*(number for _, number in sorted(asked)), *disputed)),
        claims,
        len(asked) - claims,
        len(disputed),
    )
