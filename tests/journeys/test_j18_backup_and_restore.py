"""J18, its middle part: back up, damage the store, restore: equal, history and ids included."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import CommandLine
from tests.store.damage import PAGE, content, cut, flip

ROOT = Path(__file__).parents[2]
SEED = ROOT / "data" / "statements" / "nhs-confederation-west-london.txt"


@pytest.mark.parametrize("how", ["header", "page", "short", "empty", "gone", "text"])
def test_a_store_that_was_damaged_is_as_it_was_after_a_restore(run: CommandLine, how: str) -> None:
    run.ok("add", str(SEED))
    run.ok("accept", "C-1")
    run.ok("set", "C-1", "lead=ann")
    run.ok("undo")
    before = content(run.store)
    backup = run.ok("backup").out.strip()
    match how:
        case "header":
            flip(run.store, 0)
        case "page":
            flip(run.store, 3 * PAGE)
        case "short":
            cut(run.store, 30)
        case "empty":
            run.store.write_bytes(b"")
        case "gone":
            run.store.unlink()
        case "text":
            run.store.write_text("somebody wrote minutes over it " * 99, "utf-8")
    run.ok("restore", backup)
    assert content(run.store) == before
    assert run.ok("doctor", "--full").code == 0
    run.ok("redo")
    assert run.record("C-1")["lead"] == "ann"
