"""The one way in: from a document to a stored statement with its candidates."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.extract import Deadline
from commitrack.intake import CONTEXT, Added, Document, Known, add, due_precision, label, read
from commitrack.intake.repeats import recognised
from commitrack.model.errors import Conflict
from commitrack.model.history import Signature
from commitrack.model.kinds import Kind
from commitrack.model.records import TITLE_LIMIT
from commitrack.model.statements import Precision, Statement
from commitrack.model.status import Status
from commitrack.store import Lens, Store, open_store

SEED = Path(__file__).parents[1] / "data" / "statements" / "nhs-confederation-west-london.txt"
TODAY = date(2026, 3, 2)
ANN = Signature("ann", TODAY, datetime(2026, 3, 2, 9, tzinfo=UTC))
UNKNOWN = Known()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(tmp_path / "record.db", create=True)
    yield opened
    opened.close()


def piped(text: str | bytes) -> Document:
    return read("-", io.BytesIO(text.encode() if isinstance(text, str) else text))


def added(store: Store, text: str | bytes, known: Known = UNKNOWN) -> Statement:
    return add(store, piped(text), known, ANN).statement


def test_the_seed_is_stored_with_its_three_commitments(store: Store) -> None:
    result = add(store, read(str(SEED), io.BytesIO()), UNKNOWN, ANN)
    assert result.statement.id == "S-0001"
    assert result.statement.sha256.startswith("1b566616")
    assert (result.statement.said_on, result.statement.precision) == (None, Precision.UNKNOWN)
    assert result.statement.speaker == "Steve Barnett"
    assert result.by_kind[Kind.COMMITMENT] == 3
    mentions = store.mentions(1)
    assert result.proposals == len(mentions) == sum(result.by_kind.values())
    spans = [(one.start, one.end) for one, item in mentions if item.kind is Kind.COMMITMENT]
    assert spans == [(669, 878), (1269, 1492), (1496, 1702)]
    assert {item.status for _, item in mentions} == {Status.CANDIDATE}


def test_the_seeds_bodies_are_put_under_their_parents(store: Store) -> None:
    add(store, read(str(SEED), io.BytesIO()), UNKNOWN, ANN)
    assert store.party("NHS Employers").parent == "NHS Confederation"
    assert store.party("Mental Health Network").parent == "NHS Confederation"
    shared = next(item for one, item in store.mentions(1) if one.start == 669)
    assert shared.owners[0] == "Mental Health Network"
    assert shared.owner == "Mental Health Network and its members"


def test_a_mention_keeps_its_surroundings(store: Store) -> None:
    statement = added(store, SEED.read_bytes())
    for mention, item in store.mentions(statement.number):
        assert statement.text[mention.start : mention.end] == mention.quote == item.quote
        assert mention.before == statement.text[max(0, mention.start - CONTEXT) : mention.start]
        assert mention.after == statement.text[mention.end : mention.end + CONTEXT]


def test_the_same_text_again_changes_nothing(store: Store) -> None:
    first = add(store, piped("We will publish a plan by 30 June 2026."), UNKNOWN, ANN)
    before = store.history()
    again = add(
        store,
        piped("We will publish a plan by 30 June 2026."),
        Known(publisher="X"),
        ANN,
        title="Y",
    )
    assert (first.already, again.already) == (False, True)
    assert again == Added(first.statement)
    assert store.history() == before


def test_a_faster_process_with_the_same_text_is_no_error(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = piped("We will publish a plan.")
    stored = add(store, document, UNKNOWN, ANN).statement
    answers = iter([None, stored])
    monkeypatch.setattr(type(store), "statement_by_hash", lambda *_: next(answers))
    assert add(store, document, UNKNOWN, ANN) == Added(stored)


def test_another_conflict_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Conflict("another text")

    monkeypatch.setattr(type(store), "add_statement", refuse)
    with pytest.raises(Conflict, match="another text"):
        add(store, piped("We will publish a plan."), UNKNOWN, ANN)


def test_a_deadline_becomes_the_first_date(store: Store) -> None:
    added(store, "The Council will publish a plan by 30 June 2026.", Known(date=date(2026, 1, 5)))
    [(_, item)] = store.mentions(1)
    assert (item.due, item.due_original) == (date(2026, 6, 30), date(2026, 6, 30))
    assert (item.due_text, item.due_precision) == ("by 30 June 2026", Precision.DAY)


def test_what_is_not_known_stays_unknown(store: Store) -> None:
    statement = added(store, "We will publish a plan within six months.")
    found = (statement.publisher, statement.speaker, statement.role, statement.occasion)
    assert found == (None, None, None, None)
    assert (statement.said_on, statement.precision) == (None, Precision.UNKNOWN)
    [(_, item)] = store.mentions(1)
    assert (item.due, item.due_precision) == (None, Precision.UNKNOWN)
    assert item.due_text == "within six months"


def test_options_override_what_is_found(store: Store) -> None:
    known = Known(date=date(2025, 5, 1), publisher="The Board", speaker="Ann Lee")
    statement = add(
        store,
        piped("Minutes of the Trust\n3 March 2024\n\nWe will publish a plan."),
        known,
        ANN,
        title="A  plan\n for all",
        role="Chair",
        occasion="May meeting",
        precision=Precision.MONTH,
    ).statement
    assert statement.title == "A plan for all"
    assert (statement.publisher, statement.speaker) == ("The Board", "Ann Lee")
    assert (statement.role, statement.occasion) == ("Chair", "May meeting")
    assert (statement.said_on, statement.precision) == (date(2025, 5, 1), Precision.MONTH)


def test_a_precision_without_a_date_says_nothing(store: Store) -> None:
    document = piped("We will publish a plan.")
    statement = add(store, document, UNKNOWN, ANN, precision=Precision.DAY).statement
    assert statement.precision is Precision.UNKNOWN


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ACTION PLAN\n\nWe will act.", "ACTION PLAN"),
        ("3 March 2026\n\nOur promise to patients\n\nWe will act.", "Our promise to patients"),
        ("* * *\n\n# Our promise\n\nWe will act.", "Our promise"),
        (
            "Orrinmouth City Council\n\nA letter to residents\n\nWe will act.",
            "A letter to residents",
        ),
        ("3 March 2026", "3 March 2026"),
    ],
)
def test_a_statement_is_called_by_its_first_line_that_is_a_title(
    store: Store, text: str, title: str
) -> None:
    assert added(store, text).title == title


def test_a_marked_heading_is_the_title(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("Preface.\n\n# The plan\n\nWe will act.")
    document = read(str(path), io.BytesIO())
    assert add(store, document, UNKNOWN, ANN).statement.title == "The plan"


def test_a_long_first_line_is_cut_at_a_word(store: Store) -> None:
    title = added(store, "We will publish a plan and " + "so on " * 60).title
    assert len(title) <= 120
    assert title.endswith(("so…", "on…"))


@pytest.mark.parametrize(
    "text",
    [
        "We will publish [/x] a plan. [@click=app.quit]We will act[/].",
        "We will publish a plan \x1b]0;title\x07\x1b[31mred\x1b[0m and act.",
        "We will publish \u202egnp\u202c a plan.",
        "We will publish a plan.\x00 The Council will act by 30 June 2026.",
        "We will publish a plan.\r\nThe Council will act.\r\n",
    ],
)
def test_a_hostile_text_is_stored_exactly(store: Store, text: str) -> None:
    statement = added(store, text)
    assert store.statement(statement.number).text == text
    assert statement.title.isprintable()
    for mention, item in store.mentions(statement.number):
        assert text[mention.start : mention.end] == mention.quote
        assert item.title.isprintable()


def test_windows_1252_is_stored_as_text(store: Store) -> None:
    statement = added(store, "We will open the café – soon.".encode("cp1252"))
    assert statement.text == "We will open the café – soon."
    assert statement.encoding == "windows-1252"


def test_adding_is_one_transaction_that_can_be_undone(store: Store) -> None:
    added(store, "We will publish a plan.")
    assert len(store.history()) == 1
    store.undo(ANN)
    assert store.statements() == ()
    assert added(store, "We will publish a plan.").text == "We will publish a plan."


@pytest.mark.parametrize(
    ("quote", "title"),
    [
        ("We will publish a plan", "Publish a plan"),
        ("the Council shall also publish a plan", "Publish a plan"),
        ("We’ll bring back Saturday opening", "Bring back Saturday opening"),
        ("The Network will be working with the NPSA", "Working with the NPSA"),
        ("Staff will be trained by March", "Staff will be trained by March"),
        ("We will not close any ward", "We will not close any ward"),
        ("Neither body will share the data", "Neither body will share the data"),
        ("Six libraries will stay open", "Six libraries will stay open"),
        ("publish\r\n  a plan", "Publish a plan"),
    ],
)
def test_a_label_says_what_is_to_be_done(quote: str, title: str) -> None:
    assert label(quote) == title


def test_a_recommendation_keeps_who_is_told() -> None:
    quote = "Trusts will have to publish a plan"
    assert label(quote, Kind.RECOMMENDATION) == quote


def test_a_label_of_what_a_thing_will_do_says_which_thing() -> None:
    assert (
        label("The map will go online in May", of_a_thing=True) == "The map will go online in May"
    )
    word = "You have our word that the ferry will run until May"
    assert label(word) == word


def test_what_a_thing_will_do_keeps_its_subject_in_the_title(store: Store) -> None:
    statement = added(store, "The map of our quays will go online in November 2026.")
    (found,) = store.mentions(statement.number)
    assert found[1].title == "The map of our quays will go online in November 2026"


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_any_quote_has_a_label_that_fits_on_a_line(quote: str, kind: Kind) -> None:
    title = label(quote, kind)
    assert 0 < len(title) <= TITLE_LIMIT
    assert len(title.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("by 30 June 2026", Precision.DAY),
        ("within six months", Precision.DAY),
        ("by the end of March", Precision.DAY),
        ("by Friday", Precision.DAY),
        ("by March 2027", Precision.MONTH),
        ("next month", Precision.MONTH),
        ("by 2030", Precision.YEAR),
        ("in the autumn", Precision.YEAR),
    ],
)
def test_a_deadline_is_as_exact_as_its_words(words: str, precision: Precision) -> None:
    assert due_precision(Deadline(words, TODAY, "fixed", 0, len(words))) is precision


def test_a_deadline_without_a_day_has_no_precision() -> None:
    assert due_precision(Deadline("in due course", None, "vague", 0, 13)) is Precision.UNKNOWN


def test_what_was_added_can_be_found(store: Store) -> None:
    from commitrack.query import parse

    added(store, "We will publish a plan.")
    assert list(store.ids(parse("is:candidate"), Lens(TODAY, "ann"))) == [1]


def test_a_statement_with_pages_says_on_which_a_quote_stands(store: Store) -> None:
    text = "We will publish a plan.\n\nWe will appoint a director.\n"
    statement = add(store, replace(piped(text), pages=(0, 25)), UNKNOWN, ANN).statement
    mentions = store.mentions(statement.number)
    assert [statement.page_of(mention.start) for mention, _ in mentions] == [1, 2]


def test_the_very_same_file_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("We will act.\n", "utf-8")
    add(store, read(str(path), io.BytesIO()), UNKNOWN, ANN)
    for spelled in (str(path), f"{tmp_path}/./letter.txt"):
        assert add(store, read(spelled, io.BytesIO()), UNKNOWN, ANN).also is None
    assert len(store.history()) == 1


def test_the_same_text_in_another_file_is_another_place_and_no_statement(
    store: Store, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("letter.txt", "copy.md")]
    for path in paths:
        path.write_text("We will act.\n", "utf-8")
    first, second = (add(store, read(str(one), io.BytesIO()), UNKNOWN, ANN) for one in paths)
    assert second.already
    assert second.also is not None
    assert second.also.source == str(paths[1])
    assert [one.source for one in store.copies(first.statement.number)] == list(map(str, paths))
    assert len(store.statements()) == 1
    assert len(store.mentions(1)) == first.proposals
    assert add(store, read(str(paths[1]), io.BytesIO()), UNKNOWN, ANN).also is None
    assert len(store.history()) == 2


def test_the_same_words_in_another_encoding_are_another_place(store: Store, tmp_path: Path) -> None:
    plain, marked = tmp_path / "a.txt", tmp_path / "b.txt"
    plain.write_text("We will act – now.\n", "utf-8")
    marked.write_text("We will act – now.\n", "utf-16")
    add(store, read(str(plain), io.BytesIO()), UNKNOWN, ANN)
    assert add(store, read(str(marked), io.BytesIO()), UNKNOWN, ANN).also is not None
    places = store.copies(1)
    assert len({one.bytes_sha256 for one in places}) == len(places) == 2


def test_bytes_are_recognised_in_their_own_place_only(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("We will act.\n", "utf-8")
    document = read(str(path), io.BytesIO())
    add(store, document, UNKNOWN, ANN)
    known = recognised(store, str(path), document.bytes_sha256)
    assert known is not None
    assert known.number == 1
    assert recognised(store, "letter.html", document.bytes_sha256) is None, "may be read otherwise"
    assert recognised(store, str(path), "0" * 64) is None


def test_a_short_name_that_one_text_introduces_finds_the_party_in_the_next(store: Store) -> None:
    added(store, "The National Patient Safety Agency (NPSA) should publish a plan.")
    added(store, "I recommend that the NPSA train its staff.")
    owners = [one.owners for text in (1, 2) for _, one in store.mentions(text)]
    assert owners == [("National Patient Safety Agency",)] * 2
    (party,) = store.parties()
    assert (party.name, party.aliases) == ("National Patient Safety Agency", ("NPSA",))


def test_a_short_name_on_record_as_a_party_is_merged_by_nobody_but_a_person(store: Store) -> None:
    added(store, "I recommend that the NPSA train its staff.")
    added(store, "The National Patient Safety Agency (NPSA) should publish a plan.")
    parties = {one.name: one.aliases for one in store.parties()}
    assert parties == {"National Patient Safety Agency": (), "NPSA": ()}
