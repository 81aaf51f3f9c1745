"""J11 in the terminal UI: one key shows what is overdue, and by which clock."""

from __future__ import annotations

import pytest

from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, opened
from tests.journeys.steps import A, C, F


@pytest.mark.parametrize("size", [*SIZES, (200, 50)])
async def test_the_overdue_key_lists_exactly_what_the_command_line_lists(
    six: CommandLine, size: tuple[int, int]
) -> None:
    async with opened(six, size=size) as it:
        await it.press("3")
        await it.lists(A, C, F)
        assert it.header == "3 overdue"
        assert it.browse.counts["overdue"] == 3
        assert sorted(it.listed) == sorted(six.listed("is:overdue"))


@pytest.mark.parametrize("size", SIZES)
async def test_each_row_names_its_clock_and_the_days(
    six: CommandLine, size: tuple[int, int]
) -> None:
    async with opened(six, size=size) as it:
        await it.press("3")
        await it.lists(A, C, F)
        assert "1 d late" in it.row(A)
        assert "chase 1 d" in it.row(C)
        assert "20 d late" in it.row(F)


async def test_a_wide_table_has_a_column_for_each_clock(six: CommandLine) -> None:
    async with opened(six, size=(240, 50)) as it:
        await it.press("3")
        await it.lists(A, C, F)
        assert "2026-03-01 1 d late" in it.row(A)
        assert "1 d past" in it.row(C)
        assert "20 d late" in it.row(F)
        assert "20 d past" in it.row(F)


async def test_what_is_due_and_what_is_to_be_chased_are_split_by_the_filter(
    six: CommandLine,
) -> None:
    async with opened(six) as it:
        await it.press("0", "slash")
        await it.types("overdue:due")
        await it.press("enter")
        await it.lists(A, F)
        await it.press("escape", "5")
        await it.lists(C, F)
        assert sorted(it.listed) == sorted(six.listed("is:chase"))
