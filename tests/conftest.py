"""What every test may rely on, however the run was started."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator

import pytest
import textual.app
import textual.pilot
from hypothesis import settings

from commitrack.model.house import House, living_by
from commitrack.store import opening
from tests.idle import until_idle
from tests.new_stores import create_copy

settings.register_profile("ours", deadline=None)
settings.load_profile("ours")
"""How long something takes is measured by ``make bench``, on a machine that does nothing else."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A run put in the background by a shell ignores ctrl-c, and so would every program it starts:
    # the tests that interrupt one could only fail.
    signal.signal(signal.SIGINT, signal.default_int_handler)

for waiting in (textual.app, textual.pilot):
    assert hasattr(waiting, "wait_for_idle")
    waiting.wait_for_idle = until_idle  # type: ignore[attr-defined]

FIGURE = "figure"


@pytest.fixture(autouse=True)
def everybodys_house() -> Iterator[None]:
    """No test lives by rules that another one has put in force."""
    with living_by(House()):
        yield


@pytest.fixture(autouse=True)
def new_stores_are_copies(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless a test is about how they are made."""
    if request.node.get_closest_marker("made_anew") is None:
        monkeypatch.setattr(opening, "create_file", create_copy)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--whole``: every fault at its full size, as ``make faults`` does; else a slice of each."""
    parser.addoption("--whole", action="store_true", help="the whole fault run, not a slice of it")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only the whole fault run does."""
    if not config.getoption("--whole"):
        left = [item for item in items if item.get_closest_marker("whole")]
        items[:] = [item for item in items if not item.get_closest_marker("whole")]
        config.hook.pytest_deselected(items=left)


def pytest_collection_finish() -> None:
    """Look for rubbish among what the tests make, and not among all the tests there are.

    Ten thousand of them stay to the end: to look through them again and again, as Python does
    after every 700 new things, took a quarter of the time of a test of the terminal UI.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the whole fault run has measured, and the seeds it ran with."""
    figures = [
        text
        for report in terminalreporter.getreports("passed")
        if report.when == "call"
        for name, text in report.user_properties
        if name == FIGURE
    ]
    if figures:
        terminalreporter.section("figures")
        for text in figures:
            terminalreporter.write_line(str(text))
