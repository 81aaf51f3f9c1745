"""A store to do harm to, and how much of it to do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, Edit
from commitrack.store import open_store
from tests.cli.harness import CommandLine, Outcome
from tests.conftest import FIGURE
from tests.store.hands import draft, propose, sign

COMMITMENTS = 10
QUOTES = tuple(f"We will deliver point {n} of the plan" for n in range(1, COMMITMENTS + 1))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever lies in this folder is part of the fault run."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("fault")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with ten open commitments, closed; never to be changed."""
    path = tmp_path_factory.mktemp("filled") / "record.db"
    text = ". ".join(QUOTES)
    store = open_store(path, create=True)
    store.add_statement(
        draft(text), [propose(text, quote, "NHS Employers") for quote in QUOTES], {}, sign()
    )
    store.apply([Edit(n, Accept()) for n in range(1, COMMITMENTS + 1)], sign())
    store.close()
    return path


@pytest.fixture
def place(filled: Path, tmp_path: Path) -> Path:
    """A copy of that store, in a folder of its own."""
    path = tmp_path / "data" / "record.db"
    path.parent.mkdir(mode=0o700)
    shutil.copy(filled, path)
    return path


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command on a store, in this process: ``run(place, "list")``."""
    command = CommandLine(monkeypatch, tmp_path)

    def on(place: Path, *arguments: str, stdin: str = "") -> Outcome:
        return command("--store", str(place), *arguments, stdin=stdin)

    return on


@pytest.fixture(scope="session")
def whole(request: pytest.FixtureRequest) -> bool:
    """Whether this is the whole fault run, and not the slice of it in every run of the tests."""
    return bool(request.config.getoption("--whole"))


@pytest.fixture
def figure(whole: bool, record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says something for the end of the whole run: ``figure("p99 12 ms")``."""

    def say(text: str) -> None:
        if whole:
            record_property(FIGURE, text)

    return say


@pytest.fixture(scope="session")
def seed() -> int:
    """What chance is drawn from; ``COMMITRACK_FAULT_SEED`` repeats a run that failed."""
    said = os.environ.get("COMMITRACK_FAULT_SEED")
    return int(said) if said else int.from_bytes(os.urandom(4))
