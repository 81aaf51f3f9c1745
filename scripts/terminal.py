"""A program in a terminal of our own: what it shows, and when it showed it.

The program is started in a pseudo-terminal of a given size. A thread reads what it writes, notes
the time and answers what it asks of a terminal; only when a test or a measurement looks is that
replayed through an emulator. So the emulator does not compete with the program while the clock
runs, and the time reported is when the last byte of the screenful arrived that first showed what
was waited for. Linux, and other systems with pseudo-terminals.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import signal
import struct
import sys
import termios
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

QUIET = 0.04
"""Seconds without output after which a screen counts as finished."""
_AT_LATEST = 1.0
"""Seconds after which what a program writes without a pause is looked at all the same."""
_TOGETHER = 0.0015
"""Seconds: what is written closer together than this is one screenful."""

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "ctrl+r": "\x12",
    "ctrl+a": "\x01",
    "ctrl+u": "\x15",
}
"""What a terminal sends for a key; any other key is sent as it is written."""

_ODD = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[A-Za-z]"
    rb"|\x1b\[\?[0-9;]*\$p|\x1b\[\?u|\x1b\[\?[0-9;]*[mn]"
    rb"|\x1bP[^\x1b]*\x1b\\|\x1b_[^\x1b]*\x1b\\|\x1b\^[^\x1b]*\x1b\\"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b\[[0-9;]*t|\x1b\[[0-9]* q|\x1b\[!p|\x1b\[[0-9;]*\*[xy]"
)
"""Sequences that the emulator would print as text or take for something else."""
_REPEATED = re.compile(rb"([ -~])\x1b\[(\d+)b")
"""A letter that is to be repeated, as curses programs write it."""
_UNFINISHED = re.compile(rb"\x1b(?:\[[^@-~]*|[\]P_^][^\x07\x1b]*\x1b?|)$")

_ANSWERS: tuple[tuple[re.Pattern[bytes], bytes], ...] = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[>0?c"), b"\x1b[>41;390;0c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[5n"), b"\x1b[0n"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:ffff/ffff/ffff\x07"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:0000/0000/0000\x07"),
)
"""What a real terminal answers; a program that waits for it would look slow."""

_HIDDEN = ("NO_COLOR", "TMUX", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
"""Variables that would hide the size of the terminal, or what a program usually does."""


class Unseen(AssertionError):
    """What was waited for did not come on the screen in time, or the program ended before."""


class Terminal:
    """A running program and its screen. Use it as a context: the program ends with it."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        lines: int = 40,
        environment: Mapping[str, str] | None = None,
        patience: float = 60.0,
    ) -> None:
        """`patience` is how many seconds anything is waited for."""
        self._command = tuple(command)
        self._size = struct.pack("HHHH", lines, columns, 0, 0)
        self._environment = {k: v for k, v in os.environ.items() if k not in _HIDDEN} | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
            **(environment or {}),
        }
        self._patience = patience
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self._written: deque[tuple[float, bytes]] = deque()
        self._news = threading.Event()
        self.painted = 0.0
        """When the last of what was looked at came, in seconds of `time.perf_counter`."""
        self._ended = False
        self._left = False
        self._cursor_keys = False
        """Whether the program asked for the other form of the arrow keys, as curses does."""

    def __enter__(self) -> Self:
        """Start the program."""
        self.started = time.perf_counter()
        self.process, self._fd = pty.fork()
        if self.process == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, self._size)
                os.execvpe(self._command[0], self._command, self._environment)
            finally:
                os._exit(127)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(0.0002)  # the time of a write is to be noted at once
        self._reader.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program, if it has not."""
        del kind, error, trace
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process, sign)
            if self._gone(2.0):
                break
        self._left = True
        self._reader.join(1.0)
        if not self._reader.is_alive():
            os.close(self._fd)
        sys.setswitchinterval(self._interval)

    def _gone(self, seconds: float) -> bool:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            try:
                if os.waitpid(self.process, os.WNOHANG)[0]:
                    return True
            except ChildProcessError:
                return True
            time.sleep(0.002)
        return False

    # What goes in and out

    def press(self, *keys: str) -> float:
        """Send keys at once, and return when, in seconds of `time.perf_counter`."""
        data = "".join(KEYS.get(key, key) for key in keys)
        if self._cursor_keys:
            data = re.sub(r"\x1b\[([ABCDHF])", "\x1bO\\1", data)
        now = time.perf_counter()
        os.write(self._fd, data.encode())
        return now

    def _read(self) -> None:
        while not self._left:
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                data = b""
            stamp = time.perf_counter()
            if not data:
                break
            self._written.append((stamp, data))
            self._news.set()
            for mode in re.finditer(rb"\x1b\[\?(?:\d+;)*1(?:;\d+)*([hl])", data):
                self._cursor_keys = mode[1] == b"h"
            for asked, answer in _ANSWERS:
                if asked.search(data):
                    with contextlib.suppress(OSError):
                        os.write(self._fd, answer)
        self._ended = True
        self._news.set()

    def _screenfuls(self) -> list[tuple[float, bytes]]:
        """What has been written since the last call, each screenful with when its end came."""
        found: list[tuple[float, bytes]] = []
        while self._written:
            stamp, data = self._written.popleft()
            self.painted = stamp
            if found and stamp - found[-1][0] < _TOGETHER:
                found[-1] = (stamp, found[-1][1] + data)
            else:
                found.append((stamp, data))
        return found

    def _show(self, data: bytes) -> None:
        data = self._rest + data
        self._rest = b""
        unfinished = _UNFINISHED.search(data)
        if unfinished and len(unfinished[0]) < 4096:
            data, self._rest = data[: unfinished.start()], unfinished[0]
        data = _REPEATED.sub(lambda one: one[1] * (int(one[2]) + 1), _ODD.sub(b"", data))
        self._stream.feed(data)

    @property
    def text(self) -> str:
        """What is on the screen, as far as it has been looked at."""
        return "\n".join(self._screen.display)

    @property
    def _cells(self) -> int:
        cells = self._screen.buffer
        lines = range(self._screen.lines)
        return hash(tuple(tuple(sorted(cells[line].items())) for line in lines))

    # Waiting

    def wait(self, pattern: str | None = None, since: float | None = None) -> float:
        """Wait until the screen shows a pattern and is quiet; without one, until it has changed.

        Returns the milliseconds from `since`, by default the start of the program, to the end of
        the first screenful that did. Raises `Unseen` when it never does.
        """
        since = self.started if since is None else since
        wanted = None if pattern is None else re.compile(pattern, re.MULTILINE)
        before = self._cells
        end = time.perf_counter() + self._patience
        shown: float | None = since if wanted and wanted.search(self.text) else None
        looked = time.perf_counter()
        while True:
            self._news.wait(QUIET / 4)
            self._news.clear()
            now = time.perf_counter()
            quiet = not self._written or now - self._written[-1][0] >= QUIET
            if self._written and (quiet or self._ended or now - looked > _AT_LATEST):
                looked = now
                for stamp, data in self._screenfuls():
                    self._show(data)
                    if shown is None and self._fits(wanted, before):
                        shown = stamp
            elif shown is not None and quiet:
                return max(0.0, shown - since) * 1000
            elif self._ended and not self._written:
                raise Unseen(f"the program ended before {pattern!r}:\n{self.text}")
            if now > end:
                raise Unseen(f"{self._patience:g} s without {pattern!r}:\n{self.text}")

    def _fits(self, wanted: re.Pattern[str] | None, before: int) -> bool:
        return self._cells != before if wanted is None else wanted.search(self.text) is not None

    def settle(self, quiet: float = 5 * QUIET) -> None:
        """Let the program go on until it has written nothing for so many seconds."""
        end = time.perf_counter() + self._patience
        last = time.perf_counter()
        while time.perf_counter() - last < quiet and not self._ended:
            if time.perf_counter() > end:
                raise Unseen(f"it was never quiet:\n{self.text}")
            self._news.wait(QUIET)
            self._news.clear()
            for stamp, data in self._screenfuls():
                last = stamp
                self._show(data)

    def held(
        self, key: str, presses: int, rate: float, count: Callable[[str], int | None]
    ) -> list[float]:
        """Hold a key, so many presses at so many a second, and return the lag of each: the
        milliseconds until the screen shows what it leads to, or what a later one does.

        `count` tells from the text on the screen how far one has come; each press adds one to it.
        """
        first = count(self.text)
        if first is None:
            raise Unseen(f"nothing to count on from:\n{self.text}")
        begun = time.perf_counter()
        sent = []
        for press in range(presses):
            time.sleep(max(0.0, begun + press / rate - time.perf_counter()))
            sent.append(self.press(key))
        end = time.perf_counter() + self._patience
        seen: list[tuple[float, int]] = []
        while not seen or seen[-1][1] < first + presses:
            if time.perf_counter() > end:
                raise Unseen(f"{self._patience:g} s without the end of {key}:\n{self.text}")
            self._news.wait(QUIET)
            self._news.clear()
            for stamp, data in self._screenfuls():
                self._show(data)
                found = count(self.text)
                if found is not None:
                    seen.append((stamp, found))
        return [
            next((stamp - at) * 1000 for stamp, found in seen if found > first + press)
            for press, at in enumerate(sent)
        ]

    # The process

    def memory(self) -> float:
        """Mebibytes of its own that the program holds; pages of mapped files are not its own."""
        with Path(f"/proc/{self.process}/status").open(encoding="ascii") as file:
            for line in file:
                if line.startswith("RssAnon"):
                    return int(line.split()[1]) / 1024
        raise Unseen("this system does not say what memory a process has of its own")
