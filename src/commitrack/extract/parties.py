"""The bodies and people that a statement names, and the full name behind a short one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from commitrack.extract.lexicon import FORCES, ORGANISATION_WORDS, SHORT_FORMS

_CAP = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*[\w](?:'(?= [A-Z]))?|[A-Z]\b"
_LETTERS = r"[^\W\d_]"
_NAME = re.compile(
    rf"(?:(?:{_CAP})(?: (?:(?:of|for|and|&|on|in|de|du|la|the) ){{0,2}}(?:{_CAP}))*)(?: plc\b"
    rf"| [Ll]td\b)?"
)
_ABBREVIATED = re.compile(r"(?<=[^ ]) \((?:the )?[\"“']?(?P<short>[A-Z][A-Za-z]{1,9})[\"”']?\)")
_ARTICLE = re.compile(r"^(?:the|a|an|our|my|its|their|his|her|your)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_PART_OF = re.compile(
    r",? (?:which is |who are |which are )?(?:(?:a )?part of|an arm of|a division of"
    r"|a subsidiary of"
    r"|a member of) (?:the )?(?=[A-Z])"
)
_LONGEST_NAME = 120
_INSIDE = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}\b")
_MAX_NAMES = 4000


@dataclass(frozen=True, slots=True)
class Mention:
    """A full name of a body where it first stands."""

    name: str
    start: int


@dataclass(frozen=True)
class Parties:
    """What a statement names: its publisher, full names of bodies in order, and short forms."""

    publisher: str | None
    mentions: tuple[Mention, ...]
    shorts: dict[str, str]
    proper: frozenset[str] = frozenset()
    known: dict[str, list[Mention]] = field(default_factory=dict)

    def full(self, written: str, at: int) -> str:
        """The full name for ``written`` at offset ``at``; as written when none is known."""
        bare = bare_name(written)
        if " and " in bare:
            return self._joined(bare, at)
        return self._one(bare, at, articled=bool(_ARTICLE.match(written)))

    def _joined(self, bare: str, at: int) -> str:
        if bare == self.publisher or any(one.name == bare for one in self.mentions):
            return bare
        head, _, rest = bare.partition(" and ")
        if re.match(r"(?:its|their|his|her|our) ", rest):
            return f"{self._one(head, at, articled=True)} and {rest}"
        return f"{self._one(head, at, articled=True)} and {self.full(rest, at)}"

    def _one(self, bare: str, at: int, *, articled: bool) -> str:
        if bare in self.shorts:
            return self.shorts[bare]
        if re.fullmatch(r"(?:[Nn]either|[Bb]oth|[Ee]ither|[Ee]ach)(?: of the)? (?:\w+)", bare):
            bare = bare.split()[-1]
        words = bare.split()
        if len(words) == 1 and words[0].casefold() in SHORT_FORMS:
            return self._short(words[0], at) or bare
        if not articled and self.publisher and len(words) >= 2 and self.publisher.startswith(bare):
            return self.publisher
        return bare

    def _short(self, word: str, at: int) -> str | None:
        if self.publisher and _stands_for(word, self.publisher):
            return self.publisher
        named = self._named(word)
        if not named:
            return None
        index = bisect_right(named, at, key=lambda one: one.start)
        return named[max(0, index - 1)].name

    def _named(self, word: str) -> list[Mention]:
        """The full names for which a word may stand, in order."""
        if word not in self.known:
            self.known[word] = [one for one in self.mentions if _stands_for(word, one.name)]
        return self.known[word]

    def is_proper(self, word: str) -> bool:
        """Whether a word is capitalised inside a sentence too: a place or a short name."""
        return word in self.proper

    def is_publisher(self, written: str, at: int) -> bool:
        """Whether ``written`` names the publisher, in full, in short or as one of two."""
        if self.publisher is None:
            return False
        name = self.full(written, at).casefold()
        publisher = self.publisher.casefold()
        return name == publisher or (" and " in publisher and name in publisher.split(" and "))

    def last_before(self, at: int) -> str | None:
        """The body named last before an offset."""
        index = bisect_right(self.mentions, at - 1, key=lambda one: one.start)
        return self.mentions[index - 1].name if index else None


def bare_name(written: str) -> str:
    """Without an article or possessive before it, or a possessive ending."""
    one = _ARTICLE.sub("", written.strip())
    one = one[:1].upper() + one[1:] if written[:1].isupper() and one[:1].isupper() else one
    return _POSSESSIVE.sub("", one) if "'" in one[-2:] else one


def _stands_for(word: str, name: str) -> bool:
    folded = word.casefold()
    parts = name.split()
    if folded in (part.casefold() for part in parts):
        return True
    if folded.endswith("s") and " and " in name and folded.rstrip("s") in name.casefold():
        return True
    if folded in ("body", "bodies", "foundation", "foundations") and " and " in name:
        return True
    return any(part in FORCES.get(folded, ()) for part in parts)


def find(flat: str, publisher: str | None) -> Parties:
    """Every body that the text names, with its abbreviations."""
    mentions: list[Mention] = []
    for match in _NAME.finditer(flat):
        for name, start in _names_in(match.group(), match.start()):
            if len(name) <= _LONGEST_NAME and _is_body(name):
                mentions.append(Mention(name, start))
        if len(mentions) > _MAX_NAMES:
            break
    shorts: dict[str, str] = {}
    if publisher:
        shorts[_initials(publisher)] = publisher
    for one in _ABBREVIATED.finditer(flat):
        if before := _name_ending(flat, one.start()):
            name, start = before
            shorts.setdefault(one["short"], _with_title(flat, name, start))
    for mention in mentions:
        initials = _initials(mention.name)
        if len(initials) >= 3:
            shorts.setdefault(initials, mention.name)
    proper = frozenset(_INSIDE.findall(flat[:400_000]))
    return Parties(publisher, tuple(mentions), shorts, proper)


def _with_title(flat: str, name: str, at: int) -> str:
    """A person's name with the title written before it."""
    title = re.search(
        r"\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sir|Dame|Cllr|Capt|Rev)\.? $", flat[max(0, at - 8) : at]
    )
    return title.group() + name if title else name


def bodies_in(words: str) -> list[str]:
    """The full names of bodies in a few words."""
    runs = _NAME.finditer(words)
    return [name for run in runs for name, _ in _names_in(run.group(), 0) if _is_body(name)]


def affiliations(flat: str) -> tuple[tuple[str, str], ...]:
    """(child, parent) for each "X, part of the Y" in the text."""
    found: list[tuple[str, str]] = []
    for match in _PART_OF.finditer(flat):
        child = _name_ending(flat, match.start())
        parent = _NAME.match(flat, match.end(), match.end() + _LONGEST_NAME)
        if child is None or parent is None:
            continue
        pair = bare_name(child[0]), _names_in(parent.group(), 0)[0][0]
        if pair not in found:
            found.append(pair)
    return tuple(found)


def _name_ending(flat: str, end: int) -> tuple[str, int] | None:
    """The capitalised name whose last letter is before ``end``, with where it starts."""
    begin = max(0, end - _LONGEST_NAME)
    for match in _NAME.finditer(flat, begin, end):
        if match.end() == end:
            name, start = _names_in(match.group(), match.start())[-1]
            return name, start
    return None


def _names_in(run: str, start: int) -> list[tuple[str, int]]:
    """The names in a run of capitals: "A Trust and the B Council" holds two."""
    out: list[tuple[str, int]] = []
    at = 0
    pieces = re.split(r"( and (?:the )?)", run)
    piece_start = 0
    current = ""
    for index, piece in enumerate(pieces):
        if index % 2:
            if current.split()[-1:] and current.split()[-1] in ORGANISATION_WORDS:
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
    return [(re.sub(r"^(?:The|A|An|Our|And|But|At|In|For|By) ", "", name), at) for name, at in out]


def _is_body(name: str) -> bool:
    words = name.split()
    return (
        len(words) >= 2
        and not name.endswith("'s")
        and any(word in ORGANISATION_WORDS for word in words)
    )


@cache
def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w'-]*", name) if word[0].isupper())
