"""The tree of bodies as rows: what is folded, what was looked for, who stands under whom. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from commitrack.model.standing import Body

MANY = 400
"""Bodies from which the tree opens folded."""


@dataclass(frozen=True, slots=True)
class Row:
    """A body in sight, how deep it stands, and whether what is part of it is folded away."""

    body: Body
    depth: int
    folded: bool | None = None
    """None when nothing is part of it."""


class Forest:
    """All bodies, each under the one it is part of; siblings in the order they come in."""

    def __init__(self, bodies: Sequence[Body] = ()) -> None:
        self.by_number = {one.number: one for one in bodies}
        self._below: dict[int | None, list[Body]] = {}
        for one in bodies:
            above = one.parent if one.parent in self.by_number else None
            self._below.setdefault(above, []).append(one)
        self._whole: dict[int, tuple[int, ...]] = {}
        self.owners = self._with_those_above(one.number for one in bodies if one.owns)
        """The bodies that own something, and those that they are part of."""

    def __len__(self) -> int:
        return len(self.by_number)

    def below(self, number: int) -> Sequence[Body]:
        """What is directly part of a body."""
        return self._below.get(number, ())

    def whole(self, number: int) -> tuple[int, ...]:
        """A body and whatever is part of it, by number."""
        found = self._whole.get(number)
        if found is None:
            reached, coming = {number: None}, [number]
            while coming:
                for one in self.below(coming.pop()):
                    if one.number not in reached:
                        reached[one.number] = None
                        coming.append(one.number)
            found = self._whole[number] = tuple(reached)
        return found

    def folding(self) -> frozenset[int]:
        """Every body that something is part of."""
        return frozenset(number for number in self._below if number is not None)

    def above(self, number: int) -> tuple[int, ...]:
        """The bodies that one is part of, the nearest first."""
        found: dict[int, None] = {}
        one = self.by_number.get(number)
        while one is not None and one.parent in self.by_number and one.parent not in found:
            assert one.parent is not None
            found[one.parent] = None
            one = self.by_number[one.parent]
        return tuple(found)

    def rows(
        self, folded: Collection[int] = (), typed: str = "", *, every: bool = True
    ) -> tuple[Row, ...]:
        """What is in sight from top to bottom: `every` body, or the owners.

        With `typed`, the bodies that have a word beginning so in their names or aliases, and those
        that they are part of; nothing of that is folded.
        """
        words = typed.casefold().split()
        kept = None if every else self.owners
        if words:
            found = (n for n, one in self.by_number.items() if finds(one, words))
            kept = self._with_those_above(found)
        rows: list[Row] = []
        coming = [(one, 0) for one in reversed(self._below.get(None, ()))]
        while coming:
            one, depth = coming.pop()
            if kept is not None and one.number not in kept:
                continue
            below = [each for each in self.below(one.number) if kept is None or each.number in kept]
            is_folded = not words and one.number in folded
            rows.append(Row(one, depth, is_folded if below else None))
            if not is_folded:
                coming += [(each, depth + 1) for each in reversed(below)]
        return tuple(rows)

    def _with_those_above(self, numbers: Iterable[int]) -> set[int]:
        kept: set[int] = set()
        for number in numbers:
            kept.add(number)
            kept.update(self.above(number))
        return kept


def finds(body: Body, words: Sequence[str]) -> bool:
    """Whether each of these folded words begins a word of the body's names."""
    names = " ".join((body.name, *body.aliases)).casefold()
    return all(_begins(names, word) for word in words)


def _begins(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False
