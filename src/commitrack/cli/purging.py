"""``purge``: erasing for good what the law says may not be kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import click

from commitrack.cli.base import Group
from commitrack.cli.completions import complete_statement_ids
from commitrack.cli.session import Session
from commitrack.cli.streams import may_ask, put, say
from commitrack.cli.wire import VERSION, record_json
from commitrack.drafts import DraftFolder
from commitrack.model.cleaning import clean_line
from commitrack.model.erasure import Erasure, Subject, erased_party
from commitrack.model.errors import BadInput, CommitrackError, Refused
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id, parse_statement_id, statement_id
from commitrack.model.inert import json_text
from commitrack.store import Store

_TOLD = 10
"""IDs and names that are told of each kind; the rest is counted."""


class _Erase(Protocol):
    def __call__(self, store: Store, by: Signature, *, keep: bool) -> Erasure: ...


@click.group(cls=Group)
def purge() -> None:
    """Erase a statement or a party for good. It cannot be undone.

    What happened stays on record: who erased, when, why and how much, never what it said.
    """


_why = click.option("--why", metavar="TEXT", required=True, help="The reason; it stays on record.")


def _words(
    context: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Further words, of which none is empty: that would erase nothing, and seem to have."""
    del context, parameter
    if not all(map(str.strip, value)):
        raise BadInput("--also is empty: say the words to take out, or leave it away")
    return value


_also = click.option(
    "--also",
    multiple=True,
    metavar="WORDS",
    callback=_words,
    help="Further words to take out; repeat for more.",
)
_dry_run = click.option(
    "--dry-run", is_flag=True, help="Show what would be erased, and erase nothing."
)
_yes = click.option("--yes", is_flag=True, help="Do not ask.")
_as_data = click.option("--json", "as_data", is_flag=True, help="What was erased, as JSON.")


@purge.command("statement")
@click.argument("identifier", metavar="ID", shell_complete=complete_statement_ids)
@_why
@_also
@_dry_run
@_yes
@_as_data
@click.pass_obj
def purge_statement(
    session: Session,
    identifier: str,
    why: str,
    also: tuple[str, ...],
    *,
    dry_run: bool,
    yes: bool,
    as_data: bool,
) -> None:
    """Erase a statement: all its versions, its commitments, and what is filed under them."""
    number = parse_statement_id(identifier)

    def erase(store: Store, by: Signature, *, keep: bool) -> Erasure:
        return store.erase_statement(number, by, also=also, keep=keep)

    _purge(session, erase, statement_id(number), why, dry_run=dry_run, yes=yes, as_data=as_data)


@purge.command("party")
@click.argument("name", metavar="NAME")
@_why
@_also
@_dry_run
@_yes
@_as_data
@click.pass_obj
def purge_party(
    session: Session,
    name: str,
    why: str,
    also: tuple[str, ...],
    *,
    dry_run: bool,
    yes: bool,
    as_data: bool,
) -> None:
    """Erase the names of a party everywhere, in statements too; it remains as "erased party N"."""

    def erase(store: Store, by: Signature, *, keep: bool) -> Erasure:
        return store.erase_party(name, by, also=also, keep=keep)

    _purge(session, erase, name, why, dry_run=dry_run, yes=yes, as_data=as_data)


@purge.command("finish")
@_as_data
@click.pass_obj
def purge_finish(session: Session, *, as_data: bool) -> None:
    """Clean the file after a purge that was interrupted, or could not have it to itself."""
    with session.store() as store:
        done = store.scrub()
    if done:
        session.note("the file and its log are clean")
    if as_data:
        put(json_text({"version": VERSION, "finished": done}))
    say("the file and its log are clean" if done else "nothing to finish: the file is clean")


def _purge(
    session: Session,
    erase: _Erase,
    typed: str,
    why: str,
    *,
    dry_run: bool,
    yes: bool,
    as_data: bool,
) -> None:
    """Show what goes, have it confirmed, erase it, and clean the file."""
    if not why.strip():
        raise BadInput("--why: must not be empty; the reason stays on record")
    with session.store() as store:
        if not dry_run and _finished(store):
            say("an earlier purge had been interrupted; it is finished now")
        if dry_run or not yes:
            planned = erase(store, session.signature(why), keep=False)
            _show(planned)
            if dry_run:
                if as_data:
                    _put_json(planned, dry_run=True)
                _warn(planned)
                say("dry run: nothing erased")
                return
            _confirm(typed)
        done = erase(store, session.signature(why), keep=True)
        say(f"erased: {_named(done)}, for good (transaction {done.transaction})")
        if yes:
            _show(done)
        store.scrub()
        forgotten = DraftFolder(session.place).clear()
        if forgotten:
            say(f"{forgotten} of your drafts, typed in the UI and not saved, went as well")
        if as_data:
            _put_json(done, dry_run=False)
        say("the file and its log hold it no more")
        _warn(done)


def _put_json(erasure: Erasure, *, dry_run: bool) -> None:
    found = record_json(erasure) | {
        "transaction": None if dry_run else erasure.transaction,
        "counts": dict(erasure.counts),
        "statements": list(map(statement_id, erasure.statements)),
        "commitments": list(map(commitment_id, erasure.commitments)),
        "shared": [{"transaction": number, "why": why} for number, why in erasure.shared],
    }
    for name in ("hashes", "arrivals"):  # they tell commitrack a copy of what was erased
        del found[name]
    put(json_text({"version": VERSION, "dry_run": dry_run, **found}))


def _finished(store: Store) -> bool:
    return store.scrub() > 0


def _confirm(typed: str) -> None:
    if not may_ask():
        raise Refused("nothing was erased: say --yes where nobody can be asked")
    wanted = clean_line(typed)
    said = click.prompt(f"This cannot be undone. To erase, type {wanted}", err=True)
    if " ".join(said.split()).casefold() != wanted.casefold():
        raise CommitrackError("stopped: nothing was erased")


def _named(erasure: Erasure) -> str:
    if erasure.subject is Subject.STATEMENT:
        return statement_id(erasure.number)
    return f"the names of what is now {erased_party(erasure.number)}"


def _show(erasure: Erasure) -> None:
    if erasure.subject is Subject.STATEMENT:
        say(f"  texts        {_few(map(statement_id, erasure.statements))}")
        if erasure.commitments:
            say(f"  commitments  {_few(map(commitment_id, erasure.commitments))}")
        if erasure.parties:
            say(f"  parties      {_few(erasure.parties)}: nothing else names them")
    elif erasure.statements:
        say(f"  blacked out  in {_few(map(statement_id, erasure.statements))}")
    if erasure.spellings:
        say(f"  looked for   {_few(erasure.spellings)}")
    say(f"  in all       {', '.join(f'{what} {count}' for what, count in erasure.counts)}")
    for transaction, why in erasure.shared:
        say(f"  stays        why {transaction} was done, which did more: {clean_line(why)}")
    if erasure.shared:
        say("               (--also WORDS takes words out of it)")


def _warn(erasure: Erasure) -> None:
    """Say where the same words still lie: that is not for commitrack to erase."""
    if erasure.copies:
        say(
            "These stores hold the same. Delete them, or purge them too "
            "(commitrack --store PATH purge …):"
        )
        for path in erasure.copies:
            say(f"  {clean_line(path)}")
    if erasure.sources:
        say("The text came from here, where it may still lie:")
        for source in erasure.sources:
            say(f"  {clean_line(source)}")
    say("Backups, exports and reports that lie elsewhere are not known to commitrack.")
    if erasure.guessable:
        say(
            f"{erasure.guessable} of the seals were made before schema 2.0: who guesses the words "
            "that are gone could confirm them by such a seal."
        )


def _few(names: Sequence[str] | map[str]) -> str:
    found = [clean_line(name) for name in names]
    more = f" and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    return ", ".join(found[:_TOLD]) + more
