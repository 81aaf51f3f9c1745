"""J15: the pack for Monday's meeting: nine sections, the same numbers in every form and in list."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

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


def test_the_forms_say_the_same(signed_off: CommandLine, tmp_path: Path) -> None:
    for form in FORMS:
        signed_off.ok("report", "weekly", "--format", form, "-o", str(tmp_path / f"w.{form}"))
    data = json.loads((tmp_path / "w.json").read_text("utf-8"))
    status = next(one for one in data["sections"] if one["key"] == "by_status")
    assert {part["label"]: part["count"] for part in status["parts"] if part["count"]} == {
        "open": 2,
        "delivered": 1,
    }
    rows = list(csv.reader(io.StringIO((tmp_path / "w.csv").read_text("utf-8"))))
    assert ["delivered", "1", "1"] in rows
    assert "| delivered | 1 | +1 |" in (tmp_path / "w.md").read_text("utf-8")
    assert "<dt>delivered</dt><dd>1 +1</dd>" in (tmp_path / "w.html").read_text("utf-8")
    assert (tmp_path / "w.xlsx").read_bytes()[:2] == b"PK"


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
