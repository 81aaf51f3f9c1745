"""Where everything stands, and how that has changed in a week: the first section of the pack.

What a commitment was a week ago is worked out from the history, so that its light is judged by the
dates and the evidence of that day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from commitrack.model.kinds import Kind
from commitrack.model.rag import GLYPHS, Colour, rag
from commitrack.model.status import Stage, Status
from commitrack.query import canonical, combine, parse
from commitrack.reports.frame import Counts
from commitrack.reports.selecting import narrowed
from commitrack.store import Lens, ReadableStore

WEEK = 7
"""Days that the pack looks back on, today among them."""

TRACKED = "kind:commitment -is:candidate -is:rejected"
"""The condition: only what was undertaken, and accepted, enters the counts (domain: kinds)."""

ON_FILE_BEFORE = f"changed:>-{WEEK}d created:<=-{WEEK}d"
"""On record a week ago, and touched since."""
UNTOUCHED = f"changed:<=-{WEEK}d"
"""What it is today it was a week ago too; only its days were further off."""

_STATUSES = tuple(one for one in Status if one.stage is not Stage.TRIAGE)


def counted(store: ReadableStore, lens: Lens, argument: str | None) -> tuple[Counts, Counts]:
    """The counts by status and by traffic light, each with its change in a week."""
    query = narrowed(store, TRACKED, argument)
    before = lens.today - timedelta(days=WEEK)
    now, then = _Tally(), _Tally()
    now.add_all(store.breakdown(query, lens, ("status", "rag")))
    untouched = combine(query, parse(UNTOUCHED))
    then.add_all(store.breakdown(untouched, lens, ("status", "rag"), before))
    touched = store.ids(combine(query, parse(ON_FILE_BEFORE)), lens)
    for one in store.earlier(sorted(touched), before).values():
        kind, stage = one.commitment.kind, one.commitment.status.stage
        if kind is Kind.COMMITMENT and stage is not Stage.TRIAGE:
            then.add(one.commitment.status, rag(one, before).colour)
    listed = canonical(query)
    return (
        Counts(
            "by_status",
            "1. By status",
            tuple((one.words, now.statuses[one]) for one in _STATUSES),
            now.statuses.total(),
            changes=tuple(now.statuses[one] - then.statuses[one] for one in _STATUSES),
            filter=listed,
        ),
        Counts(
            "by_rag",
            "By RAG",
            tuple((f"{GLYPHS[one]} {one.value}", now.lights[one]) for one in Colour),
            now.lights.total(),
            changes=tuple(now.lights[one] - then.lights[one] for one in Colour),
            filter=listed,
        ),
    )


class _Tally:
    """How many have each status and each light on a day."""

    def __init__(self) -> None:
        self.statuses = Counter[Status]()
        self.lights = Counter[Colour]()

    def add(self, status: Status, light: Colour, number: int = 1) -> None:
        self.statuses[status] += number
        self.lights[light] += number

    def add_all(self, counts: Mapping[tuple[str | int | None, ...], int]) -> None:
        """Add so many of each pair of a status and a light."""
        for (status, light), number in counts.items():
            self.add(Status(str(status)), Colour(str(light)), number)
