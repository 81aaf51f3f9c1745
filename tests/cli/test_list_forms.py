"""What ``list`` prints: groups with totals, any column, every form, and never less than it says."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from commitrack.cli import list_forms, listed, tables
from commitrack.cli.list_forms import FORMATS
from commitrack.model.cells import cell_width
from commitrack.model.columns import COLUMNS
from commitrack.model.records import Commitment
from commitrack.query import FIELDS
from commitrack.store import histories
from commitrack.store.engine import Connection
from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine
from tests.cli.test_lists import CONTROLS, STYLES

OWNERS = ("Ash Trust", "Birch Board", "Cedar Council")


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine candidates of three owners; the first three, of the first owner, are open and late."""
    with pytest.MonkeyPatch.context() as patch:
        run = CommandLine(patch, tmp_path_factory.mktemp("filled"))
        for owner in OWNERS:
            fill(run.store, *(f"We will do thing {n} for {owner}" for n in range(3)), owner=owner)
        run.ok("accept", "C-1", "C-2", "C-3", "--due", "2026-03-01", "--lead", "ann")
    return run.store


@pytest.fixture
def filled(run: CommandLine, filled_once: Path) -> CommandLine:
    """The nine candidates, in a copy to work on."""
    run.store.parent.mkdir(mode=0o700, parents=True)
    shutil.copy(filled_once, run.store)
    return run


def _shown(run: CommandLine, columns: int, *arguments: str) -> list[str]:
    """The lines of a terminal of so many columns, without their styles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        outcome = run("list", *arguments, terminal=True)
    assert outcome.code == 0
    return STYLES.sub("", outcome.out).splitlines()


@pytest.mark.parametrize("columns", [20, 40, 80, 120, 200])
@pytest.mark.parametrize("query", ["is:open", "is:candidate", "cols:id,title,owner", "cols:title"])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(
    filled: CommandLine, columns: int, query: str
) -> None:
    lines = _shown(filled, columns, query)
    assert max(map(cell_width, lines)) <= columns
    rows = filled.ok("list", query).out.splitlines()[1:]
    assert set(" ".join(rows).split()) <= set(" ".join(lines).split())


def test_a_date_an_id_and_a_light_stay_in_one_piece(filled: CommandLine) -> None:
    text = "\n".join(_shown(filled, 40, "is:open"))
    for whole in ("C-0001", "2026-03-01", "▲ RED"):
        assert whole in text


def test_a_terminal_shows_a_screenful_and_says_of_how_many(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed, "SCREENFUL", 4)
    shown = filled("list", terminal=True)
    assert len(re.findall("C-000\\d", shown.out)) == 4
    assert shown.err == "4 of 9 shown; --limit 0 for all\n"
    whole = filled("list", "--limit", "0", terminal=True)
    assert (len(re.findall("C-000\\d", whole.out)), whole.err) == (9, "")
    piped = filled.ok("list")
    assert (piped.out.count("C-000"), piped.err) == (9, "")


def test_a_limit_of_the_query_is_lifted_by_the_option(filled: CommandLine) -> None:
    assert filled.ok("list", "limit:2").err == "2 of 9 shown; --limit 0 for all\n"
    assert filled.ok("list", "limit:2", "--limit", "0").out.count("C-000") == 9


def test_thousands_are_told_apart(filled: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_forms.Listing, "found", 1_234)
    assert "2 of 1,234 shown" in filled.ok("list", "--limit", "2").err


def test_every_group_has_its_size_and_all_of_them_the_total(filled: CommandLine) -> None:
    out = filled.ok("list", "--group", "owner", "--cols", "id,due").out
    assert re.findall(r"^owner: (.+) \((\d)\)$", out, re.MULTILINE) == [
        (owner, "3") for owner in OWNERS
    ]
    assert out.endswith("\nin all: 9\n")


def test_a_limit_cuts_the_last_group_alone_and_says_so(filled: CommandLine) -> None:
    out = filled.ok("list", "group:owner", "--limit", "5").out
    assert re.findall(r"^owner: .+ \((.+)\)$", out, re.MULTILINE) == ["3", "2 shown"]
    assert "in all: 5 of 9" in out


def test_of_several_owners_the_first_one_counts(filled: CommandLine) -> None:
    filled.ok("set", "C-1", "owner=Birch Board; Ash Trust")
    out = filled.ok("list", "--group", "owner", "--count").out
    assert [line.split() for line in out.splitlines()] == [
        ["owner", "count"],
        ["Ash", "Trust", "2"],
        ["Birch", "Board", "4"],
        ["Cedar", "Council", "3"],
        ["in", "all", "9"],
    ]


def test_a_group_has_one_heading_however_a_name_is_capitalised(filled: CommandLine) -> None:
    filled.ok("set", "C-1", "lead=Bob")
    filled.ok("set", "C-2", "lead=bob")
    out = filled.ok("list", "is:open", "group:lead").out
    assert re.findall(r"^lead: (\w+) \((\d)\)$", out, re.MULTILINE) == [("ann", "1"), ("Bob", "2")]


def test_the_groups_of_json_are_spelled_as_the_record_does(filled: CommandLine) -> None:
    filled.ok("evidence", "add", "C-1", "--source", "self", "--title", "Letter")
    filled.ok("status", "C-1", "in_progress")
    told = filled.ok("list", "is:open", "group:status", "--json").json
    assert told["group"] == "status"
    assert told["groups"] == [
        {"value": "in_progress", "count": 1},
        {"value": "open", "count": 2},
    ]
    assert sum(one["count"] for one in told["groups"]) == told["count"] == told["found"]
    none = filled.ok("list", "is:candidate", "group:lead", "--json").json
    assert none["groups"] == [{"value": None, "count": 6}]


def test_every_group_of_the_language_adds_up(filled: CommandLine) -> None:
    for field in (name for name, spec in FIELDS.items() if spec.groupable):
        told = filled.ok("list", f"group:{field}", "--count", "--json").json
        assert sum(one["count"] for one in told["groups"]) == told["count"] == 9, field
        assert len({one["value"] for one in told["groups"]}) == len(told["groups"]), field


def test_a_count_is_a_number_and_nothing_else(filled: CommandLine) -> None:
    assert filled.ok("list", "is:candidate", "--count").out == "6\n"
    assert filled.ok("list", "is:candidate", "limit:2", "--count").out == "6\n"
    assert filled.ok("list", "lead:nobody", "--count").out == "0\n"
    assert filled("list", "--count", terminal=True).out == "9\n"
    assert filled("list", "--count", "--format", "csv").code == 2


def test_cron_hears_of_a_match_by_the_exit_code(filled: CommandLine) -> None:
    late = filled("list", "is:overdue", "--fail-on")
    assert (late.code, late.out.count("C-000")) == (1, 3)
    assert filled("list", "is:overdue", "--count", "--fail-on").code == 1
    assert filled("list", "is:overdue", "--format", "ids", "--fail-on").code == 1
    assert filled("list", "status:claimed", "--fail-on").code == 0
    assert filled("list", "statsu:claimed", "--fail-on").code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_has_every_commitment(filled: CommandLine, form: str) -> None:
    out = filled.ok("list", "--format", form).out
    assert set(re.findall(r"C-\d{4}", out)) == {f"C-{n:04}" for n in range(1, 10)}


def test_lines_of_json_are_what_the_array_holds(filled: CommandLine) -> None:
    lines = filled.ok("list", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == filled.ok("list", "--json").json["commitments"]


def test_a_list_in_parts_is_laid_out_as_if_written_in_one(filled: CommandLine) -> None:
    for query in (["lead:nobody"], ["limit:1"], ["group:owner"]):
        out = filled.ok("list", *query, "--json").out
        assert out == json.dumps(json.loads(out), indent=2, ensure_ascii=False) + "\n"


def test_csv_and_tsv_always_have_the_same_columns(filled: CommandLine) -> None:
    late, early = (
        filled.ok("list", query, "--format", "csv").out.splitlines()[0]
        for query in ("is:overdue", "is:candidate")
    )
    assert late == early
    tabs = filled.ok("list", "is:candidate", "--format", "tsv").out.splitlines()[0]
    assert tabs.split("\t") == early.split(",")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_spreadsheet_runs_nothing_and_no_cell_breaks_its_row(run: CommandLine, form: str) -> None:
    fill(run.store, '=HYPERLINK("http://x")', "@SUM(A1)\tb\nc", "-1+1", HOSTILE, owner="+44")
    out = run.ok("list", "--cols", "id,quote,owner,title", "--format", form).out
    rows = list(csv.reader(io.StringIO(out), delimiter="\t" if form == "tsv" else ","))
    assert {len(row) for row in rows} == {4}
    assert len(rows) == 5
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert not CONTROLS.search(out.replace("\t", ""))


def test_every_column_can_be_shown(filled: CommandLine) -> None:
    for column in COLUMNS:
        out = filled.ok("list", "--cols", f"id,{column}", "is:open").out
        assert len(out.splitlines()) == 4


def test_every_field_of_a_commitment_is_a_column() -> None:
    called = {
        "owners": "owner",
        "due_original": "original",
        "last_checked": "checked",
        "tags": "tag",
        "number": "id",
    }
    missing = {called.get(one.name, one.name) for one in dataclasses.fields(Commitment)} - set(
        COLUMNS
    )
    assert missing == {"version"}  # the transaction, which no person reads: JSON has it


def test_columns_go_by_the_names_and_aliases_of_the_language(filled: CommandLine) -> None:
    out = filled.ok("list", "--cols", "ID, Follow-Up,due_original,id", "limit:1").out
    assert out.splitlines()[0].split() == ["ID", "follow-up", "first", "due"]
    wrong = filled("list", "--cols", "id,titel")
    assert wrong.code == 2
    assert "did you mean 'title'?" in wrong.err


@pytest.mark.parametrize("typed", [("c2",), ("C-2",), ("C-0002",), ("id:2",), ("c2", "is:open")])
def test_an_id_finds_its_commitment_however_it_is_written(
    filled: CommandLine, typed: tuple[str, ...]
) -> None:
    assert filled.ok("list", *typed, "--format", "ids").out == "C-0002\n"


def test_several_ids_find_each_of_them(filled: CommandLine) -> None:
    for typed in (("C-0002", "c3"), ("c2,c3",), ("id:c2,c3",), ("c2 OR c3",)):
        assert filled.ok("list", *typed, "--format", "ids").out == "C-0002\nC-0003\n"
    assert filled("list", "c2", "AND", "c3").code == 2
    assert filled.ok("list", '"c2"').err == "no commitment matches\n"


def test_the_days_of_the_history_are_read_once_for_a_page_of_rows(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    days = histories.days_on_record

    def counted(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[date, date]]:
        read.append(len(numbers))
        return days(connection, numbers)

    monkeypatch.setattr(histories, "days_on_record", counted)
    out = filled.ok("list", "--cols", "id,created,changed").out
    assert [line.split()[1:] for line in out.splitlines()[1:]] == [
        *[["2026-03-01", "2026-03-02"]] * 3,
        *[["2026-03-01", "2026-03-01"]] * 6,
    ]
    assert read == [9]
    filled.ok("list", "--cols", "id,due")
    assert read == [9]


def test_a_long_table_in_a_pipe_is_written_block_by_block() -> None:
    taken = 0

    def rows(number: int) -> Callable[[], object]:
        def made() -> object:
            nonlocal taken
            for n in range(number):
                taken += 1
                yield [str(n), "x" * (n // tables.BLOCK + 1), "end"]

        return made

    lines = tables.aligned(["a", "b", "c"], rows(3 * tables.BLOCK)())  # type: ignore[arg-type]
    assert next(lines).split() == ["a", "b", "c"]
    assert taken < tables.BLOCK
    assert sum(1 for _ in lines) == 3 * tables.BLOCK


def test_nothing_but_what_is_shown_is_read(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from commitrack.store.sqlite_store import SqliteStore

    read: list[int] = []
    look = SqliteStore.dossiers

    def noted(store: SqliteStore, numbers: list[int]) -> object:
        read.extend(numbers)
        return look(store, numbers)

    monkeypatch.setattr(SqliteStore, "dossiers", noted)
    filled.ok("list", "is:candidate", "--limit", "2", "--cols", "id,lint,rag")
    assert len(read) == 2
    read.clear()
    filled.ok("list", "--format", "ids")
    filled.ok("list", "--count")
    assert read == []


def test_a_long_table_on_a_terminal_has_its_headings_once(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "BLOCK", 2)
    lines = _shown(filled, 120)
    assert sum(line.startswith("ID ") for line in lines) == 1
    assert sum(line.startswith("C-000") for line in lines) == 9
