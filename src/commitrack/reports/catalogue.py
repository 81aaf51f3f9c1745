"""The reports there are: what each is called, says and asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from commitrack.model.errors import NotFound
from commitrack.model.fields import did_you_mean
from commitrack.model.publicity import PUBLIC
from commitrack.reports.agenda import OWN as OF_AGENDA
from commitrack.reports.agenda import agenda
from commitrack.reports.audit import audit
from commitrack.reports.chaser import chaser
from commitrack.reports.coverage import coverage
from commitrack.reports.drift import OWN as OF_DRIFT
from commitrack.reports.drift import drift
from commitrack.reports.evidence_gaps import OWN as OF_EVIDENCE_GAPS
from commitrack.reports.evidence_gaps import evidence_gaps
from commitrack.reports.frame import Report
from commitrack.reports.lint import OWN as OF_LINT
from commitrack.reports.lint import lint
from commitrack.reports.overdue import OWN as OF_OVERDUE
from commitrack.reports.overdue import overdue
from commitrack.reports.owner import owner
from commitrack.reports.review_queue import OWN as OF_REVIEW_QUEUE
from commitrack.reports.review_queue import review_queue
from commitrack.reports.slippage import OWN as OF_SLIPPAGE
from commitrack.reports.slippage import slippage
from commitrack.reports.summary import summary
from commitrack.reports.weekly import weekly
from commitrack.store import Lens, ReadableStore

Build: TypeAlias = Callable[[ReadableStore, Lens, str | None], Report]
NarrowedBuild: TypeAlias = Callable[[ReadableStore, Lens, str | None, str | None], Report]
"""Of a report on somebody or something, with a query that narrows it down besides."""


class Argument(StrEnum):
    """What a report takes besides the store and the day."""

    STATEMENT = "S-ID"
    COMMITMENT = "ID"
    PARTY = "NAME"
    PARTY_OR_IDS = "NAME|ID…"
    QUERY = "[QUERY]"

    @property
    def required(self) -> bool:
        """Whether the report needs one."""
        return self is not Argument.QUERY


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of the catalogue."""

    name: str
    help: str
    argument: Argument
    build: Build
    narrowed: NarrowedBuild | None = None
    """The same with a query besides, where one makes sense."""
    own: str = ""
    """The condition that what stands in it meets, besides the reader's query; empty when each of
    its parts has one of its own.
    """


CATALOGUE: Mapping[str, Entry] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            Entry(
                "weekly",
                "the pack for a meeting: what stands, moved and is to be decided",
                Argument.QUERY,
                weekly,
            ),
            Entry(
                "coverage",
                "every sentence of a statement and what became of it",
                Argument.STATEMENT,
                coverage,
            ),
            Entry(
                "overdue",
                "what is late, by owner, on either clock",
                Argument.QUERY,
                overdue,
                own=OF_OVERDUE,
            ),
            Entry(
                "slippage",
                "dates that moved, step by step",
                Argument.QUERY,
                slippage,
                own=OF_SLIPPAGE,
            ),
            Entry(
                "drift",
                "promises said again, and what changed",
                Argument.QUERY,
                drift,
                own=OF_DRIFT,
            ),
            Entry(
                "lint",
                "what wordings leave open, by rule; how much could be checked",
                Argument.QUERY,
                lint,
                own=OF_LINT,
            ),
            Entry(
                "agenda",
                "what is to be done when: both clocks, day by day",
                Argument.QUERY,
                agenda,
                own=OF_AGENDA,
            ),
            Entry(
                "review-queue",
                "what waits for a second person, with the evidence to weigh",
                Argument.QUERY,
                review_queue,
                own=OF_REVIEW_QUEUE,
            ),
            Entry(
                "evidence-gaps",
                "what is said to be done, and rests on little",
                Argument.QUERY,
                evidence_gaps,
                own=OF_EVIDENCE_GAPS,
            ),
            Entry(
                "owner",
                "one page on whoever must deliver: promises in their words, and how they stand",
                Argument.PARTY,
                owner,
                owner,
            ),
            Entry(
                "chaser",
                "the draft of a letter that asks an owner how it stands; never sent",
                Argument.PARTY_OR_IDS,
                chaser,
                chaser,
            ),
            Entry(
                "summary",
                "what the public may know: counts, commitments, definitions, corrections",
                Argument.QUERY,
                summary,
                own=PUBLIC,
            ),
            Entry("audit", "everything that happened to a commitment", Argument.COMMITMENT, audit),
        )
    }
)
"""Every report by its name, in the order they are listed."""


def entry(name: str) -> Entry:
    """The report called `name`; `NotFound` names the nearest one."""
    found = CATALOGUE.get(name.strip().lower())
    if found is None:
        known = ", ".join(CATALOGUE)
        near = did_you_mean(name.lower(), CATALOGUE)
        raise NotFound(f"no report is called {name!r}; there are {known}{near}")
    return found


def build(name: str, store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """Build the report called `name`."""
    return entry(name).build(store, lens, argument)
