"""The program in a pseudo-terminal, ended in every way there is."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

DEADLINE = 60.0
"""Seconds after which a test gives up; nothing waits for it to pass."""


class Terminal:
    """A terminal with ``commitrack`` on a store in it; what it draws is gathered as text."""

    def __init__(self, store: Path, home: Path) -> None:
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (30, 100))
        environment = {
            **{name: value for name, value in os.environ.items() if name != "NO_COLOR"},
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "TERM": "xterm-256color",
            "COMMITRACK_TODAY": "2026-03-02",
            "COMMITRACK_ACTOR": "ann",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "commitrack", "--store", str(store)],
            stdin=slave, stdout=slave, stderr=slave, env=environment,
            start_new_session=True,
        )  # fmt: skip
        os.close(slave)
        self.drawn = ""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        with contextlib.suppress(OSError):
            os.close(self.master)

    def sees(self, words: str) -> None:
        """Wait until these words have been drawn since something was typed."""
        deadline = time.monotonic() + DEADLINE
        while words not in self.drawn:
            left = deadline - time.monotonic()
            assert left > 0, f"{words!r} was never drawn: {self.drawn[-2000:]!r}"
            if select.select([self.master], [], [], left)[0]:
                self.drawn += os.read(self.master, 65_536).decode(errors="replace")

    def types(self, text: str) -> None:
        """Type."""
        self.drawn = ""
        os.write(self.master, text.encode())

    def kill(self, which: signal.Signals) -> int:
        """Send a signal and wait for the end; the exit code, or minus the signal."""
        self.process.send_signal(which)
        return self.wait()

    def hang_up(self, told_by: signal.Signals | None = None) -> int:
        """The terminal is gone: nobody reads or writes any more, and a signal says so or none."""
        os.close(self.master)
        if told_by is not None:
            self.process.send_signal(told_by)
        return self.process.wait(DEADLINE)

    def wait(self) -> int:
        """Wait for the end, and read what is still drawn."""
        deadline = time.monotonic() + DEADLINE
        while self.process.poll() is None and time.monotonic() < deadline:
            if select.select([self.master], [], [], 0.05)[0]:
                try:
                    self.drawn += os.read(self.master, 65_536).decode(errors="replace")
                except OSError:
                    break
        return self.process.wait(DEADLINE)
