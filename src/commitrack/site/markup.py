"""The one place where text becomes markup: what is not `Html` is escaped, so none is forgotten.

A text may hold anything, and so goes through `commitrack.model.cleaning` first: no control and no
bidirectional mark reaches a page. Only what this file made is `Html`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import TypeAlias

from commitrack.model.cleaning import clean, clean_line


class Html(str):
    """Markup that is whole and harmless."""

    __slots__ = ()


Content: TypeAlias = "str | Iterable[Content] | None"
"""Text, markup, several of both, or nothing."""

Attribute: TypeAlias = str | int | bool | None
"""What an attribute says; True that it is there."""

_VOID = frozenset({"meta", "link", "br", "hr"})
_WORDLESS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
"""What may stand in no document at all, though Unicode has a number for it."""
_LINK = re.compile(r"https?://|[#\w.][\w./#-]*\Z", re.IGNORECASE | re.ASCII)
"""What a link may lead to: a page of ours, or an address of the web."""
_PLAIN = re.compile(r"[\w .,;:()/?!%+=*#@-]*\Z", re.ASCII)


def text(words: str) -> Html:
    """A text as markup: cleaned and escaped, its line breaks kept."""
    if type(words) is Html:
        return words
    if _PLAIN.match(words):
        return Html(words)
    return Html(escape(_WORDLESS.sub("\N{REPLACEMENT CHARACTER}", clean(words))))


def line(words: str) -> Html:
    """A text on one line, without the escape sequences in it."""
    return text(clean_line(words))


def join(content: Content) -> Html:
    """Everything in a content, one after another."""
    if isinstance(content, str):
        return text(content)
    return Html("") if content is None else Html("".join(map(join, content)))


def tag(name: str, /, *content: Content, **attributes: Attribute) -> Html:
    """An element. Attributes are named as Python can: ``class_``, ``aria_label``; None is no value.

    Raises `ValueError` for a link to anything but the web and our own pages.
    """
    opening = _opening(name, tuple(attributes.items())) if attributes else f"<{name}>"
    if name in _VOID:
        return Html(opening)
    inner = join(content[0] if len(content) == 1 else content)
    return Html(f"{opening}{inner}</{name}>")


def empty(name: str, /, **attributes: Attribute) -> Html:
    """An element of XML that has no content."""
    return Html(f"{_opening(name, tuple(attributes.items()))[:-1]}/>")


@lru_cache(4096)
def _opening(name: str, attributes: tuple[tuple[str, Attribute], ...]) -> str:
    """Where an element begins. Most of a site's begin alike."""
    parts = [f"<{name}"]
    for given, value in attributes:
        if value is None or value is False:
            continue
        spelt = given.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(f" {spelt}")
            continue
        if spelt in ("href", "src") and not _LINK.match(str(value)):
            raise ValueError(f"{value!r} is nothing that a page may lead to")
        parts.append(f' {spelt}="{line(str(value))}"')
    return f"{''.join(parts)}>"
