"""A query finds what the rules of the model say it should, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commitrack.model.actions import (
    Accept,
    AddEvidence,
    AddLink,
    Approve,
    Claim,
    Edit,
    RecordCheck,
    Reject,
    SetFields,
    SetStatus,
)
from commitrack.model.rag import rag
from commitrack.model.records import CheckResult, Dossier, LinkType, SourceClass, Stance
from commitrack.model.schedule import chase, overdue
from commitrack.model.status import RejectReason, Status
from commitrack.query import FIELDS, QueryError, ValueType, parse
from commitrack.store import Extent, Lens, Store, field_terms, reading
from commitrack.store.compiling import compile_query
from commitrack.store.engine import Connection
from commitrack.store.sqlite_store import SqliteStore
from tests.store.conftest import TODAY, Do, draft, propose, sign

NAMES = "ABCDEF"
SENTENCES = {
    "A": "We will publish the options paper",
    "B": "We will explore board peer review",
    "C": "We will train every ward manager",
    "D": "We will support carers",
    "E": "We will open the clinic",
    "F": "We will continue to review the rota",
}


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def portfolio(store: Store) -> dict[int, str]:
    """J11's six commitments: A due yesterday, B due today, C due tomorrow and its follow-up
    yesterday, D without dates but our own, E due last month and delivered, F due and to be
    followed up last month, stalled. Their numbers follow the three of the filled store.
    """
    text = ". ".join(SENTENCES.values())
    proposals = [propose(text, quote, "Harrow Trust") for quote in SENTENCES.values()]
    store.add_statement(draft(text, "Six promises"), proposals, {}, sign())
    numbers = {name: 4 + index for index, name in enumerate(NAMES)}
    due = {"A": -1, "B": 0, "C": 1, "E": -30, "F": -30}
    later = {"A": 60, "B": 60, "C": -1, "D": 60, "E": 60, "F": -30}
    for name, number in numbers.items():
        owed = day(due[name]) if name in due else None
        accept = Accept(due=owed, follow_up=day(later[name]))
        store.apply([Edit(number, accept)], sign())
    paper = AddEvidence("a paper", SourceClass.OFFICIAL)
    closing = (paper, Claim(success_test="it is open"))
    store.apply([Edit(numbers["E"], action) for action in closing], sign())
    store.apply([Edit(numbers["E"], Approve())], sign("bob"))
    check = RecordCheck(CheckResult.NOTHING_FOUND, "their site", day(1))
    store.apply(
        [
            Edit(numbers["F"], check),
            Edit(numbers["F"], SetFields({"follow_up": day(-30), "lead": "ann"})),
            Edit(numbers["F"], SetStatus(Status.STALLED, "no movement")),
        ],
        sign(),
    )
    return {number: name for name, number in numbers.items()}


def found(store: Store, portfolio: dict[int, str], text: str) -> str:
    numbers = store.ids(parse(text), Lens(TODAY, "ann"))
    return "".join(portfolio[number] for number in numbers if number in portfolio)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is:overdue", "ACF"),
        ("overdue:due", "AF"),
        ("overdue:chase", "CF"),
        ("is:chase", "CF"),
        ("is:open", "ABCDF"),
        ("is:closed", "E"),
        ("status:stalled,delivered", "EF"),
        ("-is:closed", "ABCDF"),
        ("due:today", "B"),
        ("due:<today", "AEF"),
        ("due:tomorrow", "C"),
        ("due:today..tomorrow", "BC"),
        ("no:due", "D"),
        ("due:none", "D"),
        ("has:due is:open", "ABCF"),
        ("due:<today OR due:>=today", "ABCEF"),
        ("is:due-soon", "C"),
        ("is:due-today", "B"),
        ("owner:harrow", "ABCDEF"),
        ("owner:=harrow", ""),
        ('owner:="harrow trust"', "ABCDEF"),
        ("lead:ann", "F"),
        ("lead:@me", "F"),
        ("lead:none", "ABCDE"),
        ("is:mine", "F"),
        ("paper", "A"),
        ("options paper", "A"),
        ('"peer review"', "B"),
        ('"review peer"', ""),
        ("rev", "BF"),
        ("title:clinic", "E"),
        ("quote:ward", "C"),
        ("no:evidence is:open", "ABCDF"),
        ("has:evidence", "E"),
        ("checked:today", "F"),
        ("checked:none", "ABCDE"),
        ("rag:blue", "E"),
        ("rag:red", "AF"),
        ("assurance:verified", "E"),
        ("lint:L13", "F"),
        ("statement:S-0002", "ABCDEF"),
        ("S-0002 is:closed", "E"),
        ("C-0004", "A"),
        ("c4", "A"),
        ("c4 C-5 c0006", "ABC"),
        ("c4,c5", "AB"),
        ("c4 is:open c9", "AF"),
        ("-c4 -c5 is:open", "CDF"),
        ("c4 s2", "A"),
        ("c4 (c5)", ""),
        ("id:c4,5", "AB"),
        ('"c4"', ""),
        ("created:today", "ABCDEF"),
        ("kind:recommendation", ""),
        ("(paper OR carers) is:open", "AD"),
        ("NOT paper is:open", "BCDF"),
        ("sort:-id is:overdue", "FCA"),
        ("is:open sort:due", "FABCD"),
        ("is:open sort:-due", "CBAFD"),
        ("is:open sort:rag limit:2", "AF"),
        ("is:overdue limit:1", "A"),
    ],
)
def test_a_query_finds(store: Store, portfolio: dict[int, str], text: str, names: str) -> None:
    assert found(store, portfolio, text) == names


def test_the_clocks_in_sql_are_the_clocks_of_the_model(
    store: Store, portfolio: dict[int, str]
) -> None:
    lens = Lens(TODAY)
    everything = store.dossiers(store.ids(parse(""), lens))
    for text, rule in (("is:overdue", overdue), ("is:chase", chase)):
        expected = [d.commitment.number for d in everything if rule(d.commitment, TODAY)]
        assert list(store.ids(parse(text), lens)) == expected
    red = [d.commitment.number for d in everything if rag(d, TODAY).colour == "RED"]
    assert list(store.ids(parse("rag:red"), lens)) == red


def test_counts_agree_with_lists(store: Store, portfolio: dict[int, str]) -> None:
    texts = ["is:open", "is:overdue", "status:candidate", "paper", ""]
    lens = Lens(TODAY)
    counts = store.counts({text: parse(text) for text in texts}, lens)
    assert counts == {text: len(store.ids(parse(text), lens)) for text in texts}


def test_an_owner_is_found_by_alias_and_by_its_parent_body(store: Store) -> None:
    store.set_party("NHS Employers", {"aliases": ("NHSE",)}, sign())
    lens = Lens(TODAY)
    for text in ("owner:nhse", 'owner:"nhs confederation"', "owner:employers"):
        assert list(store.ids(parse(text), lens)) == [1, 3], text
    assert list(store.ids(parse('owner:="nhs confederation"'), lens)) == []


def test_an_owner_is_found_whatever_stands_for_and_and_before_the_name(store: Store) -> None:
    store.set_party("NHS Employers", {"name": "The Ward & Bed Board"}, sign())
    lens = Lens(TODAY)
    for text in ("ward and bed", "the ward and bed board", "Ward & Bed Board"):
        assert list(store.ids(parse(f'owner:"{text}"'), lens)) == [1, 3], text
    assert list(store.ids(parse('owner:="ward and bed board"'), lens)) == [1, 3]
    assert list(store.ids(parse('owner:="ward and bed"'), lens)) == []


def test_the_review_queue_holds_claims_proposals_and_disputed_closings(
    store: Store, portfolio: dict[int, str]
) -> None:
    assert found(store, portfolio, "is:review") == ""
    disputing = AddEvidence("a survey", SourceClass.INDEPENDENT, stance=Stance.DISPUTES)
    store.apply([Edit(8, disputing)], sign())
    store.apply([Edit(9, SetStatus(Status.NOT_DELIVERED, "conceded"))], sign())
    assert found(store, portfolio, "is:review") == "EF"
    assert found(store, portfolio, "status:delivered") == "E"


def test_a_weakened_promise_has_drifted(store: Store, portfolio: dict[int, str]) -> None:
    store.apply([Edit(5, AddLink(LinkType.WEAKENS, 4))], sign())
    assert found(store, portfolio, "is:drifted") == "A"
    assert found(store, portfolio, "link:weakens") == "AB"


def test_words_of_a_later_success_test_are_found(store: Store, portfolio: dict[int, str]) -> None:
    store.apply([Edit(7, SetFields({"success_test": "a carers' charter"}))], sign())
    assert found(store, portfolio, "charter") == "D"


@pytest.mark.parametrize(
    ("text", "index"), [("overdue:due", "open_by_due"), ("overdue:chase", "open_by_follow_up")]
)
def test_what_is_overdue_is_read_off_an_index(store: Store, text: str, index: str) -> None:
    assert isinstance(store, SqliteStore)
    connection = store._connection
    sql, values = compile_query(connection, parse(text), Lens(TODAY))
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert any(f"INDEX {index}" in step for step in plan)


def test_what_somebody_owns_is_gathered_by_the_party(
    store: Store, portfolio: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever owns very much is asked of every commitment instead, which is then faster."""
    assert isinstance(store, SqliteStore)
    connection = store._connection
    name = next(one.owner for one in (store.dossier(n).commitment for n in portfolio) if one.owner)
    query = parse(f'owner:"{name}"')

    def plan() -> str:
        sql, values = compile_query(connection, query, Lens(TODAY), ordered=False)
        return "; ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))

    gathered = store.ids(query, Lens(TODAY))
    assert "INDEX idx_commitment_parties_party_role_commitment (party=" in plan()
    assert store.counts({"": query}, Lens(TODAY)) == {"": len(gathered)}
    monkeypatch.setattr(field_terms, "_FEW", 0)
    assert "CORRELATED" in plan()
    assert store.counts({"": query}, Lens(TODAY)) == {"": len(gathered)}
    assert len(gathered) > 0


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet="abz\"*()-:^{}%_\\ AND OR NEAR\u00e9\x00'", max_size=24))
def test_no_words_ever_upset_the_index(store: Store, words: str) -> None:
    try:
        query = parse(words)
    except QueryError:
        return
    try:
        store.ids(query, Lens(TODAY))
    except ValueError as error:
        assert "not expanded" in str(error)


@pytest.mark.parametrize("name", [name for name, spec in FIELDS.items() if spec.sortable])
def test_every_sortable_field_sorts(store: Store, portfolio: dict[int, str], name: str) -> None:
    assert sorted(found(store, portfolio, f"sort:-{name}")) == sorted(portfolio.values())


@pytest.mark.parametrize("name", list(FIELDS))
def test_every_field_can_be_asked(store: Store, portfolio: dict[int, str], name: str) -> None:
    spec = FIELDS[name]
    choices = list(spec.choices) or [spec.example]
    for choice in choices:
        store.ids(parse(f"{name}:{choice}"), Lens(TODAY, "ann"))
    if spec.optional and spec.type is not ValueType.FLAG:
        has = set(store.ids(parse(f"{name}:any"), Lens(TODAY)))
        lacks = set(store.ids(parse(f"{name}:none"), Lens(TODAY)))
        assert not has & lacks
        assert has | lacks == set(store.ids(parse(""), Lens(TODAY)))


def test_rejected_candidates_stay_in_the_record(store: Store) -> None:
    store.apply([Edit(2, Reject(RejectReason.PAST))], sign())
    assert list(store.ids(parse("is:rejected"), Lens(TODAY))) == [2]


ATOMS = (
    *("is:open", "status:open", "due:any", "due:<today", "no:due", "peer", "id:<=5", "lead:ann"),
    *("lint:L1", "lint:L2,L13", "lint:any", "spec:>=2", "rag:red", "assurance:none", "is:stale"),
    *("is:unverified", "is:verifiable", "dismissed:any"),
)


def a_query(atoms: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Queries put together with and, or and not."""
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            inner.map(lambda one: f"-({one})"),
            st.tuples(inner, inner).map(lambda two: f"({two[0]}) ({two[1]})"),
            st.tuples(inner, inner).map(lambda two: f"({two[0]}) OR ({two[1]})"),
        ),
        max_leaves=5,
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=a_query(st.sampled_from(ATOMS)), second=a_query(st.sampled_from(ATOMS)))
def test_narrowing_what_the_model_is_asked_changes_no_answer(
    store: Store, portfolio: dict[int, str], first: str, second: str
) -> None:
    def ids(text: str) -> set[int]:
        return set(store.ids(parse(text), Lens(TODAY, "ann")))

    assert ids(f"({first}) ({second})") == ids(first) & ids(second)
    assert ids(f"({first}) OR ({second})") == ids(first) | ids(second)
    assert ids(f"-({first})") == ids("") - ids(first)


def test_the_model_is_asked_only_of_what_the_rest_of_the_query_leaves(
    store: Store, portfolio: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def dossiers(
        connection: Connection, numbers: Sequence[int], extent: Extent
    ) -> tuple[Dossier, ...]:
        read.extend(numbers)
        return reading.dossiers(connection, numbers, extent)

    monkeypatch.setattr("commitrack.store.derived.dossiers", dossiers)
    store.ids(parse("lint:L2 is:open -rag:red id:5..6"), Lens(TODAY, "ann"))
    assert set(read) == {5, 6}


def test_by_statement_means_in_the_order_of_its_text(store: Store) -> None:
    text = "First we run. Second we walk. Third we rest."
    proposals = [propose(text, quote) for quote in ("Third we", "First we", "Second we")]
    store.add_statement(draft(text, "Out of order"), proposals, {}, sign())
    lens = Lens(TODAY, "ann")
    assert list(store.ids(parse("sort:statement"), lens)) == [1, 2, 3, 5, 6, 4]
    assert list(store.ids(parse("sort:-statement"), lens)) == [5, 6, 4, 1, 2, 3]
    assert list(store.ids(parse("group:statement"), lens)) == [1, 2, 3, 5, 6, 4]
    assert list(store.ids(parse("sort:statement,-id"), lens)) == [3, 2, 1, 6, 5, 4]


@pytest.mark.parametrize(
    ("field", "value", "queries"),
    [
        (
            "note",
            "the cafe\u0301s of Émile",
            ("cafés", "CAFE\u0301S", '"cafes of émile"', "cafe\u0301"),
        ),
        ("note", "a 🚢 — and a plan", ("🚢", '"—"', "text:🚢")),
        ("success_test", "a+b ≥ c", ('"+"', '"≥"')),
        ("lead", "Émile Wright", ("lead:émile", 'lead:="ÉMILE WRIGHT"', "lead:WRIGHT")),
        ("reviewer", "Straße 50%", ("reviewer:STRASSE", 'reviewer:"50%"')),
        ("topic", "Qualité", ("topic:QUALITÉ", "topic:=qualité")),
        ("tags", ("À-côté",), ("tag:à-CÔTÉ",)),
        ("title", "A ‘Plan’ for Übersee", ("title:übersee", 'title:="a ‘plan’ FOR übersee"')),
    ],
)
def test_letters_of_every_script_are_found_in_either_case(
    store: Store, do: Do, field: str, value: str | tuple[str, ...], queries: tuple[str, ...]
) -> None:
    do(2, SetFields({field: value}))
    for text in queries:
        assert list(store.ids(parse(text), Lens(TODAY))) == [2], text


@pytest.mark.parametrize(
    ("field", "value", "query"),
    [
        ("lead", "50%", "lead:5%"),
        ("lead", "a_b", 'lead:"a%b"'),
        ("topic", "smart cities", "topic:art"),
        ("topic", "safety", "topic:s_fety"),
        ("title", "A plan for Übersee", 'title:="a plan"'),
        ("note", "planning", "text:=plan"),
    ],
)
def test_nothing_is_found_that_only_a_pattern_would_meet(
    store: Store, do: Do, field: str, value: str, query: str
) -> None:
    do(2, SetFields({field: value}))
    assert 2 not in store.ids(parse(query), Lens(TODAY))
