"""Letters stand out from what is behind them, by day, by night and on paper (WCAG 2.2, AA)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("commitrack.site").joinpath("style.css").read_text(encoding="utf-8")
LETTERS = 4.5
"""The least contrast of small letters (success criterion 1.4.3)."""
SHAPES = 3.0
"""The least contrast of what is no letter and means something (1.4.11)."""

_BLOCK = re.compile(r":root \{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b")

TONES = ("done", "going", "care", "missed", "over")


def palettes() -> dict[str, dict[str, str]]:
    """The colours of each scheme; what a scheme leaves as it is, it has from the first."""
    day, night, paper = (dict(_COLOUR.findall(block)) for block in _BLOCK.findall(STYLE))
    return {"day": day, "night": {**day, **night}, "paper": {**day, **paper}}


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG: relative luminance)."""
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(2 * one for one in digits)
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["day", "night", "paper"])
def test_letters_and_shapes_stand_out(scheme: str) -> None:
    colours = palettes()[scheme]
    letters = [("ink", "ground"), ("quiet", "ground"), ("link", "ground"), ("mark-ink", "mark")]
    letters += [("ink", "panel"), ("link", "panel"), *((tone, "ground") for tone in TONES)]
    for one, behind in letters:
        assert contrast(colours[one], colours[behind]) >= LETTERS, (one, behind)
    for tone in TONES:
        assert contrast(colours[tone], colours["ground"]) >= SHAPES, tone


def test_every_colour_of_the_style_is_one_of_those_that_are_measured() -> None:
    rest = _BLOCK.sub("", STYLE)
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", rest)
    named = set(re.findall(r"var\(--([\w-]+)\)", rest))
    assert named == set(palettes()["day"])
    letters = set(re.findall(r"(?<![\w-])color: var\(--([\w-]+)\)", rest))
    assert letters == {"ink", "quiet", "link", "mark-ink", *TONES}
    assert set(re.findall(r"background: var\(--([\w-]+)\)", rest)) == {"ground", "panel", "mark"}


def test_paper_is_printed_by_day_even_at_night() -> None:
    blocks = [dict(_COLOUR.findall(block)) for block in _BLOCK.findall(STYLE)]
    assert [set(block) for block in blocks] == [set(blocks[0])] * 3


def test_every_scheme_is_there_and_nothing_depends_on_colour_being_seen() -> None:
    assert "@media (prefers-color-scheme: dark)" in STYLE
    assert "@media print" in STYLE
    assert "mark { text-decoration: underline; }" in STYLE
