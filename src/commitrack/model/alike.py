"""Which parties on record are probably one: their names tell, and a person decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from commitrack.model.party_names import folded
from commitrack.model.records import Party

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_INITIALS = re.compile(r"[A-Z][A-Za-z]{2,9}")
_FEWEST = 3
"""Letters of initials that are seldom the same by chance."""

_SAME = ("they share an alias", "an alias is the other's name", "the same name")
"""What the same words are to two parties, by how many of them they are the name of."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two parties that are probably one, the one to keep its name second, and what says so."""

    source: Party
    into: Party
    why: str


def alike(parties: Sequence[Party]) -> tuple[Alike, ...]:
    """The pairs of parties that are probably one, by name; time grows with the number of names.

    Two are alike when their names, or a name and an alias, differ only in case, punctuation, a
    leading "the" or "&" for "and", or when one's name is the initials of the other's.
    """
    found: dict[frozenset[str], Alike] = {}
    for pair in (*_spelt_alike(parties), *_by_initials(parties)):
        found.setdefault(frozenset((pair.source.name, pair.into.name)), pair)
    return tuple(sorted(found.values(), key=lambda one: _order(one.source, one.into)))


def _order(*parties: Party) -> tuple[str, ...]:
    return tuple(one.name.casefold() for one in parties)


def _spelt_alike(parties: Iterable[Party]) -> Iterator[Alike]:
    """Parties with the same name or alias but for how it is written: each with the first of them.

    The first is the one that owns most, for the fewest changes; of equals, the oldest.
    """
    by_name: dict[str, dict[int, tuple[Party, bool]]] = {}
    for one in parties:
        for name in (one.name, *one.aliases):
            if key := _plain(name):
                by_name.setdefault(key, {}).setdefault(one.number, (one, name == one.name))
    for group in by_name.values():
        first, *others = sorted(group.values(), key=lambda one: (-one[0].owned, one[0].number))
        for party, is_name in others:
            yield Alike(party, first[0], _SAME[is_name + first[1]])


def _by_initials(parties: Iterable[Party]) -> Iterator[Alike]:
    shorts = {one.name.casefold(): one for one in parties if _is_short(one.name)}
    for one in parties:
        for initials in sorted(_initials(one.name)):
            short = shorts.get(initials)
            if short is not None and short is not one:
                yield Alike(short, one, "the initials of the other's name")


def _is_short(name: str) -> bool:
    return bool(_INITIALS.fullmatch(name)) and sum(map(str.isupper, name)) >= 2


def _initials(name: str) -> set[str]:
    """The initials of a name's capitalised words, and of all its words, in small letters."""
    words = _WORD.findall(name)
    ways = ("".join(word[0] for word in words if word[0].isupper()), "".join(w[0] for w in words))
    return {one.casefold() for one in ways if len(one) >= _FEWEST}


def _plain(name: str) -> str:
    """A name without what people write now one way and now another."""
    words = re.findall(r"\w+", folded(name).replace("&", " and ").replace("'", ""))
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    return " ".join(words)
