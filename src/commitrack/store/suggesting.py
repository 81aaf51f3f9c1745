"""Promises said before: new candidates are held against those on record, and links proposed.

Which promises to compare is read off the word index and the index of owners; whether they are
alike, and how the later one differs, is asked of the model. Nothing is linked: a person decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from commitrack.model.drift import drift
from commitrack.model.kinds import Kind
from commitrack.model.likeness import ALIKE, content_words, resemblance
from commitrack.model.records import Commitment
from commitrack.model.wording import Words, closeness
from commitrack.store.engine import Connection, Row
from commitrack.store.reading import dossiers
from commitrack.store.sql import number_list
from commitrack.store.transacting import Writer

_RAREST = 5
"""Content words by which candidates for a comparison are looked up: the rarest of those that are
on record already.
"""
_COMPARED = 48
"""Promises on record that are compared with a new one: those that the word index ranks first."""
_PROMISES = (Kind.COMMITMENT.value, Kind.ASPIRATION.value)
"""What can be said again more weakly. Advice to others promises nothing."""


def suggest(writer: Writer, new: Iterable[int], reworded: Mapping[int, int]) -> None:
    """Propose a link from each of the new commitments that seems to say an earlier one again.

    `reworded` names, for a new one, the earlier one that it is already known to put in other words.
    """
    memory = _Memory(writer.connection)
    numbers = sorted(new)
    for dossier in dossiers(writer.connection, numbers):
        newer = dossier.commitment
        known = reworded.get(newer.number)
        if known is not None:
            _propose(writer, newer, known)
        elif newer.kind in _PROMISES:
            found = memory.nearest(newer, below=numbers[0])
            if found is not None:
                _propose(writer, newer, *found)


def _propose(writer: Writer, newer: Commitment, other: int, score: int | None = None) -> None:
    """Propose a link; without a `score` it is how close the two wordings are, in percent."""
    (dossier,) = dossiers(writer.connection, (other,))
    older = dossier.commitment
    if score is None:
        score = round(100 * closeness(Words(older.quote).keys, Words(newer.quote).keys))
    writer.insert(
        "suggestions",
        {
            "commitment": newer.number,
            "other": other,
            "type": drift(older, newer).type.value,
            "score": score,
        },
    )
    writer.touched.update((newer.number, other))


class _Memory:
    """The promises on record, as one addition looks at them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._count: int = connection.execute("SELECT count(*) FROM commitments").fetchone()[0]
        self._found = lru_cache(maxsize=None)(self._look_up)
        self._owned = lru_cache(maxsize=None)(self._read_owned)

    def nearest(self, newer: Commitment, *, below: int) -> tuple[int, int] | None:
        """The promise of the same owner that is most like a new one, and how alike they are.

        Only those with numbers `below` count: what stands in the same text is no repetition of it.
        Nor is one that the text says in its own words besides.
        """
        family = self._family(newer)
        words = self._about(newer.quote, newer.owners)
        if not family or len(words) < 2:
            return None
        best: tuple[int, int] | None = None
        for row in self._candidates(newer.number, words, family, below):
            theirs = self._about(row["quote"], (*newer.owners, *self._owners(row["id"])))
            score = resemblance(words, theirs, self._weight)
            if score >= ALIKE and (best is None or (score, -row["id"]) > (best[1], -best[0])):
                best = (row["id"], score)
        return best

    @staticmethod
    def _about(quote: str, owners: Iterable[str]) -> frozenset[str]:
        """What a promise is about, but for the names of those who promise."""
        return content_words(quote) - content_words(" ".join(owners))

    def _look_up(self, word: str) -> int:
        """In how many quotes a word stands, or one that begins with it."""
        found: int = self._connection.execute(
            "SELECT count(*) FROM commitments_fts WHERE commitments_fts MATCH ?",
            (f'{{quote}} : "{word}" *',),
        ).fetchone()[0]
        return found

    def _weight(self, word: str) -> float:
        return log(1 + (1 + self._count) / (1 + self._found(word)))

    def _candidates(
        self, number: int, words: frozenset[str], family: tuple[int, ...], below: int
    ) -> list[Row]:
        # A word that stands in the new quote alone finds nothing else.
        known = [word for word in sorted(words) if self._found(word) > 1]
        rarest = sorted(known, key=self._found)[:_RAREST]
        # What the family owns is a set at hand: to ask of every hit costs more than all the rest.
        owned = self._owned(family)
        if len(rarest) < 2 or min(owned, default=below) >= below:
            return []
        match = " OR ".join(f'"{word}" *' for word in rarest)
        ranked = self._connection.execute(
            "SELECT rowid FROM commitments_fts WHERE commitments_fts MATCH ? AND rowid < ? "
            "ORDER BY rank, rowid",
            (f"{{quote}} : ({match})", below),
        )
        near = [row[0] for row in ranked if row[0] in owned][:_COMPARED]
        return self._connection.execute(
            f"SELECT c.id, c.quote FROM commitments c WHERE c.id IN ({number_list(near)}) "
            "AND c.present = 1 AND c.status <> 'rejected' "
            "AND c.kind IN ('commitment', 'aspiration') "
            "AND NOT EXISTS (SELECT 1 FROM mentions m WHERE m.commitment = c.id AND m.present = 1 "
            "AND m.statement = (SELECT statement FROM commitments WHERE id = ?))",
            (number,),
        ).fetchall()

    def _read_owned(self, family: tuple[int, ...]) -> frozenset[int]:
        """The commitments that a family owns."""
        return frozenset(
            row[0]
            for row in self._connection.execute(
                "SELECT commitment FROM commitment_parties WHERE role = 'owner' AND present = 1 "
                f"AND party IN ({number_list(family)})"
            )
        )

    def _owners(self, number: int) -> list[str]:
        return [
            row[0]
            for row in self._connection.execute(
                "SELECT p.name FROM commitment_parties cp JOIN parties p ON p.id = cp.party "
                "WHERE cp.commitment = ? AND cp.role = 'owner' AND cp.present = 1",
                (number,),
            )
        ]

    def _family(self, newer: Commitment) -> tuple[int, ...]:
        """The owners, the bodies they are part of, and those that are part of them."""
        found = self._connection.execute(
            "WITH RECURSIVE own(id) AS (SELECT party FROM commitment_parties "
            "WHERE commitment = ? AND role = 'owner' AND present = 1), "
            "above(id) AS (SELECT id FROM own UNION SELECT p.parent FROM parties p "
            "JOIN above ON p.id = above.id WHERE p.parent IS NOT NULL AND p.present = 1), "
            "below(id) AS (SELECT id FROM own UNION SELECT p.id FROM parties p "
            "JOIN below ON p.parent = below.id WHERE p.present = 1) "
            "SELECT id FROM above UNION SELECT id FROM below",
            (newer.number,),
        )
        return tuple(sorted(row[0] for row in found))
