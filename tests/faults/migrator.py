"""Opens stores, and so brings them up to date or makes them; killed at any step of that.

The steps are the statements that SQLite is about to run, those of triggers included. Each opening
is a process of its own, forked from this one, which has everything imported that it takes.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from commitrack.store import engine, migrating, opening, sqlite_store

NEVER = -1

IMPORTED = (migrating, sqlite_store)


def open_and_die(place: Path, step: int) -> int:
    """Open the store, and die before that step; else how many steps it took."""
    taken = 0
    really = engine.connect

    def count(_: str) -> None:
        nonlocal taken
        taken += 1
        if taken == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(path: Path, *, writable: bool = True, at_rest: bool = False) -> engine.Connection:
        connection = really(path, writable=writable, at_rest=at_rest)
        connection.set_trace_callback(count)
        return connection

    opening.connect = connect  # type: ignore[attr-defined]
    opening.open_store(place, create=True).close()
    return taken


def main() -> None:
    """For every line, a place and a step: open it in a process, and say how that went."""
    print("ready", flush=True)
    for line in sys.stdin:
        place, step = line.rstrip("\n").rsplit(" ", 1)
        child = os.fork()
        if not child:
            print(open_and_die(Path(place), int(step)), flush=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print("killed" if os.WIFSIGNALED(status) else "failed", flush=True)


if __name__ == "__main__":
    main()
