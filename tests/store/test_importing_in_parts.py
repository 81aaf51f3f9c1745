"""Another store is taken in while others work: in parts, told as one, undone as one, never half.

Here each part is as small as it can be: one family.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, AddEvidence, AddLink, Edit, SetFields
from commitrack.model.errors import Conflict, Refused
from commitrack.model.history import Receipt
from commitrack.model.records import LinkType, SourceClass
from commitrack.model.taking import Side, TakenIn
from commitrack.store import Store, arrivals, open_store, pacing, parts, uniting
from commitrack.store.binding import all_of, unfinished
from commitrack.store.examining import examine
from commitrack.store.staging import staged
from tests.store.alike import differences, told
from tests.store.conftest import draft, fill, propose, sign
from tests.store.test_exporting import exported, write
from tests.store.test_uniting import promises

STATEMENTS = 6
SENTENCES = ("will build a pier", "will train its staff", "will report each year")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST", 1)
    monkeypatch.setattr(pacing, "GAP", 0)


@pytest.fixture(params=[False, True], ids=["by the statement", "promise by promise"])
def piecemeal(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a statement with more than one promise counts as one with very many."""
    if request.param:
        monkeypatch.setattr(arrivals, "MOST", 1)
    return bool(request.param)


def text(number: int) -> str:
    """A text like no other."""
    return " ".join(
        [*(f"Body {number} {one}." for one in SENTENCES), *(f"W{number}x{n}" for n in range(40))]
    )


def grow(store: Store) -> None:
    """Six statements with three promises each, evidence and links; and C-0001 has moved."""
    for number in range(STATEMENTS):
        said = text(number)
        store.add_statement(
            draft(said, f"Statement {number}"),
            [propose(said, f"Body {number} {one}", f"Body {number}") for one in SENTENCES],
            {f"Body {number}": f"Body {(number + 1) % STATEMENTS}"} if number % 2 else {},
            sign("bob"),
        )
    first = 4
    last = first + STATEMENTS * len(SENTENCES) - 1
    store.apply(
        [
            *(Edit(n, Accept()) for n in range(first, last + 1)),
            Edit(first, AddEvidence("A paper", SourceClass.OFFICIAL)),
            Edit(first, AddLink(LinkType.REPEATS, last)),
            Edit(1, SetFields({"lead": "bob", "topic": "harbours"})),
            Edit(2, AddEvidence("Another paper", SourceClass.OFFICIAL)),
            Edit(2, SetFields({"owner": ("Body 2",)})),
        ],
        sign("bob"),
    )


def copied(place: Path, there: Path) -> Path:
    """A copy of a store that is open."""
    with (
        contextlib.closing(sqlite3.connect(place)) as source,
        contextlib.closing(sqlite3.connect(there)) as target,
    ):
        source.backup(target)
    return there


@pytest.fixture
def laptop(store: Store, place: Path, tmp_path: Path) -> Path:
    """A copy that went on by itself, closed."""
    there = copied(place, tmp_path / "laptop.db")
    opened = open_store(there)
    grow(opened)
    opened.close()
    return there


def take(
    store: Store, laptop: Path, side: Side | None = None, *, keep: bool = True, who: str = "ann"
) -> TakenIn:
    with staged(laptop, "laptop.db") as found:
        return store.take_in(found, sign(who), take=side, keep=keep)


@pytest.fixture
def after_part(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, Callable[[], object]], None]:
    """Have something happen when so many parts are written: ``after_part(3, do)``."""

    def plan(count: int, happen: Callable[[], object]) -> None:
        really = parts.Parts.finish
        done: list[bool] = []

        def finish(self: parts.Parts) -> None:
            really(self)
            if len(self.numbers) == count and not done:
                done.append(True)
                happen()

        monkeypatch.setattr(parts.Parts, "finish", finish)

    return plan


AfterPart = Callable[[int, Callable[[], object]], None]


@pytest.fixture
def bob(store: Store, place: Path) -> Iterator[Store]:
    """The same store, at another desk."""
    opened = open_store(place)
    yield opened
    opened.close()


def edit(store: Store, number: int, **fields: str | tuple[str, ...]) -> Receipt:
    return store.apply([Edit(number, SetFields(fields))], sign("cleo"))


def test_it_says_the_same_as_what_is_taken_in_at_once(
    store: Store,
    laptop: Path,
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    piecemeal: bool,
) -> None:
    other = copied(place, tmp_path / "other.db")
    dry = take(store, laptop, keep=False)
    taken = take(store, laptop)
    assert taken.parts > STATEMENTS * (len(SENTENCES) if piecemeal else 1)
    assert (dry.added, dry.changed, dry.differences) == (taken.added, taken.changed, ())
    monkeypatch.setattr(parts, "MOST", 1_000_000)
    monkeypatch.setattr(parts, "_LONG", 60)
    at_once = open_store(other)
    assert replace(take(at_once, laptop), parts=0) == replace(taken, parts=0)
    assert not differences(*told(exported(store), exported(at_once)))
    assert promises(store) == promises(at_once)
    assert (len(at_once.history()), len(store.history())) == (2, 2)
    at_once.close()
    assert store.verify().broken is None
    assert take(store, laptop) == TakenIn("laptop.db")


def test_history_shows_one_import_with_all_that_it_did(store: Store, laptop: Path) -> None:
    taken = take(store, laptop)
    newest, *_ = store.history()
    assert (newest.number, newest.action, newest.unfinished) == (
        taken.transaction,
        "import laptop.db",
        False,
    )
    assert newest.parts == tuple(range(newest.number + 1, newest.number + taken.parts))
    assert store.pulse().newest == newest.parts[-1]
    born = {one.row for one in newest.changes if (one.table, one.field) == ("commitments", "quote")}
    assert len(born) == STATEMENTS * len(SENTENCES)
    (of_one,) = store.history(21)
    assert (of_one.number, {one.commitment for one in of_one.changes}) == (newest.number, {21})
    assert [one.number for one in store.history(limit=2)] == [newest.number, 1]


@pytest.mark.usefixtures("piecemeal")
def test_one_undo_takes_all_of_it_back_and_one_redo_brings_it_back(
    store: Store, laptop: Path
) -> None:
    before = promises(store), store.parties(), store.statement_numbers()
    taken = take(store, laptop)
    with_it = promises(store)
    coming = store.preview_undo(sign())
    assert coming.target.number == taken.transaction
    receipt = store.undo(sign())
    assert receipt.action == "undo import laptop.db"
    assert (promises(store), store.parties(), store.statement_numbers()) == before
    assert store.history()[1].undone_by == receipt.transaction
    with pytest.raises(Refused, match="nothing to undo"):
        store.undo(sign("bob"))
    store.redo(sign())
    assert promises(store) == with_it
    assert take(store, laptop) == TakenIn("laptop.db")
    with pytest.raises(Refused, match=f"commitrack undo {taken.transaction}$"):
        store.undo(sign(), taken.transaction + taken.parts + 1)
    store.undo(sign(), taken.transaction)
    assert take(store, laptop).added == taken.added
    assert promises(store) == with_it
    assert store.verify().broken is None


def test_a_part_is_not_undone_by_itself(store: Store, laptop: Path) -> None:
    taken = take(store, laptop)
    before = exported(store)
    with pytest.raises(Refused, match=f"undone whole: commitrack undo {taken.transaction}$"):
        store.undo(sign(), taken.transaction + 2)
    with pytest.raises(Refused, match="is part of transaction"):
        store.preview_undo(sign(), taken.transaction + 2)
    assert exported(store) == before


def test_a_plain_undo_takes_back_what_came_last_though_it_began_before_another_edit(
    store: Store, bob: Store, laptop: Path, after_part: AfterPart
) -> None:
    after_part(3, lambda: bob.apply([Edit(3, SetFields({"note": "mine"}))], sign("ann")))
    taken = take(store, laptop)
    assert store.history()[0].action == "set note C-0003"
    undone = store.undo(sign())
    assert undone.action == "undo import laptop.db"
    assert store.dossier(3).commitment.note == "mine"
    assert taken.transaction < store.history()[1].number
    assert len(store.statement_numbers()) == 1


def test_an_edit_of_what_came_in_keeps_the_undo_away(
    store: Store, bob: Store, laptop: Path, after_part: AfterPart
) -> None:
    after_part(STATEMENTS + 4, lambda: edit(bob, 4, note="ours by now"))
    take(store, laptop)
    before = exported(store)
    with pytest.raises(Conflict, match="cleo set it to ours by now"):
        store.undo(sign())
    assert exported(store) == before


@pytest.mark.usefixtures("piecemeal")
def test_others_write_in_between_and_are_not_overwritten(
    store: Store, bob: Store, laptop: Path, after_part: AfterPart
) -> None:
    """What they change of what has moved there is told at the end, though no dry run could."""
    assert take(store, laptop, keep=False).differences == ()

    def happen() -> None:
        edit(bob, 1, lead="cleo", note="mine")
        edit(bob, 2, owner=("Cleo's board",))
        said = text(STATEMENTS - 1)
        bob.add_statement(draft(said, "Cleo's"), [], {}, sign("cleo"))

    after_part(4, happen)
    taken = take(store, laptop)
    assert [(one.record, one.field, one.ours.value) for one in taken.differences] == [
        ("S-0002", "title", "Cleo's"),
        ("C-0001", "lead", "cleo"),
        ("C-0002", "owner", "Cleo's board"),
    ]
    record = store.dossier(1).commitment
    assert (record.lead, record.topic, record.note) == ("cleo", "harbours", "mine")
    assert len(store.statement_numbers()) == STATEMENTS + 1
    assert len(promises(store)) == 3 + STATEMENTS * len(SENTENCES)
    assert store.verify().broken is None
    settled = take(store, laptop, Side.THEIRS)
    assert [one.field for one in settled.differences] == ["title", "lead", "owner"]
    assert take(store, laptop) == TakenIn("laptop.db")


@pytest.mark.usefixtures("piecemeal")
def test_what_others_take_off_the_record_meanwhile_stays_off_it(
    store: Store, bob: Store, laptop: Path, after_part: AfterPart
) -> None:
    after_part(2, lambda: bob.undo(sign("cleo"), 1))
    taken = take(store, laptop)
    assert ("S-0001", "record") in {(one.record, one.field) for one in taken.differences}
    assert 1 not in store.statement_numbers()
    assert len(store.statement_numbers()) == STATEMENTS
    assert store.verify().broken is None


@pytest.mark.usefixtures("piecemeal")
def test_what_is_erased_meanwhile_stays_out(
    store: Store, bob: Store, laptop: Path, after_part: AfterPart
) -> None:
    order = replace(sign("cleo"), why="order 12/26")
    after_part(STATEMENTS + 2, lambda: bob.erase_statement(2, order))
    taken = take(store, laptop)
    assert [one.record for one in taken.kept_out] == ["S-0002"]
    assert len(store.statement_numbers()) == STATEMENTS
    assert text(0) not in "".join(exported(store))
    assert (taken.added["statements"], taken.changed) == (STATEMENTS, 3)
    assert store.verify().broken is None
    assert take(store, laptop).transaction == 0


@pytest.mark.usefixtures("piecemeal")
def test_an_import_that_somebody_undoes_while_it_goes_on_stops(
    store: Store, bob: Store, laptop: Path, after_part: AfterPart
) -> None:
    before = promises(store), store.statement_numbers()
    after_part(5, lambda: bob.undo(sign("cleo"), bob.history()[0].number))
    with pytest.raises(Refused, match="was undone while it went on"):
        take(store, laptop)
    assert (promises(store), store.statement_numbers()) == before
    assert not [one for one in store.history() if one.unfinished]
    assert take(store, laptop).added["statements"] == STATEMENTS
    assert store.verify().broken is None


def test_two_who_take_the_same_store_in_at_once_take_it_in_once(
    store: Store, bob: Store, place: Path, laptop: Path, after_part: AfterPart
) -> None:
    inner: list[TakenIn] = []
    after_part(9, lambda: inner.append(take(bob, laptop, who="dan")))
    before = promises(store), store.statement_numbers()
    taken = take(store, laptop)
    assert taken.added["statements"] + inner[0].added["statements"] == STATEMENTS
    assert len(families(store)) == STATEMENTS
    assert (taken.differences, inner[0].differences) == ((), ())
    assert unfinished_of(place) == ()
    assert take(store, laptop) == TakenIn("laptop.db")
    with pytest.raises(Conflict, match="C-0004"):  # to which the other one has brought a link
        store.undo(sign(), taken.transaction)
    store.undo(sign("dan"), inner[0].transaction)
    assert [one.number for one in store.history() if one.unfinished] == [taken.transaction]
    store.undo(sign(), taken.transaction)
    assert (promises(store), store.statement_numbers()) == before
    assert store.verify().broken is None


class PowerCut(BaseException):
    """Everything stops."""


def families(store: Store) -> list[tuple[str, int]]:
    """How many promises each statement of the laptop has, with their words and owners."""
    found = []
    for number in store.statement_numbers()[1:]:
        of_it = store.mentions(number)
        assert all(commitment.owners for _, commitment in of_it)
        found.append((store.statement(number).title, len(of_it)))
    return found


@pytest.mark.parametrize("count", [1, 3, 6, 9, 13, 14])
def test_one_that_is_cut_short_leaves_whole_families_and_is_completed(
    store: Store, place: Path, laptop: Path, after_part: AfterPart, count: int, piecemeal: bool
) -> None:
    def cut() -> None:
        raise PowerCut

    before = promises(store), store.parties(), store.statement_numbers()
    after_part(count, cut)
    with pytest.raises(PowerCut):
        take(store, laptop)
    half = [title for title, of_it in families(store) if of_it < len(SENTENCES)]
    assert len(half) <= piecemeal, "of very many promises only the last statement may lack some"
    (found,) = [one for one in examine(place).findings if one.check == "imports"]
    assert found.words.startswith("the import of laptop.db by ann of 2026-03-02 09:00 UTC")
    assert "import the same file again" in found.way_out
    cut_short = store.history()[0]
    assert (cut_short.unfinished, len(cut_short.parts)) == (True, count - 1)
    again = take(store, laptop, who="dan")
    assert again.completed == (cut_short.number,)
    assert len(families(store)) == STATEMENTS
    parents = {one.name: one.parent for one in store.parties()}
    assert [parents[f"Body {n}"] for n in (1, 3, 5)] == ["Body 2", "Body 4", "Body 0"]
    assert store.dossier(1).commitment.lead == "bob"
    assert [one.title for one in store.dossier(2).evidence] == ["Another paper"]
    assert not [one for one in examine(place).findings if one.check == "imports"]
    assert not [one for one in store.history() if one.unfinished]
    there = open_store(laptop)
    assert not differences(*told(exported(store), exported(there)))
    there.close()
    assert take(store, laptop) == TakenIn("laptop.db")
    store.undo(sign("dan"))
    store.undo(sign(), cut_short.number)
    assert (promises(store), store.parties(), store.statement_numbers()) == before
    assert store.verify().broken is None


@pytest.mark.usefixtures("piecemeal")
def test_what_was_edited_there_after_it_was_cut_short_comes_with_the_rest(
    store: Store, laptop: Path, after_part: AfterPart
) -> None:
    def cut() -> None:
        raise PowerCut

    after_part(9, cut)
    with pytest.raises(PowerCut):
        take(store, laptop)
    there = open_store(laptop)
    edit(there, 4, note="later")
    edit(there, 21, note="later")
    there.close()
    assert take(store, laptop).differences == ()
    notes = [one.commitment.note for one in store.dossiers(range(4, 22))]
    assert (len(notes), notes.count("later")) == (18, 2)


def test_the_other_store_knows_what_came_from_it_in_parts(
    store: Store, place: Path, laptop: Path
) -> None:
    take(store, laptop)
    there = open_store(laptop)
    edit(there, 5, note="later")
    with staged(place, "record.db") as found:
        assert there.take_in(found, sign("bob")) == TakenIn("record.db")
    there.close()
    assert take(store, laptop).changed == 1


def test_an_export_keeps_what_is_bound_together(store: Store, laptop: Path, tmp_path: Path) -> None:
    taken = take(store, laptop)
    lines = exported(store)
    assert sum(f'"part_of": {taken.transaction}' in line for line in lines) == taken.parts - 1
    fresh = open_store(tmp_path / "fresh.db", create=True)
    with staged(write(lines, tmp_path / "record.jsonl")) as found:
        assert fresh.take_in(found, sign()).whole
    assert exported(fresh) == lines
    assert fresh.history()[0].parts == store.history()[0].parts
    fresh.undo(sign())
    assert len(fresh.statement_numbers()) == 1
    assert fresh.verify().broken is None
    fresh.close()


def test_a_binding_is_sealed(store: Store, place: Path, laptop: Path) -> None:
    taken = take(store, laptop)
    store.close()
    connection = sqlite3.connect(place)
    assert all_of(connection, taken.transaction)[1:]
    connection.execute("DROP TRIGGER transactions_sealed")
    connection.execute("UPDATE transactions SET part_of = NULL WHERE id = ?", (5,))
    connection.commit()
    connection.close()
    found = examine(place, verify=True).findings
    assert any("transaction 5 is the first" in one.words for one in found)


def test_an_export_of_the_first_format_is_taken_in(tmp_path: Path) -> None:
    old = open_store(tmp_path / "old.db", create=True)
    fill(old)
    lines = exported(old)
    old.close()
    lines[0] = lines[0].replace('"version": 2', '"version": 1')
    fresh = open_store(tmp_path / "fresh.db", create=True)
    with staged(write(lines, tmp_path / "old.jsonl")) as found:
        assert fresh.take_in(found, sign()).whole
    assert exported(fresh)[1:] == lines[1:]
    fresh.close()


def test_a_dry_run_of_much_keeps_nobody_from_writing(
    store: Store, place: Path, laptop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uniting, "_LITTLE", 0)
    before = exported(store)
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    dry = take(store, laptop, keep=False)
    other.execute("ROLLBACK")
    other.close()
    assert exported(store) == before
    done = take(store, laptop)
    assert (dry.added, dry.changed) == (done.added, done.changed)
    assert (dry.transaction, dry.parts) == (0, 0)


def test_a_transaction_holds_about_a_hundred_commitments_however_many_come(
    store: Store, place: Path, laptop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not more rows than it may, and one family; so nobody waits longer if there are more."""
    most = 2_000
    monkeypatch.setattr(parts, "MOST", most)
    monkeypatch.setattr(parts, "_LONG", 60)
    there = open_store(laptop)
    for number in range(STATEMENTS, 60):
        said = text(number)
        there.add_statement(
            draft(said, f"Statement {number}"),
            [propose(said, f"Body {number} {one}") for one in SENTENCES],
            {},
            sign("bob"),
        )
    there.close()
    taken = take(store, laptop)
    connection = sqlite3.connect(place)
    sizes = [
        row[0]
        for row in connection.execute(
            "SELECT count(*) FROM changes WHERE tx >= ? GROUP BY tx", (taken.transaction,)
        )
    ]
    connection.close()
    a_family = 60 * len(SENTENCES)
    assert len(sizes) == taken.parts > 3
    assert max(sizes) < most + a_family
    assert min(sizes[:-2]) > most / 2
    assert unfinished_of(place) == ()


def unfinished_of(place: Path) -> tuple[object, ...]:
    connection = sqlite3.connect(place)
    connection.row_factory = sqlite3.Row
    try:
        return unfinished(connection)
    finally:
        connection.close()
