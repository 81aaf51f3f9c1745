"""Another program that begins to write and does not end, until its standard input does."""

from __future__ import annotations

import sqlite3
import sys


def main(place: str) -> None:
    """Hold the write lock."""
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    print("held", flush=True)
    sys.stdin.read()
    connection.execute("ROLLBACK")
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
