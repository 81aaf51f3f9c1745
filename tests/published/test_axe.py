"""A browser's own judgement of the pages, by axe: what it calls a failure of WCAG 2.1 AA is one."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from browser import CHROMIUM, Page, opened
from commitrack.model.actions import Edit, SetFields
from commitrack.store import Store
from tests.published.conftest import put
from tests.published.telling import AGAIN, Words, pages, sign

_RUN = """
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}).then(
  (found) => JSON.stringify({
    passes: found.passes.length,
    failures: found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)]),
  })
)
"""
WIDTHS = {"phone": 390, "desktop": 1200}
SCREENS = (320, 390, 600, 704, 720, 768, 801, 900, 1200)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    pytest.mark.skipif(find_spec("axe_core_python") is None, reason="axe-core-python is missing"),
]


@pytest.mark.parametrize("width", WIDTHS)
async def test_axe_finds_no_failure_on_any_page(site: Path, width: str) -> None:
    axe = (files("axe_core_python") / "axe.min.js").read_text("utf-8")
    paths = [path for path in pages(site) if path.endswith(".html")]
    assert len(paths) > 9
    async with opened("about:blank") as page:
        await page.screen(WIDTHS[width], mobile=width == "phone")
        for path in paths:
            await page.go((site / path).as_uri())
            found = await _judged(page, axe)
            assert found["passes"] > 9, path
            assert found["failures"] == [], path
        assert not page.complaints
        assert all(asked.startswith("file:") for asked in page.requests)


async def test_no_page_is_wider_than_its_screen(store: Store, words: Words, tmp_path: Path) -> None:
    """From the narrowest phone on: between two widths a table may turn into cards too late."""
    moves = (date(2026, 9, 28), date(2026, 12, 28), date(2027, 9, 28))
    for on, due in enumerate(moves, start=1):
        moved = SetFields({"due": due}, "the foundations had to be dug again")
        store.apply([Edit(AGAIN, moved)], sign(words, "ann", date(2026, 3, on)))
    site = tmp_path / "site"
    put(store, site)
    wide = []
    async with opened("about:blank") as page:
        for path in (path for path in pages(site) if path.endswith(".html")):
            await page.go((site / path).as_uri())
            for width in SCREENS:
                await page.screen(width, mobile=width < 600)
                if not await _fits(page):
                    wide.append((path, width))
    assert wide == []


async def _judged(page: Page, axe: str) -> Any:
    await page.call("Runtime.evaluate", expression=axe)
    async with asyncio.timeout(60):
        answer = await page.call(
            "Runtime.evaluate", expression=_RUN, awaitPromise=True, returnByValue=True
        )
    return json.loads(answer["result"]["value"])


async def _fits(page: Page) -> bool:
    """Whether nothing of the page stands beyond the edge of the screen."""
    answer = await page.call(
        "Runtime.evaluate",
        expression="document.documentElement.scrollWidth <= document.documentElement.clientWidth",
    )
    return bool(answer["result"]["value"])
