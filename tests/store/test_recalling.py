"""What a new promise says again is found out before the lock; what others do meanwhile counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commitrack.model.actions import Accept, Edit, Reject, SetFields
from commitrack.model.kinds import Kind
from commitrack.model.sheets import SheetRow
from commitrack.model.status import RejectReason
from commitrack.store import Revision, Store, open_store
from commitrack.store.recalling import Recall
from tests.store.conftest import draft, propose, sign
from tests.store.test_suggesting import NEW, OLD, say, suggested

LIKER = "The Trust will publish the review of night staffing on its mental health wards"
"""Liker to `OLD` than `NEW` is."""
Meanwhile = Callable[[Callable[[], object]], None]


@pytest.fixture
def bob(store: Store, place: Path) -> Iterator[Store]:
    """The same store, at another desk."""
    opened = open_store(place)
    yield opened
    opened.close()


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Have something happen when all was looked up, and before the lock is taken."""

    def plan(happen: Callable[[], object]) -> None:
        really = Recall.expect
        done: list[bool] = []

        def expect(self: Recall, *what: object) -> None:
            really(self, *what)  # type: ignore[arg-type]
            if not done:
                done.append(True)
                happen()

        monkeypatch.setattr(Recall, "expect", expect)

    return plan


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the lock was held, each time that promises are laid out or a word is looked up."""
    found: list[bool] = []
    held: list[bool] = []
    for name in ("_lay_out", "_look_up"):
        really = getattr(Recall, name)

        def look(self: Recall, what: object, really: Callable[..., object] = really) -> object:
            found.append(bool(held))
            return really(self, what)

        monkeypatch.setattr(Recall, name, look)
    nearest = Recall.nearest

    def under_the_lock(self: Recall, *what: object, **more: object) -> object:
        held.append(True)
        try:
            return nearest(self, *what, **more)  # type: ignore[arg-type]
        finally:
            held.clear()

    monkeypatch.setattr(Recall, "nearest", under_the_lock)
    return found


def file(store: Store, *quotes: str, owner: str = "Harrow Trust") -> list[int]:
    """File a sheet of these promises; their numbers."""
    rows = [
        SheetRow(line=line, quote=quote, values={"owner": (owner,)})
        for line, quote in enumerate(quotes, 2)
    ]
    return [one.commitment for one in store.file_rows(rows, sign(), "plan.csv")]


def propose_by_hand(store: Store, quote: str) -> int:
    text = f"It rained. {quote}."
    statement = store.add_statement(draft(text, "Rain"), [], {}, sign()).statement
    assert statement is not None
    then = (SetFields({"owner": ("Harrow Trust",)}),)
    found = store.propose(statement, propose(text, quote), sign(), then=then).proposed
    assert found is not None
    return found


@pytest.mark.parametrize(
    "add",
    [
        lambda store: say(store, NEW)[0],
        lambda store: say(store, NEW, affiliations={"Ward 7": "Harrow Trust"}, owner="Ward 7")[0],
        lambda store: file(store, NEW)[0],
        lambda store: propose_by_hand(store, NEW),
    ],
    ids=["in a statement", "of a body that is new", "in a sheet", "by hand"],
)
def test_nobody_waits_while_it_is_looked_up(
    store: Store, looked_up: list[bool], add: Callable[[Store], int]
) -> None:
    (old,) = say(store, OLD)
    looked_up.clear()
    new = add(store)
    assert [other for _, other in suggested(store, new)] == [old]
    assert looked_up and not any(looked_up)


def test_one_that_a_colleague_adds_meanwhile_is_found(
    store: Store, bob: Store, meanwhile: Meanwhile
) -> None:
    added: list[int] = []
    meanwhile(lambda: added.extend(say(bob, OLD)))
    (new,) = say(store, NEW)
    assert [other for _, other in suggested(store, new)] == added


def test_one_that_a_colleague_rejects_meanwhile_is_not(
    store: Store, bob: Store, meanwhile: Meanwhile
) -> None:
    (second,) = say(store, OLD)
    (first,) = say(store, LIKER)
    meanwhile(lambda: bob.apply([Edit(first, Reject(RejectReason.OTHER))], sign("bob")))
    (new,) = say(store, f"{LIKER} now")
    assert [other for _, other in suggested(store, new)] == [second]


def test_one_that_becomes_another_owners_meanwhile_is_not(
    store: Store, bob: Store, meanwhile: Meanwhile
) -> None:
    (old,) = say(store, OLD)
    meanwhile(lambda: bob.apply([Edit(old, SetFields({"owner": ("Fell Trust",)}))], sign("bob")))
    (new,) = say(store, NEW)
    assert suggested(store, new) == []


def test_one_whose_owner_becomes_part_of_the_same_body_meanwhile_is_found(
    store: Store, bob: Store, meanwhile: Meanwhile
) -> None:
    (old,) = say(store, OLD)
    say(store, "We will open a park", owner="Northern Group")
    meanwhile(lambda: bob.set_party("Harrow Trust", {"parent": "Northern Group"}, sign("bob")))
    (new,) = say(store, NEW, owner="Northern Group")
    assert [other for _, other in suggested(store, new)] == [old]


def test_one_that_a_colleague_restores_meanwhile_is_found(
    store: Store, bob: Store, meanwhile: Meanwhile
) -> None:
    (old,) = say(store, OLD)
    rejected = store.apply([Edit(old, Reject(RejectReason.OTHER))], sign())
    meanwhile(lambda: bob.undo(sign(), rejected.transaction))
    (new,) = say(store, NEW)
    assert [other for _, other in suggested(store, new)] == [old]


def test_one_that_is_given_to_the_owner_meanwhile_is_found(
    store: Store, bob: Store, meanwhile: Meanwhile
) -> None:
    (old,) = say(store, OLD, owner="Fell Trust")
    given = [Edit(old, SetFields({"owner": ("Harrow Trust",)}))]
    meanwhile(lambda: bob.apply(given, sign("bob")))
    (new,) = say(store, NEW)
    assert [other for _, other in suggested(store, new)] == [old]


def test_what_a_colleague_edits_meanwhile_is_not_looked_through(
    store: Store, bob: Store, meanwhile: Meanwhile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bulk edit of very many must not be paid for under the lock."""
    (old,) = say(store, OLD)
    later: list[object] = []
    really = Recall._later

    def look(self: Recall) -> object:
        later.append(really(self))
        return later[-1]

    monkeypatch.setattr(Recall, "_later", look)
    edits = [Edit(old, SetFields({"note": "busy", "lead": "bob"})), Edit(old, Accept())]
    meanwhile(lambda: bob.apply(edits, sign("bob")))
    (new,) = say(store, NEW)
    assert [other for _, other in suggested(store, new)] == [old]
    assert later == [{}]


def test_a_likelier_one_of_a_colleague_goes_before_what_was_found(
    store: Store, bob: Store, meanwhile: Meanwhile
) -> None:
    say(store, NEW)
    added: list[int] = []
    meanwhile(lambda: added.extend(say(bob, LIKER)))
    (new,) = say(store, OLD)
    assert [other for _, other in suggested(store, new)] == added


def test_the_rows_of_a_sheet_repeat_what_is_on_record_and_not_each_other(store: Store) -> None:
    (old,) = say(store, OLD)
    one, other = file(store, NEW, LIKER)
    assert [number for _, number in suggested(store, one)] == [old]
    assert [number for _, number in suggested(store, other)] == [old]


def test_what_a_new_version_says_in_its_own_words_besides_is_no_repetition(store: Store) -> None:
    (old,) = say(store, OLD)
    text = f"{OLD}. {NEW}."
    again = propose(text, OLD).mention
    revision = Revision((propose(text, NEW, "Harrow Trust"),), previous=1, mentions=((old, again),))
    proposals = [propose(text, one, "Harrow Trust") for one in (OLD, NEW)]
    receipt = store.add_statement(draft(text), proposals, {}, sign(), revise=lambda _: revision)
    new = max(receipt.commitments)
    assert new > old
    assert suggested(store, new) == []


WORDS = ("night", "wards", "review", "staffing", "trains", "bridge", "harbour", "parcels")


@pytest.mark.usefixtures("store")
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6), min_size=2, max_size=7))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_foreseen_is_what_is_found_under_the_lock(
    tmp_path_factory: pytest.TempPathFactory, said: list[list[str]]
) -> None:
    found = []
    for ahead in (True, False):
        store = open_store(tmp_path_factory.mktemp("recall") / "record.db", create=True)
        with pytest.MonkeyPatch.context() as patch:
            if not ahead:
                patch.setattr(Recall, "expect", lambda *_: None)
            for number, words in enumerate(said):
                quote = f"We will see to {' '.join(words)} by plan {number}"
                say(store, quote, owner="Board", kind=Kind.ASPIRATION)
        found.append([dossier.suggestions for dossier in store.dossiers(range(1, len(said) + 1))])
        store.close()
    assert found[0] == found[1]
