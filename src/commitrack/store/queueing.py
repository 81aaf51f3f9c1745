"""Writers take turns: the one who has waited longest is next at the write lock.

SQLite's own waiting is knocking: whoever knocks when the lock happens to be free has it, so that
a program in a tight loop keeps it, and an officer's single edit may wait for a second. Here writers
queue for a turn first, and have it until they have written: the next one is woken when the lock is
free, and knocks once. The kernel keeps the queue, as a lock on the folder of the store: it leaves
no file behind, and it lets go of whoever dies. It only orders writers; what keeps them apart is
SQLite's lock, which every program respects. Stores in one folder share a queue, and nothing else.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def turn(folder: Path, until: float) -> Iterator[None]:
    """Hold the head of the queue, from when it is ours or `until` has come (monotonic seconds).

    Whoever runs out of time, or may not look into the folder, goes on without: a queue that
    somebody holds up must not keep a writer from trying.
    """
    try:
        place = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        yield
        return
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        with _Waiting(place) as waiting:
            waiting.wait(until)
            yield
        return
    except OSError:  # a file system that knows no such locks
        pass
    try:
        yield
    finally:
        os.close(place)


class _Waiting:
    """A place in the queue, taken by a thread, since the kernel's waiting knows no limit of time.

    Whichever of the two is last lets go: the writer when it has had its turn, or the thread when
    its turn comes after the writer has run out of time.
    """

    def __init__(self, place: int) -> None:
        self._place = place
        self._reached = threading.Event()
        self._over = False
        self._guard = threading.Lock()

    def __enter__(self) -> _Waiting:
        threading.Thread(target=self._stand, name="commitrack-queue", daemon=True).start()
        return self

    def wait(self, until: float) -> None:
        """Wait for our turn, but no longer than that."""
        self._reached.wait(max(0.0, until - time.monotonic()))

    def __exit__(self, *_: object) -> None:
        with self._guard:
            self._over = True
            if self._reached.is_set():
                os.close(self._place)

    def _stand(self) -> None:
        with contextlib.suppress(OSError):
            fcntl.flock(self._place, fcntl.LOCK_EX)
        with self._guard:
            self._reached.set()
            if self._over:
                os.close(self._place)
