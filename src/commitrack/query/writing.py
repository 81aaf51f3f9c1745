"""A query back to text, in one spelling: what saved views keep and reports print."""

from __future__ import annotations

from collections.abc import Iterator

from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.patterns import late
from commitrack.query.fields import FIELDS, FieldSpec, ValueType
from commitrack.query.nodes import (
    And,
    Anything,
    Day,
    DayRange,
    Everything,
    Field,
    IdKind,
    Ids,
    Node,
    Not,
    Nothing,
    Number,
    NumberRange,
    Op,
    Or,
    Phrase,
    Query,
    Sort,
    Text,
    Value,
    View,
    Word,
)
from commitrack.query.parser import EVERYTHING

_BARE = late(r'[^\s(),"“<>=][^\s(),"“]*')


def canonical(query: Query) -> str:
    """The one spelling of a query: ``parse(canonical(q)) == q`` for every q that `parse` returns.

    The condition comes first, then the directives; an empty query is an empty text.
    """
    where = "" if isinstance(query.where, Everything) else _node(query.where)
    parts = [where, *_directives(query)]
    return " ".join(part for part in parts if part)


def _directives(query: Query) -> list[str]:
    shown = []
    if query.sort:
        shown.append(f"sort:{','.join(_sort(key) for key in query.sort)}")
    if query.group is not None:
        shown.append(f"group:{query.group}")
    if query.limit is not None:
        shown.append(f"limit:{query.limit}")
    if query.cols:
        shown.append(f"cols:{','.join(query.cols)}")
    return shown


def _sort(key: Sort) -> str:
    return f"-{key.field}" if key.descending else key.field


def _node(node: Node) -> str:
    match node:
        case And(parts):
            return " ".join(_joined(parts))
        case Or(parts):
            return " OR ".join(_node(part) for part in parts)
        case Not(part):
            return f"-{_grouped(part) if _is_several(part) else _node(part)}"
        case Word(text):
            return text
        case Phrase(text):
            return _quote(text)
        case View(name):
            return f"@{name}"
        case Ids(kind, numbers):
            return " ".join(map(commitment_id if kind == "C" else statement_id, numbers))
        case Everything():
            return EVERYTHING
        case Field(name, values):
            spec = FIELDS[name]
            return f"{name}:{','.join(_value(spec, value) for value in values)}"


def _joined(parts: tuple[Node, ...]) -> Iterator[str]:
    """The parts of an `And`. IDs of a kind that has stood there are kept apart from them, since
    side by side they would be alternatives.
    """
    kinds: set[IdKind] = set()
    for part in parts:
        again = isinstance(part, Ids) and part.kind in kinds
        yield _grouped(part) if again or isinstance(part, Or) else _node(part)
        if isinstance(part, Ids):
            kinds.add(part.kind)


def _is_several(node: Node) -> bool:
    """Whether a node is written as several terms."""
    return isinstance(node, And | Or) or (isinstance(node, Ids) and len(node.numbers) > 1)


def _grouped(node: Node) -> str:
    return f"({_node(node)})"


def _value(spec: FieldSpec, value: Value) -> str:
    match value:
        case Nothing():
            return "none"
        case Anything():
            return "any"
        case Day(op, expr):
            return f"{_operator(op)}{expr}"
        case DayRange(lo, hi):
            return f"{lo}..{hi}"
        case Number(op, n):
            return f"{_operator(op)}{_number(spec, n)}"
        case NumberRange(low, high):
            return f"{_number(spec, low)}..{_number(spec, high)}"
        case Text(text, exact):
            if spec.choices:
                return next(typed for typed, stored in spec.choices.items() if stored == text)
            return f"={as_typed(text)}" if exact else as_typed(text)


def _operator(op: Op) -> str:
    return "" if op == "=" else op


def _number(spec: FieldSpec, n: int) -> str:
    if spec.type is ValueType.ID:
        return statement_id(n) if spec.name == "statement" else commitment_id(n)
    return next((name for name, step in spec.names.items() if step == n), str(n))


def as_typed(text: str) -> str:
    """A text as the value of a field: in quotation marks when it would mean something else."""
    plain = _BARE.fullmatch(text) and text.lower() not in ("none", "any")
    return text if plain else _quote(text)


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
