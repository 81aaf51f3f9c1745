"""``list``: queries from the shell, every format, and nothing harmful on the way out."""

from __future__ import annotations

import csv
import io
import re

import pytest

from commitrack.cli.list_forms import FORMATS
from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

STYLES = re.compile("\x1b\\[(?:0|1|2|1;31|31|32|33|94)m")
"""The styles that our own tables use on a terminal."""


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    """Three candidates, of which the second is accepted; the third is hostile."""
    fill(run.store, "We will publish a plan", "We will train all staff", HOSTILE)
    run.ok("accept", "C-2", "--due", "2026-03-01")
    return run


def test_a_piped_table_is_plain_and_whole(filled: CommandLine) -> None:
    lines = filled.ok("list").out.splitlines()
    assert lines[0].split() == [
        "ID",
        "status",
        "RAG",
        "due",
        "follow-up",
        "lead",
        *lines[0].split()[6:],
    ]
    assert [line[:6].strip() for line in lines] == ["ID", "C-0001", "C-0002", "C-0003"]
    assert "\x1b" not in "".join(lines)
    assert all(line == line.rstrip() for line in lines)


def test_the_clock_that_ran_out_is_named_when_there_is_one(filled: CommandLine) -> None:
    assert "1 day past due" in filled.ok("list", "is:overdue").out
    assert "past" not in filled.ok("list", "is:candidate").out


def test_a_terminal_folds_long_words_and_cuts_none(filled: CommandLine) -> None:
    quote = "A very long promise " * 12
    fill(filled.store, quote.strip(), title="Long")
    shown = filled("list", "is:candidate", terminal=True)
    assert shown.code == 0
    assert "…" not in shown.out
    assert all(len(line) <= 80 for line in STYLES.sub("", shown.out).splitlines())
    assert shown.out.count("promise") == 4  # the title, which is cut at 80 characters when made


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("terminal", [False, True])
def test_hostile_words_reach_no_terminal(filled: CommandLine, form: str, terminal: bool) -> None:
    out = filled("list", "C-3", "--format", form, terminal=terminal).out
    assert not CONTROLS.search(STYLES.sub("", out) if terminal else out)


def test_json_is_exact_and_versioned(filled: CommandLine) -> None:
    answer = filled.ok("list", "C-3", "--json").json
    assert answer["version"] == 1
    assert answer["today"] == "2026-03-02"
    assert answer["count"] == 1
    assert answer["query"] == "C-0003"
    assert answer["commitments"][0]["quote"] == HOSTILE
    assert {"id", "kind", "status", "owner", "title", "due", "follow_up"} <= set(
        answer["commitments"][0]
    )


def test_a_spreadsheet_runs_no_formula(run: CommandLine) -> None:
    fill(run.store, '=HYPERLINK("http://x")', "@SUM(A1)", "\t=1", owner="+44")
    rows = list(csv.DictReader(io.StringIO(run.ok("list", "--format", "csv").out)))
    assert [row["title"][0] for row in rows] == ["'", "'", "'"]
    assert {row["owner"] for row in rows} == {"'+44"}
    assert run.ok("list", "--json").json["commitments"][0]["title"] == '=HYPERLINK("http://x")'


def test_markdown_cells_are_inert(run: CommandLine) -> None:
    fill(run.store, "a | b <script> [x](y) *z* \\ `c`")
    row = run.ok("list", "--format", "md").out.splitlines()[2]
    assert r"a \| b \<script\> \[x\](y) \*z\* \\ \`c\`" in row


def test_a_condition_may_begin_with_a_hyphen(filled: CommandLine) -> None:
    assert filled.listed("-is:open") == ["C-0001", "C-0003"]
    assert filled.listed("is:candidate", "-C-3") == ["C-0001"]
    assert filled.listed("--sort", "-id") == ["C-0003", "C-0002", "C-0001"]


def test_quotation_marks_the_shell_took_are_put_back(filled: CommandLine) -> None:
    assert filled.listed("owner:NHS Employers") == ["C-0001", "C-0002", "C-0003"]
    assert filled.listed("owner:NHS Confederation", "is:open") == ["C-0002"]
    assert filled.listed("-owner:NHS Employers") == []
    assert filled.listed("is:candidate OR is:open") == ["C-0001", "C-0002", "C-0003"]


def test_a_limit_is_never_silent(filled: CommandLine) -> None:
    outcome = filled.ok("list", "--limit", "1", "--format", "ids")
    assert outcome.out == "C-0001\n"
    assert outcome.err == "1 of 3 shown; --limit 0 for all\n"
    assert filled.ok("list", "--limit", "3").err == ""


def test_an_empty_answer_is_said_on_standard_error(filled: CommandLine) -> None:
    outcome = filled.ok("list", "status:claimed")
    assert (outcome.out, outcome.err) == ("", "no commitment matches\n")
    assert filled.ok("list", "status:claimed", "--json").json["commitments"] == []


def test_groups_add_up_to_the_whole(filled: CommandLine) -> None:
    out = filled.ok("list", "group:status", "cols:id,created,slip,title").out
    headings = re.findall(r"^(status: .+) \((\d)\)$", out, re.MULTILINE)
    assert headings == [("status: candidate", "2"), ("status: open", "1")]


@pytest.mark.parametrize(
    "column",
    [
        *("id", "status", "owner", "maker", "lead", "reviewer", "due", "follow_up", "checked"),
        *("created", "changed", "original", "moves", "slip", "kind", "strength", "specificity"),
        *("priority", "topic", "tag", "statement", "visibility", "assurance", "rag", "title"),
        *("quote", "confidence", "lint", "testable", "dismissed"),
    ],
)
def test_every_column_of_the_language_can_be_shown(filled: CommandLine, column: str) -> None:
    assert len(filled.ok("list", f"cols:id,{column}", "is:open").out.splitlines()) == 2


def test_a_query_error_points_at_the_words(filled: CommandLine) -> None:
    outcome = filled("list", "is:open", "statsu:open")
    assert outcome.code == 2
    first, query, carets, example = outcome.err.splitlines()
    assert first.startswith("commitrack: unknown field")
    assert "status" in first
    assert query == "  is:open statsu:open"
    assert carets == "          ^^^^^^"
    assert example == "  for example status:open"


def test_a_misspelt_option_is_no_condition(filled: CommandLine) -> None:
    outcome = filled("list", "--fromat", "csv")
    assert outcome.code == 2
    assert "--format" in outcome.err


def test_views_can_be_named_in_a_query(filled: CommandLine) -> None:
    assert filled.listed("@inbox") == ["C-0001", "C-0003"]
    assert filled.listed("@inbox", "text:plan") == ["C-0001"]
    assert [one["name"] for one in filled.ok("view", "list", "--json").json["views"]][:2] == [
        "inbox",
        "open",
    ]


@pytest.mark.parametrize("form", ["table", "md"])
def test_the_heading_of_a_group_is_harmless(run: CommandLine, form: str) -> None:
    fill(run.store, "We will act", owner=HOSTILE.replace("\0", ""))
    out = run.ok("list", "group:owner", "--format", form).out
    heading = next(line for line in out.splitlines() if "owner:" in line)
    assert not CONTROLS.search(heading)
    assert form == "table" or "\\[@click" in heading


def test_the_last_day_of_the_calendar_has_a_week_too(filled: CommandLine) -> None:
    for word in ("eow", "eom", "eoq", "eoy", "tomorrow", "+5w"):
        assert filled.ok("list", f"due:{word}", "--today", "9999-12-31").code == 0
    assert filled.ok("list", "due:-5w", "--today", "0001-01-01").code == 0
