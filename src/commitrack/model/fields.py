"""The fields a person may set, and how the words they type become values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from commitrack.model.actions import FieldValue
from commitrack.model.dayinput import parse_day
from commitrack.model.errors import BadInput
from commitrack.model.frozen import dataclass
from commitrack.model.kinds import Kind
from commitrack.model.records import TITLE_LIMIT, Visibility

Parser = Callable[[str, date], FieldValue]

NAME_LIMIT = 200
"""Characters of a party's name that somebody types."""
_TAG_LIMIT = 80


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A field: its name, how its text is read, and a line of help."""

    name: str
    parse: Parser
    help: str


def _text(limit: int) -> Parser:
    def parse(text: str, today: date) -> FieldValue:
        del today
        words = " ".join(text.split())
        if len(words) > limit:
            raise BadInput(f"has {len(words)} characters; at most {limit} fit")
        return words or None

    return parse


def _required(limit: int) -> Parser:
    inner = _text(limit)

    def parse(text: str, today: date) -> FieldValue:
        value = inner(text, today)
        if value is None:
            raise BadInput("must not be empty")
        return value

    return parse


def _day(text: str, today: date) -> FieldValue:
    if text.strip().lower() in ("", "none"):
        return None
    try:
        return parse_day(text, today)
    except ValueError as error:
        raise BadInput(str(error)) from None


def _names(text: str, today: date) -> FieldValue:
    del today
    names = [name for part in text.split(";") if (name := " ".join(part.split()))]
    _require_short(names, NAME_LIMIT)
    for name in names:
        if not any(map(str.isalnum, name)):
            raise BadInput(f"{name!r} is no name: it has neither a letter nor a figure")
    unique: dict[str, str] = {}
    for name in names:
        unique.setdefault(name.casefold(), name)
    return tuple(unique.values())


def _tags(text: str, today: date) -> FieldValue:
    del today
    tags = sorted(set(text.replace(",", " ").split()))
    _require_short(tags, _TAG_LIMIT)
    return tuple(tags)


def _require_short(words: Iterable[str], limit: int) -> None:
    longest = max(map(len, words), default=0)
    if longest > limit:
        raise BadInput(f"{longest} characters are too many for one of them; at most {limit} fit")


def _number(low: int, high: int) -> Parser:
    def parse(text: str, today: date) -> FieldValue:
        del today
        plain = text.strip()
        if not (plain.isascii() and plain.isdigit() and low <= int(plain[:9]) <= high):
            raise BadInput(f"{text!r} is not a number from {low} to {high}")
        return int(plain)

    return parse


def _choice(words: type[StrEnum]) -> Parser:
    def parse(text: str, today: date) -> FieldValue:
        del today
        word = text.strip().lower().replace(" ", "_")
        names = [member.value for member in words]
        if word not in names:
            raise BadInput(f"{text!r} is not one of {', '.join(names)}{did_you_mean(word, names)}")
        return word

    return parse


RULES: dict[str, FieldRule] = {
    rule.name: rule
    for rule in (
        FieldRule("title", _required(TITLE_LIMIT), "the officer's neutral label"),
        FieldRule("kind", _choice(Kind), "commitment, recommendation or aspiration"),
        FieldRule("owner", _names, "who must deliver; several with ';'"),
        FieldRule("partners", _names, "who acts along; several with ';'"),
        FieldRule("beneficiary", _text(200), "for whom"),
        FieldRule("lead", _text(80), "our own officer"),
        FieldRule("reviewer", _text(80), "who will sign it off"),
        FieldRule("success_test", _text(400), "one sentence: what would count as done"),
        FieldRule("due", _day, "the owner's date"),
        FieldRule("due_text", _text(200), "the date in the statement's own words"),
        FieldRule("follow_up", _day, "when we look again"),
        FieldRule("cadence", _number(1, 3650), "days between two looks"),
        FieldRule("priority", _number(1, 3), "1 (high) to 3"),
        FieldRule("topic", _text(80), "one topic"),
        FieldRule("tags", _tags, "words, with spaces between"),
        FieldRule("note", _text(4000), "anything the next reader should know"),
        FieldRule("visibility", _choice(Visibility), "internal or public"),
    )
}
"""Every settable field by name."""


_ELSEWHERE = {
    "status": "it moves with commitrack status ID NEW",
    "evidence": "it is filed with commitrack evidence add ID",
    "checked": "a look is put down with commitrack check ID",
    "quote": "the words of a statement stay as they were said",
}
"""What people try to set and what changes otherwise, or not at all: how."""


def parse_field(name: str, text: str, today: date) -> FieldValue:
    """Read what was typed for a field; `BadInput` names the field and what it takes."""
    key = name.strip().lower().replace("-", "_")
    rule = RULES.get(key)
    if rule is None and key in _ELSEWHERE:
        raise BadInput(f"{key} is no field to set: {_ELSEWHERE[key]}")
    if rule is None:
        near = did_you_mean(key, RULES)
        raise BadInput(f"no field is called {name!r}; there are {', '.join(RULES)}{near}")
    try:
        return rule.parse(text, today)
    except BadInput as error:
        raise BadInput(f"{rule.name}: {error}") from None


def parse_assignment(text: str, today: date) -> tuple[str, FieldValue]:
    """Read ``field=value`` as typed on a command line."""
    name, equals, value = text.partition("=")
    if not equals:
        raise BadInput(f"{text!r} is not FIELD=VALUE, such as lead=ann or due=2026-06-30")
    parsed = parse_field(name, value, today)
    return name.strip().lower().replace("-", "_"), parsed


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A suggestion to append to an error: ``: did you mean 'open'?``, or nothing."""
    near = get_close_matches(word, list(names), 1)
    return f": did you mean {near[0]!r}?" if near else ""
