"""``party``: who promises, who acts, and who belongs to whom."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from commitrack.cli.base import Group
from commitrack.cli.receipts import put_receipt
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.tables import put_table
from commitrack.cli.typed import typed
from commitrack.cli.wire import VERSION, party_json
from commitrack.model.alike import Alike, alike
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, NotFound, with_outcome
from commitrack.model.ids import commitment_id
from commitrack.model.inert import json_text
from commitrack.model.party_names import party_aliases, party_name
from commitrack.model.records import PartyKind

if TYPE_CHECKING:
    from commitrack.store import Store

_TOLD = 10
"""Commitments that are named when two parties are merged; the rest is counted."""
_FIELDS = ("name", "kind", "parent", "aliases", "successor")


@click.group(cls=Group)
def party() -> None:
    """The parties: bodies, persons and groups."""


@party.command("list")
@click.option("--alike", "pairs", is_flag=True, help="Pairs of parties that are probably one.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def list_parties(session: Session, *, pairs: bool, as_data: bool) -> None:
    """List the parties, with how many commitments each owns itself.

    With --alike, those whose names say that they are probably one, with the command that merges
    them.
    """
    with session.store() as store:
        parties = store.parties()
    if pairs:
        _put_pairs(alike(parties), as_data=as_data)
    elif as_data:
        put(json_text({"version": VERSION, "parties": [party_json(one) for one in parties]}))
    elif parties:
        put_table(
            ["party", "kind", "part of", "owns", "also called", "successor"],
            [
                [
                    one.name,
                    one.kind.value,
                    one.parent or "",
                    str(one.owned),
                    "; ".join(one.aliases),
                    one.successor or "",
                ]
                for one in parties
            ],
        )
    else:
        say("no party is on record")


def _put_pairs(pairs: Sequence[Alike], *, as_data: bool) -> None:
    if as_data:
        found = [
            {
                "party": one.source.name,
                "other": one.into.name,
                "why": one.why,
                "command": _merging(one),
            }
            for one in pairs
        ]
        put(json_text({"version": VERSION, "alike": found}))
    elif pairs:
        put_table(
            ["party", "other", "why", "if they are one"],
            [[one.source.name, one.into.name, one.why, _merging(one)] for one in pairs],
        )
    else:
        say("no two parties have names that are alike")


def _merging(pair: Alike) -> str:
    """The command that merges a pair, ready for a shell."""
    names = (pair.source.name, pair.into.name)
    end = ["--"] if any(name.startswith("-") for name in names) else []
    return shlex.join(["commitrack", "party", "merge", *end, *names])


@party.command("merge")
@click.argument("source", metavar="FROM")
@click.argument("into", metavar="INTO")
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--json", "as_data", is_flag=True, help="What was changed, as JSON.")
@click.pass_obj
def merge_parties(
    session: Session, source: str, into: str, why: str | None, *, dry_run: bool, as_data: bool
) -> None:
    """Say that the party FROM is the party INTO, which keeps its name.

    Whatever names FROM names INTO from then on, and FROM is another name of INTO. What statements
    say stays as it was written.
    """
    with session.store() as store:
        gone, kept = store.party(party_name("FROM", source)), store.party(party_name("INTO", into))
        receipt = store.merge_parties(
            gone.name, kept.name, session.signature(why), keep=not dry_run
        )
    ids = [commitment_id(number) for number in receipt.commitments]
    if as_data:
        put_receipt(receipt, dry_run=dry_run)
    if dry_run:
        say(f"{clean_line(gone.name)} would become another name of {clean_line(kept.name)}")
    else:
        say(f"done: {clean_line(receipt.action)} · undo with: {typed('undo')}")
    if ids:
        say(f"  {clean_line(kept.name)} instead of {clean_line(gone.name)}: {_few(ids)}")
    if dry_run:
        say("dry run: nothing changed")


def _few(ids: Sequence[str]) -> str:
    """The first of the IDs, and how many there are besides."""
    more = f" and {len(ids) - _TOLD} more" if len(ids) > _TOLD else ""
    return ", ".join(ids[:_TOLD]) + more


@party.command("set")
@click.argument("name", metavar="NAME")
@click.argument("words", nargs=-1, required=True, metavar="FIELD=VALUE…")
@click.option("--new", is_flag=True, help="Put a party on record that is not there yet.")
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.option("--json", "as_data", is_flag=True, help="What was changed, as JSON.")
@click.pass_obj
def set_party(
    session: Session,
    name: str,
    words: tuple[str, ...],
    why: str | None,
    *,
    new: bool,
    as_data: bool,
) -> None:
    """Change a party: name, kind, parent, aliases (";" between them), successor.

    An empty value clears the parent, the aliases or the successor.
    """
    values = _values(words)
    name = party_name("NAME", name)
    with session.store() as store:
        known = name if new else _known(store, name)
        receipt = store.set_party(known, values, session.signature(why))
    if as_data:
        put_receipt(receipt)
    if receipt.changed:
        say(f"done: {clean_line(receipt.action)} · undo with: {typed('undo')}")
    else:
        say("nothing changed: the record says so already")


def _known(store: Store, name: str) -> str:
    try:
        return store.party(name).name
    except NotFound as error:
        way_out = "--new puts one on record that is not there yet"
        raise NotFound(with_outcome(str(error), way_out)) from None


def _values(words: Iterable[str]) -> dict[str, object]:
    values: dict[str, object] = {}
    for word in words:
        field, equals, text = word.partition("=")
        field = field.strip().lower()
        if not equals:
            raise BadInput(
                f"{word!r} is not FIELD=VALUE; the fields of a party are {', '.join(_FIELDS)}"
            )
        if field not in _FIELDS:
            from commitrack.model.fields import did_you_mean

            near = did_you_mean(field, _FIELDS)
            raise BadInput(
                f"no field of a party is called {field!r}; there are {', '.join(_FIELDS)}{near}"
            )
        if field in values:
            raise BadInput(f"{field} is set twice: once is enough")
        values[field] = _value(field, " ".join(text.split()))
    return values


def _value(field: str, text: str) -> object:
    if field == "aliases":
        return party_aliases(field, text)
    if field == "kind":
        kinds = [kind.value for kind in PartyKind]
        if text not in kinds:
            raise BadInput(f"kind: {text!r} is not one of {', '.join(kinds)}")
        return PartyKind(text)
    return party_name(field, text) if text or field == "name" else None
