"""Patterns rewritten so that a search looks first at the letter with which a match can begin.

Most rules are lists of words: "will, shall or must, with a break before it". Written as one reads
them, such a list is tried word by word at every letter of the text. Here it is arranged like a
dictionary, by first letter, then by second: the engine skips whatever begins no word of the list,
and tries only those which go on like the text. Searching takes a third of the time or less.

What is matched stays the same, match for match. Alternatives which begin with different letters
exclude each other, so only those with the same letter need to keep their order; an option or a
repetition at the beginning is written out, as "with it, or else without"; and a condition before a
letter is asked behind it, by looking back. A pattern of any other build is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from commitrack.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()|]", re.DOTALL)
_RUN = re.compile(r"(?:[^()|\\\[]|\\.|\[\^?\]?(?:\\.|[^\]\\])*\])+", re.DOTALL)
"""Letters, classes and escapes up to the next group, or to the end of an alternative."""
_TIMES = re.compile(r"(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?")
_GROUP = re.compile(r"\(\?(?P<flags>i?):")
_OPENS = re.compile(r"\((?:\?(?::|=|!|P<\w+>))?(?!\?)")
"""How a group begins that keeps the case as it is."""
_LOOKS = re.compile(r"\(\?<?[=!]")
_FEW = re.compile(r"\[[^\\^\]-]{1,8}\]")
_CAPTURE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<opens>\((?!\?)|\(\?P<\w+>)", re.DOTALL)
_SPECIAL = frozenset(".^$*+?{}[]|()\\")
_BETWEEN = (r"\b", "^", "(?m:^)")
_FORMS = {"i": "iI\u0130\u0131", "k": "kK\u212a", "s": "sS\u017f"}
"""Letters with more forms than two, which the engine takes for the same when case is ignored."""
_DEEPEST = 60
_GROWTH = 9

WRITTEN: dict[str, str] = {}
"""Each pattern as it was arranged, with how it was written: a test compares what the two find."""


class _NotArrangedError(Exception):
    """The pattern may begin with more than a few known letters, or with nothing."""


@dataclass(frozen=True, slots=True)
class _Branch:
    """One way to begin: a letter, the conditions before it, and what follows."""

    before: str
    letter: str
    rest: str
    """What follows the letter in its own alternative."""
    then: str
    """What follows that, behind all the alternatives of its list."""


def by_letter(pattern: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """A pattern that matches exactly what is written, arranged for searching.

    ``ignore_case`` says so of the whole pattern, in place of the flag.
    """
    written = f"(?i:{pattern})" if ignore_case else pattern
    parts = (
        [f"(?i:{one})" for one in alternatives_of(pattern)]
        if ignore_case
        else alternatives_of(pattern)
    )
    arranged = _arranged(parts)
    if len(arranged) > _GROWTH * len(written) + 200 or _captures(arranged) != _captures(written):
        arranged = written if ignore_case else _tail(tuple(parts))
    WRITTEN[arranged] = written
    return re.compile(arranged)


def _arranged(parts: list[str]) -> str:
    """Alternatives by their letters; one that may begin with any letter stays where it stands."""
    out: list[str] = []
    run: list[_Branch] = []
    for part in parts:
        try:
            run += _open(part, "", "", _DEEPEST)
        except _NotArrangedError:
            if run:
                out.append(_list(run))
                run = []
            out.append(_from_class(part) if len(parts) == 1 else _within(part))
    if run:
        out.append(_list(run))
    return "|".join(out)


def _captures(pattern: str) -> list[str]:
    return [one["opens"] for one in _CAPTURE.finditer(pattern) if one["opens"]]


def _from_class(source: str) -> str:
    """A sequence with the conditions before its first class of letters asked behind that."""
    before, rest = "", source
    while rest:
        atom, times, after = _first(rest)
        if times or not (atom in _BETWEEN or _LOOKS.match(atom)):
            break
        before, rest = before + atom, after
    if before and rest and not times and (atom[0] == "[" or atom in (r"\w", r"\d")):
        return f"{atom}(?<={before}{atom}){_within(after)}"
    return _within(source)


@cache
def alternatives_of(source: str) -> list[str]:
    """The alternatives of a pattern."""
    parts: list[str] = []
    begun = at = 0
    while at < len(source):
        run = _RUN.match(source, at)
        if run is not None:
            at = run.end()
        elif source[at] == "|":
            parts.append(source[begun:at])
            begun = at = at + 1
        else:
            at = _group_end(source, at)
    return [*parts, source[begun:]]


def _atom_end(source: str, at: int) -> int:
    """Where the letter, class, escape or group that begins at ``at`` ends."""
    if source[at] == "(":
        return _group_end(source, at)
    found = _ATOM.match(source, at)
    if found is None:
        raise _NotArrangedError
    return found.end()


@cache
def _group_end(source: str, at: int) -> int:
    """Where the group that begins at ``at`` ends."""
    depth = 0
    while True:
        run = _RUN.match(source, at)
        if run is not None:
            at = run.end()
        depth += {"(": 1, ")": -1}.get(source[at], 0)
        at += 1
        if not depth:
            return at


def _first(source: str) -> tuple[str, str, str]:
    """The first atom of a sequence, how often it stands, and the rest."""
    if not source:
        raise _NotArrangedError
    end = _atom_end(source, 0)
    times = _TIMES.match(source, end)
    stop = times.end() if times else end
    return source[:end], source[end:stop], source[stop:]


def _letters(atom: str) -> str | None:
    """The letters for which an atom stands, when they are few."""
    if len(atom) == 1:
        return None if atom in _SPECIAL else atom
    if len(atom) == 2 and atom[0] == "\\":
        return "\n" if atom[1] == "n" else None if atom[1].isalnum() else atom[1]
    return atom[1:-1] if _FEW.fullmatch(atom) else None


def _branches(source: str, depth: int) -> list[_Branch]:
    return [one for each in alternatives_of(source) for one in _open(each, "", "", depth)]


def _open(source: str, then: str, before: str, depth: int) -> list[_Branch]:
    """The ways in which a sequence can begin, in the order in which they are tried."""
    if not depth:
        raise _NotArrangedError
    if not source:
        source, then = then, ""
    atom, times, rest = _first(source)
    if not times and (atom in _BETWEEN or _LOOKS.match(atom)):
        return _open(rest, then, before + atom, depth - 1)
    letters, group = _letters(atom), _GROUP.match(atom)
    if times not in ("", "?", "*", "+") or (letters is None and group is None):
        raise _NotArrangedError
    again = f"{atom}*{rest}" if times in ("*", "+") else rest
    found: list[_Branch]
    if letters is not None:
        found = [_Branch(before, letter, again, then) for letter in letters]
    elif group is not None and group["flags"]:
        inner = _folded(_branches(atom[group.end() : -1], depth - 1))
        found = [replace(one, before=before + one.before, then=again + then) for one in inner]
    else:
        found = [
            one
            for each in alternatives_of(atom[len("(?:") : -1])
            for one in _open(each, again + then, before, depth - 1)
        ]
    return found + _open(rest, then, before, depth - 1) if times in ("?", "*") else found


def _folded(branches: list[_Branch]) -> Iterator[_Branch]:
    """The same, each letter in all its forms, and case ignored in what follows."""
    by: dict[str, list[_Branch]] = {}
    for one in branches:
        by.setdefault(one.letter.lower(), []).append(one)
    for letter, ones in by.items():
        for before, alike in groupby(ones, key=lambda one: one.before):
            rest = _tail(tuple(one.rest + one.then for one in alike), folded=True)
            back = before and f"(?i:{before})"
            for form in _forms(letter):
                yield _Branch(back, form, f"(?i:{rest})" if rest else "", "")


def _forms(letter: str) -> str:
    """The ways in which a letter may be written when case is ignored."""
    if letter.isascii():
        small = letter.lower()
        return _FORMS.get(small) or (small + small.upper() if small.isalpha() else small)
    if letter.lower() == letter.upper():
        return letter
    raise _NotArrangedError


def _list(branches: list[_Branch]) -> str:
    """An alternation of these, by their letters; what follows all of them stands there once."""
    thens = {one.then for one in branches}
    then = thens.pop() if len(thens) == 1 else ""
    by: dict[str, list[_Branch]] = {}
    for one in branches:
        by.setdefault(one.letter, []).append(replace(one, then="") if then else one)
    entries = "|".join(_entry(letter, ones) for letter, ones in by.items())
    return f"(?:{entries}){_within(then)}"


def _entry(letter: str, ones: list[_Branch]) -> str:
    head = re.escape(letter)
    parts = []
    for (before, then), alike in groupby(ones, key=lambda one: (one.before, one.then)):
        rests = tuple(dict.fromkeys(one.rest for one in alike))
        parts.append((_asked(before, head, rests) if before else _tail(rests)) + _within(then))
    return head + (parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})")


def _asked(before: str, head: str, rests: tuple[str, ...]) -> str:
    """What follows a letter, with the conditions before it: asked behind the second one, if any.

    Inside a word the first letter is often the right one, and the second seldom.
    """
    out: list[str] = []
    for letter, alike in _by_next_letter(rests, folded=False):
        if letter:
            second = re.escape(letter)
            behind = tuple(rest[_atom_end(rest, 0) :] for rest in alike)
            out.append(f"{second}(?<={before}{head}{second}){_tail(behind)}")
        else:
            out += (f"(?<={before}{head}){_within(rest)}" for rest in alike)
    return f"(?:{'|'.join(out)})" if len(out) > 1 else out[0]


@cache
def _tail(rests: tuple[str, ...], *, folded: bool = False) -> str:
    """These alternatives, those that begin with the same letter together."""
    rests = tuple(dict.fromkeys(rests))
    if len(rests) == 1:
        return _within(rests[0], folded=folded)
    out: list[str] = []
    for letter, alike in _by_next_letter(rests, folded=folded):
        if letter and len(alike) > 1:
            behind = tuple(rest[_atom_end(rest, 0) :] for rest in alike)
            out.append(re.escape(letter) + _tail(behind, folded=folded))
        else:
            out += (_within(rest, folded=folded) for rest in alike)
    return f"(?:{'|'.join(out)})" if len(out) > 1 else out[0]


def _by_next_letter(rests: tuple[str, ...], *, folded: bool) -> Iterator[tuple[str, list[str]]]:
    """Alternatives by their first letter; one that may begin otherwise stays where it stands."""
    run: dict[str, list[str]] = {}
    for rest in rests:
        letter = _next_letter(rest)
        if letter:
            run.setdefault(letter.lower() if folded else letter, []).append(rest)
            continue
        yield from run.items()
        run = {}
        yield "", [rest]
    yield from run.items()


def _next_letter(rest: str) -> str:
    if not rest:
        return ""
    atom, times, _ = _first(rest)
    letter = _letters(atom)
    return letter if letter and not times and len(letter) == 1 and letter.isascii() else ""


@cache
def _within(source: str, *, folded: bool = False) -> str:
    """A sequence with the lists inside it arranged too."""
    out: list[str] = []
    while source:
        atom, times, source = _first(source)
        opened = _OPENS.match(atom)
        if opened is not None:
            parts = _tail(tuple(alternatives_of(atom[opened.end() : -1])), folded=folded)
            atom = f"{opened.group()}{parts})"
        out.append(atom + times)
    return "".join(out)
