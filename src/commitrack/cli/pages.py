"""A commitment's page: everything on file about it, as labelled lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from commitrack.cli.streams import on_terminal, put
from commitrack.cli.typed import typed
from commitrack.model.assurance import assurance, disputed, last_looked, stale
from commitrack.model.cleaning import clean_line
from commitrack.model.firmness import firmness, why_testable
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.kinds import OwnerBasis
from commitrack.model.lint import Finding, asked, dismissed, rule_of
from commitrack.model.rag import rag
from commitrack.model.records import (
    Check,
    CheckResult,
    Decision,
    Dossier,
    Evidence,
    Judgement,
    Review,
    Suggestion,
)
from commitrack.model.schedule import late_clocks, schedule, slippage
from commitrack.model.specificity import answers
from commitrack.model.statements import Statement
from commitrack.model.status import Stage
from commitrack.reports.wording import approval, count, on_record, said_on, status_words

Line = tuple[str, str]
"""A label and what it says; lines that go on have no label."""


def put_page(title: str, lines: Iterable[Line]) -> None:
    """Print a page: folded to the width of a terminal, or whole lines when piped."""
    cleaned = [(label, clean_line(value)) for label, value in lines]
    width = max((len(label) for label, _ in cleaned), default=0)
    if on_terminal():
        _put_folded(clean_line(title), cleaned, width)
        return
    put(clean_line(title))
    for label, value in cleaned:
        put(f"  {label:<{width}}  {value}".rstrip())


def _put_folded(title: str, lines: Iterable[Line], width: int) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=width + 2, justify="left", no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for label, value in lines:
        grid.add_row(Text(f"  {label}", style="dim"), Text(value))
    console = Console(highlight=False)
    console.print(Text(title, style="bold"))
    console.print(grid)


def title_of(dossier: Dossier) -> str:
    """The page's heading."""
    return f"{dossier.commitment.id}  {dossier.commitment.title}"


def commitment_page(
    dossier: Dossier, statements: dict[int, Statement], today: date
) -> Iterator[Line]:
    """The page of one commitment; `statements` holds those its mentions stand in."""
    record = dossier.commitment
    yield "status", status_line(dossier)
    yield "RAG", str(rag(dossier, today))
    yield "kind", record.kind.value
    yield from _words(dossier, statements)
    yield from _people(dossier)
    yield "success test", record.success_test or "none"
    yield from _dates(dossier, today)
    yield from _support(dossier, today)
    yield from _labelled("evidence", evidence_lines(dossier))
    yield from _labelled("checks", map(_check, dossier.checks))
    yield from _labelled("reviews", map(_review, dossier.reviews))
    yield from _labelled("links", _links(dossier))
    yield from _labelled("like", _suggestions(dossier))
    yield from question_lines(dossier)
    yield from wording_lines(dossier)
    yield from _rest(dossier)


def status_line(dossier: Dossier) -> str:
    """The status, who decided it, what waits for a review, and why it is so."""
    record = dossier.commitment
    words = status_words(dossier)
    pending = dossier.pending_review
    if pending is not None:
        words += f"; {pending.proposed.words}? waits for a review, asked by {pending.asked_by}"
    return f"{words} – {record.reason}" if record.reason else words


def _words(dossier: Dossier, statements: dict[int, Statement]) -> Iterator[Line]:
    yield "quote", f"“{dossier.commitment.quote}”"
    for mention in dossier.mentions:
        statement = statements.get(mention.statement)
        line = "" if statement is None else f" {place_of(statement, mention.start)}"
        yield (
            "said in" if mention.role == "origin" else mention.role.value,
            f"{statement_id(mention.statement)}{line}, characters {mention.start}–{mention.end}",
        )
    source = dossier.source
    if source is not None:
        said = said_on(source.said_on, source.precision)
        by = " · ".join(filter(None, (source.speaker, source.role, source.publisher)))
        yield "source", " · ".join(filter(None, (source.title, by, said, source.origin)))


def line_of(statement: Statement, offset: int) -> int:
    """The line of a statement on which a character stands, counted from 1."""
    return statement.text.count("\n", 0, offset) + 1


def place_of(statement: Statement, offset: int) -> str:
    """Where a character stands, for people: its line, and its page where there are pages."""
    page = statement.page_of(offset)
    line = f"line {line_of(statement, offset)}"
    return line if page is None else f"page {page}, {line}"


def _people(dossier: Dossier) -> Iterator[Line]:
    record = dossier.commitment
    names = [
        f"{name} (part of {dossier.parents[name]})" if name in dossier.parents else name
        for name in record.owners
    ]
    stated = record.owner_basis is not OwnerBasis.UNSTATED
    basis = f" [{record.owner_basis.value}]" if stated else ""
    yield "owner", f"{' and '.join(names)}{basis}" if names else "none"
    if record.partners:
        yield "partners", "; ".join(record.partners)
    if record.beneficiary:
        yield "for", record.beneficiary
    yield "lead", record.lead or "none"
    yield "reviewer", record.reviewer or "none"


def _dates(dossier: Dossier, today: date) -> Iterator[Line]:
    record = dossier.commitment
    if record.due is None:
        yield "due", f"none; they said “{record.due_text}”" if record.due_text else "none"
    else:
        yield "due", f"{record.due} ({schedule(record, today).value})"
    yield "original due", str(record.due_original or "none")
    slip = slippage(record, dossier.moves)
    if dossier.moves:
        days = "undated now" if slip.days is None else f"{slip.days:+d} days"
        yield "slippage", f"{days}, {count(slip.moves, 'move')} to a later date"
    for move in dossier.moves:
        far = "" if move.days is None else f", {move.days:+d} days"
        how = "" if move.announced else ", assumed by us"
        yield "moved", f"{move.old} → {move.new or 'none'}{far}: {move.reason} ({move.by}{how})"
    yield "follow-up", str(record.follow_up or "none")
    late = ", ".join(str(one) for one in late_clocks(record, today))
    if late:
        yield "late", late
    if record.closed_on is not None:
        yield "closed on", str(record.closed_on)


def _support(dossier: Dossier, today: date) -> Iterator[Line]:
    parts = [assurance(dossier).words]
    if stale(dossier, today):
        parts.append(f"stale: last looked {last_looked(dossier)}")
    if disputed(dossier):
        parts.append("disputed by evidence that no review has considered")
    yield "assurance", ", ".join(parts)
    if dossier.commitment.status.stage is not Stage.TRIAGE:
        yield "progress", on_record(dossier)


def _labelled(label: str, values: Iterable[str]) -> Iterator[Line]:
    for n, value in enumerate(values):
        yield ("" if n else label), value


def evidence_lines(dossier: Dossier) -> Iterator[str]:
    """A line for each piece of evidence, with the number that retracts it."""
    return map(_piece, dossier.evidence)


def _piece(piece: Evidence) -> str:
    stance = "" if piece.stance == "supports" else f", {piece.stance.value}"
    parts = [
        f"{piece.number}. {piece.title} ({piece.source.value} {piece.kind.value}{stance})",
        f"dated {piece.dated}" if piece.dated else "",
        piece.locator or "",
        f"“{piece.quote}”" if piece.quote else "",
        piece.url or "",
        f"added by {piece.added_by}" if piece.added_by else "",
        f"RETRACTED: {piece.retracted}" if piece.retracted is not None else "",
    ]
    return " · ".join(filter(None, parts))


_FOUND = {
    CheckResult.FOUND: "movement found",
    CheckResult.NOTHING_FOUND: "nothing found",
    CheckResult.NO_REPLY: "no reply",
    CheckResult.ASKED: "letter sent",
}


def _check(check: Check) -> str:
    then = f" · look again {check.next_follow_up}" if check.next_follow_up else ""
    note = f" · {check.note}" if check.note else ""
    return f"{check.on} {check.by}: {_FOUND[check.result]} ({check.where}){note}{then}"


def _review(review: Review) -> str:
    asked = f"{review.proposed.words}? asked by {review.asked_by} {review.asked_on}"
    note = f" “{review.asked_note}”" if review.asked_note else ""
    if review.decision is None:
        return f"{asked}{note} · waits"
    verb = "sent back" if review.decision is Decision.SENT_BACK else approval(review)
    own = " (self-verified)" if review.self_verified else ""
    why = f": {review.reason}" if review.reason else ""
    return f"{asked}{note} · {verb} by {review.decided_by} {review.decided_on}{own}{why}"


def _links(dossier: Dossier) -> Iterator[str]:
    for link in dossier.links:
        note = f" ({link.note})" if link.note else ""
        yield f"{commitment_id(link.source)} {link.type.words} {commitment_id(link.other)}{note}"


def _suggestions(dossier: Dossier) -> Iterator[str]:
    """The suggested links that wait or were declined; a confirmed one is a link."""
    for one in dossier.suggestions:
        if one.judgement is not Judgement.CONFIRMED:
            yield _suggestion(one)


def _suggestion(one: Suggestion) -> str:
    pair = f"{commitment_id(one.source)} {one.type.words} {commitment_id(one.other)}"
    if one.judgement is None:
        return (
            f"{pair}? {one.score} % alike; nobody has decided "
            f"({typed(f'report drift id:{commitment_id(one.source)}')})"
        )
    why = f": {one.reason}" if one.reason else ""
    return f"{pair}? declined by {one.by} {one.on}{why}"


def question_lines(dossier: Dossier) -> Iterator[Line]:
    """What the wording leaves open, and the questions that somebody dismissed, with the reason."""
    yield from _labelled("asks", map(_question, asked(dossier)))
    yield from _labelled(
        "dismissed",
        (
            f"{one.rule} {rule_of(one.rule).question} – {one.reason} ({one.by}, {one.on})"
            for one, _ in dismissed(dossier)
        ),
    )


def _question(finding: Finding) -> str:
    words = f" (“{finding.words}”)" if finding.words else ""
    return f"{finding.rule} {finding.question}{words}"


def wording_lines(dossier: Dossier) -> Iterator[Line]:
    """How firmly its words bind, whether anybody could check it, and what it pins down."""
    record = dossier.commitment
    firm = firmness(record)
    if firm is not None:
        yield "strength", str(firm)
    yield "testable", why_testable(record)
    yield "specificity", str(answers(record))


def _rest(dossier: Dossier) -> Iterator[Line]:
    record = dossier.commitment
    if record.condition:
        yield "condition", record.condition
    if record.cues:
        sure = f" ({record.confidence.value} confidence)" if record.confidence else ""
        yield "proposed for", f"{', '.join(record.cues)}{sure}"
    yield "priority", str(record.priority)
    for label, value in (
        ("topic", record.topic),
        ("tags", " ".join(record.tags)),
        ("note", record.note),
    ):
        if value:
            yield label, value
    yield "visibility", record.visibility.value
