"""Names of parties as people type them."""

from __future__ import annotations

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.fields import NAME_LIMIT


def party_name(field: str, text: str) -> str:
    """A name that can be read and told from others: not empty, no controls alone, not endless.

    Raises `BadInput`, which names the `field`.
    """
    name = " ".join(text.split())
    if not any(map(str.isalnum, clean_line(name))):
        raise BadInput(f"{field}: must not be empty, or without a letter or figure")
    if len(name) > NAME_LIMIT:
        raise BadInput(f"{field}: has {len(name)} characters; at most {NAME_LIMIT} fit")
    return name


def party_aliases(field: str, text: str) -> tuple[str, ...]:
    """Names with ";" between them; empty ones are left out."""
    return tuple(
        party_name(field, name) for part in text.split(";") if (name := " ".join(part.split()))
    )
