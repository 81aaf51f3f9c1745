"""Identifiers as people write them: ``S-0001`` and ``C-0001``.

An identifier is assigned once, never reused and never renumbered (domain: records).
"""

from __future__ import annotations

import re

from commitrack.model.errors import BadInput
from commitrack.model.patterns import late

_ID = late(r"\s*([SC])-?(\d{1,18})\s*", re.IGNORECASE | re.ASCII)
_LONGEST_SHOWN = 40
"""Characters of what is no ID that an error repeats."""


def commitment_id(number: int) -> str:
    """Write a commitment's number as its ID: ``C-0001``."""
    return f"C-{number:04d}"


def statement_id(number: int) -> str:
    """Write a statement's number as its ID: ``S-0001``."""
    return f"S-{number:04d}"


def parse_commitment_id(text: str) -> int:
    """Read a commitment ID (``C-0012``, ``c-12`` or ``12``); `BadInput` for anything else."""
    return _parse(text, "C", "a commitment ID looks like C-0012")


def parse_statement_id(text: str) -> int:
    """Read a statement ID (``S-0003``, ``s-3`` or ``3``); `BadInput` for anything else."""
    return _parse(text, "S", "a statement ID looks like S-0003")


def _parse(text: str, letter: str, shape: str) -> int:
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and len(plain) <= 18:
        return int(plain)
    found = _ID.fullmatch(text)
    if found is None or found[1].upper() != letter:
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
        raise BadInput(f"{shown!r} is not an ID here: {shape}")
    return int(found[2])
