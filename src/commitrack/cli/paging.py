"""Long text on a terminal, a screen at a time, through the pager that the user has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

from commitrack.cli.streams import put

_USUAL = "less"
_HOW = "FRX"
"""How less is to behave when nobody has said so: end at the end of a short text, let colours
through, leave the text on the screen.
"""


def put_paged(text: str) -> None:
    """Print text; when it is longer than the terminal is high, through ``$PAGER``, else less.

    An empty ``PAGER``, or ``PAGER=cat``, prints all of it at once.
    """
    pager = _pager() if text.count("\n") >= shutil.get_terminal_size().lines else None
    if pager is None:
        put(text)
        return
    sys.stdout.flush()
    environment = {"LESS": _HOW, **os.environ}
    try:
        shown = subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment)  # noqa: S603 (the user's own)
    except OSError:  # there is no such program
        put(text)
        return
    try:
        shown.communicate(f"{text}\n".encode())
    except (BrokenPipeError, KeyboardInterrupt):  # left before the end
        shown.wait()


def _pager() -> list[str] | None:
    """The user's pager; None when somebody wants none, or nobody reads at a real terminal."""
    if not _real_terminal() or os.environ.get("TERM") == "dumb":
        return None
    words = shlex.split(os.environ.get("PAGER", _USUAL))
    found = shutil.which(words[0]) if words else None
    return None if found is None or words[0] == "cat" else [found, *words[1:]]


def _real_terminal() -> bool:
    try:
        return os.isatty(sys.stdin.fileno()) and os.isatty(sys.stdout.fileno())
    except (OSError, ValueError):
        return False
