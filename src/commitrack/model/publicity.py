"""What of the record is public, and what stays in the house.

The one place that says so: whatever is shown to the public is made from what `published` gives, and
so cannot show more. A commitment is public when it was accepted and somebody set its visibility to
public (domain: records, visibility). Then it is shown

- what was promised: its words, where they were said, kind, owner, partners, beneficiary, topic;
- how it stands: status, success test, dates, each move of the date with its reason, and of a
  closing when, whether a second person approved it and, short of a full delivery, why;
- what it rests on: evidence that stands, and evidence that was retracted, with the reason; the days
  on which somebody looked and what came of it, so that an absence is told with its day.

What stays in the house is how we work: who of us leads, reviews, claims, checks and decides; our
follow-up, cadence and priority; notes, tags, where we looked; what the extractor thought; files of
our own machines. A name is told only of those who spoke in public.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import lru_cache
from ipaddress import ip_address
from operator import attrgetter
from typing import Any
from urllib.parse import urlsplit

from commitrack.model.records import (
    Check,
    Commitment,
    DateMove,
    Decision,
    Dossier,
    Evidence,
    Link,
    Review,
    Source,
    Visibility,
)
from commitrack.model.status import CLOSED, Stage, Status

PUBLIC = "is:public -is:candidate -is:rejected"
"""The same as `is_public`, as a condition of the filter language."""

SHOWN = frozenset(
    {
        *("title", "quote", "kind", "status", "owners", "owner_basis", "partners", "beneficiary"),
        *("success_test", "due_original", "due", "due_text", "due_precision", "last_checked"),
        *("strength", "testable", "ongoing", "condition", "topic", "visibility", "closed_on"),
        *("number", "version"),
    }
)
"""The fields of a public commitment that are shown. `reason` is, too, where it says what is missing
or why it was closed; until then, and of a delivery, it is a note among ourselves.
"""

_EXPLAINED = CLOSED - {Status.DELIVERED}
"""The closings that are shown with their reason."""

_FIELDS = tuple(sorted(SHOWN))
_shown_of: Callable[[Commitment], tuple[Any, ...]] = attrgetter(*_FIELDS)


def is_public(commitment: Commitment) -> bool:
    """Whether a commitment may be shown to the public: accepted, and set to be public."""
    public = commitment.visibility is Visibility.PUBLIC
    return public and commitment.status.stage is not Stage.TRIAGE


def published(dossier: Dossier, others: Collection[int] = ()) -> Dossier | None:
    """What the public may see of a commitment; None when it may not see it at all.

    Links stay to those of the commitments `others`, by number, that are public themselves.
    """
    if not is_public(dossier.commitment):
        return None
    number = dossier.commitment.number
    return Dossier(
        _commitment(dossier.commitment),
        mentions=dossier.mentions,
        evidence=tuple(map(_evidence, dossier.evidence)),
        checks=tuple(map(_check, dossier.looks)),
        moves=tuple(map(_move, dossier.moves)),
        reviews=tuple(
            _review(one) for one in dossier.reviews if one.decision is not Decision.SENT_BACK
        ),
        links=tuple(
            _link(one)
            for one in dossier.links
            if all(end == number or end in others for end in (one.source, one.other))
        ),
        source=None if dossier.source is None else _source(dossier.source),
        parents=dossier.parents,
    )


_INDOORS = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home.arpa", ".corp")
"""How the names of machines end that only a house of its own knows."""


@lru_cache(maxsize=1 << 10)
def web_address(text: str | None) -> str | None:
    """The text when it is an address that anybody can look up; None for any other.

    A path of ours is nobody's, nor is an address with a name or a password in it, or one of a
    machine that only our own network knows.
    """
    written = (text or "").strip()
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    open_ = parts.scheme in ("https", "http") and "@" not in parts.netloc
    return written if open_ and _is_known_outside(host) else None


def _is_known_outside(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:  # a name, not a number
        return "." in host and not host.endswith(_INDOORS)


def _commitment(record: Commitment) -> Commitment:
    """The fields that are shown; every other one is as in a new record."""
    shown = dict(zip(_FIELDS, _shown_of(record), strict=True))
    if record.status in _EXPLAINED:
        shown["reason"] = record.reason
    return Commitment(**shown)


def _evidence(piece: Evidence) -> Evidence:
    """Where in it and its words are told of what anybody can look up."""
    address = web_address(piece.url)
    return replace(
        piece,
        url=address,
        locator=piece.locator if address else None,
        quote=piece.quote if address else None,
        added_by="",
    )


def _check(check: Check) -> Check:
    return replace(check, where="", by="", note=None, next_follow_up=None)


def _move(move: DateMove) -> DateMove:
    return replace(move, by="")


def _review(review: Review) -> Review:
    """A closing that was approved is told, and one that waits as waiting; neither names anybody."""
    why = review.reason if review.proposed in _EXPLAINED else None
    return replace(review, asked_by="", asked_note=None, decided_by=None, reason=why)


def _link(link: Link) -> Link:
    return replace(link, by="", note=None)


def _source(source: Source) -> Source:
    return replace(source, origin=web_address(source.origin) or "")
