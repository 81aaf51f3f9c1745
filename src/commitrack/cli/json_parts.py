"""A JSON object written piece by piece, so that a long array in it is never held whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commitrack.model.inert import json_text


def json_parts(members: Iterable[tuple[str, object]]) -> Iterator[str]:
    """The text of an object, in parts: laid out as `json_text` would write it in one.

    A member whose value is an iterator becomes an array, of which one element is held at a time.
    """
    yield "{"
    for n, (name, value) in enumerate(members):
        yield f"{',' if n else ''}\n  {json_text(name)}: "
        if isinstance(value, Iterator):
            yield from _array(value)
        else:
            yield _indented(json_text(value), 2)
    yield "\n}"


def _array(elements: Iterator[object]) -> Iterator[str]:
    yield "["
    before = ""
    for one in elements:
        yield f"{before}\n    {_indented(json_text(one), 4)}"
        before = ","
    yield "\n  ]" if before else "]"


def _indented(text: str, by: int) -> str:
    return text.replace("\n", f"\n{' ' * by}")
