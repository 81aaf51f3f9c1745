"""What is erased is gone from the record and its history; that it was, stays and is sealed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from commitrack.model.actions import (
    Accept,
    AddEvidence,
    AddLink,
    Edit,
    RecordCheck,
    SetFields,
)
from commitrack.model.errors import BadInput, Conflict, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.records import CheckResult, LinkType, SourceClass
from commitrack.query import parse
from commitrack.store import Lens, Revision, Store, open_store
from tests.store.conftest import TODAY, draft, propose, sign

ORDER = replace(sign(), why="court order 12/26")
SECRET = "Zyxwort"
TEXT = f"The {SECRET} Board will publish a plan by June. We hope that {SECRET} ferries run on time."
OTHER = "The Harbour Board will train its staff. Nobody said when."


@pytest.fixture
def filled(place: Path) -> Iterator[Store]:
    """Two statements; the first, in two versions, has the secret in it, and so has much else."""
    store = open_store(place, create=True)
    origin = replace(draft(TEXT, f"Letter of {SECRET}"), source=f"/in/{SECRET}.txt", speaker=SECRET)
    quote = f"The {SECRET} Board will publish a plan by June"
    promise = propose(TEXT, quote, f"{SECRET} Board")
    store.add_statement(origin, [promise], {f"{SECRET} Board": f"{SECRET} Group"}, sign())
    newer = TEXT + " Yours sincerely."
    store.add_statement(
        draft(newer, f"Letter of {SECRET}"),
        [],
        {},
        sign(),
        revise=lambda _: Revision((), 1, ((1, propose(newer, quote).mention),)),
    )
    store.add_statement(
        draft(OTHER),
        [propose(OTHER, "The Harbour Board will train its staff", "Harbour")],
        {},
        sign(),
    )
    store.apply([Edit(1, Accept()), Edit(2, Accept())], replace(sign(), why="the board agreed"))
    store.apply(
        [
            Edit(1, SetFields({"note": f"call {SECRET}", "tags": (SECRET, "b")})),
            Edit(1, SetFields({"due": date(2026, 6, 30)})),
            Edit(1, AddEvidence(f"Paper of {SECRET}", SourceClass.SELF, quote=f"{SECRET} says")),
            Edit(1, RecordCheck(CheckResult.NOTHING_FOUND, f"{SECRET}.example", note=SECRET)),
        ],
        sign(),
    )
    store.apply(
        [Edit(1, SetFields({"due": date(2026, 9, 1)}, f"{SECRET} is late"))],
        replace(sign(), why=f"{SECRET} is late"),
    )
    store.apply([Edit(2, AddLink(LinkType.DEPENDS_ON, 1, f"as {SECRET} says"))], sign())
    store.apply(
        [
            Edit(
                2,
                SetFields(
                    {"note": f"see “we hope that {SECRET} ferries run on time” in the other"}
                ),
            )
        ],
        sign("bob"),
    )
    yield store
    store.close()


def raw(place: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(place.parent.iterdir()))


def erase(store: Store) -> None:
    store.erase_statement(1, ORDER)
    store.scrub()


def test_no_byte_of_a_statement_is_left_in_any_file(filled: Store, place: Path) -> None:
    assert SECRET.encode() in raw(place)
    erase(filled)
    left = raw(place).lower()
    assert SECRET.lower().encode() not in left
    assert b"publish a plan" not in left
    assert b"on time" not in left


def test_the_chain_still_holds_and_so_does_the_record(filled: Store) -> None:
    erase(filled)
    found = filled.verify()
    assert (found.broken, found.detail) == (None, "")
    filled.apply([Edit(2, SetFields({"lead": "ann"}))], sign())
    assert filled.verify().broken is None


def test_all_versions_go_with_their_commitments(filled: Store) -> None:
    done = filled.erase_statement(2, ORDER)
    assert (done.statements, done.commitments) == ((1, 2), (1,))
    assert filled.statement_numbers() == (3,)
    assert list(filled.ids(parse(""), Lens(TODAY))) == [2]
    for gone in (lambda: filled.statement(1), lambda: filled.dossier(1)):
        with pytest.raises(NotFound, match=r"erased on 2026-03-02 by ann: court order 12/26"):
            gone()


def test_the_other_statement_keeps_all_its_words_but_for_those_that_were_quoted(
    filled: Store,
) -> None:
    erase(filled)
    kept = filled.dossier(2)
    assert filled.statement(3).text == OTHER
    assert kept.commitment.quote == "The Harbour Board will train its staff"
    assert kept.commitment.title == kept.commitment.quote
    assert kept.commitment.note == "see “[erased]” in the other"
    assert kept.commitment.owners == ("Harbour",)
    assert kept.links == ()


def test_parties_that_nothing_else_names_go_too(filled: Store) -> None:
    done = filled.erase_statement(1, ORDER)
    assert set(done.parties) == {f"{SECRET} Board", f"{SECRET} Group"}
    assert [one.name for one in filled.parties()] == ["Harbour"]


def test_what_happened_stays_on_record(filled: Store) -> None:
    filled.erase_statement(1, ORDER)
    newest = filled.history(limit=1)[0]
    assert (newest.actor, newest.action, newest.why) == (
        "ann",
        "erase S-0001",
        "court order 12/26",
    )
    assert {change.table for change in newest.changes} >= {"erasures", "tombstones"}
    (counts,) = [change.new for change in newest.changes if change.field == "counts"]
    assert "statements 2, commitments 1" in str(counts)
    accepted = next(one for one in filled.history() if one.action.startswith("accept"))
    assert accepted.actor == "ann"


def test_a_reason_that_speaks_of_what_went_alone_goes_and_another_stays(filled: Store) -> None:
    done = filled.erase_statement(1, ORDER)
    whys = {one.action: one.why for one in filled.history()}
    assert whys["set due C-0001"] == "[erased]"
    assert whys["accept C-0001, C-0002"] == "the board agreed"
    assert [why for _, why in done.shared] == ["the board agreed"]


def test_further_words_are_taken_out_of_the_rest(filled: Store) -> None:
    filled.apply([Edit(2, SetFields({"lead": "Zed Quill"}))], replace(sign(), why="Zed Quill asks"))
    filled.erase_statement(1, ORDER, also=("Zed Quill",))
    assert filled.dossier(2).commitment.lead == "[erased]"
    assert "Zed" not in repr(filled.history())
    assert filled.verify().broken is None


def test_looking_first_writes_nothing(filled: Store, place: Path) -> None:
    before = filled.history(), filled.dossiers((1, 2))
    looked = filled.erase_statement(1, ORDER, keep=False)
    assert looked.transaction == 0
    assert (filled.history(), filled.dossiers((1, 2))) == before
    assert looked == replace(filled.erase_statement(1, ORDER), transaction=0)


def test_erasing_needs_a_reason(filled: Store) -> None:
    for by in (sign(), replace(sign(), why=" ")):
        with pytest.raises(BadInput, match="needs a reason"):
            filled.erase_statement(1, by)


def test_what_is_erased_is_not_erased_again(filled: Store) -> None:
    erase(filled)
    with pytest.raises(Refused, match="S-0001 was erased on"):
        filled.erase_statement(2, ORDER)
    with pytest.raises(NotFound, match="S-0009 does not exist"):
        filled.erase_statement(9, ORDER)


def test_an_erased_text_does_not_come_back_by_adding_it_again(filled: Store) -> None:
    erase(filled)
    with pytest.raises(Refused, match="does not come back: S-0001 was erased"):
        filled.add_statement(draft(TEXT), [], {}, sign())


def test_an_erased_text_comes_back_on_purpose_with_a_reason(filled: Store) -> None:
    erase(filled)
    with pytest.raises(BadInput, match="needs a reason"):
        filled.add_statement(draft(TEXT), [], {}, sign(), even_erased=True)
    reason = replace(sign(), why="the order was lifted")
    receipt = filled.add_statement(draft(TEXT), [], {}, reason, even_erased=True)
    assert receipt.statement == 4
    newest = filled.history()[0]
    assert (newest.action, newest.why) == (
        "add S-0004, a text that had been erased",
        "the order was lifted",
    )
    with pytest.raises(Conflict, match="already stored as S-0004"):
        filled.add_statement(draft(TEXT), [], {}, reason, even_erased=True)
    assert filled.verify().broken is None


def test_a_statement_that_was_undone_is_erased_too(place: Path) -> None:
    store = open_store(place, create=True)
    store.add_statement(
        draft(TEXT),
        [propose(TEXT, f"The {SECRET} Board will publish", f"{SECRET} Board")],
        {},
        sign(),
    )
    store.undo(sign())
    store.erase_statement(1, ORDER)
    store.scrub()
    assert SECRET.encode() not in raw(place)
    assert store.verify().broken is None
    with pytest.raises(Refused, match="erased for good"):
        store.undo(sign(), 2)
    store.close()


# Undoing around an erasure


def test_an_erasure_is_not_undone(filled: Store) -> None:
    done = filled.erase_statement(1, ORDER)
    with pytest.raises(Refused, match="cannot be undone: it erased for good"):
        filled.undo(sign(), done.transaction)


def test_a_plain_undo_passes_over_what_was_erased(filled: Store) -> None:
    filled.erase_statement(1, ORDER)
    undone = filled.undo(sign())
    assert undone.action == "undo accept C-0001, C-0002"
    assert filled.dossier(2).commitment.status.value == "candidate"
    assert filled.verify().broken is None
    with pytest.raises(NotFound):
        filled.dossier(1)


def test_what_was_done_to_what_is_erased_is_not_undone(filled: Store) -> None:
    filled.erase_statement(1, ORDER)
    number = next(one.number for one in filled.history() if one.action == "set due C-0001")
    with pytest.raises(Refused, match="has been erased for good"):
        filled.undo(sign(), number)


# Parties


def test_the_names_of_a_party_are_gone_from_every_file(filled: Store, place: Path) -> None:
    filled.set_party("Harbour", {"name": "Ada Quill"}, sign())
    filled.set_party("Ada Quill", {"aliases": ("AQ", "Quill & Co")}, sign())
    text = "I am\nAda  Quill. AQ will act, and Ada Quill’s staff will train; Harbour too."
    filled.add_statement(
        replace(
            draft(text, "Letter of Ada Quill"), source="/in/ada-quill.txt", speaker="Ada Quill"
        ),
        [propose(text, "AQ will act, and Ada Quill’s staff will train", "Ada Quill")],
        {},
        sign(),
    )
    filled.apply(
        [Edit(3, Accept()), Edit(3, SetFields({"note": "ask ADA QUILL", "lead": "AQ"}))], sign()
    )
    done = filled.erase_party("ada quill", ORDER)
    filled.scrub()
    left = raw(place)
    for name in (b"ada quill", b"ada-quill", b"harbour", b"quill &"):
        assert name not in left.lower(), name
    assert b"AQ" not in left.replace(b"AQA", b"")
    assert filled.verify().broken is None
    kept = filled.dossier(3)
    assert kept.commitment.owners == (f"erased party {done.number}",)
    assert kept.commitment.note == f"ask erased party {done.number}"
    statement = filled.statement(kept.source.number if kept.source else 0)
    (mention,) = kept.mentions
    assert (
        statement.text
        == "I am\n███  █████. ██ will act, and ███ █████’s staff will train; ███████ too."
    )
    assert statement.text[mention.start : mention.end] == mention.quote == kept.commitment.quote
    assert statement.sha256 == hashlib.sha256(statement.text.encode()).hexdigest()
    assert [one.owned for one in filled.parties() if one.number == done.number] == [2]


def test_an_edit_of_a_party_that_was_erased_since_can_still_be_undone(filled: Store) -> None:
    filled.apply([Edit(2, SetFields({"lead": "Harbour", "topic": "ferries"}))], sign())
    filled.erase_party("Harbour", ORDER)
    assert filled.dossier(2).commitment.lead == "erased party 3"
    filled.undo(sign())
    assert (filled.dossier(2).commitment.lead, filled.dossier(2).commitment.topic) == (None, None)
    assert filled.verify().broken is None


def test_a_second_erasure_takes_words_from_a_transaction_that_lost_some(filled: Store) -> None:
    filled.erase_party("Harbour", ORDER)
    filled.erase_party(f"{SECRET} Board", ORDER)
    assert filled.verify().broken is None
    filled.erase_statement(3, ORDER)
    filled.erase_statement(1, ORDER)
    assert filled.verify().broken is None


def test_a_party_is_erased_once_and_found_by_its_new_name(filled: Store) -> None:
    filled.erase_party("Harbour", ORDER)
    with pytest.raises(Refused, match="erased party 3 was erased on"):
        filled.erase_party("erased party 3", ORDER)
    with pytest.raises(NotFound):
        filled.erase_party("Harbour", ORDER)


def test_a_merge_from_before_the_names_were_erased_can_be_taken_back(filled: Store) -> None:
    filled.set_party("Pier", {}, sign())
    merged = filled.merge_parties("Harbour", "Pier", sign())
    filled.erase_party("Pier", ORDER)
    assert filled.dossier(2).commitment.owners == ("erased party 4",)
    filled.undo(sign(), merged.transaction)
    assert filled.dossier(2).commitment.owners == ("erased party 3",)
    assert filled.verify().broken is None


def test_two_parties_of_one_name_are_told_apart_first(filled: Store) -> None:
    filled.set_party("Pier", {}, sign())
    with pytest.raises(BadInput, match="another party is called 'Pier'"):
        filled.erase_party("Harbour", ORDER, also=("Pier",))


# The tombstones


@pytest.fixture
def shell(filled: Store, place: Path) -> Iterator[sqlite3.Connection]:
    """Another program, with the guards taken away."""
    filled.erase_statement(1, ORDER)
    connection = sqlite3.connect(place, isolation_level=None)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE tombstones SET digest = 'x' WHERE record = 'transactions' AND id = 9",
        "UPDATE tombstones SET row = 3 WHERE record = 'statements' AND row = 2",
        "DELETE FROM tombstones WHERE record = 'transactions'",
        "UPDATE erasures SET number = 3",
        "UPDATE erasures SET counts = 'nothing'",
        "UPDATE transactions SET why = 'because' WHERE action LIKE 'erase%'",
        "UPDATE transactions SET actor = 'bob' WHERE action LIKE 'erase%'",
        "UPDATE changes SET new = 'x' WHERE record = 'tombstones' AND field = 'digest'",
        "UPDATE changes SET new = 'x' WHERE new = '[erased]'",
        "UPDATE transactions SET actor = 'bob' WHERE id = 1",
        "UPDATE transactions SET hash = 'x' WHERE id = 1",
        "UPDATE statements SET text = 'We will act.' WHERE id = 1",
        "UPDATE commitments SET title = 'We will act.' WHERE id = 1",
    ],
)
def test_whoever_edits_what_an_erasure_left_is_found_out(
    filled: Store, shell: sqlite3.Connection, sql: str
) -> None:
    assert filled.verify().broken is None
    assert shell.execute(sql).rowcount > 0
    assert filled.verify().broken is not None


def test_the_guards_are_as_before(filled: Store, place: Path) -> None:
    def triggers() -> list[tuple[str, str]]:
        connection = sqlite3.connect(place)
        found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        rows = sorted(tuple(row) for row in found)
        connection.close()
        return rows

    before = triggers()
    erase(filled)
    assert triggers() == before


def test_what_a_seal_hides_cannot_be_guessed(filled: Store, place: Path) -> None:
    filled.erase_statement(1, ORDER)
    connection = sqlite3.connect(place)
    lost = {
        row[0]
        for row in connection.execute("SELECT row FROM tombstones WHERE record = 'transactions'")
    }
    secrets = dict(connection.execute("SELECT id, nonce FROM transactions"))
    connection.close()
    assert lost
    assert all((secrets[number] is None) == (number in lost) for number in secrets)


def test_copies_beside_the_store_are_named(filled: Store, place: Path) -> None:
    copy = place.parent / "backups" / "yesterday.db"
    copy.parent.mkdir()
    with sqlite3.connect(place) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    before = sorted(copy.parent.iterdir())
    assert filled.erase_statement(1, ORDER).copies == (str(copy),)
    assert sorted(copy.parent.iterdir()) == before
    other = open_store(copy)
    other.erase_statement(1, ORDER)
    other.scrub()
    other.close()
    assert filled.erase_statement(3, ORDER, keep=False).copies == (str(copy),)
    assert SECRET.encode() not in copy.read_bytes()


def test_whoever_signs_is_named(filled: Store) -> None:
    nobody = Signature(" ", TODAY, sign().at, why="x")
    with pytest.raises(Exception, match="--as NAME"):
        filled.erase_statement(1, nobody)
