"""``help``: the filter language on one page, or what a command does."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import click

from commitrack.cli.base import Command, unknown_command
from commitrack.cli.completions import complete_help
from commitrack.cli.streams import put
from commitrack.query import DIRECTIVES, FIELDS, FieldSpec
from commitrack.query.completing import DATES
from commitrack.query.examples import EXAMPLES

_WIDTH = 98

_GRAMMAR = """\
A query is conditions with spaces between them, all of which must hold.

  word            in quote, title, success test or notes, from the beginning of a word
  "two words"     side by side
  field:value     the fields are below; field:a,b is either of them
  -condition      not (NOT is the same)
  a OR b          either; a space binds tighter; ( ) keep together
  @view           what a saved view finds (commitrack view list)
  c12 c15, S-0003 these commitments; all of a statement (a word that looks so: "c12")
  *               everything

Names begin at any word of theirs: lead:wright finds Ann Wright; owner: also looks at other names
and at the bodies under one. "=" asks for the whole name: owner:="NHS Confederation".
Dates and numbers compare: due:<2026-07, moves:>=2, due:today..eow. A comparison with a missing
date is false both ways; no:due finds those. Fields that can be empty take none and any.
"""


@click.command("help", cls=Command)
@click.argument("topic", nargs=-1, metavar="[query|COMMAND…]", shell_complete=complete_help)
@click.pass_context
def help_(context: click.Context, topic: tuple[str, ...]) -> None:
    """Explain the filter language ("help query"), or a command.

    \b
    commitrack help query
    commitrack help view save
    """
    if topic == ("query",):
        for line in _language():
            put(line)
        return
    found: click.Command = context.find_root().command
    inner = context.find_root()
    for name in topic:
        below = found.get_command(inner, name) if isinstance(found, click.Group) else None
        if below is None:
            if isinstance(found, click.Group):
                topics = ("query",) if len(topic) == 1 else ()
                raise unknown_command(found, context, name, *topics)
            raise click.UsageError(f"{inner.command_path} has no commands of its own", context)
        inner = click.Context(below, inner, name)
        found = below
    put(found.get_help(inner))


def _language() -> Iterator[str]:
    """The whole language on a page, from the table that it is read by."""
    yield from _GRAMMAR.splitlines()
    yield ""
    yield "Fields"
    width = max(len(_heading(spec)) for spec in FIELDS.values())
    for spec in FIELDS.values():
        yield f"  {_heading(spec):{width}}  {spec.help}"
        yield from _takes(spec, " " * (width + 4))
    yield ""
    yield "Dates (2026-06-30, 2026-06, 2026-Q2, 2026; -90d, +6w, -1m, +1y; eow, eom, eoq, eoy)"
    for expression, meaning in DATES.items():
        yield f"  {expression:{width}}  {meaning}"
    yield ""
    yield "How to show it, anywhere in the query"
    for name, meaning in DIRECTIVES.items():
        yield f"  {f'{name}:':{width}}  {meaning}"
    for heading, examples in EXAMPLES:
        yield ""
        yield heading
        for example in examples:
            yield f"  {example.query}"
            yield f"      {example.asks}"


def _heading(spec: FieldSpec) -> str:
    return ", ".join(f"{name}:" for name in (spec.name, *spec.aliases))


def _takes(spec: FieldSpec, indent: str) -> Iterator[str]:
    """The values a field takes, where there is a closed list of them."""
    known = spec.choices or spec.names
    if known:
        yield from wrap(
            ", ".join(known),
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
        )
