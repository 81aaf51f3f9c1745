"""Which names and which words are the same, in plain Python."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from commitrack.query import Text


def same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def is_person(held: str, wanted: Text) -> bool:
    """A name or a topic: whole when that is asked for, else from the beginning of a word."""
    if wanted.exact:
        return same(held, wanted.text)
    return _begins_a_word(held.casefold(), wanted.text.casefold())


def _begins_a_word(held: str, words: str) -> bool:
    return any(
        held.startswith(words, at) and (at == 0 or not held[at - 1].isalnum())
        for at in range(len(held))
    )


def is_called(name: str, wanted: Text) -> bool:
    """As `is_person`, however that which is wanted is written: with or without "the", with "&" or
    with "and". Who types "t", or "the", has begun the first word of "The Guild".
    """
    held = name.casefold()
    ways = _ways(wanted.text.casefold())
    return held in ways if wanted.exact else any(_begins_a_word(held, one) for one in ways)


def _ways(words: str) -> set[str]:
    bare = re.sub(r"^the\s+(?=\S)", "", words)
    spelt = {re.sub(r"\s(?:&|and)(?=\s)", f" {word}", bare) for word in ("and", "&")}
    return {words, bare, *spelt, *(f"the {one}" for one in (bare, *spelt))}


def _tokens(text: str) -> list[str]:
    """Runs of letters and digits, small and without their accents."""
    found: list[str] = []
    inside = False
    for char in unicodedata.normalize("NFD", text):
        category = unicodedata.category(char)
        if category.startswith(("L", "N")) or category == "Co":
            if not inside:
                found.append("")
            found[-1] += char.lower()
            inside = True
        elif category != "Mn":
            inside = False
    return found


def said(texts: Iterable[str], wanted: str, *, beginning: bool) -> bool:
    """Whether the words stand side by side in one of the texts; the last may be a beginning."""
    words = _tokens(wanted)
    if not words:
        return any(wanted in text for text in texts)
    return any(_stand_in(_tokens(text), words, beginning=beginning) for text in texts)


def _stand_in(tokens: list[str], words: list[str], *, beginning: bool) -> bool:
    for at in range(len(tokens) - len(words) + 1):
        part = tokens[at : at + len(words)]
        last = part[-1].startswith(words[-1]) if beginning else part[-1] == words[-1]
        if part[:-1] == words[:-1] and last:
            return True
    return False


def ascii_lower(text: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in text)
