"""Names as the statement spells them: rules read straight apostrophes, people curly ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.extract.flat import flatten
from commitrack.model.frozen import dataclass, field

if TYPE_CHECKING:
    from commitrack.extract.folding import Folded


@dataclass(frozen=True, slots=True)
class Spelling:
    """The way back from a name in the view to the name in the statement, or as it was told."""

    flat: str
    folded: Folded
    publisher: str | None
    known: dict[str, str] = field(default_factory=dict)
    """Names that were looked for already: most of a statement's owners are the same few."""

    def as_written(self, name: str | None) -> str | None:
        """The name with the apostrophes and hyphens of the statement; as it is when not in it."""
        if name is None or ("'" not in name and "-" not in name):
            return name  # what the view has put in place of another character
        written = self.known.get(name)
        if written is None:
            written = self.known[name] = self._found(name)
        return written

    def _found(self, name: str) -> str:
        if self.publisher is not None and flatten(self.publisher) == name:
            return self.publisher
        at = self.flat.find(name)
        return name if at < 0 else self.folded.text[at : at + len(name)]
