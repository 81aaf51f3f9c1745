"""What a new version of a statement says differently: sentence by sentence, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from commitrack.intake import Account, account, compare
from commitrack.model.cleaning import clean, clean_line
from commitrack.model.errors import CommitrackError, NotFound
from commitrack.model.ids import statement_id
from commitrack.model.revision import Passage, Turn
from commitrack.model.statements import Statement
from commitrack.model.wording import Span
from commitrack.reports.wording import count
from commitrack.store import Store
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.messages import RecordChanged
from commitrack.tui.prose import Line, Piece, Prose
from commitrack.tui.screens.passing import PassingScreen
from commitrack.tui.widgets.prose_pane import ProsePane
from commitrack.tui.widgets.screen_keys import ScreenKeys


@dataclass(frozen=True, slots=True)
class Changes:
    """Two versions, what differs, and what became of the commitments."""

    old: Statement
    new: Statement
    passages: tuple[Passage, ...]
    account: Account | None


def read_changes(store: Store, number: int) -> Changes | None:
    """A statement held against the version before it; None for a first version."""
    new = store.statement(number)
    if new.previous is None:
        return None
    old = store.statement(new.previous)
    return Changes(old, new, compare(old, new), account(store, new))


class ChangesPane(ProsePane):
    """The commitments first, then every sentence that differs."""

    def __init__(self) -> None:
        super().__init__(id="changes-text")
        self._changes: Changes | None = None
        self._rows: list[int] = []
        """The lines at which a change begins."""

    def show(self, changes: Changes) -> None:
        """Show what differs, from the top."""
        self._changes = changes
        self.lay_out()

    def written(self, width: int) -> list[Line]:
        """The account and the passages in lines."""
        prose = Prose(width, label_width=10)
        self._rows = []
        if self._changes is not None:
            _account(prose, self._changes.account)
            prose.heading("Sentence by sentence")
            for turn, passages in groupby(self._changes.passages, key=lambda one: one.turn):
                self._write(prose, self._changes, turn, list(passages))
        return prose.lines

    def _write(
        self, prose: Prose, changes: Changes, turn: Turn, passages: Sequence[Passage]
    ) -> None:
        if turn is Turn.SAME:
            prose.paragraph((f"  … {count(len(passages), 'sentence')} as before", "prose--muted"))
            return
        for one in passages:
            self._rows.append(len(prose.lines))
            for mark, pieces in _told(one, changes):
                prose.bullet(mark, *pieces)

    def jump(self, step: int) -> None:
        """Scroll to the next change, or to the one before; round at the ends."""
        if not self._rows:
            return
        top = round(self.scroll_target_y)
        if step > 0:
            row = next((row for row in self._rows if row > top), self._rows[0])
        else:
            row = next((row for row in reversed(self._rows) if row < top), self._rows[-1])
        self.scroll_to(y=row, animate=False)


def _account(prose: Prose, found: Account | None) -> None:
    """What became of the commitments of the version before."""
    if found is None:
        return
    prose.heading("Its commitments")
    kept = ", ".join(one.id for one in found.kept) or "none"
    prose.field("Kept", (kept, "" if found.kept else "prose--none"))
    for n, one in enumerate(found.reworded):
        to = f"{one.new.id} may be it" if one.new else "nothing there reads like a promise"
        prose.field(
            "Reworded" if n == 0 else "",
            (f"{one.commitment.id} {clean_line(one.commitment.title)}", ""),
            (f"  {to}", "prose--muted"),
        )
    for n, gone in enumerate(found.gone):
        prose.field("Gone" if n == 0 else "", (f"{gone.id} {clean_line(gone.title)}", "mark--late"))
    if found.rejected:
        prose.field("Rejected", (f"{found.rejected}, not proposed again", "prose--muted"))


def _told(one: Passage, changes: Changes) -> Iterator[tuple[Piece, list[Piece]]]:
    """A sentence that differs: a sign and its words, those that changed standing out."""
    if one.turn is Turn.MOVED and one.new is not None:
        yield ((">", "prose--muted"), _pieces(changes.new.text, one.new, (), "prose--context"))
        return
    if one.old is not None:
        gone = one.gone if one.turn is Turn.CHANGED else (one.old,)
        yield (("−", "rag--red"), _pieces(changes.old.text, one.old, gone, "prose--gone"))
    if one.new is not None:
        fresh = one.fresh if one.turn is Turn.CHANGED else (one.new,)
        yield (("+", "rag--green"), _pieces(changes.new.text, one.new, fresh, "prose--fresh"))


def _pieces(text: str, span: Span, marked: Sequence[Span], style: str) -> list[Piece]:
    """The words of a stretch on one line, the marked ones in a style."""
    at, end = span
    pieces: list[Piece] = []
    for first, last in marked:
        pieces += [(_line(text[at:first]), ""), (_line(text[first:last]), style)]
        at = last
    return [*pieces, (_line(text[at:end]), "")]


def _line(words: str) -> str:
    return clean(words).replace("\n", " ")


class ChangesScreen(PassingScreen[None]):
    """A statement beside the version before it; n and p go from change to change."""

    DEFAULT_CSS = """
    ChangesScreen {
        & #changes-head {
            height: 1; padding: 0 1; background: $panel;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        & ChangesPane { height: 1fr; padding: 0; background: $background; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "jump(1)", "Next change"),
        Binding("p", "jump(-1)", "Previous"),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(self, number: int) -> None:
        """Show what changed in statement `number` since the version before."""
        super().__init__()
        self._number = number
        self._changes: Changes | None = None

    def compose(self) -> ComposeResult:
        """A heading and the changes."""
        yield Static(Content("What changed"), id="changes-head")
        yield ChangesPane()
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    def on_mount(self) -> None:
        """Fetch the two versions."""
        self.query_one(ChangesPane).focus()
        self.reload()

    @on(RecordChanged)
    @work(exclusive=True)
    async def reload(self) -> None:
        """Fetch the two versions, and keep the place."""
        number = self._number
        try:
            changes = await self._host.gateway.slow(
                lambda store: read_changes(store, number), "changes"
            )
        except Stale:
            return
        except CommitrackError as error:
            self.leave(error)
            return
        if changes is None:
            self.leave(NotFound(f"{statement_id(number)} has no version before it"))
            return
        if changes == self._changes:
            return
        self._changes = changes
        differing = sum(one.turn is not Turn.SAME for one in changes.passages)
        self.query_one("#changes-head", Static).update(
            Content.assemble(
                ("What changed", "bold"),
                f"  {changes.old.id} → {changes.new.id}",
                (f"  ·  {count(differing, 'sentence')}", "$foreground 60%"),
            )
        )
        self.query_one(ChangesPane).show(changes)

    def action_jump(self, step: int) -> None:
        """Go to the next change, or to the one before."""
        self.query_one(ChangesPane).jump(step)

    def action_back(self) -> None:
        """Leave the changes."""
        self.dismiss()
