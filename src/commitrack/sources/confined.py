"""Having a file read by a process that can do no harm: the side that asks.

Files come from anywhere, and some are made to hurt whoever opens them. So this process never
parses one. A *keeper* (`keeper.py`) is started once and reads nothing itself: for every file it
forks a *reader* with limits that the kernel enforces, hands back what the reader says, and is ready
for the next. Starting a Python with its parsers costs a tenth of a second, a fork a few
thousandths, and still no file sees what another left behind.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import select
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from typing import IO

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.sources.formats import Format
from commitrack.sources.parsed import Parsed, Unreadable, from_json

_BOOTSTRAP = (
    "import sys; sys.path[:] = sys.argv[1:]; from commitrack.sources.keeper import main; main()"
)
"""What the keeper runs. It looks for modules where this process does, and never where it stands."""
_PASSED_ON = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""All that a keeper is told of the environment: where Python's own libraries are."""
_GRACE_SECONDS = 10
"""How much longer than a reader its keeper may take, before it too is given up."""
_HEADER_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader may use up before it is ended."""

    cpu_seconds: int = 20
    wall_seconds: int = 60
    memory_bytes: int = 1_500_000_000
    """Of address space; enforced by Linux, not by macOS, which has no such limit."""
    answer_bytes: int = 260_000_000


LIMITS = Limits()
"""For files that people add: a report of a thousand full pages takes some 15 s and 500 MB."""


def read_confined(
    data: bytes, form: Format, declared: str | None = None, limits: Limits = LIMITS
) -> Parsed:
    """What `data` holds, read as `form` by a process of its own.

    Raises `BadInput`, as the rest of a sentence that begins with the file's name.
    """
    request = {"format": form.value, "declared": declared, "limits": asdict(limits)}
    ended, answer = _shared.ask(json.dumps(request).encode(), data, limits)
    if ended == "read":
        try:
            return from_json(answer)
        except Unreadable as error:
            raise BadInput(clean_line(str(error))) from None
        except (ValueError, KeyError):
            ended = "crashed"
    raise BadInput(_ENDINGS.get(ended, _ENDINGS["crashed"]).format(limits=limits))


_ENDINGS = {
    "time": "took more than {limits.cpu_seconds} s to read: copy the part that matters into a .txt "
    "file and add that",
    "memory": "needs more memory to read than it is given: copy the part that matters into a .txt "
    "file and add that",
    "size": "holds more text than is taken from one file: cut out the part that matters and add "
    "that",
    "crashed": "is damaged, or made to do damage: open it, save it anew and add that",
}


class _KeeperLostError(Exception):
    """The keeper is gone or does not answer."""


class _Keeper:
    """One running keeper, and the two pipes to it."""

    def __init__(self) -> None:
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 (this Python, and our own words)
            [sys.executable, "-I", "-c", _BOOTSTRAP, *filter(None, sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=environment,
            start_new_session=True,  # an interruption at the terminal is for us, not for it
        )

    def ask(self, request: bytes, data: bytes, limits: Limits) -> tuple[str, bytes]:
        """How the reader ended, and what it said."""
        until = time.monotonic() + limits.wall_seconds + _GRACE_SECONDS
        out, back = self._pipes()
        try:
            out.write(b"%d %d\n" % (len(request), len(data)))
            out.write(request)
            out.write(data)
            out.flush()
        except (BrokenPipeError, ValueError):
            raise _KeeperLostError from None
        head = b""
        while not head.endswith(b"\n") and len(head) < _HEADER_LIMIT:
            head += self._some(back, 1, until)
        ended, _, size = head.decode("ascii", "replace").strip().partition(" ")
        if not size.isdigit() or int(size) > limits.answer_bytes:
            raise _KeeperLostError
        parts: list[bytes] = []
        missing = int(size)
        while missing:
            parts.append(self._some(back, missing, until))
            missing -= len(parts[-1])
        return ended, b"".join(parts)

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process.stdin is None or self._process.stdout is None:
            raise _KeeperLostError
        return self._process.stdin, self._process.stdout

    @staticmethod
    def _some(back: IO[bytes], most: int, until: float) -> bytes:
        ready, _, _ = select.select([back], [], [], max(0.0, until - time.monotonic()))
        found = os.read(back.fileno(), min(most, 1 << 20)) if ready else b""
        if not found:
            raise _KeeperLostError
        return found

    def end(self) -> None:
        """End it, and with it the reader it may have running."""
        self._process.kill()
        self._process.wait()
        self.let_go()

    def let_go(self) -> None:
        """Close our ends of the pipes, which are how it knows that it is still wanted."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what is still to be written has no reader
                    pipe.close()

    def disown(self) -> None:
        """In a forked copy of the process that started it: it is not ours."""
        nothing = os.open(os.devnull, os.O_RDWR)
        for pipe in self._pipes():
            os.dup2(nothing, pipe.fileno(), inheritable=False)
        os.close(nothing)
        self._process.returncode = 0


class _Shared:
    """The keeper of this process: started when first asked, replaced when it is lost."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._keeper: _Keeper | None = None

    def ask(self, request: bytes, data: bytes, limits: Limits) -> tuple[str, bytes]:
        """Ask the keeper; a second one when the first has gone since the last time."""
        with self._lock:
            for _ in range(2):
                if self._keeper is None:
                    self._keeper = _Keeper()
                try:
                    return self._keeper.ask(request, data, limits)
                except _KeeperLostError:
                    self.end()
                except BaseException:
                    self.end()  # interrupted half-way: what it says next is for nobody
                    raise
            return "crashed", b""

    def end(self) -> None:
        """End the keeper, if there is one."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.end()

    def after_fork(self) -> None:
        """In a forked copy of this process: start afresh."""
        keeper, self._keeper = self._keeper, None
        self._lock = threading.Lock()
        if keeper is not None:
            keeper.disown()


_shared = _Shared()
atexit.register(lambda: _shared.end())
os.register_at_fork(after_in_child=lambda: _shared.after_fork())
