"""A person may say that two parties are one; it is one change, and can be taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.model.actions import Accept, SetFields
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.records import Party
from commitrack.query import Query
from commitrack.store import Lens, Store, open_store
from tests.store.conftest import Do, draft, propose, sign

TEXT = "A will act. B will act. Both will act. C will act."


@pytest.fixture
def merged(store: Store, do: Do) -> Store:
    """C-0001 and C-0003 are owned by NHS Employers, C-0002 by two; nothing is merged yet."""
    do(2, SetFields({"owner": ("Staff Side", "NHSE", "NHS Employers"), "partners": ("NHSE",)}))
    return store


def owners(store: Store) -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    numbers = store.ids(Query(), Lens(sign().today, "ann"))
    found = (one.commitment for one in store.dossiers(list(numbers)))
    return {one.number: (one.owners, one.partners) for one in found}


def seen(store: Store) -> object:
    """The parties and who owns what, whatever transactions they were changed in."""
    return [replace(one, version=0) for one in store.parties()], owners(store)


def named(store: Store) -> dict[str, Party]:
    return {one.name: one for one in store.parties()}


def test_what_names_the_first_names_the_second(merged: Store) -> None:
    receipt = merged.merge_parties("NHS Employers", "NHSE", sign())
    assert receipt.action == "party merge NHS Employers into NHSE"
    assert receipt.commitments == (1, 2, 3)
    assert owners(merged) == {
        1: (("NHSE",), ()),
        2: (("Staff Side", "NHSE"), ("NHSE",)),
        3: (("NHSE",), ()),
    }
    party = named(merged)["NHSE"]
    assert (party.aliases, party.parent, party.owned) == (
        ("NHS Employers",),
        "NHS Confederation",
        3,
    )
    assert "NHS Employers" not in named(merged)
    assert merged.party("nhs employers").name == "NHSE"
    assert merged.verify().broken is None


def test_the_merged_keeps_the_earlier_of_two_places(merged: Store, do: Do) -> None:
    do(2, SetFields({"owner": ("NHSE", "Staff Side", "NHS Employers")}))
    merged.merge_parties("NHSE", "NHS Employers", sign())
    assert owners(merged)[2] == (("NHS Employers", "Staff Side"), ("NHS Employers",))


def test_every_name_of_the_first_finds_the_second(merged: Store) -> None:
    merged.set_party("NHS Employers", {"aliases": ("Employers", "NE")}, sign())
    merged.set_party("NHSE", {"aliases": ("N.H.S.E.",)}, sign())
    merged.merge_parties("Employers", "n.h.s.e.", sign())
    assert named(merged)["NHSE"].aliases == ("N.H.S.E.", "NHS Employers", "Employers", "NE")


def test_it_stands_in_the_history_of_each_commitment_and_in_the_feed(merged: Store) -> None:
    before = merged.pulse().newest
    merged.merge_parties("NHSE", "NHS Employers", sign("bob"))
    assert merged.feed(before) == (2,)
    newest = merged.history(2)[0]
    assert (newest.actor, newest.action) == ("bob", "party merge NHSE into NHS Employers")
    assert {one.label for one in newest.changes} == {"party of C-0002"}
    assert merged.history(1)[0].number < newest.number


def test_a_statement_keeps_the_words_in_which_it_names_its_publisher(store: Store) -> None:
    text = replace(draft("The Board met.", "Minutes"), publisher="The Board")
    receipt = store.add_statement(text, [], {}, sign())
    store.merge_parties("The Board", "NHS Employers", sign())
    assert receipt.statement is not None
    assert store.statement(receipt.statement).publisher == "The Board"
    assert store.party("The Board").name == "NHS Employers"


def test_undo_takes_a_merge_back_and_redo_makes_it_again(merged: Store) -> None:
    before = seen(merged)
    merged.merge_parties("NHS Employers", "NHSE", sign())
    after = seen(merged)
    merged.undo(sign())
    assert seen(merged) == before
    merged.redo(sign())
    assert seen(merged) == after
    assert merged.verify().broken is None


def test_a_dry_look_writes_nothing(merged: Store) -> None:
    before = seen(merged), len(merged.history())
    receipt = merged.merge_parties("NHS Employers", "NHSE", sign(), keep=False)
    assert (receipt.transaction, receipt.commitments) == (0, (1, 2, 3))
    assert (seen(merged), len(merged.history())) == before


def test_an_unknown_party_and_one_with_itself_are_no_merge(merged: Store) -> None:
    before = len(merged.history())
    with pytest.raises(NotFound, match="did you mean 'NHS Employers'"):
        merged.merge_parties("NHS Employer", "NHSE", sign())
    merged.set_party("NHSE", {"aliases": ("N.H.S.E.",)}, sign())
    with pytest.raises(BadInput, match="one party already: 'NHSE'"):
        merged.merge_parties("nhse", "N.H.S.E.", sign())
    assert len(merged.history()) == before + 1


def _tree(store: Store, relation: str, **above: str) -> None:
    for below, name in above.items():
        store.set_party(below, {relation: name}, sign())


@pytest.mark.parametrize(
    ("source", "into", "expected"),
    [
        ("C", "B", {"A": "B", "B": "D", "D": None}),
        ("B", "C", {"A": "C", "C": "D", "D": None}),
        ("A", "D", {"B": "C", "C": "D", "D": None}),
        ("D", "A", {"A": None, "B": "C", "C": "A"}),
        ("C", "A", {"A": "D", "B": "A", "D": None}),
    ],
)
@pytest.mark.parametrize("relation", ["parent", "successor"])
def test_a_merge_makes_no_circle(
    store: Store, relation: str, source: str, into: str, expected: dict[str, str | None]
) -> None:
    store.undo(sign())
    _tree(store, relation, A="B", B="C", C="D")
    store.merge_parties(source, into, sign())
    assert {one.name: getattr(one, relation) for one in store.parties()} == expected


def test_what_the_second_says_of_its_own_parent_stands(store: Store) -> None:
    _tree(store, "parent", A="Above A", B="Above B")
    store.merge_parties("A", "B", sign())
    assert named(store)["B"].parent == "Above B"


def test_an_edit_from_before_a_merge_does_not_bring_back_what_is_no_party(
    merged: Store, do: Do
) -> None:
    do(1, Accept())
    edit = do(1, SetFields({"owner": ("Staff Side",)}))
    merged.merge_parties("NHS Employers", "NHSE", sign("bob"))
    with pytest.raises(Refused, match="C-0001 with 'NHS Employers', which is no party any more"):
        merged.undo(sign(), edit.transaction)
    merged.undo(sign("bob"))
    merged.undo(sign(), edit.transaction)
    assert owners(merged)[1] == (("NHS Employers",), ())


def test_a_parent_from_before_a_merge_is_not_brought_back_either(store: Store) -> None:
    _tree(store, "parent", A="Above")
    moved = store.set_party("A", {"parent": "Other"}, sign())
    store.merge_parties("Above", "NHS Employers", sign("bob"))
    with pytest.raises(Refused, match="'A' with 'Above', which is no party any more"):
        store.undo(sign(), moved.transaction)


NAMES = ("A", "B", "C", "D")
PARTIES = st.lists(st.sampled_from(NAMES), max_size=3)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Where stores of the property lie, one after the other."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@settings(max_examples=30, deadline=None)
@given(
    named=st.lists(st.tuples(PARTIES, PARTIES), min_size=1, max_size=4),
    above=st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=4),
    source=st.sampled_from(NAMES),
    into=st.sampled_from(NAMES),
)
def test_a_merge_taken_back_leaves_parties_and_owners_as_they_were(
    folder: Path,
    named: list[tuple[list[str], list[str]]],
    above: list[tuple[str, str]],
    source: str,
    into: str,
) -> None:
    place = folder / "record.db"
    for one in folder.glob("record.db*"):
        one.unlink()
    store = open_store(place, create=True)
    try:
        _fill(store, named, above)
        before = seen(store)
        if source == into:
            with pytest.raises(BadInput):
                store.merge_parties(source, into, sign())
        else:
            store.merge_parties(source, into, sign())
            assert source not in {one.name for one in store.parties()}
            assert source not in {name for both in owners(store).values() for name in sum(both, ())}
            store.undo(sign())
        assert seen(store) == before
        assert store.verify().broken is None
    finally:
        store.close()


def _fill(
    store: Store, named: list[tuple[list[str], list[str]]], above: list[tuple[str, str]]
) -> None:
    proposals = [propose(TEXT, "C will act", *owned) for owned, _ in named]
    proposals = [
        replace(one, commitment=replace(one.commitment, partners=tuple(partners)))
        for one, (_, partners) in zip(proposals, named, strict=True)
    ]
    store.add_statement(draft(TEXT), proposals, {}, sign())
    for name in NAMES:
        store.set_party(name, {}, sign())
    for below, name in above:
        try:
            store.set_party(below, {"parent": name}, sign())
        except BadInput:
            continue  # a circle


def test_no_undo_takes_a_party_off_the_record_that_somebody_has_come_to_name(store: Store) -> None:
    """Two bodies become one, that is undone, and then they become one the other way round."""
    store.set_party("Port", {}, sign())
    one = store.merge_parties("Port", "NHS Employers", sign())
    back = store.undo(sign("dan"), one.transaction)
    store.merge_parties("NHS Employers", "Port", sign())
    before = seen(store)
    with pytest.raises(Refused, match="which is no party any more"):
        store.redo(sign("dan"))
    with pytest.raises(Refused, match="which is no party any more"):
        store.undo(sign(), back.transaction)
    assert seen(store) == before
