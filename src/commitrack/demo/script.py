"""Reading what the demo is built from: the statements, the parties and the story."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeAlias

from commitrack.model.errors import NotFound

Entry: TypeAlias = Mapping[str, Any]
"""A table of the files, as read; ``data/README.md`` says what is in it."""


@dataclass(frozen=True, slots=True)
class Script:
    """Everything the demo is built from."""

    folder: Path
    statements: tuple[Entry, ...]
    parties: tuple[Entry, ...]
    commitments: tuple[Entry, ...]
    """What was done with one item, found by its words."""
    rest: tuple[Entry, ...]
    """What was done with every item of a kind that has no entry of its own."""

    def text(self, statement: Entry) -> str:
        """A statement as it is kept, its placeholders unfilled."""
        path = self.folder / "statements" / str(statement["file"])
        encoding: str = statement.get("encoding", "utf-8-sig")
        return path.read_bytes().decode(encoding)


def data_folder() -> Path:
    """Where the demo's files lie: in the installed package, or beside it in a checkout."""
    package = Path(str(files("commitrack")))
    for folder in (package / "_data", package.parents[1] / "data"):
        if (folder / "demo.toml").is_file():
            return folder
    raise NotFound(f"the demo's files are missing: {package / '_data'}; reinstall commitrack")


def read_script(folder: Path | None = None) -> Script:
    """Read the demo's files."""
    folder = folder or data_folder()
    setting = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))
    story = tomllib.loads((folder / "demo-story.toml").read_text(encoding="utf-8"))
    return Script(
        folder,
        statements=tuple(setting["statement"]),
        parties=tuple(setting["party"]),
        commitments=tuple(story["commitment"]),
        rest=tuple(story["rest"]),
    )
