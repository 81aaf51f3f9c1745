"""The one way in: a source is read, what it promises is proposed, and both are stored.

The command line, the terminal UI and the demo all come through here. A text that is stored
already is found by its hash and left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from commitrack.extract import EXTRACTOR_VERSION, Candidate, Deadline, Extraction, Known, extract
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import Conflict
from commitrack.model.history import Receipt, Signature
from commitrack.model.kinds import Kind, Strength
from commitrack.model.records import (
    TITLE_LIMIT,
    Commitment,
    Mention,
    Precision,
    Statement,
    StatementDraft,
)
from commitrack.sources import Document, read
from commitrack.store import Proposal, Store

__all__ = ["Added", "Document", "Known", "add", "label", "read"]

STATEMENT_TITLE_LIMIT = 120
"""Characters of a statement's title."""
CONTEXT = 32
"""Characters kept before and after a quote, to find it again in a new version."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of putting a document in."""

    statement: Statement
    receipt: Receipt | None = None
    """What was written; None when the text was stored already and nothing was."""
    by_kind: Mapping[Kind, int] = field(default_factory=dict)
    """How many candidates of each kind were proposed; kinds without any are absent."""

    @property
    def already(self) -> bool:
        """Whether the same text was stored before."""
        return self.receipt is None

    @property
    def proposals(self) -> int:
        """How many candidates were proposed."""
        return sum(self.by_kind.values())


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
) -> Added:
    """Store a document as a statement, with what it seems to promise as candidates.

    `known` and the options override what is found in the text; `precision` says how exactly
    `known.date` is known (to the day, unless said otherwise). What neither says stays unknown.
    The same text again changes nothing, whatever else is said of it.
    """
    stored = store.statement_by_hash(document.sha256)
    if stored is not None:
        return Added(stored)
    extraction = extract(document.text, known)
    found = Precision(extraction.date_precision) if extraction.date else Precision.UNKNOWN
    draft = StatementDraft(
        text=document.text,
        sha256=document.sha256,
        title=_shortened(title or _title(document, extraction), STATEMENT_TITLE_LIMIT),
        publisher=_named(extraction.publisher),
        speaker=_named(extraction.speaker),
        role=_named(role or extraction.role),
        occasion=_named(occasion),
        said_on=extraction.date,
        precision=precision if precision and known.date else found,
        source=document.source,
        media_type=document.media_type,
        encoding=document.encoding,
    )
    # Commitments get the first numbers, in the order of the text: they are what is followed.
    kinds_in_order = list(Kind)
    ranked = sorted(extraction.candidates, key=lambda one: kinds_in_order.index(one.kind))
    proposals = [_proposal(document.text, one) for one in ranked]
    affiliations = {
        clean_line(child): clean_line(parent) for child, parent in extraction.affiliations
    }
    try:
        receipt = store.add_statement(draft, proposals, affiliations, by)
    except Conflict:
        stored = store.statement_by_hash(document.sha256)
        if stored is None:
            raise
        return Added(stored)  # another process was faster with the same text
    if receipt.statement is None:
        raise RuntimeError("a stored statement has a number")
    kinds = Counter(proposal.commitment.kind for proposal in proposals)
    return Added(store.statement(receipt.statement), receipt, dict(sorted(kinds.items())))


def _proposal(text: str, candidate: Candidate) -> Proposal:
    deadline = candidate.deadline
    due = deadline.date if deadline else None
    start, end = candidate.start, candidate.end
    return Proposal(
        Commitment(
            title=label(candidate.quote, candidate.kind),
            quote=candidate.quote,
            kind=candidate.kind,
            owners=tuple(filter(None, map(clean_line, candidate.owners))),
            owner_basis=candidate.owner_basis,
            partners=tuple(filter(None, map(clean_line, candidate.partners))),
            due_original=due,
            due=due,
            due_text=clean_line(deadline.text) if deadline else None,
            due_precision=due_precision(deadline) if deadline else Precision.UNKNOWN,
            strength=None if candidate.strength is None else Strength(candidate.strength),
            testable=candidate.testable,
            ongoing=candidate.ongoing,
            condition=_named(candidate.condition),
            cues=candidate.cues,
            confidence=candidate.confidence,
            extractor=EXTRACTOR_VERSION,
        ),
        Mention(
            statement=0,  # the store numbers the statement and writes it in
            start=start,
            end=end,
            quote=candidate.quote,
            before=text[max(0, start - CONTEXT) : start],
            after=text[end : end + CONTEXT],
        ),
    )


def _named(words: str | None) -> str | None:
    return clean_line(words or "") or None


_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_TO_THE_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}}\b(?! ?\d)"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}|end of|last day|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|days?|weeks?|fortnight|today|tomorrow|hours?|months|years)\b",
    re.IGNORECASE,
)
"""Words that name a day, or count from one: "within six months" is a day when today is known."""
_TO_THE_MONTH = re.compile(rf"\b(?:{_MONTHS}|month)\b", re.IGNORECASE)


def due_precision(deadline: Deadline) -> Precision:
    """How exactly a deadline's words name its day: the coarser, the looser the promise."""
    if deadline.date is None:
        return Precision.UNKNOWN
    words = " ".join(deadline.text.split())
    if _TO_THE_DAY.search(words):
        return Precision.DAY
    return Precision.MONTH if _TO_THE_MONTH.search(words) else Precision.YEAR


_UNDERTAKING = re.compile(
    r"(?<!that )(?<!which )(?<!who )(?<!whether )(?<!how )(?<!there )"
    r"(?:\b(?:will|shall)|['’]ll) (?:(?:also|then|now|therefore|jointly|each|all|both) )*"
    r"(?P<act>(?P<first>[^\W\d_]+(?:-[^\W\d_]+)*)(?: (?P<second>[^\W\d_]+))?.*)",
    re.DOTALL | re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:no|not|none|neither|nobody|nor|never|few)\b", re.IGNORECASE)
_KEEPS_SUBJECT = frozenset({"have", "has", "not", "never", "no", "only", "continue", "mean"})
"""After "will", words that make no label of their own: "not close wards" says the opposite."""


def label(quote: str, kind: Kind = Kind.COMMITMENT) -> str:
    """A short label for an item, from its own words: what is to be done, without who says so.

    "We will publish a plan" becomes "Publish a plan". A passive ("staff will be trained"), a
    negation, and items that are not commitments keep their subject, without which they would say
    something else. Longer than `TITLE_LIMIT` is cut at a word, with an ellipsis.
    """
    words = clean_line(quote)
    found = _UNDERTAKING.search(words) if kind is Kind.COMMITMENT else None
    if found is not None:
        words = _act(found) or words
    words = words.strip(' ,;:–—-•"“”') or words or kind.value
    return _shortened(words[:1].upper() + words[1:], TITLE_LIMIT)


def _act(found: re.Match[str]) -> str | None:
    """The words of the act alone, or None when they cannot stand alone."""
    if _NEGATION.search(found.string, 0, found.start()):
        return None
    first, second = found["first"].lower(), (found["second"] or "").lower()
    if first == "be":
        working = second.endswith("ing") and second not in ("being", "nothing")
        return found["act"][3:] if working else None
    return None if first in _KEEPS_SUBJECT or found["act"].count(" ") < 2 else found["act"]


_TITLE_LINES = 6
"""Lines from the top in which a statement's title is looked for."""
_MARKUP = re.compile(r"^[#>*_=~`\s]+|[#*_=~`\s]+$")
_DATE_LINE = re.compile(
    rf"(?:\W|\d|st\b|nd\b|rd\b|th\b|of\b|{_MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|published|issued|adopted|date|for immediate release)+",
    re.IGNORECASE,
)


def _title(document: Document, extraction: Extraction) -> str:
    """The statement's own title: a marked heading, else its first line that is one.

    A line that holds only a date, or only the publisher's name, is no title unless all are so.
    """
    if document.title_hint:
        return document.title_hint
    lines = (_MARKUP.sub("", clean_line(line)) for line in document.text.splitlines())
    top = [line for line in lines if any(map(str.isalnum, line))][:_TITLE_LINES]
    publisher = (extraction.publisher or "").casefold()
    titles = (
        line for line in top if line.casefold() != publisher and not _DATE_LINE.fullmatch(line)
    )
    return next(titles, top[0] if top else clean_line(document.text))


def _shortened(words: str, limit: int) -> str:
    """The words on one line, cut at a word with an ellipsis when they are too many."""
    line = clean_line(words)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    if not line[limit - 1].isspace():
        cut = cut.rpartition(" ")[0] or cut
    return f"{cut.rstrip(' ,;:–—-')}…"
