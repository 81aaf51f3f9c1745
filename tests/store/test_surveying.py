"""What charts and bodies are counted by is what lists find, whatever was done to the store."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from commitrack.model.assurance import disputed, last_looked
from commitrack.model.records import Dossier
from commitrack.model.schedule import slippage
from commitrack.model.standing import Slipping, Standing
from commitrack.model.status import Stage, Status
from commitrack.query import Everything, Query, parse
from commitrack.store import Lens, Store, open_store
from tests.store.conftest import TODAY
from tests.store.random_stores import Step, make, steps

LENS = Lens(TODAY, "ann")
COLOURS = tuple(f"rag:{one}" for one in ("red", "amber", "green", "grey", "blue"))
WITHIN = (
    "",
    "is:open",
    "is:open (due:today..+13d OR follow_up:today..+13d)",
    "slip:>0",
    "is:closed",
)
PARTS = (
    *("due:<today", "follow_up:today -due:today", "slip:1..30", "is:unverified", "is:disputed"),
    *("closed_on:2026", "(due:-30d..yesterday OR follow_up:-30d..yesterday) -due:<-30d", "rag:red"),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_a_part_counts_what_a_list_of_it_within_the_whole_finds(todo: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        make(store, todo)
        for whole in WITHIN:
            for parts in (PARTS, COLOURS):
                found = store.split(parse(whole), {one: parse(one) for one in parts}, LENS)
                assert found == {
                    one: len(store.ids(parse(f"{whole} {one}"), LENS)) for one in parts
                }
        store.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_bodies_stand_as_their_dossiers_say(todo: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        make(store, todo)
        everything = _everything(store)
        bodies = store.bodies()
        assert [one.name for one in bodies] == [one.name for one in store.parties()]
        for some in ([one] for one in bodies):
            numbers = [one.number for one in some]
            names = {one.name for one in some}
            owned = [one for one in everything if names & {*one.commitment.owners}]
            assert store.standing(numbers, LENS) == _plainly(owned)
        both = [one.number for one in bodies]
        owned = [one for one in everything if one.commitment.owners]
        assert store.standing(both, LENS) == _plainly(owned)
        named = {
            one: [d for d in everything if one in d.commitment.owners] for one in _names(store)
        }
        worst = [
            Slipping(name, plain.slipped, plain.days)
            for name, plain in ((name, _plainly(some)) for name, some in named.items())
            if plain.slipped
        ]
        found = store.slipping(100)
        assert sorted(found, key=lambda one: one.name) == sorted(worst, key=lambda one: one.name)
        assert [one.days for one in found] == sorted((one.days for one in worst), reverse=True)
        store.close()


def _names(store: Store) -> list[str]:
    return [one.name for one in store.bodies()]


def _everything(store: Store) -> list[Dossier]:
    """Whatever was accepted."""
    found = store.dossiers(store.ids(Query(Everything()), LENS))
    return [one for one in found if one.commitment.status.stage is not Stage.TRIAGE]


def _plainly(owned: list[Dossier]) -> Standing:
    """The figures, one dossier after the other."""
    opened = [one.commitment for one in owned if one.commitment.status.stage is Stage.OPEN]
    days = [slippage(one.commitment, one.moves).days or 0 for one in owned]
    looked = [day for one in owned if (day := last_looked(one))]
    return Standing(
        owned=len(owned),
        open=len(opened),
        overdue=sum(any(day and day < TODAY for day in (one.due, one.follow_up)) for one in opened),
        delivered=sum(one.commitment.status is Status.DELIVERED for one in owned),
        disputed=sum(map(disputed, owned)),
        slipped=sum(one > 0 for one in days),
        days=sum(one for one in days if one > 0),
        contact=max(looked, default=None),
    )


def test_a_body_is_meant_with_what_is_part_of_it(store: Store) -> None:
    from tests.store.conftest import sign

    store.set_party("Harbour Board", {"parent": "City of Wexholm"}, sign())
    store.set_party("Wexholm Ferries", {}, sign())
    numbers = {one.name: one.number for one in store.bodies()}
    parents = {one.name: one.parent for one in store.bodies()}
    assert parents["Harbour Board"] == numbers["City of Wexholm"]
    assert set(store.meant("City of Wexholm")) == {
        numbers["City of Wexholm"],
        numbers["Harbour Board"],
    }
    assert numbers["Wexholm Ferries"] in store.meant("Wexholm")
