"""Where the public page goes, what it is called, and what of the public record is on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from textual.widget import Widget

from commitrack.homes import at_home
from commitrack.model.actions import Action
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.house import house
from commitrack.query import QueryError, parse
from commitrack.site import Wish, web_folder
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import TextField


class PublishDialog(Dialog):
    """Asks for the folder. It answers with no actions: what was chosen is in `chosen`."""

    TITLE = "Publish"
    SAVE = "Look"
    KEYS = "⏎ see what would change · tab next field · esc cancel"

    def __init__(self, today: date, actor: str) -> None:
        super().__init__((), today, actor)
        self.chosen: tuple[Path, Wish] | None = None
        """The folder, and what is wanted in it, once the dialog was answered."""

    def form(self) -> Iterable[Widget]:
        """The folder, the title, a filter, and the address."""
        here = clean_line(str(Path.cwd()))
        self._folder = TextField("folder", "Folder", hint=f"In {here} unless it says where.")
        self._called = TextField("title", "Title", house().site_title)
        self._filter = TextField(
            "filter", "Filter", placeholder="all that is public", hint="It narrows, never widens."
        )
        self._base = TextField(
            "base",
            "Address",
            house().site_address,
            placeholder="https://…/, for links of the feed",
        )
        yield from (self._folder, self._called, self._filter, self._base)

    def _which(self) -> str:
        return ""

    def subject(self) -> str:
        """What is made."""
        return "a folder of static pages, of public commitments only"

    def about(self) -> str:
        """That there is a look beforehand."""
        return "what would change is shown first; files of others in the folder are never touched"

    def read(self) -> tuple[Action, ...]:
        """The folder and the wish, as `chosen`; each field says what cannot be used."""
        folder = at_home(self._folder.require("name a folder"))
        title = " ".join(self._called.require("say what the pages are called").split())
        try:
            parse(self._filter.text)
        except QueryError as error:
            raise self._filter.fail(str(error)) from None
        try:
            base = web_folder(self._base.text)
        except BadInput as error:
            raise self._base.fail(str(error)) from None
        self.chosen = folder, Wish(self._filter.text or None, title, base)
        return ()
