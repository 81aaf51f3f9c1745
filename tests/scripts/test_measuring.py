"""What the table of figures says of each: which limits are the machine's, and which a person's."""

from __future__ import annotations

import pytest

from measuring import REFERENCE, Figure, pace_of, paired


def _judged(ms: float, limit: str, pace: float = 1.0) -> str:
    return Figure("a list", ms, "another", 100.0, limit).judged(pace)


@pytest.mark.parametrize(
    ("ms", "limit", "said"),
    [
        (99.0, "100 ms", "100 ms"),
        (101.0, "100 ms", "100 ms: over"),
        (1_999.0, "2 s", "2 s"),
        (2_001.0, "2 s", "2 s: over"),
        (149.0, "150 MB", "150 MB"),
        (151.0, "150 MB", "150 MB: over"),
        (200.0, "2×", "2×"),
        (201.0, "2×", "2×: over"),
        (99.0, "100 ms, 0.5×", "100 ms, 0.5×: over"),
        (99.0, "", ""),
    ],
)
def test_a_figure_is_judged_by_each_of_its_limits(ms: float, limit: str, said: str) -> None:
    assert _judged(ms, limit) == said


def test_milliseconds_are_longer_on_a_slower_machine() -> None:
    assert _judged(199.0, "100 ms", 2.0) == "100 ms (200)"
    assert _judged(201.0, "100 ms", 2.0) == "100 ms (200): over"


def test_what_had_its_own_pace_measured_is_judged_by_that() -> None:
    figure = Figure("a list", 199.0, "another", 100.0, "100 ms", REFERENCE * 2)
    assert figure.judged(1.0) == "100 ms (200)"


def test_two_are_timed_in_turn_and_the_pace_with_them_when_it_judges_them() -> None:
    turns: list[str] = []
    figure = paired("a", lambda: turns.append("a"), "b", lambda: turns.append("b"), 3, "100 ms")
    assert turns == ["a", "b"] * 4
    assert figure.empty_ms is not None
    assert paired("a", turns.clear, "b", turns.clear, 1, "3×").empty_ms is None


@pytest.mark.parametrize("limit", ["2 s", "2000 MB", "20×"])
def test_no_other_limit_is_longer_on_a_slower_machine(limit: str) -> None:
    assert _judged(2_001.0, limit, 2.0) == f"{limit}: over"


def test_no_limit_is_shorter_on_a_faster_machine() -> None:
    assert (pace_of(REFERENCE / 2), pace_of(REFERENCE), pace_of(REFERENCE * 2)) == (1, 1, 2)
