"""A statement's account as the screens show it: read where nobody waits, and kept at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from commitrack.model.records import Commitment
from commitrack.model.status import Status
from commitrack.reports.accounting import Account, Accounted, Decision, read_account
from commitrack.store import Store
from commitrack.tui.gateway import Gateway, Stale
from commitrack.tui.widgets.statement_text import Span, span_style

T = TypeVar("T")


def read_for_screen(store: Store, number: int) -> Account:
    """Read an account in the slow lane; the rules that its grounds name are loaded there, too."""
    import commitrack.extract.rules  # noqa: F401 -- compiling them takes a moment

    return read_account(store, number)


class Newest(Generic[T]):
    """Asks the slow lane, over and over; whoever asked before waits for the newest answer."""

    def __init__(self, topic: str) -> None:
        self._topic = topic
        self._asked = 0
        self._answered = asyncio.Event()

    async def ask(self, gateway: Gateway, question: Callable[[Store], T]) -> T:
        """The answer; `Stale`, once the newer answer has come, when another one was asked."""
        self._asked += 1
        asked = self._asked
        self._answered.clear()
        try:
            return await gateway.slow(question, self._topic)
        except Stale:
            await self._answered.wait()
            raise
        finally:
            if asked == self._asked:
                self._answered.set()


class Accounts:
    """The accounts of the statements shown, for their bars; an old one serves until it is read
    anew.
    """

    def __init__(self) -> None:
        self._held: dict[int, Account] = {}
        self._fresh: set[int] = set()

    def get(self, number: int | None) -> Account | None:
        """The account of a statement, if one is at hand."""
        return None if number is None else self._held.get(number)

    def is_fresh(self, number: int) -> bool:
        """Whether nothing has been written since it was read."""
        return number in self._fresh

    def age(self) -> None:
        """Something was written: every account is to be read anew when it is next shown."""
        self._fresh.clear()

    async def read(self, gateway: Gateway, number: int) -> None:
        """Read the account of a statement and keep it; raises what the gateway raises."""
        account = await gateway.slow(lambda store: read_for_screen(store, number), "coverage")
        self._held[number] = account
        self._fresh.add(number)


def place_of(account: Account, offset: int) -> int | None:
    """Which of the numbered sentences, from 0, holds a character."""
    number = account.sentences[account.at(offset)].number if account.sentences else None
    return None if number is None else number - 1


def waiting_in(one: Accounted | None) -> Commitment | None:
    """The first item of a sentence that waits for a decision."""
    records = () if one is None else one.commitments
    return next((record for record in records if record.status is Status.CANDIDATE), None)


def spans_of(account: Account) -> tuple[Span, ...]:
    """What is lit in the text: the items by their status, and what was read."""
    found: dict[tuple[int, int, int], Span] = {}
    for one in account.sentences:
        for mention, record in one.items:
            key = (mention.start, mention.end, record.number)
            found[key] = Span(mention.start, mention.end, span_style(record.status))
        if one.decision is Decision.READ:
            found[one.start, one.end, 0] = Span(one.start, one.end, "read")
    return tuple(found.values())
