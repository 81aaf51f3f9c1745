"""Small whole numbers as statements write them: in digits, in words, or as an article."""

from __future__ import annotations

_UNITS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDREDS = {"a hundred": 100, "one hundred": 100, "a dozen": 12}

NUMBER = (
    r"(?:\d{1,4}|(?:"
    + "|".join(_HUNDREDS)
    + r")|(?:"
    + "|".join(_TENS)
    + r")(?:[- ](?:"
    + "|".join(list(_UNITS)[2:11])
    + r"))?|"
    + "|".join(sorted(_UNITS, key=len, reverse=True))
    + r"|(?:a )?few|several|(?:a )?couple of|(?:a )?handful of)\b"
)
"""A pattern for what :func:`number` reads; for matching without regard to case."""
WORDS = frozenset([*_UNITS, *_TENS])
"""The words with which a number can begin."""


def number(words: str) -> int | None:
    """The value, or None for words which only say "some" (few, several)."""
    words = words.casefold()
    if words.isascii() and words.isdigit():
        return int(words)
    if words in _UNITS:
        return _UNITS[words]
    if words in _HUNDREDS:
        return _HUNDREDS[words]
    tens, _, unit = words.replace(" ", "-").partition("-")
    if tens not in _TENS:
        return None
    return _TENS[tens] + _UNITS.get(unit, 0)
