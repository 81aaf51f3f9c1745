"""A style sheet that does its work once, and only what is wanted of it.

Textual reads all sources anew whenever a screen is shown for the first time, and works out every
component style of a widget that is put on the screen, though a chart, say, has thirty-five and is
drawn in eight. Of what this app has, either takes as long as drawing several screens, in the loop
that keys wait for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from textual.css.model import RuleSet
from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
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


class KeptStylesheet(Stylesheet):
    """Keeps the rules that it has read, for each of the last few themes."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._kept = _kept(frozenset(self._variables.items()))

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take the colours of a theme."""
        if variables != self._variables:
            super().set_variables(variables)
            self._kept = _kept(frozenset(variables.items()))

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
        found = self._kept.get(source)
        if found is None:
            found = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
            self._kept[source] = found
        return found

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
        """Read what these widgets, and those they are made from, bring with them.

        May be called in any thread: what is found is put where the loop's thread looks first.
        """
        kept, reader = self._kept, Stylesheet(variables=self._variables)
        for node in nodes:
            # It looks at nothing but the class, and a widget must not be made outside the loop.
            for read_from, css, tie_breaker, scope in node._get_default_css(node.__new__(node)):
                source = (css, read_from, True, tie_breaker, scope)
                if source not in kept:
                    kept[source] = reader._parse_rules(*source)
