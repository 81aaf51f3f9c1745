"""The line for what a report takes: a filter, a name or IDs, completed while it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from commitrack.query import (
    BUILT_IN_VIEWS,
    Query,
    QueryError,
    SavedView,
    combine,
    expand,
    parse,
)
from commitrack.query.views import texts
from commitrack.reports import Argument, Entry
from commitrack.tui.argument_names import NAMES
from commitrack.tui.widgets.filter_bar import FilterBar

_ASKED = {
    Argument.QUERY: ("Filter", 'a filter that narrows it down, such as owner:"NHS" is:open'),
    Argument.STATEMENT: ("Statement", "S-0001"),
    Argument.COMMITMENT: ("Commitment", "C-0001"),
    Argument.PARTY: ("Owner", "a body or a person"),
    Argument.PARTY_OR_IDS: ("Owner or IDs", "a body or a person, or C-0001 C-0002"),
}
"""What each argument is called, and what to type."""


class ArgumentBar(FilterBar):
    """The filter line of a report, which asks for what the report takes."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(self._in_the_report, lambda: self.views, id=id)
        self.views: Sequence[SavedView] = BUILT_IN_VIEWS
        """What a filter may name."""
        self._entry: Entry | None = None

    def about(self, entry: Entry, typed: str) -> None:
        """Ask for what a report takes, of which so much was typed before."""
        self._entry = entry
        label, example = _ASKED[entry.argument]
        self.ask_for(f" {label}  ", typed, example, NAMES.get(entry.argument))

    def judge(self, *, done: bool = False) -> bool:
        """Whether what is typed can be read; if not, say so, mildly until it is `done`."""
        try:
            if self._entry is not None and self._entry.argument is Argument.QUERY:
                self._in_the_report(self.input.value)
        except QueryError as error:
            (self.wrong if done else self.unreadable)(error)
            return False
        self.well()
        return True

    def _in_the_report(self, typed: str) -> Query:
        """What a filter would find of what stands in the report."""
        own = "" if self._entry is None else self._entry.own
        return combine(expand(parse(typed), texts(self.views)), parse(own))
