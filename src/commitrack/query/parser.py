"""A query's text to its tree, by recursive descent over the tokens."""

from __future__ import annotations

import re
from typing import cast

from commitrack.model.frozen import replace
from commitrack.model.patterns import late
from commitrack.query.directives import take_directives
from commitrack.query.errors import QueryError, clipped, nearest_name, quoted
from commitrack.query.fields import FIELD_NAMES, example_of, find_field, fold
from commitrack.query.lexer import Kind, Token, tokenize
from commitrack.query.nodes import (
    Everything,
    Field,
    IdKind,
    Ids,
    Node,
    Not,
    Phrase,
    Query,
    View,
    Word,
    conjoin,
    disjoin,
)
from commitrack.query.values import read_value

MAX_LENGTH = 4_096
"""Characters of a query, as it is typed and in its one spelling."""

MAX_DEPTH = 20
"""Levels of parentheses and negations."""

MAX_TERMS = 500
"""Words, values and other conditions in one query; a database has a limit of its own near 1,000."""

EVERYTHING = "*"
"""The word that stands for no condition."""

_ID = late(r"([CS])-?([0-9]+)", re.IGNORECASE | re.ASCII)
_ID_DIGITS = 18

_GROWTH = 8
"""How many times as long the one spelling of a query can be: ``,1`` may stand for a long name."""

_PARENTHESES = "(topic:safety OR topic:quality) -is:closed"
_EITHER = "is:overdue OR is:chase"
_NEGATED = "is:open -lead:ann"
_SHORTER = "@weekly -lead:ann"
_SEVERAL = "C-0002 C-0003"


def parse(text: str) -> Query:
    """Read a query; an empty one is `Everything`. `QueryError` says what is wrong, and where."""
    _require_short(text, text)
    shown, tokens = take_directives(list(tokenize(text)), text)
    query = replace(shown, where=_Parser(text, tokens).condition())
    if len(text) > MAX_LENGTH // _GROWTH:
        from commitrack.query.writing import canonical  # it needs this module, and few are so long

        _require_short(canonical(query), text)
    return query


def _require_short(written: str, text: str) -> None:
    """Refuse what is too long; the carets stand under what is too much of what was typed."""
    if len(written) > MAX_LENGTH:
        message = f"a query has at most {MAX_LENGTH:,} characters, and this one {len(written):,}"
        at = min(MAX_LENGTH, len(text))
        raise QueryError(message, text, at, len(text) - at, example=_SHORTER)


class _Parser:
    """Reads the tokens of one query, left to right."""

    def __init__(self, source: str, tokens: list[Token]) -> None:
        self._source = source
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._terms = 0

    def condition(self) -> Node:
        """The whole condition, to the last token."""
        if self._peek().kind is Kind.END:
            return Everything()
        node = self._either()
        if self._peek().kind is Kind.CLOSE:
            raise self._error("this parenthesis was never opened", self._peek(), _PARENTHESES)
        return node

    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._peek()
        self._at += 1
        return token

    def _either(self) -> Node:
        parts = [self._all()]
        while self._peek().kind is Kind.OR:
            self._operand_follows(self._take())
            parts.append(self._all())
        return disjoin(parts)

    def _all(self) -> Node:
        """What must all hold. No record has two IDs: those that stand here by themselves are
        alternatives, wherever they stand among the other conditions.
        """
        parts: list[Node] = []
        places: dict[IdKind, int] = {}
        joint: Token | None = None
        while True:
            token = self._peek()
            part = self._unary()
            if token.kind is Kind.WORD and isinstance(part, Ids) and part.kind in places:
                if joint is not None:
                    raise self._no_record_is_two(joint)
                at = places[part.kind]
                parts[at] = _either_id(cast("Ids", parts[at]), part)
            else:
                if token.kind is Kind.WORD and isinstance(part, Ids):
                    places[part.kind] = len(parts)
                parts.append(part)
            if self._peek().kind in (Kind.OR, Kind.CLOSE, Kind.END):
                return conjoin(parts)
            joint = self._take() if self._peek().kind is Kind.AND else None
            if joint is not None:
                self._operand_follows(joint)

    def _unary(self) -> Node:
        if self._peek().kind is not Kind.NOT:
            return self._atom()
        sign = self._take()
        if sign.text == "-" and sign.end != self._peek().start:
            message = '"-" goes right before what it negates, without a space'
            raise self._error(message, sign, _NEGATED)
        if self._peek().kind in (Kind.AND, Kind.OR, Kind.CLOSE, Kind.END):
            raise self._error(f"{sign.text} needs a condition after it", sign, _NEGATED)
        self._descend(sign)
        part = self._unary()
        self._depth -= 1
        return Not(part)

    def _atom(self) -> Node:
        token = self._take()
        self._count(token, max(1, len(token.values)))
        match token.kind:
            case Kind.OPEN:
                return self._group(token)
            case Kind.PHRASE:
                return Phrase(token.text)
            case Kind.VIEW:
                return self._view(token)
            case Kind.FIELD:
                return self._field(token)
            case Kind.WORD:
                return self._word(token)
            case Kind.CLOSE:
                raise self._error("this parenthesis was never opened", token, _PARENTHESES)
            case _:
                raise self._error(f"{token.text} needs a condition on both sides", token, _EITHER)

    def _group(self, opening: Token) -> Node:
        if self._peek().kind is Kind.CLOSE:
            width = self._peek().end - opening.start
            message = "there is nothing between the parentheses"
            raise QueryError(message, self._source, opening.start, width, example=_PARENTHESES)
        if self._peek().kind is Kind.END:
            raise self._error("this parenthesis is never closed", opening, _PARENTHESES)
        self._descend(opening)
        node = self._either()
        self._depth -= 1
        if self._peek().kind is not Kind.CLOSE:
            raise self._error("this parenthesis is never closed", opening, _PARENTHESES)
        self._take()
        return node

    def _view(self, token: Token) -> View:
        if not token.text:
            raise self._error("the name of a view is missing after @", token, "@overdue -lead:ann")
        return View(token.text.lower(), token.start)

    def _field(self, token: Token) -> Field:
        spec = find_field(token.text)
        if spec is None:
            raise self._unknown_field(token)
        values = (read_value(spec, scalar, self._source) for scalar in token.values)
        return Field(spec.name, tuple(values))

    def _unknown_field(self, token: Token) -> QueryError:
        nearest = nearest_name(fold(token.text), FIELD_NAMES)
        way_out = (
            f': did you mean "{nearest}"?'
            if nearest
            else "; to search for the words, put them in quotation marks"
        )
        example = example_of(nearest) if nearest else f'"{clipped(token.text)}"'
        message = f"unknown field {quoted(token.text)}{way_out}"
        return QueryError(message, self._source, token.start, len(token.text), example=example)

    def _word(self, token: Token) -> Node:
        if token.text == EVERYTHING:
            return Everything()
        typed = token.text.removesuffix(",").split(",")
        found = [one for text in typed if (one := _ID.fullmatch(text)) is not None]
        if len(found) < len(typed):
            return Word(token.text)
        self._count(token, len(found) - 1)
        return disjoin(self._ids(token, found))

    def _ids(self, token: Token, found: list[re.Match[str]]) -> list[Node]:
        """IDs with commas between them: one node for each kind, in the order of the first."""
        kinds: dict[IdKind, dict[int, None]] = {}
        for letter, digits in (one.groups() for one in found):
            if len(digits) > _ID_DIGITS:
                message = f"{quoted(token.text)} is not an ID: it has too many digits"
                raise self._error(message, token, f"{letter.upper()}-0001")
            kinds.setdefault("C" if letter in "cC" else "S", {})[int(digits)] = None
        return [Ids(kind, tuple(numbers)) for kind, numbers in kinds.items()]

    def _no_record_is_two(self, joint: Token) -> QueryError:
        message = "no record has two IDs, so AND finds nothing: a space between IDs is either"
        return self._error(message, joint, _SEVERAL)

    def _operand_follows(self, operator: Token) -> None:
        if self._peek().kind in (Kind.AND, Kind.OR, Kind.CLOSE, Kind.END):
            message = f"{operator.text} needs a condition on both sides"
            raise self._error(message, operator, _EITHER)

    def _descend(self, token: Token) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error(f"more than {MAX_DEPTH} levels of parentheses", token, _SHORTER)

    def _count(self, token: Token, terms: int) -> None:
        self._terms += terms if token.kind is not Kind.OPEN else 0
        if self._terms > MAX_TERMS:
            message = f"more than {MAX_TERMS} conditions in one query"
            raise self._error(message, token, _SHORTER)

    def _error(self, message: str, token: Token, example: str) -> QueryError:
        width = token.end - token.start
        return QueryError(message, self._source, token.start, width, example=example)


def _either_id(first: Ids, second: Ids) -> Ids:
    return Ids(first.kind, tuple(dict.fromkeys((*first.numbers, *second.numbers))))
