"""What was typed is never lost: drafts, escape, quitting, crashes."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from commitrack.drafts import LIFE, Draft, DraftFolder
from commitrack.model.records import Dossier, LinkType, Party, Suggestion
from commitrack.model.status import Status
from commitrack.query import SavedView
from commitrack.store import Lens, locking, open_store
from commitrack.tui import dialogs
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.form import TextField
from commitrack.tui.dialogs.jump import JumpDialog
from commitrack.tui.dialogs.leaving import LeaveDialog
from commitrack.tui.dialogs.party import MergeDialog, PartyDialog
from commitrack.tui.dialogs.save_report import SaveReportDialog
from commitrack.tui.dialogs.view import ViewDialog
from commitrack.tui.dialogs.view_file import ExportViewsDialog, ImportViewsDialog
from commitrack.tui.drafting import Drafting, ago
from tests.tui.building import TODAY, screen_text, until
from tests.tui.dialogs import samples
from tests.tui.dialogs.samples import claimed, dossier, paper

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Clock:
    """A clock that stands until it is moved on."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> DraftFolder:
    return DraftFolder(tmp_path / "record.db", tmp_path / "drafts", clock)


def files(tmp_path: Path) -> list[Path]:
    return [one for one in (tmp_path / "drafts").rglob("*") if one.is_file()]


# The files


def test_a_draft_is_a_small_file_that_its_owner_alone_can_read(
    tmp_path: Path, folder: DraftFolder
) -> None:
    folder.save("one", Draft({"note": "half a sen"}, NOON))
    (file,) = files(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert folder.load() == {"one": Draft({"note": "half a sen"}, NOON)}
    folder.drop("one")
    assert not files(tmp_path)
    assert folder.load() == {}


def test_a_draft_is_kept_for_seven_days_and_those_of_other_stores_age_as_well(
    tmp_path: Path, folder: DraftFolder, clock: Clock
) -> None:
    other = DraftFolder(tmp_path / "other.db", tmp_path / "drafts", clock)
    for one in (folder, other):
        one.save("one", Draft({"note": "words"}, NOON))
    for file in files(tmp_path):
        os.utime(file, (NOON.timestamp(), NOON.timestamp()))
    clock.at = NOON + LIFE
    assert len(folder.load()) == 1
    clock.at = NOON + LIFE + timedelta(seconds=1)
    assert folder.load() == {}
    assert not files(tmp_path)


def test_the_drafts_of_one_store_are_not_those_of_another(
    tmp_path: Path, folder: DraftFolder, clock: Clock
) -> None:
    other = DraftFolder(tmp_path / "other.db", tmp_path / "drafts", clock)
    folder.save("one", Draft({"note": "mine"}, NOON))
    other.save("one", Draft({"note": "of that one"}, NOON))
    assert folder.clear() == 1
    assert other.load()["one"].values == {"note": "of that one"}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"\xff\x00",
     b'{"version": 9, "at": "2026-03-02T12:00+00:00", "values": {}}',
     b'{"version": 1, "at": "2026-03-02", "values": {}}', b"[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_no_draft_is_passed_over(
    tmp_path: Path, folder: DraftFolder, content: bytes
) -> None:
    folder.save("one", Draft({"note": "words"}, NOON))
    (file,) = files(tmp_path)
    (file.parent / "two.json").write_bytes(content)
    assert set(folder.load()) == {"one"}


def test_what_is_longer_than_any_field_is_not_kept(tmp_path: Path, folder: DraftFolder) -> None:
    folder.save("one", Draft({"note": "x" * 1_000_001}, NOON))
    assert not files(tmp_path)


@pytest.mark.parametrize(
    ("passed", "words"),
    [(0, "just now"), (59, "just now"), (60, "1 minute ago"), (300, "5 minutes ago"),
     (7_200, "2 hours ago"), (86_400, "1 day ago"), (-5, "just now")],
)  # fmt: skip
def test_how_long_ago_is_said_as_people_say_it(passed: int, words: str) -> None:
    assert ago(timedelta(seconds=passed)) == words


# Every kind of dialog


PARTY = Party("NHS Employers")
VIEW = SavedView("mine_too", "Mine too", "is:open", None, "", own=True)


def retracting() -> dialogs.Dialog:
    held = dossier(evidence=(paper(1), paper(2)))
    return dialogs.RetractDialog((held,), samples.TODAY, "ann")


def reviewing() -> dialogs.Dialog:
    return dialogs.ReviewDialog((claimed(),), samples.TODAY, "bob")


def likening() -> dialogs.Dialog:
    suggestion = Suggestion(LinkType.WEAKENS, 2, 1, 80, number=1)
    earlier = replace(dossier().commitment, number=1)
    later = replace(dossier(Status.CANDIDATE), suggestions=(suggestion,))
    return dialogs.LikenessDialog((later,), samples.TODAY, "ann", earlier=Dossier(earlier))


def proposing() -> dialogs.Dialog:
    return dialogs.ProposeDialog((dossier(Status.CANDIDATE),), samples.TODAY, "ann")


def about(kind: type[dialogs.Dialog], status: Status = Status.OPEN) -> Callable[[], dialogs.Dialog]:
    return lambda: kind((dossier(status),), samples.TODAY, "ann")


KINDS: Mapping[str, tuple[Callable[[], dialogs.Dialog], str]] = {
    "status": (about(dialogs.StatusDialog), "reason"),
    "owner": (about(dialogs.OwnerDialog), "lead"),
    "dates": (about(dialogs.DatesDialog), "follow_up"),
    "evidence": (about(dialogs.EvidenceDialog), "quote"),
    "link": (about(dialogs.LinkDialog), "note"),
    "check": (about(dialogs.CheckDialog), "check-note"),
    "note": (about(dialogs.NoteDialog), "note"),
    "edit": (about(dialogs.EditDialog), "success_test"),
    "accept": (about(dialogs.AcceptDialog, Status.CANDIDATE), "lead"),
    "reject": (about(dialogs.RejectDialog, Status.CANDIDATE), "note"),
    "reopen": (about(dialogs.ReopenDialog, Status.DELIVERED), "reason"),
    "retract": (retracting, "reason"),
    "review": (reviewing, "reason"),
    "like": (likening, "reason"),
    "party": (lambda: PartyDialog(PARTY, (), samples.TODAY, "ann"), "aliases"),
    "merge": (lambda: MergeDialog(PARTY, (), samples.TODAY, "ann"), "why"),
    "view": (lambda: ViewDialog("is:open", None, samples.TODAY, "ann"), "description"),
    "views out": (lambda: ExportViewsDialog([VIEW], None, samples.TODAY, "ann"), "file"),
    "views in": (lambda: ImportViewsDialog(samples.TODAY, "ann"), "file"),
    "report": (lambda: SaveReportDialog("weekly", "The week", samples.TODAY, "ann"), "file"),
}


class Asking(App[None]):
    """Keeps drafts, and opens dialogs."""

    def __init__(self, folder: DraftFolder, clock: Clock) -> None:
        super().__init__()
        self.drafting = Drafting(folder, now=clock)
        self.answers: list[object] = []

    async def on_mount(self) -> None:
        """Read the drafts that there are."""
        await self.drafting.open()

    async def ask(self, pilot: Pilot[None], dialog: dialogs.Dialog) -> None:
        """Open a dialog and wait until it listens."""
        self.push_screen(dialog, self.answers.append)
        await until(pilot, lambda: dialog._kept_fields)


def field(dialog: dialogs.Dialog, name: str) -> TextField:
    return dialog.query_one(f"#field-{name}", TextField)


async def type_into(pilot: Pilot[None], dialog: dialogs.Dialog, name: str, words: str) -> None:
    editor = field(dialog, name).editor()
    editor.focus()
    await pilot.press("end", *words)
    await pilot.pause()


@pytest.mark.parametrize("kind", KINDS)
async def test_what_was_typed_is_there_again_after_a_crash_and_a_key_gives_it_up(
    kind: str, tmp_path: Path, folder: DraftFolder, clock: Clock
) -> None:
    make, name = KINDS[kind]
    app = Asking(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = make()
        await app.ask(pilot, dialog)
        first = field(dialog, name).held
        await type_into(pilot, dialog, name, "half a wor")
        await app.drafting.written()
        (file,) = files(tmp_path)
        assert json.loads(file.read_text())["values"][name].endswith("half a wor")
        left = file.read_bytes()
    file.write_bytes(left)  # as if nothing had been done any more since
    clock.at += timedelta(minutes=5)
    app = Asking(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = make()
        await app.ask(pilot, dialog)
        assert field(dialog, name).held.endswith("half a wor")
        said = str(dialog.query_one("#dialog-draft", Static).content)
        assert said.startswith("Draft from 5 minutes ago restored")
        await pilot.press("ctrl+r")
        assert field(dialog, name).held == first
        await app.drafting.written()
        assert not files(tmp_path)


@pytest.mark.parametrize("kind", KINDS)
async def test_escape_asks_what_becomes_of_it(
    kind: str, tmp_path: Path, folder: DraftFolder, clock: Clock
) -> None:
    make, name = KINDS[kind]
    app = Asking(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = make()
        await app.ask(pilot, dialog)
        await pilot.press("escape")
        assert app.answers == [None]  # nothing was typed: nothing is asked
        dialog = make()
        await app.ask(pilot, dialog)
        await type_into(pilot, dialog, name, "words")
        await pilot.press("escape")
        assert isinstance(app.screen, LeaveDialog)
        await pilot.press("escape")
        assert app.screen.id == dialog.id
        assert field(dialog, name).held.endswith("words")
        await pilot.press("escape", "k")
        assert app.answers == [None, None]
        await app.drafting.written()
        assert len(files(tmp_path)) == 1
        dialog = make()
        await app.ask(pilot, dialog)
        assert field(dialog, name).held.endswith("words")
        await pilot.click("#cancel")
        assert isinstance(app.screen, LeaveDialog)
        await until(pilot, lambda: app.screen.query_one("#discard").region.width)
        await pilot.click("#discard")
        await until(pilot, lambda: len(app.answers) == 3)
        await app.drafting.written()
        assert not files(tmp_path)


async def test_going_back_to_the_words_keeps_what_was_typed_of_them_unasked(
    tmp_path: Path, folder: DraftFolder, clock: Clock
) -> None:
    app = Asking(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = proposing()
        await app.ask(pilot, dialog)
        await type_into(pilot, dialog, "title", " and more")
        await pilot.press("escape")
        assert app.answers == [None]
        await app.drafting.written()
        assert len(files(tmp_path)) == 1


async def test_an_id_to_go_to_is_no_text_to_keep(folder: DraftFolder, clock: Clock) -> None:
    app = Asking(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.ask(pilot, JumpDialog(samples.TODAY, "ann"))
        await pilot.press("1", "2", "escape")
        assert app.answers == [None]


async def test_a_draft_brings_the_move_back_with_the_words_for_it(
    folder: DraftFolder, clock: Clock
) -> None:
    app = Asking(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = dialogs.StatusDialog((dossier(),), samples.TODAY, "ann")
        await app.ask(pilot, dialog)
        await pilot.press("down")
        meant = dialog.move
        assert meant is not dialog.moves[0]
        await type_into(pilot, dialog, "reason", "no money")
        await pilot.press("escape", "k")
        dialog = dialogs.StatusDialog((dossier(),), samples.TODAY, "ann")
        await app.ask(pilot, dialog)
        assert dialog.move is meant
        assert field(dialog, "reason").held == "no money"


async def test_what_the_record_says_by_now_is_no_draft_any_more(
    tmp_path: Path, folder: DraftFolder, clock: Clock
) -> None:
    name = dialogs.NoteDialog((dossier(),), samples.TODAY, "ann").draft_name
    folder.save(name, Draft({"note": "said"}, NOON))
    app = Asking(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = dialogs.NoteDialog((dossier(note="said"),), samples.TODAY, "ann")
        await app.ask(pilot, dialog)
        assert dialog.query_one("#dialog-draft").has_class("-empty")
        await app.drafting.written()
        assert not files(tmp_path)


async def test_a_hostile_draft_is_shown_harmlessly(folder: DraftFolder, clock: Clock) -> None:
    make, _ = KINDS["note"]
    folder.save(make().draft_name, Draft({"note": samples.HOSTILE, "no field": "x"}, NOON))
    app = Asking(folder, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.ask(pilot, make())
        shown = "".join(
            segment.text for strip in app.screen._compositor.render_strips() for segment in strip
        )
        assert "[/x]" in shown
        assert not set(shown) & set("\x1b\x00\x07\u202e\u202d\u2069")


async def test_a_folder_that_cannot_be_written_is_told_once(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be")
    told: list[str] = []
    drafting = Drafting(DraftFolder(tmp_path / "r.db", tmp_path / "drafts", clock), told.append)
    await drafting.open()

    class Typed:
        draft_name = "one"

        def draft(self) -> dict[str, str]:
            return {"note": "words"}

    for _ in range(3):
        drafting.typed(Typed())
        await drafting.written()
    assert len(told) == 1
    assert told[0].startswith("what you type is not kept as a draft: ")
    assert drafting.find("one") is not None
    drafting.close()


# In the app


@contextmanager
def holding(place: Path) -> Iterator[None]:
    """Another program is writing and does not end."""
    holder = sqlite3.connect(place, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def app_with(place: Path, drafts: DraftFolder) -> CommitrackApp:
    return CommitrackApp(
        str(place), Lens(TODAY, "ann"), open_store=lambda: open_store(place), drafts=drafts
    )


async def test_whoever_opens_a_dialog_before_the_drafts_are_read_finds_its_own(
    folder: DraftFolder,
) -> None:
    folder.save("one", Draft({"note": "words"}, NOON))
    folder.save("two", Draft({"note": "more"}, NOON))
    drafting = Drafting(folder)
    found = drafting.find("one")
    assert found is not None
    assert found.values == {"note": "words"}
    assert drafting.find("three") is None
    drafting.drop("two")  # nobody wants it back, although it was never seen
    await drafting.written()
    await drafting.open()
    assert drafting.find("one") == found
    assert drafting.find("two") is None
    drafting.close()
    assert set(folder.load()) == {"one"}


async def test_what_was_typed_and_dropped_while_the_drafts_are_read_stays_away(
    folder: DraftFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.save("one", Draft({"note": "words"}, NOON))
    before = folder.load()
    drafting = Drafting(folder)
    drafting.find("one")
    drafting.drop("one")
    monkeypatch.setattr(folder, "load", lambda: before)  # they were read before it was dropped
    await drafting.open()
    assert drafting.find("one") is None
    drafting.close()


async def note_on_the_first(app: CommitrackApp, pilot: Pilot[None], words: str) -> None:
    """Open the note of the commitment under the cursor and type."""
    await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
    await until(pilot, lambda: app.screen.at_hand is not None)  # type: ignore[attr-defined]
    await pilot.press("n")
    await until(pilot, lambda: isinstance(app.screen, dialogs.NoteDialog))
    await pilot.press(*words)


async def test_a_draft_goes_when_it_is_saved_and_stays_when_it_cannot_be(
    place: Path, tmp_path: Path, folder: DraftFolder
) -> None:
    app = app_with(place, folder)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await note_on_the_first(app, pilot, "first")
        await pilot.press("enter")
        await until(pilot, lambda: "u takes it back" in screen_text(app))
        await app.drafting.written()
        assert not files(tmp_path)
        with holding(place), pytest.MonkeyPatch.context() as hasty:
            hasty.setattr(locking, "PATIENCE", 0.01)
            await note_on_the_first(app, pilot, " more")
            await pilot.press("enter")
            await until(pilot, lambda: "locked" in screen_text(app), patience=60)
        await app.drafting.written()
        assert len(files(tmp_path)) == 1
        await until(pilot, lambda: isinstance(app.screen, dialogs.NoteDialog))
        assert field(app.screen, "note").held == " morefirst"  # type: ignore[arg-type]
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, dialogs.NoteDialog))
        await until(pilot, lambda: "u takes it back" in screen_text(app))
        await app.drafting.written()
        assert not files(tmp_path)


@pytest.mark.parametrize("key", ["ctrl+q"])
async def test_quitting_with_something_typed_asks_and_keeps_it(
    key: str, place: Path, tmp_path: Path, folder: DraftFolder
) -> None:
    app = app_with(place, folder)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await note_on_the_first(app, pilot, "half")
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        assert "Note C-0006" in screen_text(app)
        await pilot.press("n")
        assert isinstance(app.screen, dialogs.NoteDialog)
        app.switch_mode("owners")
        await until(pilot, lambda: app.current_mode == "owners")
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: not app.is_running)
    assert len(files(tmp_path)) == 1


async def test_quitting_with_nothing_typed_does_not_ask(place: Path, folder: DraftFolder) -> None:
    app = app_with(place, folder)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0


async def test_a_list_that_opens_from_another_place_closes_no_dialog_that_is_typed_in(
    place: Path, folder: DraftFolder
) -> None:
    app = app_with(place, folder)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await note_on_the_first(app, pilot, "half")
        app.list_in_browse("is:open")
        await pilot.pause()
        assert isinstance(app.screen, dialogs.NoteDialog)


async def test_an_unforeseen_error_ends_it_without_a_traceback_and_keeps_what_was_typed(
    place: Path, tmp_path: Path, folder: DraftFolder
) -> None:
    app = app_with(place, folder)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await note_on_the_first(app, pilot, "half")
            app.call_later(lambda: 1 // 0)
            await until(pilot, lambda: not app.is_running)
    assert isinstance(app.crash, ZeroDivisionError)
    assert not app._exit_renderables
    assert len(files(tmp_path)) == 1


async def test_a_filter_line_is_there_again_after_a_crash_and_goes_when_it_is_taken_off(
    place: Path, folder: DraftFolder, clock: Clock
) -> None:
    async def run(*keys: str) -> tuple[str, str]:
        """What the filter says and lists after these keys, in an app that is then killed."""
        app = CommitrackApp(
            str(place), Lens(TODAY, "ann"), open_store=lambda: open_store(place), drafts=folder
        )
        app.drafting.now = clock
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await until(pilot, lambda: app.screen.table.numbers)  # type: ignore[attr-defined]
            await pilot.press(*keys)
            await app.drafting.written()
            await until(pilot, lambda: not app.drafting._typing)
            said = app.screen.query_one("#filter Input").value  # type: ignore[attr-defined]
            return said, app.screen.state.filter  # type: ignore[attr-defined]

    assert (await run("slash", *"is:late"))[0] == "is:late"  # no such word: it cannot be read yet
    assert await run("3") == ("", "")
    assert (await run("slash"))[0] == "is:late"
    assert await run("slash", "escape") == ("", "")
    assert await run("slash") == ("", "")
    assert await run("slash", *"topic:x", "enter") == ("topic:x", "topic:x")
    assert await run("slash") == ("topic:x", "topic:x")
    assert await run("slash", "enter", "escape") == ("", "")
    assert await run("slash") == ("", "")
