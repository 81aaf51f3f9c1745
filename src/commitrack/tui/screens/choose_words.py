"""Choosing words of a statement, by their edges or by dragging, to make a commitment of them."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from commitrack.extract import own_clause
from commitrack.intake import by_hand
from commitrack.model.actions import Action, SetFields
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.history import Receipt, Signature
from commitrack.model.ids import commitment_id
from commitrack.model.records import Commitment, Dossier
from commitrack.model.statements import Mention
from commitrack.reports.accounting import Account, Accounted, known_of
from commitrack.store import Proposal, Store
from commitrack.tui import edges
from commitrack.tui.asking import asks
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.propose import ProposeDialog, Typed
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.screens.candidate_facts import basis_words
from commitrack.tui.widgets.screen_keys import ScreenKeys
from commitrack.tui.widgets.statement_text import Span, StatementText, span_style

_KEYS = "h l move the beginning by a word, H L the end · j k, J K by a clause · or drag"


class ChooseWordsScreen(Screen[int | None]):
    """The statement with the chosen words lit, and below it what would be read of them.

    Answers with where the words begin of which a commitment was made, or with None.
    """

    DEFAULT_CSS = """
    ChooseWordsScreen {
        & #choose-head { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap;
            text-overflow: ellipsis; }
        & #choose-reading {
            height: 6; padding: 0 1; border-top: solid $border; background: $background;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", tooltip="Say what it is, and save it"),
        Binding("h,left", "start(-1)", "Begin a word earlier", show=False),
        Binding("l,right", "start(1)", "Begin a word later", show=False),
        Binding("H,shift+left", "end(-1)", "End a word earlier", show=False),
        Binding("L,shift+right", "end(1)", "End a word later", show=False),
        Binding("k,up", "start_clause(-1)", "Begin a clause earlier", show=False),
        Binding("j,down", "start_clause(1)", "Begin a clause later", show=False),
        Binding("K,shift+up", "end_clause(-1)", "End a clause earlier", show=False),
        Binding("J,shift+down", "end_clause(1)", "End a clause later", show=False),
        Binding("s", "sentence", "Sentence", tooltip="Take the whole sentence"),
        Binding("c", "clause", "Clause", tooltip="Take the words it would be quoted by"),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(
        self, account: Account, one: Accounted, dragged: tuple[int, int] | None = None
    ) -> None:
        """Choose from the statement of `account`, at first the clause of the sentence `one`.

        `dragged` are two characters between which words were chosen already.
        """
        super().__init__()
        self._account = account
        self._one = one
        self._dragged = dragged
        self._sentence = (one.start, one.end)
        self._clause = self._sentence
        self._chosen = self._sentence
        self._first = self._sentence
        """What was chosen at first: going back from it loses nothing."""
        self._reading: Proposal | None = None
        self._typed = Typed()
        self._dialog: ProposeDialog | None = None
        """The form that was open last: its draft goes when the words are given up."""

    @property
    def chosen(self) -> tuple[int, int]:
        """The characters that are chosen."""
        return self._chosen

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def _text(self) -> str:
        return self._account.statement.text

    def compose(self) -> ComposeResult:
        """The text, and what is read of the chosen words."""
        yield Static(self._head(), id="choose-head")
        yield StatementText(numbers=True, draggable=True, id="choose-text")
        yield Static(Content(""), id="choose-reading")
        yield ScreenKeys()

    def _head(self) -> Content:
        number = self._one.number
        where = "" if number is None else f"  sentence {number:,}"
        statement = self._account.statement
        return Content.assemble(
            ("Choose the words", "bold"),
            f"  {statement.id}{where}",
            (f"  ·  {clean_line(statement.title)}", "$foreground 60%"),
        )

    def on_mount(self) -> None:
        """Light the sentence, then its own clause."""
        self.query_one(StatementText).focus()
        spans = [
            Span(mention.start, mention.end, span_style(record.status))
            for mention, record in self._items()
        ]
        if self._dragged is not None:
            self._chosen = edges.between(self._text, *self._dragged) or self._sentence
        self._first = self._chosen
        self.query_one(StatementText).show(self._text, spans, self._chosen)
        self._choose(self._chosen)
        self._begin()

    def _items(self) -> list[tuple[Mention, Commitment]]:
        return [pair for one in self._account.sentences for pair in one.items]

    @work(group="begin")
    async def _begin(self) -> None:
        """Find the clause by which the sentence would be quoted; at first it is chosen.

        What the reader has chosen meanwhile, or dragged over before, stays.
        """
        text, sentence = self._text, self._sentence
        known = known_of(self._account.statement)
        try:
            self._clause = await self._host.gateway.slow(
                lambda _: own_clause(text, *sentence, known), "clause"
            )
        except Stale:
            return
        if self._dragged is None and self._chosen == self._first and self.is_mounted:
            self._first = self._clause
            self._choose(self._clause)

    # Choosing

    def _choose(self, stretch: tuple[int, int], edge: int | None = None) -> None:
        """Take other words, keep `edge` in view, and read what they would be."""
        self._chosen = stretch
        self._reading = None
        self.query_one(StatementText).choose(stretch, edge)
        self._say()
        self._read()

    def action_start(self, step: int) -> None:
        """Move the beginning by a word."""
        moved = edges.move_start(self._text, self._chosen, step)
        self._choose(moved, moved[0])

    def action_end(self, step: int) -> None:
        """Move the end by a word."""
        moved = edges.move_end(self._text, self._chosen, step)
        self._choose(moved, moved[1] - 1)

    def action_start_clause(self, step: int) -> None:
        """Move the beginning by a clause."""
        moved = edges.stretch_start(self._text, self._chosen, step)
        self._choose(moved, moved[0])

    def action_end_clause(self, step: int) -> None:
        """Move the end by a clause."""
        moved = edges.stretch_end(self._text, self._chosen, step)
        self._choose(moved, moved[1] - 1)

    def action_sentence(self) -> None:
        """Take the whole sentence."""
        self._choose(self._sentence, self._sentence[0])

    def action_clause(self) -> None:
        """Take the words by which the sentence would be quoted."""
        self._choose(self._clause, self._clause[0])

    @on(StatementText.Dragged)
    def drag(self, event: StatementText.Dragged) -> None:
        """Take the words that are dragged over."""
        found = edges.between(self._text, event.start, event.end)
        if found is not None and found != self._chosen:
            self._choose(found)

    # Reading

    @work(group="read", exclusive=True)
    async def _read(self) -> None:
        """Read what the chosen words would be; a newer choice takes its place."""
        statement, stretch = self._account.statement, self._chosen
        try:
            reading = await self._host.gateway.slow(
                lambda _: by_hand(statement, *stretch), "reading"
            )
        except (Stale, CommitrackError):
            return
        if stretch == self._chosen and self.is_mounted:
            self._reading = reading
            self._say()

    def _say(self) -> None:
        start, end = self._chosen
        count = sum(1 for _ in edges.words(self._text, start, end))
        lines = [
            Content.assemble(
                (f"{count:,} word{'s' * (count != 1)}, {end - start:,} characters", "bold"),
                (f"  {start:,}–{end:,}", "$foreground 60%"),
                self._overlap_words(),
            ),
            *_reading_lines(None if self._reading is None else self._reading.commitment),
            Content.styled(_KEYS, "$foreground 60%"),
        ]
        self.query_one("#choose-reading", Static).update(Content("\n").join(lines))

    def _overlapped(self) -> list[int]:
        """The items that stand in the chosen words, or in part of them."""
        start, end = self._chosen
        return list(
            dict.fromkeys(
                record.number
                for mention, record in self._items()
                if mention.start < end and mention.end > start
            )
        )

    def _overlap_words(self) -> Content:
        others = self._overlapped()
        if not others:
            return Content("")
        names = ", ".join(commitment_id(number) for number in others)
        return Content.styled(f"  ! {names} stands in them already", "$text-warning")

    # Saving

    @asks("save", exclusive=True)
    async def action_save(self) -> None:
        """Say what it is in a form, and save it."""
        statement, stretch = self._account.statement, self._chosen
        reading = self._reading
        if reading is None:  # what is saved at once has yet to be read
            try:
                reading = await self._host.gateway.slow(
                    lambda _: by_hand(statement, *stretch), "saving"
                )
            except CommitrackError as error:
                self._host.say(str(error), warning=True)
                return
        others = self._overlapped()
        if others and not await self._meant(others):
            return
        parties = await self._host.gateway.fast(lambda store: store.parties())
        lens = self._host.lens
        dialog = ProposeDialog(
            (Dossier(reading.commitment),),
            lens.today,
            lens.actor,
            parties=tuple(party.name for party in parties),
            typed=self._typed,
        )
        actions = await self.app.push_screen_wait(dialog)
        self._dialog = dialog
        self._typed = dialog.typed
        if actions is None:
            return
        await self._put(reading, actions, overlapping=bool(others))

    async def _meant(self, others: list[int]) -> bool:
        names = ", ".join(commitment_id(number) for number in others)
        return await self.app.push_screen_wait(
            ConfirmDialog(
                f"{names} stands in these words already. Make another item of them?",
                [f"“{clean_line(self._text[slice(*self._chosen)])}”"],
                yes="Make it",
            )
        )

    async def _put(
        self, reading: Proposal, actions: tuple[Action, ...], *, overlapping: bool
    ) -> None:
        number = self._account.statement.number
        then = [one for one in actions if not isinstance(one, SetFields) or one.values]

        def propose(store: Store, by: Signature) -> Receipt:
            return store.propose(number, reading, by, then=then, overlapping=overlapping)

        if await self._host.record(propose) is not None:
            self._forget()
            self.dismiss(reading.mention.start)

    def unsaved(self) -> str:
        """That words were chosen by hand, or something was typed of them."""
        changed = self._chosen != self._first or self._typed != Typed()
        return "Words chosen for a commitment" if changed else ""

    def keep(self) -> None:
        """What was typed of the words is kept by their form; which words, is soon chosen again."""

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.saved()

    @asks("save", exclusive=True)
    async def action_back(self) -> None:
        """Leave; words that were chosen by hand are not given up unasked."""
        if self.unsaved():
            leave = await self.app.push_screen_wait(
                ConfirmDialog(
                    "Leave without making a commitment of the words you chose?",
                    [f"“{clean_line(self._text[slice(*self._chosen)])}”"],
                    yes="Leave",
                )
            )
            if not leave:
                return
        self._forget()
        self.dismiss(None)


def _reading_lines(read: Commitment | None) -> list[Content]:
    """What the words would be, in three lines of the same height whether it is known or not."""
    if read is None:
        return [Content.styled("reading …", "$foreground 60%"), Content(""), Content("")]
    kind = (
        read.kind.value if read.strength is None else f"{read.kind}, {read.strength.name.lower()}"
    )
    extra = [
        word for word, is_so in (("testable", read.testable), ("ongoing", read.ongoing)) if is_so
    ]
    said = f"“{clean_line(read.due_text)}”" if read.due_text else ""
    due = read.due.isoformat() if read.due else ("no day it could be read as" if said else "")
    basis = f"  {basis_words(read.owner_basis)}" if read.owners else ""
    muted = "$foreground 60%"
    return [
        Content.assemble((f"{'Read as':<9}", muted), " · ".join([kind, *extra])),
        Content.assemble(
            (f"{'Owner':<9}", muted),
            clean_line(read.owner) or "nobody is named",
            (basis, muted),
        ),
        Content.assemble(
            (f"{'By when':<9}", muted),
            due or "no date is named",
            (f"  {said}" if said else "", muted),
        ),
    ]
