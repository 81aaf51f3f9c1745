"""The draft of the filter line: what was typed into it is there again after a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from commitrack.drafts import draft_name
from commitrack.tui.drafting import Drafting, ago

_FIELD = "filter"


class FilterDraft:
    """Keeps what the line says from the first key until the filter is taken off."""

    def __init__(self, drafting: Callable[[], Drafting | None]) -> None:
        """`drafting` finds what keeps drafts, if the app has it."""
        self._drafting = drafting
        self._text = ""

    @cached_property
    def draft_name(self) -> str:
        """The name of its draft."""
        return draft_name("FilterBar")

    def draft(self) -> Mapping[str, str]:
        """What the line says."""
        return {_FIELD: self._text} if self._text else {}

    def says(self, text: str) -> None:
        """The line says something else now; with an empty text, the filter was taken off."""
        drafting, self._text = self._drafting(), text.strip()
        if drafting is None:
            return
        if self._text:
            drafting.typed(self)
        else:
            drafting.drop(self.draft_name)

    def found(self) -> tuple[str, str]:
        """What the line said when the program ended, and how long ago; empty when nothing."""
        drafting = self._drafting()
        draft = None if drafting is None else drafting.find(self.draft_name)
        if drafting is None or draft is None or self._text:
            return "", ""
        return draft.values.get(_FIELD, ""), ago(drafting.now() - draft.at)
