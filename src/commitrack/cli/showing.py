"""``show``: everything on file about commitments."""

from __future__ import annotations

from collections.abc import Iterator

import click

from commitrack.cli.base import Command
from commitrack.cli.naming import ids_argument, read_ids
from commitrack.cli.pages import Line, commitment_page, put_page, title_of
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.typed import typed
from commitrack.cli.wire import VERSION, dossier_json
from commitrack.model.ids import statement_id
from commitrack.model.inert import json_text
from commitrack.model.records import Dossier
from commitrack.model.statements import Statement
from commitrack.model.status import Status
from commitrack.store import Store


@click.command(cls=Command)
@ids_argument
@click.option("--json", "as_data", is_flag=True, help="As JSON, with every field.")
@click.pass_obj
def show(session: Session, ids: tuple[str, ...], *, as_data: bool) -> None:
    """Show everything on file about commitments, except their history."""
    numbers = read_ids(ids)
    if not numbers:
        say("no IDs to show")
    with session.store() as store:
        dossiers = [store.dossier(number) for number in numbers]
        if as_data:
            put_dossiers(session, dossiers)
            return
        for n, dossier in enumerate(dossiers):
            if n:
                put("")
            put_page(
                title_of(dossier),
                (
                    *commitment_page(dossier, _statements(store, dossier), session.today),
                    *_standing(store, dossier),
                ),
            )


def put_dossiers(session: Session, dossiers: list[Dossier]) -> None:
    """One record as itself, several in a list."""
    found = [dossier_json(dossier, session.today) for dossier in dossiers]
    if len(found) == 1:
        put(json_text(found[0]))
    else:
        put(json_text({"version": VERSION, "count": len(found), "commitments": found}))


def _statements(store: Store, dossier: Dossier) -> dict[int, Statement]:
    """The statements that the commitment is mentioned in, with their texts."""
    return {
        number: store.statement(number)
        for number in dict.fromkeys(mention.statement for mention in dossier.mentions)
    }


def _standing(store: Store, dossier: Dossier) -> Iterator[Line]:
    """That a commitment no longer stands in the newest version of its statement, if so."""
    if dossier.source is None or dossier.commitment.status is Status.REJECTED:
        return
    newest = max(store.versions(dossier.source.number), default=dossier.source.number)
    if newest not in {mention.statement for mention in dossier.mentions}:
        name = statement_id(newest)
        yield (
            "gone",
            f"no longer stands in these words in {name}, the newest version "
            f"({typed(f'statement compare {name}')})",
        )
