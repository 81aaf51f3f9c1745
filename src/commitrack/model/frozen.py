"""Frozen data classes with slots, as `dataclasses` makes them, in a quarter of the time.

The standard decorator writes and compiles six functions for every class. A command loads some sixty
classes before it does anything, and that was two fifths of its whole run. Here one function is
compiled, the constructor, since objects are made by the hundred thousand; and only when a first
object is made, which most of these classes never see. What else a class needs is the same for all.
All of `dataclasses` works on what is made here: it is a data class.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Make a class a data class that is frozen and has slots; no other kind is made here."""
        if not (frozen and slots):
            raise TypeError("only frozen data classes with slots are made here")
        return _make


__all__ = ["dataclass"]


def _make(cls: type) -> type:
    own = frozenset(vars(cls))
    made: type[Any] = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields = dataclasses.fields(made)
    methods = {
        "__init__": _first_constructor(made, fields),
        **_shared(fields),
    }
    for name, method in methods.items():
        if name not in own:
            _give(made, name, method)
    return made


def _give(cls: type, name: str, method: Callable[..., Any]) -> None:
    method.__name__, method.__qualname__ = name, f"{cls.__qualname__}.{name}"
    setattr(cls, name, method)


def _first_constructor(
    cls: type, fields: tuple[dataclasses.Field[Any], ...]
) -> Callable[..., None]:
    """What makes the first object: it puts the compiled constructor in its own place.

    Several threads may come here at once: each compiles the same, and the last one's stays.
    """

    def first(self: object, *values: object, **named: object) -> None:
        constructor = _constructor(cls, fields)
        _give(cls, "__init__", constructor)
        constructor(self, *values, **named)

    return first


def _constructor(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., Any]:
    """A function that sets each field by way of its slot, which is the quickest."""
    known: dict[str, Any] = {"__MISSING": MISSING}
    parameters, body = ["self"], []
    for field in fields:
        name = value = field.name
        known[f"__set_{name}"] = getattr(cls, name).__set__
        if field.default is not MISSING:
            known[f"__default_{name}"] = field.default
            parameters.append(f"{name}=__default_{name}")
        elif field.default_factory is not MISSING:
            known[f"__new_{name}"] = field.default_factory
            parameters.append(f"{name}=__MISSING")
            value = f"__new_{name}() if {name} is __MISSING else {name}"
        else:
            parameters.append(name)
        body.append(f"__set_{name}(self, {value})")
    text = f"def construct({', '.join(parameters)}): {'; '.join(body) or 'pass'}"
    exec(text, known)  # noqa: S102 - made of the names of fields, which are ours
    constructor: Callable[..., Any] = known["construct"]
    return constructor


def _shared(fields: tuple[dataclasses.Field[Any], ...]) -> Mapping[str, Callable[..., Any]]:
    """The methods of a class with these fields that nothing has to be compiled for."""
    names = tuple(field.name for field in fields)
    told = tuple(field.name for field in fields if field.repr)
    compared = tuple(field.name for field in fields if field.compare)
    values = attrgetter(*compared) if compared else lambda _: ()

    def shown(self: object) -> str:
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in told)
        return f"{type(self).__qualname__}({inside})"

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    def refuse(_: object, name: str, *value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")

    def reduced(self: object) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple(getattr(self, name) for name in names)

    return {
        "__repr__": shown,
        "__eq__": equal,
        "__hash__": hashed,
        "__setattr__": refuse,
        "__delattr__": refuse,
        "__reduce__": reduced,
    }
