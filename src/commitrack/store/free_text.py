"""Which columns hold what people have written, and so may hold anybody's words or name.

An erasure looks through these and no others. A test holds every column of text against this page,
so that a new one is not forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping

from commitrack.model.erasure import ERASED, Both, Names, Words, out_of_list

VERBATIM: Mapping[str, tuple[str, ...]] = {
    "statements": ("text",),
    "commitments": ("quote",),
    "mentions": ("quote", "before", "after"),
}
"""The words of a statement itself, as it says them."""

DESCRIPTIONS: Mapping[str, tuple[str, ...]] = {
    "statements": ("title", "publisher", "speaker", "role", "occasion", "source"),
    "copies": ("source", "url", "redirects"),
    "commitments": (
        *("title", "beneficiary", "success_test", "due_text", "condition", "topic", "tags"),
        *("note", "reason"),
    ),
    "evidence": ("title", "url", "locator", "quote", "retracted"),
    "checks": ("where", "note"),
    "date_moves": ("reason",),
    "reviews": ("asked_note", "reason"),
    "links": ("note",),
    "readings": ("note",),
    "dismissals": ("reason",),
    "suggestions": ("reason",),
    "parties": ("name", "aliases"),
    "saved_views": ("name", "query", "description"),
    "merges": ("source",),
}
"""What is said of a statement, of a commitment, and of what is filed under it."""

WHO: Mapping[str, tuple[str, ...]] = {
    "statements": ("fetched_by",),
    "copies": ("by",),
    "commitments": ("lead", "reviewer"),
    "evidence": ("added_by",),
    "checks": ("by",),
    "date_moves": ("by",),
    "reviews": ("asked_by", "decided_by"),
    "links": ("by",),
    "readings": ("by",),
    "dismissals": ("by",),
    "suggestions": ("decided_by",),
}
"""Who of our own did something. It is no part of what a statement says."""

SIGNATURES = ("actor", "client", "action", "why")
"""The columns of a transaction that people have written."""

LISTS = frozenset({("parties", "aliases"), ("commitments", "tags"), ("copies", "redirects")})
"""Columns that hold a JSON list of texts."""


def described(table: str) -> tuple[str, ...]:
    """What an erased statement, or what is filed under it, loses besides its verbatim words."""
    return DESCRIPTIONS.get(table, ())


def searched(table: str) -> tuple[str, ...]:
    """Where a name, or words that are repeated, are looked for; verbatim words aside."""
    return (*DESCRIPTIONS.get(table, ()), *WHO.get(table, ()))


def blank(table: str, column: str) -> str:
    """What stands in a column from which everything was erased."""
    if (table, column) == ("statements", "text"):
        return ""
    return "[]" if (table, column) in LISTS else ERASED


def without(words: Names | Words | Both, table: str, column: str, value: str) -> str:
    """A value without some words; of a list each of its texts."""
    return out_of_list(words, value) if (table, column) in LISTS else words.out_of(value)
