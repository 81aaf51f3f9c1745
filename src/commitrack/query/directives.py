"""What says how to show the result: ``sort:``, ``group:``, ``limit:``, ``cols:``.

They may stand anywhere, so they are taken out of the tokens before the condition is read.
"""

from __future__ import annotations

from commitrack.model.frozen import dataclass, replace
from commitrack.query.errors import QueryError, unknown
from commitrack.query.fields import DIRECTIVE_EXAMPLES, DIRECTIVES, FIELDS, FieldSpec, find_field
from commitrack.query.lexer import Kind, Scalar, Token
from commitrack.query.nodes import Query, Sort


@dataclass(frozen=True, slots=True)
class _Use:
    """What a directive asks of a field: an attribute of `FieldSpec`, and the verb for errors."""

    directive: str
    attribute: str
    verb: str

    def allows(self, spec: FieldSpec) -> bool:
        return bool(getattr(spec, self.attribute))


_SORT = _Use("sort", "sortable", "sort by")
_GROUP = _Use("group", "groupable", "group by")
_SHOW = _Use("cols", "column", "show")


def take_directives(tokens: list[Token], source: str) -> tuple[Query, list[Token]]:
    """A query that holds the directives alone, and the tokens without them."""
    shown = Query(text=source)
    rest: list[Token] = []
    seen: set[str] = set()
    for token in tokens:
        name = token.text.lower()
        if token.kind is not Kind.FIELD or name not in DIRECTIVES:
            rest.append(token)
            continue
        if rest and rest[-1].kind is Kind.NOT:
            raise _error(name, f"{name}: cannot be negated", source, *_extent(rest[-1], token))
        if name in seen:
            raise _error(name, f"{name}: is given twice", source, *_extent(token, token))
        seen.add(name)
        shown = _with(shown, name, token, source)
    return shown, rest


def _with(shown: Query, name: str, token: Token, source: str) -> Query:
    match name:
        case "sort":
            return replace(shown, sort=tuple(_sort(value, source) for value in token.values))
        case "cols":
            columns = tuple(_named(value, value.text, _SHOW, source) for value in token.values)
            return replace(shown, cols=columns)
        case "group":
            only = _single(name, token, source)
            return replace(shown, group=_named(only, only.text, _GROUP, source))
        case _:
            return replace(shown, limit=_count(_single(name, token, source), source))


def _sort(value: Scalar, source: str) -> Sort:
    name = value.text.removeprefix("-")
    return Sort(_named(value, name, _SORT, source), descending=name != value.text)


def _single(name: str, token: Token, source: str) -> Scalar:
    if len(token.values) > 1:
        second = token.values[1]
        raise _error(name, f"{name}: takes one value", source, *_extent(second, second))
    return token.values[0]


def _named(value: Scalar, name: str, use: _Use, source: str) -> str:
    """The field's own name, if the directive can use that field."""
    spec = find_field(name)
    at = value.end - len(name) if not value.quoted else value.start
    if value.op is not None:
        message = f"a field's name is wanted here, without {value.op}"
        raise _error(use.directive, message, source, at, value.end)
    allowed = [field for field, known in FIELDS.items() if use.allows(known)]
    if spec is None:
        raise _error(use.directive, unknown("field", name, allowed), source, at, value.end)
    if not use.allows(spec):
        known = ", ".join(allowed)
        message = f"cannot {use.verb} {spec.name}; there are {known}"
        raise _error(use.directive, message, source, at, value.end)
    return spec.name


def _count(value: Scalar, source: str) -> int:
    plain = value.text.isascii() and value.text.isdigit() and len(value.text) <= 9
    if value.op is not None or not plain or int(value.text) == 0:
        raise _error("limit", "limit: takes a number from 1", source, value.start, value.end)
    return int(value.text)


def _error(directive: str, message: str, source: str, start: int, end: int) -> QueryError:
    example = DIRECTIVE_EXAMPLES[directive]
    return QueryError(message, source, start, end - start, example=example)


def _extent(first: Token | Scalar, last: Token | Scalar) -> tuple[int, int]:
    return first.start, last.end
