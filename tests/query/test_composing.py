"""Queries put together: the user's with a view's, and views inside queries."""

from __future__ import annotations

import pytest

from commitrack.model.errors import BadInput
from commitrack.query import (
    BUILT_IN_VIEWS,
    Query,
    QueryError,
    SavedView,
    Sort,
    View,
    canonical,
    combine,
    expand,
    parse,
)
from commitrack.query.views import arranged, view_hotkey, view_name

VIEWS = {
    "mine": "lead:@me sort:due limit:9",
    "late": "is:overdue OR is:chase",
    "Weekly": "@late -@mine cols:id,title",
    "empty": "",
    "self": "a @self",
    "ping": "@pong",
    "pong": "is:open @ping",
    "broken": "is:opne",
}


def expanded(text: str) -> str:
    return canonical(expand(parse(text), VIEWS))


@pytest.mark.parametrize(
    ("user", "view", "both"),
    [
        ("a OR b", "is:open", "(a OR b) is:open"),
        ("a", "is:open OR is:closed", "a (is:open OR is:closed)"),
        ("a OR b", "c OR d", "(a OR b) (c OR d)"),
        ("", "is:open", "is:open"),
        ("a", "", "a"),
        ("-a", "b c", "-a b c"),
        ("a sort:slip", "b sort:due limit:5", "a b sort:slip limit:5"),
        ("a group:owner cols:id", "b group:lead cols:due", "a b group:owner cols:id"),
    ],
)
def test_an_or_on_one_side_never_reaches_the_other(user: str, view: str, both: str) -> None:
    assert canonical(combine(parse(user), parse(view))) == both


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("is:open", "is:open"),
        ("@late", "is:overdue OR is:chase"),
        ("a @late", "a (is:overdue OR is:chase)"),
        ("a OR @late", "a OR is:overdue OR is:chase"),
        ("-@late", "-(is:overdue OR is:chase)"),
        ("@WEEKLY a", "(is:overdue OR is:chase) -lead:@me a cols:id,title"),
        ("@mine", "lead:@me sort:due limit:9"),
        ("@mine sort:-slip", "lead:@me sort:-slip limit:9"),
        ("-@mine", "-lead:@me"),
        ("a @empty", "a"),
        ("a -@empty", "a -*"),
        ("@mine @mine", "lead:@me lead:@me sort:due limit:9"),
    ],
)
def test_a_view_stands_for_its_whole_condition(text: str, meaning: str) -> None:
    assert expanded(text) == meaning


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        (
            "a @lte",
            'a @lte\n  ^^^^\nunknown view "lte": did you mean "late"?',
        ),
        ("@zzz", '@zzz\n^^^^\nunknown view "zzz"; commitrack view list names them'),
        ("@self", "a @self\n  ^^^^^\na view refers to itself: @self → @self"),
        (
            "@ping",
            "is:open @ping\n        ^^^^^\na view refers to itself: @ping → @pong → @ping",
        ),
        (
            "@broken",
            "is:opne\n   ^^^^\n"
            'in the view @broken: unknown value of is: "opne": did you mean "open"?',
        ),
    ],
)
def test_a_view_that_cannot_be_put_in_is_an_error_with_a_caret(text: str, rendered: str) -> None:
    with pytest.raises(QueryError) as caught:
        expand(parse(text), VIEWS)
    assert caught.value.render().rpartition("\nfor example ")[0] == rendered


def test_views_that_double_each_other_are_stopped_before_they_fill_the_memory() -> None:
    views = {f"v{n}": f"@v{n + 1} @v{n + 1}" for n in range(15)} | {"v15": "a"}
    with pytest.raises(QueryError, match="more than 500 conditions"):
        expand(parse("@v0"), views)


def test_a_long_chain_of_views_is_an_error_and_not_a_crash() -> None:
    views = {f"v{n}": f"-@v{n + 1}" for n in range(5000)} | {"v5000": "a"}
    with pytest.raises(QueryError, match="more than 20 views inside each other"):
        expand(parse("@v0"), views)


def test_views_that_nest_deeply_are_an_error_and_not_a_crash() -> None:
    deep = "-(a OR " * 10
    views = {f"v{n}": f"{deep}@v{n + 1}{')' * 10}" for n in range(15)} | {"v15": "a"}
    with pytest.raises(QueryError, match="more than 60 levels"):
        expand(parse("@v0"), views)


def test_every_built_in_view_parses_and_expands() -> None:
    views = {view.name: view.query for view in BUILT_IN_VIEWS}
    for view in BUILT_IN_VIEWS:
        assert expand(parse(f"@{view.name}"), views) == parse(view.query)


def test_the_built_in_views_have_the_digits_as_hotkeys_in_order() -> None:
    assert "".join(view.hotkey or "" for view in BUILT_IN_VIEWS) == "1234567890"
    names = " ".join(view.name for view in BUILT_IN_VIEWS)
    assert names == (
        "inbox open overdue soon chase review mine stale closed undated week stalled all"
    )
    assert all(view.description for view in BUILT_IN_VIEWS)


def test_a_key_belongs_to_the_view_of_ones_own_that_has_it() -> None:
    own = (SavedView("a", "A", "x", "3", own=True), SavedView("b", "B", "y", "3", own=True))
    shown = arranged(own)
    assert [view.name for view in shown][-3:] == ["a", "b", "all"]
    keys = {view.hotkey: view.name for view in shown if view.hotkey}
    assert keys["3"] == "a"
    assert "".join(sorted(keys)) == "0123456789"
    assert [view.name for view in arranged(())] == [view.name for view in BUILT_IN_VIEWS]


@pytest.mark.parametrize(
    ("typed", "name"), [("weekly", "weekly"), ("@Weekly", "weekly"), (" zu-tun_2 ", "zu-tun_2")]
)
def test_a_view_is_called_by_a_letter_and_more(typed: str, name: str) -> None:
    assert view_name(typed) == name
    assert parse(f"@{name}").where == View(name)


@pytest.mark.parametrize("typed", ["", "@", "2nd", "a b", "a(b", 'a"b', "a,b", "a" * 41, "-a"])
def test_what_cannot_be_the_name_of_a_view_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="a view cannot be called"):
        view_name(typed)


def test_a_built_in_name_and_a_key_that_there_is_not_are_refused() -> None:
    with pytest.raises(BadInput, match="@overdue is built in"):
        view_name("overdue")
    for typed in ("0", "10", "x", "", "²"):
        with pytest.raises(BadInput, match="one of 1 to 9"):
            view_hotkey(typed)


def test_the_overdue_view_is_sorted_by_due_date() -> None:
    query = expand(parse("@overdue"), {"overdue": "is:overdue sort:due"})
    assert query == Query(parse("is:overdue").where, sort=(Sort("due"),))
