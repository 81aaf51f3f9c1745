"""Which file views go to or come from, and which of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from textual.widget import Widget

from commitrack.model.actions import Action
from commitrack.model.errors import CommitrackError
from commitrack.query import SavedView
from commitrack.query.sharing import chosen
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import TextField
from commitrack.view_files import read_views

_FILE = "views.toml"


class _FileDialog(Dialog):
    """Asks for a file. It answers with no actions: what was chosen is kept in the dialog."""

    def __init__(self, today: date, actor: str) -> None:
        super().__init__((), today, actor)
        self.file: str | None = None
        """The file, once the dialog was answered."""
        self.views: tuple[SavedView, ...] = ()
        """The views that are to go out, or come in."""

    def _which(self) -> str:
        return ""

    def _place(self) -> TextField:
        hint = "A path; ~ is your own folder."
        return TextField("file", "File", _FILE, hint=hint)


class ExportViewsDialog(_FileDialog):
    """Names the file and the views that go into it."""

    TITLE = "Hand views on"
    SAVE = "Write"
    KEYS = "tab between fields · ⏎ write · esc cancel"

    def __init__(
        self, own: Sequence[SavedView], first: SavedView | None, today: date, actor: str
    ) -> None:
        """`own` are the views that can go out; `first` is proposed alone."""
        super().__init__(today, actor)
        self._own = tuple(own)
        self._first = first

    def form(self) -> Iterable[Widget]:
        """The names, and the file."""
        first = "" if self._first is None else self._first.name
        known = ", ".join(view.name for view in self._own)
        self._names = TextField("names", "Views", first, hint=f"Left empty: all of them, {known}")
        self._path = self._place()
        yield from (self._names, self._path)

    def subject(self) -> str:
        """What is written."""
        return "to a small TOML file, which the other side takes in"

    def about(self) -> str:
        """How they take it in there."""
        return "commitrack view import FILE, or the command “Take views in”"

    def read(self) -> tuple[Action, ...]:
        """The file and the views; a name that is none of one's own is said so in its field."""
        typed = self._names.text.replace(",", " ").split()
        try:
            self.views = tuple(chosen(self._own, typed))
        except CommitrackError as error:
            raise self._names.fail(str(error)) from None
        self.file = self._path.require("Say which file to write")
        return ()


class ImportViewsDialog(_FileDialog):
    """Names the file that views are taken from, and reads it."""

    TITLE = "Take views in"
    SAVE = "Read"
    KEYS = "⏎ read · esc cancel"

    def form(self) -> Iterable[Widget]:
        """The file."""
        self._path = self._place()
        yield self._path

    def subject(self) -> str:
        """What is read."""
        return "from a file that “Hand views on” or commitrack view export wrote"

    def about(self) -> str:
        """That nothing is lost by it."""
        return "a name that stands for something else here is asked about first"

    def read(self) -> tuple[Action, ...]:
        """The file's views; what is wrong with it is said below its name, with the line."""
        file = self._path.require("Say which file to read")
        try:
            self.views = read_views(file)
        except CommitrackError as error:
            raise self._path.fail(str(error)) from None
        self.file = file
        return ()
