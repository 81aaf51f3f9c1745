"""What a page's metadata say of it: title, day, publisher. What is unclear is left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from commitrack.sources.blocks import one_line
from commitrack.sources.readers.tree import Element, Page

_PUBLISHED = frozenset(
    [
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dc.date.published",
        "dcterms.date",
        "dcterms.issued",
        "dcterms.published",
        "dcterms.available",
        "citation_publication_date",
        "citation_date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "publication-date",
        "date.published",
    ]
)
_PUBLISHERS = (
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
    "article:publisher_name",
    "og:site_name",
)
"""Who published a page, the surest first; the name of the site comes last."""
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T ])")
_PLAIN_DAY = re.compile(r"(\d{4})/(\d{2})/(\d{2})")
_NEAR_HEADLINE = 400
"""Characters of running text in front of which a `<time>` is that of the page."""
_NAME_LIMIT = 150


def title(page: Page, main: Element) -> str | None:
    """The page's only first heading, else its `<title>` without the name of its site."""
    headings = [one for one in main.walk() if one.tag == "h1"]
    if len(headings) == 1 and (found := one_line(headings[0].text())):
        return found
    words = one_line(page.title)
    site = _first(page, "og:site_name")
    for mark in (" - ", " | ", " – ", " — ", " : ", " · "):
        front, _, end = words.rpartition(mark)
        if front and site and end.casefold() == site.casefold():
            return front
    return words or None


def said_on(page: Page, main: Element) -> date | None:
    """The day of publication, if the page names one in a place made for it, and only one."""
    found = {day for name, content in page.metas if name in _PUBLISHED if (day := a_day(content))}
    found |= {day for text in _linked(page, "datePublished") if (day := a_day(text))}
    if not found:
        found = set(_beside_headline(main))
    return found.pop() if len(found) == 1 else None


def publisher(page: Page) -> str | None:
    """Who published the page, by its metadata."""
    for name in _PUBLISHERS:
        words = _first(page, name)
        if words and "://" not in words and len(words) <= _NAME_LIMIT:
            return words
    names = set(_linked_names(page, "publisher"))
    return names.pop() if len(names) == 1 else None


def a_day(text: str) -> date | None:
    """The day of an ISO date or time; None for anything that could be read in two ways."""
    match = _ISO_DAY.match(text.strip()) or _PLAIN_DAY.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _first(page: Page, wanted: str) -> str:
    return next((one_line(content) for name, content in page.metas if name == wanted), "")


def _beside_headline(main: Element) -> Iterator[date]:
    """The days of the `<time>` elements in front of the running text."""
    seen = 0
    waiting: list[Element | str] = [main]
    while waiting and seen < _NEAR_HEADLINE:
        one = waiting.pop()
        if isinstance(one, str):
            length = len(one.strip())
            seen += length if length > 40 else 0
            continue
        stated = one.get("itemprop").lower()
        if one.tag == "time" and stated in ("", "datepublished"):
            day = a_day(one.get("datetime"))
            if day is not None:
                yield day
        waiting.extend(reversed(one.children))


def _linked(page: Page, key: str) -> Iterator[str]:
    """The strings under a key of the JSON-LD, at the level of a page or an article."""
    for thing in _things(page):
        if isinstance(value := thing.get(key), str):
            yield value


def _linked_names(page: Page, key: str) -> Iterator[str]:
    for thing in _things(page):
        value = thing.get(key)
        name = value.get("name") if isinstance(value, dict) else value
        if isinstance(name, str) and "://" not in name and len(name) <= _NAME_LIMIT:
            yield one_line(name)


def _things(page: Page) -> Iterator[dict[str, Any]]:
    for text in page.linked_data:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            found = found.get("@graph", found)
        things = found if isinstance(found, list) else [found]
        yield from (one for one in things if isinstance(one, dict))
