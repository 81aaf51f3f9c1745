"""How bodies stand: what they promised, what became of it, and when anything was last learnt."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from commitrack.model.records import PartyKind
from commitrack.model.standing import Body, Slipping, Standing
from commitrack.store.asking import Lens
from commitrack.store.engine import Connection
from commitrack.store.flag_terms import DISPUTED
from commitrack.store.sql import IS_CLOSED, IS_OPEN

_SLIP = "julianday(c.due) - julianday(c.due_original)"
_ACCEPTED = f"({IS_OPEN} OR {IS_CLOSED})"

_STANDING = (
    "SELECT count(*), "
    f"count(*) FILTER (WHERE {IS_OPEN}), "
    f"count(*) FILTER (WHERE {IS_OPEN} AND (c.due < :today OR c.follow_up < :today)), "
    "count(*) FILTER (WHERE c.status = 'delivered'), "
    f"count(*) FILTER (WHERE {DISPUTED}), "
    f"count(*) FILTER (WHERE {_SLIP} > 0), "
    f"coalesce(sum({_SLIP}) FILTER (WHERE {_SLIP} > 0), 0), "
    "max((SELECT max(coalesce(e.accessed_on, e.dated)) FROM evidence e "
    "WHERE e.commitment = c.id AND e.present = 1 AND e.retracted IS NULL)), "
    'max((SELECT max(k."on") FROM checks k '
    "WHERE k.commitment = c.id AND k.present = 1)) "
    f"FROM commitments c WHERE c.present = 1 AND {_ACCEPTED} AND c.id IN ("
    "SELECT cp.commitment FROM commitment_parties cp "
    "INDEXED BY idx_commitment_parties_party_role_commitment "
    "WHERE cp.party IN (SELECT value FROM json_each(:bodies)) "
    "AND cp.role = 'owner' AND cp.present = 1)"
)
_SLIPPING = (
    f"SELECT p.name, count(DISTINCT c.id), sum({_SLIP}) "
    "FROM commitments c INDEXED BY list_by_slip "
    "JOIN commitment_parties cp INDEXED BY places_of_parties "
    "ON cp.commitment = c.id AND cp.role = 'owner' AND cp.present = 1 "
    "JOIN parties p ON p.id = cp.party "
    f"WHERE c.present = 1 AND {_SLIP} > 0 AND {_ACCEPTED} "
    "GROUP BY p.id ORDER BY 3 DESC, 2 DESC, p.name COLLATE NOCASE, p.name LIMIT ?"
)


def bodies(connection: Connection) -> tuple[Body, ...]:
    """Every party with the number of its parent, by name."""
    found = connection.execute(
        "SELECT p.id, p.name, p.kind, above.id, p.aliases, EXISTS (SELECT 1 "
        "FROM commitment_parties cp INDEXED BY idx_commitment_parties_party_role_commitment "
        "JOIN commitments c ON c.id = cp.commitment WHERE cp.party = p.id AND cp.role = 'owner' "
        f"AND cp.present = 1 AND c.present = 1 AND {_ACCEPTED}) FROM parties p "
        "LEFT JOIN parties above ON above.id = p.parent AND above.present = 1 "
        "WHERE p.present = 1 ORDER BY p.name COLLATE NOCASE, p.name"
    )
    return tuple(
        Body(
            number, name, PartyKind(kind), parent, tuple(map(str, json.loads(aliases))), bool(owns)
        )
        for number, name, kind, parent, aliases, owns in found
    )


def standing(connection: Connection, numbers: Sequence[int], lens: Lens) -> Standing:
    """How these bodies stand together: what two of them own counts once."""
    values = {"today": lens.today.isoformat(), "bodies": json.dumps(list(numbers))}
    owned, open_, late, delivered, disputed, slipped, slip, *learnt = connection.execute(
        _STANDING, values
    ).fetchone()
    newest = max((date.fromisoformat(day) for day in learnt if day is not None), default=None)
    return Standing(owned, open_, late, delivered, disputed, slipped, int(slip), newest)


def slipping(connection: Connection, limit: int) -> tuple[Slipping, ...]:
    """The owners whose dates have moved on by most days in all, the worst first."""
    return tuple(
        Slipping(name, count, int(days))
        for name, count, days in connection.execute(_SLIPPING, (limit,))
    )
