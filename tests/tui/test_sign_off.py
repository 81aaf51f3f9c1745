"""The review queue: the claim on one screen, and who may decide it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from commitrack.model.actions import (
    Accept,
    AddEvidence,
    Approve,
    Claim,
    Edit,
    RecordCheck,
    SetStatus,
)
from commitrack.model.records import CheckResult, Commitment, Dossier, SourceClass, Stance
from commitrack.model.statements import Mention, Statement
from commitrack.model.status import Status
from commitrack.store.sqlite_store import SqliteStore
from commitrack.tui.dialogs import ReopenDialog, ReviewDialog
from commitrack.tui.screens import sign_off
from commitrack.tui.screens.sign_off import SignOffScreen
from commitrack.tui.widgets.review_lines import review_lines
from make_store import fill
from tests.tui.building import until
from tests.tui.dialogs.samples import HOSTILE
from tests.tui.dialogs.stores import PROMISES, TEXT, Recorded, drawn, harmless, settle

PAPER = AddEvidence(
    "Options paper", SourceClass.OFFICIAL, quote="Options were agreed", url="https://example.org"
)


@pytest.fixture
def record(tmp_path: Path) -> Recorded:
    """A claim by ann that waits for a second person."""
    recorded = Recorded(tmp_path)
    recorded.add(TEXT, PROMISES, "The chair's words")
    recorded.do([Edit(1, Accept()), Edit(2, Accept())])
    recorded.do([Edit(1, PAPER), Edit(1, Claim("it is out", "the plan is published"))])
    return recorded


async def test_claim_test_evidence_and_words_are_on_one_screen(record: Recorded) -> None:
    async with record.showing(SignOffScreen(), "bob") as pilot:
        shown = drawn(pilot)
    for words in (
        "1 waits for a second person: 1 claim",
        "ann, today · delivered?",
        "ann asked on 2026-03-02 to close it as delivered",
        "the plan is published",
        "Options paper",
        "Options were agreed",
        PROMISES[0],
    ):
        assert words in shown


async def test_the_words_come_first_and_the_statement_around_them_last(record: Recorded) -> None:
    async with record.showing(SignOffScreen(), "bob", size=(120, 40)) as pilot:
        await until(pilot, lambda: "In the statement" in drawn(pilot))
        shown = drawn(pilot)
    places = [
        shown.index(words)
        for words in ("The words", "Success test", "Evidence", "How it stands", "In the statement")
    ]
    assert places == sorted(places)
    assert " ".join(TEXT.split())[:40] in " ".join(shown.split())


async def test_a_small_terminal_shows_words_test_and_evidence_at_once(record: Recorded) -> None:
    async with record.showing(SignOffScreen(), "bob", size=(80, 24)) as pilot:
        shown = drawn(pilot)
        for words in (PROMISES[0].split()[0], "the plan is published", "Options paper"):
            assert words in shown
        await pilot.press("space", "space")
        await until(pilot, lambda: "In the statement" in drawn(pilot))


async def test_a_statement_is_read_once_for_all_that_stands_in_it(
    record: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.do([Edit(2, PAPER), Edit(2, Claim("it is out", "the plan is published"))])
    asked: list[int] = []
    really = SqliteStore.statement

    def counted(self: SqliteStore, number: int) -> Statement:
        asked.append(number)
        return really(self, number)

    monkeypatch.setattr(SqliteStore, "statement", counted)
    async with record.showing(SignOffScreen(), "bob", size=(120, 40)) as pilot:
        await until(pilot, lambda: "In the statement" in drawn(pilot))
        asked.clear()
        await pilot.press("j")
        await until(pilot, lambda: drawn(pilot).count(PROMISES[1][:30]) >= 2)
        await until(pilot, lambda: "In the statement" in drawn(pilot))
    assert asked == []


def test_the_statement_fills_the_room_there_is_and_never_pushes_the_words_out() -> None:
    before = "\n\n".join(f"Paragraph {number} says something." for number in range(200))
    quote = "We will publish a plan."
    text = f"{before}\n\n{quote} And more.\n\n{before}"
    start = text.index(quote)
    commitment = Commitment(title=quote, quote=quote)
    dossier = Dossier(commitment, mentions=(Mention(1, start, start + len(quote), quote),))
    low, high = (
        review_lines(dossier, text, "bob", date(2026, 3, 2), 60, height) for height in (20, 60)
    )
    for lines, height in ((low, 20), (high, 60)):
        told = ["".join(piece for piece, _ in line) for line in lines]
        heading = next(at for at, line in enumerate(told) if line.startswith("In the statement"))
        lit = next(at for at in range(heading, len(told)) if quote in told[at])
        assert lit < max(height, heading + 8)
    assert len(low) < len(high) <= 62
    assert len(high) > 45


async def test_a_second_person_approves(record: Recorded) -> None:
    async with record.showing(SignOffScreen(), "bob") as pilot:
        await pilot.press("a")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Nothing waits" in drawn(pilot)
    assert record.dossier(1).commitment.status is Status.DELIVERED


async def test_the_claimer_is_told_that_they_may_not_approve(record: Recorded) -> None:
    screen = SignOffScreen()
    async with record.showing(screen, "ann") as pilot:
        assert "You asked for this yourself" in drawn(pilot)
        assert "✗C-0001" in drawn(pilot)
        await pilot.press("a")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReviewDialog)
    assert record.dossier(1).commitment.status is Status.CLAIMED


async def test_sending_back_asks_for_a_note(record: Recorded) -> None:
    async with record.showing(SignOffScreen(), "bob") as pilot:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press(*"a draft", "enter")
        await settle(pilot)
    commitment = record.dossier(1).commitment
    assert commitment.status is Status.IN_PROGRESS
    assert "a draft" in (commitment.reason or "")


async def test_partly_asks_what_is_missing(record: Recorded) -> None:
    async with record.showing(SignOffScreen(), "bob") as pilot:
        await pilot.press("p")
        await settle(pilot)
        await pilot.press(*"the annex", "enter")
        await settle(pilot)
    commitment = record.dossier(1).commitment
    assert (commitment.status, commitment.reason) == (Status.PARTLY_DELIVERED, "the annex")


async def test_proposals_wait_here_as_well(record: Recorded) -> None:
    record.do(
        [
            Edit(2, RecordCheck(CheckResult.NOTHING_FOUND, "the site")),
            Edit(2, SetStatus(Status.NOT_DELIVERED, "the date passed")),
        ]
    )
    async with record.showing(SignOffScreen(), "bob", (100, 30)) as pilot:
        assert "2 wait for a second person: 1 claim, 1 proposal" in drawn(pilot)
        await pilot.press("j")
        await settle(pilot)
        assert "to close it as not delivered" in drawn(pilot)


async def test_a_disputed_closing_is_upheld_or_opened_again(record: Recorded) -> None:
    record.do([Edit(1, Approve())], "bob")
    record.do([Edit(1, AddEvidence(HOSTILE, SourceClass.DIRECT, stance=Stance.DISPUTES))])
    async with record.showing(SignOffScreen(), "bob", (100, 30)) as pilot:
        shown = drawn(pilot)
        assert "new evidence disputes it" in shown
        assert "1 waits for a second person: 1 dispute" in shown
        assert "closing disputed" in shown
        assert harmless(shown)
        await pilot.press("b")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReopenDialog)
        await pilot.press(*"it was a draft", "enter")
        await settle(pilot)
    assert record.dossier(1).commitment.status is Status.IN_PROGRESS


async def test_an_empty_queue_says_how_something_comes_into_it(tmp_path: Path) -> None:
    async with Recorded(tmp_path).showing(SignOffScreen()) as pilot:
        assert "A claim comes here when" in drawn(pilot)
        await pilot.press("a", "p", "b", "enter", "j")
        assert isinstance(pilot.app.screen, SignOffScreen)


async def test_it_is_done_by_mouse_alone(record: Recorded) -> None:
    record.do(
        [
            Edit(2, RecordCheck(CheckResult.NOTHING_FOUND, "the site")),
            Edit(2, SetStatus(Status.NOT_DELIVERED, "the date passed")),
        ]
    )
    async with record.showing(SignOffScreen(), "bob", size=(120, 40)) as pilot:
        await pilot.click(offset=(12, 4))
        await settle(pilot)
        assert "to close it as not delivered" in drawn(pilot)
        keys = drawn(pilot).split("\n")[-1]
        await pilot.click(offset=(keys.index("Approve") + 2, 39))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReviewDialog)


async def test_of_a_long_queue_the_front_is_fetched_and_more_near_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_off, "WINDOW", 4)
    recorded = Recorded(tmp_path)
    store = recorded.open()
    list(fill(store, 400))
    every = list(store.sign_offs().numbers)
    store.close()
    assert len(every) > 9
    asked: list[int] = []

    def counted(self: SqliteStore, numbers: Sequence[int], *rest: Any) -> Sequence[Dossier]:
        asked.append(len(numbers))
        return dossiers(self, numbers, *rest)

    dossiers = SqliteStore.dossiers
    monkeypatch.setattr(SqliteStore, "dossiers", counted)
    screen = SignOffScreen()
    async with recorded.showing(screen, "bob") as pilot:
        assert f"{len(every)} wait for a second person: {len(every)} claims" in drawn(pilot)
        queue = screen.query_one("#review-list", OptionList)
        assert queue.option_count == 4
        asked.clear()
        for row in range(1, len(every)):
            queue.highlighted = row
            await settle(pilot)
        assert sum(asked) == len(every) - 4  # each once, and never all at once
        assert max(asked) == 4
        assert queue.option_count == len(every)
        assert screen.current is not None
        assert screen.current.commitment.number == every[-1]
        asked.clear()
        queue.highlighted = 0
        await settle(pilot)
        assert asked == []
