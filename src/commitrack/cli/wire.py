"""The stable JSON of the records: exact values, ISO dates, names that do not change.

``VERSION`` grows when a key changes its meaning or goes; new keys may come without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

from commitrack.model.assurance import assurance, last_looked, stale
from commitrack.model.firmness import firmness, why_testable
from commitrack.model.history import FieldChange, Transaction
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.inert import Flow
from commitrack.model.lint import asked, dismissed, rule_of
from commitrack.model.rag import rag
from commitrack.model.records import Dossier, Evidence, Link, Party, Suggestion
from commitrack.model.schedule import late_clocks, schedule, slippage
from commitrack.model.specificity import answers, specificity
from commitrack.model.statements import Copy, Mention, Statement

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

VERSION = 1

_SKIPPED = frozenset({"number", "version", "owners"})

Json = dict[str, object]


def commitment_json(dossier: Dossier, today: date) -> Json:
    """One commitment as a list shows it: its own fields and what is derived from them."""
    record = dossier.commitment
    light = rag(dossier, today)
    slip = slippage(record, dossier.moves)
    head: Json = {
        "id": record.id,
        "kind": record.kind.value,
        "status": record.status.value,
        "owner": record.owner or None,
        "owners": list(record.owners),
    }
    own = {
        field.name: plain(getattr(record, field.name))
        for field in fields(record)
        if field.name not in _SKIPPED and field.name not in head
    }
    return {
        **head,
        **own,
        "statement": None if dossier.source is None else dossier.source.id,
        "schedule": schedule(record, today).value,
        "late": [
            {"clock": late.clock.value, "since": plain(late.since), "days": late.days}
            for late in late_clocks(record, today)
        ],
        "slippage": {"days": slip.days, "moves": slip.moves},
        "assurance": assurance(dossier).words,
        "stale": stale(dossier, today),
        "rag": {"colour": light.colour.value, "reason": light.reason},
        "specificity": specificity(record),
        "revision": record.version,
    }


def dossier_json(dossier: Dossier, today: date) -> Json:
    """Everything on file about one commitment, except its history."""
    return {
        "version": VERSION,
        **commitment_json(dossier, today),
        "last_looked": plain(last_looked(dossier)),
        "mentions": [mention_json(one) for one in dossier.mentions],
        "evidence": [evidence_json(one) for one in dossier.evidence],
        "checks": [record_json(one) for one in dossier.checks],
        "date_moves": [{**record_json(one), "days": one.days} for one in dossier.moves],
        "reviews": [record_json(one) for one in dossier.reviews],
        "links": [link_json(one) for one in dossier.links],
        "suggestions": [link_json(one) for one in dossier.suggestions],
        **wording_json(dossier),
        "parents": dict(dossier.parents),
    }


def wording_json(dossier: Dossier) -> Json:
    """What the wording says and leaves open; places are offsets into the quote."""
    record = dossier.commitment
    firm = firmness(record)
    said = answers(record)
    return {
        "lint": [record_json(one) for one in asked(dossier)],
        "dismissed": [
            {
                **record_json(one),
                "question": rule_of(one.rule).question,
                "fires": finding is not None,
                "words": "" if finding is None else finding.words,
                "places": [] if finding is None else plain(finding.places),
            }
            for one, finding in dismissed(dossier)
        ],
        "wording": {
            "strength": None
            if firm is None
            else {**record_json(firm), "name": firm.strength.name.lower()},
            "specificity": {"score": said.score, "said": said.answered, "open": said.open},
            "testable": {"by_words": record.testable, "why": why_testable(record)},
        },
    }


def mention_json(mention: Mention) -> Json:
    """Where a quote stands."""
    return {**record_json(mention), "statement": statement_id(mention.statement)}


def evidence_json(piece: Evidence) -> Json:
    """A piece of evidence."""
    return record_json(piece)


def link_json(link: Link | Suggestion) -> Json:
    """A link, or a suggested one, by the IDs of its two ends."""
    ends = {"source": commitment_id(link.source), "other": commitment_id(link.other)}
    return {**record_json(link), **ends}


def statement_json(statement: Statement, *, text: bool) -> Json:
    """A statement; with its exact text only when `text`."""
    found = {"id": statement.id, **record_json(statement), "chars": len(statement.text)}
    previous = statement.previous
    found["previous"] = None if previous is None else statement_id(previous)
    found["revision"] = found.pop("version")  # as of a commitment; the other is the form's
    del found["number"]
    if not text:
        del found["text"]
    return found


def copy_json(copy: Copy) -> Json:
    """A place where a statement's text was met."""
    found = record_json(copy)
    for name in ("statement", "number"):
        del found[name]
    return found


def party_json(party: Party) -> Json:
    """A party and how many commitments it owns."""
    found = record_json(party)
    found["revision"] = found.pop("version")
    return found


def transaction_json(transaction: Transaction, changes: Iterable[FieldChange]) -> Json:
    """A transaction with the changes it made, which flow: there may be a million."""
    found = record_json(replace(transaction, changes=()))
    del found["more"]
    return {**found, "changes": Flow(map(_change_json, changes))}


def _change_json(change: FieldChange) -> Json:
    return {
        "record": change.label,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "commitment": _id(change.commitment, commitment_id),
        "statement": _id(change.statement, statement_id),
    }


def _id(number: int | None, write: Callable[[int], str]) -> str | None:
    return None if number is None else write(number)


def record_json(record: DataclassInstance) -> Json:
    """A flat record, field by field."""
    return {field.name: plain(getattr(record, field.name)) for field in fields(record)}


def plain(value: object) -> object:
    """A value as JSON has it: ISO dates, the plain value of an enumeration, lists for tuples."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value
