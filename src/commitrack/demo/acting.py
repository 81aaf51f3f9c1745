"""From an event of the story to the action that a person would take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from commitrack.demo.dating import offset
from commitrack.demo.script import Entry
from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    Approve,
    Claim,
    FieldValue,
    RecordCheck,
    Reject,
    Reopen,
    SendBack,
    SetFields,
    SetStatus,
)
from commitrack.model.records import CheckResult, Commitment, EvidenceKind, SourceClass, Stance
from commitrack.model.status import RejectReason, Status

Find = Callable[[Entry], int]
"""The number of the commitment an entry names by statement and words."""


def actions(
    event: Entry, today: date, commitment: Commitment, topic: str | None, find: Find
) -> tuple[Action, ...]:
    """The actions that an event stands for, on a commitment as it is when the event comes."""

    def day(name: str) -> date | None:
        return offset(today, event[name]) if name in event else None

    match event["do"]:
        case "accept":
            return _accept(event, commitment, topic, day)
        case "reject":
            return (Reject(RejectReason(event["reason"]), event.get("note")),)
        case "set":
            return (_set(event, day),)
        case "evidence":
            return (_evidence(event, day),)
        case "check":
            return (
                RecordCheck(
                    CheckResult(event["result"]), event["where"], day("next"), event.get("note")
                ),
            )
        case "status":
            return (SetStatus(Status(event["to"]), event["why"]),)
        case "claim":
            return (Claim(event.get("note")),)
        case "close":
            other = find(event["other"]) if "other" in event else None
            return (SetStatus(Status(event["to"]), event["why"], other=other),)
        case "review":
            return (_review(event),)
        case "reopen":
            return (Reopen(event["why"], Status(event["to"])),)
    raise ValueError(f"the story does not know how to {event['do']!r}")


Day = Callable[[str], date | None]


def _accept(
    event: Entry, commitment: Commitment, topic: str | None, day: Day
) -> tuple[Action, ...]:
    owners = () if commitment.owners or "owner" not in event else (event["owner"],)
    due = None if commitment.due else day("due")
    first = Accept(owners, event.get("lead"), due, day("follow_up"))
    return (first, SetFields({"topic": topic})) if topic else (first,)


def _set(event: Entry, day: Day) -> SetFields:
    values: dict[str, FieldValue] = {
        name: event[name]
        for name in ("title", "success_test", "priority", "visibility", "note")
        if name in event
    }
    if "tags" in event:
        values["tags"] = tuple(event["tags"])
    if "due" in event:
        values["due"] = day("due")
    return SetFields(values, event.get("why"), event.get("announced", True))


def _evidence(event: Entry, day: Day) -> AddEvidence:
    return AddEvidence(
        title=event["title"],
        source=SourceClass(event["source"]),
        kind=EvidenceKind(event["kind"]),
        stance=Stance(event.get("stance", Stance.SUPPORTS)),
        url=event.get("url"),
        locator=event.get("locator"),
        quote=event.get("quote"),
        dated=day("dated"),
        accessed_on=day("day"),
    )


def _review(event: Entry) -> Approve | SendBack:
    own = bool(event.get("self_verify", False))
    match event["verdict"]:
        case "send_back":
            return SendBack(event["note"])
        case "partly":
            return Approve(event.get("note"), missing=event["missing"], self_verify=own)
        case _:
            return Approve(event.get("note"), self_verify=own)
