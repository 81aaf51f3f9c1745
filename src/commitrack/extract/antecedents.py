"""What the pronouns and the joined verbs of a clause mean: the subjects of what came before.

Most clauses name whom they are about, so a subject is only looked for when a clause asks.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.clauses import left_of
from commitrack.extract.links import Link, links_in, links_of
from commitrack.extract.subject_kinds import ACTORS, SubjectKind
from commitrack.extract.subjects import ABSENT, Scene, Subject, classify
from commitrack.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commitrack.extract.items import Draft
    from commitrack.extract.segment import Span

_MAIN_VERB = by_letter(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|do|did"
    r"|says?|said|told|sees|accepts?|agrees?|agreed|reported|informed|explained|[a-z]{3,}ed|met|found|began"
    r"|took|gave|made|led|held|read|intends?|plans|proposes|aims|expects|needs?|runs|urges?|welcomes|owns|employs|operates|provides|serves|manages|represents|covers"
    r"|meets|sits|works|keeps|takes|makes|gives|leads|oversees|remains|stands|chairs|knows|wants"
    r"|holds|spends|receives|publishes|supports|uses|faces|lost|won|sold|bought|kept|left|put|set)\b"
)
_PLURAL_OPENING = re.compile(
    r"(?:The |Our |All )?(?:[A-Z]?[a-z-]+ )?[A-Za-z][a-z-]+s(?= [a-z]{3,}(?<!s) (?:the|a|an|our"
    r"|its|their|every|all)\b)"
)
"""A plural subject and a verb in the present: "Park rangers cover the whole valley"."""
_OPENING = re.compile(r"(?:[Tt]he |[Oo]ur )?[A-Z][\w'-]+(?:(?: of| and| for)* [A-Z][\w'-]+)*")


def main_subject(flat: str, span: Span, scene: Scene, before: Subject) -> Subject:
    """The subject of the first finite verb, for the pronouns and joined verbs that come later."""
    first = _MAIN_VERB.search(flat, span.start + 1, min(span.end, span.start + 400))
    many = _PLURAL_OPENING.match(flat, span.start, span.end)
    if many and (first is None or first.start() > many.end() + 1):
        return classify(flat, span.start, many.end(), scene, before)
    if first is None or first.start() == span.start:
        return ABSENT
    left = left_of(flat, span.start, first.start(), links_of(flat, span.start, first.start()))
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


def addressed(drafts: Sequence[Draft], scene: Scene) -> Subject | None:
    """The body that was urged or asked: "It" in the next sentence."""
    for one in drafts:
        name, text = one.owner.name, one.owner.text
        if one.kind is Kind.RECOMMENDATION and name and text and scene.parties.names(name):
            return Subject(SubjectKind.BODY, text, name, one.start, one.end)
    return None


REMEMBERED = 40
"""Sentences: nobody means by "he" whom they named longer ago than that."""
_NO_ANTECEDENT = frozenset(
    {
        SubjectKind.NONE,
        SubjectKind.FIRST,
        SubjectKind.SECOND,
        SubjectKind.DEMONSTRATIVE,
        SubjectKind.EXISTENTIAL,
        SubjectKind.NOBODY,
    }
)


@dataclass(slots=True)
class _Past:
    """A sentence that was read; ``main`` is its main subject, once it has been asked for."""

    span: Span
    scene: Scene
    addressed: Subject | None
    asked: str | None = None
    main: Subject | None = None


class Memory:
    """The sentences read so far, for the pronouns of those to come."""

    def __init__(self, flat: str) -> None:
        self._flat = flat
        self._past: deque[_Past | None] = deque(maxlen=REMEMBERED)
        self._scene: Scene | None = None
        self._alone: Scene
        """That scene, with nobody to remember."""

    def keep(self, span: Span, scene: Scene, drafts: Sequence[Draft] = ()) -> None:
        """Remember a sentence, and whom it addresses or asks."""
        if not drafts:
            self._past.append(_Past(span, scene, None))
            return
        asked = [one.owner.name for one in drafts if one.kind is Kind.RECOMMENDATION]
        self._past.append(
            _Past(span, scene, addressed(drafts, scene), asked[-1] if asked else None)
        )

    @property
    def asked(self) -> str | None:
        """Whom "them" takes up: who was asked to act in the last sentence or the one before."""
        for one in list(self._past)[-2:][::-1]:
            if one is not None and one.asked:
                return one.asked
        return None

    def forget_things(self) -> None:
        """A heading: "it" below means nothing above; "she" may still be who spoke."""
        self._past.append(None)

    @property
    def before(self) -> Subject:
        """What "it" and "they" take up: the last subject that was named, or who was addressed."""
        for one in reversed(self._past):
            if one is None:
                break
            main = one.main or self._main(one)
            if main.kind not in _NO_ANTECEDENT and not main.pronoun:
                return main
            if one.addressed is not None and main.kind in (SubjectKind.FIRST, SubjectKind.NONE):
                return one.addressed
        return ABSENT

    @property
    def person(self) -> Subject:
        """Whom "he" and "she" take up: the last person or office that was a subject."""
        for one in reversed(self._past):
            if one is not None:
                main = one.main or self._main(one)
                if main.kind in (SubjectKind.PERSON, SubjectKind.PART) and not main.pronoun:
                    return main
        return ABSENT

    def _main(self, one: _Past) -> Subject:
        """The main subject, looked for now: no pronoun, it is the same whatever came before it."""
        if self._scene is not one.scene:
            self._scene, self._alone = one.scene, replace(one.scene, remembered=None)
        one.main = main_subject(self._flat, one.span, self._alone, ABSENT)
        return one.main


class Nearby:
    """What a pronoun or a missing subject in a sentence may mean, as the sentence is read on."""

    __slots__ = (
        *("_before", "_earlier", "_flat", "_links", "_memory", "_scene", "_span", "_words"),
        "sentence",
    )

    def __init__(
        self,
        flat: str,
        span: Span,
        scene: Scene,
        memory: Memory,
        sentence: str | None = None,
        words: list[str] | None = None,
    ) -> None:
        self.sentence = flat[span.start : span.end] if sentence is None else sentence
        """The sentence; the caller may have it and the words between its blanks at hand."""
        self._words = self.sentence.split(" ") if words is None else words
        self._flat = flat
        self._span = span
        self._scene = scene
        self._memory = memory
        self._before: Subject | None = None
        self._earlier: Subject | None = None
        self._links: list[Link] | None = None

    @property
    def links(self) -> list[Link]:
        """The links between the clauses of the sentence."""
        if self._links is None:
            self._links = links_in(self._words, self._flat, self._span.start, self._span.end)
        return self._links

    @property
    def before(self) -> Subject:
        """What a pronoun may mean: the last subject of this sentence, or of those before."""
        if self._before is None:
            self._before = self._memory.before
        return self._before

    @property
    def asked(self) -> str | None:
        """Who was asked to act just before."""
        return self._memory.asked

    @property
    def earlier(self) -> Subject:
        """The subject of the clause before, which a clause without one of its own takes over."""
        if self._earlier is None:
            self._earlier = main_subject(self._flat, self._span, self._scene, self.before)
        return self._earlier

    def note(self, subject: Subject) -> None:
        """The subject of a clause that was read."""
        if subject.kind is SubjectKind.NONE:
            return
        self._earlier = subject
        if subject.kind in ACTORS and not subject.pronoun:
            self._before = subject
