"""The tree of bodies as rows: under whom, folded or not, found by the beginning of a name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.standing import Body
from commitrack.tui.forest import Forest, finds

NHS, EMPLOYERS, BOARD, COUNCIL, WARD = (
    Body(1, "NHS Confederation"),
    Body(2, "NHS Employers", parent=1, aliases=("NHSE",)),
    Body(3, "Pay Board", parent=2),
    Body(4, "City Council", owns=False),
    Body(5, "Ward 7", parent=4, owns=False),
)
FOREST = Forest((COUNCIL, NHS, EMPLOYERS, BOARD, WARD))


def shown(*folded: int, typed: str = "", every: bool = True) -> list[tuple[int, int]]:
    return [(row.body.number, row.depth) for row in FOREST.rows(folded, typed, every=every)]


def test_each_stands_under_what_it_is_part_of() -> None:
    assert shown() == [(4, 0), (5, 1), (1, 0), (2, 1), (3, 2)]


def test_what_is_folded_hides_what_is_part_of_it() -> None:
    assert shown(1) == [(4, 0), (5, 1), (1, 0)]
    assert [row.folded for row in FOREST.rows({1})] == [False, None, True]


def test_what_is_typed_finds_names_and_aliases_with_those_above_however_folded() -> None:
    assert shown(1, 2, typed="pay") == [(1, 0), (2, 1), (3, 2)]
    assert shown(1, typed="nhse") == [(1, 0), (2, 1)]
    assert shown(typed="empl nhs") == [(1, 0), (2, 1)]
    assert shown(typed="oard") == []


def test_owners_alone_leave_out_who_owns_nothing() -> None:
    assert shown(every=False) == [(1, 0), (2, 1), (3, 2)]


def test_the_whole_of_a_body_is_all_that_is_part_of_it() -> None:
    assert set(FOREST.whole(1)) == {1, 2, 3}
    assert FOREST.above(3) == (2, 1)
    assert FOREST.folding() == {1, 2, 4}


@given(st.lists(st.tuples(st.integers(1, 12), st.none() | st.integers(1, 12)), max_size=12))
def test_no_circle_and_no_missing_parent_holds_it_up(pairs: list[tuple[int, int | None]]) -> None:
    bodies = {number: Body(number, f"body {number}", parent=above) for number, above in pairs}
    forest = Forest(tuple(bodies.values()))
    rows = forest.rows()
    assert len({row.body.number for row in rows}) == len(rows)
    for number in bodies:
        assert number in forest.whole(number)
        assert len(forest.above(number)) <= len(bodies)
        assert finds(bodies[number], [str(number)])
    for row in rows:
        assert row.depth <= len(forest.above(row.body.number))


def test_tens_of_thousands_are_in_rows_in_one_go() -> None:
    bodies = [Body(n, f"Body {n}", parent=n // 10 if n >= 10 else None) for n in range(1, 30_000)]
    forest = Forest(bodies)
    assert len(forest.rows()) == 29_999
    assert len(forest.rows(forest.folding())) == 9
    assert len(forest.whole(1)) == len([n for n in range(1, 30_000) if str(n)[0] == "1"])
