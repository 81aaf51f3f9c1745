"""``coverage``: every sentence of a statement, and what became of it."""

from __future__ import annotations

from commitrack.model.errors import BadInput
from commitrack.model.ids import parse_statement_id, statement_id
from commitrack.model.kinds import Kind
from commitrack.model.records import Commitment
from commitrack.model.statements import Statement
from commitrack.model.status import Stage, Status
from commitrack.reports.accounting import (
    GLYPHS,
    PROPOSED,
    Account,
    Accounted,
    Decision,
    decision_of,
    read_account,
)
from commitrack.reports.frame import Column, Counts, Fact, Facts, Report, Sort, Table
from commitrack.reports.heading import Head
from commitrack.reports.wording import said_on
from commitrack.store import Lens, ReadableStore

_COLUMNS = (
    Column("sentence", "#", Sort.NUMBER),
    Column("line", "line", Sort.NUMBER),
    Column("decision", "decision"),
    Column("text", "words"),
)
_LEGEND = (
    "Candidate: proposed, nobody has decided. Accepted: taken on as a commitment to follow. "
    "Rejected: read and judged not to be one, with the reason and by whom. "
    "Read: somebody has read it and found nothing promised.",
    "Passed over: a cue stands in it, and a guard held it back, for the reason given. "
    "No cue: the extractor found no words that undertake anything.",
    "Headings and footers stand without a number and are not counted.",
    "% decided, of what was proposed: sentences where all of it is accepted or rejected. "
    "% decided, of all sentences: those that a person has accepted, rejected or read.",
)


def coverage(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """What became of every sentence of the statement whose ID is the `argument`."""
    if argument is None:
        raise BadInput("coverage of which statement? name one, such as S-0001")
    found = read_account(store, parse_statement_id(argument))
    statement = found.statement
    text = statement.text
    rows = tuple(
        (one.number, one.line, sentence_words(store, one), text[one.start : one.end])
        for one in found.sentences
    )
    return Head.of(store, lens, f"statement:{statement.id}").over(
        "coverage",
        f"Coverage of {statement.id}",
        _LEGEND,
        Facts("statement", "Statement", _facts(statement)),
        Table("sentences", "Sentences and other lines", _COLUMNS, rows),
        _by_decision(found),
        _items(found),
        Facts("decided", "Decided", _decided(found)),
    )


def sentence_words(store: ReadableStore, one: Accounted) -> str:
    """A sentence's decision in words, with what it rests on."""
    if one.items:
        return "; ".join(_item_words(store, record) for record in one.commitments)
    if one.number is None:
        return "heading or footer"
    if one.reading is not None:
        note = f": {one.reading.note}" if one.reading.note else ""
        return f"read (nothing promised{note}, by {one.reading.by} on {one.reading.on})"
    if one.verdict.startswith(PROPOSED):
        return f"{Decision.PASSED_OVER} when it was added; today's extractor would propose it"
    if one.decision is Decision.PASSED_OVER:
        held = (step for step in one.steps if step.guard is not None)
        return f"passed over ({'; '.join(f'{step.cue}: {step.reason}' for step in held)})"
    return _no_cue(one.verdict)


def _no_cue(verdict: str) -> str:
    """Why nothing is proposed: the extractor's verdict, unless it only says "no cue" again."""
    if verdict in ("", Decision.NO_CUE):
        return Decision.NO_CUE.value
    return f"{Decision.NO_CUE} ({verdict})"


def _item_words(store: ReadableStore, record: Commitment) -> str:
    """``accepted C-0001``; a kind that is no commitment is labelled as what it is."""
    words = f"{decision_of(record)} {record.id}"
    if record.kind is not Kind.COMMITMENT:
        words += f" {record.kind}"
    if record.status is Status.REJECTED:
        why = (record.reason or "no reason recorded").rstrip(" .")
        return f"{words} ({why}, by {rejected_by(store, record)})"
    if record.status.stage is not Stage.TRIAGE and record.status is not Status.OPEN:
        words += f" ({record.status.words})"
    return words


def rejected_by(store: ReadableStore, record: Commitment) -> str:
    """Whoever last set the status; the history knows, the record does not."""
    for transaction in store.history(record.number):
        for change in transaction.changes:
            if (change.table, change.field) == ("commitments", "status"):
                return transaction.actor
    return "an unknown person"


def _facts(statement: Statement) -> tuple[Fact, ...]:
    previous = statement.previous
    return (
        Fact("id", "ID", statement.id),
        Fact("title", "title", statement.title),
        Fact("publisher", "publisher", statement.publisher or "publisher unknown"),
        Fact("speaker", "speaker", statement.speaker or "speaker unknown"),
        Fact("role", "role", statement.role or "role unknown"),
        Fact("occasion", "occasion", statement.occasion),
        Fact("date", "date", said_on(statement.said_on, statement.precision)),
        Fact("sha256", "sha256", statement.sha256),
        Fact("characters", "characters", len(statement.text)),
        Fact("source", "source", statement.source),
        Fact("fetched_by", "added by", statement.fetched_by),
        Fact("previous", "previous version", None if previous is None else statement_id(previous)),
    )


def _by_decision(found: Account) -> Counts:
    """The decisions and how many sentences have each, with the sentences in their order."""
    places = {decision: place for place, decision in enumerate(Decision)}
    return Counts(
        "sentences_by_decision",
        "Sentences",
        tuple((one.value, found.counts[one]) for one in Decision),
        len(found.numbered),
        "sentences",
        glyphs=tuple(GLYPHS[one] for one in Decision),
        order=tuple(places[one.decision] for one in found.numbered),
    )


def _items(found: Account) -> Counts:
    decisions = [decision_of(one) for one in found.items]
    order = (Decision.ACCEPTED, Decision.REJECTED, Decision.CANDIDATE)
    parts = tuple((one.value, decisions.count(one)) for one in order)
    return Counts("items", "Items proposed", parts, len(decisions), "items")


def _decided(found: Account) -> tuple[Fact, ...]:
    proposed = [one for one in found.numbered if one.items]
    waiting = sum(one.decision is Decision.CANDIDATE for one in proposed)
    decided = len(proposed) - waiting
    share = f"{100 * decided // len(proposed)}%" if proposed else "nothing was proposed"
    return (
        Fact("share", "% of proposals decided", share),
        Fact("decided", "sentences decided", decided),
        Fact("proposed", "sentences in which something was proposed", len(proposed)),
        Fact("share_of_all", "% of all sentences decided", f"{found.share}%"),
        Fact("decided_of_all", "sentences accepted, rejected or read", found.decided),
        Fact("undecided", "sentences that nobody has decided", len(found.numbered) - found.decided),
    )
