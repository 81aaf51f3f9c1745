"""The note of how far a taking in went: begun with its first transaction, ended with its last.

An import that was cut short is known by it, and the same one again brings the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from commitrack.model.errors import Refused
from commitrack.store import identity, since
from commitrack.store.engine import Connection
from commitrack.store.meeting import row_of
from commitrack.store.parts import Parts
from commitrack.store.since import Waiting


class ProgressNote:
    """What is on record of one taking in from the store called `name`."""

    def __init__(self, parts: Parts, here: Connection, there: Connection, name: str) -> None:
        self._parts = parts
        self._here = here
        self._there = there
        self._name = name
        self._row: int | None = None
        self.completed: tuple[int, ...] = ()
        """The transactions with which the imports began that were cut short and are whole now."""

    @property
    def begun(self) -> bool:
        """Whether it is on record."""
        return self._row is not None

    def carry_on(self, before: ProgressNote) -> None:
        """Take over the note of one that is begun again."""
        self._row = before._row

    def begin(self) -> None:
        """Put on record that it has begun, before others have their first turn."""
        self._put(began=self._parts.writer.number, unfinished=1)

    def end(self, unsettled: Iterable[Waiting], *, decided: bool) -> None:
        """Put on record how far it went and what is not settled, when anything was written or
        somebody has decided.
        """
        cut_short = self._cut_short()
        if not self._parts.begun and not decided and not cut_short:
            return
        with self._parts.step(last=True) as writer:
            for number in cut_short:
                writer.update("merges", number, {"unfinished": 0})
                self.completed += (row_of(self._here, "merges", number)["began"],)
            said = json.dumps(sorted(unsettled))
            if self._row is None:
                self._put(unsettled=said)
            else:
                writer.update("merges", self._row, {"unsettled": said, "unfinished": 0})

    def require_not_undone(self) -> None:
        """Stop when somebody has undone this very import: nothing more of it comes in."""
        if self._row is None:
            return
        row = row_of(self._here, "merges", self._row)
        if not row["present"]:
            raise Refused(
                f"the import of {self._name} was undone while it went on (transaction "
                f"{row['tx']}): nothing of it is left here"
            )

    def _put(self, *, unsettled: str = "[]", **state: int) -> None:
        self._row = self._parts.writer.insert(
            "merges",
            {
                "source": self._name,
                "store": identity.root(self._there) or "",
                "head": identity.head(self._there) or "",
                "unsettled": unsettled,
                **state,
            },
        )

    def _cut_short(self) -> list[int]:
        """The imports of what is there by now that were cut short: this one brings their rest."""
        return [
            row["id"]
            for row in self._here.execute(
                "SELECT id, head FROM merges WHERE unfinished = 1 AND present = 1 AND id IS NOT ?",
                (self._row,),
            ).fetchall()
            if since.has(self._there, row["head"])
        ]
