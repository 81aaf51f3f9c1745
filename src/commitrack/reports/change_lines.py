"""What a transaction changed, in lines that people read. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from commitrack.model.cleaning import clean_line
from commitrack.model.history import FieldChange, Transaction

VALUE_LIMIT = 120
"""Characters shown of a value."""
_PLUMBING = frozenset({"present", "commitment", "statement", "sha256", "number", "row", "position"})
"""Fields that tie records together; they say nothing to a reader."""
_TELLING: Mapping[str, frozenset[str]] = {
    "statements": frozenset({"title"}),
    "commitments": frozenset({"title"}),
    "mentions": frozenset(),
    "erasures": frozenset({"counts"}),
    "tombstones": frozenset(),
    "origins": frozenset(),
    "merges": frozenset({"source"}),
}
"""Of a new record of these tables, the fields that are told; of the others, all are."""
_YES_OR_NO = frozenset({"announced", "self_verified", "testable", "ongoing"})
_WORDS = frozenset({"status", "proposed", "decision", "result"})
"""Fields whose values are words joined by underscores."""
_LISTS = frozenset({"tags", "cues", "guards", "aliases", "evidence", "pages"})
"""Fields whose values are lists, which the store writes as JSON."""


def change_lines(
    transaction: Transaction, about: int | None = None, *, limit: int | None = VALUE_LIMIT
) -> list[str]:
    """A line a changed field, and a line a new record: ``+ evidence 3  title: Board paper 7``.

    With `about`, the number of a commitment, its own fields go without a label. A value longer
    than `limit` is cut, with an ellipsis; None cuts nothing.
    """
    return list(lines_of(transaction.changes, about, limit=limit))


def lines_of(
    changes: Iterable[FieldChange], about: int | None = None, *, limit: int | None = VALUE_LIMIT
) -> Iterator[str]:
    """The same of changes as they come: those of an import are a million, and none is kept."""
    for (table, _), group in groupby(changes, key=lambda change: (change.table, change.row)):
        fields = list(group)
        label = clean_line(fields[0].label)
        own = table == "commitments" and fields[0].commitment == about
        if any(change.field == "present" and change.old is None for change in fields):
            telling = _TELLING.get(table)
            told = " · ".join(
                f"{_name(change)}: {_read(change, change.new, limit)}"
                for change in fields
                if _tells(change) and (telling is None or change.field in telling)
            )
            if told:
                yield _cut(f"+ {label}  {told}", None if limit is None else limit * 2)
            continue
        for change in fields:
            if change.field == "present":
                if _TELLING.get(table) == frozenset():
                    continue
                yield f"{'−' if _gone(change) else '+'} {label}"
            elif change.field not in _PLUMBING:
                place = "" if own else f"{label} "
                old, new = _read(change, change.old, limit), _read(change, change.new, limit)
                yield f"{place}{_name(change)}: {old} → {new}"


def _gone(change: FieldChange) -> bool:
    return str(change.new) in ("0", "None")


def _tells(change: FieldChange) -> bool:
    if change.field in _PLUMBING or change.new in (None, "", "[]"):
        return False
    return change.field not in _YES_OR_NO or str(change.new) != "0"


def _read(change: FieldChange, value: str | int | None, limit: int | None) -> str:
    if value is not None and change.field in _YES_OR_NO:
        return "no" if str(value) == "0" else "yes"
    if isinstance(value, str) and change.field in _WORDS:
        return shown(value.replace("_", " "), limit)
    if isinstance(value, str) and change.field in _LISTS:
        return shown(_listed(value), limit)
    return shown(value, limit)


def _listed(value: str) -> str:
    """The parts of a list with commas between them; anything else as it stands."""
    try:
        parts = json.loads(value)
    except ValueError:
        return value
    return ", ".join(map(str, parts)) if isinstance(parts, list) else value


def _name(change: FieldChange) -> str:
    return change.field.replace("_", " ")


def shown(value: str | int | None, limit: int | None = VALUE_LIMIT) -> str:
    """A value as it is read: cleaned, on one line, not too long; ``none`` when there is none."""
    if value is None or value == "":
        return "none"
    return _cut(clean_line(str(value)), limit)


def _cut(text: str, limit: int | None) -> str:
    return text if limit is None or len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
