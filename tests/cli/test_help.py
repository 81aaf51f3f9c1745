"""The filter language on one page, and what each command does."""

from __future__ import annotations

from commitrack.query.examples import EXAMPLES
from tests.cli.harness import CommandLine

QUERIES = [example.query for _, examples in EXAMPLES for example in examples]


def test_help_shows_the_language_with_every_example(run: CommandLine) -> None:
    shown = run.ok("help", "query").out
    assert all(f"  {query}\n" in shown for query in QUERIES)
    for name in ("owner:", "follow_up:", "is:", "sort:", "today..eow", "due-soon", "depends_on"):
        assert name in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_help_explains_a_command_and_names_the_nearest(run: CommandLine) -> None:
    assert "Save a query under a name" in run.ok("help", "view", "save").out
    assert run.ok("help").out == run.ok("--help").out
    outcome = run("help", "lst")
    assert (outcome.code, "did you mean 'list'" in outcome.err) == (2, True)
    assert run("help", "list", "show").code == 2
