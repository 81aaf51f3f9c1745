"""A party is found by any of its names; a text may teach one, and never merges two."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.errors import BadInput, Conflict
from commitrack.query import parse
from commitrack.store import Lens, Store
from tests.store.conftest import draft, propose, sign

AGENCY = "National Patient Safety Agency"
LONG = f"The {AGENCY} (NPSA) will publish a plan."
SHORT = "NPSA will train its staff."


def add(store: Store, text: str, owner: str, **aliases: str) -> None:
    """Store a text of one promise; the short names that it introduces are given by name."""
    store.add_statement(
        draft(text, text[:20]), [propose(text, text, owner)], {}, sign(), aliases=aliases
    )


def names(store: Store) -> dict[str, tuple[str, ...]]:
    return {one.name: one.aliases for one in store.parties()}


@pytest.fixture
def empty(store: Store) -> Store:
    """The store without its statement."""
    store.undo(sign())
    return store


def test_a_short_name_that_a_text_gives_is_an_alias_from_then_on(empty: Store) -> None:
    add(empty, LONG, AGENCY, NPSA=AGENCY)
    add(empty, SHORT, "NPSA")
    assert names(empty) == {AGENCY: ("NPSA",)}
    assert empty.party("npsa").owned == 2


def test_no_body_is_put_on_record_for_having_a_short_name(empty: Store) -> None:
    add(empty, LONG, "Somebody", NPSA=AGENCY)
    assert names(empty) == {"Somebody": ()}


def test_a_short_name_that_is_another_party_changes_nothing(empty: Store) -> None:
    add(empty, SHORT, "NPSA")
    add(empty, LONG, AGENCY, NPSA=AGENCY)
    assert names(empty) == {AGENCY: (), "NPSA": ()}


def test_a_short_name_that_is_anothers_alias_changes_nothing(empty: Store) -> None:
    add(empty, SHORT, "Somebody")
    empty.set_party("Somebody", {"aliases": ("npsa",)}, sign())
    add(empty, LONG, AGENCY, NPSA=AGENCY)
    assert names(empty) == {AGENCY: (), "Somebody": ("npsa",)}


def test_a_party_known_by_an_alias_learns_another(empty: Store) -> None:
    add(empty, LONG, AGENCY)
    empty.set_party(AGENCY, {"name": "Safety Agency", "aliases": (AGENCY,)}, sign())
    add(empty, SHORT, "NPSA", NPSA=AGENCY)
    assert names(empty) == {"NPSA": (), "Safety Agency": (AGENCY,)}
    other = "Once more."
    add(empty, other, "Somebody", NatPSA=f"the {AGENCY}")
    assert empty.party("NatPSA").name == "Safety Agency"


def test_undo_takes_back_what_a_text_taught_and_redo_brings_it_back(empty: Store) -> None:
    add(empty, "We will.", AGENCY)
    add(empty, LONG, AGENCY, NPSA=AGENCY)
    assert names(empty) == {AGENCY: ("NPSA",)}
    empty.undo(sign())
    assert names(empty) == {AGENCY: ()}
    empty.redo(sign())
    assert names(empty) == {AGENCY: ("NPSA",)}
    empty.undo(sign())
    empty.undo(sign())
    assert names(empty) == {}
    assert empty.verify().broken is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Health and Safety Executive", "Health & Safety Executive"),
        ("Health & Safety Executive", "the health and safety executive"),
        ("The Ward Board", "Ward Board"),
        ("Ward Board", "The Ward Board"),
        ("The Fish & Chips Board", "fish AND chips board"),
        ("Children's Trust", "Children’s Trust"),
        ("Children’s Trust", "the children's  trust"),
        ("Children’s & Young People’s Board", "Children's and Young People's Board"),
        ("St\u2010Leonards Trust", "St-Leonards Trust"),
        ("Kent–Sussex Air–Rescue", "kent-sussex air-rescue"),
    ],
)
def test_articles_ampersands_apostrophes_hyphens_and_blanks_tell_no_two_parties_apart(
    empty: Store, one: str, other: str
) -> None:
    add(empty, LONG, one)
    add(empty, SHORT, other)
    assert names(empty) == {one: ()}
    assert empty.party(other).name == one
    for asked in (f'owner:"{other}"', f'owner:="{other}"'):
        assert len(empty.ids(parse(asked), Lens(date(2026, 3, 2)))) == 2


def test_the_is_left_out_of_an_alias_too(empty: Store) -> None:
    add(empty, LONG, AGENCY)
    empty.set_party(AGENCY, {"aliases": ("The Safety & Care Agency",)}, sign())
    assert empty.party("safety and care agency").name == AGENCY


def test_a_new_party_is_named_as_written(empty: Store) -> None:
    add(empty, LONG, "The Ward & Bed Board")
    assert list(names(empty)) == ["The Ward & Bed Board"]


def test_nearly_the_name_of_another_party_is_refused_as_an_alias(empty: Store) -> None:
    add(empty, LONG, AGENCY)
    add(empty, SHORT, "The Trust")
    with pytest.raises(BadInput, match="another party"):
        empty.set_party(AGENCY, {"aliases": ("Trust",)}, sign())
    assert empty.party("trust").name == "The Trust"


def test_a_text_is_taken_back_though_a_later_one_taught_a_name_of_its_party(empty: Store) -> None:
    add(empty, "We will.", AGENCY)
    first = empty.history(limit=1)[0].number
    add(empty, LONG, AGENCY, NPSA=AGENCY)
    empty.undo(sign(), first)
    assert names(empty) == {AGENCY: ("NPSA",)}
    assert empty.verify().broken is None


def test_a_party_that_would_go_with_what_somebody_said_of_it_stays(empty: Store) -> None:
    add(empty, "We will.", AGENCY)
    first = empty.history(limit=1)[0].number
    empty.set_party(AGENCY, {"aliases": ("NPSA",)}, sign("bob"))
    with pytest.raises(Conflict, match="bob set it to"):
        empty.undo(sign(), first)
    assert names(empty) == {AGENCY: ("NPSA",)}
