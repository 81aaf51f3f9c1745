"""A spreadsheet: a sheet for each part of the report, dates as dates, texts as nothing but texts.

The same report gives the same bytes: the file says that it was made on the day of the report.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from commitrack.model.cells import cell_width
from commitrack.model.cleaning import clean
from commitrack.model.errors import CommitrackError
from commitrack.reports.cells import counts_rows, headline, words
from commitrack.reports.frame import Counts, Facts, Report, Row, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NAME = 31
"""Characters of a sheet's name that a spreadsheet program takes."""
_CELL = 32_767
"""Characters that one cell takes."""
_ROWS = 1_048_576
"""Rows that one sheet takes."""
_WIDEST = 60
_FORBIDDEN = str.maketrans("[]:*?/\\'", "()··· ··")


def as_xlsx(report: Report) -> bytes:
    """The report as a workbook: the first sheet says what it is, the others have a part each.

    Raises `CommitrackError` when the library that writes it is not installed, and for a table that
    has more rows than a sheet takes.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise CommitrackError(
            "a spreadsheet needs the package XlsxWriter, which is not installed: "
            "pip install 'commitrack[xlsx]'"
        ) from None
    out = io.BytesIO()
    plain = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(out, plain) as book:
        made = datetime.combine(report.as_of, datetime.min.time())
        book.set_properties({"title": words(report.title), "created": made})
        _Writer(book).write(report)
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._head: Format = book.add_format({"bold": True, "bottom": 1})
        self._day: Format = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._text: Format = book.add_format({"num_format": "@", "text_wrap": True})
        for one in (self._head, self._day, self._text):
            one.set_align("top")
        self._names: set[str] = set()

    def write(self, report: Report) -> None:
        """A sheet that says what the report is, and one for each of its sections."""
        about: list[Row] = [("report", report.title), *headline(report)]
        about += [("legend", line) for line in report.legend]
        self._sheet("About", ("", ""), about, filters=False)
        for section in report.sections:
            match section:
                case Table():
                    heads = [column.heading or column.key for column in section.columns]
                    self._sheet(section.title, heads, section.rows)
                case Counts():
                    self._sheet(section.title, *_counts(section), filters=False)
                case Facts():
                    facts = [(one.label, one.value) for one in section.facts]
                    self._sheet(section.title, ("what", "value"), facts, filters=False)

    def _sheet(
        self, title: str, heads: Sequence[str], rows: Sequence[Row], *, filters: bool = True
    ) -> None:
        if len(rows) >= _ROWS:
            raise CommitrackError(
                f"{title} has {len(rows):,} rows, and a sheet takes {_ROWS - 1:,}: narrow the "
                "report down, or take --format csv"
            )
        sheet: Worksheet = self._book.add_worksheet(self._name(title))
        for place, head in enumerate(heads):
            sheet.write_string(0, place, words(head) if head else "", self._head)
        for at, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if not isinstance(cell, str):
                    self._cell(sheet, at, place, cell)
                elif cell:
                    self._words(sheet, at, place, clean(cell)[:_CELL])
        sheet.freeze_panes(1, 0)
        if filters and rows:
            sheet.autofilter(0, 0, len(rows), len(heads) - 1)
        for place, width in enumerate(_widths(heads, rows)):
            sheet.set_column(place, place, width)

    def _words(self, sheet: Worksheet, at: int, place: int, text: str) -> None:
        """A text as it is.

        XlsxWriter takes one from ``<r>`` to ``</r>`` for markup of its own making and puts it into
        the file unescaped, which no program can open then. In pieces it is a text.
        """
        if text.startswith("<r>") and text.endswith("</r>"):
            sheet.write_rich_string(at, place, *text[:2], text[2:], self._text)
        else:
            sheet.write_string(at, place, text, self._text)

    def _cell(self, sheet: Worksheet, at: int, place: int, cell: date | float | None) -> None:
        """A date as a date, a number as a number; any text is a text, whatever it begins with."""
        if cell is None:
            return
        if isinstance(cell, date):
            if cell.year < 1900:  # before the first day that a spreadsheet knows
                sheet.write_string(at, place, cell.isoformat(), self._text)
            else:
                sheet.write_datetime(
                    at, place, datetime.combine(cell, datetime.min.time()), self._day
                )
        else:
            sheet.write_number(at, place, cell)

    def _name(self, title: str) -> str:
        """A name that no other sheet has: what is too long is cut, what is taken gets a number."""
        plain = words(title).translate(_FORBIDDEN).strip("' ")[:_NAME] or "Sheet"
        name, number = plain, 2
        while name.casefold() in self._names:
            ending = f" {number}"
            name, number = f"{plain[: _NAME - len(ending)]}{ending}", number + 1
        self._names.add(name.casefold())
        return name


def _counts(counts: Counts) -> tuple[Sequence[str], Sequence[Row]]:
    rows = counts_rows(counts)
    if counts.changes:
        return (counts.unit, "count", "change"), rows
    return (counts.unit, "count"), [row[:2] for row in rows]


def _widths(heads: Sequence[str], rows: Sequence[Row]) -> Iterator[int]:
    """As wide as the widest of the first rows, within reason; long texts are folded."""
    for place, head in enumerate(heads):
        cells = [head, *(words(row[place]) for row in rows[:200] if row[place] is not None)]
        yield min(max(cell_width(one) for one in cells) + 2, _WIDEST)
