"""The changes as an Atom feed (RFC 4287).

What an entry is called never changes: it is made from the words of the promise and the day. Links
are relative to the feed unless the address of the site is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from commitrack.model.ids import commitment_id
from commitrack.site.links import FEED, OVERVIEW, commitment_path
from commitrack.site.markup import Html, empty, line, tag
from commitrack.site.news import News

_SPACE = uuid5(NAMESPACE_URL, "urn:commitrack:public-page")


def feed(title: str, origin: str, base: str, found: Sequence[News], today: date) -> str:
    """The feed, newest entry first; `origin` names the record it comes from, whatever its title."""
    morning = datetime(today.year, today.month, today.day, tzinfo=UTC)
    updated = max((one.at for one in found), default=morning)
    return "".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>\n',
            '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n',
            tag("title", line(title)),
            "\n",
            tag("id", _name(_SPACE, origin)),
            "\n",
            tag("updated", _moment(updated)),
            "\n",
            tag("author", tag("name", line(title))),
            "\n",
            empty("link", rel="self", type="application/atom+xml", href=base + FEED)
            if base
            else "",
            empty("link", rel="alternate", type="text/html", href=base + OVERVIEW),
            "\n",
            *(_entry(origin, base, one) for one in found),
            "</feed>\n",
        )
    )


def _entry(origin: str, base: str, one: News) -> Html:
    day = one.events[0].on.isoformat()
    words = "; ".join(event.words for event in one.events)
    parts = (
        tag("title", line(f"{commitment_id(one.number)} {one.title}")),
        tag("id", _name(_SPACE, f"{origin}/{one.number}/{day}")),
        tag("updated", _moment(one.at)),
        empty("link", rel="alternate", type="text/html", href=base + commitment_path(one.number)),
        tag("summary", line(words)),
    )
    return tag("entry", "\n", [(part, "\n") for part in parts])


def _name(space: UUID, words: str) -> str:
    return f"urn:uuid:{uuid5(space, words)}"


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
