"""What a new version says differently, on a screen of its own."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from commitrack.model.statements import StatementDraft
from commitrack.store import open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.screens.changes import ChangesPane, ChangesScreen
from tests.tui.building import HOSTILE, app_on, screen_text, sign, until

FIRST = "We stay.\n\n" + "\n\n".join(f"Number {n} goes on for good." for n in range(40))
SECOND = (
    f"We go.\n\n{HOSTILE}\n\n"
    + FIRST.replace("Number 7 goes on for good", "Number 7 may go on for good")
    + "\n\nThis is the end."
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two versions of one statement, the second one hostile."""
    path = tmp_path / "record.db"
    store = open_store(path, create=True)
    for text, previous in ((FIRST, None), (SECOND, 1)):
        digest = hashlib.sha256(text.encode()).hexdigest()
        draft = StatementDraft(text, digest, "Numbers", previous=previous)
        store.add_statement(draft, (), {}, sign())
    store.close()
    return path


@asynccontextmanager
async def showing(place: Path, number: int) -> AsyncIterator[Pilot[None]]:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ChangesScreen(number))
        yield pilot


def drawn(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app, CommitrackApp)
    return screen_text(pilot.app)


async def test_the_sentences_that_differ_are_shown_and_the_rest_is_counted(place: Path) -> None:
    async with showing(place, 2) as pilot:
        await until(pilot, lambda: "+ We go." in drawn(pilot))
        shown = drawn(pilot)
        assert "S-0001 → S-0002" in shown
        assert "… 8 sentences as before" in shown
        assert "− Number 7 goes on for good." in shown
        assert "+ Number 7 may go on for good." in shown
        assert not set(shown) & set("\x1b\x00\x07\u202e")


async def test_keys_go_from_change_to_change(place: Path) -> None:
    async with showing(place, 2) as pilot:
        await pilot.resize_terminal(80, 6)
        await until(pilot, lambda: "S-0001 → S-0002" in drawn(pilot))
        pane = pilot.app.screen.query_one(ChangesPane)
        seen = []
        for key in ("n", "n", "n", "p"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(round(pane.scroll_target_y))
        assert seen[0] < seen[1] < seen[2]
        assert seen[3] < seen[2]
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ChangesScreen))


async def test_a_first_version_has_nothing_to_show(place: Path) -> None:
    async with showing(place, 1) as pilot:
        await until(pilot, lambda: not isinstance(pilot.app.screen, ChangesScreen))
