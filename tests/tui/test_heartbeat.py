"""How long the loop that keys wait for is held up, whatever is opened, listed or done to many at
once, and however long a statement is: it is to be 50 ms at most.

The app runs in a terminal, drawing and all. What is looked at is how long the loop's thread works
in one turn by the processor's clock, so that a busy machine makes no difference but that of caches.
That is measured beside it, by how much longer a fixed piece of work takes than at the best moment
of the run; and since it only ever adds, one run in which every turn is short is enough. A turn that
is long by itself is long in every run.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import heartbeat
from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, Precision, StatementDraft
from commitrack.store import Proposal, open_store
from heartbeat import Turn, read_turns
from make_store import fill
from terminal import Terminal
from tests.tui.building import sign

LATE = 50.0
"""Milliseconds."""
CROWDED = 4
"""So many times longer may a turn seem where the tests beside this one take its caches: what holds
the loop up for good is seen there too. Where nothing else runs, ``pytest --whole`` with this file
judges by the limit itself.
"""
RUNS = 3
MANY = 2_000
PROMISE = "We will repair all river crossings by 30 June 2027."

Step = tuple[tuple[str, ...], str]
"""Keys, and what the screen shows once they have been heard."""

PLACES: tuple[Step, ...] = (
    (("f3",), r"left in S-"),
    (("down", "down", "n", "p"), r"left in S-"),
    (("f4",), r"wait for a second person"),
    (("f5",), r"Mon +Tue"),
    (("right", "down"), r"Mon +Tue"),
    (("f6",), r"S-0051"),
    (("f7",), r"bodies have promised"),
    (("f8",), r"Dashboard .*as of"),
    (("f9",), r"The pack for a meeting"),
    (("f10",), r"History of"),
    (("f2",), r"▌"),
    *(((f"f{number}",), r"\S") for number in (3, 4, 5, 6, 7, 8, 9, 10, 2)),
)
"""Every place for the first time, and once more."""

LISTS: tuple[Step, ...] = (
    (("G",), r"\S"),
    (("home", "pagedown", "pagedown"), r"\S"),
    ((">",), r"\S"),
    ((">",), r"\S"),
    (("b",), r"\S"),
    (("b",), r"\S"),
    (("/",), r"\S"),
    (("p",), r"p"),
    (("l",), r"pl"),
    (("a",), r"pla"),
    (("enter",), r"filtered"),
    (("escape",), r"\S"),
    (("1",), r"\S"),
    (("2",), r"\S"),
    (("?",), r"Triage and sign-off"),
    (("escape",), r"▌"),
    (("T",), r"▌"),
    (("t",), r"▌"),
    (("t",), r"▌"),
)
"""Jumps, sorts, groups, a filter, views, help, tall rows, and the other theme."""

NOTHING_OVER_IT = r"(?:[^\n]*▏[^\n]*\n){16}"
"""The edge between list and record, without a dialog over it."""

MANY_AT_ONCE: tuple[Step, ...] = (
    (("*",), r"marked"),
    (("d",), r"(?i)follow"),
    (("escape",), NOTHING_OVER_IT),
    (("s",), r"form goes by|no move in common"),
    (("escape",), NOTHING_OVER_IT),
    (("n",), r"form goes by"),
    (("zebra",), r"zebra"),
    (("enter",), r"One undo takes it all back"),
    (("pagedown", "pagedown"), r"\S"),
    (("G",), r"C-\d+"),
    (("y",), r"takes it back"),
    (("u",), r"took back"),
    (("escape",), r"\S"),
)
"""Everything marked, dialogs about all of it, a look, a change, its undo, and none of it again."""

READING: tuple[Step, ...] = (
    (("f6",), r"A report of a megabyte"),
    (("enter",), r"We will repair"),
    (("pagedown",), r"\S"),
    (("n",), r"\S"),
    (("escape",), r"A report of a megabyte"),
    ((">",), r"said last first"),
    ((">", ">", ">"), r"least decided first"),
    (("/",), r"words of the title"),
    (("rivers",), r"1 of \d+ with “rivers”|No statement has"),
    (("escape",), r"least decided first"),
    (("f3",), r"left in S-"),
    (("enter",), r"\S"),
    (("escape",), r"left in S-"),
)
"""A statement of a megabyte, in the list, whole, and beside a candidate in it; the list in other
orders, and words that are looked for.
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of thousands of commitments, and of a statement of a megabyte."""
    place = tmp_path_factory.mktemp("large") / "record.db"
    store = open_store(place, create=True)
    for _ in fill(store, MANY):
        pass
    paragraph = "The committee heard evidence from many bodies, and noted it. " * 8
    text = "\n\n".join([PROMISE, *[paragraph] * 2_100])
    assert len(text) > 1_000_000
    draft = StatementDraft(
        text,
        hashlib.sha256(text.encode()).hexdigest(),
        "A report of a megabyte",
        said_on=date(2026, 2, 27),
        precision=Precision.DAY,
    )
    commitment = Commitment(title=PROMISE, quote=PROMISE, owners=("Ashdown College",))
    store.add_statement(
        draft, [Proposal(commitment, Mention(0, 0, len(PROMISE), PROMISE))], {}, sign()
    )
    store.close()
    return place


@pytest.mark.parametrize(
    "steps",
    [PLACES, LISTS, MANY_AT_ONCE, READING],
    ids=["places", "lists", "many at once", "a megabyte"],
)
def test_the_loop_is_never_late(
    large: Path, tmp_path: Path, steps: Sequence[Step], pytestconfig: pytest.Config
) -> None:
    alone = pytestconfig.getoption("--whole")
    limit = LATE if alone else CROWDED * LATE
    late: list[str] = []
    for run in range(RUNS):
        log = tmp_path / f"turns-{run}.jsonl"
        late = [
            f"{' '.join(keys)}: {turn}" for keys, turn in played(large, log, steps) if turn > limit
        ]
        if not late:
            return
    pytest.fail("\n".join(late))


def played(place: Path, log: Path, steps: Sequence[Step]) -> list[tuple[tuple[str, ...], float]]:
    """Give the keys in a terminal, and say how long the longest turn was after each."""
    program = [sys.executable, heartbeat.__file__, str(log)]
    command = [*program, "--store", str(place), "--today", "2026-03-02", "--as", "ann"]
    marks: list[tuple[tuple[str, ...], float]] = []
    environment = {"TEXTUAL_ANIMATIONS": "none", "HOME": str(log.parent)}
    with Terminal(command, environment=environment) as terminal:
        terminal.wait(r"C-\d+ [^\n]*\n[^\n]*C-\d+ ")
        for keys, pattern in steps:
            at = terminal.press(*keys)
            marks.append((keys, at))
            terminal.wait(pattern, at)
            terminal.settle()
    turns = read_turns(log)
    assert turns, "nothing was written down: the loop is not listened to"
    ends = [(keys, begun, end) for (keys, begun), (_, end) in pairwise([*marks, ((), 1e99)])]
    return [(keys, _longest(turns, begun, end)) for keys, begun, end in ends]


def _longest(turns: Sequence[Turn], begun: float, end: float) -> float:
    best = min((turn.pace for turn in turns if turn.pace), default=1.0)
    return max(
        (
            turn.worked / max(1.0, (turn.pace or best) / best)
            for turn in turns
            if begun <= turn.ended < end
        ),
        default=0.0,
    )


def test_a_turn_that_holds_the_loop_up_is_seen(tmp_path: Path) -> None:
    """The measure itself: what works for 60 ms is late, what sleeps is not."""
    log = tmp_path / "turns.jsonl"
    program = tmp_path / "program.py"
    program.write_text(
        "import asyncio, sys, time\n"
        f"sys.path.insert(0, {str(Path(heartbeat.__file__).parent)!r})\n"
        "from pathlib import Path\n"
        "import heartbeat\n"
        f"heartbeat.listen(Path({str(log)!r}))\n"
        "async def hold():\n"
        "    await asyncio.sleep(0.1)\n"
        "    end = time.thread_time() + 0.06\n"
        "    while time.thread_time() < end:\n"
        "        pass\n"
        "    await asyncio.sleep(0)\n"
        "asyncio.run(hold())\n",
        encoding="utf-8",
    )
    assert os.spawnv(os.P_WAIT, sys.executable, [sys.executable, str(program)]) == 0
    (late,) = [turn for turn in read_turns(log) if turn.worked > LATE]
    assert 60 <= late.worked < 120
    assert "hold" in late.longest
