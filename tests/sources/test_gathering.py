"""What words name: files, folders, patterns, addresses, standard input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from commitrack.model.errors import BadInput, NotFound
from commitrack.sources import gathering
from commitrack.sources.gathering import Gathered, LeftOut, TooMany, gather

ALL = ["README", "Z.HTML", "a.md", "b.txt", "c.pdf"]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of statements and of what else lies in folders; we stand above it."""
    folder = tmp_path / "in"
    for name in (
        *("b.txt", "a.md", "c.pdf", "Z.HTML", "README"),
        *("photo.png", ".hidden.txt", "Thumbs.db", "~$c.docx", "b.txt~", "sheet.xlsx"),
        *("2025/old.txt", "2025/deep/older.txt", ".git/config.txt", "__MACOSX/b.txt"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"We will act on {name}.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def names(found: Gathered) -> list[str]:
    return [one.removeprefix("in/") for one in found.sources]


def why(found: Gathered) -> dict[str, LeftOut]:
    return {path.removeprefix("in/"): reason for path, reason in found.left_out}


def test_a_folder_stands_for_the_files_in_it_by_name(tree: Path) -> None:
    found = gather(["in"])
    assert names(found) == ALL
    assert why(found) == {
        ".git": LeftOut.HIDDEN,
        ".hidden.txt": LeftOut.HIDDEN,
        "2025": LeftOut.FOLDER,
        "Thumbs.db": LeftOut.JUNK,
        "__MACOSX": LeftOut.JUNK,
        "b.txt~": LeftOut.JUNK,
        "photo.png": LeftOut.FORMAT,
        "sheet.xlsx": LeftOut.FORMAT,
        "~$c.docx": LeftOut.JUNK,
    }
    assert found.failures == {}


def test_recursive_takes_in_what_lies_below(tree: Path) -> None:
    found = gather(["in"], recursive=True)
    assert names(found)[:2] == ["2025/deep/older.txt", "2025/old.txt"]
    assert LeftOut.FOLDER not in why(found).values()
    assert not any("git" in one or "MACOSX" in one for one in found.sources)


def test_a_link_to_a_folder_is_not_followed_into_a_circle(tree: Path) -> None:
    (tree / "2025" / "up").symlink_to(tree, target_is_directory=True)
    for word in ("in", "in/**"):
        assert len(gather([word], recursive=True).sources) == 7
    found = gather(["in"], recursive=True)
    assert why(found)["2025/up"] is LeftOut.LINK
    assert len(found.sources) == len(set(found.sources)) == 7


def test_a_link_that_leads_nowhere_is_taken_so_that_it_is_told(tree: Path) -> None:
    (tree / "gone.txt").symlink_to(tree / "nowhere.txt")
    (tree / "round.txt").symlink_to(tree / "round.txt")
    for word in ("in", "in/*"):
        assert {"gone.txt", "round.txt"} <= set(names(gather([word])))


def test_a_pipe_in_a_folder_is_left_out(tree: Path) -> None:
    os.mkfifo(tree / "pipe.txt")
    assert why(gather(["in"]))["pipe.txt"] is LeftOut.SPECIAL


def test_what_is_named_by_itself_is_taken_whatever_it_is(tree: Path) -> None:
    words = ["in/photo.png", "in/.hidden.txt", "in/no.txt", "-", "https://example.org/a?b=[c]"]
    assert gather(words) == Gathered(tuple(words))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("in/*.txt", ["b.txt"]),
        ("in/[ab].*", ["a.md", "b.txt"]),
        ("in/**/*.txt", ["2025/deep/older.txt", "2025/old.txt", "b.txt"]),
        ("in/**", ["2025/deep/older.txt", "2025/old.txt", *ALL]),
        ("in/.h*", [".hidden.txt"]),
        ("in/*", ALL),
    ],
)
def test_a_pattern_is_filled_in(tree: Path, pattern: str, expected: list[str]) -> None:
    assert names(gather([pattern])) == expected


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tree: Path) -> None:
    (tree / "b[1].txt").write_text("We will act.\n", "utf-8")
    assert names(gather(["in/b[1].txt"])) == ["b[1].txt"]


def test_a_file_is_found_once_however_many_ways_lead_to_it(tree: Path) -> None:
    found = gather(["in/b.txt", "in", "in/*.txt", "in/.", "./in/a.md"])
    assert names(found) == ["b.txt", "README", "Z.HTML", "a.md", "c.pdf"]
    assert found.failures == {}


def test_the_order_is_that_of_the_words(tree: Path) -> None:
    assert names(gather(["in/c.pdf", "in/2025", "in/a.md"])) == ["c.pdf", "2025/old.txt", "a.md"]


def test_a_pattern_without_a_match_is_told_beside_what_is_found(tree: Path) -> None:
    found = gather(["in/*.rtf", "in/b.txt"])
    assert names(found) == ["*.rtf", "b.txt"], "in its place"
    error = found.failures["in/*.rtf"]
    assert isinstance(error, NotFound)
    assert str(error) == "nothing matches in/*.rtf"


def test_a_folder_without_a_statement_says_what_it_holds_instead(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.png").touch()
    (error,) = gather([str(tmp_path)]).failures.values()
    assert isinstance(error, BadInput)
    assert "1 folder (--recursive takes it in)" in str(error)
    assert "1 of a format that is not read" in str(error)


def test_an_endless_number_of_files_is_refused(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "LIMIT_FOUND", 3)
    with pytest.raises(TooMany, match="more than 3 files"):
        gather(["in/2025", "in"], recursive=True)


def test_a_path_that_is_no_path_is_told_when_it_is_read() -> None:
    assert gather(["a\0b"]).sources == ("a\0b",)
