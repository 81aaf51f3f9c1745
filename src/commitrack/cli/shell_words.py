"""Words of the filter language on a command line, as the shell leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from commitrack.query import ValueType, find_field

_WORDY = (ValueType.PARTY, ValueType.TEXT)
_NEGATED = re.compile(r"-\w+:")


def is_negated(word: str) -> bool:
    """Whether a word that begins with a hyphen is a condition: ``-is:closed``."""
    return _NEGATED.match(word) is not None


def as_typed(words: Iterable[str]) -> str:
    """The query as the user typed it, with the quotation marks that the shell took away.

    ``owner:"NHS Confederation"`` arrives as one word with a space in it.
    """
    return " ".join(map(_requoted, words))


def _requoted(word: str) -> str:
    name, colon, value = word.partition(":")
    spec = find_field(name.lstrip("-")) if colon else None
    spaced = any(char.isspace() for char in value.strip())
    if spec is None or spec.type not in _WORDY or not spaced or set(value) & set('":()'):
        return word
    exact = "=" if value.startswith("=") else ""
    return f'{name}:{exact}"{value.removeprefix("=")}"'
