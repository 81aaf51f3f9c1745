"""A copy of a store that somebody took along, in a dict: what it says, and what both sides knew."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from commitrack.model.actions import Edit, SetFields
from commitrack.model.taking import Side
from commitrack.store import Store, open_store
from tests.store.conftest import sign

BODIES = ("North", "South", "West")
FIELDS = ("lead", "topic", "note")

Key: TypeAlias = tuple[str, int, str]
"""A field of a commitment, ``("lead", 1, "")``; an owner of it, ``("owner", 1, "North")``; a party,
``("party", 0, "North")``; or how far an import went, ``("import", 1, "")``.
"""
Value: TypeAlias = str | bool | tuple[str, ...] | None
State: TypeAlias = dict[Key, Value]

Unit: TypeAlias = tuple[str, int]
"""What is compared as one: a field of a commitment, or all its owners."""
Called: TypeAlias = Callable[[str], str]
"""What the party of a name is called at home by now."""


@dataclass(frozen=True)
class Note:
    """What an import has put on record of the laptop: what it said, and what nobody has settled."""

    laptop: Laptop
    said: State
    waiting: frozenset[Unit]


@dataclass
class Outcome:
    """What an import should come to."""

    wanted: list[tuple[Key, Value]]
    told: set[Unit]
    note: Note | None
    """None when there is nothing to put on record."""


class Laptop:
    """A store that begins as a copy of another one and goes on by itself."""

    def __init__(self, home: Path, place: Path, state: State) -> None:
        shutil.copy(home, place)
        self.place = place
        self.store: Store = open_store(place)
        self.now = dict(state)
        self._copied = dict(state)

    def close(self) -> None:
        """Let go of its file."""
        self.store.close()

    def edit(self, who: str, number: int, name: str, value: str) -> None:
        """One field of one commitment."""
        self.store.apply([Edit(number, SetFields({name: value}))], sign(who))
        self.now[name, number, ""] = value

    def own(self, who: str, number: int, body: str) -> None:
        """Another owner; the body is one of those on record there."""
        self.store.apply([Edit(number, SetFields({"owner": (body,)}))], sign(who))
        for one in BODIES:
            self.now["owner", number, one] = one == body

    def taken_in(
        self,
        home: State,
        numbers: tuple[int, ...],
        notes: Mapping[int, Note],
        called: Called,
        side: Side | None,
    ) -> Outcome:
        """What comes of taking it in at home: by the three sides that the guide speaks of."""
        kept = [notes[key[1]] for key, on in home.items() if key[0] == "import" and on]
        mine = [one for one in kept if one.laptop is self]
        base = mine[-1].said if mine else self._copied
        waiting = mine[-1].waiting if mine else frozenset[Unit]()
        outcome = Outcome([], set(), None)
        unsettled = set[Unit]()
        for unit in ((name, n) for n in numbers for name in (*FIELDS, "owner")):
            theirs, before = (_at_home(one, unit, called) for one in (self.now, base))
            ours = _at_home(home, unit, called)
            moved = _said(self.now, unit) != _said(base, unit)
            if theirs == ours or not (moved or unit in waiting):
                continue
            if unit in waiting or ours != before:
                outcome.told.add(unit)
                if side is None:
                    unsettled.add(unit)
                if side is not Side.THEIRS:
                    continue
            outcome.wanted += _put(unit, theirs)
        if outcome.wanted or (outcome.told and side is not None):
            outcome.note = Note(self, dict(self.now), frozenset(unsettled))
        return outcome


def _said(state: State, unit: Unit) -> tuple[Value, ...]:
    name, number = unit
    if name != "owner":
        return (state[name, number, ""],)
    return tuple(one for one in BODIES if state.get(("owner", number, one)))


def _at_home(state: State, unit: Unit, called: Called) -> tuple[Value, ...]:
    """What is said there, in the names that parties have at home."""
    said = _said(state, unit)
    return tuple(called(str(one)) for one in said) if unit[0] == "owner" else said


def _put(unit: Unit, value: tuple[Value, ...]) -> list[tuple[Key, Value]]:
    name, number = unit
    if name != "owner":
        return [((name, number, ""), value[0])]
    return [(("owner", number, one), one in value) for one in BODIES]
