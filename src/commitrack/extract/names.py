"""Names in a text: runs of capitals, what they name, and where one ends and the next begins."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from commitrack.extract.body_words import ORGANISATION_WORDS, TRADES
from commitrack.extract.by_letter import by_letter
from commitrack.extract.calendar_words import MONTH, WEEKDAY
from commitrack.extract.signs import holds
from commitrack.extract.vocabulary import Vocabulary
from commitrack.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_CAP = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w.'’-]*[\w](?:'(?= [A-Z]))?|(?<=[A-Z])\b)"
"""A capital first, which is what a search looks for: a word, or a letter alone."""
NAME = re.compile(
    rf"(?:(?:{_CAP})(?: (?:(?:of|for|and|&|on|in|de|du|la|the) ){{0,2}}(?:{_CAP}))*)(?: plc\b"
    rf"| [Ll]td\b)?"
)
ARTICLE = by_letter(
    r"^(?:the|a|an|our|my|its|their|(?:his|her)(?! majesty)|your)\s+", ignore_case=True
)
_ARTICLE_LETTERS = frozenset("tTaAoOmMiI\u0130\u0131hHyY")
"""The letters with which an article or a possessive begins, in all their forms."""
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_PART_OF = re.compile(
    r" of (?:(?<=part of )|(?<=arm of )|(?<=division of )|(?<=subsidiary of )|(?<=member of ))"
    r"(?:the )?(?=[A-Z])"
)
_IS_PART = re.compile(
    r",? (?:which is |who are |which are )?(?:(?:a )?part|an arm|a division|a subsidiary|a member)$"
)
_LONGEST_PART = 30
"""Characters: no less than "which are a subsidiary" and the comma before it have."""
_TITLE = (
    r"(?:Dr|Mr|Mrs|Ms|Mx|Miss|Prof|Professor|Sir|Dame|Cllr|Councillor|Capt|Captain|Rev|Chief"
    r"|Commissioner|Superintendent|Trustee|Judge|Justice|Inspector|Sergeant|Shri|Smt|Supervisor)\.?"
)
CALLED = by_letter(rf"(?:{_TITLE}|President|Chairman|Sheriff|Mayor) (?P<surname>[A-ZÀ-Ž][\w'-]+)")
_TITLE_SIGNS = (
    *("Dr", "Mr", "Ms", "Mx", "Miss", "Prof", "Sir", "Dame", "Cllr", "Councillor", "Capt", "Rev"),
    *("Chief", "Commissioner", "Superintendent", "Trustee", "Judge", "Justice", "Inspector"),
    *("Sergeant", "Shri", "Smt", "Supervisor", "President", "Chairman", "Sheriff", "Mayor"),
)
"""What stands before a surname, without which nobody is called by title."""
_GIVEN = re.compile(rf"\b(?:{_TITLE} )?[A-ZÀ-Ž](?:[\w'-]+|\.)(?: [A-Z]\.)*$")
_TITLE_ALONE = re.compile(_TITLE)
_JOINS = re.compile(r"( and (?:the )?)")
LONGEST_NAME = 120
_MINUTED = re.compile(r" (?:RECEIVED|NOTED|RESOLVED|AGREED|APPROVED|DECIDED|CONSIDERED)\b")
_INTRODUCED = re.compile(r"^(?:[A-Z]\w+ing) (?:on|to|in|at|for|with) (?:the )?")
_ON_A_DAY = re.compile(rf" (?:on|in) (?:{WEEKDAY}|{MONTH}).*$")
_BEFORE_NAME = by_letter(
    r"^(?:(?:The|A|An|Our|And|But|At|In|For|By|Neither|Both|Either|From|With|On|To|Meanwhile|However"
    r"|Today|Yesterday|Since|When|While|If|As|Under|After|Before|Now|Then|So|Also|Yet|Although"
    r"|(?:Members|Staff|Officials|Leaders|Representatives|Officers) of) (?:the )?)+"
)
"""Words that have a capital only because a sentence begins with them."""
_A_POST = re.compile(
    r"(?:Deputy |Acting |Interim )?(?:Leader|Chair(?:man|woman|person)?|Clerk|Secretary|President"
    r"|Treasurer|Head|Director|Governor|Speaker|Convener|Dean|Warden)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A full name of a body where it first stands."""

    name: str
    start: int


def bare_name(written: str) -> str:
    """Without an article or possessive before it, or a possessive ending."""
    return parted_name(written)[0]


def parted_name(written: str) -> tuple[str, bool]:
    """The bare name, and whether an article or a possessive stands before it."""
    one = written.strip()
    article = ARTICLE.match(one) if one[:1] in _ARTICLE_LETTERS else None
    if article is not None:
        one = one[article.end() :]
    bare = _POSSESSIVE.sub("", one) if "'" in one[-2:] else one
    return bare, article is not None


def people(flat: str, surnames: Collection[str]) -> dict[str, list[Mention]]:
    """The full names of those who are also called by title and surname, by the surname."""
    found: dict[str, list[Mention]] = {}
    if not surnames:
        return found
    several = "|".join(sorted(map(re.escape, surnames)))
    calls = re.finditer(rf" (?=[A-ZÀ-Ž])(?:{several})\b", flat)
    for one in islice(calls, _MOST_CALLS):
        given = _GIVEN.search(flat, max(0, one.start() - 60), one.start())
        if given is not None and not _TITLE_ALONE.fullmatch(given.group()):
            name = flat[given.start() : one.end()]
            found.setdefault(flat[one.start() + 1 : one.end()], []).append(
                Mention(name, given.start())
            )
    return found


_MOST_CALLS = 20_000
"""Times that people are called by their surnames, in one section; the rest are not looked at."""
has_title = Vocabulary(lambda word: holds(word, _TITLE_SIGNS))
"""Whether a word may be a title, or have one in it: "Vice-President"."""


def surnames_in(flat: str, start: int, end: int) -> Iterator[str]:
    """The surnames behind the titles in a run of capitals, or just behind it: "Mr. Lee"."""
    for title in _TITLE_SIGNS:
        at = flat.find(title, start, end)
        while at >= 0:
            called = CALLED.match(flat, at)
            if called is not None:
                yield called["surname"]
            at = flat.find(title, at + len(title), end)


def with_title(flat: str, name: str, at: int) -> str:
    """A person's name with the title written before it."""
    title = re.search(
        r"\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sir|Dame|Cllr|Capt|Rev)\.? $", flat[max(0, at - 8) : at]
    )
    return title.group() + name if title else name


def bodies_in(words: str) -> list[str]:
    """The full names of bodies in a few words."""
    runs = NAME.finditer(words)
    return [name for run in runs for name, _ in names_in(run.group(), 0) if is_body(name)]


def affiliations(flat: str) -> tuple[tuple[str, str], ...]:
    """(child, parent) for each "X, part of the Y" in the text."""
    found: dict[tuple[str, str], None] = {}
    for match in _PART_OF.finditer(flat):
        begun = _IS_PART.search(flat, max(0, match.start() - _LONGEST_PART), match.start())
        child = name_ending(flat, begun.start()) if begun is not None else None
        parent = NAME.match(flat, match.end(), match.end() + LONGEST_NAME)
        if child is None or parent is None:
            continue
        pair = bare_name(child[0]), names_in(parent.group(), 0)[0][0]
        found[pair] = None
    return tuple(found)


def name_ending(flat: str, end: int) -> tuple[str, int] | None:
    """The capitalised name whose last letter is before ``end``, with where it starts."""
    begin = max(0, end - LONGEST_NAME)
    for match in NAME.finditer(flat, begin, end):
        if match.end() == end:
            name, start = names_in(match.group(), match.start())[-1]
            return name, start
    return None


def names_in(run: str, start: int) -> list[tuple[str, int]]:
    """The names in a run of capitals: "A Trust and the B Council" holds two."""
    out: list[tuple[str, int]] = []
    at = 0
    pieces = _JOINS.split(run) if " and " in run else [run]
    piece_start = 0
    current = ""
    for index, piece in enumerate(pieces):
        if index % 2:
            if current.split()[-1:] and (
                current.split()[-1] in ORGANISATION_WORDS
                or (piece.endswith("the ") and " " in current)
            ):
                out.append((current, start + piece_start))
                current = ""
            else:
                current += piece
        else:
            if not current:
                piece_start = at
            current += piece
        at += len(piece)
    if current:
        out.append((current, start + piece_start))
    return [(_alone(name), at) for name, at in out]


def _alone(name: str) -> str:
    """The name without what has a capital only because of where it stands."""
    name = _INTRODUCED.sub("", name.removesuffix("'s"))
    name = _of_body(_ON_A_DAY.sub("", name))
    name = _MINUTED.split(name.rpartition(" The ")[2], 1)[0]
    return _BEFORE_NAME.sub("", name)


def _of_body(name: str) -> str:
    """The body in "Mia Trego of the Harbour Commissioners", and any other name as it is."""
    person, of, body = name.partition(" of the ")
    words = person.split()
    if of and _A_POST.fullmatch(person):
        return body if ORGANISATION_WORDS.intersection(body.split()) else name
    if of and len(words) >= 2 and not ORGANISATION_WORDS.intersection(words):
        return body if ORGANISATION_WORDS.intersection(body.split()) else name
    return name


def is_one_of(name: str, several: str) -> bool:
    """Whether a name is the only one of ``several``, or one of those that commas and "and" part."""
    if name == several:
        return True
    return (", " in several or " and " in several) and name in _PARTED.split(several)


_PARTED = re.compile(r", (?:and )?| and ")


def is_body(name: str) -> bool:
    """Whether a name is that of a body, by the words in it."""
    words = name.split()
    return (
        len(words) >= 2
        and not name.endswith("'s")
        and words[:2] != ["Chief", "Executive"]
        and words[0] not in ("Programme", "Report", "Charter", "Statement")
        and (words[-1] in TRADES or any(word in ORGANISATION_WORDS for word in words))
    )
