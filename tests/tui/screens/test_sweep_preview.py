"""The same is done to more than anybody looks at one by one, with a look before it and one undo."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from textual.pilot import Pilot

from commitrack.model.actions import Edit, Preview, SetFields
from commitrack.model.history import Receipt, Signature
from commitrack.model.records import Dossier
from commitrack.model.status import Status
from commitrack.model.sweeps import Sweep
from commitrack.query import parse
from commitrack.store import Lens, Pulse, Store, open_store
from commitrack.store.sqlite_store import SqliteStore
from commitrack.tui import hearing
from commitrack.tui import long_work as room
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.status import StatusDialog
from commitrack.tui.hand import SAMPLE, Hand
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.left import LeftScreen
from commitrack.tui.screens.progress import ProgressScreen
from commitrack.tui.screens.sweep_preview import SweepScreen
from commitrack.tui.widgets.sweep_lines import PAGE, SweepLines
from make_store import TODAY
from tests.tui.building import HOSTILE, app_on, screen_text, until
from tests.tui.screens.conftest import MANY

WIDE = (110, 34)
DANGEROUS = frozenset("\x1b\x07\u202e\x00")


def count(place: Path, query: str) -> int:
    with closing(open_store(place)) as store:
        return len(store.ids(parse(query), Lens(TODAY, "ann")))


async def all_marked(pilot: Pilot[None], app: CommitrackApp) -> BrowseScreen:
    """Everything on record, marked."""
    browse = app.get_screen_stack("browse")[0]
    assert isinstance(browse, BrowseScreen)
    await until(pilot, lambda: "all" in browse.counts)
    await pilot.press("0")
    await until(pilot, lambda: browse.table.count == MANY and browse.table.cursor is not None)
    await pilot.press("asterisk")
    await until(pilot, lambda: browse.marks == MANY)
    return browse


async def noted(pilot: Pilot[None], app: CommitrackApp, note: str) -> SweepScreen:
    """Write a note to all that is marked, as far as the preview."""
    await pilot.press("n")
    await until(pilot, lambda: app.screen.query("#field-note"))
    await pilot.press(*note, "enter")
    await until(pilot, lambda: isinstance(app.screen, SweepScreen))
    return cast("SweepScreen", app.screen)


def counted(screen: SweepScreen) -> bool:
    return screen._counted.total == MANY


async def test_all_are_changed_after_a_look_and_one_key_takes_it_back(long: Path) -> None:
    app = app_on(long)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await all_marked(pilot, app)
        await pilot.press("n")
        await until(pilot, lambda: app.screen.query("#field-note"))
        dialog = app.screen
        assert isinstance(dialog, Dialog)
        assert (dialog.count, len(dialog.dossiers)) == (MANY, SAMPLE)
        shown = screen_text(app)
        assert f"{MANY} commitments, such as" in shown
        assert f"this form goes by {SAMPLE} of them" in shown
        await pilot.press(*"zebra", "enter")
        await until(pilot, lambda: isinstance(app.screen, SweepScreen))
        screen = cast("SweepScreen", app.screen)
        await until(pilot, lambda: counted(screen))
        await until(pilot, lambda: f"{MANY} of {MANY} will change" in screen_text(app))
        await until(pilot, lambda: "note none → zebra" in screen_text(app))
        await pilot.press("end")
        await until(pilot, lambda: f"C-0{MANY}" in screen_text(app))
        await until(
            pilot, lambda: "…" not in screen_text(app).split("Before it")[1].split("y yes")[0]
        )
        assert count(long, "zebra") == 0
        await pilot.press("y")
        await until(pilot, lambda: "u takes it back" in screen_text(app))
        assert count(long, "zebra") == MANY
        await pilot.press("u")
        await until(pilot, lambda: "took back" in screen_text(app))
    assert count(long, "zebra") == 0


async def test_what_is_refused_is_counted_listed_and_left(long: Path) -> None:
    app = app_on(long)
    rejected = count(long, "status:rejected")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await all_marked(pilot, app)
        await pilot.press("x")
        await until(pilot, lambda: app.screen.query("#dialog"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SweepScreen))
        screen = cast("SweepScreen", app.screen)
        await until(pilot, lambda: counted(screen))
        candidates = count(long, "status:candidate")
        assert screen._counted.changed == candidates
        await until(pilot, lambda: f"{MANY - candidates} are refused" in screen_text(app))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, LeftScreen))
        await until(pilot, lambda: "refused: " in screen_text(app))
        await pilot.press("escape")
        assert app.screen is screen
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, LeftScreen))
        assert f"{MANY - candidates} are left as they are" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
    assert count(long, "status:rejected") == rejected + candidates
    assert count(long, "status:candidate") == 0


async def test_the_answer_need_not_wait_for_the_count(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = threading.Event()
    really = SqliteStore.foresee

    def slowly(store: SqliteStore, *arguments: Any) -> Sweep:
        release.wait(10)
        return really(store, *arguments)

    monkeypatch.setattr(SqliteStore, "foresee", slowly)
    app = app_on(long)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await all_marked(pilot, app)
        await noted(pilot, app, "zebra")
        await until(pilot, lambda: f"0 of {MANY} counted, 0 %" in screen_text(app))
        await pilot.press("y")
        release.set()
        await until(pilot, lambda: "u takes it back" in screen_text(app))
    assert count(long, "zebra") == MANY


async def test_nothing_is_changed_by_no(long: Path) -> None:
    app = app_on(long)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        browse = await all_marked(pilot, app)
        await noted(pilot, app, "zebra")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is browse)
        assert browse.marks == MANY
    assert count(long, "zebra") == 0


async def test_a_change_of_very_many_can_be_stopped_with_nothing_done(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_SOON", 0)
    really = SqliteStore.sweep

    def slowly(store: SqliteStore, *arguments: Any, watch: Any, **rest: Any) -> Sweep:
        def waits(what: str, done: int, total: int) -> None:
            watch(what, done, total)
            while done:  # half of it is written by now
                watch(what, done, total)

        return really(store, *arguments, watch=waits, **rest)

    monkeypatch.setattr(SqliteStore, "sweep", slowly)
    app = app_on(long)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        browse = await all_marked(pilot, app)
        await noted(pilot, app, "zebra")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen))
        await until(pilot, lambda: " 55 %  changing" in screen_text(app))
        assert f"Changing {MANY}" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: "stopped: nothing was changed" in screen_text(app))
        await until(pilot, lambda: app.screen is browse)
    assert count(long, "zebra") == 0


async def test_a_store_that_cannot_be_written_leaves_what_was_typed(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from commitrack.model.errors import StoreFull

    def full(*_: object, **__: object) -> Sweep:
        raise StoreFull("the disk is full; nothing was written")

    monkeypatch.setattr(SqliteStore, "sweep", full)
    app = app_on(long)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await all_marked(pilot, app)
        await noted(pilot, app, "zebra")
        await pilot.press("y")
        await until(pilot, lambda: "the disk is full" in screen_text(app))
        await until(pilot, lambda: app.screen.query("#field-note"))
        assert cast("Dialog", app.screen).held() == {"note": "zebra"}


async def test_when_very_much_was_changed_all_is_looked_at_again(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "MUCH", 10)
    app = app_on(long)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        browse = await all_marked(pilot, app)
        await noted(pilot, app, "zebra")
        await pilot.press("y")
        await until(pilot, lambda: "u takes it back" in screen_text(app))
        await until(
            pilot,
            lambda: browse.at_hand is not None and browse.at_hand.commitment.note == "zebra",
        )


class Asked:
    """A store that notes of which commitments it is asked for the records."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def pulse(self) -> Pulse:
        """Of some moment."""
        return Pulse(3, 0)

    def dossiers(self, numbers: Sequence[int]) -> tuple[Dossier, ...]:
        """Note it."""
        self.numbers += numbers
        return ()


def test_of_a_million_a_hundred_are_looked_at_for_a_form() -> None:
    store = Asked()
    hand = Hand.take(cast("Store", store), range(1_000_000))
    assert len(store.numbers) == SAMPLE
    assert store.numbers[0] == 0
    assert store.numbers[-1] == 1_000_000 - 1_000_000 // SAMPLE, "they are spread over all of it"
    assert len(hand.numbers) == 1_000_000
    assert hand.seen == 3


async def test_of_very_many_those_in_view_are_looked_at(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    really = SqliteStore.preview

    def noting(
        store: SqliteStore, edits: Sequence[Edit], by: Signature, *rest: Any
    ) -> tuple[Preview, ...]:
        looked.append(len(edits))
        return really(store, edits, by, *rest)

    monkeypatch.setattr(SqliteStore, "preview", noting)
    monkeypatch.setattr(
        SqliteStore, "foresee", lambda _store, numbers, *_: Sweep(changed=len(numbers))
    )
    app = app_on(long)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        numbers = range(1, 1_000_001)
        with closing(open_store(long)) as store:
            hand = Hand(numbers, store.dossiers((1, 2)), store.pulse().newest)
        screen = SweepScreen(hand, [SetFields({"note": "zebra"})])
        app.push_screen(screen)
        await until(pilot, lambda: "note none → zebra" in screen_text(app))
        await pilot.press("pagedown", "pagedown", "end")
        await until(pilot, lambda: "C-1000000" in screen_text(app))
        await until(pilot, lambda: "C-1000000 does not exist" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is not screen)
    assert sum(looked) <= 6 * PAGE
    assert max(looked) <= 2 * PAGE


async def test_another_width_gives_each_as_many_lines_as_it_needs(long: Path) -> None:
    app = app_on(long)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await all_marked(pilot, app)
        screen = await noted(pilot, app, "a note that is long enough to be wrapped " * 2)
        await until(pilot, lambda: counted(screen))
        lines = screen.query_one(SweepLines)
        before = lines.virtual_size.height
        await pilot.resize_terminal(50, 24)
        await until(pilot, lambda: lines.virtual_size.height > before)
        assert lines.virtual_size.height % MANY == 0


def receipt(action: str) -> Receipt:
    return Receipt(1, action, changed=1)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Sweep(3, 0, 0, receipt=receipt("note")), "note · u takes it back"),
        (Sweep(3, 0, 2, receipt=receipt("note")), "note · 2 are left as they are · u takes it"),
        (Sweep(0, 3, 0), "nothing changed: the record says so already"),
        (Sweep(0, 0, 3), "nothing changed: 3 are left as they are"),
    ],
)
def test_it_is_told_what_became_of_it(found: Sweep, told: str) -> None:
    from commitrack.tui.sweeping import _told

    assert told in _told(found)


async def test_hostile_text_is_shown_as_text(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commitrack.tui.acting.MANY", 1)
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        browse = app.get_screen_stack("browse")[0]
        assert isinstance(browse, BrowseScreen)
        await until(pilot, lambda: "all" in browse.counts)
        await pilot.press("0")
        await until(pilot, lambda: browse.table.count == 8)
        await pilot.press("asterisk")
        await until(pilot, lambda: browse.marks == 8)
        await noted(pilot, app, "zebra")
        await until(pilot, lambda: "8 of 8 will change" in screen_text(app))
        await pilot.press("end")
        await until(pilot, lambda: "[@click=app.quit]" in screen_text(app))
        assert not DANGEROUS & set(screen_text(app))
        refusals = (Preview(7, HOSTILE, refusal=HOSTILE),)
        app.push_screen(LeftScreen(Sweep(refused=20_000, refusals=refusals), "are left"))
        await until(pilot, lambda: "refused: [/x]" in screen_text(app))
        assert "20,000 are left" in screen_text(app)
        assert "The first 1:" in screen_text(app)
        assert not DANGEROUS & set(screen_text(app))


async def test_of_very_many_any_may_move_and_the_others_are_left(long: Path) -> None:
    app = app_on(long)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await all_marked(pilot, app)
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, StatusDialog))
        dialog = cast("StatusDialog", app.screen)
        assert Status.STALLED in dialog.moves
        assert Status.CANDIDATE in dialog.moves, "what was rejected may go back"
        await pilot.press(*["down"] * dialog.moves.index(Status.STALLED))
        await until(pilot, lambda: dialog.move is Status.STALLED)
        assert "Reason" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))


async def test_what_has_no_move_in_common_shows_no_fields(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = app.get_screen_stack("browse")[0]
        assert isinstance(browse, BrowseScreen)
        await until(pilot, lambda: "all" in browse.counts)
        await pilot.press("0")
        await until(pilot, lambda: browse.table.count == 8)
        await pilot.press("asterisk", "s")
        await until(pilot, lambda: "no move in common" in screen_text(app))
        assert "what it is called" not in screen_text(app)
        await until(pilot, lambda: "Close" in screen_text(app))
