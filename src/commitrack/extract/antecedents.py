"""What the pronouns and the joined verbs of the next clauses will mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.clauses import left_of
from commitrack.extract.subject_kinds import ACTORS, SubjectKind
from commitrack.extract.subjects import ABSENT, Scene, Subject, classify
from commitrack.model.kinds import Kind

if TYPE_CHECKING:
    from commitrack.extract.items import Draft
    from commitrack.extract.segment import Span

_MAIN_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|do|did"
    r"|says?|said|told|sees|accepts?|agrees?|agreed|reported|informed|explained|[a-z]{3,}ed|met|found|began"
    r"|took|gave|made|led|held|read|intends?|plans|proposes|aims|expects|needs?|runs|urges?|welcomes)\b"
)
_OPENING = re.compile(r"(?:[Tt]he |[Oo]ur )?[A-Z][\w'-]+(?:(?: of| and| for)* [A-Z][\w'-]+)*")


def main_subject(flat: str, span: Span, scene: Scene, before: Subject) -> Subject:
    """The subject of the first finite verb, for the pronouns and joined verbs that come later."""
    first = _MAIN_VERB.search(flat, span.start + 1, min(span.end, span.start + 400))
    if first is None or first.start() == span.start:
        return ABSENT
    left = left_of(flat, span.start, first.start())
    opening = _opening(flat, span, left.subject, scene, before)
    if opening is not None:
        return opening
    if left.subject is None or left.link not in ("", "contact"):
        if left.link in ("which", "who", "that-relative") and left.link_at > span.start:
            return classify(flat, span.start, left.link_at, scene, before)
        return ABSENT
    return classify(flat, left.subject.start, left.subject.end, scene, before)


def _opening(
    flat: str, span: Span, subject: Span | None, scene: Scene, before: Subject
) -> Subject | None:
    """The party that opens a sentence whose first known verb already has a pronoun before it."""
    if subject is None or subject.start == span.start:
        return None
    if flat[subject.start : subject.end].casefold() not in ("it", "they", "he", "she"):
        return None
    named = _OPENING.match(flat, span.start, subject.start)
    if named is None:
        return None
    found = classify(flat, named.start(), named.end(), scene, before)
    return found if found.kind in ACTORS else None


def addressed(drafts: list[Draft], scene: Scene) -> Subject | None:
    """The body that was urged or asked: "It" in the next sentence."""
    for one in drafts:
        name, text = one.owner.name, one.owner.text
        if one.kind is Kind.RECOMMENDATION and name and text and scene.parties.names(name):
            return Subject(SubjectKind.BODY, text, name, one.start, one.end)
    return None
