"""The two streams: data on standard output, talk on standard error."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from commitrack.model.cleaning import clean

_DIVERTED = "the terminal UI draws on standard error, which goes somewhere else: run it without 2>"


def put(text: str) -> None:
    """Print a line, or several, of data that is harmless already."""
    sys.stdout.write(f"{text}\n")


def put_piece(text: str) -> None:
    """Print a piece of a line of harmless data."""
    sys.stdout.write(text)


def put_parts(parts: Iterable[str]) -> None:
    """Print data that comes in parts, and a line's end after the last."""
    sys.stdout.writelines(parts)
    sys.stdout.write("\n")


def say(text: str) -> None:
    """Tell the user something, cleaned; several lines stay several. Nobody may be listening.

    Data printed so far goes first, so that a log that takes both streams has them in order.
    """
    with contextlib.suppress(OSError):  # told when the run ends
        sys.stdout.flush()
    try:
        sys.stderr.write(f"{clean(text)}\n")
        sys.stderr.flush()
    except OSError:
        abandon(sys.stderr)


def complain(text: str) -> None:
    """Tell the user what went wrong: the error line every command shares."""
    say(f"commitrack: {text}")


def on_terminal() -> bool:
    """Whether standard output is a terminal somebody reads."""
    return sys.stdout.isatty()


def has_screen() -> bool:
    """Whether there is a screen to draw on and a keyboard to read from.

    The terminal UI draws on standard error (`textual.drivers.linux_driver`), and what it leaves to
    read afterwards goes to standard output.
    """
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()


def complain_unseen() -> bool:
    """Whether all that the terminal UI lacks is standard error; if so, the user is told of it.

    In sight, which is on standard output, and in the file as well to which errors go.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or sys.stderr.isatty():
        return False
    complain(_DIVERTED)
    put(f"commitrack: {_DIVERTED}")
    return True


def in_browser() -> bool:
    """Whether the terminal UI would draw for a page that `serve` has opened."""
    return os.environ.get("TEXTUAL_DRIVER", "").startswith("textual.drivers.web_driver:")


def may_ask() -> bool:
    """Whether somebody is there to answer a question."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def prepare() -> None:
    """Make the streams safe to use: a closed one is replaced, a narrow encoding tolerated.

    What an encoding cannot show becomes a substitute; what it cannot read, a replacement sign.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # the shell closed it: commitrack list >&-
            sink = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 (for good)
            setattr(sys, name, sink)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def abandon(stream: TextIO) -> None:
    """Point a stream at nothing, so that closing it at exit cannot fail again."""
    with contextlib.suppress(OSError, ValueError):  # one without a descriptor flushes nowhere
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)
