"""Having a file read by a process that can do no harm: the side that reads.

The keeper loads the parsers and waits. For each request it forks a reader, which gives up what it
does not need (files to write, programs to start, a core to dump), lets the kernel count its time
and its memory, parses, and answers over a pipe. The keeper itself never looks into a file.

A reader dies with its keeper, and a keeper with whoever started it: it waits on a pipe from there,
and the end of that pipe is its own. Linux says so to the reader at once; elsewhere its own alarm
ends it.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import select
import signal
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn

from commitrack.sources.formats import Format
from commitrack.sources.parsed import Parsed, Unreadable, refusal_json

READERS = {
    Format.HTML: "commitrack.sources.readers.web",
    Format.PDF: "commitrack.sources.readers.portable",
    Format.DOCX: "commitrack.sources.readers.word",
    Format.ODT: "commitrack.sources.readers.opendocument",
    Format.RTF: "commitrack.sources.readers.richtext",
    Format.MAIL: "commitrack.sources.readers.mail",
    Format.OUTLOOK: "commitrack.sources.readers.outlook",
}
"""Which module reads which format: its `parse(data, declared)` gives a `Parsed`, or raises
`Unreadable`.
"""

_FORKS_WITH_LIBRARIES = sys.platform != "darwin"
"""On macOS a library that has touched the system's frameworks may not survive a fork, so there
each reader loads its own.
"""
_KILL_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_CHUNK = 1 << 20
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def main() -> None:
    """Serve requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    while head := stdin.readline():
        request_size, _, data_size = head.partition(b" ")
        request = json.loads(_exactly(stdin, int(request_size)))
        data = _exactly(stdin, int(data_size))
        ended, answer = serve(request, data, stdin.fileno())
        stdout.write(f"{ended} {len(answer)}\n".encode())
        stdout.write(answer)
        stdout.flush()


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise SystemExit(0)  # whoever asked is gone
    return data


def serve(request: dict[str, Any], data: bytes, wanted: int) -> tuple[str, bytes]:
    """Have one file read: how it ended, and what was said.

    `wanted` is a descriptor that becomes readable when nobody waits for the answer any more.
    """
    form = Format(request["format"])
    limits = request["limits"]
    if _FORKS_WITH_LIBRARIES:
        _load(form)
    back, out = os.pipe()
    reader = os.fork()
    if reader == 0:
        os.close(back)
        _read_and_exit(form, data, request["declared"], limits, out)
    os.close(out)
    try:
        answer, whole = _heard(back, limits["answer_bytes"], wanted)
    finally:
        os.close(back)
    if not whole:
        os.kill(reader, signal.SIGKILL)
    _, status = os.waitpid(reader, 0)
    if not whole:
        return "size", b""
    return _ending(status, answer)


def _heard(back: int, most: int, wanted: int) -> tuple[bytes, bool]:
    """What a reader says, and whether that is all of it."""
    parts: list[bytes] = []
    size = 0
    while True:
        ready, _, _ = select.select([back, wanted], [], [])
        if wanted in ready:
            os._exit(0)  # nobody waits; the reader hears of it from the kernel
        part = os.read(back, _CHUNK)
        if not part:
            return b"".join(parts), True
        parts.append(part)
        size += len(part)
        if size > most:
            return b"", False


def _ending(status: int, answer: bytes) -> tuple[str, bytes]:
    if os.WIFSIGNALED(status):
        timed = os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL)
        return ("time" if timed else "crashed"), b""
    code = os.WEXITSTATUS(status)
    return _EXITS.get(code, "crashed"), answer if code == 0 else b""


_OK, _MEMORY, _CRASHED = 0, 3, 4
_EXITS = {_OK: "read", _MEMORY: "memory"}


def _read_and_exit(
    form: Format, data: bytes, declared: str | None, limits: dict[str, int], out: int
) -> NoReturn:
    code = _CRASHED
    try:
        _give_up_everything(limits)
        answer = _answer(form, data, declared, limits["memory_bytes"])
        with os.fdopen(out, "wb") as pipe:
            pipe.write(answer)
        code = _OK
    except MemoryError:
        code = _MEMORY
    finally:
        os._exit(code)


def _answer(form: Format, data: bytes, declared: str | None, memory: int) -> bytes:
    try:
        parse = _load(form)
        return parse(data, declared).to_json()
    except Unreadable as error:
        return refusal_json(str(error))
    except ImportError as error:
        return refusal_json(f"cannot be read: the package {error.name} is not installed")
    except RecursionError:
        return refusal_json("is nested too deeply to be read: save it anew and add that")
    except MemoryError:
        raise
    except Exception as error:  # a parser may raise anything at all on a file made for it
        if _is_out_of_memory(memory):
            raise MemoryError from error  # a library in C says in its own way that it got none
        return refusal_json("is damaged, and cannot be read: open it, save it anew and add that")


def _is_out_of_memory(limit: int) -> bool:
    """Whether the most memory that was held is near the limit, in which libraries count too."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT > limit / 2


def _load(form: Format) -> Callable[[bytes, str | None], Parsed]:
    parse: Callable[[bytes, str | None], Parsed] = importlib.import_module(READERS[form]).parse
    return parse


def _give_up_everything(limits: dict[str, int]) -> None:
    """Let go of all that a parser does not need, and have the rest counted."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    _die_with_parent()
    for signum in (signal.SIGALRM, signal.SIGXCPU):
        signal.signal(signum, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits["wall_seconds"])
    cpu = limits["cpu_seconds"]
    _limit(resource.RLIMIT_CPU, cpu, cpu + 1)
    _limit(resource.RLIMIT_AS, limits["memory_bytes"])
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NPROC, 0)


def _limit(which: int, soft: int, hard: int | None = None) -> None:
    with contextlib.suppress(ValueError, OSError):  # a system without this limit has the others
        resource.setrlimit(which, (soft, soft if hard is None else hard))


def _die_with_parent() -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_KILL_WITH_PARENT, signal.SIGKILL)
        if os.getppid() == 1:
            os._exit(_CRASHED)  # the keeper died before we could say so
