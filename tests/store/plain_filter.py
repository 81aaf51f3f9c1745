"""What a query means, said once more in plain Python over plain records: no SQL, no index.

It is the oracle that the compiler is held to, so it shares nothing with it: each record is looked
at by itself, and a condition is a question about that one record. Only what the model alone defines
(the traffic light, assurance, specificity, the questions of the wording) is asked of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cmp_to_key
from typing import TypeAlias

from commitrack.model.assurance import assurance
from commitrack.model.rag import rag
from commitrack.model.records import (
    LinkType,
    Party,
)
from commitrack.query import (
    And,
    Anything,
    Day,
    DayRange,
    Everything,
    Field,
    Ids,
    Node,
    Not,
    Nothing,
    Number,
    NumberRange,
    Or,
    Phrase,
    Query,
    Text,
    Value,
    Word,
)
from commitrack.store import Store
from tests.store.plain_days import span
from tests.store.plain_items import (
    CLOSED,
    DAYS,
    NUMBERS,
    OPEN,
    SETS,
    Item,
    has,
    is_stale,
    objected,
    place_of,
    statement_of,
    texts_of,
    waits,
)
from tests.store.plain_words import ascii_lower, is_called, is_person, said, same

Key: TypeAlias = str | int | date | None


class Plain:
    """Everything on record, as of a day and for a person."""

    def __init__(self, store: Store, today: date, actor: str) -> None:
        self.today = today
        self.actor = actor
        self.parties = {party.name: party for party in store.parties()}
        numbers = range(1, _highest(store) + 1)
        dossiers = store.dossiers(list(numbers))
        days: dict[int, list[date]] = {}
        history = store.history()
        for transaction in history:
            for change in transaction.changes:
                if change.commitment is not None:
                    days.setdefault(change.commitment, []).append(transaction.at.date())
        at = {one.number: one.at.date() for one in history}
        links = {link for one in dossiers for link in one.links}
        rejected = {
            one.commitment.number for one in dossiers if str(one.commitment.status) == "rejected"
        }
        present = {one.commitment.number for one in dossiers}
        waiting = {
            end
            for one in dossiers
            for suggestion in one.suggestions
            if suggestion.judgement is None
            and {suggestion.source, suggestion.other} <= present - rejected
            for end in (suggestion.source, suggestion.other)
        }
        self.items = [
            Item(
                one,
                created=min(days[one.commitment.number]),
                changed=at[one.commitment.version],
                transaction=one.commitment.version,
                weakened=any(
                    link.other == one.commitment.number
                    and link.type in (LinkType.WEAKENS, LinkType.DELAYS, LinkType.NARROWS)
                    for link in links
                ),
                linked=frozenset(
                    str(link.type)
                    for link in links
                    if one.commitment.number in (link.source, link.other)
                ),
                suggested=one.commitment.number in waiting,
            )
            for one in dossiers
        ]

    def ids(self, query: Query) -> list[int]:
        """The numbers that a query finds, in its order and no more than its limit."""
        found = [item for item in self.items if self.meets(item, query.where)]
        keys = [(query.group, False)] if query.group is not None else []
        keys += [(one.field, one.descending) for one in query.sort]
        found.sort(key=cmp_to_key(self._comparison(keys)))
        return [item.number for item in found[: query.limit]]

    # Conditions

    def meets(self, item: Item, node: Node) -> bool:
        """Whether a condition holds of one record."""
        match node:
            case Everything():
                return True
            case And(parts):
                return all(self.meets(item, part) for part in parts)
            case Or(parts):
                return any(self.meets(item, part) for part in parts)
            case Not(part):
                return not self.meets(item, part)
            case Word(text):
                return said(texts_of(item), text, beginning=True)
            case Phrase(text):
                return said(texts_of(item), text, beginning=False)
            case Ids(kind, numbers):
                return (item.number if kind == "C" else statement_of(item)) in numbers
            case Field(name, values):
                return any(self._holds(item, name, value) for value in values)
        raise AssertionError(f"{node} is no condition of its own")

    def _holds(self, item: Item, name: str, value: Value) -> bool:
        flags: Mapping[str, Callable[[Item, str], bool]] = {
            "is": self._is,
            "has": has,
            "no": lambda one, what: not has(one, what),
            "overdue": self._overdue,
        }
        if name in flags:
            assert isinstance(value, Text)
            return flags[name](item, value.text)
        if name in DAYS:
            return self._day(DAYS[name](item), value)
        if name in NUMBERS:
            return _number(NUMBERS[name](item), value)
        if name == "rag":
            assert isinstance(value, Text)
            return str(rag(item.dossier, self.today).colour) == value.text
        if name in SETS:
            return _one_of(SETS[name](item), value)
        if name in ("owner", "maker"):
            return self._party(item, name, value)
        return self._words(item, name, value)

    def _is(self, item: Item, what: str) -> bool:
        one = item.dossier.commitment
        is_open, today = item.status in OPEN, self.today
        if what in ("candidate", "rejected", "claimed"):
            return item.status == what
        known: Mapping[str, Callable[[], bool]] = {
            "open": lambda: is_open,
            "closed": lambda: item.status in CLOSED,
            "overdue": lambda: self._overdue(item, "due") or self._overdue(item, "chase"),
            "chase": lambda: is_open and one.follow_up is not None and one.follow_up <= today,
            "due-today": lambda: is_open and one.due == today,
            "due-soon": lambda: (
                is_open and one.due is not None and 0 < (one.due - today).days <= 28
            ),
            "stale": lambda: is_open and is_stale(item.dossier, today),
            "review": lambda: waits(item),
            "unverified": lambda: (
                item.status in ("claimed", "delivered", "partly_delivered")
                and assurance(item.dossier).words != "verified"
            ),
            "mine": lambda: one.lead is not None and same(one.lead, self.actor),
            "public": lambda: str(one.visibility) == "public",
            "drifted": lambda: item.weakened,
            "disputed": lambda: objected(item),
            "testable": lambda: one.testable,
            "verifiable": lambda: one.testable or one.success_test is not None,
        }
        return known[what]()

    def _overdue(self, item: Item, clock: str) -> bool:
        one = item.dossier.commitment
        day = one.due if clock == "due" else one.follow_up
        return item.status in OPEN and day is not None and day < self.today

    def _day(self, day: date | None, value: Value) -> bool:
        if isinstance(value, Nothing):
            return day is None
        if day is None:
            return False
        if isinstance(value, DayRange):
            return span(value.lo, self.today)[0] <= day <= span(value.hi, self.today)[1]
        if isinstance(value, Day):
            first, last = span(value.expr, self.today)
            return {
                "=": first <= day <= last,
                "<": day < first,
                "<=": day <= last,
                ">": day > last,
                ">=": day >= first,
            }[value.op]
        return isinstance(value, Anything)

    def _who(self, value: Text) -> Text:
        return Text(self.actor, exact=True) if value.text == "@me" else value

    def _party(self, item: Item, name: str, value: Value) -> bool:
        if name == "owner":
            names = [*item.dossier.commitment.owners]
        else:
            source = item.dossier.source
            names = [] if source is None else [*filter(None, (source.publisher, source.speaker))]
        if not isinstance(value, Text):
            return bool(names) is isinstance(value, Anything)
        wanted = self._who(value)
        meant = self._meant(wanted)
        if name == "owner":
            return any(one in meant for one in names)
        publisher = None if item.dossier.source is None else item.dossier.source.publisher
        return any(is_person(one, wanted) for one in names) or (
            publisher is not None and any(same(publisher, one) for one in meant)
        )

    def _meant(self, wanted: Text) -> set[str]:
        """The names of the parties that are meant, with the bodies under them."""
        meant = {
            party.name
            for party in self.parties.values()
            if any(is_called(one, wanted) for one in (party.name, *party.aliases))
        }
        while not wanted.exact:
            below = {one.name for one in self.parties.values() if _under(one, meant)}
            if below <= meant:
                break
            meant |= below
        return meant

    def _words(self, item: Item, name: str, value: Value) -> bool:
        one = item.dossier.commitment
        if name in ("lead", "reviewer", "topic"):
            held = {"lead": one.lead, "reviewer": one.reviewer, "topic": one.topic}[name]
            if not isinstance(value, Text):
                return (held is not None) is isinstance(value, Anything)
            wanted = value if name == "topic" else self._who(value)
            return held is not None and is_person(held, wanted)
        if name == "tag":
            if not isinstance(value, Text):
                return bool(one.tags) is isinstance(value, Anything)
            return any(same(tag, value.text) for tag in one.tags)
        assert isinstance(value, Text)
        texts = (
            texts_of(item) if name == "text" else [{"title": one.title, "quote": one.quote}[name]]
        )
        if value.exact and name != "text":
            return any(same(text, value.text) for text in texts)
        return said(texts, value.text, beginning=not value.exact)

    # Order

    def _comparison(self, keys: Iterable[tuple[str | None, bool]]) -> Callable[[Item, Item], int]:
        chosen = [(str(field), down) for field, down in keys]

        def compare(first: Item, second: Item) -> int:
            for field, down in chosen:
                one, other = self._key(first, field), self._key(second, field)
                if (one is None) != (other is None):
                    return 1 if one is None else -1
                if one is not None and one != other:
                    less = one < other  # type: ignore[operator]
                    return 1 if less is down else -1
            if any(field == "statement" for field, _ in chosen):
                places = [place_of(first), place_of(second)]
                if None in places and places[0] is not places[1]:
                    return 1 if places[0] is None else -1
                if places[0] != places[1]:
                    return -1 if places[0] < places[1] else 1  # type: ignore[operator]
            last_down = bool(chosen) and chosen[-1][1] and chosen[-1][0] != "statement"
            return (second.number - first.number) if last_down else (first.number - second.number)

        return compare

    def _key(self, item: Item, field: str) -> Key:
        one = item.dossier.commitment
        source = item.dossier.source
        if field in ("created", "id"):
            return item.number
        if field == "changed":
            return item.transaction
        if field in DAYS:
            return DAYS[field](item)
        if field == "rag":
            order = ("RED", "AMBER", "GREY", "GREEN", "BLUE")
            return order.index(str(rag(item.dossier, self.today).colour))
        if field in NUMBERS:
            return NUMBERS[field](item)
        if field == "confidence":
            ranks = {"low": 1, "medium": 2, "high": 3}
            return None if one.confidence is None else ranks[str(one.confidence)]
        if field == "testable":
            return int(one.testable)
        texts: Mapping[str, str | None] = {
            "status": item.status,
            "kind": str(one.kind),
            "visibility": str(one.visibility),
            "title": one.title,
            "lead": one.lead,
            "reviewer": one.reviewer,
            "topic": one.topic,
            "owner": one.owners[0] if one.owners else None,
            "maker": None if source is None else source.publisher or source.speaker,
        }
        text = texts[field]
        plain = text is None or field in ("status", "kind", "visibility")
        return text if plain else ascii_lower(str(text))


def _highest(store: Store) -> int:
    from commitrack.query import parse
    from commitrack.store import Lens

    return max(store.ids(parse(""), Lens(date(2026, 1, 1))), default=0)


def _number(number: int | None, value: Value) -> bool:
    if isinstance(value, Nothing):
        return number is None
    if number is None:
        return False
    if isinstance(value, NumberRange):
        return value.lo <= number <= value.hi
    if isinstance(value, Number):
        return {
            "=": number == value.n,
            "<": number < value.n,
            "<=": number <= value.n,
            ">": number > value.n,
            ">=": number >= value.n,
        }[value.op]
    return isinstance(value, Anything)


def _one_of(held: frozenset[str], value: Value) -> bool:
    if isinstance(value, Text):
        return value.text in held
    return bool(held) is isinstance(value, Anything)


def _under(party: Party, above: set[str]) -> bool:
    return party.parent is not None and party.parent in above
