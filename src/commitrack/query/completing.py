"""What could stand where the cursor is: fields, their values, dates and views.

It works on text that is yet unfinished, and so on its letters and not on its tree. What only a
store knows (owners, tags, statements) is asked for by `Slot.asks`, and handed to `choices`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from commitrack.model.frozen import dataclass
from commitrack.query.fields import (
    DIRECTIVES,
    FIELDS,
    FieldSpec,
    ValueType,
    find_field,
    fold,
)
from commitrack.query.nodes import ME
from commitrack.query.views import View
from commitrack.query.writing import as_typed

_TERM = re.compile(
    r"""[\s()]+ | - |
    (?P<field>[A-Za-z][A-Za-z0-9_-]*):(?P<values>(?:["“](?:\\.|[^"”\\])*["”]?|[^\s()"“])*) |
    ["“](?:\\.|[^"”\\])*["”]? | [^\s()"“]+""",
    re.VERBOSE,
)
_VALUE = re.compile(r"""(?:["“](?:\\.|[^"”\\])*(?:["”]|$)|[^,"“])*""")
_OPENING = re.compile(r'(?P<op>[<>]=?|=)?(?P<quote>["“])?')
_REST = re.compile(r'[^\s(),"“]*')
_ID = re.compile(r"([CS])-?[0-9]+", re.IGNORECASE)
"""A word that an ID is coming of."""
_ID_BEGUN = re.compile(r"[CS](?:-[0-9]*|[0-9]+)", re.IGNORECASE)
"""The same where nothing but an ID or a name can stand."""

DATES: Mapping[str, str] = {
    "today": "this day",
    "tomorrow": "the next day",
    "yesterday": "the day before",
    "<today": "before this day",
    "today..eow": "until Sunday",
    "today..eom": "until the end of the month",
    "today..eoq": "until the end of the quarter",
    "today..eoy": "until the end of the year",
    "<=+30d": "within thirty days, or past",
    ">+90d": "more than ninety days ahead",
    "<-90d": "more than ninety days ago",
    ">=-1w": "within the last week, or ahead",
}
"""Dates that people ask for, and what they mean."""

_NUMBERS: Mapping[str, Sequence[str]] = {
    "moves": ("0", ">=1", ">=2", ">=3"),
    "slip": (">0", ">=30", ">=180", "<0"),
    "priority": ("1", "2", "3"),
    "specificity": ("<=1", "<=2", ">=3", ">=5"),
}

STORED = frozenset({"owner", "maker", "lead", "reviewer", "topic", "tag", "statement", "id"})
"""Fields whose values only a store knows."""


class Sort(StrEnum):
    """What is being typed."""

    FIELD = "field"
    """A word: a field's name may come of it, or a word to look for."""
    VALUE = "value"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Slot:
    """The piece of a query that the cursor is in: ``text[start:end]``."""

    sort: Sort
    start: int
    end: int
    typed: str
    """What stands there up to the cursor, without a quotation mark before it."""
    field: FieldSpec | None = None
    directive: str | None = None
    op: str = ""
    """The comparison before the value; `start` is where it begins."""
    term: int = 0
    """Where the whole term begins, without a hyphen before it."""

    def without(self, text: str) -> str:
        """The query without the term that is being typed, as `alone` leaves it."""
        return self.alone(f"{text[: self.term].rstrip('-')}{text[self.end :]}")

    def alone(self, others: str) -> str:
        """The other terms of a query without those that are alternatives to this one: IDs."""
        if self.sort is not Sort.FIELD or self.asks is None:
            return others
        letter = self.typed[0].upper()
        return "".join(
            "" if term[0][0].upper() == letter and _ID.fullmatch(term[0]) else term[0]
            for term in _TERM.finditer(others)
        )

    @property
    def asks(self) -> str | None:
        """The field whose values a store must be asked for; None when the language knows them."""
        if self.sort is Sort.FIELD and (begun := _ID.fullmatch(self.typed)) is not None:
            return "id" if begun[1] in "cC" else "statement"
        return self.field.name if self.field is not None and self.field.name in STORED else None


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can stand in a slot."""

    text: str
    """What to put in the place of what is typed."""
    help: str = ""
    whole: bool = True
    """Whether a term ends with it; a field's name goes on with a value."""


def slot_at(text: str, cursor: int) -> Slot:
    """The piece of a query that the cursor is in; an empty one where nothing is typed yet."""
    before = text[:cursor]
    terms = list(_TERM.finditer(before))
    last = terms[-1] if terms else None
    if last is None or last[0] == "-" or last[0][0] in "() \t\n":
        return Slot(Sort.FIELD, cursor, cursor, "", term=cursor)
    rest = _REST.match(text, cursor)
    end = cursor if rest is None else rest.end()
    if last["field"] is not None:
        return _value_slot(last, before, end)
    start = last.start()
    typed = last[0]
    if typed.startswith("@"):
        return Slot(Sort.VIEW, start, end, typed, term=start)
    return Slot(Sort.FIELD, start, end, typed, term=start)


def whole_line(text: str, cursor: int) -> Slot:
    """All of a line as one slot: of one that takes a name, and is no query."""
    return Slot(Sort.VALUE, 0, len(text), text[:cursor].lstrip())


def last_word(text: str, cursor: int) -> Slot:
    """The word of such a line that the cursor is in."""
    start = text.rfind(" ", 0, cursor) + 1
    end = text.find(" ", cursor)
    return Slot(Sort.VALUE, start, len(text) if end < 0 else end, text[start:cursor])


def is_coming_to_an_id(word: str) -> bool:
    """Whether a word is an ID, or one is coming of it."""
    return _ID_BEGUN.fullmatch(word) is not None


def _value_slot(term: re.Match[str], before: str, end: int) -> Slot:
    name = term["field"]
    start = _last_value(before, term.start("values"))
    opening = _OPENING.match(before, start)
    op = "" if opening is None else opening["op"] or ""
    typed = before[start if opening is None else opening.end() :]
    directive = name.lower() if name.lower() in DIRECTIVES else None
    spec = find_field(name)
    return Slot(Sort.VALUE, start, end, typed, spec, directive, op, term.start())


def _last_value(before: str, start: int) -> int:
    """Where the last of some values begins; commas between quotation marks part none."""
    while (found := _VALUE.match(before, start)) is not None and found.end() < len(before):
        start = found.end() + 1
    return start


def choices(
    slot: Slot, stored: Iterable[tuple[str, str]] = (), views: Iterable[View] = ()
) -> tuple[Choice, ...]:
    """What can stand in a slot, likeliest first.

    `stored` is values of `slot.asks` from a store with a word about each; `views` are all views.
    """
    if slot.sort is Sort.VIEW:
        return tuple(_views(slot.typed, views))
    if slot.sort is Sort.FIELD:
        ids = (Choice(value, about) for value, about in stored) if slot.asks else ()
        return (*ids, *_words(slot.typed, views))
    if slot.directive is not None:
        return tuple(_fields_for(slot))
    return () if slot.field is None else tuple(_values(slot, slot.field, stored))


def _views(typed: str, views: Iterable[View]) -> Iterable[Choice]:
    wanted = typed.removeprefix("@").lower()
    for view in views:
        if view.name.startswith(wanted):
            yield Choice(f"@{view.name}", view.description or view.query)


def _words(typed: str, views: Iterable[View]) -> Iterable[Choice]:
    """Fields whose names begin so, then flags; with nothing typed, fields and views alone."""
    wanted = fold(typed)
    for spec in FIELDS.values():
        if any(name.startswith(wanted) for name in (spec.name, *spec.aliases)):
            yield Choice(f"{spec.name}:", spec.help, whole=False)
    if not typed:
        yield from _views("", views)
    for name, meaning in DIRECTIVES.items():
        if name.startswith(wanted):
            yield Choice(f"{name}:", meaning, whole=False)
    if len(wanted) > 1:
        for flag in ("is", "has", "no"):
            for word in FIELDS[flag].choices:
                if fold(word).startswith(wanted):
                    yield Choice(f"{flag}:{word}", FIELDS[flag].help)


_USES = {"sort": "sortable", "group": "groupable", "cols": "column"}


def _fields_for(slot: Slot) -> Iterable[Choice]:
    if slot.directive == "limit":
        for number in ("10", "20", "50", "100"):
            if number.startswith(slot.typed):
                yield Choice(number)
        return
    sign = "-" if slot.directive == "sort" and slot.typed.startswith("-") else ""
    wanted = fold(slot.typed.removeprefix("-"))
    for spec in FIELDS.values():
        if getattr(spec, _USES[str(slot.directive)]) and spec.name.startswith(wanted):
            yield Choice(f"{sign}{spec.name}", spec.help)


def _values(slot: Slot, spec: FieldSpec, stored: Iterable[tuple[str, str]]) -> Iterable[Choice]:
    plain = not slot.op or slot.op == "="
    for value, about in _known(slot, spec, stored):
        if slot.op and value[:1] in "<>=":
            continue
        if spec.name in STORED or _begins(value, slot.typed, spec):
            written = as_typed(value) if spec.name in STORED else value
            yield Choice(f"{slot.op}{written}", about)
    if spec.optional and plain and not slot.op:
        for word, meaning in (("none", "nothing is recorded"), ("any", "something is recorded")):
            if word.startswith(slot.typed.lower()):
                yield Choice(word, meaning)


def _begins(value: str, typed: str, spec: FieldSpec) -> bool:
    folded = (fold(value), fold(typed)) if spec.choices or spec.names else (value, typed.lower())
    return folded[0].lstrip("<>=").startswith(folded[1]) or folded[0].startswith(folded[1])


def _known(
    slot: Slot, spec: FieldSpec, stored: Iterable[tuple[str, str]]
) -> Iterable[tuple[str, str]]:
    if spec.type is ValueType.PARTY and ME.startswith(slot.typed.lower()):
        yield ME, "you"
    if spec.name in STORED:
        yield from stored
    elif spec.type is ValueType.DAY:
        yield from DATES.items()
    elif spec.choices:
        yield from ((typed, "") for typed in spec.choices)
    else:
        yield from ((name, f"{number}") for name, number in spec.names.items())
        yield from ((number, "") for number in _NUMBERS.get(spec.name, ()))


def put_in(text: str, slot: Slot, choice: Choice) -> tuple[str, int]:
    """The query with a choice in the place of a slot, and where the cursor is then."""
    after = text[slot.end :]
    gap = " " if choice.whole and not after else ""
    filled = f"{text[: slot.start]}{choice.text}{gap}{after}"
    return filled, slot.start + len(choice.text) + len(gap)
