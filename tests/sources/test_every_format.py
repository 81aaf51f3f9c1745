"""One statement in every format: the same text, and so the same promises."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from commitrack.extract import Known, extract
from commitrack.model.errors import BadInput
from commitrack.sources import Document, read, understand
from commitrack.sources.formats import Format
from tests.sources.making import (
    Bullets,
    Content,
    Heading,
    Numbered,
    Paragraph,
    Table,
    docx,
    eml,
    html,
    msg,
    odt,
    pdf,
    rtf,
)

FIXTURES = Path(__file__).parent / "fixtures"
STATEMENT = Content(
    (
        Heading("Buses in Harrow: our plan"),
        Paragraph("Harrow Borough Council"),
        Paragraph("20 February 2026"),
        Paragraph(
            "The review found that buses in the east of the borough ran late on two days in five, "
            "and that the operator’s own staff had said so long before. Harrow Borough Council "
            "will publish a timetable that can be kept by 31 March 2026."
        ),
        Heading("What we will do", 2),
        Paragraph("By the end of June 2026 we will:"),
        Bullets(
            (
                "open a second depot at Kenton;",
                "replace the ticket machines at every stop in the east of the borough, which have "
                "not worked in the rain.",
            )
        ),
        Paragraph("We will also:"),
        Numbered(("publish the operator’s contract;", "appoint a champion for “night” buses.")),
        Table(
            (
                ("Action", "Owner", "When"),
                ("Install monitors at the depot", "Fleet Manager", "30 June 2026"),
                ("Train every driver in the new rules", "Head of Transport", "September 2026"),
            )
        ),
        Paragraph("The operator must publish its figures – all of them – each year."),
    )
)
MAKERS: dict[str, Callable[[Content], bytes]] = {
    ".html": html,
    ".docx": docx,
    ".odt": odt,
    ".rtf": rtf,
    ".pdf": pdf,
    ".eml": eml,
    ".msg": lambda content: msg(content.text(), subject=content.title),
}


def items(document: Document) -> list[tuple[object, ...]]:
    """What is found in a document, without the places."""
    found = extract(document.text, Known(document.said_on, document.publisher, document.speaker))
    return [
        (one.quote, one.kind, one.owner, one.strength, one.deadline and one.deadline.date)
        for one in found.candidates
    ]


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_statement_has_the_same_text_in_every_format(suffix: str) -> None:
    data = MAKERS[suffix](STATEMENT)
    document = understand(data, source=f"plan{suffix}", suffix=suffix)
    assert document.text == STATEMENT.text()
    assert document.bytes_sha256 == hashlib.sha256(data).hexdigest()
    assert document.sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert len(items(document)) == 8


@pytest.mark.parametrize("suffix", MAKERS)
def test_the_bytes_tell_the_format_without_a_suffix(suffix: str) -> None:
    document = understand(MAKERS[suffix](STATEMENT), source="-")
    assert document.text == STATEMENT.text()
    assert document.media_type == Format[_NAMES[suffix]].value


_NAMES = {
    ".html": "HTML",
    ".docx": "DOCX",
    ".odt": "ODT",
    ".rtf": "RTF",
    ".pdf": "PDF",
    ".eml": "MAIL",
    ".msg": "OUTLOOK",
}


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf", ".pdf"])
@pytest.mark.parametrize(("name", "count"), [("buses", 11), ("response", 12)])
def test_what_a_word_processor_saves_says_the_same_in_every_format(
    name: str, count: int, suffix: str
) -> None:
    page = understand((FIXTURES / f"{name}.html").read_bytes(), source=name)
    saved = understand((FIXTURES / f"{name}{suffix}").read_bytes(), source=name)
    assert items(saved) == items(page)
    assert len(items(page)) == count


def test_only_the_formats_with_pages_have_pages() -> None:
    assert understand(pdf(STATEMENT), source="a").pages == (0,)
    assert understand(docx(STATEMENT), source="a").pages == ()


@pytest.mark.parametrize("suffix", MAKERS)
def test_half_a_file_is_refused_in_one_line_or_read_as_far_as_it_goes(suffix: str) -> None:
    data = MAKERS[suffix](STATEMENT)
    try:
        document = understand(data[: len(data) // 2], source="half", suffix=suffix)
    except BadInput as error:
        assert str(error).startswith("half ")
        assert "\n" not in str(error)
    else:
        assert document.text.strip()


SIGNS = [
    b"%PDF-1.7\n",
    b"{\\rtf1",
    b"<html>",
    b"Return-Path: <a>\nX: y\n",
    b"PK\x03\x04",
    b"From a\nb: c\n",
]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SIGNS), st.binary(max_size=400))
@example(b"<html>", b"\xff\xfe\x00<p>\xd8\x00")
@example(b"{\\rtf1", b"\\u-10179?\\u5\\'zz}}}{{\\bin999999999 x")
def test_any_bytes_are_a_document_or_refused_in_one_line(sign: bytes, data: bytes) -> None:
    try:
        document = understand(sign + data, source="any")
    except BadInput as error:
        assert "\n" not in str(error)
        assert "Traceback" not in str(error)
    else:
        assert document.text.encode()


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_document_with_some_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    suffix = data.draw(st.sampled_from(sorted(MAKERS)))
    made = bytearray(MAKERS[suffix](STATEMENT))
    for _ in range(data.draw(st.integers(1, 8))):
        made[data.draw(st.integers(8, len(made) - 1))] = data.draw(st.integers(0, 255))
    try:
        document = understand(bytes(made), source="changed", suffix=suffix)
    except BadInput as error:
        assert "\n" not in str(error)
    else:
        assert document.text.encode()


def test_a_file_is_read_by_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "plan.PDF"
    path.write_bytes(pdf(STATEMENT))
    with (tmp_path / "none").open("wb+") as nothing:
        assert read(str(path), nothing).media_type == "application/pdf"
