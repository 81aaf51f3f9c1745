"""The filter completes itself: what could go on, how many it would leave, which key takes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commitrack.query import SavedView, parse
from commitrack.store import Lens, open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.offer_list import ROWS, OfferList
from tests.tui.building import HOSTILE, TODAY, app_on, screen_text, sign, until
from tests.tui.scenes import Scene, lines, opened, settle
from tests.tui.screens.test_browse import SIZES, browse, listed, ready


def bar(app: CommitrackApp) -> FilterBar:
    return browse(app).query_one(FilterBar)


def offers(app: CommitrackApp) -> OfferList:
    return browse(app).query_one(OfferList)


def texts(app: CommitrackApp) -> list[str]:
    return [choice.text for choice in offers(app).choices]


@pytest.mark.parametrize("size", SIZES)
async def test_fields_then_values_are_offered_below_the_cursor(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await ready(pilot, app)
        await pilot.press("0", "slash", *"own")
        await until(pilot, lambda: texts(app)[:1] == ["owner:"])
        await pilot.press("tab")
        await until(pilot, lambda: '"NHS Employers"' in texts(app))
        assert bar(app).input.value == "owner:"
        lines = screen_text(app).split("\n")
        row = next(line for line in lines if '"NHS Employers"' in line)
        typed = next(line for line in lines if " / owner:" in line)
        assert row.index('"NHS') == typed.index("owner:") + len("owner:")
        assert lines.index(row) > lines.index(typed)


async def test_each_choice_says_how_many_it_would_leave_and_leaves_as_many(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("2", "slash", *"is:")
        await until(pilot, lambda: len(offers(app)._left) >= ROWS)
        store = open_store(place)
        lens = Lens(TODAY, "ann")
        for text, left in offers(app)._left.items():
            query = parse(f"is:open is:{text}")
            assert left == len(store.ids(query, lens)), text
        store.close()
        await pilot.press("down", "down", "down", "down", "down", "enter")
        assert bar(app).input.value == "is:overdue "
        await until(pilot, lambda: len(listed(app)) == offers(app)._left.get("overdue", 3))
        await until(pilot, lambda: not offers(app).open)


async def test_escape_closes_the_choices_first_and_then_gives_the_filter_up(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await pilot.press("slash", *"stat")
        await until(pilot, lambda: offers(app).open)
        await pilot.press("escape")
        await until(pilot, lambda: not offers(app).open)
        assert bar(app).input.has_focus
        assert bar(app).input.value == "stat"
        await pilot.press("escape")
        await until(pilot, lambda: browse(app).table.has_focus)
        assert browse(app).state.filter == ""


async def test_enter_keeps_what_is_typed_while_no_choice_is_lit(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("0", "slash", *"is:o")
        await until(pilot, lambda: texts(app) == ["open", "overdue"] or "open" in texts(app))
        await pilot.press("down", "down", "up", "up", *"verdue", "enter")
        await until(pilot, lambda: browse(app).state.filter == "is:overdue")
        assert browse(app).table.has_focus
        assert not offers(app).open
        assert "offers" not in screen_text(app)


async def test_with_nothing_typed_tab_offers_every_field_and_view(place: Path) -> None:
    store = open_store(place)
    store.save_views([SavedView("late", "Late", "is:overdue", None, "for Monday")], sign())
    store.close()
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "late" in browse(app).counts)
        await pilot.press("slash")
        assert not offers(app).open
        await pilot.press("tab")
        await until(pilot, lambda: "status:" in texts(app) and "@late" in texts(app))
        for _ in range(len(texts(app)) + 3):
            await pilot.press("down")
        assert offers(app).lit == len(texts(app)) - 1
        await pilot.press(*"@la")
        await until(pilot, lambda: texts(app) == ["@late"])
        await until(pilot, lambda: "3 left" in screen_text(app))
        assert "for Monday" in screen_text(app)


async def test_a_click_takes_a_choice_and_the_cursor_stays_in_the_filter(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("slash", *"is:cl")
        await until(pilot, lambda: texts(app) == ["closed", "claimed"])
        await pilot.pause()
        await pilot.click(OfferList, offset=(2, 1))
        await until(pilot, lambda: bar(app).input.value == "is:claimed ")
        assert bar(app).input.has_focus


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_hostile_names_stay_data_and_a_long_filter_keeps_the_choices_in_sight(
    place: Path, size: tuple[int, int]
) -> None:
    store = open_store(place)
    store.set_party("NHS Employers", {"name": f"Board {HOSTILE}"[:60]}, sign())
    store.close()
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "all" in browse(app).counts)
        await pilot.press("slash")
        bar(app).input.insert_text_at_cursor(" ".join(["-word"] * 30) + " owner:bo")
        await until(pilot, lambda: offers(app).open)
        await until(pilot, lambda: "Board" in screen_text(app))
        region = offers(app).region
        assert region.x >= 0
        assert region.right <= size[0]
        assert region.bottom <= size[1]
        assert not any(char in screen_text(app) for char in "\x1b\x00\u202e")


async def test_a_key_pressed_twice_in_a_hurry_takes_one_choice(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("0", "slash", *"owner:")
        await until(pilot, lambda: '"NHS Employers"' in texts(app))
        first = offers(app).choices[0]
        bar(app).take(first)
        bar(app).take(first)
        assert bar(app).input.value.strip() == f"owner:{first.text}"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("due:", "the owner's date, as in due:2026-06-30"),
        ("is:open status:st", "what the record says, as in status:open"),
        ("is:", "its state"),
        ("sort:", "the order"),
        ("@ov", "the name of a view"),
        ('owner:"NHS', "who must deliver"),
    ],
)
async def test_a_value_that_is_yet_to_be_typed_is_hinted_at_and_no_error(
    place: Path, typed: str, hint: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("0", "slash")
        bar(app).input.insert_text_at_cursor(typed)
        await until(pilot, lambda: hint in screen_text(app))
        assert "^" not in screen_text(app).rpartition("\n")[0]  # below stands ^p
        assert not bar(app).has_class("-wrong")


async def test_enter_keeps_nothing_that_cannot_be_read_and_says_why(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("0", "slash", *"due:")
        await until(pilot, lambda: offers(app).open)
        await pilot.press("enter")
        await until(pilot, lambda: "a value is missing" in screen_text(app))
        assert bar(app).input.value == "due:"
        assert bar(app).input.has_focus
        await pilot.press(*"zz")
        await until(pilot, lambda: "^^" in screen_text(app))


async def test_a_choice_that_would_leave_nothing_is_dim(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("2", "slash", *"is:")
        await until(pilot, lambda: offers(app)._left.get("closed") == 0)
        row = texts(app).index("closed")
        styles = {segment.style for segment in offers(app).render_line(row) if segment.text.strip()}
        assert styles == {offers(app).ink("offers--none")}
        assert offers(app).ink("offers--none") != offers(app).ink("offers--text")


async def test_an_id_is_completed_in_the_filter(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("0", "slash", *"c2 c3")
        await until(pilot, lambda: texts(app) == ["C-0003"])
        await until(pilot, lambda: listed(app) == [2, 3])
        await pilot.press("tab")
        await until(pilot, lambda: bar(app).input.value == "c2 C-0003 ")


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)])
async def test_while_one_types_the_bottom_line_names_the_ways_out(
    size: tuple[int, int], worlds: Callable[[str], Path]
) -> None:
    for keys in (("0", "slash", *"zq"), ("f9", "slash", *"zq")):
        async with opened(Scene("busy", keys, size), worlds("busy")) as pilot:
            bottom = lines(pilot.app)[-1]
            assert all(words in bottom for words in ("⏎ Done", "tab Complete", "esc Back"))
            assert "Status" not in bottom  # s is a letter now
            x = bottom.index("esc")
            await pilot.click(offset=(x, size[1] - 1))
            await settle(pilot)
            assert "tab Complete" not in lines(pilot.app)[-1]
