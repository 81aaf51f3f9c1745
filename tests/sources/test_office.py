"""Word and OpenDocument files: what stands in them once every change is accepted."""

from __future__ import annotations

import pytest

from commitrack.model.errors import BadInput
from commitrack.sources import Document, understand
from tests.sources.making.office import (
    WORD,
    docx_of,
    item,
    odt_of,
    packed,
    paragraph,
    word_table,
)


def word(body: str, **parts: str) -> Document:
    return understand(docx_of(body, **parts), source="a.docx", suffix=".docx")


def opened(body: str) -> Document:
    return understand(odt_of(body), source="a.odt", suffix=".odt")


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


WORD_CASES = {
    "a tracked insertion is kept and a tracked deletion is not": (
        f"<w:p>{run('We will ')}<w:del>{run('not ')}</w:del><w:ins>{run('always ')}</w:ins>"
        f"{run('act.')}</w:p>",
        "We will always act.\n",
    ),
    "what was moved stands where it was moved to": (
        f"<w:p><w:moveFrom>{run('Gone. ')}</w:moveFrom><w:moveTo>{run('Here. ')}</w:moveTo></w:p>",
        "Here.\n",
    ),
    "paragraphs are one where the mark between them was deleted": (
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('We will ')}</w:p>"
        f"<w:p>{run('act.')}</w:p>",
        "We will act.\n",
    ),
    "hidden words are left out": (
        f"<w:p>{run('We will act.')}{run(' Not.', '<w:vanish/>')}"
        f"""{run(" Yes.", '<w:vanish w:val="0"/>')}</w:p>""",
        "We will act. Yes.\n",
    ),
    "the instruction of a field is left out and its result kept": (
        "<w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
        f"<w:hyperlink>{run('the plan')}</w:hyperlink></w:p>",
        "the plan\n",
    ),
    "a new line, a tab and hyphens": (
        "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        "<w:softHyphen/><w:t>e</w:t></w:r></w:p>",
        "a\nb c\N{NON-BREAKING HYPHEN}de\n",
    ),
    "numbers are counted through the levels and begin anew below another": (
        item("One.", 2)
        + item("Deep.", 2, 1)
        + item("Deeper.", 2, 1)
        + item("Two.", 2)
        + item("Again.", 2, 1),
        "1. One.\n  1.a) Deep.\n  1.b) Deeper.\n2. Two.\n  2.a) Again.\n",
    ),
    "numbers go on behind a paragraph": (
        item("One.", 2) + paragraph("Between.") + item("Two.", 2),
        "1. One.\n\nBetween.\n\n2. Two.\n",
    ),
    "an item of a list that is not defined has a bullet": (item("One.", 9), "• One.\n"),
    "a numbered heading has its number": (
        paragraph(
            "Plans",
            '<w:pStyle w:val="H2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
        ),
        "1. Plans\n",
    ),
    "a cell that goes on below says the same": (
        "<w:tbl><w:tr><w:tc>"
        + paragraph("Act")
        + "</w:tc><w:tc><w:tcPr><w:vMerge w:val='restart'/>"
        "</w:tcPr>" + paragraph("Chair") + "</w:tc><w:tc>" + paragraph("May") + "</w:tc></w:tr>"
        "<w:tr><w:tc>" + paragraph("Pay") + "</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        "<w:tc>" + paragraph("June") + "</w:tc></w:tr></w:tbl>",
        "Act | Chair | May\nPay | Chair | June\n",
    ),
    "a deleted row is left out": (
        word_table([["a", "b", "c"]])[:-8]
        + "<w:tr><w:trPr><w:del/></w:trPr><w:tc>"
        + paragraph("x")
        + "</w:tc></w:tr></w:tbl>",
        "a | b | c\n",
    ),
    "a table of one column is no table": (
        word_table([["We will act."], ["We will pay."]]),
        "We will act.\n\nWe will pay.\n",
    ),
    "a text box is read once, where it is anchored": (
        f"<w:p>{run('Before.')}<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:drawing>"
        f"<w:txbxContent>{paragraph('Boxed.')}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{paragraph('Boxed.')}</w:txbxContent></w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r></w:p>{paragraph('After.')}",
        "Before.\n\nBoxed.\n\nAfter.\n",
    ),
    "a table of contents is left out": (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('1 Plans 3')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{paragraph('We will act.')}</w:sdtContent></w:sdt>",
        "We will act.\n",
    ),
}


@pytest.mark.parametrize("name", WORD_CASES)
def test_in_word(name: str) -> None:
    body, expected = WORD_CASES[name]
    assert word(body).text == expected


def test_notes_come_at_the_end_in_the_order_of_their_signs() -> None:
    notes = (
        f"<w:footnotes {WORD}><w:footnote w:type='separator' w:id='0'>{paragraph('-')}</w:footnote>"
        f"<w:footnote w:id='2'>{paragraph('The second.')}</w:footnote>"
        f"<w:footnote w:id='1'>{paragraph('The first.')}</w:footnote></w:footnotes>"
    )
    body = (
        f"<w:p>{run('We will act.')}<w:r><w:footnoteReference w:id='1'/></w:r>"
        f"{run(' Soon.')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>{paragraph('End.')}"
    )
    found = word(body, footnotes=notes).text
    assert found == "We will act. Soon.\n\nEnd.\n\n1. The first.\n2. The second.\n"


def test_the_title_is_the_one_in_its_style() -> None:
    body = paragraph("Our plan", '<w:pStyle w:val="Title"/>') + paragraph(
        "x", '<w:pStyle w:val="H1"/>'
    )
    assert word(body).title_hint == "Our plan"
    assert word(paragraph("x")).title_hint is None


OPEN_CASES = {
    "deleted words stand apart and are not read": (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Not.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>We<text:change text:change-id='a'/> will act.</text:p>",
        "We will act.\n",
    ),
    "spaces, tabs and new lines": (
        "<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d\n e</text:p>",
        "a b c\nd e\n",
    ),
    "comments are left out and notes come at the end": (
        "<text:p>We will act.<office:annotation><text:p>Really?</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In May."
        "</text:p></text:note-body></text:note> Soon.</text:p><text:p>End.</text:p>",
        "We will act. Soon.\n\nEnd.\n\n1. In May.\n",
    ),
    "a list goes on where it says so": (
        "<text:list text:style-name='L2'><text:list-item><text:p>a</text:p></text:list-item>"
        "</text:list><text:p>Between.</text:p><text:list text:style-name='L2'"
        " text:continue-numbering='true'><text:list-item><text:p>b</text:p></text:list-item>"
        "</text:list>",
        "1. a\n\nBetween.\n\n2. b\n",
    ),
    "an item with two paragraphs has one sign": (
        "<text:list text:style-name='L1'><text:list-item><text:p>a</text:p><text:p>b</text:p>"
        "</text:list-item></text:list>",
        "• a\n\nb\n",
    ),
    "a section and a table's spanned cells": (
        "<text:section><table:table><table:table-header-rows><table:table-row><table:table-cell"
        " table:number-columns-spanned='2'><text:p>All</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>When</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row><table:table-cell>"
        "<text:p>Act</text:p></table:table-cell><table:table-cell><text:p>Chair</text:p>"
        "</table:table-cell><table:table-cell><text:p>May</text:p></table:table-cell>"
        "</table:table-row></table:table></text:section>",
        "All | | When\nAct | Chair | May\n",
    ),
    "a table of contents is left out": (
        "<text:table-of-content><text:index-body><text:p>1 Plans 3</text:p></text:index-body>"
        "</text:table-of-content><text:p>We will act.</text:p>",
        "We will act.\n",
    ),
}


@pytest.mark.parametrize("name", OPEN_CASES)
def test_in_open_document(name: str) -> None:
    body, expected = OPEN_CASES[name]
    assert opened(body).text == expected


def test_an_open_document_that_is_locked_says_so() -> None:
    locked = packed(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", "<m><encryption-data/></m>"),
            ("content.xml", b"\x01\x02"),
        ]
    )
    with pytest.raises(BadInput, match="a is locked with a password"):
        understand(locked, source="a")


def test_a_word_document_that_is_locked_says_so() -> None:
    from tests.sources.making.messages import compound

    with pytest.raises(
        BadInput, match="locked with a password, which is not read: save it without"
    ):
        understand(compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), source="a")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed([("word/document.xml", "<a")]), "its part word/document.xml is no XML"),
        (packed([("word/document.xml", "<a/>")]), "it has no text part"),
        (docx_of(""), "holds no text"),
        (docx_of(paragraph("We will."))[:-30], "is damaged: it ends too early"),
    ],
)
def test_a_damaged_document_says_what_is_missing(data: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        understand(data, source="a.docx", suffix=".docx")
