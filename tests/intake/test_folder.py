"""The folder that is made for trying things on is the same whenever it is made."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.intake.folder import make

COUNT = 40


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_count_and_seed_make_the_same_folder(tmp_path: Path) -> None:
    first, second = make(tmp_path / "a", COUNT, 1), make(tmp_path / "b", COUNT, 1)
    assert first == second
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    make(tmp_path / "c", COUNT, 2)
    assert contents(tmp_path / "c") != contents(tmp_path / "a")


def test_it_holds_as_many_as_were_asked_for_of_every_sort(tmp_path: Path) -> None:
    made = make(tmp_path, COUNT, 1)
    assert made.statements == COUNT
    assert {Path(one).suffix for one in made.good} == {
        *(".txt", ".md", ".html", ".pdf", ".docx", ".odt", ".rtf", ".eml")
    }
    with pytest.raises(ValueError, match="too few"):
        make(tmp_path / "small", 10, 1)
