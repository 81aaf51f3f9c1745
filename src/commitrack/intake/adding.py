"""Putting one document in: what can be worked out beforehand, and what the store decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from commitrack.extract import Extraction, Known, extract
from commitrack.intake.labels import STATEMENT_TITLE_LIMIT, shortened, statement_title
from commitrack.intake.proposing import named, proposal
from commitrack.intake.repeats import again, place_of
from commitrack.intake.versions import Account, Lineage, account, reviser
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import Conflict
from commitrack.model.history import Receipt, Signature
from commitrack.model.kinds import Kind
from commitrack.model.statements import Copy, MentionRole, Precision, Statement, StatementDraft
from commitrack.sources import Document
from commitrack.store import Proposal, Store


@dataclass(frozen=True, slots=True)
class Added:
    """What came of putting a document in."""

    statement: Statement
    receipt: Receipt | None = None
    """What was written; None when the text was stored already and nothing was."""
    by_kind: Mapping[Kind, int] = field(default_factory=dict)
    """How many candidates of each kind were proposed; kinds without any are absent."""
    account: Account | None = None
    """What became of what the version before it said; None for a first version."""
    also: Copy | None = None
    """The further place that was put on record, when the same text was met elsewhere."""

    @property
    def already(self) -> bool:
        """Whether the same text was stored before."""
        return self.receipt is None

    @property
    def proposals(self) -> int:
        """How many candidates were proposed."""
        return sum(self.by_kind.values())


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of a statement; it overrides what is found in the text."""

    known: Known = field(default_factory=Known)
    title: str | None = None
    role: str | None = None
    occasion: str | None = None
    precision: Precision | None = None
    """How exactly `known.date` is known; to the day, unless said otherwise."""
    lineage: Lineage = field(default_factory=Lineage)
    """What it is a new version of, if it is; told by its words, unless said."""
    even_erased: bool = False
    """Whether a text that was erased for good may come back, for a reason that is signed."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that can be known of a document without a store: plain values, which another process
    can work out.
    """

    document: Document
    draft: StatementDraft
    proposals: tuple[Proposal, ...]
    affiliations: Mapping[str, str]
    lineage: Lineage = field(default_factory=Lineage)
    aliases: Mapping[str, str] = field(default_factory=dict)
    """The full name by each short one that the text introduces."""
    even_erased: bool = False
    """Whether it may come in although its very text was erased."""


def prepare(document: Document, told: Told) -> Prepared:
    """Read a document for what it promises; nothing is stored, and no store is needed.

    What is told overrides what is found. What neither says stays unknown.
    """
    known = Known(
        told.known.date or document.said_on,
        told.known.publisher or document.publisher,
        told.known.speaker or document.speaker,
    )
    extraction = extract(document.text, known, explain=False)
    # Commitments get the first numbers, in the order of the text: they are what is followed.
    kinds_in_order = list(Kind)
    ranked = sorted(extraction.candidates, key=lambda one: kinds_in_order.index(one.kind))
    affiliations = {
        clean_line(child): clean_line(parent) for child, parent in extraction.affiliations
    }
    return Prepared(
        document,
        _draft(document, told, extraction),
        tuple(proposal(document.text, one) for one in ranked),
        affiliations,
        told.lineage,
        aliases={clean_line(short): clean_line(full) for short, full in extraction.aliases},
        even_erased=told.even_erased,
    )


def _draft(document: Document, told: Told, extraction: Extraction) -> StatementDraft:
    found = Precision(extraction.date_precision) if extraction.date else Precision.UNKNOWN
    title = shortened(told.title, STATEMENT_TITLE_LIMIT) if told.title else None
    return StatementDraft(
        text=document.text,
        sha256=document.sha256,
        title=title or statement_title(document, extraction),
        publisher=named(extraction.publisher),
        speaker=named(extraction.speaker),
        role=named(told.role or extraction.role),
        occasion=named(told.occasion),
        said_on=extraction.date,
        precision=told.precision if told.precision and told.known.date else found,
        source=document.source,
        media_type=document.media_type,
        encoding=document.encoding,
        pages=document.pages,
    )


def put(store: Store, prepared: Prepared, by: Signature) -> Added:
    """Store a prepared document as a statement, with what it seems to promise as candidates.

    The same text again changes nothing, whatever else is said of it; met in another place, that
    place is put on record. Of a new version of a stored text only what is new becomes a candidate.
    """
    document = prepared.document
    stored = store.statement_by_hash(document.sha256)
    if stored is not None:
        return met(store, stored, document, by)
    try:
        receipt = store.add_statement(
            *(prepared.draft, prepared.proposals, prepared.affiliations, by),
            copy=place_of(document, by),
            revise=reviser(prepared.draft, prepared.proposals, prepared.lineage),
            aliases=prepared.aliases,
            even_erased=prepared.even_erased,
        )
    except Conflict:
        stored = store.statement_by_hash(document.sha256)
        if stored is None:
            raise
        return met(store, stored, document, by)  # another process was faster with the same text
    if receipt.statement is None:
        raise RuntimeError("a stored statement has a number")
    statement = store.statement(receipt.statement)
    proposed = {
        commitment.number: commitment.kind
        for mention, commitment in store.mentions(statement.number)
        if mention.role is MentionRole.ORIGIN
    }
    kinds = dict(sorted(Counter(proposed.values()).items()))
    return Added(statement, receipt, kinds, account(store, statement))


def met(store: Store, statement: Statement, document: Document, by: Signature) -> Added:
    """What comes of a document whose text is that of a stored statement."""
    return Added(statement, also=again(store, statement, place_of(document, by), by))


def add(
    store: Store,
    document: Document,
    known: Known,
    by: Signature,
    *,
    title: str | None = None,
    role: str | None = None,
    occasion: str | None = None,
    precision: Precision | None = None,
    lineage: Lineage | None = None,
) -> Added:
    """Store a document as a statement, with what it seems to promise as candidates.

    `known` and the options override what is found in the text. The same text again changes
    nothing but the places where it was met, and is not even read.
    """
    stored = store.statement_by_hash(document.sha256)
    if stored is not None:
        return met(store, stored, document, by)
    return put(
        store,
        prepare(document, Told(known, title, role, occasion, precision, lineage or Lineage())),
        by,
    )
