"""Clues: words that mean something in the right company, found in a quote when they are asked for.

A clue looks at a bounded stretch on either side of its word, so that the time a quote takes grows
with its length and nothing else, whatever it holds. Reports ask for those of a hundred thousand
quotes: the words of a quote are looked through once, and only where some clue's word stands is
there anything more to do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from commitrack.model.lint.passage import Passage, Place

_REACH = 96
"""Characters that a clue sees on either side of its word."""
_ENOUGH = 64
"""Places of one thing that are looked for; a person has asked long before."""


class _Pattern:
    """A pattern, compiled when it is first asked: most commands of the program never ask a rule."""

    __slots__ = ("_words", "match", "search")

    def __init__(self, words: str) -> None:
        self._words = words
        self.match: _Asked = self._first_match
        self.search: _Asked = self._first_search

    def _first_match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        return self._compiled().match(text, start, end)

    def _first_search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        return self._compiled().search(text, start, end)

    def _compiled(self) -> re.Pattern[str]:
        """From now on it is asked itself."""
        compiled = _compiled(self._words)
        self.match, self.search = compiled.match, compiled.search
        return compiled


_Asked: TypeAlias = Callable[[str, int, int], "re.Match[str] | None"]


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


class Clue:
    """Words, and the company in which they count.

    `then` must follow and is part of what is found; `but_not` must not follow. `after` must stand
    before, `not_after` must not. All four are patterns over even text, which begin or end at the
    word itself.
    """

    __slots__ = ("_after", "_follows", "_not_after", "alone", "heads", "then")

    def __init__(
        self,
        heads: str,
        *,
        then: str = "",
        but_not: str = "",
        after: str = "",
        not_after: str = "",
    ) -> None:
        """`heads` are the words, with spaces between; one written like a name never counts."""
        self.heads = tuple(heads.split())
        self.then = _following(then)
        follows = f"(?!{_following(but_not)}){self.then}" if but_not else self.then
        self._follows = _Pattern(follows) if follows else None
        self._after = _Pattern(_preceding(after)) if after else None
        self._not_after = _Pattern(_preceding(not_after)) if not_after else None
        self.alone = not (then or but_not or after or not_after)
        """Whether it counts in any company."""

    def end(self, text: str, start: int, end: int) -> int | None:
        """Where what is found ends, when the word at `start` to `end` is in the right company."""
        if self._follows is not None:
            followed = self._follows.match(text, end, end + _REACH)
            if followed is None:
                return None
            end = followed.end()
        first = start - _REACH if start > _REACH else 0
        if self._after is not None and not self._after.search(text, first, start):
            return None
        if self._not_after is not None and self._not_after.search(text, first, start):
            return None
        return end


def _following(words: str) -> str:
    return rf"(?:{words})(?!\w)" if words else ""


def _preceding(words: str) -> str:
    return rf"(?:^|(?<!\w))(?:{words})$" if words else ""


class _Meanings:
    """What one word may be a clue to, by one table."""

    __slots__ = ("alone", "every", "follows")

    def __init__(self, every: Sequence[tuple[str, Clue]]) -> None:
        self.every = every
        self.alone = [(name, clue) for name, clue in every if not clue.then]
        """Those that nothing has to follow."""
        follows = [clue.then for _, clue in every if clue.then]
        self.follows = _Pattern("|".join(follows)) if len(follows) > 1 else None
        """What follows the word if it is to be any of the others, all looked at as one pattern."""


_Meant: TypeAlias = Mapping[int, _Meanings]
"""What one word may be a clue to, by the numbers of tables."""


class Clues:
    """Tables of clues by what they are clues to; each is read when something in it is asked for."""

    def __init__(self, *tables: Mapping[str, Iterable[Clue]]) -> None:
        """No two tables have a name in common."""
        by_word: dict[str, dict[int, list[tuple[str, Clue]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for number, table in enumerate(tables):
            for name, clues in table.items():
                for clue in clues:
                    for head in clue.heads:
                        by_word[head][number].append((name, clue))
        self.by_word: Mapping[str, _Meant] = {
            word: {number: _Meanings(every) for number, every in meant.items()}
            for word, meant in by_word.items()
        }
        """What each word may be a clue to."""
        self.tables = {name: number for number, table in enumerate(tables) for name in table}
        """The table that each name stands in."""
        self.nothing: list[dict[str, Sequence[Place]]] = [dict.fromkeys(one, ()) for one in tables]
        """What is found of each table when nothing is."""
        self.read = lru_cache(maxsize=64)(self._read)

    def _read(self, quote: str) -> Found:
        """What is found in a quote; several ask for it one after another."""
        return Found(Passage(quote), self)


class Found(dict[str, Sequence[Place]]):
    """The places of what is found in a quote, by what it is a clue to, in the order of the text.

    A table is read when something in it is first asked for.
    """

    __slots__ = ("_clues", "_heads", "passage")

    def __init__(self, passage: Passage, clues: Clues) -> None:
        self.passage = passage
        self._clues = clues
        self._heads = passage.meant(clues.by_word)

    def __missing__(self, name: str) -> Sequence[Place]:
        table = self._clues.tables[name]
        self.update(self._clues.nothing[table])
        if self._heads:
            self.update(self._look(table))
        return self[name]

    def _look(self, table: int) -> dict[str, list[Place]]:
        passage = self.passage
        text, is_even = passage.text, passage.is_even
        found: dict[str, list[Place]] = {}
        for meant, start, stop in self._heads:
            if table not in meant:
                continue
            one = meant[table]
            follows = one.follows
            if follows is None or follows.match(text, stop, stop + _REACH):
                clues = one.every
            else:
                clues = one.alone
            for name, clue in clues:
                places = found.get(name)
                if places and _is_done(places, passage.place(start, start + 1)):
                    continue
                end = stop if clue.alone else clue.end(text, start, stop)
                if end is None:
                    continue
                place = (start, end) if is_even else passage.place(start, end)
                if places is None:
                    found[name] = [place]
                else:
                    places.append(place)
        return found


def _is_done(places: list[Place], here: Place) -> bool:
    """Whether a word need not be looked at: what was found last holds it, or there is enough."""
    return here[0] < places[-1][1] or len(places) >= _ENOUGH
