"""Whatever is on record: every number of every report is the number of what stands there."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.model.errors import CommitrackError, NotFound
from commitrack.query import parse
from commitrack.reports import CATALOGUE, Argument, Report, build, render
from commitrack.reports.agenda import When
from commitrack.reports.frame import Counts, Table
from commitrack.reports.grouping import BY, grouped
from commitrack.store import Lens, Store, open_store
from tests.store.random_stores import NAMES, START, Step, make, steps

DAYS = st.integers(-40, 400).map(lambda n: START.date() + timedelta(days=n))
EVERYTHING = "is:open OR is:closed OR is:candidate"

OF_TABLES: Mapping[str, Mapping[str, str]] = {
    "overdue": dict.fromkeys(("by_clock", "ageing", "by_owner"), "overdue"),
    "slippage": {"direction": "items"},
    "drift": dict.fromkeys(("types", "states"), "pairs"),
    "lint": {
        "by_rule": "questions",
        **dict.fromkeys(
            ("verifiable", "by_questions", "by_strength", "by_specificity"), "wordings"
        ),
    },
    "agenda": {"by_lead": "agenda"},
    "review-queue": dict.fromkeys(("proposed", "asked_by"), "queue"),
    "owner": {"by_status": "promises"},
    "chaser": {"by_letter": "asked"},
    "summary": {"by_kind": "commitments"},
    "audit": {"by_who": "changes"},
}
"""Of each report: the counts, and the table whose rows they count."""

OF_PARTS: Mapping[str, Mapping[str, tuple[str, frozenset[str]]]] = {
    "evidence-gaps": {
        "rests_on": ("on_word", frozenset({"no evidence", "the owner's word"})),
        "learnt": ("stale", frozenset({"never", "too long ago"})),
        "places": ("files", frozenset({"a file that is not there"})),
    },
    "agenda": {"by_when": ("agenda", frozenset(When) - {When.LATER})},
}
"""The counts of more than stands in a table, and the parts of which it is the rows."""

OTHERWISE: Mapping[str, frozenset[str]] = {
    "weekly": frozenset({"by_status", "by_rag"}),  # by its filter, below
    "coverage": frozenset({"sentences_by_decision", "items"}),
    "agenda": frozenset({"by_week"}),
    "summary": frozenset({"by_status", "by_schedule", "by_assurance"}),
}
"""The counts that tests of their own hold to the record, since they are of no table's rows."""


@contextmanager
def filled(*todo: list[Step]) -> Iterator[Store]:
    """A store in which so much was done on each of some days."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "record.db", create=True)
        make(store, [("state", 0, 0, "A", START.date())])
        for place, each in enumerate(todo):
            make(store, each, begin=1 + place * 24 * 60 * 4)
        try:
            yield store
        finally:
            store.close()


def every_report(store: Store, lens: Lens, query: str | None = None) -> Iterator[Report]:
    for name, entry in CATALOGUE.items():
        if entry.argument is Argument.QUERY:
            if query is None or name != "summary":
                yield build(name, store, lens, query)
            continue
        subjects = {
            Argument.STATEMENT: "S-1",
            Argument.COMMITMENT: "C-1",
            Argument.PARTY: NAMES[0],
            Argument.PARTY_OR_IDS: NAMES[0],
        }
        # What was undone, or a party that was never named, has no report.
        with suppress(NotFound):
            yield build(name, store, lens, subjects[entry.argument])


def tables(report: Report) -> dict[str, Table]:
    return {one.key: one for one in report.sections if isinstance(one, Table)}


def place_of(report: Report, key: str) -> int:
    return [column.key for column in tables(report)["commitments"].columns].index(key)


def counts(report: Report) -> dict[str, Counts]:
    return {one.key: one for one in report.sections if isinstance(one, Counts)}


@settings(max_examples=30)
@given(steps, steps, DAYS)
def test_counts_are_the_rows_that_they_count(
    first: list[Step], second: list[Step], today: date
) -> None:
    with filled(first, second) as store:
        for report in every_report(store, Lens(today, "ann")):
            for key, one in counts(report).items():
                assert sum(count for _, count in one.parts) == one.total, (report.name, key)
                counted = OF_TABLES.get(report.name, {}).get(key)
                table, listed = OF_PARTS.get(report.name, {}).get(key, ("", frozenset()))
                if counted is not None:
                    assert one.total == len(tables(report)[counted].rows), (report.name, key)
                elif table:
                    found = sum(count for label, count in one.parts if label in listed)
                    assert found == len(tables(report)[table].rows), (report.name, key)
                else:
                    assert key in OTHERWISE.get(report.name, ()), (report.name, key)
            for each in tables(report).values():
                sizes = [len(rows) for _, rows in each.groups()]
                assert sum(sizes) == len(each.rows), (report.name, each.key)
                heads = [value for value, _ in each.groups()]
                if each.group is not None and each.group not in ("item", "pair", "heading"):
                    assert len(set(heads)) == len(heads), (report.name, each.key)


@settings(max_examples=30)
@given(steps, steps, DAYS)
def test_what_lies_ahead_and_what_became_of_a_statement_is_what_the_record_says(
    first: list[Step], second: list[Step], today: date
) -> None:
    lens = Lens(today, "ann")
    with filled(first, second) as store:
        monday = today - timedelta(days=today.weekday())
        for n, (_, count) in enumerate(counts(build("agenda", store, lens))["by_week"].parts):
            begin = max(monday + timedelta(weeks=n), today)
            week = f"{begin}..{monday + timedelta(weeks=n, days=6)}"
            fields = ("due", "follow")
            found = (store.ids(parse(f"is:open {field}:{week}"), lens) for field in fields)
            assert count == sum(map(len, found)), week
        public = build("summary", store, lens)
        kinds = [row[place_of(public, "kind")] for row in tables(public)["commitments"].rows]
        for key in OTHERWISE["summary"]:
            assert counts(public)[key].total == kinds.count("commitment"), key
        try:
            report = build("coverage", store, lens, "S-1")
        except NotFound:  # it was undone
            return
        numbered = [row for row in tables(report)["sentences"].rows if row[0] is not None]
        assert counts(report)["sentences_by_decision"].total == len(numbered)
        for label, count in counts(report)["items"].parts:
            wanted = {"accepted": "is:open OR is:closed"}.get(label, f"is:{label}")
            assert count == len(store.ids(parse(f"statement:S-1 ({wanted})"), lens)), label


@settings(max_examples=30)
@given(steps, steps, DAYS, st.sampled_from([None, "lead:any", EVERYTHING]))
def test_a_section_holds_what_its_filter_finds(
    first: list[Step], second: list[Step], today: date, query: str | None
) -> None:
    lens = Lens(today, "ann")
    with filled(first, second) as store:
        report = build("weekly", store, lens, query)
        for section in report.sections:
            if isinstance(section, Table) and section.filter:
                place = [column.key for column in section.columns].index("id")
                ids = {str(row[place]) for row in section.rows}
            elif isinstance(section, Counts) and section.filter:
                assert section.total == len(store.ids(parse(section.filter), lens))
                continue
            else:
                continue
            found = store.ids(parse(section.filter), lens)
            assert ids == {one.commitment.id for one in store.dossiers(found)}, section.key


@settings(max_examples=30)
@given(steps, steps, DAYS, st.sampled_from(sorted(BY)))
def test_a_report_by_a_field_holds_the_same_rows(
    first: list[Step], second: list[Step], today: date, field: str
) -> None:
    lens = Lens(today, "ann")
    with filled(first, second) as store:
        for report in every_report(store, lens):
            try:
                anew = grouped(store, lens, report, field)
            except CommitrackError:
                continue
            for key, table in tables(report).items():
                after = tables(anew)[key]
                if after is table:
                    continue
                assert sorted(row[1:] for row in map(repr_row, after.rows)) == sorted(
                    map(repr_row, table.rows)
                )
                counted = counts(anew)[f"{key}_by_{field}"]
                groups = [(value, len(rows)) for value, rows in after.groups()]
                assert [count for _, count in counted.parts] == [size for _, size in groups]


def repr_row(row: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(map(repr, row))


@settings(max_examples=15)
@given(steps, DAYS)
def test_a_query_narrows_and_a_second_run_is_the_same(todo: list[Step], today: date) -> None:
    lens = Lens(today, "ann")
    with filled(todo) as store:
        whole = {one.name: one for one in every_report(store, lens)}
        for report in every_report(store, lens, "lead:none"):
            for key, table in tables(report).items():
                if table.counted and report.name not in ("drift", "weekly"):
                    rows = map(repr_row, tables(whole[report.name])[key].rows)
                    assert set(map(repr_row, table.rows)) <= set(rows)
        for report in every_report(store, lens):
            for form in ("text", "json"):
                assert render(report, form) == render(whole[report.name], form)
