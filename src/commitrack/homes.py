"""Paths as people write them: ``~`` is a home."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput


def at_home(name: str | PathLike[str]) -> Path:
    """The path that somebody wrote, with the home that its ``~`` or ``~name`` stands for.

    Raises `BadInput` when nobody of that name has one here: a shell leaves such a name as it is,
    and a folder called ``~name`` is what nobody wants.
    """
    path = Path(name)
    try:
        return path.expanduser()
    except RuntimeError:
        whose = clean_line(path.parts[0])
        raise BadInput(f"{clean_line(str(path))}: no home is known here for {whose}") from None
