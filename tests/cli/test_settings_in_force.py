"""Each setting does what it says, on the command line and in the terminal UI alike."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from commitrack import tui
from commitrack.cli.opening import open_ui
from commitrack.cli.session import Session
from commitrack.model.actions import Accept, Approve, Edit
from commitrack.query import parse
from commitrack.setting_keys import AUTO, KEYS
from commitrack.store import open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs import DatesDialog, ReviewDialog
from tests.cli.filling import fill
from tests.cli.harness import TODAY, CommandLine
from tests.tui.building import screen_text, until

DAY = date.fromisoformat(TODAY)


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """One open commitment due in ten days, with evidence, and two candidates."""
    fill(run.store, "We will publish a plan", "We will train all staff", "We will open a line")
    run.ok("accept", "C-1", "--due", (DAY + timedelta(days=10)).isoformat())
    run.ok("evidence", "add", "C-1", "--source", "self", "--title", "Letter")
    return run


def _app(run: CommandLine, monkeypatch: pytest.MonkeyPatch, **flags: str) -> CommitrackApp:
    """The UI as the command line opens it."""
    opened: list[CommitrackApp] = []

    def noted(place: str, lens: Any, *, open_store: Callable[[], Any], **rest: Any) -> None:
        opened.append(CommitrackApp(place, lens, open_store=open_store, **rest))

    monkeypatch.setattr(tui, "run", noted)
    session = Session()
    session.flags.update(flags)
    open_ui(session)
    return opened[0]


@contextlib.asynccontextmanager
async def _running(app: CommitrackApp) -> AsyncIterator[Pilot[None]]:
    """The UI on everything there is."""
    async with app.run_test(size=(160, 40)) as pilot:
        await until(pilot, lambda: "all" in getattr(app.screen_stack[0], "counts", {}))
        await pilot.press("0")
        await until(pilot, lambda: "C-0001" in screen_text(app))
        yield pilot


async def _shown(app: CommitrackApp, *keys: str, wait: str = "C-0001") -> str:
    """What the screen shows once it shows `wait`, after some keys."""
    async with _running(app) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: wait in screen_text(app))
        return screen_text(app)


def test_every_setting_there_is_has_its_test_here() -> None:
    tests = {name for name in globals() if name.startswith("test_")}
    for name in (*KEYS, "keys"):
        assert any(test.startswith(f"test_{name}_") for test in tests), name


async def test_store_is_where_both_look(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fill(tmp_path / "mine.db", "We will dance")
    run.ok("config", "set", "store", str(tmp_path / "mine.db"))
    assert run.listed() == ["C-0001"]
    assert await _shown(_app(run, monkeypatch), wait="We will dance")


async def test_actor_signs_in_both(filled: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMMITRACK_ACTOR")
    filled.ok("config", "set", "actor", "zoe")
    filled.ok("set", "C-1", "topic=a")
    assert filled.ok("history", "--limit", "1", "--json").json["transactions"][0]["actor"] == "zoe"
    assert _app(filled, monkeypatch).sign().actor == "zoe"


async def test_theme_colours_the_ui_and_leaves_pipes_plain(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.ok("config", "set", "theme", "light")
    assert _app(filled, monkeypatch).theme == "commitrack-light"
    assert "\x1b" not in filled.ok("list").out


async def test_cadence_winds_the_clock_of_what_is_accepted_in_both(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.ok("config", "set", "cadence", "30")
    filled.ok("accept", "C-2")
    assert filled.record("C-2")["cadence"] == 30
    assert filled.record("C-2")["follow_up"] == "2026-04-01"
    app = _app(filled, monkeypatch)
    async with _running(app) as pilot:
        await app.apply([Edit(3, Accept())])
        await until(pilot, lambda: "candidate" not in screen_text(app))
    assert filled.record("C-3")["follow_up"] == "2026-04-01"


def test_cadence_leaves_a_candidate_its_own(filled: CommandLine) -> None:
    filled.ok("set", "C-2", "cadence=10")
    filled.ok("config", "set", "cadence", "30")
    filled.ok("accept", "C-2")
    assert filled.record("C-2")["cadence"] == 10


async def test_due_soon_is_as_far_ahead_as_it_says_in_both(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days, soon in ((9, False), (10, True)):
        monkeypatch.setenv("COMMITRACK_DUE_SOON", str(days))
        assert filled.listed("is:due-soon") == (["C-0001"] if soon else [])
        assert filled.listed("rag:amber") == (["C-0001"] if soon else [])
        assert ("due soon" in filled.ok("show", "C-1").out) is soon
        assert (filled.record("C-1")["schedule"] == "due soon") is soon
        assert ("due in 10 days" in filled.ok("report", "audit", "C-1").out) is soon
        app = _app(filled, monkeypatch)
        shown = await _shown(app, "2", wait="2026-03-12")
        assert ("AMBER" in shown) is soon


async def test_four_eyes_says_who_approves_in_both(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.ok("claim", "C-1", "--test", "the plan is out")
    approving = ("review", "C-1", "--approve")
    for rule, plain, said in (("strict", 4, 4), ("said", 4, 0), ("off", 0, 0)):
        monkeypatch.setenv("COMMITRACK_FOUR_EYES", rule)
        for own, code in ((False, plain), (True, said)):
            more = ("--self-verify",) if own else ()
            outcome = filled(*approving, *more, "--dry-run")
            assert outcome.code == code, (rule, own, outcome.err)
            refused, asked = await _own_approval(_app(filled, monkeypatch), own)
            assert refused is (code != 0)
            assert asked is (rule == "said")
    monkeypatch.setenv("COMMITRACK_FOUR_EYES", "off")
    filled.ok(*approving)
    assert "self-verified" in filled.ok("show", "C-1").out


async def _own_approval(app: CommitrackApp, own: bool) -> tuple[bool, bool]:
    """Whether the UI would refuse one's own approval, and whether its dialog asks to say so."""
    async with _running(app) as pilot:
        edit = Edit(1, Approve(self_verify=own))
        (preview,) = await app.gateway.fast(lambda store: store.preview([edit], app.sign()))
        dialog = ReviewDialog((await app.gateway.fast(lambda store: store.dossier(1)),), DAY, "ann")
        app.push_screen(dialog)
        await until(pilot, lambda: dialog.is_current)
        return preview.refusal is not None, bool(dialog._own.display)


def test_four_eyes_strict_lets_nobody_close_at_once(filled: CommandLine) -> None:
    filled.ok("config", "set", "four_eyes", "strict")
    closing = ("status", "C-1", "unverifiable", "--why", "no test applies")
    outcome = filled(*closing, "--self-verify")
    assert outcome.code == 4
    assert "four_eyes = strict" in outcome.err
    filled.ok(*closing)
    filled.ok("review", "C-1", "--approve", "--as", "bob")


async def test_dates_are_read_in_this_order_in_both(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.ok("set", "C-2", "due=3/4/2026")
    assert filled.record("C-2")["due"] == "2026-04-03"
    filled.ok("config", "set", "dates", "mdy")
    filled.ok("set", "C-2", "due=3/5/2026", "--why", "typed")
    assert filled.record("C-2")["due"] == "2026-03-05"
    filled.ok("check", "C-1", "--found", "--where", "x", "--next", "6/30")
    assert filled.record("C-1")["follow_up"] == "2026-06-30"
    assert "month comes first" in filled("set", "C-2", "due=30/6/2026").err
    app = _app(filled, monkeypatch)
    async with _running(app) as pilot:
        dialog = DatesDialog((await app.gateway.fast(lambda s: s.dossier(1)),), DAY, "ann")
        app.push_screen(dialog)
        await until(pilot, lambda: dialog.is_current)
        dialog._due.text = "3/5/2026"
        await pilot.pause()
        assert dialog._due.day() == date(2026, 3, 5)


async def test_columns_are_those_of_the_list_and_of_the_table(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.ok("set", "C-1", "topic=housing")
    assert "topic" not in filled.ok("list").out
    filled.ok("config", "set", "columns", "id, topic, follow-up ,title")
    assert filled.ok("list", "is:open").out.splitlines()[0].split() == [
        *("ID", "topic", "follow-up", "title"),
    ]
    assert filled.ok("list", "--format", "csv").out.startswith("id,topic,follow_up,title\n")
    assert filled.ok("list", "--cols", "id", "is:open").out == "ID\nC-0001\n"
    shown = await _shown(_app(filled, monkeypatch), "2", wait="housing")
    header = next(line for line in shown.splitlines() if "Commitment" in line)
    assert header.index("ID") < header.index("Topic") < header.index("Follow-up")
    assert "RAG" not in header
    filled.ok("config", "set", "columns", AUTO)
    assert "RAG" in filled.ok("list").out


async def test_site_title_and_site_address_are_those_of_the_pages_and_of_the_dialog(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    filled.ok("set", "C-1", "visibility=public")
    filled.ok("config", "set", "site_title", "What we  were promised")
    filled.ok("config", "set", "site_address", "https://example.org/promises")
    filled.ok("publish", str(tmp_path / "site"))
    assert "What we were promised" in (tmp_path / "site" / "index.html").read_text()
    assert "https://example.org/promises/" in (tmp_path / "site" / "feed.xml").read_text()
    filled.ok("publish", str(tmp_path / "site"), "--title", "Other", "--base-url", "")
    assert "What we were promised" not in (tmp_path / "site" / "index.html").read_text()
    assert "example.org" not in (tmp_path / "site" / "feed.xml").read_text()
    shown = await _shown(_app(filled, monkeypatch), "P", wait="What we were promised")
    assert "https://example.org/promises/" in shown


def test_site_address_must_be_that_of_a_folder_on_the_web(filled: CommandLine) -> None:
    for words in (("site_address", "promises"), ("site_title", "")):
        outcome = filled("config", "set", *words)
        assert outcome.code == 2
        assert words[0] in outcome.err


async def test_keys_give_commands_of_the_ui_other_keys(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.ok("config", "set", "keys.accept", "f11,%")
    filled.ok("config", "set", "keys.help", "ctrl+g")
    app = _app(filled, monkeypatch)
    async with _running(app) as pilot:
        await pilot.press("1")
        await until(
            pilot, lambda: "C-0002" in screen_text(app) and "C-0001" not in screen_text(app)
        )
        await pilot.press("a")
        await pilot.pause()
        assert filled.record("C-2")["status"] == "candidate"
        await pilot.press("f11")
        await until(pilot, lambda: filled.record("C-2")["status"] == "open")
        await until(pilot, lambda: "C-0002" not in screen_text(app))
        await pilot.press("%")
        await until(pilot, lambda: filled.record("C-3")["status"] == "open")
    assert "^g" in await _shown(_app(filled, monkeypatch), "ctrl+g", wait="The commitment")


def test_the_demo_is_the_same_in_every_house(run: CommandLine, tmp_path: Path) -> None:
    run.ok("config", "set", "four_eyes", "strict")
    run.ok("config", "set", "cadence", "7")
    run.ok("demo", "--keep", str(tmp_path / "demo.db"))
    store = open_store(tmp_path / "demo.db")
    cadences = {
        one.commitment.cadence for one in store.dossiers(store.ids(parse(""), Session().lens))
    }
    store.close()
    assert 7 not in cadences
