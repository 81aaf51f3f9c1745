"""Rows of a sheet that somebody keeps commitments in: which column is which field, and what a row
would put on record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from commitrack.model.actions import FieldValue
from commitrack.model.errors import BadInput
from commitrack.model.fields import RULES, did_you_mean
from commitrack.model.statements import Mention
from commitrack.model.status import Status

_SHOWN = 40
"""Characters of a heading that an error repeats."""
ID, QUOTE, STATEMENT, STATUS, WHY = "id", "quote", "statement", "status", "why"

FIELDS: tuple[str, ...] = (ID, QUOTE, STATEMENT, STATUS, WHY, *RULES)
"""What a column can be, by the names that the rest of the program has for it."""

_ALIASES: Mapping[str, str] = {
    **dict.fromkeys(("ref", "reference", "commitment id", "number", "no"), ID),
    **dict.fromkeys(("words", "wording", "promise", "commitment", "what was said", "text"), QUOTE),
    **dict.fromkeys(("statement id", "in statement"), STATEMENT),
    **dict.fromkeys(("state", "stage", "progress"), STATUS),
    **dict.fromkeys(("reason", "because"), WHY),
    **dict.fromkeys(("name", "label", "short title", "summary"), "title"),
    **dict.fromkeys(("type",), "kind"),
    **dict.fromkeys(("owners", "who", "responsible", "responsible body", "organisation"), "owner"),
    **dict.fromkeys(("partner", "with"), "partners"),
    **dict.fromkeys(("beneficiaries", "for whom"), "beneficiary"),
    **dict.fromkeys(("officer", "lead officer", "our lead"), "lead"),
    **dict.fromkeys(("approver", "signed off by"), "reviewer"),
    **dict.fromkeys(("success", "measure", "success measure", "done when"), "success_test"),
    **dict.fromkeys(("due date", "date due", "deadline", "by when", "target date"), "due"),
    **dict.fromkeys(("deadline in words", "due words"), "due_text"),
    **dict.fromkeys(("next look", "look again", "chase", "chase date"), "follow_up"),
    **dict.fromkeys(("subject", "theme", "area"), "topic"),
    **dict.fromkeys(("tag", "keywords", "labels"), "tags"),
    **dict.fromkeys(("notes", "comment", "comments", "remarks"), "note"),
}
"""Other words that people put at the head of a column."""

DERIVED = frozenset(
    {
        *("rag", "late", "slip", "moves", "maker", "checked", "original", "first due", "strength"),
        *("specificity", "assurance", "testable", "lint", "dismissed", "confidence", "created"),
        *("changed", "schedule"),
    }
)
"""Columns of a list that are worked out, or only change by what happens: they are left out."""


def column(heading: str) -> str | None:
    """The field that a heading means; None for one that is worked out.

    `BadInput` names the nearest known heading for any other.
    """
    words = re.sub(r"[\s_\-]+", " ", heading).strip(" :*\ufeff").casefold()
    name = words.replace(" ", "_")
    if name in FIELDS:
        return name
    if words in _ALIASES:
        return _ALIASES[words]
    if words in DERIVED:
        return None
    known = [one.replace("_", " ") for one in FIELDS]
    near = did_you_mean(words, [*known, *_ALIASES])
    shown = heading.strip()
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    raise BadInput(f"no column is called {shown!r}{near}")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What a row asks for: a commitment on record to be changed, or a new one."""

    line: int
    """Where it begins in the file."""
    commitment: int | None = None
    """The one on record that it is about; None for a new one."""
    quote: str = ""
    statement: int | None = None
    mention: Mention | None = None
    """Where the quote stands in the statement that the row names."""
    values: Mapping[str, FieldValue] = field(default_factory=dict)
    """The fields that it fills in; an empty cell says nothing."""
    status: Status | None = None
    why: str | None = None


class RowResult(StrEnum):
    """What a row came to."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    KNOWN = "known"
    """A promise in these very words is on record, and the row does not say that it means that."""


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What a row put on record, or would."""

    line: int
    result: RowResult
    commitment: int
    title: str
    changes: tuple[tuple[str, str, str], ...] = ()
    """(field, before, after) as people read them."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used, and why."""

    line: int
    why: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.why}"


class BadRows(BadInput):
    """Rows that cannot be used; nothing of the sheet is put on record then."""

    def __init__(self, rows: Iterable[BadRow], total: int, name: str = "the sheet") -> None:
        self.rows = tuple(sorted(rows, key=lambda one: one.line))
        self.total = total
        one = len(self.rows) == 1
        super().__init__(
            f"{name}: {len(self.rows)} of {total} rows cannot be used ({self.rows[0]}"
            f"{'' if one else ', and more'}); nothing was imported"
        )
