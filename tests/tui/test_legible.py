"""Whatever is drawn, in whatever theme, stands out enough to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from commitrack.tui.legible import DRAWN, LETTERS, SHAPES, Legible, contrast, lifted
from commitrack.tui.theme import THEMES
from tests.tui.scenes import PLACES, Scene, opened, pieces, settle

OWN = [one.name for one in THEMES]
OTHERS = [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi]
TERMINAL = [name for name, theme in BUILTIN_THEMES.items() if theme.ansi]
"""Those that draw in the terminal's own colours."""
XTERM = (
    *("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
    *("#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"),
)
"""The sixteen colours of a terminal as xterm has them."""

TOUR = (
    *(keys for keys in PLACES.values()),
    ("f2", "0", "space", "down"),  # a mark, and the cursor beside it
    ("T", "b", "down"),  # comfortable, in groups
    ("s",),  # a dialog with a list
    ("escape", "d", "delete"),  # one with fields, and an error
    ("escape", "question_mark"),
    ("escape", "ctrl+p"),
    ("escape", "slash", "o", "w"),  # a filter that is being completed
    ("escape", "escape", "f3", "C"),  # the sentences of a statement
)
"""Keys after which to look, one stop after the other."""
GLIMPSES = (("0", "space", "down"), ("s",), ("escape", "f8"))
"""Fewer of them, with most of what can be drawn; each of the other themes is seen in one."""

colours = st.builds(Color, *[st.integers(0, 255)] * 3)


@given(colours, colours, st.sampled_from([SHAPES, LETTERS]))
def test_an_ink_is_lifted_as_far_as_it_must_be_and_no_further(
    ink: Color, paper: Color, least: float
) -> None:
    after = lifted(ink, paper, least)
    assert contrast(after, paper) >= least
    if contrast(ink, paper) >= least:
        assert after == ink
    else:
        assert contrast(after, paper) < least + 0.35


def test_letters_are_lifted_further_than_shapes_and_blanks_not_at_all() -> None:
    style = "#333333 on #222222"
    line = [Segment.line(), *(Segment(text, _style(style)) for text in ("word", "──▏", "  "))]
    _, word, rule, blank = Legible().apply(line, Color(0, 0, 0))
    assert seen_contrast(word) >= LETTERS > seen_contrast(rule) >= SHAPES > seen_contrast(blank)


@pytest.mark.parametrize(("dark", "number"), [(True, 12), (False, 4)])
def test_the_terminals_own_blue_is_the_bright_one_on_a_dark_paper(dark: bool, number: int) -> None:
    line = [Segment("word", _style("blue")), Segment("word", _style("green"))]
    blue, green = Legible(dark=dark).apply(line, Color(0, 0, 0, ansi=-1))
    assert blue.style is not None and blue.style.color is not None
    assert blue.style.color.number == number
    assert green == line[1]


def all_stand_out(app: App[None], where: object) -> int:
    """Hold every piece of the screen to what it needs; how many there were."""
    found = 0
    for y, piece in pieces(app):
        least = LETTERS if piece.text.strip(DRAWN) else SHAPES
        assert seen_contrast(piece) >= least, (app.theme, where, y, piece)
        found += 1
    return found


@pytest.mark.parametrize("theme", OWN)
async def test_every_piece_of_every_screen_stands_out_from_its_paper(
    theme: str, busy: Path
) -> None:
    async with opened(Scene(theme=theme, size=(120, 40)), busy) as pilot:
        for keys in TOUR:
            await pilot.press(*keys)
            await settle(pilot)
            assert all_stand_out(pilot.app, keys) > 50


async def test_so_it_does_in_any_other_theme(busy: Path) -> None:
    async with opened(Scene(size=(80, 24)), busy) as pilot:
        for at, keys in enumerate(GLIMPSES):
            await pilot.press(*keys)
            await settle(pilot)
            for theme in OTHERS[at :: len(GLIMPSES)]:
                pilot.app.theme = theme
                await pilot.pause()
                assert all_stand_out(pilot.app, keys) > 50


async def test_in_the_terminals_own_colours_no_paper_swallows_its_letters(busy: Path) -> None:
    async with opened(Scene(size=(80, 24)), busy) as pilot:
        for keys in (*GLIMPSES, ("f3",), ("f6",)):
            await pilot.press(*keys)
            await settle(pilot)
            for theme in TERMINAL:
                pilot.app.theme = theme
                await pilot.pause()
                for y, piece in pieces(pilot.app):
                    assert piece.style is not None
                    ink, paper = piece.style.color, piece.style.bgcolor
                    if paper is None or paper.is_default:
                        continue  # the terminal's own ink on its own paper
                    assert ink is not None and ink.number is not None and paper.number is not None
                    pair = (Color.parse(XTERM[one.number or 0]) for one in (ink, paper))
                    assert contrast(*pair) >= LETTERS, (keys, y, piece)


def _style(text: str) -> Style:
    return Style.parse(text)


def seen_contrast(piece: Segment) -> float:
    """How much a piece stands out from the paper it was drawn on."""
    assert piece.style is not None and piece.style.color is not None
    assert piece.style.bgcolor is not None
    assert not piece.style.dim  # which a terminal would draw as it pleases
    ink, paper = piece.style.color, piece.style.bgcolor
    return contrast(Color.from_rich_color(ink), Color.from_rich_color(paper))
