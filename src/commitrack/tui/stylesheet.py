"""A style sheet that does its work once, and only what is wanted of it.

Textual reads all sources anew whenever a screen is shown for the first time, and works out every
component style of a widget that is put on the screen, though a chart, say, has thirty-five and is
drawn in eight. Of what this app has, either takes as long as drawing several screens, in the loop
that keys wait for. And it reads the sheet of the whole app before the first frame, which wears a
fifth of it: here a rule is read when there is something it can be about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, TypeAlias

from textual.css.model import RuleSet
from textual.css.styles import RenderStyles, RulesMap
from textual.css.stylesheet import Stylesheet, StylesheetErrors, StylesheetParseError
from textual.css.types import CSSLocation
from textual.dom import DOMNode

_Source = tuple[str, CSSLocation, bool, int, str]
"""All that the rules of a source depend on, besides the colours of the theme."""


@lru_cache(4)
def _kept(variables: frozenset[tuple[str, str]]) -> dict[_Source, list[RuleSet]]:
    """The rules that were read in the colours of a theme: those of the last few are kept."""
    del variables
    return {}


class _Components(dict[str, RenderStyles]):
    """The component styles of a widget, each worked out when it is first asked for."""

    def __init__(self, node: DOMNode, rules: Stylesheet) -> None:
        super().__init__()
        self._node = node
        self._rules = rules

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self._node._get_component_classes()

    def __missing__(self, name: str) -> RenderStyles:
        found = self[name] = self.worked_out(name)
        return found

    def worked_out(self, name: str) -> RenderStyles:
        """A style as it is now."""
        part = DOMNode(classes=name)
        part._attach(self._node)
        self._rules.apply(part)
        return part.styles


_BRACE = re.compile(r"/\*.*?\*/|[{}]", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"[.#][A-Za-z_-][\w-]*|(?<![:\w-])[A-Za-z_][\w-]*|\*")
"""A name in a selector; what follows a colon is a state."""

Wearers: TypeAlias = tuple[tuple[str, ...], ...]
"""What a rule may be about, for each of its selectors: there must be something that wears each of
these names, or nothing can match.
"""


@lru_cache(4)
def pieces(css: str) -> tuple[tuple[str, Wearers], ...]:
    """The rules of a sheet as they are written, each with what it may be about.

    One that has others in it goes by its own selectors, which are theirs too. A sheet with
    variables of its own cannot be read so.
    """
    found = []
    begin = depth = 0
    for mark in _BRACE.finditer(css):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if mark[0] == "}" and not depth:
            piece = css[begin : mark.end()]
            selectors = _COMMENT.sub(" ", piece).partition("{")[0].split(",")
            found.append((piece, tuple(tuple(_NAME.findall(one)) for one in selectors)))
            begin = mark.end()
    return tuple(found)


_Part: TypeAlias = list[RuleSet]
"""The rules of a source or a piece in their place in the sheet; none while it is unread."""
_Unread: TypeAlias = tuple[_Source, _Part, Wearers]


class KeptStylesheet(Stylesheet):
    """Keeps the rules that it has read, for each of the last few themes."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._kept = _kept(frozenset(self._variables.items()))
        self._parts: list[_Part] = []
        self._sheets: dict[_Source, list[_Part]] = {}
        """Of sheets in files the parts."""
        self._unread: dict[str, list[_Unread]] = {}
        """Pieces that can be about nothing yet, by a name for each selector that nothing wears."""
        self._worn: set[str] = set()
        """The names that something has worn."""
        self._above: object = None
        """Below what the last node was that was given its styles."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take the colours of a theme."""
        if variables != self._variables:
            super().set_variables(variables)
            self._kept = _kept(frozenset(variables.items()))
            self._sheets, self._unread = {}, {}

    def parse(self) -> None:
        """Read the sources, as far as something wears their rules; a sheet that has been begun is
        gone on with.
        """
        self._parts = []
        super().parse()

    def reparse(self) -> None:
        """Bring the rules up to date."""
        self.parse()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        source = (css, read_from, is_default_rules, tie_breaker, scope)
        if not _is_file(source):
            self._parts.append(self._read(source))
            return self._parts[-1]
        parts = self._sheets.get(source)
        if parts is None:
            parts = self._sheets[source] = list(self._begun(source))
        self._parts += parts
        return list(chain.from_iterable(parts))

    def _begun(self, source: _Source) -> Iterator[_Part]:
        """The pieces of a sheet, of which those are read that are worn."""
        for piece, wearers in pieces(source[0]):
            part: _Part = []
            unread = ((piece, *source[1:]), part, wearers)
            if self._is_worn(unread):
                part += self._read(unread[0])
            yield part

    def _is_worn(self, unread: _Unread) -> bool:
        """Whether there may be something that a piece is about; else it waits for that."""
        for names in unread[2]:
            missing = next((name for name in reversed(names) if name not in self._worn), None)
            if missing is None:
                return True
            self._unread.setdefault(missing, []).append(unread)
        return False

    def _read(self, source: _Source) -> list[RuleSet]:
        found = self._kept.get(source)
        if found is None:
            found = self._kept[source] = super()._parse_rules(*source)
        return found

    def apply(
        self,
        node: DOMNode,
        *,
        animate: bool = False,
        cache: dict[tuple[Any, ...], RulesMap] | None = None,
    ) -> None:
        """Give a node its styles; rules that could be about nothing before are read first."""
        if self._require_parse:
            self.parse()
        self._put_on(node._selector_names)
        if node._parent is not self._above:  # what lies above may get its own styles after it
            self._above = node._parent
            for above in node.css_path_nodes:
                self._put_on(above._selector_names)
        super().apply(node, animate=animate, cache=cache)

    def _put_on(self, names: set[str]) -> None:
        fresh = names - self._worn
        if not fresh:
            return
        self._worn |= fresh
        known = self.rules_map
        waiting = [self._unread.pop(name) for name in fresh if name in self._unread]
        for unread in chain.from_iterable(waiting):
            source, part, _ = unread
            if part or not self._is_worn(unread):
                continue  # it was read for another of its selectors, or waits for another name
            part += self._read(source)
            if any(rule.errors for rule in part):
                raise StylesheetParseError(StylesheetErrors(part))
            for rule in part:
                for name in rule.selector_names:
                    known.setdefault(name, []).append(rule)
        if waiting:
            self._rules = list(chain.from_iterable(self._parts))

    def _process_component_classes(self, node: DOMNode) -> None:
        """Bring the component styles of a widget up to date, those that it was drawn in."""
        known = node._component_styles
        if not isinstance(known, _Components):
            if node._get_component_classes():
                node._component_styles = _Components(node, self)
            return
        changed = False
        for name, before in known.copy().items():
            now = known[name] = known.worked_out(name)
            changed = changed or before != now
        if changed:
            node.refresh()

    def read_ahead(self, nodes: Iterable[type[DOMNode]]) -> None:
        """Read all of the app's own sheet, and what these widgets, and those they are made from,
        bring with them.

        May be called in any thread: what is found is put where the loop's thread looks first.
        """
        kept, reader = self._kept, Stylesheet(variables=self._variables)
        for source in (*self._pieces(), *_brought_by(nodes)):
            if source not in kept:
                kept[source] = reader._parse_rules(*source)

    def _pieces(self) -> Iterator[_Source]:
        for read_from, (css, is_default, tie_breaker, scope) in tuple(self.source.items()):
            if _is_file((css, read_from, is_default, tie_breaker, scope)):
                for piece, _ in pieces(css):
                    yield piece, read_from, is_default, tie_breaker, scope


def _is_file(source: _Source) -> bool:
    """Whether it is a sheet in a file, and not one that a class brings with it."""
    return not source[1][1]


def _brought_by(nodes: Iterable[type[DOMNode]]) -> Iterator[_Source]:
    for node in nodes:
        # It looks at nothing but the class, and a widget must not be made outside the loop.
        for read_from, css, tie_breaker, scope in node._get_default_css(node.__new__(node)):
            yield css, read_from, True, tie_breaker, scope
