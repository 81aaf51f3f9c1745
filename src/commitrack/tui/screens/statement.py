"""The whole of a statement, with the words of every commitment in it lit by status."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.statements import Precision, Statement
from commitrack.tui.host import Host, host_of
from commitrack.tui.marks import status_text
from commitrack.tui.messages import RecordChanged
from commitrack.tui.screens.changes import ChangesScreen
from commitrack.tui.screens.passing import PassingScreen
from commitrack.tui.screens.statement_page import Page, read_page
from commitrack.tui.widgets.screen_keys import ScreenKeys
from commitrack.tui.widgets.statement_text import StatementText


class StatementScreen(PassingScreen[None]):
    """Read a statement; n and p go from one commitment to the next."""

    DEFAULT_CSS = """
    StatementScreen {
        & #statement-head, & #statement-here {
            height: auto; padding: 0 1; background: $panel;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,j", "jump(1)", "Next commitment"),
        Binding("p,k", "jump(-1)", "Previous", tooltip="Previous commitment"),
        Binding("left_square_bracket", "version(-1)", "Older", tooltip="The version before"),
        Binding("right_square_bracket", "version(1)", "Newer", tooltip="The next version"),
        Binding("equals_sign", "changes", "Changes", tooltip="What this version changed"),
        Binding("C", "coverage", "Coverage", tooltip="Every sentence, and what became of it"),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(self, number: int, commitment: int | None = None) -> None:
        """Open statement `number`, at the words of `commitment` when one is given."""
        super().__init__()
        self._number = number
        self._commitment = commitment
        self._page: Page | None = None
        self._index: int | None = None

    def compose(self) -> ComposeResult:
        """What it is, its text, and the commitment that is looked at."""
        yield Static(Content(""), id="statement-head")
        yield StatementText(numbers=True, id="statement-text")
        yield Static(Content(""), id="statement-here")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a statement with other versions can be held against them."""
        if action not in ("version", "changes"):
            return True
        step = int(str(parameters[0])) if parameters else -1
        return self._page is not None and self._page.version(step) is not None

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say so."""
        newer = action == "version" and parameters == (1,)
        return "there is no newer version" if newer else "there is no older version"

    def on_mount(self) -> None:
        """Fetch it."""
        self.query_one(StatementText).focus()
        self.reload()

    @on(RecordChanged)
    @work(exclusive=True)
    async def reload(self) -> None:
        """Fetch the statement, and keep the place."""
        try:
            page = await self._host.gateway.fast(lambda store: read_page(store, self._number))
        except CommitrackError as error:
            self.leave(error)
            return
        first = self._page is None or self._page.text != page.text  # a name in it was erased
        self._page = page
        head = statement_head(page.statement, version_words(page))
        self.query_one("#statement-head", Static).update(head)
        self.refresh_bindings()
        if first and self._commitment is not None:
            self._index = page.index_of(self._commitment)
        if first or self._index is not None:
            self._show()
        else:
            self.query_one(StatementText).recolour(page.spans)

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        focus = None
        text = self.query_one(StatementText)
        if self._index is not None and self._index < len(page.mentions):
            mention, _ = page.mentions[self._index]
            focus = (mention.start, mention.end)
        text.show(page.text, page.spans, focus)
        self.query_one("#statement-here", Static).update(self._here(text))

    def _here(self, text: StatementText) -> Content:
        page = self._page
        if page is None:
            return Content("")
        total = len(page.mentions)
        if self._index is None or self._index >= total:
            told = f"{total} commitments and candidates are lit" if total else "nothing is lit"
            return Content.styled(told, "$foreground 60%")
        mention, commitment = page.mentions[self._index]
        number = page.statement.page_of(mention.start)
        where = "" if number is None else f"page {number}, "
        return Content.assemble(
            (
                f"{self._index + 1} of {total}  {where}line {text.line_of(mention.start)}  ",
                "$foreground 60%",
            ),
            (commitment.id, "bold"),
            f"  {status_text(commitment.status)}  {clean_line(commitment.title)}",
        )

    def action_jump(self, step: int) -> None:
        """Go to the next words that are lit, round at the ends."""
        if self._page is None or not self._page.mentions:
            return
        if self._index is None:
            self._index = 0 if step > 0 else len(self._page.mentions) - 1
        else:
            self._index = (self._index + step) % len(self._page.mentions)
        self._show()

    def action_version(self, step: int) -> None:
        """Read another version, at the words of the same commitment if it stands there."""
        number = self._page.version(step) if self._page else None
        if number is None or self._page is None:
            return
        here = None if self._index is None else self._page.mentions[self._index][1].number
        self.app.switch_screen(StatementScreen(number, here))

    def action_changes(self) -> None:
        """Show what this version says differently from the one before it."""
        self.app.push_screen(ChangesScreen(self._number))

    @on(StatementText.Pressed)
    def go_to_words(self, event: StatementText.Pressed) -> None:
        """A click on lit words goes to them."""
        number = self._page.at(event.offset) if self._page else None
        if self._page is not None and number is not None:
            self._index = self._page.index_of(number)
            self._show()

    def action_coverage(self) -> None:
        """Go through its sentences, from the words that are looked at."""
        from commitrack.tui.screens.coverage import CoverageScreen

        page, at = self._page, 0
        if page is not None and self._index is not None and self._index < len(page.mentions):
            at = page.mentions[self._index][0].start
        self.app.push_screen(CoverageScreen(self._number, at))

    def action_back(self) -> None:
        """Leave the statement."""
        self.dismiss()


def statement_head(statement: Statement, version: str = "") -> Content:
    """What is known of a statement, and what is not, in two lines."""
    who = [statement.speaker, statement.role, statement.publisher]
    said = ", ".join(clean_line(part) for part in who if part) or "speaker unknown"
    facts = [when_said(statement), said]
    if statement.occasion:
        facts.append(clean_line(statement.occasion))
    kept = [f"{len(statement.text):,} characters"]
    if statement.source:
        kept.append("standard input" if statement.source == "-" else clean_line(statement.source))
    return Content.assemble(
        (f"{statement.id}  ", "bold $text-accent"),
        (version, "$text-accent"),
        (clean_line(statement.title), "bold"),
        "\n" + " · ".join(facts),
        (f" · {' · '.join(kept)}", "$foreground 60%"),
    )


def version_words(page: Page) -> str:
    """Which version it is, when there are several: ``version 2 of 3``."""
    if len(page.versions) < 2:
        return ""
    return f"version {page.versions.index(page.number) + 1} of {len(page.versions)}  "


def when_said(statement: Statement) -> str:
    """The date as exactly as it is known, or that it is not."""
    if statement.said_on is None or statement.precision is Precision.UNKNOWN:
        return "date unknown"
    if statement.precision is Precision.YEAR:
        return f"{statement.said_on.year}"
    if statement.precision is Precision.MONTH:
        return f"{statement.said_on:%Y-%m}"
    return statement.said_on.isoformat()
