"""What the list of statements says of each, in three lines. Pure."""

from __future__ import annotations

from commitrack.model.cleaning import clean_line
from commitrack.model.ids import statement_id
from commitrack.reports.wording import said_on
from commitrack.store import Outline
from commitrack.tui.prose import Line, Piece

TALL = 3
"""Lines of each."""
_NAMES = ("id", "title", "muted", "waiting", "open", "closed")
STATEMENT_STYLES = frozenset(f"statements--{name}" for name in _NAMES)
"""Every style that they are written in."""
_MUTED = "statements--muted"


def share(outline: Outline) -> int | None:
    """How much of what was proposed in it is decided, in whole percent, never rounded up; None
    where nothing was.
    """
    if not outline.found:
        return None
    return 100 * (outline.found - outline.waiting) // outline.found


def outline_lines(outline: Outline) -> list[Line]:
    """Its ID and title; when it was said, its version and who published it; and what became of its
    promises.
    """
    about = [said_on(outline.said_on, outline.precision)]
    if len(outline.versions) > 1:
        at = outline.versions.index(outline.number) + 1
        about.append(f"version {at} of {len(outline.versions)}")
    about.append(clean_line(outline.publisher) or "publisher unknown")
    head = f" {statement_id(outline.number)} "
    margin: Piece = (" " * len(head), "")
    return [
        ((head, "statements--id"), (clean_line(outline.title), "statements--title")),
        (margin, (" · ".join(about), _MUTED)),
        (margin, *_became(outline)),
    ]


def _became(outline: Outline) -> list[Piece]:
    """How many of its promises are at which stage, and how much is decided."""
    if not outline.found:
        return [("nothing proposed", _MUTED)]
    stages = (
        (outline.waiting, "? {:,} waiting", "statements--waiting"),
        (outline.open, "○ {:,} open", "statements--open"),
        (outline.closed, "✓ {:,} closed", "statements--closed"),
        (outline.rejected, "× {:,} rejected", _MUTED),
    )
    told = [(f"{words.format(count)}  ", style) for count, words, style in stages if count]
    return [(f"{share(outline)}% decided  ", _MUTED), *told]
