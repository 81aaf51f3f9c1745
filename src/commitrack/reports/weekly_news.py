"""What the week brought: what moved, dates and statements; and what is to be decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from commitrack.model.ids import statement_id
from commitrack.model.rag import rag
from commitrack.model.records import CheckResult, Dossier
from commitrack.model.status import Stage, Status
from commitrack.query import canonical
from commitrack.reports.frame import Column, Row, Sort, Table
from commitrack.reports.selecting import found, narrowed
from commitrack.reports.weekly_counts import ON_FILE_BEFORE, WEEK
from commitrack.reports.wording import said_on
from commitrack.store import Lens, ReadableStore

MOVED = f"{ON_FILE_BEFORE} -is:candidate -is:rejected"
MOVES = f"moved:>-{WEEK}d"
NEW = f"created:>-{WEEK}d"

_MOVED = (
    Column("id", "ID"),
    Column("title", "title"),
    Column("owner", "owner"),
    Column("what", "what moved"),
    Column("rag", "RAG now", Sort.LIGHT),
)
_MOVES = (
    Column("item", "item"),
    Column("id", "ID", data_only=True),
    Column("on", "on"),
    Column("old", "from"),
    Column("new", "to"),
    Column("days", "days", Sort.DAYS),
    Column("reason", "reason"),
    Column("by", "by"),
    Column("announced", "whose date"),
)
_STATEMENTS = (
    Column("statement", "statement"),
    Column("title", "title"),
    Column("said_on", "said on"),
    Column("added_by", "added by"),
    Column("items", "items", Sort.NUMBER),
    Column("accepted", "accepted", Sort.NUMBER),
    Column("rejected", "rejected", Sort.NUMBER),
    Column("waiting", "waiting", Sort.NUMBER),
    Column("share", "decided"),
)
_DECISIONS = (
    Column("decision", "decision"),
    Column("number", "how many", Sort.NUMBER),
    Column("filter", "list"),
)
_ASKED = (
    ("approve, or send back?", "is:review"),
    ("take on, or reject?", "is:candidate"),
    ("the same promise again?", "has:suggestion"),
    ("stalled: go on, or close?", "status:stalled"),
    ("past the owner's date: ask the owner, or close?", "overdue:due"),
    ("who of us leads?", "is:open no:lead"),
    ("what would count as done?", "is:open no:success_test"),
)
"""What a meeting can decide, and the condition that finds where."""


def moved(store: ReadableStore, lens: Lens, argument: str | None) -> Table:
    """What was on record a week ago and was touched since, each with what came of it."""
    query = narrowed(store, MOVED, argument)
    before = lens.today - timedelta(days=WEEK)
    those = sorted(found(store, lens, query), key=lambda one: one.commitment.number)
    then = store.earlier([one.commitment.number for one in those], before)
    rows = tuple(
        (
            one.commitment.id,
            one.commitment.title,
            one.commitment.owner or None,
            "; ".join(_moved(then[one.commitment.number], before, one, lens.today))
            or "nothing that lasted",
            str(rag(one, lens.today)),
        )
        for one in those
        if one.commitment.number in then
    )
    title = "2. Moved this week"
    return Table("moved", title, _MOVED, rows, empty="nothing moved", filter=canonical(query))


def _moved(old: Dossier, before: date, new: Dossier, today: date) -> Iterator[str]:
    """What differs between two days, in the order in which people ask."""
    was, now = old.commitment, new.commitment
    if was.status is not now.status:
        yield f"{was.status.words} → {now.status.words}"
    lights = rag(old, before).colour, rag(new, today).colour
    if lights[0] is not lights[1] and was.status.stage is not Stage.TRIAGE:
        yield f"{lights[0].value} → {lights[1].value}"
    if was.due != now.due:
        yield f"due {was.due or 'none'} → {now.due or 'none'}"
    evidence = len(new.standing_evidence) - len(old.standing_evidence)
    if evidence:
        pieces = "piece of evidence" if abs(evidence) == 1 else "pieces of evidence"
        yield f"{evidence:+d} {pieces}"
    for check in new.checks[len(old.checks) :]:
        if check.result is CheckResult.ASKED:
            yield f"letter sent {check.on}"
        else:
            yield f"looked on {check.on}: {check.result.value.replace('_', ' ')}"
    for name in ("owner", "lead", "reviewer", "success_test", "title"):
        if getattr(was, name) != getattr(now, name):
            yield f"{name.replace('_', ' ')} changed"


def moves(store: ReadableStore, lens: Lens, argument: str | None) -> Table:
    """The moves of dates in the week, the newest last, under the commitment they belong to."""
    query = narrowed(store, MOVES, argument)
    since = lens.today - timedelta(days=WEEK)
    rows = tuple(
        row
        for one in sorted(found(store, lens, query), key=lambda one: one.commitment.number)
        for row in _moves(one, since)
    )
    return Table(
        "moves",
        "6. Dates that moved",
        _MOVES,
        rows,
        group="item",
        empty="no date moved",
        filter=canonical(query),
    )


def _moves(dossier: Dossier, since: date) -> Iterator[Row]:
    record = dossier.commitment
    for move in dossier.moves:
        if move.on > since:
            yield (
                f"{record.id} {record.title}",
                record.id,
                move.on,
                move.old,
                move.new,
                move.days,
                move.reason,
                move.by,
                "announced" if move.announced else "assumed",
            )


def statements(store: ReadableStore, lens: Lens, argument: str | None) -> Table:
    """The statements that came in this week, and how much of what they propose is decided."""
    since = lens.today - timedelta(days=WEEK)
    new = store.statements(since)
    query = narrowed(store, "statement:any", argument)
    items: dict[int, dict[Status, int]] = {one.number: {} for one in new}
    for (number, status), how_many in store.breakdown(query, lens, ("statement", "status")).items():
        if isinstance(number, int) and number in items:
            items[number][Status(str(status))] = how_many
    rows = []
    for one in new:
        found_there = items[one.number]
        total = sum(found_there.values())
        waiting, rejected = (found_there.get(s, 0) for s in (Status.CANDIDATE, Status.REJECTED))
        share = f"{100 * (total - waiting) // total}%" if total else "nothing was proposed"
        rows.append(
            (
                statement_id(one.number),
                one.title,
                said_on(one.said_on, one.precision),
                one.fetched_by,
                total,
                total - waiting - rejected,
                rejected,
                waiting,
                share,
            )
        )
    return Table(
        "statements",
        "8. New statements",
        _STATEMENTS,
        tuple(rows),
        empty="no statement came in",
    )


def asked(store: ReadableStore, lens: Lens, argument: str | None) -> Table:
    """What the meeting is asked to decide; what nothing waits for is left out."""
    queries = {why: narrowed(store, own, argument) for why, own in _ASKED}
    numbers = store.counts(queries, lens)
    rows = tuple(
        (why, numbers[why], canonical(query)) for why, query in queries.items() if numbers[why]
    )
    return Table(
        "decisions",
        "9. To decide",
        _DECISIONS,
        rows,
        empty="nothing waits for a decision",
        counted=False,
    )
