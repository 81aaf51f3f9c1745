"""The versions of a statement: what a new one kept and lost, and how two of them differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_statement_ids
from commitrack.cli.pages import Line, line_of
from commitrack.cli.session import Session
from commitrack.cli.streams import on_terminal, put, say
from commitrack.cli.tables import put_table
from commitrack.cli.wire import VERSION
from commitrack.intake import Account, Lineage, account, compare
from commitrack.model.cleaning import clean_line
from commitrack.model.drift import drift
from commitrack.model.errors import BadInput
from commitrack.model.ids import parse_statement_id, statement_id
from commitrack.model.inert import json_text
from commitrack.model.records import Commitment
from commitrack.model.revision import Passage, Turn
from commitrack.model.statements import Statement
from commitrack.model.wording import Span, key_of
from commitrack.reports.marking import FRESH, GONE, marked
from commitrack.reports.wording import count, said_on
from commitrack.store import Store

F = TypeVar("F", bound=Callable[..., object])


def lineage_options(command: F) -> F:
    """What the user says of where a statement comes from; its own words say it otherwise."""
    command = click.option(
        "--not-a-version",
        is_flag=True,
        help="It is a statement of its own, however like another it is.",
    )(command)
    return click.option(
        "--version-of",
        metavar="S-ID",
        shell_complete=complete_statement_ids,
        help="It is a new version of this statement, however unlike it is.",
    )(command)


def lineage(version_of: str | None, *, not_a_version: bool) -> Lineage:
    """The options as values; they exclude one another."""
    if version_of is None:
        return Lineage(not_a_version=not_a_version)
    if not_a_version:
        raise BadInput("--version-of and --not-a-version say different things")
    return Lineage(parse_statement_id(version_of))


def version_lines(store: Store, statement: Statement) -> Iterator[Line]:
    """Which version a statement is, and what became of what the one before it said."""
    numbers = store.versions(statement.number)
    if len(numbers) > 1:
        place = numbers.index(statement.number)
        around = [
            f"{word} {statement_id(numbers[at])}"
            for word, at in (("after", place - 1), ("before", place + 1))
            if 0 <= at < len(numbers)
        ]
        yield "version", f"{place + 1} of {len(numbers)}, {', '.join(around)}"
    found = account(store, statement)
    if found is not None:
        yield from account_lines(found)


def like_lines(store: Store, statement: Statement) -> Iterator[Line]:
    """The candidates of a statement that seem to say again what is on record."""
    yield from likes(store, [one.number for _, one in store.mentions(statement.number)])


def likes(store: Store, numbers: Sequence[int]) -> Iterator[Line]:
    """Those of these candidates that seem to say again what is on record."""
    for dossier in store.dossiers(numbers):
        for one in dossier.open_suggestions:
            newer, older = dossier.commitment, store.dossier(one.other).commitment
            same = key_of(older.quote) == key_of(newer.quote)
            change = drift(older, newer).summary or f"in {'the same' if same else 'other'} words"
            yield "like", f"{newer.id} {one.type.words} {older.id}? ({change})"


def account_lines(found: Account) -> Iterator[Line]:
    """What became of the commitments of the version before."""
    if found.kept:
        yield "kept", _ids(found.kept)
    for one in found.reworded:
        line = line_of(found.statement, one.span[0])
        where = f"reads differently on line {line}"
        to = f": {one.new.id} is it, perhaps" if one.new else ", where nothing reads like a promise"
        yield "reworded", f"{one.commitment.id} {where}{to}"
    for gone in found.gone:
        yield "gone", f"{gone.id} no longer stands in this version: {gone.title}"


def told(found: Account) -> str:
    """The account in a line: what was kept, what a person must look at, what is gone."""
    parts = [f"{count(len(found.kept), 'commitment')} found again"]
    if found.rejected:
        parts.append(f"{found.rejected} rejected before and not proposed again")
    if found.reworded:
        parts.append(f"{_ids(tuple(one.commitment for one in found.reworded))} in other words")
    if found.gone:
        stand = "stands" if len(found.gone) == 1 else "stand"
        parts.append(f"{_ids(found.gone)} no longer {stand} in this version")
    return "; ".join(parts)


def _ids(commitments: tuple[Commitment, ...]) -> str:
    return ", ".join(one.id for one in commitments)


@click.command(cls=Command)
@click.argument("identifier", metavar="ID", shell_complete=complete_statement_ids)
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def versions(session: Session, identifier: str, *, as_data: bool) -> None:
    """List the versions of a statement, the newest first, with what each kept and lost."""
    number = parse_statement_id(identifier)
    with session.store() as store:
        store.statement(number)
        chain = [store.statement(one) for one in reversed(store.versions(number))]
        accounts = [account(store, one) for one in chain]
    if as_data:
        found = [_version_json(*pair) for pair in zip(chain, accounts, strict=True)]
        put(json_text({"version": VERSION, "versions": found}))
        return
    put_table(
        ["ID", "said", "added", "by", "kept", "reworded", "gone", "title"],
        [
            [
                one.id,
                said_on(one.said_on, one.precision).removeprefix("date "),
                "" if one.fetched_at is None else one.fetched_at.date().isoformat(),
                one.fetched_by,
                "" if about is None else str(len(about.kept)),
                "" if about is None else _ids(tuple(each.commitment for each in about.reworded)),
                "" if about is None else _ids(about.gone),
                one.title,
            ]
            for one, about in zip(chain, accounts, strict=True)
        ],
    )


def _version_json(one: Statement, about: Account | None) -> dict[str, object]:
    found: dict[str, object] = {
        "id": one.id,
        "title": one.title,
        "previous": None if one.previous is None else statement_id(one.previous),
        "sha256": one.sha256,
    }
    if about is not None:
        found["kept"] = [each.id for each in about.kept]
        found["reworded"] = [
            {
                "id": each.commitment.id,
                "start": each.span[0],
                "end": each.span[1],
                "candidate": None if each.new is None else each.new.id,
            }
            for each in about.reworded
        ]
        found["gone"] = [each.id for each in about.gone]
    return found


@click.command("compare", cls=Command)
@click.argument("old", metavar="ID", shell_complete=complete_statement_ids)
@click.argument("new", metavar="[ID]", required=False, shell_complete=complete_statement_ids)
@click.option("--all", "whole", is_flag=True, help="The sentences that stayed, too.")
@click.option("--json", "as_data", is_flag=True, help="As JSON, with exact offsets.")
@click.pass_obj
def compare_statements(
    session: Session, old: str, new: str | None, *, whole: bool, as_data: bool
) -> None:
    """Show what two statements say differently, sentence by sentence and word by word.

    With one ID it is held against the version before it. Words that went stand in [-…-], words
    that came in {+…+}.
    """
    with session.store() as store:
        before, after = _pair(store, old, new)
    passages = compare(before, after)
    if as_data:
        found = [_passage_json(one, before, after) for one in passages]
        put(json_text({"version": VERSION, "old": before.id, "new": after.id, "passages": found}))
        return
    shown = [one for one in passages if whole or one.turn is not Turn.SAME]
    _put_passages([(_SIGNS[one.turn], _words(one, before, after)) for one in shown])
    same = sum(one.turn is Turn.SAME for one in passages)
    changes = len(passages) - same
    say(
        f"{before.id} → {after.id}: {count(changes, 'sentence')} differ"
        f"{'s' if changes == 1 else ''}, {same} as before"
    )


def _pair(store: Store, old: str, new: str | None) -> tuple[Statement, Statement]:
    first = store.statement(parse_statement_id(old))
    if new is not None:
        return first, store.statement(parse_statement_id(new))
    if first.previous is None:
        raise BadInput(f"{first.id} has no version before it: name two statements to compare")
    return store.statement(first.previous), first


_SIGNS = {
    Turn.SAME: " ",
    Turn.MOVED: ">",
    Turn.CHANGED: "~",
    Turn.GONE: "-",
    Turn.NEW: "+",
}


def _words(one: Passage, old: Statement, new: Statement) -> str:
    """A sentence with the words that changed in it; one that moved as it stands now."""
    if one.turn is Turn.CHANGED and one.old is not None and one.new is not None:
        before = marked(old.text, one.old, [(span, GONE) for span in one.gone])
        after = marked(new.text, one.new, [(span, FRESH) for span in one.fresh])
        return f"{clean_line(before)} → {clean_line(after)}"
    if one.new is not None:
        return clean_line(new.text[slice(*one.new)])
    return "" if one.old is None else clean_line(old.text[slice(*one.old)])


def _put_passages(lines: list[tuple[str, str]]) -> None:
    if not on_terminal():
        for sign, words in lines:
            put(f"{sign} {words}".rstrip())
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    styles = {"+": "green", "-": "red", "~": "yellow", ">": "dim"}
    console = Console(highlight=False)
    for sign, words in lines:
        folded = Text(words).wrap(console, max(20, console.width - 2))
        for n, line in enumerate(folded):
            head = Text(f"{sign if n == 0 else ' '} ", styles.get(sign, ""))
            console.print(Padding(head + line, 0), soft_wrap=True)


def _passage_json(one: Passage, old: Statement, new: Statement) -> dict[str, object]:
    return {
        "turn": one.turn.value,
        "old": _side(old.text, one.old, one.gone),
        "new": _side(new.text, one.new, one.fresh),
    }


def _side(text: str, span: Span | None, changed: tuple[Span, ...]) -> dict[str, object] | None:
    if span is None:
        return None
    start, end = span
    return {
        "start": start,
        "end": end,
        "words": text[start:end],
        "changed": [{"start": first, "end": last} for first, last in changed],
    }
