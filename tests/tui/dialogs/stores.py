"""A store with two statements, one of them hostile, and an application on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen

from commitrack.model.actions import Edit
from commitrack.model.history import Receipt, Signature
from commitrack.model.kinds import Confidence, OwnerBasis, Strength
from commitrack.model.records import Commitment, Dossier
from commitrack.model.statements import Mention, StatementDraft
from commitrack.store import Lens, Proposal, Store, open_store
from commitrack.tui.app import CommitrackApp
from tests.tui.dialogs.samples import HOSTILE, TODAY

PROMISES = (
    "We will publish the plan by June",
    "The trust will review its rotas",
    "New lifts will be fitted",
)
TEXT = "Commenting on the report, the chair said:\n\n" + "\n\n".join(
    f"“{promise}. It has been a hard year, and staff have carried it.”" for promise in PROMISES
)
HOSTILE_PROMISE = f"We will mend {HOSTILE} soon"
HOSTILE_TEXT = f"{HOSTILE}\n{HOSTILE_PROMISE}. {HOSTILE}"


class Recorded:
    """A store in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "record.db"
        with_store = open_store(self.place, create=True)
        with_store.close()

    def open(self) -> Store:
        """Another connection to it."""
        return open_store(self.place)

    def add(
        self,
        text: str,
        quotes: Sequence[str],
        title: str,
        *,
        owned: bool = True,
        pages: tuple[int, ...] = (),
    ) -> Receipt:
        """Put a statement in, with a candidate for each quote; the passive one has no owner."""
        proposals = []
        for quote in quotes:
            start = text.index(quote)
            passive = " will be " in quote
            proposals.append(
                Proposal(
                    Commitment(
                        title=quote[:80],
                        quote=quote,
                        owners=() if passive or not owned else ("Fellside Trust",),
                        owner_basis=OwnerBasis.UNSTATED if passive else OwnerBasis.SPEAKER,
                        strength=Strength.FIRM,
                        confidence=Confidence.HIGH,
                        cues=("will-verb",),
                    ),
                    Mention(0, start, start + len(quote), quote),
                )
            )
        draft = StatementDraft(text, sha256(text.encode()).hexdigest(), title, pages=pages)
        store = self.open()
        try:
            return store.add_statement(draft, proposals, {}, sign("ann"))
        finally:
            store.close()

    def do(self, edits: Sequence[Edit], actor: str = "ann") -> Receipt:
        """What another process does."""
        store = self.open()
        try:
            return store.apply(edits, sign(actor))
        finally:
            store.close()

    def dossier(self, number: int) -> Dossier:
        """A commitment as it is on record now."""
        store = self.open()
        try:
            return store.dossier(number)
        finally:
            store.close()

    @asynccontextmanager
    async def showing(
        self, screen: Screen[None], actor: str = "ann", size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Pilot[None]]:
        """The application with `screen` on top, settled."""
        app = CommitrackApp(str(self.place), Lens(TODAY, actor), open_store=self.open)
        async with app.run_test(size=size) as pilot:
            await app.push_screen(screen)
            await settle(pilot)
            yield pilot


def sign(actor: str) -> Signature:
    """A signature on the day of the tests."""
    return Signature(actor, TODAY, datetime(2026, 3, 2, 9, 14, tzinfo=UTC))


async def settle(pilot: Pilot[None]) -> None:
    """Wait until what was asked for has been fetched and shown; a dialog may be left open.

    An answer may bring on a question. Between two of them it is enough that every message has been
    heard; what is drawn takes a pause, which is a whole tick of the clock, now and then.
    """
    for tick in range(12):
        await pilot.app.gateway.fast(lambda store: store.pulse())  # type: ignore[attr-defined]
        await pilot.app.gateway.slow(lambda store: store.pulse(), "settle")  # type: ignore[attr-defined]
        if tick % 4 == 3:
            await pilot.pause()
        else:
            await pilot._wait_for_screen()


def drawn(pilot: Pilot[None]) -> str:
    """Everything on the screen, as text."""
    return "\n".join(
        "".join(segment.text for segment in strip)
        for strip in pilot.app.screen._compositor.render_strips()
    )


def harmless(text: str) -> bool:
    """Whether nothing in it could drive a terminal or reorder what is read."""
    return not set(text) & set("\x1b\x00\x07\u202e\u202d\u2069")
