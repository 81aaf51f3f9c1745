"""What a status, a light or a lateness is, a sign or a word tells whatever colours one sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color

from commitrack.model.rag import GLYPHS, Colour
from commitrack.model.status import Status
from commitrack.tui.marks import STATUS_GLYPHS, rag_text, status_text
from tests.tui.scenes import PLACES, Scene, lines, opened, pieces, settle


def test_every_status_and_every_light_has_a_sign_and_words_of_its_own() -> None:
    assert len(set(STATUS_GLYPHS.values())) == len(STATUS_GLYPHS) == len(Status)
    assert len(set(GLYPHS.values())) == len(GLYPHS) == len(Colour)
    assert len({status_text(status) for status in Status}) == len(Status)
    assert len({rag_text(colour) for colour in Colour}) == len(Colour)


async def test_without_colour_every_screen_says_the_same_in_grey(
    busy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[list[str]] = []
    for no_colour in (False, True):
        if no_colour:
            monkeypatch.setenv("NO_COLOR", "1")
        async with opened(Scene(size=(100, 30)), busy) as pilot:
            for keys in PLACES.values():
                await pilot.press(*keys)
                await settle(pilot)
                shown.append(lines(pilot.app))
                for y, piece in pieces(pilot.app):
                    assert piece.style is not None and piece.style.color is not None
                    ink = Color.from_rich_color(piece.style.color)
                    assert not no_colour or ink.r == ink.g == ink.b, (keys, y, piece)
    half = len(PLACES)
    assert shown[:half] == shown[half:]
