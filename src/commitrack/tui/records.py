"""What has been fetched of the record and is kept at hand: dossiers, and excerpts of statements."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from commitrack.model.errors import NotFound
from commitrack.model.records import Dossier
from commitrack.store import Store
from commitrack.tui.excerpt import Excerpt, of_text
from commitrack.tui.gateway import Gateway

_DOSSIERS = 64 * 64
_EXCERPTS = 1024


class Shelf:
    """The dossiers at hand, the ones used last kept longest."""

    def __init__(self, limit: int = _DOSSIERS) -> None:
        self._limit = limit
        self._dossiers: OrderedDict[int, Dossier] = OrderedDict()
        self._excerpts: OrderedDict[int, Excerpt] = OrderedDict()

    def get(self, number: int) -> Dossier | None:
        """The dossier of a number, if it is at hand."""
        found = self._dossiers.get(number)
        if found is not None:
            self._dossiers.move_to_end(number)
        return found

    def holds(self, number: int) -> bool:
        """Whether the dossier of a number is at hand."""
        return number in self._dossiers

    def excerpt(self, number: int) -> Excerpt | None:
        """The statement around a commitment's quote, if it is at hand."""
        return self._excerpts.get(number)

    def put(self, dossiers: Iterable[Dossier]) -> None:
        """Keep these, in place of older ones of the same numbers."""
        for dossier in dossiers:
            number = dossier.commitment.number
            self._dossiers[number] = dossier
            self._dossiers.move_to_end(number)
        while len(self._dossiers) > self._limit:
            self._dossiers.popitem(last=False)

    def put_excerpts(self, excerpts: Iterable[tuple[int, Excerpt]]) -> None:
        """Keep these excerpts."""
        for number, excerpt in excerpts:
            self._excerpts[number] = excerpt
        while len(self._excerpts) > _EXCERPTS:
            self._excerpts.popitem(last=False)

    def missing(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Those of `numbers` that are not at hand."""
        return tuple(number for number in numbers if number not in self._dossiers)

    def held(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Those of `numbers` that are at hand."""
        return tuple(number for number in numbers if number in self._dossiers)

    def drop(self, numbers: Iterable[int]) -> None:
        """Forget these: they are gone, or out of date."""
        for number in numbers:
            self._dossiers.pop(number, None)
            self._excerpts.pop(number, None)

    def clear(self) -> None:
        """Forget everything."""
        self._dossiers.clear()
        self._excerpts.clear()


async def fetch(gateway: Gateway, shelf: Shelf, numbers: Sequence[int]) -> None:
    """Bring the dossiers of these numbers to hand, those that are not."""
    missing = shelf.missing(numbers)
    if missing:
        shelf.put(await gateway.fast(lambda store: store.dossiers(missing)))


async def fetch_excerpts(gateway: Gateway, shelf: Shelf, numbers: Sequence[int]) -> None:
    """Bring the statements around the quotes of these numbers to hand, as far as dossiers are."""
    held = [shelf.get(number) for number in numbers if shelf.excerpt(number) is None]
    wanted = [dossier for dossier in held if dossier is not None]
    shelf.put_excerpts(await gateway.fast(lambda store: excerpts(store, wanted)))


def excerpts(store: Store, dossiers: Sequence[Dossier]) -> tuple[tuple[int, Excerpt], ...]:
    """The statement around the first mention of each, every statement read once."""
    texts: dict[int, str] = {}
    found = []
    for dossier in dossiers:
        if not dossier.mentions:
            continue
        mention = dossier.mentions[0]
        if mention.statement not in texts:
            try:
                texts[mention.statement] = store.statement(mention.statement).text
            except NotFound:  # taken back by an undo since the dossier was read
                continue
        excerpt = of_text(texts[mention.statement], mention)
        found.append((dossier.commitment.number, excerpt))
    return tuple(found)
