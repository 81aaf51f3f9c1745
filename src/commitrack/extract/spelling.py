"""Names as the statement spells them: rules read straight apostrophes, people curly ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commitrack.extract.flat import flatten
from commitrack.extract.signs import holds

if TYPE_CHECKING:
    from commitrack.extract.folding import Folded

_REPLACED = ("'", "-")
"""What the view of a text may have put in place of another character."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The way back from a name in the view to the name in the statement, or as it was told."""

    flat: str
    folded: Folded
    publisher: str | None

    def as_written(self, name: str | None) -> str | None:
        """The name with the apostrophes and hyphens of the statement; as it is when not in it."""
        if name is None or not holds(name, _REPLACED):
            return name
        if self.publisher is not None and flatten(self.publisher) == name:
            return self.publisher
        at = self.flat.find(name)
        if at < 0:
            return name
        return self.folded.text[at : at + len(name)]
