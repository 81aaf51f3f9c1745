"""The folder that is made for trying things on is the same whenever it is made."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from commitrack.sources.formats import Format
from tests.cli.harness import CommandLine
from tests.intake.documents import MAKERS
from tests.intake.folder import make
from tests.sources.making import Content, Heading, Paragraph

COUNT = 40


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and os.access(path, os.R_OK)
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
    assert {Path(one).suffix for one in made.good} == set(MAKERS)
    with pytest.raises(ValueError, match="too few"):
        make(tmp_path / "small", 10, 1)


def test_a_mixed_folder_goes_in_with_one_command_and_the_bad_ones_are_listed(
    run: CommandLine, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    made = make(folder, COUNT, 1)
    outcome = run("add", "--recursive", "--json", str(folder))
    *each, last = [json.loads(line) for line in outcome.out.splitlines()]
    by_result: dict[str, list[str]] = {}
    for one in each:
        path = str(Path(one["source"]).relative_to(folder))
        by_result.setdefault(one["result"], []).append(path)
    same = by_result["same_text_elsewhere"]
    assert len(same) == len(made.doubles)
    assert sorted(by_result["added"] + same) == sorted(made.good + made.doubles)
    assert sorted(by_result["refused"]) == sorted(made.bad)
    assert outcome.code == 2, "that of the first that was refused"
    assert sum(last["summary"]["left_out"].values()) == len(made.left_out)
    lines = outcome.err.splitlines()
    for path in made.bad:
        (reason,) = [line for line in lines if line.startswith(f"  {folder}/{path} ")]
        assert len(reason) > len(f"  {folder}/{path} ") + 10
    numbers = [one["statement"] for one in each if one["result"] == "added"]
    assert numbers == [f"S-{n:04}" for n in range(1, len(made.good) + 1)]
    assert {one["media_type"] for one in each if "media_type" in one} == set(Format)


def test_the_words_of_every_format_are_found_again(run: CommandLine, tmp_path: Path) -> None:
    promise = "The Council will publish a plan for its libraries by the end of March 2027."
    letter = Content((Heading("Our libraries"), Paragraph(promise), Paragraph("Thank you.")))
    for suffix, maker in MAKERS.items():
        (tmp_path / f"letter{suffix}").write_bytes(maker(letter))
    run.ok("add", str(tmp_path / "letter.*"), "--date", "2026-02-20")
    places = []
    for one in run.ok("statement", "list", "--json").json["statements"]:
        statement = run.ok("statement", "show", one["id"], "--json").json
        assert promise in " ".join(statement["text"].split()), one["source"]
        places += [Path(place["source"]).suffix for place in statement["copies"]]
    assert sorted(places) == sorted(MAKERS)
