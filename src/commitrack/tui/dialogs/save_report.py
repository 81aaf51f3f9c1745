"""Where a report goes, and in which form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import cast

from textual import on
from textual.widget import Widget

from commitrack.homes import at_home
from commitrack.model.actions import Action
from commitrack.model.cleaning import clean_line
from commitrack.outputs import is_folder
from commitrack.reports import FORMATS, Format
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.form import Field, TextField

_SUFFIXES = {"text": ".txt"}
"""Suffixes of the forms that are not called after theirs."""


def suffix(form: str) -> str:
    """How a file in a form ends: ``.md``."""
    return _SUFFIXES.get(form, f".{form}")


class SaveReportDialog(Dialog):
    """Asks for a form and a file; they are in `chosen` once it was answered."""

    TITLE = "Save the report"

    def __init__(self, name: str, title: str, today: date, actor: str) -> None:
        """`name` is the report's own, for the file; `title` says what it is about."""
        super().__init__((), today, actor)
        self._report = name
        self._about = title
        self.chosen: tuple[Format, Path] | None = None

    def form(self) -> Iterable[Widget]:
        """The form, and the file, whose suffix follows it."""
        self._form = ChoiceField("format", "Format", [(one, one) for one in FORMATS], "md")
        self._file = TextField(
            "file",
            "File",
            f"{self._report}-{self.today.isoformat()}{suffix('md')}",
            hint=f"In {clean_line(str(Path.cwd()))} unless it says where.",
        )
        yield from (self._file, self._form)

    @on(Field.Changed, "#field-format")
    def follow(self) -> None:
        """Give the file the suffix of its form, unless it has one of its own."""
        path = Path(self._file.text)
        if path.suffix in {suffix(one) for one in FORMATS}:
            self._file.text = str(path.with_suffix(suffix(self._form.value)))

    def _which(self) -> str:
        return ""

    def subject(self) -> str:
        """The report."""
        return clean_line(self._about)

    def about(self) -> str:
        """That nothing of the record changes."""
        return "the whole of it; saving reads the record and never changes it"

    def read(self) -> tuple[Action, ...]:
        """The form and the file, as `chosen`."""
        path = at_home(self._file.require("name a file"))
        if is_folder(path):
            raise self._file.fail(f"{path} is a folder: name a file in it")
        if not is_folder(path.absolute().parent):
            raise self._file.fail(f"there is no folder {path.parent}")
        self.chosen = cast(Format, self._form.value), path
        return ()
