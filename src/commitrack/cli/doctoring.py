"""``doctor``: whether the store is whole."""

from __future__ import annotations

import click

from commitrack.cli.base import Command
from commitrack.cli.exits import Exit
from commitrack.cli.session import Session
from commitrack.cli.streams import complain, put
from commitrack.model.cleaning import clean_line


@click.command(cls=Command)
@click.option("--verify", is_flag=True, help="Walk the hash chain over the whole history.")
@click.pass_context
def doctor(context: click.Context, *, verify: bool) -> None:
    """Check the store: that it opens, and with --verify that its history was not altered."""
    session: Session = context.find_root().obj
    with session.store() as store:
        put(f"store    {clean_line(store.place)}")
        put(f"newest   transaction {store.pulse().newest}")
        if not verify:
            return
        found = store.verify()
    if found.broken is None:
        put(f"history  {found.transactions} transactions, every seal fits")
        return
    complain(
        f"transaction {found.broken} is the first whose record does not fit its seal: "
        f"{clean_line(found.detail)}"
    )
    context.exit(Exit.FAILURE)
