"""Names of parties as people type them, and when two ways of writing are one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput


def party_name(field: str, text: str) -> str:
    """A name that can be read and told from others: not empty, no controls alone, not endless.

    Raises `BadInput`, which names the `field`.
    """
    from commitrack.model.fields import NAME_LIMIT  # a name that is looked up needs no limit

    name = " ".join(text.split())
    if not any(map(str.isalnum, clean_line(name))):
        raise BadInput(f"{field}: must not be empty, or without a letter or figure")
    if len(name) > NAME_LIMIT:
        raise BadInput(f"{field}: has {len(name)} characters; at most {NAME_LIMIT} fit")
    return name


def party_aliases(field: str, text: str) -> tuple[str, ...]:
    """Names with ";" between them; empty ones are left out."""
    return tuple(
        party_name(field, name) for part in text.split(";") if (name := " ".join(part.split()))
    )


_ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_KINDS = ("'’\u02bc", "-\u2010\u2011–")
"""Signs that a reader takes for one another: apostrophes, and hyphens, which word processors put in
as they like. The first of each stands for all of them.
"""
_PLAIN = str.maketrans({sign: kind[0] for kind in _KINDS for sign in kind[1:]})


def folded(name: str) -> str:
    """A name as it is compared: in small letters, with plain signs and single blanks."""
    return " ".join(name.translate(_PLAIN).split()).casefold()


def spellings(name: str) -> tuple[str, ...]:
    """A name as it is given, then the other ways to write the same one.

    With and without "the", with "&" for "and", and with every kind of apostrophe and of hyphen; of
    a name that has several of a kind, all are the same.
    """
    even = " ".join(name.split())
    bare = _ARTICLE.sub("", even, count=1) if _ARTICLE.match(even) else even
    ways = (bare, _AND.sub(" and ", bare), _AND.sub(" & ", bare))
    every = (even, *ways, *(f"the {one}" for one in ways))
    return tuple(dict.fromkeys((name, *(sign for one in every for sign in _signed(one)))))


def _signed(name: str) -> Iterator[str]:
    """A name as it is, then with its apostrophes and hyphens of each kind."""
    yield name
    kinds = [kind for kind in _KINDS if any(sign in name for sign in kind)]
    for signs in product(*kinds):
        written = name
        for kind, sign in zip(kinds, signs, strict=True):
            written = written.translate({ord(one): sign for one in kind})
        yield written
