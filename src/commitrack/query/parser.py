"""A query's text to its tree, by recursive descent over the tokens."""

from __future__ import annotations

import re
from dataclasses import replace

from commitrack.query.directives import take_directives
from commitrack.query.errors import QueryError, did_you_mean, quoted
from commitrack.query.fields import FIELD_NAMES, find_field, fold
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

MAX_DEPTH = 50
"""Levels of parentheses and negations."""

MAX_TERMS = 500
"""Words, values and other conditions in one query; a database has a limit of its own near 1,000."""

EVERYTHING = "*"
"""The word that stands for no condition."""

_ID = re.compile(r"([CS])-([0-9]+)", re.IGNORECASE)
_ID_DIGITS = 18


def parse(text: str) -> Query:
    """Read a query; an empty one is `Everything`. `QueryError` says what is wrong, and where."""
    shown, tokens = take_directives(list(tokenize(text)), text)
    return replace(shown, where=_Parser(text, tokens).condition())


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
            raise self._error("this parenthesis was never opened", self._peek())
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
        parts = [self._unary()]
        while self._peek().kind not in (Kind.OR, Kind.CLOSE, Kind.END):
            if self._peek().kind is Kind.AND:
                self._operand_follows(self._take())
            parts.append(self._unary())
        return conjoin(parts)

    def _unary(self) -> Node:
        if self._peek().kind is not Kind.NOT:
            return self._atom()
        sign = self._take()
        if sign.text == "-" and sign.end != self._peek().start:
            raise self._error('"-" goes right before what it negates, without a space', sign)
        if self._peek().kind in (Kind.AND, Kind.OR, Kind.CLOSE, Kind.END):
            raise self._error(f"{sign.text} needs a condition after it", sign)
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
                raise self._error("this parenthesis was never opened", token)
            case _:
                raise self._error(f"{token.text} needs a condition on both sides", token)

    def _group(self, opening: Token) -> Node:
        if self._peek().kind is Kind.CLOSE:
            width = self._peek().end - opening.start
            raise QueryError(
                "there is nothing between the parentheses", self._source, opening.start, width
            )
        if self._peek().kind is Kind.END:
            raise self._error("this parenthesis is never closed", opening)
        self._descend(opening)
        node = self._either()
        self._depth -= 1
        if self._peek().kind is not Kind.CLOSE:
            raise self._error("this parenthesis is never closed", opening)
        self._take()
        return node

    def _view(self, token: Token) -> View:
        if not token.text:
            raise self._error("the name of a view is missing after @", token)
        return View(token.text.lower(), token.start)

    def _field(self, token: Token) -> Field:
        spec = find_field(token.text)
        if spec is None:
            near = did_you_mean(fold(token.text), FIELD_NAMES)
            way_out = near or "; to search for the words, put them in quotation marks"
            message = f"unknown field {quoted(token.text)}{way_out}"
            raise QueryError(message, self._source, token.start, len(token.text))
        values = (read_value(spec, scalar, self._source) for scalar in token.values)
        return Field(spec.name, tuple(values))

    def _word(self, token: Token) -> Node:
        if token.text == EVERYTHING:
            return Everything()
        found = _ID.fullmatch(token.text)
        if found is None:
            return Word(token.text)
        if len(found[2]) > _ID_DIGITS:
            raise self._error(f"{quoted(token.text)} is not an ID: it has too many digits", token)
        kind: IdKind = "C" if found[1] in "cC" else "S"
        return Ids(kind, int(found[2]))

    def _operand_follows(self, operator: Token) -> None:
        if self._peek().kind in (Kind.AND, Kind.OR, Kind.CLOSE, Kind.END):
            raise self._error(f"{operator.text} needs a condition on both sides", operator)

    def _descend(self, token: Token) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._error(f"more than {MAX_DEPTH} levels of parentheses", token)

    def _count(self, token: Token, terms: int) -> None:
        self._terms += terms if token.kind is not Kind.OPEN else 0
        if self._terms > MAX_TERMS:
            raise self._error(f"more than {MAX_TERMS} conditions in one query", token)

    def _error(self, message: str, token: Token) -> QueryError:
        return QueryError(message, self._source, token.start, token.end - token.start)
