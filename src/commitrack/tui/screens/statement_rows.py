"""What the list of statements says of each, in two lines. Pure."""

from __future__ import annotations

from textual.content import Content

from commitrack.model.cleaning import clean_line
from commitrack.model.ids import statement_id
from commitrack.reports.wording import said_on
from commitrack.store import Outline


def share(outline: Outline) -> int | None:
    """How much of what was proposed in it is decided, in whole percent, never rounded up; None
    where nothing was.
    """
    if not outline.found:
        return None
    return 100 * (outline.found - outline.waiting) // outline.found


def outline_row(outline: Outline) -> Content:
    """Its ID and title; when it was said, its version and who published it; and what became of its
    promises.
    """
    about = [said_on(outline.said_on, outline.precision)]
    if len(outline.versions) > 1:
        at = outline.versions.index(outline.number) + 1
        about.append(f"version {at} of {len(outline.versions)}")
    about.append(clean_line(outline.publisher) or "publisher unknown")
    return Content.assemble(
        (f" {statement_id(outline.number)} ", "bold $text-accent"),
        (clean_line(outline.title), "bold"),
        (f"\n        {' · '.join(about)}", "$foreground 60%"),
        ("\n        ", ""),
        *_became(outline),
    )


def _became(outline: Outline) -> list[tuple[str, str]]:
    """How many of its promises are at which stage, and how much is decided."""
    if not outline.found:
        return [("nothing proposed", "$foreground 60%")]
    stages = (
        (outline.waiting, "? {:,} waiting", "$text-accent"),
        (outline.open, "○ {:,} open", "$foreground 85%"),
        (outline.closed, "✓ {:,} closed", "$text-success"),
        (outline.rejected, "× {:,} rejected", "$foreground 60%"),
    )
    told = [(f"{words.format(count)}  ", style) for count, words, style in stages if count]
    return [(f"{share(outline)}% decided  ", "$foreground 75%"), *told]
