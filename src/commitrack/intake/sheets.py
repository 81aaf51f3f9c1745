"""A sheet from a file: decoded, its columns found by name, its rows read cell by cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from itertools import islice

from commitrack.intake.by_hand import by_hand, find_words
from commitrack.model.actions import FieldValue
from commitrack.model.encodings import GZIP
from commitrack.model.errors import BadInput, CommitrackError
from commitrack.model.fields import RULES, parse_field
from commitrack.model.house import DateOrder, house, living_by
from commitrack.model.ids import parse_commitment_id, parse_statement_id
from commitrack.model.inert import csv_cell
from commitrack.model.sheets import (
    ID,
    QUOTE,
    STATEMENT,
    STATUS,
    WHY,
    BadRow,
    BadRows,
    SheetRow,
    column,
)
from commitrack.model.statements import Mention, Statement
from commitrack.model.status import Status
from commitrack.sources.decoding import decode

DELIMITERS = (",", ";", "\t")
_MARKS = {",": "a comma", ";": "a semicolon", "\t": "a tab"}
LIMIT_BYTES = 64_000_000
_CELL_LIMIT = 1_000_000
"""Characters of a cell."""
_QUOTE_LIMIT = 20_000
_WHY_LIMIT = 400
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files begin that spreadsheet programs save: .xlsx and .ods, and the older .xls."""
_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00(?:\.0+)?)?\s*$")
"""The time that some programs write after every date."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with headings, and how it was read."""

    columns: Mapping[str, int]
    """The place of each field that there is a column for."""
    left_out: tuple[str, ...]
    """Headings of columns that are worked out, and so are not read."""
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Each row with the line that it begins on; empty ones left out."""
    width: int
    """How many headings there are."""
    encoding: str
    delimiter: str


def read_sheet(data: bytes) -> Sheet:
    """The sheet in a file of cells; `BadInput` says what keeps it from being one."""
    if len(data) > LIMIT_BYTES:
        raise BadInput(f"is larger than {LIMIT_BYTES // 1_000_000} MB")
    _require_text(data)
    decoded = decode(data)
    text = decoded.text
    if not text.strip():
        raise BadInput("is empty: the first line must name its columns")
    said = re.match(r'"?sep=(.)"?\r?\n', text, re.IGNORECASE)
    if said is not None:
        table = _table(text[said.end() :], said[1], 1)
        mark = said[1]
    else:
        tried = [(_table(text, mark, 0), mark) for mark in DELIMITERS]
        table, mark = max(tried, key=lambda one: _known(next(iter(one[0]), (0, ()))[1]))
    sheet = _sheet(table, decoded.encoding, mark)
    _require_closed(text, table[-1][0], mark)
    return sheet


def _require_text(data: bytes) -> None:
    """Refuse what people take for a sheet and is none, with what makes one of it."""
    if data.startswith(_SPREADSHEETS):
        raise BadInput("is no text of cells: save the sheet as CSV and import that")
    if data.startswith(GZIP):
        raise BadInput("is compressed: unpack it, as in gunzip -c FILE | commitrack import -")


def _require_closed(text: str, last: int, delimiter: str) -> None:
    """Refuse a last row in which a quotation mark is never closed: it holds all rows after it."""
    row = islice(io.StringIO(text, newline=""), last - 1, None)
    try:
        for _ in csv.reader(row, delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        if "end of data" in str(error):
            raise BadInput(
                f"line {last}: a quotation mark opens a cell there and is never closed"
            ) from None


def _known(headings: Sequence[str]) -> tuple[int, int]:
    """How many headings mean something, and how many there are: what tells the delimiter."""
    found = 0
    for heading in headings:
        try:
            column(heading)
            found += 1
        except BadInput:
            continue
    return found, len(headings)


def _table(text: str, delimiter: str, before: int) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that hold anything, each with its line."""
    csv.field_size_limit(_CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line = before + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(map(_bare, cells))))
            line = before + reader.line_num + 1
    except csv.Error as error:
        if rows:
            raise BadInput(f"line {line} cannot be read as cells ({error})") from None
    return rows


def _bare(cell: str) -> str:
    """A cell without the apostrophe that made it inert for a spreadsheet; always a text."""
    return cell[1:] if cell.startswith("'") and csv_cell(cell[1:]) == cell else cell


def _sheet(table: Sequence[tuple[int, tuple[str, ...]]], encoding: str, delimiter: str) -> Sheet:
    if not table:
        raise BadInput("has no line that names its columns")
    line, headings = table[0]
    columns: dict[str, int] = {}
    left_out: list[str] = []
    for place, heading in enumerate(headings):
        if not heading.strip():
            continue
        try:
            name = column(heading)
        except BadInput as error:
            raise BadInput(f"line {line}: {error}") from None
        if name is None:
            left_out.append(heading.strip())
        elif name in columns:
            raise BadInput(f"line {line}: two columns are both the {name.replace('_', ' ')}")
        else:
            columns[name] = place
    if not {ID, QUOTE, "title"} & set(columns):
        raise BadInput(f"line {line}: names no column quote, title or id, one of which is needed")
    return Sheet(columns, tuple(left_out), tuple(table[1:]), len(headings), encoding, delimiter)


def sheet_rows(
    sheet: Sheet,
    today: date,
    order: str,
    statement: Callable[[int], Statement],
    name: str,
) -> tuple[SheetRow, ...]:
    """What each row asks for; `BadRows` lists every one that cannot be read.

    `order` is what 3/4/2026 means, and `statement` gives a stored statement by its number.
    """
    reading = _Reading(sheet, today, statement)
    found: list[SheetRow] = []
    bad: list[BadRow] = []
    with living_by(replace(house(), dates=DateOrder(order))):
        for line, cells in sheet.rows:
            try:
                found.append(reading.row(line, cells))
            except CommitrackError as error:
                bad.append(BadRow(line, str(error)))
    if bad:
        raise BadRows(bad, len(sheet.rows), name)
    return tuple(found)


class _Reading:
    """The reading of one sheet, row after row."""

    def __init__(self, sheet: Sheet, today: date, statement: Callable[[int], Statement]) -> None:
        self._sheet = sheet
        self._today = today
        self._statement = statement
        self._met: dict[object, int] = {}

    def row(self, line: int, cells: Sequence[str]) -> SheetRow:
        """What a row asks for; raises for the first cell that says nothing that can be done."""
        if any(cell.strip() for cell in cells[self._sheet.width :]):
            mark = _MARKS.get(self._sheet.delimiter, self._sheet.delimiter)
            raise BadInput(
                f"has {len(cells)} cells under {self._sheet.width} headings: a cell with {mark} in "
                "it needs quotation marks around it"
            )
        said = {
            name: cells[place]
            for name, place in self._sheet.columns.items()
            if place < len(cells) and cells[place].strip()
        }
        number = parse_commitment_id(said[ID]) if ID in said else None
        values = dict(self._values(said))
        quote = " ".join(said.get(QUOTE, "").split()) or (
            "" if number is not None else str(values.get("title") or "")
        )
        if number is None and not quote:
            raise BadInput("has neither an ID nor a quote or a title")
        if len(quote) > _QUOTE_LIMIT:
            raise BadInput(f"quote: has {len(quote)} characters; at most {_QUOTE_LIMIT} fit")
        home, mention = self._place(said, quote) if number is None else (None, None)
        quote = quote if mention is None else mention.quote
        self._require_once(line, number or (home, quote))
        why = " ".join(said.get(WHY, "").split()) or None
        if why is not None and len(why) > _WHY_LIMIT:
            raise BadInput(f"why: has {len(why)} characters; at most {_WHY_LIMIT} fit")
        return SheetRow(line, number, quote, home, mention, values, _status(said), why)

    def _values(self, said: Mapping[str, str]) -> Iterator[tuple[str, FieldValue]]:
        for name, text in said.items():
            if name in RULES:
                dated = name in ("due", "follow_up")
                typed = _MIDNIGHT.sub("", text) if dated else text
                yield name, parse_field(name, typed, self._today)

    def _place(self, said: Mapping[str, str], quote: str) -> tuple[int | None, Mention | None]:
        """The statement that a row names, and where its words stand in it."""
        if STATEMENT not in said:
            return None, None
        number = parse_statement_id(said[STATEMENT])
        statement = self._statement(number)
        start, end = find_words(statement, quote)
        return number, by_hand(statement, start, end).mention

    def _require_once(self, line: int, key: object) -> None:
        before = self._met.setdefault(key, line)
        if before != line:
            raise BadInput(f"is about the same commitment as line {before}")


def _status(said: Mapping[str, str]) -> Status | None:
    if STATUS not in said:
        return None
    word = "_".join(re.split(r"[\s_-]+", said[STATUS].strip().lower()))
    names = [one.value for one in Status]
    if word not in names:
        near = get_close_matches(word, names, 1)
        hint = f": did you mean {near[0]!r}?" if near else ""
        raise BadInput(f"status: {said[STATUS].strip()!r} is not one of {', '.join(names)}{hint}")
    return Status(word)
