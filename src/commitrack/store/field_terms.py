"""``field:value`` as SQL, by the kind of value the field takes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache

from commitrack.model.party_names import folded
from commitrack.model.records import Dossier
from commitrack.query import (
    ME,
    Anything,
    Day,
    DayRange,
    Nothing,
    Number,
    NumberRange,
    Text,
    Value,
    bounds,
)
from commitrack.store import lights, parties, tallies
from commitrack.store.asking import Lens
from commitrack.store.derived import OF_THE_WORDS, ask_the_model, score
from commitrack.store.engine import Connection
from commitrack.store.sql import EVERYTHING, Sql, number_list, same_text, words_sql

_DAYS = {
    "due": "c.due",
    "follow_up": "c.follow_up",
    "checked": "c.last_checked",
    "original": "c.due_original",
    "moved": '(SELECT max(m."on") FROM date_moves m WHERE m.commitment = c.id AND m.present = 1)',
    "closed_on": "c.closed_on",
    "changed": "(SELECT substr(t.at, 1, 10) FROM transactions t WHERE t.id = c.tx)",
    "created": "(SELECT substr(t.at, 1, 10) FROM transactions t WHERE t.id = "
    "(SELECT min(ch.tx) FROM changes ch WHERE ch.commitment = c.id))",
}
_NUMBERS = {
    "id": "c.id",
    "statement": "c.statement",
    "strength": "c.strength",
    "priority": "c.priority",
    "slip": "julianday(c.due) - julianday(c.due_original)",  # a whole number, as in its index
    "moves": "(SELECT count(*) FROM date_moves m WHERE m.commitment = c.id AND m.present = 1 "
    "AND m.new > m.old)",
}
_CHOICES = {
    "status": "c.status",
    "kind": "c.kind",
    "visibility": "c.visibility",
    "confidence": "c.confidence",
    "testable": "CASE c.testable WHEN 1 THEN 'yes' ELSE 'no' END",
}
_NAMED = ("lead", "reviewer", "topic")
"""Columns with few values, which are known without looking at the commitments."""
_SCORES = ("assurance", "specificity")


def field_term(
    connection: Connection,
    name: str,
    value: Value,
    lens: Lens,
    within: Sql = EVERYTHING,
    *,
    met: bool = False,
) -> Sql:
    """One value of a field; a comparison with a missing value is false both ways.

    What only the model knows is asked of the commitments that meet `within`; the rest of the
    query keeps the others out. With `met` it is asked of one commitment after the other.
    """
    if name in _DAYS:
        return _day(_DAYS[name], value, lens)
    if name in _NUMBERS:
        return _number(_NUMBERS[name], value)
    if name in _CHOICES:
        return _choice(_CHOICES[name], value)
    if name in _NAMED:
        return _named(connection, name, value, lens)
    if name == "owner":
        return _owner(connection, value, lens, met=met)
    if name == "maker":
        return _maker(connection, value, lens)
    if name == "tag":
        return _tag(value)
    if name in ("text", "title", "quote"):
        return _words(name, value)
    if name == "link":
        return _link(value)
    if name == "dismissed":
        return _dismissed(value)
    if name == "rag":
        return lights.of_colour(value.text if isinstance(value, Text) else "", lens)
    return _of_the_model(connection, name, value, lens, within)


def _presence(column: str, value: Value) -> Sql | None:
    if isinstance(value, Nothing):
        return Sql(f"{column} IS NULL")
    return Sql(f"{column} IS NOT NULL") if isinstance(value, Anything) else None


def _day(column: str, value: Value, lens: Lens) -> Sql:
    found = _presence(column, value)
    if found is not None:
        return found
    if not isinstance(value, Day | DayRange):
        raise TypeError(f"{value!r} is no date")
    first, last = bounds(value, lens.today)
    return Sql(f"{column} BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def _number(column: str, value: Value) -> Sql:
    found = _presence(column, value)
    if found is not None:
        return found
    if isinstance(value, NumberRange):
        return Sql(f"{column} BETWEEN ? AND ?", (value.lo, value.hi))
    if not isinstance(value, Number):
        raise TypeError(f"{value!r} is no number")
    return Sql(f"{column} {value.op} ?", (value.n,))


def _choice(column: str, value: Value) -> Sql:
    found = _presence(column, value)
    if found is not None:
        return found
    return Sql(f"{column} = ?", (value.text if isinstance(value, Text) else "",))


def _who(value: Value, lens: Lens) -> tuple[str, bool]:
    """The name that is asked for, and whether it is meant whole."""
    if not isinstance(value, Text):
        return "", True
    return (lens.actor, True) if value.text == ME else (value.text, value.exact)


def _is_called(name: str | None, words: str, *, exact: bool) -> bool:
    """Whether a name is the one that is asked for, whole or from the beginning of a word.

    ``lead:ann`` finds "Ann Wright", not "Joanne".
    """
    if name is None:
        return False
    held, wanted = folded(name), folded(words)
    return held == wanted if exact else parties.holds(held, wanted)


def _named(connection: Connection, name: str, value: Value, lens: Lens) -> Sql:
    found = _presence(f"c.{name}", value)
    return _any_of_names(name, names(connection, name, value, lens)) if found is None else found


def names(connection: Connection, field: str, value: Value, lens: Lens) -> list[str]:
    """The leads, reviewers or topics on record that a value of the field means."""
    words, exact = (value.text, value.exact) if isinstance(value, Text) else ("", True)
    if field != "topic":
        words, exact = _who(value, lens)
    held = tallies.of(connection, field)
    return [one for one in held if one and _is_called(one, words, exact=exact)]


def _any_of_names(column: str, names: Sequence[str]) -> Sql:
    """The commitments with one of these names in a column, off its index."""
    return Sql(
        f"c.{column} COLLATE NOCASE IN (SELECT value FROM json_each(?))",
        (json.dumps(names, ensure_ascii=False),),
    )


def led_by(connection: Connection, name: str, *, met: bool = False) -> Sql:
    """The commitments whose lead is called so, off an index; with `met`, the one at hand if it is.

    The plus sign keeps SQLite from leaving the order along which that one was met.
    """
    found = _named(connection, "lead", Text(name, exact=True), Lens(date.min, name))
    return Sql(f"+{found.text}", found.values) if met else found


_FEW = 10_000
"""Commitments that are gathered in no time, whatever share of the record they are."""
_SHARE = 10
"""One in so many of the record is gathered faster than every commitment is asked."""


def _owner(connection: Connection, value: Value, lens: Lens, *, met: bool) -> Sql:
    owned = (
        "EXISTS (SELECT 1 FROM commitment_parties cp WHERE cp.commitment = c.id "
        "AND cp.role = 'owner' AND cp.present = 1{more})"
    )
    if isinstance(value, Nothing):
        return Sql("NOT " + owned.format(more=""))
    if isinstance(value, Anything):
        return Sql(owned.format(more=""))
    name, exact = _who(value, lens)
    numbers = number_list(parties.matching(connection, name, exact=exact))
    theirs = f"role = 'owner' AND present = 1 AND party IN ({numbers})"
    if met or not _are_few(connection, f"commitment_parties WHERE {theirs}"):
        return Sql(owned.format(more=f" AND cp.party IN ({numbers})"))
    return Sql(f"c.id IN (SELECT commitment FROM commitment_parties WHERE {theirs})")


def _are_few(connection: Connection, rows: str) -> bool:
    """Whether rows are few enough to be gathered before anything is asked of a commitment."""
    most = max(_FEW, (tallies.count(connection, "status", None)) // _SHARE)
    found: int = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {most + 1})"
    ).fetchone()[0]
    return found <= most


def _maker(connection: Connection, value: Value, lens: Lens) -> Sql:
    if not isinstance(value, Text):
        said = Sql(
            "coalesce(c.statement IN (SELECT s.id FROM statements s "
            "WHERE coalesce(s.publisher, s.speaker) IS NOT NULL), 0)"
        )
        return said if isinstance(value, Anything) else Sql(f"NOT {said.text}")
    words, exact = _who(value, lens)
    meant = parties.matching(connection, words, exact=exact)
    bodies = {
        folded(row[0])
        for row in connection.execute(
            f"SELECT p.name FROM parties p WHERE p.id IN ({number_list(meant)})"
        )
    }

    @cache
    def is_meant(publisher: str | None, speaker: str | None) -> bool:
        return (publisher is not None and folded(publisher) in bodies) or any(
            _is_called(name, words, exact=exact) for name in (publisher, speaker)
        )

    made = [
        row["id"]
        for row in connection.execute("SELECT id, publisher, speaker FROM statements")
        if is_meant(row["publisher"], row["speaker"])
    ]
    return Sql("c.statement IN (SELECT value FROM json_each(?))", (json.dumps(made),))


def _tag(value: Value) -> Sql:
    if isinstance(value, Nothing):
        return Sql("c.tags = '[]'")
    if isinstance(value, Anything):
        return Sql("c.tags <> '[]'")
    same = same_text("j.value", value.text if isinstance(value, Text) else "")
    return Sql(f"EXISTS (SELECT 1 FROM json_each(c.tags) j WHERE {same.text})", same.values)


def _words(name: str, value: Value) -> Sql:
    text, exact = (value.text, value.exact) if isinstance(value, Text) else ("", False)
    if exact and name != "text":
        return same_text(f"c.{name}", text)
    return words_sql(text, prefix=not exact, column=None if name == "text" else name)


def _link(value: Value) -> Sql:
    linked = (
        "EXISTS (SELECT 1 FROM links l WHERE (l.commitment = c.id OR l.other = c.id) "
        "AND l.present = 1{more})"
    )
    if isinstance(value, Nothing):
        return Sql("NOT " + linked.format(more=""))
    if isinstance(value, Anything):
        return Sql(linked.format(more=""))
    return Sql(
        linked.format(more=" AND l.type = ?"), (value.text if isinstance(value, Text) else "",)
    )


def _dismissed(value: Value) -> Sql:
    dismissed = (
        "EXISTS (SELECT 1 FROM dismissals d WHERE d.commitment = c.id AND d.present = 1{more})"
    )
    if isinstance(value, Nothing):
        return Sql("NOT " + dismissed.format(more=""))
    if isinstance(value, Anything):
        return Sql(dismissed.format(more=""))
    rule = value.text if isinstance(value, Text) else ""
    return Sql(dismissed.format(more=" AND d.rule = ?"), (rule,))


def _of_the_model(connection: Connection, name: str, value: Value, lens: Lens, within: Sql) -> Sql:
    def holds(dossier: Dossier) -> bool:
        if name in _SCORES:
            return _compares(score(dossier, name, lens), value)
        if name == "lint":
            from commitrack.model.lint import asked  # its rules are loaded for who asks by them

            questions = {finding.rule for finding in asked(dossier)}
            if isinstance(value, Text):
                return value.text in questions
            return bool(questions) is isinstance(value, Anything)
        raise ValueError(f"{name}: has no meaning here")

    return ask_the_model(connection, within, holds, whole=name not in OF_THE_WORDS)


def _compares(score: int, value: Value) -> bool:
    if isinstance(value, NumberRange):
        return value.lo <= score <= value.hi
    if not isinstance(value, Number):
        return isinstance(value, Anything)
    return {
        "=": score == value.n,
        "<": score < value.n,
        "<=": score <= value.n,
        ">": score > value.n,
        ">=": score >= value.n,
    }[value.op]
