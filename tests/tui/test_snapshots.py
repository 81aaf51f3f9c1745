"""Every place as it is to look, in files that `make snapshots` draws anew.

A test that fails says which lines, or the looks of which cells, have changed. Look at them, and
draw anew when they are meant.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.tui.picturing import differences, picture, read, written
from tests.tui.scenes import Scene, opened, settle, strips

FOLDER = Path(__file__).parent / "snapshots"
DRAW = "COMMITRACK_DRAW_SNAPSHOTS"
"""The variable of the environment that has them drawn anew."""

PATIENCE = 8
"""How often a screen that looks otherwise is waited for again before it is held to be so."""

NARROW, SMALL, MIDDLE, WIDE, VAST = (60, 24), (80, 24), (100, 30), (120, 40), (200, 60)

SCENES = {
    "browse-narrow": Scene(keys=("0", "down"), size=NARROW),
    "browse": Scene(keys=("0", "down"), size=WIDE),
    "browse-light": Scene(keys=("0", "down"), size=MIDDLE, theme="light"),
    "browse-terminal": Scene(keys=("0", "down", "space"), theme="terminal"),
    "browse-vast": Scene(keys=("0", "down"), size=VAST),
    "browse-comfortable": Scene(keys=("0", "T", "b", "down"), size=MIDDLE),
    "browse-hostile": Scene("hostile", ("0", "down"), WIDE),
    "browse-empty": Scene("empty"),
    "filter-wrong": Scene(keys=("slash", *"due:whenever", "enter")),
    "inbox": Scene(keys=("f3", "down"), size=MIDDLE),
    "inbox-empty": Scene("quiet", ("f3",)),
    "reviews": Scene(keys=("f4",)),
    "agenda": Scene(keys=("f5",), size=MIDDLE),
    "statements-hostile": Scene("hostile", ("f6", "down")),
    "owners-hostile": Scene("hostile", ("f7", "down"), MIDDLE),
    "dashboard": Scene(keys=("f8",), size=WIDE),
    "dashboard-nord": Scene(keys=("f8",), theme="nord"),
    "reports": Scene(keys=("f9", "enter")),
    "history": Scene(keys=("f10", "down")),
    "dates-wrong": Scene(keys=("0", "d", *"whenever", "enter")),
    "status-dialog-narrow": Scene(keys=("0", "s"), size=NARROW),
    "help": Scene(keys=("question_mark",), size=MIDDLE),
}
"""What is held, by the names of the files."""


@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_looks_as_it_is_to_look(name: str, worlds: Callable[[str], Path]) -> None:
    kept = FOLDER / f"{name}.txt"
    scene = SCENES[name]
    async with opened(scene, worlds(scene.world)) as pilot:
        if os.environ.get(DRAW):
            kept.write_text(written(picture(strips(pilot.app))), encoding="utf-8")
        before = read(kept.read_text(encoding="utf-8"))
        for _ in range(PATIENCE):  # a machine that is busy may still be at it
            found = differences(before, picture(strips(pilot.app)))
            if not found:
                break
            await settle(pilot)
    assert not found, "\n".join([f"{name} has changed (make snapshots):", *found])


@pytest.mark.skipif(DRAW in os.environ, reason="they are being drawn")
def test_every_file_is_of_a_screen() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(SCENES)


def test_a_difference_is_told_by_its_line_and_by_what_it_was() -> None:
    def line(words: str, style: str) -> list[Segment]:
        return [Segment(words, Style.parse("white on black")), Segment("!", Style.parse(style))]

    before = picture([line("one", "red on black"), line("two", "red on black")])
    assert read(written(before)) == before
    now = picture([line("one", "bold red on black"), line("too", "red on black")])
    assert differences(before, now) == [
        "  0   one!",
        "      cells 3–3: red on black → red on black bold",
        "  1 - two!",
        "  1 + too!",
    ]
