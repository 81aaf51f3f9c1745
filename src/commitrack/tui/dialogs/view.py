"""What a view of one's own is called, on which key it is, and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from textual.widget import Widget

from commitrack.model.actions import Action
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.query import SavedView
from commitrack.query.views import title_of, view_description, view_hotkey, view_name
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import TextField


class ViewDialog(Dialog):
    """Names the query that is shown. It answers with no actions: what was chosen is in `chosen`."""

    TITLE = "Save as a view"

    def __init__(self, query: str, before: SavedView | None, today: date, actor: str) -> None:
        """`before` is the view of one's own that the query came from, to be put in its place."""
        super().__init__((), today, actor)
        self._query = query
        self._before = before
        self.chosen: SavedView | None = None
        """The view to save, once the dialog was answered."""

    def form(self) -> Iterable[Widget]:
        """A name, a key and a line of description."""
        before = self._before
        self._called = TextField(
            "name",
            "Name",
            "" if before is None else before.name,
            hint='One word, such as weekly; "@weekly" then stands for it in any filter.',
        )
        self._key = TextField(
            "key",
            "Key",
            "" if before is None else before.hotkey,
            hint="1 to 9, or none. A built-in view gives its own up.",
        )
        self._description = TextField(
            "description", "What it holds", "" if before is None else before.description
        )
        yield from (self._called, self._key, self._description)

    def _which(self) -> str:
        return ""

    def subject(self) -> str:
        """The query that is saved."""
        return clean_line(self._query) or "everything"

    def about(self) -> str:
        """Who will see it."""
        return "for everybody who uses this store"

    def read(self) -> tuple[Action, ...]:
        """What was typed, as `chosen`; each field says what cannot be used."""
        self.chosen = SavedView(
            _checked(self._called, view_name),
            title_of(self._called.text),
            self._query,
            _checked(self._key, view_hotkey) if self._key.text else None,
            view_description(self._description.text),
            own=True,
        )
        return ()


def _checked(field: TextField, check: Callable[[str], str]) -> str:
    try:
        return check(field.text)
    except BadInput as error:
        raise field.fail(str(error)) from None
