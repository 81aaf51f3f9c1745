"""Owners: walked, folded, found, listed and put right, by keys alone and by mouse alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from commitrack.model.actions import SetFields
from commitrack.model.standing import Standing
from commitrack.query import canonical, parse
from commitrack.store import Lens, Store, open_store
from commitrack.store.sqlite_store import SqliteStore
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs import ConfirmDialog
from commitrack.tui.dialogs.party import MergeDialog, PartyDialog
from commitrack.tui.forest import Forest
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.owners import OwnersScreen, owned_by
from commitrack.tui.widgets.owner_tree import OwnerTree
from tests.tui.building import HOSTILE, TODAY, app_on, do, screen_text, sign, until

LENS = Lens(TODAY, "ann")


def tree(app: CommitrackApp) -> OwnerTree:
    return app.screen.query_one(OwnerTree)


def names(app: CommitrackApp) -> list[str]:
    return [row.body.name for row in tree(app).rows]


def known(app: CommitrackApp) -> bool:
    return isinstance(app.screen, OwnersScreen) and bool(tree(app).rows) and not tree(app).wanted(9)


async def open_owners(pilot: Pilot[None], app: CommitrackApp) -> None:
    await pilot.press("f7")
    await until(pilot, lambda: known(app))


def under_cursor(app: CommitrackApp) -> str:
    row = tree(app).current
    return "" if row is None else row.body.name


def figures(app: CommitrackApp, name: str) -> Standing | None:
    number = next(row.body.number for row in tree(app).rows if row.body.name == name)
    return tree(app).standing(number)


@pytest.fixture
def bodies(place: Path) -> Path:
    """NHS Confederation above NHS Employers; commitments 1 and 4 are owned by others as well."""
    do(place, 1, SetFields({"owner": ("NHS Confederation", "NHS Employers")}))
    do(place, 4, SetFields({"owner": ("Harbour Board",)}))
    return place


async def test_figures_hold_child_bodies_and_count_what_both_own_once(bodies: Path) -> None:
    app = app_on(bodies)
    async with app.run_test(size=(120, 30)) as pilot:
        await open_owners(pilot, app)
        assert names(app) == ["Harbour Board", "NHS Confederation", "NHS Employers"]
        whole, part = figures(app, "NHS Confederation"), figures(app, "NHS Employers")
        assert whole == part
        assert whole is not None
        assert (whole.owned, whole.open, whole.overdue, whole.delivered) == (5, 4, 3, 1)
        assert "2026-01-26" in screen_text(app)  # when the evidence was looked at


async def test_by_keys_alone_one_finds_a_body_and_lists_what_it_owns(bodies: Path) -> None:
    app = app_on(bodies)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_owners(pilot, app)
        await pilot.press("slash", *"conf")
        await until(pilot, lambda: names(app) == ["NHS Confederation"])
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
        browse = app.screen
        assert isinstance(browse, BrowseScreen)
        await until(pilot, lambda: sorted(browse.table.numbers) == [1, 2, 3, 5, 6])
        assert browse.state.filter == 'is:open,closed owner:"NHS Confederation"'
        await pilot.press("f7")
        await until(pilot, lambda: under_cursor(app) == "NHS Confederation")
        await pilot.press("escape")
        await until(pilot, lambda: len(names(app)) == 3)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))


async def test_what_is_part_of_a_body_folds_by_keys(bodies: Path) -> None:
    app = app_on(bodies)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_owners(pilot, app)
        await pilot.press("end")
        assert under_cursor(app) == "NHS Employers"
        await pilot.press("h")
        assert under_cursor(app) == "NHS Confederation"
        await pilot.press("h")
        assert names(app) == ["Harbour Board", "NHS Confederation"]
        await pilot.press("l", "l")
        assert under_cursor(app) == "NHS Employers"
        await pilot.press("up", "space")
        assert len(names(app)) == 2
        await pilot.press("Z", "Z")
        assert len(names(app)) == 2


async def test_by_mouse_alone_it_is_folded_and_listed(bodies: Path) -> None:
    app = app_on(bodies)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.click(offset=(screen_text(app).split("\n")[0].index("Owners") + 1, 0))
        await until(pilot, lambda: known(app))
        await pilot.click(tree(app), offset=(1, 1))
        await until(pilot, lambda: len(names(app)) == 2)
        await pilot.click(tree(app), offset=(1, 1))
        await until(pilot, lambda: len(names(app)) == 3)
        await pilot.double_click(tree(app), offset=(8, 0))
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
        browse = app.screen
        assert isinstance(browse, BrowseScreen)
        await until(pilot, lambda: list(browse.table.numbers) == [4])


async def test_a_body_is_renamed_and_placed_and_that_is_undone(bodies: Path) -> None:
    app = app_on(bodies)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_owners(pilot, app)
        await pilot.press("home", "e")
        await until(pilot, lambda: isinstance(app.screen, PartyDialog))
        await pilot.press("end", *" of Wexholm", "down", "down", *"NHS Conf", "right", "enter")
        await until(pilot, lambda: isinstance(app.screen, OwnersScreen))
        wanted = ["NHS Confederation", "Harbour Board of Wexholm", "NHS Employers"]
        await until(pilot, lambda: names(app) == wanted)
        assert under_cursor(app) == "Harbour Board of Wexholm"
        await pilot.press("u")
        await until(pilot, lambda: names(app)[0] == "Harbour Board")


async def test_a_name_that_another_body_has_is_refused_in_a_line(bodies: Path) -> None:
    app = app_on(bodies)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await open_owners(pilot, app)
        await pilot.press("home", "e")
        await until(pilot, lambda: isinstance(app.screen, PartyDialog))
        await pilot.press("end", *["backspace"] * 20, *"NHS Employers", "enter")
        await until(pilot, lambda: "another party is called" in screen_text(app))
        await until(pilot, lambda: isinstance(app.screen, PartyDialog))
        assert "NHS Employers" in screen_text(app), "what was typed is there to be mended"
        await pilot.press("escape", "d")
        await until(pilot, lambda: isinstance(app.screen, OwnersScreen))
        assert "Harbour Board" in names(app)


async def test_two_names_are_merged_after_a_look_and_that_is_undone(bodies: Path) -> None:
    app = app_on(bodies)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_owners(pilot, app)
        await pilot.press("home", "m")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog))
        await pilot.press(*"nhs employers", "enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        assert "Named instead of it: C-0004" in screen_text(app)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, OwnersScreen))
        assert "Harbour Board" in names(app)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog))
        await pilot.press("enter")  # what was typed is still there
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: names(app) == ["NHS Confederation", "NHS Employers"])
        await pilot.press("u")
        await until(pilot, lambda: len(names(app)) == 3)


async def test_a_party_that_is_not_there_cannot_be_merged_into(bodies: Path) -> None:
    app = app_on(bodies)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_owners(pilot, app)
        await pilot.press("home", "m")
        await until(pilot, lambda: isinstance(app.screen, MergeDialog))
        await pilot.press(*"Nobody", "enter")
        await until(pilot, lambda: "no party is called 'Nobody'" in screen_text(app))
        await pilot.press("escape", "d")
        await until(pilot, lambda: isinstance(app.screen, OwnersScreen))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 24)])
async def test_hostile_names_are_harmless(bodies: Path, size: tuple[int, int]) -> None:
    store = open_store(bodies)
    store.set_party("Harbour Board", {"name": HOSTILE, "aliases": (f"b {HOSTILE}",)}, sign())
    store.close()
    app = app_on(bodies)
    async with app.run_test(size=size) as pilot:
        await open_owners(pilot, app)
        await pilot.press("home")
        await pilot.pause()
        shown = screen_text(app)
        assert "[/x] [@click" in shown
        assert not set(shown) & set("\x1b\x00\x07\u202e")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, PartyDialog))
        assert not set(screen_text(app)) & set("\x1b\x00\x07\u202e")


async def test_what_owns_nothing_is_shown_when_asked_for(bodies: Path) -> None:
    store = open_store(bodies)
    store.set_party("Bystanders", {}, sign())
    store.close()
    app = app_on(bodies)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_owners(pilot, app)
        assert "Bystanders" not in names(app)
        await pilot.press("a")
        await until(pilot, lambda: "Bystanders" in names(app))


async def test_without_a_body_it_says_how_one_comes_on_record(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    open_store(place, create=True).close()
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        await until(pilot, lambda: "No body is on record" in screen_text(app))
        await pilot.press("e", "m", "enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))


async def test_only_the_figures_of_what_is_in_view_are_asked_for(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(place)
    for number in range(120):
        store.set_party(f"Body {number:03}", {}, sign())
    store.close()
    asked: list[int] = []
    standing = SqliteStore.standing

    def counted(self: SqliteStore, bodies: list[int], lens: Lens) -> Standing:
        asked.extend(bodies)
        return standing(self, bodies, lens)

    monkeypatch.setattr(SqliteStore, "standing", counted)
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7", "a")
        await until(pilot, lambda: known(app) and len(names(app)) > 100)
        assert 10 < len({*asked}) < 40
        await pilot.press("end")
        await until(pilot, lambda: known(app))
        assert len({*asked}) < 80


def test_where_a_name_means_others_too_each_body_is_named_whole(tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.db", create=True)
    for name, above in (("Board", None), ("Pay Board", "Board"), ("Harbour Board", None)):
        store.set_party(name, {"parent": above} if above else {}, sign())
    assert _listed(store, "Board") == 'is:open,closed owner:=Board,="Pay Board"'
    store.set_party("Harbour Board", {"parent": "Board"}, sign())
    assert _listed(store, "Board") == "is:open,closed owner:Board"
    assert _listed(store, "Pay Board") == 'is:open,closed owner:="Pay Board"'
    store.close()


def _listed(store: Store, name: str) -> str:
    forest = Forest(store.bodies())
    body = next(one for one in forest.by_number.values() if one.name == name)
    query = owned_by(body, forest, store.meant(name))
    assert canonical(parse(query)) == query
    return query
