"""Writes much in one transaction, once it is told to; others work beside it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from commitrack.model.sheets import SheetRow
from commitrack.model.status import Status
from commitrack.store import Store, open_store
from commitrack.store.staging import staged
from tests.store.hands import sign


def rows(count: int) -> tuple[SheetRow, ...]:
    """So many promises of a sheet, each of them open and with an owner."""
    return tuple(
        SheetRow(
            line=number + 2,
            quote=f"We will mend bridge number {number} of the county",
            values={"owner": (f"Council {number % 40}",), "due": date(2026, 6, 30)},
            status=Status.OPEN,
        )
        for number in range(count)
    )


def _write(store: Store, what: str, with_what: str) -> None:
    if what == "sheet":
        store.file_rows(rows(int(with_what)), sign("writer"), "plan.csv")
    elif what == "undo":
        store.undo(sign("writer"), int(with_what))
    else:
        with staged(Path(with_what), "laptop.db") as found:
            store.take_in(found, sign("writer"))


def main(place: str, what: str, with_what: str) -> None:
    """File a sheet of so many rows, undo a transaction or take another store in."""
    store = open_store(Path(place))
    print("ready", flush=True)
    sys.stdin.readline()
    _write(store, what, with_what)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
