"""What a report is about completes itself: a filter as in the list, a name or an ID by turns."""

from __future__ import annotations

from pathlib import Path

import pytest

from commitrack.query import parse
from commitrack.store import Lens, open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.offer_list import OfferList
from tests.tui.building import TODAY, app_on, screen_text, until
from tests.tui.screens.test_browse import SIZES
from tests.tui.screens.test_reports_screen import go_to, reports


def bar(app: CommitrackApp) -> FilterBar:
    return reports(app).query_one(FilterBar)


def offers(app: CommitrackApp) -> OfferList:
    return reports(app).query_one(OfferList)


def texts(app: CommitrackApp) -> list[str]:
    return [choice.text for choice in offers(app).choices]


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_is_completed_below_the_cursor_as_in_the_list(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("slash", *"own")
        await until(pilot, lambda: texts(app)[:1] == ["owner:"])
        await pilot.press("tab")
        await until(pilot, lambda: '"NHS Employers"' in texts(app))
        lines = screen_text(app).split("\n")
        row = next(line for line in lines if '"NHS Employers"' in line)
        typed = next(line for line in lines if "Filter  owner:" in line)
        assert row.index('"NHS') == typed.index("owner:") + len("owner:")
        assert lines.index(row) == lines.index(typed) + 2 + texts(app).index('"NHS Employers"')
        await pilot.press(*'"nhs e')
        await until(pilot, lambda: texts(app) == ['"NHS Employers"'])
        await pilot.press("tab")
        await until(pilot, lambda: bar(app).input.value == 'owner:"NHS Employers" ')
        await pilot.press("enter")
        await until(pilot, lambda: "filter" in screen_text(app))
        assert 'owner:"NHS Employers" is:overdue' in " ".join(screen_text(app).split())


async def test_a_choice_says_how_many_of_the_report_it_would_leave(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 30)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("slash", *"is:")
        await until(pilot, lambda: len(offers(app)._left) >= 8)
        store = open_store(place)
        lens = Lens(TODAY, "ann")
        for text, left in offers(app)._left.items():
            found = store.ids(parse(f"is:overdue is:{text}"), lens)
            assert left == len(found), text
        store.close()


async def test_what_cannot_be_read_is_said_below_and_builds_nothing(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("slash", *"is:nonsense ")
        await until(pilot, lambda: "^^^" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: bar(app).has_class("-wrong"))
        assert bar(app).input.has_focus
        assert "enter builds it" in screen_text(app)
        assert "Overdue commitments" not in screen_text(app)


@pytest.mark.parametrize(
    ("name", "typed", "offered"),
    [
        ("owner", "emp", "NHS Employers"),
        ("owner", "nhs emp", "NHS Employers"),
        ("chaser", "emp", "NHS Employers"),
        ("chaser", "C-", "C-0002"),
        ("chaser", "C-0001 C-", "C-0002"),
        ("audit", "c-", "C-0002"),
        ("coverage", "s-", "S-0001"),
    ],
)
async def test_a_name_or_an_id_is_completed_and_the_report_is_on_it(
    place: Path, name: str, typed: str, offered: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, name)
        await pilot.press("slash", *typed)
        await until(pilot, lambda: offered in texts(app))
        assert offered in screen_text(app)
        await pilot.press(*["down"] * (texts(app).index(offered) + 1), "enter")
        first, gap, _ = typed.rpartition(" ") if typed.startswith("C") else ("", "", "")
        await until(pilot, lambda: bar(app).input.value == f"{first}{gap}{offered}")
        assert not offers(app).open
        await pilot.press("enter")
        await until(pilot, lambda: name in reports(app)._built)
        assert reports(app)._built[name].argument == f"{first}{gap}{offered}"


async def test_a_body_that_owns_nothing_itself_is_offered_behind_those_that_do(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "owner")
        await pilot.press("slash", *"nhs")
        await until(pilot, lambda: {"NHS Employers", "NHS Confederation"} <= {*texts(app)})
        store = open_store(place)
        owned = {one.name: one.owned for one in store.parties()}
        store.close()
        numbers = [owned[one] for one in texts(app)]
        assert numbers == sorted(numbers, reverse=True)


async def test_choices_go_away_with_another_report_and_with_escape(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("slash", *"own")
        await until(pilot, lambda: offers(app).open)
        await pilot.press("escape")
        await until(pilot, lambda: not offers(app).open)
        assert bar(app).input.has_focus
        await pilot.press("escape")
        await until(pilot, lambda: reports(app)._list.has_focus)
        await pilot.press("down")
        await until(pilot, lambda: bar(app).input.value == "")
        assert not offers(app).open
        await pilot.press("up")
        await until(pilot, lambda: bar(app).input.value == "own")
        assert not offers(app).open


async def test_down_goes_to_the_report_without_building_it_anew(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("enter")
        await until(pilot, lambda: "overdue" in reports(app)._built)
        built = reports(app)._built["overdue"]
        await pilot.press("slash", "down")
        await until(pilot, lambda: reports(app)._pane.has_focus)
        assert reports(app)._built["overdue"] is built
