"""Rich text (.rtf): a stream of groups, control words and characters.

Read are the words of the document with their list signs, tables and notes; not headers, footers,
pictures, fields' instructions, comments, and words that are hidden or deleted.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from commitrack.sources.blocks import BULLET, Block, Sort, heading, lay_out, one_line
from commitrack.sources.parsed import Parsed, Unreadable
from commitrack.sources.readers.cellgrid import LONGEST_REPEATED, Cell, rows
from commitrack.sources.readers.richtext_words import (
    CHARACTERS,
    CHARSETS,
    KEPT_STARRED,
    LEFT_OUT,
    ON_OFF,
    SYMBOLS,
)

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<hex>[0-9a-fA-F]{2})"
    rb"|(?P<symbol>[^a-zA-Z]))|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_DEEPEST = 2000
_HEADING_STYLE = re.compile(r"heading (\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group."""

    skipped: bool = False
    hidden: bool = False
    deleted: bool = False
    unicode_skip: int = 1
    font: int = -1
    starred: bool = False
    place: str = "body"
    """Where words go: the body, a list sign, a note, a font's or a style's name."""


def parse(data: bytes, _: str | None) -> Parsed:
    """Read rich text."""
    reader = _Reader()
    reader.read(data)
    text, _pages = lay_out(reader.blocks())
    return Parsed(text, reader.encoding, title=reader.title())


class _Reader:
    def __init__(self) -> None:
        self.encoding = "cp1252"
        self._found: list[Block] = []
        self._notes: list[Block] = []
        self._states: list[_State] = [_State()]
        self._words: list[str] = []
        self._sign: list[str] = []
        self._note: list[str] = []
        self._bytes = bytearray()
        self._bytes_of = ""
        self._surrogate = 0
        self._to_skip = 0
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, int] = {}
        self._style_name: list[str] = []
        self._style = 0
        self._outline: int | None = None
        self._own_style = 0
        self._in_table = False
        self._cells: list[str] = []
        self._cell: list[str] = []
        self._lines: list[list[Cell]] = []
        self._merged: list[bool] = []
        self._merging = False
        self._level = 0
        self._top: list[str] = []

    @property
    def _state(self) -> _State:
        return self._states[-1]

    def title(self) -> str | None:
        """The only heading of the first level."""
        return self._top[0] if len(self._top) == 1 else None

    def blocks(self) -> list[Block]:
        """What was read, the notes at the end."""
        return [*self._found, *self._notes]

    def read(self, data: bytes) -> None:
        """Read the whole stream."""
        at = data.find(b"{\\rtf")
        while at < len(data):
            token = _TOKEN.match(data, at)
            if token is None:
                break
            at = token.end()
            if token["word"] == b"bin":
                at += max(0, int(token["number"] or 0))
            self._take(token)
        self._flush()
        self._end_paragraph()
        self._end_table()

    def _take(self, token: re.Match[bytes]) -> None:
        if token["open"]:
            self._open()
        elif token["close"]:
            self._close()
        elif token["word"]:
            number = token["number"]
            self._control(token["word"], int(number) if number else None)
        elif token["hex"]:
            self._byte(int(token["hex"], 16))
        elif token["symbol"]:
            self._symbol(token["symbol"])
        elif token["text"]:
            for byte in token["text"]:
                self._byte(byte)

    def _open(self) -> None:
        self._flush()
        if len(self._states) > _DEEPEST:
            raise Unreadable("is nested too deeply to be read: save it anew and add that")
        self._states.append(replace(self._state, starred=False))

    def _close(self) -> None:
        self._flush()
        if len(self._states) == 1:
            return
        ended = self._states.pop()
        if ended.place == "style":
            self._end_style()
        elif ended.place == "note" and self._state.place != "note":
            words = "".join(self._note)
            self._note.clear()
            if one_line(words):
                self._notes.append(Block(Sort.ITEM, words, f"{len(self._notes) + 1}."))

    def _end_style(self) -> None:
        """Note which headings the style that ends here is for."""
        found = _HEADING_STYLE.match("".join(self._style_name).strip(" ;"))
        if found:
            self._styles[self._own_style] = int(found[1]) - 1
        self._style_name.clear()

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._set(starred=True)
        elif symbol in (b"\n", b"\r"):
            self._flush()
            self._end_paragraph()
        elif symbol in SYMBOLS:
            self._put(SYMBOLS[symbol])

    def _set(self, **changes: object) -> None:
        self._states[-1] = replace(self._state, **changes)  # type: ignore[arg-type]

    def _control(self, word: bytes, number: int | None) -> None:
        self._flush()
        state = self._state
        if state.starred:
            self._set(starred=False)
            if word not in KEPT_STARRED:
                self._set(skipped=True)
                return
        if word in LEFT_OUT:
            self._destination(word)
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif word == b"u":
            self._unicode(number or 0)
        elif word in ON_OFF:
            self._set(**{ON_OFF[word]: number != 0})
        elif word == b"plain":
            self._set(hidden=False, deleted=False)
        elif word == b"uc":
            self._set(unicode_skip=max(0, min(number or 0, 8)))
        elif word == b"f":
            self._set(font=number or 0)
        elif word in (b"ansicpg", b"fcharset", b"mac", b"pc", b"pca"):
            self._code_page(word, number or 0)
        elif word == b"footnote":
            self._set(place="note", skipped=state.skipped)
        elif word in (b"listtext", b"pntext"):
            self._sign.clear()
            self._set(place="sign")
        elif not state.skipped or state.place == "style":
            self._paragraph_control(word, number)

    def _destination(self, word: bytes) -> None:
        place = {b"fonttbl": "font", b"stylesheet": "style"}.get(word)
        self._set(skipped=True, place=place or self._state.place)

    def _code_page(self, word: bytes, number: int) -> None:
        if word == b"fcharset":
            self._fonts[self._state.font] = CHARSETS.get(number, self.encoding)
            if number == 0:
                del self._fonts[self._state.font]
            return
        name = {b"mac": "mac-roman", b"pc": "cp437", b"pca": "cp850"}.get(word, f"cp{number}")
        if name == "cp65001":
            name = "utf-8"
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self.encoding = name

    def _paragraph_control(self, word: bytes, number: int | None) -> None:
        if word == b"s":
            if self._state.place == "style":
                self._own_style = number or 0
            else:
                self._style = number or 0
        elif self._state.place == "style":
            return
        elif word == b"outlinelevel":
            self._outline = number
        elif word == b"pard":
            self._style, self._outline, self._in_table = 0, None, False
            self._level = 0
            self._sign.clear()
        elif word == b"intbl":
            self._in_table = True
        elif word == b"cell":
            self._end_cell()
        elif word == b"row":
            self._end_row()
        elif word == b"trowd":
            self._merged = []
            self._merging = False
        elif word == b"clvmrg":
            self._merging = True
        elif word == b"cellx":
            self._merged.append(self._merging)
            self._merging = False
        elif word == b"ilvl":
            self._level = number or 0
        elif word in (b"par", b"sect", b"page", b"column"):
            if self._state.place == "note":
                self._note.append("\n")
            elif word == b"par" or self._words:
                self._end_paragraph()

    def _end_row(self) -> None:
        """End a row. A cell that goes on from the one above says what that one says."""
        above = self._lines[-1] if self._lines else []
        line: list[Cell] = []
        for n, words in enumerate(self._cells):
            goes_on = n < len(self._merged) and self._merged[n] and n < len(above)
            if goes_on and not words and len(above[n].words) <= LONGEST_REPEATED:
                words = above[n].words
            line.append(Cell(words))
        self._lines.append(line)
        self._cells = []

    def _end_cell(self) -> None:
        self._cell.append(f"{self._taken_sign()} {''.join(self._words)}")
        self._words.clear()
        self._cells.append(one_line(" ".join(self._cell)))
        self._cell.clear()

    def _taken_sign(self) -> str:
        sign = one_line("".join(self._sign))
        self._sign.clear()
        if len(sign) == 1 and not sign.isalnum():
            return BULLET
        return sign

    def _end_paragraph(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        if self._in_table:
            self._cell.append(f"{self._taken_sign()} {words}")
            return
        self._end_table()
        sign = self._taken_sign()
        if not one_line(words):
            return
        level = self._outline if self._outline is not None else self._styles.get(self._style)
        if level is not None and level < 9:
            if level == 0:
                self._top.append(one_line(words))
            numbered = sign and sign != BULLET
            self._found.append(heading(f"{sign} {words}" if numbered else words))
        elif sign:
            self._found.append(Block(Sort.ITEM, words, sign, self._level))
        else:
            self._found.append(Block(Sort.PARAGRAPH, words))

    def _end_table(self) -> None:
        lines, self._lines = self._lines, []
        self._found.extend(rows(lines))

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        self._to_skip = self._state.unicode_skip
        if 0xD800 <= code < 0xDC00:
            self._surrogate = code
            return
        if 0xDC00 <= code < 0xE000:
            if not self._surrogate:
                return
            code = 0x10000 + ((self._surrogate - 0xD800) << 10) + (code - 0xDC00)
        self._surrogate = 0
        if code < 0x110000:
            self._put(chr(code), counted=False)

    def _byte(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
            return
        page = self._fonts.get(self._state.font, self.encoding)
        if self._state.place in ("font", "style") and self._state.skipped:
            page = "cp1252"
        if page != self._bytes_of:
            self._flush()
            self._bytes_of = page
        self._bytes.append(byte)

    def _flush(self) -> None:
        if self._bytes:
            words = self._bytes.decode(self._bytes_of or self.encoding, "replace")
            self._bytes.clear()
            self._put(words.replace("\f", " "), counted=False)

    def _put(self, words: str, *, counted: bool = True) -> None:
        if counted:
            self._flush()
            if self._to_skip:
                self._to_skip -= 1
                return
        state = self._state
        if state.place == "style":
            self._style_name.append(words)
        if state.skipped or state.hidden or state.deleted:
            return
        if state.place == "sign":
            self._sign.append(words)
        elif state.place == "note":
            self._note.append(words)
        elif state.place == "body":
            self._words.append(words)
