"""What stands after a field's colon, read as the type of the field asks."""

from __future__ import annotations

from commitrack.model.dayinput import DayError
from commitrack.model.errors import BadInput
from commitrack.model.frozen import dataclass
from commitrack.model.ids import parse_commitment_id, parse_statement_id
from commitrack.model.patterns import late
from commitrack.query.dates import date_expression, reversed_range
from commitrack.query.errors import QueryError, quoted, unknown
from commitrack.query.fields import FieldSpec, ValueType, example_of, fold
from commitrack.query.lexer import Scalar
from commitrack.query.nodes import (
    Anything,
    Day,
    DayRange,
    Nothing,
    Number,
    NumberRange,
    Text,
    Value,
)

_NUMBER = late(r"[+-]?[0-9]{1,9}")
_COMPARABLE = (ValueType.DAY, ValueType.NUMBER, ValueType.ID)


@dataclass(frozen=True, slots=True)
class _Place:
    """Part of the query's text, for an error that points at it."""

    source: str
    start: int
    end: int
    example: str

    def error(self, message: str, example: str = "") -> QueryError:
        width = self.end - self.start
        return QueryError(message, self.source, self.start, width, example=example or self.example)

    def part(self, start: int, end: int) -> _Place:
        return _Place(self.source, start, end, self.example)


def read_value(spec: FieldSpec, scalar: Scalar, source: str) -> Value:
    """The value a field term holds; `QueryError` points at what is wrong with it."""
    place = _Place(source, scalar.start, scalar.end, example_of(spec.name))
    bare = not scalar.quoted and scalar.op is None
    if spec.optional and bare and scalar.text.lower() == "none":
        return Nothing()
    if spec.optional and bare and scalar.text.lower() == "any":
        return Anything()
    if spec.type in _COMPARABLE:
        return _compared(spec, scalar, place)
    if scalar.op not in (None, "="):
        at = scalar.start - len(scalar.op)
        place = place.part(at, scalar.start)
        raise place.error(f"{spec.name}: takes no comparison, only dates and numbers do")
    if spec.choices:
        return _choice(spec, scalar.text, place)
    return Text(scalar.text, exact=scalar.op == "=")


def _choice(spec: FieldSpec, typed: str, place: _Place) -> Text:
    wanted = fold(typed)
    for spelling, value in spec.choices.items():
        if fold(spelling) == wanted:
            return Text(value, exact=True)
    what = f"value of {spec.name}:" if spec.type is ValueType.FLAG else spec.name
    raise place.error(unknown(what, typed, spec.choices))


def _compared(spec: FieldSpec, scalar: Scalar, place: _Place) -> Value:
    low, dots, high = scalar.text.partition("..")
    if not dots or scalar.quoted:
        op = scalar.op or "="
        if spec.type is ValueType.DAY:
            return Day(op, _day(scalar.text, place))
        return Number(op, _number(spec, scalar.text, place))
    if scalar.op is not None:
        raise place.error(f"a range takes no {scalar.op} before it", _range(spec))
    if not low or not high:
        hint = f"{spec.name}:>={low}" if low else f"{spec.name}:<={high}"
        raise place.error(f"a range needs both ends; with one, write {hint}", _range(spec))
    first = place.part(place.start, place.start + len(low))
    second = place.part(place.end - len(high), place.end)
    if spec.type is ValueType.DAY:
        days = DayRange(_day(low, first), _day(high, second))
        if reversed_range(days.lo, days.hi):
            turned = f"{spec.name}:{days.hi}..{days.lo}"
            raise place.error("a range goes from the earlier to the later date", turned)
        return days
    numbers = NumberRange(_number(spec, low, first), _number(spec, high, second))
    if numbers.hi < numbers.lo:
        turned = f"{spec.name}:{high}..{low}"
        raise place.error("a range goes from the smaller to the larger", turned)
    return numbers


def _range(spec: FieldSpec) -> str:
    """A range of the values of a field, for an error message."""
    ends = {ValueType.DAY: "today..eow", ValueType.ID: f"{spec.example}..12"}
    return f"{spec.name}:{ends.get(spec.type, '1..3')}"


def _day(typed: str, place: _Place) -> str:
    try:
        return date_expression(typed)
    except DayError as error:
        raise place.error(f"bad date {quoted(typed)}: {error}") from None


def _number(spec: FieldSpec, typed: str, place: _Place) -> int:
    if spec.type is ValueType.ID:
        return _id_number(spec, typed, place)
    if typed.lower() in spec.names:
        return spec.names[typed.lower()]
    if _NUMBER.fullmatch(typed):
        return int(typed)
    if spec.names:
        raise place.error(unknown(spec.name, typed, spec.names))
    raise place.error(f"{spec.name}: {quoted(typed)} is not a whole number")


def _id_number(spec: FieldSpec, typed: str, place: _Place) -> int:
    read = parse_statement_id if spec.name == "statement" else parse_commitment_id
    try:
        return read(typed)
    except BadInput:
        raise place.error(
            f"{spec.name}: {quoted(typed)} is not an ID such as {spec.example}"
        ) from None
