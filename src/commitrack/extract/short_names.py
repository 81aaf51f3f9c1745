"""Short names that a text itself introduces: "the National Patient Safety Agency (NPSA)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from commitrack.extract.body_words import ORGANISATION_WORDS, SHORT_FORMS
from commitrack.extract.names import LONGEST_NAME, is_body, name_ending, with_title

_BRACKETED = re.compile(r" \((?<=[^ ] \()(?:the )?[\"“']?(?P<short>[A-Z][A-Za-z]{1,9})[\"”']?\)")
_AFTER_PEOPLE = frozenset(
    {"CBE", "OBE", "MBE", "DBE", "KBE", "MP", "MSP", "MLA", "MEP", "MS", "KC", "QC", "PhD"}
    | {"CEO", "CFO", "COO", "CIO", "CMO"}
)
"""Capitals in brackets that tell a person's rank, seat or post."""

_FIELD = re.compile(r" (?:of|for) ")
"""What stands before the work of a body in its name."""
_OF_NO_PERSON = re.compile(r" (?:of|for|and|&) ")
"""What stands in the names of bodies, and in no person's."""


def introduced(flat: str) -> Iterator[tuple[str, str]]:
    """(short, full) for each short form in brackets after a name, in order."""
    for one in _BRACKETED.finditer(flat):
        if before := name_ending(flat, one.start()):
            name, start = before
            short = one["short"]
            listed = _with_a_list(flat, name, one.start(), short)
            blend = _is_blend(short, listed or name)
            if _capitals(short) < 2 and short not in name.split() and not blend:
                continue  # "Mrs T. Veal (Clerk)" tells a post
            yield short, listed or with_title(flat, name, start)


def _with_a_list(flat: str, name: str, end: int, short: str) -> str | None:
    """The name that ends in a list of which ``name`` is the end, when ``short`` abbreviates it.

    "Media and Sport" before "(DCMS)" is the end of "Department for Culture, Media and Sport".
    """
    begin = end - len(name)
    if " and " not in name or not flat.startswith(name, begin):
        return None
    while flat.endswith(", ", 0, begin) and end - begin < LONGEST_NAME:
        before = name_ending(flat, begin - 2)
        if before is None:
            return None
        begin -= 2 + len(before[0])
        whole = flat[begin:end]
        if not whole.startswith(before[0]):
            return None
        if _FIELD.search(before[0]) and _abbreviates(short.casefold(), whole):
            return whole
    return None


def unambiguous(
    found: Iterable[tuple[str, str]], earlier: Mapping[str, str | None]
) -> dict[str, str | None]:
    """The short forms that are a name of their own, with the full name each stands for.

    One that is introduced for two bodies stands for neither: None. ``earlier`` is what the
    sections before introduce.
    """
    known = dict(earlier)
    for short, full in found:
        if (
            is_alias(short, full)
            and (known.setdefault(short, full) or "").casefold() != full.casefold()
        ):
            known[short] = None
    return known


def is_alias(short: str, full: str) -> bool:
    """Whether a short form names one body wherever it stands, and not just in this text.

    Its letters are those of the full name, in order and from its beginning. "Trust" names whichever
    trust a text speaks of, and a word of the full name says nothing new. A person's initials are
    good for one document only.
    """
    folded = short.casefold()
    return (
        (_capitals(short) >= 2 or _is_blend(short, full))
        and short not in _AFTER_PEOPLE
        and (is_body(full) or short.endswith("s") or _OF_NO_PERSON.search(full) is not None)
        and folded not in SHORT_FORMS
        and short.capitalize() not in ORGANISATION_WORDS
        and folded not in full.casefold().split()
        and _abbreviates(folded.removesuffix("s") if short.endswith("s") else folded, full)
    )


def _capitals(short: str) -> int:
    return sum(map(str.isupper, short))


_SHORTEST_BLEND = 4
"""Letters: fewer stand in many names by chance."""


def _is_blend(short: str, full: str) -> bool:
    """Whether a short form is put together from the beginnings of two words or more of a name.

    So are "Ofcom" (Office of Communications) and "Defra" (Department for Environment, Food and
    Rural Affairs), with a capital at the beginning only.
    """
    if len(short) < _SHORTEST_BLEND or not is_body(full):
        return False
    words = re.findall(r"[a-z]+", full.casefold())
    return bool(words) and any(
        _continues(short.casefold()[size:], words, 1)
        for size in range(1, len(words[0]))
        if short.casefold().startswith(words[0][:size])
    )


def _continues(rest: str, words: list[str], begin: int) -> bool:
    """Whether the letters left over are beginnings of words from the one at ``begin`` on."""
    for place in range(begin, len(words)):
        word = words[place]
        for size in range(1, min(len(word), len(rest)) + 1):
            if rest[:size] != word[:size]:
                break
            if size == len(rest) or _continues(rest[size:], words, place + 1):
                return True
    return False


def _abbreviates(folded: str, full: str) -> bool:
    """Whether these letters stand in the name in this order, and both begin alike."""
    rest = full.casefold()
    if not rest.startswith(folded[0]):
        return False
    letters = iter(rest)
    return all(letter in letters for letter in folded)
