"""Measure how a pile of documents is read and filed: with every processor, against one."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from commitrack.extract import extract
from commitrack.intake.adding import Told
from commitrack.intake.many import Run, all_processors
from commitrack.model.history import Signature
from commitrack.store import Store, open_store
from measuring import Figure, paired

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
DOCUMENTS = 100
SENTENCES = 60
"""In a document: about two pages."""


def adding(folder: Path, by: Signature) -> list[Figure]:
    """As many documents as a new team brings along, each with its own text."""
    sources = folder / "sources"
    sources.mkdir()
    paths = []
    for number, text in enumerate(_documents()):
        path = sources / f"{number:03}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    runs = count()

    def add(processes: int) -> None:
        shelf = _Shelf(open_store(folder / f"added-{next(runs)}" / "record.db", create=True))
        try:
            for _ in Run(tuple(paths), {}, shelf, Told(), by, io.BytesIO(), processes):
                pass
        finally:
            shelf.store.close()

    processors = all_processors()
    what = f"add {DOCUMENTS} documents of {SENTENCES} sentences with {processors} processors"
    return [paired(what, lambda: add(processors), "with one", lambda: add(1), 3)]


def _documents() -> list[str]:
    """Sentences of the annotated statements, dealt out so that no two texts are much alike.

    Texts that are alike would be taken for versions of one statement, and compared.
    """
    sentences = []
    for path in sorted(GOLD.glob("*.txt")):
        text = path.read_bytes().decode("utf-8-sig")
        sentences += [text[one.start : one.end] for one in extract(text).sentences]
    deal = random.Random(0)
    return ["\n\n".join(deal.sample(sentences, SENTENCES)) for _ in range(DOCUMENTS)]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A store that is open already."""

    store: Store

    def look(self) -> Store:
        """The store."""
        return self.store

    def open(self) -> Store:
        """The store."""
        return self.store
