"""Blocks and sentences: lay-out is read, text is never changed."""

from __future__ import annotations

import pytest

from commitrack.extract.flat import flatten
from commitrack.extract.folding import fold
from commitrack.extract.segment import BlockKind, blocks, sentences


def split(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(flatten(text), 0, len(text))]


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(one.kind, text[one.start : one.end]) for one in blocks(text, flatten(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. A. N. Quist spoke to Mrs. Vane at No. 10 about it.",
        "It cost £1.5m. in all, e.g. for pumps, and opens at 8 a.m. on weekdays.",
        "Cllr. Fitch of St. Werrin's Primary asked, i.e. wondered.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


def test_closing_quotes_and_footnote_digits_belong_to_the_sentence() -> None:
    assert split("“We will.” He left. It was led by her.1 The review ran.") == [
        "“We will.”",
        "He left.",
        "It was led by her.1",
        "The review ran.",
    ]


def test_a_colon_before_a_quotation_ends_a_sentence() -> None:
    assert split("The chair said: “We will act.”") == ["The chair said:", "“We will act.”"]


def test_wrapped_lines_are_one_block() -> None:
    text = "The Department will respond to the report in\ndue course. It said so.\n\nRisks\n\nNone."
    assert kinds(text) == [
        (
            BlockKind.PARAGRAPH,
            "The Department will respond to the report in\ndue course. It said so.",
        ),
        (BlockKind.HEADING, "Risks"),
        (BlockKind.PARAGRAPH, "None."),
    ]


def test_a_lead_in_and_its_bullets() -> None:
    text = "We will:\n\n• publish a plan;\n• appoint a lead.\n"
    assert kinds(text) == [
        (BlockKind.LEAD_IN, "We will:"),
        (BlockKind.BULLET, "publish a plan;"),
        (BlockKind.BULLET, "appoint a lead."),
    ]


@pytest.mark.parametrize("sign", ["•", "-", "1.", "(a)", "a)", "(iv)", "–", "*"])
def test_bullet_signs_are_no_part_of_the_block(sign: str) -> None:
    text = f"We will:\n{sign} publish a plan for every ward."
    assert kinds(text)[1] == (BlockKind.BULLET, "publish a plan for every ward.")


def test_a_line_of_cells_is_a_row() -> None:
    assert kinds("AQ1 | Install monitors | Fleet Manager | 30 June 2026")[0][0] is BlockKind.ROW


def test_line_numbers_count_from_one() -> None:
    text = "One.\r\n\r\nTwo.\r\nThree."
    assert [one.line for one in blocks(text, flatten(text))] == [1, 3, 4]


def test_flattening_keeps_every_offset() -> None:
    text = "a\tb\r\nc’d\u00a0e\u2028f"
    assert len(flatten(text)) == len(text)


def test_folding_maps_every_offset_back() -> None:
    text = "We will  publish \r\n   the plan.  Then\n\n  stop."
    folded = fold(text)
    assert folded.text == "We will publish\nthe plan. Then\n\nstop."
    assert folded.original(8, 24) == "publish \r\n   the plan"
    assert all(text[folded.at(i)] == char for i, char in enumerate(folded.text))
