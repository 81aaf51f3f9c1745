"""The subject of a clause: who or what acts, resolved to a party, pronouns included."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from commitrack.extract.body_words import OFFICES, PEOPLE, SHORT_FORMS
from commitrack.extract.by_letter import by_letter
from commitrack.extract.called import PUBLIC
from commitrack.extract.names import bare_name, is_one_of
from commitrack.extract.subject_kinds import (
    ACTORS,
    NOBODY,
    SubjectKind,
    head_noun,
    is_all_of_us,
    kind_of,
)

if TYPE_CHECKING:
    from commitrack.extract.context import Context
    from commitrack.extract.parties import Parties
    from commitrack.extract.voices import Voice

_CUT = by_letter(
    r",? \((?=[A-Z])|, (?:which|who|whose|where|part of|as|including|together with|along with"
    r"|led by|chaired by|a|an|the"
    r"|(?:none|some|all|most|many|each|both|two|three) of (?:whom|which)"
    r"|for (?:its|their|his|her) part|in turn|meanwhile|too|for one"
    r"|at (?:its|their|his|her|our)|jointly|subject to|once|on behalf of"
    r"|working|with|set|based|under|in|like|such as|now|then|not)\b"
)
_LISTED = re.compile(r", (?:an?|the) [^,]+(?:, (?:an?|the) [^,]+)*,? and (?:an?|the) [^,]+$")
_AND_ITS = re.compile(r", (and (?:its|their) [\w -]+)$")
_STATE_BODIES = re.compile(
    r"\b(?:(?<!Police )(?<!Fire )Department|Ministry|Office|Council|Government|Treasury"
    r"|Exchequer|Executive|Agency|Minister|Secretary)\b"
)


@dataclass(slots=True)
class Subject:
    """A subject as written, its kind, and the party it resolves to; nobody changes one."""

    kind: SubjectKind
    text: str
    name: str
    start: int
    end: int
    pronoun: bool = False

    @property
    def plural(self) -> bool:
        """Whether "they" may take it up again."""
        if self.pronoun:
            return self.text.casefold() not in ("it", "he", "she")
        head = self.text.split(" of ")[0].split(" who ")[0].split(" that ")[0].split()
        last = head[-1].casefold() if head else ""
        if last in ("team", "panel", "group", "crew", "board"):
            return True
        return (
            " and " in self.text
            or (last.endswith("s") and not last.endswith("ss"))
            or last in PEOPLE
        )


ABSENT = Subject(SubjectKind.NONE, "", "", 0, 0)


class Remembered(Protocol):
    """What is remembered of the sentences before."""

    @property
    def person(self) -> Subject:
        """The last person or office that was a subject."""


@dataclass(frozen=True)
class Scene:
    """Everything outside the sentence that reading a subject needs."""

    context: Context
    parties: Parties
    voice: Voice | None
    remembered: Remembered | None = None

    @property
    def person(self) -> Subject:
        """The last person or office that was a subject: whom he and she mean."""
        return ABSENT if self.remembered is None else self.remembered.person

    @property
    def speaker(self) -> str | None:
        """The party that first persons stand for here."""
        if self.voice is not None and self.voice.quoted:
            return self.voice.owner
        return self.context.organisation or self.context.speaker

    @property
    def governs(self) -> bool:
        """Whether the speaker is part of a government or a council, and may bind one."""
        if self.context.genre in ("response", "written-answer") and not (
            self.voice and self.voice.quoted
        ):
            return True
        return _STATE_BODIES.search(f"{self.speaker} {self.context.role}") is not None

    @property
    def speaks_for_several(self) -> bool:
        """Whether the statement is that of two bodies or more."""
        return len(self.parties.publishers) > 1 or self.context.genre == "joint-statement"

    def binds(self, name: str) -> bool:
        """Whether the speaker may bind a body: a part of its own, or a public one of its state."""
        own = self.speaker or ""
        folded, mine = name.casefold(), own.casefold()
        if folded in mine or mine in folded or _ALLIES.search(own):
            return True
        if any(
            child.casefold() == folded and parent.casefold() in mine
            for child, parent in self.parties.affiliated
        ):
            return True
        return self.governs and bool(PUBLIC & {*name.split()})

    def is_of_own_body(self, written: str, at: int) -> bool:
        """Whether a person is said to be of the speaker's own body: "Secretary of the Ministry"."""
        return any(self.is_own(f"the {match['body']}", at) for match in _OF_BODY.finditer(written))

    def is_own(self, name: str, at: int) -> bool:
        """Whether a name is the speaker's own body."""
        own = self.speaker
        full = self.parties.full(name, at).casefold()
        if own and is_one_of(full, own.casefold()):
            return True
        return not (self.voice and self.voice.quoted) and self.parties.is_publisher(full)


_THIRD = frozenset(["it", "they", "he", "she"])
_OF_THEM = re.compile(r"(?:each|both|all|some|most|many|two|three|four|five) of them$|both$")


_ALLIES = re.compile(r"\b(?:Partnership|Alliance|Coalition|Consortium|Forum|Network)\b")
"""Such a body speaks for its members."""
_OF_BODY = re.compile(
    r"\b(?:of|at|for|from) (?:the )?(?P<body>[A-Z][\w&.-]*(?: (?:of |for |and )?[A-Z][\w&.-]*)*)"
)


def refers_back(folded: str) -> bool:
    """Whether a subject, in small letters, is a pronoun that takes another up again."""
    if folded in _THIRD:
        return True
    return folded.endswith(("of them", "both")) and _OF_THEM.match(folded) is not None


_PARTICULARS = ("in particular", "especially", "themselves", "alike")
_IN_PARTICULAR = re.compile(rf" (?:{'|'.join(_PARTICULARS)})$")


_WITH_POST = re.compile(
    r"(?P<who>(?:[A-Z][\w.]* )?[A-Z][\w'-]+ [A-Z][\w'-]+), (?:our |the |its )?(?:[Cc]hief"
    r"|[Dd]irector|[Hh]ead"
    r"|[Cc]hair|[Ss]ecretary|[Mm]anager|[Pp]resident|[Cc]ommissioner|[Mm]inister|[Tt]reasurer)\b"
)
"""A person with a post set behind the name: "Imelda Croft, Director of Property"."""


def head_of(text: str, *, closed: bool = True) -> str:
    """A subject without what is set beside it between commas.

    What is set beside a name is ``closed`` by a comma too; else "X, a Y and a Z" is a list.
    """
    if text.endswith(_PARTICULARS):
        text = _IN_PARTICULAR.sub("", text)
    if "," not in text and " (" not in text:
        return text
    holder = _WITH_POST.match(text)
    if holder is not None:
        return holder["who"]
    cut = _CUT.search(text)
    if cut is None or (not closed and _LISTED.match(text, cut.start())):
        return text
    return text[: cut.start()]


def classify(flat: str, start: int, end: int, scene: Scene, before: Subject) -> Subject:
    """The subject at ``flat[start:end]``; ``before`` is what a pronoun may mean."""
    written = flat[start:end].strip(" ,")
    folded = written.casefold()
    if folded in ("we", "i", "all of us", "each of us", "both of us") or (
        folded.endswith(" of us") and not (NOBODY.match(folded))
    ):
        return Subject(SubjectKind.FIRST, written, scene.speaker or "", start, end)
    if folded == "you":
        return Subject(SubjectKind.SECOND, written, scene.context.addressee or "", start, end)
    if folded == "there":
        return Subject(SubjectKind.EXISTENTIAL, written, "", start, end)
    if refers_back(folded):
        if folded in ("he", "she") and before.kind not in (SubjectKind.PERSON, SubjectKind.PART):
            before = scene.person
        if (
            folded == "it"
            and before.plural
            and before.kind not in (SubjectKind.BODY, SubjectKind.OWN)
        ):
            before = _possessor_of(flat, before, scene)
        return _taken_up(written, folded, start, end, before)
    if folded in ("this", "that", "these", "those"):
        return Subject(SubjectKind.DEMONSTRATIVE, written, "", start, end)
    if folded.startswith("n") and NOBODY.match(folded) and "neither" not in folded.split()[:1]:
        return Subject(SubjectKind.NOBODY, written, "", start, end)
    named = _BESIDE.match(written) if ", " in written else None
    if named is not None:
        beside = _named_beside(named, start, scene)
        if beside is not None:
            return beside
    head = head_of(written, closed=flat[end : end + 1] == ",")
    also = _AND_ITS.search(written) if ", and " in written else None
    name = scene.parties.full(f"{head} {also[1]}" if also else head, start)
    kind = _kind(head, name, start, scene)
    if kind is SubjectKind.OWN and scene.speaks_for_several and is_all_of_us(head):
        name = scene.speaker or name
    return Subject(kind, head, name, start, start + len(head))


_BESIDE = re.compile(
    r"(?P<what>(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) (?:[\w-]+ )*?(?P<noun>[\w-]+)(?: (?:for|of"
    r"|at) [^,]+)?), "
    r"(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})(?=,|$)"
)
"""A name set beside what its bearer is: "the water company, Severnside"."""
_BODIES_BY_ROLE = frozenset(["owner", "parent", "landlord", "developer", "partner", "builder"])
_POSTS = OFFICES | {"mp", "msp", "td", "md", "ceo", "president", "minister", "founder"}


def _named_beside(found: re.Match[str], start: int, scene: Scene) -> Subject | None:
    """The party in "its leader, Fergal Mahon" or in "the water company, Severnside"."""
    noun, who = found["noun"].casefold(), found["who"]
    if noun in _POSTS and " " in who:
        kind = _kind(found["what"], found["what"], start, scene)
        kind = kind if kind is SubjectKind.PART else SubjectKind.PERSON
        return Subject(kind, found["what"], who, start, start + len(found["what"]))
    if noun in SHORT_FORMS or noun in _BODIES_BY_ROLE:
        name = scene.parties.full(who, start)
        return Subject(SubjectKind.BODY, found["what"], name, start, start + len(found["what"]))
    return None


def _kind(head: str, name: str, at: int, scene: Scene) -> SubjectKind:
    """The kind of a phrase; the same words that mean the same party are judged once."""
    kinds = scene.parties.kinds
    key = (head, name, scene.speaker, scene.voice is not None and scene.voice.quoted)
    kind = kinds.get(key)
    if kind is None:
        kind = kind_of(head, name, at, scene)
        if len(kinds) < _KINDS:
            kinds[key] = kind
    return kind


_KINDS = 20_000
"""Phrases whose kind is remembered in one statement."""


def _possessor_of(flat: str, plural: Subject, scene: Scene) -> Subject:
    """The body whose people were the subject: "the Board's nurses … It has asked"."""
    whose = re.match(r"([^,]+?)(?:'s|(?<=s)') ", plural.text)
    if whose is None:
        return plural
    return classify(flat, plural.start, plural.start + len(whose[1]), scene, plural)


_NEW_BODIES = frozenset(
    ["committee", "panel", "group", "taskforce", "board", "body", "team", "commission", "forum"]
)
"""What a body that is yet to be is called: "A joint committee … It will report"."""


def _taken_up(written: str, folded: str, start: int, end: int, before: Subject) -> Subject:
    if folded == "they" and before.kind is SubjectKind.INDEFINITE and before.plural:
        return Subject(SubjectKind.PEOPLE, written, before.name, start, end, pronoun=True)
    if (
        folded == "it"
        and before.kind is SubjectKind.INDEFINITE
        and head_noun(before.text.split()) in _NEW_BODIES
    ):
        name = bare_name(before.text)
        return Subject(SubjectKind.BODY, written, name, start, end, pronoun=True)
    if folded == "it" and before.kind is SubjectKind.PEOPLE:
        return Subject(SubjectKind.THING, written, "", start, end, pronoun=True)
    if folded in ("they", "each of them", "both of them", "all of them") and not (
        before.plural or before.kind in (SubjectKind.BODY, SubjectKind.OWN)
    ):
        return Subject(SubjectKind.THING, written, "", start, end, pronoun=True)
    if before.kind in (
        SubjectKind.FIRST,
        SubjectKind.NONE,
        SubjectKind.DEMONSTRATIVE,
        SubjectKind.EXISTENTIAL,
    ):
        return Subject(SubjectKind.THING, written, "", start, end, pronoun=True)
    if folded in ("he", "she") and before.kind is SubjectKind.THING:
        return Subject(SubjectKind.THING, written, "", start, end, pronoun=True)
    return Subject(before.kind, written, before.name, start, end, pronoun=True)


def is_animate(subject: Subject) -> bool:
    """Whether somebody, and not something, is the subject."""
    if subject.kind in ACTORS or subject.text.casefold() in ("he", "she"):
        return True
    if subject.kind is SubjectKind.INDEFINITE:
        words = subject.text.split()
        if words[0].casefold() in ("anyone", "anybody", "everyone", "everybody"):
            return True
        noun = head_noun(words)
        singular = noun.rstrip("s")
        distributed = words[0].casefold() in ("every", "each", "any", "all", "most", "some", "no")
        return (
            noun in PEOPLE
            or f"{noun}s" in PEOPLE
            or noun in OFFICES
            or (distributed and (noun in SHORT_FORMS or singular in SHORT_FORMS))
            or noun.endswith(("ist", "ists", "ian", "ians"))
            or noun
            in (
                "member",
                "family",
                "child",
                "children",
                "woman",
                "man",
                "women",
                "men",
                "one",
                "body",
                "team",
                "panel",
                "archive",
                "head",
                "patient",
                "resident",
                "tenant",
                "college",
                "school",
            )
        )
    if subject.kind is SubjectKind.NOBODY:
        return subject.text.casefold() not in ("nothing", "none") and not re.match(
            r"none of (?:this|that|these|those|the)\b", subject.text, re.IGNORECASE
        )
    return False
