"""The links of a commitment, confirmed and suggested, as lines of the detail pane. Pure."""

from __future__ import annotations

from commitrack.model.cleaning import clean_line
from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier, Link, Suggestion
from commitrack.tui.prose import Prose

_MUTED = "prose--muted"


def waiting_lines(prose: Prose, dossier: Dossier) -> None:
    """What it seems to say again, near the top: somebody is to decide."""
    for one in dossier.open_suggestions:
        prose.paragraph((f"≈ {one.type.words} {commitment_id(one.other)}?", "mark--soon"))


def link_lines(prose: Prose, dossier: Dossier) -> None:
    """How it bears on others and they on it, and what may be so."""
    mine = dossier.commitment.number
    waiting = [one for one in dossier.suggestions if one.judgement is None]
    if not dossier.links and not waiting:
        return
    prose.heading("Links")
    for link in dossier.links:
        note = f": {clean_line(link.note)}" if link.note else ""
        prose.bullet(("·", _MUTED), (_told(link, mine), ""), (note, _MUTED))
    for one in waiting:
        prose.bullet(
            ("?", "prose--question"),
            (f"{_told(one, mine)}?", ""),
            (f"  {one.score} % alike", _MUTED),
        )


def _told(link: Link | Suggestion, mine: int) -> str:
    if link.source == mine:
        return f"{link.type.words} {commitment_id(link.other)}"
    return f"{commitment_id(link.source)} {link.type.words} this"
