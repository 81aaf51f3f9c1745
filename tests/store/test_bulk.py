"""Many statements at once leave the store that one by one would have left, and hold nobody up."""

from __future__ import annotations

import multiprocessing
import multiprocessing.synchronize
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import BadInput, Conflict
from commitrack.model.records import Evidence, SourceClass
from commitrack.query import parse
from commitrack.store import Filing, Lens, Store, bulk, limits, open_store, seal
from tests.store.conftest import TODAY, draft, propose, sign

TEXTS = (
    "We will publish a plan. Staff will be trained.",
    "The council will open a library. It will repair the bridge by May.",
    "All sites will be “safe” — soon.\t\x01 We will act.",
)


def filings() -> Iterator[Filing]:
    """Three statements: owners by name and alias, twice the same one, none at all."""
    yield Filing(
        draft(TEXTS[0], "One"),
        (
            propose(TEXTS[0], "We will publish a plan", "NHS Employers", "nhs employers"),
            propose(TEXTS[0], "Staff will be trained"),
        ),
    )
    yield Filing(
        draft(TEXTS[1], "Two"),
        (propose(TEXTS[1], "The council will open a library", "The Council", "NHS Employers"),),
    )
    yield Filing(draft(TEXTS[2], "Three"))


def test_what_is_too_long_for_one_is_too_long_for_many(store: Store) -> None:
    before = store.statements()
    good = Filing(draft(TEXTS[1], "Two"))
    long = Filing(draft(TEXTS[0], "x" * (limits.WRITTEN + 1)))
    with pytest.raises(BadInput, match="title: has 100,001 characters"):
        list(store.add_many([good, long], sign()))
    assert store.statements() == before


def contents(place: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but for which transaction wrote it, and its history in any order."""
    connection = sqlite3.connect(place)
    try:
        tables = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                "AND name NOT LIKE '%!_fts%' ESCAPE '!' AND name NOT LIKE '!_%' ESCAPE '!' "
                "AND name NOT IN ('transactions', 'changes')"
            )
        ]
        named = {table: ", ".join(_columns(connection, table)) for table in tables}
        found = {
            table: connection.execute(
                f"SELECT {columns} FROM {table} ORDER BY {columns}"
            ).fetchall()
            for table, columns in named.items()
        }
        found["changes"] = sorted(
            connection.execute(
                "SELECT record, row, field, old, new, commitment, statement FROM changes"
            ),
            key=repr,
        )
        found["words"] = connection.execute(
            "SELECT rowid FROM commitments_fts WHERE commitments_fts MATCH 'will'"
        ).fetchall()
        return found
    finally:
        connection.close()


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    return [f'"{name}"' for name in names if name != "tx"]


def test_many_at_once_leave_what_one_by_one_leave(tmp_path: Path) -> None:
    slow = open_store(tmp_path / "slow.db", create=True)
    quick = open_store(tmp_path / "quick.db", create=True)
    for one in filings():
        slow.add_statement(one.draft, one.proposals, {}, sign())
    receipts = list(quick.add_many(filings(), sign()))
    assert [receipt.commitments for receipt in receipts] == [(1, 2, 3)]
    assert receipts[0].action == "add S-0001 to S-0003, 3 commitments"
    assert slow.verify().broken is None
    assert quick.verify().broken is None
    slow.close()
    quick.close()
    assert contents(tmp_path / "quick.db") == contents(tmp_path / "slow.db")


def test_they_go_on_from_what_is_on_record(store: Store) -> None:
    (receipt,) = store.add_many(filings(), sign())
    assert receipt.commitments == (4, 5, 6)
    assert store.dossier(6).commitment.owners == ("The Council", "NHS Employers")
    assert store.dossier(6).source is not None
    assert store.mentions(3)[0][1].quote == "The council will open a library"
    assert store.verify().broken is None


def test_what_is_on_file_about_a_commitment_comes_with_it(store: Store) -> None:
    report = Evidence("Report", SourceClass.OFFICIAL, added_by="ann")
    one = next(filings())
    list(store.add_many([Filing(one.draft, one.proposals, {1: (report,)})], sign()))
    assert [piece.title for piece in store.dossier(5).evidence] == ["Report"]
    assert store.dossier(4).evidence == ()
    assert store.verify().broken is None


def test_one_batch_is_undone_as_one(store: Store) -> None:
    (receipt,) = store.add_many(filings(), sign())
    store.undo(sign(), receipt.transaction)
    assert store.statement_numbers() == (1,)
    assert store.verify().broken is None


def test_a_text_that_is_stored_or_there_twice_is_refused_with_its_batch(store: Store) -> None:
    one, two, *_ = filings()
    with pytest.raises(Conflict, match="twice"):
        list(store.add_many([one, two, one], sign()))
    with pytest.raises(Conflict, match="already stored as S-0001"):
        list(store.add_many([one, Filing(draft())], sign()))
    assert store.statement_numbers() == (1,)


def test_a_quote_that_is_not_in_the_text_is_refused(store: Store) -> None:
    one, two, *_ = filings()
    with pytest.raises(ValueError, match="is not in the text"):
        list(store.add_many([Filing(one.draft, two.proposals)], sign()))
    assert store.statement_numbers() == (1,)


def _import(place: str, begun: multiprocessing.synchronize.Event) -> None:
    bulk.BATCH = 100
    store = open_store(place)
    texts = [f"We will do thing {number}." for number in range(600)]
    for _ in store.add_many(
        [Filing(draft(text), (propose(text, text),)) for text in texts], sign()
    ):
        begun.set()
    store.close()


def test_an_officer_edits_within_two_seconds_beside_an_import(store: Store, place: Path) -> None:
    context = multiprocessing.get_context("spawn")
    begun = context.Event()
    importer = context.Process(target=_import, args=(str(place), begun))
    importer.start()
    try:
        assert begun.wait(60)
        waited: list[float] = []
        while importer.is_alive():
            at = time.monotonic()
            store.apply([Edit(1, SetFields({"note": f"edit {len(waited)}"}))], sign("bob"))
            waited.append(time.monotonic() - at)
    finally:
        importer.join(60)
    assert importer.exitcode == 0
    assert waited
    assert max(waited) < 2
    assert store.verify().broken is None
    assert store.counts({"all": parse("")}, Lens(TODAY, "ann")) == {"all": 603}


@given(
    st.lists(
        st.tuples(
            st.text(max_size=9),
            st.integers(0, 2**62),
            st.text(max_size=9),
            st.none() | st.text(),
            st.none() | st.text(),
        ),
        max_size=4,
    )
)
def test_a_change_is_sealed_as_the_json_that_it_always_was(
    changes: list[tuple[str, int, str, str | None, str | None]],
) -> None:
    lines = b"".join(seal._line(list(change)) for change in changes)
    assert seal.change_lines(changes) == lines


def test_the_generator_makes_the_same_store_from_the_same_seed(tmp_path: Path) -> None:
    from make_store import fill

    for name in ("one.db", "two.db"):
        made = open_store(tmp_path / name, create=True)
        assert list(fill(made, 90))[-1] == 90
        assert made.verify().broken is None
        assert len(made.page(parse(""), Lens(TODAY, "ann"))) == 64
        made.close()
    assert contents(tmp_path / "one.db") == contents(tmp_path / "two.db")
