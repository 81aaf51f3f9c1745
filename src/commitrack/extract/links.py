"""The words and marks of a sentence that join its clauses or open one, found in one pass."""

from __future__ import annotations

import re
from typing import NamedTuple

from commitrack.extract.by_letter import by_letter


class Link(NamedTuple):
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
_NO_JOIN = re.compile(r" that\b(?= \w+ (?:of|can))")


def links_of(flat: str, start: int, end: int) -> list[Link]:
    """The links of a sentence in order, none inside another."""
    found: list[Link] = []
    for token in _LINK.finditer(flat, start, end):
        word = token.group()
        if not word.isalpha():
            found.append(Link("hard", token.start(), token.end(), word.strip()))
            continue
        kind = _KINDS.get(word)
        if kind is None:
            link = _coordinator(flat, start, end, token)
            if link is not None:
                found.append(link)
            continue
        if not _alone(flat, token):
            continue
        if kind == "report" and flat.startswith(" that", token.end(), end):
            after = token.end() + len(" that")
            if after >= end or not flat[after].isalnum():
                continue
        found.append(Link(kind, token.start(), token.end(), word.casefold()))
    return found


def _alone(flat: str, token: re.Match[str]) -> bool:
    """Whether letters are a word by themselves and no part of one with digits or accents."""
    at, stop = token.span()
    before = flat[at - 1] if at else " "
    after = flat[stop] if stop < len(flat) else " "
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _coordinator(flat: str, start: int, end: int, token: re.Match[str]) -> Link | None:
    """A coordinating conjunction with the comma before it and a "then" behind it."""
    word, at, stop = token.group(), token.start() - 1, token.end()
    if at < start or flat[at] != " " or not _alone(flat, token):
        return None
    comma = at > start and flat[at - 1] == ","
    if (word in _JOINS_BEHIND_COMMA and not comma) or _NO_JOIN.match(flat, stop, end):
        return None
    if flat.startswith(" then", stop, end) and not flat[stop + 5 : stop + 6].isalnum():
        stop += len(" then")
    return Link("coord", at - comma, stop, flat[at:stop].strip(" ,").casefold())
