"""What each word of a language may be, found out once for each word.

A language has few words and uses them over and over. To find out whether a rule can hold in a
sentence, its words are looked up; only a word that was not met before is asked about. What it may
be depends on its letters alone: nothing is kept of a sentence, or of the words beside it.

The words are those between the blanks, marks and all: ``text.split(" ")``. Several vocabularies
look up the same list, and a string is hashed only once.
"""

from __future__ import annotations

from itertools import accumulate, compress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer = TypeVar("Answer")
LONGEST = 30
"""Letters: no longer word is kept."""
MOST = 20_000
"""Words kept at most; then the vocabulary begins anew."""


class Vocabulary(dict[str, Answer]):
    """The answer for every word met so far; ``ask`` gives that for a new one."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> Answer:
        answer = self._ask(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = answer
        return answer

    def where(self, words: list[str], start: int) -> Iterator[tuple[int, str]]:
        """The words for which the answer is yes, each with its offset.

        ``start`` is the offset of the first letter.
        """
        letters = enumerate(accumulate(map(len, words)))
        for blanks, reached in compress(letters, map(self.__getitem__, words)):
            word = words[blanks]
            yield start + blanks + reached - len(word), word

    def any_in(self, words: list[str]) -> bool:
        """Whether the answer is yes for one of the words."""
        return any(map(self.__getitem__, words))

    def all_in(self, words: list[str]) -> Iterator[Answer]:
        """The answers for the words, in order, those left out that are no."""
        return filter(None, map(self.__getitem__, words))
