"""What only the model's rules know of a commitment: asked of the model, page by page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from commitrack.model.assurance import assurance
from commitrack.model.rag import Colour, rag
from commitrack.model.records import Dossier
from commitrack.store.asking import Extent, Lens
from commitrack.store.engine import Connection
from commitrack.store.reading import dossiers
from commitrack.store.sql import EVERYTHING, Sql

OF_THE_WORDS = frozenset({"lint", "specificity"})
"""Fields that follow from a commitment's own row, its parties and its dismissals alone."""

MODEL_FIELDS = frozenset({"rag", "assurance", "specificity", "lint"})
"""Fields that SQLite cannot put in order."""

ASKED = MODEL_FIELDS - {"rag"}
"""Those of which it cannot tell either whether a value holds."""

_PAGE = 256

_SEVERITY = (Colour.RED, Colour.AMBER, Colour.GREY, Colour.GREEN, Colour.BLUE)
"""The order that ``sort:rag`` means: what needs attention first."""


def ask_the_model(
    connection: Connection, within: Sql, rule: Callable[[Dossier], bool], *, whole: bool = True
) -> Sql:
    """The commitments that meet an SQL condition (which narrows) and then a rule of the model.

    A rule that does not need the `whole` dossier is spared the reading of what is filed.
    """
    found = [
        dossier.commitment.number
        for dossier in _all(connection, within, whole=whole)
        if rule(dossier)
    ]
    return Sql("c.id IN (SELECT value FROM json_each(?))", (json.dumps(found),))


def score(dossier: Dossier, field: str, lens: Lens) -> int:
    """A field that the model derives, as a number to compare and to sort by."""
    match field:
        case "rag":
            return _SEVERITY.index(rag(dossier, lens.today).colour)
        case "assurance":
            return int(assurance(dossier))
        case "specificity":
            from commitrack.model.specificity import specificity  # few lists ask for it

            return specificity(dossier.commitment)
    raise ValueError(f"{field} has no order")


def model_order(connection: Connection, field: str, lens: Lens) -> list[tuple[int, int]]:
    """The rank of every commitment by a field that the model derives."""
    return [
        (dossier.commitment.number, score(dossier, field, lens))
        for dossier in _all(connection, EVERYTHING, whole=field not in OF_THE_WORDS)
    ]


def _all(connection: Connection, within: Sql, *, whole: bool) -> Iterator[Dossier]:
    numbers = [
        row[0]
        for row in connection.execute(
            f"SELECT c.id FROM commitments c WHERE c.present = 1 AND {within.text} ORDER BY c.id",
            within.values,
        )
    ]
    extent = Extent.STANDING if whole else Extent.WORDS
    for first in range(0, len(numbers), _PAGE):
        yield from dossiers(connection, numbers[first : first + _PAGE], extent)
