"""Versions in the store: found by their words, in a chain, in one transaction, with one undo."""

from __future__ import annotations

import multiprocessing
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from commitrack.intake import Added, Known, Lineage, add
from commitrack.model.actions import Accept, Edit, Reject
from commitrack.model.errors import Conflict, NotFound
from commitrack.model.statements import MentionRole
from commitrack.model.status import RejectReason, Status
from commitrack.sources import Document, read
from commitrack.store import Store, open_store
from tests.store.conftest import sign

PROMISES = (
    "We will publish a plan by June 2027.",
    "We will train every member of staff in restraint.",
    "The board will meet in public from now on.",
    "We will appoint a guardian of safe working.",
)
AROUND = (
    "The inspection found that the wards were not safe at night and that nobody had noticed.",
    "Patients told the inspectors that they waited for hours for somebody to talk to.",
)


def text(*sentences: str) -> str:
    return "The Harrow Trust said:\n\n" + "\n\n".join(sentences) + "\n"


FIRST = text(AROUND[0], *PROMISES, AROUND[1])
KNOWN = Known(publisher="Harrow Trust")


@pytest.fixture
def bare(tmp_path: Path) -> Any:
    opened = open_store(tmp_path / "record.db", create=True)
    yield opened
    opened.close()


def document(words: str) -> Document:
    return read("-", BytesIO(words.encode()))


def put(store: Store, words: str, lineage: Lineage | None = None, known: Known = KNOWN) -> Added:
    return add(store, document(words), known, sign(), lineage=lineage)


def decide(store: Store) -> dict[str, int]:
    """The first version, its first promise accepted, its second rejected; numbers by quote."""
    put(store, FIRST)
    numbers = {commitment.quote: commitment.number for _, commitment in store.mentions(1)}
    store.apply([Edit(numbers["We will publish a plan by June 2027"], Accept())], sign())
    second = numbers["We will train every member of staff in restraint"]
    store.apply([Edit(second, Reject(RejectReason.OTHER))], sign())
    return numbers


def mentioned(store: Store, statement: int) -> dict[int, str]:
    return {commitment.number: mention.quote for mention, commitment in store.mentions(statement)}


def test_what_was_read_stays_read_where_the_same_words_stand(bare: Store) -> None:
    decide(bare)
    spans = [(FIRST.index(one), FIRST.index(one) + len(one)) for one in AROUND]
    bare.mark_read(1, spans, sign("bob"), note="background")
    changed = AROUND[1].replace("for hours", "for days")
    words = text(
        "This is a corrected copy.", *PROMISES, AROUND[0].replace(" not", "\nnot"), changed
    )
    put(bare, words)
    (reading,) = bare.readings(2)
    assert words[reading.start : reading.end].split() == AROUND[0].split()
    assert (reading.by, reading.note) == ("bob", "background")
    assert reading.on == bare.readings(1)[0].on
    bare.undo(sign())
    assert len(bare.readings(1)) == len(AROUND)
    with pytest.raises(NotFound):
        bare.statement(2)


def test_a_sentence_that_is_half_read_is_still_to_be_read(bare: Store) -> None:
    put(bare, FIRST)
    start = FIRST.index(AROUND[0])
    bare.mark_read(1, [(start, start + 20)], sign())
    put(bare, text("This is a corrected copy.", AROUND[0], *PROMISES))
    assert bare.readings(2) == ()


def test_of_a_sentence_that_stood_twice_both_must_have_been_read(bare: Store) -> None:
    twice = text(AROUND[0], *PROMISES, AROUND[0])
    places = [(at, at + len(AROUND[0])) for at in (twice.index(AROUND[0]), twice.rindex(AROUND[0]))]
    put(bare, twice)
    bare.mark_read(1, places[:1], sign())
    put(bare, text("This is a corrected copy.", AROUND[0], *PROMISES))
    assert bare.readings(2) == ()
    bare.mark_read(1, places[1:], sign())
    put(bare, text("This is another copy.", AROUND[0], *PROMISES, AROUND[1]), Lineage(version_of=1))
    assert bare.readings(3) == ()  # it is held against the newest version, which nobody has read


def test_a_changed_text_is_a_new_version_and_only_what_is_new_is_proposed(bare: Store) -> None:
    numbers = decide(bare)
    new = "We will open a helpline by May 2027."
    added = put(bare, text(new, AROUND[0], *PROMISES, AROUND[1]))
    assert added.statement.previous == 1
    assert added.proposals == 1
    assert {*mentioned(bare, 2)} == {*numbers.values(), max(numbers.values()) + 1}
    roles = {commitment.number: mention.role for mention, commitment in bare.mentions(2)}
    assert {roles[number] for number in numbers.values()} == {MentionRole.REPEAT}
    assert bare.dossier(numbers["We will publish a plan by June 2027"]).mentions[0].statement == 1


def test_what_is_gone_and_what_reads_differently_is_told(bare: Store) -> None:
    numbers = decide(bare)
    reworded = "We will publish a plan by December 2029."
    added = put(bare, text(AROUND[0], reworded, PROMISES[2], AROUND[1]))
    found = added.account
    assert found is not None
    assert [one.quote for one in found.kept] == ["The board will meet in public from now on"]
    assert [one.quote for one in found.gone] == ["We will appoint a guardian of safe working"]
    (other,) = found.reworded
    assert other.commitment.number == numbers["We will publish a plan by June 2027"]
    assert other.new is not None
    assert other.new.quote == "We will publish a plan by December 2029"
    (suggestion,) = bare.dossier(other.new.number).open_suggestions
    assert (suggestion.type, suggestion.other) == ("delays", other.commitment.number)
    assert bare.dossier(other.commitment.number).commitment.status is Status.OPEN


def test_words_added_behind_an_accepted_promise_make_it_another_one(bare: Store) -> None:
    numbers = decide(bare)
    longer = "We will publish a plan by June 2027 if funds allow."
    added = put(bare, text(AROUND[0], longer, *PROMISES[1:], AROUND[1]))
    found = added.account
    assert found is not None
    (other,) = found.reworded
    assert other.commitment.number == numbers["We will publish a plan by June 2027"]
    assert other.new is not None
    assert bare.dossier(other.new.number).open_suggestions[0].type == "weakens"


def test_a_chain_is_followed_to_its_newest_and_finds_what_came_back(bare: Store) -> None:
    numbers = decide(bare)
    put(bare, text(AROUND[0], *PROMISES[:3], AROUND[1]))
    third = put(bare, text("Third.", AROUND[0], *PROMISES, AROUND[1]))
    assert bare.versions(1) == (1, 2, 3)
    assert bare.versions(2) == bare.versions(3)
    assert third.statement.previous == 2
    assert third.proposals == 0
    assert {*mentioned(bare, 3)} == {*numbers.values()}


def test_another_lay_out_is_a_version_that_says_nothing_new(bare: Store) -> None:
    numbers = decide(bare)
    added = put(bare, FIRST.replace(" ", "\n"))
    assert added.statement.previous == 1
    assert added.proposals == 0
    assert {*mentioned(bare, 2)} == {*numbers.values()}


def test_another_publisher_or_other_words_make_a_statement_of_its_own(bare: Store) -> None:
    decide(bare)
    same_words = f"Copied.\n{FIRST}"
    assert put(bare, same_words, known=Known(publisher="Fell Trust")).statement.previous is None
    assert put(bare, text(*(f"{n} is {n}." for n in range(20)))).statement.previous is None


def test_a_person_can_say_what_it_is(bare: Store) -> None:
    decide(bare)
    alone = put(bare, f"Copied.\n{FIRST}", Lineage(not_a_version=True))
    assert alone.statement.previous is None
    assert alone.proposals > 0
    said = put(bare, "We will do something else entirely.", Lineage(version_of=1))
    assert said.statement.previous == 1
    again = put(bare, "And now something else again will happen.", Lineage(version_of=1))
    assert again.statement.previous == said.statement.number
    with pytest.raises(NotFound, match="S-0099"):
        put(bare, "Nothing of the kind.", Lineage(version_of=99))


def test_undo_takes_all_of_it_back_and_redo_brings_it_back(bare: Store) -> None:
    numbers = decide(bare)
    before = bare.dossiers(list(numbers.values()))
    put(bare, text("We will open a helpline.", AROUND[0], *PROMISES, AROUND[1]))
    after = mentioned(bare, 2)
    bare.undo(sign())
    assert mentioned(bare, 2) == {}
    assert bare.versions(1) == (1,)
    now = bare.dossiers(list(numbers.values()))
    assert [one.mentions for one in now] == [one.mentions for one in before]
    bare.redo(sign())
    assert mentioned(bare, 2) == after
    assert bare.versions(1) == (1, 2)
    assert bare.verify().broken is None


def test_a_statement_with_a_newer_version_cannot_be_taken_back(bare: Store) -> None:
    first = put(bare, text(*AROUND)).receipt
    put(bare, text(*AROUND, "It rained."))
    assert first is not None
    with pytest.raises(Conflict, match="next version: ann set it to S-0002"):
        bare.undo(sign(), first.transaction)


def test_a_text_that_was_taken_back_is_no_earlier_version(bare: Store) -> None:
    put(bare, FIRST)
    bare.undo(sign())
    assert put(bare, f"Again.\n{FIRST}").statement.previous is None


def _add(place: Path, start: Any, word: str) -> None:
    store = open_store(place)
    start.wait()
    put(store, text(f"{word} is new here, and it will be read by many people.", *AROUND, *PROMISES))
    store.close()


def test_two_processes_with_a_version_each_make_a_chain(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    store = open_store(place, create=True)
    numbers = decide(store)
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(3)
    words = ("Alpha", "Beta", "Gamma")
    jobs = [context.Process(target=_add, args=(place, start, word)) for word in words]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join(60)
    assert [job.exitcode for job in jobs] == [0, 0, 0]
    assert [store.statement(one).previous for one in store.versions(1)] == [None, 1, 2, 3]
    for statement in (2, 3, 4):
        assert {*mentioned(store, statement)} >= {*numbers.values()}
    assert store.verify().broken is None
    store.close()
