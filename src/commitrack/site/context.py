"""A quote among the words around it: whole paragraphs as far as they fit, else whole words."""

from __future__ import annotations

from commitrack.model.frozen import dataclass

REACH = 360
"""Characters shown on either side of a quote, at most."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in its statement."""

    before: str
    quote: str
    after: str
    begun: bool = False
    """Whether words of the statement come before."""
    goes_on: bool = False
    """Whether words of the statement come behind."""


def passage(text: str, start: int, end: int, reach: int = REACH) -> Passage:
    """What stands at ``text[start:end]``, with at most `reach` characters on either side."""
    first = _back(text, start, reach)
    last = _on(text, end, reach)
    return Passage(
        text[first:start].lstrip(),
        text[start:end],
        text[end:last].rstrip(),
        bool(text[:first].strip()),
        bool(text[last:].strip()),
    )


def _back(text: str, start: int, reach: int) -> int:
    least = max(0, start - reach)
    if least == 0:
        return 0
    paragraph = text.find("\n\n", least, start)
    if paragraph >= 0:
        return paragraph
    return next((n + 1 for n in range(least, start) if text[n].isspace()), start)


def _on(text: str, end: int, reach: int) -> int:
    most = min(len(text), end + reach)
    if most == len(text):
        return most
    paragraph = text.rfind("\n\n", end, most)
    if paragraph >= 0:
        return paragraph
    return next((n for n in range(most, end, -1) if text[n].isspace()), end)
