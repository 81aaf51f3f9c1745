"""What the styles and the numbering of a Word document say of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from commitrack.sources.blocks import BULLET
from commitrack.sources.readers.numbering import Counter, Level
from commitrack.sources.readers.packed import child, local, value

_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures")
_MOST_STEPS = 20
"""Styles that a style is based on, at most: they may go round in a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: ``level`` is that of a heading, from 0."""

    level: int | None = None
    title: bool = False
    contents: bool = False
    number: Element | None = None


class Styles:
    """The styles and lists of one document; counts the items as they come."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default = ""
        for one in styles if styles is not None else ():
            if local(one) == "style" and value(one, "type") == "paragraph":
                self._elements[value(one, "styleId")] = one
                if value(one, "default") in ("1", "true"):
                    self._default = value(one, "styleId")
        self._known: dict[str, Style] = {}
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, Element] = {}
        for one in numbering if numbering is not None else ():
            if local(one) == "abstractNum":
                self._abstract[value(one, "abstractNumId")] = _levels(one)
            elif local(one) == "num":
                self._lists[value(one, "numId")] = one
        self._counters: dict[str, Counter] = {}
        self._begun: set[tuple[str, int]] = set()

    def of(self, identifier: str) -> Style:
        """The style of that ID, with what it takes from those it is based on."""
        identifier = identifier or self._default
        if identifier not in self._known:
            self._known[identifier] = self._resolved(identifier)
        return self._known[identifier]

    def _resolved(self, identifier: str) -> Style:
        level: int | None = None
        number: Element | None = None
        title = contents = False
        for step in range(_MOST_STEPS):
            element = self._elements.get(identifier)
            if element is None:
                break
            name = value(child(element, "name"), "val").lower()
            outline = value(child(element, "pPr", "outlineLvl"), "val")
            if level is None and (found := _HEADING.fullmatch(name)):
                level = int(found[1]) - 1
            elif level is None and outline.isdigit() and int(outline) < 9:
                level = int(outline)
            if name == "title" and step == 0:
                title, level = True, 0
            if name == "subtitle" and level is None:
                level = 1
            contents = contents or bool(_CONTENTS.fullmatch(name))
            if number is None:
                number = child(element, "pPr", "numPr")
            identifier = value(child(element, "basedOn"), "val")
        return Style(level, title, contents, number)

    def _place(self, properties: Element | None, style: Style) -> tuple[str, int] | None:
        """The list and the level, from 0, that a paragraph is an item of."""
        own = child(properties, "numPr")
        number = value(child(own, "numId"), "val") or value(child(style.number, "numId"), "val")
        level = value(child(own, "ilvl"), "val") or value(child(style.number, "ilvl"), "val")
        if not number or number == "0":
            return None
        return number, int(level) if level.isdigit() and len(level) == 1 else 0

    def depth(self, properties: Element | None, style: Style) -> int:
        """How deep in its list a paragraph is, from 0."""
        place = self._place(properties, style)
        return place[1] if place else 0

    def sign(self, properties: Element | None, style: Style) -> str:
        """The sign that Word shows before a paragraph; "" for one that is no item."""
        place = self._place(properties, style)
        if place is None:
            return ""
        number, level = place
        element = self._lists.get(number)
        if element is None:
            return BULLET
        abstract = value(child(element, "abstractNumId"), "val")
        if abstract not in self._counters:
            self._counters[abstract] = Counter(self._abstract.get(abstract, {}))
        counter = self._counters[abstract]
        for override in element:
            at = value(override, "ilvl")
            start = value(child(override, "startOverride"), "val")
            if at == str(level) and start.isdigit() and (number, level) not in self._begun:
                counter.restart(level, int(start))
        self._begun.add((number, level))
        return counter.sign(level)


def _levels(abstract: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in abstract:
        at = value(one, "ilvl")
        if local(one) != "lvl" or not at.isdigit():
            continue
        start = value(child(one, "start"), "val")
        style = value(child(one, "numFmt"), "val") or "decimal"
        pattern = value(child(one, "lvlText"), "val")
        if style != "bullet" and not pattern.strip():
            style = "none"
        found[int(at)] = Level(style, pattern, int(start) if start.isdigit() else 1)
    return found
