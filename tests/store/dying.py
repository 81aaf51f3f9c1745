"""Runs something again and again, and dies each time one step later: by SIGKILL, before the step.

A step is whatever changes a file: the interpreter tells of each before it is taken. SQLite's own
writing is none of them, so a transaction of SQLite's can be made a step by calling `step`.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable

_CHANGING = {"os.link", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.chown", "os.truncate"}
_left: list[int] = []


def step() -> None:
    """Take a step, or die before it."""
    if not _left:
        return
    _left[0] -= 1
    if _left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)


def _told(event: str, arguments: tuple[object, ...]) -> None:
    opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_ACCMODE
    if opened or event in _CHANGING or event == "sqlite3.connect":
        step()


def dies_after(steps: int, work: Callable[[], object]) -> bool:
    """Do the work in a process of its own, which dies after so many steps; whether it did."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            sys.addaudithook(_told)
            _left.append(steps)
            work()
            code = 0
        except BaseException:
            _left.clear()
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "it failed by itself"
    return False
