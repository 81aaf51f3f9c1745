"""Blocks of a statement and the sentences in them, as offsets: the text is never changed.

A block is a paragraph, a heading, a bullet, a table row or a lead-in. Lines that were only wrapped
are one block; a line is taken as wrapped when the first word of the next would not have fitted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from commitrack.extract.by_letter import by_letter
from commitrack.extract.flat import trim
from commitrack.extract.signs import holds

_MARKER = re.compile(
    r"[ ]*(?:[•●▪◦‣∙·*–—-][ ]+"
    r"|\((?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)[ ]+"
    r"|(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivx]{1,5})[.)][ ]+"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}[ ]+"
    r"|\d{1,2}[ ]+(?=[A-Z])"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b[ .,]*(?:\d{4}|$)))"
)
_AFTER_LETTERS = (".", ")")
"""What follows the one to five letters of a bullet's sign."""
_WORDS = re.compile(r"\w+")
_BARE_NUMBER = re.compile(r"[ ]*\d{1,2}[ ]")
_STOP = by_letter(
    r"[.!?…。！？]+[\"'”’»)\]]*(?:(?<=[^\d.][.”\"’])\d{1,2}(?= |$))?(?= |$)|[。！？][”」]?"
    r"|: +(?=[“\"])"
)
_SAYS = re.compile(r"[^\W_]")
_SHORTENED = (
    r"Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Rt|Hon|St|Cllrs?|Crs?|Rs|Sen|Rep|Gov|Supt|Insp|Ald|Jr|Sr|Ave|Blvd|Mt|Ft|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Capt|Cdr|Col|Gen|Lt"
    r"|Maj|Sgt|Messrs|Mme|No|Nos|pp|paras?|chap|ch|figs?|art|sec|vol|ed|eds|cf|vs?|viz|incl|approx"
    r"|est|dept|govt|sq|km|etc|al|Inc|Ltd|Corp|Co"
)
_ABBREVIATION = re.compile(
    rf"(?<![A-Za-z.])(?P<word>[A-Za-z]|{_SHORTENED}|i\.e|e\.g|a\.m|p\.m|[A-Z](?:\.[A-Z])+)\.$",
    re.IGNORECASE,
)
_LONG_WORD = 7
"""Letters: one more than any abbreviation has before its stop."""
_SHORTENED_WORDS = frozenset(
    form.lower()
    for one in _SHORTENED.split("|")
    for form in ((one[:-2], one[:-1]) if one.endswith("?") else (one,))
)
_MAY_END = {"etc", "al", "a.m", "p.m", "inc", "ltd", "co", "corp", "km"}
_CELLS = re.compile(r"[^|]*\|[^|]*\|")
_GAPS = re.compile(r"\S {3,}\S")
_LINE_END = re.compile(r"\r\n|\n|\r|\u2028|\u2029|\x85|\x0b|\x0c")
_RARE_LINE_ENDS = ("\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")
_WRAP_LIMIT = 120
"""A longer line was not wrapped by hand or by a mail program, so its end is the end of a block."""
_WRAP_LEAST = 40
"""No shorter line was cut off because it was full."""
_HEADING_WORDS = 14


class BlockKind(StrEnum):
    """What the lay-out says a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    ROW = "row"
    LEAD_IN = "lead-in"


@dataclass(slots=True)
class Span:
    """A half-open range of code points. Nobody changes one: slots are quickest to read."""

    start: int
    end: int


@dataclass(slots=True)
class Block:
    """One block: ``start`` is after the bullet sign, ``line`` counts from 1."""

    kind: BlockKind
    start: int
    end: int
    line: int
    marker: str = ""
    after_gap: bool = False
    sentences: tuple[Span, ...] = ()


_Line = tuple[int, int, int, bool]
"""Its number, counted from 1, its offsets without the blanks around it, and whether it is a row."""


def blocks(text: str, flat: str) -> tuple[Block, ...]:
    """The blocks of ``text`` in order; ``flat`` is its same-length view."""
    lines = _lines(text, flat)
    width = max((end - start for _, start, end, _ in lines), default=0)
    found: list[Block] = []
    group: list[_Line] = []
    gap = True
    for one in lines:
        _, start, end, _ = one
        if group and (start == end or not _continues(flat, group[-1], one, width)):
            found.append(_block(flat, group, after_gap=gap))
            gap = False
            group = []
        if start == end:
            gap = True
        else:
            group.append(one)
    if group:
        found.append(_block(flat, group, after_gap=gap))
    return tuple(_listed(found))


def shape(marker: str) -> str:
    """The sign of a bullet with its number or letter left open: "(x)" for "(a)" and "(ii)"."""
    return _WORDS.sub("x", marker) if marker else ""


def _listed(found: list[Block]) -> list[Block]:
    """Short numbered lines right below a lead-in are its bullets and not headings."""
    below: str | None = None
    out: list[Block] = []
    for one in found:
        sign = shape(one.marker)
        if one.kind is BlockKind.HEADING and sign and below in ("", sign):
            one = replace(one, kind=BlockKind.BULLET, sentences=(Span(one.start, one.end),))
        if one.kind is BlockKind.LEAD_IN:
            below = ""
        else:
            below = sign if below is not None and one.kind is BlockKind.BULLET else None
        out.append(one)
    return out


def _lines(text: str, flat: str) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    several = holds(text, _RARE_LINE_ENDS)
    parted = _LINE_END.split(text) if several else text.split("\n")
    for number, line in enumerate(parted, 1):
        if line:
            stop = at + len(line)
            start, end = trim(flat, at, stop)
            lines.append((number, start, end, start < end and _is_row(flat, start, end)))
            at = stop
        else:
            lines.append((number, at, at, False))
        at += 2 if several and text.startswith("\r\n", at) else 1
    return lines


def _continues(flat: str, above: _Line, below: _Line, width: int) -> bool:
    """Whether ``below`` is the rest of ``above``, cut off where the line was full."""
    _, above_start, above_end, row_above = above
    _, start, end, row = below
    if row_above or row:
        return False
    marker = _marker(flat, start, end)
    if marker and not _BARE_NUMBER.match(flat, start, end):
        return False
    last = flat[above_end - 1]
    if last in ".!?" and flat[start:end].isupper():
        return False  # "CARRIED" below a motion
    if flat[start].islower() and last not in ".!?:;":
        return True
    full = above_end - above_start
    if not _WRAP_LEAST <= width <= _WRAP_LIMIT or full > _WRAP_LIMIT or last == ":":
        return False
    space = flat.find(" ", start, end)
    word = (space if space >= 0 else end) - start
    return full + 1 + word > width


def _marker(flat: str, start: int, end: int) -> re.Match[str] | None:
    """The sign, number or letter before a bullet; few lines begin with a letter and a stop."""
    if flat[start].isalpha() and not holds(flat[start + 1 : start + 6], _AFTER_LETTERS):
        return None
    return _MARKER.match(flat, start, end)


def _is_row(flat: str, start: int, end: int) -> bool:
    if flat.count("|", start, end) >= 2 and _CELLS.match(flat, start, end):
        return True
    if flat.find("   ", start, end) < 0:
        return False
    return len(_GAPS.findall(flat, start, min(end, start + 400))) >= 2


def _block(flat: str, lines: list[_Line], *, after_gap: bool) -> Block:
    line, start, _, row = lines[0]
    end = lines[-1][2]
    if row and len(lines) == 1:
        return Block(BlockKind.ROW, start, end, line, "", after_gap, (Span(start, end),))
    marker = _marker(flat, start, end)
    sign = ""
    if marker and marker.end() < end:
        sign = marker.group().strip()
        start = marker.end()
    if flat[end - 1] == ":":
        speaks = _opens_quotation(flat, start, end)
        kind = BlockKind.PARAGRAPH if speaks else BlockKind.LEAD_IN
    elif _is_heading(flat, start, end, sign):
        return Block(BlockKind.HEADING, start, end, line, sign, after_gap)
    else:
        kind = BlockKind.BULLET if sign else BlockKind.PARAGRAPH
    return Block(kind, start, end, line, sign, after_gap, tuple(sentences(flat, start, end)))


def _opens_quotation(flat: str, start: int, end: int) -> bool:
    """Whether a block which ends in a colon introduces a speaker and not a list."""
    return bool(_says().search(flat, max(start, end - 200), end))


@cache
def _says() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:said|says|saying|stated|commented|added|announced|wrote"
        r"|told (?:(?!that )[^: ]{1,30} ?){1,8}):$"
    )


def _is_heading(flat: str, start: int, end: int, sign: str) -> bool:
    """A short line without a final stop; below a bullet sign only words in capitals count."""
    if flat[end - 1] in ".!?;,\"”'’…" or flat.endswith((" and", " or"), start, end):
        return False
    words = flat.count(" ", start, end) + 1
    if sign and not sign[0].isalnum():
        return False
    if sign and not sign.isdigit():
        return words <= 6 and flat[start].isupper()
    return words <= _HEADING_WORDS


def sentences(flat: str, start: int, end: int) -> list[Span]:
    """The sentences in ``flat[start:end]``, each with its stop and its closing quotation marks.

    A colon before an opening quotation mark ends a sentence too: what follows has its own speaker.
    Stops before the first letter or figure are part of the sentence behind them.
    """
    spans: list[tuple[int, int]] = []
    at = unread = start
    says = False
    for stop in _STOP.finditer(flat, start, end):
        said = flat[unread : stop.start()]
        says = says or said[1:2].isalnum() or _SAYS.search(said) is not None
        unread = stop.end()
        if stop.end() < end and not (says and _ends_sentence(flat, at, stop)):
            continue
        spans.append((at, stop.end()))
        at, says = stop.end(), False
    if at < end:
        spans.append((at, end))
    trimmed = [trim(flat, begun, ended) for begun, ended in spans]
    return [Span(begun, ended) for begun, ended in trimmed if ended > begun]


_STARTER = re.compile(r"(?:It|The|We|They|He|She|This|These|That|In|On|By|But|And|Our|There)\b")
"""No name goes on with one of these: "Ms. K. It will pay"."""


def _is_no_abbreviation(last: str) -> bool:
    """Whether the last word of the letters before a stop is a plain one that nobody shortens."""
    _, blank, word = last.rpartition(" ")
    return (
        blank != ""
        and len(word) > 1
        and word.isascii()
        and word.isalpha()
        and word.lower() not in _SHORTENED_WORDS
    )


def _ends_sentence(flat: str, start: int, stop: re.Match[str]) -> bool:
    mark = stop.group()
    if mark[0] == ":":
        return True
    following = flat[stop.end() : stop.end() + 12].lstrip(" \"“‘'([")
    if following[:1].islower():
        return False
    if mark[0] != "." or (len(mark) > 1 and mark[1] == "."):
        return True
    at = stop.start()
    last = flat[max(0, at - _LONG_WORD) : at]
    if len(last) == _LONG_WORD and last.isalpha() and last.isascii():
        return True  # no abbreviation has so many letters
    if _is_no_abbreviation(last):
        return True
    before = _ABBREVIATION.search(flat, max(start, at - 12), at + 1)
    if before is None:
        return True
    word = before["word"].casefold()
    if len(mark) > 1 and not mark[1:].isdigit():
        return True
    if len(word) == 1:
        return not before["word"].isupper() or _STARTER.match(following) is not None
    if word == "co" and flat[before.start() - 3 : before.start()] in ("in ", "of ", "rom"):
        return False  # "in Co. Clare" is a county
    if word in {"no", "nos"}:
        return not following[:1].isdigit()
    return word in _MAY_END
