"""The same as data: JSON with everything that the pages say, CSV with a line a commitment."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

from commitrack.model.inert import csv_cell, json_text
from commitrack.model.records import Evidence
from commitrack.reports.wording import said_on
from commitrack.site.links import commitment_path
from commitrack.site.plain import Entry, Line, Said

VERSION = 1
"""Grows when a member changes its meaning or goes; new ones may come without it."""

COLUMNS = (
    *("id", "title", "kind", "status", "owners", "topic", "due_original", "due", "against_date"),
    *(
        "self_verified",
        "slippage_days",
        "moves_later",
        "support",
        "quote",
        "said_by",
        "said_on",
        "source",
        "page",
    ),
)


def json_head(title: str, today: date, *, narrowed: bool) -> str:
    """The beginning of the JSON, up to the first commitment."""
    head = json_text({"version": VERSION, "title": title, "as_of": today.isoformat()})
    selection = json_text(narrowed)
    return f'{head[:-2]},\n  "selection": {selection},\n  "commitments": ['


def json_foot() -> str:
    """What follows the last commitment."""
    return "\n  ]\n}\n"


def json_entry(entry: Entry, *, first: bool) -> str:
    """One commitment in the list of them, on a line of its own."""
    return f"{'' if first else ','}\n    {json_text(_entry(entry), indent=None)}"


def csv_head() -> str:
    """The line of headings."""
    return _row(COLUMNS)


def csv_entry(entry: Entry) -> str:
    """One commitment on a line; what a spreadsheet would run as a formula is made inert."""
    one = entry.line
    return _row(
        (
            *(one.id, one.title, one.kind.value, one.status.value, "; ".join(one.owners)),
            *(one.topic, _iso(one.due_original), _iso(one.due), one.schedule.value),
            *(
                "yes" if one.self_verified else "no",
                one.days,
                one.moves,
                entry.assurance.words,
                entry.quote,
            ),
            *_origin(entry.said),
            commitment_path(one.number),
        )
    )


def _origin(said: Sequence[Said]) -> tuple[str | None, str | None, str | None]:
    if not said:
        return None, None, None
    return said[0].speaker or said[0].publisher, _said_on(said[0]), said[0].address


def _row(cells: Sequence[str | int | None]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(
        [csv_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    )
    return out.getvalue()


def _entry(entry: Entry) -> dict[str, object]:
    return {
        **_line(entry.line),
        "quote": entry.quote,
        "said": [_said(one) for one in entry.said],
        "partners": list(entry.partners),
        "beneficiary": entry.beneficiary,
        "parents": dict(entry.parents),
        "due_text": entry.due_text,
        "success_test": entry.success_test,
        "strength": entry.strength,
        "reason": entry.reason,
        "decided_on": _iso(entry.decided_on),
        "self_verified": entry.line.self_verified,
        "support": entry.assurance.words,
        "last_looked": _iso(entry.last_looked),
        "date_moves": [
            {
                "on": move.on.isoformat(),
                "old": move.old.isoformat(),
                "new": _iso(move.new),
                "reason": move.reason,
                "announced": move.announced,
            }
            for move in entry.moves
        ],
        "evidence": [_evidence(piece) for piece in entry.evidence],
        "links": [
            {"type": one.type.value, "source": one.source, "other": one.other}
            for one in entry.links
        ],
        "events": [
            {"on": one.on.isoformat(), "what": one.words, "correction": one.correction}
            for one in entry.past.events
        ],
        "page": commitment_path(entry.line.number),
    }


def _line(one: Line) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "kind": one.kind.value,
        "status": one.status.value,
        "owners": list(one.owners),
        "topic": one.topic,
        "due_original": _iso(one.due_original),
        "due": _iso(one.due),
        "against_date": one.schedule.value,
        "slippage": {"days": one.days, "moves": one.moves},
    }


def _said(one: Said) -> dict[str, object]:
    return {
        "role": one.role.value,
        "before": one.passage.before,
        "quote": one.passage.quote,
        "after": one.passage.after,
        "title": one.title,
        "publisher": one.publisher,
        "speaker": one.speaker,
        "speakers_role": one.speakers_role,
        "occasion": one.occasion,
        "on": _said_on(one),
        "source": one.address,
        "page": one.page,
    }


def _said_on(one: Said) -> str | None:
    return None if one.on is None else said_on(one.on, one.precision)


def _evidence(piece: Evidence) -> dict[str, object]:
    return {
        "title": piece.title,
        "kind": piece.kind.value,
        "source": piece.source.value,
        "stance": piece.stance.value,
        "url": piece.url,
        "locator": piece.locator,
        "quote": piece.quote,
        "dated": _iso(piece.dated),
        "accessed_on": _iso(piece.accessed_on),
        "retracted": piece.retracted,
    }


def _iso(at: date | None) -> str | None:
    return None if at is None else at.isoformat()
