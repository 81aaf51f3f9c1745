"""Erasing the names of a party wherever they stand; it remains without them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator

from commitrack.model.erasure import Erasure, Names, Subject, erased_party
from commitrack.model.errors import BadInput, Refused
from commitrack.store import parties, sketches, tombstones
from commitrack.store.engine import Connection, Row
from commitrack.store.erasing import party_name, set_stones, sources_of
from commitrack.store.redacting import Redactor
from commitrack.store.transacting import Writer
from commitrack.store.triggers import guards_lifted


def erase(writer: Writer, named: str, also: Iterable[str]) -> Erasure:
    """Erase the names of a party wherever they stand; it remains, as "erased party 3"."""
    connection = writer.connection
    number = _require_party(connection, named)
    words = tuple(dict.fromkeys((*spellings(connection, number), *also)))
    instead = erased_party(number)
    _require_ownparty_name(connection, number, words)
    writer.action = f"erase party {number}"
    names = Names(words, instead)
    redactor = Redactor(writer)
    with guards_lifted(connection):
        touched = [
            row["id"]
            for row in connection.execute("SELECT id, text FROM statements ORDER BY id").fetchall()
            if names.stand_in(row["text"])
        ]
        sources = sources_of(connection, touched)
        for one in touched:
            _black_out(writer, redactor, one, names)
        redactor.take_out(names)
        redactor.put("parties", number, {"name": instead, "aliases": "[]"})
        _tell_apart(connection, redactor, number)
        _touch_owned(writer, number)
        found = {"texts in which it stands": len(touched), **redactor.counts}
        counts = tuple((what, count) for what, count in found.items() if count)
        guessable = set_stones(
            writer, redactor, Subject.PARTY, number, {"parties": (number,)}, counts
        )
    return Erasure(
        Subject.PARTY,
        number,
        writer.number,
        counts,
        statements=tuple(touched),
        spellings=names.spellings,
        sources=sources,
        guessable=guessable,
    )


def _require_party(connection: Connection, named: str) -> int:
    """The number of the party that is meant; one that is off the record may be named too."""
    number = parties.find(connection, named)
    if number is None:
        row = connection.execute(
            "SELECT id FROM parties WHERE name = ? COLLATE NOCASE ORDER BY id DESC LIMIT 1",
            (named,),
        ).fetchone()
        number = parties.require(connection, named) if row is None else int(row[0])
    known = tombstones.of(connection, "parties", number)
    if known is not None and party_name(connection, number) == erased_party(number):
        raise Refused(str(known), ("erased",))
    return number


def spellings(connection: Connection, number: int) -> Iterator[str]:
    """Every name and alias that the party has or ever had."""
    row = connection.execute("SELECT name, aliases FROM parties WHERE id = ?", (number,)).fetchone()
    yield row["name"]
    yield from json.loads(row["aliases"])
    for change in connection.execute(
        "SELECT field, old, new FROM changes WHERE record = 'parties' AND row = ? "
        "AND field IN ('name', 'aliases') ORDER BY id",
        (number,),
    ):
        for value in (change["old"], change["new"]):
            if value is not None:
                yield from [value] if change["field"] == "name" else json.loads(value)


def _require_ownparty_name(connection: Connection, number: int, words: Collection[str]) -> None:
    """Refuse when another party on record is called the same: it must not lose its only name."""
    for name in words:
        other = connection.execute(
            "SELECT id, name FROM parties WHERE name = ? COLLATE NOCASE AND id <> ? "
            "AND present = 1",
            (name, number),
        ).fetchone()
        if other is not None:
            raise BadInput(
                f"another party is called {other['name']!r}: merge the two first "
                "(commitrack party merge), or rename that one"
            )


def _black_out(writer: Writer, redactor: Redactor, number: int, names: Names) -> None:
    """Black a name out in a text, and in every quote of it; all places stay where they are.

    The hash becomes that of the text as it is now, and those of the bytes go: from a hash and the
    rest of the text one could find out what is missing.
    """
    connection = writer.connection
    old = connection.execute("SELECT text FROM statements WHERE id = ?", (number,)).fetchone()[0]
    text = names.blacked_out(old)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    redactor.put("statements", number, {"text": text, "sha256": sha256})
    sketches.forget(connection, (number,))
    sketches.keep(connection, number, text)
    for row in connection.execute(
        "SELECT id FROM copies WHERE statement = ? AND bytes_sha256 IS NOT NULL", (number,)
    ).fetchall():
        redactor.put("copies", row["id"], {"bytes_sha256": None})
    for mention in connection.execute(
        "SELECT * FROM mentions WHERE statement = ? ORDER BY id", (number,)
    ).fetchall():
        _black_out_mention(writer, redactor, mention, text)


def _black_out_mention(writer: Writer, redactor: Redactor, mention: Row, text: str) -> None:
    start, end = mention["start"], mention["end"]
    fresh = {
        "before": text[max(0, start - len(mention["before"])) : start],
        "quote": text[start:end],
        "after": text[end : end + len(mention["after"])],
    }
    changed = {name: value for name, value in fresh.items() if mention[name] != value}
    if not changed:
        return
    redactor.put("mentions", mention["id"], changed)
    commitment = writer.connection.execute(
        "SELECT id, quote FROM commitments WHERE id = ?", (mention["commitment"],)
    ).fetchone()
    if commitment["quote"] == mention["quote"]:
        redactor.put("commitments", commitment["id"], {"quote": fresh["quote"]})
    writer.touched.add(commitment["id"])


def _tell_apart(connection: Connection, redactor: Redactor, number: int) -> None:
    """Call parties that were merged into this one by numbers of their own.

    They are off the record; taking a merge back would bring them back, beside this one.
    """
    for (other,) in connection.execute(
        "SELECT id FROM parties WHERE name = ? AND id <> ? ORDER BY id",
        (erased_party(number), number),
    ).fetchall():
        redactor.put("parties", other, {"name": erased_party(other), "aliases": "[]"})


def _touch_owned(writer: Writer, number: int) -> None:
    """Everything that names the party is shown differently from now on."""
    writer.touched.update(
        row[0]
        for row in writer.connection.execute(
            "SELECT DISTINCT commitment FROM commitment_parties WHERE party = ? AND present = 1",
            (number,),
        )
    )
