"""Joining what a line end has parted: a hyphen there is mended only where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable

SOFT = "\xad"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = re.compile(rf"(?P<front>[^\W\d_]+)(?:-|\u2010|{SOFT})$")
_BEGIN = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(
    r"(?:tion|sion|cian|ment|ness|ship|hood|ity|ance|ence|ture|sure|cial|tial|tive|sive|able|ible"
    r"|ably|ibly|ally|ing|ed|er|ers|est|ism|ist|ous|ful|less|ize|ise|ised|ized|ising|izing|tional"
    r"|tions|ments|ities|ances|ences|tures|tives|mental|ments|lation|lations|ration|rations|cation"
    r"|cations|nation|mation|dation|vision|gramme|grammes|ingly|edly|fully|tively|tially|cially"
    r"|mented|menting|vided|viding|lished|lishing|sioner|sioners|tional|ticular|tee|tees)"
)
"""Second parts that are no word of their own: what stands before is the front of the same word."""


class Hyphens:
    """Knows the words of one document."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._words: set[str] = set()
        for line in lines:
            found = list(_WORD.finditer(line))
            self._words.update(
                one.group().casefold()
                for one in found
                if line[one.end() : one.end() + 1] not in ("-", "\u2010", SOFT)
            )

    def join(self, above: str, below: str) -> str:
        """Two lines of one paragraph as one."""
        if not above or not below:
            return (above or below).replace(SOFT, "-")
        end, begin = _END.search(above), _BEGIN.match(below)
        if end is None or begin is None or not below[0].islower():
            return f"{above} {below}"
        whole = f"{end['front']}{begin.group()}".casefold()
        parted = f"{end['front']}-{begin.group()}".casefold()
        if self._is_one_word(whole, parted, begin.group()):
            return above[:-1] + below
        return f"{above[:-1]}-{below}"

    def _is_one_word(self, whole: str, parted: str, second: str) -> bool:
        if whole in self._words:
            return True
        return parted not in self._words and bool(_ENDINGS.fullmatch(second))
