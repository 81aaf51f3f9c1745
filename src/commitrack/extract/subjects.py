"""What kind of thing a subject is: the speaker, its own side, another body, people, or a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from commitrack.extract.context import ROLES
from commitrack.extract.lexicon import ORGANISATION_WORDS, PEOPLE, SHORT_FORMS
from commitrack.extract.parties import bare_name

if TYPE_CHECKING:
    from commitrack.extract.context import Context
    from commitrack.extract.parties import Parties
    from commitrack.extract.voices import Voice


class SubjectKind(StrEnum):
    """Who or what is said to act."""

    FIRST = "first"
    OWN = "own"
    PART = "part"
    BODY = "body"
    PERSON = "person"
    PEOPLE = "people"
    INDEFINITE = "indefinite"
    SECOND = "second"
    NOBODY = "nobody"
    EXISTENTIAL = "existential"
    DEMONSTRATIVE = "demonstrative"
    THING = "thing"
    NONE = "none"


ACTORS = frozenset(
    {
        SubjectKind.FIRST,
        SubjectKind.OWN,
        SubjectKind.PART,
        SubjectKind.BODY,
        SubjectKind.PERSON,
        SubjectKind.PEOPLE,
    }
)
BOUND = frozenset({SubjectKind.FIRST, SubjectKind.OWN, SubjectKind.PART})
"""Those whom the speaker may commit without more."""

_CUT = re.compile(
    r",? \((?=[A-Z])|, (?:which|who|whose|where|part of|as|including|together with|along with"
    r"|led by|chaired by|a|an|the"
    r"|working|with|set|based|under|in|like|such as|now|then|not)\b"
)
_AND_ITS = re.compile(r", (and (?:its|their) [\w -]+)$")
_PARTS = re.compile(
    r"^(?:(?:the|our|my|its|his|her|their) )?(?:[\w-]+ )?(?:board|cabinet|executive|trustees"
    r"|ministers|officials|officers|council"
    r"|members|governors|committee|secretary of state|minister|department|government|management"
    r"|directors|commissioners|president|chair|clerk|mayor|treasurer|secretary|staff|team|teams)$",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^(?:the )?(?:government|ministers?|secretary of state|department|council|cabinet"
    r"|parliament)$",
    re.IGNORECASE,
)
_STATE_BODIES = re.compile(
    r"\b(?:Department|Ministry|Office|Council|Government|Treasury|Exchequer|Executive|Agency|Minister|Secretary)\b"
)
_ROLE = re.compile(
    rf"^(?:[Tt]he |[Oo]ur |[Mm]y |[Ii]ts )?{ROLES}$|^(?:The |Our )?(?:[A-Z][\w-]+ )+(?:Master"
    rf"|Clerk|Officer|Manager|Director|Mayor)$"
)
_TITLED = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Capt|Rev"
    r"|Sister|Judge)\.? )"
)
_FULL_NAME = re.compile(r"^[^\W\d_a-z][\w'.-]+(?: [^\W\d_a-z][\w'.-]*){1,3}$")
_UNCASED = re.compile(r"^[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af ]+$")
_INITIALS = re.compile(r"^[A-Z]{2,6}$")
_INDEFINITE = re.compile(
    r"^(?:a|an|any|every|each|no|most|many|some|all|such|few|several|more|fewer|half|other|another"
    r"|every one)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^(?:nobody|nothing|no one|no-one|none|neither of)\b", re.IGNORECASE)
_GROUPS = re.compile(
    r"\b(?:her|his|their|its) (?:group|party|charity|company|union|organisation|team)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as written, its kind, and the party it resolves to."""

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


@dataclass(frozen=True)
class Scene:
    """Everything outside the sentence that reading a subject needs."""

    context: Context
    parties: Parties
    voice: Voice | None
    person: Subject = ABSENT
    """The last person or office that was a subject: whom he and she mean."""

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

    def is_own(self, name: str, at: int) -> bool:
        """Whether a name is the speaker's own body."""
        own = self.speaker
        full = self.parties.full(name, at).casefold()
        if own and (full == own.casefold() or full in own.casefold().split(" and ")):
            return True
        return not (self.voice and self.voice.quoted) and self.parties.is_publisher(name, at)


def head_of(text: str) -> str:
    """A subject without what is set beside it between commas."""
    cut = _CUT.search(text)
    return text[: cut.start()] if cut else text


def classify(flat: str, start: int, end: int, scene: Scene, before: Subject) -> Subject:
    """The subject at ``flat[start:end]``; ``before`` is what a pronoun may mean."""
    written = flat[start:end].strip(" ,")
    folded = written.casefold()
    if folded in ("we", "i", "all of us", "each of us", "both of us") or (
        folded.endswith(" of us") and not (_NOBODY.match(folded))
    ):
        return Subject(SubjectKind.FIRST, written, scene.speaker or "", start, end)
    if folded == "you":
        return Subject(SubjectKind.SECOND, written, "", start, end)
    if folded == "there":
        return Subject(SubjectKind.EXISTENTIAL, written, "", start, end)
    if folded in ("it", "they", "he", "she") or re.match(
        r"(?:each|both|all|some|most|many|two|three|four|five) of them$|both$", folded
    ):
        if folded in ("he", "she") and before.kind not in (SubjectKind.PERSON, SubjectKind.PART):
            before = scene.person
        return _taken_up(written, folded, start, end, before)
    if folded in ("this", "that", "these", "those"):
        return Subject(SubjectKind.DEMONSTRATIVE, written, "", start, end)
    if _NOBODY.match(folded) and "neither" not in folded.split()[:1]:
        return Subject(SubjectKind.NOBODY, written, "", start, end)
    head = head_of(written)
    also = _AND_ITS.search(written)
    name = scene.parties.full(f"{head} {also[1]}" if also else head, start)
    kind = _kind(head, name, start, scene)
    return Subject(kind, head, name, start, start + len(head))


def _taken_up(written: str, folded: str, start: int, end: int, before: Subject) -> Subject:
    if folded == "they" and before.kind is SubjectKind.INDEFINITE and before.plural:
        return Subject(SubjectKind.PEOPLE, written, before.name, start, end, pronoun=True)
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


def _kind(head: str, name: str, at: int, scene: Scene) -> SubjectKind:
    words = head.split()
    last = words[-1].casefold() if words else ""
    folded = head.casefold()
    first = words[0].casefold() if words else ""
    if first in ("neither", "both", "either") and len(words) <= 3 and scene.is_own(words[-1], at):
        return SubjectKind.OWN
    if scene.is_own(head, at) or (" and " in head and scene.is_own(head.split(" and ")[0], at)):
        return SubjectKind.OWN
    if _GROUPS.search(head):
        return SubjectKind.OWN
    if _STATE.match(head) and not scene.governs:
        return SubjectKind.BODY
    if _PARTS.match(head) or _ROLE.match(head):
        return SubjectKind.PART
    if first in ("our", "my") and (
        last in PEOPLE or last in SHORT_FORMS or last.endswith(("ers", "ors", "ives"))
    ):
        return SubjectKind.PART
    if name == bare_name(head) and last in ("fund", "inquiry", "library", "museum"):
        return SubjectKind.THING
    if first in ("the", "our") and len(words) == 2 and words[1].casefold() in SHORT_FORMS:
        return SubjectKind.BODY
    if _TITLED.match(head) or (_UNCASED.match(head) and not head.isascii()):
        return SubjectKind.PERSON
    if _INITIALS.match(head):
        return (
            SubjectKind.BODY
            if head == name
            else SubjectKind.PERSON
            if _FULL_NAME.match(name)
            and not any(word in ORGANISATION_WORDS for word in name.split())
            else SubjectKind.BODY
        )
    bare = bare_name(head)
    capitals = [word for word in bare.split() if word[:1].isupper()]
    if bare.endswith((" Fund", " Programme", " Scheme", " Plan", " Bill", " Act", " Strategy")):
        return SubjectKind.THING
    if name != bare or (
        bare[:1].isupper()
        and any(word in ORGANISATION_WORDS for word in bare.split() if word[0].isupper())
        and not _INDEFINITE.match(folded)
    ):
        return SubjectKind.BODY
    if _INDEFINITE.match(folded):
        return SubjectKind.INDEFINITE
    if len(words) <= 4 and len(capitals) >= 2 and _FULL_NAME.match(bare) and first != "the":
        return SubjectKind.PERSON
    if len(words) == 1 and head[:1].isupper() and scene.parties.is_proper(head):
        return SubjectKind.BODY
    noun = _head_noun(words)
    if noun in PEOPLE or (
        noun.endswith(("ers", "ors", "ists", "ants", "ians")) and first not in ("these", "those")
    ):
        return SubjectKind.PEOPLE
    if (
        first == "the"
        and len(capitals) >= 1
        and bare[:1].isupper()
        and noun not in ("plan", "programme", "review")
    ):
        return (
            SubjectKind.BODY
            if noun in SHORT_FORMS
            else SubjectKind.PART
            if _ROLE.search(head)
            else SubjectKind.THING
        )
    return SubjectKind.THING


def head_words(text: str) -> list[str]:
    """The words of a phrase up to the noun that it is about, in lower case."""
    words = text.split()
    noun = _head_noun(words)
    folded = [word.casefold().strip(",'") for word in words]
    return folded[: folded.index(noun) + 1] if noun in folded else folded


def _head_noun(words: list[str]) -> str:
    """The noun that the phrase is about: the last word before of, in, who, that and the like."""
    stops = {
        "of",
        "in",
        "on",
        "at",
        "who",
        "that",
        "which",
        "from",
        "with",
        "for",
        "whose",
        "to",
        "by",
        "responsible",
        "under",
        "across",
        "without",
        "still",
        "between",
        "over",
    }
    for index, word in enumerate(words):
        if word in stops and index:
            return words[index - 1].casefold().strip(",'")
    return words[-1].casefold().strip(",'") if words else ""


def is_animate(subject: Subject) -> bool:
    """Whether somebody, and not something, is the subject."""
    if subject.kind in ACTORS:
        return True
    if subject.kind is SubjectKind.INDEFINITE:
        words = subject.text.split()
        noun = _head_noun(words)
        singular = noun.rstrip("s")
        distributed = words[0].casefold() in ("every", "each", "any", "all", "most", "some", "no")
        return (
            noun in PEOPLE
            or f"{noun}s" in PEOPLE
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
