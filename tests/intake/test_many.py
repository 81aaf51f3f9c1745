"""Many documents at once: what comes of each, and what of all when something ends the run."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from commitrack.intake import many, workers
from commitrack.intake.adding import Added, Prepared, Told, put
from commitrack.intake.many import Outcome, Result, Run
from commitrack.model.errors import BadInput, CommitrackError, NotFound, StoreFull
from commitrack.sources import Taken, understand_taken
from commitrack.store import Store, open_store
from tests.store.conftest import sign


@dataclass
class Shelf:
    """A store at a place, opened once it is needed."""

    place: Path
    store: Store | None = None

    def look(self) -> Store | None:
        return self.open() if self.store or self.place.exists() else None

    def open(self) -> Store:
        if self.store is None:
            self.store = open_store(self.place, create=True)
        return self.store


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    found = Shelf(tmp_path / "store" / "record.db")
    yield found
    if found.store is not None:
        found.store.close()


@pytest.fixture
def letters(tmp_path: Path) -> list[str]:
    """Twelve letters, each with its own promise."""
    paths = [tmp_path / f"{n:02}.txt" for n in range(12)]
    for n, path in enumerate(paths):
        path.write_text(f"We will publish report {n} by March 2027.\n", "utf-8")
    return list(map(str, paths))


def run(shelf: Shelf, *sources: str, **options: object) -> Run:
    stdin = io.BytesIO(b"We will act on what was piped.\n")
    settings = {"failures": {}, "told": Told(), "by": sign(), "stdin": stdin, **options}
    return Run(sources, shelf=shelf, **settings)  # type: ignore[arg-type]


def go(running: Run) -> list[Outcome]:
    """Do it all."""
    return [outcome for outcome, _ in running]


def results(outcomes: list[Outcome]) -> list[str]:
    return [one.result.value for one in outcomes]


@pytest.mark.parametrize("processes", [1, 3])
def test_the_numbers_follow_the_order_however_many_read(
    shelf: Shelf, letters: list[str], monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(workers, "ALONE_SECONDS", 0.0)
    done = go(run(shelf, *letters, processes=processes))
    assert results(done) == ["added"] * 12
    assert [one.source for one in shelf.open().statements()] == letters
    assert [one.title for one in shelf.open().statements()][5].startswith(
        "We will publish report 5"
    )
    assert len(shelf.open().history()) == 12


def test_a_bad_one_never_stops_the_rest(shelf: Shelf, letters: list[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    sources = [letters[0], str(empty), str(tmp_path / "no.txt"), "x[", letters[1]]
    going = run(shelf, *sources, failures={"x[": NotFound("nothing matches x[")})
    assert results(go(going)) == ["added", "refused", "refused", "refused", "added"]
    assert [type(one.error) for one in going.outcomes[1:4]] == [BadInput, NotFound, NotFound]
    assert len(shelf.open().statements()) == 2


def test_nothing_good_makes_no_store(shelf: Shelf, tmp_path: Path) -> None:
    assert results(go(run(shelf, str(tmp_path / "no.txt")))) == ["refused"]
    assert not shelf.place.exists()


def test_what_is_stored_is_known_by_its_bytes_and_not_read_again(
    shelf: Shelf, letters: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    go(run(shelf, *letters))
    before = len(shelf.open().history())

    def never(_taken: Taken) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr(many, "understand_taken", never)
    assert results(go(run(shelf, *letters))) == ["already_stored"] * 12
    assert len(shelf.open().history()) == before


def test_the_same_text_is_found_elsewhere_within_one_run_and_the_next(
    shelf: Shelf, letters: list[str], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.md"
    copy.write_bytes(Path(letters[0]).read_bytes())
    for expected in (["added", "same_text_elsewhere"], ["already_stored", "already_stored"]):
        assert results(go(run(shelf, letters[0], str(copy)))) == expected
    assert [one.source for one in shelf.open().copies(1)] == [letters[0], str(copy)]


def test_standard_input_is_one_of_the_sources(shelf: Shelf, letters: list[str]) -> None:
    assert results(go(run(shelf, letters[0], "-"))) == ["added", "added"]
    assert shelf.open().statement(2).source == "-"


def test_a_rehearsal_says_what_would_come_and_makes_no_store(
    shelf: Shelf, letters: list[str], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.md"
    copy.write_bytes(Path(letters[0]).read_bytes())
    done = go(run(shelf, letters[0], str(copy), letters[1], rehearsal=True))
    assert results(done) == ["added", "same_text_elsewhere", "added"]
    assert done[1].twin == letters[0]
    assert not shelf.place.exists()


def test_a_rehearsal_knows_what_is_stored(shelf: Shelf, letters: list[str], tmp_path: Path) -> None:
    go(run(shelf, letters[0]))
    copy = tmp_path / "copy.md"
    copy.write_bytes(Path(letters[0]).read_bytes())
    done = go(run(shelf, letters[0], str(copy), rehearsal=True))
    assert results(done) == ["already_stored", "same_text_elsewhere"]
    assert len(shelf.open().history()) == 1


def test_a_new_version_is_foreseen_and_then_stored_as_one(
    shelf: Shelf, letters: list[str], tmp_path: Path
) -> None:
    text = "\n\n".join(
        f"We will {verb} the bridge at {place} by May 2027."
        for verb, place in (("paint", "Harrow"), ("mend", "Corwin"), ("close", "Quillby"))
    )
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(text, "utf-8")
    new.write_text(f"{text}\n\nWe will also appoint a director of bridges by June 2027.", "utf-8")
    go(run(shelf, letters[0], str(old)))
    for rehearsal in (True, False):
        (outcome,) = go(run(shelf, str(new), rehearsal=rehearsal))
        assert (outcome.result, outcome.previous) == (Result.NEW_VERSION, 2)
        assert outcome.read is not None
        assert sum(outcome.read.by_kind.values()) == 1, "only what is new in it"
    assert outcome.statement == 3


def test_a_fault_in_one_document_is_one_line_of_its_own(
    shelf: Shelf, letters: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:

    def fail_once(taken: Taken) -> object:
        if taken.source == letters[1]:
            raise RuntimeError("a bug")
        return understand_taken(taken)

    monkeypatch.setattr(many, "understand_taken", fail_once)
    going = run(shelf, *letters[:3])
    assert results(go(going)) == ["added", "refused", "added"]
    assert "unexpected failure (RuntimeError: a bug)" in str(going.outcomes[1].error)


def test_what_is_wrong_with_the_store_ends_the_run(
    shelf: Shelf, letters: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Store, prepared: Prepared, by: object) -> Added:
        if prepared.document.source == letters[2]:
            raise StoreFull("no room left")
        return put(store, prepared, sign())

    monkeypatch.setattr(many, "put", full)
    going = run(shelf, *letters)
    with pytest.raises(CommitrackError, match="no room"):
        go(going)
    assert results(going.outcomes) == ["added", "added"]


def test_an_interrupt_while_storing_waits_until_what_is_stored_is_noted(
    shelf: Shelf, letters: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(store: Store, prepared: Prepared, by: object) -> Added:
        signal.raise_signal(signal.SIGINT)
        return put(store, prepared, sign())

    monkeypatch.setattr(many, "put", interrupted)
    going = run(shelf, *letters)
    with pytest.raises(KeyboardInterrupt):
        go(going)
    assert results(going.outcomes) == ["added"] == ["added"] * len(shelf.open().statements())
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    monkeypatch.undo()
    assert results(go(run(shelf, *letters))) == ["already_stored"] + ["added"] * 11


def test_results_have_names_that_programs_rely_on() -> None:
    assert list(map(str, Result)) == [
        *("added", "new_version", "already_stored", "same_text_elsewhere", "refused")
    ]


def test_where_interrupts_are_ignored_they_stay_so(
    shelf: Shelf, letters: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(store: Store, prepared: Prepared, by: object) -> Added:
        signal.raise_signal(signal.SIGINT)
        return put(store, prepared, sign())

    monkeypatch.setattr(many, "put", interrupted)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert results(go(run(shelf, *letters))) == ["added"] * 12
    finally:
        signal.signal(signal.SIGINT, before)
