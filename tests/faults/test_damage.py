"""Bytes that went wrong on the disk: refused in words, or found; never a wrong answer unnoticed.

SQLite keeps no check sums. What stands in a damaged page may therefore be read; but then the hash
chain, which is over every value, or SQLite's own check finds it.
"""

from __future__ import annotations

import contextlib
import itertools
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from commitrack.cli.exits import exit_code
from commitrack.model.actions import Accept, Edit, SetFields
from commitrack.model.errors import CommitrackError, StoreError
from commitrack.query import parse
from commitrack.store import Lens, Verification, open_store
from tests.faults.conftest import QUOTES, Run
from tests.faults.damage import HEADER, TREES, flip, kinds
from tests.faults.processes import kill, start
from tests.store.hands import TODAY, draft, propose, sign

FLIPS, FLIPS_IN_A_SLICE = 200, 8
"""Bits flipped in the pages of each kind."""
PAGE = 4096

Answers: TypeAlias = tuple[object, ...]


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose file has pages of every kind."""
    path = tmp_path_factory.mktemp("varied") / "record.db"
    text = ". ".join(QUOTES)
    speech = "A long speech. " * 1500 + "We will end."
    with contextlib.closing(open_store(path, create=True)) as store:
        body = {"NHS Employers": "NHS Confederation"}
        store.add_statement(
            draft(text), [propose(text, q, "NHS Employers") for q in QUOTES], body, sign()
        )
        store.apply([Edit(n, Accept()) for n in range(1, len(QUOTES) + 1)], sign())
        store.add_statement(draft(speech), [propose(speech, "We will end")], {}, sign())
        for n in range(40):
            values = {"note": f"note {n} " + "word " * n * 4, "lead": f"p{n % 3}"}
            store.apply([Edit(n % len(QUOTES) + 1, SetFields(values))], sign())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE rubbish AS SELECT randomblob(900) FROM sqlite_schema")
        connection.execute("DROP TABLE rubbish")
    return path


def ask(place: Path) -> tuple[Answers, Verification]:
    """All that can be asked of a store, and whether its seals fit."""
    store = open_store(place)
    try:
        lens = Lens(TODAY)
        found = tuple(store.ids(parse(""), lens))
        return (
            *(tuple(store.ids(parse(query), lens)) for query in ("plan", "lead:p1 is:open")),
            *(found, store.dossiers(found), store.statements(), store.history(), store.parties()),
        ), store.verify()
    finally:
        store.close()


def sqlite_finds_nothing(place: Path) -> bool:
    """Whether SQLite's own checks, of the indexes and of the word index too, find nothing."""
    with contextlib.closing(sqlite3.connect(place)) as connection:
        try:
            connection.execute(
                "INSERT INTO commitments_fts (commitments_fts, rank) VALUES ('integrity-check', 1)"
            )
        except sqlite3.DatabaseError:
            return False
        found: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
        return found == "ok"


def test_the_store_to_be_damaged_has_pages_of_every_kind(varied: Path) -> None:
    assert set(kinds(varied.read_bytes())) == {
        *TREES.values(),
        *("overflow page", "free page", "header"),
    }


@pytest.mark.parametrize("kind", [*TREES.values(), "overflow page", "free page", "header"])
def test_a_flipped_bit_is_harmless_or_refused_or_found(
    varied: Path, tmp_path: Path, whole: bool, seed: int, figure: Callable[[str], None], kind: str
) -> None:
    chance = random.Random(f"{seed} {kind}")
    truth, sealed = ask(varied)
    assert sealed.broken is None
    pages = kinds(varied.read_bytes())[kind]
    ends: Counter[str] = Counter()
    for number in range(FLIPS if whole else FLIPS_IN_A_SLICE):
        place = tmp_path / str(number) / "record.db"
        place.parent.mkdir()
        shutil.copy(varied, place)
        length = HEADER if kind == "header" else PAGE
        what = flip(place, chance.choice(pages), length, chance)
        what = f"COMMITRACK_FAULT_SEED={seed}: {what}"
        try:
            answers, found = ask(place)
        except StoreError as error:
            expected = (1,) if "the disk reported an error" in str(error) else (6, 7, 8)
            assert exit_code(error) in expected, f"{what}: {error!r}"
            assert str(place) in str(error), what
            ends["refused"] += 1
        else:
            if answers == truth:
                ends["harmless"] += 1
            else:
                assert found.broken is not None or not sqlite_finds_nothing(place), what
                ends["found"] += 1
        _edit_or_refuse(place, what)
        shutil.rmtree(place.parent)
    told = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    figure(f"a flipped bit in the {kind}: {told}")


def _edit_or_refuse(place: Path, what: str) -> None:
    try:
        with contextlib.closing(open_store(place)) as store:
            store.apply([Edit(1, SetFields({"topic": "Housing"}))], sign())
    except CommitrackError:
        pass
    except Exception as error:
        raise AssertionError(what) from error


@pytest.mark.parametrize("part", [0, 1, 60, 100, 512, 4095, 4096, 9000, 0.3, 0.5, 0.9, 0.999])
def test_a_truncated_store_is_refused_or_found(
    run: Run, varied: Path, tmp_path: Path, part: float
) -> None:
    place = tmp_path / "record.db"
    content = varied.read_bytes()
    place.write_bytes(content[: part if isinstance(part, int) else int(len(content) * part)])
    before = place.read_bytes()
    for arguments in (("list",), ("doctor", "--verify")):
        done = run(place, *arguments)
        assert "Traceback" not in done.err
        if done.code:
            assert done.code in (1, 8)
            unreadable = "no backup of it lies in" in done.err
            assert done.err.count("\n") == 1 + unreadable
            assert str(place) in done.err or done.code == 1
    assert place.read_bytes() == before
    assert done.code or ask(place)[0] == ask(varied)[0], "some of the record is gone"


FOREIGN = {
    "text": b"Minutes of the meeting\n" * 500,
    "noise": random.Random(1).randbytes(20_000),
    "nothing but the first words": b"SQLite format 3\0",
    "the first words, then noise": b"SQLite format 3\0" + random.Random(2).randbytes(20_000),
    "zeros": bytes(8192),
    "a script": b"#!/bin/sh\nrm -rf ~\n" * 100,
    "an archive": b"PK\x03\x04" + bytes(4000),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_no_store_and_is_left_as_it_was(
    run: Run, tmp_path: Path, name: str
) -> None:
    place = tmp_path / "record.db"
    place.write_bytes(FOREIGN[name])
    for arguments in (("list",), ("add", "-")):
        done = run(place, *arguments, stdin="We will act by May 2027.")
        assert done.code == 8, done.err
        assert done.err.count("\n") == 1
        assert str(place) in done.err
    assert place.read_bytes() == FOREIGN[name]
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("harm", ["flipped", "truncated", "emptied", "noise", "lost", "index lost"])
def test_a_damaged_log_costs_the_newest_edits_at_most(
    run: Run, place: Path, seed: int, harm: str
) -> None:
    """A log's frames have check sums: it is followed up to the first that does not fit."""
    chance = random.Random(f"{seed} {harm}")
    writer = start("writer", place, seed, 0)
    assert writer.stdout is not None
    for _ in range(8):
        writer.stdout.readline()
    kill(writer)
    log, index = (place.with_name(f"{place.name}-{part}") for part in ("wal", "shm"))
    content = log.read_bytes()
    match harm:
        case "flipped":
            flip(log, 0, len(content), chance)
        case "truncated":
            log.write_bytes(content[: chance.randrange(len(content))])
        case "emptied":
            log.write_bytes(b"")
        case "noise":
            log.write_bytes(chance.randbytes(len(content)))
        case "lost":
            log.unlink()
    index.unlink()
    done = run(place, "doctor", "--verify")
    assert (done.code, done.err) == (0, "")
    assert "every seal fits" in done.out
    assert run(place, "set", "C-1", "topic=Housing").code == 0
    assert sqlite_finds_nothing(place)


def test_pairs_of_damages_never_end_in_a_traceback(
    run: Run, varied: Path, tmp_path: Path, whole: bool, seed: int
) -> None:
    chance = random.Random(seed)
    pages = list(itertools.chain.from_iterable(kinds(varied.read_bytes()).values()))
    for _ in range(40 if whole else 3):
        place = tmp_path / "record.db"
        shutil.copy(varied, place)
        for _ in range(8):
            flip(place, chance.choice(pages), PAGE, chance)
        for arguments in (
            ("list",),
            ("show", "C-1"),
            ("history",),
            ("set", "C-1", "topic=Housing"),
        ):
            done = run(place, *arguments)
            assert "Traceback" not in done.err, f"COMMITRACK_FAULT_SEED={seed}"
            assert "unexpected" not in done.err, f"COMMITRACK_FAULT_SEED={seed} {done.err}"
