"""Any edits, undone and redone in any order by two people, against a plain dict.

The dict holds rows as the store has them: a field of a commitment, or who owns it. What a
transaction did is a list of changes, and an undo is judged by the rule that the guide tells: what
was changed since is not overwritten. Copies of the store go on by themselves and are taken in
again, and sheets; the whole record moves house. A further step is one more rule that tells `_done`
what it should have changed.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

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
from commitrack.model.ids import commitment_id
from commitrack.model.sheets import SheetRow
from commitrack.model.taking import Side, TakenIn
from commitrack.store import Store, open_store
from commitrack.store.staging import staged
from tests.store.conftest import fill, sign
from tests.store.laptop import BODIES, FIELDS, Key, Laptop, Note, State, Value
from tests.store.smaller import smaller
from tests.store.test_exporting import exported, write

FIXTURES = Path(__file__).parent / "fixtures"
COMMITMENTS = (1, 2, 3)
PEOPLE = ("carys", "dan")

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

    most: int | None = None
    """Rows in a part of an import, if not the usual number."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.small = smaller(self.most)
        self.place = self.folder / "record.db"
        self.now: State = {}
        self.log: dict[int, Done] = {}
        self.notes: dict[int, Note] = {}
        self.laptops: list[Laptop] = []
        self.moves = 0
        self.origin: Path | None = None
        self.store: Store

    def teardown(self) -> None:
        self.store.close()
        for laptop in self.laptops:
            laptop.close()
        shutil.rmtree(self.folder)
        self.small.close()

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
            self.origin = origin
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
        self.newest = self.store.pulse().newest

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

    # What comes in

    @precondition(lambda self: len(self.laptops) < 2)
    @rule()
    def take_along(self) -> None:
        """A copy, which goes on by itself from there."""
        self.store.close()
        place = self.folder / f"laptop-{len(self.laptops)}.db"
        self.laptops.append(Laptop(self.place, place, self.now))
        self.store = open_store(self.place)

    @precondition(lambda self: self.laptops)
    @rule(
        who=people, data=st.data(), number=commitments, name=st.sampled_from(FIELDS), value=values
    )
    def edit_there(self, who: str, data: st.DataObject, number: int, name: str, value: str) -> None:
        """One field of one commitment, in a copy."""
        data.draw(st.sampled_from(self.laptops)).edit(who, number, name, value)

    @precondition(lambda self: self.laptops)
    @rule(who=people, data=st.data(), number=commitments, body=bodies)
    def own_there(self, who: str, data: st.DataObject, number: int, body: str) -> None:
        """Another owner, in a copy."""
        laptop = data.draw(st.sampled_from(self.laptops))
        laptop.own(who, number, self._called(body, laptop.now))

    @precondition(lambda self: self.laptops)
    @rule(who=people, data=st.data(), side=st.sampled_from((None, *Side)))
    def take_in(self, who: str, data: st.DataObject, side: Side | None) -> None:
        """What was done in a copy, beside what was done here."""
        laptop = data.draw(st.sampled_from(self.laptops))
        due = laptop.taken_in(self.now, COMMITMENTS, self.notes, self._called, side)
        with staged(laptop.place) as found:
            dry = self.store.take_in(found, sign(who), take=side, keep=False)
            taken = self.store.take_in(found, sign(who), take=side)
        assert {(one.record, one.field) for one in taken.differences} == {
            (commitment_id(number), name) for name, number in due.told
        }
        assert (dry.changed, dry.differences) == (taken.changed, taken.differences)
        if due.note is not None:
            self.notes[len(self.notes)] = due.note
            due.wanted.append((("import", len(self.notes) - 1, ""), True))
        self._done(taken, who, due.wanted)

    @rule(who=people, side=st.sampled_from((None, *Side)))
    def take_in_what_it_was(self, who: str, side: Side | None) -> None:
        """The store that an older version wrote, or an empty one: there is nothing new in it."""
        place = self.origin or self.folder / "empty.db"
        if self.origin is None and not place.exists():
            open_store(place, create=True).close()
        with staged(place, "old.db") as found:
            assert self.store.take_in(found, sign(who), take=side) == TakenIn("old.db")

    @rule(
        who=people,
        cells=st.dictionaries(
            st.tuples(commitments, st.sampled_from(FIELDS)), values, min_size=1, max_size=4
        ),
        bad=st.booleans(),
    )
    def file_sheet(self, who: str, cells: dict[tuple[int, str], str], bad: bool) -> None:
        """A sheet with a row for each commitment; with a bad one, none of it."""
        found = [
            SheetRow(
                line, number, values={name: one for (n, name), one in cells.items() if n == number}
            )
            for line, number in enumerate(sorted({number for number, _ in cells}), 2)
        ]
        before = self.store.pulse().newest
        if bad:
            outcome = [*found, SheetRow(9, 99, values={"lead": "a"})]
            try:
                self.store.file_rows(outcome, sign(who), "plan.csv")
            except CommitrackError:
                return
            raise AssertionError("a row of a commitment that there is not was filed")
        self.store.file_rows(found, sign(who), "plan.csv")
        newest = self.store.pulse().newest
        receipt = Receipt(newest if newest != before else 0, "", ())
        self._done(receipt, who, [((name, n, ""), one) for (n, name), one in cells.items()])

    @precondition(lambda self: self.moves < 2)
    @rule(as_lines=st.booleans())
    def move_house(self, as_lines: bool) -> None:
        """Everything goes into a new store, which goes on."""
        self.moves += 1
        source = self.place
        if as_lines:
            source = write(exported(self.store), self.folder / f"{self.moves}.jsonl")
        self.place = self.folder / f"moved-{self.moves}.db"
        fresh = open_store(self.place, create=True)
        with staged(source) as found:
            assert fresh.take_in(found, sign("nobody")).whole
        self.store.close()
        self.store = fresh

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
        receipt: Receipt | TakenIn,
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
            parts = receipt.parts if isinstance(receipt, TakenIn) else 1
            self.newest = receipt.transaction + parts - 1
            self.now.update({key: value for key, _, value in changes})

    def _called(self, name: str, state: State | None = None) -> str:
        """The party that is called so: by its name, or since a merge by an alias."""
        now = self.now if state is None else state
        if now["party", 0, name]:
            return name
        return next(
            one for one in BODIES if now["party", 0, one] and name in self._aliases(one, now)
        )

    def _aliases(self, body: str, state: State | None = None) -> tuple[str, ...]:
        found = (self.now if state is None else state)["aliases", 0, body]
        assert isinstance(found, tuple)
        return found

    def _owned_by(self, number: int, body: str) -> list[tuple[Key, Value]]:
        """The rows of a commitment's owners when one of them is the only one."""
        others = [one for one in BODIES if one != body and self.now.get(("owner", number, one))]
        gone: list[tuple[Key, Value]] = [(("owner", number, one), False) for one in others]
        return [*gone, (("owner", number, body), True)]

    def _stands(self, number: int) -> bool:
        """Whether no undo of it stands."""
        return not any(
            one.undoes == number and self._stands(one.number) for one in self.log.values()
        )

    def _brings_back(self, number: int) -> bool:
        """Whether it undid an undo."""
        undone = self.log[number].undoes
        return undone is not None and self.log[undone].undoes is not None

    def _clashes(self, number: int, change: tuple[Key, Value, Value]) -> bool:
        """Whether what a transaction changed was changed since."""
        key, old, new = change
        if old is None and key[0] == "import":
            return False
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
        if number is None or not self._stands(number) or self._brings_back(number):
            expected = Refused
        else:
            done = self.log[number]
            whole = not rest or any(key[0] in ("party", "import") for key, _, _ in done.changes)
            parts: dict[object, list[tuple[Key, Value, Value]]] = {}
            for change in done.changes:
                parts.setdefault(None if whole else change[0][1], []).append(change)
            for part in parts.values():
                if not any(self._clashes(number, change) for change in part):
                    wanted += [
                        (key, False if old is None and key[0] in ("owner", "import") else old)
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
        assert self.store.pulse().newest == self.newest
        assert self.store.verify().broken is None


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


class UndoInParts(UndoMachine):
    """Each family that comes in from a copy is a transaction by itself."""

    most = 1


TestUndoInParts = UndoInParts.TestCase
TestUndoInParts.settings = settings(TestUndo.settings, max_examples=10)
