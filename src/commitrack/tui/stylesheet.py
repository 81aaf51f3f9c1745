"""A style sheet that reads each of its sources once, however many screens come to need it.

Textual reads all of them anew whenever a screen is shown for the first time: of what this app has,
that takes as long as drawing several screens, in the loop that keys wait for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from textual.css.model import RuleSet
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
