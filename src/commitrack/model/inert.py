"""Text made inert for the format it is written into, so that no program acts on the data.

`commitrack.model.cleaning` is for people's eyes; these are for the programs that read a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from commitrack.model.cleaning import clean_line

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell as a formula."""
_MARKUP = re.compile(r"[\\`*_\[\]<>|#~&!]")
"""What Markdown, or the HTML that it may hold, acts on."""
_HARMFUL = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]"
)
"""What JSON lets through although a terminal, or a reader's eye, would act on it."""


def any_formula(texts: Iterable[str]) -> bool:
    """Whether a spreadsheet reads any of these texts, of a line each, as a formula."""
    lines = "\n".join(("", *texts))
    return any(f"\n{sign}" in lines for sign in _FORMULA)


def csv_cell(text: str) -> str:
    """A text as a cell of CSV: on one line, and behind an apostrophe when it begins a formula."""
    line = clean_line(text)
    return f"'{line}" if text.startswith(_FORMULA) or line.startswith(_FORMULA) else line


def markdown_text(text: str) -> str:
    """A text on one line of Markdown, with everything escaped that would be markup."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", clean_line(text))


def has_markup(text: str) -> bool:
    """Whether Markdown would act on anything in a text of one line."""
    return _MARKUP.search(text) is not None


def json_text(value: object, indent: int | None = 2) -> str:
    """A value as JSON: exact, and harmless on a terminal because controls are escaped."""
    return _harmless(json.dumps(value, ensure_ascii=False, indent=indent))


def json_each(values: Sequence[str | float | None]) -> list[str]:
    """Each of these values as JSON, all written at once."""
    text = json.dumps(values, ensure_ascii=False, separators=("\n", ""))
    return _harmless(text)[1:-1].split("\n")  # inside a value a line feed is escaped


def _harmless(text: str) -> str:
    if text.isascii() and "\x7f" not in text:
        return text
    return _HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class Written(str):
    """JSON that is written already, as `json_text` does it."""

    __slots__ = ()


class Flow:
    """A list for `json_pieces` whose elements come as they are asked for, once."""

    def __init__(self, elements: Iterable[object]) -> None:
        self.elements = iter(elements)


def json_pieces(value: object, margin: str = "\n") -> Iterator[str]:
    """What `json_text` makes of a value, piece by piece: of a `Flow` in it, one element is in
    memory at a time. `margin` is what a line begins with.
    """
    if isinstance(value, Written):
        yield value.replace("\n", margin)
    elif isinstance(value, Flow):
        yield from _listed("[]", (("", one) for one in value.elements), margin)
    elif isinstance(value, dict) and any(isinstance(one, Flow) for one in value.values()):
        keys = ((f"{json_text(key)}: ", one) for key, one in value.items())
        yield from _listed("{}", keys, margin)
    else:
        yield json_text(value).replace("\n", margin)


def _listed(brackets: str, elements: Iterable[tuple[str, object]], margin: str) -> Iterator[str]:
    """Elements between brackets, one below the other, each with what stands before it."""
    between = brackets[0]
    for before, one in elements:
        yield f"{between}{margin}  {before}"
        yield from json_pieces(one, f"{margin}  ")
        between = ","
    yield brackets if between == brackets[0] else f"{margin}{brackets[1]}"
