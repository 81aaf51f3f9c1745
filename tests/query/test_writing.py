"""A query back to text: one spelling, which reads back as the same query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.query import (
    FIELDS,
    Anything,
    Day,
    DayRange,
    Everything,
    Field,
    FieldSpec,
    Ids,
    Node,
    Not,
    Nothing,
    Number,
    NumberRange,
    Op,
    Phrase,
    Query,
    Sort,
    Text,
    Value,
    ValueType,
    View,
    Word,
    canonical,
    conjoin,
    disjoin,
    parse,
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("", ""),
        ("*", ""),
        ("sort:due  a", "a sort:due"),
        ("a AND b", "a b"),
        ("((a b) c)", "a b c"),
        ("a b OR c", "a b OR c"),
        ("(a OR b) c", "(a OR b) c"),
        ("NOT (a b)", "-(a b)"),
        ("NOT NOT a", "--a"),
        ("-* a", "-* a"),
        ("c-7 s-7", "C-0007 S-0007"),
        ("“peer review”", '"peer review"'),
        (r'"say \"yes\""', r'"say \"yes\""'),
        ("FOLLOW:<=+06W", "follow_up:<=+6w"),
        ("due:2026-q2..2026-Q4", "due:2026-Q2..2026-Q4"),
        ("status:in-progress,=open", "status:in_progress,open"),
        ("rag:RED lint:L2", "rag:red lint:l2"),
        ("spec:>=3 DISMISSED:L2", "specificity:>=3 dismissed:l2"),
        ("assurance:0 strength:>2", "assurance:none strength:>intended"),
        ("statement:1 id:c-2..3", "statement:S-0001 id:C-0002..C-0003"),
        ('owner:"trusts","none",any,="none"', 'owner:trusts,"none",any,="none"'),
        ('title:">x"', 'title:">x"'),
        ("limit:020 cols:title,ID group:OWNER", "group:owner limit:20 cols:title,id"),
    ],
)
def test_a_query_is_written_in_one_spelling(typed: str, written: str) -> None:
    assert canonical(parse(typed)) == written
    assert canonical(parse(written)) == written


@pytest.mark.parametrize(
    "text",
    [
        "is:overdue sort:-slip group:owner",
        "overdue:due -status:claimed",
        "is:chase lead:@me",
        "due:today..eow is:open",
        'due:2026-Q2 owner:"NHS Confederation"',
        "no:due is:open",
        "status:open,stalled checked:<-90d",
        "moves:>=2 OR slip:>180",
        "(topic:safety OR topic:quality) -is:closed",
        'text:"peer review"',
        "statement:S-0001 kind:recommendation",
        "@weekly -owner:trusts sort:due limit:20",
    ],
)
def test_a_query_in_its_plain_spelling_is_written_as_it_was_typed(text: str) -> None:
    assert canonical(parse(text)) == text


OPS: st.SearchStrategy[Op] = st.sampled_from(["=", "<", "<=", ">", ">="])
NUMBERS = st.integers(-999_999_999, 999_999_999)
ID_NUMBERS = st.integers(0, 10**18 - 1)
DATES = st.one_of(
    st.sampled_from(
        ["today", "yesterday", "tomorrow", "eow", "eom", "eoq", "eoy", "2026", "2026-Q3"]
    ),
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.builds(
        "{}{}{}".format, st.sampled_from("+-"), st.integers(0, 99_999), st.sampled_from("dwmy")
    ),
)
TEXTS = st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
WORDS = st.one_of(
    st.from_regex(r"[a-z][a-z0-9.,'*-]{0,8}", fullmatch=True),
    st.sampled_from(
        ["or", "and", "none", "12:30", "\\", "”", "約束", "x@y", "C-", "=", "..", "**"]
    ),
).filter(lambda word: isinstance(parse(word).where, Word))


def _range(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[Value]:
    pairs = st.tuples(numbers, numbers).map(sorted)
    return pairs.map(lambda pair: NumberRange(pair[0], pair[1]))


def _values(spec: FieldSpec) -> st.SearchStrategy[Value]:
    kinds: list[st.SearchStrategy[Value]] = []
    if spec.choices:
        kinds = [st.sampled_from(list(spec.choices.values())).map(lambda v: Text(v, exact=True))]
    elif spec.type is ValueType.DAY:
        same = st.one_of(st.just("eow"), st.just("-3d"))
        kinds = [st.builds(Day, OPS, DATES), st.builds(DayRange, same, DATES)]
    elif spec.type in (ValueType.NUMBER, ValueType.ID):
        numbers = ID_NUMBERS if spec.type is ValueType.ID else NUMBERS
        kinds = [st.builds(Number, OPS, numbers), _range(numbers)]
    else:
        kinds = [st.builds(Text, TEXTS, st.booleans())]
    if spec.optional:
        kinds.append(st.sampled_from([Nothing(), Anything()]))
    return st.one_of(kinds)


def _field(spec: FieldSpec) -> st.SearchStrategy[Node]:
    values = st.lists(_values(spec), min_size=1, max_size=3).map(tuple)
    return st.builds(Field, st.just(spec.name), values)


LEAVES: st.SearchStrategy[Node] = st.one_of(
    WORDS.map(Word),
    TEXTS.map(Phrase),
    st.sampled_from(["weekly", "inbox", "my-view"]).map(View),
    st.builds(
        Ids,
        st.sampled_from(["C", "S"]),
        st.lists(ID_NUMBERS, min_size=1, max_size=3, unique=True).map(tuple),
    ),
    st.just(Everything()),
    st.sampled_from(list(FIELDS.values())).flatmap(_field),
)


def _grow(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(nodes, min_size=1, max_size=4)
    return st.one_of(parts.map(conjoin), parts.map(disjoin), nodes.map(Not))


NODES = st.recursive(LEAVES, _grow, max_leaves=12)


def _names(usable: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(usable), max_size=3).map(tuple)


SORTABLE = [spec.name for spec in FIELDS.values() if spec.sortable]
GROUPABLE = [spec.name for spec in FIELDS.values() if spec.groupable]
COLUMNS = [spec.name for spec in FIELDS.values() if spec.column]
QUERIES = st.builds(
    Query,
    NODES,
    st.lists(st.builds(Sort, st.sampled_from(SORTABLE), st.booleans()), max_size=3).map(tuple),
    st.none() | st.sampled_from(GROUPABLE),
    st.none() | st.integers(1, 999_999_999),
    _names(COLUMNS),
)


@given(QUERIES.filter(lambda query: len(canonical(query)) <= 4_096))
def test_every_query_reads_back_from_its_canonical_text(query: Query) -> None:
    written = canonical(query)
    assert parse(written) == query
    assert canonical(parse(written)) == written
