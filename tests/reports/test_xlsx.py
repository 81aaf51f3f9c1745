"""The spreadsheet, read by another library than the one that writes it."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import Any

import openpyxl
import pytest

from commitrack.model.actions import SetFields
from commitrack.model.errors import CommitrackError
from commitrack.reports import Report, build, render_file
from commitrack.reports.frame import Column, Counts, Fact, Facts, Table
from commitrack.store import Store
from tests.reports.conftest import HOSTILE, LENS, TODAY, accept, do, propose


def report(*rows: tuple[Any, ...]) -> Report:
    columns = (Column("name", "name"), Column("day", "day"), Column("days", "days"))
    return Report(
        "small",
        "Small",
        TODAY,
        "place",
        "",
        ("What it means.",),
        (
            Table("rows", "Rows: [all] of them? With a very long name", columns, rows),
            Table("rows2", "Rows: [all] of them? With a very long name, again", columns, ()),
            Counts("parts", "Parts", (("a", 1), ("b", 2)), 3, "things", changes=(1, -1)),
            Facts("facts", "Facts", (Fact("day", "day", TODAY), Fact("none", "none", None))),
        ),
    )


def book(made: Report) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render_file(made, "xlsx")))


def test_a_sheet_a_section_with_a_frozen_head_and_filters() -> None:
    found = book(report(("A", TODAY, 3)))
    assert len(found.sheetnames) == 5
    assert found.sheetnames[0] == "About"
    assert len({name.casefold() for name in found.sheetnames}) == 5
    assert all(len(name) <= 31 for name in found.sheetnames)
    rows = found.worksheets[1]
    assert rows.freeze_panes == "A2"
    assert rows.auto_filter.ref == "A1:C2"
    assert [cell.value for cell in rows[1]] == ["name", "day", "days"]


def test_dates_and_numbers_are_dates_and_numbers() -> None:
    rows = book(report(("A", TODAY, -3), ("B", date(1850, 1, 1), None))).worksheets[1]
    assert rows["B2"].value.date() == TODAY
    assert rows["B2"].is_date
    assert (rows["C2"].value, rows["C2"].data_type) == (-3, "n")
    assert (rows["B3"].value, rows["C3"].value) == ("1850-01-01", None)
    counts = book(report()).worksheets[3]
    assert [cell.value for cell in counts[2]] == ["a", 1, 1]
    assert [cell.value for cell in counts[4]] == ["total things", 3, 0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "12", "https://x.org"])
def test_a_text_is_nothing_but_a_text(text: str) -> None:
    cell = book(report((text, None, None))).worksheets[1]["A2"]
    assert (cell.value.strip(), cell.data_type) == (text.strip(), "s")
    assert cell.hyperlink is None


def test_the_same_report_is_the_same_bytes(store: Store) -> None:
    propose(store, f"We will {HOSTILE} act")
    accept(store, 1, date(2026, 2, 1), None)
    do(store, 1, SetFields({"due": date(2026, 2, 20)}, why=HOSTILE))
    made = build("slippage", store, LENS)
    assert render_file(made, "xlsx") == render_file(made, "xlsx")
    values = [cell.value for sheet in book(made) for row in sheet.iter_rows() for cell in row]
    assert any("act" in str(value) for value in values)


def test_any_other_form_is_its_bytes() -> None:
    assert render_file(report(), "md").startswith(b"# Small\n")


@pytest.mark.parametrize(
    "text",
    [
        *("<r>bold</r>", "<r><t>x</r>", "<r></r>", "<t>&amp;</t>", "]]>", "a & b", "_x0041_"),
        *("  leading", "trailing ", "two\nlines", "\U0001f600", "e\u0301", "'", '"'),
    ],
)
def test_no_text_is_markup_and_none_is_changed(text: str) -> None:
    assert book(report((text, None, None))).worksheets[1]["A2"].value == text


def test_without_the_library_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(CommitrackError, match=r"pip install 'commitrack\[xlsx\]'"):
        render_file(report(), "xlsx")
