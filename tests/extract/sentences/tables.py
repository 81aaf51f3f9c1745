"""All the tables of sentences: each module beside this one that has ``CASES``."""

from __future__ import annotations

import importlib
import pkgutil

from tests.extract import sentences
from tests.extract.sentences.case import Case


def cases() -> list[Case]:
    """The cases of every table, by module."""
    found: list[Case] = []
    for module in sorted(one.name for one in pkgutil.iter_modules(sentences.__path__)):
        if module not in ("case", "tables", "test_sentences"):
            loaded = importlib.import_module(f"tests.extract.sentences.{module}")
            found += loaded.CASES
    return found
