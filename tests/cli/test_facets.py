"""What a query could be narrowed by, and how many each choice would leave."""

from __future__ import annotations

import pytest

from tests.cli.filling import HOSTILE, fill
from tests.cli.harness import CommandLine


@pytest.fixture
def filled(run: CommandLine) -> CommandLine:
    fill(run.store, "We will publish a plan", "We will train all staff", HOSTILE)
    run.ok("accept", "C-1", "C-2", "--due", "2026-03-01", "--lead", "ann")
    run.ok("set", "C-2", "topic=care homes", "tags=flagship")
    run.ok("view", "save", "weekly", "is:open lead:ann")
    return run


@pytest.mark.parametrize("query", [(), ("is:open",), ("-is:candidate", "sort:due", "limit:1")])
def test_each_condition_leaves_as_many_as_it_says(
    filled: CommandLine, query: tuple[str, ...]
) -> None:
    answer = filled.ok("facets", *query, "--json").json
    plain = [word for word in query if not word.startswith(("sort", "limit"))]
    assert answer["count"] == len(filled.listed(*plain))
    conditions = [one for facet in answer["facets"] for one in facet["values"]]
    assert len(conditions) > 10
    for one in conditions:
        assert len(filled.listed(*plain, one["condition"])) == one["left"] > 0


def test_facets_are_told_in_a_table_with_what_to_type(filled: CommandLine) -> None:
    answer = filled.ok("facets", "is:open", "--by", "lead,topic,view")
    assert answer.out.splitlines() == [
        "facet  condition           left",
        "lead   lead:@me            2",
        "lead   lead:ann            2",
        "lead   lead:any            2",
        'topic  topic:"care homes"  1',
        "topic  topic:none          1",
        "topic  topic:any           1",
        "view   @open               2",
        "view   @overdue            2",
        "view   @mine               2",
        "view   @weekly             2",
        "view   @all                2",
    ]
    assert answer.err == "of 2\n"


def test_even_what_the_model_derives_can_be_asked(filled: CommandLine) -> None:
    answer = filled.ok("facets", "--by", "rag,lint,assurance,spec", "--json").json
    by_name = {one["field"]: one["values"] for one in answer["facets"]}
    assert {"condition": "assurance:none", "left": 3} in by_name["assurance"]
    assert sum(one["left"] for one in by_name["rag"]) == 3
    assert set(by_name) == {"rag", "lint", "assurance", "specificity"}


def test_a_limit_keeps_the_most_frequent(filled: CommandLine) -> None:
    answer = filled.ok("facets", "--by", "status", "--limit", "1", "--json").json
    assert len(answer["facets"][0]["values"]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--by", "ownr"), "there are no facets by 'ownr': did you mean 'owner'"),
        (("--by", "text"), "there are no facets by 'text'"),
        (("is:opne",), "did you mean"),
        (("@nowhere",), "unknown view"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    filled: CommandLine, arguments: tuple[str, ...], said: str
) -> None:
    outcome = filled("facets", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
