"""A promise in its words, and what they leave open, in lines for the detail pane. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commitrack.model.cleaning import clean_line
from commitrack.model.firmness import firmness, why_testable
from commitrack.model.lint import Place, asked, dismissed, places, rule_of
from commitrack.model.records import Dossier
from commitrack.model.specificity import answers
from commitrack.model.status import Stage
from commitrack.tui.excerpt import Excerpt, of_mention
from commitrack.tui.prose import Piece, Prose

_MUTED = "prose--muted"


def in_its_words(
    prose: Prose, dossier: Dossier, excerpt: Excerpt | None, heading: str = "In its words"
) -> None:
    """The quote where it stands, with the words underlined that leave a question open."""
    shown = excerpt
    if shown is None and dossier.mentions:
        shown = of_mention(dossier.mentions[0])
    if shown is None:
        shown = Excerpt("", dossier.commitment.quote, "")
    # A mention may word it another way than the quote that the questions are about.
    same = len(shown.quote) == len(dossier.commitment.quote)
    lit = places(asked(dossier)) if same and _is_judged(dossier) else ()
    aside = f"line {shown.line}" if shown.line is not None else ""
    prose.heading(heading, aside)
    prose.paragraph(
        (shown.before, "prose--context"),
        *_marked(shown.quote, lit),
        (shown.after, "prose--context"),
    )


def _is_judged(dossier: Dossier) -> bool:
    """Whether its wording still matters: what is closed needs no better words."""
    return dossier.commitment.status.stage is not Stage.CLOSED


def _marked(quote: str, lit: Sequence[Place]) -> Iterator[Piece]:
    """The quote in pieces, those that are lit underlined."""
    at = 0
    for start, end in lit:
        yield quote[at:start], "prose--quote"
        yield quote[start:end], "prose--asked"
        at = end
    yield quote[at:], "prose--quote"


def left_open(prose: Prose, dossier: Dossier) -> None:
    """The questions that are asked, those that were dismissed, and how it is worded."""
    if not _is_judged(dossier):
        return
    questions = asked(dossier)
    prose.heading("What the wording leaves open", str(len(questions) or "nothing"))
    for finding in questions:
        words = f"  “{clean_line(finding.words)}”" if finding.words else ""
        prose.bullet(
            ("?", "prose--question"), (finding.question, ""), (f"{words}  {finding.rule}", _MUTED)
        )
    for one, _ in dismissed(dossier):
        prose.bullet(
            ("×", _MUTED),
            (rule_of(one.rule).question, "prose--struck"),
            (f"  {one.rule} dismissed: {clean_line(one.reason)} · {clean_line(one.by)}", _MUTED),
        )
    commitment = dossier.commitment
    firm = firmness(commitment)
    if firm is not None:
        prose.field("Strength", (clean_line(str(firm)), _MUTED))
    prose.field("Testable", (clean_line(why_testable(commitment)), _MUTED))
    prose.field("Says", (str(answers(commitment)), _MUTED))
