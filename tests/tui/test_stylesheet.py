"""The style sheet does its work once, and gives what Textual's own would give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.css.model import SelectorType
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static

from commitrack.store import Lens, Store
from commitrack.tui import app, stylesheet
from commitrack.tui.stylesheet import KeptStylesheet, pieces
from tests.tui.scenes import Scene, opened, settle


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


SHEET = Path(app.__file__).with_name("styles") / "commitrack.tcss"


def test_the_pieces_of_the_sheet_are_all_of_it_and_are_about_what_they_name() -> None:
    reader, css = Stylesheet(variables=colours()), SHEET.read_text(encoding="utf-8")
    read = [(reader._parse_rules(piece, ("", "")), wearers) for piece, wearers in pieces(css)]
    whole = reader._parse_rules(css, ("", ""))
    assert [rule.css for rules, _ in read for rule in rules] == [rule.css for rule in whole]
    for rules, wearers in read:
        assert not any(rule.errors for rule in rules)
        for one in (one for rule in rules for one in rule.selector_set):
            names = {f"{SIGNS.get(part.type, '')}{part.name}" for part in one.selectors}
            assert any(names.issuperset(wearer) for wearer in wearers)


SIGNS = {SelectorType.CLASS: ".", SelectorType.ID: "#"}


def test_a_piece_is_about_every_name_of_one_of_its_selectors() -> None:
    css = "/* a, b { */ A.-b, /* c */ #c > .d:hover { color: red; } E { &.f { color: red; } }\n"
    assert [wearers for _, wearers in pieces(css)] == [
        (("A", ".-b"), ("#c", ".d")),
        (("E",),),
    ]


async def test_a_place_that_nobody_has_been_to_has_no_rules_yet(
    worlds: Callable[[str], Path],
) -> None:
    scene = Scene(size=(120, 40))
    async with opened(scene, worlds(scene.world)) as pilot:
        rules = pilot.app.stylesheet
        assert not any(name.startswith((".month", ".chart")) for name in rules.rules_map)
        assert len(rules.rules) < 170
        await pilot.press("f5")
        await settle(pilot)
        assert ".month--day" in rules.rules_map


async def test_a_sheet_in_a_file_gives_the_styles_that_textual_works_out(tmp_path: Path) -> None:
    sheet = tmp_path / "some.tcss"
    sheet.write_text(
        ".a { color: red; text-style: bold; } Static { color: green; } .b { color: blue; }"
        "Framed { & .a { background: red; } & #c, & Label { color: red; } }"
        "* { padding: 1; } .a.b { color: yellow; } #outer .inner { color: blue; }"
        ".late .a { color: red; } .never .a { color: green; } .late { & Label { color: green; } }"
    )

    async def found(kept: bool, theme: str) -> list[str]:
        app = Framed(sheet, kept)
        async with app.run_test() as pilot:
            app.theme = theme
            await pilot.pause()
            app.query_one("#c").add_class("b")
            read = {rule.selectors for rule in app.stylesheet.rules}
            assert (".never .a" in read) is not kept
            app.screen.add_class("late")
            await app.mount(Label("later", classes="b"))
            return [one.styles.css for one in app.screen.walk_children(Widget)]

    for theme in ("textual-dark", "textual-light"):
        assert await found(True, theme) == await found(False, theme)


class Framed(App[None]):
    """Some widgets and a sheet."""

    def __init__(self, sheet: Path, kept: bool) -> None:
        super().__init__(css_path=sheet)
        if kept:
            self.stylesheet = KeptStylesheet(variables=self.get_css_variables())

    def compose(self) -> ComposeResult:
        yield Static("one", classes="a")
        yield Static("two", classes="a b")
        yield Static("three", id="c")
        yield Vertical(Static("four", classes="inner"), id="outer")  # the inner one comes first


def colours() -> dict[str, str]:
    """The variables of the app's sheet."""
    lens = Lens(date(2026, 3, 2), "ann")
    return app.CommitrackApp("", lens, open_store=fail).get_css_variables()


def fail() -> Store:
    raise AssertionError("nothing is asked")


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
