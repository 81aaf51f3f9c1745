"""What SQL finds is what a plain filter over the same records finds, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from commitrack.query import FIELDS, FieldSpec, QueryError, ValueType, canonical, parse
from commitrack.store import Lens, Store, open_store
from tests.store.hands import TODAY
from tests.store.odd_records import NAMES, OFFICERS, TAGS, TEXTS, TOPICS, fill_oddly
from tests.store.plain_filter import Plain

ACTOR = "émile"
LENS = Lens(TODAY, ACTOR)
SEEDS = range(4)

Both = tuple[Store, Plain]


@pytest.fixture(scope="module")
def portfolios(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Both]]:
    made = []
    for seed in SEEDS:
        store = open_store(tmp_path_factory.mktemp("odd") / "record.db", create=True)
        fill_oddly(store, Random(seed))
        made.append((store, Plain(store, TODAY, ACTOR)))
    yield made
    for store, _ in made:
        store.close()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _part(dice: Random, text: str) -> str:
    """All of a text, or some of it."""
    first, last = sorted(dice.sample(range(len(text) + 1), 2))
    return dice.choice((text, text, text[:last], text[first:last], text.upper(), text.lower()))


PARTS = st.tuples(
    st.sampled_from((*NAMES, *OFFICERS, *TOPICS, *TAGS, *TEXTS)), st.randoms(use_true_random=False)
).map(lambda pair: " ".join(_part(pair[1], pair[0]).split()))
WORDY = st.one_of(
    PARTS,
    st.sampled_from(
        ("nhs", "the guild", "NHSC", "confed", "bund and länder", "ward and bed board")
    ),
    st.text("aé%_'\"\\*-. ßŠ約🚢\u0301", min_size=1, max_size=4).map(lambda t: " ".join(t.split())),
).filter(bool)
DAYS = st.one_of(
    st.sampled_from(
        (
            *("today", "yesterday", "tomorrow", "eow", "eom", "eoq", "eoy", "2026", "2026-Q1"),
            *("2026-Q2", "2026-03", "2026-03-02", "2025", "-90d", "+28d", "+4w", "-1m", "+1y"),
        )
    ),
    st.integers(-500, 500).map(lambda n: f"{n:+d}d"),
)
OPS = st.sampled_from(("", "", "=", "<", "<=", ">", ">="))
SMALL = st.integers(-3, 7).map(str)


def _value(spec: FieldSpec) -> st.SearchStrategy[str]:
    if spec.choices:
        kinds = [st.sampled_from(list(spec.choices))]
    elif spec.type is ValueType.DAY:
        kinds = [
            st.builds("{}{}".format, OPS, DAYS),
            st.builds("{}..{}".format, DAYS, DAYS),
        ]
    elif spec.type is ValueType.NUMBER:
        wide = SMALL if spec.name != "slip" else st.integers(-400, 400).map(str)
        kinds = [st.builds("{}{}".format, OPS, wide), st.builds("{}..{}".format, SMALL, wide)]
        if spec.names:
            kinds.append(st.builds("{}{}".format, OPS, st.sampled_from(list(spec.names))))
    elif spec.type is ValueType.ID:
        kinds = [st.builds("{}{}".format, OPS, st.integers(0, 70))]
    else:
        kinds = [st.builds("{}{}".format, st.sampled_from(("", "=")), WORDY.map(_quoted))]
        if spec.type is ValueType.PARTY:
            kinds.append(st.just("@me"))
    if spec.optional:
        kinds.append(st.sampled_from(("none", "any")))
    return st.one_of(kinds)


def _term(spec: FieldSpec) -> st.SearchStrategy[str]:
    values = st.lists(_value(spec), min_size=1, max_size=3).map(",".join)
    return values.map(lambda text: f"{spec.name}:{text}")


IDS = st.one_of(
    st.builds("{}{}".format, st.sampled_from(("C-", "c", "C-00")), st.integers(0, 65)),
    st.builds("{}{}".format, st.sampled_from(("S-", "s")), st.integers(0, 20)),
)
TERMS = st.one_of(
    st.sampled_from(list(FIELDS.values())).flatmap(_term),
    st.sampled_from(list(FIELDS.values())).flatmap(_term),
    WORDY.map(_quoted),
    WORDY.filter(lambda text: not set(text) & set('()":@-*,“” ')),
    IDS,
    st.lists(IDS, min_size=2, max_size=4).map(" ".join),
    st.lists(IDS, min_size=2, max_size=3).map(",".join),
    st.just("*"),
)
WHERE = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(lambda one: f"-({one})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) ({two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) OR ({two[1]})"),
    ),
    max_leaves=4,
)
SORTABLE = [name for name, spec in FIELDS.items() if spec.sortable]
GROUPABLE = [name for name, spec in FIELDS.items() if spec.groupable]
ORDERS = st.one_of(
    st.just(""),
    st.lists(
        st.tuples(st.sampled_from(("", "-")), st.sampled_from(SORTABLE)).map("".join),
        min_size=1,
        max_size=2,
    ).map(lambda keys: f" sort:{','.join(keys)}"),
    st.sampled_from(GROUPABLE).map(lambda name: f" group:{name}"),
)
LIMITS = st.one_of(st.just(""), st.integers(1, 30).map(lambda n: f" limit:{n}"))


def agree(both: Both, text: str) -> None:
    """What both find is the same, and so is what is counted and shown on the first pages."""
    store, plain = both
    try:
        query = parse(text)
    except QueryError:
        return  # a range the wrong way round, say
    assert parse(canonical(query)) == query
    expected = plain.ids(query)
    assert list(store.ids(query, LENS)) == expected
    assert store.counts({"n": query}, LENS) == {"n": len(expected)}
    assert list(store.page(query, LENS, 0, 5)) == expected[:5]


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(SEEDS), WHERE, ORDERS, LIMITS)
@example(0, 'owner:"T"', "", "")
@example(0, "owner:the", "", "")
@example(1, 'owner:="the ward and bed board"', "", "")
def test_a_query_finds_what_a_plain_filter_finds(
    portfolios: list[Both], seed: int, where: str, order: str, limit: str
) -> None:
    agree(portfolios[seed], f"{where}{order}{limit}")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(dice=st.randoms(use_true_random=False), terms=st.lists(TERMS, min_size=4, max_size=8))
def test_random_records_are_found_by_a_plain_filter_and_by_sql(
    tmp_path_factory: pytest.TempPathFactory, dice: Random, terms: list[str]
) -> None:
    place = tmp_path_factory.mktemp("random") / "record.db"
    store = open_store(place, create=True)
    try:
        fill_oddly(store, dice, 12)
        plain = Plain(store, TODAY, ACTOR)
        for term in terms:
            agree((store, plain), term)
            agree((store, plain), f"-({term})")
    finally:
        store.close()
