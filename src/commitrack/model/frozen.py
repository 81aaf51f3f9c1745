"""Frozen data classes with slots, as `dataclasses` makes them, in a twentieth of the time.

The standard decorator writes and compiles six functions for every class. A command loads some sixty
classes before it does anything, and that was two fifths of its whole run. Here a class is given its
slots and what is the same for all classes; what takes time is done when it is first wanted, which
for most of them is never. A constructor is compiled once so many objects were made that it pays,
and what `dataclasses` knows of a class is found out by `dataclasses`, when somebody asks it. Until
then it is not even loaded: with what it reads sources by, that is a tenth of a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NoReturn

MISSING: Final = object()
"""What stands for no default, which None may be."""


class _Field:
    """What is said of a field beside its kind."""

    __slots__ = ("compare", "default", "default_factory", "shown")

    def __init__(
        self, default: object, default_factory: Any, *, compare: bool, shown: bool
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.compare, self.shown = compare, shown


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:

    def field(
        *,
        default: object = MISSING,
        default_factory: object = MISSING,
        compare: bool = True,
        repr: bool = True,  # noqa: A002 - it is called so there
    ) -> _Field:
        """As `dataclasses.field`."""
        return _Field(default, default_factory, compare=compare, shown=repr)

    def replace(record: object, /, **changes: object) -> object:
        """As `dataclasses.replace`: the same record with other values."""
        fields = getattr(type(record), _FIELDS, None)
        if fields is None:
            import dataclasses

            return dataclasses.replace(record, **changes)
        kept = {name: getattr(record, name) for name in fields if name not in changes}
        return type(record)(**kept, **changes)

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Make a class a data class that is frozen and has slots; no other kind is made here."""
        if not (frozen and slots):
            raise TypeError("only frozen data classes with slots are made here")
        return _make


__all__ = ["dataclass", "field", "replace"]

FEW = 64
"""Objects of a class for which to compile a constructor takes longer than to do without it."""


def _make(cls: type) -> type:
    space = dict(vars(cls))
    kinds = cls.__annotations__
    own = {name: space.pop(name, MISSING) for name in kinds if not _is_of_the_class(kinds[name])}
    if any(type(value).__module__ == "dataclasses" for value in own.values()):
        raise TypeError(f"{cls.__qualname__} has a field of dataclasses: take ours")
    before: dict[str, object] = {}
    for base in reversed(cls.__mro__):
        before |= vars(base).get(_FIELDS, {})
    fields = before | own
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)  # belonged to the class that had no slots
    made: type

    def construct(self: object, *values: object, **named: object) -> None:
        constructor = _simple_constructor(made, fields)
        _give(made, "__init__", constructor)
        constructor(self, *values, **named)

    def equal(self: object, other: object) -> Any:
        return _give(made, "__eq__", _comparison(fields))(self, other)

    def hashed(self: object) -> Any:
        return _give(made, "__hash__", _hashing(fields))(self)

    made = type(cls)(
        cls.__name__,
        cls.__bases__,
        {
            "__init__": construct,
            "__eq__": equal,
            "__hash__": hashed,
            **_SHARED,
            "__match_args__": tuple(fields),
            "__dataclass_fields__": _Standard(own),
            "__dataclass_params__": _Standard(own),
            **space,
            "__annotations__": kinds,
            "__qualname__": cls.__qualname__,
            "__slots__": tuple(name for name in own if name not in before),
            _FIELDS: fields,
        },
    )
    return made


_FIELDS = "__frozen_fields__"
"""Where a class has the names of its fields, each with its default, `field(…)`, or MISSING."""


def _is_of_the_class(kind: object) -> bool:
    return str(kind).startswith(("ClassVar", "typing.ClassVar"))


def _theirs(value: object) -> object:
    """A default as `dataclasses` says it."""
    import dataclasses

    if not isinstance(value, _Field):
        return value
    said = {"default": value.default, "default_factory": value.default_factory}
    return dataclasses.field(
        **{name: one for name, one in said.items() if one is not MISSING},
        compare=value.compare,
        repr=value.shown,
    )


def _give(cls: type, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    method.__name__, method.__qualname__ = name, f"{cls.__qualname__}.{name}"
    setattr(cls, name, method)
    return method


class _Standard:
    """What the standard library knows a class by, which is found out when it first asks."""

    def __init__(self, own: Mapping[str, object]) -> None:
        """`own` are the defaults of the fields that the class has beside those of its bases."""
        self._own = own

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, _: object, cls: type) -> object:
        del cls
        import dataclasses

        owner = self._owner
        defaults = {n: _theirs(value) for n, value in self._own.items() if value is not MISSING}
        told = ("__annotations__", "__module__", "__doc__")
        space = {**{name: getattr(owner, name) for name in told}, **defaults}
        plain: type = dataclasses.dataclass(init=False, repr=False, eq=False)(
            type(owner.__name__, owner.__bases__, space)
        )
        found: object = getattr(plain, self._name)
        setattr(owner, self._name, found)
        return found


def _simple_constructor(cls: type, fields: Mapping[str, object]) -> Callable[..., Any]:
    """A constructor that needs no compiler, for the first few objects.

    It puts the compiled one in its own place when that pays, and leaves to it to tell what is wrong
    with arguments. Several threads may come here at once: the last one's stays.
    """
    names = tuple(fields)
    setters = {name: getattr(cls, name).__set__ for name in names}
    defaults = {name: _default(value) for name, value in fields.items() if _has_default(value)}
    factories = tuple(
        (name, value.default_factory)
        for name, value in fields.items()
        if isinstance(value, _Field) and value.default_factory is not MISSING
    )
    left = FEW

    def construct(self: object, *values: object, **named: object) -> None:
        nonlocal left
        left -= 1
        arguments = {**defaults, **dict(zip(names, values, strict=False)), **named}
        if (
            left < 0
            or len(values) > len(names)
            or arguments.keys() != setters.keys()
            or not named.keys().isdisjoint(names[: len(values)])
        ):
            _give(cls, "__init__", _constructor(cls, fields))(self, *values, **named)
            return
        for name, new in factories:
            if arguments[name] is MISSING:
                arguments[name] = new()
        for name, value in arguments.items():
            setters[name](self, value)

    return construct


def _has_default(value: object) -> bool:
    if isinstance(value, _Field):
        return value.default is not MISSING or value.default_factory is not MISSING
    return value is not MISSING


def _default(value: object) -> object:
    """A default; MISSING for one that is made anew for each object."""
    return value.default if isinstance(value, _Field) else value


def _constructor(cls: type, fields: Mapping[str, object]) -> Callable[..., Any]:
    """A function that sets each field by way of its slot, which is the quickest."""
    known: dict[str, Any] = {"__MISSING": MISSING}
    parameters, body = ["self"], []
    for name, field in fields.items():
        value = name
        known[f"__set_{name}"] = getattr(cls, name).__set__
        if isinstance(field, _Field) and field.default_factory is not MISSING:
            known[f"__new_{name}"] = field.default_factory
            parameters.append(f"{name}=__MISSING")
            value = f"__new_{name}() if {name} is __MISSING else {name}"
        elif _has_default(field):
            known[f"__default_{name}"] = _default(field)
            parameters.append(f"{name}=__default_{name}")
        else:
            parameters.append(name)
        body.append(f"__set_{name}(self, {value})")
    text = f"def construct({', '.join(parameters)}): {'; '.join(body) or 'pass'}"
    exec(text, known)  # noqa: S102 - made of the names of fields, which are ours
    constructor: Callable[..., Any] = known["construct"]
    return constructor


def _values(fields: Mapping[str, object]) -> Callable[[object], Any]:
    """What gives the values of an object that are compared."""
    compared = [n for n, value in fields.items() if not isinstance(value, _Field) or value.compare]
    return attrgetter(*compared) if compared else lambda _: ()


def _comparison(fields: Mapping[str, object]) -> Callable[..., Any]:
    values = _values(fields)

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return equal


def _hashing(fields: Mapping[str, object]) -> Callable[..., Any]:
    values = _values(fields)

    def hashed(self: object) -> int:
        return hash(values(self))

    return hashed


def _shown(self: Any) -> str:
    fields = getattr(type(self), _FIELDS).items()
    told = (name for name, one in fields if not isinstance(one, _Field) or one.shown)
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in told)
    return f"{type(self).__qualname__}({inside})"


def _refuse(_: object, name: str, *value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")


def _reduced(self: Any) -> tuple[type, tuple[object, ...]]:
    return type(self), tuple(getattr(self, name) for name in getattr(type(self), _FIELDS))


_SHARED = {
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduced,
}
"""The methods that are the same for all classes."""
