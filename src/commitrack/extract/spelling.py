"""Names as the statement spells them: rules read straight apostrophes, people curly ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commitrack.extract.flat import flatten

if TYPE_CHECKING:
    from commitrack.extract.folding import Folded


@dataclass(frozen=True, slots=True)
class Spelling:
    """The way back from a name in the view to the name in the statement, or as it was told."""

    flat: str
    folded: Folded
    publisher: str | None

    def as_written(self, name: str | None) -> str | None:
        """The name with the apostrophes and hyphens of the statement; as it is when not in it."""
        if name is None or ("'" not in name and "-" not in name):
            return name  # what the view has put in place of another character
        if self.publisher is not None and flatten(self.publisher) == name:
            return self.publisher
        at = self.flat.find(name)
        if at < 0:
            return name
        return self.folded.text[at : at + len(name)]
