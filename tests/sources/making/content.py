"""What a made document says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Heading:
    """A heading of the first level or, below it, of others."""

    words: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    words: str


@dataclass(frozen=True)
class Bullets:
    """A list with bullets."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Numbered:
    """A list with numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table; its first row is its head."""

    rows: tuple[tuple[str, ...], ...]


Part: TypeAlias = Heading | Paragraph | Bullets | Numbered | Table


@dataclass(frozen=True)
class Content:
    """A document's parts in order."""

    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        """The first heading."""
        return next(part.words for part in self.parts if isinstance(part, Heading))

    def text(self) -> str:
        """The text that every format must give."""
        blocks: list[str] = []
        for part in self.parts:
            if isinstance(part, Heading | Paragraph):
                blocks.append(part.words)
            elif isinstance(part, Bullets):
                blocks.append("\n".join(f"• {item}" for item in part.items))
            elif isinstance(part, Numbered):
                blocks.append("\n".join(f"{n}. {item}" for n, item in enumerate(part.items, 1)))
            else:
                blocks.append("\n".join(" | ".join(row) for row in part.rows))
        return "\n\n".join(blocks) + "\n"
