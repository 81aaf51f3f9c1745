"""Lists, pages and counts: right, off their indexes, and true to what was just written."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, Edit, Reject, SetFields
from commitrack.model.status import OPEN, RejectReason, Status
from commitrack.query import FIELDS, Query, expand, parse
from commitrack.query.views import BUILT_IN
from commitrack.store import Lens, Store, lists, open_store, orders
from commitrack.store.compiling import compile_query, condition
from commitrack.store.derived import MODEL_FIELDS
from commitrack.store.engine import Connection, connect
from commitrack.store.sql import EVERYTHING
from commitrack.store.stages import keeps_to, keeps_undated
from commitrack.store.tallies import TALLIED
from make_store import fill
from tests.store.conftest import TODAY, Do, sign

LENS = Lens(TODAY, "ann")
MANY = 400
VIEWS = {view.name: expand(parse(view.query), {}) for view in BUILT_IN}
SORTS = [
    f"{sign_}{name}"
    for name, spec in FIELDS.items()
    if spec.sortable and name not in MODEL_FIELDS
    for sign_ in ("", "-")
]


@pytest.fixture(scope="module")
def big_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("lists") / "record.db"
    store = open_store(place, create=True)
    list(fill(store, MANY))
    store.apply(
        [
            Edit(number, Reject(RejectReason.PREDICTION))
            for number in store.ids(parse("is:candidate limit:5"), LENS)
        ],
        sign(),
    )
    store.undo(sign())
    store.close()
    return place


@pytest.fixture
def big(big_place: Path) -> Iterator[Store]:
    store = open_store(big_place)
    yield store
    store.close()


@pytest.fixture
def connection(big_place: Path) -> Iterator[Connection]:
    opened = connect(big_place)
    yield opened
    opened.close()


def plan(connection: Connection, query: Query, *, ordered: bool) -> list[str]:
    """The steps by which SQLite answers."""
    sql, values = compile_query(connection, query, LENS, ordered=ordered)
    return [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


def reads_rows(steps: list[str]) -> list[str]:
    """The steps that go through the commitments and look at the row of each."""
    return [
        step
        for step in steps
        if re.match(r"(SCAN|SEARCH) c\b", step)
        and not re.search(r"COVERING INDEX|rowid=\?|VIRTUAL TABLE", step)
    ]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_found_and_counted_off_an_index_alone(
    connection: Connection, name: str
) -> None:
    steps = plan(connection, VIEWS[name], ordered=False)
    assert reads_rows(steps) == []
    assert not any(step.startswith("SCAN c") for step in steps)
    assert not any("ORDER BY" in step for step in steps)


def along(connection: Connection, sort: str) -> Iterator[list[str]]:
    """The steps by which SQLite goes along each run of an order."""
    (key,) = parse(f"sort:{sort}").sort
    for run in orders.runs(connection, key):
        sql, values = run.sql(EVERYTHING, None)
        yield [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_is_read_off_indexes_from_end_to_end(connection: Connection, sort: str) -> None:
    for steps in along(connection, sort):
        # SQLite 3.40 does not yet say that an index of an expression holds all that is asked.
        outer = [step.replace("USING INDEX list_by_slip", "COVERING INDEX") for step in steps]
        assert reads_rows(outer) == []
        assert not any(step.startswith("SCAN c") for step in steps)
        # What one maker has said stands in several statements, and is put in order by itself.
        assert "USE TEMP B-TREE FOR ORDER BY" not in steps or sort.lstrip("-") == "maker"


@pytest.mark.parametrize("name", VIEWS)
def test_the_first_page_of_every_view_by_every_sort_is_met_along_an_index(
    connection: Connection, name: str
) -> None:
    where = condition(connection, VIEWS[name], LENS)
    for sort in SORTS:
        (key,) = parse(f"sort:{sort}").sort
        for run in orders.runs(connection, key, VIEWS[name].where):
            sql, values = run.sql(where, 64)
            asked = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
            steps = [row["detail"] for row in asked]
            assert not any(step.startswith("SCAN c") for step in steps), (sort, steps)
            listed = any("LIST SUBQUERY" in step for step in steps)
            assert not listed or key.field in _NUMBERED or name in _NAMED
            assert "USE TEMP B-TREE FOR ORDER BY" not in steps or key.field == "maker", sort


_NAMED = ("mine",)
"""Views that list a few names, and no commitments."""
_NUMBERED = ("maker", "moves", "owner")
"""The orders of which a run names what it holds by number."""

_KEPT = (
    *(
        "is:open",
        "is:overdue",
        "is:stale",
        "is:chase",
        "is:closed",
        "is:candidate",
        "is:open,candidate",
    ),
    *("status:stalled", "status:open,delivered", "overdue:due", "is:mine", "-is:open"),
    *("is:open OR is:candidate", "is:open lead:ann", "is:open status:delivered", "is:public"),
    *("no:due", "no:due is:open", "due:none", "no:due OR is:open", "-no:due", "no:due,lead"),
)


@pytest.mark.parametrize("query", _KEPT)
def test_what_a_query_says_of_all_that_it_finds_is_so(big: Store, query: str) -> None:
    asked = parse(query)
    found = [one.commitment for one in big.dossiers(big.ids(asked, LENS))]
    assert {one.status for one in found} <= keeps_to(asked.where)
    assert not keeps_undated(asked.where) or not any(one.due for one in found)


def test_what_is_known_of_a_query_shortens_its_order(connection: Connection) -> None:
    assert keeps_to(parse("is:overdue lead:ann").where) == OPEN
    assert keeps_to(parse("status:stalled").where) == {Status.STALLED}
    assert keeps_undated(VIEWS["undated"].where)
    (due,) = parse("sort:due").sort
    (run,) = orders.runs(connection, due, parse("status:stalled").where)
    assert "open_by_due" in run.tables


@pytest.mark.parametrize("sort", SORTS)
def test_an_order_holds_everything_once_as_sqlite_orders_it(
    connection: Connection, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "_AT_ONCE", 1)
    (key,) = parse(f"sort:{sort}").sort
    asked, values = compile_query(connection, Query(sort=(key,)), LENS)
    expected = [row[0] for row in connection.execute(asked, values)]
    assert list(orders.whole(connection, key)) == expected
    one_by_one = []
    for run in orders.runs(connection, key):
        sql, more = run.sql(EVERYTHING, None)
        one_by_one += [row[0] for row in connection.execute(sql, more)]
    assert one_by_one == expected


@pytest.mark.parametrize(
    "query", ["night", '"annual survey"', "night plan", "text:night", "title:lib"]
)
def test_words_are_found_off_the_word_index(connection: Connection, query: str) -> None:
    for ordered in (False, True):
        steps = plan(connection, parse(query), ordered=ordered)
        assert reads_rows(steps) == []
        assert not any("ORDER BY" in step for step in steps)


@pytest.mark.parametrize("query", ["is:overdue", "overdue:due", "is:chase", "is:due-soon"])
def test_what_is_late_is_read_off_the_open_dates(connection: Connection, query: str) -> None:
    steps = plan(connection, parse(query), ordered=False)
    assert any("COVERING INDEX open_by_" in step for step in steps)
    assert reads_rows(steps) == []


@pytest.mark.parametrize(
    ("query", "index"),
    [
        *(("lead:ann", "lead"), ("is:mine", "lead"), ("lead:=bob", "lead")),
        *(("reviewer:eve", "reviewer"), ("topic:hous", "topic"), ("maker:tarn", "statement")),
    ],
)
def test_names_are_found_off_the_index_of_their_column(
    connection: Connection, query: str, index: str
) -> None:
    steps = plan(connection, parse(query), ordered=False)
    assert any(f"COVERING INDEX list_by_{index} " in step for step in steps), steps
    assert reads_rows(steps) == []


@pytest.mark.parametrize("few", [0, lists._FEW])
@pytest.mark.parametrize("name", VIEWS)
def test_any_page_of_any_view_by_any_sort_is_that_stretch_of_the_list(
    big: Store, connection: Connection, monkeypatch: pytest.MonkeyPatch, name: str, few: int
) -> None:
    monkeypatch.setattr(lists, "_FEW", few)
    monkeypatch.setattr(lists, "_SEVERAL", few)
    for sort in SORTS:
        query = Query(VIEWS[name].where, parse(f"sort:{sort}").sort)
        sql, values = compile_query(connection, query, LENS)
        asked = [row[0] for row in connection.execute(sql, values)]
        assert list(big.page(query, LENS, 0, 7)) == asked[:7]
        assert list(big.page(query, LENS, 20, 7)) == asked[20:27]
        assert list(big.page(query, LENS, 0, 7)) == asked[:7]
        assert list(big.ids(query, LENS)) == asked


def test_a_page_shows_what_was_written_a_moment_ago(store: Store, do: Do, place: Path) -> None:
    query = parse("is:candidate")
    assert list(store.page(query, LENS, 1, 2)) == [2, 3]
    do(3, Accept())
    assert list(store.page(query, LENS, 1, 2)) == [2]
    other = open_store(place)
    other.apply([Edit(2, Reject(RejectReason.PREDICTION))], sign("bob"))
    other.close()
    assert list(store.page(query, LENS, 0, 2)) == [1]
    assert list(store.ids(query, LENS)) == [1]


def test_a_limit_holds_over_all_pages(big: Store) -> None:
    query = parse("limit:10 sort:due")
    assert len(big.page(query, LENS)) == 10
    assert len(big.page(query, LENS, 8, 7)) == 2
    assert big.counts({"ten": query}, LENS) == {"ten": 10}


def recounted(connection: Connection) -> dict[str, dict[str | None, int]]:
    """The facets, counted row by row."""
    return {
        field: {
            None if row[0] is None else str(row[0]): row[1]
            for row in connection.execute(
                f"SELECT {field}, count(*) FROM commitments WHERE present = 1 GROUP BY 1"
            )
        }
        for field in TALLIED
    }


def test_the_tallies_are_what_counting_finds(big: Store, connection: Connection) -> None:
    assert big.facets() == recounted(connection)


def test_the_tallies_follow_edits_undo_and_redo(store: Store, do: Do, place: Path) -> None:
    opened = connect(place)
    do(1, Accept())
    assert store.facets() == recounted(opened)
    do(1, SetFields({"priority": 1, "topic": "health"}))
    assert store.facets() == recounted(opened)
    assert store.facets()["topic"]["health"] == 1
    for _ in range(2):
        store.undo(sign())
        assert store.facets() == recounted(opened)
    store.redo(sign())
    assert store.facets() == recounted(opened)
    store.undo(sign())
    store.undo(sign(), 1)
    assert store.facets() == recounted(opened)
    opened.close()


@pytest.mark.parametrize(
    "query",
    [
        *("", "is:open", "is:closed", "status:stalled,open", "is:candidate,rejected"),
        *(
            "kind:aspiration",
            "is:open limit:3",
            "not is:open",
            "is:overdue,open",
            "visibility:public",
        ),
    ],
)
def test_a_count_is_the_length_of_the_list(big: Store, query: str) -> None:
    asked = parse(query)
    assert big.counts({"n": asked}, LENS)["n"] == len(big.ids(asked, LENS))


def test_who_only_reads_does_not_wait_for_what_writes(big_place: Path) -> None:
    asked = (
        "import sys; from commitrack.query import parse; "
        "from commitrack.store import Lens, open_store; from datetime import date; "
        f"store = open_store({str(big_place)!r}); "
        "store.dossiers(store.page(parse('is:overdue'), Lens(date(2026, 3, 2)))); "
        "print(*sorted(name for name in sys.modules if name.startswith('commitrack.')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", asked], check=True, capture_output=True, text=True
    ).stdout.split()
    assert "commitrack.store.reading" in loaded
    assert not {
        *("commitrack.store.editing", "commitrack.store.bulk", "commitrack.store.seal"),
        *("commitrack.store.triggers", "commitrack.store.genuine", "commitrack.store.histories"),
        *("commitrack.model.actions", "commitrack.model.workflow", "commitrack.model.drift"),
        *("commitrack.model.history", "commitrack.model.erasure", "commitrack.model.lint"),
    } & set(loaded)


@pytest.mark.parametrize("days", [-10_000, -30, 0, 200, 10_000])
def test_what_is_late_by_both_of_its_dates_is_found_and_counted_once(big: Store, days: int) -> None:
    lens = Lens(TODAY + timedelta(days=days), "ann")
    dossiers = big.dossiers(big.ids(Query(), lens))
    late = [
        one.commitment.number
        for one in dossiers
        if one.commitment.status in OPEN
        and any(
            day is not None and day < lens.today
            for day in (one.commitment.due, one.commitment.follow_up)
        )
    ]
    assert list(big.ids(parse("is:overdue"), lens)) == sorted(late)
    assert big.counts({"late": parse("is:overdue")}, lens) == {"late": len(late)}
    assert list(big.ids(parse("is:overdue limit:3"), lens)) == sorted(late)[:3]
    assert sorted(big.ids(parse("is:overdue sort:-title"), lens)) == sorted(late)


@pytest.mark.parametrize("sort", ["due", "-due", "follow_up", "-follow_up"])
@pytest.mark.parametrize("query", ["is:open", "is:open no:due", "is:open due:2026", "is:chase"])
def test_what_is_open_is_read_off_its_dates_in_order(
    big: Store, connection: Connection, query: str, sort: str
) -> None:
    asked = parse(f"{query} sort:{sort}")
    (step,) = plan(connection, asked, ordered=True)
    assert f"COVERING INDEX open_by_{sort.lstrip('-')}" in step
    plain = [row[0] for row in connection.execute("SELECT id FROM commitments ORDER BY id")]
    found = big.dossiers(big.ids(parse(query), LENS))
    name = sort.lstrip("-")
    known = {one.commitment.number: getattr(one.commitment, name) for one in found}
    down = sort.startswith("-")
    expected = sorted(
        (number for number in plain if known.get(number)),
        key=lambda number: (known[number], number),
        reverse=down,
    )
    expected += sorted((one for one in known if known[one] is None), reverse=down)
    assert list(big.ids(asked, LENS)) == expected


@pytest.mark.parametrize("days", [-400, 0, 400])
@pytest.mark.parametrize(
    ("due", "follow_up"),
    [
        ("today..eow", "today..eow"),
        ("today..+60d", "-30d..today"),
        ("<today", ">=today"),
        ("2026", "+1d..-1d"),
    ],
)
def test_what_is_open_between_days_is_found_and_counted_once(
    big: Store, connection: Connection, due: str, follow_up: str, days: int
) -> None:
    lens = Lens(TODAY + timedelta(days=days), "ann")
    either = parse(f"is:open (due:{due} OR follow_up:{follow_up})")
    other = parse(f"is:open (follow_up:{follow_up} OR due:{due})")
    each = [
        big.ids(parse(f"is:open {one}"), lens) for one in (f"due:{due}", f"follow_up:{follow_up}")
    ]
    expected = sorted({number for numbers in each for number in numbers})
    for query in (either, other):
        assert list(big.ids(query, lens)) == expected
        assert big.counts({"n": query}, lens) == {"n": len(expected)}
        steps = plan(connection, query, ordered=False)
        assert len([step for step in steps if "COVERING INDEX open_by_" in step]) == 2
    within = parse("is:open (due:any OR follow_up:today)")
    assert set(big.ids(within, lens)) >= set(big.ids(parse("is:open has:due"), lens))
