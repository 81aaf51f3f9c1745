"""A writer that goes on until it is killed, or has done so many steps; each number that it prints
was acknowledged.

What it does at each number follows from the seed alone, so that the test knows what must be there.
"""

from __future__ import annotations

import itertools
import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from commitrack.model.actions import Edit, SetFields
from commitrack.model.history import Signature
from commitrack.store import Store, open_store
from tests.store.hands import draft, propose, sign

BATCH = (1, 2, 3)
SENTENCES = ("We will begin", "We will go on", "We will end")


@dataclass(frozen=True)
class Expected:
    """What a store holds after some steps: the note of the batch, the statements added."""

    note: str | None = None
    statements: int = 0
    standing: int = 0
    """How many steps can be undone."""


def note(seed: int, number: int) -> str:
    """The note that step `number` gives every commitment of the batch: short, or pages long."""
    chance = random.Random(f"{seed} {number}")
    return f"{number} " + "x" * chance.choice((0, 40, 900, 3900))


def kind(seed: int, number: int) -> str:
    """What step `number` does."""
    chance = random.Random(f"{number} {seed}")
    return chance.choices(("edit", "statement", "undo"), (6, 2, 2))[0]


def states(seed: int, steps: int) -> list[Expected]:
    """What is expected after each step, from none on."""
    standing = [Expected()]
    after = [Expected()]
    for number in range(1, steps + 1):
        now = replace(standing[-1], standing=len(standing))
        match kind(seed, number):
            case "undo" if len(standing) > 1:
                standing.pop()
            case "statement":
                standing.append(replace(now, statements=now.statements + 1))
            case _:
                standing.append(replace(now, note=note(seed, number)))
        after.append(standing[-1])
    return after


def step(store: Store, seed: int, number: int, standing: int, by: Signature) -> int:
    """Do step `number`: one transaction. How many of the steps can be undone afterwards."""
    match kind(seed, number):
        case "undo" if standing:
            store.undo(by)
            return standing - 1
        case "statement":
            text = ". ".join(f"{sentence} {number}" for sentence in SENTENCES)
            proposals = [propose(text, f"{sentence} {number}") for sentence in SENTENCES]
            store.add_statement(draft(text), proposals, {}, by)
        case _:
            said = note(seed, number)
            store.apply([Edit(n, SetFields({"note": said})) for n in BATCH], by)
    return standing + 1


def main(place: str, seed: str, done: str, last: str = "") -> None:
    """Write from the step after `done` on, each step signed with its number."""
    store = open_store(Path(place))
    standing = states(int(seed), int(done))[-1].standing
    begun = int(done) + 1
    for number in range(begun, int(last) + 1) if last else itertools.count(begun):
        by = replace(sign("writer"), why=str(number))
        standing = step(store, int(seed), number, standing, by)
        print(number, flush=True)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
