"""The help of each place names every key that does something there; the palette names its keys."""

from __future__ import annotations

from pathlib import Path

from textual.command import DiscoveryHit

from commitrack.tui.app import CommitrackApp
from commitrack.tui.commands import COMMANDS
from commitrack.tui.keymap import bound_on, shown
from commitrack.tui.palette import CommandProvider
from commitrack.tui.screens.help import sections_of
from tests.tui.scenes import PLACES, Scene, opened, settle

RAW = {"plus", "left", "right", "up", "down", "pageup", "pagedown", "escape", "enter"}
"""Keys as the framework names them, and nobody else."""
PALETTE = "command_palette"
"""What opens it does not stand in it."""


async def test_every_key_of_every_place_stands_in_its_help(busy: Path) -> None:
    async with opened(Scene(size=(120, 40)), busy) as pilot:
        app = pilot.app
        assert isinstance(app, CommitrackApp)
        for name, keys in PLACES.items():
            await pilot.press(*keys)
            await settle(pilot)
            told = {
                key
                for section in sections_of(app.screen, app.keys)
                for keys_of, words in section.lines
                for key in keys_of.split()
                if words
            }
            here = {
                shown(key)
                for one in bound_on(app.screen)
                if one.description and not one.action.startswith("view_key")
                for key in one.key.split(",")
            }
            assert here <= told, (name, here - told)
            of_the_app = {
                shown(key) for one in COMMANDS for key in one.keys if "app" in one.place.value
            }
            assert of_the_app <= told | {"t"}, (name, of_the_app - told)


async def test_it_is_told_in_our_words_what_can_be_done_first_and_how_one_moves_after(
    busy: Path,
) -> None:
    async with opened(Scene(size=(120, 40)), busy) as pilot:
        app = pilot.app
        assert isinstance(app, CommitrackApp)
        for name, keys in list(PLACES.items())[1:]:
            await pilot.press(*keys)
            await settle(pilot)
            first, *others = sections_of(app.screen, app.keys)
            assert first.title == "This screen"
            lines = [line for section in (first, *others) for line in section.lines]
            for keys_of, words in lines:
                assert not words.istitle() or " " not in words, (name, words)
                assert not RAW & set(keys_of.replace("^", " ").split()), (name, keys_of)
            steps = {"↑", "↓", "←", "→", "home", "end", "tab"}
            assert not steps & {key for keys_of, _ in first.lines for key in keys_of.split()}, name
            moving = next(one for one in others if one.title == "Moving about")
            assert steps & {key for keys_of, _ in moving.lines for key in keys_of.split()}, name
            here = [key for keys_of, _ in first.lines for key in keys_of.split()]
            app_wide = next(one for one in others if one.title == "The program")
            again = {key for keys_of, _ in app_wide.lines for key in keys_of.split()}
            assert not again & set(here), (name, again & set(here))


async def test_every_command_of_the_palette_has_the_key_that_is_in_force(busy: Path) -> None:
    async with opened(Scene(size=(120, 40)), busy) as pilot:
        for name, keys in PLACES.items():
            await pilot.press(*keys)
            await settle(pilot)
            screen = pilot.app.screen
            provider = CommandProvider(screen)
            hits = [hit async for hit in provider.discover()]
            live = {one.binding.description: one for one in screen.active_bindings.values()}
            assert len(hits) >= 9, name
            for hit in hits:
                assert isinstance(hit, DiscoveryHit)
                assert shown(live[str(hit.text)].binding.key) or hit.text == PALETTE
                key = str(hit.prompt).rsplit("  ", 1)[-1]
                owners = [
                    one.binding.description
                    for one in screen.active_bindings.values()
                    if shown(one.binding.key) == key
                ]
                assert hit.text in owners, (name, hit.text, key)
