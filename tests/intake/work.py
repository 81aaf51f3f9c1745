"""Work for the workers, in a module that their processes can import."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from commitrack.intake.workers import Work


def answer(question: str) -> str:
    """Do what the question says, and say who did."""
    match question.split(":", 1):
        case ["die", _]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["until", path]:
            Path(path).read_text("utf-8")  # of a named pipe: waits until somebody writes
        case ["interrupted", _]:
            os.kill(os.getpid(), signal.SIGINT)
    return f"{question} by {os.getpid()}"


def lost(question: str) -> str:
    """What is said of a question whose process died."""
    return f"{question} lost"


def weight(question: str) -> int:
    """The number at the end of a question; else nothing."""
    return int(question.partition("weighs ")[2] or 0)


WORK: Work[str, str] = Work(answer, lost, weight)
