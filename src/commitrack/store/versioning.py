"""The versions of a statement: a chain, from one to the next."""

from __future__ import annotations

CHAIN = (
    "WITH RECURSIVE chain(id) AS (SELECT id FROM statements WHERE id = ?1 AND present = 1 UNION "
    "SELECT s.id FROM statements s JOIN chain c JOIN statements h ON h.id = c.id "
    "WHERE s.present = 1 AND (s.id = h.previous OR s.previous = h.id)) "
    "SELECT DISTINCT id FROM chain ORDER BY id"
)
"""The number of every version of a statement that is on record; none for an unknown number.

It goes up and down from wherever it begins. Numbers are given in order, so they are the order.
"""
