"""The lines of an export: their names, how they are written, and how what comes in is judged.

``export-schema.json`` says the same for other programs, and the guide says it in words.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import BinaryIO, TypeAlias

from commitrack.model.encodings import GZIP, other_unicode
from commitrack.model.errors import BadInput, StoreTooNew
from commitrack.model.inert import json_text
from commitrack.store.engine import Connection

Value: TypeAlias = str | int | None
Columns: TypeAlias = dict[str, dict[str, tuple[type, bool]]]
"""By line: the type of each field, and whether a line must have it."""

FORMAT = "commitrack"
VERSION = 2
"""Grows when a line changes its meaning, or gets a field that older programs would not keep."""

HEADER = "header"
TABLES: Mapping[str, str] = {
    "transaction": "transactions",
    "change": "changes",
    "statement": "statements",
    "party": "parties",
    "commitment": "commitments",
    "mention": "mentions",
    "commitment_party": "commitment_parties",
    "evidence": "evidence",
    "check": "checks",
    "date_move": "date_moves",
    "review": "reviews",
    "link": "links",
    "copy": "copies",
    "reading": "readings",
    "dismissal": "dismissals",
    "suggestion": "suggestions",
    "saved_view": "saved_views",
    "origin": "origins",
    "merge": "merges",
    "erasure": "erasures",
    "tombstone": "tombstones",
}
"""The lines and the tables that they are the rows of, in the order in which they come."""

_LATER = frozenset({"saved_view"})
"""Lines that exports of the first schemas do not count, since they had none."""

BOOKKEEPING = frozenset({"transaction", "change", "origin", "merge", "erasure", "tombstone"})
"""Lines without an identity across stores."""

LONGEST = 160_000_000
"""Bytes of a line: a text of the greatest length that is let in, with room for its escapes."""
_HEAD = 65_536
"""Bytes looked at before a long line is read whole."""
_WHOLE = (-(2**63), 2**63 - 1)


def schema() -> str:
    """The JSON Schema of a line, as it is shipped."""
    return files("commitrack.store").joinpath("export-schema.json").read_text("utf-8")


def header(store: str | None, head: str | None, counts: Mapping[str, int]) -> str:
    """The first line: what follows, of which store, and how much of it."""
    facts = {"line": HEADER, "format": FORMAT, "version": VERSION, "store": store, "head": head}
    return json_text({**facts, "counts": dict(counts)}, indent=None)


def write(kind: str, fields: Mapping[str, Value], uid: str | None = None) -> str:
    """A record as a line; a field without a value is left out."""
    known = {name: value for name, value in fields.items() if value is not None}
    named = {} if uid is None else {"uid": uid}
    return json_text({"line": kind, **named, **known}, indent=None)


def columns(connection: Connection) -> Columns:
    """What each line may hold, from the tables that are there."""
    found: Columns = {}
    for kind, table in TABLES.items():
        found[kind] = {
            row["name"]: (
                int if row["type"] in ("INTEGER", "INT") else str,
                bool(row["notnull"] or row["pk"]),
            )
            for row in connection.execute(f'PRAGMA table_info("{table}")')
        }
    return found


def _require_readable(line: bytes, number: int) -> None:
    """Refuse, with what makes an export of it, a file that may be one in another shape."""
    other = other_unicode(line)
    if other is not None and number == 1:
        raise BadInput(
            f"is {other}, and an export is UTF-8: iconv -f {other} -t UTF-8 FILE | commitrack "
            "import -"
        )
    if line.startswith(GZIP) and number == 1:
        raise BadInput("is compressed: gunzip -c FILE | commitrack import -")


def read(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers; `BadInput` for one that is none of ours or is too long.

    A line is looked at before it is read whole, so that a file of something else takes no memory.
    """
    number = 0
    while line := file.readline(_HEAD):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.startswith(b'{"line"'):
            _require_readable(line, number)
            raise BadInput(f"line {number} is not a line of an export of commitrack")
        if len(line) == _HEAD and not line.endswith(b"\n"):
            line += file.readline(LONGEST + 1 - _HEAD)
            if len(line) > LONGEST:
                raise BadInput(f"line {number} is longer than {LONGEST // 1_000_000} MB")
        yield number, line


def parse(line: bytes) -> dict[str, object]:
    """The object on a line; `BadInput` when there is none."""
    try:
        found = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError:
        raise BadInput("is not UTF-8, as an export is: convert it, or export anew") from None
    except RecursionError:
        raise BadInput("is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise BadInput(f"is not JSON ({error.msg} at column {error.colno})") from None
    except ValueError as error:  # a number of thousands of digits
        raise BadInput(f"is not JSON that can be used ({error})") from None
    if not isinstance(found, dict):
        raise BadInput("is not an object")
    return found


def _refuse(word: str) -> None:
    raise BadInput(f"holds {word}, which is no value")


def judge_header(found: Mapping[str, object]) -> dict[str, int]:
    """How many lines of each kind a header promises; refuses another format or version."""
    if found.get("line") != HEADER or found.get("format") != FORMAT:
        raise BadInput("is not the header of an export of commitrack")
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise BadInput("names no version of the format")
    if version > VERSION:
        raise StoreTooNew(
            f"is of version {version} of the format (this commitrack knows {VERSION}): "
            "upgrade commitrack"
        )
    counts = found.get("counts")
    if not isinstance(counts, dict) or not set(TABLES) - _LATER <= set(counts) <= set(TABLES):
        raise BadInput("does not say how many lines of each kind follow")
    if any(type(count) is not int or count < 0 for count in counts.values()):
        raise BadInput("counts its lines in something else than whole numbers")
    return dict.fromkeys(TABLES, 0) | counts


def judge(found: Mapping[str, object], known: Columns) -> tuple[str, dict[str, Value], str | None]:
    """The kind of a line, its fields and its identity; `BadInput` names what does not belong."""
    kind = found.get("line")
    if not isinstance(kind, str) or kind not in TABLES:
        raise BadInput(f"is of no kind that there is: {_shown(kind)}")
    uid = found.get("uid") if kind not in BOOKKEEPING else None
    if kind not in BOOKKEEPING and not isinstance(uid, str):
        raise BadInput("has no uid")
    fields: dict[str, Value] = {}
    for name, value in found.items():
        if name == "line" or (name == "uid" and kind not in BOOKKEEPING):
            continue
        if name not in known[kind]:
            raise BadInput(f"has a field that a {kind} has not: {_shown(name)}")
        fields[name] = _value(name, value, known[kind][name][0])
    for name, (_, needed) in known[kind].items():
        if needed and fields.get(name) is None:
            raise BadInput(f"has no {name}, which every {kind} has")
    return kind, fields, uid if isinstance(uid, str) else None


def _value(name: str, value: object, kind: type) -> Value:
    if value is None:
        return None
    if type(value) is not kind or not isinstance(value, str | int):
        wanted = "a whole number" if kind is int else "a text"
        raise BadInput(f"has a {name} that is not {wanted}: {_shown(value)}")
    if isinstance(value, int):
        if not _WHOLE[0] <= value <= _WHOLE[1]:
            raise BadInput(f"has a {name} that is too great a number")
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadInput(f"has a {name} that is no Unicode text") from None
    return value


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
