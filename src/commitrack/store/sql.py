"""Conditions as SQL with their values, and words as the index wants them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from commitrack.model.frozen import dataclass
from commitrack.store.engine import FOLDED

IS_OPEN = "c.status IN ('open', 'in_progress', 'stalled', 'claimed')"

IS_CLOSED = (
    "c.status IN ('delivered', 'partly_delivered', 'not_delivered', 'withdrawn', "
    "'superseded', 'unverifiable')"
)


ALL_STALE = "SELECT s.commitment AS id FROM staleness s WHERE s.day <= ?"
"""The SELECT of the numbers of what is stale on a day (`commitrack.store.staleness`)."""


SUGGESTION_COUNTS = (
    "NOT (s.decision IS NULL AND EXISTS (SELECT 1 FROM commitments e "
    "WHERE e.id IN (s.commitment, s.other) AND (e.status = 'rejected' OR e.present = 0)))"
)
"""Of the suggestion ``s``: it is decided, or waits; what is rejected is no promise to link."""


@dataclass(frozen=True, slots=True)
class Sql:
    """A condition on the commitment ``c``."""

    text: str
    values: tuple[object, ...] = ()


EVERYTHING = Sql("1")
"""The condition that every commitment meets."""


def all_of(parts: Iterable[Sql]) -> Sql:
    """All of the conditions."""
    found = [part for part in parts if part != EVERYTHING] or [EVERYTHING]
    text = " AND ".join(f"({part.text})" for part in found)
    return Sql(f"({text})", tuple(value for part in found for value in part.values))


def any_of(parts: Iterable[Sql]) -> Sql:
    """At least one of the conditions."""
    found = list(parts)
    text = " OR ".join(f"({part.text})" for part in found)
    return Sql(f"({text})", tuple(value for part in found for value in part.values))


def words_sql(text: str, *, prefix: bool, column: str | None = None) -> Sql:
    """The commitments whose indexed words hold these, side by side; the last may be a beginning.

    Text without any word in it (a lone dash) is looked for as it stands.
    """
    match = match_words(text, prefix=prefix)
    if match is None:
        columns = (column,) if column else _SEARCHED
        return any_of(Sql(f"instr(coalesce(c.{one}, ''), ?) > 0", (text,)) for one in columns)
    if column:
        match = f"{{{column}}} : {match}"
    return Sql(
        "c.id IN (SELECT rowid FROM commitments_fts WHERE commitments_fts MATCH ?)", (match,)
    )


_SEARCHED = ("title", "quote", "success_test", "note")
"""The columns that bare words are looked for in."""


def match_words(text: str, *, prefix: bool) -> str | None:
    """Words as the word index wants them; None for a text that has none.

    They stand in quotation marks: the index has a language of its own, and what a user types is not
    in it. Where words end the index says itself, as it did when it read the record: an accent that
    is a character of its own belongs to a word here and there.
    """
    if not any(unicodedata.category(char)[0] in "LN" for char in text):
        return None
    plain = text.replace('"', " ").replace("\0", " ")
    return f'"{plain}"' + ("*" if prefix else "")


def same_text(column: str, text: str) -> Sql:
    """That a column holds this text, case aside.

    SQLite folds the letters of ASCII alone, and quickly; Python is asked of what holds others.
    """
    folded = text.casefold()
    return Sql(
        f"({column} = ? COLLATE NOCASE OR (length(CAST({column} AS BLOB)) > length({column}) "
        f"AND {FOLDED}({column}) = ?))",
        (folded, folded),
    )


def open_before(day: str, *columns: str) -> Sql:
    """Open, with a date in one of the columns before `day`: read off the indexes of open dates."""
    found = all_open_before(day, *columns)
    return Sql(f"c.id IN ({found.text})", found.values)


def is_open_before(day: str, *columns: str) -> Sql:
    """The same, asked of the commitment ``c`` alone."""
    late = " OR ".join(f"c.{one} < ?" for one in columns)
    return Sql(f"({IS_OPEN} AND ({late}))", (day,) * len(columns))


def all_open_before(day: str, *columns: str) -> Sql:
    """The SELECT of the numbers that `open_before` asks for, each of them once."""
    return _all_open(
        [
            (Sql(f"o.{one} < ?", (day,)), one, Sql(f"(o.{one} IS NULL OR o.{one} >= ?)", (day,)))
            for one in columns
        ]
    )


def all_open_between(days: Mapping[str, tuple[str, str]]) -> Sql:
    """The SELECT of the numbers of what is open and has a date between two days, both included.

    The days are given by column; each number comes once.
    """
    return _all_open(
        [
            (
                Sql(f"o.{one} BETWEEN ? AND ?", ends),
                one,
                Sql(f"(o.{one} IS NULL OR o.{one} NOT BETWEEN ? AND ?)", ends),
            )
            for one, ends in days.items()
        ]
    )


def _all_open(dates: Sequence[tuple[Sql, str, Sql]]) -> Sql:
    """What is open and meets a condition on one of its dates; with each, its contrary.

    The indexes are named so that nothing else is looked at; and their condition is repeated word
    for word, or they could not be used at all. What the first of two dates has found the second
    leaves out, which takes no time: each index holds both.
    """
    found, values = [], list[object]()
    for place, (condition, column, _) in enumerate(dates):
        left_out = [contrary for *_, contrary in dates[:place]]
        found.append(
            f"SELECT o.id AS id FROM commitments o INDEXED BY open_by_{column} "
            "WHERE o.present = 1 "
            "AND o.status IN ('open', 'in_progress', 'stalled', 'claimed') AND "
            + " AND ".join(one.text for one in (condition, *left_out))
        )
        values += [value for one in (condition, *left_out) for value in one.values]
    return Sql(" UNION ALL ".join(found), tuple(values))


def number_list(numbers: Iterable[int]) -> str:
    """Numbers for an IN list; they are ours, never typed."""
    return ", ".join(str(int(number)) for number in numbers)
