"""Regular expressions that are compiled when they are first used.

A short command, and the first frame of the UI, load forty of them and search for ten; to compile
one takes as long as to load a module.
"""

from __future__ import annotations

import re
from typing import cast


class _Late:
    """Stands for a pattern; what is asked of it once is then its own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._wanted = pattern, flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(*self._wanted), name)
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, but for when the work is done."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
