"""What a reader makes of a file: its text and what the format says of it, as plain values.

It crosses from the process that reads to the one that asked as JSON. That process has read a file
that may be hostile, so what it says is checked here like any other input.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict, dataclass

TEXT_LIMIT = 64_000_000
"""The most code points of text that are taken from one file."""
_NAME_LIMIT = 500
_REASON_LIMIT = 300


class Unreadable(Exception):
    """Why a file cannot be read, as the rest of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text of a file and what its format says of it; nothing in it is guessed."""

    text: str
    encoding: str = "utf-8"
    pages: tuple[int, ...] = ()
    """Where each page begins in `text`, in code points."""
    title: str | None = None
    said_on: datetime.date | None = None
    publisher: str | None = None
    speaker: str | None = None

    def to_json(self) -> bytes:
        """This, as bytes for `from_json`."""
        said_on = self.said_on.isoformat() if self.said_on else None
        return _written({**asdict(self), "said_on": said_on})


def refusal_json(reason: str) -> bytes:
    """Why there is nothing to hand over, as bytes for `from_json`."""
    return _written({"unreadable": reason[:_REASON_LIMIT]})


def _written(value: dict[str, object]) -> bytes:
    # A file can hold half a surrogate pair, which is no character and which no store takes.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def from_json(data: bytes) -> Parsed:
    """What `to_json` wrote; `Unreadable` for a refusal, and ValueError for anything else."""
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("no object")
    if "unreadable" in value:
        raise Unreadable(str(value["unreadable"])[:_REASON_LIMIT])
    text = value["text"]
    if not isinstance(text, str) or len(text) > TEXT_LIMIT:
        raise ValueError("no text")
    said_on = _words(value, "said_on")
    return Parsed(
        text,
        _words(value, "encoding") or "utf-8",
        _pages(value["pages"], len(text)),
        _words(value, "title"),
        datetime.date.fromisoformat(said_on) if said_on else None,
        _words(value, "publisher"),
        _words(value, "speaker"),
    )


def _words(value: dict[str, object], key: str) -> str | None:
    found = value[key]
    if found is not None and not isinstance(found, str):
        raise ValueError(key)
    return found[:_NAME_LIMIT] if found else None


def _pages(found: object, length: int) -> tuple[int, ...]:
    if not isinstance(found, list) or not all(type(one) is int for one in found):
        raise ValueError("pages")
    pages: tuple[int, ...] = tuple(found)
    if pages != tuple(sorted(pages)) or (pages and (pages[0] != 0 or pages[-1] > length)):
        raise ValueError("pages")
    return pages
