"""``evidence-gaps``: where the record says more than the evidence behind it bears out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from commitrack.homes import at_home
from commitrack.model.assurance import last_looked, stale
from commitrack.model.records import Dossier, Evidence, SourceClass, Stance
from commitrack.model.status import Status
from commitrack.reports.frame import Cell, Column, Counts, Report, Row, Sort, Table
from commitrack.reports.selecting import select
from commitrack.reports.wording import on_record, status_words
from commitrack.store import Lens, ReadableStore

OWN = "status:delivered,partly_delivered,in_progress OR has:evidence"
"""The condition: something is said to have been done, or evidence is on file."""

_DELIVERED = (Status.DELIVERED, Status.PARTLY_DELIVERED)

_ON_WORD = (
    Column("id", "ID"),
    Column("title", "title"),
    Column("owner", "owner"),
    Column("status", "status"),
    Column("rests_on", "rests on"),
    Column("on_record", "on record"),
    Column("reviewer", "reviewer"),
)
_STALE = (
    Column("id", "ID"),
    Column("title", "title"),
    Column("owner", "owner"),
    Column("looked", "last learnt"),
    Column("days", "days ago", Sort.NUMBER),
    Column("cadence", "looked at every", Sort.NUMBER),
    Column("lead", "lead"),
    Column("follow_up", "follow-up"),
)
_FILES = (
    Column("id", "ID"),
    Column("title", "commitment"),
    Column("number", "#", Sort.NUMBER),
    Column("evidence", "evidence"),
    Column("file", "file"),
    Column("by", "added by"),
)
_LEGEND = (
    "The owner's word: nobody but the owner stands behind the evidence that supports the closing. "
    "It may be true all the same.",
    "Last learnt: the day of the newest evidence or check. It is old when it lies further back "
    "than the days after which the commitment is to be looked at again.",
    "Files are looked for on this machine, from the store's folder on; a web address is not asked.",
    "Evidence that was retracted is left out. A commitment may stand in more than one table.",
)


_HOST = re.compile(r"(?:www\.|[^/\\\s]+\.[a-z]{2,}/)", re.IGNORECASE)
"""How an address begins that somebody wrote without https: "cqc.org.uk/reports"."""


class Rest(StrEnum):
    """What a closing rests on: the strongest source that supports it."""

    NOTHING = "no evidence"
    SELF = "the owner's word"
    OTHERS = "others than the owner"


class Place(StrEnum):
    """Where a piece of evidence can be looked up."""

    MISSING = "a file that is not there"
    FILE = "a file"
    WEB = "an address"
    NOWHERE = "no address is given"


class Learnt(StrEnum):
    """Whether something was learnt of a commitment in time."""

    NEVER = "never"
    LONG_AGO = "too long ago"
    IN_TIME = "in time"


def evidence_gaps(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """What is closed or under way on little evidence; `argument` is a query that narrows it."""
    chosen = select(store, lens, OWN, argument)
    found = sorted(chosen.dossiers, key=lambda one: one.commitment.number)
    closed = [one for one in found if one.commitment.status in _DELIVERED]
    working = [one for one in found if one.commitment.status is Status.IN_PROGRESS]
    folder = at_home(store.place).resolve().parent
    pieces = [(one, piece) for one in found for piece in one.standing_evidence]
    places = [place_of(piece.url, folder) for _, piece in pieces]
    return chosen.head.over(
        "evidence-gaps",
        "Gaps in the evidence",
        _LEGEND,
        Table(
            "on_word",
            "Closed on the owner's word only",
            _ON_WORD,
            tuple(_closed_row(one) for one in closed if rest_of(one) is not Rest.OTHERS),
            empty="no delivery rests on the owner's word alone",
        ),
        Table(
            "stale",
            "In progress, and nothing new was learnt",
            _STALE,
            tuple(_stale_rows(working, lens.today)),
            empty="of everything in progress something new was learnt in time",
        ),
        Table(
            "files",
            "Files that are not there",
            _FILES,
            tuple(
                _file_row(dossier, piece)
                for (dossier, piece), place in zip(pieces, places, strict=True)
                if place is Place.MISSING
            ),
            empty="every file that evidence names is there",
        ),
        _counts("rests_on", "Deliveries, by what they rest on", Rest, map(rest_of, closed)),
        _counts(
            "learnt",
            "In progress, by when something was learnt",
            Learnt,
            (learnt(one, lens.today) for one in working),
        ),
        _counts("places", "Evidence, by where it can be looked up", Place, places, "pieces"),
    )


def learnt(dossier: Dossier, today: date) -> Learnt:
    """Whether the newest evidence or check is within the days between two looks."""
    if last_looked(dossier) is None:
        return Learnt.NEVER
    return Learnt.LONG_AGO if stale(dossier, today) else Learnt.IN_TIME


def rest_of(dossier: Dossier) -> Rest:
    """What a delivery rests on, whoever approved it."""
    sources = {
        piece.source
        for piece in dossier.standing_evidence
        if piece.stance in (Stance.SUPPORTS, Stance.PARTIAL)
    }
    if not sources:
        return Rest.NOTHING
    return Rest.SELF if sources == {SourceClass.SELF} else Rest.OTHERS


def place_of(url: str | None, folder: Path) -> Place:
    """Where evidence can be looked up; a path is taken from `folder` on."""
    if url is None or not url.strip():
        return Place.NOWHERE
    written = url.strip()
    scheme, netloc, inside, *_ = urlsplit(written)
    if scheme == "file" and not netloc:
        written = unquote(inside)
    elif len(scheme) > 1 or _HOST.match(written):
        return Place.WEB
    path = folder / os.path.expanduser(written)  # noqa: PTH111 (that of Path refuses a name)
    try:
        return Place.FILE if path.exists() else Place.MISSING
    except (OSError, ValueError):  # a name that no file can have
        return Place.MISSING


def _counts(
    key: str,
    title: str,
    every: type[StrEnum],
    found: Iterable[StrEnum],
    unit: str = "commitments",
) -> Counts:
    """How many there are of each, in the order of the names."""
    counted = Counter(found)
    return Counts(
        key, title, tuple((one.value, counted[one]) for one in every), counted.total(), unit
    )


def _closed_row(dossier: Dossier) -> Row:
    record = dossier.commitment
    closing = dossier.closing_review
    return (
        record.id,
        record.title,
        record.owner or None,
        status_words(dossier),
        rest_of(dossier).value,
        on_record(dossier),
        closing.decided_by if closing is not None else None,
    )


def _stale_rows(working: list[Dossier], today: date) -> Iterator[Row]:
    """Longest ago first; those of which nothing was ever learnt before them."""
    late = [one for one in working if learnt(one, today) is not Learnt.IN_TIME]
    for one in sorted(late, key=lambda one: (last_looked(one) or date.min, one.commitment.number)):
        record, looked = one.commitment, last_looked(one)
        ago: Cell = None if looked is None else (today - looked).days
        yield (
            record.id,
            record.title,
            record.owner or None,
            looked,
            ago,
            record.cadence,
            record.lead,
            record.follow_up,
        )


def _file_row(dossier: Dossier, piece: Evidence) -> Row:
    record = dossier.commitment
    return (record.id, record.title, piece.number, piece.title, piece.url, piece.added_by)
