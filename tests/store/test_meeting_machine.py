"""Stores that were one go on by themselves and take each other in, in any order: they end up alike.

Nobody's word is lost on the way, nothing is taken twice, and what is left is what was told.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from commitrack.model.taking import Side, TakenIn
from commitrack.store import Store, open_store
from commitrack.store.staging import staged
from tests.store.alike import differences, told
from tests.store.conftest import fill, sign
from tests.store.random_stores import Step, make, step, steps
from tests.store.smaller import smaller
from tests.store.test_exporting import exported

WHO = ("ann", "bob", "cleo")
PAIRS = tuple(pair for other in WHO[1:] for pair in ((WHO[0], other), (other, WHO[0])))
"""Who takes in whom: everybody exchanges with ann, as the guide says."""
_ROUNDS = 4
"""Times that each takes the others in until nobody has anything more to say."""


class MeetingMachine(RuleBasedStateMachine):
    """Ann's store, and Bob's and Cleo's, which are copies of it and exchange with hers."""

    most: int | None = None
    """Rows in a part of an import, if not the usual number."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.small = smaller(self.most)
        self.places = {name: self.folder / f"{name}.db" for name in WHO}
        self.stores: dict[str, Store] = {}
        self.moment = 0
        self.doubled = False
        """Whether two parties there were ever one here: that is for a person to settle."""

    @initialize(before=steps)
    def part(self, before: list[Step]) -> None:
        """One store, and two copies of it."""
        store = open_store(self.places["ann"], create=True)
        fill(store)
        make(store, before)
        store.close()
        for who in WHO[1:]:
            shutil.copy(self.places["ann"], self.places[who])
        self.stores = {name: open_store(place) for name, place in self.places.items()}

    @rule(who=st.sampled_from(WHO), what=step)
    def edit(self, who: str, what: Step) -> None:
        """Something is done in one of them; what the rules refuse is not."""
        self.moment += 1
        make(self.stores[who], [what], 100 * self.moment)

    @rule(pair=st.sampled_from(PAIRS), side=st.sampled_from((None, *Side)))
    def take_in(self, pair: tuple[str, str], side: Side | None) -> None:
        """One takes another in; the dry run says the same, and a second time there is nothing."""
        who, other = pair
        if side is Side.OURS and who != WHO[0]:
            return  # two who both insist never come to agree, and need not
        before = exported(self.stores[who])
        dry = self._take(who, other, side, keep=False)
        assert exported(self.stores[who]) == before
        taken = self._take(who, other, side)
        assert (taken.added, taken.changed, taken.differences) == (
            *(dry.added, dry.changed),
            dry.differences,
        )
        after = exported(self.stores[who])
        again = self._take(who, other, None)
        assert (again.transaction, again.added, again.changed) == (0, {}, 0), again
        # Who is meant may have got another name by the same import.
        assert [one.field for one in again.differences] == [one.field for one in taken.unsettled]
        assert exported(self.stores[who]) == after

    @invariant()
    def every_chain_holds(self) -> None:
        """The record is what its history says."""
        for store in self.stores.values():
            found = store.verify()
            assert found.broken is None, found.detail

    def teardown(self) -> None:
        try:
            if self.stores:
                self._end_up_alike()
        finally:
            for store in self.stores.values():
                store.close()
            shutil.rmtree(self.folder)
            self.small.close()

    def _end_up_alike(self) -> None:
        """Once each has taken the other's word, both say the same."""
        left: tuple[TakenIn, ...] = ()
        for _ in range(_ROUNDS):
            left = tuple(self._take(who, other, Side.THEIRS) for who, other in PAIRS)
            if not any(one.transaction for one in left):
                break
        else:
            raise AssertionError(f"they go on and on: {left}")
        if not self.doubled and not any(one.unsettled for one in left):
            said = told(*(exported(self.stores[who]) for who in WHO))
            for other in said[1:]:
                found = differences(said[0], other)
                assert not found, "\n".join(found)

    def _take(self, who: str, other: str, side: Side | None, *, keep: bool = True) -> TakenIn:
        with staged(self.places[other], f"{other}.db") as found:
            taken = self.stores[who].take_in(found, sign(who), take=side, keep=keep)
        self.doubled |= any("another name of" in worry for worry in taken.worries)
        return taken


TestMeeting = MeetingMachine.TestCase
TestMeeting.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class MeetingInParts(MeetingMachine):
    """Each family that comes in is a transaction by itself."""

    most = 1


TestMeetingInParts = MeetingInParts.TestCase
TestMeetingInParts.settings = settings(TestMeeting.settings, max_examples=8)
