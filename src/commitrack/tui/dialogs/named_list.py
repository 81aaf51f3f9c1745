"""A list of names with what each means beside it, wrapped under itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from commitrack.tui.widgets.wrapping import wrap

_MARGIN = 2
"""Cells beside an option, left and right."""


@dataclass(frozen=True, slots=True)
class Named:
    """One of the list: its name, in as many cells as that of the others, and what it means."""

    name: str
    meaning: str
    id: str | None = None
    name_style: str = "bold"
    meaning_style: str = ""

    def within(self, width: int) -> Content:
        """Both in lines of `width` cells."""
        rows = wrap(self.meaning, max(8, width - len(self.name)))
        lines = (
            self.meaning[start:end].rstrip()
            for start, end in zip(rows.starts, rows.ends, strict=True)
        )
        text = ("\n" + " " * len(self.name)).join(lines)
        return Content.assemble((self.name, self.name_style), (text, self.meaning_style))


class NamedList(OptionList):
    """Lays its meanings out anew when its width changes."""

    def __init__(self, rows: Sequence[Named]) -> None:
        self._named = tuple(rows)
        self._laid_out = 0
        super().__init__(
            *(Option(one.within(78), id=one.id) for one in rows), compact=True, markup=False
        )

    def on_resize(self) -> None:
        """Wrap at the new width."""
        width = self.size.width - _MARGIN
        if width != self._laid_out:
            self._laid_out = width
            for index, one in enumerate(self._named):
                self.replace_option_prompt_at_index(index, one.within(width))
