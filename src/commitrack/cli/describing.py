"""``schema``: the shape of what commands print with ``--json``, as a JSON Schema."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_schemas
from commitrack.cli.streams import put
from commitrack.model.errors import NotFound
from commitrack.model.inert import json_text

_FILE = "output-schema.json"
_HERE = "#/$defs/"


def output_schema() -> dict[str, Any]:
    """The schema of all commands, as it is shipped."""
    found: dict[str, Any] = json.loads(files("commitrack.cli").joinpath(_FILE).read_text("utf-8"))
    return found


@click.command(cls=Command)
@click.argument("words", nargs=-1, metavar="[COMMAND]…", shell_complete=complete_schemas)
def schema(words: tuple[str, ...]) -> None:
    """Print the JSON Schema of what a command prints with --json; without one, of all.

    \b
    commitrack schema list
    commitrack schema evidence list
    """
    whole = output_schema()
    if not words:
        put(json_text(whole))
        return
    name = " ".join(words)
    commands: dict[str, Any] = whole["commands"]
    if name not in commands:
        from commitrack.model.fields import did_you_mean

        near = did_you_mean(name, commands) or f"; there are {', '.join(commands)}"
        raise NotFound(f"no command that prints JSON is called {name!r}{near}")
    put(
        json_text(
            {
                "$schema": whole["$schema"],
                "title": f"What commitrack {name} prints with --json, version 1",
                **commands[name],
                "$defs": _reached(commands[name], whole["$defs"]),
            }
        )
    )


def _reached(rule: object, definitions: dict[str, Any]) -> dict[str, Any]:
    """The definitions that a rule leads to, in the order of the file."""
    found: set[str] = set()
    ahead = [rule]
    while ahead:
        here = ahead.pop()
        if isinstance(here, dict):
            name = str(here.get("$ref", "")).removeprefix(_HERE)
            if name and name not in found:
                found.add(name)
                ahead.append(definitions[name])
            ahead.extend(here.values())
        elif isinstance(here, list):
            ahead.extend(here)
    return {name: one for name, one in definitions.items() if name in found}
