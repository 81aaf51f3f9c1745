"""The traffic light as SQL, so that a million commitments need not be read to count one colour.

The rules are those of `commitrack.model.rag`, in its order; every query for a colour is held to
them by a property of the tests.
"""

from __future__ import annotations

from datetime import date, timedelta

from commitrack.model.house import house
from commitrack.model.rag import CLAIM_PATIENCE_DAYS, RED_MOVES, RED_SLIP_DAYS, Colour
from commitrack.store.asking import Lens
from commitrack.store.flag_terms import EVIDENCED, STALE_MET
from commitrack.store.sql import IS_OPEN, Sql

_PUT_OFF = (
    "FROM date_moves m INDEXED BY put_off "
    "WHERE m.commitment = c.id AND m.present = 1 AND m.new > m.old"
)
_RED = f"coalesce(c.due < ? OR (SELECT count(*) {_PUT_OFF}) >= {RED_MOVES} OR {{slipped}}, 0)"
"""Of what is open; its value is today."""
_SLIPPED = f"julianday(c.due) - julianday(c.due_original) >= {RED_SLIP_DAYS}"
_SLIPPED_ONES = (
    "c.id IN (SELECT s.id FROM commitments s INDEXED BY list_by_slip WHERE s.present = 1 "
    f"AND {_SLIPPED.replace('c.', 's.')})"
)
"""The same off its index, gathered once for many: no row need be looked up for its first date."""
_AMBER = (
    "coalesce(c.status = 'stalled' OR c.follow_up <= ? OR c.due BETWEEN ? AND ? "
    f"OR EXISTS (SELECT 1 {_PUT_OFF}) "
    "OR (c.status = 'claimed' AND (SELECT r.asked_on FROM reviews r INDEXED BY waiting_reviews "
    "WHERE r.commitment = c.id AND r.present = 1 AND r.decision IS NULL "
    "ORDER BY r.id DESC LIMIT 1) < ?), 0)"
)
"""Of what is open; its values are today, from when to when soon is, and how old a claim may be."""
_GREEN = f"(c.status = 'in_progress' AND {EVIDENCED} AND NOT {STALE_MET})"
"""Of what is open; its value is today."""


def light(lens: Lens, *, many: bool = False) -> Sql:
    """The colour of a commitment's light, as an expression: the first rule that holds.

    With `many` it is asked of so many that it pays to gather some of what is looked up beforehand.
    """
    red = _RED.format(slipped=_SLIPPED_ONES if many else _SLIPPED)
    today = lens.today.isoformat()
    return Sql(
        "CASE c.status WHEN 'delivered' THEN 'BLUE' WHEN 'not_delivered' THEN 'RED' "
        f"WHEN 'partly_delivered' THEN 'AMBER' ELSE CASE WHEN NOT {IS_OPEN} THEN 'GREY' "
        f"WHEN {red} THEN 'RED' WHEN {_AMBER} THEN 'AMBER' WHEN {_GREEN} THEN 'GREEN' "
        "ELSE 'GREY' END END",
        (today, *_amber_days(lens.today), today),
    )


def of_colour(colour: str, lens: Lens) -> Sql:
    """The condition that the light of a commitment has this colour, as `Colour` spells it."""
    if colour == Colour.BLUE:
        return Sql("c.status = 'delivered'")
    found = light(lens)
    return Sql(f"{found.text} = ?", (*found.values, colour))


def _amber_days(today: date) -> tuple[str, str, str, str]:
    day = today.isoformat()
    return day, day, _shifted(today, house().due_soon), _shifted(today, -CLAIM_PATIENCE_DAYS)


def _shifted(day: date, by: int) -> str:
    """A day so many days on, as far as the calendar goes."""
    try:
        return (day + timedelta(days=by)).isoformat()
    except OverflowError:
        return (date.max if by > 0 else date.min).isoformat()
