"""At every size each place stands whole on the screen: nothing outside, no empty pane."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.containers import Container
from textual.pilot import Pilot
from textual.widget import Widget

from commitrack.tui.prose import ELLIPSIS
from commitrack.tui.workplaces import WORKPLACES
from tests.tui.scenes import PLACES, SIZES, Scene, lines, opened, settle

HEAD = 2
"""Lines at the top that say where one is: the places, and what is shown there."""

at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))


def widgets(app: App[None]) -> Iterator[Widget]:
    """What the screen shows: each widget whose ancestors are shown as well."""
    waiting = list(app.screen.children)
    while waiting:
        one = waiting.pop()
        if one.display and one.visible:
            yield one
            waiting += one.children


def in_view(one: Widget) -> bool:
    """Whether nothing that scrolls is above it: of that a part is meant to be out of sight."""
    return not any(above.is_scrollable for above in one.ancestors if isinstance(above, Widget))


def hold_layout(app: App[None], where: object) -> None:
    """Every pane has room, and none reaches beyond the screen."""
    screen = app.screen.region
    found = 0
    for one in widgets(app):
        if (one.is_scrollable and one.styles.dock == "none") or isinstance(one, Container):
            assert one.region.area, (where, one, "has no room")
        if in_view(one) and one.region.area:
            assert screen.contains_region(one.region), (where, one, one.region)
        found += 1
    assert found >= 2


def hold_lines(app: App[None], where: object) -> None:
    """Every line is as wide as the screen; what says where one is and what can be done is whole."""
    shown = lines(app)
    width, height = app.size
    assert [cell_len(line) for line in shown] == [width] * height, where
    for line in shown[:HEAD]:
        assert ELLIPSIS not in line, (where, line)
    assert any(f" {name} " in shown[0] for one in WORKPLACES for name in (one.name, one.short))
    assert "? Help" in shown[-1], (where, shown[-1])
    assert "? Help" not in "".join(shown[:-1]), where


async def go_round(pilot: Pilot[None], hold: Callable[[App[None], object], None]) -> None:
    """Hold every place to something."""
    for name, keys in PLACES.items():
        await pilot.press(*keys)
        await settle(pilot)
        hold(pilot.app, name)


@at_every_size
async def test_no_pane_is_empty_or_reaches_beyond_the_screen(
    size: tuple[int, int], busy: Path
) -> None:
    def hold(app: App[None], where: object) -> None:
        hold_layout(app, where)
        hold_lines(app, where)

    async with opened(Scene(size=size), busy) as pilot:
        await go_round(pilot, hold)


@pytest.mark.parametrize("size", [(60, 24), (100, 30)])
async def test_hostile_names_push_nothing_out_of_its_place(
    size: tuple[int, int], worlds: Callable[[str], Path]
) -> None:
    def hold(app: App[None], where: object) -> None:
        hold_layout(app, where)
        shown = lines(app)
        assert [cell_len(line) for line in shown] == [size[0]] * size[1], where
        assert not set("".join(shown)) & set("\x1b\x00\x07\u202e\u2069"), where

    async with opened(Scene("hostile", size=size), worlds("hostile")) as pilot:
        await go_round(pilot, hold)


NEXT = ("commitrack add", "in the inbox", "comes here when")
"""What an empty place names as the next thing to do."""


@pytest.mark.parametrize(
    ("world", "size"), [("empty", (60, 24)), ("empty", (200, 60)), ("quiet", (80, 24))]
)
async def test_where_there_is_nothing_it_says_what_to_do_next(
    size: tuple[int, int], world: str, worlds: Callable[[str], Path]
) -> None:
    def hold(app: App[None], where: object) -> None:
        hold_layout(app, where)
        hold_lines(app, where)
        said = " ".join(" ".join(lines(app)).split())
        nothing = where != "reports" and (world == "empty" or where == "inbox")
        assert not nothing or any(words in said for words in NEXT), (where, said)

    async with opened(Scene(world, size=size), worlds(world)) as pilot:
        await go_round(pilot, hold)
