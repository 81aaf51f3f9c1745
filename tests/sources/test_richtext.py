"""Rich text: characters in all their spellings, and what is no part of the words."""

from __future__ import annotations

import pytest

from commitrack.sources import understand
from tests.sources.making.richtext import rtf_of

CASES = {
    "characters by their code page": (r"caf\'e9 \'96 \'93soon\'94\par", "café – “soon”\n"),
    "characters by their number, with what to skip": (
        r"\u8220?soon\u8221? \uc2\u8212\'81\'91 \uc0\u233 caf\uc1\u-10180?\u-8944?\par",
        "“soon” — écaf🄐\n",
    ),
    "named characters": (
        r"\ldblquote We\rdblquote\~will\emdash act\_now\endash\lquote x\rquote \{a\}\\\par",
        "“We” will—act\N{NON-BREAKING HYPHEN}now–‘x’{a}\\\n",
    ),
    "a soft hyphen is no character": (r"imple\-ment\par", "implement\n"),
    "a line feed in the file is nothing, one with a stroke ends the paragraph": (
        "We\n will\\\nact.\\par",
        "We will\n\nact.\n",
    ),
    "hidden and deleted words are left out": (
        r"We {\v not }{\deleted never }will\v no\v0  act.\par",
        "We will act.\n",
    ),
    "pictures, fields and comments are left out": (
        r"We {\pict 0099aabb}{\field{\*\fldinst HYPERLINK x}{\fldrslt will}} act{\*\annotation no}."
        r"{\*\unknown no {\b no}}\par",
        "We will act.\n",
    ),
    "bytes of a picture are skipped uncounted": (
        r"We {\pict\bin4 }}}}}will act.\par",
        "We will act.\n",
    ),
    "a forced new line": (r"We will\line act.\par", "We will\nact.\n"),
    "numbers and bullets of a list": (
        r"\pard{\listtext 1.\tab}act\par{\listtext\'b7\tab}pay\par\pard end.\par",
        "1. act\n• pay\n\nend.\n",
    ),
    "a table": (
        r"\trowd\pard\intbl Act\cell Chair\cell May\cell\row\pard\intbl{Pay}\cell\cell"
        r" June\cell\row"
        r"\pard End.\par",
        "Act | Chair | May\nPay | | June\n\nEnd.\n",
    ),
    "a cell that goes on below says the same": (
        r"\trowd\clvmgf\cellx1\cellx2\cellx3\pard\intbl Chair\cell Act\cell May\cell\row"
        r"\trowd\clvmrg\cellx1\cellx2\cellx3\pard\intbl\cell Pay\cell June\cell\row\pard",
        "Chair | Act | May\nChair | Pay | June\n",
    ),
    "an item of a list in a list": (
        r"\pard{\listtext 1.}act\par\pard\ilvl1{\listtext a)}now\par",
        "1. act\n  a) now\n",
    ),
    "notes come at the end": (
        r"We will act.{\super\chftn{\footnote\chftn In May.}} Soon.\par",
        "We will act. Soon.\n\n1. In May.\n",
    ),
    "the last paragraph needs no mark": (r"We will act.", "We will act.\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_in_rich_text(name: str) -> None:
    body, expected = CASES[name]
    assert understand(rtf_of(body), source="a.rtf", suffix=".rtf").text == expected


def test_a_font_has_a_code_page_of_its_own() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}"
        rb"\f1 \'cf\'eb\'e0\'ed \f0 \'e9\par}"
    )
    assert understand(data, source="a.rtf").text == "План é\n"


def test_the_only_heading_of_the_first_level_is_the_title() -> None:
    assert (
        understand(rtf_of(r"\pard\s1 The plan\par\pard x\par"), source="a").title_hint == "The plan"
    )
