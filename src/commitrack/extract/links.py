"""The words and marks of a sentence that join its clauses or open one, found in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass

from commitrack.extract.by_letter import by_letter
from commitrack.extract.vocabulary import Vocabulary


@dataclass(slots=True)
class Link:
    """A link where it stands: ``word`` in small letters, without the space and comma around it."""

    kind: str
    """hard, coord, that, rel, emb, sub or report."""
    start: int
    end: int
    word: str


REPORTING = (
    r"said|says|say|saying|told|tells|tell|announced|announces|confirmed|confirms|confirm|promised"
    r"|warned|warns|added|adds|believed?|believes|think|thinks|thought|hope|hoped|hopes|suspect|fears?"
    r"|feared|know|knows|knew|claims|claimed|argued|argues|insisted|insists|stated|states|replied"
    r"|explained|explains|revealed|expects?|predicts?|predicted|feel|felt|suggests?|suggested"
    r"|supposed?|indicated|informed|assured|assures?|pledged|understand|reckon|doubts?|noted|notes|note"
)
"""Verbs of saying and of holding, as alternatives of a pattern."""
_JOINS = frozenset(["and", "but", "or", "nor"])
_JOINS_BEHIND_COMMA = frozenset(["so", "yet"])
_KINDS = {
    **dict.fromkeys(("that", "THAT"), "that"),
    **dict.fromkeys(("which", "who", "whom", "whose"), "rel"),
    **{form: "emb" for word in ("whether", "how", "what", "why") for form in (word, word.title())},
    "than": "sub",
    **{
        form: "sub"
        for word in (
            *("if", "when", "where", "because", "since", "although", "though", "while", "whilst"),
            *("until", "once", "unless", "as", "after", "before", "whenever", "wherever"),
        )
        for form in (word, word.title())
    },
    **{
        form: "report"
        for word in REPORTING.split("|")
        for form in ((word[:-2], word[:-1]) if word.endswith("?") else (word,))
    },
}
_LINK = by_letter(
    rf"\b(?:{'|'.join(sorted({*_KINDS, *_JOINS, *_JOINS_BEHIND_COMMA}))})\b"
    r"|[;:?!](?= )| [–—-](?= )|[“\"(\[]|(?<= )'(?=\w)"
)
_LINKING = frozenset({*_KINDS, *_JOINS, *_JOINS_BEHIND_COMMA})
_CLOSING = ",."
"""Marks behind a word that join nothing."""
_DASHES = ("–", "—", "-")
_NO_JOIN = re.compile(r" that\b(?= \w+ (?:of|can))")


def links_of(flat: str, start: int, end: int) -> list[Link]:
    """The links between two offsets in order, none inside another."""
    return links_in(flat[start:end].split(" "), flat, start, end)


def links_in(words: list[str], flat: str, start: int, end: int) -> list[Link]:
    """The links of the words between two offsets.

    Words are looked up; the pattern is asked only of those with a mark in them that may join.
    """
    found: list[Link] = []
    for at, piece in _LINKS.where(words, start):
        word = piece[:-1] if piece[-1] in _CLOSING else piece
        if word in _LINKING:
            if start < at and at + len(word) < end:
                _add_known(found, flat, start, end, at, word)
            else:
                _add_word(found, flat, start, end, at, word)
        elif piece in _DASHES:
            if start < at and at + 1 < end:
                found.append(Link("hard", at - 1, at + 1, piece))
        else:
            for token in _LINK.finditer(flat, at, min(at + len(piece) + 1, end)):
                word = token.group()
                if word.isalpha():
                    _add_word(found, flat, start, end, token.start(), word)
                else:
                    found.append(Link("hard", token.start(), token.end(), word.strip()))
    return found


def _may_link(piece: str) -> bool:
    """Whether the letters between two blanks join clauses or have a mark that does.

    A quotation mark joins behind a blank, and any other mark before one or wherever it stands.
    """
    return piece in _DASHES or _LINK.search(f" {piece} ") is not None


_LINKS = Vocabulary(_may_link)


def _add_word(found: list[Link], flat: str, start: int, end: int, at: int, word: str) -> None:
    """Add what the letters of a word join or open, unless they are part of a longer one."""
    if _alone(flat, at, at + len(word)):
        _add_known(found, flat, start, end, at, word)


def _add_known(found: list[Link], flat: str, start: int, end: int, at: int, word: str) -> None:
    """Add a word that joins or opens a clause, if it does so where it stands."""
    stop = at + len(word)
    kind = _KINDS.get(word)
    if kind is None:
        link = _coordinator(flat, start, end, at, word)
        if link is not None:
            found.append(link)
        return
    if kind == "that" and flat.endswith(_BEFORE_A_NOUN, start, at):
        return  # "less than that will not be asked": it points, and opens no clause
    if kind == "report" and flat.startswith(" that", stop, end):
        after = stop + len(" that")
        if after >= end or not flat[after].isalnum():
            return  # "said that" at the end or before a mark
    found.append(Link(kind, at, stop, word.casefold()))


_BEFORE_A_NOUN = tuple(
    f" {word} "
    for word in ("than", "of", "by", "for", "with", "from", "about", "like", "over", "under", "at")
)
"""Behind one of these "that" is no conjunction and no relative."""


def _alone(flat: str, at: int, stop: int) -> bool:
    """Whether letters are a word by themselves and no part of one with digits or accents."""
    before = flat[at - 1] if at else " "
    after = flat[stop] if stop < len(flat) else " "
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _coordinator(flat: str, start: int, end: int, begin: int, word: str) -> Link | None:
    """A coordinating conjunction with the comma before it and a "then" behind it."""
    at, stop = begin - 1, begin + len(word)
    if at < start or flat[at] != " ":
        return None
    comma = at > start and flat[at - 1] == ","
    if word in _JOINS_BEHIND_COMMA and not comma:
        return None
    if flat.startswith((" that", " then"), stop, end):
        if _NO_JOIN.match(flat, stop, end):
            return None
        if flat.startswith(" then", stop) and not flat[stop + 5 : stop + 6].isalnum():
            return Link("coord", at - comma, stop + len(" then"), f"{word} then")
    return Link("coord", at - comma, stop, word)
