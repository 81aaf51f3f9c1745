"""Several processes answer, and the answers come in the order of the questions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from commitrack.intake import workers
from commitrack.intake.workers import AHEAD, Settled, in_order
from tests.intake.work import WORK

MINE = f" by {os.getpid()}"


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question goes to another process, from the first."""
    monkeypatch.setattr(workers, "ALONE_SECONDS", 0.0)


def questions(answers: list[str]) -> list[str]:
    return [one.partition(" by ")[0] for one in answers]


@pytest.mark.parametrize("processes", [0, 1, 3])
def test_the_order_is_that_of_the_questions(helped: None, processes: int) -> None:
    asked = [f"{n}" for n in range(40)]
    assert questions(list(in_order(asked, WORK, processes))) == asked


def test_a_little_work_is_done_without_any_process() -> None:
    assert list(in_order(["a", "b"], WORK, 3)) == [f"a{MINE}", f"b{MINE}"]


def test_more_work_is_done_elsewhere(helped: None) -> None:
    answers = list(in_order([f"{n}" for n in range(30)], WORK, 2))
    pids = {one.partition(" by ")[2] for one in answers}
    assert str(os.getpid()) not in pids
    assert 1 <= len(pids) <= 2


def test_a_quick_answer_waits_for_a_slow_one_before_it(helped: None, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)

    def asked() -> Iterator[str]:
        yield f"until:{gate}"
        yield "quick"
        gate.write_text("go", "utf-8")

    assert questions(list(in_order(asked(), WORK, 2))) == [f"until:{gate}", "quick"]


def test_what_needs_no_work_keeps_its_place(helped: None) -> None:
    mixed: list[str | Settled[str]] = ["a", Settled("known"), "b", Settled("also known")]
    answers = list(in_order(mixed, WORK, 2))
    assert questions(answers) == ["a", "known", "b", "also known"]


def test_a_process_that_dies_loses_its_own_question_only(helped: None) -> None:
    asked = ["a", "die:1", "b", "die:2", "die:3", "c"]
    answers = questions(list(in_order(asked, WORK, 2)))
    assert answers == ["a", "die:1 lost", "b", "die:2 lost", "die:3 lost", "c"]


def test_an_interrupt_does_not_reach_the_processes(helped: None) -> None:
    assert questions(list(in_order(["interrupted:", "a"], WORK, 2))) == ["interrupted:", "a"]


def test_only_so_many_questions_are_taken_up_ahead(helped: None) -> None:
    taken: list[int] = []

    def asked() -> Iterator[str]:
        for n in range(100):
            taken.append(n)
            yield f"{n}"

    with closing(in_order(asked(), WORK, 2)) as answers:
        for given, _ in enumerate(answers, 1):
            assert len(taken) <= given + 2 * AHEAD
    assert len(taken) == 100


def test_heavy_questions_are_taken_up_one_at_a_time(
    helped: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "HELD_BYTES", 100)
    taken: list[int] = []

    def asked() -> Iterator[str]:
        for n in range(6):
            taken.append(n)
            yield f"{n} weighs 1000"

    with closing(in_order(asked(), WORK, 2)) as answers:
        for given, _ in enumerate(answers, 1):
            assert len(taken) <= given + 1


def test_whoever_stops_asking_leaves_no_process_behind(helped: None, tmp_path: Path) -> None:
    never = tmp_path / "never"
    os.mkfifo(never)
    begun: list[int] = []

    class Noted(workers._Worker[str, str]):
        def __init__(self, work: workers.Work[str, str]) -> None:
            super().__init__(work)
            assert self.process.pid is not None
            begun.append(self.process.pid)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_Worker", Noted)
        answers = in_order(["first", f"until:{never}", f"until:{never}"], WORK, 2)
        next(answers)
        answers.close()
    assert begun
    for pid in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
