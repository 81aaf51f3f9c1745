"""What to judge a candidate by: what found it, who and when, and what its words leave open."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from commitrack.model.cleaning import clean_line
from commitrack.model.kinds import OwnerBasis, Strength
from commitrack.model.lint import lint
from commitrack.model.records import Commitment, Dossier

_LABEL = 9
_MUTED = "$text-muted"


def candidate_facts(dossier: Dossier) -> Content:
    """The facts as lines: a summary, owner, deadline, then a question for each weak wording."""
    commitment = dossier.commitment
    return Content("\n").join(
        [
            Content(_summary(commitment)).stylize("bold"),
            _line("Owner", *_owner(dossier)),
            _line("By when", *_deadline(commitment)),
            *_extras(commitment),
            *_questions(commitment),
        ]
    )


def _summary(commitment: Commitment) -> str:
    parts: list[str] = [commitment.kind.value]
    if commitment.strength is not None:
        parts.append(Strength(commitment.strength).name.lower())
    if commitment.confidence is not None:
        parts.append(f"{commitment.confidence.value} confidence")
    if commitment.testable:
        parts.append("testable")
    if commitment.ongoing:
        parts.append("ongoing")
    return " · ".join(parts)


def _owner(dossier: Dossier) -> tuple[str, str]:
    commitment = dossier.commitment
    if not commitment.owners:
        return "nobody is named", "accepting asks who must deliver"
    names = " and ".join(
        f"{name} (part of {dossier.parents[name]})" if name in dossier.parents else name
        for name in commitment.owners
    )
    basis = commitment.owner_basis
    return names, "" if basis is OwnerBasis.STATED else f"by {basis.value}"


def _deadline(commitment: Commitment) -> tuple[str, str]:
    said = f"“{commitment.due_text}”" if commitment.due_text else ""
    if commitment.due is not None:
        return commitment.due.isoformat(), said
    return ("no day it could be read as", said) if said else ("no date is named", "")


def _extras(commitment: Commitment) -> Iterator[Content]:
    if commitment.partners:
        yield _line("With", " and ".join(commitment.partners), "")
    if commitment.condition:
        yield _line("Only if", commitment.condition, "")
    if commitment.cues:
        yield _line("Found by", ", ".join(commitment.cues), "")


def _questions(commitment: Commitment) -> Iterator[Content]:
    for finding in lint(commitment):
        yield _line(finding.rule, finding.question, finding.words)


def _line(label: str, text: str, aside: str) -> Content:
    return Content.assemble(
        (f"{label:<{_LABEL}}", _MUTED),
        clean_line(text),
        (f"  {clean_line(aside)}" if aside else "", _MUTED),
    )
