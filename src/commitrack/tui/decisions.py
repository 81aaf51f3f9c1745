"""How the decision on a sentence looks: a glyph, words, and the name of a style."""

from __future__ import annotations

from commitrack.reports.accounting import GLYPHS, Account, Decision, shades
from commitrack.tui.prose import Piece

WORDS = {
    Decision.CANDIDATE: "candidate",
    Decision.PASSED_OVER: "passed over",
    Decision.NO_CUE: "no cue",
    Decision.ACCEPTED: "accepted",
    Decision.REJECTED: "rejected",
    Decision.READ: "read, nothing promised",
}

DECISION_STYLES = frozenset(
    f"{part}--{decision.name.lower()}" for part in ("decision", "bar") for decision in Decision
)
"""Every style that a decision can have: as a mark, and as a cell of a bar."""


def decision_style(decision: Decision) -> str:
    """The style of its mark."""
    return f"decision--{decision.name.lower()}"


def bar_style(decision: Decision) -> str:
    """The style of its cell in a bar."""
    return f"bar--{decision.name.lower()}"


def bar_pieces(account: Account, width: int) -> list[Piece]:
    """The whole statement in `width` cells, the most pressing decision of each; glyphs tell."""
    decisions = [one.decision for one in account.numbered]
    return [(GLYPHS[one], bar_style(one)) for one in shades(decisions, width)]


def count_pieces(account: Account) -> list[Piece]:
    """How many sentences have each decision, with the glyph that stands for it in the bar."""
    pieces: list[Piece] = []
    for decision, count in account.counts.items():
        if count:
            words = f"{GLYPHS[decision]} {count:,} {decision.value}"
            pieces += [(" ", ""), (words, decision_style(decision)), (" ", "")]
    return pieces


def progress(account: Account) -> str:
    """How much a person has decided: ``33% decided, 10 of 15 left``."""
    total = len(account.numbered)
    if not total:
        return "no sentence in it"
    left = total - account.decided
    return f"{account.share}% decided, {left:,} of {total:,} left" if left else "100% decided"
