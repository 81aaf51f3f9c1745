"""Joining what a line end has parted: a hyphen there is mended only where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from commitrack.extract.lexicon import is_act
from commitrack.extract.wordlist import words

SOFT = "\xad"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = re.compile(rf"(?P<front>[^\W\d_]+)(?:-|\u2010|{SOFT})$")
_LONGEST = 40
"""Characters in which the front of a parted word is looked for."""
_BEGIN = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(
    r"[a-z]{0,4}(?:tions?|sions?|ments?|ness|ships?|hood|ities|ity|[ae]nces?|tures?|ci?al|ti?al"
    r"|[st]ives?|[ai]ble|[ai]bly|ally|ously|ful|less|i[sz]e[ds]?|i[sz]ing|ers?|ed|ly|ists?|isms?|ous)"
    r"|[bcdfglmnprstvz]{1,2}ing"
)
"""How the second parts of a word end that are no word of their own."""
_LONGEST_ENDING = 7
_WORDS_THAT_LOOK_SO = words(
    "action nation station section option motion mention edition portion tension pension session"
    " mission vision version able less ful over under never after other order water paper"
    " power offer number member matter letter better later layer user driver worker later former"
    " bed red need seed feed speed shed led fed wed need based led aged sized funded owned only"
    " early daily family friendly city capital central local social rental total vital metal"
    " hospital facing using being going doing ring king sing ping wing zing bring string thing"
    " spring hence fence pence sense else these those whose ness over per her ever"
)
_FRONTS = words(
    "self non co re pre post anti cross well ill long short high low mid multi inter intra part"
    " full half semi ex vice all by on off up out in over under follow day year one two three four"
    " five six seven eight nine ten first second third non-"
)
"""Fronts of compounds: what follows them is a word of its own."""


class Hyphens:
    """Knows the words of one document."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._words: set[str] = set()
        for line in lines:
            found = list(_WORD.finditer(line))[1:]  # the first may be the end of a parted word
            self._words.update(
                one.group().casefold()
                for one in found
                if line[one.end() : one.end() + 1] not in ("-", "\u2010", SOFT)
            )

    def join(self, above: str, below: str) -> str:
        """Two lines of one paragraph as one."""
        if not above or not below:
            return (above or below).replace(SOFT, "-")
        end, begin = _END.search(above, max(0, len(above) - _LONGEST)), _BEGIN.match(below)
        if end is None or begin is None or not below[0].islower():
            return f"{above} {below}"
        whole = f"{end['front']}{begin.group()}".casefold()
        parted = f"{end['front']}-{begin.group()}".casefold()
        if self._is_one_word(whole, parted, end["front"].casefold(), begin.group()):
            return above[:-1] + below
        return f"{above[:-1]}-{below}"

    def _is_one_word(self, whole: str, parted: str, front: str, back: str) -> bool:
        """Whether the document, the verbs that promise, or the second part itself says so."""
        if whole in self._words:
            return True
        if parted in self._words or front in _FRONTS:
            return False
        if is_act(whole):
            return True
        return (
            len(back) <= _LONGEST_ENDING
            and back not in self._words
            and back not in _WORDS_THAT_LOOK_SO
            and bool(_ENDINGS.fullmatch(back))
        )
