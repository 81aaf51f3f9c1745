"""Lines and places of a list in groups, held to a plain list of what stands on each line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.tui.arrangement import Arrangement, Group, Groups

PARTS = st.lists(st.tuples(st.integers(1, 9), st.booleans()), max_size=8)


def plainly(parts: list[tuple[int, bool]]) -> list[int | str]:
    """What stands on each line: a place, or the name of a group."""
    lines: list[int | str] = []
    place = 0
    for name, (size, folded) in enumerate(parts):
        lines.append(f"g{name}")
        if not folded:
            lines += range(place, place + size)
        place += size
    return lines


def arranged(parts: list[tuple[int, bool]]) -> Arrangement:
    groups = Groups("owner", tuple(Group(f"g{n}", size) for n, (size, _) in enumerate(parts)))
    folded = {f"g{n}" for n, (_, folded) in enumerate(parts) if folded}
    return Arrangement(sum(size for size, _ in parts), groups, folded)


@given(PARTS)
def test_each_line_has_its_heading_or_its_place(parts: list[tuple[int, bool]]) -> None:
    found, lines = arranged(parts), plainly(parts)
    assert found.lines == len(lines)
    for line, expected in enumerate(lines):
        group = found.heading(line)
        assert (found.place(line) if group is None else group.value) == expected
        if isinstance(expected, int):
            assert found.line_of(expected) == found.line_of(found.first(line)) == line
        else:
            assert found.line_of(found.first(line)) in (line, line + 1)
        head = found.head_of(line)
        assert found.heading(head) == found.group(line)


@given(PARTS, st.integers(-5, 60), st.integers(0, 60))
def test_the_places_of_some_lines_are_told_in_runs(
    parts: list[tuple[int, bool]], first: int, size: int
) -> None:
    found = arranged(parts)
    told = [place for start, end in found.run(first, first + size) for place in range(start, end)]
    lines = plainly(parts)[max(0, first) : max(0, first + size)]
    assert told == [one for one in lines if isinstance(one, int)]


def test_without_groups_a_line_is_a_place() -> None:
    plain = Arrangement(1_000_000)
    assert (plain.lines, plain.place(999_999), plain.line_of(7)) == (1_000_000, 999_999, 7)
    assert plain.heading(0) is None
    assert plain.run(5, 9) == [(5, 9)]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("status", "in_progress", "◐ in progress"),
        ("owner", None, "no owner"),
        ("owner", "Bad \x1b[31m\x07", "Bad \N{REPLACEMENT CHARACTER}"),
        ("statement", "3", "S-0003"),
        ("strength", "3", "firm"),
        ("testable", "0", "not testable"),
        ("confidence", "2", "medium"),
        ("priority", "1", "1"),
    ],
)
def test_a_group_is_called_as_people_call_it(field: str, value: str | None, words: str) -> None:
    assert Groups(field, ()).words(Group(value, 1)) == words
