"""The part of a statement around a quote: enough to judge the words by. Pure."""

from __future__ import annotations

import re

from commitrack.model.frozen import dataclass
from commitrack.model.statements import Mention

REACH = 320
"""Characters shown on either side of a quote, at most."""

_SOFT_BREAK = re.compile(r"(?<!\n)\n(?!\n|[ \t]*(?:[-*•–]|\d+[.)]))")
"""A line feed inside a paragraph: text wrapped by its author, to be wrapped anew."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote with what stands before and after it."""

    before: str
    quote: str
    after: str
    line: int | None = None
    """The line of the statement the quote begins in, from 1; None when it is not known yet."""


def of_mention(mention: Mention) -> Excerpt:
    """What the mention alone tells: a few whole words on either side."""
    before = _tail(mention.before, whole=mention.start <= len(mention.before))
    after = _head(mention.after, whole=not mention.after)
    return Excerpt(_flowing(before), _flowing(mention.quote), _flowing(after))


def of_text(
    text: str, mention: Mention, reach: int = REACH, *, paragraphs: bool = False
) -> Excerpt:
    """The text around the mention, up to `reach` characters, cut at words or paragraphs.

    Only where there is room are there `paragraphs` before that of the mention.
    """
    start, end = mention.start, mention.end
    before = _tail(text[max(0, start - reach) : start], whole=start <= reach, paragraphs=paragraphs)
    after = _head(text[end : end + reach], whole=end + reach >= len(text))
    line = text.count("\n", 0, start) + 1
    return Excerpt(_flowing(before), _flowing(text[start:end]), _flowing(after), line)


def _tail(text: str, *, whole: bool, paragraphs: bool = False) -> str:
    """The end of a text: the last paragraph's if that begins near, else from a word's beginning;
    with `paragraphs`, all that begin near.

    What is in paragraphs before would push the words themselves out of a low pane.
    """
    if whole:
        return text.lstrip("\n")
    paragraph = text.find("\n\n") if paragraphs else text.rfind("\n\n")
    if paragraph >= 0:
        return text[paragraph:].lstrip("\n")
    return "…" + text[text.find(" ") + 1 :]


def _head(text: str, *, whole: bool) -> str:
    """The beginning of a text, as far as a paragraph's end if one is near, else a word's."""
    if whole:
        return text.rstrip()
    paragraph = text.rfind("\n\n")
    if paragraph > 0:
        return text[:paragraph]
    space = text.rfind(" ")
    return (text if space < 0 else text[:space]) + "…"


def _flowing(text: str) -> str:
    """The text with its author's line ends inside paragraphs made spaces, one for one."""
    return _SOFT_BREAK.sub(" ", text.replace("\r\n", " \n"))
