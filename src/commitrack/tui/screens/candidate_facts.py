"""What to judge a candidate by: what found it, who and when, and what its words leave open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from textual.content import Content

from commitrack.model.cleaning import clean_line
from commitrack.model.firmness import firmness, why_testable
from commitrack.model.kinds import OwnerBasis
from commitrack.model.lint import Place, asked, dismissed, places, rule_of
from commitrack.model.records import Commitment, Dossier
from commitrack.model.specificity import answers
from commitrack.tui.widgets.wrapping import wrap

LABEL = 9
"""Cells before a fact: its label."""
_MUTED = "$foreground 60%"


Fact: TypeAlias = tuple[str, str, str]
"""A label, what it says, and an aside."""


def candidate_facts(dossier: Dossier, width: int) -> Content:
    """The facts in lines of `width` cells: a summary, owner, deadline, a question for each weak
    wording, what is pinned down, and why it binds as it does.
    """
    commitment = dossier.commitment
    facts = (
        ("Owner", *_owner(dossier)),
        ("By when", *_deadline(commitment)),
        *_extras(commitment),
        *_questions(dossier),
        ("Says", str(answers(commitment)), ""),
        *_firmness(commitment),
        ("Testable", why_testable(commitment), ""),
    )
    summary = _summary(commitment)
    rows = wrap(summary, max(16, width))
    lines = [
        Content.styled(summary[start:end], "bold")
        for start, end in zip(rows.starts, rows.ends, strict=True)
    ]
    lines += [fact_line(*fact, max(16, width - LABEL)) for fact in facts]
    return Content("\n").join(lines)


def _summary(commitment: Commitment) -> str:
    parts: list[str] = [commitment.kind.value]
    if commitment.strength is not None:
        parts.append(commitment.strength.name.lower())
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
    return names, basis_words(commitment.owner_basis)


_BASES = {
    OwnerBasis.SPEAKER: "who speaks",
    OwnerBasis.LEAD_IN: "named above the list",
    OwnerBasis.ANTECEDENT: "named before",
    OwnerBasis.AGENT: "named after “by”",
    OwnerBasis.INFERRED: "inferred",
}


def basis_words(basis: OwnerBasis) -> str:
    """Why somebody is held to be the owner, in words; nothing when the clause itself names them."""
    return _BASES.get(basis, "")


def _deadline(commitment: Commitment) -> tuple[str, str]:
    said = f"“{commitment.due_text}”" if commitment.due_text else ""
    if commitment.due is not None:
        return commitment.due.isoformat(), said
    return ("no day it could be read as", said) if said else ("no date is named", "")


def _extras(commitment: Commitment) -> Iterator[Fact]:
    if commitment.partners:
        yield "With", " and ".join(commitment.partners), ""
    if commitment.condition:
        yield "Only if", commitment.condition, ""
    if commitment.cues:
        yield "Found by", ", ".join(commitment.cues), ""


def _questions(dossier: Dossier) -> Iterator[Fact]:
    for finding in asked(dossier):
        yield f"? {finding.rule}", finding.question, f"“{finding.words}”" if finding.words else ""
    for one, _ in dismissed(dossier):
        aside = f"dismissed: {one.reason} ({one.by})"
        yield f"× {one.rule}", rule_of(one.rule).question, aside


def _firmness(commitment: Commitment) -> Iterator[Fact]:
    firm = firmness(commitment)
    if firm is not None:
        yield "Strength", str(firm), ""


def asked_words(dossier: Dossier, focus: tuple[int, int] | None) -> tuple[Place, ...]:
    """The words that the open questions are about, to underline among those in `focus`.

    None when what is in focus is not the quote, as in a statement that words it another way.
    """
    if focus is None or focus[1] - focus[0] != len(dossier.commitment.quote):
        return ()
    return places(asked(dossier))


def fact_line(label: str, text: str, aside: str, width: int) -> Content:
    """A fact beside its label, wrapped under itself."""
    said = clean_line(text)
    whole = f"{said}  {clean_line(aside)}" if aside else said
    rows = wrap(whole, width)
    parts = [Content.styled(f"{label:<{LABEL}}", _MUTED)]
    for start, end in zip(rows.starts, rows.ends, strict=True):
        if start:
            parts.append(Content("\n" + " " * LABEL))
        plain = whole[start : min(end, len(said))] if start < len(said) else ""
        muted = whole[max(start, len(said)) : end] if end > len(said) else ""
        parts += [Content(plain), Content.styled(muted, _MUTED)]
    return Content("").join(parts)
