"""Working things out in several processes at once, with the answers in the order of the questions.

What the processes do must not depend on each other: then how many there are, and which is quick,
shows in nothing but the time.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from commitrack.intake.interrupts import kept_from_children

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess

Question = TypeVar("Question")
Answer = TypeVar("Answer")

AHEAD = 4
"""Questions, for each process, that may be taken up before the oldest one is answered."""
HELD_BYTES = 128_000_000
"""What all questions that are taken up may weigh together, if there is more than one."""
ALONE_SECONDS = 0.25
"""Work that we do ourselves first: it takes as long until other processes are ready to help."""
_PATIENCE = 5.0
"""Seconds a process has to end by itself when nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Work(Generic[Question, Answer]):
    """What is to be done to each question; the functions must be importable by name."""

    answer: Callable[[Question], Answer]
    """Answers a question, in whatever process. It does not raise."""
    lost: Callable[[Question], Answer]
    """The answer when the process that worked on a question is no more."""
    weight: Callable[[Question], int]
    """How much memory a question and its answer may take, in bytes, roughly."""


@dataclass(slots=True)
class _Place(Generic[Question, Answer]):
    """A question's place in the order, until it is answered."""

    question: Question
    weight: int
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Settled(Generic[Answer]):
    """An answer that needs no work, in its place among the questions."""

    answer: Answer


def in_order(
    questions: Iterable[Question | Settled[Answer]],
    work: Work[Question, Answer],
    processes: int,
) -> Generator[Answer, None, None]:
    """The answers, each as soon as it and all before it are there.

    Questions are taken up as they are needed, a bounded number and weight ahead. A process that
    dies loses its question and is replaced. When the iteration ends, for whatever reason, no
    process is left.
    """
    waiting: deque[_Place[Question, Answer] | Settled[Answer]] = deque()
    coming = iter(questions)
    more = True
    worked = 0.0
    with _Crew(work, processes) as crew:
        while waiting or more:
            head = waiting[0] if waiting else None
            if head is not None and head.answer is not None:
                waiting.popleft()
                yield head.answer
            elif more and _has_room(waiting, processes):
                question = next(coming, None)
                if question is None:
                    more = False
                elif isinstance(question, Settled):
                    waiting.append(question)
                else:
                    place: _Place[Question, Answer] = _Place(question, work.weight(question))
                    waiting.append(place)
                    if processes < 2 or worked < ALONE_SECONDS:
                        begun = time.monotonic()
                        place.answer = work.answer(question)
                        worked += time.monotonic() - begun
                    else:
                        crew.take_on(place)
            else:
                crew.wait()


def _has_room(waiting: deque[_Place[Question, Answer] | Settled[Answer]], processes: int) -> bool:
    weight = sum(one.weight for one in waiting if isinstance(one, _Place))
    return not waiting or (len(waiting) < AHEAD * processes and weight < HELD_BYTES)


class _Worker(Generic[Question, Answer]):
    """One process, the pipe to it, and what it is working on."""

    def __init__(self, work: Work[Question, Answer]) -> None:
        import multiprocessing  # only where there is enough to do for several processes
        from multiprocessing import resource_tracker

        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__, work.answer.__module__])
        self.pipe, theirs = context.Pipe()
        self.process: ForkServerProcess = context.Process(
            target=_serve, args=(theirs, work.answer), name="commitrack-reader"
        )
        self.place: _Place[Question, Answer] | None = None
        resource_tracker.ensure_running()  # it minds interrupts itself
        with kept_from_children():
            self.process.start()
        theirs.close()

    def end(self, *, at_once: bool) -> None:
        """End the process: when it has seen that nothing more comes, or at once."""
        self.pipe.close()
        if at_once:
            self.process.kill()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


def _serve(pipe: Connection, answer: Callable[[object], object]) -> None:
    """A worker's life: a question, an answer, until nobody asks any more."""
    with contextlib.suppress(Exception):  # whatever ends it, whoever asked sees that it has
        while True:
            pipe.send(answer(pipe.recv()))


class _Crew(Generic[Question, Answer]):
    """The processes, begun as they are needed, and the questions that wait for one."""

    def __init__(self, work: Work[Question, Answer], size: int) -> None:
        self._work = work
        self._size = size
        self._workers: list[_Worker[Question, Answer]] = []
        self._queue: deque[_Place[Question, Answer]] = deque()

    def __enter__(self) -> _Crew[Question, Answer]:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()  # of all, so that they end together
        for worker in self._workers:
            worker.end(at_once=kind is not None)

    def take_on(self, place: _Place[Question, Answer]) -> None:
        """Give a question to a process as soon as one is free."""
        self._queue.append(place)
        self._hand_out()
        self._gather(0)

    def wait(self) -> None:
        """Wait until some question is answered."""
        self._hand_out()
        self._gather(None)

    def _hand_out(self) -> None:
        while self._queue:
            free = next((one for one in self._workers if one.place is None), None)
            if free is None:
                if len(self._workers) >= self._size:
                    return
                free = _Worker(self._work)
                self._workers.append(free)
            place = self._queue.popleft()
            free.place = place
            try:
                free.pipe.send(place.question)
            except OSError:
                self._lose(free)

    def _gather(self, timeout: float | None) -> None:
        busy = {one.pipe: one for one in self._workers if one.place is not None}
        if not busy:
            return  # the last of them died, and its question is lost
        from multiprocessing.connection import wait

        for pipe in wait(list(busy), timeout):
            worker = busy[pipe]  # type: ignore[index]
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._lose(worker)
                continue
            if worker.place is not None:
                worker.place.answer = answer
                worker.place = None
        self._hand_out()

    def _lose(self, worker: _Worker[Question, Answer]) -> None:
        """A process has died: its question is lost, and another takes its place when needed."""
        self._workers.remove(worker)
        worker.end(at_once=True)
        if worker.place is not None:
            worker.place.answer = self._work.lost(worker.place.question)
