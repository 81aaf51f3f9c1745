"""Building the demo's store: statements go through the intake, the story through the actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from commitrack import intake
from commitrack.demo.acting import actions
from commitrack.demo.dating import fill_in, offset
from commitrack.demo.script import Entry, Script, read_script
from commitrack.extract import Known
from commitrack.model.actions import Edit
from commitrack.model.errors import CommitrackError
from commitrack.model.history import Signature
from commitrack.model.house import House, living_by
from commitrack.model.records import PartyKind
from commitrack.sources.document import PLAIN, document
from commitrack.store import Store

CLIENT = "demo"
"""What the history says wrote the demo."""


@dataclass(slots=True)
class Built:
    """What was built. A story that has drifted from the texts or the rules still builds; what it
    missed is listed, and a test holds both lists empty.
    """

    statements: int = 0
    events: int = 0
    missed: list[str] = field(default_factory=list)
    """Items the story names and the extraction did not find."""
    refused: list[str] = field(default_factory=list)
    """Events the rules did not allow."""


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of the story, the commitment it is about, and its place within its day."""

    entry: Entry
    target: int
    order: int
    topic: str | None


def build_demo(store: Store, today: date, folder: Path | None = None) -> Built:
    """Fill an empty store with the demo as it stands on `today`."""
    with living_by(House()):  # the demo is the same in every house
        return _Builder(store, today, read_script(folder)).build()


class _Builder:
    """Replays the script in the order of its days."""

    def __init__(self, store: Store, today: date, script: Script) -> None:
        self._store = store
        self._today = today
        self._script = script
        self._built = Built()
        self._numbers: dict[tuple[str, str], int] = {}
        """Commitments by the statement's file and the words the story names them by."""

    def build(self) -> Built:
        """Parties, then every statement with what happened to its items, in the order of days.

        A day's statements come in before that day's events, and each event is its own
        transaction, signed by whoever did it: the history is a real one.
        """
        for party in self._script.parties:
            self._store_party(party)
        arriving: dict[int, list[Entry]] = defaultdict(list)
        for statement in self._script.statements:
            arriving[statement["added"]].append(statement)
        waiting: dict[int, list[_Event]] = defaultdict(list)
        for day in range(min(arriving), 1):
            for statement in arriving[day]:
                for event in self._take_in(statement):
                    waiting[event.entry["day"]].append(event)
            for event in sorted(waiting[day], key=lambda one: one.order):
                self._replay(event)
        return self._built

    def _sign(self, days: int, actor: str) -> Signature:
        day = offset(self._today, days)
        return Signature(actor, day, datetime.combine(day, time(9, 30), UTC), CLIENT)

    def _store_party(self, party: Entry) -> None:
        first = min(statement["added"] for statement in self._script.statements)
        values: dict[str, object] = {"kind": PartyKind(party.get("kind", "organisation"))}
        if "parent" in party:
            values["parent"] = party["parent"]
        if "aliases" in party:
            values["aliases"] = tuple(party["aliases"])
        self._store.set_party(party["name"], values, self._sign(first, "ann"))

    def _take_in(self, statement: Entry) -> list[_Event]:
        """Store a statement; what the story says of its items."""
        text = fill_in(self._script.text(statement), self._today)
        said = offset(self._today, statement["date"]) if "date" in statement else None
        added = intake.add(
            self._store,
            document(text, statement["source"], PLAIN, statement.get("encoding", "utf-8")),
            Known(said, statement.get("publisher"), statement.get("speaker")),
            self._sign(statement["added"], statement["added_by"]),
            title=statement["title"],
            role=statement.get("role"),
        )
        self._built.statements += 1
        return list(self._events(statement, text, added.statement.number))

    def _events(self, statement: Entry, text: str, number: int) -> Iterator[_Event]:
        mentions = self._store.mentions(number)
        named: set[int] = set()
        entries = [e for e in self._script.commitments if e["statement"] == statement["file"]]
        for entry in entries:
            at = text.find(entry["quote"])
            found = [c.number for m, c in mentions if m.start <= at < m.end]
            if not found:
                self._built.missed.append(f"{statement['file']}: {entry['quote']}")
                continue
            self._numbers[statement["file"], entry["quote"]] = found[0]
            named.add(found[0])
            yield from self._steps(entry, found[0], statement)
        for entry in self._script.rest:
            if entry["statement"] != statement["file"]:
                continue
            for _, commitment in mentions:
                if commitment.kind == entry["kind"] and commitment.number not in named:
                    yield from self._steps(entry, commitment.number, statement)

    def _steps(self, entry: Entry, target: int, statement: Entry) -> Iterator[_Event]:
        for event in entry["events"]:
            self._built.events += 1
            # Numbers grow with the order of the file, which breaks ties within a day.
            yield _Event(event, target, self._built.events, statement.get("topic"))

    def _replay(self, event: _Event) -> None:
        commitment = self._store.dossier(event.target).commitment
        taken = actions(event.entry, self._today, commitment, event.topic, self._find)
        by = self._sign(event.entry["day"], event.entry["by"])
        try:
            self._store.apply([Edit(event.target, action) for action in taken], by)
        except CommitrackError as error:
            self._built.refused.append(f"{event.entry['do']}, day {event.entry['day']}: {error}")

    def _find(self, entry: Entry) -> int:
        return self._numbers[entry["statement"], entry["quote"]]
