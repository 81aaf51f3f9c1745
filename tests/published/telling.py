"""A record with words of the test's own in every field, public ones and those of the house.

``Words.open("title")`` writes what everybody may read, ``Words.secret("lead")`` what nobody outside
may: a test says what such words look like, and finds them again, or does not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    AddLink,
    Approve,
    Claim,
    DeclineLink,
    DismissQuestion,
    Edit,
    LogSent,
    RecordCheck,
    Reopen,
    RetractEvidence,
    SendBack,
    SetFields,
    SetStatus,
)
from commitrack.model.history import Signature
from commitrack.model.records import CheckResult, Commitment, LinkType, SourceClass, Stance
from commitrack.model.statements import Copy, Mention, Precision, StatementDraft
from commitrack.model.status import Status
from commitrack.query import SavedView
from commitrack.store import Lens, Proposal, Store

TODAY = date(2026, 3, 2)
LENS = Lens(TODAY, "ann")
LETTER, NOTE, SPEECH = 1, 2, 3
"""The statements: one that is public, one of which nothing is, one that says the first again."""

PARTLY, SENT_BACK, INSIDE, AGAIN, CANDIDATE, DROPPED = 1, 2, 3, 4, 5, 6
"""The commitments: four that are public and two that are not, among them a candidate."""


@dataclass(frozen=True)
class Words:
    """What is written into the fields."""

    open: Callable[[str], str]
    secret: Callable[[str], str]


def sign(words: Words, name: str, on: date) -> Signature:
    """A signature on the morning of a day, with a reason for the history alone."""
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    why = words.secret("transactions.why")
    return Signature(words.secret(name), on, at, words.secret("transactions.client"), why)


def fill(store: Store, words: Words) -> None:
    """Put it all on record."""
    _Filling(store, words).fill()


class _Filling:
    def __init__(self, store: Store, words: Words) -> None:
        self._store = store
        self._words = words
        self._day = TODAY - timedelta(days=200)

    def fill(self) -> None:
        """In the order in which a team would."""
        self._statements()
        self._partly_delivered()
        self._sent_back()
        self._the_others()
        self._beside()

    def _by(self, name: str = "ann") -> Signature:
        return sign(self._words, name, self._day)

    def _do(self, number: int, *actions: Action, by: str = "ann", later: int = 1) -> None:
        for action in actions:
            self._day += timedelta(days=later)
            self._store.apply([Edit(number, action)], self._by(by))

    def _statements(self) -> None:
        open_, secret = self._words.open, self._words.secret
        self._add(
            LETTER,
            [
                f"We will publish the plan {open_('quote.one')} by 1 October 2025.",
                f"We will explore the options {open_('quote.two')} for the river crossing.",
            ],
            title=open_("statements.title"),
            publisher=open_("statements.publisher"),
            speaker=open_("statements.speaker"),
            role=open_("statements.role"),
            occasion=open_("statements.occasion"),
            source=f"/home/ann/{secret('statements.source')}.txt",
        )
        self._add(
            NOTE,
            [f"We will close the ferry {secret('mentions.quote')} in silence."],
            title=secret("statements.title"),
            publisher=secret("statements.publisher"),
            source="https://example.org/note",
            owner=secret("parties.name"),
            visible=False,
        )
        self._add(
            SPEECH,
            [
                f"We might explore the options {open_('quote.two')} for the river crossing.",
                f"We will mend the pier {open_('quote.pier')} in 2027.",
                f"We will sell the pier {open_('quote.sale')} one day.",
            ],
            title=open_("speech.title"),
            source=f"https://example.org/{open_('speech')}",
        )
        copied = Copy(
            LETTER,
            f"/srv/{secret('copies.source')}",
            "text/plain",
            self._by().at,
            secret("copies.by"),
            "0" * 64,
            f"http://intranet/{secret('copies.url')}",
            (f"http://intranet/{secret('copies.redirects')}",),
        )
        self._store.add_copy(copied, self._by())

    def _add(
        self,
        number: int,
        quotes: list[str],
        *,
        visible: bool = True,
        owner: str | None = None,
        **known: Any,
    ) -> None:
        body = owner or self._words.open("parties.name")
        text = "\n\n".join((f"Words before, {self._words.open('text')}.", *quotes))
        proposals: list[Proposal] = []
        for quote in quotes:
            start = text.index(quote)
            end = start + len(quote)
            mention = Mention(0, start, end, quote, text[max(0, start - 32) : start])
            named = self._words.open if visible else self._words.secret
            record = Commitment(
                title=named(f"title.{len(proposals)}.{number}"),
                quote=quote,
                owners=(body,),
                beneficiary=named("commitments.beneficiary"),
                due_text=named("commitments.due_text"),
                condition=self._words.secret("commitments.condition"),
            )
            proposals.append(Proposal(record, mention))
        draft = replace(
            StatementDraft(text, hashlib.sha256(text.encode()).hexdigest(), ""),
            said_on=date(2025, 8, 1),
            precision=Precision.DAY,
            **known,
        )
        parents = {body: self._words.open("parties.parent")} if visible else {}
        self._store.add_statement(draft, proposals, parents, self._by())

    def _partly_delivered(self) -> None:
        open_, secret = self._words.open, self._words.secret
        self._do(PARTLY, Accept(lead=secret("commitments.lead"), due=date(2025, 10, 1)))
        self._do(
            PARTLY,
            SetFields(
                {
                    "title": open_("commitments.title"),
                    "success_test": open_("commitments.success_test"),
                    "topic": open_("commitments.topic"),
                    "tags": (secret("commitments.tags"),),
                    "note": secret("commitments.note"),
                    "reviewer": secret("commitments.reviewer"),
                    "partners": (open_("parties.partner"),),
                    "visibility": "public",
                    "priority": 1,
                }
            ),
            SetFields({"due": date(2025, 12, 1)}, open_("date_moves.reason")),
            AddEvidence(
                open_("evidence.title"),
                SourceClass.OFFICIAL,
                url=f"https://example.org/{open_('evidence.url')}",
                locator=open_("evidence.locator"),
                quote=open_("evidence.quote"),
                dated=date(2025, 7, 1),
            ),
            AddEvidence(
                open_("paper.title"),
                SourceClass.DIRECT,
                url=f"/srv/{secret('evidence.url')}",
                locator=secret("evidence.locator"),
                quote=secret("evidence.quote"),
            ),
            AddEvidence(open_("retracted.title"), SourceClass.SELF, stance=Stance.PARTIAL),
            RetractEvidence(3, open_("evidence.retracted")),
            RecordCheck(
                CheckResult.NOTHING_FOUND, secret("checks.where"), note=secret("checks.note")
            ),
            LogSent(to=secret("letters.to"), note=secret("letters.note")),
            Claim(secret("reviews.asked_note")),
            by="commitments.lead",
        )
        self._do(PARTLY, Approve(missing=open_("commitments.reason")), by="reviews.decided_by")

    def _sent_back(self) -> None:
        open_, secret = self._words.open, self._words.secret
        self._do(SENT_BACK, Accept(owners=(open_("parties.other"),), due=date(2026, 6, 30)))
        self._do(
            SENT_BACK,
            DismissQuestion("L2", secret("dismissals.reason")),
            SetFields({"success_test": open_("test.before"), "visibility": "public"}),
            AddEvidence(open_("evidence.second"), SourceClass.SELF, url="https://example.org/2"),
            Claim(secret("reviews.asked_note")),
            by="dismissals.by",
        )
        self._do(SENT_BACK, SendBack(secret("commitments.reason")), by="reviews.decided_by")
        self._do(SENT_BACK, SetFields({"success_test": open_("test.after")}))
        self._do(
            SENT_BACK, AddLink(LinkType.DEPENDS_ON, INSIDE, secret("links.note")), by="links.by"
        )
        self._do(SENT_BACK, AddLink(LinkType.PART_OF, PARTLY, secret("links.note")), by="links.by")

    def _the_others(self) -> None:
        open_, secret = self._words.open, self._words.secret
        self._do(INSIDE, Accept(lead=secret("inside.lead"), due=date(2026, 5, 1)))
        self._do(
            INSIDE,
            SetFields({"success_test": secret("inside.test"), "topic": secret("inside.topic")}),
            AddEvidence(secret("evidence.title"), SourceClass.SELF, url="https://example.org/in"),
        )
        self._do(AGAIN, Accept(due=date(2026, 3, 1)), SetFields({"visibility": "public"}))
        self._do(CANDIDATE, SetFields({"visibility": "public"}))
        self._do(DROPPED, Accept(due=date(2025, 12, 31)))
        self._do(
            DROPPED,
            SetFields({"visibility": "public", "kind": "aspiration"}),
            AddEvidence(
                open_("evidence.withdrawal"),
                SourceClass.SELF,
                stance=Stance.WITHDRAWS,
                url="https://example.org/sale",
                quote=open_("evidence.words"),
            ),
            SetStatus(Status.WITHDRAWN, open_("reviews.reason"), self_verify=True),
            Reopen(secret("reopened.reason")),
        )
        self._store.set_party(
            open_("parties.name"), {"aliases": (secret("parties.aliases"),)}, self._by()
        )

    def _beside(self) -> None:
        secret = self._words.secret
        for number in (AGAIN, SENT_BACK):
            for one in self._store.dossier(number).open_suggestions:
                decline = DeclineLink(one.other, secret("suggestions.reason"))
                self._do(number, decline, by="suggestions.decided_by", later=0)
        text = self._store.statement(LETTER).text
        self._store.mark_read(
            LETTER, [(0, text.index("."))], self._by("readings.by"), note=secret("readings.note")
        )
        view = SavedView("inhouse", "", "is:open", None, secret("saved_views.description"))
        self._store.save_views([view], self._by())


def marked(open_: str = "open", secret: str = "secret") -> Words:
    """Words that can be told apart: ``open-evidence-title``, ``secret-checks-note``."""
    return Words(
        lambda name: f"{open_}-{name.replace('.', '-').replace('_', '-')}",
        lambda name: f"{secret}-{name.replace('.', '-').replace('_', '-')}",
    )


def pages(folder: Path) -> dict[str, str]:
    """Everything in a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
