"""``statement``: the texts that promises are made in."""

from __future__ import annotations

from collections.abc import Iterator

import click

from commitrack.cli.base import Group
from commitrack.cli.completions import complete_statement_ids
from commitrack.cli.covering import mark_read
from commitrack.cli.pages import Line, line_of, put_page
from commitrack.cli.session import Session
from commitrack.cli.streams import on_terminal, put, say
from commitrack.cli.tables import put_table
from commitrack.cli.typed import typed
from commitrack.cli.versions import (
    compare_statements,
    like_lines,
    told,
    version_lines,
    versions,
)
from commitrack.cli.wire import VERSION, copy_json, mention_json, statement_json
from commitrack.intake import Added
from commitrack.model.cleaning import clean, clean_line
from commitrack.model.ids import parse_statement_id
from commitrack.model.inert import json_text
from commitrack.model.records import Commitment
from commitrack.model.statements import Copy, Mention, Statement
from commitrack.reports.wording import said_on
from commitrack.store import Store

_STDIN = "-"


def tell_added(store: Store, added: Added, source: str) -> None:
    """Say what came of adding one source: the statement's page, or that it was known."""
    statement = added.statement
    name = "standard input" if source == _STDIN else clean_line(source)
    if added.already:
        put(f"{statement.id}  {clean_line(statement.title)}")
        if added.also is None:
            say(f"{name}: already stored as {statement.id}; nothing changed")
        else:
            say(f"{name}: the same text as {statement.id}, now on record as found here also")
        return
    put_page(
        f"{statement.id}  {statement.title}",
        (
            *_facts(statement),
            *version_lines(store, statement),
            *like_lines(store, statement),
        ),
    )
    mentions = store.mentions(statement.number)
    if mentions:
        _put_mentions(statement, mentions)
    kinds = ", ".join(
        f"{count} {kind.value}{'s' * (count != 1)}" for kind, count in added.by_kind.items()
    )
    if added.account is not None:
        stored = f"{statement.id}, a new version of {added.account.previous.id}"
        proposed = f"{told(added.account)}; {f'proposed {kinds}' if kinds else 'no new promise'}"
    else:
        stored = statement.id
        proposed = f"proposed {kinds}" if kinds else "nothing in it reads like a promise"
    say(f"done: {name} stored as {stored}; {proposed} · undo with: {typed('undo')}")
    if added.account is not None:
        say(f"  what changed: {typed(f'statement compare {statement.id}')}")
    if kinds:
        say(f"  next: {typed(f'list statement:{statement.id}')}, then accept or reject")


def _facts(statement: Statement) -> Iterator[Line]:
    """What is known of a statement; what is not known is said to be so."""
    yield "said on", said_on(statement.said_on, statement.precision)
    yield "publisher", statement.publisher or "unknown"
    role = f", {statement.role}" if statement.role else ""
    yield "speaker", f"{statement.speaker}{role}" if statement.speaker else "unknown"
    if statement.occasion:
        yield "occasion", statement.occasion
    yield "source", statement.source or "unknown"
    yield "text", f"{len(statement.text)} characters, {statement.encoding}"
    yield "sha256", statement.sha256


def _places(copies: tuple[Copy, ...]) -> Iterator[Line]:
    """How the first place was come by, if over the network, and every further place."""
    for copy in copies[:1]:
        if copy.url is not None:
            yield "fetched", _how(copy)
    for n, copy in enumerate(copies[1:]):
        source = "standard input" if copy.source == _STDIN else copy.source
        how = f"; {_how(copy)}" if copy.url is not None else ""
        met = f"{source} ({copy.media_type}), met {copy.at:%Y-%m-%d} by {copy.by}"
        yield ("" if n else "also at"), f"{met}{how}"


def _how(copy: Copy) -> str:
    """What answered, when, by which way, and the hash of what it sent."""
    parts = [
        f"{copy.at:%Y-%m-%d %H:%M} UTC from {copy.url}",
        f"status {copy.http_status}",
        f"sent on by {', '.join(copy.redirects)}" if copy.redirects else "",
        f"bytes {copy.bytes_sha256}",
    ]
    return "; ".join(filter(None, parts))


def _put_mentions(statement: Statement, mentions: tuple[tuple[Mention, Commitment], ...]) -> None:
    paged = bool(statement.pages)
    put_table(
        [
            *("ID", *(("page",) if paged else ()), "line", "characters"),
            *("kind", "status", "owner", "due", "words"),
        ],
        [
            [
                commitment.id,
                *((str(statement.page_of(mention.start)),) if paged else ()),
                str(line_of(statement, mention.start)),
                f"{mention.start}–{mention.end}",
                commitment.kind.value,
                commitment.status.words,
                commitment.owner or "unstated",
                str(commitment.due or commitment.due_text or ""),
                mention.quote,
            ]
            for mention, commitment in mentions
        ],
    )


@click.group(cls=Group)
def statement() -> None:
    """The stored statements."""


statement.add_command(versions)
statement.add_command(compare_statements)
statement.add_command(mark_read)


@statement.command("list")
@click.option("--json", "as_data", is_flag=True, help="As JSON, without the texts.")
@click.pass_obj
def list_statements(session: Session, *, as_data: bool) -> None:
    """List the stored statements."""
    with session.store() as store:
        statements = store.statements()
        counted = store.mention_counts()
    counts = [counted.get(one.number, 0) for one in statements]
    if as_data:
        found = [
            {**statement_json(one, text=False), "mentions": count}
            for one, count in zip(statements, counts, strict=True)
        ]
        put(json_text({"version": VERSION, "statements": found}))
        return
    if not statements:
        say("no statement is stored")
        return
    put_table(
        ["ID", "date", "publisher", "speaker", "items", "title"],
        [
            [
                one.id,
                said_on(one.said_on, one.precision).removeprefix("date "),
                one.publisher or "unknown",
                one.speaker or "unknown",
                str(count),
                one.title,
            ]
            for one, count in zip(statements, counts, strict=True)
        ],
    )


@statement.command()
@click.argument("identifier", metavar="ID", shell_complete=complete_statement_ids)
@click.option("--json", "as_data", is_flag=True, help="As JSON, with the exact text.")
@click.pass_obj
def show(session: Session, identifier: str, *, as_data: bool) -> None:
    """Show a statement: what is known of it, what was found in it, and its text."""
    number = parse_statement_id(identifier)
    with session.store() as store:
        found = store.statement(number)
        mentions = store.mentions(number)
        copies = store.copies(number)
        facts = [
            *_facts(found),
            *_places(copies),
            *version_lines(store, found),
            *like_lines(store, found),
        ]
    if as_data:
        marked = [
            {**mention_json(one), "commitment": record.id, "page": found.page_of(one.start)}
            for one, record in mentions
        ]
        places = [copy_json(one) for one in copies]
        data = {**statement_json(found, text=True), "mentions": marked, "copies": places}
        put(json_text({"version": VERSION, **data}))
        return
    put_page(f"{found.id}  {found.title}", facts)
    put("")
    if mentions:
        _put_mentions(found, mentions)
        put("")
    _put_text(found)


def _put_text(found: Statement) -> None:
    """The text line by line, with the numbers that other commands speak of."""
    lines = clean(found.text).split("\n")
    width = len(str(len(lines)))
    numbered = [f"{n:>{width}}  {line}".rstrip() for n, line in enumerate(lines, 1)]
    if not on_terminal():
        for line in numbered:
            put(line)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in numbered:
        console.print(Text(line))
