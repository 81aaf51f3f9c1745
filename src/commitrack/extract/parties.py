"""The bodies and people that a statement names, and the full name behind a short one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from commitrack.extract.body_words import (
    ORGANISATION_WORDS,
    PLACES_THAT_ACT,
    SHORT_FORMS,
)
from commitrack.extract.by_letter import by_letter
from commitrack.extract.called import (
    DESCRIBED,
    LEAGUES,
    OF_WORKERS,
    PUBLIC,
    TRADING,
    bearer,
    is_company,
    is_kind,
    stands_for,
)
from commitrack.extract.names import (
    CALLED,
    Mention,
    bodies_in,
    is_one_of,
    parted_name,
)

if TYPE_CHECKING:
    from commitrack.extract.subject_kinds import SubjectKind

_LETTERS = r"[^\W\d_]"
_EACH_OF = re.compile(r"(?:[Nn]either|[Bb]oth|[Ee]ither|[Ee]ach)(?: of the)? (?:\w+)")
_SEVERAL = re.compile(r", (?:and )?| and ")
_OFFICE_FOR = re.compile(
    r"(?:The )?(?:Office|Ministry|Department|Secretariat|Bureau|Directorate) (?:of|for) "
)
_ITS_FIELD = re.compile(r"\w+|[\w ]+ (?:Ombudsman|Commissioner|Regulator|Inspector)")
"""What closes the name of one such body: "Office of the Housing and Land Ombudsman"."""
_OF_ITSELF = frozenset(["agency", "organisation", "organization", "office", "service", "bureau"])
"""What a public body calls itself even when none of it stands in its name."""
_COUNTRIES = frozenset(
    ["Australia", "Canada", "England", "India", "Ireland", "Scotland", "Wales", "Zealand"]
)
_GENERIC = frozenset(
    {"agency", "authority", "body", "bureau", "commission", "department", "ministry", "office"}
    | {"organisation", "organization", "service"}
)
"""Words by which a body calls itself whatever its name is."""
_BLANK = re.compile(" ")
MOST_NAMES = 4000
_NEITHER = by_letter(r"[Nn]either (?P<one>[^,;]+?) nor (?P<other>[^,;]+)")
_ANY_LETTERS = frozenset("aAeEsS\u017fnNoO")
"""The letters with which such a word begins, in all their forms."""
_ANY = by_letter(r"(?:an?|each|every|any|another|some|no|other)\b", ignore_case=True)


@dataclass(frozen=True)
class Parties:
    """What a statement names: its publisher, full names of bodies in order, and short forms."""

    publisher: str | None
    mentions: tuple[Mention, ...]
    shorts: dict[str, str]
    proper: frozenset[str] = frozenset()
    posts: tuple[Mention, ...] = ()
    """Posts named in full ("Director of Finance"), in order."""
    own: str | None = None
    """The body that the statement speaks for; None in the news, where the publisher only tells."""
    people: dict[str, list[Mention]] = field(default_factory=dict)
    """The full names of people by their surname, in order."""
    affiliated: tuple[tuple[str, str], ...] = ()
    """(child, parent) for each body that is said to be part of another."""
    introduced: dict[str, str | None] = field(default_factory=dict)
    """The full name behind each short one that the text introduces; None where it means two."""
    known: dict[str, list[Mention]] = field(default_factory=dict)
    kinds: dict[tuple[str, str, str | None, bool], SubjectKind] = field(default_factory=dict)
    """The kinds of phrases that were judged already."""

    def full(self, written: str, at: int) -> str:
        """The full name for ``written`` at offset ``at``; as written when none is known."""
        bare, articled = parted_name(written)
        first = written[:1]
        if first in ("N", "n") and (neither := _NEITHER.fullmatch(written)):
            return f"{self.full(neither['one'], at)} and {self.full(neither['other'], at)}"
        if " and " in bare:
            return self._joined(bare, at)
        if first in _ANY_LETTERS and _ANY.match(written):
            return self.shorts.get(bare, bare)
        return self._one(bare, at, articled=articled and not written[0].isspace())

    @property
    def aliases(self) -> tuple[tuple[str, str], ...]:
        """(short, full) for each short name that is introduced for one body and means it here."""
        return tuple(
            (short, full)
            for short, full in self.introduced.items()
            if full is not None and self.shorts.get(short) == full
        )[:MOST_NAMES]

    def names(self, written: str) -> bool:
        """Whether these words are one name that the text gives in full."""
        return written == self.publisher or written in self._in_full

    @cached_property
    def _in_full(self) -> frozenset[str]:
        return frozenset(one.name for one in self.mentions)

    @cached_property
    def _with_word(self) -> dict[str, list[str]]:
        """The full names by each word in them, in small letters."""
        found: dict[str, list[str]] = {}
        for one in self._in_full:
            for word in {*one.casefold().split()}:
                found.setdefault(word, []).append(one)
        return found

    @cached_property
    def _endings(self) -> dict[str, list[Mention]]:
        """The mentions by each end of two words or more of their name, in small letters."""
        found: dict[str, list[Mention]] = {}
        for one in self.mentions:
            split = one.name.casefold().split()
            for size in range(2, len(split)):
                found.setdefault(" ".join(split[-size:]), []).append(one)
        return found

    @cached_property
    def _prefixes(self) -> dict[str, list[Mention]]:
        """The mentions by the words with which a longer name begins."""
        found: dict[str, list[Mention]] = {}
        for one in self.mentions:
            for blank in _BLANK.finditer(one.name):
                found.setdefault(one.name[: blank.start()], []).append(one)
        return found

    @cached_property
    def _beginnings(self) -> dict[str, list[Mention]]:
        """Companies and posts by the first word of their name."""
        companies = [one for one in self.mentions if is_company(one.name)]
        found: dict[str, list[Mention]] = {}
        for one in (*self.posts, *companies):
            found.setdefault(one.name.split()[0], []).append(one)
        return found

    def _joined(self, bare: str, at: int) -> str:
        if self.names(bare):
            return bare
        for one in self.publishers:
            if " and " in one and bare.startswith(f"{one} and "):
                return f"{one}{bare[len(one) :]}"
        head, _, rest = bare.partition(" and ")
        if re.match(r"(?:its|their|his|her|our) ", rest):
            return f"{self._one(head, at, articled=True)} and {rest}"
        return f"{self._one(head, at, articled=True)} and {self.full(rest, at)}"

    def _one(self, bare: str, at: int, *, articled: bool) -> str:
        if bare in self.shorts:
            return self.shorts[bare]
        words = bare.split()
        if len(words) in (2, 4) and _EACH_OF.fullmatch(bare):
            return self._short(words[-1], at) or bare
        if bare in self.publishers:
            return bare
        if len(words) > 1:
            if not articled:
                for one in self.publishers if self.own is not None else ():
                    if one.startswith(f"{bare} "):
                        return one
                if person := self._person(bare, at):
                    return person
            return (
                self._ending_in(bare, at)
                or self._described(bare, at)
                or self._begun(bare, at, articled=articled)
                or bare
            )
        word = words[0] if words else ""
        folded = word.casefold()
        if folded in PLACES_THAT_ACT and articled:
            own = next((one for one in self.publishers if folded in one.casefold().split()), None)
            return own or self._short(word, at) or bare
        if folded == "board" and articled and self.own is None:
            return self._short(word, at) or bare
        if folded in SHORT_FORMS:
            return self._short(word, at) or self._generic(folded) or bare
        if folded in _GENERIC and articled:
            return self._short(word, at) or self._generic(folded) or bare
        if word[:1].isupper():
            for one in self.publishers:
                if " " in one and word == one.split()[-1]:
                    return one
        if articled and word in ORGANISATION_WORDS:
            for one in self.publishers:
                if word in one.split():
                    return bearer(word, one)
        return self._beginning_with(word, at) or bare

    @cached_property
    def publishers(self) -> tuple[str, ...]:
        """The bodies that publish the statement, one by one."""
        if self.publisher is None:
            return ()
        parts = _whole_names(_SEVERAL.split(self.publisher))
        several = (
            len(parts) > 1
            and all(
                one[:1].isupper()
                and (
                    len(parts) > 2 or (" " in one and ORGANISATION_WORDS.intersection(one.split()))
                )
                for one in parts
            )
            and not (_OFFICE_FOR.match(parts[0]) and _is_its_field(parts[-1]))
        )
        return parts if several else (self.publisher,)

    def _generic(self, word: str) -> str | None:
        """The body that speaks, when it is called by a word that no name in the text has."""
        if self.own is None or len(self.publishers) != 1:
            return None
        words = self.own.split()
        if word == "union" and not OF_WORKERS.isdisjoint(words):
            return self.own
        several = ORGANISATION_WORDS.intersection(words)
        if word in _OF_ITSELF and (PUBLIC.intersection(words) or not several):
            return self.own
        if several:
            return None  # a body is called by the words of its own name
        called = word == "charity" or (word in _GENERIC and words[-1] in _COUNTRIES)
        return self.own if called else None

    def _person(self, bare: str, at: int) -> str | None:
        """The full name of somebody called by title and surname: "Dr Naismith"."""
        called = CALLED.fullmatch(bare)
        if called is None:
            return None
        return nearest(self.people.get(called["surname"], []), at)

    def _ending_in(self, bare: str, at: int) -> str | None:
        """The full name of which "County Council" is the end."""
        if bare.split()[-1].casefold() not in SHORT_FORMS | {"board"}:
            return None
        if self.publisher and self.publisher.casefold().endswith(" " + bare.casefold()):
            return self.publisher
        return nearest(self._endings.get(bare.casefold(), []), at)

    def _begun(self, bare: str, at: int, *, articled: bool) -> str | None:
        """The body that goes by the first words of its name: "Mercy Valley"."""
        if articled or self.names(bare) or not all(word[:1].isupper() for word in bare.split()):
            return None
        return nearest(self._prefixes.get(bare, []), at)

    def _described(self, bare: str, at: int) -> str | None:
        """The body that is called by what it is: "the civic body" for a municipal corporation."""
        folded = bare.casefold()
        named = DESCRIBED.get(folded)
        if named is None:
            kind, _, trade = folded.partition(" ")
            if trade not in TRADING or self.own is None:
                return None
            return self.own if self.own.casefold().endswith(f" {kind}") else None
        return nearest([one for one in self.mentions if named & {*one.name.split()}], at)

    def _beginning_with(self, word: str, at: int) -> str | None:
        """The post or the company that goes by its first word: "the Director", "Acme".

        A place does not: the first word of a town council means the town.
        """
        if not word[:1].isupper() or word in ORGANISATION_WORDS:
            return None
        if self.own and is_company(self.own) and self.own.startswith(f"{word} "):
            return self.own
        return nearest(self._beginnings.get(word, []), at)

    def _short(self, word: str, at: int) -> str | None:
        for one in self.publishers if self.own is not None else ():
            if stands_for(word, one):
                return bearer(word, one)
        if (
            self.own
            and word.casefold() in TRADING
            and not set(self.own.split()) & (PUBLIC | LEAGUES)
        ):
            return self.own
        return nearest(self._named(word), at)

    def _named(self, word: str) -> list[Mention]:
        """The full names for which a word may stand, in order."""
        if word not in self.known:
            folded = word.casefold()
            some = self._in_full if is_kind(word) else self._with_word.get(folded, ())
            names = {one for one in some if stands_for(word, one)}
            last = {one for one in names if one.split()[-1].casefold() == folded}
            names = (
                last or names
            )  # "the library" is the Public Library, not the Library Association
            self.known[word] = [one for one in self.mentions if one.name in names]
        return self.known[word]

    def is_proper(self, word: str) -> bool:
        """Whether a word is capitalised inside a sentence too: a place or a short name."""
        return word in self.proper

    def is_publisher(self, full: str) -> bool:
        """Whether a full name, in small letters, is that of the publisher or of one of several."""
        if self.publisher is None:
            return False
        publisher = self.publisher.casefold()
        return full == publisher or (" and " in publisher and is_one_of(full, publisher))

    def bodies_of(self, written: str) -> list[str]:
        """The bodies but our own in words about a person: "Ada Quill of the Rail Authority"."""
        return [one for one in bodies_in(written) if not self.publisher or one != self.publisher]

    def last_before(self, at: int) -> str | None:
        """The body named last before an offset."""
        index = bisect_right(self.mentions, at - 1, key=lambda one: one.start)
        return self.mentions[index - 1].name if index else None


def _whole_names(parts: list[str]) -> tuple[str, ...]:
    """Names that were parted at "and", those of which a single word was cut off put together again:
    "Farmers and Graziers Association"."""
    whole: list[str] = []
    for one in parts:
        cut = whole and " " not in whole[-1] and not whole[-1].isupper()
        if cut and whole[-1] not in ORGANISATION_WORDS and len(parts) > 2:
            whole[-1] = f"{whole[-1]} and {one}"
        else:
            whole.append(one)
    return tuple(whole)


def _is_its_field(part: str) -> bool:
    """Whether the end of a name says what such an office sees to, and is no body of its own."""
    named = part.split()
    return _ITS_FIELD.fullmatch(part) is not None or ORGANISATION_WORDS.isdisjoint(named[-1:])


def nearest(named: list[Mention], at: int) -> str | None:
    """The one named last before an offset, or else first after it."""
    if not named:
        return None
    index = bisect_right(named, at, key=lambda one: one.start)
    return named[max(0, index - 1)].name
