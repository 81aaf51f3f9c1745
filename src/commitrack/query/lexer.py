"""A query's text cut into tokens, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import cast

from commitrack.model.frozen import dataclass
from commitrack.model.patterns import late
from commitrack.query.errors import QueryError, quoted
from commitrack.query.fields import example_of
from commitrack.query.nodes import Op

_CLOSING = {'"': '"', "“": "”"}
"""Quotation marks that open, and what closes them; word processors write the curly ones."""

_OPENING = "".join(_CLOSING)
_FIELD = late(r"([A-Za-z][A-Za-z0-9_-]*):")
_WORD = late(rf"[^\s(){_OPENING}]+")
_SCALAR = late(rf"[^\s(),{_OPENING}]*")
_OP = late(r"[<>]=?|=")
_PHRASE = '"peer review"'
_PHRASES = 'owner:"NHS Confederation",trusts "peer review"'
_ESCAPE = late(r'\\(["\\])')


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    WORD = auto()
    PHRASE = auto()
    VIEW = auto()
    FIELD = auto()
    END = auto()


_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value of a field as typed: `op` before it ("" when none), `start` after the `op`."""

    op: Op | None
    text: str
    quoted: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query: ``text[start:end]`` of what was typed."""

    kind: Kind
    text: str
    start: int
    end: int
    values: tuple[Scalar, ...] = ()


def tokenize(source: str) -> Iterator[Token]:
    """Cut `source` into tokens, the last of them END; `QueryError` where that is impossible."""
    at = 0
    while True:
        while at < len(source) and source[at].isspace():
            at += 1
        if at == len(source):
            yield Token(Kind.END, "", at, at)
            return
        token = _token(source, at)
        yield token
        at = token.end


def _token(source: str, at: int) -> Token:
    char = source[at]
    if char == "(":
        return Token(Kind.OPEN, char, at, at + 1)
    if char == ")":
        return Token(Kind.CLOSE, char, at, at + 1)
    if char == "-":
        return Token(Kind.NOT, char, at, at + 1)
    if char in _CLOSING:
        text, end = _quotation(source, at)
        return Token(Kind.PHRASE, text, at, end)
    if named := _FIELD.match(source, at):
        values, end = _values(source, named[1], named.end())
        return Token(Kind.FIELD, named[1], at, end, values)
    word = cast("re.Match[str]", _WORD.match(source, at))
    if char == "@":
        return Token(Kind.VIEW, word[0][1:], at, word.end())
    return Token(_OPERATORS.get(word[0], Kind.WORD), word[0], at, word.end())


def _quotation(source: str, at: int) -> tuple[str, int]:
    """The text of the quotation that opens at `at`, and where it ends.

    A backslash keeps a quotation mark or another backslash from meaning anything.
    """
    closing = _CLOSING[source[at]]
    end = at + 1
    while end < len(source) and source[end] != closing:
        end += 2 if _ESCAPE.match(source, end) else 1
    if end >= len(source):
        raise QueryError("this quotation mark is never closed", source, at, example=_PHRASE)
    text = " ".join(_ESCAPE.sub(r"\1", source[at + 1 : end]).split())
    if not text:
        width = end + 1 - at
        message = "there is nothing between the quotation marks"
        raise QueryError(message, source, at, width, example=_PHRASE)
    return text, end + 1


def _values(source: str, name: str, at: int) -> tuple[tuple[Scalar, ...], int]:
    """The values after ``name:``, with commas between them, and where the last one ends."""
    values = [_scalar(source, name, at)]
    while source[values[-1].end : values[-1].end + 1] == ",":
        values.append(_scalar(source, name, values[-1].end + 1))
    return tuple(values), values[-1].end


def _scalar(source: str, name: str, at: int) -> Scalar:
    comparison = _OP.match(source, at)
    op = cast("Op", comparison[0]) if comparison else None
    start = comparison.end() if comparison else at
    in_quotes = start < len(source) and source[start] in _CLOSING
    if in_quotes:
        text, end = _quotation(source, start)
    else:
        found = cast("re.Match[str]", _SCALAR.match(source, start))
        text, end = found[0], found.end()
    if not text:
        before = source[start - 1]
        message = f"{name}: a value is missing right after {quoted(before)}"
        raise QueryError(message, source, start, example=example_of(name))
    if end < len(source) and not (source[end].isspace() or source[end] in ",()"):
        raise QueryError("a space or a comma is missing here", source, end, example=_PHRASES)
    return Scalar(op, text, in_quotes, start, end)
