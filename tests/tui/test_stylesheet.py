"""The style sheet does its work once, and gives what Textual's own would give."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget
from textual.widgets import Input, OptionList

from commitrack.tui import stylesheet
from commitrack.tui.stylesheet import KeptStylesheet


class Plain(App[None]):
    """Two widgets with component styles."""

    kept = False

    def __init__(self) -> None:
        super().__init__()
        if self.kept:
            self.stylesheet = KeptStylesheet(variables=self.get_css_variables())

    def compose(self) -> ComposeResult:
        yield Input()
        yield OptionList("one", "two")


class Kept(Plain):
    """The same with ours."""

    kept = True


async def styles_of(kind: type[Plain], theme: str) -> dict[str, str]:
    app = kind()
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.pause()
        found = {}
        for widget in app.screen.walk_children(Widget):
            name = type(widget).__name__
            found[name] = widget.styles.css
            for part in sorted(widget._get_component_classes()):
                found[f"{name} {part}"] = widget.get_component_styles(part).css
        return found


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_every_style_is_the_one_that_textual_works_out(theme: str) -> None:
    ours, theirs = await styles_of(Kept, theme), await styles_of(Plain, theme)
    assert ours == theirs
    assert any("option-list--option" in name for name in ours)


async def test_a_component_that_there_is_not_is_refused() -> None:
    async with Kept().run_test() as pilot:
        with pytest.raises(KeyError):
            pilot.app.query_one(Input).get_component_styles("input--nothing")


def test_what_was_read_ahead_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = KeptStylesheet(variables=Plain().get_css_variables())
    rules.read_ahead([Input])

    def fail(*args: object, **kwargs: object) -> None:
        raise AssertionError("it was read again")

    monkeypatch.setattr(Stylesheet, "_parse_rules", fail)
    for read_from, css, tie_breaker, scope in Input()._get_default_css():
        rules.add_source(css, read_from, True, tie_breaker, scope)
    assert len(rules.rules) > 3


def test_colours_of_another_theme_are_read_for_themselves() -> None:
    dark = {"ink": "#ffffff"}
    rules = KeptStylesheet(variables=dark)
    rules.add_source("Input { color: $ink; }")
    before = rules.rules
    rules.set_variables({"ink": "#000000"})
    rules.reparse()
    assert rules.rules[0].css != before[0].css
    rules.set_variables(dark)
    rules.reparse()
    assert rules.rules[0] is before[0]
    assert stylesheet._kept.cache_info().currsize <= 4
