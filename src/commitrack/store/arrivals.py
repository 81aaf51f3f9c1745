"""What began there since it was last known here, family by family: each is put on record whole.

A record belongs to the statement that it lies under, or to the commitment when that has none. A
statement of very many commitments is more than one family, so that nobody waits for all of it. What
names several families that are new (a link, the words of an older promise in a newer statement)
comes with the last of them, since before that it would name what is not there.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from commitrack.store import families
from commitrack.store.engine import Connection, Row
from commitrack.store.families import ORDER
from commitrack.store.since import Key

Refers = Callable[[str], Mapping[str, str]]
"""The columns of a table that name other records, and the tables of those."""
MOST = 1_000
"""Commitments that come with their statement; of more, as many at a time come after it."""
_Place: TypeAlias = tuple[int, int]
"""Where a family comes: its statement's place in what is new, then its own in the statement."""


@dataclass(slots=True)
class Arrivals:
    """New families in an order in which each finds what it names, and what joins old ones."""

    new: list[list[Key]] = field(default_factory=list)
    filed: dict[Key, list[Key]] = field(default_factory=lambda: defaultdict(list))
    """By the record that is here and that they are filed under."""


def arranged(
    there: Connection,
    came: Mapping[str, Collection[int]],
    refers: Refers,
    is_here: Callable[[Key], bool],
) -> Arrivals:
    """Put what began there, or came back, into families."""
    found = Arrivals()
    new: dict[_Place, list[Key]] = {}
    place: dict[Key, _Place] = {}
    last: dict[int, int] = {}
    """Of a statement of very many commitments, by its place: the family that the next comes in."""
    promised: Counter[_Place] = Counter()

    def begin(key: Key) -> None:
        place[key] = (len(new), 0)
        new[place[key]] = [key]

    for number in _parents_first(there, came["parties"], refers("parties")):
        begin(("parties", number))
    for number in sorted(came["statements"]):
        if is_here(("statements", number)):
            found.filed["statements", number].append(("statements", number))
        else:
            begin(("statements", number))
    for table in ORDER:
        if table in ("statements", "parties"):
            continue
        columns = [(one, of) for one, of in refers(table).items() if of != "parties"]
        for row in _rows(there, table, came[table]):
            key = (table, row["id"])
            named = [place[of, row[one]] for one, of in columns if (of, row[one]) in place]
            if named and table == "commitments":
                first, _ = max(named)
                at = (first, last.get(first, 0))
                if promised[at] >= MOST:
                    at = (first, at[1] + 1)
                    last[first] = at[1]
                promised[at] += 1
                place[key] = at
                new.setdefault(at, []).append(key)
            elif named:
                new[max(named)].append(key)
            elif table == "commitments" and not is_here(key):
                begin(key)
            else:
                found.filed[label(there, key)].append(key)
    found.new = [new[at] for at in sorted(new)]
    return found


def label(there: Connection, key: Key) -> Key:
    """What a record is filed under: the commitment, or else the statement; or it stands by itself.

    What is changed of all that has the same label is changed together.
    """
    if key[0] in ("statements", "parties", "commitments"):
        return key
    return next(iter(families.above(there, key)), key)


def _rows(there: Connection, table: str, numbers: Collection[int]) -> Iterator[Row]:
    yield from there.execute(
        f'SELECT * FROM "{table}" WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
        (json.dumps(sorted(numbers)),),
    )


def _parents_first(
    there: Connection, numbers: Collection[int], relations: Mapping[str, str]
) -> list[int]:
    """Parties, each after those that it names."""
    above = {
        row["id"]: [row[one] for one in relations if row[one] is not None]
        for row in _rows(there, "parties", numbers)
    }
    found: dict[int, None] = {}
    seen = set[int]()
    for number in sorted(numbers):
        waiting = [number]
        while waiting:
            top = waiting[-1]
            higher = [one for one in above.get(top, ()) if one in above and one not in seen]
            seen.add(top)
            if higher:
                waiting += higher
            else:
                found[waiting.pop()] = None
    return list(found)
