"""However long the record is: no place asks for a whole list, or for more records than it shows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from commitrack.model.records import Dossier
from commitrack.store import Lens, open_store
from commitrack.store.sqlite_store import SqliteStore
from commitrack.tui.app import CommitrackApp
from commitrack.tui.screens import agenda, inbox, sign_off
from commitrack.tui.workplaces import WORKPLACES
from make_store import TODAY, fill
from tests.tui.dialogs.stores import settle

FEW = 10
"""What each of the lists fetches at a time here."""
MOST = 128 + 2 * 64
"""Records that the table of commitments may want: those in view, and around them."""


async def test_no_place_fetches_a_whole_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "record.db"
    store = open_store(place, create=True)
    list(fill(store, 1_200))
    assert len(store.sign_offs().numbers) > FEW
    store.close()
    for module in (agenda, inbox, sign_off):
        monkeypatch.setattr(module, "WINDOW", FEW)
    asked: dict[str, list[int]] = {}
    app = CommitrackApp(str(place), Lens(TODAY, "ann"), open_store=lambda: open_store(place))

    def counted(self: SqliteStore, numbers: Sequence[int], *rest: Any) -> Sequence[Dossier]:
        asked.setdefault(app.current_mode, []).append(len(numbers))
        return dossiers(self, numbers, *rest)

    def refused(self: SqliteStore, *question: object) -> Sequence[int]:
        raise AssertionError(f"{app.current_mode} asks for all that {question} finds")

    dossiers = SqliteStore.dossiers
    monkeypatch.setattr(SqliteStore, "dossiers", counted)
    monkeypatch.setattr(SqliteStore, "ids", refused)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for one in (*WORKPLACES[1:], *WORKPLACES):
            await pilot.press(one.keys[0])
            await settle(pilot)
            assert app.current_mode == one.id
    assert max(asked.pop("browse")) <= MOST
    assert {"inbox", "reviews", "agenda"} <= set(asked)
    assert max(max(sizes) for sizes in asked.values()) <= FEW
