"""Who holds a store's write lock: for telling whoever waited for it in vain.

The lock is a byte of the file that SQLite keeps beside the store, and the kernel knows which
process has it. Linux lists them in /proc; elsewhere nobody is named. Nothing is opened here: a
process that closes a file loses every lock it has on it.
"""

from __future__ import annotations

import os
import pwd
import re
from pathlib import Path

from commitrack.model.cleaning import clean_line

WRITE_LOCK = 120
"""The byte of the ``-shm`` file whose lock a writer holds, by SQLite's format of that file."""

LOCKS = Path("/proc/locks")
LONGEST_COMMAND = 80

_LOCK = re.compile(
    r"^\d+: (?:POSIX|OFDLCK) +\w+ +WRITE (?P<pid>\d+) "
    r"(?P<major>[0-9a-f]+):(?P<minor>[0-9a-f]+):(?P<inode>\d+) (?P<first>\d+) (?P<last>\d+|EOF)",
    re.MULTILINE,
)


def name_holder(place: Path) -> str | None:
    """The process that is writing to the store at `place`, in words for a person; None: unknown.

    ``process 4242 of ann (commitrack add minutes/)``
    """
    try:
        index = place.with_name(f"{place.name}-shm").stat()
        locks = LOCKS.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return None
    device = (os.major(index.st_dev), os.minor(index.st_dev))
    for lock in _LOCK.finditer(locks):
        if (int(lock["major"], 16), int(lock["minor"], 16)) != device:
            continue
        last = WRITE_LOCK if lock["last"] == "EOF" else int(lock["last"])
        if int(lock["inode"]) == index.st_ino and int(lock["first"]) <= WRITE_LOCK <= last:
            return _describe(int(lock["pid"]))
    return None


def _describe(process: int) -> str | None:
    if process in (0, os.getpid()):  # of another machine's view, or one of our own connections
        return None
    about = Path(f"/proc/{process}")
    words = f"process {process}"
    try:
        words += f" of {pwd.getpwuid(about.stat().st_uid).pw_name}"
        arguments = (about / "cmdline").read_bytes().rstrip(b"\0").split(b"\0")
    except (OSError, KeyError):
        return words
    command = clean_line(_command(os.fsdecode(b" ".join(arguments))))
    if len(command) > LONGEST_COMMAND:
        command = f"{command[:LONGEST_COMMAND]}…"
    return f"{words} ({command})" if command else words


def _command(line: str) -> str:
    """What was typed, without the path of the interpreter and of the script."""
    return re.sub(r"^(?:\S*/)?python[\d.]*(?: -\w)* (?:-m |\S*/)?(?=commitrack\b)", "", line)
