"""What kind of party a noun phrase names, by its words and by what the statement names."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from commitrack.extract.body_words import (
    OFFICES,
    ORGANISATION_WORDS,
    PEOPLE,
    PLACES_THAT_ACT,
    SHORT_FORMS,
    STAFF,
)
from commitrack.extract.by_letter import by_letter
from commitrack.extract.context import ROLES
from commitrack.extract.names import bare_name
from commitrack.extract.wordlist import words as wordlist

if TYPE_CHECKING:
    from commitrack.extract.subjects import Scene


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

_PARTS = by_letter(
    r"^(?:(?:the|our|my|its|his|her|their) )?"
    r"(?!(?:county|city|town|borough|district|parish|local|regional|shire|community|village) )"
    r"(?:[\w-]+ )?(?:board|cabinet|executive|trustees"
    r"|ministers|officials|officers|council"
    r"|members|governors|committee|secretary of state|minister|department|government|management"
    r"|governing (?:body|board)|sub-?committee|panel|working (?:group|party)|steering group"
    r"|full council|senate|forum"
    r"|directors|commissioners|president|chair|clerk|mayor|treasurer|secretary|staff|team|teams)$",
    ignore_case=True,
)
_OWN_GROUP = by_letter(
    r"^(?:the|our) (?:[a-z-]+ ){2,3}(?:group|committee|panel|forum|taskforce|team|board)$",
    ignore_case=True,
)
"""A group with a plain name, as a body sets it up: "the community liaison group"."""
_BOARD_OF = by_letter(
    r"^(?:the |our )?board of (?:governors|directors|trustees|management|visitors|supervisors)$",
    ignore_case=True,
)
_ORGANS = wordlist(
    """
    administration board body cabinet chair charity clerk commissioners committee company council
    department directors executive forum government governors group leadership management mayor
    members minister ministers officers officials organisation owner owners panel parliament party
    president secretary senate staff state subcommittee sub-committee supervisors taskforce team
    teams treasurer trustees union visitors
    """
)
"""The last word of every organ of a body, of a state, or of somebody's group."""
_PLACES_OR_BODIES = frozenset(["fund", "inquiry", "library", "museum"])
_STATE = by_letter(
    r"^(?:the )?(?:government|ministers?|secretary of state|department|council|cabinet"
    r"|parliament)$",
    ignore_case=True,
)
_ELSEWHERE = by_letter(
    r"^(?:the )?(?:last|previous|former|outgoing|next) (?:[\w-]+ )?"
    r"(?:government|administration|council|board|management|ministers?|owners?|cabinet|executive|leadership)$",
    ignore_case=True,
)
_AUTHORITIES = re.compile(
    r"[a-z'-]+ (?:regulator|ombudsman|inspectorate|council|ministry|police|company|operator"
    r"|authority"
    r"|association|union|trust|charity|firm|agency|commission|board|body)"
    r"|(?:health|ambulance|fire|prison|probation|civil) service"
)
"""Authorities without a name of their own: "the industry regulator"."""
_PRODUCTS = wordlist(
    """
    act award bar bill bridge budget building café charter code day deal framework fund gallery
    grant guidance hall line paper park plan pool prize programme project register report review
    road scheme shop standard standards statement station strategy survey system tunnel unit
    ward week year
    """
)
"""What the last word of a name says when it is the name of a thing and not of a body."""
_OF_A_STATE = re.compile(
    r"(?:\b(?:government|ministers?|department|council|parliament|mayor)$)"
    r"|secretary of state|minister\b",
    re.IGNORECASE,
)
_ROLE = by_letter(
    rf"^(?:[Tt]he |[Oo]ur |[Mm]y |[Ii]ts )?(?:[Hh]on(?:'ble|ou?rable|\.) |[Uu]nion )?{ROLES}$"
    rf"|^(?:The |Our )?(?:[A-Z][\w-]+ )+(?:Master"
    rf"|Clerk|Officer|Manager|Director|Mayor)$"
)
_TITLED = by_letter(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Mx|Miss|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|Capt"
    r"|Captain|Col|Colonel|Rev|Revd|Fr|Sister|Judge|Justice|Chief|Commissioner|Superintendent"
    r"|Inspector|Sergeant|Trustee|Director|Mayor|Alderman|Supervisor|Senator|Deputy|Minister"
    r"|Shri|Smt|Sri|Dato|Datuk|Hon|Ald|Sen|Rep|Supt|Insp|Sgt|Lt|Gov)\.? (?=[A-Z]))"
)
_POST_AND_NAME = re.compile(
    r"(?:[A-Z]?[a-z-]+ ){0,3}(?:TD|MP|MSP|MLA|AM|MS|[Cc]ouncillor|[Ss]enator|[Rr]esident"
    r"|[Cc]ampaigner"
    r"|[Mm]anager|[Ll]eader|[Oo]wner|[Ff]armer|[Tt]rader|[Tt]eacher|[Nn]urse|[Dd]octor|[Ss]olicitor"
    r"|[Aa]ctivist|[Cc]oach|[Cc]aptain) [A-Z][\w'-]+ [A-Z][\w'-]+"
)
"""A person by what they are and by name: "local TD Martin Prunty"."""
_FULL_NAME = re.compile(r"^[^\W\d_a-z][\w'.-]+(?: [^\W\d_a-z][\w'.-]*){1,3}$")
_UNCASED = re.compile(r"^[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af ]+$")
_CIRCUMSTANCE = re.compile(
    r" (?:at|to|in|on|from|with|by|near|outside|inside|across|under|between) "
)
"""What follows one of these says where or how: "work at the Leisure Centre" is no centre."""
_TITLE_CASE = re.compile(r"(?:[A-Z][\w'-]+)(?:,? (?:and|of|for|the|&|[A-Z][\w'-]+))+")
"""A department or a unit by its name alone: "People and Culture"."""
OF_SOMETHING = re.compile(r"Of(?:com|gem|qual|rail|sted|tel|wat|gas)")
"""The offices of Britain that are called "Of" and what they look after."""
_POST_INITIALS = re.compile(r"(?:[Tt]he |[Oo]ur )?(?:MEC|CEO|CFO|COO|CE|DG|PM)")
_INITIALS = re.compile(r"^[A-Z]{2,6}$")
_INDEFINITES = ("a", "e", "no", "m", "s", "f", "half", "other")
"""Letters with which every word of such a kind begins."""
_INDEFINITE = by_letter(
    r"^(?:a|an|any|every|each|no|most|many|some|all|such|few|several|more|fewer|half|other|another"
    r"|every one|(?:any|every|some)(?:one|body) [a-z]+ing)\b",
    ignore_case=True,
)
NOBODY = by_letter(r"^(?:nobody|nothing|no one|no-one|none|neither of)\b", ignore_case=True)
_ALL_OF_US = by_letter(
    r"(?:(?:both|all|each|neither)(?: of)?(?: the| our)?(?: (?:two|three|four|five|six))?"
    r"|(?:the|our) (?:two|three|four|five|six))"
    r" (?:organisations?|bodies|body|agenc(?:y|ies)|councils?|charit(?:y|ies)|trusts?|partners?"
    r"|foundations?|part(?:y|ies)|signator(?:y|ies)|governments?|unions?|regulators?|inspectorates?"
    r"|institutions?|universit(?:y|ies)|colleges?|hospitals?|compan(?:y|ies)|sides?|employers?)"
)
_ONE_OF_OURS = re.compile(
    r"(?:some(?:body|one) (?:from|in|at) (?:the|our) |a member of (?:the|our) (?:staff|team)"
    r"|(?:one|each|every one|all|both|some|most) of our )"
)
_WHOEVER = by_letter(
    r"(?:those|people|all those) (?:who|with|in|living|affected|travelling|under|over|aged)\b"
)
_WHOEVER_FIRST = frozenset(["those", "people", "all"])
_GROUPS = by_letter(
    r"\b(?:her|his|their|its) (?:group|party|charity|company|union|organisation|team)$",
    ignore_case=True,
)


_NOT_PEOPLE = wordlist(
    """
    answers barriers boilers buffers centers chapters computers containers corridors covers doors
    factors filters floors grants letters loudspeakers matters meters mirrors monitors
    motors newspapers numbers offers orders papers parameters plants powers quarters rivers rotors
    routers rumours sectors sensors servers sewers shelters shutters towers trackers
    tractors trailers
    transformers transistors trailers vapours variants waters winters registers reactors boosters
    """
)
"""Plurals that end like those of people."""
_ADVISERS = wordlist(
    """
    accountant advisor adviser architect attorney auditor barrister consultant counsel engineer
    lawyer solicitor surveyor
    """
)
"""Those who act for whoever calls them "ours"."""
_BRANCHES = wordlist("Branch Division Directorate Unit Team Section Secretariat Desk Bureau")
_OURS_AND = re.compile(r"(?P<one>(?:our|my) [^,]+?) and (?:the|our|my) ", re.IGNORECASE)


def is_all_of_us(text: str) -> bool:
    """Whether words stand for all of several bodies that speak: "all three organisations"."""
    return _ALL_OF_US.fullmatch(text.casefold()) is not None


def is_branch(name: str) -> bool:
    """Whether a name is that of a branch of a body, which acts for the whole of it."""
    return name.split()[-1:] != [] and name.split()[-1] in _BRANCHES


def is_staff(text: str) -> bool:
    """Whether words name those who work for whoever speaks: "Detectives", "our engineers"."""
    words = text.casefold().split()
    return len(words) <= 2 and words[-1:] != [] and words[-1] in STAFF


def is_state(text: str) -> bool:
    """Whether words name a government or an organ of one, which few speakers can bind."""
    return _STATE.match(text) is not None


def is_part(name: str) -> bool:
    """Whether a name is that of an organ or a post, which any body may have; not of a state's."""
    return not _OF_A_STATE.search(name) and (_PARTS.match(name) or _ROLE.match(name)) is not None


def kind_of(head: str, name: str, at: int, scene: Scene) -> SubjectKind:
    """The kind of the phrase ``head`` at offset ``at``, which resolves to ``name``."""
    words = head.split()
    last = words[-1].casefold() if words else ""
    folded = head.casefold()
    first = words[0].casefold() if words else ""
    if first in ("neither", "both", "either") and len(words) <= 3 and scene.is_own(words[-1], at):
        return SubjectKind.OWN
    if scene.is_own(head, at) or (" and " in head and scene.is_own(head.split(" and ")[0], at)):
        return SubjectKind.OWN
    organ = last in _ORGANS or not last.isascii()
    if organ and _GROUPS.search(head):
        return SubjectKind.OWN
    if scene.speaks_for_several and is_all_of_us(head):
        return SubjectKind.OWN
    both = _OURS_AND.match(head) if first in ("our", "my") else None
    if both is not None:
        return kind_of(both["one"], bare_name(both["one"]), at, scene)
    if organ and _STATE.match(head) and not scene.governs:
        return SubjectKind.BODY
    bare = bare_name(head)
    if (organ and _ELSEWHERE.match(head)) or (name != bare and scene.parties.names(name)):
        return SubjectKind.BODY
    if len(words) > 1 and _ONE_OF_OURS.match(folded):
        return SubjectKind.PART
    if len(words) == 1 and is_staff(head):
        return SubjectKind.PART
    if (organ and _PARTS.match(head)) or _ROLE.match(head):
        return SubjectKind.PART
    if head[-1:].isupper() and _POST_INITIALS.fullmatch(head):
        return SubjectKind.PART
    if organ and (_BOARD_OF.match(head) or _OWN_GROUP.match(head)):
        return SubjectKind.PART
    if first in ("our", "my") and (
        last in PEOPLE
        or last in SHORT_FORMS
        or last in _ADVISERS
        or last.endswith(("ers", "ors", "ives"))
    ):
        return SubjectKind.PART
    if first == "the" and len(words) >= 3 and words[1] in SHORT_FORMS and words[2][:1].isupper():
        return SubjectKind.BODY  # "the charity Wheels for All"
    if name == bare and words[-1:] != [] and words[-1] in _PLACES_OR_BODIES:
        return SubjectKind.THING
    if (
        first in ("the", "our", "this")
        and len(words) == 2
        and last in SHORT_FORMS | PLACES_THAT_ACT
    ):
        return SubjectKind.BODY
    if first == "the" and len(words) == 3 and _AUTHORITIES.fullmatch(" ".join(words[1:])):
        return SubjectKind.BODY
    if len(words) > 1 and words[1][:1].isupper() and _TITLED.match(head):
        return SubjectKind.PERSON
    if not head.isascii() and _UNCASED.match(head):
        return SubjectKind.PERSON
    if len(words) > 2 and words[-1][:1].isupper() and _POST_AND_NAME.fullmatch(head):
        return SubjectKind.PERSON
    if len(words) == 1 and _INITIALS.match(head):
        return (
            SubjectKind.BODY
            if head == name
            else SubjectKind.PERSON
            if _FULL_NAME.match(name)
            and not any(word in ORGANISATION_WORDS for word in name.split())
            else SubjectKind.BODY
        )
    capitals = [word for word in bare.split() if word[:1].isupper()]
    if bare.endswith((" Fund", " Programme", " Scheme", " Plan", " Bill", " Act", " Strategy")):
        return SubjectKind.THING
    if first == "the" and " and the " in head and last in SHORT_FORMS:
        return SubjectKind.BODY  # "the landlord and the contractor"
    if name != bare.replace(" and the ", " and ") or (
        bare[:1].isupper()
        and any(word in ORGANISATION_WORDS for word in _CIRCUMSTANCE.split(bare)[0].split())
        and not _INDEFINITE.match(folded)
    ):
        return SubjectKind.BODY
    if first in _WHOEVER_FIRST and _WHOEVER.match(folded):
        return SubjectKind.PEOPLE
    if folded.startswith(_INDEFINITES) and _INDEFINITE.match(folded):
        return SubjectKind.INDEFINITE
    if len(words) <= 4 and len(capitals) >= 2 and _FULL_NAME.match(bare) and first != "the":
        return SubjectKind.PERSON
    if len(words) == 1 and head[:1].isupper() and scene.parties.is_proper(head):
        return SubjectKind.BODY
    if len(words) == 1 and OF_SOMETHING.fullmatch(head):
        return SubjectKind.BODY
    noun = head_noun(words)
    if (
        noun in PEOPLE
        or noun in STAFF
        or (
            noun not in _NOT_PEOPLE
            and noun.endswith(("ers", "ors", "ists", "ants", "ians"))
            and first not in ("these", "those")
        )
    ):
        return SubjectKind.PEOPLE
    one = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    if one in OFFICES and noun not in OFFICES:
        return SubjectKind.PEOPLE
    if noun in OFFICES:
        return (
            SubjectKind.PART
            if first in ("the", "our", "my") or "'s" in head
            else SubjectKind.PEOPLE
        )
    if first == "the" and len(capitals) == len(words) - 1 >= 2 and last not in _PRODUCTS:
        return SubjectKind.PART if _ROLE.search(head) else SubjectKind.BODY
    if len(words) >= 3 and last not in _PRODUCTS and _TITLE_CASE.fullmatch(head):
        return SubjectKind.BODY
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
    noun = head_noun(words)
    folded = [word.casefold().strip(",'") for word in words]
    return folded[: folded.index(noun) + 1] if noun in folded else folded


_BEHIND_NOUN = wordlist(
    """
    of in on at who that which from with for whose to by responsible
    under across without still between over everywhere elsewhere here there
    upstream downstream nearby abroad chaired led headed
    """
)
"""What follows the noun that a phrase is about."""


def head_noun(words: list[str]) -> str:
    """The noun that the phrase is about: the last word before of, in, who, that and the like."""
    for index, word in enumerate(words):
        if index and (
            word in _BEHIND_NOUN or (word.endswith("ing") and words[index - 1].endswith("s"))
        ):
            return words[index - 1].casefold().strip(",'")
    return words[-1].casefold().strip(",'") if words else ""
