"""Which promise on record a new one is most like, found out before anybody has to wait for it.

A promise is looked for among those of the same owner: of the owners themselves, the bodies they are
part of and those that are part of them. What these have promised is laid out by its words once for
many new ones, so that each is compared only with what has two of its words. Whoever holds the lock
then looks at what was found, and at what others have written since; all is looked for anew only if
that makes it otherwise.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from math import log
from typing import TypeAlias

from commitrack.model.kinds import Kind
from commitrack.model.likeness import ALIKE, content_words, resemblance
from commitrack.store import parties
from commitrack.store.engine import Connection, Row
from commitrack.store.since import newest
from commitrack.store.sql import number_list

_PROMISED = f"c.kind <> '{Kind.RECOMMENDATION.value}'"
"""What can be said again more weakly. Advice to others promises nothing."""
_COMPARED = 48
"""Promises on record whose words are compared with a new one: those that share what is rarest."""
_COMPARABLE = f"c.present = 1 AND c.status <> 'rejected' AND {_PROMISED}"

Family: TypeAlias = frozenset[int]
"""Parties that count as one owner."""
Promised: TypeAlias = "Mapping[str, array[int]]"
"""Promises by each of their words."""
_NOTHING: Promised = {}


@dataclass(frozen=True, slots=True)
class Said:
    """A promise that is new."""

    quote: str
    owners: tuple[int, ...]
    """Those of its owners that are on record."""
    names: tuple[str, ...]
    number: int | None = None
    """The number that it has on record, if it is there already."""


class Recall:
    """The promises on record, as one addition looks at them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen = newest(connection)
        """The newest transaction of which everything is known."""
        self._parties: int = connection.execute(
            "SELECT coalesce(max(id), 0) FROM parties"
        ).fetchone()[0]
        self._count: int = connection.execute("SELECT count(*) FROM commitments").fetchone()[0]
        self._below = 2**62
        """The number of the first new one; what has a lower one was there before."""
        self._foreseen: dict[tuple[str, Family], tuple[int, int] | None] = {}
        self._found = lru_cache(maxsize=None)(self._look_up)
        self._promised = lru_cache(maxsize=None)(self._lay_out)

    # Before the lock is taken

    def expect(
        self, promises: Iterable[tuple[str, Sequence[str]]], affiliations: Mapping[str, str]
    ) -> None:
        """Look for what these resemble, quotes with the names of their owners.

        `affiliations` says of bodies whose part they will be: child → parent.
        """
        known: dict[tuple[str, ...], tuple[Family, Said]] = {}
        for quote, names in promises:
            key = tuple(names)
            if key not in known:
                known[key] = self._foresee_owners(key, affiliations)
            family, owners = known[key]
            if family and (quote, family) not in self._foreseen:
                said = Said(quote, owners.owners, owners.names)
                self._foreseen[quote, family] = self._nearest(said, family, self._promised)

    def _foresee_owners(
        self, names: Sequence[str], affiliations: Mapping[str, str]
    ) -> tuple[Family, Said]:
        """The family that owners will have, and they themselves as they are called on record."""
        numbers = [parties.find(self._connection, name) for name in names]
        owners = tuple(number for number in numbers if number is not None)
        called = dict(zip(names, numbers, strict=True))
        names = [
            self._names((number,))[0] if number is not None else name
            for name, number in called.items()
        ]
        upper, lower = set(owners), set(owners)
        if affiliations:
            free = {
                child: parent
                for child, parent in affiliations.items()
                if not self._has_parent(parties.find(self._connection, child))
            }
            upper |= self._numbers(_reached(called, free.items()))
            lower |= self._numbers(_reached(called, ((up, down) for down, up in free.items())))
        return self._known(self._family(upper, lower)), Said("", owners, tuple(names))

    def _numbers(self, names: Iterable[str]) -> set[int]:
        found = (parties.find(self._connection, name) for name in names)
        return {number for number in found if number is not None}

    def _has_parent(self, party: int | None) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM parties WHERE id = ? AND parent IS NOT NULL", (party,)
        ).fetchone()
        return found is not None

    # Under the lock

    def nearest(
        self, newer: Iterable[int], *, but: Collection[int] = ()
    ) -> dict[int, tuple[int, int]]:
        """Of new commitments, `but` for some, those that resemble a promise of the same owner, with
        that which is most like them and how alike they are, in percent.

        What was put on record together is no repetition of itself, nor is one that the text says
        in its own words besides.
        """
        numbers = sorted(newer)
        if not numbers:
            return {}
        self._below = numbers[0]
        later = self._later()
        families: dict[tuple[int, ...], Family] = {}
        found: dict[int, tuple[int, int]] = {}
        for said in self._said([one for one in numbers if one not in but]):
            if said.owners not in families:
                families[said.owners] = self._family(said.owners, said.owners)
            family = families[said.owners]
            one = self._settle(said, family, later)
            if said.number is not None and one is not None:
                found[said.number] = one
        return found

    def _settle(
        self, said: Said, family: Family, later: Mapping[int, Promised]
    ) -> tuple[int, int] | None:
        known = self._known(family)
        key = (said.quote, known)
        best = self._foreseen.get(key)
        if (key not in self._foreseen and known) or (
            best is not None and not self._rows(said, known, [best[0]])
        ):
            best = self._nearest(said, known, self._promised)
        if later:
            late = self._nearest(said, family, lambda party: later.get(party, _NOTHING))
            best = _better(best, late)
        return best

    def _later(self) -> Mapping[int, Promised]:
        """What others have made a promise of some party since all was looked at: what they have
        added, brought back or given to another owner. Their other edits make nothing otherwise.
        """
        numbers = [
            row[0]
            for row in self._connection.execute(
                "SELECT DISTINCT commitment FROM changes INDEXED BY idx_changes_tx "
                "WHERE tx > ? AND commitment < ? AND ("
                "(record = 'commitment_parties' AND field = 'present' AND new = '1') "
                "OR (record = 'commitments' AND (field = 'kind' OR (field = 'present' "
                "AND new = '1') OR (field = 'status' AND old = 'rejected'))))",
                (self._seen, self._below),
            )
        ]
        found: dict[int, dict[str, array[int]]] = defaultdict(lambda: defaultdict(_no_numbers))
        for number, quote, party in self._connection.execute(
            "SELECT c.id, c.quote, cp.party FROM commitments c "
            "JOIN commitment_parties cp ON cp.commitment = c.id "
            "WHERE cp.role = 'owner' AND cp.present = 1 "
            f"AND {_COMPARABLE} AND c.id IN ({number_list(numbers)}) ORDER BY c.id"
        ):
            for word in content_words(quote):
                found[party][word].append(number)
        return found

    def _said(self, numbers: Sequence[int]) -> list[Said]:
        """The promises among new commitments; advice is none."""
        owners: dict[int, list[int]] = defaultdict(list)
        names: dict[int, list[str]] = defaultdict(list)
        for commitment, party, name in self._connection.execute(
            "SELECT cp.commitment, p.id, p.name FROM commitment_parties cp "
            "JOIN parties p ON p.id = cp.party WHERE cp.role = 'owner' AND cp.present = 1 "
            f"AND cp.commitment IN ({number_list(numbers)}) ORDER BY cp.commitment, p.id"
        ):
            owners[commitment].append(party)
            names[commitment].append(name)
        return [
            Said(quote, tuple(owners[number]), tuple(names[number]), number)
            for number, quote in self._connection.execute(
                "SELECT c.id, c.quote FROM commitments c WHERE c.present = 1 "
                f"AND c.id IN ({number_list(numbers)}) AND {_PROMISED} ORDER BY c.id"
            )
            if number in owners
        ]

    # How alike

    def _nearest(
        self, said: Said, family: Family, promised: Callable[[int], Promised]
    ) -> tuple[int, int] | None:
        """The promise of a family that is most like a new one, of those that are laid out."""
        words = sorted(_about(said.quote, said.names))
        if len(words) < 2:
            return None
        laid_out = [promised(party) for party in sorted(family)]
        having = {word: _having(word, laid_out) for word in words}
        common: Counter[int] = Counter()
        for numbers in having.values():
            common.update(numbers)
        several = {number for number, many in common.items() if many > 1 and number < self._below}
        scores: dict[int, float] = dict.fromkeys(several, 0.0)
        for word in words if several else ():
            weight = self._weight(word)
            for number in having[word]:
                if number in several:
                    scores[number] += weight
        near = nsmallest(_COMPARED, scores, key=lambda number: (-scores[number], number))
        return self._compare(said, family, near)

    def _compare(self, said: Said, family: Family, near: Collection[int]) -> tuple[int, int] | None:
        words = _about(said.quote, said.names)
        best: tuple[int, int] | None = None
        for row in self._rows(said, family, near):
            theirs = _about(row["quote"], (*said.names, *self._owners(row["id"])))
            score = resemblance(words, theirs, self._weight)
            if score >= ALIKE:
                best = _better(best, (row["id"], score))
        return best

    def _rows(self, said: Said, family: Family, near: Collection[int]) -> Sequence[Row]:
        """Those of some commitments that can be what a new one says again."""
        if not near:
            return ()
        return self._connection.execute(
            "SELECT c.id, c.quote FROM commitments c "
            f"WHERE c.id IN ({number_list(near)}) AND c.id < ? AND {_COMPARABLE} "
            "AND EXISTS (SELECT 1 FROM commitment_parties cp WHERE cp.commitment = c.id "
            "AND cp.role = 'owner' AND cp.present = 1 "
            f"AND cp.party IN ({number_list(sorted(family))})) "
            "AND NOT EXISTS (SELECT 1 FROM mentions m WHERE m.commitment = c.id AND m.present = 1 "
            "AND m.statement = (SELECT statement FROM commitments WHERE id = ?)) ORDER BY c.id",
            (self._below, said.number),
        ).fetchall()

    def _weight(self, word: str) -> float:
        """The rarer a word is on record, the new promise counted in, the more it says."""
        return log(1 + (2 + self._count) / (2 + self._found(word)))

    def _look_up(self, word: str) -> int:
        """In how many quotes a word stands, or one that begins with it."""
        found: int = self._connection.execute(
            "SELECT count(*) FROM commitments_fts WHERE commitments_fts MATCH ? AND rowid < ?",
            (f'{{quote}} : "{word}" *', self._below),
        ).fetchone()[0]
        return found

    # Whose

    def _lay_out(self, party: int) -> Promised:
        """The promises that a party owns, by each of their words."""
        found: dict[str, array[int]] = defaultdict(_no_numbers)
        for number, quote in self._connection.execute(
            f"SELECT c.id, c.quote FROM commitments c WHERE {_COMPARABLE} AND c.id IN ("
            "SELECT commitment FROM commitment_parties WHERE role = 'owner' AND present = 1 "
            "AND party = ?)",
            (party,),
        ):
            for word in content_words(quote):
                found[word].append(number)
        return dict(found)

    def _owners(self, number: int) -> list[str]:
        return [
            row[0]
            for row in self._connection.execute(
                "SELECT p.name FROM commitment_parties cp JOIN parties p ON p.id = cp.party "
                "WHERE cp.commitment = ? AND cp.role = 'owner' AND cp.present = 1",
                (number,),
            )
        ]

    def _names(self, numbers: Sequence[int]) -> list[str]:
        return [
            row[0]
            for row in self._connection.execute(
                f"SELECT name FROM parties WHERE id IN ({number_list(numbers)})"
            )
        ]

    def _family(self, upper: Iterable[int], lower: Iterable[int]) -> Family:
        """Parties, the bodies that the `upper` are part of, and those that are part of the
        `lower`.
        """
        found = self._connection.execute(
            f"WITH RECURSIVE above(id) AS (SELECT id FROM parties WHERE id IN "
            f"({number_list(sorted(upper))}) UNION SELECT p.parent FROM parties p "
            "JOIN above ON p.id = above.id WHERE p.parent IS NOT NULL AND p.present = 1), "
            f"below(id) AS (SELECT id FROM parties WHERE id IN ({number_list(sorted(lower))}) "
            "UNION SELECT p.id FROM parties p JOIN below ON p.parent = below.id "
            "WHERE p.present = 1) SELECT id FROM above UNION SELECT id FROM below"
        )
        return frozenset(row[0] for row in found)

    def _known(self, family: Family) -> Family:
        """A family without those who were not on record yet, and so had promised nothing."""
        return frozenset(party for party in family if party <= self._parties)


def _no_numbers() -> array[int]:
    return array("q")


def _having(word: str, laid_out: Iterable[Promised]) -> Collection[int]:
    """The promises in which a word stands, each of them once."""
    found = [promised[word] for promised in laid_out if word in promised]
    return found[0] if len(found) == 1 else frozenset[int]().union(*found)


def _about(quote: str, owners: Iterable[str]) -> frozenset[str]:
    """What a promise is about, but for the names of those who promise."""
    return content_words(quote) - content_words(" ".join(owners))


def _better(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    """The one that is more alike, or else the older one."""
    found = [each for each in (one, other) if each is not None]
    return max(found, key=lambda each: (each[1], -each[0]), default=None)


def _reached(start: Iterable[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    """The names that one comes to from some, by steps from name to name."""
    ways = defaultdict(list)
    for one, other in steps:
        ways[one].append(other)
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        for name in ways.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found
