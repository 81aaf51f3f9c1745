"""The two lanes to the store: in order, without waiting for each other, and the newest wins."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from commitrack.model.errors import NotFound, StoreError
from commitrack.query import parse
from commitrack.store import Lens, Store, open_store
from commitrack.tui.gateway import Gateway, Stale
from tests.tui.building import TODAY


@pytest.fixture
def gateway(place: Path) -> Iterator[Gateway]:
    opened = Gateway(lambda: open_store(place))
    yield opened
    opened.close()


async def test_both_lanes_answer_from_a_store_of_their_own(gateway: Gateway) -> None:
    fast = await gateway.fast(lambda store: (id(store), store.dossier(1).commitment.number))
    slow = await gateway.slow(lambda store: (id(store), len(store.ids(parse(""), Lens(TODAY)))))
    assert fast[1:] == (1,)
    assert slow[1:] == (8,)
    assert fast[0] != slow[0]


async def test_a_page_does_not_wait_behind_a_scan(gateway: Gateway) -> None:
    release = threading.Event()
    scan = asyncio.create_task(gateway.slow(lambda store: release.wait(10)))
    assert await gateway.fast(lambda store: store.dossier(2).commitment.id) == "C-0002"
    release.set()
    assert await scan


async def test_a_newer_question_makes_the_older_one_stale(gateway: Gateway) -> None:
    begun, release = threading.Event(), threading.Event()

    def old(store: Store) -> str:
        begun.set()
        release.wait(10)
        return "old"

    first = asyncio.create_task(gateway.slow(old))
    await asyncio.to_thread(begun.wait, 10)
    queued = asyncio.create_task(gateway.slow(lambda store: "queued"))
    await asyncio.sleep(0)
    newest = asyncio.create_task(gateway.slow(lambda store: "newest"))
    await asyncio.sleep(0)
    release.set()
    assert await newest == "newest"
    for stale in (first, queued):
        with pytest.raises(Stale):
            await stale


async def test_a_newer_question_interrupts_the_scan_under_way(
    gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, interrupted = threading.Event(), threading.Event()

    def scan(store: Store) -> None:
        monkeypatch.setattr(store, "interrupt", interrupted.set)
        begun.set()
        interrupted.wait(10)
        raise StoreError("interrupted")

    first = asyncio.create_task(gateway.slow(scan))
    await asyncio.to_thread(begun.wait, 10)
    assert await gateway.slow(lambda store: "newest") == "newest"
    assert interrupted.is_set()
    with pytest.raises(Stale):
        await first


async def test_questions_on_other_topics_are_left_alone(gateway: Gateway) -> None:
    first = asyncio.create_task(gateway.slow(lambda store: "list", "list"))
    second = asyncio.create_task(gateway.slow(lambda store: "search", "search"))
    assert await first == "list"
    assert await second == "search"


async def test_an_error_reaches_whoever_asked(gateway: Gateway) -> None:
    with pytest.raises(NotFound):
        await gateway.fast(lambda store: store.dossier(999))
    assert await gateway.fast(lambda store: store.dossier(1).commitment.number) == 1


async def test_closing_joins_both_threads(place: Path) -> None:
    before = threading.enumerate()
    gateway = Gateway(lambda: open_store(place))
    await gateway.fast(lambda store: store.pulse())
    await gateway.slow(lambda store: store.pulse())
    assert len(threading.enumerate()) >= len(before) + 2
    gateway.close()
    assert not [one for one in threading.enumerate() if one not in before]


async def test_an_answer_that_nobody_waits_for_any_more_is_stale(gateway: Gateway) -> None:
    begun, release = threading.Event(), threading.Event()

    def long(store: Store) -> None:
        begun.set()
        release.wait(10)

    waiting = asyncio.create_task(gateway.slow(long, "rows"))
    await asyncio.to_thread(begun.wait, 10)
    gateway.drop("rows")
    gateway.drop("nothing")
    release.set()
    with pytest.raises(Stale):
        await waiting
    assert await gateway.slow(lambda store: "next", "rows") == "next"


class Held:
    """Stands for a cursor, and tells in which thread it was let go of."""

    def __init__(self, let_go: list[str]) -> None:
        self._let_go = let_go

    def __del__(self) -> None:
        self._let_go.append(threading.current_thread().name)


async def test_what_a_question_that_fails_has_held_is_let_go_of_in_its_lane(
    gateway: Gateway,
) -> None:
    """A cursor let go of in the loop's thread waits there for the lane's next answer."""
    let_go: list[str] = []

    def fail(store: Store) -> None:
        held = Held(let_go)
        try:
            store.dossier(99)
        except NotFound as error:
            raise StoreError(f"it failed with {type(held).__name__}") from error

    with pytest.raises(StoreError, match="failed with Held"):
        await gateway.slow(fail)
    assert [name.rpartition("_")[0] for name in let_go] == ["commitrack-slow"]


async def test_what_an_interrupted_question_has_held_is_let_go_of_in_its_lane(
    gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, interrupted = threading.Event(), threading.Event()
    let_go: list[str] = []

    def scan(store: Store) -> None:
        held = Held(let_go)
        monkeypatch.setattr(store, "interrupt", interrupted.set)
        begun.set()
        interrupted.wait(10)
        raise StoreError(f"interrupted with {type(held).__name__}")

    first = asyncio.create_task(gateway.slow(scan))
    await asyncio.to_thread(begun.wait, 10)
    gateway.drop("list")
    with pytest.raises(Stale) as stale:
        await first
    assert stale.value.__context__ is None
    assert [name.rpartition("_")[0] for name in let_go] == ["commitrack-slow"]
