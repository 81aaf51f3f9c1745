"""An export holds everything, says the same twice, and goes back into an empty store as it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings

from commitrack.model.errors import Refused
from commitrack.store import Store, open_store
from commitrack.store.engine import connect
from commitrack.store.lines import BOOKKEEPING, TABLES, schema
from commitrack.store.staging import staged
from commitrack.store.tables import RECORDS
from tests.json_schema import complaints
from tests.store.conftest import fill, sign
from tests.store.random_stores import Step, make, steps

SCHEMA: Mapping[str, Any] = json.loads(schema())


def exported(store: Store) -> list[str]:
    with closing(store.export()) as lines:
        return list(lines)


def write(lines: list[str], path: Path) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="")
    return path


def test_every_line_is_as_the_schema_says(store: Store, accepted: int) -> None:
    for line in exported(store):
        found = json.loads(line)
        assert list(complaints(found, SCHEMA["$defs"][found["line"]], SCHEMA["$defs"])) == []


def test_the_schema_names_every_column_of_every_table(store: Store, place: Path) -> None:
    assert set(TABLES.values()) == {"transactions", "changes", *RECORDS}
    assert [one["$ref"].rpartition("/")[2] for one in SCHEMA["oneOf"]] == ["header", *TABLES]
    connection = connect(place)
    for kind, table in TABLES.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        named = [] if kind in BOOKKEEPING else ["uid"]
        assert list(SCHEMA["$defs"][kind]["properties"]) == ["line", *named, *columns], kind
    connection.close()


def test_the_same_store_gives_the_same_bytes(store: Store) -> None:
    assert exported(store) == exported(store)


def test_the_header_counts_what_follows(store: Store) -> None:
    header, *rest = map(json.loads, exported(store))
    kinds = [one["line"] for one in rest]
    assert header["counts"] == {kind: kinds.count(kind) for kind in TABLES}
    assert header["head"] == store.history()[0].hash


def test_an_export_is_of_one_moment_whoever_writes_meanwhile(store: Store, place: Path) -> None:
    whole = exported(store)
    other = open_store(place)
    with closing(store.export()) as lines:
        begun = [next(lines)]
        other.set_party("All trusts", {}, sign("bob"))
        assert begun + list(lines) == whole
    assert len(exported(store)) > len(whole)
    other.close()


def test_an_export_that_is_left_off_lets_the_store_be_written(store: Store) -> None:
    lines = store.export()
    next(lines)
    lines.close()
    store.set_party("All trusts", {}, sign())


def test_an_identity_tells_where_a_record_was_born_and_outlives_every_change(
    store: Store, accepted: int
) -> None:
    born = store.history()[-1].hash
    (commitment,) = (
        one
        for one in map(json.loads, exported(store))
        if one["line"] == "commitment" and one["id"] == accepted
    )
    assert commitment["status"] == "open"
    assert commitment["uid"] == f"{born[:32]}/commitments/{accepted}"


def test_an_empty_store_is_exported_and_put_back(tmp_path: Path) -> None:
    empty = open_store(tmp_path / "a.db", create=True)
    (header,) = exported(empty)
    assert json.loads(header)["store"] is None
    with staged(write([header], tmp_path / "a.jsonl")) as found:
        assert not any(found.counts.values())
        assert empty.take_in(found, sign()).whole
    assert exported(empty) == [header]
    empty.close()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(todo=steps)
def test_any_store_goes_out_and_in_again_byte_for_byte(todo: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        here = Path(folder)
        store = open_store(here / "a.db", create=True)
        fill(store)
        make(store, todo)
        lines = exported(store)
        other = open_store(here / "b.db", create=True)
        with staged(write(lines, here / "a.jsonl")) as found:
            assert other.take_in(found, sign()).whole
        assert exported(other) == lines
        assert other.verify() == store.verify()
        assert other.verify().broken is None
        assert other.history() == store.history()
        numbers = range(1, 40)
        assert other.dossiers(numbers) == store.dossiers(numbers)
        assert other.statements() == store.statements()
        # It goes on like the first: the guards, the word index and the sketches are there.
        step: Step = ("state", 1, 1, "another plan", sign().today)
        with patch("commitrack.store.transacting.nonce", lambda: "0" * 32):
            make(store, [step], 90)
            make(other, [step], 90)
        assert exported(other) == exported(store)
        text = store.statements()[-1].text
        assert other.alike(text) == store.alike(text)
        store.close()
        other.close()


def test_an_export_from_before_there_were_saved_views_is_taken_in(
    store: Store, tmp_path: Path
) -> None:
    header, *lines = exported(store)
    facts = json.loads(header)
    del facts["counts"]["saved_view"]
    before = write([json.dumps(facts), *lines], tmp_path / "before.jsonl")
    other = open_store(tmp_path / "b.db", create=True)
    with staged(before) as found:
        assert other.take_in(found, sign()).whole
    assert other.verify() == store.verify()
    assert exported(other) == [header, *lines]
    other.close()


def test_another_store_of_any_version_is_taken_over_whole(tmp_path: Path) -> None:
    for old in sorted((Path(__file__).parent / "fixtures").glob("schema-*.db")):
        before = old.read_bytes()
        store = open_store(tmp_path / old.name, create=True)
        with staged(old) as found:
            assert store.take_in(found, sign()).whole
        assert store.dossier(2).evidence[0].title == "Board paper 7"
        assert store.verify().broken is None
        store.close()
        assert old.read_bytes() == before


def test_a_dry_run_leaves_an_empty_store_empty(store: Store, tmp_path: Path, place: Path) -> None:
    other = open_store(tmp_path / "b.db", create=True)
    with staged(place) as found:
        taken = other.take_in(found, sign(), keep=False)
    assert (taken.whole, taken.added["commitments"]) == (True, 3)
    assert other.pulse().newest == 0
    other.close()


@pytest.mark.parametrize("word", ["ship", "plan"])
def test_words_are_found_in_what_was_put_back(store: Store, tmp_path: Path, word: str) -> None:
    from commitrack.query import parse
    from commitrack.store import Lens

    lens = Lens(sign().today)
    other = open_store(tmp_path / "b.db", create=True)
    with staged(write(exported(store), tmp_path / "a.jsonl")) as found:
        other.take_in(found, sign())
    assert list(other.ids(parse(word), lens)) == list(store.ids(parse(word), lens))
    other.close()


def test_what_stops_half_way_leaves_the_store_as_it_was(
    store: Store, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows go in with the guards off: they are back on, and the rows gone, whatever happens."""

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    other = open_store(tmp_path / "b.db", create=True)
    before = schema_of(tmp_path / "b.db")
    with staged(place) as found:
        monkeypatch.setattr("commitrack.store.adopting.reindex", broken)
        with pytest.raises(KeyboardInterrupt):
            other.take_in(found, sign())
        assert other.pulse().newest == 0
        assert schema_of(tmp_path / "b.db") == before
        monkeypatch.undo()
        assert other.take_in(found, sign()).whole
    assert schema_of(tmp_path / "b.db") == before
    other.close()


def schema_of(place: Path) -> list[tuple[str, str]]:
    connection = connect(place)
    found = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    connection.close()
    return [tuple(row) for row in found]


def test_what_was_erased_goes_out_with_its_tombstones_and_fits_where_it_comes_in(
    store: Store, accepted: int, tmp_path: Path
) -> None:
    store.erase_party("NHS Employers", replace(sign(), why="asked to"))
    store.erase_statement(1, replace(sign(), why="asked to"))
    lines = exported(store)
    assert "NHS Employers" not in "".join(lines)
    other = open_store(tmp_path / "b.db", create=True)
    with staged(write(lines, tmp_path / "a.jsonl")) as found:
        assert other.take_in(found, sign()).whole
    assert exported(other) == lines
    assert other.verify().broken is None
    assert other.unscrubbed() == 0
    with pytest.raises(Refused, match="does not come back"):
        fill(other)
    other.close()


def test_what_was_put_back_is_counted(store: Store, accepted: int, tmp_path: Path) -> None:
    other = open_store(tmp_path / "b.db", create=True)
    with staged(write(exported(store), tmp_path / "a.jsonl")) as found:
        other.take_in(found, sign())
    assert other.facets() == store.facets()
    other.close()
