"""Every order of what stands elsewhere is that of a plain sort, whatever was done to the store."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from commitrack.model.actions import Edit, SetFields
from commitrack.model.kinds import Confidence
from commitrack.model.records import Dossier
from commitrack.query import Query, parse
from commitrack.store import Lens, Store, lists, open_store, orders
from tests.store.conftest import TODAY, draft, propose, sign
from tests.store.random_stores import Step, make, steps

LENS = Lens(TODAY, "ann")


def _folded(name: str | None) -> bytes | None:
    """A name as SQLite compares it: capital letters of English count as small ones."""
    return None if name is None else name.encode("utf-8", "surrogatepass").lower()


def _slip(dossier: Dossier) -> int | None:
    due, first = dossier.commitment.due, dossier.commitment.due_original
    return None if due is None or first is None else (due - first).days


def _level(dossier: Dossier) -> int | None:
    found = dossier.commitment.confidence
    return (
        None if found is None else (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH).index(found)
    )


def _said_by(dossier: Dossier) -> str | None:
    source = dossier.source
    return (
        None if source is None else source.speaker if source.publisher is None else source.publisher
    )


KEYS: dict[str, Callable[[Dossier], object]] = {
    "owner": lambda one: _folded(next(iter(one.commitment.owners), None)),
    "maker": lambda one: _folded(_said_by(one)),
    "moves": lambda one: sum(m.new is not None and m.new > m.old for m in one.moves),
    "slip": _slip,
    "confidence": _level,
    "due": lambda one: one.commitment.due,
    "lead": lambda one: _folded(one.commitment.lead),
    "reviewer": lambda one: _folded(one.commitment.reviewer),
    "topic": lambda one: _folded(one.commitment.topic),
    "follow_up": lambda one: one.commitment.follow_up,
    "original": lambda one: one.commitment.due_original,
    "changed": lambda one: one.commitment.version,
}
"""What each order goes by, as the model knows it."""


WHERE = (
    *("", "is:open", "-is:open", "no:due is:open", "no:due", "is:overdue", "is:candidate"),
    *("is:closed", "is:stale", "is:mine is:open", "lead:a"),
)


def plainly(dossiers: tuple[Dossier, ...], name: str, *, down: bool) -> list[int]:
    """The numbers in an order, by Python's own sort; what has no value comes last."""
    known = [one for one in dossiers if KEYS[name](one) is not None]
    rest = [one for one in dossiers if KEYS[name](one) is None]
    ordered = sorted(known, key=lambda one: (KEYS[name](one), one.commitment.number), reverse=down)
    ordered += sorted(rest, key=lambda one: one.commitment.number, reverse=down)
    return [one.commitment.number for one in ordered]


def require_plain_orders(store: Store) -> None:
    """Every order, of everything and of what is open, from the beginning and as a whole."""
    for where in WHERE:
        dossiers = store.dossiers(store.ids(parse(where), LENS))
        for name in KEYS:
            for down in (False, True):
                query = Query(parse(where).where, parse(f"sort:{'-' * down}{name}").sort)
                expected = plainly(dossiers, name, down=down)
                assert list(store.page(query, LENS, 0, 2)) == expected[:2], (where, name, down)
                assert list(store.ids(query, LENS)) == expected, (where, name, down)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_an_order_is_that_of_a_plain_sort(todo: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        try:
            make(store, todo)
            require_plain_orders(store)
        finally:
            store.close()


@pytest.mark.parametrize("patience", [1, lists._STRIDES])
@pytest.mark.parametrize("few", [0, lists._FEW])
@pytest.mark.parametrize("at_once", [1, orders._AT_ONCE])
def test_so_it_is_whichever_way_it_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch, patience: int, few: int, at_once: int
) -> None:
    monkeypatch.setattr(orders, "_AT_ONCE", at_once)
    monkeypatch.setattr(lists, "_STRIDES", patience)
    monkeypatch.setattr(lists, "_FEW", few)
    monkeypatch.setattr(lists, "_SEVERAL", few)
    text = "We will act. They will see. All will be well."
    owners = (("b board", "A Trust"), ("B Board",), ())
    said = ("We will act", "They will see", "All will be well")
    proposals = [propose(text, words, *who) for words, who in zip(said, owners, strict=True)]
    store.add_statement(draft(text, "Owners in capitals and small letters"), proposals, {}, sign())
    store.set_party("b board", {"name": "Z Board"}, sign())
    store.apply([Edit(5, SetFields({"owner": ("A Trust", "Z Board")}))], sign())
    require_plain_orders(store)
    store.undo(sign())
    require_plain_orders(store)
