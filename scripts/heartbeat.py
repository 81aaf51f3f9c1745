"""Run commitrack with a finger on the pulse of its event loop, and write down when it was held up.

    python scripts/heartbeat.py FILE [WORD…]

The words are those of the command line. A turn of the loop is everything that it does before it
looks at the clock and the keyboard again: a heartbeat, like a key, waits for the end of the turn
that it falls into. Of each turn that took a while FILE gets a line of JSON: when it ended (the
clock is that of `time.perf_counter`, which all processes share), how long its thread worked, how
long it took by the clock, both in milliseconds, and what ran longest in it. What the thread worked
is told by the processor, so that it is the same on a busy machine; what it took by the clock is
what a user waits.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FLOOR = 5.0
"""Milliseconds from which a turn is written down."""
_LONG = 20.0
"""Milliseconds from which the pace of the machine is measured after a turn."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the loop."""

    ended: float
    """Seconds, by the clock that all processes of a machine share."""
    worked: float
    """Milliseconds of processor time of the loop's thread."""
    took: float
    """Milliseconds by the clock, without what it slept for want of anything to do."""
    longest: str
    """What ran longest in it."""
    pace: float | None = None
    """Milliseconds that a fixed piece of work took right after it, if it was long."""


def read_turns(path: Path) -> list[Turn]:
    """The turns that were written down."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Turn(**json.loads(line)) for line in lines]


def listen(path: Path) -> None:
    """From now on, write down the turns of every event loop of this process."""
    file = path.open("a", encoding="utf-8", buffering=1)
    loop_type: Any = asyncio.BaseEventLoop
    handle_type: Any = asyncio.Handle
    turn, run = loop_type._run_once, handle_type._run
    ran: list[tuple[float, str, float]] = []

    def run_timed(handle: Any) -> None:
        begun, started = time.perf_counter(), time.thread_time()
        run(handle)
        worked = time.thread_time() - started
        ran.append((worked, _name(handle) if worked > FLOOR / 4e3 else "", begun))

    def turn_timed(loop: Any) -> None:
        ran.clear()
        started = time.thread_time()
        turn(loop)
        worked, ended = (time.thread_time() - started) * 1000, time.perf_counter()
        took = (ended - ran[0][2]) * 1000 if ran else 0.0
        if max(worked, took) >= FLOOR:
            longest = max(ran)[1] if ran else ""
            pace = _pace() if worked >= _LONG else None
            seen = Turn(ended, round(worked, 2), round(took, 2), longest, pace)
            file.write(json.dumps(asdict(seen)) + "\n")

    handle_type._run = run_timed
    loop_type._run_once = turn_timed


def _pace() -> float:
    """The processor time, in milliseconds, of a piece of work that is always the same."""
    started = time.thread_time()
    words = {str(number): number for number in range(2_000)}
    sum(words[word] for word in sorted(words))
    return round((time.thread_time() - started) * 1000, 3)


def _name(handle: Any) -> str:
    """What a callback is: the coroutine, where it is a task's."""
    owner = getattr(handle._callback, "__self__", None)
    if isinstance(owner, asyncio.Task):
        return f"{owner.get_name()}: {getattr(owner.get_coro(), '__qualname__', '')}"
    return repr(handle._callback)


def main() -> None:
    """Listen, and be commitrack."""
    listen(Path(sys.argv[1]))
    del sys.argv[1]
    from commitrack.__main__ import main as commitrack

    commitrack()


if __name__ == "__main__":
    main()
