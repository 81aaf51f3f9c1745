"""A file that is not what it says is refused in one line, and nothing of it is kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from commitrack.model.errors import BadInput, CommitrackError, NotAStore, NotFound, StoreTooNew
from commitrack.store import Store, lines, open_store
from commitrack.store.engine import connect
from commitrack.store.seal import seal
from commitrack.store.staging import staged
from commitrack.store.triggers import drop_triggers
from tests.store.conftest import sign

Line = dict[str, Any]
Spoil = Callable[[list[Line]], object]


@pytest.fixture
def good(store: Store, accepted: int) -> list[Line]:
    """The lines of a good export."""
    with closing(store.export()) as found:
        return [json.loads(line) for line in found]


def refused(path: Path) -> str:
    """What is said of a file; one line, whoever asks."""
    with pytest.raises((BadInput, NotFound, NotAStore, StoreTooNew)) as told, staged(path):
        pass
    assert "\n" not in str(told.value)
    assert str(path) in str(told.value)
    return str(told.value)


def of(found: list[Line], kind: str) -> list[Line]:
    return [one for one in found if one["line"] == kind]


def drop(found: list[Line], kind: str) -> None:
    """Take the last line of a kind out, and let the header say so."""
    at = max(n for n, one in enumerate(found) if one["line"] == kind)
    del found[at]
    found[0]["counts"][kind] -= 1


def double(found: list[Line], kind: str) -> None:
    found.append(dict(of(found, kind)[0]))
    found[0]["counts"][kind] += 1


SPOILT: dict[str, tuple[Spoil, str]] = {
    "the header is missing": (lambda f: f.pop(0), "line 1 is not the header"),
    "another format": (lambda f: f[0].update(format="other"), "line 1 is not the header"),
    "no version": (lambda f: f[0].update(version="1"), "names no version"),
    "a newer version": (lambda f: f[0].update(version=99), "upgrade commitrack"),
    "no counts": (lambda f: f[0].pop("counts"), "how many lines"),
    "a count that is none": (lambda f: f[0]["counts"].update(party=-1), "whole numbers"),
    "it was cut off": (lambda f: f.pop(), "ends at line"),
    "a second header": (lambda f: f.append(f[0]), "of no kind that there is: 'header'"),
    "an unknown kind": (lambda f: f[-1].update(line="secret"), "of no kind"),
    "an unknown field": (lambda f: f[-1].update(secret=1), "a field that a copy has not: 'secret'"),
    "a field that is no name": (lambda f: f[-1].update({'"); --': 1}), "has not"),
    "a field of another type": (lambda f: of(f, "party")[0].update(name=5), "not a text: 5"),
    "truth for a number": (lambda f: of(f, "party")[0].update(present=True), "not a whole number"),
    "half a number": (lambda f: of(f, "party")[0].update(present=0.5), "not a whole number"),
    "a list for a text": (lambda f: of(f, "party")[0].update(name=["x"]), "not a text"),
    "a number too great": (lambda f: of(f, "mention")[0].update(end=2**63), "too great"),
    "half a character": (lambda f: of(f, "party")[0].update(name="\ud800"), "no Unicode text"),
    "a field is missing": (lambda f: of(f, "party")[0].pop("name"), "has no name"),
    "no identity": (lambda f: of(f, "party")[0].pop("uid"), "has no uid"),
    "another's identity": (
        lambda f: of(f, "party")[0].update(uid=of(f, "party")[1]["uid"]),
        "whose uid by its history is",
    ),
    "a record twice": (lambda f: double(f, "commitment"), "there a second time (commitments.id)"),
    "a transaction twice": (lambda f: double(f, "transaction"), "the one before it is missing"),
    "a record is missing": (lambda f: drop(f, "mention"), "its history speaks of 3"),
    "a transaction is missing": (lambda f: drop(f, "transaction"), "does not follow"),
    "a change is missing": (lambda f: drop(f, "change"), "does not fit its seal"),
    "no seal": (lambda f: of(f, "transaction")[0].pop("hash"), "has no seal"),
    "a broken seal": (
        lambda f: of(f, "transaction")[1].update(hash="0" * 64),
        "transaction 2 does not fit its seal",
    ),
    "somebody else signed": (
        lambda f: of(f, "transaction")[1].update(actor="mallory"),
        "transaction 2 does not fit its seal",
    ),
    "an edited history": (
        lambda f: of(f, "change")[-1].update(new="2030-01-01"),
        "transaction 2 does not fit its seal",
    ),
    "an edited record": (
        lambda f: of(f, "commitment")[0].update(lead="mallory"),
        "lead of commitments 1 is not what its history says",
    ),
    "an edited text": (
        lambda f: of(f, "statement")[0].update(text="We promise nothing."),
        "the text of statement 1",
    ),
    "a change under another commitment": (
        lambda f: of(f, "change")[-1].update(commitment=2),
        "is filed under something else",
    ),
    "a record of another transaction": (
        lambda f: of(f, "party")[0].update(tx=99),
        "names in parties 1 one of transactions",
    ),
    "a record that no history knows": (
        lambda f: of(f, "party")[0].update(id=77),
        "of which the history knows nothing",
    ),
    "a birth out of order": (
        lambda f: [one.update(row=1) for one in of(f, "change") if one["record"] == "mentions"],
        "for a second time",
    ),
    "a birth of what is no record": (
        lambda f: [one.update(record="sketches") for one in of(f, "change")[-40:]],
        "for a second time",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_an_export_that_was_tampered_with_is_refused(
    good: list[Line], tmp_path: Path, name: str
) -> None:
    spoil, words = SPOILT[name]
    spoil(good)
    path = tmp_path / "spoilt.jsonl"
    path.write_text("".join(f"{json.dumps(one)}\n" for one in good), "utf-8")
    told = refused(path)
    assert words in told
    assert "nothing was imported" in told


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n", "line 1 is not a line of an export"),
        (b"not JSON at all\n", "line 1 is not a line of an export"),
        (b"\xff\xfe{\x00", "is UTF-16, and an export is UTF-8"),
        (b"\x00" * 1000, "line 1 is not a line of an export"),
        (b'{"line": "header"', "line 1 is not JSON"),
        (b'{"line": "head\x00er"}', "line 1 is not JSON"),
        (b'{"line": "\xff"}', "line 1 is not UTF-8"),
        (b'{"line": ' + b"[" * 200_000, "line 1 is nested too deeply"),
        (b'{"line": ' + b"9" * 10_000 + b"}", "line 1 is not JSON that can be used"),
        (b'{"line": NaN}', "NaN, which is no value"),
        (b'{"line"' + b" " * 300_000 + b': "x"}', "is not the header"),
    ],
)
def test_what_is_no_export_is_refused_at_its_first_line(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "hostile.jsonl"
    path.write_bytes(content)
    assert words in refused(path)


def test_a_line_of_a_hundred_megabytes_that_is_none_of_ours_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with path.open("rb") as file, pytest.raises(BadInput, match="line 1 is not a line"):
        next(lines.read(file))
        assert file.tell() <= 1_000_000


def test_a_line_longer_than_any_text_can_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LONGEST", 1_000_000)
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"line": "header", "format": "' + b"x" * 1_000_001)
    assert "line 1 is longer than 1 MB" in refused(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "No such file" in refused(tmp_path / "nowhere.jsonl")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "songs.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    assert "not a commitrack store" in refused(path)


def test_a_database_cut_short_is_refused(store: Store, place: Path, tmp_path: Path) -> None:
    store.close()
    path = tmp_path / "half.db"
    path.write_bytes(place.read_bytes()[:40_000])
    assert "half.db" in refused(path)


def test_a_store_of_a_newer_schema_is_refused(store: Store, place: Path) -> None:
    store.close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA user_version = 99000")
    assert "newer commitrack" in refused(place)


def reworked(place: Path, *sql: str, anew: bool = False) -> None:
    """A store changed by somebody who knows how to get past the guards; and maybe seals it anew."""
    connection = connect(place)
    connection.execute("BEGIN")
    drop_triggers(connection)
    for statement in sql:
        connection.execute(statement)
    if anew:
        for (number,) in connection.execute("SELECT id FROM transactions ORDER BY id").fetchall():
            connection.execute(
                "UPDATE transactions SET hash = ? WHERE id = ?", (seal(connection, number), number)
            )
    connection.execute("COMMIT")
    connection.close()


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE changes SET new = 'x' WHERE tx = 2 AND field = 'status'", "does not fit its seal"),
        ("DROP TABLE readings", "no table readings, or something in its place"),
        ("ALTER TABLE readings ADD COLUMN x TEXT", "no table readings as commitrack makes it"),
        ("UPDATE transactions SET at = 'now' WHERE id = 1", "does not fit its seal"),
    ],
)
def test_a_store_that_was_reworked_is_refused(
    store: Store, accepted: int, place: Path, sql: str, words: str
) -> None:
    store.close()
    reworked(place, sql)
    assert words in refused(place)


@pytest.mark.parametrize(
    ("table", "field", "value", "words"),
    [
        ("commitments", "status", "superb", "commitment 1 cannot be read ('superb'"),
        ("commitments", "due", "2026-02-30", "commitment 1 cannot be read"),
        ("commitments", "tags", "5", "commitment 1 cannot be read"),
        ("statements", "precision", "exact", "statements 1 cannot be read"),
        ("parties", "kind", "club", "a party cannot be read"),
        ("transactions", "at", "yesterday", "transaction 1 has no time"),
        ("transactions", "at", "2026-03-02T09:00:00", "transaction 1 has no time"),
    ],
)
def test_values_that_mean_nothing_are_found_even_under_good_seals(
    store: Store, place: Path, table: str, field: str, value: str, words: str
) -> None:
    store.close()
    change = f"UPDATE changes SET new = '{value}' WHERE record = '{table}' AND row = 1"
    sql = [f"UPDATE {table} SET {field} = '{value}' WHERE id = 1"]
    if table != "transactions":
        sql.append(f"{change} AND field = '{field}'")
    if field == "due":
        sql.append(
            "INSERT INTO changes (tx, record, row, field, new, commitment, statement) "
            f"VALUES (1, 'commitments', 1, 'due', '{value}', 1, 1)"
        )
    reworked(place, *sql, anew=True)
    assert words in refused(place)


def test_a_hostile_trigger_in_another_store_never_runs_here(
    store: Store, place: Path, tmp_path: Path
) -> None:
    store.close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(
            "CREATE TRIGGER evil AFTER INSERT ON transactions BEGIN "
            "UPDATE commitments SET title = 'owned'; END"
        )
    other = open_store(tmp_path / "b.db", create=True)
    with staged(place) as found:
        other.take_in(found, sign())
    other.set_party("All trusts", {}, sign())
    assert other.dossier(1).commitment.title == "We will publish a plan"
    with closing(sqlite3.connect(tmp_path / "b.db")) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    assert "evil" not in names
    other.close()


def test_a_refused_file_leaves_nothing_behind(
    good: list[Line], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    path = tmp_path / "spoilt.jsonl"
    path.write_text("".join(f"{json.dumps(one)}\n" for one in good[:-1]), "utf-8")
    with pytest.raises(CommitrackError), staged(path):
        pass
    assert list(temporary.iterdir()) == []
