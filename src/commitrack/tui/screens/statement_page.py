"""A statement with what it mentions, as the screens that show statements fetch it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property

from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, Statement
from commitrack.model.status import Status
from commitrack.store import Store
from commitrack.tui.widgets.statement_text import Span, span_style

_KEPT = 8


@dataclass(frozen=True)
class Page:
    """A statement and its mentions, in the order of the text."""

    statement: Statement
    mentions: tuple[tuple[Mention, Commitment], ...]
    versions: tuple[int, ...] = ()
    """Every version of the statement, itself included, the oldest first."""

    def version(self, step: int) -> int | None:
        """The number of the next version (1) or of the one before (-1), if there is one."""
        if self.number not in self.versions:
            return None
        at = self.versions.index(self.number) + step
        return self.versions[at] if 0 <= at < len(self.versions) else None

    @property
    def number(self) -> int:
        """The statement's number."""
        return self.statement.number

    @property
    def text(self) -> str:
        """The text as stored."""
        return self.statement.text

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The words of every commitment, lit by its status."""
        return tuple(
            Span(mention.start, mention.end, span_style(commitment.status))
            for mention, commitment in self.mentions
        )

    @cached_property
    def left(self) -> tuple[int, int]:
        """How many of its candidates wait, and how many were proposed."""
        status = {commitment.number: commitment.status for _, commitment in self.mentions}
        waiting = sum(1 for each in status.values() if each is Status.CANDIDATE)
        return waiting, len(status)

    def index_of(self, number: int) -> int | None:
        """Which of the mentions is the first of a commitment."""
        for index, (_, commitment) in enumerate(self.mentions):
            if commitment.number == number:
                return index
        return None

    def focus(self, number: int) -> tuple[int, int] | None:
        """Where the words of a commitment stand."""
        index = self.index_of(number)
        if index is None:
            return None
        mention = self.mentions[index][0]
        return mention.start, mention.end

    def at(self, offset: int) -> int | None:
        """The commitment whose words hold the character at `offset`: the narrowest."""
        found = [
            (mention.end - mention.start, commitment.number)
            for mention, commitment in self.mentions
            if mention.start <= offset < mention.end
        ]
        return min(found)[1] if found else None


def read_page(store: Store, number: int) -> Page:
    """Fetch a statement and its mentions; `NotFound` when there is none."""
    return Page(store.statement(number), store.mentions(number), store.versions(number))


class Pages:
    """The pages shown last, at hand for showing again at once."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, Page] = OrderedDict()

    def get(self, number: int | None) -> Page | None:
        """The page of a statement, if it is at hand."""
        return None if number is None else self._pages.get(number)

    def keep(self, page: Page) -> None:
        """Keep a page, in place of an older one of the same statement."""
        self._pages[page.number] = page
        self._pages.move_to_end(page.number)
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
