"""J15: the pack for Monday's meeting: nine sections, the same numbers in every form and in list."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import openpyxl
import pytest

from tests.cli.harness import CommandLine
from tests.journeys.steps import claim

FORMS = ("md", "csv", "json", "html", "xlsx")
ESCAPE = "\x1b"


@pytest.fixture
def signed_off(run: CommandLine) -> CommandLine:
    """After J12: claimed, sent back, claimed again and approved."""
    number = claim(run)
    run.ok("review", number, "--send-back", "the paper is a draft", "--as", "bob")
    run.ok(
        *("evidence", "add", number, "--source", "official", "--date", "2026-03-01"),
        *("--title", "=1+1", "--as", "ann"),
    )
    run.ok("claim", number, "--as", "ann")
    run.ok("review", number, "--approve", "--as", "bob")
    run.ok("set", number, "title==1+1")
    return run


def test_all_nine_sections_and_the_same_twice(
    signed_off: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = signed_off.ok("report", "weekly").out
    for number in range(1, 10):
        assert len(re.findall(rf"^{number}\. ", shown, re.MULTILINE)) == 1
    assert ESCAPE not in shown
    assert signed_off.ok("report", "weekly").out == shown
    titles = [
        one["title"] for one in signed_off.ok("list", "is:open", "--json").json["commitments"]
    ]
    soon = signed_off.ok("report", "weekly", "--today", "2026-05-25").out
    assert titles
    assert all(any(title in line for line in soon.splitlines()) for title in titles)


def test_the_numbers_agree_with_list(signed_off: CommandLine) -> None:
    sections = signed_off.ok("report", "weekly", "--json").json["sections"]
    checked = 0
    for section in sections:
        if "filter" in section:
            number = section.get("total", section.get("count"))
            rows = section.get("rows")
            if rows is not None:
                number = len({row["id"] for row in rows})
            assert number == len(signed_off.listed(section["filter"])), section["key"]
            checked += 1
    assert checked == 8
    decisions = next(one for one in sections if one["key"] == "decisions")["rows"]
    for row in decisions:
        assert row["number"] == len(signed_off.listed(row["filter"]))


def test_every_number_is_the_same_in_every_form_and_every_form_the_same_twice(
    signed_off: CommandLine, tmp_path: Path
) -> None:
    for folder in ("once", "again"):
        (tmp_path / folder).mkdir()
        for form in FORMS:
            path = tmp_path / folder / f"w.{form}"
            signed_off.ok("report", "weekly", "--format", form, "-o", str(path))
    once, again = (
        {form: (tmp_path / folder / f"w.{form}").read_bytes() for form in FORMS}
        for folder in ("once", "again")
    )
    assert once == again
    sections = [one for one in json.loads(once["json"])["sections"] if "parts" in one]
    assert {one["key"] for one in sections} >= {"by_status", "by_rag"}
    status = {part["label"]: part["count"] for part in sections[0]["parts"] if part["count"]}
    assert status == {"open": 2, "delivered": 1}
    cells = list(csv.reader(io.StringIO(once["csv"].decode())))
    sheets = openpyxl.load_workbook(io.BytesIO(once["xlsx"]))
    rows = [list(row) for sheet in sheets for row in sheet.iter_rows(values_only=True)]
    text = signed_off.ok("report", "weekly").out
    for section in sections:
        assert sum(part["count"] for part in section["parts"]) == section["total"]
        for part in section["parts"]:
            label, count, change = part["label"], part["count"], part.get("change")
            grown = [] if change is None else [change]
            assert [label, *map(str, (count, *grown))] in cells
            assert [label, count, *grown] in [row[: 2 + len(grown)] for row in rows]
            numbers = [str(count), *(f"{one:+d}" for one in grown)]
            spaced = " +".join(map(re.escape, (label, *numbers)))
            assert re.search(rf"^ *{spaced}$", text, re.MULTILINE)
            assert f"| {' | '.join((label, *numbers))} |" in once["md"].decode()
            assert f"<dt>{label}</dt><dd>{' '.join(numbers)}</dd>" in once["html"].decode()


def test_a_title_that_is_a_formula_is_inert_in_csv_and_exact_in_json(
    signed_off: CommandLine,
) -> None:
    number = next(
        one["id"]
        for one in signed_off.ok("list", "--json").json["commitments"]
        if one["title"] == "=1+1"
    )
    inert = signed_off.ok("report", "owner", "NHS Confederation", "--format", "csv").out
    assert "'=1+1" in inert
    exact = signed_off.ok("report", "audit", number, "--json").json
    facts = next(one for one in exact["sections"] if one["key"] == "commitment")["facts"]
    assert facts["title"] == "=1+1"


@pytest.mark.parametrize("width", ["40", "80", "160"])
def test_a_terminal_of_any_width_loses_nothing(
    signed_off: CommandLine, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = signed_off("report", "weekly", terminal=True).out
    assert max(map(len, shown.splitlines())) <= int(width)
    assert re.search(r"█", shown)
