"""Outlook messages (.msg): a mail's properties, each in a stream of a compound file."""

from __future__ import annotations

import io
import struct
from datetime import UTC, date, datetime, timedelta

import olefile

from commitrack.sources.blocks import one_line
from commitrack.sources.parsed import Parsed, Unreadable
from commitrack.sources.readers import charset
from commitrack.sources.readers.mail import day, from_page, with_attachments
from commitrack.sources.readers.quoting import own_words, without_subject_marks

_SUBJECT, _BODY, _PAGE, _HEADERS = "0037", "1000", "1013", "007D"
_SENDER, _SENT_FOR = "0C1A", "0042"
_SENT, _DELIVERED = 0x0039, 0x0E06
_BODY_CODE_PAGE, _MESSAGE_CODE_PAGE = 0x3FDE, 0x3FFD
_PROPERTIES = "__properties_version1.0"
_HEADER_BYTES, _ENTRY_BYTES = 32, 16
_TIME, _NUMBER = 0x0040, 0x0003
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_MOST_BYTES = 100_000_000


def parse(data: bytes, _: str | None) -> Parsed:
    """Read an Outlook message."""
    try:
        file = olefile.OleFileIO(io.BytesIO(data))
    except (OSError, ValueError, IndexError, struct.error):
        raise Unreadable("is damaged: it ends too early, or was changed on the way") from None
    message = _Message(file)
    subject = one_line(message.text(_SUBJECT))
    text = message.text(_BODY)
    if not text.strip():
        page = message.page()
        if not page.strip():
            raise Unreadable(
                "holds no text that is read: open it in Outlook and save it as text or .eml"
            )
        text = from_page(page, forwarded=subject.lower().startswith(("fw:", "fwd:")))
    own = own_words(text, subject).strip("\n") + "\n"
    sender = one_line(message.text(_SENT_FOR) or message.text(_SENDER))
    return Parsed(
        with_attachments(own, message.attached()),
        title=without_subject_marks(subject) or None,
        said_on=message.sent(),
        speaker=sender if sender and "@" not in sender else None,
    )


class _Message:
    def __init__(self, file: olefile.OleFileIO[str]) -> None:
        self._file = file
        self._numbers: dict[int, int] = {}
        properties = self._stream(_PROPERTIES)
        for at in range(_HEADER_BYTES, len(properties) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
            kind, name = struct.unpack_from("<HH", properties, at)
            if kind in (_TIME, _NUMBER):
                size = "<Q" if kind == _TIME else "<i"
                self._numbers[name] = struct.unpack_from(size, properties, at + 8)[0]

    def _stream(self, name: str) -> bytes:
        if not self._file.exists(name):
            return b""
        if self._file.get_size(name) > _MOST_BYTES:
            raise Unreadable("holds more than any mail does: it is not read")
        found: bytes = self._file.openstream(name).read()
        return found

    def text(self, name: str, within: str = "") -> str:
        """A property that is text; "" when it is not there."""
        unicode = self._stream(f"{within}__substg1.0_{name}001F")
        if unicode:
            return unicode.decode("utf-16-le", "replace").rstrip("\0").replace("\r\n", "\n")
        page = self._numbers.get(_MESSAGE_CODE_PAGE, 1252)
        data = self._stream(f"{within}__substg1.0_{name}001E")
        codec = charset.codec(f"cp{page}") or "windows-1252"
        return data.decode(codec, "replace").rstrip("\0").replace("\r\n", "\n")

    def page(self) -> str:
        """The message as a page; "" when it has none."""
        data = self._stream(f"__substg1.0_{_PAGE}0102")
        if not data:
            return self.text(_PAGE)
        number = self._numbers.get(_BODY_CODE_PAGE)
        known = "utf-8" if number == 65001 else f"cp{number}"
        return charset.decode(data, f"charset={known}" if number else None)[0]

    def sent(self) -> date | None:
        """The day it was sent: where its sender was, if a header says so, else in UTC."""
        for line in self.text(_HEADERS).split("\n"):
            if line.lower().startswith("date:") and (found := day(line[5:].strip())):
                return found
        ticks = self._numbers.get(_SENT) or self._numbers.get(_DELIVERED)
        if not ticks:
            return None
        try:
            return (_EPOCH + timedelta(microseconds=ticks // 10)).date()
        except OverflowError:
            return None

    def attached(self) -> list[str]:
        """The names of what is attached."""
        names = []
        for entry in self._file.listdir(streams=False, storages=True):
            if len(entry) == 1 and entry[0].startswith("__attach_version1.0_"):
                within = f"{entry[0]}/"
                name = self.text("3707", within) or self.text("3704", within)
                names.append(one_line(name) or "a file without a name")
        return names
