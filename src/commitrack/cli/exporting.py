"""``export``: the whole record as lines of JSON."""

from __future__ import annotations

from contextlib import closing

import click

from commitrack.cli.base import Command
from commitrack.cli.output_file import output_file, output_options
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.homes import at_home
from commitrack.outputs import written


@click.command(cls=Command)
@output_options("Write to a file, whole or not at all; only you can read a new one.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    help="How to write: JSON Lines, the only form that loses nothing.",
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a line instead.")
@click.option("--datasette", is_flag=True, help="Print metadata for Datasette instead.")
@click.pass_obj
def export(
    session: Session, output: str | None, form: str, *, force: bool, schema: bool, datasette: bool
) -> None:
    """Write the whole record, with its history and its seals, as JSON Lines.

    \b
    commitrack export -o record.jsonl
    commitrack export | gzip > record.jsonl.gz

    "commitrack import" puts it back, into an empty store as it was, and into another one beside
    what is there. For spreadsheets there is "commitrack list --format csv".
    """
    del form
    if schema and datasette:
        raise click.UsageError("--schema and --datasette say different things")
    if (schema or datasette) and output not in (None, "-"):
        said = "--schema" if schema else "--datasette"
        raise click.UsageError(f"{said} prints: > writes it to a file, and --output the record")
    if schema:
        from commitrack.store.lines import schema as text

        put(text().rstrip("\n"))
        return
    if datasette:
        from commitrack.store.views import datasette as metadata

        put(metadata().rstrip("\n"))
        return
    path = output_file(output, force=force)
    with session.store() as store, closing(store.export()) as lines:
        if path is None:
            for line in lines:
                put(line)
            return
        count = -1  # the header is no record
        with written(path, force=force, private=True) as file:
            for line in lines:
                file.write(f"{line}\n")
                count += 1
    say(f"done: {count} lines and their header written to {at_home(path)}")
