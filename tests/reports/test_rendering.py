"""One report, five forms: the same numbers, nothing cut, nothing that acts."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest

from commitrack.model.actions import AddEvidence, RecordCheck, SetFields
from commitrack.model.errors import NotFound
from commitrack.model.records import CheckResult, SourceClass
from commitrack.reports import CATALOGUE, FORMATS, Argument, Format, Report, build, entry, render
from commitrack.reports.frame import Column, Counts, Fact, Facts, Sort, Table
from commitrack.store import Store
from tests.reports.conftest import HOSTILE, LENS, TODAY, accept, as_data, do, propose

QUOTE = f"We will {HOSTILE} act"


@pytest.fixture
def hostile(store: Store) -> Store:
    """A store whose every text would act on something if it were let."""
    propose(store, QUOTE, "We will publish a plan", owners=(f"Body {HOSTILE}",))
    accept(store, 1, date(2026, 2, 1), date(2026, 2, 2))
    accept(store, 2, date(2026, 2, 1), date(2026, 2, 2))
    do(
        store,
        1,
        SetFields({"title": HOSTILE[:60], "due": date(2026, 2, 20)}, why=HOSTILE),
        AddEvidence(HOSTILE, SourceClass.SELF, url="javascript:alert(1)", quote=HOSTILE),
        RecordCheck(CheckResult.NOTHING_FOUND, HOSTILE, note=HOSTILE),
    )
    return store


ARGUMENTS = {
    "coverage": "S-0001",
    "audit": "C-0001",
    "owner": f"Body {HOSTILE}",
    "chaser": "C-0001 C-0002",
}


def reports(store: Store) -> list[Report]:
    return [build(name, store, LENS, ARGUMENTS.get(name)) for name in CATALOGUE]


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_the_data_reaches_a_terminal_or_a_browser(hostile: Store, form: Format) -> None:
    for report in reports(hostile):
        shown = render(report, form)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        assert shown.endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_is_the_same_bytes(hostile: Store, form: Format) -> None:
    first = [render(report, form) for report in reports(hostile)]
    assert [render(report, form) for report in reports(hostile)] == first


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_says_what_it_is(hostile: Store, form: Format) -> None:
    for report in reports(hostile):
        shown = render(report, form)
        assert report.title.partition(":")[0] in shown
        assert "2026-03-02" in shown
        assert report.store.replace("_", r"\_") in shown or report.store in shown
        assert report.legend
        assert unescape(shown).count(report.legend[-1][:20]) == 1


def test_reading_writes_nothing(hostile: Store) -> None:
    before = hostile.pulse()
    for report in reports(hostile):
        for form in FORMATS:
            render(report, form)
    assert hostile.pulse() == before


def test_json_is_exact(hostile: Store) -> None:
    data = as_data(build("audit", hostile, LENS, "C-0001"))
    assert data["version"] == 1
    assert data["as_of"] == "2026-03-02"
    facts = next(one for one in data["sections"] if one["key"] == "commitment")["facts"]
    assert facts["quote"] == QUOTE


def test_csv_makes_formulas_inert(hostile: Store) -> None:
    for report in reports(hostile):
        rows = list(csv.reader(io.StringIO(render(report, "csv"))))
        numbers = re.compile(r"-?\d+(\.\d+)?")
        risky = [
            cell
            for row in rows
            for cell in row
            if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not numbers.fullmatch(cell)
        ]
        assert risky == []
    assert any("'=1+1" in cell for row in rows for cell in row)


def test_a_negative_number_stays_a_number_in_csv() -> None:
    rows = list(csv.reader(io.StringIO(render(small(days=-12), "csv"))))
    assert ["A", "-12", ""] in rows


def test_html_is_escaped_and_holds_no_script(hostile: Store) -> None:
    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.seen: set[str] = set()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.seen.add(tag)
            assert not any(name.startswith("on") or name in ("href", "src") for name, _ in attrs)

    for report in reports(hostile):
        page = render(report, "html")
        parser = Tags()
        parser.feed(page)
        assert "script" not in parser.seen
        assert "b" not in parser.seen
        assert "default-src 'none'" in page


def test_markdown_is_escaped(hostile: Store) -> None:
    shown = render(build("overdue", hostile, LENS), "md")
    assert r"\[/x\]" in shown
    assert r"\<b\>\|\`\*\_" in shown
    columns = {line.count(" | ") for line in shown.splitlines() if line.startswith("| C-")}
    assert len(columns) == 1


def small(days: int | None = 184, note: str | None = None) -> Report:
    columns = (Column("name", "name"), Column("days", "days", Sort.DAYS), Column("note", "note"))
    return Report(
        "small",
        "Small",
        TODAY,
        "place",
        "",
        ("What it means.",),
        (
            Table("rows", "Rows", columns, (("A", days, note),)),
            Counts("parts", "Parts", (("a", 1), ("b", 2)), 3, "things"),
            Facts("facts", "Facts", (Fact("day", "day", TODAY), Fact("none", "none", None))),
        ),
    )


def test_plain_text_is_aligned_whole_lines() -> None:
    assert render(small(note="long " * 60 + "end"), "text").splitlines()[4:9] == [
        "",
        "Rows (1)",
        "  name  days  note",
        "  A     +184  " + "long " * 60 + "end",
        "",
    ]


def test_values_are_told_for_people_and_kept_for_machines() -> None:
    shown = render(small(), "text")
    assert "filter  none" in shown
    assert "total things  3" in shown
    assert re.search(r"day +2026-03-02\n", shown)
    data = as_data(small())
    assert data["sections"][0]["rows"] == [{"name": "A", "days": 184, "note": None}]
    assert data["sections"][1] == {
        "key": "parts",
        "title": "Parts",
        "parts": [{"label": "a", "count": 1}, {"label": "b", "count": 2}],
        "total": 3,
        "unit": "things",
    }
    assert data["sections"][2]["facts"] == {"day": "2026-03-02", "none": None}


_NOT_IN = (
    *("audit", "slippage", "drift", "review-queue", "evidence-gaps"),
    *("owner", "summary", "weekly"),
)
"""The reports in which a commitment of the other owner, which is only open, does not stand."""


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_terminal_gets_folded_lines_and_no_word_is_lost(hostile: Store, width: int) -> None:
    for report in reports(hostile):
        shown = render(report, "text", width=width)
        assert "\x1b" not in shown
        assert max(map(len, shown.splitlines())) <= width
        letters = re.sub(r"\s", "", shown)
        assert "Wewillpublishaplan" in letters or report.name in _NOT_IN


def test_colours_come_only_when_asked_for(hostile: Store) -> None:
    report = build("overdue", hostile, LENS)
    assert "\x1b[" in render(report, "text", width=160, colour=True)
    assert "\x1b" not in render(report, "text", width=160)
    assert "\x1b" not in render(report, "text", colour=True)


def test_the_environment_changes_nothing(hostile: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    report = build("overdue", hostile, LENS)
    before = render(report, "text", width=80, colour=True)
    for name, value in (("COLUMNS", "33"), ("NO_COLOR", "1"), ("TERM", "dumb"), ("LANG", "C")):
        monkeypatch.setenv(name, value)
    assert render(report, "text", width=80, colour=True) == before


def test_the_numbers_agree_between_forms(hostile: Store) -> None:
    report = build("overdue", hostile, LENS)
    data = next(one for one in as_data(report)["sections"] if one["key"] == "overdue")
    assert data["count"] == len(data["rows"]) == 2
    for form in ("text", "md", "html"):
        shown = render(report, form)
        assert "Overdue (2)" in shown
        assert all(row["id"] in shown for row in data["rows"])


def test_the_catalogue_says_what_each_report_takes() -> None:
    assert list(CATALOGUE) == [
        *("weekly", "coverage", "overdue", "slippage", "drift", "lint"),
        *("agenda", "review-queue", "evidence-gaps", "owner", "chaser", "summary", "audit"),
    ]
    assert CATALOGUE["coverage"].argument is Argument.STATEMENT
    assert CATALOGUE["audit"].argument.required
    assert not CATALOGUE["overdue"].argument.required


def test_a_report_that_does_not_exist_names_the_nearest() -> None:
    with pytest.raises(NotFound, match="did you mean 'overdue'"):
        entry("overdu")
