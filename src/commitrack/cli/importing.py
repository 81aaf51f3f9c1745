"""``import``: an export, another store or a sheet taken in."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_files
from commitrack.cli.importing_sheets import import_sheet, store_or_none_kept
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.typed import typed
from commitrack.cli.wire import VERSION, plain
from commitrack.homes import at_home
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.inert import json_text
from commitrack.model.taking import Difference, Side, TakenIn
from commitrack.outputs import unwritten
from commitrack.setting_keys import DATE_ORDERS

_TOLD = 20
"""Differences that are spelled out; the rest is counted (--json has all)."""
_FORMATS = ("jsonl", "store", "csv")
_SUFFIXES: Mapping[str, str] = {
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv", ".txt"), "csv"),
}
_NO_LETTERS = b"\xef\xbb\xbf\xfe\xff\x00"
"""Bytes of marks, and of the halves of UTF-16: an export in it is told what it is."""
_NAMES: Mapping[str, tuple[str, str]] = {
    "statements": ("statement", "statements"),
    "commitments": ("commitment", "commitments"),
    "parties": ("party", "parties"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "checks": ("check", "checks"),
    "date_moves": ("date move", "date moves"),
    "reviews": ("review", "reviews"),
    "links": ("link", "links"),
    "transactions": ("transaction of history", "transactions of history"),
}
"""What is counted for people: one, and several."""


@click.command("import", cls=Command)
@click.argument("name", metavar="FILE", shell_complete=complete_files)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--take",
    type=click.Choice([side.value for side in Side]),
    help="Whose word counts where both sides changed a field; without it ours is left.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="What the file is; told by its name and its first bytes, unless said.",
)
@click.option(
    "--dates",
    type=click.Choice(DATE_ORDERS),
    help="What 3/4/2026 means in a sheet: dmy (the setting, unless changed) or mdy.",
)
@click.option(
    "--even-erased", is_flag=True, help="Let in what was erased for good here; needs --why."
)
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.option("--json", "as_data", is_flag=True, help="What came of it, as JSON.")
@click.pass_obj
def import_file(
    session: Session,
    name: str,
    take: str | None,
    form: str | None,
    dates: str | None,
    why: str | None,
    *,
    even_erased: bool,
    dry_run: bool,
    as_data: bool,
) -> None:
    """Take in an export, another store or a sheet.

    \b
    commitrack import record.jsonl
    commitrack import ann-laptop.db --dry-run
    commitrack import plan.csv --dry-run

    A store that holds nothing takes an export over as it was, with its history. Otherwise the
    records of both meet: what is new is added, what was changed there only is taken, and what was
    changed on both sides is told and left as it is here. Nothing happens a second time.

    The columns of a sheet are found by name, in any order. A row with an ID changes that
    commitment, one without is a new candidate. One bad row, and nothing is imported.
    """
    side = None if take is None else Side(take)
    with _file(name) as path:
        if (form or _told(path, name)) == "csv":
            if take is not None:
                raise click.UsageError("--take is for exports and stores: a row means what it says")
            if even_erased:
                raise click.UsageError("--even-erased is for exports and stores")
            import_sheet(session, path, name, dates, why, keep=not dry_run, as_data=as_data)
            return
        if dates is not None:
            raise click.UsageError("--dates is for sheets")
        if even_erased and not (why or "").strip():
            raise click.UsageError("--even-erased goes with --why: the reason stays on record")
        _take_records(
            *(session, path, name, side, why),
            even_erased=even_erased,
            keep=not dry_run,
            as_data=as_data,
        )


def _told(path: Path, name: str) -> str:
    """What a file is, by its name, or by how it begins."""
    known = _SUFFIXES.get(Path(name).suffix.lower())
    if known is not None or not path.is_file():
        return known or "store"
    with path.open("rb") as file:
        begin = file.read(16)
    if begin.startswith(b"SQLite"):
        return "store"
    return "jsonl" if begin.translate(None, _NO_LETTERS)[:1] == b"{" else "csv"


@contextlib.contextmanager
def _file(name: str) -> Iterator[Path]:
    """The file to read; standard input is put into one, since it is read more than once."""
    if not name.strip():
        raise BadInput("FILE: an empty path names no file")
    if name != "-":
        yield at_home(name)
        return
    with tempfile.NamedTemporaryFile(prefix="commitrack-") as spool:
        try:
            shutil.copyfileobj(sys.stdin.buffer, spool)
            spool.flush()
        except OSError as error:
            known = f"a copy of standard input in {tempfile.gettempdir()}"
            raise unwritten(known, error) from None
        yield Path(spool.name)


def _take_records(
    session: Session,
    path: Path,
    name: str,
    side: Side | None,
    why: str | None,
    *,
    even_erased: bool,
    keep: bool,
    as_data: bool,
) -> None:
    from commitrack.store.staging import staged

    by = session.signature(why)
    known = "standard input" if name == "-" else name
    with staged(path, known) as found, store_or_none_kept(session, keep=keep) as store:
        taken = store.take_in(found, by, take=side, keep=keep, even_erased=even_erased)
    if keep and taken.whole:
        session.note(f"everything of {known} is taken over")
    if as_data:
        put(json_text(_as_json(taken)))
    _tell(taken, keep=keep)


def _tell(taken: TakenIn, *, keep: bool) -> None:
    """What came of it, and what is left to decide."""
    source = clean_line(taken.source)
    done = "done:" if keep else "would be done:"
    if taken.whole:
        say(f"{done} everything of {source} taken over: {_counted(taken.added)}")
    elif taken.added or taken.changed:
        parts = [f"{_counted(taken.added)} added"] if taken.added else []
        parts += [f"{_many(taken.changed, 'field', 'fields')} taken"] if taken.changed else []
        several = f" in {taken.parts} parts" if taken.parts > 1 else ""
        undo = f"{several} · undo with: {typed('undo')}" if taken.transaction else ""
        say(f"{done} import {source}: {'; '.join(parts)}{undo}")
    elif taken.completed and not taken.differences:
        say(f"{done} everything of {source} had come in already")
    elif taken.transaction or any(one.taken for one in taken.differences):
        say(f"{done} {_many(len(taken.differences), 'difference', 'differences')} settled")
    else:
        say(f"nothing changed: {source} has nothing new")
    for number in taken.completed:
        say(f"  with this, the import of transaction {number}, which was cut short, is complete")
    for line in _differences(taken.differences):
        say(line)
    for kept in taken.kept_out:
        say(f"  {clean_line(kept.record)} there stays out: {clean_line(kept.why)}")
    if kept_out := len(taken.kept_out):
        say(
            f"{_many(kept_out, 'record that was', 'records that were')} erased here: to let in "
            "what is meant to come back, import it again with --even-erased --why TEXT"
        )
    for worry in taken.worries:
        say(f"  look at {worry}")
    if taken.unsettled:
        say(
            f"{_many(len(taken.unsettled), 'difference', 'differences')} left as here: edit, or "
            "import it again with --take theirs or --take ours"
        )
    if not keep:
        say("dry run: nothing changed")


def _differences(found: Iterable[Difference]) -> Iterator[str]:
    every = tuple(found)
    for one in every[:_TOLD]:
        settled = "" if one.taken is None else f"; {one.taken} is taken"
        yield f"  {one.record} {one.field}: here {one.ours}, there {one.theirs}{settled}"
    if len(every) > _TOLD:
        yield f"  … and {len(every) - _TOLD} more (--json has all)"


def _counted(added: Mapping[str, int]) -> str:
    named = [_many(added[name], *words) for name, words in _NAMES.items() if added.get(name)]
    return ", ".join(named) or _many(sum(added.values()), "record", "records")


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _as_json(taken: TakenIn) -> dict[str, object]:
    def word(value: Difference, side: Side) -> dict[str, object]:
        said = value.ours if side is Side.OURS else value.theirs
        return {"value": said.value, "who": said.who, "when": plain(said.when)}

    return {
        "version": VERSION,
        "source": taken.source,
        "transaction": taken.transaction or None,
        "parts": taken.parts,
        "completed": list(taken.completed),
        "whole": taken.whole,
        "added": dict(taken.added),
        "changed": taken.changed,
        "differences": [
            {
                "record": one.record,
                "field": one.field,
                "ours": word(one, Side.OURS),
                "theirs": word(one, Side.THEIRS),
                "taken": None if one.taken is None else one.taken.value,
            }
            for one in taken.differences
        ],
        "kept_out": [{"record": one.record, "why": one.why} for one in taken.kept_out],
        "worries": list(taken.worries),
    }
