"""What a transaction changed, in lines that people read. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from commitrack.model.cleaning import clean_line
from commitrack.model.history import FieldChange, Transaction

VALUE_LIMIT = 120
"""Characters shown of a value."""
_PLUMBING = frozenset({"present", "commitment", "statement", "sha256", "number", "row"})
"""Fields that tie records together; they say nothing to a reader."""
_TELLING: Mapping[str, frozenset[str]] = {
    "statements": frozenset({"title"}),
    "commitments": frozenset({"title"}),
    "mentions": frozenset(),
}
"""Of a new record of these tables, the fields that are told; of the others, all are."""
_YES_OR_NO = frozenset({"announced", "self_verified", "testable", "ongoing"})
_WORDS = frozenset({"status", "proposed", "decision", "result"})
"""Fields whose values are words joined by underscores."""


def change_lines(transaction: Transaction, about: int | None = None) -> list[str]:
    """A line a changed field, and a line a new record.

    With `about`, the number of a commitment, its own fields go without a label.
    """
    return list(_lines(transaction.changes, about))


def _lines(changes: Iterable[FieldChange], about: int | None) -> Iterator[str]:
    for (table, _), group in groupby(changes, key=lambda change: (change.table, change.row)):
        fields = list(group)
        label = clean_line(fields[0].label)
        own = table == "commitments" and fields[0].commitment == about
        if any(change.field == "present" and change.old is None for change in fields):
            telling = _TELLING.get(table)
            told = " · ".join(
                f"{_name(change)}: {_read(change, change.new)}"
                for change in fields
                if _tells(change) and (telling is None or change.field in telling)
            )
            if told:
                yield _cut(f"+ {label}  {told}", VALUE_LIMIT * 2)
            continue
        for change in fields:
            if change.field == "present":
                yield f"{'−' if _gone(change) else '+'} {label}"
            elif change.field not in _PLUMBING:
                place = "" if own else f"{label} "
                old, new = _read(change, change.old), _read(change, change.new)
                yield f"{place}{_name(change)}: {old} → {new}"


def _gone(change: FieldChange) -> bool:
    return str(change.new) in ("0", "None")


def _tells(change: FieldChange) -> bool:
    if change.field in _PLUMBING or change.new in (None, "", "[]"):
        return False
    return change.field not in _YES_OR_NO or str(change.new) != "0"


def _read(change: FieldChange, value: str | int | None) -> str:
    if value is not None and change.field in _YES_OR_NO:
        return "no" if str(value) == "0" else "yes"
    if isinstance(value, str) and change.field in _WORDS:
        return shown(value.replace("_", " "))
    return shown(value)


def _name(change: FieldChange) -> str:
    return change.field.replace("_", " ")


def shown(value: str | int | None) -> str:
    """A value as it is read: cleaned, on one line, not too long; ``none`` when there is none."""
    if value is None or value == "":
        return "none"
    return _cut(clean_line(str(value)), VALUE_LIMIT)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
