"""What a report can be about, by name: whose words begin as typed, and a word about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from commitrack.model.ids import parse_commitment_id, parse_statement_id
from commitrack.query import parse
from commitrack.query.completing import Slot, is_coming_to_an_id, last_word, whole_line
from commitrack.reports import Argument
from commitrack.store import Extent, Lens, Store
from commitrack.store.asking import PAGE
from commitrack.tui.widgets.filter_bar import Naming

_Told: TypeAlias = tuple[str, str]


def _statements(typed: str, lens: Lens, store: Store) -> Sequence[_Told]:
    found = store.values("statement", parse(""), lens, typed)
    titles = {one.number: one.title for one in store.outlines([*map(parse_statement_id, found)])}
    return [(one, titles.get(parse_statement_id(one), "")) for one in found]


def _commitments(typed: str, lens: Lens, store: Store) -> Sequence[_Told]:
    found = store.values("id", parse(""), lens, typed)
    dossiers = store.dossiers([*map(parse_commitment_id, found)], Extent.WORDS)
    titles = {one.commitment.id: one.commitment.title for one in dossiers}
    return [(one, titles.get(one, "")) for one in found]


def _parties(typed: str, lens: Lens, store: Store) -> Sequence[_Told]:
    """Bodies and people, whoever owns most first; one that owns nothing may have others below."""
    del lens
    begun = typed.casefold()
    found = [one for one in store.parties() if any(_begin(begun, one.name))]
    found.sort(key=lambda one: -one.owned)
    return [(one.name, f"owns {one.owned:,}") for one in found[:PAGE]]


def _begin(typed: str, name: str) -> Iterator[bool]:
    """Whether what is typed begins the name, or the rest of it from any word on."""
    words = name.casefold().split()
    return (" ".join(words[at:]).startswith(typed) for at in range(len(words)))


def _parties_or_ids(typed: str, lens: Lens, store: Store) -> Sequence[_Told]:
    named = _commitments if is_coming_to_an_id(typed) else _parties
    return named(typed, lens, store)


def _name_or_ids(text: str, cursor: int) -> Slot:
    """IDs are several, a name is one."""
    last = last_word(text, cursor)
    return last if is_coming_to_an_id(last.typed) else whole_line(text, cursor)


NAMES: Mapping[Argument, Naming] = {
    Argument.STATEMENT: Naming(whole_line, _statements),
    Argument.COMMITMENT: Naming(whole_line, _commitments),
    Argument.PARTY: Naming(whole_line, _parties),
    Argument.PARTY_OR_IDS: Naming(_name_or_ids, _parties_or_ids),
}
"""How the name that a report takes is completed, where it takes one and no filter."""
