"""Takes another store in, and says so of each part once it is on the disk; it may be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from commitrack.store import open_store, parts
from commitrack.store.staging import staged
from tests.store.hands import sign


def main(place: str, laptop: str, most: str) -> None:
    """Take it in in parts of so many rows, or of as many as ever."""
    if int(most):
        parts.MOST = int(most)
    really = parts.Parts.finish

    def finish(self: parts.Parts) -> None:
        really(self)
        print(len(self.numbers), flush=True)

    parts.Parts.finish = finish  # type: ignore[method-assign]
    store = open_store(Path(place))
    with staged(Path(laptop), "laptop.db") as found:
        store.take_in(found, sign("taker"))
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
