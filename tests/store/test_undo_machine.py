"""Any edits, undone and redone in any order by two people, against a plain dict.

The dict holds rows as the store has them: a field of a commitment, or who owns it. What a
transaction did is a list of changes, and an undo is judged by the rule that the guide tells: what
was changed since is not overwritten. A further step (an import, say) is one more rule that tells
`_done` what it should have changed.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from commitrack.model.actions import Accept, Edit, SetFields
from commitrack.model.errors import CommitrackError, Conflict, Refused
from commitrack.model.history import Receipt
from commitrack.store import Store, open_store
from tests.store.conftest import fill, sign

FIXTURES = Path(__file__).parent / "fixtures"
COMMITMENTS = (1, 2, 3)
PEOPLE = ("carys", "dan")
BODIES = ("North", "South", "West")
FIELDS = ("lead", "topic", "note")

Key: TypeAlias = tuple[str, int, str]
"""A field of a commitment, ``("lead", 1, "")``; an owner of it, ``("owner", 1, "North")``; or a
party, ``("party", 0, "North")``.
"""
Value: TypeAlias = str | bool | tuple[str, ...] | None

commitments = st.sampled_from(COMMITMENTS)
people = st.sampled_from(PEOPLE)
bodies = st.sampled_from(BODIES)
values = st.sampled_from(("a", "b", "c"))


@dataclass
class Done:
    """A transaction as the model knows it."""

    number: int
    actor: str
    undoes: int | None
    changes: list[tuple[Key, Value, Value]] = field(default_factory=list)


class UndoMachine(RuleBasedStateMachine):
    """The store and the dict do the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.place = self.folder / "record.db"
        self.now: dict[Key, Value] = {}
        self.log: dict[int, Done] = {}
        self.store: Store

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @initialize(origin=st.sampled_from((None, *sorted(FIXTURES.glob("schema-*.db")))))
    def begin(self, origin: Path | None) -> None:
        """A new store, or one that an older version wrote; three commitments with one owner."""
        if origin is None:
            self.store = open_store(self.place, create=True)
            fill(self.store)
            edits = [Edit(n, Accept(owners=("North",))) for n in COMMITMENTS]
            self.store.apply(edits, sign("nobody"))
        else:
            shutil.copy(origin, self.place)
            self.store = open_store(self.place)
        for body in BODIES:
            self.store.set_party(body, {"aliases": ()}, sign("nobody"))
            self.now["party", 0, body] = True
            self.now["aliases", 0, body] = ()
        self.store.apply(
            [Edit(n, SetFields({"owner": ("North",)})) for n in COMMITMENTS], sign("nobody")
        )
        for dossier in self.store.dossiers(COMMITMENTS):
            number = dossier.commitment.number
            self.now["owner", number, "North"] = True
            for name in FIELDS:
                self.now[name, number, ""] = getattr(dossier.commitment, name)
        self.floor = self.store.pulse().newest

    # What is done

    @rule(who=people, number=commitments, name=st.sampled_from(FIELDS), value=values)
    def edit(self, who: str, number: int, name: str, value: str) -> None:
        """One field of one commitment."""
        receipt = self.store.apply([Edit(number, SetFields({name: value}))], sign(who))
        self._done(receipt, who, [((name, number, ""), value)])

    @rule(who=people, name=st.sampled_from(FIELDS), value=values)
    def edit_all(self, who: str, name: str, value: str) -> None:
        """One field of all of them, as one transaction."""
        edits = [Edit(n, SetFields({name: value})) for n in COMMITMENTS]
        receipt = self.store.apply(edits, sign(who))
        self._done(receipt, who, [((name, n, ""), value) for n in COMMITMENTS])

    @rule(who=people, number=commitments, body=bodies)
    def own(self, who: str, number: int, body: str) -> None:
        """Another owner, by a name that may have become another party's."""
        receipt = self.store.apply([Edit(number, SetFields({"owner": (body,)}))], sign(who))
        self._done(receipt, who, self._owned_by(number, self._called(body)))

    @rule(who=people, source=bodies, into=bodies)
    def merge(self, who: str, source: str, into: str) -> None:
        """Two parties become one."""
        gone, kept = self._called(source), self._called(into)
        if gone == kept:
            return
        receipt = self.store.merge_parties(source, into, sign(who))
        wanted: list[tuple[Key, Value]] = []
        for number in COMMITMENTS:
            if self.now.get(("owner", number, gone)):
                wanted += self._owned_by(number, kept)
        names = (*self._aliases(kept), gone, *self._aliases(gone))
        aliases = tuple(dict.fromkeys(one for one in names if one != kept))
        wanted += [(("party", 0, gone), False), (("aliases", 0, kept), aliases)]
        self._done(receipt, who, wanted)

    # Taking it back

    @rule(who=people)
    def undo(self, who: str) -> None:
        """One's own last edit that still stands."""
        mine = [one for one in self.log.values() if one.actor == who and one.undoes is None]
        standing = [one.number for one in mine if self._stands(one.number)]
        self._reverse(lambda: self.store.undo(sign(who)), who, max(standing) if standing else None)

    @precondition(lambda self: self.log)
    @rule(who=people, data=st.data(), rest=st.booleans())
    def undo_any(self, who: str, data: st.DataObject, rest: bool) -> None:
        """Any transaction of anybody, an undo too."""
        number = data.draw(st.sampled_from(sorted(self.log)))
        self._reverse(lambda: self.store.undo(sign(who), number, rest=rest), who, number, rest=rest)

    @rule(who=people)
    def redo(self, who: str) -> None:
        """One's own last undo, unless one has edited since."""
        mine = [one for one in self.log.values() if one.actor == who]
        last_edit = max((one.number for one in mine if one.undoes is None), default=0)
        undos = [
            one.number
            for one in mine
            if one.undoes is not None
            and self.log[one.undoes].undoes is None
            and not any(other.undoes == one.number for other in self.log.values())
            and one.number > last_edit
        ]
        self._reverse(lambda: self.store.redo(sign(who)), who, max(undos) if undos else None)

    @rule()
    def reopen(self) -> None:
        """Another process goes on."""
        self.store.close()
        self.store = open_store(self.place)

    # The model's side

    def _done(
        self,
        receipt: Receipt,
        who: str,
        wanted: list[tuple[Key, Value]],
        undoes: int | None = None,
    ) -> None:
        """What a write should have changed; nothing is a transaction without changes."""
        changes = [
            (key, self.now.get(key), value) for key, value in wanted if self.now.get(key) != value
        ]
        assert bool(receipt.transaction) == bool(changes)
        if changes:
            self.log[receipt.transaction] = Done(receipt.transaction, who, undoes, changes)
            self.now.update({key: value for key, _, value in changes})

    def _called(self, name: str) -> str:
        """The party that is called so: by its name, or since a merge by an alias."""
        if self.now["party", 0, name]:
            return name
        return next(
            one for one in BODIES if self.now["party", 0, one] and name in self._aliases(one)
        )

    def _aliases(self, body: str) -> tuple[str, ...]:
        found = self.now["aliases", 0, body]
        assert isinstance(found, tuple)
        return found

    def _owned_by(self, number: int, body: str) -> list[tuple[Key, Value]]:
        """The rows of a commitment's owners when one of them is the only one."""
        others = [one for one in BODIES if one != body and self.now.get(("owner", number, one))]
        gone: list[tuple[Key, Value]] = [(("owner", number, one), False) for one in others]
        return [*gone, (("owner", number, body), True)]

    def _stands(self, number: int) -> bool:
        return (
            not any(one.undoes == number and self._stands(one.number) for one in self.log.values())
            if self.log[number].undoes is None
            else not any(one.undoes == number for one in self.log.values())
        )

    def _clashes(self, number: int, change: tuple[Key, Value, Value]) -> bool:
        """Whether what a transaction changed was changed since."""
        key, old, new = change
        if old is None and key[0] == "owner":  # a new row: any later edit that stands counts
            return any(
                one.number > number
                and one.undoes is None
                and self._stands(one.number)
                and any(later == key for later, _, _ in one.changes)
                for one in self.log.values()
            )
        return self.now.get(key) != new

    def _reverse(
        self,
        take_back: Callable[[], Receipt],
        who: str,
        number: int | None,
        *,
        rest: bool = False,
    ) -> None:
        expected: type[CommitrackError] | None = None
        wanted: list[tuple[Key, Value]] = []
        if number is None or not self._stands(number):
            expected = Refused
        else:
            done = self.log[number]
            whole = not rest or any(key[0] == "party" for key, _, _ in done.changes)
            parts: dict[object, list[tuple[Key, Value, Value]]] = {}
            for change in done.changes:
                parts.setdefault(None if whole else change[0][1], []).append(change)
            for part in parts.values():
                if not any(self._clashes(number, change) for change in part):
                    wanted += [
                        (key, False if old is None and key[0] == "owner" else old)
                        for key, old, _ in part
                    ]
            if not any(self.now.get(key) != value for key, value in wanted):
                expected = Conflict
            elif self._leaves_behind(wanted):
                expected = Refused
        before = self.store.pulse().newest
        try:
            receipt = take_back()
        except CommitrackError as error:
            assert expected is not None, f"unexpected: {error}"
            assert isinstance(error, expected), f"{expected.__name__} expected: {error}"
            assert self.store.pulse().newest == before
            return
        assert expected is None, f"{expected} expected"
        self._done(receipt, who, wanted, undoes=number)

    def _leaves_behind(self, wanted: list[tuple[Key, Value]]) -> bool:
        """Whether it would leave something amiss that was not so before."""
        return bool(self._amiss({**self.now, **dict(wanted)}) - self._amiss(self.now))

    def _amiss(self, state: dict[Key, Value]) -> set[object]:
        """Commitments that name a party that is no more, or nobody; names of two parties."""
        found: set[object] = set()
        for number in COMMITMENTS:
            owners = [one for one in BODIES if state.get(("owner", number, one))]
            found |= {(number, one) for one in owners if not state["party", 0, one]}
            found |= set() if owners else {number}
        for body in BODIES:
            aliases = state["aliases", 0, body]
            assert isinstance(aliases, tuple)
            if state["party", 0, body]:
                found |= {(body, one) for one in aliases if state["party", 0, one]}
        return found

    @invariant()
    def the_store_says_what_the_dict_says(self) -> None:
        """Fields, owners and parties."""
        for dossier in self.store.dossiers(COMMITMENTS):
            commitment = dossier.commitment
            for name in FIELDS:
                assert getattr(commitment, name) == self.now[name, commitment.number, ""]
            owners = {one for one in BODIES if self.now.get(("owner", commitment.number, one))}
            assert set(commitment.owners) == owners
        parties = {one.name: set(one.aliases) for one in self.store.parties() if one.name in BODIES}
        assert parties == {
            one: set(self._aliases(one)) for one in BODIES if self.now["party", 0, one]
        }

    @invariant()
    def history_has_every_transaction_and_every_seal_fits(self) -> None:
        """Nothing is written that is not accounted for."""
        assert self.store.pulse().newest == max(self.log, default=self.floor)
        assert self.store.verify().broken is None


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
