"""A quote from a document with pages cites its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import CommandLine
from tests.sources.making import Placed, eml, placed_pdf


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A PDF of two pages with a promise on each."""
    path = tmp_path / "report.pdf"
    words = ("Harrow Ferries will publish its plan.", "Harrow Ferries will appoint a director.")
    path.write_bytes(placed_pdf([[Placed(72, 700, line)] for line in words]))
    return str(path)


def test_a_commitment_names_the_page_of_its_quote(run: CommandLine, report: str) -> None:
    run.ok("add", report)
    assert "S-0001 page 1, line 1, characters 0–36" in run.ok("show", "C-0001").out
    assert "S-0001 page 2, line 3, characters 39–77" in run.ok("show", "C-0002").out


def test_the_table_of_a_statement_has_pages_where_it_has_any(
    run: CommandLine, report: str, tmp_path: Path
) -> None:
    run.ok("add", report)
    shown = run.ok("statement", "show", "S-0001")
    head = next(line for line in shown.out.splitlines() if line.startswith("ID"))
    assert head.split()[:4] == ["ID", "page", "line", "characters"]
    data = run.ok("statement", "show", "S-0001", "--json").json
    assert [one["page"] for one in data["mentions"]] == [1, 2]
    assert data["pages"] == [0, 39]
    assert "page  line" in run.ok("extract", report).out
    letter = tmp_path / "letter.txt"
    letter.write_text("Harrow Ferries will publish its prices.\n")
    assert "page" not in run.ok("add", str(letter)).out


def test_what_a_mail_says_of_itself_is_used_where_the_user_is_silent(
    run: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(eml("We will publish the plan within six months.\n", subject="Re: Plan"))
    found = run.ok("extract", str(path), "--json").json
    assert (found["date"], found["speaker"]) == ("2026-02-20", "Ada Quill")
    assert found["items"][0]["deadline"]["date"] == "2026-08-20"
    told = run.ok("extract", str(path), "--json", "--date", "2026-01-01").json
    assert told["date"] == "2026-01-01"
    run.ok("add", str(path))
    (statement,) = run.ok("statement", "list", "--json").json["statements"]
    assert (statement["title"], statement["said_on"]) == ("Plan", "2026-02-20")
