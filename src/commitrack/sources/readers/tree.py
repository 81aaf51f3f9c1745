"""A page as a light tree of our own: what is never shown is left out while it is built.

selectolax parses as browsers do (HTML5, with its rules for what is unclosed or misplaced). Its
nodes are copied here, so that the rules that read the tree are plain Python over plain values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NEVER_SHOWN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "video",
        "audio",
        "object",
        "embed",
        "iframe",
        "math",
        "select",
        "textarea",
        "input",
        "button",
        "head",
        "title",
        "meta",
        "link",
        "base",
        "datalist",
        "area",
        "map",
        "del",
        "s",
        "strike",
    ]
)
"""Elements whose content is no text of the page; struck-out words are not said any more."""
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_HIDING_CLASSES = frozenset(
    [
        "hidden",
        "visually-hidden",
        "sr-only",
        "screen-reader-text",
        "screen-reader-only",
        "govuk-visually-hidden",
        "visuallyhidden",
        "element-invisible",
        "nhsuk-u-visually-hidden",
        "d-none",
    ]
)
_KEPT_ATTRIBUTES = frozenset(
    [
        "id",
        "class",
        "role",
        "start",
        "value",
        "type",
        "rowspan",
        "colspan",
        "datetime",
        "href",
        "cite",
        "property",
        "itemprop",
    ]
)
_DEEPEST = 250
"""Levels below which a page is read as flat: browsers stop nesting at about twice as many."""


@dataclass(slots=True, eq=False)
class Element:
    """An element: its children are elements and runs of text, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute; "" when it is not there."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """This and every element in it, in the order of the page."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(child for child in reversed(one.children) if isinstance(child, Element))

    def text(self) -> str:
        """All the text in it, run together."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
            else:
                waiting.extend(reversed(one.children))
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its body, and what its head says."""

    body: Element
    title: str
    metas: tuple[tuple[str, str], ...]
    """Name, property or itemprop, in lower case, and content."""
    linked_data: tuple[str, ...]
    """The JSON-LD blocks, unread."""


def page(html: str) -> Page:
    """Parse a page."""
    tree = LexborHTMLParser(html)
    body = Element("body")
    if tree.body is not None:
        _copy(tree.body, body)
    titles = tree.css("head > title") or tree.css("title")
    metas = (
        (name.strip().lower(), (meta.attributes["content"] or "").strip())
        for meta in tree.css("meta[content]")
        for key in ("name", "property", "itemprop")
        if (name := meta.attributes.get(key))
    )
    return Page(
        body,
        titles[0].text() if titles else "",
        tuple(metas),
        tuple(one.text() for one in tree.css('script[type="application/ld+json"]')),
    )


def _copy(source: LexborNode, target: Element) -> None:
    """Copy what is shown, without recursion: a page may be nested as deeply as it likes."""
    waiting: list[tuple[LexborNode, Element, int]] = [(source, target, 0)]
    while waiting:
        node, into, depth = waiting.pop()
        child = node.child
        while child is not None:
            if child.is_text_node:
                into.children.append(child.text_content or "")
            elif child.is_element_node:
                _copy_element(child, into, depth, waiting)
            child = child.next


def _copy_element(
    node: LexborNode, into: Element, depth: int, waiting: list[tuple[LexborNode, Element, int]]
) -> None:
    tag = node.tag or ""
    if tag in _NEVER_SHOWN or ":" in tag:
        return
    attributes = node.attributes
    if _hidden(attributes):
        return
    kept = {name: value or "" for name, value in attributes.items() if name in _KEPT_ATTRIBUTES}
    element = Element(tag, kept)
    into.children.append(element)
    # Deeper than that, what is inside comes after: still read, and in the order of its depth.
    waiting.append((node, element if depth < _DEEPEST else into, depth + 1))


def _hidden(attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if _HIDING_STYLE.search(attributes.get("style") or ""):
        return True
    return not _HIDING_CLASSES.isdisjoint((attributes.get("class") or "").lower().split())
