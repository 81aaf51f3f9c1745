"""Whatever is typed, the answer is a code of ours and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.filling import fill
from tests.cli.harness import CommandLine

WORDS = st.text(st.characters(exclude_characters="\0"), max_size=40)
LANGUAGE = st.lists(
    st.sampled_from(
        [
            "is:",
            "due:",
            "owner:",
            "-",
            "(",
            ")",
            "OR",
            "NOT",
            '"',
            "..",
            ">=",
            "today",
            "@me",
            "C-1",
        ]
    )
    | WORDS,
    max_size=6,
).map("".join)
TYPED = st.one_of(
    st.tuples(st.just("list"), LANGUAGE),
    st.tuples(st.just("list"), WORDS, WORDS),
    st.tuples(st.just("show"), WORDS),
    st.tuples(st.just("history"), WORDS),
    st.tuples(st.just("report"), st.just("overdue"), LANGUAGE),
    st.tuples(st.just("set"), st.just("C-1"), st.just("--dry-run"), WORDS.map("due={}".format)),
    st.tuples(st.just("set"), st.just("C-1"), st.just("--dry-run"), WORDS.map("owner={}".format)),
    st.tuples(st.just("list"), st.just("--today"), WORDS),
    st.tuples(st.just("list"), st.just("--as"), WORDS),
    st.tuples(WORDS, WORDS),
)
OURS = {0, 2, 3, 4}


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed may name a file to write ("report -o…"): it lands in a folder of ours."""
    monkeypatch.chdir(tmp_path)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(TYPED)
def test_the_answer_is_one_of_our_codes(run: CommandLine, arguments: tuple[str, ...]) -> None:
    if not run.store.exists():
        fill(run.store, "We will publish a plan")
        run.ok("accept", "C-1")
    outcome = run(*arguments)
    assert outcome.code in OURS, outcome.err
    assert "unexpected" not in outcome.err
    assert "\x1b" not in outcome.out + outcome.err
