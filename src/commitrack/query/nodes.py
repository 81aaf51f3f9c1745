"""What a filter means, as a tree of frozen values (domain: the filter language).

A tree from `parse` is normal: an `And` or `Or` has at least two parts and never holds another of
its own kind directly, an `And` never holds `Everything`. `conjoin` and `disjoin` keep it so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from commitrack.model.frozen import dataclass, field

Op: TypeAlias = Literal["=", "<", "<=", ">", ">="]
"""A comparison."""

IdKind: TypeAlias = Literal["C", "S"]
"""Whether an ID names a commitment or a statement."""

ME = "@me"
"""The value that stands for the person at the keyboard: ``Text("@me", exact=False)``."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words to look for in a field; `exact` is the whole value (``owner:=X``).

    A value out of a closed list (``status:open``) is always exact and spelled as the model
    stores it (``in_progress``, ``RED``, ``L2``).
    """

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A comparison with a whole number; also with a commitment's or a statement's number."""

    op: Op
    n: int


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Whole numbers from `lo` to `hi`, both included."""

    lo: int
    hi: int


@dataclass(frozen=True, slots=True)
class Day:
    """A comparison with a date expression, kept as text until `bounds` is told what today is."""

    op: Op
    expr: str


@dataclass(frozen=True, slots=True)
class DayRange:
    """From the first day of `lo` to the last day of `hi`, both date expressions."""

    lo: str
    hi: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """``none``: the field is empty."""


@dataclass(frozen=True, slots=True)
class Anything:
    """``any``: the field is not empty."""


Value: TypeAlias = Text | Number | NumberRange | Day | DayRange | Nothing | Anything
"""One value of a field term."""


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word, looked for in quote, title, success test and notes."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotation marks, looked for side by side."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field and the values of which one must hold; `name` is the name in `FIELDS`."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class View:
    """``@name``: another filter, put in by `expand`; `name` is in lower case."""

    name: str
    at: int = field(default=0, compare=False, repr=False)
    """Where it stands in the query's text, for the caret of an error."""


@dataclass(frozen=True, slots=True)
class Ids:
    """Records by their IDs: these commitments, or every commitment of these statements.

    `numbers` has at least one, and none twice. A record has one ID, so that several are
    alternatives; an `And` that holds two such nodes of one kind asks for what is in both.
    """

    kind: IdKind
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """No condition: the empty query, or ``*``."""


Node: TypeAlias = And | Or | Not | Word | Phrase | Field | View | Ids | Everything
"""A condition on a commitment."""


@dataclass(frozen=True, slots=True)
class Sort:
    """One key of the order: a field's name, and whether the largest comes first."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A condition and how to show what meets it; None or empty means the caller's default."""

    where: Node = Everything()
    sort: tuple[Sort, ...] = ()
    group: str | None = None
    limit: int | None = None
    cols: tuple[str, ...] = ()
    text: str = field(default="", compare=False, repr=False)
    """What was typed, for the caret of an error found later (an unknown view)."""


def conjoin(parts: Iterable[Node]) -> Node:
    """All of `parts`, in normal form; `Everything` when there are none."""
    flat: list[Node] = []
    for part in parts:
        if isinstance(part, And):
            flat.extend(part.parts)
        elif not isinstance(part, Everything):
            flat.append(part)
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def disjoin(parts: Iterable[Node]) -> Node:
    """At least one of `parts` (there must be one), in normal form."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Or) else (part,))
    return flat[0] if len(flat) == 1 else Or(tuple(flat))
