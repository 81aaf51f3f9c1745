"""A place that was empty is gone through with the keys as soon as something is listed there."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App

from commitrack.model.actions import AddEvidence, Claim, SetFields, SetStatus
from commitrack.model.records import SourceClass
from commitrack.model.status import Status
from commitrack.store import open_store
from commitrack.tui.workplaces import WORKPLACES, WorkPlace
from tests.tui.building import app_on, do, fill, until


def filled(path: Path) -> Path:
    """A store in which something stands in every place."""
    fill(path)
    evidence = AddEvidence("Minutes", SourceClass.OFFICIAL)
    done = SetFields({"success_test": "It is published"})
    do(path, 1, evidence, SetStatus(Status.IN_PROGRESS), done, Claim("it is out"))
    return path


def focus(app: App[None]) -> str | None:
    """What of the place in front hears the keys."""
    found = app.screen.focused
    return None if found is None else f"{type(found).__name__}#{found.id}"


def is_quiet(app: App[None]) -> bool:
    """Whether the place in front looks nothing up any more."""
    return all(one.is_finished for one in app.workers if one.node is app.screen)


@pytest.mark.parametrize("place", WORKPLACES, ids=lambda place: place.id)
async def test_what_comes_to_an_empty_place_hears_the_keys(
    place: WorkPlace, tmp_path: Path
) -> None:
    app = app_on(filled(tmp_path / "full.db"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(place.keys[0])
        await until(pilot, lambda: focus(app) is not None)
        await until(pilot, lambda: is_quiet(app))
        usual = focus(app)
    path = tmp_path / "record.db"
    open_store(path, create=True).close()
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(place.keys[0])
        await until(pilot, lambda: app.current_mode == place.id)
        await until(pilot, lambda: is_quiet(app))
        filled(path)
        await until(pilot, lambda: focus(app) == usual)


@pytest.mark.parametrize(
    ("place", "keys"),
    [("statements", ("slash", *"zzz", "escape")), ("history", ("f", *"zzz", "enter", "escape"))],
)
async def test_what_was_not_found_hears_the_keys_once_all_is_listed_again(
    place: str, keys: tuple[str, ...], tmp_path: Path
) -> None:
    app = app_on(filled(tmp_path / "record.db"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(next(one.keys[0] for one in WORKPLACES if one.id == place))
        await until(pilot, lambda: focus(app) is not None)
        usual = focus(app)
        for key in keys:
            await pilot.press(key)
            await until(pilot, lambda: is_quiet(app))
        await until(pilot, lambda: focus(app) == usual)
