"""What changed, newest first: the entries of the feed, and the corrections."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from commitrack.model.frozen import dataclass
from commitrack.site.past import Event
from commitrack.site.plain import Entry


@dataclass(frozen=True, slots=True)
class News:
    """What happened to a commitment on one day."""

    number: int
    title: str
    at: datetime
    events: tuple[Event, ...]


class Newest:
    """The newest of what is offered, so many of them; the others are counted and let go."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: list[tuple[datetime, int, int, News]] = []
        self.offered = 0

    def offer(self, one: News) -> None:
        """Keep it if it is among the newest."""
        self.offered += 1
        item = (one.at, one.number, -self.offered, one)
        if len(self._kept) < self._most:
            heapq.heappush(self._kept, item)
        else:
            heapq.heappushpop(self._kept, item)

    def found(self) -> tuple[News, ...]:
        """Those that were kept, newest first; of equals, the higher number first."""
        return tuple(item[-1] for item in sorted(self._kept, reverse=True))


def news_of(entry: Entry) -> Sequence[News]:
    """What readers of the site could notice: what happened since it was published, day by day."""
    since = entry.past.since
    if since is None:
        return ()
    told = [one for one in entry.past.events if one.on >= since]
    return _by_day(entry, told)


def corrections_of(entry: Entry) -> Sequence[News]:
    """What was put right, day by day."""
    return _by_day(entry, [one for one in entry.past.events if one.correction])


def _by_day(entry: Entry, told: Sequence[Event]) -> Sequence[News]:
    found: list[News] = []
    for _, group in groupby(told, key=lambda one: one.on):
        events = tuple(group)
        at = max(one.at for one in events)
        found.append(News(entry.line.number, entry.line.title, at, events))
    return found
