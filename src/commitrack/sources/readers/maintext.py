"""Which part of a page is its main text. What stands around it is the site speaking, not the page.

A page that marks its main part is believed. Otherwise the smallest element is taken that still
holds nearly all of the page's running text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from commitrack.sources.readers.tree import Element

_ASIDE_TAGS = frozenset({"nav", "footer", "aside", "dialog", "menu", "search"})
_ASIDE_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "presentation-navigation",
    ]
)
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?)(?:$|[\s_-])"
    r"|(?:^|\s)(?:skip-?(?:link|to)|share|sharing|social|newsletter|subscribe|pagination|pager"
    r"|related|sidebar|side-bar|comments?|advert|ads|promo|nav|navbar|navigation|site-?nav"
    r"|site-?header|site-?footer|page-?footer|footer|masthead|menu|toolbar|print-?(?:link|page)"
    r"|feedback|back-to-top|phase-banner)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LITTLE = 0.35
"""A part with more of the page's running text than this is no aside, whatever it is called."""
_NEARLY_ALL = 0.95
_RUNNING = 25
"""Characters of text from which a run of it counts as running text and not as a label."""
_HEADINGS = frozenset({"h1", "h2", "h3"})


def main_part(body: Element) -> Element:
    """The element that holds the main text; what is no part of it is taken out of the tree."""
    marked = _marked(body)
    root = marked or body
    weights = _weights(root)
    _strip(root, weights)
    if marked is None:
        root = _densest(body, _weights(body))
    return root


def headline(body: Element, main: Element) -> str:
    """The page's only first heading, when it stands outside of its main part; else ""."""
    found = [one for one in body.walk() if one.tag == "h1"]
    if len(found) != 1 or any(one.tag == "h1" for one in main.walk()):
        return ""
    return " ".join(found[0].text().split())


def _marked(body: Element) -> Element | None:
    mains = [one for one in body.walk() if one.tag == "main" or one.get("role") == "main"]
    outer = [one for one in mains if one.text().strip()]
    if outer:
        return outer[0]
    articles = [one for one in body.walk() if one.tag == "article"]
    if not articles:
        return None
    weights = _weights(body)
    largest = max(articles, key=lambda one: weights[id(one)])
    return largest if weights[id(largest)] > 0.5 * weights[id(body)] else None


def _weights(root: Element) -> Mapping[int, int]:
    """How much running text each element holds, by its identity; that of links does not count."""
    order = list(root.walk())
    weights: dict[int, int] = {}
    for one in reversed(order):  # children before their parents
        own = sum(
            len(child.strip())
            for child in one.children
            if isinstance(child, str) and len(child.strip()) >= _RUNNING
        )
        within = sum(weights[id(child)] for child in one.elements())
        weights[id(one)] = 0 if one.tag == "a" else own + within
    return weights


def _strip(root: Element, weights: Mapping[int, int]) -> None:
    """Take out what stands around the text: menus, banners, footers, forms, links to more."""
    total = max(1, weights[id(root)])
    for one in list(root.walk()):
        kept = [
            child
            for child in one.children
            if not (isinstance(child, Element) and _is_aside(child, one, weights, total))
        ]
        if len(kept) < len(one.children):
            one.children[:] = kept


def _is_aside(child: Element, parent: Element, weights: Mapping[int, int], total: int) -> bool:
    if child.tag in ("main", "article", "body", "h1"):
        return False
    share = weights.get(id(child), 0) / total
    if child.tag in _ASIDE_TAGS or child.get("role") in _ASIDE_ROLES:
        return share < _LITTLE
    if child.tag == "form":
        return share < _LITTLE and not _has_heading(child)
    if child.tag == "header" and parent.tag == "body":
        return share < _LITTLE and not any(one.tag == "h1" for one in child.walk())
    named = _ASIDE_NAMES.search(f"{child.get('class')} {child.get('id')}")
    return bool(named) and share < _LITTLE and not any(one.tag == "h1" for one in child.walk())


def _has_heading(element: Element) -> bool:
    return any(one.tag in _HEADINGS for one in element.walk())


def _densest(body: Element, weights: Mapping[int, int]) -> Element:
    """Down from the body, for as long as one child holds nearly all of the running text."""
    total = weights[id(body)]
    root = body
    while total:
        largest = max(root.elements(), key=lambda one: weights[id(one)], default=None)
        if largest is None or weights[id(largest)] < _NEARLY_ALL * total:
            break
        if largest.tag in ("p", "li", "td", "th", "tr", "tbody", "thead", "table", "ul", "ol", "a"):
            break
        root = largest
    return root
