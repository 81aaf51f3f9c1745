"""``import`` of a sheet: what each row would come to, and which rows cannot be used."""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.typed import typed
from commitrack.cli.wire import VERSION
from commitrack.homes import at_home
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, NotFound, with_outcome
from commitrack.model.ids import commitment_id
from commitrack.model.inert import json_text
from commitrack.model.sheets import BadRows, RowOutcome, RowResult

if TYPE_CHECKING:
    from commitrack.intake.sheets import Sheet
    from commitrack.store import Store

_TOLD = 20
"""Rows that are spelled out after an import; a dry run spells out all."""
_BAD_TOLD = 100
_WORDS = {
    RowResult.ADDED: "added",
    RowResult.CHANGED: "changed",
    RowResult.SAME: "as it is on record",
    RowResult.KNOWN: "on record in these words already",
}


def import_sheet(
    session: Session,
    path: Path,
    name: str,
    dates: str | None,
    why: str | None,
    *,
    keep: bool,
    as_data: bool,
) -> None:
    """Put the rows of a sheet on record, or say what they would come to."""
    from commitrack.intake.sheets import read_sheet, sheet_rows

    known = "standard input" if name == "-" else name
    order = dates or session.settings.get("dates").value
    try:
        sheet = read_sheet(path.read_bytes())
    except FileNotFoundError as error:
        raise NotFound(f"{known} cannot be read: {error.strerror}") from None
    except OSError as error:
        raise BadInput(f"{known} cannot be read: {error.strerror or error}") from None
    except BadInput as error:
        raise BadInput(with_outcome(f"{known} {error}", "nothing was imported")) from None
    by = session.signature(why)
    with store_or_none_kept(session, keep=keep) as store:
        try:
            rows = sheet_rows(sheet, session.today, order, store.statement, known)
            rows = tuple(replace(row, why=row.why or why) for row in rows)
            outcomes = store.file_rows(rows, by, known, keep=keep)
        except BadRows as error:
            for row in error.rows[:_BAD_TOLD]:
                say(f"  {clean_line(str(row))}")
            if len(error.rows) > _BAD_TOLD:
                say(f"  … and {len(error.rows) - _BAD_TOLD} more")
            raise
    if as_data:
        put(json_text(_as_json(known, sheet, outcomes, keep=keep)))
    _tell(known, sheet, outcomes, keep=keep)


@contextlib.contextmanager
def store_or_none_kept(session: Session, *, keep: bool) -> Iterator[Store]:
    """The store, made when there is none; a dry run makes none that stays."""
    if keep or at_home(session.place).exists():
        with session.store(create=keep) as store:
            yield store
        return
    from commitrack.store import open_store

    with tempfile.TemporaryDirectory(prefix="commitrack-") as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        try:
            yield store
        finally:
            store.close()


def _tell(name: str, sheet: Sheet, outcomes: Sequence[RowOutcome], *, keep: bool) -> None:
    if not keep:
        say(f"columns: {', '.join(sheet.columns)}")
    if sheet.left_out:
        say(f"columns left out, since they are worked out: {', '.join(sheet.left_out)}")
    if sheet.encoding == "windows-1252":
        say("read as Windows-1252, since it is not UTF-8: look at accents and dashes")
    told = outcomes if not keep else outcomes[:_TOLD]
    for one in told:
        number = (
            "new" if one.result is RowResult.ADDED and not keep else commitment_id(one.commitment)
        )
        say(f"  line {one.line}: {number} {_WORDS[one.result]}: {clean_line(one.title)}")
        for field, before, after in one.changes if not keep else ():
            say(f"    {field}: {after}" if not before else f"    {field}: {before} → {after}")
    if len(outcomes) > len(told):
        say(f"  … and {len(outcomes) - len(told)} more")
    count = Counter(one.result for one in outcomes)
    parts = [f"{count[result]} {words}" for result, words in _WORDS.items() if count[result]]
    summary = ", ".join(parts) or "no rows"
    written = count[RowResult.ADDED] or count[RowResult.CHANGED]
    if not keep:
        say(f"would be done: import {clean_line(name)}: {summary}")
        say("dry run: nothing changed")
    elif written:
        say(f"done: import {clean_line(name)}: {summary} · undo with: {typed('undo')}")
    else:
        say(f"nothing changed: {clean_line(name)}: {summary}")


def _as_json(
    name: str, sheet: Sheet, outcomes: Sequence[RowOutcome], *, keep: bool
) -> dict[str, object]:
    return {
        "version": VERSION,
        "source": name,
        "dry_run": not keep,
        "columns": list(sheet.columns),
        "left_out": list(sheet.left_out),
        "encoding": sheet.encoding,
        "rows": [
            {
                "line": one.line,
                "result": one.result.value,
                "commitment": None
                if one.result is RowResult.ADDED and not keep
                else commitment_id(one.commitment),
                "title": one.title,
                "changes": [
                    {"field": field, "before": before, "after": after}
                    for field, before, after in one.changes
                ],
            }
            for one in outcomes
        ],
    }
