"""How a status and a traffic light look: a glyph, a word and the name of a style.

The glyph and the word say it all without colour; `styles/commitrack.tcss` gives the styles their
colours. Widgets that draw marks list `MARK_STYLES` among their component classes.
"""

from __future__ import annotations

from commitrack.model.kinds import Kind
from commitrack.model.rag import GLYPHS, Colour
from commitrack.model.status import Status

STATUS_GLYPHS = {
    Status.CANDIDATE: "?",
    Status.REJECTED: "×",
    Status.OPEN: "○",
    Status.IN_PROGRESS: "◐",
    Status.STALLED: "◌",
    Status.CLAIMED: "◕",
    Status.DELIVERED: "✓",
    Status.PARTLY_DELIVERED: "½",
    Status.NOT_DELIVERED: "✗",
    Status.WITHDRAWN: "←",
    Status.SUPERSEDED: "»",
    Status.UNVERIFIABLE: "∅",
}
"""One shape a status, one cell wide."""

KIND_GLYPHS = {Kind.COMMITMENT: "●", Kind.RECOMMENDATION: "◇", Kind.ASPIRATION: "○"}
"""What stands before a candidate: a disc for an undertaking, and less for what is none."""

MARK_STYLES = frozenset(
    {f"status--{status.value}" for status in Status}
    | {f"rag--{colour.value.lower()}" for colour in Colour}
    | {"mark--late", "mark--chase", "mark--soon"}
)
"""Every style that a mark can have."""


def status_text(status: Status) -> str:
    """A status as glyph and word: ``◐ in progress``."""
    return f"{STATUS_GLYPHS[status]} {status.words}"


def status_style(status: Status) -> str:
    """The style of a status."""
    return f"status--{status.value}"


def rag_text(colour: Colour) -> str:
    """A light as glyph and word: ``▲ RED``."""
    return f"{GLYPHS[colour]} {colour.value}"


def rag_style(colour: Colour) -> str:
    """The style of a light."""
    return f"rag--{colour.value.lower()}"
