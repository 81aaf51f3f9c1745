"""``doctor``: whether the store is whole, and mending what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commitrack.cli.base import Command
from commitrack.cli.exits import Exit
from commitrack.cli.falling_back import naming_store
from commitrack.cli.progress_line import ProgressLine
from commitrack.cli.session import Session, leading_back
from commitrack.cli.streams import complain, put
from commitrack.cli.wire import VERSION, Json
from commitrack.homes import at_home
from commitrack.model.cleaning import clean_line
from commitrack.model.inert import json_text

if TYPE_CHECKING:
    from commitrack.store.examining import Mended
    from commitrack.store.findings import Examination, Finding

_WIDTH = 12
_LARGE = 100_000_000
"""Bytes of a store from which it is told what is being looked at."""
_TOLD = 3
"""Findings told on standard error as well."""


@click.command(cls=Command)
@click.option("--verify", is_flag=True, help="Walk the hash chain over the whole history as well.")
@click.option("--full", is_flag=True, help="Look at everything, however long it takes.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without touching the record.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_context
def doctor(context: click.Context, *, verify: bool, full: bool, fix: bool, as_data: bool) -> None:
    """Examine the store: its pages, schema, quotes, indexes, permissions, backups.

    It ends with 0 when nothing is wrong, 1 when something is, and 8 when the store is damaged and a
    backup must take its place.
    """
    from commitrack.store.examining import examine, mend

    session: Session = context.find_root().obj
    session.signature()  # what cannot be used of the global options is told first
    with (
        leading_back(session.place),
        ProgressLine(at_once=_is_long(session.place)) as line,
    ):
        found = examine(session.place, verify=verify, full=full, watch=line.told)
    mended: list[Mended] = []
    if fix:
        for one in mend(found):
            mended.append(one)
            if one.done:
                session.note(f"mended: {one.words}")
            if not as_data:
                _put_mended(one)
        if mended:
            found = examine(session.place, verify=verify, full=full)
    found = _with_ways_out(found)
    if as_data:
        put(json_text(_json(found, mended)))
    else:
        _put(found)
    _end(context, found)


def _is_long(place: Path) -> bool:
    """Whether a store is so large that a look at it takes seconds."""
    path = at_home(place)
    return path.is_file() and path.stat().st_size > _LARGE


def _with_ways_out(found: Examination) -> Examination:
    """What was found, where the commands that help are for the store that was looked at."""
    ways = [naming_store(one.way_out, found.place) for one in found.findings]
    told = tuple(replace(one, way_out=way) for one, way in zip(found.findings, ways, strict=True))
    return replace(found, findings=told)


def _put(found: Examination) -> None:
    _line("store", str(found.place))
    if found.newest is not None:
        _line("newest", f"transaction {found.newest}")
    for one in found.findings:
        level = "" if one.level == "ok" else f"{one.level.value.upper()}: "
        way_out = f" → {one.way_out}" if one.way_out else ""
        _line(one.check, f"{level}{one.words}{way_out}")


def _put_mended(one: Mended) -> None:
    _line("was", one.words)
    _line("mended" if one.done else "NOT MENDED", one.detail)


def _line(label: str, words: str) -> None:
    put(f"{label:<{_WIDTH}}{clean_line(words)}")


def _end(context: click.Context, found: Examination) -> None:
    """Tell what is wrong on standard error, and end with the code for the worst of it."""
    wrong = [one for one in found.findings if one.level in ("wrong", "damaged")]
    if not wrong:
        return
    for one in wrong[:_TOLD]:
        complain(clean_line(f"{one.check}: {one.words}"))
    if len(wrong) > _TOLD:
        complain(f"and {len(wrong) - _TOLD} more things are wrong")
    context.exit(Exit.NOT_A_STORE if found.worst == "damaged" else Exit.FAILURE)


def _json(found: Examination, mended: Sequence[Mended]) -> Json:
    schema = found.schema
    findings = [_finding_json(one) for one in found.findings]
    tried = [
        {"mend": one.mend.value, "was": one.words, "done": one.done, "detail": one.detail}
        for one in mended
    ]
    return {
        "version": VERSION,
        "store": str(found.place),
        "schema": None if schema is None else f"{schema.major}.{schema.minor}",
        "newest": found.newest,
        "worst": found.worst.value,
        "findings": findings,
        "mended": tried,
    }


def _finding_json(one: Finding) -> Json:
    return {
        "check": one.check,
        "level": one.level.value,
        "words": one.words,
        "way_out": one.way_out or None,
        "mendable": one.mend is not None,
    }
