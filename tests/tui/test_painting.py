"""Only what changed is painted, and looks as if everything were: held against Textual itself."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pyte
import pytest
from pyte.screens import Char
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual._styles_cache import StylesCache
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from commitrack.tui.app import BRIEFLY
from commitrack.tui.calm import CalmModal
from commitrack.tui.painting import SparingCompositor, SparingScreen
from commitrack.tui.screens import browse as browse_screen
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.widgets.dossier_lines import dossier_lines
from commitrack.tui.widgets.framing import Frames
from commitrack.tui.widgets.painted import Painted, PaintedScroll
from commitrack.tui.workplaces import WORKPLACES
from tests.tui.scenes import Scene, opened, settle

Cells: TypeAlias = dict[tuple[int, int], Char]


def plain(sparing: Compositor) -> Compositor:
    """Textual's own, of the same screen."""
    one = Compositor()
    vars(one).update(vars(sparing))
    return one


def seen(update: LayoutUpdate | ChopsUpdate | None, app: App[Any]) -> Cells:
    """The cells that a terminal shows, which showed nothing before."""
    assert update is not None
    screen = pyte.Screen(*app.size)
    pyte.Stream(screen).feed(update.render_segments(app.console))
    return {
        (x, y): cell
        for y, line in screen.buffer.items()
        for x, cell in line.items()
        if cell != screen.default_char
    }


@pytest.fixture
def browse(worlds: Callable[[str], Path]) -> tuple[Scene, Path]:
    scene = Scene(size=(120, 40))
    return scene, worlds(scene.world)


async def test_any_part_is_painted_as_textual_paints_it(browse: tuple[Scene, Path]) -> None:
    scene, world = browse
    dice = random.Random(7)
    async with opened(scene, world) as pilot:
        for place in (*WORKPLACES[1:], WORKPLACES[0]):
            compositor = pilot.app.screen._compositor
            assert isinstance(compositor, SparingCompositor)
            width, height = compositor.size
            assert compositor.render_strips() == plain(compositor).render_strips()
            whole = seen(plain(compositor).render_full_update(), pilot.app)
            for _ in range(12):
                regions = {region(dice, width, height) for _ in range(dice.randrange(1, 5))}
                compositor._dirty_regions = set(regions)
                found = seen(compositor.render_partial_update(), pilot.app)
                assert compositor._dirty_regions == set()
                assert compositor.render_partial_update() is None
                assert found.items() <= whole.items()
                missing = whole.keys() - found.keys()
                assert not any(one.contains(*at) for one in regions for at in missing), regions
            await pilot.press(place.keys[0])
            await settle(pilot)


def region(dice: random.Random, width: int, height: int) -> Region:
    x, y = dice.randrange(width), dice.randrange(height)
    return Region(x, y, dice.randrange(1, width - x + 1), dice.randrange(1, height - y + 1))


async def test_a_step_of_the_cursor_paints_lines_and_nothing_below_or_between_them(
    browse: tuple[Scene, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    scene, world = browse
    async with opened(scene, world) as pilot:
        await pilot.press("down")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, BrowseScreen)
        lines: dict[str, int] = {}
        painted = Widget.render_lines

        def counted(self: Widget, crop: Region) -> list[Strip]:
            name = self.id or type(self).__name__
            lines[name] = lines.get(name, 0) + crop.height
            return painted(self, crop)

        monkeypatch.setattr(Widget, "render_lines", counted)
        await pilot.press("down")
        await pilot.pause()
        assert lines.pop("table") == 2
        assert 0 < lines.pop("detail") <= screen.detail.size.height
        lines.pop("footer", None)  # other commands may make sense there
        lines.pop("ScrollBar", None)
        assert lines == {}


async def test_the_record_that_the_next_step_leads_to_is_written_before_it(
    browse: tuple[Scene, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote: list[str] = []
    write = dossier_lines

    def counted(dossier: Any, *rest: Any) -> Any:
        wrote.append(dossier.commitment.id)
        return write(dossier, *rest)

    scene, world = browse
    async with opened(scene, world) as pilot:
        await pilot.press("down", "down")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, BrowseScreen)
        monkeypatch.setattr("commitrack.tui.widgets.detail.dossier_lines", counted)
        row = screen.table.row
        numbers = screen.table.numbers
        screen.table.action_cursor_down()
        shown = screen.detail.dossier
        assert shown is not None
        assert shown.commitment.number == numbers[row + 1]
        assert wrote == []
        await pilot.pause()
        assert len(wrote) == 1
        assert f"{numbers[row + 2]:04}" in wrote[0]


class Lined(Painted):
    """Draws the same strips again and again."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self.kept: dict[int, Strip] = {}

    def render_line(self, y: int) -> Strip:
        if y not in self.kept:
            self.kept[y] = self.strip([(f"line {y}", "")], self.size.width - y % 3)
        return self.kept[y]


STYLES = (
    "",
    "border: solid red;",
    "border-left: heavy green; padding: 0 2;",
    "border-top: solid blue; padding: 1;",
    "padding: 0 0 0 3; background: blue 40%;",
    "outline: round red;",
    "tint: red 30%;",
    "opacity: 50%;",
    "text-opacity: 50%;",
    "hatch: cross red;",
    "border-right: tall $accent; padding: 2 1 0 0; color: $error;",
)


class Framed(App[None]):
    """A widget for each of some ways to frame it."""

    CSS = "Lined { height: 6; } " + " ".join(
        f"#lined-{at} {{ {rules} }}" for at, rules in enumerate(STYLES)
    )

    def compose(self) -> ComposeResult:
        for at in range(len(STYLES)):
            yield Lined(f"lined-{at}")


async def test_a_frame_is_the_one_of_the_style_sheet_and_put_on_once() -> None:
    app = Framed()
    async with app.run_test(size=(60, 80)) as pilot:
        framed = 0
        for again in range(3):
            for one in app.query(Lined):
                assert isinstance(one._styles_cache, Frames)
                whole = Region(0, 0, *one.region.size)
                one.refresh()
                found = one.render_lines(whole)
                assert texts(found) == texts(StylesCache().render_widget(one, whole)), one
                one.refresh()
                framed += sum(a is b for a, b in zip(found, one.render_lines(whole), strict=True))
            if again:
                app.theme = "textual-light"
                await pilot.resize_terminal(50 + again, 80)
                await pilot.pause()
                for one in app.query(Lined):
                    one.kept.clear()
        assert framed > 3 * len(STYLES)


def texts(strips: list[Strip]) -> list[list[tuple[str, str, str]]]:
    """Every cell with its style."""
    return [
        [
            (character, str(segment.style), str(segment.style and segment.style.meta))
            for segment in strip
            for character in segment.text
        ]
        for strip in strips
    ]


class Scrolled(PaintedScroll):
    """Nothing but a height."""

    DEFAULT_CSS = "Scrolled { height: 20; overflow-y: scroll; overflow-x: hidden; }"

    def render_line(self, y: int) -> Strip:
        del y
        return self.strip([], self.size.width)


class Tall(App[None]):
    """One widget that scrolls."""

    def compose(self) -> ComposeResult:
        yield Scrolled()


async def test_a_scrollbar_shows_the_height_that_it_was_told() -> None:
    app = Tall()
    async with app.run_test(size=(40, 30)) as pilot:
        await fits_through_all_heights(pilot, app.query_one(Scrolled))


async def fits_through_all_heights(pilot: Pilot[None], one: Scrolled) -> None:
    bar = one.vertical_scrollbar
    whole = Region(0, 0, *bar.region.size)
    for lines in (0, 3, 20, 21, 35, 36, 37, 400, 401, 19, 1_000_000, 20, 25):
        one.set_height(lines)
        await pilot.pause()
        shown = texts(bar.render_lines(whole))
        bar.refresh()
        assert shown == texts(bar.render_lines(whole)), lines
        assert one.virtual_size.height == lines


async def test_a_place_that_is_there_is_shown_without_the_wait_of_one_that_is_made(
    browse: tuple[Scene, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    delay = App.delay_update

    def noted(self: App[Any], seconds: float) -> None:
        waits.append(seconds)
        delay(self, seconds)

    monkeypatch.setattr(App, "delay_update", noted)
    scene, world = browse
    async with opened(scene, world) as pilot:
        for key in ("f3", "f2", "f3", "f4", "f3"):
            await pilot.press(key)
            await settle(pilot)
        assert [seconds <= BRIEFLY for seconds in waits] == [False, True, True, False, True]


async def test_no_frame_is_painted_before_the_list_is_there(
    browse: tuple[Scene, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[str] = []
    paint = SparingCompositor.render_full_update

    def noted(self: SparingCompositor, simplify: bool = False) -> LayoutUpdate:
        frames.append("\n".join(strip.text for strip in self.render_strips()))
        return paint(self, simplify)

    monkeypatch.setattr(SparingCompositor, "render_full_update", noted)
    monkeypatch.setattr(browse_screen, "_PATIENCE", 60.0)  # however busy the machine is
    scene, world = browse
    async with opened(scene, world):
        assert frames
        assert all("C-0001" in one for one in frames)
        assert all("In its words" in one for one in frames)


async def test_a_first_list_that_does_not_come_is_not_waited_for_for_ever() -> None:
    class Veiled(SparingScreen):
        def on_mount(self) -> None:
            self.veil(0.01)

    app = App[None]()
    async with app.run_test(size=(60, 20)) as pilot:
        screen = Veiled()
        await app.push_screen(screen)
        assert app._batch_count == 1
        while app._batch_count:
            await pilot.pause(0.01)
        screen.unveil()  # what comes late changes nothing
        assert app._batch_count == 0


async def test_a_dialog_is_painted_once_as_it_opens_and_not_while_it_is_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[bool] = []
    refresh = Screen._compositor_refresh

    def noted(self: Screen[Any]) -> None:
        if isinstance(self, Calm):
            painted.append(self._ticking)
        refresh(self)

    class Calm(CalmModal[None]):
        def compose(self) -> ComposeResult:
            yield Static(Content("Sure?"))

    monkeypatch.setattr(Screen, "_compositor_refresh", noted)
    app = App[None]()
    async with app.run_test(size=(60, 20)) as pilot:
        await app.push_screen(Calm())
        await pilot.pause()
        assert painted
        assert all(painted)
        assert "Sure?" in "\n".join(strip.text for strip in app.screen._compositor.render_strips())
