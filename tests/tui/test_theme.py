"""The theme of the settings: taken, or said not to be there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.building import app_on, fill, screen_text, until


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("drak", "no theme is called 'drak': did you mean 'dark'?"),
        ("zzzzz", "no theme is called 'zzzzz'"),
    ],
)
async def test_a_theme_that_is_not_there_is_told_and_the_dark_one_taken(
    tmp_path: Path, theme: str, said: str
) -> None:
    fill(tmp_path / "record.db")
    app = app_on(tmp_path / "record.db", theme=theme)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: said in screen_text(app))
        assert app.theme == "commitrack-dark"


@pytest.mark.parametrize("theme", ["dark", "light", "terminal", "nord"])
async def test_nothing_is_said_of_a_theme_that_is_there(tmp_path: Path, theme: str) -> None:
    fill(tmp_path / "record.db")
    app = app_on(tmp_path / "record.db", theme=theme)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "C-0001" in screen_text(app))
        assert "no theme" not in screen_text(app)
