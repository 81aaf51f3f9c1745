"""Whether two names of sources mean the same place."""

from __future__ import annotations

import os
import re

from commitrack.sources.understanding import STDIN

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is written as an address, of whatever scheme."""
    return _SCHEME.match(source) is not None


def same_place(one: str, other: str) -> bool:
    """Whether two sources are one place: ``letter.txt`` is ``./letter.txt``, seen from here."""
    if one == other:
        return True
    if STDIN in (one, other) or is_address(one) or is_address(other):
        return False
    return absolute(one) == absolute(other)


def absolute(path: str) -> str:
    """A path from the root, its links left as they are: nothing on the disk is looked at."""
    return os.path.abspath(path)  # noqa: PTH100 (Path.resolve follows links)
