"""Every promise of the guide is held by a test that exists; every test of a fault holds one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in PAGE.splitlines()
    if line.startswith("|") and not line.startswith(("| promise", "|---"))
]
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")


def _tests(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    machines = {
        node.targets[0].id
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "TestCase"
    }
    return machines | {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
    }


@pytest.mark.parametrize(("promise", "held_by"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_every_promise_is_held_by_tests_that_exist(promise: str, held_by: str) -> None:
    assert promise.endswith(".")
    named = NAMED.findall(held_by)
    assert held_by == ", ".join(
        f"`{path}::{test}`" if test else f"`{path}`" for path, test in named
    )
    assert named
    for path, test in named:
        tests = _tests(ROOT / path)
        assert tests, f"{path} holds no test"
        assert not test or test in tests, f"{path} has no {test}"


def test_every_kind_of_fault_has_its_promise() -> None:
    faults = {path.name for path in (ROOT / "tests" / "faults").glob("test_*.py")}
    assert faults == {Path(path).name for path, _ in NAMED.findall(PAGE) if "/faults/" in path}
