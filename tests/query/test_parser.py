"""What a query means: text → tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.query import (
    FIELDS,
    And,
    Anything,
    Day,
    DayRange,
    Everything,
    Field,
    Ids,
    Node,
    Not,
    Nothing,
    Number,
    NumberRange,
    Op,
    Or,
    Phrase,
    Query,
    QueryError,
    Sort,
    Text,
    View,
    Word,
    canonical,
    parse,
)

A, B, C = Word("a"), Word("b"), Word("c")


def exact(name: str, *words: str) -> Field:
    return Field(name, tuple(Text(word, exact=True) for word in words))


def day(name: str, op: Op, expr: str) -> Field:
    return Field(name, (Day(op, expr),))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", Everything()),
        ("  \n\t ", Everything()),
        ("*", Everything()),
        ("a * b", And((A, B))),
        ("-*", Not(Everything())),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a or b", And((A, Word("or"), B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("(a b) c", And((A, B, C))),
        ("a OR (b OR c)", Or((A, B, C))),
        ("((a))", A),
        ("(a)(b)", And((A, B))),
        ("-a", Not(A)),
        ("NOT a b", And((Not(A), B))),
        ("NOT -a", Not(Not(A))),
        ("--a", Not(Not(A))),
        ("-(a OR b)", Not(Or((A, B)))),
        ("well-being", Word("well-being")),
        ("safety,quality", Word("safety,quality")),
        ("12:30", Word("12:30")),
        ("ann@example.org", Word("ann@example.org")),
        ('"peer review"', Phrase("peer review")),
        ("“peer  review”", Phrase("peer review")),
        ('-"peer review"', Not(Phrase("peer review"))),
        (r'"say \"yes\" \\ C:\new"', Phrase(r'say "yes" \ C:\new')),
        ("C-0012", Ids("C", (12,))),
        ("c-12", Ids("C", (12,))),
        ("c12", Ids("C", (12,))),
        ("s-0001", Ids("S", (1,))),
        ("S1", Ids("S", (1,))),
        ("c2 c3", Ids("C", (2, 3))),
        ("c2,c3", Ids("C", (2, 3))),
        ("c2, c3,c2", Ids("C", (2, 3))),
        ("a c3 b c2", And((A, Ids("C", (3, 2)), B))),
        ("c2 s1 c3", And((Ids("C", (2, 3)), Ids("S", (1,))))),
        ("c2,s1 a", And((Or((Ids("C", (2,)), Ids("S", (1,)))), A))),
        ("c2 OR c3 c4", Or((Ids("C", (2,)), Ids("C", (3, 4))))),
        ("-c2 -c3", And((Not(Ids("C", (2,))), Not(Ids("C", (3,)))))),
        ("-(c2 c3)", Not(Ids("C", (2, 3)))),
        ("c2 (c3)", And((Ids("C", (2,)), Ids("C", (3,))))),
        ('"c2"', Phrase("c2")),
        ("c2,three", Word("c2,three")),
        ("12", Word("12")),
        ("C-12x", Word("C-12x")),
        ("@weekly", View("weekly")),
        ("@Weekly -@inbox", And((View("weekly"), Not(View("inbox"))))),
    ],
)
def test_words_and_operators(text: str, where: Node) -> None:
    assert parse(text).where == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("is:open", exact("is", "open")),
        ("is:DUE-SOON", exact("is", "due-soon")),
        ("is:due_soon", exact("is", "due-soon")),
        ("has:follow-up", exact("has", "follow_up")),
        ("no:due", exact("no", "due")),
        ("overdue:chase", exact("overdue", "chase")),
        ("status:open,stalled", exact("status", "open", "stalled")),
        ("status:in-progress", exact("status", "in_progress")),
        ('status:"partly delivered"', exact("status", "partly_delivered")),
        ("status:=open", exact("status", "open")),
        ("STATUS:open", exact("status", "open")),
        ("rag:red", exact("rag", "RED")),
        ("lint:L2,l14", exact("lint", "L2", "L14")),
        ("lint:any", Field("lint", (Anything(),))),
        ("dismissed:l2", exact("dismissed", "L2")),
        ("dismissed:none", Field("dismissed", (Nothing(),))),
        ("testable:yes", exact("testable", "yes")),
        ("spec:>=3", Field("specificity", (Number(">=", 3),))),
        ("is:verifiable", exact("is", "verifiable")),
        ("link:part-of", exact("link", "part_of")),
        ("kind:recommendation", exact("kind", "recommendation")),
        ("visibility:public", exact("visibility", "public")),
        ("confidence:low", exact("confidence", "low")),
        ("owner:trusts", Field("owner", (Text("trusts"),))),
        ("owner:=Trusts", Field("owner", (Text("Trusts", exact=True),))),
        ('owner:="NHS Confederation"', Field("owner", (Text("NHS Confederation", exact=True),))),
        ('owner:"a, b",c', Field("owner", (Text("a, b"), Text("c")))),
        ("owner:none", Field("owner", (Nothing(),))),
        ('owner:"none"', Field("owner", (Text("none"),))),
        ("owner:=none", Field("owner", (Text("none", exact=True),))),
        ("lead:@me", Field("lead", (Text("@me"),))),
        ("speaker:bell", Field("maker", (Text("bell"),))),
        ("title:a..b", Field("title", (Text("a..b"),))),
        ("tag:x:y", Field("tag", (Text("x:y"),))),
        ('text:"peer review"', Field("text", (Text("peer review"),))),
        ("(topic:safety)", Field("topic", (Text("safety"),))),
        ("due:2026-06-30", day("due", "=", "2026-06-30")),
        ("due:2026-6-3", day("due", "=", "2026-06-03")),
        ("due:2026-Q2", day("due", "=", "2026-Q2")),
        ("due:<2026-q2", day("due", "<", "2026-Q2")),
        ("due:2026", day("due", "=", "2026")),
        ("due:=TODAY", day("due", "=", "today")),
        ("checked:<-90d", day("checked", "<", "-90d")),
        ("follow:<=+06w", day("follow_up", "<=", "+6w")),
        ("follow-up:eow", day("follow_up", "=", "eow")),
        ("due_original:>=2026-01", day("original", ">=", "2026-01")),
        ('due:"2026-06-30"', day("due", "=", "2026-06-30")),
        ("due:today..eow", Field("due", (DayRange("today", "eow"),))),
        ("due:-2w..+2w,none", Field("due", (DayRange("-2w", "+2w"), Nothing()))),
        ("moves:>=2", Field("moves", (Number(">=", 2),))),
        ("slip:-30..+5", Field("slip", (NumberRange(-30, 5),))),
        ("slip:<-30", Field("slip", (Number("<", -30),))),
        ("priority:1,2", Field("priority", (Number("=", 1), Number("=", 2)))),
        ("strength:<=2", Field("strength", (Number("<=", 2),))),
        ("strength:>=firm", Field("strength", (Number(">=", 3),))),
        ("strength:none", Field("strength", (Nothing(),))),
        ("assurance:none", Field("assurance", (Number("=", 0),))),
        ("assurance:>=official", Field("assurance", (Number(">=", 2),))),
        ("statement:S-0001", Field("statement", (Number("=", 1),))),
        ("id:C-0001..C-0009,12", Field("id", (NumberRange(1, 9), Number("=", 12)))),
    ],
)
def test_fields_and_values(text: str, where: Node) -> None:
    assert parse(text).where == where


def test_directives_may_stand_anywhere() -> None:
    shown = Query(
        And((A, B)),
        sort=(Sort("slip", descending=True), Sort("owner")),
        group="owner",
        limit=20,
        cols=("id", "title"),
    )
    assert parse("sort:-slip,owner a group:owner b limit:20 cols:id,title") == shown
    assert parse("(a sort:-slip,owner) b cols:id,title group:owner limit:20") == shown


def test_directives_alone_leave_everything() -> None:
    assert parse("sort:-follow") == Query(sort=(Sort("follow_up", descending=True),))


def test_a_view_remembers_where_it_stands() -> None:
    where = parse("is:open @weekly").where
    assert isinstance(where, And)
    view = where.parts[1]
    assert isinstance(view, View)
    assert view.at == 8


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_accepts_its_own_example(name: str) -> None:
    where = parse(f"{name}:{FIELDS[name].example}").where
    assert isinstance(where, Field)
    assert where.name == name


@pytest.mark.parametrize("text", ["(" * 10_000, "-" * 10_000 + "a", "NOT " * 10_000 + "a"])
def test_ten_thousand_levels_are_an_error_and_not_a_crash(text: str) -> None:
    with pytest.raises(QueryError):
        parse(text)
    with pytest.raises(QueryError):
        parse(text + "a" + ")" * 10_000)


@pytest.mark.parametrize("text", ["a " * 501, "a OR " * 501 + "a", "id:" + ",".join("1" * 501)])
def test_more_conditions_than_a_database_takes_are_an_error(text: str) -> None:
    with pytest.raises(QueryError, match="more than 500 conditions"):
        parse(text)


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("-", ""), ("NOT ", ""), ("-(", ")")])
def test_twenty_levels_are_read_and_one_more_is_refused_at_its_place(
    opening: str, closing: str
) -> None:
    levels = len(opening) if opening == "-(" else 1
    times = 20 // levels
    parse(opening * times + "a" + closing * times)
    with pytest.raises(QueryError, match="more than 20 levels") as caught:
        parse(opening * (times + 1) + "a" + closing * (times + 1))
    assert caught.value.position == len(opening) * times


def test_a_query_has_at_most_4096_characters_in_either_spelling() -> None:
    long = f'"{"a" * 4_094}"'
    assert canonical(parse(long)) == long
    for text in (f"{long} ", "a" * 4_097):
        with pytest.raises(QueryError, match="at most 4,096 characters, and this one 4,097"):
            parse(text)
    short = "strength:" + ",".join("1" * 400)
    with pytest.raises(QueryError, match=f"this one {len('exploratory,') * 400 + 8:,}"):
        parse(short)


@given(st.text())
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    _parses_or_is_refused(text)


_PIECES = (
    *("(", ")", "-", '"', "“", "”", ",", ":", "..", "<", ">=", "=", "@", "*", "\\", " ", "\n"),
    *("AND", "OR", "NOT", "a", "C-1", "S-1", "none", "any", "today", "2026", "-Q2", "+6w", "eow"),
    *("due:", "is:", "owner:", "moves:", "id:", "sort:", "limit:", "cols:", "group:", "open", "2"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_any_mix_of_the_languages_pieces_is_a_query_or_a_query_error(text: str) -> None:
    _parses_or_is_refused(text)


def _parses_or_is_refused(text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
        assert len(error.render().splitlines()) == 4
        parse(error.example)
    else:
        assert parse(canonical(query)) == query
