"""Links between commitments: put on record, or a suggested one declined. Nothing links itself."""

from __future__ import annotations

from collections.abc import Iterator

from commitrack.model.actions import AddLink, DeclineLink
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier, Judgement, Link, Suggestion
from commitrack.model.workflow.changes import Change, DecideSuggestion, File
from commitrack.model.workflow.needs import require_reason


def add_link(dossier: Dossier, action: AddLink, by: Signature) -> Iterator[Change]:
    """Relate the commitment to another one, once; what was suggested between them is confirmed."""
    source = dossier.commitment.number
    if action.other == source:
        raise BadInput(f"{commitment_id(source)} cannot be linked to itself")
    if any(
        (link.type, link.source, link.other) == (action.type, source, action.other)
        for link in dossier.links
    ):
        raise Refused(
            f"{commitment_id(source)} {action.type.value} {commitment_id(action.other)} already"
        )
    yield File(Link(action.type, source, action.other, by.actor, action.note))
    for one in _between(dossier, action.other):
        if one.judgement is not Judgement.CONFIRMED:
            yield DecideSuggestion(one.number, Judgement.CONFIRMED, by.actor, by.today, action.note)


def decline_link(dossier: Dossier, action: DeclineLink, by: Signature) -> Iterator[Change]:
    """Decide against a suggested link, with the reason: it is not suggested again."""
    commitment = dossier.commitment
    other = commitment_id(action.other)
    suggested = _between(dossier, action.other)
    if not suggested:
        known = ", ".join(
            commitment_id(_far_end(one, commitment.number)) for one in dossier.suggestions
        )
        raise NotFound(
            f"no link between {commitment.id} and {other} is suggested; "
            f"{'suggested with: ' + known if known else 'none is'} (commitrack report drift)"
        )
    waiting = [one for one in suggested if one.judgement is None]
    if not waiting:
        decided = suggested[0]
        raise Refused(
            f"the link between {commitment.id} and {other} was {decided.judgement} already, "
            f"by {decided.by} on {decided.on}"
        )
    why = require_reason(commitment, action.why, "declining a link")
    for one in waiting:
        yield DecideSuggestion(one.number, Judgement.DECLINED, by.actor, by.today, why)


def _between(dossier: Dossier, other: int) -> list[Suggestion]:
    ends = {dossier.commitment.number, other}
    return [one for one in dossier.suggestions if {one.source, one.other} == ends]


def _far_end(suggestion: Suggestion, number: int) -> int:
    return suggestion.other if suggestion.source == number else suggestion.source
