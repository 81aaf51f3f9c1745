"""Promises said before: new candidates are held against those on record, and links proposed.

Which one a new promise resembles is recalled (`recalling`); how the later one differs is asked of
the model. Nothing is linked: a person decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from commitrack.model.drift import drift
from commitrack.model.records import Commitment
from commitrack.model.wording import Words, closeness
from commitrack.store.reading import dossiers
from commitrack.store.recalling import Recall
from commitrack.store.transacting import Writer


def suggest(
    writer: Writer, new: Iterable[int], reworded: Mapping[int, int], recall: Recall
) -> None:
    """Propose a link from each of the new commitments that seems to say an earlier one again.

    `reworded` names, for a new one, the earlier one that it is already known to put in other words.
    """
    nearest = recall.nearest(new, but=reworded)
    older = {*reworded.values(), *(other for other, _ in nearest.values())}
    known = {
        one.commitment.number: one.commitment
        for one in dossiers(writer.connection, sorted({*reworded, *nearest, *older}))
    }
    for number in sorted({*reworded, *nearest}):
        other, score = nearest.get(number) or (reworded[number], None)
        _propose(writer, known[number], known[other], score)


def _propose(writer: Writer, newer: Commitment, older: Commitment, score: int | None) -> None:
    """Propose a link; without a `score` it is how close the two wordings are, in percent."""
    if score is None:
        score = round(100 * closeness(Words(older.quote).keys, Words(newer.quote).keys))
    writer.insert(
        "suggestions",
        {
            "commitment": newer.number,
            "other": older.number,
            "type": drift(older, newer).type.value,
            "score": score,
        },
    )
    writer.touched.update((newer.number, older.number))
