"""Between rows and records: what each kind of record is made of."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from commitrack.model.kinds import Confidence, Kind, OwnerBasis, Strength
from commitrack.model.records import (
    Check,
    CheckResult,
    Commitment,
    DateMove,
    Decision,
    Dismissal,
    Evidence,
    EvidenceKind,
    Judgement,
    Link,
    LinkType,
    Review,
    Source,
    SourceClass,
    Stance,
    Suggestion,
    Visibility,
)
from commitrack.model.statements import Copy, Mention, MentionRole, Precision, Reading, Statement
from commitrack.model.status import Status
from commitrack.query.views import View as SavedView
from commitrack.query.views import title_of
from commitrack.store.columns import Column, Members, day, to_column, words
from commitrack.store.engine import Row

COMMITMENT_COLUMNS = (
    *("title", "quote", "kind", "status", "reason", "owner_basis", "beneficiary"),
    *("lead", "reviewer", "success_test", "due_original", "due", "due_text"),
    *("due_precision", "follow_up", "cadence", "last_checked", "strength", "testable"),
    *("ongoing", "condition", "priority", "topic", "tags", "note", "cues"),
    *("confidence", "extractor", "visibility", "closed_on"),
)
"""The columns of a commitment that are fields of the record by the same name."""

COMMITMENT = ", ".join(f'commitments."{name}"' for name in ("id", "tx", *COMMITMENT_COLUMNS))
"""What is selected of a commitment, for `commitment`.

With their table: SQLite takes a quoted name alone for a text when there is no such column, so that
a store whose schema is damaged would show that word as the value of every record.
"""


_KINDS = Members(Kind)
_STATUSES = Members(Status)
_BASES = Members(OwnerBasis)
_PRECISIONS = Members(Precision)
_STRENGTHS = Members(Strength)
_SURE = Members(Confidence)
_SEEN = Members(Visibility)
_SOURCES = Members(SourceClass)
_FORMS = Members(EvidenceKind)
_STANCES = Members(Stance)
_RESULTS = Members(CheckResult)
_DECISIONS = Members(Decision)


def commitment(values: Iterable[Any], owners: Iterable[str], partners: Iterable[str]) -> Commitment:
    """A commitment from what `COMMITMENT` selects, and the names of its parties.

    Reports read them by the hundred thousand. The values are taken by their places: to find one of
    thirty by its name takes longer than all that is done with it; and a member of an enumeration is
    looked up in a table. `ValueError` for a value that is none.
    """
    # fmt: off
    (
        number, version, title, quote, kind, status, reason, basis, beneficiary,
        lead, reviewer, success_test, due_original, due, due_text,
        precision, follow_up, cadence, last_checked, strength, testable,
        ongoing, condition, priority, topic, tags, note, cues,
        confidence, extractor, visibility, closed_on,
    ) = values
    # fmt: on
    return Commitment(
        title,
        quote,
        _KINDS[kind],
        _STATUSES[status],
        reason,
        tuple(owners),
        _BASES[basis],
        tuple(partners),
        beneficiary,
        lead,
        reviewer,
        success_test,
        day(due_original),
        day(due),
        due_text,
        _PRECISIONS[precision],
        day(follow_up),
        cadence,
        day(last_checked),
        None if strength is None else _STRENGTHS[strength],
        bool(testable),
        bool(ongoing),
        condition,
        priority,
        topic,
        words(tags),
        note,
        words(cues),
        None if confidence is None else _SURE[confidence],
        extractor,
        _SEEN[visibility],
        day(closed_on),
        number,
        version,
    )


def commitment_columns(record: Commitment) -> dict[str, Column]:
    """The columns of a new commitment, but for its statement, its parties and its transaction."""
    return _columns(record, *COMMITMENT_COLUMNS)


def saved_view(row: Row) -> SavedView:
    """A view of one's own from its row."""
    return SavedView(
        name=row["name"],
        title=title_of(row["name"]),
        query=row["query"],
        hotkey=row["hotkey"],
        description=row["description"],
        own=True,
    )


def statement(row: Row) -> Statement:
    """A statement from its row."""
    return Statement(
        number=row["id"],
        version=row["tx"],
        text=row["text"],
        sha256=row["sha256"],
        title=row["title"],
        publisher=row["publisher"],
        speaker=row["speaker"],
        role=row["role"],
        occasion=row["occasion"],
        said_on=day(row["said_on"]),
        precision=Precision(row["precision"]),
        source=row["source"],
        media_type=row["media_type"],
        encoding=row["encoding"],
        previous=row["previous"],
        pages=tuple(json.loads(row["pages"])) if row["pages"] else (),
        fetched_at=datetime.fromisoformat(row["fetched_at"]),
        fetched_by=row["fetched_by"],
    )


def copy(row: Row) -> Copy:
    """A place where a statement's text was met, from its row."""
    return Copy(
        number=row["id"],
        statement=row["statement"],
        source=row["source"],
        media_type=row["media_type"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        bytes_sha256=row["bytes_sha256"],
        url=row["url"],
        redirects=words(row["redirects"]) if row["redirects"] else (),
        http_status=row["http_status"],
    )


def copy_columns(record: Copy) -> dict[str, Column]:
    """The columns of a place, but for its statement and its transaction."""
    return {
        **_columns(record, "source", "bytes_sha256", "media_type", "url", "http_status"),
        **_columns(record, "at", "by"),
        "redirects": to_column(record.redirects) if record.redirects else None,
    }


def source(row: Row) -> Source:
    """What a commitment's row needs of its statement."""
    return Source(
        number=row["id"],
        title=row["title"],
        said_on=day(row["said_on"]),
        precision=Precision(row["precision"]),
        publisher=row["publisher"],
        speaker=row["speaker"],
        role=row["role"],
        origin=row["source"],
    )


def mention(row: Row) -> Mention:
    """A mention from its row."""
    return Mention(
        number=row["id"],
        statement=row["statement"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        before=row["before"],
        after=row["after"],
        role=MentionRole(row["role"]),
    )


def reading(row: Row) -> Reading:
    """A reading from its row."""
    return Reading(
        number=row["id"],
        statement=row["statement"],
        start=row["start"],
        end=row["end"],
        on=date.fromisoformat(row["on"]),
        by=row["by"],
        note=row["note"],
    )


def status(text: str) -> Status:
    """A status by its value."""
    return _STATUSES[text]


def evidence(row: Row) -> Evidence:
    """A piece of evidence from its row."""
    return Evidence(
        number=row["id"],
        title=row["title"],
        source=_SOURCES[row["source"]],
        kind=_FORMS[row["kind"]],
        stance=_STANCES[row["stance"]],
        url=row["url"],
        locator=row["locator"],
        quote=row["quote"],
        dated=day(row["dated"]),
        accessed_on=day(row["accessed_on"]),
        added_by=row["added_by"],
        retracted=row["retracted"],
    )


def check(row: Row) -> Check:
    """A check from its row."""
    return Check(
        number=row["id"],
        result=_RESULTS[row["result"]],
        where=row["where"],
        on=date.fromisoformat(row["on"]),
        by=row["by"],
        note=row["note"],
        next_follow_up=day(row["next"]),
    )


def date_move(row: Row) -> DateMove:
    """A date move from its row."""
    return DateMove(
        number=row["id"],
        old=date.fromisoformat(row["old"]),
        new=day(row["new"]),
        reason=row["reason"],
        on=date.fromisoformat(row["on"]),
        by=row["by"],
        announced=bool(row["announced"]),
    )


def review(row: Row) -> Review:
    """A review from its row."""
    return Review(
        number=row["id"],
        proposed=_STATUSES[row["proposed"]],
        asked_by=row["asked_by"],
        asked_on=date.fromisoformat(row["asked_on"]),
        asked_note=row["asked_note"],
        decision=None if row["decision"] is None else _DECISIONS[row["decision"]],
        decided_by=row["decided_by"],
        decided_on=day(row["decided_on"]),
        reason=row["reason"],
        evidence=() if row["evidence"] == "[]" else tuple(json.loads(row["evidence"])),
        self_verified=bool(row["self_verified"]),
    )


def link(row: Row) -> Link:
    """A link from its row."""
    return Link(
        number=row["id"],
        type=LinkType(row["type"]),
        source=row["commitment"],
        other=row["other"],
        by=row["by"],
        note=row["note"],
    )


def dismissal(row: Row) -> Dismissal:
    """A dismissal from its row."""
    return Dismissal(
        number=row["id"],
        rule=row["rule"],
        reason=row["reason"],
        on=date.fromisoformat(row["on"]),
        by=row["by"],
    )


def suggestion(row: Row) -> Suggestion:
    """A suggested link from its row."""
    return Suggestion(
        number=row["id"],
        type=LinkType(row["type"]),
        source=row["commitment"],
        other=row["other"],
        score=row["score"],
        judgement=None if row["decision"] is None else Judgement(row["decision"]),
        reason=row["reason"],
        by=row["decided_by"],
        on=day(row["decided_on"]),
    )


def filed(
    record: Evidence | Check | DateMove | Review | Link | Dismissal,
) -> tuple[str, dict[str, Column]]:
    """The table a filed record belongs to, and its columns."""
    match record:
        case Evidence():
            return "evidence", _columns(
                record,
                *("title", "source", "kind", "stance", "url", "locator", "quote"),
                *("dated", "accessed_on", "added_by", "retracted"),
            )
        case Check():
            columns = _columns(record, "result", "where", "on", "by", "note")
            return "checks", {**columns, "next": to_column(record.next_follow_up)}
        case DateMove():
            return "date_moves", _columns(record, "old", "new", "reason", "on", "by", "announced")
        case Review():
            return "reviews", _columns(
                record,
                *("proposed", "asked_by", "asked_on", "asked_note", "decision", "decided_by"),
                *("decided_on", "reason", "evidence", "self_verified"),
            )
        case Link():
            return "links", _columns(record, "type", "other", "by", "note")
        case Dismissal():
            return "dismissals", _columns(record, "rule", "reason", "on", "by")


def _columns(record: object, *names: str) -> dict[str, Column]:
    return {name: to_column(getattr(record, name)) for name in names}
