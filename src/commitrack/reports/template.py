"""A small language for letters: names after a dollar sign, and one part that is repeated.

``$owner`` or ``${owner}`` stands for a value, ``$$`` for a dollar sign. What stands between a line
``$promises`` and a line ``$end`` is repeated for each promise. Nothing in a template is ever run,
and nothing can be reached from it but the values that are named here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from commitrack.model.errors import BadInput
from commitrack.model.fields import did_you_mean

BEGIN, END = "promises", "end"
"""The names that stand alone on a line and hold the repeated part between them."""

_DOLLAR = re.compile(r"\$(?:(?P<twice>\$)|(?P<bare>\w+)|\{(?P<braced>\w+)\}|(?P<wrong>))")

Values: TypeAlias = Mapping[str, str]
Safe: TypeAlias = Callable[[str], str]
"""Makes a value harmless where it will stand."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template whose every name is known: what stands before, in and behind the repetition."""

    before: str
    repeated: str
    behind: str

    def filled(self, values: Values, each: Sequence[Values], safe: Safe) -> str:
        """The text with every value in its place; in the repetition, those of one in `each`."""
        parts = [_filled(self.before, values, safe)]
        parts += [_filled(self.repeated, {**values, **one}, safe) for one in each]
        parts.append(_filled(self.behind, values, safe))
        return "".join(parts)


def read_template(text: str, names: Sequence[str], names_of_each: Sequence[str]) -> Template:
    """The template that a text writes; `BadInput` says on which line what is wrong.

    `names` are known everywhere, `names_of_each` in the repeated part as well.
    """
    lines = text.splitlines(keepends=True)
    marks = [(n, found) for n, line in enumerate(lines) if (found := _mark(line)) is not None]
    if [name for _, name in marks] not in ([], [BEGIN, END]):
        place = marks[-1][0] + 1
        raise BadInput(
            f"template, line {place}: one line ${BEGIN} and, below it, one line ${END} hold "
            "what is repeated"
        )
    first, last = (marks[0][0], marks[1][0]) if marks else (len(lines), len(lines))
    for n, line in enumerate(lines):
        if n not in (first, last):
            known = (*names, *names_of_each) if first < n < last else tuple(names)
            _require_known(line, n + 1, known, names_of_each)
    return Template(
        "".join(lines[:first]), "".join(lines[first + 1 : last]), "".join(lines[last + 1 :])
    )


def _mark(line: str) -> str | None:
    word = line.strip()
    return word[1:] if word in (f"${BEGIN}", f"${END}") else None


def _require_known(line: str, number: int, known: Sequence[str], of_each: Sequence[str]) -> None:
    for found in _DOLLAR.finditer(line):
        name = found["bare"] or found["braced"]
        if found["wrong"] is not None:
            raise BadInput(f"template, line {number}: a dollar sign alone is written $$")
        if name is None or name in known:
            continue
        if name in of_each:
            raise BadInput(
                f"template, line {number}: ${name} is of one promise, and stands between "
                f"${BEGIN} and ${END}"
            )
        names = ", ".join(f"${one}" for one in known)
        near = did_you_mean(name, known)
        raise BadInput(f"template, line {number}: there is no ${name}; there are {names}{near}")


def _filled(text: str, values: Values, safe: Safe) -> str:
    def value(found: re.Match[str]) -> str:
        name = found["bare"] or found["braced"]
        return "$" if name is None else safe(values[name])

    return _DOLLAR.sub(value, text)
