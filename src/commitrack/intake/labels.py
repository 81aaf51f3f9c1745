"""The short names of things: a label for a commitment, a title for a statement."""

from __future__ import annotations

import re

from commitrack.extract import Extraction
from commitrack.model.cleaning import clean_line
from commitrack.model.kinds import Kind
from commitrack.model.records import TITLE_LIMIT
from commitrack.sources import Document

STATEMENT_TITLE_LIMIT = 120
"""Characters of a statement's title."""
MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
"""The months and their short forms, as alternatives of a pattern."""

_UNDERTAKING = re.compile(
    r"(?<!that )(?<!which )(?<!who )(?<!whether )(?<!how )(?<!there )"
    r"(?:\b(?:will|shall)|['’]ll) (?:(?:also|then|now|therefore|jointly|each|all|both) )*"
    r"(?P<act>(?P<first>[^\W\d_]+(?:-[^\W\d_]+)*)(?: (?P<second>[^\W\d_]+))?.*)",
    re.DOTALL | re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:no|not|none|neither|nobody|nor|never|few)\b", re.IGNORECASE)
_KEEPS_SUBJECT = frozenset({"have", "has", "not", "never", "no", "only", "continue", "mean"})
"""After "will", words that make no label of their own: "not close wards" says the opposite."""


def label(quote: str, kind: Kind = Kind.COMMITMENT, *, of_a_thing: bool = False) -> str:
    """A short label for an item, from its own words: what is to be done, without who says so.

    "We will publish a plan" becomes "Publish a plan". A passive ("staff will be trained"), a
    negation, and items that are not commitments keep their subject, without which they would say
    something else; so does what is said ``of_a_thing`` ("the map will go online"), whose act is
    nobody's without it. Longer than `TITLE_LIMIT` is cut at a word, with an ellipsis.
    """
    words = clean_line(quote)
    stands_alone = kind is Kind.COMMITMENT and not of_a_thing
    found = _UNDERTAKING.search(words) if stands_alone else None
    if found is not None:
        words = _act(found) or words
    words = words.strip(' ,;:–—-•"“”') or words or kind.value
    return shortened(words[:1].upper() + words[1:], TITLE_LIMIT)


def _act(found: re.Match[str]) -> str | None:
    """The words of the act alone, or None when they cannot stand alone."""
    before = found.string[: found.start()]
    if _NEGATION.search(before) or " that " in before:
        return None  # "You have our word that the ferry will run": the ferry, and not we
    first, second = found["first"].lower(), (found["second"] or "").lower()
    if first == "be":
        working = second.endswith("ing") and second not in ("being", "nothing")
        return found["act"][3:] if working else None
    return None if first in _KEEPS_SUBJECT or found["act"].count(" ") < 2 else found["act"]


_TITLE_LINES = 6
"""Lines from the top in which a statement's title is looked for."""
_MARKUP = re.compile(r"^[#>*_=~`\s]+|[#*_=~`\s]+$")
_DATE_LINE = re.compile(
    rf"(?:\W|\d|st\b|nd\b|rd\b|th\b|of\b|{MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|published|issued|adopted|date|for immediate release)+",
    re.IGNORECASE,
)


def statement_title(document: Document, extraction: Extraction) -> str:
    """The statement's own title: a marked heading, else its first line that is one.

    A line that holds only a date, or only the publisher's name, is no title unless all are so.
    """
    if document.title_hint:
        return shortened(document.title_hint, STATEMENT_TITLE_LIMIT)
    lines = (_MARKUP.sub("", clean_line(line)) for line in document.text.splitlines())
    top = [line for line in lines if any(map(str.isalnum, line))][:_TITLE_LINES]
    publisher = (extraction.publisher or "").casefold()
    titles = (
        line for line in top if line.casefold() != publisher and not _DATE_LINE.fullmatch(line)
    )
    title = next(titles, top[0] if top else clean_line(document.text))
    return shortened(title, STATEMENT_TITLE_LIMIT)


def shortened(words: str, limit: int) -> str:
    """The words on one line, cut at a word with an ellipsis when they are too many."""
    line = clean_line(words)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    if not line[limit - 1].isspace():
        cut = cut.rpartition(" ")[0] or cut
    return f"{cut.rstrip(' ,;:–—-')}…"
