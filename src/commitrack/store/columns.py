"""How a value of the model lies in a column, and how it is read back from there."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

Column: TypeAlias = str | int | None
E = TypeVar("E", bound=Enum)

_AS_IT_IS = frozenset({str, int, type(None)})
"""The types that a column takes as they are; by far most values are of these."""


def to_column(value: object) -> Column:
    """A value of the model as it lies in a column: dates in ISO form, tuples as JSON arrays."""
    if type(value) in _AS_IT_IS:
        return value  # type: ignore[return-value]
    if value is None or isinstance(value, bool):
        return None if value is None else int(value)
    if isinstance(value, Enum):
        return to_column(value._value_)  # `value` goes through a descriptor; imports ask millions
    if isinstance(value, str | int):
        return value
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return json.dumps(list(value), ensure_ascii=False) if value else "[]"
    raise TypeError(f"{type(value).__name__} has no place in a column")


@lru_cache(maxsize=1 << 15)
def day(text: str | None) -> date | None:
    """A day from its ISO form; days are few, and many records share them."""
    return None if text is None else date.fromisoformat(text)


@lru_cache(maxsize=1 << 12)
def words(text: str) -> tuple[str, ...]:
    """A tuple from its JSON array; many records have the same tags, or none."""
    return tuple(json.loads(text))


class Members(dict[Any, E]):
    """The members of an enumeration by their values; what is none of them is a `ValueError`.

    The class itself finds them too, in five times as long.
    """

    def __init__(self, kind: type[E]) -> None:
        super().__init__((one.value, one) for one in kind)
        self._kind = kind

    def __missing__(self, value: Any) -> E:
        return self._kind(value)
