"""The seed statement: every item and none of its traps."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from commitrack.extract import Candidate, Extraction, as_json, extract
from commitrack.model.kinds import Kind, OwnerBasis

PATH = Path(__file__).parent.parent / "seeds" / "nhs-confederation-west-london.txt"
TEXT = PATH.read_text("utf-8")


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract(TEXT)


def at(found: Extraction, start: int, end: int) -> Candidate:
    return next(one for one in found.candidates if (one.start, one.end) == (start, end))


def test_the_seed_is_the_one_the_expectations_were_written_for() -> None:
    assert hashlib.sha256(PATH.read_bytes()).hexdigest().startswith("1b566616")
    assert len(TEXT) == 2720


def test_context_is_found_and_never_guessed(found: Extraction) -> None:
    assert found.speaker == "Steve Barnett"
    assert found.role == "Chief Executive"
    assert found.publisher is None
    assert found.date is None
    assert found.date_precision == "unknown"


def test_fifteen_sentences_and_two_footer_lines(found: Extraction) -> None:
    assert [one.number for one in found.sentences] == [*range(1, 16), None, None]


def test_exactly_the_expected_items(found: Extraction) -> None:
    spans = [(one.start, one.end, one.kind, one.strength) for one in found.candidates]
    staff = TEXT.index("Staff need to feel able")
    assert spans == [
        (516, 665, Kind.ASPIRATION, None),
        (669, 878, Kind.COMMITMENT, 2),
        (1269, 1492, Kind.COMMITMENT, 1),
        (1496, 1702, Kind.COMMITMENT, 3),
        (1931, 2022, Kind.RECOMMENDATION, 3),
        (staff, found.candidates[-1].end, Kind.ASPIRATION, None),
    ]


def test_a_body_and_its_members_own_together_and_name_their_partners(found: Extraction) -> None:
    one = at(found, 669, 878)
    assert one.owner == "Mental Health Network and its members"
    assert one.partners == ("Care Quality Commission", "NPSA")


def test_along_with_its_members_the_confederation_owns(found: Extraction) -> None:
    one = at(found, 1269, 1492)
    assert (one.owner, one.owner_text) == ("NHS Confederation", "The NHS Confederation")
    assert one.owner_basis is OwnerBasis.STATED


def test_an_apposition_leaves_the_head_noun(found: Extraction) -> None:
    one = at(found, 1496, 1702)
    assert one.owner == "NHS Employers"
    assert one.testable is False


def test_the_advice_is_owned_by_those_advised(found: Extraction) -> None:
    assert at(found, 1931, 2022).owner == "all trusts"


def test_first_persons_speak_for_the_speakers_organisation(found: Extraction) -> None:
    one = at(found, 516, 665)
    assert (one.owner, one.owner_basis) == ("NHS Confederation", OwnerBasis.SPEAKER)


def test_parents_are_named(found: Extraction) -> None:
    assert found.affiliations == (
        ("Mental Health Network", "NHS Confederation"),
        ("NHS Employers", "NHS Confederation"),
    )


def test_the_json_object(found: Extraction) -> None:
    told = as_json("seed", "0" * 64, TEXT, found, explain=True)
    assert told["sentences"] == 15
    assert told["chars"] == 2720
    assert told["publisher"] is None
    explained = told["explain"]
    assert isinstance(explained, list)
    assert len(explained) == 17
    assert "explain" not in as_json("seed", "0" * 64, TEXT, found)
