"""What was done is told field by field, and each of it can be taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, Edit, SetFields
from commitrack.model.history import FieldChange, Transaction
from commitrack.model.status import Status
from commitrack.reports.change_lines import change_lines
from commitrack.store import open_store, parts
from commitrack.store.staging import staged
from commitrack.tui.dialogs import ConfirmDialog
from commitrack.tui.screens.history import HistoryScreen
from tests.tui.dialogs.samples import HOSTILE
from tests.tui.dialogs.stores import PROMISES, TEXT, Recorded, drawn, harmless, settle, sign


@pytest.fixture
def record(tmp_path: Path) -> Recorded:
    """One commitment, accepted by ann and led by bob since bob said so."""
    recorded = Recorded(tmp_path)
    recorded.add(TEXT, PROMISES, "The chair's words")
    recorded.do([Edit(1, Accept())])
    recorded.do([Edit(1, SetFields({"lead": "bob", "note": HOSTILE}))], "bob")
    return recorded


async def test_the_newest_comes_first_with_who_when_and_what(record: Recorded) -> None:
    async with record.showing(HistoryScreen(1)) as pilot:
        shown = drawn(pilot)
    assert shown.index("lead: none → bob") < shown.index("status: candidate → open")
    assert "2026-03-02 09:14  bob  cli" in shown
    assert "History of C-0001" in shown


async def test_of_a_long_transaction_the_beginning_is_told_and_more_when_it_unfolds(
    record: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.screens.history._CHANGES", 1)
    monkeypatch.setattr("commitrack.tui.screens.history._UNFOLDED", 2)
    record.do([Edit(1, SetFields({"lead": "eve", "note": "", "topic": "rotas"}))])
    async with record.showing(HistoryScreen(None)) as pilot:
        assert "… and more: 3 changes in all" in drawn(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "lead: bob → eve" in drawn(pilot)
        assert "… and 1 more changes (commitrack history --changes 0)" in drawn(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert "… and 2 more changes" in drawn(pilot)


async def test_hostile_values_are_harmless(record: Recorded) -> None:
    async with record.showing(HistoryScreen(None)) as pilot:
        shown = drawn(pilot)
    assert "[/x]" in shown
    assert harmless(shown)


async def test_a_transaction_is_taken_back_after_a_look(record: Recorded) -> None:
    async with record.showing(HistoryScreen(1)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert "lead: bob → none" in drawn(pilot)
        await pilot.press("y")
        await settle(pilot)
        shown = drawn(pilot)
    assert "taken back by 4" in shown
    assert record.dossier(1).commitment.lead is None


async def test_what_a_colleague_has_changed_since_is_shown_and_left(tmp_path: Path) -> None:
    record = Recorded(tmp_path)
    record.add("We will do one. We will do two", ["We will do one", "We will do two"], "Two")
    record.do([Edit(n, SetFields({"lead": "ann"})) for n in (1, 2)])
    record.do([Edit(2, SetFields({"lead": "bob"}))], "bob")
    async with record.showing(HistoryScreen(None)) as pilot:
        await pilot.press("j", "u")
        await settle(pilot)
        shown = drawn(pilot)
        assert "left as it is: C-0002 lead: bob set it to bob" in shown
        assert "C-0001 lead: ann → none" in shown
        await pilot.press("y")
        await settle(pilot)
    assert [record.dossier(n).commitment.lead for n in (1, 2)] == [None, "bob"]


async def test_what_cannot_be_taken_back_is_said_before_anybody_is_asked(
    record: Recorded,
) -> None:
    record.do([Edit(1, SetFields({"lead": "ann"}))])
    async with record.showing(HistoryScreen(1)) as pilot:
        await pilot.press("j", "u")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HistoryScreen)
    assert record.dossier(1).commitment.lead == "ann"


async def test_saying_no_changes_nothing(record: Recorded) -> None:
    async with record.showing(HistoryScreen(1)) as pilot:
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
    assert record.dossier(1).commitment.lead == "bob"


async def test_an_older_transaction_can_be_taken_back_alone(record: Recorded) -> None:
    async with record.showing(HistoryScreen(1)) as pilot:
        await pilot.press("j", "u")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    commitment = record.dossier(1).commitment
    assert (commitment.status, commitment.lead) == (Status.CANDIDATE, "bob")


async def test_a_long_transaction_unfolds(tmp_path: Path) -> None:
    record = Recorded(tmp_path)
    promises = [f"We will do thing {number}" for number in range(9)]
    record.add(". ".join(promises), promises, "Many")
    async with record.showing(HistoryScreen(None), size=(80, 60)) as pilot:
        assert "changes in all" in drawn(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "We will do thing 8" in drawn(pilot)


def test_a_new_record_takes_one_line_and_plumbing_is_left_out() -> None:
    changes = (
        FieldChange("checks", 3, "commitment", None, 1, 1, label="check 3"),
        FieldChange("checks", 3, "where", None, "the site", 1, label="check 3"),
        FieldChange("checks", 3, "present", None, 1, 1, label="check 3"),
        FieldChange("commitments", 1, "status", "open", "in_progress", 1, label="C-0001"),
    )
    by = sign("ann")
    done = Transaction(5, by.at, "ann", "cli", "check C-0001", None, None, None, "", changes)
    assert change_lines(done, 1) == ["+ check 3  where: the site", "status: open → in progress"]
    assert change_lines(done)[1] == "C-0001 status: open → in progress"


def test_a_list_is_told_by_its_parts_and_what_only_looks_like_one_as_it_stands() -> None:
    changes = (
        FieldChange("reviews", 5, "evidence", "[]", "[104, 7]", 1, label="review 5"),
        FieldChange("commitments", 1, "tags", '["a [b]"]', "[]", 1, label="C-0001"),
        FieldChange("commitments", 1, "note", None, "[104]", 1, label="C-0001"),
        FieldChange("commitments", 1, "tags", "[/x", "[", 1, label="C-0001"),
    )
    by = sign("ann")
    done = Transaction(5, by.at, "ann", "cli", "send back", None, None, None, "", changes)
    assert change_lines(done) == [
        "review 5 evidence: none → 104, 7",
        "C-0001 tags: a [b] → none",
        "C-0001 note: none → [104]",
        "C-0001 tags: [/x → [",
    ]


async def test_an_import_in_parts_is_one_and_is_taken_back_as_one(
    record: Recorded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST", 1)
    record.add("We will do more. We will do less", ["We will do more", "We will do less"], "Two")
    laptop = tmp_path / "laptop.db"
    shutil.copy(record.place, laptop)
    there, here = open_store(laptop), record.open()
    there.apply([Edit(n, SetFields({"lead": "cleo"})) for n in (2, 3)], sign("cleo"))
    there.close()
    with staged(laptop, "laptop.db") as found:
        taken = here.take_in(found, sign("ann"))
    here.close()
    assert taken.parts == 3
    async with record.showing(HistoryScreen(None)) as pilot:
        assert "3 parts, to 7" in drawn(pilot)
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert "taken back by 8" in drawn(pilot)
    assert (record.dossier(2).commitment.lead, record.dossier(3).commitment.lead) == (None, None)


async def test_the_filter_shows_somebodys_doings_or_one_commitments(record: Recorded) -> None:
    record.do([Edit(2, SetFields({"topic": "rotas"}))], "bob")
    async with record.showing(HistoryScreen()) as pilot:
        assert "candidate → open" in drawn(pilot)
        await pilot.press("f", *"BOB", "enter")
        await settle(pilot)
        shown = drawn(pilot)
        assert "History of the whole record by BOB" in shown
        assert "lead: none → bob" in shown
        assert "candidate → open" not in shown
        await pilot.press("f", "ctrl+u", *"c-2", "enter")
        await settle(pilot)
        shown = drawn(pilot)
        assert "History of C-0002" in shown
        assert "topic: none → rotas" in shown
        assert "lead: none → bob" not in shown
        await pilot.press("escape")
        await settle(pilot)
        assert "candidate → open" in drawn(pilot)
        await pilot.press("f", *"nobody", "enter")
        await settle(pilot)
        assert "Nothing that was done fits the filter" in drawn(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "candidate → open" in drawn(pilot)


async def test_a_key_shows_what_the_same_person_did_and_then_all_again(record: Recorded) -> None:
    async with record.showing(HistoryScreen()) as pilot:
        await pilot.press("w")
        await settle(pilot)
        assert "by bob" in drawn(pilot)
        assert "candidate → open" not in drawn(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert "candidate → open" in drawn(pilot)


async def test_more_is_fetched_behind_what_is_there(
    record: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.screens.history.WINDOW", 2)
    for n in range(6):
        record.do([Edit(1, SetFields({"topic": f"topic {n}"}))])
    screen = HistoryScreen()
    async with record.showing(screen) as pilot:
        assert len(screen._transactions) == 2
        for _ in range(9):
            await pilot.press("j")
            await settle(pilot)
        numbers = [one.number for one in screen._transactions]
        assert numbers == sorted(numbers, reverse=True)
        assert numbers[-1] == 1
        assert len(set(numbers)) == len(numbers) == 9


async def test_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    async with Recorded(tmp_path).showing(HistoryScreen()) as pilot:
        assert "Nothing has been done yet" in drawn(pilot)
        await pilot.press("enter", "u", "w", "j")
        assert isinstance(pilot.app.screen, HistoryScreen)
