"""A sheet goes in with its columns in any order, all of it or nothing; no cell ever acts."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commitrack.intake.sheets import read_sheet
from commitrack.model.errors import BadInput
from commitrack.model.sheets import FIELDS, column
from tests.cli.filling import fill
from tests.cli.harness import CommandLine

ROWS = [
    ["Our lead", "What was said", "Target date", "Owners", "Status", "Comments"],
    ["ann", "We will open the pier, really", "30/6/2026", "Harbour Board; Ferries Ltd", "open", ""],
    ["bob", "We will count “birds”", "2027-01-31 00:00:00", "Staff side", "", "=1+1"],
]


def sheet(rows: list[list[str]] = ROWS, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.csv"
    path.write_bytes(sheet())
    return path


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """An open commitment and a candidate."""
    fill(run.store, "We will publish a plan", "We will train all staff")
    run.ok("accept", "C-1")
    return run


def test_columns_are_found_by_name_in_any_order(run: CommandLine, plan: Path) -> None:
    told = run.ok("import", str(plan)).err
    assert "2 added · undo with: commitrack undo" in told
    first, second = run.record("C-1"), run.record("C-2")
    assert first["quote"] == "We will open the pier, really"
    assert first["owners"] == ["Harbour Board", "Ferries Ltd"]
    assert (first["lead"], first["due"], first["status"]) == ("ann", "2026-06-30", "open")
    assert first["follow_up"] == "2026-05-31"
    assert (second["status"], second["due"], second["note"]) == ("candidate", "2027-01-31", "=1+1")
    assert second["title"] == "We will count “birds”"
    newest = run.ok("history", "--limit", "1").out
    assert f"import {plan}" in newest
    run.ok("undo")
    assert run.listed() == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_delimiter_and_the_encoding_are_told_from_the_file(
    run: CommandLine, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(sheet(delimiter=delimiter, encoding=encoding))
    told = run.ok("import", str(path)).err
    assert ("Windows-1252" in told) == (encoding == "cp1252")
    assert run.record("C-2")["quote"] == "We will count “birds”"
    assert run.record("C-1")["owners"] == ["Harbour Board", "Ferries Ltd"]


def test_a_line_that_names_the_delimiter_is_believed() -> None:
    found = read_sheet(b"sep=|\r\nquote|lead\r\nWe will, truly|ann\r\n")
    assert (found.delimiter, found.rows) == ("|", ((3, ("We will, truly", "ann")),))


def test_a_dry_run_shows_what_each_row_would_come_to(filled: CommandLine, plan: Path) -> None:
    before = filled.ok("export").out
    told = filled.ok("import", str(plan), "--dry-run").err
    assert "columns: lead, quote, due, owner, status, note" in told
    assert "line 2: new added: We will open the pier, really" in told
    assert "owner: Harbour Board and Ferries Ltd" in told
    assert "dry run: nothing changed" in told
    assert filled.ok("export").out == before


def test_bad_rows_are_listed_by_line_and_nothing_is_imported(
    filled: CommandLine, tmp_path: Path
) -> None:
    rows = [
        ["id", "quote", "due", "owner", "status", "statement", "priority", "why"],
        ["", "A good row\nover two lines", "", "Board", "open", "", "", ""],
        ["", "Bad date", "2026-13-40", "", "", "", "", ""],
        ["", "No owner", "", "", "open", "", "", ""],
        ["", "Wrong status", "", "", "opne", "", "", ""],
        ["", "No evidence", "", "Board", "in progress", "", "", ""],
        ["C-99", "", "", "Board", "", "", "", ""],
        ["X-1", "", "", "Board", "", "", "", ""],
        ["", "Not in it", "", "", "", "S-1", "", ""],
        ["", "", "", "Board", "", "", "", ""],
        ["", "Too dear", "", "", "", "", "9", ""],
        ["C-1", "Other words", "", "", "", "", "", ""],
        ["", "Too wide", "", "", "", "", "", "", "spare"],
        ["", "Bad date", "", "", "", "", "", ""],
    ]
    path = tmp_path / "bad.csv"
    path.write_bytes(sheet(rows))
    before = filled.ok("export").out
    outcome = filled("import", str(path))
    assert outcome.code == 2
    for words in (
        "line 4: due: 2026-13-40",
        "line 6: status: 'opne' is not one of",
        "did you mean 'open'?",
        "line 9: 'X-1' is not an ID",
        "line 10: “Not in it” does not stand in S-0001",
        "line 11: has neither an ID nor a quote or a title",
        "line 12: priority: '9'",
        "line 14: has 9 cells under 8 headings: a cell with a comma",
    ):
        assert words in outcome.err
    last = outcome.err.splitlines()[-1]
    assert last.startswith(f"commitrack: {path}: 7 of 13 rows cannot be used (line 4")
    assert last.endswith("nothing was imported")
    assert filled.ok("export").out == before
    kept = [one for n, one in enumerate(rows) if n in (0, 1, 3, 5, 6, 11)]
    path.write_bytes(sheet(kept))
    outcome = filled("import", str(path))
    assert outcome.code == 2
    for words in ("line 4: ", "needs an owner", "line 5: ", "needs evidence", "line 6: C-0099"):
        assert words in outcome.err, outcome.err
    assert "line 7: C-0001 is in other words" in outcome.err
    assert filled.ok("export").out == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"quote,colour\nx,red\n", "no column is called 'colour'"),
        (b"quote,ownr\nx,red\n", "did you mean 'owner'?"),
        (b"quote,promise\nx,y\n", "two columns are both the quote"),
        (b"owner,lead\nx,y\n", "names no column quote, title or id"),
        (b"x" * 3_000_000, "no line that names its columns"),
        (b"x" * 90_000, "no column is called 'xxx"),
        (b'quote,due\n"a\nb",\n"We will,2026-05-01\nWe must,\n', "line 4: a quotation mark opens"),
        (b'sep=;\nquote;due\n"We will;2026-05-01\n', "line 3: a quotation mark opens"),
        (b'quote,"due\nWe will,\n', "no column is called"),
        (b"PK\x03\x04" + bytes(range(256)) * 9, "save the sheet as CSV and import that"),
        (b"\xd0\xcf\x11\xe0" + bytes(range(256)) * 9, "save the sheet as CSV and import that"),
        (b"\x1f\x8b" + bytes(range(256)) * 9, "gunzip -c FILE | commitrack import -"),
        (b"quote\n" + b'"' + b"x" * 2_000_000, "line 2 cannot be read as cells"),
        (b"quote\n" + b"x" * 30_000, "at most 20000 fit"),
        (b"\x00\x01\x02" * 500, "is binary data"),
        (b"quote\n" + b"\x00" * 4000, "is binary data"),
        (b"\xef\xbb\xbfquote\n\xff\xff", "does not decode"),
        (b"id,lead\nC-1,ann\nC-1,bob\n", "is about the same commitment as line 2"),
    ],
)
def test_a_file_that_is_no_sheet_is_named_and_changes_nothing(
    filled: CommandLine, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "hostile.csv"
    path.write_bytes(content)
    before = filled.ok("export").out
    outcome = filled("import", str(path))
    assert outcome.code == 2
    assert words in outcome.err
    assert "nothing was imported" in outcome.err
    assert "\x1b" not in outcome.err
    assert max(map(len, outcome.err.splitlines())) < 400
    assert filled.ok("export").out == before


def test_a_missing_file_is_named_and_not_found(filled: CommandLine, tmp_path: Path) -> None:
    for name in ("no.csv", "no.jsonl", "no.db"):
        outcome = filled("import", str(tmp_path / name))
        assert (outcome.code, outcome.err.count("\n")) == (3, 1)
        assert f"{name} cannot be read: No such file" in outcome.err


def test_a_row_with_an_id_changes_what_differs_and_an_empty_cell_says_nothing(
    filled: CommandLine, tmp_path: Path
) -> None:
    filled.ok("set", "C-1", "due=2026-06-30", "topic=safety")
    path = tmp_path / "edited.csv"
    path.write_bytes(sheet([["ID", "due", "topic", "lead"], ["c-1", "2026-06-30", "", "ann"]]))
    told = filled.ok("import", str(path), "--dry-run").err
    assert "lead: none → ann" in told
    filled.ok("import", str(path))
    record = filled.record("C-1")
    assert (record["lead"], record["topic"], record["due"]) == ("ann", "safety", "2026-06-30")
    assert "1 as it is on record" in filled.ok("import", str(path)).err
    path.write_bytes(sheet([["ID", "due"], ["c-1", "2026-12-31"]]))
    outcome = filled("import", str(path))
    assert (outcome.code, "needs a reason" in outcome.err) == (2, True)
    filled.ok("import", str(path), "--why", "consultation extended")
    assert filled.record("C-1")["date_moves"][0]["reason"] == "consultation extended"


def test_a_list_goes_into_a_sheet_and_back_without_a_change(
    filled: CommandLine, tmp_path: Path
) -> None:
    filled.ok("set", "C-1", "owner=NHS Employers;Staff side", "note==HYPERLINK(1)", "topic=-x")
    filled.ok("set", "C-2", "title=@SUM(1)", "tags=b a")
    path = tmp_path / "list.csv"
    columns = ",".join(("id", "status", "rag", "due", "owner", "topic", "quote", "title", "tag"))
    path.write_text(filled.ok("list", f"cols:{columns}", "--format", "csv").out, "utf-8")
    assert "'@SUM(1)" in path.read_text("utf-8")
    assert "'-x" in path.read_text("utf-8")
    told = filled.ok("import", str(path)).err
    assert "nothing changed" in told
    assert "2 as it is on record" in told
    assert "left out, since they are worked out: rag" in told


def test_a_cell_that_looks_like_a_formula_is_a_text_and_leaves_as_one(
    run: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "evil.csv"
    evil = '=cmd|"/c calc"!A1'
    path.write_bytes(sheet([["quote", "topic", "owner"], [evil, "+1", "@x"]]))
    run.ok("import", str(path))
    record = run.record("C-1")
    assert (record["quote"], record["topic"], record["owners"]) == (evil, "+1", ["@x"])
    out = run.ok("list", "cols:quote,topic,owner", "--format", "csv").out.splitlines()[1]
    assert all(cell.startswith("'") for cell in next(csv.reader([out])))


@pytest.mark.parametrize(("order", "due"), [(("--dates", "mdy"), "2026-03-04"), ((), "2026-04-03")])
def test_dates_are_read_in_the_order_that_was_said(
    run: CommandLine, tmp_path: Path, order: tuple[str, ...], due: str
) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(sheet([["quote", "due"], ["We will act", "3/4/2026"]]))
    run.ok("import", str(path), *order)
    assert run.record("C-1")["due"] == due


def test_the_order_of_dates_is_a_setting(run: CommandLine, tmp_path: Path) -> None:
    run.ok("config", "set", "dates", "MDY")
    path = tmp_path / "plan.csv"
    path.write_bytes(sheet([["quote", "due"], ["We will act", "3/4/2026"]]))
    run.ok("import", str(path))
    assert run.record("C-1")["due"] == "2026-03-04"
    assert run("config", "set", "dates", "ymd").code == 2


def test_a_row_that_names_a_statement_stands_in_it(filled: CommandLine, tmp_path: Path) -> None:
    filled.ok("add", "-", stdin="The pier is old.\nWe will mend\nthe pier soon.\n")
    path = tmp_path / "plan.csv"
    path.write_bytes(sheet([["quote", "statement"], ["The pier is old.", "S-2"]]))
    filled.ok("import", str(path))
    (number,) = filled.listed("statement:S-2", "pier", "old")
    record = filled.record(number)
    assert record["quote"] == "The pier is old."
    assert (record["mentions"][0]["start"], record["mentions"][0]["end"]) == (0, 16)


def test_the_same_sheet_a_second_time_adds_nothing(run: CommandLine, plan: Path) -> None:
    run.ok("import", str(plan))
    before = run.ok("export").out
    told = run.ok("import", str(plan)).err
    assert "2 on record in these words already" in told
    assert run.ok("export").out == before


def test_a_sheet_is_described_as_data(run: CommandLine, plan: Path) -> None:
    found = run.ok("import", str(plan), "--dry-run", "--json").json
    assert [one["result"] for one in found["rows"]] == ["added", "added"]
    assert found["columns"][0] == "lead"
    assert not run.store.exists()


def test_a_sheet_takes_no_side_and_an_export_no_order_of_dates(
    run: CommandLine, plan: Path, tmp_path: Path
) -> None:
    assert run("import", str(plan), "--take", "ours").code == 2
    export = tmp_path / "x.jsonl"
    export.write_text("{}\n")
    assert run("import", str(export), "--dates", "mdy").code == 2


def test_every_field_is_the_name_of_a_column() -> None:
    for name in FIELDS:
        assert column(name) == column(f" {name.replace('_', '-').upper()}: ") == name


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_a_sheet_or_are_refused(data: bytes) -> None:
    for content in (data, b"quote,lead\n" + data):
        try:
            read_sheet(content)
        except BadInput as error:
            assert "\n" not in str(error)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    cells=st.lists(
        st.tuples(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)),
        min_size=1,
        max_size=5,
    ),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_cells_come_in_as_they_were_written(cells: list[tuple[str]], delimiter: str) -> None:
    rows = [["quote", "lead"], *([cell, "ann"] for (cell,) in cells)]
    found = read_sheet(sheet(rows, delimiter, "utf-8-sig"))
    assert [row[0] for _, row in found.rows] == [
        cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell for (cell,) in cells
    ]
