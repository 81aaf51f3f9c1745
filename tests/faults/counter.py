"""One of several writers: reads a number, adds one and writes it back, refusing to overwrite.

Prints how long each edit took, in seconds, its repetitions after a conflict included.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import Conflict
from commitrack.store import Store, open_store
from tests.store.hands import sign

ROWS = 10


def count_up(store: Store, number: int, name: str) -> int:
    """Add one to the counter in a note, from the version that was read; how often that took.

    The note names its writer: two who write the same value would not be in conflict.
    """
    tries = 0
    while True:
        tries += 1
        now = store.dossier(number).commitment
        more = int((now.note or "0").split()[0]) + 1
        try:
            store.apply(
                [Edit(number, SetFields({"note": f"{more} {name}"}), now.version)], sign(name)
            )
        except Conflict:
            continue
        return tries


def main(place: str, name: str, edits: str) -> None:
    """Make that many edits of rows taken by chance, once told to begin."""
    store = open_store(Path(place))
    chance = random.Random(name)
    took = []
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(int(edits)):
        begun = time.perf_counter()
        tries = count_up(store, chance.randint(1, ROWS), name)
        took.append((time.perf_counter() - begun, tries))
    store.close()
    for seconds, tries in took:
        print(seconds, tries)


if __name__ == "__main__":
    main(*sys.argv[1:])
